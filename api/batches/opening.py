"""From pictures that have come to a batch: the files are kept, and one command records all of them, or nothing."""

import asyncio
from collections.abc import Sequence
from itertools import count
from typing import Any

from litestar import Request

from api.batches.family4 import found_batch, new_batch_id
from api.batches.providers import require_provider
from api.batches.receiving import Spooled, spooled
from api.batches.wishes import Wishes, captions_of, form_of, wishes_of
from api.core import Core
from api.files.giving import Received, require_space, trust
from api.files.upload import require_plain
from api.models.family1 import require_room
from commands import batch as commands
from domain.access import Caller
from domain.asset import AssetUploaded
from domain.batch import Making, Picture
from domain.job import Input, JobRequested
from domain.work import ImageToModel
from projections.batch import BatchRow
from runtime.ids import new_id

ATTEMPTS_MAX = 3
"""Fewer than of other jobs: a picture that breaks its reader does so again."""
VIEWS = ("asset", "batch", "job")


async def open_batch(request: Request[Any, Any, Any], caller: Caller, core: Core) -> BatchRow:
    """Take the pictures of a form in, and begin a batch with them.

    Raises
    ------
    Refused
        A picture, a wish or the form is not allowed, or the account has no room; then nothing is kept.
    """
    require_plain(request)
    limits = core.settings.image
    form = form_of(request.headers.get("content-type", ""), limits.files_max)
    await require_space(core, caller.account, 0)
    came: list[Spooled] = []
    try:
        async for picture in spooled(request, form, limits, core.settings.blobs.upload_idle_s):
            came.append(picture)  # where a later one is refused, those that came are closed
        wishes, captions = wishes_of(form), captions_of(form, [picture.name for picture in came])
        require_provider(wishes.provider or core.settings.image.provider, core.settings)
        await require_space(core, caller.account, sum({one.sha256: one.size_bytes for one in came}.values()))
        if wishes.generate:
            await require_room(core, caller.account, len(came))
        return await _kept(came, captions, wishes, caller, core)
    finally:
        for picture in came:
            picture.file.close()


async def _kept(
    came: Sequence[Spooled], captions: Sequence[str], wishes: Wishes, caller: Caller, core: Core
) -> BatchRow:
    kept = [await _put(picture, core) for picture in {one.sha256: one for one in came}.values()]
    files = tuple(map(_picture, count(1), came, captions))
    batch_id = new_batch_id()
    wished = Making("", wishes.face_limit, wishes.provider or core.settings.image.provider, wishes.seed)
    uploaded = tuple(
        AssetUploaded(caller.account, one.name, one.media_type, one.sha256, one.size_bytes) for one in files
    )
    requests = [request_of(batch_id, file, wished, caller.account, core) for file in files if wishes.generate]
    command = commands.OpenBatch(
        batch_id, caller.account, files, uploaded, tuple(requests), wished.face_limit, wished.provider, wished.seed
    )
    done = await core.do(command, caller)
    await trust(core, *kept)
    await asyncio.gather(*(core.views.wait_for(view, done.position) for view in VIEWS))
    return await found_batch(batch_id, caller, core)


async def _put(picture: Spooled, core: Core) -> Received:
    sha256, size_bytes, note = await core.services.blobs.put_doubted(picture.chunks())
    return Received(picture.name, picture.media_type, sha256, size_bytes, note)


def _picture(number: int, came: Spooled, caption: str) -> Picture:
    return Picture(
        f"file_{number:03}", new_id("asset"), came.name, came.media_type, came.sha256, came.size_bytes, came.width,
        came.height, caption,
    )  # fmt: skip


def request_of(batch_id: str, file: Picture, wished: Making, owner: str, core: Core) -> commands.Request:
    """Return the job that makes a model of a picture."""
    hint = file.caption or file.name.rpartition(".")[0] or file.name
    work = ImageToModel(batch_id, file.id, file.asset_id, hint, wished.face_limit, wished.provider, wished.seed)
    source = Input(file.asset_id, file.name, file.media_type, file.sha256, file.size_bytes, file.asset_id)
    attempts_max = min(ATTEMPTS_MAX, core.settings.work.attempts_max)
    return commands.Request(new_id("task"), JobRequested(owner, work, "normal", attempts_max, batch_id, (source,)))

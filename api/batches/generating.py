"""Asking for a model of one picture again: what is under way or done as it is wished for is not made twice."""

from contextlib import suppress
from typing import Annotated

import msgspec
from msgspec import Meta

from api.batches.family4 import PROVIDER_URL, model_of, state_of
from api.batches.opening import VIEWS, request_of
from api.batches.providers import require_provider
from api.batches.wishes import FaceLimit, Provider, Seed
from api.core import Core
from api.models.family1 import require_room
from commands.asset import ASSET
from commands.batch import RequestGeneration
from commands.job import JOB, RequestCancel
from domain.access import Caller
from domain.batch import Batch, Making, Picture
from domain.errors import Conflict, Gone, NotFound
from domain.job import Job
from projections.batch import BatchRow

TRIES = 3


class SingleRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Of which picture a model is wanted."""

    job_id: Annotated[str, Meta(max_length=100)]
    file_id: Annotated[str, Meta(max_length=20)]
    face_limit: FaceLimit | None = None
    provider: Provider | None = None
    seed: Seed | None = None


async def generate(row: BatchRow, file: Picture, wished: SingleRequest, caller: Caller, core: Core) -> tuple[str, bool]:
    """Return the job that makes, or made, the model of a picture as it is wished for, and whether it is done.

    Raises
    ------
    Refused
        The picture is gone, or too much of the account's work waits.
    """
    for attempt in range(TRIES):
        batch = await state_of(row, caller, core)
        known = batch.makings.get(file.id)
        wanted = _wanted(batch, wished)
        job = await _job(known, caller, core)
        if known and job and _will_do(known, wanted, job):
            return known.job_id, job.has_ended
        try:
            return await _begun(row, file, wanted, known, caller, core), False
        except Conflict:
            if attempt + 1 == TRIES:
                raise
    raise AssertionError("unreachable")


def _wanted(batch: Batch, wished: SingleRequest) -> Making:
    return Making(
        "",
        batch.face_limit if wished.face_limit is None else wished.face_limit,
        wished.provider or batch.provider,
        batch.seed if wished.seed is None else wished.seed,
    )


def _will_do(known: Making, wanted: Making, job: Job) -> bool:
    """Whether what was asked for last is what is wanted now, and has not come to nothing."""
    if (known.face_limit, known.provider, known.seed) != (wanted.face_limit, wanted.provider, wanted.seed):
        return False
    if job.status == "succeeded":
        return model_of(job) is not None or bool(job.result.get(PROVIDER_URL))
    return not job.has_ended and not job.is_cancel_wanted


async def _begun(
    row: BatchRow, file: Picture, wanted: Making, before: Making | None, caller: Caller, core: Core
) -> str:
    if (await core.do.look(ASSET, file.asset_id, caller)).state.is_deleted:
        raise Gone("The picture is not there any more; upload it again")
    require_provider(wanted.provider, core.settings)
    await require_room(core, row.owner)
    request = request_of(row.id, file, wanted, row.owner, core)
    command = RequestGeneration(row.id, request, before.job_id if before else "")
    done = await core.do(command, caller)
    if before:
        with suppress(Conflict, NotFound):  # it has ended
            done = await core.do(RequestCancel(before.job_id), caller)  # nobody would see what it made
    for view in VIEWS:
        await core.views.wait_for(view, done.position)
    return request.job_id


async def _job(making: Making | None, caller: Caller, core: Core) -> Job | None:
    if making is None:
        return None
    with suppress(NotFound):
        return (await core.do.look(JOB, making.job_id, caller)).state
    return None

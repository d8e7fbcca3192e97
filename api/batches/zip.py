"""All models of a batch in one ZIP, which is never made: its bytes are told from where they stand.

Models stand in it as they are, so its size is known before, the same batch gives the same bytes, and a part of it can
be had alone, like of any file. `manifest.json` in it says what is there, and what is missing and why.
"""

import asyncio
import hashlib
import zlib
from collections import OrderedDict
from collections.abc import AsyncGenerator, Sequence
from functools import partial
from typing import Any

import msgspec
from litestar import Request, route
from litestar.types import ASGIApp, ControllerRouterHandler

from api.batches.family4 import PROVIDER_URL, SessionId, fault_of, model_of, opened_batch
from api.core import Core
from api.files.asset import CONTENT_ANSWERS, ranged
from api.files.streaming import disposition
from api.wire.exchange import Exchange
from domain.batch import Picture
from domain.errors import Conflict, Gone
from domain.job import Artefact
from projections.batch import ENDED, BatchRow, FileStatus, status_of
from projections.job import JobRow
from runtime.blobs import Blobs
from runtime.zip_layout import Content, Member, ZipLayout, safe_names

MANIFEST = "manifest.json"
MEDIA_TYPE = "application/zip"
REMOVED = "Its model was removed"
SEND_BYTES = 2**18
STALLED_S = 60.0
"""How long a reader may take for `SEND_BYTES` before it is let go."""
CHECKSUMS_KEPT = 10_000


class ModelListed(msgspec.Struct, frozen=True, omit_defaults=True):
    """A model in the ZIP."""

    file_id: str
    filename: str
    name: str
    model_task_id: str
    sha256: str
    size_bytes: int
    picture_sha256: str
    method: str | None = None
    agreement: Any = None
    note: str | None = None


class MissingListed(msgspec.Struct, frozen=True, omit_defaults=True):
    """A picture of which no model is in the ZIP."""

    file_id: str
    filename: str
    status: FileStatus
    reason: str
    code: str = ""
    url: str = ""


class Manifest(msgspec.Struct, frozen=True):
    """What is in the ZIP, and what is missing."""

    job_id: str
    total_files: int
    models: tuple[ModelListed, ...]
    missing: tuple[MissingListed, ...]


class Checksums:
    """CRC-32 of contents, each read once: what stands under a hash never changes."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, int] = OrderedDict()

    async def of(self, sha256: str, blobs: Blobs) -> int:
        """Return the CRC-32 of a content."""
        if sha256 not in self._known:
            crc = 0
            async for chunk in blobs.stream(sha256):
                crc = await asyncio.to_thread(zlib.crc32, chunk, crc)
            self._known[sha256] = crc
        self._known.move_to_end(sha256)
        while len(self._known) > CHECKSUMS_KEPT:
            self._known.popitem(last=False)
        return self._known[sha256]


CHECKSUMS = Checksums()


class BatchZip:
    """The ZIP of a batch as it stands."""

    def __init__(self, row: BatchRow, models: Sequence[ModelListed], missing: Sequence[MissingListed]) -> None:
        manifest = Manifest(row.id, len(row.files), tuple(models), tuple(missing))
        self._manifest = msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"
        self._models = models
        members = [Member(MANIFEST, len(self._manifest)), *(Member(one.name, one.size_bytes) for one in models)]
        self._layout = ZipLayout(members, row.created_at)
        self.name = f"{row.id}.zip"
        self.size_bytes = self._layout.size_bytes
        self.etag = f'"{hashlib.sha256(self._manifest + row.created_at.isoformat().encode()).hexdigest()}"'

    async def stream(self, blobs: Blobs, start: int, end: int) -> AsyncGenerator[bytes, None]:
        """Yield the bytes from `start` up to, not including, `end`, in small pieces."""

        async def checksum(place: int) -> int:
            return await CHECKSUMS.of(self._models[place - 1].sha256, blobs) if place else zlib.crc32(self._manifest)

        async for part in self._layout.parts(start, end, checksum):
            if not isinstance(part, Content):
                yield part
            elif not part.member:
                yield self._manifest[part.start : part.end]
            else:
                async for chunk in blobs.stream(self._models[part.member - 1].sha256, part.start, part.end):
                    for place in range(0, len(chunk), SEND_BYTES):
                        yield chunk[place : place + SEND_BYTES]


@route(
    "/download/{job_id:str}/all",
    http_method=["GET", "HEAD"],
    operation_id=lambda _handler, method, _parts: f"{method.title()}BatchZip",
    tags=["Batches"],
    opt={"public": True, "signed": True, "timeout_s": None},
    responses=CONTENT_ANSWERS,
)
async def download_all(
    job_id: str,
    request: Request[Any, Any, Any],
    exchange: Exchange,
    core: Core,
    session_id: SessionId = "",
) -> ASGIApp:
    """Return all models of a batch that are there in one ZIP: to its owner, or to who has its session id.

    `manifest.json` in it has the SHA-256 of each, and says what is missing and why. Takes `Range` (one range),
    `If-Range` and `If-None-Match`; the same models are the same bytes. While there is no model at all it is 409, or
    410 when all were removed.
    """
    row = await opened_batch(job_id, session_id, exchange, core)
    zipped = await _zip_of(row, core)
    headers = {
        "cache-control": "private, no-cache",
        "content-type": MEDIA_TYPE,
        "content-disposition": disposition(zipped.name, is_shown=False),
    }
    body = partial(zipped.stream, core.services.blobs)
    return ranged(zipped.etag, zipped.size_bytes, headers, body, request, exchange, stalled_s=STALLED_S)


async def _zip_of(row: BatchRow, core: Core) -> BatchZip:
    """Return the ZIP of what is there now.

    Raises
    ------
    Conflict
        There is no model at all.
    Gone
        There were models, and all were removed.
    """
    jobs = await core.views.batch.jobs_of(row)
    made: list[tuple[Picture, JobRow, Artefact]] = []
    missing: list[MissingListed] = []
    for file in row.files:
        job = jobs.get(file.id)
        kept = model_of(job) if job else None
        if job and kept and await core.services.blobs.size(kept.sha256) == kept.size_bytes:
            made.append((file, job, kept))
        else:
            missing.append(_missing(file, job))
    if not made:
        facts = {one.file_id: one.status for one in missing}
        if missing and all(one.reason == REMOVED for one in missing):
            raise Gone("The models were removed; ask for them again at /models/generate-single", files=facts)
        if all(status in ENDED for status in facts.values()):
            raise Conflict("No model of this batch is here, and none comes unless it is asked for again", files=facts)
        raise Conflict("No model of this batch is there yet; ask for its status first", files=facts)
    names = safe_names((file.name for file, _, _ in made), ".glb", taken=(MANIFEST,))
    models = [_listed(*one, name) for one, name in zip(made, names, strict=True)]
    return BatchZip(row, models, missing)


def _listed(file: Picture, job: JobRow, kept: Artefact, name: str) -> ModelListed:
    return ModelListed(
        file.id, file.name, name, job.id, kept.sha256, kept.size_bytes, file.sha256, job.result.get("method"),
        job.result.get("agreement"), job.result.get("sentence"),
    )  # fmt: skip


def _missing(file: Picture, job: JobRow | None) -> MissingListed:
    status = status_of(job.status if job else None)
    if job is None:
        return MissingListed(file.id, file.name, status, "No model of it was asked for")
    if status == "failed":
        return MissingListed(file.id, file.name, status, job.message, fault_of(job).code)
    if status == "cancelled":
        return MissingListed(file.id, file.name, status, "Its work was cancelled")
    if status != "completed":
        return MissingListed(file.id, file.name, status, "Its model is not made yet")
    url = str(job.result.get(PROVIDER_URL) or "")
    reason = "Its model lies with the provider that made it" if url else REMOVED
    return MissingListed(file.id, file.name, status, reason, url=url)


routes: list[ControllerRouterHandler] = [download_all]

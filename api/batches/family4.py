"""What the routes of family 4 share: ids of batches, who may see one, and how its files are shown."""

import hashlib
import hmac
import re
from datetime import UTC, datetime
from typing import Annotated, Any
from urllib.parse import parse_qs

import msgspec
from litestar.params import Parameter
from msgspec import UNSET, Meta, UnsetType

from api.core import Core
from api.dialects import IMAGE_TO_MODEL
from api.files.links import Links
from api.models.family1 import Family1
from api.wire.exchange import Exchange
from commands.batch import BATCH
from domain.access import MISSING, SYSTEM, Caller
from domain.batch import Batch, Picture
from domain.errors import NotFound
from domain.job import Artefact, Job
from projections.batch import BatchRow, FileStatus, fraction_of, status_of
from projections.job import JobRow
from runtime.ids import new_id, text_of_bits

PREFIX = "/api/v1"
SESSION_PURPOSE = "batch-sessions"
FRESH_S = 2.0
PROVIDER_URL = "source_url"
"""Under this name the result of a job says where a remote provider keeps the model, if one made it."""
PROVIDER_FAILED = "PROVIDER_FAILED"
"""The code of a job that came to nothing because a remote provider did not do its part."""
_REFUSALS = ("INVALID", "UNSUPPORTED_MEDIA", "TOO_LARGE", "CONFLICT", "NOT_FOUND", "GONE")
_CODES = {
    **dict.fromkeys(_REFUSALS, IMAGE_TO_MODEL.codes["validation"]),
    PROVIDER_FAILED: IMAGE_TO_MODEL.codes["provider"],
}
_BATCH_ID = re.compile(r"batch_\d{8}_\d{6}_[0-9a-z]{26}")

SessionId = Annotated[
    str, Parameter(max_length=100, description="That of the upload: it opens the batch without an API key or token")
]


class FileFault(msgspec.Struct):
    """Why there is no model of a picture."""

    code: str
    message: str


class FileShown(msgspec.Struct, kw_only=True):
    """A picture of a batch, and how its model stands."""

    file_id: Annotated[str, Meta(examples=["file_001"])]
    filename: str
    status: FileStatus
    progress: Annotated[float, Meta(ge=0, le=100, description="Percent")]
    model_url: Annotated[str | None, Meta(description="Link to the model; ours needs no API key or token")]
    model_task_id: Annotated[str | None, Meta(description="The newest work on it", examples=["task_def456"])]
    method: Annotated[str | None, Meta(description="How the model was made: fit, inflation, or the name of a provider")]
    agreement: Annotated[Any, Meta(description="How well the model, seen from the camera, agrees with the picture")]
    note: Annotated[str | None, Meta(description="What the model is and is not: an approximation, from one side")]
    preview_url: Annotated[str | None, Meta(description="Link to a picture of the model")]
    error: FileFault | None
    face_limit: int | None
    stage: Annotated[str | UnsetType, Meta(description="What is being done now")] = UNSET


def new_batch_id() -> str:
    """Return the id of a new batch: `batch_YYYYMMDD_HHMMSS_` in UTC, and 26 characters that cannot be guessed."""
    return f"{datetime.now(UTC):batch_%Y%m%d_%H%M%S}_{new_id('batch').rpartition('_')[2]}"


def session_of(batch_id: str, core: Core) -> str:
    """Return the session id of a batch; only this server can tell it, and nothing keeps it."""
    digest = hmac.digest(core.services.keys.derive(SESSION_PURPOSE), batch_id.encode(), hashlib.sha256)
    return f"sess_{text_of_bits(int.from_bytes(digest) >> 126)}"


def batch_of_session(scope: Any, core: Core) -> str:
    """Return the batch that is asked for with its session id in the query; empty where that is wrong or missing."""
    named = _BATCH_ID.search(scope["path"])
    sent = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("session_id", [""])[0]
    return named[0] if named and sent and _is_session(sent, named[0], core) else ""


def _is_session(sent: str, batch_id: str, core: Core) -> bool:
    return hmac.compare_digest(session_of(batch_id, core).encode(), sent.encode())


async def found_batch(batch_id: str, caller: Caller, core: Core) -> BatchRow:
    """Return a batch that the caller may see; one whose event is newer than the view is waited for.

    Raises
    ------
    NotFound
        There is no such batch, or it belongs to somebody else.
    """
    if not _BATCH_ID.fullmatch(batch_id):
        raise NotFound(MISSING)
    try:
        return await core.views.batch.get(batch_id, caller)
    except NotFound:
        await core.views.wait_for("batch", await core.services.store.last_position(), FRESH_S)
        return await core.views.batch.get(batch_id, caller)


async def opened_batch(batch_id: str, session_id: str, exchange: Exchange, core: Core) -> BatchRow:
    """Return a batch to its owner, or to whoever knows its session id; for routes that are `public` and `signed`.

    Raises
    ------
    Unauthenticated
        No session id was given, and nobody is known to ask.
    NotFound
        There is no such batch, it belongs to somebody else, or this is not its session id.
    """
    if not session_id:
        return await found_batch(batch_id, exchange.caller, core)
    if not _is_session(session_id, batch_id, core):
        raise NotFound(MISSING)
    return await found_batch(batch_id, SYSTEM, core)


async def state_of(row: BatchRow, caller: Caller, core: Core) -> Batch:
    """Return a batch as the log has it now."""
    state = (await core.do.look(BATCH, row.id, caller)).state
    if state.is_deleted:
        raise NotFound(MISSING)
    return state


def found_file(row: BatchRow, file_id: str) -> Picture:
    """Return a picture of a batch.

    Raises
    ------
    NotFound
        The batch has no such one.
    """
    file = row.batch.find(file_id)
    if file is None:
        raise NotFound(f"The batch has no such file; its files are {row.files[0].id} to {row.files[-1].id}")
    return file


def result_file(job: Job | JobRow, name: str) -> Artefact | None:
    """Return the file that the result of a job names so (glb, preview, mask, spec, provenance), if it has it still."""
    asset_id = job.result.get(f"{name}_asset")
    return next((kept for kept in job.artefacts if kept.asset_id == asset_id), None)


def model_of(job: Job | JobRow) -> Artefact | None:
    """Return the model that a job made, if it has it still."""
    return result_file(job, "glb")


def preview_of(job: Job | JobRow) -> Artefact | None:
    """Return the picture of the model; while it is being made, the newest that the work has shown."""
    found = [kept for kept in job.artefacts if kept.role == "preview" and kept.media_type.startswith("image/")]
    return result_file(job, "preview") if job.status == "succeeded" else found[-1] if found else None


def fault_of(job: Job | JobRow) -> FileFault:
    """Return why a job ended without a model, in the codes of spec 4, and `CANCELLED`."""
    if job.status == "cancelled":
        return FileFault("CANCELLED", "The work was cancelled")
    return FileFault(_CODES.get(job.code, IMAGE_TO_MODEL.codes["generation"]), job.message)


def preview_url(job: Job | JobRow, links: Links) -> str | None:
    """Return where the picture of a job's model is."""
    preview = preview_of(job)
    return links.to(preview.asset_id, preview.name) if preview else None


def model_url(job: Job | JobRow, links: Links) -> str | None:
    """Return where the model of a job is: our copy, or else the provider's."""
    if job.status != "succeeded":
        return None
    kept = model_of(job)
    return links.to(kept.asset_id, kept.name) if kept else job.result.get(PROVIDER_URL) or None


def file_shown(file: Picture, job: JobRow | None, family: Family1, links: Links) -> FileShown:
    """Return a picture of a batch as the wire shows it."""
    making = job.work if job else None
    shown = FileShown(
        file_id=file.id,
        filename=file.name,
        status=status_of(job.status if job else None),
        progress=round(100 * fraction_of(job, family.fractions.newest), 2),
        model_url=model_url(job, links) if job else None,
        model_task_id=job.id if job else None,
        method=job.result.get("method") if job else None,
        agreement=job.result.get("agreement") if job else None,
        note=job.result.get("sentence") if job else None,
        preview_url=preview_url(job, links) if job else None,
        error=fault_of(job) if job and job.status in ("failed", "cancelled") else None,
        face_limit=getattr(making, "face_limit", None),
    )
    if job and job.stage:
        shown.stage = job.stage
    return shown

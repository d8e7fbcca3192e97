"""Batches of family 4: pictures come in, a model is made of each, and how far that is."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, delete, get, post
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.batches.family4 import (
    FileShown,
    SessionId,
    file_shown,
    found_batch,
    found_file,
    opened_batch,
    session_of,
    state_of,
)
from api.batches.generating import SingleRequest, generate
from api.batches.opening import VIEWS, open_batch
from api.batches.wishes import FILES, UploadForm
from api.core import Core
from api.files.letting_go import LettingGo
from api.files.links import Links
from api.files.multipart import MEDIA_TYPE
from api.models.family1 import Cursor, Family1, Limit
from api.wire.exchange import Exchange
from commands.batch import DeleteBatch
from commands.job import RequestCancel
from domain.access import Caller
from domain.errors import Conflict, NotFound
from projections.batch import BatchRow, BatchStatus, FileStatus, Work, standing_of
from projections.job import JobRow


def _form() -> dict[str, Any]:
    fields = msgspec.json.schema_components([UploadForm])[1]["UploadForm"]["properties"]
    pictures = {"type": "array", "items": {"type": "string", "format": "binary"}, "description": "JPG or PNG"}
    schema = {"type": "object", "properties": {FILES[0]: pictures, **fields}, "required": [FILES[0]]}
    return {
        "required": True,
        "description": "A form with pictures; what they are is told from their content. "
        f"The field may also be called {' or '.join(f'`{name}`' for name in FILES[1:])}.",
        "content": {MEDIA_TYPE: {"schema": schema}},
    }


class PictureGiven(msgspec.Struct, kw_only=True):
    """A picture that was given."""

    file_id: Annotated[str, Meta(examples=["file_001"])]
    filename: str
    status: FileStatus
    model_task_id: Annotated[str | None, Meta(description="The work on it; null where none was asked for")]


class BatchGiven(msgspec.Struct, kw_only=True):
    """Pictures that were given together."""

    job_id: Annotated[str, Meta(examples=["batch_20240315_123456_01k0000000000000000000000a"])]
    session_id: Annotated[str, Meta(description="Opens the batch without an API key or token; keep it to yourself")]
    files: list[PictureGiven]
    total_files: int
    status: BatchStatus


class SingleAnswer(msgspec.Struct, kw_only=True):
    """The work on a picture."""

    job_id: str
    file_id: str
    model_task_id: str
    status: Literal["processing", "completed"]


class CancelRequest(msgspec.Struct, forbid_unknown_fields=True):
    """Which work is to stop: that on one picture, or all of a batch."""

    job_id: Annotated[str, Meta(max_length=100)]
    file_id: Annotated[str, Meta(max_length=20)] | None = None


class BatchListed(msgspec.Struct, kw_only=True):
    """How a batch stands."""

    job_id: str
    status: BatchStatus
    total_files: int
    processed_files: Annotated[int, Meta(description="Pictures that are done with, also those that failed")]
    failed_files: Annotated[int, Meta(description="Those of them without a model: they failed, or were cancelled")]
    progress: Annotated[float, Meta(ge=0, le=100, description="Percent; all pictures weigh the same")]
    created_at: datetime


class BatchShown(BatchListed, kw_only=True):
    """How a batch and each of its pictures stand."""

    files: list[FileShown]


class BatchPage(msgspec.Struct, kw_only=True):
    """Some batches, newest first."""

    batches: list[BatchListed]
    next: Annotated[str, Meta(description="Give it as `after` for the next page; empty on the last one")]


@post(
    "/upload/batch", operation_id="UploadBatch", tags=["Batches"], status_code=200,
    opt={"timeout_s": None, "streams": True, "body": _form()}, request_max_body_size=None,
)  # fmt: skip
async def upload_batch(request: Request[Any, Any, Any], caller: Caller, core: Core) -> BatchGiven:
    """Give pictures, each of one thing; a model of each begins to be made at once, unless `generate` is false.

    All are kept, or none. The limits of how many, how large and of how many pixels are settings of the server; 413
    names the one that was passed.
    """
    row = await open_batch(request, caller, core)
    works = [row.makings.get(file.id) for file in row.files]
    return BatchGiven(
        job_id=row.id,
        session_id=session_of(row.id, core),
        files=[
            PictureGiven(
                file_id=file.id, filename=file.name, status="pending", model_task_id=work.job_id if work else None
            )
            for file, work in zip(row.files, works, strict=True)
        ],
        total_files=len(row.files),
        status="processing" if any(works) else "pending",
    )


@delete("/upload/batch/{job_id:str}", operation_id="DeleteBatch", tags=["Batches"], status_code=204)
async def delete_batch(job_id: str, caller: Caller, core: Core, family: Family1, links: Links) -> None:
    """Delete a batch with its pictures and models; work on it is stopped. Contents are removed within a day."""
    row = await found_batch(job_id, caller, core)
    letting_go = LettingGo(row.owner, caller, core, family, links)
    known = (await state_of(row, caller, core)).jobs
    await letting_go.of_jobs(known)
    done = await core.do(DeleteBatch(row.id), caller)
    await letting_go.of_jobs([job for job in done.state.jobs if job not in known])  # what was asked for meanwhile
    await letting_go.of_given([file.asset_id for file in row.files], beside=row.id)
    await _settled(core)


@post("/models/generate-single", operation_id="GenerateSingle", tags=["Batches"], status_code=200)
async def generate_single(data: SingleRequest, caller: Caller, core: Core) -> SingleAnswer:
    """Make a model of one picture of a batch.

    Where that is under way or done with the same wishes, this is its task; other wishes, or a try that failed, begin
    a new one, which stands for the one before it.
    """
    row = await found_batch(data.job_id, caller, core)
    file = found_file(row, data.file_id)
    task, is_done = await generate(row, file, data, caller, core)
    status: Literal["processing", "completed"] = "completed" if is_done else "processing"
    return SingleAnswer(job_id=row.id, file_id=file.id, model_task_id=task, status=status)


@post("/models/cancel", operation_id="CancelGeneration", tags=["Batches"], status_code=200)
async def cancel_generation(
    data: CancelRequest, caller: Caller, core: Core, family: Family1, links: Links
) -> BatchShown:
    """Stop the work on one picture, or on all that are not done; it stops within two seconds."""
    row = await found_batch(data.job_id, caller, core)
    makings = (await state_of(row, caller, core)).makings
    if data.file_id is not None:
        making = makings.get(found_file(row, data.file_id).id)
        if making is None:
            raise Conflict("No model of this file was asked for")
        await core.do(RequestCancel(making.job_id), caller)
    else:
        for making in makings.values():
            with suppress(Conflict, NotFound):  # it has ended
                await core.do(RequestCancel(making.job_id), caller)
    await _settled(core)
    return await _shown(await found_batch(row.id, caller, core), core, family, links)


@get("/status", operation_id="ListBatches", tags=["Batches"])
async def list_batches(caller: Caller, core: Core, family: Family1, after: Cursor = "", limit: Limit = 20) -> BatchPage:
    """Return your batches, newest first."""
    page = await core.views.batch.list(caller, after=after, limit=limit)
    works = await core.views.batch.works_of(page.items)
    shown = [BatchListed(**_listed(row, _newest(row, works), family)) for row in page.items]
    return BatchPage(batches=shown, next=page.after)


@get(
    "/status/{job_id:str}", operation_id="GetBatchStatus", tags=["Batches"], opt={"public": True, "signed": True},
)  # fmt: skip
async def get_batch_status(
    job_id: str, exchange: Exchange, core: Core, family: Family1, links: Links, session_id: SessionId = ""
) -> BatchShown:
    """Return how a batch and each of its pictures stand: to its owner, or to who has its session id."""
    return await _shown(await opened_batch(job_id, session_id, exchange, core), core, family, links)


async def _shown(row: BatchRow, core: Core, family: Family1, links: Links) -> BatchShown:
    jobs = await core.views.batch.jobs_of(row)
    files = [file_shown(file, jobs.get(file.id), family, links) for file in row.files]
    return BatchShown(**_listed(row, [jobs.get(file.id) for file in row.files], family), files=files)


def _newest(row: BatchRow, works: Mapping[str, Work]) -> list[Work | None]:
    makings = (row.makings.get(file.id) for file in row.files)
    return [works.get(making.job_id) if making else None for making in makings]


def _listed(row: BatchRow, works: Sequence[Work | JobRow | None], family: Family1) -> dict[str, Any]:
    standing = standing_of(works, family.fractions.newest)
    return {
        "job_id": row.id,
        "status": standing.status,
        "total_files": standing.total,
        "processed_files": standing.processed,
        "failed_files": standing.failed,
        "progress": standing.progress,
        "created_at": row.created_at,
    }


async def _settled(core: Core) -> None:
    last = await core.services.store.last_position()
    for view in VIEWS:
        await core.views.wait_for(view, last)


routes: list[ControllerRouterHandler] = [
    upload_batch, delete_batch, generate_single, cancel_generation, list_batches, get_batch_status,
]  # fmt: skip

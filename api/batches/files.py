"""Files of batches: the model of a picture, what shows it, and the picture itself."""

from typing import Annotated, Any, Literal
from urllib.parse import quote

from litestar import Request, route
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import Parameter
from litestar.types import ASGIApp, ControllerRouterHandler

from api.batches.family4 import (
    PROVIDER_FAILED,
    PROVIDER_URL,
    SessionId,
    found_file,
    model_of,
    opened_batch,
    result_file,
)
from api.core import Core
from api.files.asset import CONTENT_ANSWERS, content_of
from api.files.streaming import Streamed
from api.wire.exchange import Exchange
from domain.access import SYSTEM
from domain.batch import Picture
from domain.errors import Gone, NotFound, ProviderFailed, StorageFailed
from domain.job import Artefact
from projections.asset import AssetRow
from projections.batch import BatchRow, status_of
from projections.job import JobRow

What = Literal["preview", "picture", "mask", "spec", "provenance"]
SAFE = "!#$%&'()*+,/:;=?@[]~"
"""What stays as it is in an address."""
_WAYS: dict[str, Any] = {"http_method": ["GET", "HEAD"], "tags": ["Batches"]}
_OPT = {"public": True, "signed": True, "timeout_s": None, "provider": True}
_ELSEWHERE = {302: ResponseSpec(None, description="The model lies with the provider that made it")}


@route(
    "/download/{job_id:str}/{file_id:str}/model",
    operation_id=lambda _handler, method, _parts: f"{method.title()}BatchModel",
    opt=_OPT, responses={**CONTENT_ANSWERS, **_ELSEWHERE}, **_WAYS,
)  # fmt: skip
async def download_model(
    job_id: str,
    file_id: str,
    request: Request[Any, Any, Any],
    exchange: Exchange,
    core: Core,
    session_id: SessionId = "",
) -> ASGIApp:
    """Return the model of a picture as GLB: to the batch's owner, or to who has its session id.

    Takes `Range`, `If-Range` and `If-None-Match`; the ETag is the SHA-256. A model that only its provider has is
    answered with 302.
    """
    row = await opened_batch(job_id, session_id, exchange, core)
    file = found_file(row, file_id)
    job = _done(file, (await core.views.batch.jobs_of(row)).get(file.id))
    kept, elsewhere = model_of(job), str(job.result.get(PROVIDER_URL) or "")
    if elsewhere and (kept is None or core.settings.fal.serve == "redirect"):
        return Streamed(302, {"location": quote(elsewhere, safe=SAFE), "content-length": "0"}, None)
    if kept is None:
        again = "ask for it again at /models/generate-single, or upload the picture anew where it was removed too"
        raise Gone(f"The model was removed; {again}")
    return await _content(asset_row(kept, stem_of(file) + ".glb", row, job), request, exchange, core)


@route(
    "/download/{job_id:str}/{file_id:str}/{what:str}",
    operation_id=lambda _handler, method, _parts: f"{method.title()}BatchFile",
    opt=_OPT, responses=CONTENT_ANSWERS, **_WAYS,
)  # fmt: skip
async def download_batch_file(
    job_id: str,
    file_id: str,
    what: Annotated[What, Parameter(description="What shows or tells of the model; `picture`: what was given")],
    request: Request[Any, Any, Any],
    exchange: Exchange,
    core: Core,
    session_id: SessionId = "",
) -> ASGIApp:
    """Return what belongs to the model of a picture: its preview, mask, editable spec, provenance; or the picture."""
    row = await opened_batch(job_id, session_id, exchange, core)
    file = found_file(row, file_id)
    if what == "picture":
        return await _content(await _given(file, core), request, exchange, core)
    job = _done(file, (await core.views.batch.jobs_of(row)).get(file.id))
    kept = result_file(job, what)
    if kept is None:
        if job.result.get(f"{what}_asset"):
            raise Gone(f"The {what} of this model was removed")
        raise NotFound(f"There is no {what} of this model")
    return await _content(asset_row(kept, f"{stem_of(file)}-{kept.name}", row, job), request, exchange, core)


def asset_row(kept: Artefact, name: str, row: BatchRow, job: JobRow) -> AssetRow:
    """Return a file that a job kept as an asset under another name, without asking for it."""
    return AssetRow(
        kept.asset_id, row.owner, name, kept.role, kept.media_type, kept.sha256, kept.size_bytes, job.updated_at, 0,
        job_id=job.id,
    )  # fmt: skip


def stem_of(file: Picture) -> str:
    """Return a picture's name without its ending."""
    return file.name.rpartition(".")[0] or file.name


def _done(file: Picture, job: JobRow | None) -> JobRow:
    """Return the work that made a model; refuse where there is none, and say how it stands."""
    status = status_of(job.status if job else None)
    if job and status == "failed" and job.code == PROVIDER_FAILED:
        raise ProviderFailed(job.message)
    if job is None or status != "completed":
        because = f": {job.message}" if job and status == "failed" else ""
        raise NotFound(f"There is no model of {file.name}; its work is {status}{because}", status=status)
    return job


async def _given(file: Picture, core: Core) -> AssetRow:
    try:
        return await core.views.asset.get(file.asset_id, SYSTEM)
    except NotFound as error:
        raise Gone("The picture was removed") from error


async def _content(row: AssetRow, request: Request[Any, Any, Any], exchange: Exchange, core: Core) -> ASGIApp:
    if await core.services.blobs.size(row.sha256) != row.size_bytes:
        raise StorageFailed("The file's content is missing in the blob store")
    return content_of(row, request, exchange, core)


routes: list[ControllerRouterHandler] = [download_model, download_batch_file]

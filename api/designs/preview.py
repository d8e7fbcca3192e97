"""Pictures of designs, made when they are first asked for: one for each revision."""

import re
from datetime import UTC, datetime
from typing import Any, NamedTuple

from litestar import Request, route
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ASGIApp, ControllerRouterHandler

from api.core import Core
from api.designs.family3 import SPEC_MISSING, Family3, design_at
from api.files.asset import content_of, found_asset
from api.files.streaming import Streamed
from api.models.failures import design_failed
from api.wire.exchange import Exchange
from api.wire.query_names import ANY_QUERY
from domain.access import SYSTEM, Caller
from domain.design import Design
from domain.errors import NotFound
from domain.work import PreviewDesign
from projections.job import JobRow
from runtime.ids import id_of

_NAME = re.compile(
    r"(?P<spec>spec_[0-9a-z]{26})(?:_v(?P<revision>\d{1,6}))?(?:\.(?P<token>[\w-]{20,60}))?(?:\.jpe?g)?", re.ASCII
)
RETRY_AFTER_S = 2
ANSWERS = {
    200: ResponseSpec(bytes, media_type="image/jpeg", description="The picture", generate_examples=False),
    202: ResponseSpec(None, description="It is still being made; ask again after `Retry-After` seconds"),
}


class _Asked(NamedTuple):
    spec_id: str
    revision: int | None
    is_signed: bool


@route(
    "/preview/{name:str}",
    http_method=["GET", "HEAD"],
    operation_id=lambda _handler, method, _parts: f"{method.title()}Preview",
    tags=["Design"],
    opt={"public": True, "signed": True, ANY_QUERY: True},
    responses=ANSWERS,
)
async def get_preview(
    name: str, request: Request[Any, Any, Any], exchange: Exchange, core: Core, designing: Family3
) -> ASGIApp:
    """Return the picture of a design: under the path that an answer gave, or by its id with credentials.

    `spec_…` and `spec_….jpg` show the newest revision, `spec_…_v2.jpg` the second one.
    """
    asked = _asked(name, designing)
    caller = SYSTEM if asked.is_signed else exchange.caller
    design = await design_at(core, asked.spec_id, caller, asked.revision)
    row = await made(core, asked.spec_id, design, designing)
    if not row.has_ended:
        return Streamed(202, {"retry-after": str(RETRY_AFTER_S), "content-length": "0"}, None)
    if row.status != "succeeded":
        raise design_failed(row, "The picture could not be made", "rendering")
    asset = await found_asset(str(row.result["preview_asset"]), Caller(row.owner), core)
    return content_of(asset, request, exchange, core)


def _asked(name: str, designing: Family3) -> _Asked:
    found = _NAME.fullmatch(name)
    if not found:
        raise NotFound(SPEC_MISSING)
    revision = int(found["revision"]) if found["revision"] else None
    if not found["token"]:
        return _Asked(found["spec"], revision, is_signed=False)
    signed = f"{found['spec']}_v{revision}"
    if not designing.files.opens("preview", signed, found["token"], datetime.now(UTC)):
        raise NotFound(SPEC_MISSING)
    return _Asked(found["spec"], revision, is_signed=True)


async def made(core: Core, spec_id: str, design: Design, designing: Family3) -> JobRow:
    """Return the job that makes the picture, asked for if nobody has, after waiting for it a while."""
    assert design.spec is not None
    work = PreviewDesign(spec_id, design.revision, design.spec, core.settings.http.preview_size)
    job_id = id_of("job", "preview", spec_id, design.revision)
    return await designing.once(job_id, design.owner, work, spec_id, core.settings.http.preview_wait_s)


routes: list[ControllerRouterHandler] = [get_preview]

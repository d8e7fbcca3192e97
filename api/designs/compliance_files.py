"""The files of compliance cases: geometry as STL, the report as PDF."""

import re
from datetime import UTC, datetime
from typing import Any

from litestar import Request, route
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ASGIApp, ControllerRouterHandler

from api.core import Core
from api.designs.compliance import fresh_case
from api.designs.family3 import Family3
from api.files.asset import content_of, found_asset
from api.wire.exchange import Exchange
from domain.access import SYSTEM, Caller
from domain.errors import NotFound
from projections.asset import AssetRow
from projections.compliance import CASE_MISSING

EXTENSIONS = {"geometry": "stl", "reports": "pdf"}
_SIGNED = re.compile(r"(?P<name>[A-Za-z0-9._-]{1,64}\.(?P<asset>[0-9a-z]{26}))\.(?P<token>[\w-]{20,60})", re.ASCII)
_PLAIN = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)
STL_ANSWERS = {200: ResponseSpec(bytes, media_type="model/stl", description="Binary STL", generate_examples=False)}


@route(
    "/geometry/{name:str}",
    http_method=["GET", "HEAD"],
    operation_id=lambda _handler, method, _parts: f"{method.title()}CaseGeometry",
    tags=["Compliance"],
    opt={"public": True, "signed": True, "timeout_s": None},
    responses=STL_ANSWERS,
)
async def get_geometry(
    name: str, request: Request[Any, Any, Any], exchange: Exchange, core: Core, designing: Family3
) -> ASGIApp:
    """Return the geometry of a case: under the path that an answer gave, or `{case_id}.stl` with credentials.

    Binary STL in millimetres with Z up, of the design as it stood when it was checked.
    """
    return await case_file("geometry", name, request, exchange, core, designing)


async def case_file(
    kind: str, name: str, request: Request[Any, Any, Any], exchange: Exchange, core: Core, designing: Family3
) -> ASGIApp:
    """Return a file of a case; `kind` is `geometry` (STL) or `reports` (PDF), `name` the last part of the path.

    Raises
    ------
    NotFound
        There is no such case, it is somebody else's, or the link is over.
    Unauthenticated
        The path is not signed, and the caller is not known.
    """
    bare = name.removesuffix(f".{EXTENSIONS[kind]}")
    signed = _SIGNED.fullmatch(bare) if bare != name else None
    if signed and designing.files.opens(kind, signed["name"], signed["token"], datetime.now(UTC)):
        row = await _asset(f"asset_{signed['asset']}", SYSTEM, core)
    elif signed and not exchange.identity:
        raise NotFound(CASE_MISSING)
    else:
        caller = exchange.caller
        if bare == name or not _PLAIN.fullmatch(bare):
            raise NotFound(CASE_MISSING)
        case = await fresh_case(core, bare, caller)
        row = await _asset(case.geometry_asset if kind == "geometry" else case.report_asset, Caller(case.owner), core)
    return content_of(row, request, exchange, core)


async def _asset(asset_id: str, caller: Caller, core: Core) -> AssetRow:
    try:
        return await found_asset(asset_id, caller, core)
    except NotFound as error:
        raise NotFound(CASE_MISSING) from error


async def case_report(
    name: str, request: Request[Any, Any, Any], exchange: Exchange, core: Core, designing: Family3
) -> ASGIApp:
    """Return the report of a case as PDF: `{case_id}.pdf` with credentials, or the path that an answer gave."""
    return await case_file("reports", name, request, exchange, core, designing)


routes: list[ControllerRouterHandler] = [get_geometry]

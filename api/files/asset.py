"""Files: what is known of them, and their content."""

from collections.abc import AsyncGenerator, Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Any

import msgspec
from litestar import Request, get, route
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import Parameter
from litestar.types import ASGIApp, ControllerRouterHandler
from msgspec import Meta

from api.core import Core
from api.dialects import Problem
from api.files.links import Links, provenance_of
from api.files.streaming import Streamed, disposition, is_known, wanted_part
from api.models.family1 import Answer, Family1, require_id
from api.wire.errors import rendered
from api.wire.exchange import Exchange
from commands.asset import ASSET
from commands.job import JOB
from commands.prompt import PROMPT
from domain.access import SYSTEM, Caller
from domain.errors import NotFound, StorageFailed
from projections.asset import AssetRow

CACHE_S = 3600
SHOWN_KINDS = frozenset(("image/png", "image/jpeg", "image/webp"))
FRESH_S = 2.0


CONTENT_ANSWERS = {
    200: ResponseSpec(
        bytes, media_type="application/octet-stream", description="The whole file", generate_examples=False
    ),
    206: ResponseSpec(
        bytes, media_type="application/octet-stream", description="A part of it", generate_examples=False
    ),
    304: ResponseSpec(None, description="You have it already"),
    416: ResponseSpec(dict[str, Any], description="The range lies outside of the file", generate_examples=False),
}


class AssetShown(msgspec.Struct, kw_only=True):
    """What is known of a file."""

    id: Annotated[str, Meta(examples=["asset_01k0000000000000000000000a"])]
    asset_id: Annotated[
        str, Meta(description="The same as `id`, as lists call it", examples=["asset_01k0000000000000000000000a"])
    ]
    name: Annotated[str, Meta(examples=["model.glb"])]
    role: Annotated[str, Meta(description="result, texture, preview, input or log")]
    media_type: Annotated[str, Meta(examples=["model/gltf-binary"])]
    sha256: Annotated[str, Meta(description="SHA-256 of the content in hex; also its ETag")]
    size_bytes: int
    url: Annotated[str, Meta(description="Signed link to the content; needs no token")]
    expires_at: Annotated[datetime, Meta(description="Until when `url` is good, at least")]
    created_at: datetime
    job_id: Annotated[str, Meta(description="The job that made it; empty for what was given")]
    prompt_id: Annotated[str, Meta(description="The prompt that it came with, or that its run was started from")]
    stage: Annotated[str, Meta(description="The stage that made it")]
    provenance: Annotated[dict[str, Any], Meta(description="What it was made from: inputs, seed, versions")]


class AssetAnswer(Answer, kw_only=True):
    """A file."""

    data: AssetShown


@get("/assets/{asset_id:str}", operation_id="GetAsset", tags=["Assets"])
async def get_asset(asset_id: str, caller: Caller, core: Core, links: Links) -> AssetAnswer:
    """Return what is known of a file, and a fresh link to its content."""
    row = await found_asset(asset_id, caller, core)
    prompt_id, provenance = await _origin(row, core)
    shown = {name: getattr(row, name) for name in AssetShown.__struct_fields__ if hasattr(row, name)}
    shown |= {"asset_id": row.id, "url": links.to(row.id, row.name), "expires_at": links.end(), "prompt_id": prompt_id}
    return AssetAnswer(data=AssetShown(**shown, provenance=provenance))


@route(
    "/assets/{asset_id:str}/{name:str}",
    http_method=["GET", "HEAD"],
    operation_id=lambda _handler, method, _parts: f"{method.title()}AssetContent",
    tags=["Assets"],
    opt={"public": True, "signed": True, "timeout_s": None},
    responses=CONTENT_ANSWERS,
)
async def get_asset_content(
    asset_id: str,
    name: str,
    request: Request[Any, Any, Any],
    exchange: Exchange,
    core: Core,
    family: Family1,
    expires: int = 0,
    signature: Annotated[str, Parameter(max_length=100)] = "",
) -> ASGIApp:
    """Return the content of a file: with a signed link, or with the token of its owner.

    `name` is the file's name, or `content`. Takes `Range` (one range), `If-Range` and `If-None-Match`; the ETag is the
    SHA-256 of the content. A link that is over, or that this server did not make, answers 401.
    """
    if signature:
        family.urls.check(asset_id, expires, signature, datetime.now(UTC))
    row = await found_asset(asset_id, SYSTEM if signature else exchange.caller, core)
    if name not in ("content", row.name):
        raise NotFound("There is no such file")
    if await core.services.blobs.size(row.sha256) != row.size_bytes:
        raise StorageFailed("The file's content is missing in the blob store")
    return content_of(row, request, exchange, core)


async def found_asset(asset_id: str, caller: Caller, core: Core) -> AssetRow:
    """Return an asset; one whose event is newer than the view is waited for."""
    require_id(asset_id, "asset")
    try:
        return await core.views.asset.get(asset_id, caller)
    except NotFound:
        await core.views.wait_for("asset", await core.services.store.last_position(), FRESH_S)
        return await core.views.asset.get(asset_id, caller)


async def _origin(row: AssetRow, core: Core) -> tuple[str, dict[str, Any]]:
    """Return the prompt that a file goes back to, and its provenance; its owner is allowed to see both."""
    if not row.job_id and not row.prompt_id:
        return "", {"source_url": (await core.do.look(ASSET, row.id, SYSTEM)).state.source_url}
    if not row.job_id:
        prompt = (await core.do.look(PROMPT, row.prompt_id, SYSTEM)).state
        source = next((known for known in prompt.references if known.asset_id == row.id), None)
        return row.prompt_id, {"url": source.url if source else ""}
    job = (await core.do.look(JOB, row.job_id, SYSTEM)).state
    inputs = msgspec.to_builtins(job.work)
    return job.parent, {"job_id": row.job_id, "inputs": inputs, **provenance_of(job)}


def content_of(row: AssetRow, request: Request[Any, Any, Any], exchange: Exchange, core: Core) -> Streamed:
    """Return the content of a file, or the part that is asked for."""
    headers = {
        "cache-control": f"private, max-age={CACHE_S}",
        "content-type": row.media_type,
        "content-disposition": disposition(row.name, is_shown=row.media_type in SHOWN_KINDS),
        "content-security-policy": "default-src 'none'; sandbox",
    }
    body = partial(core.services.blobs.stream, row.sha256)
    return ranged(f'"{row.sha256}"', row.size_bytes, headers, body, request, exchange)


def ranged(
    etag: str,
    size_bytes: int,
    headers: Mapping[str, str],
    body: Callable[[int, int], AsyncGenerator[bytes, None]],
    request: Request[Any, Any, Any],
    exchange: Exchange,
    *,
    stalled_s: float | None = None,
) -> Streamed:
    """Return something of a known size, or the part that is asked for; `body` gives the bytes between two places."""
    always = {"etag": etag, "cache-control": headers["cache-control"], "accept-ranges": "bytes"}
    if is_known(request.headers.get("if-none-match", ""), etag):
        return Streamed(304, always, None)
    may_be_part = request.headers.get("if-range", etag) == etag
    try:
        part = wanted_part(request.headers.get("range", "") if may_be_part else "", size_bytes)
    except IndexError:
        return _outside(size_bytes, exchange)
    start, end = part or (0, size_bytes)
    sent = {**always, **headers, "content-length": str(end - start)}
    if part:
        sent["content-range"] = f"bytes {start}-{end - 1}/{size_bytes}"
    return Streamed(206 if part else 200, sent, body(start, end), stalled_s=stalled_s)


def _outside(size_bytes: int, exchange: Exchange) -> Streamed:
    facts = {"size_bytes": size_bytes}
    problem = Problem("range", "The range lies outside of the file", facts, {"content-range": f"bytes */{size_bytes}"})
    status, headers, body = rendered(problem, exchange)
    return Streamed(status, {**headers, "content-length": str(len(body))}, _once(body))


async def _once(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body


routes: list[ControllerRouterHandler] = [get_asset, get_asset_content]

"""Files that people give in one request, kept as assets; what they gave, and letting it go again."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any

import msgspec
from litestar import Request, delete, get, post
from litestar.params import Parameter
from litestar.types import ControllerRouterHandler
from msgspec import Meta
from multipart import parse_options_header

from api.core import Core
from api.files.asset import found_asset
from api.files.giving import Arrival, AssetGiven, AssetGivenAnswer, given, require_space, take_in
from api.files.letting_go import is_held
from api.files.links import Links
from api.files.multipart import FIELD, MEDIA_TYPE, Form
from api.models.family1 import Answer, Cursor, Limit
from api.wire.body import BodyLate
from commands.asset import DeleteAsset
from domain.access import Caller
from domain.errors import Conflict, TooLarge, UnsupportedMedia
from projections.asset import AssetRow
from runtime.formats import FORMATS

FORM_BYTES_MAX = 2**20
"""What a form may have beside its file."""
FORM: dict[str, Any] = {
    "type": "object",
    "properties": {FIELD: {"type": "string", "format": "binary", "description": "The file"}},
    "required": [FIELD],
}
BODY: dict[str, Any] = {
    "required": True,
    "description": "The file, in the field `file` of a form, or as it is: "
    + ", ".join(f"{known.label} ({known.media_type})" for known in FORMATS)
    + ". What it is, is told from its content.",
    "content": {
        MEDIA_TYPE: {"schema": FORM, "example": {FIELD: "(the bytes of duck.glb)"}},
        "application/octet-stream": {
            "schema": {"type": "string", "format": "binary"},
            "example": "(the bytes of duck.glb)",
        },
    },
}


class AssetPage(msgspec.Struct):
    """Some files that somebody gave, newest first."""

    items: list[AssetGiven]
    next: Annotated[str, Meta(description="Give it as `after` for the next page; empty on the last one")]


class AssetsAnswer(Answer, kw_only=True):
    """Files that somebody gave."""

    data: AssetPage


@post(
    "/assets",
    operation_id="UploadAsset",
    tags=["Assets"],
    opt={"timeout_s": None, "body": BODY, "streams": True},
    request_max_body_size=None,
)
async def upload_asset(
    request: Request[Any, Any, Any],
    caller: Caller,
    core: Core,
    links: Links,
    name: Annotated[str, Parameter(max_length=1000, description="Name of a file that is sent as it is")] = "",
) -> AssetGivenAnswer:
    """Keep a file of yours: a form with the field `file`, or the file itself as the body.

    It is hashed, and its format told from its content, while it arrives. Larger files may also be sent in pieces that
    can be taken up again: tus 1.0 at `/assets/uploads`.
    """
    require_plain(request)
    row = await _received(request, name, caller, core)
    return AssetGivenAnswer(data=given(row, links), message="File kept")


@get("/assets", operation_id="ListAssets", tags=["Assets"])
async def list_assets(caller: Caller, core: Core, links: Links, after: Cursor = "", limit: Limit = 20) -> AssetsAnswer:
    """Return the files that you gave, newest first; those of jobs stand with their jobs."""
    page = await core.views.asset.given_by(caller, after=after, limit=limit)
    return AssetsAnswer(data=AssetPage([given(row, links) for row in page.items], page.after))


@delete("/assets/{asset_id:str}", operation_id="DeleteAsset", tags=["Assets"], status_code=204)
async def delete_asset(asset_id: str, caller: Caller, core: Core) -> None:
    """Let a file go that you gave; its content is removed within a day, unless another file has the same."""
    row = await found_asset(asset_id, caller, core)
    if row.job_id or row.prompt_id:
        raise Conflict("Only files that were given by themselves can be deleted; this one belongs to a job or prompt")
    if await is_held(asset_id, row.owner, core):
        raise Conflict("A project or batch has this file; give the project another one, or delete it, first")
    await core.services.blobs.doubt(row.sha256)  # whoever tidies up removes it, once nothing names it
    done = await core.do(DeleteAsset(asset_id), caller)
    await core.views.wait_for("asset", done.position)


def require_plain(request: Request[Any, Any, Any]) -> None:
    """Refuse a body that is packed: nothing here unpacks it."""
    coding = request.headers.get("content-encoding", "").strip().lower()
    if coding not in ("", "identity"):
        raise UnsupportedMedia("The file must be sent as it is, without Content-Encoding", allowed=["identity"])


async def arriving(request: Request[Any, Any, Any], idle_s: float) -> AsyncIterator[bytes]:
    """Yield a body as it arrives.

    Raises
    ------
    BodyLate
        Nothing came for `idle_s`.
    """
    stream = request.stream()
    while True:
        try:
            async with asyncio.timeout(idle_s):
                chunk = await anext(stream)
        except StopAsyncIteration:
            return
        except TimeoutError as error:
            raise BodyLate from error
        if chunk:
            yield chunk


def length_of(request: Request[Any, Any, Any]) -> int | None:
    """Return the length that a request states for its body."""
    text = request.headers.get("content-length", "")
    return int(text) if text.isdecimal() and len(text) < 19 else None


async def _received(request: Request[Any, Any, Any], name: str, caller: Caller, core: Core) -> AssetRow:
    stated = length_of(request)
    content_type = request.headers.get("content-type", "")
    body = arriving(request, core.settings.blobs.upload_idle_s)
    if content_type.partition(";")[0].strip().lower() != MEDIA_TYPE:
        await require_space(core, caller.account, stated or 0)
        arrival = Arrival(name or _name_of(request), size_bytes_stated=stated)
        return await take_in(core, caller.account, body, arrival, correlation=caller.correlation)
    form, arrival = Form(content_type), Arrival()
    whole = limited(body, core.settings.blobs.upload_bytes_max)

    async def named() -> AsyncIterator[bytes]:
        async for file in form.files(whole):
            arrival.name = name or file.name
            async for chunk in file.chunks:
                yield chunk

    return await take_in(core, caller.account, named(), arrival, correlation=caller.correlation)


async def limited(body: AsyncIterator[bytes], size_bytes_max: int) -> AsyncIterator[bytes]:
    """Pass a form on whose files may have `size_bytes_max` in all: what else is in it is little."""
    size_bytes = 0
    async for chunk in body:
        size_bytes += len(chunk)
        if size_bytes > size_bytes_max + FORM_BYTES_MAX:
            raise TooLarge(
                f"The form is larger than a file may be: at most {size_bytes_max} bytes", size_bytes_max=size_bytes_max
            )
        yield chunk


def _name_of(request: Request[Any, Any, Any]) -> str:
    _, options = parse_options_header(request.headers.get("content-disposition", ""))
    return str(options.get("filename", ""))


routes: list[ControllerRouterHandler] = [upload_asset, list_assets, delete_asset]

"""Files that people give in pieces, and go on with where they were cut: tus 1.0.

Extensions: creation, creation-with-upload, expiration, termination, checksum. Source: tus.io, protocol 1.0.
What came so far lies in the blob store, so that any process of the API can go on with it.
"""

from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Annotated, Any

import msgspec
from litestar import MediaType, Response, delete, get, head, patch, post, route
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ControllerRouterHandler
from msgspec import UNSET, Meta, UnsetType

from api.core import Core
from api.files.giving import AssetGiven, given
from api.files.links import Links
from api.files.receiving import ALGORITHMS, MEDIA_TYPE, Anything, begun, found_upload, media_type_of, receive
from api.models.family1 import Answer, require_id
from api.wire.body import VersionOther
from api.wire.exchange import Exchange
from domain.access import MISSING, Caller
from domain.errors import NotFound
from projections.asset import AssetRow
from runtime.partials import Partial

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,expiration,termination,checksum"
PATH = "/assets/uploads"
PIECE_BODY: dict[str, Any] = {
    "required": True,
    "description": "The bytes from `Upload-Offset` on",
    "content": {MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}, "example": "(some bytes)"}},
}


class UploadShown(msgspec.Struct, kw_only=True):
    """A file that comes in pieces."""

    upload_id: Annotated[str, Meta(examples=["upload_01k0000000000000000000000a"])]
    name: str
    offset: Annotated[int, Meta(description="Bytes that have come")]
    size_bytes: int
    expires_at: Annotated[datetime | UnsetType, Meta(description="Until when the rest must have come")] = UNSET
    asset: Annotated[AssetGiven | UnsetType, Meta(description="The file, once it is whole")] = UNSET


class UploadAnswer(Answer, kw_only=True):
    """A file that comes in pieces."""

    data: UploadShown


@route(
    PATH,
    http_method=["OPTIONS"],
    operation_id="DescribeUploads",
    tags=["Assets"],
    opt={"public": True},
    include_in_schema=False,
)
async def describe_uploads(core: Core) -> Response[None]:
    """Say what of tus this server speaks."""
    headers = {
        "Tus-Resumable": VERSION, "Tus-Version": VERSION, "Tus-Extension": EXTENSIONS,
        "Tus-Max-Size": str(core.settings.blobs.upload_bytes_max), "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
    }  # fmt: skip
    return Response(None, status_code=204, headers=headers)


@post(
    PATH,
    operation_id="BeginUpload",
    tags=["Assets"],
    opt={"timeout_s": None, "streams": True},
    request_max_body_size=None,
    responses={
        201: ResponseSpec(None, description="It is begun; `Location` says where it goes on"),
        412: ResponseSpec(dict[str, Any], description="Another version of tus", generate_examples=False),
    },
)
async def begin_upload(
    request: Anything, caller: Caller, core: Core, links: Links, exchange: Exchange
) -> Response[None]:
    """Begin a resumable upload (tus 1.0): `Upload-Length`, and a `filename` in `Upload-Metadata`; see `Location`."""
    _require_version(request, exchange)
    partial = await begun(request, caller, core)
    headers = {"Location": f"{links.base_url}/api/v1{PATH}/{partial.id}", "Upload-Expires": _date(partial)}
    if media_type_of(request) == MEDIA_TYPE:
        partial, row = await receive(request, partial, caller, core)
        headers |= _finished_headers(partial, row)
    return Response(None, status_code=201, media_type=MediaType.TEXT, headers=headers)


@head(
    f"{PATH}/{{upload_id:str}}",
    operation_id="HeadUpload",
    tags=["Assets"],
    responses={200: ResponseSpec(None, description="How much of it there is")},
)
async def head_upload(
    upload_id: str, request: Anything, caller: Caller, core: Core, exchange: Exchange
) -> Response[None]:
    """Say how much of an upload there is: `Upload-Offset`."""
    _require_version(request, exchange)
    partial, row = await found_upload(upload_id, caller, core)
    headers = {"Upload-Length": str(partial.size_bytes), "Cache-Control": "no-store"}
    if partial.metadata:
        headers["Upload-Metadata"] = partial.metadata
    if row is None:
        headers["Upload-Expires"] = _date(partial)
    return Response(None, status_code=200, media_type=MediaType.TEXT, headers=headers | _finished_headers(partial, row))


@get(f"{PATH}/{{upload_id:str}}", operation_id="GetUpload", tags=["Assets"])
async def get_upload(upload_id: str, caller: Caller, core: Core, links: Links) -> UploadAnswer:
    """Return how much of an upload there is, and the asset that it became."""
    partial, row = await found_upload(upload_id, caller, core)
    shown = UploadShown(
        upload_id=upload_id, name=partial.name, offset=partial.offset, size_bytes=partial.size_bytes,
        expires_at=UNSET if row else datetime.fromtimestamp(partial.expires_at, UTC),
        asset=given(row, links) if row else UNSET,
    )  # fmt: skip
    return UploadAnswer(data=shown)


@patch(
    f"{PATH}/{{upload_id:str}}",
    operation_id="ContinueUpload",
    tags=["Assets"],
    status_code=204,
    opt={"timeout_s": None, "body": PIECE_BODY, "streams": True},
    request_max_body_size=None,
    responses={
        412: ResponseSpec(dict[str, Any], description="Another version of tus", generate_examples=False),
        460: ResponseSpec(dict[str, Any], description="The checksum is another one", generate_examples=False),
    },
)
async def continue_upload(
    upload_id: str, request: Anything, caller: Caller, core: Core, exchange: Exchange
) -> Response[None]:
    """Send the next bytes of an upload, from `Upload-Offset` on; the last ones make it an asset (`X-Asset-Id`).

    A piece that is cut off counts as far as it came. Of two who send at the same time, one is refused with 409.
    """
    _require_version(request, exchange)
    partial, row = await found_upload(upload_id, caller, core)
    if row is None:
        partial, row = await receive(request, partial, caller, core)
    headers = _finished_headers(partial, row) | ({} if row else {"Upload-Expires": _date(partial)})
    return Response(None, status_code=204, headers=headers)


@delete(f"{PATH}/{{upload_id:str}}", operation_id="EndUpload", tags=["Assets"], status_code=204)
async def end_upload(
    upload_id: str, request: Anything, caller: Caller, core: Core, exchange: Exchange
) -> Response[None]:
    """Give an upload up that is not done; what came of it is removed."""
    exchange.headers["tus-resumable"] = VERSION
    partials = core.services.blobs.partials
    if await partials.find(caller.account, require_id(upload_id, "upload")) is None:
        raise NotFound(MISSING)
    await partials.remove(caller.account, upload_id)
    return Response(None, status_code=204)


def _require_version(request: Anything, exchange: Exchange) -> None:
    exchange.headers["tus-resumable"] = VERSION
    if request.headers.get("tus-resumable") != VERSION:
        exchange.headers["tus-version"] = VERSION
        raise VersionOther(f"Send `Tus-Resumable: {VERSION}`: this is tus {VERSION}")


def _finished_headers(partial: Partial, row: AssetRow | None) -> dict[str, str]:
    headers = {"Upload-Offset": str(partial.offset)}
    return headers | {"X-Asset-Id": row.id, "Content-Location": f"/api/v1/assets/{row.id}"} if row else headers


def _date(partial: Partial) -> str:
    return format_datetime(datetime.fromtimestamp(partial.expires_at, UTC), usegmt=True)


routes: list[ControllerRouterHandler] = [
    describe_uploads, begin_upload, head_upload, get_upload, continue_upload, end_upload,
]  # fmt: skip

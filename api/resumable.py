"""Files that people give in pieces, and go on with where they were cut: tus 1.0.

Extensions: creation, creation-with-upload, expiration, termination, checksum. Source: tus.io, protocol 1.0.
What came so far lies in the blob store, so that any process of the API can go on with it.
"""

import base64
import binascii
import hashlib
import tempfile
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Annotated, Any, BinaryIO

import msgspec
from litestar import MediaType, Request, Response, delete, get, head, patch, post, route
from litestar.exceptions import InternalServerException
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ControllerRouterHandler
from msgspec import UNSET, Meta, UnsetType

from api.asset import found_asset
from api.body import BodyCut, BodyLate, ChecksumOther, VersionOther
from api.core import Core
from api.exchange import Exchange
from api.family1 import Answer, require_id
from api.giving import Arrival, AssetGiven, given, require_known, require_space, take_in
from api.links import Links
from api.upload import arriving, length_of, require_plain
from commands.asset import clean_name
from domain.access import MISSING, Caller
from domain.errors import Conflict, Invalid, NotFound, StorageFailed, TooLarge, TooMany, UnsupportedMedia
from projections.asset import AssetRow
from runtime.formats import HEAD_BYTES
from runtime.ids import id_of, new_id
from runtime.partials import PIECE_BYTES, Partial

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,expiration,termination,checksum"
ALGORITHMS = ("sha1", "sha256", "md5")
MEDIA_TYPE = "application/offset+octet-stream"
PATH = "/assets/uploads"
METADATA_LENGTH_MAX = 4096
CUTS = (BodyCut, BodyLate, InternalServerException)
PIECE_BODY: dict[str, Any] = {
    "required": True,
    "description": "The bytes from `Upload-Offset` on",
    "content": {MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}, "example": "(some bytes)"}},
}

Anything = Request[Any, Any, Any]


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
    partial = await _begun(request, caller, core)
    headers = {"Location": f"{links.base_url}/api/v1{PATH}/{partial.id}", "Upload-Expires": _date(partial)}
    if _media_type(request) == MEDIA_TYPE:
        partial, row = await _receive(request, partial, caller, core)
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
    partial, row = await _found(upload_id, caller, core)
    headers = {"Upload-Length": str(partial.size_bytes), "Cache-Control": "no-store"}
    if partial.metadata:
        headers["Upload-Metadata"] = partial.metadata
    if row is None:
        headers["Upload-Expires"] = _date(partial)
    return Response(None, status_code=200, media_type=MediaType.TEXT, headers=headers | _finished_headers(partial, row))


@get(f"{PATH}/{{upload_id:str}}", operation_id="GetUpload", tags=["Assets"])
async def get_upload(upload_id: str, caller: Caller, core: Core, links: Links) -> UploadAnswer:
    """Return how much of an upload there is, and the asset that it became."""
    partial, row = await _found(upload_id, caller, core)
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
    partial, row = await _found(upload_id, caller, core)
    if row is None:
        partial, row = await _receive(request, partial, caller, core)
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


async def _begun(request: Anything, caller: Caller, core: Core) -> Partial:
    limits, owner = core.settings.blobs, caller.account
    size_bytes = _number(request, "upload-length")
    if not size_bytes:
        raise Invalid("The file is empty", field="Upload-Length")
    metadata = request.headers.get("upload-metadata", "")
    name = clean_name(_filename(metadata), "")
    partials = core.services.blobs.partials
    waiting = await partials.of_owner(owner)
    if len(waiting) >= limits.uploads_open_max:
        raise TooMany(
            "Too many of your uploads are not done; finish or delete one first",
            uploads_max=limits.uploads_open_max, retry_after_s=60,
        )  # fmt: skip
    await require_space(core, owner, size_bytes, reserved_bytes=sum(one.size_bytes for one in waiting))
    expires_at = datetime.now(UTC).timestamp() + limits.upload_ttl_s
    partial = Partial(new_id("upload"), owner, name, size_bytes, metadata, expires_at)
    await partials.begin(partial)
    return partial


async def _found(upload_id: str, caller: Caller, core: Core) -> tuple[Partial, AssetRow | None]:
    """Return an upload, and the asset that it became; one that was cut off just before that is completed."""
    partial = await core.services.blobs.partials.find(caller.account, require_id(upload_id, "upload"))
    if partial is not None:
        return partial, await _finished(partial, caller, core) if partial.offset == partial.size_bytes else None
    row = await core.views.asset.get(id_of("asset", upload_id), Caller(caller.account))
    return Partial(upload_id, row.owner, row.name, row.size_bytes, "", 0.0, row.size_bytes), row


async def _receive(request: Anything, partial: Partial, caller: Caller, core: Core) -> tuple[Partial, AssetRow | None]:
    """Take the body in as the next bytes of an upload; the last ones make it an asset."""
    require_plain(request)
    if _media_type(request) != MEDIA_TYPE:
        raise UnsupportedMedia(f"The body's media type must be {MEDIA_TYPE}", allowed=[MEDIA_TYPE])
    if request.method == "PATCH" and _number(request, "upload-offset") != partial.offset:
        raise Conflict(f"The upload stands at {partial.offset}; go on from there", offset=partial.offset)
    if partial.offset + (length_of(request) or 0) > partial.size_bytes:
        raise _too_long(partial)
    body = arriving(request, core.settings.blobs.upload_idle_s)
    if algorithm := request.headers.get("upload-checksum", ""):
        partial = await _checked(algorithm, body, partial, core)
    else:
        partial = await _kept(body, partial, core)
    return partial, await _finished(partial, caller, core) if partial.offset == partial.size_bytes else None


async def _kept(body: AsyncIterator[bytes], partial: Partial, core: Core) -> Partial:
    """Keep a body piece by piece; what came before it was cut off counts."""
    buffer, cut = bytearray(), None
    partials = core.services.blobs.partials
    try:
        async for chunk in body:
            buffer += chunk
            if partial.offset + len(buffer) > partial.size_bytes:
                raise _too_long(partial)
            while len(buffer) >= PIECE_BYTES:
                _require_readable(buffer, partial)
                partial = await partials.add(partial, bytes(buffer[:PIECE_BYTES]))
                del buffer[:PIECE_BYTES]
    except CUTS as error:
        cut = error
    if buffer:
        _require_readable(buffer, partial)
        partial = await partials.add(partial, bytes(buffer))
    if cut is not None:
        raise cut
    return partial


async def _checked(stated: str, body: AsyncIterator[bytes], partial: Partial, core: Core) -> Partial:
    """Keep a body if it has the checksum that is stated: it waits in a file until that is known."""
    algorithm, _, encoded = stated.partition(" ")
    if algorithm not in ALGORITHMS:
        raise Invalid(f"`Upload-Checksum` must be by one of: {', '.join(ALGORITHMS)}", field="Upload-Checksum")
    digest = hashlib.new(algorithm, usedforsecurity=False)
    size_bytes = 0
    with tempfile.TemporaryFile() as file:
        async for chunk in body:
            size_bytes += len(chunk)
            if partial.offset + size_bytes > partial.size_bytes:
                raise _too_long(partial)
            digest.update(chunk)
            file.write(chunk)
        if digest.digest() != _decoded(encoded, "Upload-Checksum"):
            raise ChecksumOther("The bytes do not have this checksum; send them again")
        file.seek(0)
        return await _kept(_read(file), partial, core)


async def _read(file: BinaryIO) -> AsyncIterator[bytes]:
    while chunk := file.read(PIECE_BYTES):
        yield chunk


def _require_readable(first: bytearray, partial: Partial) -> None:
    """Refuse a file early whose beginning is in no format that is read here."""
    if partial.offset == 0 and (len(first) >= HEAD_BYTES or len(first) == partial.size_bytes):
        require_known(bytes(first[:HEAD_BYTES]), partial.size_bytes)


async def _finished(partial: Partial, caller: Caller, core: Core) -> AssetRow:
    """Return the asset that a whole upload becomes; what is no file that is read here goes at once.

    Of two who do so at once, one finds that the other has removed the pieces: then there is the asset.
    """
    partials = core.services.blobs.partials
    arrival = Arrival(partial.name, size_bytes_stated=partial.size_bytes)
    try:
        row = await take_in(
            core, partial.owner, partials.pieces(partial), arrival, asset_id=id_of("asset", partial.id),
            correlation=caller.correlation,
        )  # fmt: skip
    except Invalid:
        await partials.remove(partial.owner, partial.id)
        raise
    except StorageFailed:
        with suppress(NotFound):
            return await found_asset(id_of("asset", partial.id), Caller(partial.owner), core)
        raise
    await partials.remove(partial.owner, partial.id)
    return row


def _require_version(request: Anything, exchange: Exchange) -> None:
    exchange.headers["tus-resumable"] = VERSION
    if request.headers.get("tus-resumable") != VERSION:
        exchange.headers["tus-version"] = VERSION
        raise VersionOther(f"Send `Tus-Resumable: {VERSION}`: this is tus {VERSION}")


def _finished_headers(partial: Partial, row: AssetRow | None) -> dict[str, str]:
    headers = {"Upload-Offset": str(partial.offset)}
    return headers | {"X-Asset-Id": row.id, "Content-Location": f"/api/v1/assets/{row.id}"} if row else headers


def _too_long(partial: Partial) -> TooLarge:
    return TooLarge(f"The upload was begun with {partial.size_bytes} bytes", size_bytes_max=partial.size_bytes)


def _number(request: Anything, name: str) -> int:
    text = request.headers.get(name, "")
    if not (text.isascii() and text.isdecimal() and len(text) < 16):
        raise Invalid(f"The header `{name.title()}` must be a number of bytes", field=name.title())
    return int(text)


def _media_type(request: Anything) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _filename(metadata: str) -> str:
    """Return the name of the file in an `Upload-Metadata` header."""
    if len(metadata) > METADATA_LENGTH_MAX:
        raise Invalid(f"`Upload-Metadata` may have {METADATA_LENGTH_MAX} characters", field="Upload-Metadata")
    pairs = dict(part.strip().partition(" ")[::2] for part in metadata.split(",") if part.strip())
    encoded = pairs.get("filename", pairs.get("name", ""))
    return _decoded(encoded, "Upload-Metadata").decode(errors="replace")


def _decoded(encoded: str, field: str) -> bytes:
    try:
        return base64.b64decode(encoded.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid(f"`{field}` has a value that is not base64", field=field) from error


def _date(partial: Partial) -> str:
    return format_datetime(datetime.fromtimestamp(partial.expires_at, UTC), usegmt=True)


routes: list[ControllerRouterHandler] = [
    describe_uploads, begin_upload, head_upload, get_upload, continue_upload, end_upload,
]  # fmt: skip

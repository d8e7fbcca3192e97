"""The bytes of files that come in pieces: taken in as far as they came, and made an asset when they are whole."""

import base64
import binascii
import hashlib
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, BinaryIO

import structlog
from litestar import Request
from litestar.exceptions import InternalServerException

from api.core import Core
from api.files.asset import found_asset
from api.files.giving import Arrival, require_known, require_space, take_in
from api.files.upload import arriving, length_of, require_plain
from api.models.family1 import require_id
from api.projects.family5 import found_project
from api.projects.giving import attach
from api.wire.body import BodyCut, BodyLate, ChecksumOther
from commands.asset import clean_name
from domain.access import Caller
from domain.errors import Conflict, Invalid, NotFound, Refused, StorageFailed, TooLarge, TooMany, UnsupportedMedia
from projections.asset import AssetRow
from runtime.formats import HEAD_BYTES
from runtime.ids import id_of, new_id
from runtime.partials import PIECE_BYTES, Partial

ALGORITHMS = ("sha1", "sha256", "md5")
MEDIA_TYPE = "application/offset+octet-stream"
METADATA_LENGTH_MAX = 4096
CUTS = (BodyCut, BodyLate, InternalServerException)

Anything = Request[Any, Any, Any]

log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def begun(request: Anything, caller: Caller, core: Core) -> Partial:
    """Return the upload that a request begins.

    Raises
    ------
    Refused
        Its headers are not those of tus, it is too large, or the account has too many or too much.
    """
    limits, owner = core.settings.blobs, caller.account
    size_bytes = _number(request, "upload-length")
    if not size_bytes:
        raise Invalid("The file is empty", field="Upload-Length")
    metadata = request.headers.get("upload-metadata", "")
    told = _told(metadata)
    name = clean_name(told.get("filename", told.get("name", "")), "")
    if "project_id" in told:
        await found_project(_project_of(told), caller, core)
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


async def found_upload(upload_id: str, caller: Caller, core: Core) -> tuple[Partial, AssetRow | None]:
    """Return an upload, and the asset that it became; one that was cut off just before that is completed."""
    partial = await core.services.blobs.partials.find(caller.account, require_id(upload_id, "upload"))
    if partial is not None and partial.offset == partial.size_bytes:
        return partial, await _finished(partial, caller, core)
    try:  # pieces are removed when the asset is there: what seems to have begun again may be whole
        row = await core.views.asset.get(id_of("asset", upload_id), Caller(caller.account))
    except NotFound:
        if partial is None:
            raise
        return partial, None
    return Partial(upload_id, row.owner, row.name, row.size_bytes, "", 0.0, row.size_bytes), row


async def receive(request: Anything, partial: Partial, caller: Caller, core: Core) -> tuple[Partial, AssetRow | None]:
    """Take the body in as the next bytes of an upload; the last ones make it an asset."""
    require_plain(request)
    if media_type_of(request) != MEDIA_TYPE:
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
        require_known(bytes(first[:HEAD_BYTES]), partial.size_bytes, name=partial.name)


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
    await _attached(partial, row, caller, core)
    await partials.remove(partial.owner, partial.id)
    return row


async def _attached(partial: Partial, row: AssetRow, caller: Caller, core: Core) -> None:
    """Give a file to the project that its upload named; where that cannot be, the file stays by itself."""
    told = _told(partial.metadata)
    if "project_id" not in told:
        return
    try:
        await attach([row.id], _project_of(told), caller, core)
    except Refused as error:
        log.info("upload.not_attached", asset=row.id, reason=error.message)


def _too_long(partial: Partial) -> TooLarge:
    return TooLarge(f"The upload was begun with {partial.size_bytes} bytes", size_bytes_max=partial.size_bytes)


def _number(request: Anything, name: str) -> int:
    text = request.headers.get(name, "")
    if not (text.isascii() and text.isdecimal() and len(text) < 16):
        raise Invalid(f"The header `{name.title()}` must be a number of bytes", field=name.title())
    return int(text)


def media_type_of(request: Anything) -> str:
    """Return the media type of a body, without its parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _told(metadata: str) -> dict[str, str]:
    """Return what an `Upload-Metadata` header says of the file."""
    if len(metadata) > METADATA_LENGTH_MAX:
        raise Invalid(f"`Upload-Metadata` may have {METADATA_LENGTH_MAX} characters", field="Upload-Metadata")
    pairs = dict(part.strip().partition(" ")[::2] for part in metadata.split(",") if part.strip())
    known = ("filename", "name", "project_id")
    return {
        name: _decoded(value, "Upload-Metadata").decode(errors="replace")
        for name, value in pairs.items()
        if name in known
    }


def _project_of(told: Mapping[str, str]) -> int:
    text = told["project_id"]
    if not (text.isascii() and text.isdecimal() and len(text) < 16):
        raise Invalid("`project_id` must be the number of a project", field="Upload-Metadata")
    return int(text)


def _decoded(encoded: str, field: str) -> bytes:
    try:
        return base64.b64decode(encoded.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid(f"`{field}` has a value that is not base64", field=field) from error

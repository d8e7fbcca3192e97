"""Pictures of an upload while they arrive: on disk, never in memory together, and nowhere else until all are known."""

import asyncio
import hashlib
import tempfile
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any, BinaryIO, NamedTuple

from litestar import Request

from api.batches.wishes import wishes_of
from api.files.giving import Arrival
from api.files.multipart import BrokenForm, Form, FormFile
from api.files.upload import FORM_BYTES_MAX, arriving, length_of, limited
from commands.asset import clean_name
from domain.errors import Invalid, StorageFailed, TooLarge, UnsupportedMedia
from runtime.blobs import CHUNK_BYTES
from runtime.formats import JPEG, PNG
from runtime.pictures import Picture, inspect_picture
from runtime.settings_image import ImageSettings

FORMATS = (JPEG, PNG)
ALLOWED = ["jpg", "jpeg", "png"]


class Spooled(NamedTuple):
    """A picture that has come, was looked at from outside, and waits in a file without a name."""

    name: str
    media_type: str
    sha256: str
    size_bytes: int
    width: int
    height: int
    file: BinaryIO

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield the content from its beginning."""
        self.file.seek(0)
        while chunk := await asyncio.to_thread(self.file.read, CHUNK_BYTES):
            yield chunk


async def spooled(
    request: Request[Any, Any, Any], form: Form, limits: ImageSettings, idle_s: float
) -> AsyncGenerator[Spooled, None]:
    """Yield the pictures of a form as they come; whoever takes them closes their files.

    Raises
    ------
    Invalid
        A file is no JPG or PNG, or too small, or the form is not one.
    TooLarge
        A file has more bytes or pixels than it may have, or all together have.
    """
    most_bytes = limits.files_max * limits.file_bytes_max
    if (length_of(request) or 0) > most_bytes + FORM_BYTES_MAX:
        raise TooLarge(
            f"The form is too large: at most {limits.files_max} files of {limits.file_bytes_max} bytes",
            size_bytes_max=limits.file_bytes_max, files_max=limits.files_max,
        )  # fmt: skip
    async for file in form.files(limited(arriving(request, idle_s), most_bytes)):
        wishes_of(form)  # what stands before the file is told before the file has come
        name = _named(file.name)
        try:
            yield await _spooled(file, name, limits)
        except UnsupportedMedia as error:
            raise Invalid(f"{_quoted(name)} cannot be used: {error.message}", **_facts(name)) from error


async def _spooled(file: FormFile, name: str, limits: ImageSettings) -> Spooled:
    place = tempfile.TemporaryFile()  # noqa: SIM115
    try:
        sha256, size_bytes = await _written(file, name, place, limits.file_bytes_max)
        picture = await asyncio.to_thread(_looked_at, place, name, limits)
    except BaseException as error:
        place.close()
        if isinstance(error, OSError):
            raise StorageFailed("The picture cannot be kept; ask again later") from error
        raise
    name = name or f"picture{picture.suffix}"
    return Spooled(name, picture.media_type, sha256, size_bytes, picture.width, picture.height, place)


async def _written(file: FormFile, name: str, place: BinaryIO, size_bytes_max: int) -> tuple[str, int]:
    """Write a picture down while it comes; return its SHA-256 and its size in bytes."""
    arrival, digest = Arrival(allowed=FORMATS), hashlib.sha256()
    try:
        async for chunk in arrival.watched(file.chunks):
            if arrival.size_bytes > size_bytes_max:
                raise TooLarge(
                    f"{_quoted(name)} is larger than a picture may be: at most {size_bytes_max} bytes",
                    file=name, size_bytes_max=size_bytes_max,
                )  # fmt: skip
            digest.update(chunk)
            place.write(chunk)
        _ = arrival.format  # or it is refused
    except BrokenForm:
        raise  # it says nothing of the picture
    except Invalid as error:
        raise _refused(name, arrival) from error
    return digest.hexdigest(), arrival.size_bytes


def _looked_at(file: BinaryIO, name: str, limits: ImageSettings) -> Picture:
    """Read the header; a picture that would be too large in memory, or too small to work from, is never decoded."""
    file.seek(0)
    picture = inspect_picture(file.read(), pixels_max=2**63)
    size = {"width": picture.width, "height": picture.height}
    if picture.width * picture.height > limits.pixels_max:
        raise TooLarge(
            f"{_quoted(name)} has {picture.width} × {picture.height} pixels; at most {limits.pixels_max} in all are"
            " allowed",
            file=name, pixels_max=limits.pixels_max, **size,
        )  # fmt: skip
    if min(picture.width, picture.height) < limits.side_px_min:
        raise Invalid(
            f"{_quoted(name)} has {picture.width} × {picture.height} pixels; each side must have at least"
            f" {limits.side_px_min}",
            file=name, side_px_min=limits.side_px_min, **size,
        )  # fmt: skip
    return picture


def _refused(name: str, arrival: Arrival) -> Invalid:
    if not arrival.size_bytes:
        return Invalid(f"{_quoted(name)} is empty", **_facts(name))
    named = _quoted(name) if name else "a file without a name"
    return Invalid(f"Invalid file format: the content of {named} is neither JPG nor PNG", **_facts(name))


def _facts(name: str) -> dict[str, Any]:
    return {"file": name, "allowed_formats": ALLOWED}


def _named(name: str) -> str:
    try:
        return clean_name(name, "")
    except Invalid as error:
        raise Invalid(error.message, file=name[:100], **error.facts) from error


def _quoted(name: str) -> str:
    return f"`{name}`" if name else "A file without a name"

"""Photographs as they are given: what their headers, or the list of a ZIP file, say. Nothing is decoded or unfolded."""

import zipfile
from pathlib import PurePosixPath
from typing import IO, Literal, NamedTuple

from domain.errors import Invalid, TooLarge, UnsupportedMedia
from runtime.formats import JPEG, PNG, TIFF, ZIP
from runtime.pictures import header_of

SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
HEADER_BYTES = (2**18, 2**23)
"""How much of a picture is read for its size: profiles and thumbnails may stand before it."""
LIST_BYTES_PER_ENTRY = 1024
_TIFF_TAGS_MAX = 4096
_TIFF_WIDTH, _TIFF_LENGTH = 256, 257


class ZipLimits(NamedTuple):
    """What a ZIP file may unfold to."""

    entries_max: int
    bytes_max: int
    entry_bytes_max: int


def photographs_in(file: IO[bytes], media_type: str, limits: ZipLimits) -> int:
    """Return how many pictures a file has: one, or by their names those in a ZIP file.

    Raises
    ------
    Invalid
        The header is broken; or the ZIP file is, has no pictures, or what cannot be used.
    TooLarge
        The ZIP file has too much.
    """
    if media_type == ZIP.media_type:
        return _zipped(file, limits)
    if media_type == TIFF.media_type:
        _check_tiff(file)
    elif media_type in (JPEG.media_type, PNG.media_type):
        _check_header(file)
    return 1


def _check_header(file: IO[bytes]) -> None:
    for size_bytes in HEADER_BYTES:
        file.seek(0)
        head = bytes(file.read(size_bytes))
        try:
            header_of(head)
        except UnsupportedMedia as error:
            if len(head) < size_bytes or size_bytes == HEADER_BYTES[-1]:
                raise Invalid(f"it cannot be read as a picture: {_lowered(error.message)}", field="files") from error
        else:
            return


def _check_tiff(file: IO[bytes]) -> None:
    """Find width and length in the first directory. Source: TIFF 6.0, section 2."""
    file.seek(0)
    head = bytes(file.read(8))
    order: Literal["little", "big"] = "little" if head[:2] == b"II" else "big"
    file.seek(int.from_bytes(head[4:8], order))
    count = int.from_bytes(file.read(2), order)
    entries = bytes(file.read(12 * count)) if count <= _TIFF_TAGS_MAX else b""
    tags = {int.from_bytes(entries[at : at + 2], order) for at in range(0, len(entries), 12)}
    if len(head) < 8 or len(entries) < 12 * count or not {_TIFF_WIDTH, _TIFF_LENGTH} <= tags:
        raise Invalid("it cannot be read as a picture: its header is broken", field="files")


class _Narrow:
    """A file of which no more than so much is read at a time: `zipfile` reads the whole list, however long it says."""

    def __init__(self, file: IO[bytes], size_bytes_max: int) -> None:
        self._file = file
        self._size_bytes_max = size_bytes_max
        self.seek, self.tell, self.seekable, self.close = file.seek, file.tell, file.seekable, file.close

    def read(self, size_bytes: int = -1) -> bytes:
        if size_bytes > self._size_bytes_max:
            raise TooLarge("its list of files is too long", size_bytes_max=self._size_bytes_max)
        return bytes(self._file.read(self._size_bytes_max if size_bytes < 0 else size_bytes))


def _zipped(file: IO[bytes], limits: ZipLimits) -> int:
    try:
        narrow = _Narrow(file, max(2**17, limits.entries_max * LIST_BYTES_PER_ENTRY))
        infos = zipfile.ZipFile(narrow).infolist()
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError, ValueError, OSError) as error:
        raise Invalid("it is no whole ZIP file", field="files") from error
    _check_sizes(infos, limits)
    found = 0
    for info in infos:
        place = PurePosixPath(info.filename)
        if info.is_dir() or is_of_the_system(place):
            continue
        if place.suffix.lower() == ".zip":
            raise Invalid(f"it has another ZIP file in it, {place.name}: put the pictures into one", field="files")
        if info.flag_bits & 1:
            raise Invalid(f"{place.name} in it is locked by a password", field="files")
        found += place.suffix.lower() in SUFFIXES and info.file_size > 0
    if not found:
        raise Invalid(f"it has no pictures in it: none of its files ends in {', '.join(SUFFIXES)}", field="files")
    return found


def _check_sizes(infos: list[zipfile.ZipInfo], limits: ZipLimits) -> None:
    if len(infos) > limits.entries_max:
        raise TooLarge(f"it has {len(infos)} files in it; at most {limits.entries_max} are allowed")
    if sum(info.file_size for info in infos) > limits.bytes_max:
        raise TooLarge(f"it unfolds into more than {limits.bytes_max} bytes")
    largest = max(infos, key=lambda info: info.file_size, default=None)
    if largest is not None and largest.file_size > limits.entry_bytes_max:
        name = PurePosixPath(largest.filename).name
        raise TooLarge(f"{name} in it unfolds into more than {limits.entry_bytes_max} bytes")


def is_of_the_system(place: PurePosixPath) -> bool:
    """Return whether an entry is what macOS and Windows put beside people's files."""
    return place.name.startswith(".") or "__MACOSX" in place.parts or place.name.lower() in ("thumbs.db", "desktop.ini")


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]

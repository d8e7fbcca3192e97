"""The kind of a picture by its first bytes, its size in pixels from its header, and whether it is whole; undecoded."""

from collections.abc import Callable

import msgspec

from domain.errors import UnsupportedMedia

READ_KINDS = ("image/png", "image/jpeg", "image/webp")


class Picture(msgspec.Struct, frozen=True):
    """A picture's kind and size in pixels."""

    media_type: str
    width: int
    height: int

    @property
    def suffix(self) -> str:
        """Return the usual ending of its file's name."""
        return {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}[self.media_type]


def inspect_picture(data: bytes, *, pixels_max: int) -> Picture:
    """Return what `data` is.

    Raises
    ------
    UnsupportedMedia
        It is no PNG, JPEG or WebP, has no size, is cut, or has more than `pixels_max` pixels.
    """
    picture = header_of(data)
    if picture.width * picture.height > pixels_max:
        raise UnsupportedMedia("The picture has too many pixels", pixels_max=pixels_max)
    if not _IS_WHOLE[picture.media_type](data):
        raise UnsupportedMedia("The picture is cut: its end is missing", allowed=READ_KINDS)
    return picture


def header_of(data: bytes) -> Picture:
    """Return what a picture is that begins with `data`.

    Raises
    ------
    UnsupportedMedia
        It is no PNG, JPEG or WebP, or its size is not in it.
    """
    try:
        picture = _read(data)
    except (IndexError, ValueError) as error:
        raise UnsupportedMedia("The picture's header is broken", allowed=READ_KINDS) from error
    if picture is None:
        raise UnsupportedMedia("This is not a picture that can be read", allowed=READ_KINDS)
    if picture.width < 1 or picture.height < 1:
        raise UnsupportedMedia("The picture has no pixels", allowed=READ_KINDS)
    return picture


def _read(data: bytes) -> Picture | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Picture("image/png", _number(data, 16, 4), _number(data, 20, 4))
    if data.startswith(b"\xff\xd8\xff"):
        return _read_jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _read_webp(data)
    return None


def _read_jpeg(data: bytes) -> Picture:
    """Walk the segments to the first start of frame. Source: ITU-T T.81, annex B."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker where one must stand")
        marker = data[at + 1]
        if marker == 0xFF:  # fill byte
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return Picture("image/jpeg", _number(data, at + 7, 2), _number(data, at + 5, 2))
        elif marker in (0xD9, 0xDA):
            raise ValueError("no frame before the scan")
        else:
            at += 2 + max(_number(data, at + 2, 2), 2)


def _read_webp(data: bytes) -> Picture:
    """Source: RFC 9649."""
    kind = data[12:16]
    if kind == b"VP8X":
        return Picture("image/webp", 1 + _little(data, 24, 3), 1 + _little(data, 27, 3))
    if kind == b"VP8L":
        bits = _little(data, 21, 4)
        return Picture("image/webp", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    if kind == b"VP8 ":
        return Picture("image/webp", _little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF)
    raise ValueError("unknown kind of WebP")


def _is_whole_png(data: bytes) -> bool:
    """Walk the chunks to the last one. Source: PNG specification, third edition, section 5."""
    at = 8
    while at + 12 <= len(data):
        end = at + 12 + _number(data, at, 4)
        if data[at + 4 : at + 8] == b"IEND":
            return end <= len(data)
        at = end
    return False


def _is_whole_jpeg(data: bytes) -> bool:
    """Walk to the first scan, past a thumbnail that has an end of its own, and find the end of the image behind it."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        if data[at + 1] == 0xDA:
            return data.find(b"\xff\xd9", at) > 0
        at += 1 if data[at + 1] == 0xFF else 2 + _number(data, at + 2, 2)
    return False


def _is_whole_webp(data: bytes) -> bool:
    """Compare the size that the file says with what is there."""
    return 8 + _little(data, 4, 4) <= len(data)


_IS_WHOLE: dict[str, Callable[[bytes], bool]] = {
    "image/png": _is_whole_png,
    "image/jpeg": _is_whole_jpeg,
    "image/webp": _is_whole_webp,
}


def _number(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(_slice(data, at, length), "big")


def _little(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(_slice(data, at, length), "little")


def _slice(data: bytes, at: int, length: int) -> bytes:
    if at + length > len(data):
        raise IndexError("the header is cut")
    return data[at : at + length]

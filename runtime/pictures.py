"""The kind of a picture by its first bytes, and its size in pixels from its header, without decoding it."""

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
        It is no PNG, JPEG or WebP, has no size, or has more than `pixels_max` pixels.
    """
    try:
        picture = _read(data)
    except (IndexError, ValueError) as error:
        raise UnsupportedMedia("The picture's header is broken", allowed=READ_KINDS) from error
    if picture is None:
        raise UnsupportedMedia("This is not a picture that can be read", allowed=READ_KINDS)
    if picture.width < 1 or picture.height < 1:
        raise UnsupportedMedia("The picture has no pixels", allowed=READ_KINDS)
    if picture.width * picture.height > pixels_max:
        raise UnsupportedMedia("The picture has too many pixels", pixels_max=pixels_max)
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


def _number(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(_slice(data, at, length), "big")


def _little(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(_slice(data, at, length), "little")


def _slice(data: bytes, at: int, length: int) -> bytes:
    if at + length > len(data):
        raise IndexError("the header is cut")
    return data[at : at + length]

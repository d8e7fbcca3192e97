"""What a file of a picture is, and whether it is whole, told from its bytes."""

import re
import struct
import zlib

import simplejpeg

from domain.errors import Invalid

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SIGNS = (
    (_JPEG, "JPEG"), (_PNG, "PNG"), (b"BM", "a BMP picture"), (b"GIF8", "a GIF picture"), (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"), (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture"), (b"\xff\x4f\xff", "a JPEG 2000 picture"),
    (b"\xff\x0a", "a JPEG XL picture"), (b"\0\0\0\x0cJXL ", "a JPEG XL picture"), (b"8BPS", "a Photoshop file"),
    (b"%PDF", "a PDF file"), (b"PK\x03\x04", "a ZIP file"), (b"\0\0\1\0", "an icon"), (b"glTF", "a GLB model"),
)  # fmt: skip
_BRANDS = {b"avif": "an AVIF picture", b"heic": "a HEIC picture", b"heix": "a HEIC picture", b"mif1": "a HEIC picture"}
_SCANS_MAX = 100  # of a progressive JPEG; each costs a walk through the whole picture, and encoders make about ten
_JUNK = re.compile("extraneous bytes before marker 0x(c|d9|db|dd|e|fe)")  # not before a scan or a restart: data


def kind_of(data: bytes) -> str:
    """Return "JPEG", "PNG", or words for what else it is."""
    for sign, kind in _SIGNS:
        if data.startswith(sign):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP picture"
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "a film")
    if not data:
        return "empty"
    return "an SVG drawing" if b"<svg" in data[:1024].lower() else "no picture that is known here"


def check_png(data: bytes) -> tuple[str, ...]:
    """Refuse a PNG file that is not whole: Pillow shows what it has of a broken one.

    Raises
    ------
    Invalid
        A chunk is cut short or its checksum differs, or the end is missing.
    """
    at = len(_PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 8 + length
        if end + 4 > len(data):
            break
        if kind[0] & 0x20 == 0 and zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            raise Invalid("The PNG file is broken in the middle; send it once more", field="image")
        if kind == b"IEND":
            return ()
        at = end + 4
    raise Invalid("The PNG file is cut short; send it once more", field="image")


def check_jpeg(data: bytes) -> tuple[str, ...]:
    """Refuse a JPEG file that is not whole: Pillow paints grey over what is missing. Return notes about it.

    What has flipped so that it still decodes cannot be told: JPEG has no checksums.

    Raises
    ------
    Invalid
        Its data end before the picture does, or cannot be decoded.
    """
    if data.count(b"\xff\xda") > _SCANS_MAX:
        raise Invalid(f"The JPEG file has more than {_SCANS_MAX} scans; save it anew", field="image")
    try:
        simplejpeg.decode_jpeg(data, "GRAY", fastdct=True, min_height=1, min_width=1, strict=True)
    except ValueError as error:
        if _JUNK.search(str(error)):
            return ("The file holds bytes that belong to no part of the picture; it may be damaged",)
        raise Invalid("The JPEG file is cut short or broken in the middle; send it once more", field="image") from error
    return ()

"""Pictures that came with a model, opened without trusting what they say of themselves."""

import io
import struct
import warnings

from PIL import Image

from domain.errors import Invalid, TooLarge
from engine.models.model import Picture

PIXELS_MAX = 1 << 27
Image.MAX_IMAGE_PIXELS = 1 << 28  # of Pillow, which refuses twice that; whoever reads pictures has a limit below it
_FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "TGA")
_MEDIA = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_KTX2 = b"\xabKTX 20\xbb\r\n\x1a\n"
_BROKEN = (OSError, SyntaxError, ValueError, struct.error, EOFError, IndexError, KeyError, TypeError, OverflowError)
"""What Pillow raises for broken files, by its own fuzz tests and ours."""


def opened(picture: Picture, *, pixels_max: int = PIXELS_MAX) -> Image.Image:
    """Return the decoded picture, in the mode that its file has.

    Raises
    ------
    Invalid
        It is broken, or of a format that is not opened here (KTX2 is for graphics cards).
    TooLarge
        It has more than `pixels_max` pixels; told from its head, before memory is spent.
    """
    image = _lazily(picture.data, pixels_max)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image.load()
    except Image.DecompressionBombError as error:
        raise _too_large(image, pixels_max) from error
    except _BROKEN as error:
        raise Invalid("A picture cannot be read; it is cut short or broken", field="picture") from error
    return image


def picture_of(data: bytes, name: str = "", *, pixels_max: int = PIXELS_MAX) -> Picture:
    """Return the picture in these bytes, with the media type that they have; forms unknown to browsers become PNG."""
    if data[:12] == _KTX2:
        _check_ktx2(data, pixels_max)
        return Picture(data, "image/ktx2", name)
    image = _lazily(data, pixels_max)
    if image.format in _MEDIA:
        return Picture(data, _MEDIA[image.format], name)
    content = io.BytesIO()
    opened(Picture(data, "", name), pixels_max=pixels_max).convert("RGBA").save(content, "PNG")
    return Picture(content.getvalue(), "image/png", name)


def _lazily(data: bytes, pixels_max: int) -> Image.Image:
    """Return a picture whose head is read and whose pixels are not."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of oddities in the head; limits are checked below
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise TooLarge(
            f"A picture has far more than the {pixels_max:,} pixels that are read",
            limit="picture_pixels_max", most=pixels_max,
        ) from error  # fmt: skip
    except _BROKEN as error:
        raise Invalid("A picture is of no form that is read here, or broken",
                      field="picture", allowed=["PNG", "JPEG", "WebP", "KTX2"]) from error  # fmt: skip
    if image.width * image.height > pixels_max:
        raise _too_large(image, pixels_max)
    return image


def _check_ktx2(data: bytes, pixels_max: int) -> None:
    if len(data) < 80:
        raise Invalid("A KTX2 picture is cut short", field="picture")
    width, height = struct.unpack_from("<II", data, 20)
    if width * max(height, 1) > pixels_max:
        raise TooLarge(
            f"A picture is {width} × {height}; at most {pixels_max:,} pixels are read",
            limit="picture_pixels_max", most=pixels_max,
        )  # fmt: skip


def _too_large(image: Image.Image, pixels_max: int) -> TooLarge:
    return TooLarge(
        f"A picture is {image.width} × {image.height}; at most {pixels_max:,} pixels are read",
        limit="picture_pixels_max", most=pixels_max,
    )  # fmt: skip

"""Pictures to PNG and back, with a limit on their size."""

import io

import numpy as np
from PIL import Image, UnidentifiedImageError

from domain.errors import Invalid, TooLarge
from engine.shapes import Pixels

PIXELS_MAX = 40_000_000


def png(pixels: Pixels, *, effort: int = 6) -> bytes:
    """Return (h, w), (h, w, 3) or (h, w, 4) uint8 pixels as a PNG file; `effort` is zlib's, 1 to 9."""
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=effort)
    return out.getvalue()


def jpeg(pixels: Pixels, *, quality: int = 88) -> bytes:
    """Return (h, w, 3) uint8 pixels as a JPEG file."""
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def read_picture(data: bytes, *, side_max: int = 512) -> Pixels:
    """Return a picture file as (h, w, 4) uint8 pixels, scaled down to at most `side_max`.

    Raises
    ------
    Invalid
        It is not a picture that can be read.
    TooLarge
        It has more than `PIXELS_MAX` pixels.
    """
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as picture:
            if picture.width * picture.height > PIXELS_MAX:
                raise TooLarge(f"The picture has more than {PIXELS_MAX:,} pixels", pixels_max=PIXELS_MAX)
            picture.thumbnail((side_max, side_max))
            return np.asarray(picture.convert("RGBA"))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Invalid("The picture cannot be read", formats=["png", "jpeg", "webp"]) from error

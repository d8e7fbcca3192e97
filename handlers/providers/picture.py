"""The picture as providers are given it."""

import base64
from typing import TYPE_CHECKING

import numpy as np

from engine.images import jpeg, png
from engine.shapes import Pixels
from engine.single_view.photo import Photo

if TYPE_CHECKING:  # it brings OpenCV along
    from engine.single_view.foreground import Foreground

QUALITY = 95
MARGIN = 0.1


def encoded(photo: Photo) -> tuple[bytes, str]:
    """Return the upright picture as a file and its media type: nothing of the file that was given goes along.

    So no place, date or name that a camera noted leaves this server, and the other side cannot turn it the wrong way.
    """
    if photo.alpha is None:
        return jpeg(photo.pixels, quality=QUALITY), "image/jpeg"
    alpha = np.round(np.clip(photo.alpha, 0, 1) * 255).astype(np.uint8)
    return png(np.dstack([photo.pixels, alpha])), "image/png"


def data_uri(data: bytes, media_type: str) -> str:
    """Return a file as a URL that holds it."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


def before_white(photo: Photo, found: "Foreground") -> Pixels:
    """Return the thing alone in the middle of a white square, (n, n, 3), with a tenth of white around it.

    So were the pictures that Shap-E was trained with.
    """
    share = np.clip(found.mask, 0, 1)[..., None]
    plain = np.round(photo.pixels * share + 255 * (1 - share)).astype(np.uint8)
    rows, columns = (np.flatnonzero((found.mask >= 0.5).any(axis=axis)) for axis in (1, 0))
    thing = plain[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    side = round(max(thing.shape[:2]) * (1 + 2 * MARGIN))
    square = np.full((side, side, 3), 255, np.uint8)
    top, left = (side - thing.shape[0]) // 2, (side - thing.shape[1]) // 2
    square[top : top + thing.shape[0], left : left + thing.shape[1]] = thing
    return square

"""The picture as providers are given it."""

import base64

import numpy as np

from engine.images import jpeg, png
from engine.single_view.photo import Photo

QUALITY = 95


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

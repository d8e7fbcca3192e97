"""Opened pictures as texels: eight bits in four channels, whatever they were stored in."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Texels = NDArray[np.uint8]
"""(h, w, 4) uint8: red, green, blue, alpha; the first row is the upper one."""

_WIDE = ("I;16", "I;16L", "I;16B", "I;16N", "I")


def texels_of(picture: Image.Image) -> Texels:
    """Return an opened picture as (h, w, 4) texels; greys are repeated, CMYK and palettes resolved, 16 bits rounded."""
    if picture.mode in _WIDE:
        return _grey(np.asarray(picture).astype(np.float64) / 257)
    if picture.mode == "F":
        return _grey(np.asarray(picture).astype(np.float64) * 255)
    if picture.mode in ("P", "PA", "La", "RGBa", "LA"):
        return np.array(picture.convert("RGBA"))
    if picture.mode not in ("RGB", "RGBA"):
        has_key = "transparency" in picture.info and picture.mode in ("1", "L")
        picture = picture.convert("RGBA" if has_key else "RGB")
    return np.array(picture.convert("RGBA"))


def has_alpha(texels: Texels) -> bool:
    """Tell whether any texel lets something through."""
    return bool((texels[..., 3] < 255).any())


def _grey(values: NDArray[np.float64]) -> Texels:
    rounded = np.clip(np.rint(np.nan_to_num(values)), 0, 255).astype(np.uint8)
    opaque = np.full_like(rounded, 255)
    return np.stack([rounded, rounded, rounded, opaque], axis=-1)

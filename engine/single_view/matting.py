"""Edges of a mask as fine as the picture's own.

Source: He, Sun & Tang, "Guided image filtering", 2010.
"""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.shapes import Pixels

Image = NDArray[np.float32]
Mean = Callable[[Image], Image]
_RADIUS_SHARE = 0.005  # of the longer side
_SMOOTH = 1e-4  # of colours in [0, 1], squared: weaker edges are no edges
_SURE = 0.06  # nearer than this to 0 or 1 is 0 or 1


def matted(pixels: Pixels, mask: NDArray[np.generic]) -> Image:
    """Return a mask as coverage in [0, 1] that follows the edges of (h, w, 3) pixels within a narrow band."""
    wanted = np.asarray(mask, np.float32)
    radius = max(2, round(_RADIUS_SHARE * max(wanted.shape)))
    filtered = _guided(pixels.astype(np.float32) / np.float32(255), wanted, radius)
    stretched = np.clip((filtered - _SURE) / (1 - 2 * _SURE), 0, 1)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    solid = (wanted > 0.5).astype(np.uint8)
    band = cv2.dilate(solid, disc).astype(bool) & ~cv2.erode(solid, disc).astype(bool)
    return np.where(band, stretched, solid).astype(np.float32)


def _guided(guide: Image, wanted: Image, radius: int) -> Image:
    """Return what is linear in the guide's colours within each window and nearest to what is wanted."""
    box = (2 * radius + 1, 2 * radius + 1)

    def mean(values: Image) -> Image:
        return np.asarray(cv2.boxFilter(values, -1, box, borderType=cv2.BORDER_REFLECT))

    middle, level = mean(guide), mean(wanted)
    spread = _spread(guide, middle, mean)
    along = mean(guide * wanted[..., None]) - middle * level[..., None]
    slope = _solved(spread, along)
    rest = level - (slope * middle).sum(axis=-1)
    return np.asarray((mean(slope) * guide).sum(axis=-1) + mean(rest), np.float32)


def _spread(guide: Image, middle: Image, mean: Mean) -> list[Image]:
    """Return the six different values of the colours' covariance in each window."""
    pairs = ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))
    return [
        mean(guide[..., a] * guide[..., b]) - middle[..., a] * middle[..., b] + np.float32(_SMOOTH * (a == b))
        for a, b in pairs
    ]


def _solved(spread: list[Image], along: Image) -> Image:
    """Return the solution of a symmetric 3 × 3 system in each pixel, by cofactors."""
    rr, rg, rb, gg, gb, bb = spread
    one, two, three = gg * bb - gb * gb, gb * rb - rg * bb, rg * gb - gg * rb
    scale = 1 / np.maximum(rr * one + rg * two + rb * three, np.float32(1e-15))
    x, y, z = along[..., 0], along[..., 1], along[..., 2]
    return np.stack(
        [
            (one * x + two * y + three * z) * scale,
            (two * x + (rr * bb - rb * rb) * y + (rb * rg - rr * gb) * z) * scale,
            (three * x + (rb * rg - rr * gb) * y + (rr * gg - rg * rg) * z) * scale,
        ],
        axis=-1,
    )

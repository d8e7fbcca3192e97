"""A picture that shows what encoding does: the source, the result, and how far they are apart, side by side."""

import numpy as np

from engine.encoding.texels import Texels
from engine.images import png

_SIDE_PX = 256
_GAP_PX = 4
_EXAGGERATED = 8


def comparison(source: Texels, made: Texels) -> bytes:
    """Return a PNG of the part that suffered most: source, result, and eight times the difference."""
    top, left = _worst(source, made)
    crops = [texels[top : top + _SIDE_PX, left : left + _SIDE_PX, :3] for texels in (source, made)]
    apart = np.abs(crops[0].astype(np.int16) - crops[1].astype(np.int16)) * _EXAGGERATED
    parts = [_enlarged(part) for part in (*crops, np.clip(apart, 0, 255).astype(np.uint8))]
    gap = np.full((parts[0].shape[0], _GAP_PX, 3), 255, np.uint8)
    return png(np.concatenate([parts[0], gap, parts[1], gap, parts[2]], axis=1))


def _worst(source: Texels, made: Texels) -> tuple[int, int]:
    """Return the upper left corner of the crop with the largest squared error."""
    best, found = -1.0, (0, 0)
    for top in _starts(source.shape[0]):
        for left in _starts(source.shape[1]):
            rows, columns = slice(top, top + _SIDE_PX), slice(left, left + _SIDE_PX)
            apart = source[rows, columns, :3].astype(np.float32) - made[rows, columns, :3]
            error = float(np.sum(apart * apart))
            if error > best:
                best, found = error, (top, left)
    return found


def _starts(length: int) -> list[int]:
    last = max(0, length - _SIDE_PX)
    return sorted({min(start, last) for start in range(0, length, _SIDE_PX)})


def _enlarged(part: Texels) -> Texels:
    """Return a small picture with its texels as squares, so that people see them."""
    times = max(1, _SIDE_PX // max(part.shape[:2]))
    return part.repeat(times, axis=0).repeat(times, axis=1)

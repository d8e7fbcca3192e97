"""BC4 blocks: one channel, two ends and six steps between them.

Source: Microsoft, "Texture block compression in Direct3D 11", BC4_UNORM.
"""

import numpy as np
from numpy.typing import NDArray

_STEPS = 7
_INSETS = tuple((low, high) for low in (0.0, 0.04, 0.09) for high in (0.0, 0.04, 0.09))
"""Shares of the range by which the ends move inwards: a few texels at the ends cost less than coarse steps between."""
# In a block the upper end is code 0, the lower end is code 1, and codes 2 to 7 lie between, from above.
_CODES = np.array([1, 7, 6, 5, 4, 3, 2, 0], np.uint64)
_SHIFTS = np.arange(16, dtype=np.uint64) * np.uint64(3) + np.uint64(16)


def encode_bc4(channel: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the (n, 8) blocks of a (h, w) channel whose sides are multiples of four, row by row."""
    height, width = channel.shape
    blocks = channel.reshape(height // 4, 4, width // 4, 4).transpose(0, 2, 1, 3).reshape(-1, 16).astype(np.float32)
    low, high = _ends(blocks)
    places = _places(blocks, low, high)
    packed = high.astype(np.uint64) | low.astype(np.uint64) << np.uint64(8)
    packed |= np.bitwise_or.reduce(_CODES[places] << _SHIFTS, axis=1)
    return packed.astype("<u8")[:, None].view(np.uint8)


def _ends(blocks: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the whole-numbered ends of each block that leave the least squared error of those tried."""
    least, most = blocks.min(axis=1), blocks.max(axis=1)
    best_low, best_high = least, most
    best = _error(blocks, least, most)
    for inset_low, inset_high in _INSETS[1:]:
        reach = most - least
        low, high = np.rint(least + inset_low * reach), np.rint(most - inset_high * reach)
        for ends in ((low, high), _fitted(blocks, low, high)):
            error = _error(blocks, *ends)
            is_better = error < best
            best = np.where(is_better, error, best)
            best_low, best_high = np.where(is_better, ends[0], best_low), np.where(is_better, ends[1], best_high)
    return best_low, best_high


def _fitted(
    blocks: NDArray[np.float32], low: NDArray[np.float32], high: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the ends that fit best where each texel keeps its step: least squares, rounded."""
    share = _places(blocks, low, high).astype(np.float32) / _STEPS
    rest = 1 - share
    a, b, c = (rest * rest).sum(1), (rest * share).sum(1), (share * share).sum(1)
    down, up = (rest * blocks).sum(1), (share * blocks).sum(1)
    determinant = a * c - b * b
    is_solvable = determinant > 1e-3
    scale = 1 / np.where(is_solvable, determinant, 1)
    found_low = np.where(is_solvable, (c * down - b * up) * scale, low)
    found_high = np.where(is_solvable, (a * up - b * down) * scale, high)
    first, second = (np.clip(np.rint(each), 0, 255).astype(np.float32) for each in (found_low, found_high))
    return np.minimum(first, second), np.maximum(first, second)


def _places(blocks: NDArray[np.float32], low: NDArray[np.float32], high: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return the step of each texel, 0 at the lower end; a block of one value lies at its upper end."""
    reach = np.maximum(high - low, 1)[:, None]
    places = np.clip(np.rint((blocks - low[:, None]) * (_STEPS / reach)), 0, _STEPS)
    return np.where((high == low)[:, None], _STEPS, places).astype(np.intp)


def _error(blocks: NDArray[np.float32], low: NDArray[np.float32], high: NDArray[np.float32]) -> NDArray[np.float32]:
    made = low[:, None] + _places(blocks, low, high) * ((high - low)[:, None] / _STEPS)
    return np.asarray(((made - blocks) ** 2).sum(axis=1), np.float32)

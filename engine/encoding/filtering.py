"""Grids of numbers become larger or smaller: separable filters as sparse matrices."""

from functools import lru_cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Values = NDArray[np.float32]
"""(h, w, c) float32."""
Filter = Literal["kaiser", "box"]
_KAISER_REACH = 3.0
_KAISER_ALPHA = 4.0
_BAND_VALUES = 4_000_000


def resampled(values: Values, width: int, height: int, *, kind: Filter = "kaiser", is_tiled: bool = False) -> Values:
    """Return (h, w, c) values on a grid of another size.

    `kind`: a sinc under a Kaiser window (sharp, rings a little), or the mean over each new cell. `is_tiled`: what lies
    beyond an edge is the opposite edge; otherwise the edge goes on.
    """
    if width != values.shape[1]:
        across = weights(values.shape[1], width, kind, is_tiled)
        values = np.concatenate([_across(across, band) for band in _bands(values)])
    if height == values.shape[0]:
        return values
    _, columns, channels = values.shape
    down = weights(values.shape[0], height, kind, is_tiled)
    return np.asarray(down @ values.reshape(len(values), -1), np.float32).reshape(height, columns, channels)


def halved(values: Values, width: int, height: int) -> Values:
    """Return the next mip level: the mean over two by two texels, over the right shares where a side is odd."""
    rows, columns, channels = values.shape
    if (columns, rows) == (2 * width, 2 * height):
        return np.asarray(values.reshape(height, 2, width, 2, channels).mean(axis=(1, 3)), np.float32)
    return resampled(values, width, height, kind="box")


@lru_cache(maxsize=16)
def weights(before: int, after: int, kind: Filter, is_tiled: bool) -> Any:
    """Return the (after, before) sparse matrix of a filter; each row sums to one."""
    scale = max(before / after, 1.0)
    reach = (_KAISER_REACH if kind == "kaiser" else 0.5) * scale
    middles = (np.arange(after) + 0.5) * before / after
    taps = int(np.ceil(2 * reach)) + 2
    places = np.floor(middles - reach).astype(np.int64)[:, None] + np.arange(taps)
    if kind == "kaiser":
        heights = _kaiser((places + 0.5 - middles[:, None]) / scale)
    else:
        heights = _overlap(places, middles[:, None] - reach, middles[:, None] + reach)
    heights = heights / heights.sum(axis=1, keepdims=True)
    inside = places % before if is_tiled else np.clip(places, 0, before - 1)
    rows = np.repeat(np.arange(after), taps)
    return csr_array((heights.ravel().astype(np.float32), (rows, inside.ravel())), shape=(after, before))


def _across(matrix: Any, band: Values) -> Values:
    rows, columns, channels = band.shape
    turned = np.ascontiguousarray(band.transpose(1, 0, 2)).reshape(columns, rows * channels)
    done = np.asarray(matrix @ turned, np.float32).reshape(matrix.shape[0], rows, channels)
    return np.ascontiguousarray(done.transpose(1, 0, 2))


def _bands(values: Values) -> list[Values]:
    rows = max(1, _BAND_VALUES // (values.shape[1] * values.shape[2]))
    return [values[start : start + rows] for start in range(0, len(values), rows)]


def _kaiser(distance: NDArray[np.float64]) -> NDArray[np.float64]:
    inside = np.clip(1 - (distance / _KAISER_REACH) ** 2, 0, None)
    window = np.i0(_KAISER_ALPHA * np.sqrt(inside)) / np.i0(_KAISER_ALPHA)
    return np.asarray(np.sinc(distance) * np.where(inside > 0, window, 0))


def _overlap(places: NDArray[np.int64], low: NDArray[np.float64], high: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.clip(np.minimum(places + 1, high) - np.maximum(places, low), 0, None))

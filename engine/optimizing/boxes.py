"""Boxes around triangles, boxes around neighbouring boxes, and so on: what is far is passed over at once."""

import numpy as np
from numpy.typing import NDArray

from engine.shapes import Points

_WIDE = 4  # boxes in the next larger box
_BITS = 20  # of each axis, when triangles are put in order
_PAIRS_EACH = 2048  # boxes that are followed for one place at most, the nearest: for places as far from all there is

Rows = NDArray[np.int64]
Values = NDArray[np.float64]


class BoxTree:
    """The boxes of (m, 3, 3) triangles."""

    def __init__(self, corners: Values) -> None:
        low, high = corners.min(axis=1), corners.max(axis=1)
        self._order = np.argsort(_codes((low + high) / 2), kind="stable")
        levels = [(low[self._order], high[self._order])]
        while len(levels[-1][0]) > 1:
            low, high = levels[-1]
            starts = np.arange(0, len(low), _WIDE)
            levels.append((np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)))
        self._levels = levels[::-1]

    def near(self, places: Points, within: Values) -> tuple[Rows, Rows]:
        """Return the numbers of places and of triangles whose boxes are nearer to them than `within` (n,)."""
        rows, boxes = np.arange(len(places)), np.zeros(len(places), np.int64)
        for depth, (low, high) in enumerate(self._levels):
            if depth:
                rows, boxes = np.repeat(rows, _WIDE), (boxes[:, None] * _WIDE + np.arange(_WIDE)).reshape(-1)
                is_there = boxes < len(low)
                rows, boxes = rows[is_there], boxes[is_there]
            at = places[rows]
            outside = np.maximum(np.maximum(low[boxes] - at, at - high[boxes]), 0)
            away = np.sqrt(np.einsum("nx,nx->n", outside, outside))
            is_near = away < within[rows]
            rows, boxes = rows[is_near], boxes[is_near]
            if len(rows) > _PAIRS_EACH:
                is_followed = _nearest_few(rows, away[is_near])
                rows, boxes = rows[is_followed], boxes[is_followed]
        return rows, self._order[boxes]


def _nearest_few(rows: Rows, away: Values) -> Rows:
    """Return the pairs that are followed: all, but of a place with very many the nearest."""
    counts = np.bincount(rows)
    if counts.max() <= _PAIRS_EACH:
        return np.arange(len(rows))
    order = np.lexsort((away, rows))
    rank = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.sort(order[rank < _PAIRS_EACH])


def _codes(places: Points) -> Rows:
    """Return numbers that are near each other where places are (Morton's): bits of the axes in turn."""
    low, span = places.min(axis=0), np.maximum(np.ptp(places, axis=0), 1e-300)
    cells = np.minimum((places - low) / span * (1 << _BITS), (1 << _BITS) - 1).astype(np.int64)
    codes = np.zeros(len(places), np.int64)
    for bit in range(_BITS):
        for axis in range(3):
            codes |= (cells[:, axis] >> bit & 1) << (3 * bit + axis)
    return codes

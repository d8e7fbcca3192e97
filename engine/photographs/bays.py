"""Bays: where a rim runs far into a surface and nearly meets itself again: holes that break through to a border."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from engine.shapes import Points

_MOUTH_MOST = 0.03  # of the surface's longest side: how wide the mouth of a bay may be
_DEEP = 6.0  # times its mouth, that the way around a bay is at least
_APART = 8  # sides of the rim, by which bays that are tried differ
_TRIED_MOST = 400


def bays(ring: Points, longest: float, around_most: float) -> Iterator[NDArray[np.int64]]:
    """Yield the bays of a rim as places in it, in its own order, the longest first.

    Parameters
    ----------
    ring : (n, 3)
        Corners of a rim, in order.
    longest : float
        Of the surface's sides.
    around_most : float
        How long the way around a bay may be.
    """
    count = len(ring)
    ways = np.cumsum(np.linalg.norm(np.roll(ring, -1, axis=0) - ring, axis=1))
    until = np.concatenate([[0.0], ways[:-1]])
    pairs = cKDTree(ring).query_pairs(_MOUTH_MOST * longest, output_type="ndarray")
    mouth = np.linalg.norm(ring[pairs[:, 0]] - ring[pairs[:, 1]], axis=1)
    inner = until[pairs[:, 1]] - until[pairs[:, 0]]
    around = np.minimum(inner, ways[-1] - inner)
    is_deep = (around > _DEEP * mouth) & (around < around_most) & (np.diff(pairs, axis=1)[:, 0] >= 3)
    tried: set[tuple[int, int]] = set()
    found = np.flatnonzero(is_deep)
    for at in found[np.lexsort((mouth[found], -around[found]))].tolist():
        first, last = pairs[at].tolist()
        near = (first // _APART, last // _APART)
        if near in tried:
            continue
        tried.add(near)
        if len(tried) > _TRIED_MOST:
            return
        straight = np.arange(first, last + 1)
        yield straight if inner[at] <= around[at] else np.concatenate([np.arange(last, count), np.arange(first + 1)])

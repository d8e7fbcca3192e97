"""Find triangles that cover the same piece of a picture."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine.shapes import Faces

PENETRATION_MAX = 1e-6
"""How far triangles may reach into each other, as a fraction of the picture's side: 1/500 texel at 2048².

Texture coordinates are float32, whose steps are 6e-8 there: less than ten of them tell touching from overlapping.
"""
_PAIRS_AT_ONCE = 1 << 20
_CELLS_PER_SIDE_MAX = 1024

Flat = NDArray[np.float64]
Indices = NDArray[np.int64]


def overlapping(uv: NDArray[np.floating], faces: Faces) -> NDArray[np.bool_]:
    """Return (m,) bool: faces whose inside meets the inside of another face.

    `uv` is (n, 2) in [0, 1]; either winding will do. Faces that share an edge or a corner or just touch do not overlap,
    nor do those that reach into each other by no more than `PENETRATION_MAX`, such as slivers thinner than that.
    """
    found = np.zeros(len(faces), bool)
    found[overlapping_pairs(uv, faces).reshape(-1)] = True
    return found


def overlapping_pairs(uv: NDArray[np.floating], faces: Faces) -> Indices:
    """Return (k, 2) indices of all pairs of faces that overlap (see `overlapping`), lower index first, ascending."""
    corners = np.asarray(uv, np.float64)[faces]
    thick = np.flatnonzero(_thickness(corners) > PENETRATION_MAX)
    if len(thick) < 2:
        return np.zeros((0, 2), np.int64)
    corners = corners[thick]
    met = [pairs[_penetrating(corners, pairs)] for pairs in _neighbours(corners)]
    found = thick[np.concatenate(met)] if met else np.zeros((0, 2), np.int64)
    return np.unique(found, axis=0)


def _thickness(corners: Flat) -> Flat:
    """Return the height of each triangle over its longest side."""
    sides = np.roll(corners, -1, axis=1) - corners
    twice_area = np.abs(sides[:, 0, 0] * sides[:, 1, 1] - sides[:, 0, 1] * sides[:, 1, 0])
    longest = np.hypot(sides[..., 0], sides[..., 1]).max(axis=1, initial=0)
    return np.asarray(np.divide(twice_area, longest, out=np.zeros(len(corners)), where=longest > 0), np.float64)


def _neighbours(corners: Flat) -> Iterator[Indices]:
    """Yield pairs of triangles that touch a common cell and whose bounding boxes overlap, a limited number at a time.

    A pair may come several times, once at most in each array.
    """
    low, high = corners.min(axis=1), corners.max(axis=1)
    side = min(_CELLS_PER_SIDE_MAX, int(np.sqrt(len(corners))) + 1)
    start = low.min(axis=0)
    step = max(float((high.max(axis=0) - start).max()) / side, PENETRATION_MAX)
    first, last = ((((edge - start) / step).astype(np.int64)).clip(0, side - 1) for edge in (low, high))
    cell, owner = _touched(*_entries(first, last, side), (corners - start) / step, first, last, side)
    position = np.arange(len(cell))
    ends = np.searchsorted(cell, cell, side="right")
    after = ends - position - 1
    until = np.cumsum(after)
    begin = 0
    while begin < len(cell):
        done = until[begin - 1] if begin else 0
        stop = max(int(np.searchsorted(until, done + _PAIRS_AT_ONCE, side="right")), begin + 1)
        left = np.repeat(position[begin:stop], after[begin:stop])
        right = left + 1 + _counted(after[begin:stop])
        a, b = owner[left], owner[right]
        close = (np.minimum(high[a], high[b]) - np.maximum(low[a], low[b]) > PENETRATION_MAX).all(axis=1)
        pair = np.unique(a[close] * len(corners) + b[close])
        yield np.column_stack([pair // len(corners), pair % len(corners)])
        begin = stop


def _entries(first: Indices, last: Indices, side: int) -> tuple[Indices, Indices]:
    """Return each cell that each box touches and that box, ordered by cell, then box."""
    wide, tall = (last - first + 1).T
    owner = np.repeat(np.arange(len(first)), wide * tall)
    number = _counted(wide * tall)
    cell = (first[owner, 0] + number // tall[owner]) * side + first[owner, 1] + number % tall[owner]
    order = np.argsort(cell, kind="stable")
    return cell[order], owner[order]


def _touched(
    cell: Indices, owner: Indices, corners: Flat, first: Indices, last: Indices, side: int
) -> tuple[Indices, Indices]:
    """Return the entries without the cells that a box touches, but not its triangle: slivers cross few of them.

    Corners are in cells here.
    """
    keeps = np.ones(len(cell), bool)
    is_broad = np.asarray((last - first >= 2).all(axis=1), np.bool_)
    long = np.flatnonzero(is_broad[owner])
    for begin in range(0, len(long), _PAIRS_AT_ONCE):
        some = long[begin : begin + _PAIRS_AT_ONCE]
        ours = corners[owner[some]]
        middle = np.column_stack([cell[some] // side, cell[some] % side]) + 0.5
        for number in range(3):
            here, along = ours[:, number], ours[:, (number + 1) % 3] - ours[:, number]
            axis = np.column_stack([-along[:, 1], along[:, 0]])
            across = np.einsum("ncd,nd->nc", ours - here[:, None], axis)
            reach = (np.abs(axis[:, 0]) + np.abs(axis[:, 1])) * (0.5 + 1e-6)
            there = ((middle - here) * axis).sum(axis=1)
            keeps[some] &= (there + reach >= across.min(axis=1)) & (there - reach <= across.max(axis=1))
    return cell[keeps], owner[keeps]


def _counted(lengths: Indices) -> Indices:
    """Return 0, 1, …, n-1 for each length n, one after the other."""
    return np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)


def _penetrating(corners: Flat, pairs: Indices) -> NDArray[np.bool_]:
    """Return which pairs no line separates: the normals of their six sides are all the directions there are to try."""
    deep = np.ones(len(pairs), bool)
    for whose in (0, 1):
        for side in range(3):
            still = np.flatnonzero(deep)
            owner, a, b = (corners[pairs[still, which]] for which in (whose, 0, 1))
            along = owner[:, (side + 1) % 3] - owner[:, side]
            axis = np.column_stack([-along[:, 1], along[:, 0]])
            axis /= np.maximum(np.hypot(axis[:, 0], axis[:, 1]), np.finfo(np.float64).tiny)[:, None]
            ours, theirs = (np.einsum("ncd,nd->nc", corner - owner[:, :1], axis) for corner in (a, b))
            shared = np.minimum(ours.max(axis=1), theirs.max(axis=1)) - np.maximum(ours.min(axis=1), theirs.min(axis=1))
            deep[still] = shared > PENETRATION_MAX
    return deep

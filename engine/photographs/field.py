"""A field that is zero on the surface, positive before it and negative behind it, from a cloud of points.

It is looked for on cubes, coarse to fine; on the finer grids only near the points. The field's slope shall be the
normal where there are points, and what the coarser field says elsewhere; its value shall be the distance to the
planes of the points. Both together are a sparse linear system at each level, solved for what the level adds to the
coarser one (after Kazhdan & Hoppe, "Screened Poisson surface reconstruction", 2013, with distances instead of an
indicator as in Calakli & Taubin, "SSD: Smooth signed distance surface reconstruction", 2011).
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from engine.photographs.views import Cloud
from engine.shapes import Tick, no_tick

Rows = NDArray[np.int64]
Floats = NDArray[np.float64]

_COARSEST = 24  # cells along the longest side
_MARGIN = 0.08  # of the longest side, around the points
_CLOSE = 2.0  # how much a point's plane counts against the smoothness of the field
_TURNS_COARSE, _TURNS_FINE = 120, 30
_PRECISE = 1e-4
_TABLE_MOST = 1 << 26
CORNERS = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Some nodes of a regular grid, and the field there.

    Attributes
    ----------
    origin : (3,) float64
    cell : float
        Side of a cell, units of the world.
    counts : (3,) int64
        Nodes along each axis.
    keys : (n,) int64, ascending
        `(x * counts[1] + y) * counts[2] + z` of each node that there is.
    values : (n,) float64
        Distance to the surface, about; units of the world.
    """

    origin: Floats
    cell: float
    counts: Rows
    keys: Rows
    values: Floats
    finder: "Finder"

    def places(self) -> Rows:
        """Return (n, 3) whole coordinates of the nodes."""
        return placed(self.keys, self.counts)

    def number_of(self, nodes: Rows) -> Rows:
        """Return the number of each of (n, 3) nodes, -1 where there is none."""
        return self.finder.found(keyed(nodes, self.counts))


def keyed(nodes: Rows, counts: Rows) -> Rows:
    """Return the keys of (..., 3) nodes; -1 for those outside of the grid."""
    inside = ((nodes >= 0) & (nodes < counts)).all(axis=-1)
    keys = (nodes[..., 0] * counts[1] + nodes[..., 1]) * counts[2] + nodes[..., 2]
    return np.where(inside, keys, -1)


def placed(keys: Rows, counts: Rows) -> Rows:
    """Return the (n, 3) nodes of keys."""
    rest, z = np.divmod(keys, counts[2])
    x, y = np.divmod(rest, counts[1])
    return np.stack([x, y, z], axis=1)


class Finder:
    """Finds where keys stand among ascending ones: by a table, or by bisection where that would be too large."""

    def __init__(self, keys: Rows, cells: int) -> None:
        """Take the keys, all below `cells`."""
        self._keys = keys
        self._table: NDArray[np.int32] | None = None
        if cells <= _TABLE_MOST:
            self._table = np.full(cells + 1, -1, np.int32)  # the last stands for the key -1
            self._table[keys] = np.arange(len(keys), dtype=np.int32)

    def found(self, wanted: Rows) -> Rows:
        """Return the number of each wanted key, -1 where there is none."""
        if self._table is not None:
            return self._table[wanted].astype(np.int64)
        at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        return np.where(self._keys[at] == wanted, at, -1)


def field_of(cloud: Cloud, *, cell: float, reach: int = 4, tick: Tick = no_tick) -> Grid:
    """Return the field on cells of side `cell`, on all nodes up to `reach` cells from a point."""
    low, high = cloud.points.min(axis=0), cloud.points.max(axis=0)
    side = float((high - low).max()) * (1 + 2 * _MARGIN) + 4 * cell
    levels = max(0, int(np.ceil(np.log2(max(side / cell / _COARSEST, 1)))))
    origin = (low + high) / 2 - (high - low) / 2 - side * _MARGIN / (1 + 2 * _MARGIN) - 2 * cell
    grid: Grid | None = None
    for level in range(levels, -1, -1):
        tick(1 - (level + 1) / (levels + 1), "Solving for the surface")
        size = cell * 2**level
        counts = np.ceil((high - origin + side * _MARGIN / (1 + 2 * _MARGIN)) / size).astype(np.int64) + 2
        grid = _level(cloud, origin, size, counts, grid, reach)
    assert grid is not None
    return grid


def _level(cloud: Cloud, origin: Floats, cell: float, counts: Rows, coarser: Grid | None, reach: int) -> Grid:
    at = (cloud.points - origin) / cell
    if coarser is None:
        keys = np.arange(int(np.prod(counts)), dtype=np.int64)
        base = np.zeros(len(keys))
    else:
        keys = _near(np.floor(at).astype(np.int64), counts, reach)
        base = _interpolated(coarser, placed(keys, counts))
        keys, base = keys[np.isfinite(base)], base[np.isfinite(base)]
    grid = Grid(origin, cell, counts, keys, base, Finder(keys, int(np.prod(counts))))
    added = _solved(grid, _splatted(cloud, at, grid), is_coarsest=coarser is None)
    return replace(grid, values=base + added)


def _near(cells: Rows, counts: Rows, reach: int) -> Rows:
    """Return the keys of the nodes within `reach` cells of some cells, ascending."""
    keys = _once(keyed(cells, counts), counts)
    for axis in range(3):
        offset = np.zeros((2 * reach + 2, 3), np.int64)
        offset[:, axis] = np.arange(-reach, reach + 2)
        keys = _once(keyed(placed(keys, counts)[:, None] + offset, counts), counts)
    return keys


def _once(keys: Rows, counts: Rows) -> Rows:
    """Return the keys that stand for a node, each once, ascending."""
    cells = int(np.prod(counts))
    if cells > _TABLE_MOST:
        keys = np.unique(keys)
        return keys[keys >= 0]
    stands = np.zeros(cells + 1, bool)
    stands[keys] = True
    return np.flatnonzero(stands[:-1])


def _interpolated(coarser: Grid, nodes: Rows) -> Floats:
    """Return the coarser field at nodes of a grid twice as fine; not a number where it is not known."""
    base, odd = np.divmod(nodes, 2)
    total, known = np.zeros(len(nodes)), np.ones(len(nodes), bool)
    for corner in CORNERS:
        takes = (corner <= odd).all(axis=1)  # an even coordinate lies on a node
        share = 0.5 ** odd.sum(axis=1)
        number = coarser.number_of(base[takes] + corner)
        known[takes] &= number >= 0
        total[takes] += share[takes] * coarser.values[np.maximum(number, 0)]
    return np.where(known, total, np.nan)


@dataclass(frozen=True, slots=True, eq=False)
class _Wanted:
    """What points ask of the nodes around: weight (n,), slope (n, 3), value (n,)."""

    weight: Floats
    slope: Floats
    value: Floats


def _splatted(cloud: Cloud, at: Floats, grid: Grid) -> _Wanted:
    keys = grid.keys
    first = np.floor(at).astype(np.int64)
    part = at - first
    weight, value, slope = np.zeros(len(keys)), np.zeros(len(keys)), np.zeros((len(keys), 3))
    normals = cloud.normals.astype(np.float64)
    for corner in CORNERS:
        share = np.prod(np.where(corner, part, 1 - part), axis=1)
        number = grid.number_of(first + corner)
        share = np.where(number >= 0, share, 0.0)
        number = np.maximum(number, 0)
        apart = np.einsum("nx,nx->n", corner - part, normals) * grid.cell
        weight += np.bincount(number, share, len(keys))
        value += np.bincount(number, share * apart, len(keys))
        for axis in range(3):
            slope[:, axis] += np.bincount(number, share * normals[:, axis], len(keys))
    safe = np.maximum(weight, 1e-12)
    return _Wanted(weight, slope / safe[:, None], value / safe)


def _solved(grid: Grid, wanted: _Wanted, *, is_coarsest: bool) -> Floats:
    """Return what is to be added to the values: nothing at the edge of the grid, unless it is the coarsest."""
    base, counts, count = grid.values, grid.counts, len(grid.keys)
    nodes = grid.places()
    weight = np.minimum(wanted.weight, 1.0)
    degree, right = np.zeros(count), _CLOSE * weight * (wanted.value - base)
    rows, columns = [], []
    at_edge = np.zeros(count, bool)
    for axis in range(3):
        step = np.zeros(3, np.int64)
        step[axis] = 1
        upper = grid.number_of(nodes + step)
        at_edge |= (upper < 0) & (nodes[:, axis] < counts[axis] - 1)
        one = np.flatnonzero(upper >= 0)
        other = upper[one]
        has_lower = np.zeros(count, bool)
        has_lower[other] = True
        at_edge |= ~has_lower & (nodes[:, axis] > 0)
        trust = np.minimum(weight[one] + weight[other], 1.0)
        total = np.maximum(weight[one] + weight[other], 1e-12)
        slope = (weight[one] * wanted.slope[one, axis] + weight[other] * wanted.slope[other, axis]) / total
        lacks = trust * (grid.cell * slope - (base[other] - base[one]))
        right += np.bincount(other, lacks, count) - np.bincount(one, lacks, count)
        degree += np.bincount(one, minlength=count) + np.bincount(other, minlength=count)
        rows.append(one)
        columns.append(other)
    one, other = np.concatenate(rows), np.concatenate(columns)
    side = csr_matrix((np.full(len(one), -1.0), (one, other)), shape=(count, count))
    matrix = (side + side.T + diags(degree + _CLOSE * weight)).tocsr()
    free = np.ones(count) if is_coarsest else (~at_edge).astype(np.float64)
    return _conjugate(matrix, right, free, _TURNS_COARSE if is_coarsest else _TURNS_FINE)


def _conjugate(matrix: csr_matrix, right: Floats, free: Floats, turns: int) -> Floats:
    """Return the solution by conjugate gradients, scaled by the diagonal, of those unknowns that are free."""
    scale = free / np.maximum(matrix.diagonal(), 1e-12)
    answer = np.zeros(len(right))
    rest = free * right
    ahead = scale * rest
    way, size = ahead.copy(), float(rest @ ahead)
    least = size * _PRECISE**2
    for _ in range(turns):
        if size <= least or size <= 0:
            break
        pushed = free * (matrix @ way)
        reach = size / float(way @ pushed)
        answer += reach * way
        rest -= reach * pushed
        ahead = scale * rest
        size, before = float(rest @ ahead), size
        way = ahead + (size / before) * way
    return answer

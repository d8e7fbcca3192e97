"""From a field on a grid to triangles: one corner for each cell that the surface passes.

Source: Gibson, "Constrained elastic surface nets", 1998; corners are then moved onto the zero of the field.
"""

import numpy as np
from numpy.typing import NDArray

from engine.photographs.field import CORNERS, Grid, placed
from engine.shapes import Faces, Points

_EDGES = tuple((a, b) for a in range(8) for b in range(a + 1, 8) if int(np.abs(CORNERS[a] - CORNERS[b]).sum()) == 1)
_AROUND = {0: ((0, -1, -1), (0, 0, -1), (0, 0, 0), (0, -1, 0)), 1: ((-1, 0, -1), (-1, 0, 0), (0, 0, 0), (0, 0, -1)),
           2: ((-1, -1, 0), (0, -1, 0), (0, 0, 0), (-1, 0, 0))}  # fmt: skip
"""Cells around an edge along each axis, counter-clockwise seen from its end."""

Floats = NDArray[np.float64]


def netted(grid: Grid) -> tuple[Points, Faces]:
    """Return (n, 3) points and (m, 3) faces, counter-clockwise seen from where the field is positive."""
    nodes = grid.places()
    corners = np.stack([grid.number_of(nodes + corner) for corner in CORNERS], axis=1)
    whole = (corners >= 0).all(axis=1)
    values = grid.values[np.maximum(corners, 0)]
    is_inside = values < 0
    passed = np.flatnonzero(whole & is_inside.any(axis=1) & ~is_inside.all(axis=1))
    local = _crossed(values[passed])
    points = grid.origin + (nodes[passed] + local) * grid.cell
    return points, _faces(grid, passed, points)


def _crossed(values: Floats) -> Floats:
    """Return for (n, 8) values at the corners of cells a place in each, in [0, 1], near the zero between them."""
    total, count = np.zeros((len(values), 3)), np.zeros(len(values))
    for a, b in _EDGES:
        crosses = (values[:, a] < 0) != (values[:, b] < 0)
        apart = np.where(crosses, values[:, a] - values[:, b], 1.0)
        share = np.where(crosses, values[:, a] / apart, 0.0)
        total += np.where(crosses[:, None], CORNERS[a] + share[:, None] * (CORNERS[b] - CORNERS[a]), 0.0)
        count += crosses
    place = total / np.maximum(count, 1)[:, None]
    return np.clip(place - _misfit(values, place), 0.02, 0.98)


def _misfit(values: Floats, place: Floats) -> Floats:
    """Return the step from each place to the zero along the slope of the field, at most a third of a cell."""
    shares = [np.stack([1 - place[:, axis], place[:, axis]], axis=1) for axis in range(3)]
    cube = values.reshape(-1, 2, 2, 2)
    here = np.einsum("nxyz,nx,ny,nz->n", cube, *shares)
    slope = np.stack(
        [
            np.einsum("nyz,ny,nz->n", cube[:, 1] - cube[:, 0], shares[1], shares[2]),
            np.einsum("nxz,nx,nz->n", cube[:, :, 1] - cube[:, :, 0], shares[0], shares[2]),
            np.einsum("nxy,nx,ny->n", cube[..., 1] - cube[..., 0], shares[0], shares[1]),
        ],
        axis=1,
    )
    step = slope * (here / np.maximum(np.einsum("nx,nx->n", slope, slope), 1e-30))[:, None]
    length = np.linalg.norm(step, axis=1, keepdims=True)
    return np.asarray(step * np.minimum(1, 0.33 / np.maximum(length, 1e-12)), np.float64)


def _faces(grid: Grid, passed: NDArray[np.int64], points: Points) -> Faces:
    """Return two triangles for each edge of the grid that the surface crosses and that has its four cells."""
    corner_of = np.full(len(grid.keys), -1, np.int64)
    corner_of[passed] = np.arange(len(passed))
    nodes = placed(grid.keys, grid.counts)
    made = []
    for axis, around in _AROUND.items():
        step = np.zeros(3, np.int64)
        step[axis] = 1
        upper = grid.number_of(nodes + step)
        rises = np.where(upper >= 0, (grid.values < 0).astype(np.int8) - (grid.values[upper] < 0).astype(np.int8), 0)
        crossed = np.flatnonzero(rises)
        cells = np.stack([grid.number_of(nodes[crossed] + np.array(each)) for each in around], axis=1)
        quads = np.where(cells >= 0, corner_of[np.maximum(cells, 0)], -1)
        kept = (quads >= 0).all(axis=1)
        quads, up = quads[kept], rises[crossed][kept] > 0
        made.append(np.where(up[:, None], quads, quads[:, ::-1]))
    return _split(np.concatenate(made), points)


def _split(quads: NDArray[np.int64], points: Points) -> Faces:
    """Return two triangles for each quadrangle, cut along its shorter diagonal."""
    a, b, c, d = points[quads].transpose(1, 0, 2)
    first = np.linalg.norm(a - c, axis=1) <= np.linalg.norm(b - d, axis=1)
    turned = np.where(first[:, None], quads, np.roll(quads, -1, axis=1))
    return np.concatenate([turned[:, [0, 1, 2]], turned[:, [0, 2, 3]]]).astype(np.int32)

"""A closed surface over an outline: a front and a back that meet along it."""

import numpy as np
from numpy.typing import NDArray

from engine.shapes import Faces

_NEAREST = 0.08  # of a cell: so near may the outline come to a node
_AROUND = ((0, 0), (0, 1), (1, 1), (1, 0))  # corners of a cell, clockwise in the picture


def membrane(field: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.int64], Faces]:
    """Return a closed surface over {field > 0.5}, manifold by construction.

    The outline is found by marching squares (Lorensen & Cline's cubes in two dimensions; where two corners that face
    each other are inside, they stay apart). Places on it belong to the front and to the back, nodes inside stand once
    on each side.

    Returns
    -------
    places : (n, 2) float64
        Row and column of each corner.
    side : (n,) int64
        1 in front, -1 behind, 0 on the outline.
    faces : (m, 3) int32
        Counter-clockwise seen from outside, where rows count downwards and the front looks at the viewer.
    """
    inside = field > 0.5
    height, width = field.shape
    count = height * width
    numbers = np.arange(count).reshape(height, width)
    triangles = _triangles(inside, numbers, count)
    used, faces = np.unique(triangles, return_inverse=True)
    faces = faces.reshape(-1, 3)
    places = _places(field, used, count)
    is_node = used < count
    behind = np.where(is_node, np.cumsum(is_node) - 1 + len(used), np.arange(len(used)))
    every = np.concatenate([faces[:, ::-1], behind[faces]]).astype(np.int32)
    side = np.concatenate([is_node.astype(np.int64), -np.ones(int(is_node.sum()), np.int64)])
    return np.concatenate([places, places[is_node]]), side, every


def _triangles(inside: NDArray[np.bool_], numbers: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return (m, 3) numbers of nodes and, from `count` on, of crossings, clockwise in the picture."""
    shape = inside.shape[0] - 1, inside.shape[1] - 1
    corner = [numbers[row : row + shape[0], column : column + shape[1]].ravel() for row, column in _AROUND]
    solid = [inside.ravel()[each] for each in corner]
    sides = [  # a crossing to the right of node k has the number count + k, one below it 2 count + k
        count + corner[0], 2 * count + corner[1], count + corner[3], 2 * count + corner[0],
    ]  # fmt: skip
    kind = sum(flag.astype(np.int64) << bit for bit, flag in enumerate(solid))
    found = []
    for case in range(1, 16):
        cells = np.flatnonzero(kind == case)
        for polygon in _polygons(case):
            rows = [(corner[at // 2] if at % 2 == 0 else sides[at // 2])[cells] for at in polygon]
            found += [np.stack([rows[0], rows[step], rows[step + 1]], axis=1) for step in range(1, len(rows) - 1)]
    return np.concatenate(found)


def _polygons(case: int) -> list[list[int]]:
    """Return what of a cell is inside: even numbers are its corners, odd ones its sides, clockwise, a corner first."""
    flags = [bool(case >> bit & 1) for bit in range(4)]
    if case in (0b0101, 0b1010):
        return [[2 * at, 2 * at + 1, (2 * at - 1) % 8] for at in range(4) if flags[at]]
    around = []
    for at in range(4):
        if flags[at]:
            around.append(2 * at)
        if flags[at] != flags[(at + 1) % 4]:
            around.append(2 * at + 1)
    first = next(place for place, at in enumerate(around) if at % 2 == 0)
    return [around[first:] + around[:first]]


def _places(field: NDArray[np.float64], used: NDArray[np.int64], count: int) -> NDArray[np.float64]:
    kind, node = used // count, used % count
    row, column = np.divmod(node, field.shape[1])
    right, down = (kind == 1).astype(np.int64), (kind == 2).astype(np.int64)
    here, there = field[row, column], field[row + down, column + right]
    apart = np.where(np.abs(there - here) > 1e-12, there - here, 1.0)
    share = np.clip((0.5 - here) / apart, _NEAREST, 1 - _NEAREST)
    return np.stack([row + down * share, column + right * share], axis=1).astype(np.float64)

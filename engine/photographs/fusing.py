"""From depth maps to one cloud of points."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from engine.photographs.consistency import placed
from engine.photographs.views import Cloud, Depth, Sparse, View
from engine.shapes import Tick, no_tick

_STEP = 2  # pixels between the neighbours that a normal is taken from
_SMOOTH = 0.03  # of the depth: neighbours farther apart lie on another surface


def fused(sparse: Sparse, depths: Sequence[Depth], *, voxel: float = 0.0, tick: Tick = no_tick) -> Cloud:
    """Return the points that all depth maps show, one for each cube of `voxel` units (0: a suitable size).

    Normals come from the depths around; they look towards the camera. Colours are those of the pictures.

    Raises
    ------
    GenerationFailed
        There are no points.
    """
    parts = []
    for number, (view, depth) in enumerate(zip(sparse.views, depths, strict=True)):
        tick(number / len(depths), "Gathering points")
        parts.append(_cloud(view, depth))
    points = np.concatenate([part.points for part in parts])
    if not len(points):
        raise GenerationFailed("The views show no surface that could be measured", stage="dense")
    whole = Cloud(
        points, np.concatenate([part.normals for part in parts]), np.concatenate([part.colors for part in parts])
    )
    return thinned(whole, voxel or _voxel(sparse, depths))


def _cloud(view: View, depth: Depth) -> Cloud:
    rows, columns = np.nonzero(depth.depth > 0)
    pixels = np.column_stack([columns + 0.5, rows + 0.5])
    points = placed(view, pixels, depth.depth[rows, columns].astype(np.float64))
    normals, is_known = _normals(view, depth, rows, columns, points)
    return Cloud(points[is_known], normals[is_known], view.picture[rows[is_known], columns[is_known]])


def _normals(
    view: View, depth: Depth, rows: NDArray[np.int64], columns: NDArray[np.int64], points: NDArray[np.float64]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return unit normals that look towards the camera, and where the depths around are smooth enough for one."""
    height, width = depth.depth.shape
    here = depth.depth[rows, columns]

    def towards(down: int, right: int) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        row, column = rows + down, columns + right
        inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
        there = depth.depth[np.clip(row, 0, height - 1), np.clip(column, 0, width - 1)]
        near = inside & (there > 0) & (np.abs(there - here) < _SMOOTH * here)
        pixels = np.column_stack([column + 0.5, row + 0.5])
        return placed(view, pixels, np.where(near, there, here).astype(np.float64)) - points, near

    sides = [towards(*step) for step in ((0, _STEP), (_STEP, 0), (0, -_STEP), (-_STEP, 0))]
    total = np.zeros_like(points)
    votes = np.zeros(len(points), np.int64)
    for (one, is_one), (other, is_other) in zip(sides, [*sides[1:], sides[0]], strict=True):
        both = is_one & is_other
        cross = np.cross(one, other)
        length = np.linalg.norm(cross, axis=1, keepdims=True)
        total += np.where(both[:, None] & (length > 0), cross / np.maximum(length, 1e-30), 0.0)
        votes += both
    length = np.linalg.norm(total, axis=1, keepdims=True)
    normals = total / np.maximum(length, 1e-30)
    away = np.einsum("nx,nx->n", normals, points - view.place) > 0
    normals[away] *= -1
    return normals.astype(np.float32), (votes > 0) & (length[:, 0] > 1e-6)


def thinned(cloud: Cloud, voxel: float) -> Cloud:
    """Return one point for each cube of side `voxel`: the mean of those in it."""
    cells = np.floor((cloud.points - cloud.points.min(axis=0)) / voxel).astype(np.int64)
    side = cells.max(axis=0) + 1
    key = (cells[:, 0] * side[1] + cells[:, 1]) * side[2] + cells[:, 2]
    _, place, count = np.unique(key, return_inverse=True, return_counts=True)

    def mean(values: NDArray[np.floating] | NDArray[np.uint8]) -> NDArray[np.float64]:
        columns = [np.bincount(place, values[:, axis].astype(np.float64), len(count)) for axis in range(3)]
        return np.column_stack(columns) / count[:, None]

    normals = mean(cloud.normals)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    kept = length[:, 0] > 0.2  # else the points of the cube look into opposite directions
    normals = normals / np.maximum(length, 1e-12)
    colors = np.rint(mean(cloud.colors)).astype(np.uint8)
    return Cloud(mean(cloud.points)[kept], normals[kept].astype(np.float32), colors[kept])


def _voxel(sparse: Sparse, depths: Sequence[Depth]) -> float:
    """Return about what two pixels cover at the usual depth."""
    sizes = [
        2 * float(np.median(one.depth[one.depth > 0])) / float(view.focal_px.mean())
        for view, one in zip(sparse.views, depths, strict=True)
        if (one.depth > 0).any()
    ]
    return float(np.median(sizes))

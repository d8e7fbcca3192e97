"""Cut polygons into triangles."""

from collections.abc import Callable

import manifold3d
import numpy as np
from numpy.typing import NDArray

Corners = NDArray[np.int64]


def triangulated(points: NDArray[np.float64], corners: Corners, counts: Corners) -> tuple[Corners, Corners]:
    """Return triangles of polygons that stand end to end.

    Convex ones become fans, quadrangles are cut where both halves face the same way, other concave ones by ears.

    Parameters
    ----------
    points : (n, 3) float64
        Corners; finite.
    corners : (k,) int64
        Indices into `points`, polygon after polygon.
    counts : (p,) int64
        Corners of each polygon; those with fewer than three have no triangles.

    Returns
    -------
    (m, 3) int64 places in `corners`, and (m,) int64 the polygon of each triangle, in the order of the polygons.
    """
    starts = np.cumsum(counts) - counts
    if len(counts) and (counts == 3).all():
        return np.arange(len(corners)).reshape(-1, 3), np.arange(len(counts))
    made: list[Corners] = []
    of: list[Corners] = []
    for size in np.unique(counts[counts >= 3]):
        polygons = np.flatnonzero(counts == size)
        places = starts[polygons][:, None] + np.arange(size)
        triangles = _cutter(int(size))(points, corners, places)
        made.append(triangles.reshape(-1, 3))
        of.append(np.repeat(polygons, size - 2))
    if not made:
        return np.zeros((0, 3), np.int64), np.zeros(0, np.int64)
    order = np.argsort(np.concatenate(of), kind="stable")
    return np.concatenate(made)[order], np.concatenate(of)[order]


def _cutter(size: int) -> Callable[[NDArray[np.float64], Corners, Corners], Corners]:
    if size == 3:
        return lambda points, corners, places: places
    return _quadrangles if size == 4 else _larger


def _quadrangles(points: NDArray[np.float64], corners: Corners, places: Corners) -> Corners:
    a, b, c, d = (points[corners[places[:, each]]] for each in range(4))
    folds = np.einsum("ij,ij->i", np.cross(b - a, c - a), np.cross(c - a, d - a)) < 0
    first = places[:, [0, 1, 2, 0, 2, 3]]
    other = places[:, [0, 1, 3, 1, 2, 3]]
    return np.where(folds[:, None], other, first).reshape(-1, 2, 3)


def _larger(points: NDArray[np.float64], corners: Corners, places: Corners) -> Corners:
    size = places.shape[1]
    fan = np.column_stack([np.zeros(size - 2, int), np.arange(1, size - 1), np.arange(2, size)])
    triangles = places[:, fan]
    for number in np.flatnonzero(~_is_convex(points[corners[places]])):
        triangles[number] = places[number][_ears(points[corners[places[number]]], fan)]
    return triangles


def _is_convex(outlines: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which of (p, n, 3) outlines turn the same way at each corner, seen along their own normal."""
    ahead = np.roll(outlines, -1, axis=1) - outlines
    normals = _normals(outlines)
    turns = np.einsum("pni,pi->pn", np.cross(np.roll(ahead, 1, axis=1), ahead), normals)
    return np.asarray((turns >= 0).all(axis=1))


def _normals(outlines: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (p, 3) normals of outlines by Newell's sum."""
    inward = outlines - outlines[:, :1]
    return np.asarray(np.cross(inward, np.roll(inward, -1, axis=1)).sum(axis=1))


def _ears(outline: NDArray[np.float64], fan: Corners) -> Corners:
    """Return triangles of one concave outline, the fan where it cannot be cut better."""
    normal = _normals(outline[None])[0]
    along = int(np.abs(normal).argmax())
    one, two = (along + 1) % 3, (along + 2) % 3
    flat = outline[:, [one, two]] if normal[along] >= 0 else outline[:, [two, one]]
    cut = np.asarray(manifold3d.triangulate([np.ascontiguousarray(flat)]))
    return cut if len(cut) == len(fan) else fan

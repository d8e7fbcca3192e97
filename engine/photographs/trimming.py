"""What of a surface is let go: what no point confirms, and loose pieces."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from engine.photographs.evidence import plain_in
from engine.photographs.views import Cloud, View
from engine.shapes import Faces, Points

_NEAR, _FAR = 2.0, 5.0  # spacings of the cloud
_AROUND, _ASIDE = 12, 0.66  # points that are asked whether they lie around a corner, or to one side of it
_LEAST_SHARE, _LEAST_SHARE_BESIDE = 0.03, 0.004  # of the largest piece's area
_SAMPLE = 20_000
_CORE = 0.002  # of the points, at each end of each axis, that the box may leave out
_BEYOND = 0.15  # of the box


def spacing_of(cloud: Cloud) -> float:
    """Return how far points of a cloud lie apart from the next, the median."""
    some = cloud.points[:: max(1, len(cloud.points) // _SAMPLE)]
    apart = cKDTree(cloud.points).query(some, k=2)[0][:, 1]
    return float(max(np.median(apart), 1e-9))


def cropped(cloud: Cloud) -> Cloud:
    """Return the cloud without the few points that lie far from all others: they would make the grid coarse."""
    low, high = np.quantile(cloud.points, [_CORE, 1 - _CORE], axis=0)
    beyond = _BEYOND * float((high - low).max())
    kept = ((cloud.points >= low - beyond) & (cloud.points <= high + beyond)).all(axis=1)
    return Cloud(cloud.points[kept], cloud.normals[kept], cloud.colors[kept])


def confirmed(points: Points, faces: Faces, cloud: Cloud, spacing: float, views: Sequence[View] = ()) -> Faces:
    """Return the faces near points of the cloud, and those that close small holes between them.

    What lies far from all points goes. Of what lies a little apart from them, as where the surface bridges a gap, those
    pieces stay that are framed by confirmed faces; those that end at nothing go. So does what lies just beyond the
    points where the views show nothing, as the sky over a roof.
    """
    apart = cKDTree(cloud.points).query(points, distance_upper_bound=_FAR * spacing)[0]
    faces = faces[(apart[faces] < _FAR * spacing).all(axis=1)]
    doubtful = ((apart > _NEAR * spacing) | _is_nothing(points, cloud, views))[faces].any(axis=1)
    label = pieces_of(faces[doubtful], len(points))
    if not len(label):
        return faces
    at_rim = np.zeros(len(points), bool)
    at_rim[rim_of(faces)] = True
    ends = np.zeros(int(label.max()) + 1, bool)
    np.logical_or.at(ends, label, at_rim[faces[doubtful]].any(axis=1))
    kept = ~doubtful
    kept[np.flatnonzero(doubtful)[~ends[label]]] = True
    return np.asarray(faces[kept], np.int32)


def _is_nothing(points: Points, cloud: Cloud, views: Sequence[View]) -> NDArray[np.bool_]:
    """Return which corners lie beyond the border of the cloud where most views before them show nothing."""
    found = np.zeros(len(points), bool)
    if not views:
        return found
    is_beyond, normals = _beyond(points, cloud)
    asked, normals = points[is_beyond], normals[is_beyond]
    plain, looks = np.zeros(len(asked), np.int64), np.zeros(len(asked), np.int64)
    for view in views:
        height, width = view.picture.shape[:2]
        at, depth = view.seen(asked)
        facing = np.einsum("nx,nx->n", view.place - asked, normals) > 0
        sees = facing & (depth > 0) & (at >= 0).all(axis=1) & (at[:, 0] < width) & (at[:, 1] < height)
        column, row = at[sees].astype(np.int64).T
        plain[sees] += plain_in(view.picture)[row, column]
        looks += sees
    found[is_beyond] = plain > looks / 2
    return found


def _beyond(points: Points, cloud: Cloud) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Return which corners lie beyond the border of the cloud, the points near them to one side, and (n, 3) normals.

    Seen from the border of an even sheet, the middle of the points around lies at 0.64 of their mean distance.
    """
    count = min(_AROUND, len(cloud.points))
    near = np.reshape(cKDTree(cloud.points).query(points, k=count)[1], (-1, count))
    normal = cloud.normals[near].mean(axis=1, dtype=np.float64)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-12)
    ways = cloud.points[near] - points[:, None]
    ways -= np.einsum("nkx,nx->nk", ways, normal)[..., None] * normal[:, None]
    middle = np.linalg.norm(ways.mean(axis=1), axis=1)
    return np.asarray(middle > _ASIDE * np.linalg.norm(ways, axis=2).mean(axis=1), np.bool_), normal


def calmed(points: Points, faces: Faces, *, turns: int = 2) -> Points:
    """Return the corners, those on rims moved between their neighbours there, `turns` times: torn edges grow even."""
    sides = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1).astype(np.int64)
    keys, counts = np.unique(sides[:, 0] * len(points) + sides[:, 1], return_counts=True)
    one, other = np.divmod(keys[counts == 1], len(points))
    ends = np.concatenate([one, other])
    number = np.bincount(ends, minlength=len(points))
    moved = points.copy()
    for _ in range(turns):
        total = [np.bincount(ends, moved[np.concatenate([other, one]), axis], len(points)) for axis in range(3)]
        on_rim = number == 2
        moved[on_rim] += 0.5 * (np.column_stack(total)[on_rim] / 2 - moved[on_rim])
    return moved


def largest(points: Points, faces: Faces, *, beside: float = 0.0) -> Faces:
    """Return the faces of large pieces, by area, and of smaller ones that lie less than `beside` from a large one."""
    if not len(faces):
        return faces
    label = pieces_of(faces, len(points))
    corners = points[faces]
    areas = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    sizes = np.bincount(label, areas)
    kept = sizes >= _LEAST_SHARE * sizes.max()
    small = np.flatnonzero(~kept & (sizes >= _LEAST_SHARE_BESIDE * sizes.max()))
    tree = cKDTree(points[np.unique(faces[kept[label]])])
    for piece in small:
        apart = tree.query(points[np.unique(faces[label == piece])], distance_upper_bound=max(beside, 1e-300))[0]
        kept[piece] = bool((apart < beside).any())
    return np.asarray(faces[kept[label]], np.int32)


def pieces_of(faces: Faces, count: int) -> NDArray[np.int64]:
    """Return for each face the number of the connected piece that it belongs to, from 0 without gaps."""
    if not len(faces):
        return np.zeros(0, np.int64)
    one, other = faces[:, [0, 1]].ravel(), faces[:, [1, 2]].ravel()
    links = coo_matrix((np.ones(len(one), bool), (one, other)), shape=(count, count))
    _, label = connected_components(links, directed=False)
    return np.unique(label[faces[:, 0]], return_inverse=True)[1].astype(np.int64)


def rim_of(faces: Faces) -> NDArray[np.int64]:
    """Return the corners on edges that only one face has."""
    sides = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1).astype(np.int64)
    keys = sides[:, 0] * (int(sides.max(initial=0)) + 1) + sides[:, 1]
    _, first, counts = np.unique(keys, return_index=True, return_counts=True)
    return np.unique(sides[first[counts == 1]])


def used(points: Points, faces: Faces) -> tuple[Points, Faces]:
    """Return the corners that faces use, and the faces over them."""
    kept, numbers = np.unique(faces, return_inverse=True)
    return points[kept], numbers.reshape(-1, 3).astype(np.int32)

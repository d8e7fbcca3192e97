"""Holes in a surface, as where slates or plaster show no pattern, are closed if the photographs show more of the same.

A rim that the surface runs around is a hole if a lid on it looks the way the surface around looks; the border of an
open sheet is none. It is closed if it is small and nearly flat, and if views show its inside in the colours of its rim:
through an arch they show sky, or what stands behind. Holes that break through to the border of a sheet are its bays.
"""

from collections.abc import Iterator, Sequence

import manifold3d
import numpy as np
from numpy.typing import NDArray

from engine.photographs.bays import bays
from engine.photographs.seeing import colors_at
from engine.photographs.views import View
from engine.rays import unit
from engine.shapes import Faces, Points

_AROUND_MOST = 0.8  # of the surface's longest side: how long a hole's rim may be
_CORNERS_MOST = 1500
_SIDES_LEAST = 3
_FACING = 0.5  # cosine between the lid and the surface around
_BENT_MOST = 0.25  # how far the rim may leave its plane, as a share of the lid's side
_SEEN_FACING = 0.25  # cosine; flatter, a view's pixels are of something else
_SAME = 0.13  # between sRGB colours in [0, 1]
_VIEWS_LEAST = 2
_SAMPLES_MOST = 300

Loop = NDArray[np.int64]


def closed(points: Points, faces: Faces, views: Sequence[View]) -> Faces:
    """Return the faces and those of lids on such holes."""
    if not views or not len(faces):
        return faces
    longest = float(np.ptp(points[np.unique(faces)], axis=0).max())
    linked = _links(faces, len(points))
    lids = [faces]
    for loop, normals in rims(points, faces):
        if len(lid := _shown_lid(points[loop], normals, longest, views)):
            lids.append(loop[lid].astype(np.int32))
            continue
        free = np.ones(len(loop), bool)
        for bay in bays(points[loop], longest, _AROUND_MOST * longest):
            ends = np.sort(loop[bay[[0, -1]]])
            if not free[bay].all() or ends[0] * len(points) + ends[1] in linked:
                continue
            if len(lid := _shown_lid(points[loop[bay]], normals[bay[:-1]], longest, views)):
                lids.append(loop[bay][lid].astype(np.int32))
                free[bay] = False
    return np.concatenate(lids)


def _links(faces: Faces, count: int) -> set[int]:
    """Return the sides of all faces as numbers."""
    sides = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1).astype(np.int64)
    return set(np.unique(sides[:, 0] * count + sides[:, 1]).tolist())


def _shown_lid(ring: Points, normals: NDArray[np.floating], longest: float, views: Sequence[View]) -> NDArray[np.int64]:
    """Return (k, 3) triangles over a ring if it is small and flat, and views show there what is around; else none."""
    nothing = np.zeros((0, 3), np.int64)
    if len(ring) > _CORNERS_MOST or _around(ring) >= _AROUND_MOST * longest:
        return nothing
    normal = unit(normals.sum(axis=0))
    lid = _lid(ring, normal)
    return lid if len(lid) and _is_same(ring, ring[lid].mean(axis=1), normal, views) else nothing


def _around(ring: Points) -> float:
    return float(np.linalg.norm(ring - np.roll(ring, 1, axis=0), axis=1).sum())


def rims(points: Points, faces: Faces) -> Iterator[tuple[Loop, NDArray[np.floating]]]:
    """Yield the rims, in the order in which a lid runs along them, and the normals of the faces at their sides.

    Where rims cross in a corner, they are taken apart there.
    """
    one, other = faces[:, [0, 1, 2]].ravel().astype(np.int64), faces[:, [1, 2, 0]].ravel().astype(np.int64)
    alone = np.flatnonzero(~np.isin(other * len(points) + one, one * len(points) + other))
    corners = points[faces[alone // 3]]
    normals = unit(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]))
    onward: dict[int, list[int]] = {}
    for side, at in enumerate(other[alone].tolist()):
        onward.setdefault(at, []).append(side)
    ends = one[alone].tolist()
    for first in onward:
        path: list[int] = []  # sides that were walked
        begins = {first: 0}  # where each corner on the way stands
        at = first
        while onward.get(at):
            path.append(onward[at].pop())
            at = ends[path[-1]]
            if at in begins:
                sides = path[begins[at] :]
                del path[begins[at] :]
                for side in sides[:-1]:
                    del begins[ends[side]]
                if len(sides) >= _SIDES_LEAST:
                    yield other[alone[sides]], normals[sides]
            begins[at] = len(path)


def _lid(ring: Points, normal: NDArray[np.floating]) -> NDArray[np.int64]:
    """Return (k, 3) triangles over a ring of corners; none where it is no flat hole."""
    middle = ring.mean(axis=0)
    twice = np.cross(ring - middle, np.roll(ring, -1, axis=0) - middle).sum(axis=0)
    area = float(np.linalg.norm(twice)) / 2
    way = unit(twice)
    bent = float(np.sqrt((((ring - middle) @ way) ** 2).mean()))
    if area <= 0 or way @ normal < _FACING or bent > _BENT_MOST * np.sqrt(area):
        return np.zeros((0, 3), np.int64)
    across = unit(np.cross(way, np.eye(3)[np.abs(way).argmin()]))
    flat = (ring - middle) @ np.column_stack([across, np.cross(way, across)])
    lid = np.asarray(manifold3d.triangulate([flat]), np.int64).reshape(-1, 3)
    a, b, c = flat[lid].transpose(1, 0, 2)
    sizes = ((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]) / 2
    is_whole = len(lid) == len(ring) - 2 and abs(np.abs(sizes).sum() - area) < 0.02 * area
    return lid if is_whole else np.zeros((0, 3), np.int64)


def _is_same(ring: Points, inside: Points, normal: NDArray[np.floating], views: Sequence[View]) -> bool:
    """Return whether most of the views that look at a hole show its inside in the colours of its rim."""
    apart = []
    inside = inside[:: 1 + len(inside) // _SAMPLES_MOST]
    for view in views:
        if unit(view.place - ring.mean(axis=0)) @ normal < _SEEN_FACING:
            continue
        height, width = view.picture.shape[:2]
        (rim, ahead), (at, _) = view.seen(ring), view.seen(inside)
        if (ahead > 0).all() and (rim >= 0).all() and (rim[:, 0] < width).all() and (rim[:, 1] < height).all():
            shown, wanted = colors_at(view.picture, at), colors_at(view.picture, rim)
            apart.append(float(np.linalg.norm(np.median(shown, axis=0) - np.median(wanted, axis=0))) / 255)
    return len(apart) >= _VIEWS_LEAST and float(np.median(apart)) < _SAME

"""What each view sees of a surface, and in what colour."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from engine.photographs.views import View
from engine.rays import Rays, unit
from engine.shapes import Faces, Points, Tick, no_tick

_STEEP = 0.12  # cosine; what is seen at a flatter angle is not used
_RIM_PX = 1.5
_LIFT = 2e-3  # of the distance to the camera: how far before the surface rays begin

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What views see of a surface.

    Attributes
    ----------
    area_px : (m, k) float32
        Of each face in each view's picture; 0: the view does not see it, or not all of it.
    corners : (n, k) bool
        Whether a view sees each corner.
    """

    area_px: Floats
    corners: Flags


def seen_by(points: Points, faces: Faces, views: tuple[View, ...], *, tick: Tick = no_tick) -> Seen:
    """Return what views see of a surface; what stands before it, or leans away too much, is not seen."""
    rays = Rays(points, faces)
    a, b, c = points[faces].transpose(1, 0, 2)
    normals = unit(np.cross(b - a, c - a))
    middles = (a + b + c) / 3
    area = np.zeros((len(faces), len(views)), np.float32)
    corners = np.zeros((len(points), len(views)), bool)
    for number, view in enumerate(views):
        tick(number / len(views), "Looking what each view sees")
        inside = _inside(view, points)
        facing = np.einsum("nx,nx->n", normals, unit(view.place - middles)) > _STEEP
        asked = facing & inside[faces].all(axis=1)
        wanted = np.unique(faces[asked])
        is_open = np.zeros(len(points), bool)
        is_open[wanted] = _open(rays, points[wanted], view)
        corners[:, number] = is_open
        asked &= is_open[faces].all(axis=1)
        rest = np.flatnonzero(asked)
        rest = rest[_open(rays, middles[rest], view)]
        area[rest, number] = _area_px(view, points, faces[rest])
    return Seen(area, corners)


def _inside(view: View, points: Points) -> Flags:
    height, width = view.picture.shape[:2]
    at, depth = view.seen(points)
    within = (at >= _RIM_PX).all(axis=1) & (at[:, 0] <= width - _RIM_PX) & (at[:, 1] <= height - _RIM_PX)
    return np.asarray(within & (depth > 0), np.bool_)


def _open(rays: Rays, points: Points, view: View) -> Flags:
    """Return whether nothing stands between points and the camera."""
    ways = view.place - points
    far = np.linalg.norm(ways, axis=1, keepdims=True)
    return ~rays.blocked(points + _LIFT * ways, ways / np.maximum(far, 1e-12), reach=float(far.max(initial=1e-9)))


def _area_px(view: View, points: Points, faces: Faces) -> Floats:
    at, _ = view.seen(points)
    a, b, c = at[faces].transpose(1, 0, 2)
    twice = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    return np.asarray(np.abs(twice) / 2 + 1e-6, np.float32)


def colors_at(picture: NDArray[np.floating] | NDArray[np.uint8], at: NDArray[np.floating]) -> Floats:
    """Return the (n, 3) colours of a picture at (n, 2) places in pixels, between pixels by their neighbours."""
    where = np.stack([at[:, 1] - 0.5, at[:, 0] - 0.5])
    layers = [
        map_coordinates(picture[..., channel], where, output=np.float32, order=1, mode="nearest")
        for channel in range(3)
    ]
    return np.stack(layers, axis=1)

"""Boxes, balls and cylinders, and how solids are moved and joined."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import manifold3d
import numpy as np
from manifold3d import Manifold, OpType
from scipy.spatial import ConvexHull

from engine.shapes import Points

Solid: TypeAlias = Manifold
Triple = tuple[float, float, float]

_HULL_IN_ONE_THREAD = 1000  # corners


def union(solids: Iterable[Solid]) -> Solid:
    """Return everything that is inside any of `solids`."""
    return Manifold.batch_boolean(list(solids), OpType.Add)


def moved(solid: Solid, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Solid:
    """Return `solid` shifted."""
    return solid.translate((x, y, z))


def turned(solid: Solid, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Solid:
    """Return `solid` turned about x, then y, then z, degrees."""
    return solid.rotate((x, y, z))


def upright(solid: Solid) -> Solid:
    """Return a solid that was made along z so that it stands along y; its plan's y becomes −z."""
    return solid.rotate((-90.0, 0.0, 0.0))


def mirrored(solid: Solid) -> Solid:
    """Return `solid` with its twin across the plane x = 0."""
    return union((solid, solid.mirror((1.0, 0.0, 0.0))))


def copies(solid: Solid, places: Iterable[Triple]) -> Solid:
    """Return `solid` at each of `places`."""
    return union([solid.translate(place) for place in places])


def ring_of(solid: Solid, count: int, *, first_deg: float = 0.0) -> Solid:
    """Return `count` copies of `solid` turned evenly about the y axis."""
    return union([solid.rotate((0.0, first_deg + 360.0 * step / count, 0.0)) for step in range(count)])


def cylinder(radius: float, height: float, segments: int, *, top: float | None = None) -> Solid:
    """Return a standing cylinder, or a cone if `top` differs from `radius`."""
    return upright(Manifold.cylinder(height, radius, radius if top is None else top, segments))


def rod(radius: float, length: float, segments: int, *, axis: str = "x") -> Solid:
    """Return a cylinder centred on the origin that lies along `axis`."""
    solid = Manifold.cylinder(length, radius, radius, segments, True)
    return solid.rotate({"x": (0.0, 90.0, 0.0), "y": (-90.0, 0.0, 0.0), "z": (0.0, 0.0, 0.0)}[axis])


def ball(radius: float, segments: int) -> Solid:
    """Return a ball around the origin."""
    return Manifold.sphere(radius, segments)


def ellipsoid(width: float, height: float, depth: float, segments: int) -> Solid:
    """Return an ellipsoid around the origin."""
    return Manifold.sphere(1.0, segments).scale((width / 2, height / 2, depth / 2))


def block(width: float, height: float, depth: float) -> Solid:
    """Return a standing box with sharp edges."""
    return Manifold.cube((width, height, depth), True).translate((0.0, height / 2, 0.0))


def rounded_box(width: float, height: float, depth: float, radius: float, steps: int = 3) -> Solid:
    """Return a standing box with all edges rounded by `radius` in `steps` facets a quarter turn."""
    radius = min(radius, 0.499 * min(width, height, depth))
    if radius <= 1e-6:
        return block(width, height, depth)
    octant = _octant(steps) * radius
    inner = np.array([width / 2 - radius, height / 2 - radius, depth / 2 - radius])
    signs = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], dtype=np.float64)
    points = (signs[:, None, :] * (octant + inner)[None, :, :]).reshape(-1, 3)
    points[:, 1] += height / 2
    return Manifold.hull_points(points)


def _octant(steps: int) -> Points:
    """Return points of the unit ball's octant, `steps` facets along each side."""
    angles = np.linspace(0.0, np.pi / 2, steps + 1)
    rows = []
    for up in angles:
        count = max(1, round(steps * np.cos(up))) if up < np.pi / 2 - 1e-9 else 0
        for around in np.linspace(0.0, np.pi / 2, count + 1) if count else (0.0,):
            rows.append((np.cos(up) * np.cos(around), np.sin(up), np.cos(up) * np.sin(around)))
    return np.clip(np.array(rows), 0.0, 1.0)


def from_arrays(points: Points, faces: Sequence[Sequence[int]] | np.ndarray) -> Solid:
    """Return the solid with these corners and counter-clockwise triangles; corners are shared by index."""
    mesh = manifold3d.Mesh64(
        np.ascontiguousarray(points, dtype=np.float64), np.ascontiguousarray(faces, dtype=np.uint64)
    )
    return Manifold(mesh)


def hull_of(solids: Iterable[Solid]) -> Solid:
    """Return the convex hull of all `solids`: the same in every process, however many corners they have.

    manifold3d takes hulls of more than about 1,500 corners apart in threads, and which comes first shows in the result;
    Qhull (Barber, Dobkin & Huhdanpaa, "The quickhull algorithm for convex hulls", 1996) does it then.
    """
    every = list(solids)
    if sum(solid.num_vert() for solid in every) <= _HULL_IN_ONE_THREAD:
        return Manifold.batch_hull(every)
    points = np.concatenate([solid.to_mesh64().vert_properties[:, :3] for solid in every])
    hull = ConvexHull(points)
    corners = points[hull.simplices]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    is_inward = (normals * hull.equations[:, :3]).sum(axis=1) < 0
    faces = np.where(is_inward[:, None], hull.simplices[:, ::-1], hull.simplices)
    kept, local = np.unique(faces, return_inverse=True)
    return from_arrays(points[kept], local.reshape(-1, 3))


def above(solid: Solid, y: float) -> Solid:
    """Return the part of `solid` above the height `y`."""
    return solid.trim_by_plane((0.0, 1.0, 0.0), y)


def below(solid: Solid, y: float) -> Solid:
    """Return the part of `solid` below the height `y`."""
    return solid.trim_by_plane((0.0, -1.0, 0.0), -y)

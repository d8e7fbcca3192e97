"""Lighter versions of closed shapes, each closed and manifold itself."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from manifold3d import Error, Manifold, Mesh64

from engine.assembling.collapse import Shape, collapsed
from engine.parts.solids import hull_of
from engine.shapes import Faces, Points, Tick, no_tick

Version = tuple[Points, Faces]

_SHRINK = 0.6  # each version has this share of the triangles of the one before
_LEAST = 8
_HULL_MOST = 80.0
_FINE = (1e-4, 4e-4, 1.6e-3)  # tolerances, as shares of the diagonal, that are hardly seen
_VOLUME_KEPT = 0.02  # of the whole: a thin shape may not vanish
_COARSE = (2e-3, 6e-3, 2e-2, 6e-2)


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """A closed shape of which lighter versions are wanted; few of them with more than `most` triangles."""

    solid: Manifold
    points: Points
    faces: Faces
    most: float


def lighter_versions(shapes: Sequence[Wanted], *, tick: Tick = no_tick) -> list[list[Version]]:
    """Return for each closed shape versions with fewer triangles than it has."""
    found: list[list[Version]] = []
    tasks: list[Shape] = []
    for number, shape in enumerate(shapes):
        tick(0.4 * number / len(shapes), "Thinning what is hardly seen")
        whole = shape.solid
        low, high = np.array(whole.bounding_box()).reshape(2, 3)
        size = float(np.linalg.norm(high - low))
        near, dense = _thinned(whole, size, 1.4 * shape.most)
        hull = hull_of([whole]).simplify(1e-2 * size)
        box = Manifold.cube(np.maximum(high - low, 1e-6 * size)).translate(low)
        plain = [arrays_of(solid) for solid in (*_loosened(dense, size), hull, box)]
        tasks += [_stepwise(dense, shape.most), _stepwise(hull, _HULL_MOST)]
        found.append([*near, *plain])
    steps = collapsed(tasks, tick=lambda fraction, message: tick(0.4 + 0.6 * fraction, message))
    return [
        [_boxed(version, shape) for version in (*plain, *fine, *coarse) if 4 <= len(version[1]) < len(shape.faces)]
        for shape, plain, fine, coarse in zip(shapes, found, steps[::2], steps[1::2], strict=True)
    ]


def _boxed(version: Version, whole: Wanted) -> Version:
    """Return a version stretched to the box of the whole, so that it still stands and meets what it met there."""
    points, faces = version
    low, high = whole.points.min(axis=0), whole.points.max(axis=0)
    start, size = points.min(axis=0), np.ptp(points, axis=0)
    factor = np.where(size > 1e-3 * (high - low), (high - low) / np.maximum(size, 1e-300), 1.0)
    return (points - start) * factor + np.where(factor == 1.0, start, low), faces


def _thinned(whole: Manifold, size: float, enough: float) -> tuple[list[Version], Manifold]:
    """Return the shape within tolerances too fine to be seen, and the lightest of those: it is quick to collapse."""
    found: list[Version] = []
    dense, volume = whole, float(whole.volume())
    for tolerance in _FINE:
        if dense.num_tri() <= enough:
            break
        thinner = dense.simplify(tolerance * size)
        if abs(float(thinner.volume()) / volume - 1) > _VOLUME_KEPT:
            break
        if thinner.num_tri() < 0.9 * dense.num_tri():
            found.append(arrays_of(thinner))
            dense = thinner
    return found, dense


def _stepwise(solid: Manifold, most: float) -> Shape:
    """Return the solid and the numbers of triangles that it is to be collapsed to."""
    targets, target = [], min(solid.num_tri() * _SHRINK, most)
    while target >= _LEAST:
        targets.append(int(target))
        target *= _SHRINK
    return *arrays_of(solid), targets


def _loosened(solid: Manifold, size: float) -> list[Manifold]:
    """Return the shape within loose tolerances, stretched meanwhile if it is thin, so that it does not vanish.

    Unlike edge collapse this may close holes.
    """
    low, high = np.array(solid.bounding_box()).reshape(2, 3)
    stretch = np.minimum(np.maximum(0.5 * size / np.maximum(high - low, 1e-6 * size), 1.0), 1e3)
    looser, found = solid.scale(stretch), []
    for tolerance in _COARSE:
        looser = looser.simplify(tolerance * size)
        if not looser.is_empty():
            found.append(looser.scale(1 / stretch))
    return found


def is_sound(solid: Manifold) -> bool:
    """Whether the solid is closed, manifold and holds more than nothing."""
    if solid.status() != Error.NoError or solid.is_empty():
        return False
    low, high = np.array(solid.bounding_box()).reshape(2, 3)
    box = np.maximum(high - low, 1e-3 * (high - low).max())
    return float(solid.volume()) > 1e-9 * float(np.prod(box))


def pieces_of(solid: Manifold) -> list[Manifold]:
    """Return the solid's connected pieces, less crumbs of no volume."""
    pieces = [piece for piece in solid.decompose() if is_sound(piece)]
    whole = float(solid.volume())
    return [piece for piece in pieces if float(piece.volume()) > 1e-7 * whole]


def solid_of(points: Points, faces: Faces) -> Manifold:
    """Return corners and faces as a solid."""
    return Manifold(Mesh64(np.ascontiguousarray(points, np.float64), np.ascontiguousarray(faces, np.uint64)))


def arrays_of(solid: Manifold) -> Version:
    """Return a solid's corners and faces."""
    mesh = solid.to_mesh64()
    return np.array(mesh.vert_properties[:, :3], np.float64, order="C"), np.array(mesh.tri_verts, np.int32, order="C")

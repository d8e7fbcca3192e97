"""Lighter versions of a closed shape, each closed and manifold itself."""

import numpy as np
from manifold3d import Error, Manifold, Mesh64

from engine.collapse import collapsed
from engine.shapes import Faces, Points

Version = tuple[Points, Faces]

_SHRINK = 0.66  # each version has this share of the triangles of the one before
_LEAST = 8
_FINE = (1e-5, 1e-4, 2e-4, 4e-4, 8e-4, 1.6e-3)  # tolerances, as shares of the diagonal, that are hardly seen
_VOLUME_KEPT = 0.02  # of the whole: a thin shape may not vanish
_COARSE = (2e-3, 6e-3, 2e-2, 6e-2)


def lighter_versions(points: Points, faces: Faces, *, most: float) -> list[Version]:
    """Return versions of a closed shape with fewer triangles than it has; few of them with more than `most`."""
    whole = solid_of(points, faces)
    low, high = np.array(whole.bounding_box()).reshape(2, 3)
    size = float(np.linalg.norm(high - low))
    near, dense = _thinned(whole, size, 1.4 * most)
    found = [*near, *_stepwise(dense, min(dense.num_tri() * _SHRINK, most))]
    found += [arrays_of(solid) for solid in _loosened(whole, size)]
    hull = whole.hull().simplify(1e-2 * size)
    found += [arrays_of(hull), *_stepwise(hull, min(80.0, hull.num_tri() * _SHRINK))]
    found.append(arrays_of(Manifold.cube(np.maximum(high - low, 1e-6 * size)).translate(low)))
    sound = [solid_of(*version) for version in found if len(version[1]) >= 4]
    return [arrays_of(solid) for solid in sound if is_sound(solid) and 4 <= solid.num_tri() < len(faces)]


def _thinned(whole: Manifold, size: float, enough: float) -> tuple[list[Version], Manifold]:
    """Return the shape within tolerances too fine to be seen, and the lightest of those: it is quick to collapse."""
    found: list[Version] = []
    dense, volume = whole, float(whole.volume())
    for tolerance in _FINE:
        thinner = whole.simplify(tolerance * size)
        if abs(float(thinner.volume()) / volume - 1) > _VOLUME_KEPT:
            break
        if thinner.num_tri() < 0.9 * dense.num_tri():
            found.append(arrays_of(thinner))
            dense = thinner
        if dense.num_tri() <= enough:
            break
    return found, dense


def _stepwise(solid: Manifold, first: float) -> list[Version]:
    """Return the solid collapsed to fewer and fewer triangles, from `first` down."""
    targets = []
    while first >= _LEAST:
        targets.append(int(first))
        first *= _SHRINK
    return collapsed(*arrays_of(solid), targets)


def _loosened(whole: Manifold, size: float) -> list[Manifold]:
    """Return the shape within loose tolerances, stretched meanwhile if it is thin, so that it does not vanish.

    Unlike edge collapse this may close holes.
    """
    low, high = np.array(whole.bounding_box()).reshape(2, 3)
    stretch = np.minimum(np.maximum(0.5 * size / np.maximum(high - low, 1e-6 * size), 1.0), 1e3)
    thick = whole.scale(stretch)
    found = [thick.simplify(tolerance * size).scale(1 / stretch) for tolerance in _COARSE]
    return [solid for solid in found if not solid.is_empty()]


def is_sound(solid: Manifold) -> bool:
    """Whether the solid is closed, manifold and holds more than nothing."""
    if solid.status() != Error.NoError or solid.is_empty():
        return False
    low, high = np.array(solid.bounding_box()).reshape(2, 3)
    box = np.maximum(high - low, 1e-3 * (high - low).max())
    return float(solid.volume()) > 1e-9 * float(np.prod(box))


def pieces_of(solid: Manifold) -> list[Version]:
    """Return the solid's connected pieces, less crumbs of no volume."""
    pieces = [piece for piece in solid.decompose() if is_sound(piece)]
    whole = float(solid.volume())
    return [arrays_of(piece) for piece in pieces if float(piece.volume()) > 1e-7 * whole]


def solid_of(points: Points, faces: Faces) -> Manifold:
    """Return corners and faces as a solid."""
    return Manifold(Mesh64(np.ascontiguousarray(points, np.float64), np.ascontiguousarray(faces, np.uint64)))


def arrays_of(solid: Manifold) -> Version:
    """Return a solid's corners and faces."""
    mesh = solid.to_mesh64()
    return np.array(mesh.vert_properties[:, :3], np.float64, order="C"), np.array(mesh.tri_verts, np.int32, order="C")

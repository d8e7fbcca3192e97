"""How far one surface strays from another."""

import numpy as np
from scipy.spatial import cKDTree

from engine.rays import Rays, Vectors
from engine.shapes import Faces, Points
from engine.tangents import face_normals

_SAMPLES = 300


class Surface:
    """A closed surface, ready to be measured against others."""

    def __init__(self, points: Points, faces: Faces) -> None:
        """Prepare (n, 3) points, metres, and (m, 3) faces."""
        self.places, self.normals, self.area = _samples(points, faces)
        self._rays = Rays(points, faces)
        self._corners = cKDTree(points)

    def strays_from(self, other: "Surface") -> float:
        """Return how far, metres, the surfaces lie apart: the root of the mean square, from the worse side.

        Samples of each surface look along their normal, both ways, for the other one; where they see nothing, the
        distance to its nearest corner stands in.
        """
        return max(self._apart(other), other._apart(self))

    def _apart(self, other: "Surface") -> float:
        nearest = other._corners.query(self.places)[0]
        for direction in (self.normals, -self.normals):
            hits = other._rays.first(self.places, direction)
            nearest = np.minimum(nearest, np.where(hits.face >= 0, hits.distance, np.inf))
        return float(np.sqrt(np.mean(nearest**2)))


def _samples(points: Points, faces: Faces) -> tuple[Points, Vectors, float]:
    """Return places on the surface, corners first and then even over the area, the normals there, and the area."""
    normals = face_normals(points, faces)
    sides = points[faces[:, 1]] - points[faces[:, 0]], points[faces[:, 2]] - points[faces[:, 0]]
    areas = np.linalg.norm(np.cross(*sides), axis=1)
    rate = np.cumsum(areas) / max(float(areas.sum()), 1e-30)
    spread = np.searchsorted(rate, (np.arange(_SAMPLES) + 0.5) / _SAMPLES).clip(0, len(faces) - 1)
    inside = np.einsum("nk,nkx->nx", _low_discrepancy(_SAMPLES), points[faces[spread]])
    corner = np.arange(0, 3 * len(faces), max(1, 3 * len(faces) // _SAMPLES))
    places = np.concatenate([points[faces.reshape(-1)[corner]], inside])
    return places, np.concatenate([normals[corner // 3], normals[spread]]).astype(np.float32), float(areas.sum()) / 2


def _low_discrepancy(count: int) -> Points:
    index = np.arange(1, count + 1)
    u, v = (0.7548776662466927 * index) % 1, (0.5698402909980532 * index) % 1
    root = np.sqrt(u)
    return np.stack([1 - root, root * (1 - v), root * v], axis=1)

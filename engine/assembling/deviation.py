"""How far surfaces stray from others: many pairs at once, side by side in one scene for rays."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from engine.rays import Rays, Vectors, unit
from engine.shapes import Faces, Points

Mesh = tuple[Points, Faces]

_SAMPLES = 120  # corners, and as many places between them
_APART = 2.5  # cells of the scene are so many sizes wide: nothing meets what stands in the next one
_NEAR = 0.02  # of the size: for a ray that meets nothing nearer, the nearest corner is asked too


class Surfaces:
    """Closed surfaces, each in a cell of its own, ready to be measured against others."""

    def __init__(self, meshes: Sequence[Mesh], frames: Sequence[tuple[Points, float]]) -> None:
        """Prepare (n, 3) points, metres, and (m, 3) faces; frames are the middle and size that each is seen in."""
        self.count = len(meshes)
        starts = np.cumsum([0, *(len(points) for points, _ in meshes[:-1])])
        self._cells = _cells(self.count)
        self._points = np.concatenate([
            (points - middle) / size + cell
            for (points, _), (middle, size), cell in zip(meshes, frames, self._cells, strict=True)
        ])  # fmt: skip
        self._faces = np.concatenate(
            [faces.astype(np.int64) + start for (_, faces), start in zip(meshes, starts, strict=True)]
        )
        self._of_face = np.repeat(np.arange(self.count), [len(faces) for _, faces in meshes])
        self._sample()

    @cached_property
    def _rays(self) -> Rays:
        return Rays(self._points, self._faces)

    @cached_property
    def _corners(self) -> Any:
        return cKDTree(self._points)

    def _sample(self) -> None:
        """Choose places on each surface: some of its corners, and others even over its area."""
        a, b, c = (self._points[self._faces[:, corner]] for corner in range(3))
        cross = np.cross(b - a, c - a)
        normals, areas = unit(cross), np.maximum(np.linalg.norm(cross, axis=1), 1e-15)
        self.areas = np.bincount(self._of_face, areas, minlength=self.count) / 2
        rate = np.cumsum(areas / (2 * self.areas[self._of_face]))
        step = (np.arange(_SAMPLES) + 0.5) / _SAMPLES
        surface = np.repeat(np.arange(self.count), _SAMPLES)
        number = np.bincount(self._of_face, minlength=self.count)
        first = np.cumsum(number) - number
        last = (first + number - 1)[surface]
        spread = np.clip(np.searchsorted(rate, surface + np.tile(step, self.count)), first[surface], last)
        weights = np.tile(_low_discrepancy(_SAMPLES), (self.count, 1))
        inside = np.einsum("nk,nkx->nx", weights, self._points[self._faces[spread]])
        corner = 3 * first[surface] + (np.tile(step, self.count) * 3 * number[surface]).astype(np.int64)
        places = np.stack([self._points[self._faces.ravel()[corner]], inside]).reshape(2, self.count, _SAMPLES, 3)
        around = np.stack([normals[corner // 3], normals[spread]]).reshape(2, self.count, _SAMPLES, 3)
        local = places - self._cells[:, None, :]
        self.places: Points = np.moveaxis(local, 0, 1).reshape(self.count, 2 * _SAMPLES, 3)
        self.normals: Vectors = np.moveaxis(around, 0, 1).reshape(self.count, 2 * _SAMPLES, 3).astype(np.float32)

    def seen_from(self, which: NDArray[np.int64], other: "Surfaces", of: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the mean square distance, in sizes, of samples of `other`'s surfaces `of` to surfaces `which`.

        Samples look along their normal, both ways; where they see nothing near, the nearest corner counts.
        """
        origins = (other.places[of] + self._cells[which][:, None, :]).reshape(-1, 3)
        directions = other.normals[of].reshape(-1, 3)
        nearest = np.full(len(origins), np.inf)
        for towards in (directions, -directions):
            hits = self._rays.first(origins, towards, reach=_APART - 1)
            nearest = np.minimum(nearest, np.where(hits.face >= 0, hits.distance, np.inf))
        far = np.flatnonzero(nearest > _NEAR)
        nearest[far] = np.minimum(nearest[far], self._corners.query(origins[far])[0])
        mean: NDArray[np.float64] = (nearest**2).reshape(len(of), -1).mean(axis=1)
        return mean


def deviations(wholes: Sequence[Mesh], versions: Sequence[Sequence[Mesh]]) -> list[list[float]]:
    """Return for each version of each whole how far, metres, the two surfaces lie apart.

    It is the root of the mean square, from the worse side.
    """
    if not any(versions):
        return [[] for _ in versions]
    frames = [_frame(points) for points, _ in wholes]
    owner = np.repeat(np.arange(len(wholes)), [len(found) for found in versions])
    whole = Surfaces(wholes, frames)
    light = Surfaces([mesh for found in versions for mesh in found], [frames[index] for index in owner])
    every = np.arange(len(owner))
    apart = np.sqrt(np.maximum(light.seen_from(every, whole, owner), whole.seen_from(owner, light, every)))
    metres = iter((apart * np.array([size for _, size in frames])[owner]).tolist())
    return [[next(metres) for _ in found] for found in versions]


def places_on(meshes: Sequence[Mesh]) -> tuple[Points, Vectors]:
    """Return for each mesh places on its surface (meshes, places, 3), metres, and the normals there."""
    frames = [_frame(points) for points, _ in meshes]
    found = Surfaces(meshes, frames)
    sizes, middles = np.array([size for _, size in frames]), np.array([middle for middle, _ in frames])
    return found.places * sizes[:, None, None] + middles[:, None, :], found.normals


def area_of(points: Points, faces: Faces) -> float:
    """Return the area of a surface, square metres."""
    a, b, c = (points[faces[:, corner]] for corner in range(3))
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum()) / 2


def _frame(points: Points) -> tuple[Points, float]:
    low, high = points.min(axis=0), points.max(axis=0)
    return (low + high) / 2, max(float((high - low).max()), 1e-30)


def _cells(count: int) -> Points:
    """Return the middles of cells on a cubic grid around the origin, where float32 is finest."""
    side = int(np.ceil(count ** (1 / 3) - 1e-9))
    index = np.arange(count)
    grid = np.stack([index % side, index // side % side, index // side**2], axis=1)
    return np.asarray((grid - (side - 1) / 2) * _APART, np.float64)


def _low_discrepancy(count: int) -> Points:
    index = np.arange(1, count + 1)
    u, v = (0.7548776662466927 * index) % 1, (0.5698402909980532 * index) % 1
    root = np.sqrt(u)
    return np.stack([1 - root, root * (1 - v), root * v], axis=1)

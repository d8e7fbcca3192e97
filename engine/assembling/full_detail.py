"""The full-detail assembly, as seen from the light one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domain.materials import CATALOGUE
from engine.assembling.texels import Texels
from engine.assembling.unwrap import CREASE_DEG, UnwrappedMesh
from engine.rays import Hits, Rays, dot, unit
from engine.shapes import Assembly, Part, Points
from engine.tangents import corner_normals
from engine.threads import side_by_side


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What each texel sees of the full-detail surface: places (n, 3), unit normals there (n, 3), float32 normals."""

    points: Points
    normals: NDArray[np.float32]


class FullDetail:
    """An assembly that the parts of a lighter mesh look at."""

    def __init__(self, low: UnwrappedMesh, high: Assembly) -> None:
        """Pair each light part with the full-detail part of the same name."""
        corners = np.concatenate([part.points for part in high.parts])
        self.size_m = float(np.linalg.norm(np.ptp(corners, axis=0)))
        self.opaque = Rays(*joined([part for part in high.parts if not CATALOGUE[part.material].is_transparent]))
        numbers = {part.name: index for index, part in enumerate(high.parts)}
        self._targets = side_by_side(lambda part: _Target(part, high, numbers[part.name]), low.parts)

    def number_of(self, index: int) -> int:
        """Return the number of the full-detail part that a light part stands for."""
        return self._targets[index].index

    def look(self, index: int, rows: NDArray[np.int64], texels: Texels, seen: Seen) -> None:
        """Write what some texels of a light part see of it at full detail."""
        seen.points[rows], seen.normals[rows] = self._targets[index].nearest(texels.points[rows], texels.normals[rows])


class _Target:
    """The full-detail part that a light part stands for."""

    def __init__(self, part: Part, high: Assembly, index: int) -> None:
        full = high.parts[index]
        self.index = index
        self._is_same = full.points is part.points and full.faces is part.faces
        self._points, self._faces = full.points, full.faces
        self._reach = float(np.linalg.norm(np.ptp(self._points, axis=0)))
        if not self._is_same:
            self._rays = Rays(self._points, self._faces)
            self._normals = corner_normals(self._points, self._faces, crease_deg=CREASE_DEG).astype(np.float32)

    def nearest(self, points: Points, normals: NDArray[np.float32]) -> tuple[Points, NDArray[np.float32]]:
        """Return the nearest places along the normals whose surface faces the same way, and their normals."""
        if self._is_same:
            return points, normals
        slack = 1e-4 * self._reach
        outwards = self._met(points - slack * normals, normals, normals)
        inwards = self._met(points + slack * normals, -normals, normals)
        outwards_is_nearer = np.where(outwards.face >= 0, np.abs(outwards.distance - slack), np.inf) <= np.where(
            inwards.face >= 0, np.abs(inwards.distance - slack), np.inf
        )
        face = np.where(outwards_is_nearer, outwards.face, inwards.face)
        u = np.where(outwards_is_nearer, outwards.u, inwards.u)[:, None]
        v = np.where(outwards_is_nearer, outwards.v, inwards.v)[:, None]
        return self._places(points, normals, face, np.hstack([1 - u - v, u, v]))

    def _places(
        self, points: Points, normals: NDArray[np.float32], face: NDArray[np.int32], weights: NDArray[np.float32]
    ) -> tuple[Points, NDArray[np.float32]]:
        met = face >= 0
        where, there = points.copy(), normals.copy()
        where[met] = np.einsum("nk,nkx->nx", weights[met], self._points[self._faces[face[met]]])
        there[met] = unit(np.einsum("nk,nkx->nx", weights[met], self._normals[face[met]]))
        return where, there

    def _met(self, origins: Points, directions: NDArray[np.float32], normals: NDArray[np.float32]) -> Hits:
        hits = self._rays.first(origins, directions, reach=0.25 * self._reach)
        met = np.flatnonzero(hits.face >= 0)
        facing = dot(self._normals[hits.face[met]].sum(axis=1), normals[met])
        hits.face[met[facing <= 0]] = -1
        return hits


def joined(parts: list[Part]) -> tuple[Points, NDArray[np.int32]]:
    """Return the parts' corners and faces as one mesh."""
    if not parts:
        return np.zeros((3, 3)), np.array([[0, 1, 2]], np.int32)
    starts = np.cumsum([0, *(len(part.points) for part in parts[:-1])])
    faces = [part.faces + np.int32(start) for part, start in zip(parts, starts, strict=True)]
    return np.concatenate([part.points for part in parts]), np.concatenate(faces)

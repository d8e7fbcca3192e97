"""The full-detail assembly, as seen from the light one."""

import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domain.materials import CATALOGUE
from engine.rays import Hits, Rays, unit
from engine.shapes import Assembly, Part, Points
from engine.tangents import corner_normals
from engine.texels import Texels
from engine.unwrap import CREASE_DEG, UnwrappedMesh


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Places (n, 3) of the full-detail surface, unit normals there (n, 3), and the part (n,) they belong to."""

    points: Points
    normals: NDArray[np.float32]
    part: NDArray[np.int32]

    @classmethod
    def joined(cls, pieces: "list[Seen]") -> "Seen":
        """Return the pieces one after the other."""
        return cls(
            np.concatenate([piece.points for piece in pieces]),
            np.concatenate([piece.normals for piece in pieces]),
            np.concatenate([piece.part for piece in pieces]),
        )


class FullDetail:
    """An assembly that the parts of a lighter mesh look at."""

    def __init__(self, low: UnwrappedMesh, high: Assembly) -> None:
        """Pair each light part with the full-detail part of the same name."""
        self.assembly = high
        corners = np.concatenate([part.points for part in high.parts])
        self.size_m = float(np.linalg.norm(np.ptp(corners, axis=0)))
        self.opaque = Rays(*joined([part for part in high.parts if not CATALOGUE[part.material].is_transparent]))
        self._low = low
        numbers = {part.name: index for index, part in enumerate(high.parts)}
        self._targets = [_Target(part, high, numbers[part.name]) for part in low.parts]
        self._boxes: dict[int, tuple[NDArray[np.float32], NDArray[np.float32]]] = {}

    def seen_from(self, texels: Texels, rows: slice) -> Seen:
        """Return what the texels of some rows see of their own part at full detail."""
        points, normals = texels.points[rows].copy(), texels.normals[rows].copy()
        part_of = self._low.part_of_face[texels.face[rows]]
        part = np.zeros(len(points), np.int32)
        for index in np.unique(part_of):
            chosen = np.flatnonzero(part_of == index)
            target = self._targets[index]
            points[chosen], normals[chosen] = target.nearest(points[chosen], normals[chosen])
            part[chosen] = target.index
        return Seen(points, normals, part)

    def own_axes(self, index: int) -> NDArray[np.float64]:
        """Return the (4, 4) matrix from the scene into the axes of a part's object."""
        return np.asarray(np.linalg.inv(self.assembly.parts[index].placement), np.float64)

    def own_box(self, index: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the low corner and the size of a part's box in its object's own axes."""
        if index not in self._boxes:
            own = self.own_axes(index)
            local = self.assembly.parts[index].points @ own[:3, :3].T + own[:3, 3]
            low = local.min(axis=0)
            self._boxes[index] = (low.astype(np.float32), (local.max(axis=0) - low).astype(np.float32))
        return self._boxes[index]

    def seed_of(self, index: int, seed: int) -> int:
        """Return a number that is the part's own."""
        return (zlib.crc32(self.assembly.parts[index].name.encode()) + seed) % (1 << 31)


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
            self._normals = corner_normals(self._points, self._faces, crease_deg=CREASE_DEG)

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
        facing = (self._normals[hits.face[met]].mean(axis=1) * normals[met]).sum(axis=1)
        hits.face[met[facing <= 0]] = -1
        return hits


def joined(parts: list[Part]) -> tuple[Points, NDArray[np.int32]]:
    """Return the parts' corners and faces as one mesh."""
    if not parts:
        return np.zeros((3, 3)), np.array([[0, 1, 2]], np.int32)
    starts = np.cumsum([0, *(len(part.points) for part in parts[:-1])])
    faces = [part.faces + np.int32(start) for part, start in zip(parts, starts, strict=True)]
    return np.concatenate([part.points for part in parts]), np.concatenate(faces)

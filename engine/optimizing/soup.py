"""A mesh's surfaces as one set of triangles: corners that share a place belong together, whatever their attributes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from engine.models.model import Mesh, Surface
from engine.shapes import Points

Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]
NONE: Rows = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Soup:
    """Triangles of several surfaces.

    Attributes
    ----------
    surfaces : tuple of Surface
        Where attributes come from.
    points : (n, 3) float64, metres
        Where each corner stands now.
    source : (n,) int64
        The corner, counted through all surfaces, that a corner's attributes are those of.
    faces : (m, 3) int64
    part : (m,) int64
        Which connected part of the mesh, as it came, a triangle belongs to.
    flips : (n,) bool
        Corners whose normals point the other way now.
    """

    surfaces: tuple[Surface, ...]
    points: Points
    source: Rows
    faces: Rows
    part: Rows
    flips: Mask

    @classmethod
    def of(cls, mesh: Mesh) -> "Soup":
        """Return the soup of a mesh that has at least one triangle; parts are told by exactly equal places."""
        surfaces = tuple(surface for surface in mesh.surfaces if len(surface.faces))
        starts = np.cumsum([0, *(len(surface.points) for surface in surfaces[:-1])])
        points = np.concatenate([surface.points for surface in surfaces]) + 0.0  # no negative noughts
        faces = np.concatenate([
            surface.faces.astype(np.int64) + start for surface, start in zip(surfaces, starts, strict=True)
        ])  # fmt: skip
        part = parts_of(same_rows(points)[faces])
        count = len(points)
        return cls(surfaces, points, np.arange(count), faces, part, np.zeros(count, np.bool_))

    @property
    def owner(self) -> Rows:
        """Return the surface of each corner."""
        ends = np.cumsum([len(surface.points) for surface in self.surfaces])
        return np.searchsorted(ends, self.source, side="right")

    @property
    def place(self) -> Rows:
        """Return for each corner the first corner at the same place."""
        return same_rows(self.points)

    def kept(self, faces: Mask) -> "Soup":
        """Return it with only some of the triangles."""
        return replace(self, faces=self.faces[faces], part=self.part[faces])

    def unpacked(self, mesh: Mesh) -> Mesh:
        """Return the mesh of these triangles: corners that none uses are left out, surfaces without triangles too."""
        return replace(mesh, surfaces=tuple(each for each in self.split_by_surface() if len(each.faces)))

    def split_by_surface(self) -> list[Surface]:
        """Return its triangles by the surface that their corners come from, in order; some may have none."""
        starts = np.cumsum([0, *(len(surface.points) for surface in self.surfaces)])
        owner = self.owner[self.faces[:, 0]]
        surfaces = []
        for number, surface in enumerate(self.surfaces):
            corners, faces = renumbered(self.faces[owner == number])
            kept = surface.picked(self.source[corners] - starts[number], faces)
            normals = kept.normals
            if normals is not None and self.flips[corners].any():
                normals = np.where(self.flips[corners][:, None], -normals, normals)
            surfaces.append(replace(kept, points=self.points[corners], normals=normals))
        return surfaces


def attributes_of(surfaces: Sequence[Surface]) -> NDArray[np.uint32]:
    """Return (n, k) the bits of all attributes but the places, the surface's number among them."""
    rows: list[NDArray[Any]] = []
    for number, surface in enumerate(surfaces):
        count = len(surface.points)
        values: list[NDArray[Any]] = [np.full((count, 1), number, np.uint32)]
        arrays = [surface.normals, surface.tangents, *surface.uvs, surface.colors, surface.joints, surface.weights]
        arrays += [shift for target in surface.targets for _, shift in sorted(target.items())]
        values += [_bits(array) for array in arrays if array is not None]
        rows.append(np.column_stack(values))
    width = max(row.shape[1] for row in rows)
    return np.concatenate([np.pad(row, ((0, 0), (0, width - row.shape[1]))) for row in rows])


def _bits(values: NDArray[Any]) -> NDArray[np.uint32]:
    if values.dtype.kind == "f":
        return (np.ascontiguousarray(values, np.float32) + np.float32(0)).view(np.uint32)
    return values.astype(np.uint32)


def same_rows(values: NDArray[Any]) -> Rows:
    """Return for each row of (n, k) numbers the first row that equals it, bit for bit.

    Rows are compared by a hash of theirs; two that only share the hash stay apart.
    """
    if not len(values):
        return np.zeros(0, np.int64)
    bits = np.ascontiguousarray(values).view(np.uint32).reshape(len(values), -1)
    mixed = np.full(len(bits), 0x9E3779B97F4A7C15, np.uint64)
    for column in bits.T:
        mixed = (mixed ^ column) * np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(29)
    order = np.argsort(mixed, kind="stable")
    ordered = mixed[order]
    starts = np.concatenate([[True], ordered[1:] != ordered[:-1]])
    first = np.empty(len(bits), np.int64)
    first[order] = order[starts][np.cumsum(starts) - 1]
    unlike = (bits != bits[first]).any(axis=1)
    first[unlike] = np.flatnonzero(unlike)
    return first


def used_by(faces: NDArray[np.integer[Any]]) -> Rows:
    """Return the corners of some triangles, each once, in order."""
    mask = np.zeros(int(faces.max()) + 1 if faces.size else 0, np.bool_)
    mask[faces] = True
    return np.flatnonzero(mask)


def renumbered(faces: NDArray[np.integer[Any]]) -> tuple[Rows, Rows]:
    """Return the corners of (m, 3) triangles, and the triangles counted in them."""
    corners = used_by(faces)
    place = np.zeros(int(corners[-1]) + 1 if len(corners) else 0, np.int64)
    place[corners] = np.arange(len(corners))
    return corners, place[faces]


def parts_of(faces: Rows) -> Rows:
    """Return for each of (m, 3) triangles the number of its connected part; sharing a corner connects."""
    size = int(faces.max()) + 1 if len(faces) else 0
    ends = np.concatenate([faces[:, :2], faces[:, 1:]])
    graph = coo_matrix((np.ones(len(ends), np.int8), (ends[:, 0], ends[:, 1])), shape=(size, size))
    return renumbered(connected_components(graph, directed=False)[1][faces[:, 0]])[1]


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """The sides of triangles, sorted by the edge they lie on.

    `face`, `side` say whose and which; `edge` numbers the edges; `count` is how many sides an edge has; `ahead` whether
    the side runs from the lower corner to the higher.
    """

    face: Rows
    side: Rows
    edge: Rows
    count: Rows
    ahead: Mask

    @classmethod
    def of(cls, faces: Rows) -> "Edges":
        """Return the sides of (m, 3) triangles whose corners are places."""
        start, end = faces.reshape(-1), np.roll(faces, -1, axis=1).reshape(-1)
        low, high = np.minimum(start, end), np.maximum(start, end)
        key = low * (int(faces.max()) + 1 if len(faces) else 1) + high
        order = np.argsort(key, kind="stable")
        starts = np.concatenate([[True], key[order][1:] != key[order][:-1]]) if len(key) else np.zeros(0, np.bool_)
        edge = np.cumsum(starts) - 1
        return cls(order // 3, order % 3, edge, np.bincount(edge), (start < end)[order])

    @property
    def pairs(self) -> Rows:
        """Return for each edge that two triangles share the first of its two sides; the other comes next."""
        first = np.concatenate([[True], self.edge[1:] != self.edge[:-1]]) if len(self.edge) else np.zeros(0, np.bool_)
        return np.asarray(np.flatnonzero(first)[self.count == 2], np.int64)

    def turned(self, turns: Mask) -> "Edges":
        """Return them with some of the triangles turned over: only which way a side runs is still true."""
        return replace(self, ahead=self.ahead ^ turns[self.face])

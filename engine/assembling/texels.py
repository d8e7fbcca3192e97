"""Which place of a surface each texel shows."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.assembling.unwrap import UnwrappedMesh
from engine.rays import cross, unit
from engine.shapes import Points
from engine.threads import side_by_side

_Candidates = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32], NDArray[np.float64]]

_BATCH = 1 << 18  # candidate texels at once
_REACH = 1.0  # texels: how far outside of its triangle a texel may lie to be filled from it


@dataclass(frozen=True, slots=True, eq=False)
class Texels:
    """The texels that show something, and their frame on the light surface.

    Attributes
    ----------
    index : (n,) int64, ascending
        Row * size + column.
    face : (n,) int32
        The triangle that the texel shows.
    points, normals, tangents, bitangents : (n, 3)
        Place and frame there; the frame is what a viewer makes of the mesh's normals and tangents.
    texel_m : float
        Size of a texel, metres, on average.
    part_texel_m : list of float
        The same on each part: small parts have finer ones.
    """

    index: NDArray[np.int64]
    face: NDArray[np.int32]
    points: Points
    normals: NDArray[np.float32]
    tangents: NDArray[np.float32]
    bitangents: NDArray[np.float32]
    texel_m: float
    part_texel_m: list[float]

    def frame_of(
        self, rows: NDArray[np.int64], normals: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the tangent and bitangent, laid into the plane of the given normals."""
        along = self.tangents[rows]
        along = unit(along - normals * (along * normals).sum(axis=1, keepdims=True)).astype(np.float32)
        across = cross(normals, along)
        across *= np.sign((across * self.bitangents[rows]).sum(axis=1, keepdims=True))
        return along, across.astype(np.float32)

    def in_tangent_space(self, rows: NDArray[np.int64], normals: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return (n, 3) scene normals as weights of tangent, bitangent and normal."""
        tangent, bitangent, normal = self.tangents[rows], self.bitangents[rows], self.normals[rows]
        lean = (tangent * normal).sum(axis=1)
        on_tangent, on_normal = (normals * tangent).sum(axis=1), (normals * normal).sum(axis=1)
        square = np.maximum(1 - lean * lean, 1e-6)
        x, z = (on_tangent - lean * on_normal) / square, (on_normal - lean * on_tangent) / square
        y = (normals * bitangent).sum(axis=1) / np.maximum((bitangent * bitangent).sum(axis=1), 1e-6)
        return unit(np.stack([x, y, np.maximum(z, 0.02)], axis=1)).astype(np.float32)


def texels_of(mesh: UnwrappedMesh, size: int) -> Texels:
    """Return the texels of a size × size picture that show a triangle, or lie within one texel of one.

    A texel that several triangles could fill takes the one that its centre lies in, or else is nearest to.
    """
    index, face, weights = _covered(mesh.uvs.astype(np.float64) * size, mesh.faces, size)
    corners = mesh.faces[face]

    def blended(values: NDArray[np.floating]) -> NDArray[np.floating]:
        mixed: NDArray[np.floating] = np.einsum("nk,nkx->nx", weights, values[corners])
        return mixed

    normals = unit(blended(mesh.normals)).astype(np.float32)
    tangents = unit(blended(mesh.tangents[:, :3])).astype(np.float32)
    bitangents = cross(normals, tangents) * mesh.tangents[corners[:, 0], 3:4]
    return Texels(
        index,
        face,
        blended(mesh.points).astype(np.float64),
        normals,
        tangents,
        bitangents.astype(np.float32),
        *_texel_m(mesh, size),
    )


def _texel_m(mesh: UnwrappedMesh, size: int) -> tuple[float, list[float]]:
    """Return the size of a texel, metres: on average, and on each part."""
    a, b, c = (mesh.points[mesh.faces[:, corner]] for corner in range(3))
    s, t, r = (mesh.uvs[mesh.faces[:, corner]].astype(np.float64) for corner in range(3))
    areas = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    flat = np.abs((t[:, 0] - s[:, 0]) * (r[:, 1] - s[:, 1]) - (t[:, 1] - s[:, 1]) * (r[:, 0] - s[:, 0]))
    seen, laid = (np.bincount(mesh.part_of_face, values, len(mesh.parts)) for values in (areas, flat))
    whole = float(np.sqrt(areas.sum() / max(flat.sum(), 1e-12)) / size)
    parts = np.sqrt(np.divide(seen, laid, out=np.full(len(seen), np.nan), where=laid > 0)) / size
    return whole, np.where(np.isfinite(parts) & (parts > 0), parts, whole).tolist()


def _covered(
    uvs: NDArray[np.float64], faces: NDArray[np.int32], size: int
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float64]]:
    """Return texel, triangle and weights of its corners for each texel near a triangle."""
    corners = uvs[faces]
    low = np.clip(np.floor(corners.min(axis=1) - 0.5 - _REACH), 0, size - 1).astype(np.int64)
    high = np.clip(np.ceil(corners.max(axis=1) - 0.5 + _REACH), 0, size - 1).astype(np.int64)
    width = high - low + 1
    count = width[:, 0] * width[:, 1]
    bounds = np.concatenate([[0], np.cumsum(count)])
    cuts = [0]
    while cuts[-1] < len(faces):
        end = int(np.searchsorted(bounds, bounds[cuts[-1]] + _BATCH, side="right")) - 1
        cuts.append(max(cuts[-1] + 1, end))

    def near(span: tuple[int, int]) -> _Candidates:
        rows = np.repeat(np.arange(*span), count[slice(*span)])
        place = np.arange(bounds[span[0]], bounds[span[1]]) - bounds[rows]
        x, y = low[rows, 0] + place % width[rows, 0], low[rows, 1] + place // width[rows, 0]
        return _near(corners, rows, x, y, size)

    found = side_by_side(near, list(pairwise(cuts)))
    texel, face, outside, weights = (np.concatenate(column) for column in zip(*found, strict=True))
    first = _first(texel, face, outside, size)
    return texel[first], face[first].astype(np.int32), weights[first]


def _first(
    texel: NDArray[np.int64], face: NDArray[np.int64], outside: NDArray[np.float32], size: int
) -> NDArray[np.int64]:
    """Return each texel's best candidate, by texel: the one it lies in, or else the nearest, the first of equals."""
    best = np.full(size * size, -1, np.int64)
    inside = np.flatnonzero(outside <= 0)[::-1]
    best[texel[inside]] = inside  # candidates are in the order of faces: the first is written last
    rest = np.flatnonzero((outside > 0) & (best[texel] < 0))
    rest = rest[np.lexsort((face[rest], outside[rest]))][::-1]
    best[texel[rest]] = rest
    return best[best >= 0]


def _near(
    corners: NDArray[np.float64], rows: NDArray[np.int64], x: NDArray[np.int64], y: NDArray[np.int64], size: int
) -> _Candidates:
    """Keep the texels whose centre lies in its triangle or less than `_REACH` outside."""
    a, b, c = (corners[rows, corner] for corner in range(3))
    px, py = x + 0.5, y + 0.5
    whole = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    safe = np.where(np.abs(whole) < 1e-12, 1e-12, whole)
    weights = np.empty((len(rows), 3))
    outside = np.zeros(len(rows))
    for corner, (s, t) in enumerate(((b, c), (c, a), (a, b))):
        area = (s[:, 0] - px) * (t[:, 1] - py) - (s[:, 1] - py) * (t[:, 0] - px)
        weights[:, corner] = area / safe
        side = np.hypot(t[:, 0] - s[:, 0], t[:, 1] - s[:, 1])
        outside = np.maximum(outside, -area * np.sign(safe) / np.maximum(side, 1e-9))
    kept = (outside < _REACH) & (np.abs(whole) > 1e-12)
    inside = np.clip(weights[kept], 0, None)
    inside /= inside.sum(axis=1, keepdims=True)
    return (y * size + x)[kept], rows[kept], outside[kept].astype(np.float32), inside

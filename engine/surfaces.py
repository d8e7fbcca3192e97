"""What a ray finds where it meets a model: colour, normal and finish, from textures or plainly from the material."""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from domain.materials import CATALOGUE
from engine.bake import Textures
from engine.rays import Hits, Rays, unit
from engine.shapes import Assembly, Points
from engine.tangents import corner_normals
from engine.textures.look import colour
from engine.unwrap import CREASE_DEG, UnwrappedMesh

Field = NDArray[Any]  # float32
_DECODE = np.where(
    np.arange(256) / 255 <= 0.04045, np.arange(256) / 255 / 12.92, ((np.arange(256) / 255 + 0.055) / 1.055) ** 2.4
).astype(np.float32)


@dataclass(slots=True, eq=False)
class Found:
    """Surface places that rays met; colours are linear.

    `points` are lifted onto the smooth surface that the triangles stand for, so that shadow rays do not meet the
    facets they start from (Hanika, "Hacking the Shadow Terminator", 2021).
    """

    points: Points
    flat: Field
    normals: Field
    albedo: Field
    roughness: Field
    metallic: Field
    exposure: Field
    opacity: Field
    emission: Field


class Surface(Protocol):
    """Triangles that can be looked at."""

    everything: Rays
    opaque: Rays
    corners: Points
    has_glass: bool

    def found(self, hits: Hits, *, is_opaque: bool = False) -> Found:
        """Return what stands at hits of `everything` (or of `opaque`); every one must have met something."""


class _Triangles:
    """Corners, normals and the two scenes that both kinds of surface share."""

    def __init__(self, points: Points, faces: NDArray[np.int32], normals: Field, is_clear: NDArray[np.bool_]) -> None:
        self.corners, self._faces, self._normals = points, faces, normals
        self._solid = np.flatnonzero(~is_clear)
        self.has_glass = bool(is_clear.any())
        self.everything = Rays(points, faces)
        self.opaque = Rays(points, faces[self._solid] if len(self._solid) else np.zeros((1, 3), np.int32))

    def _located(self, hits: Hits, is_opaque: bool) -> tuple[NDArray[Any], Field, Points, Field, Field]:
        face = self._solid[hits.face] if is_opaque else hits.face
        weights = np.stack([1 - hits.u - hits.v, hits.u, hits.v], axis=1)
        corners = self.corners[self._faces[face]]
        normals = self._normals[face] if self._normals.ndim == 3 else self._normals[self._faces[face]]
        flat = unit(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])).astype(np.float32)
        points = np.einsum("nk,nkx->nx", weights, corners)
        depth = np.minimum(((points[:, None] - corners) * normals).sum(axis=2), 0)
        lifted = points - ((weights * depth)[..., None] * normals).sum(axis=1)
        smooth = unit(np.einsum("nk,nkx->nx", weights, normals)).astype(np.float32)
        return face, weights, lifted, flat, smooth


class TexturedSurface(_Triangles):
    """An unwrapped mesh with its baked textures."""

    def __init__(self, mesh: UnwrappedMesh, textures: Textures) -> None:
        """Lay all pictures into one table, a row for each texel."""
        clear = np.array([CATALOGUE[part.material].is_transparent for part in mesh.parts])[mesh.part_of_face]
        super().__init__(mesh.points, mesh.faces, mesh.normals, clear)
        self._mesh = mesh
        self._size = textures.albedo.shape[0]
        self._table = _table(textures)

    def found(self, hits: Hits, *, is_opaque: bool = False) -> Found:
        """Return what stands at the hits."""
        face, weights, points, flat, smooth = self._located(hits, is_opaque)
        corners = self._mesh.faces[face]
        texel = self._sampled(np.einsum("nk,nkx->nx", weights, self._mesh.uvs[corners]))
        tangents = self._mesh.tangents[corners]
        tangent = unit(np.einsum("nk,nkx->nx", weights, tangents[..., :3]))
        bitangent = np.cross(smooth, tangent) * tangents[:, 0, 3:4]
        normals = texel[:, 3:4] * tangent + texel[:, 4:5] * bitangent + texel[:, 5:6] * smooth
        return Found(
            points, flat, unit(normals).astype(np.float32), texel[:, 0:3], texel[:, 6], texel[:, 7], texel[:, 8],
            texel[:, 9], texel[:, 10:13],
        )  # fmt: skip

    def _sampled(self, uvs: Field) -> Field:
        """Return the table's rows at texture coordinates, bilinear."""
        place = uvs * self._size - 0.5
        floor = np.floor(place)
        x, y = (place - floor).astype(np.float32).T
        left, top = np.clip(floor, 0, self._size - 1).astype(np.int64).T
        right, bottom = np.minimum(left + 1, self._size - 1), np.minimum(top + 1, self._size - 1)
        upper = self._table[top * self._size + left]
        upper += x[:, None] * (self._table[top * self._size + right] - upper)
        lower = self._table[bottom * self._size + left]
        lower += x[:, None] * (self._table[bottom * self._size + right] - lower)
        return np.asarray(upper + y[:, None] * (lower - upper), np.float32)


def _table(textures: Textures) -> Field:
    count = textures.albedo.shape[0] ** 2
    table = np.zeros((count, 13), np.float32)
    albedo = textures.albedo.reshape(count, -1)
    table[:, 0:3] = _DECODE[albedo[:, :3]]
    table[:, 3:6] = textures.normal.reshape(count, 3) / np.float32(127.5) - 1
    for column, picture in ((6, textures.roughness), (7, textures.metallic), (8, textures.occlusion)):
        table[:, column] = picture.reshape(count) / np.float32(255)
    table[:, 9] = albedo[:, 3] / np.float32(255) if albedo.shape[1] == 4 else 1
    if textures.emission is not None:
        table[:, 10:13] = _DECODE[textures.emission.reshape(count, 3)]
    return table


class PlainSurface(_Triangles):
    """An assembly in the plain colours of its materials, without textures."""

    def __init__(self, assembly: Assembly) -> None:
        """Join the parts."""
        parts = assembly.parts
        starts = np.cumsum([0, *(len(part.points) for part in parts[:-1])])
        faces = np.concatenate([part.faces + np.int32(start) for part, start in zip(parts, starts, strict=True)])
        normals = np.concatenate([corner_normals(part.points, part.faces, crease_deg=CREASE_DEG) for part in parts])
        self._part = np.repeat(np.arange(len(parts)), [len(part.faces) for part in parts])
        materials = [CATALOGUE[part.material] for part in parts]
        clear = np.array([material.is_transparent for material in materials])[self._part]
        super().__init__(np.concatenate([part.points for part in parts]), faces, normals.astype(np.float32), clear)
        self._albedo = np.stack([colour(part.color or CATALOGUE[part.material].albedo) for part in parts])
        numbers = [(each.roughness, each.metallic, 1.0, each.opacity, each.emission) for each in materials]
        self._numbers = np.array(numbers, np.float32)

    def found(self, hits: Hits, *, is_opaque: bool = False) -> Found:
        """Return what stands at the hits."""
        face, _, points, flat, smooth = self._located(hits, is_opaque)
        part = self._part[face]
        albedo, numbers = self._albedo[part], self._numbers[part]
        roughness, metallic, exposure, opacity, glow = numbers.T
        return Found(
            points, flat, smooth, albedo, roughness, metallic, exposure, opacity, emission=albedo * glow[:, None]
        )

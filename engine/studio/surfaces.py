"""What a ray finds where it meets a model: colour, normal and finish, from textures or from the materials."""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from domain.materials import CATALOGUE
from engine.assembling.bake import Textures
from engine.assembling.painting import Painter, Spots
from engine.assembling.unwrap import CREASE_DEG, UnwrappedMesh
from engine.rays import Hits, Rays, cross, frame, unit
from engine.shapes import Assembly, Points
from engine.tangents import corner_normals
from engine.textures.look import colour

Field = NDArray[Any]  # float32


@dataclass(slots=True, eq=False)
class Found:
    """Surface places that rays met; colours are linear.

    `points` are lifted onto the smooth surface that the triangles stand for, so that shadow rays do not meet the
    facets they start from (Hanika, "Hacking the Shadow Terminator", 2021).
    """

    points: Field
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
    size_m: float
    has_glass: bool
    knows_exposure: bool  # else rays must find out what is hidden

    def found(self, hits: Hits, *, is_opaque: bool = False) -> Found:
        """Return what stands at hits of `everything`, or, less exactly, of `opaque`; every one must have met."""


class _Triangles:
    """Corners, normals and the two scenes that all kinds of surface share."""

    def __init__(self, points: Points, faces: NDArray[np.int32], normals: Field, is_clear: NDArray[np.bool_]) -> None:
        """Take normals of each corner (n, 3), or of each triangle's corners (m, 3, 3)."""
        self.corners = points
        self.size_m = float(np.linalg.norm(np.ptp(points, axis=0)))
        self._of_face = points[faces].astype(np.float32)
        self._normals = (normals if normals.ndim == 3 else normals[faces]).astype(np.float32)
        sides = self._of_face[:, 1:] - self._of_face[:, :1]
        self._flat = unit(cross(sides[:, 0], sides[:, 1])).astype(np.float32)
        self._solid = np.flatnonzero(~is_clear)
        self.has_glass = bool(is_clear.any())
        self.everything = Rays(points, faces)
        solid = faces[self._solid] if len(self._solid) else np.zeros((1, 3), np.int32)
        self.opaque = Rays(points, solid) if self.has_glass else self.everything

    def _located(self, hits: Hits, is_opaque: bool) -> tuple[NDArray[Any], Field, Field, Field, Field]:
        face = self._solid[hits.face] if is_opaque else hits.face
        weights = np.stack([1 - hits.u - hits.v, hits.u, hits.v], axis=1)
        corners, normals = self._of_face[face], self._normals[face]
        points = np.einsum("nk,nkx->nx", weights, corners)
        depth = np.minimum(np.einsum("nkx,nkx->nk", points[:, None] - corners, normals), 0)
        lifted = points - np.einsum("nk,nkx->nx", weights * depth, normals)
        return face, weights, lifted, self._flat[face], unit(np.einsum("nk,nkx->nx", weights, normals))


class TexturedSurface(_Triangles):
    """An unwrapped mesh with its baked textures."""

    knows_exposure = True

    def __init__(self, mesh: UnwrappedMesh, textures: Textures) -> None:
        """Lay all pictures into one table, a row for each texel."""
        clear = np.array([CATALOGUE[part.material].is_transparent for part in mesh.parts])[mesh.part_of_face]
        super().__init__(mesh.points, mesh.faces, mesh.normals, clear)
        self._uvs = mesh.uvs[mesh.faces]
        self._tangents = mesh.tangents[mesh.faces][..., :3].astype(np.float32)
        self._hand = mesh.tangents[mesh.faces[:, 0], 3].astype(np.float32)
        self._size = textures.albedo.shape[0]
        self._table, self._glows = _table(textures), textures.emission is not None

    def found(self, hits: Hits, *, is_opaque: bool = False) -> Found:
        """Return what stands at the hits."""
        face, weights, points, flat, smooth = self._located(hits, is_opaque)
        texel = self._sampled(np.einsum("nk,nkx->nx", weights, self._uvs[face]))
        tangent = unit(np.einsum("nk,nkx->nx", weights, self._tangents[face]))
        bitangent = cross(smooth, tangent) * self._hand[face][:, None]
        lean = texel[:, 4:7] * 2 - 1
        normals = lean[:, 0:1] * tangent + lean[:, 1:2] * bitangent + lean[:, 2:3] * smooth
        return Found(
            points, flat, unit(normals).astype(np.float32), _decoded(texel[:, 0:3]), texel[:, 7], texel[:, 8],
            texel[:, 9], texel[:, 3], _decoded(texel[:, 10:13]) if self._glows else np.zeros_like(points),
        )  # fmt: skip

    def _sampled(self, uvs: Field) -> Field:
        """Return the table's rows at texture coordinates in [0, 1], bilinear."""
        place = uvs * np.float32(self._size) - np.float32(0.5)
        floor = np.floor(place)
        x, y = (place - floor).astype(np.float32).T
        left, top = np.clip(floor, 0, self._size - 1).astype(np.int32).T
        right, bottom = np.minimum(left + 1, self._size - 1), np.minimum(top + 1, self._size - 1)
        total = self._table[top * self._size + left] * ((1 - x) * (1 - y))[:, None]
        total += self._table[top * self._size + right] * (x * (1 - y))[:, None]
        total += self._table[bottom * self._size + left] * ((1 - x) * y)[:, None]
        total += self._table[bottom * self._size + right] * (x * y)[:, None]
        return np.asarray(total * np.float32(1 / 255), np.float32)


def _table(textures: Textures) -> Field:
    """Return a row of bytes for each texel: albedo, opacity, normal, roughness, metallic, exposure, emission."""
    count = textures.albedo.shape[0] ** 2
    table = np.zeros((count, 13), np.uint8)
    albedo = textures.albedo.reshape(count, -1)
    table[:, 0:3] = albedo[:, :3]
    table[:, 3] = albedo[:, 3] if albedo.shape[1] == 4 else 255
    table[:, 4:7] = textures.normal.reshape(count, 3)
    for column, picture in ((7, textures.roughness), (8, textures.metallic), (9, textures.occlusion)):
        table[:, column] = picture.reshape(count)
    if textures.emission is not None:
        table[:, 10:13] = textures.emission.reshape(count, 3)
    return table


def _decoded(values: Field) -> Field:
    """Return linear light of sRGB values in [0, 1], to within 0.002 (Hable's cubic)."""
    return np.asarray(values * (values * (values * 0.305306011 + 0.682171111) + 0.012522878), np.float32)


class PlainSurface(_Triangles):
    """An assembly in the plain colours of its materials, without textures."""

    knows_exposure = False

    def __init__(self, assembly: Assembly) -> None:
        """Join the parts."""
        parts = assembly.parts
        starts = np.cumsum([0, *(len(part.points) for part in parts[:-1])])
        faces = np.concatenate([part.faces + np.int32(start) for part, start in zip(parts, starts, strict=True)])
        normals = np.concatenate([corner_normals(part.points, part.faces, crease_deg=CREASE_DEG) for part in parts])
        self._part = np.repeat(np.arange(len(parts)), [len(part.faces) for part in parts])
        materials = [CATALOGUE[part.material] for part in parts]
        clear = np.array([material.is_transparent for material in materials])[self._part]
        super().__init__(np.concatenate([part.points for part in parts]), faces, normals, clear)
        self._albedo = np.stack([colour(part.color or CATALOGUE[part.material].albedo) for part in parts])
        numbers = [(each.roughness, each.metallic, 1.0, each.opacity, each.emission) for each in materials]
        self._numbers = np.array(numbers, np.float32)

    def found(self, hits: Hits, *, is_opaque: bool = False) -> Found:
        """Return what stands at the hits."""
        face, _, points, flat, smooth = self._located(hits, is_opaque)
        return self._plain(self._part[face], points, flat, smooth)

    def _plain(self, part: NDArray[Any], points: Field, flat: Field, smooth: Field) -> Found:
        albedo = self._albedo[part]
        roughness, metallic, exposure, opacity, glow = self._numbers[part].T
        return Found(
            points, flat, smooth, albedo, roughness, metallic, exposure, opacity, emission=albedo * glow[:, None]
        )


class SolidSurface(PlainSurface):
    """An assembly with its procedural materials, evaluated where a ray meets it: no textures are needed."""

    def __init__(self, assembly: Assembly, *, texel_m: float, seed: int) -> None:
        """Show detail of the materials down to `texel_m`."""
        super().__init__(assembly)
        self._painter = Painter(assembly, size_m=self.size_m, texel_m=texel_m, seed=seed)

    def found(self, hits: Hits, *, is_opaque: bool = False) -> Found:
        """Return what stands at the hits; what is seen in reflections (`is_opaque`) has plain colours."""
        face, _, points, flat, smooth = self._located(hits, is_opaque)
        part = self._part[face]
        found = self._plain(part, points, flat, smooth)
        if is_opaque:
            return found
        order = np.argsort(part, kind="stable")
        numbers, starts = np.unique(part[order], return_index=True)
        for number, rows in zip(numbers.tolist(), np.split(order, starts[1:]), strict=True):
            spots = Spots(points[rows], smooth[rows], *frame(smooth[rows]), found.exposure[rows])
            look, found.normals[rows] = self._painter.look(number, spots)
            found.albedo[rows], found.roughness[rows], found.metallic[rows] = look.albedo, look.roughness, look.metallic
            found.emission[rows] = look.albedo * self._numbers[number, 4]
        return found

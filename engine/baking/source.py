"""A model as something to look at: all its triangles in the scene, and how they look at any place."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid, UnsupportedMedia
from engine.baking.sampled import Sampled
from engine.baking.tangent_space import tangents_of_corners, welded
from engine.models.model import NOTHING, Material, Model, Picture, Placed, Slot, Surface
from engine.models.pictures import opened
from engine.models.posing import moved
from engine.rays import cross, unit
from engine.shapes import Points
from engine.tangents import corner_normals

Floats = NDArray[Any]  # float32
CREASE_DEG = 40.0
PIXELS_MAX = 2**26  # 8192²
_COORDINATE_MAX = 1e9  # metres: beyond, float32 rays mean nothing
_DEFAULT = Material(metallic=0.0, roughness=0.9)
_COLORS: tuple[Slot, ...] = ("base_color", "emissive")


@dataclass(slots=True, eq=False)
class Look:
    """How places of a surface look, float32; colours are linear, normals unit and in the scene."""

    albedo: Floats
    alpha: Floats
    roughness: Floats
    metallic: Floats
    occlusion: Floats
    emission: Floats
    normals: Floats

    @classmethod
    def empty(cls, count: int) -> "Look":
        """Return room for so many places."""
        wide = ("albedo", "emission", "normals")
        return cls(**{
            each.name: np.empty((count, 3) if each.name in wide else count, np.float32) for each in fields(cls)
        })  # fmt: skip


class Source:
    """All triangles of a model as the scene shows them.

    Attributes
    ----------
    points : (n, 3) float64, metres, in the scene
    faces : (m, 3) int32
    flat : (m, 3) float32
        Unit normals of the triangles.
    normals : (m, 3, 3) float32
        Unit normals of their corners; where the file has none they are smooth up to `CREASE_DEG`.
    is_double_sided, is_clear : (m,) bool
    size_m : float
        The diagonal.
    unreadable : list of str
        The pictures that could not be opened, and why; the materials' factors stand alone there.
    """

    def __init__(self, model: Model, *, placement: NDArray[np.float64] | None = None) -> None:
        """Collect the surfaces; raise Invalid if there is no triangle to see or a corner is not a number."""
        shown = [each for each in model.placed() if len(each.surface.faces)]
        placed = [each.surface for each in shown]
        if placement is not None:
            placed = [moved(surface, placement) for surface in placed]
        if not placed:
            raise Invalid("The model has no triangles")
        self.surfaces: tuple[Surface, ...] = tuple(placed)
        counts = [len(surface.points) for surface in placed]
        self._starts = np.cumsum([0, *counts])[:-1]
        self.points: Points = np.concatenate([surface.points for surface in placed])
        if not np.isfinite(self.points).all() or np.abs(self.points).max() > _COORDINATE_MAX:
            raise Invalid("A corner of the model is not a number, or too far away", coordinate_max_m=_COORDINATE_MAX)
        self.faces: NDArray[np.int32] = np.concatenate([
            surface.faces + np.int32(start) for surface, start in zip(placed, self._starts, strict=True)
        ])  # fmt: skip
        self.surface_of_face = np.repeat(np.arange(len(placed)), [len(surface.faces) for surface in placed])
        self._first_face = np.cumsum([0, *(len(surface.faces) for surface in placed)])
        self._first_of = {(each.mesh, each.place): int(start) for each, start in
                          zip(reversed(shown), self._first_face[-2::-1], strict=True)}  # fmt: skip
        self.size_m = float(np.linalg.norm(np.ptp(self.points, axis=0)))
        if not self.size_m:
            raise Invalid("The model has no extent: all its corners lie in one place")
        sides = (self.points[self.faces[:, 1:]] - self.points[self.faces[:, :1]]).astype(np.float64)
        self.flat: Floats = unit(cross(sides[:, 0], sides[:, 1])).astype(np.float32)
        self.normals: Floats = _all_normals(placed).astype(np.float32)
        materials = [_material(model, surface) for surface in placed]
        self.is_double_sided = np.array([each.is_double_sided for each in materials])[self.surface_of_face]
        self.is_clear = np.array([each.alpha_mode != "OPAQUE" for each in materials])[self.surface_of_face]
        self.materials = tuple(materials)
        self.unreadable: list[str] = []
        self._paints, self._paint_of_surface = self._painted(model, shown, placed, materials)

    def first_face(self, mesh: int, place: int) -> int:
        """Return the number of a surface's first triangle, where the scene shows it first; -1 if it does not."""
        return self._first_of.get((mesh, place), -1)

    def smooth(self, face: NDArray[Any], weights: Floats) -> Floats:
        """Return the (n, 3) unit normals, without those of normal textures, at places of triangles."""
        return unit(np.einsum("nk,nkx->nx", weights, self.normals[face])).astype(np.float32)

    def look(self, face: NDArray[Any], weights: Floats) -> Look:
        """Return how places look; `weights` (n, 3) are those of the triangles' corners."""
        count = len(face)
        look = Look.empty(count)
        look.normals[:] = self.smooth(face, weights)
        surface = self.surface_of_face[face]
        number, local = self._paint_of_surface[surface], face - self._first_face[surface]
        order = np.argsort(number, kind="stable")
        numbers, starts = np.unique(number[order], return_index=True)
        for one, rows in zip(numbers.tolist(), np.split(order, starts[1:]), strict=True):
            self._paints[one].write(look, rows, local[rows], weights[rows])
        return look

    def _painted(
        self, model: Model, shown: Sequence[Placed], surfaces: Sequence[Surface], materials: Sequence[Material]
    ) -> "tuple[list[_Paint], NDArray[np.int64]]":
        """Return how surfaces look, and the number of that for each: what looks alike is asked together."""
        pixels: dict[int, NDArray[np.uint8] | None] = {}
        paints: list[_Paint] = []
        known: dict[tuple[int, ...], int] = {}
        numbers = []
        for row, (each, surface, material) in enumerate(zip(shown, surfaces, materials, strict=True)):
            if "normal" in material.textures:  # it leans normals in the surface's own axes
                key: tuple[int, ...] = (row,)
            elif material.textures or surface.colors is not None:
                key = (each.mesh, each.place)
            else:
                key = (surface.material, 0, 0)
            numbers.append(known.setdefault(key, len(paints)))
            if numbers[-1] < len(paints):
                continue
            sampled: dict[Slot, Sampled] = {}
            for slot, texture in material.textures.items():
                if texture.uv_set >= len(surface.uvs) or not 0 <= texture.picture < len(model.pictures):
                    continue  # the file names coordinates or a picture that it does not have: factors stand alone
                if texture.picture not in pixels:
                    pixels[texture.picture] = self._pixels_of(model.pictures[texture.picture])
                found = pixels[texture.picture]
                if found is not None:
                    sampled[slot] = Sampled(found, texture, is_color=slot in _COLORS)
            paints.append(_Paint(surface, material, sampled))
        return paints, np.array(numbers, np.int64)

    def _pixels_of(self, picture: Picture) -> NDArray[np.uint8] | None:
        try:
            return np.asarray(opened(picture, pixels_max=PIXELS_MAX).convert("RGBA"))
        except (Invalid, UnsupportedMedia) as error:
            self.unreadable.append(f"{picture.name or picture.media_type}: {error.message}")
            return None


def _all_normals(surfaces: Sequence[Surface]) -> Floats:
    """Return (m, 3, 3) unit normals of corners of some surfaces, one after the other."""
    bare = np.array([surface.normals is None for surface in surfaces])
    is_bare = np.repeat(bare, [len(surface.faces) for surface in surfaces])
    normals = np.empty((len(is_bare), 3, 3))
    for which, rows in ((bare, is_bare), (~bare, ~is_bare)):
        if which.any():
            normals[rows] = normals_of(*(surface for surface, is_one in zip(surfaces, which, strict=True) if is_one))
    return normals


def normals_of(*surfaces: Surface) -> Floats:
    """Return (m, 3, 3) unit normals of corners of surfaces that have normals, or of such as have none.

    Where they have none, they are made smooth up to creases, within each surface.
    """
    counts = [len(surface.points) for surface in surfaces]
    starts = np.cumsum([0, *counts[:-1]])
    points = np.concatenate([surface.points for surface in surfaces])
    faces = np.concatenate([surface.faces + start for surface, start in zip(surfaces, starts, strict=True)])
    known = [surface.normals for surface in surfaces if surface.normals is not None]
    if not known:
        number = welded(points, np.repeat(np.arange(len(surfaces)), counts)[:, None])
        first = np.unique(number, return_index=True)[1]
        return np.asarray(corner_normals(points[first], number[faces], crease_deg=CREASE_DEG))
    normals: Floats = unit(np.concatenate(known).astype(np.float64))[faces]
    lost = ~(np.linalg.norm(normals, axis=2) > 0.5)
    if lost.any():
        corners = points[faces]
        flat = unit(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]))
        normals[lost] = np.broadcast_to(flat[:, None], normals.shape)[lost]
    return normals


def _material(model: Model, surface: Surface) -> Material:
    return _DEFAULT if surface.material == NOTHING else model.materials[surface.material]


class _Paint:
    """How one surface looks."""

    def __init__(self, surface: Surface, material: Material, sampled: dict[Slot, Sampled]) -> None:
        self._surface, self._material, self._sampled = surface, material, sampled
        self._tangents: Floats | None = None
        if "normal" in sampled:
            self._tangents = self._tangents_of(sampled["normal"].uv_set)

    def write(self, look: Look, rows: NDArray[Any], face: NDArray[Any], weights: Floats) -> None:
        """Write how places of the surface's own triangles look into some rows."""
        material = self._material
        color = np.tile(np.array(material.base_color, np.float32), (len(rows), 1))
        if not self._sampled and self._surface.colors is None:  # then it may be that of several surfaces
            corners = np.zeros((0, 3), np.int32)
        else:
            corners = self._surface.faces[face]
        if self._surface.colors is not None:
            color *= np.einsum("nk,nkx->nx", weights, self._surface.colors[corners])
        values = {slot: each.at(self._uvs(each, corners, weights)) for slot, each in self._sampled.items()}
        if "base_color" in values:
            color *= values["base_color"]
        look.albedo[rows], look.alpha[rows] = color[:, :3], self._alpha(color[:, 3])
        finish = values.get("metallic_roughness", np.ones((1, 4), np.float32))
        look.roughness[rows], look.metallic[rows] = finish[:, 1] * material.roughness, finish[:, 2] * material.metallic
        hidden = values.get("occlusion", np.ones((1, 4), np.float32))[:, 0]
        look.occlusion[rows] = 1 + material.occlusion_strength * (hidden - 1)
        glow = values.get("emissive", np.ones((1, 4), np.float32))[:, :3]
        look.emission[rows] = glow * np.array(material.emissive, np.float32)
        if self._tangents is not None:
            look.normals[rows] = self._leaned(values["normal"], look.normals[rows], face, weights)

    def _alpha(self, alpha: Floats) -> Floats:
        if self._material.alpha_mode == "OPAQUE":
            return np.ones_like(alpha)
        if self._material.alpha_mode == "MASK":
            return (alpha >= self._material.alpha_cutoff).astype(np.float32)
        return alpha

    def _uvs(self, sampled: Sampled, corners: NDArray[Any], weights: Floats) -> Floats:
        uvs = self._surface.uvs[sampled.uv_set][corners]
        return np.asarray(np.einsum("nk,nkx->nx", weights, uvs), np.float32)

    def _leaned(self, texel: Floats, smooth: Floats, face: NDArray[Any], weights: Floats) -> Floats:
        """Return the normals that the normal texture gives."""
        assert self._tangents is not None
        tangents = self._tangents[face]
        along = unit(np.einsum("nk,nkx->nx", weights, tangents[..., :3]))
        across = cross(smooth, along) * tangents[:, 0, 3:4]
        lean = texel[:, :3] * 2 - 1
        lean[:, :2] *= self._material.normal_scale
        mixed = lean[:, :1] * along + lean[:, 1:2] * across + lean[:, 2:] * smooth
        return unit(mixed).astype(np.float32)

    def _tangents_of(self, uv_set: int) -> Floats:
        surface = self._surface
        if surface.tangents is not None and surface.normals is not None:
            return surface.tangents[surface.faces]
        normals = normals_of(surface).reshape(-1, 3)
        corner = surface.faces.reshape(-1)
        faces = np.arange(len(corner)).reshape(-1, 3)
        return tangents_of_corners(surface.points[corner], normals, surface.uvs[uv_set][corner], faces)

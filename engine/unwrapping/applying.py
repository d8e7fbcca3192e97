"""A model gets its new texture coordinates; all other attributes stay."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from engine.baking.tangent_space import with_tangents
from engine.models.model import NOTHING, Json, Material, Model, Surface
from engine.unwrapping.sheet import Charts, Sheet

Key = tuple[int, int]


def laid_out(sheet: Sheet, charts: Charts, model: Model, *, keeps_uvs: bool) -> dict[Key, Surface]:
    """Return the surfaces of a sheet with the charts' places as their first texture coordinates.

    Corners stand once for each place they have in the picture. The old coordinates follow as further sets where they
    are kept; tangents belong to them, and are made anew where they are not.
    """
    ends = [face for _, _, face in sheet.surfaces[1:]] + [len(sheet.faces)]
    surfaces = {}
    for (key, corner, face), end in zip(sheet.surfaces, ends, strict=True):
        old = model.meshes[key[0]].surfaces[key[1]]
        flat = charts.faces[face:end].reshape(-1)
        pair, faces = np.unique(
            (sheet.faces[face:end].reshape(-1) - corner) * len(charts.uvs) + flat, return_inverse=True
        )
        surface = old.picked(pair // len(charts.uvs), faces.reshape(-1, 3))
        uvs = charts.uvs[pair % len(charts.uvs)].astype(np.float32)
        surface = replace(surface, uvs=(uvs, *(surface.uvs if keeps_uvs else ())))
        if not keeps_uvs and old.tangents is not None:
            surface = replace(surface, tangents=None)
            surface = surface if old.normals is None else with_tangents(surface)
        surfaces[key] = surface
    return surfaces


def applied(model: Model, surfaces: Mapping[Key, Surface], *, keeps_uvs: bool) -> Model:
    """Return the model with these surfaces, and its textures on the sets where their coordinates are now."""
    meshes = tuple(
        replace(mesh, surfaces=tuple(surfaces.get((number, place), old) for place, old in enumerate(mesh.surfaces)))
        for number, mesh in enumerate(model.meshes)
    )
    materials = tuple(_shifted(material) if keeps_uvs else _bare(material) for material in model.materials)
    made = replace(model, meshes=meshes, materials=materials)
    return _filled(made) if keeps_uvs else replace(made, pictures=())


def textures_of(model: Model) -> int:
    """Return how many textures the materials have, those of extensions too."""
    return sum(len(material.textures) + len(_sets(material.extensions)) for material in model.materials)


def _shifted(material: Material) -> Material:
    textures = {slot: replace(texture, uv_set=texture.uv_set + 1) for slot, texture in material.textures.items()}
    return replace(material, textures=textures, extensions=_moved(material.extensions))


def _moved(value: Any) -> Any:
    """Return an extension with its textures on the next set."""
    if isinstance(value, list):
        return [_moved(each) for each in value]
    if not isinstance(value, dict):
        return value
    moved = {name: _moved(each) for name, each in value.items()}
    return moved | {"uv_set": value["uv_set"] + 1} if _is_texture(value) else moved


def _bare(material: Material) -> Material:
    return replace(material, textures={}, extensions=_without(material.extensions))


def _without(value: Any) -> Any:
    """Return an extension without its textures."""
    if isinstance(value, list):
        return [_without(each) for each in value if not _is_texture(each)]
    if not isinstance(value, dict):
        return value
    return {name: _without(each) for name, each in value.items() if not _is_texture(each)}


def _is_texture(value: Any) -> bool:
    return isinstance(value, dict) and "picture" in value and isinstance(value.get("uv_set"), int)


def _sets(value: Json | list[Any] | Any) -> list[int]:
    if isinstance(value, list):
        return [found for each in value for found in _sets(each)]
    if not isinstance(value, dict):
        return []
    own = [value["uv_set"]] if _is_texture(value) else []
    return own + [found for each in value.values() for found in _sets(each)]


def _filled(model: Model) -> Model:
    """Return the model with a set on each surface for every texture of its material: one without had none before."""

    def filled(surface: Surface) -> Surface:
        if surface.material == NOTHING:
            return surface
        material = model.materials[surface.material]
        sets = [texture.uv_set for texture in material.textures.values()] + _sets(material.extensions)
        missing = max(sets, default=0) + 1 - len(surface.uvs)
        return replace(surface, uvs=(*surface.uvs, *(surface.uvs[:1] * missing))) if missing > 0 else surface

    return model.with_surfaces(
        tuple(replace(mesh, surfaces=tuple(map(filled, mesh.surfaces))) for mesh in model.meshes)
    )

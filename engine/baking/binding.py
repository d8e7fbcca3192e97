"""Baked pictures become files, and the textures of the light model."""

import io
import struct
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.baking.baker import Baked
from engine.baking.light import Light
from engine.images import png
from engine.models.model import NOTHING, Material, Model, Picture, Slot, Surface, Texture
from engine.threads import side_by_side

Values = NDArray[Any]
_SHOWN = ("albedo", "normal", "emissive", "orm")
_EFFORT = 4  # of zlib: 6 takes twice the time for two hundredths of the size


def files_of(pictures: Mapping[str, Values]) -> dict[str, bytes]:
    """Return PNG files by kind."""
    made = side_by_side(_file, list(pictures.values()))
    return dict(zip(pictures, made, strict=True))


def packed(baked: Baked) -> Values | None:
    """Return occlusion, roughness and metallic as red, green and blue, or None if none of them was baked."""
    channels = [baked.pictures.get(kind) for kind in ("ambient_occlusion", "roughness", "metallic")]
    some = next((channel for channel in channels if channel is not None), None)
    if some is None:
        return None
    return np.stack([np.full_like(some, 255) if each is None else each for each in channels], axis=2)


def bound(light: Light, baked: Baked, files: Mapping[str, bytes]) -> Model:
    """Return the light model with the baked textures; `files` are those of `files_of`, with `orm` for the packed one.

    What was not baked stays as it was, on the texture coordinates that it had.
    """
    pictures = list(light.model.pictures)
    number = {}
    for kind in _SHOWN:
        if kind in files:
            number[kind] = len(pictures)
            pictures.append(Picture(files[kind], "image/png", kind))
    used = [surface.material for mesh in light.model.meshes for surface in mesh.surfaces]
    materials = [_bound(each, baked, number) for each in light.model.materials]
    if NOTHING in used:
        materials.append(_bound(Material(metallic=0.0, roughness=0.9), baked, number))
    meshes = tuple(
        replace(mesh, surfaces=tuple(_plain(each, len(materials) - 1, baked) for each in mesh.surfaces))
        for mesh in light.model.meshes
    )
    return _without_spare_uvs(replace(light.model, meshes=meshes, materials=tuple(materials), pictures=tuple(pictures)))


def _plain(surface: Surface, spare: int, baked: Baked) -> Surface:
    """Return the surface without the colours that are in the picture now."""
    colors = None if "albedo" in baked.pictures else surface.colors
    return replace(
        surface,
        colors=colors,
        tangents=surface.tangents if "normal" in baked.pictures else None,  # else they may be those of other charts
        material=spare if surface.material == NOTHING else surface.material,
    )


def _bound(material: Material, baked: Baked, number: Mapping[str, int]) -> Material:
    textures: dict[Slot, Texture] = dict(material.textures)
    kinds = set(baked.pictures)
    changes: dict[str, Any] = {}
    if "albedo" in kinds:
        textures["base_color"] = Texture(number["albedo"])
        changes |= {"base_color": (1.0, 1.0, 1.0, 1.0), "alpha_mode": baked.alpha_mode}
    if "normal" in kinds:
        textures["normal"] = Texture(number["normal"])
        changes["normal_scale"] = 1.0
    if "emissive" in kinds:
        textures["emissive"] = Texture(number["emissive"])
        changes["emissive"] = (1.0, 1.0, 1.0)
    if kinds & {"roughness", "metallic"}:
        textures["metallic_roughness"] = Texture(number["orm"])
        changes |= {name: 1.0 for name in ("roughness", "metallic") if name in kinds}
    if "ambient_occlusion" in kinds:
        textures["occlusion"] = Texture(number["orm"])
        changes["occlusion_strength"] = 1.0
    return replace(material, textures=textures, **changes)


def _without_spare_uvs(model: Model) -> Model:
    """Return the model with the first texture coordinates only, if no texture shows others."""
    sets = {texture.uv_set for material in model.materials for texture in material.textures.values()}
    if any(material.extensions for material in model.materials) or max(sets, default=0) > 0:
        return model
    meshes = tuple(
        replace(mesh, surfaces=tuple(replace(surface, uvs=surface.uvs[:1]) for surface in mesh.surfaces))
        for mesh in model.meshes
    )
    return model.with_surfaces(meshes)


def _file(picture: Values) -> bytes:
    return png(picture, effort=_EFFORT) if picture.dtype == np.uint8 else _png_of_16_bits(picture)


def _png_of_16_bits(picture: Values) -> bytes:
    """Return (h, w) or (h, w, 3) uint16 pixels as PNG, which Pillow cannot; rows hold the change to the left."""
    height, width = picture.shape[:2]
    big = np.ascontiguousarray(picture.astype(">u2")).view(np.uint8).reshape(height, -1)
    step = big.shape[1] // width
    rows = np.empty((height, big.shape[1] + 1), np.uint8)
    rows[:, 0] = 1
    rows[:, 1 : step + 1] = big[:, :step]
    np.subtract(big[:, step:], big[:, :-step], out=rows[:, step + 1 :])
    out = io.BytesIO()
    out.write(b"\x89PNG\r\n\x1a\n")
    head = struct.pack(">IIBBBBB", width, height, 16, 0 if picture.ndim == 2 else 2, 0, 0, 0)
    for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(rows.tobytes(), _EFFORT)), (b"IEND", b"")):
        out.write(struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)))
    return out.getvalue()

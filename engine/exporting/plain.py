"""A model without its pictures: each surface has the mean of what they showed on it."""

from dataclasses import replace

import numpy as np

from engine.exporting.gallery import Gallery
from engine.models.model import NOTHING, Material, Model, Slot, Surface

_STEP = 64
"""Looks that agree in steps of this share of the light count as one material."""


def without_pictures(model: Model) -> Model:
    """Return the model with plain factors in the place of pictures; corners and their own colours stay.

    A factor becomes the mean over a surface, in linear light: surfaces that share a picture (an atlas) may so come to
    have a material each.
    """
    painter = _Painter(model)
    meshes = tuple(replace(mesh, surfaces=tuple(map(painter.plain, mesh.surfaces))) for mesh in model.meshes)
    return replace(model, meshes=meshes, materials=tuple(painter.materials), pictures=())


class _Painter:
    """Makes plain materials, one for all surfaces of a material that look alike."""

    def __init__(self, model: Model) -> None:
        self.materials: list[Material] = []
        self._model, self._gallery = model, Gallery(model)
        self._known: dict[tuple[int, ...], int] = {}

    def plain(self, surface: Surface) -> Surface:
        """Return a surface that wears a plain material."""
        if surface.material == NOTHING:
            return surface
        look = _plain(self._model.materials[surface.material], surface, self._gallery)
        values = (*look.base_color, look.metallic, look.roughness, *look.emissive)
        key = (surface.material, *(round(value * _STEP) for value in values))
        if key not in self._known:
            self._known[key] = len(self.materials)
            self.materials.append(look)
        return replace(surface, material=self._known[key])


def _plain(material: Material, surface: Surface, gallery: Gallery) -> Material:
    extensions = {name: value for name, value in material.extensions.items() if "Texture" not in str(value)}
    bare = replace(material, textures={}, extensions=extensions)
    if not material.textures or not len(surface.faces):
        return bare

    def mean(slot: Slot) -> tuple[float, ...]:
        texture = material.textures.get(slot)
        value = np.ones(4) if texture is None else gallery.mean(texture, slot, surface)
        return tuple(round(float(each), 6) for each in value)

    color, packed, glow = mean("base_color"), mean("metallic_roughness"), mean("emissive")
    base, shine = material.base_color, material.emissive
    return replace(
        bare,
        base_color=(base[0] * color[0], base[1] * color[1], base[2] * color[2], base[3] * color[3]),
        metallic=material.metallic * packed[2],
        roughness=material.roughness * packed[1],
        emissive=(shine[0] * glow[0], shine[1] * glow[1], shine[2] * glow[2]),
    )

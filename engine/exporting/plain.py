"""A model without its pictures: each material has the mean of what they showed."""

from dataclasses import replace

import numpy as np

from engine.exporting.gallery import Gallery
from engine.models.model import Material, Model, Slot, Surface


def without_pictures(model: Model) -> Model:
    """Return the model with plain factors in the place of pictures; surfaces and vertex colours stay.

    A material's factors become the mean over the largest surface that wears it, in linear light.
    """
    gallery, worn = Gallery(model), _largest(model)
    materials = tuple(_plain(material, worn.get(number), gallery) for number, material in enumerate(model.materials))
    return replace(model, materials=materials, pictures=())


def _largest(model: Model) -> dict[int, Surface]:
    """Return the surface with the most triangles of each material."""
    found: dict[int, Surface] = {}
    for mesh in model.meshes:
        for surface in mesh.surfaces:
            known = found.get(surface.material)
            if known is None or len(surface.faces) > len(known.faces):
                found[surface.material] = surface
    return found


def _plain(material: Material, surface: Surface | None, gallery: Gallery) -> Material:
    extensions = {name: value for name, value in material.extensions.items() if "Texture" not in str(value)}
    bare = replace(material, textures={}, extensions=extensions)
    if surface is None or not len(surface.faces):
        return bare

    def mean(slot: Slot) -> tuple[float, ...]:
        texture = material.textures.get(slot)
        value = np.ones(4) if texture is None else gallery.mean(texture, slot, surface)
        return tuple(round(float(each), 6) for each in value)

    color, packed, glow = mean("base_color"), mean("metallic_roughness"), mean("emissive")
    base = material.base_color
    return replace(
        bare,
        base_color=(base[0] * color[0], base[1] * color[1], base[2] * color[2], base[3] * color[3]),
        metallic=material.metallic * packed[2],
        roughness=material.roughness * packed[1],
        emissive=(material.emissive[0] * glow[0], material.emissive[1] * glow[1], material.emissive[2] * glow[2]),
    )

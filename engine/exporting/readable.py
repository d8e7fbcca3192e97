"""Pictures made for graphics cards as pictures that every program reads."""

from dataclasses import replace

import numpy as np

from domain.errors import Invalid
from engine.encoding.basis import decode_basis
from engine.encoding.ktx2 import read_ktx2
from engine.images import png
from engine.models.model import NOTHING, Material, Model, Picture, Texture

KTX2 = "image/ktx2"


def readable(model: Model) -> tuple[Model, list[str]]:
    """Return the model without KTX2 pictures, and a sentence where one is left out.

    The plain picture beside a KTX2 one stands in for it; otherwise Basis textures are decoded. Others (ASTC, BC7, ETC2)
    are left out.
    """
    if all(picture.media_type != KTX2 for picture in model.pictures):
        return model, []
    opener = _Opener(model)
    materials = tuple(opener.opened(material) for material in model.materials)
    notes = [f"{len(opener.lost)} KTX2 picture(s) that are not of Basis are left out."] if opener.lost else []
    return replace(model, materials=materials, pictures=tuple(opener.pictures)), notes


class _Opener:
    """Opens each picture that is used, once."""

    def __init__(self, model: Model) -> None:
        self.pictures = list(model.pictures)
        self.lost: set[int] = set()

    def opened(self, material: Material) -> Material:
        """Return a material with textures that can be read."""
        chosen = {slot: self._chosen(texture) for slot, texture in material.textures.items()}
        return replace(material, textures={slot: texture for slot, texture in chosen.items() if texture is not None})

    def _chosen(self, texture: Texture) -> Texture | None:
        if texture.fallback != NOTHING and self.pictures[texture.fallback].media_type != KTX2:
            return replace(texture, picture=texture.fallback)
        if self.pictures[texture.picture].media_type == KTX2 and texture.picture not in self.lost:
            self._decode(texture.picture)
        return None if texture.picture in self.lost else texture

    def _decode(self, number: int) -> None:
        picture = self.pictures[number]
        try:
            is_basis = read_ktx2(picture.data).format is None
        except Invalid:
            is_basis = False
        if not is_basis:
            self.lost.add(number)
            return
        texels = decode_basis(picture.data)
        is_solid = bool((texels[..., 3] == 255).all())
        shown = np.ascontiguousarray(texels[..., :3]) if is_solid else texels
        self.pictures[number] = Picture(png(shown), "image/png", picture.name)

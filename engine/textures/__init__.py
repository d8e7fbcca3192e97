"""Procedural materials: functions of a place in the object's own axes, so that no seam between charts can be seen."""

from collections.abc import Callable
from typing import get_args

import numpy as np

from domain.materials import Material, TextureName
from engine.textures import grown, made, metals, mineral
from engine.textures.look import LUMA, Field, Look, Place, colour

Function = Callable[[Place, Material, Field], Look]

FUNCTIONS: dict[str, Function] = {
    "plain": made.plain, "aged_metal": metals.aged_metal, "polished_metal": metals.polished_metal,
    "brushed_metal": metals.brushed_metal, "wood": grown.wood, "marble": mineral.marble, "concrete": mineral.concrete,
    "brick": mineral.brick, "tiles": mineral.tiles, "weave": grown.weave, "leather": grown.leather,
    "speckle": mineral.speckle, "clay": mineral.clay, "leaf": grown.leaf, "grass": grown.grass, "slate": mineral.slate,
    "twill": made.twill, "lacquer": made.lacquer, "screen": made.screen,
}  # fmt: skip

FUNCTIONS |= {name: made.plain for name in get_args(TextureName) if name not in FUNCTIONS}

__all__ = ["FUNCTIONS", "Look", "Place", "evaluate"]


def evaluate(place: Place, material: Material, tint: str = "") -> Look:
    """Return how the material looks at the places, tinted with `tint` ("#rrggbb") if that is not empty."""
    look = FUNCTIONS[material.texture.name](place, material, colour(material.albedo))
    if tint:
        look.albedo = _tinted(look.albedo, material, colour(tint))
    return look


def _tinted(albedo: Field, material: Material, tint: Field) -> Field:
    """Return the material's own light and dark in the tint's colour."""
    own = float(colour(material.albedo) @ LUMA)
    shade = (albedo @ LUMA) / max(own, 1e-3)
    return np.asarray(np.clip(tint * shade[:, None], 0, 1), np.float32)

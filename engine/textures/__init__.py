"""Procedural materials: functions of a place in the object's own axes, so that no seam between charts can be seen."""

from collections.abc import Callable
from typing import get_args

import numpy as np

from domain.materials import Material, TextureName
from engine.textures import grown, laid, made, metals, mineral, wood, woven
from engine.textures.look import LUMA, Field, Look, Place, colour

Function = Callable[[Place, Material, Field], Look]

_FUNCTIONS: tuple[Function, ...] = (
    metals.aged_metal, metals.polished_metal, metals.brushed_metal, metals.hammered_metal, metals.cast_metal,
    metals.rust, metals.galvanised, wood.wood, wood.bamboo, wood.plywood, mineral.marble, mineral.granite,
    mineral.strata, mineral.terrazzo, mineral.concrete, mineral.plaster, mineral.slate, mineral.clay, mineral.speckle,
    laid.brick, laid.tiles, laid.hexagons, laid.roof_tiles, laid.cobbles, laid.gravel, woven.weave, woven.denim,
    woven.plaid, woven.nap, woven.wicker, woven.leather, grown.leaf, grown.grass, grown.bark, grown.straw, grown.peel,
    made.plain, made.lacquer, made.flakes, made.frost, made.ripples, made.twill, made.screen,
)  # fmt: skip
FUNCTIONS: dict[str, Function] = {function.__name__: function for function in _FUNCTIONS}

assert set(FUNCTIONS) == set(get_args(TextureName)), "every texture name of the domain has its function"

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

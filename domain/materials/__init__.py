"""What things are made of: how it looks, what it weighs, and what is known about its carbon and price.

`albedo` is sRGB "#rrggbb": the diffuse colour of a dielectric, the reflectance at normal incidence of a metal.
`texture` names a procedural function of `engine.textures` and its parameters. Densities are round handbook values.
Embodied carbon is given where a published inventory has a row for the stock material, and the row stands beside the
figure (`domain.materials.inventory`); elsewhere `carbon_source` says that none was checked. Prices are orders of
magnitude in USD for comparing one design with another, none a quotation; `price_source` says what they rest on.
"""

from domain.materials.industry import LIGHTS, PAINTS, PLASTICS
from domain.materials.metals import METALS
from domain.materials.mineral import CERAMICS, EARTHS, GLASSES, STONES
from domain.materials.soft import COATS, FOODS, LEATHERS, PLANTS, TEXTILES
from domain.materials.types import Family, Material, Texture, TextureName, linear_of
from domain.materials.woods import WOODS

__all__ = ["CATALOGUE", "Family", "Material", "Texture", "TextureName", "linear_of", "worked"]

_ALL = (
    *METALS, *WOODS, *STONES, *CERAMICS, *GLASSES, *EARTHS, *PLASTICS, *PAINTS, *TEXTILES, *LEATHERS, *COATS, *PLANTS,
    *FOODS, *LIGHTS,
)  # fmt: skip

CATALOGUE: dict[str, Material] = {material.name: material for material in _ALL}

_WORKED = {(material.substance, material.finish): material.name for material in reversed(_ALL) if material.finish}


def worked(name: str, finish: str) -> str:
    """Return the same substance with another finish, like gold that is brushed; "" where the catalogue has none."""
    material = CATALOGUE[name]
    return name if material.finish == finish else _WORKED.get((material.substance, finish), "")

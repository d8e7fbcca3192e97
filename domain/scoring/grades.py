"""How materials wear, break, weather, bear and burn: grades from 0 to 10.

The grades are this project's own, for comparing designs; what orders them is published. Wear follows Mohs's scale for
minerals and metals, and the side (Janka) hardness of woods: Forest Products Laboratory, "Wood Handbook", FPL-GTR-190,
2010, chapter 5. Weathering of woods follows the classes of natural durability in EN 350-2:1994. What belongs to class
A1 of reaction to fire without testing follows Commission Decision 96/603/EC. Families stand in for what has no grade.
"""

from typing import NamedTuple

from domain.materials import CATALOGUE, Family, Material
from domain.scoring.colors import Seen, seen


class Grades(NamedTuple):
    """Resistance to scratches, to blows and to weather, and strength under load, each in [0, 10]."""

    wear: float
    toughness: float
    weather: float
    strength: float


class Substance(NamedTuple):
    """What scoring wants to know of a material, looked up once."""

    name: str
    family: Family
    grades: Grades
    density_kg_per_m3: float
    carbon_kg_per_kg: float
    is_carbon_known: bool
    price_per_m3: float
    price_per_m2: float
    is_priced: bool
    is_glass: bool
    is_transparent: bool
    is_soft: bool
    is_incombustible: bool
    is_renewable: bool
    is_recyclable: bool
    is_coat: bool
    is_cover: bool
    roughness: float
    look: Seen


FAMILIES: dict[Family, Grades] = {
    "metal": Grades(8, 9, 6, 10), "wood": Grades(4, 7, 4, 7), "stone": Grades(7, 5, 8, 6),
    "ceramic": Grades(8, 3, 8, 4), "glass": Grades(7, 2, 9, 3), "plastic": Grades(5, 7, 5, 6),
    "textile": Grades(3, 7, 2, 1), "leather": Grades(5, 8, 3, 1), "paint": Grades(4, 7, 6, 7),
    "plant": Grades(1, 2, 5, 1), "earth": Grades(4, 6, 7, 2), "light": Grades(5, 3, 5, 2), "food": Grades(0, 1, 0, 0),
}  # fmt: skip
_BY_SUBSTANCE: dict[str, Grades] = {
    "bronze": Grades(6, 9, 9, 9), "brass": Grades(5, 9, 8, 8), "copper": Grades(4, 9, 9, 7),
    "gold": Grades(3, 8, 10, 5), "rose gold": Grades(4, 8, 10, 6), "silver": Grades(3, 8, 6, 5),
    "iron": Grades(7, 8, 4, 10), "steel": Grades(8, 9, 9, 10), "aluminium": Grades(5, 8, 8, 9),
    "chrome": Grades(9, 8, 9, 9), "titanium": Grades(9, 10, 10, 10), "zinc": Grades(3, 7, 8, 5),
    "pewter": Grades(2, 7, 7, 4), "gunmetal": Grades(6, 9, 9, 9),
    "marble": Grades(4, 4, 5, 6), "granite": Grades(9, 6, 9, 8), "limestone": Grades(4, 4, 5, 5),
    "sandstone": Grades(5, 4, 6, 5), "travertine": Grades(4, 4, 5, 5), "slate": Grades(5, 4, 9, 5),
    "basalt": Grades(9, 7, 9, 8), "terrazzo": Grades(7, 5, 7, 6), "cobblestone": Grades(9, 7, 9, 6),
    "concrete": Grades(7, 6, 8, 8), "plaster": Grades(2, 3, 1, 2), "stucco": Grades(3, 4, 6, 3),
    "brick": Grades(7, 6, 8, 7), "terracotta": Grades(5, 3, 6, 4), "enamel": Grades(8, 5, 9, 7),
    "ice": Grades(1, 2, 0, 3), "crystal": Grades(6, 2, 9, 3), "snow": Grades(0, 1, 0, 0),
    "carbon fibre": Grades(6, 7, 7, 10), "rubber": Grades(6, 10, 6, 3), "silicone": Grades(5, 9, 9, 2),
    "wax": Grades(1, 2, 1, 1), "foam": Grades(1, 5, 2, 0), "acrylic": Grades(3, 4, 8, 5), "resin": Grades(4, 4, 5, 5),
    "polypropylene": Grades(4, 8, 4, 5), "paper": Grades(1, 2, 0, 1), "cardboard": Grades(1, 2, 0, 2),
    "wool": Grades(4, 7, 2, 1), "carpet": Grades(5, 8, 2, 1), "canvas": Grades(5, 8, 4, 2), "denim": Grades(6, 8, 3, 1),
    "silk": Grades(2, 5, 1, 1), "velvet": Grades(2, 6, 1, 1), "rope": Grades(5, 9, 4, 3),
    "plywood": Grades(4, 7, 3, 7), "bamboo": Grades(6, 8, 2.5, 7), "cork": Grades(2, 7, 6, 2),
    "wicker": Grades(2, 6, 2, 4), "lacquer": Grades(5, 6, 5, 7), "bark": Grades(2, 5, 6, 2),
    "chocolate": Grades(0, 1, 0, 0),
}  # fmt: skip
_BY_NAME: dict[str, Grades] = {
    "aluminium_anodised": Grades(8, 8, 9, 9), "steel_galvanised": Grades(7, 9, 8, 10),
    "steel_corten": Grades(7, 9, 8, 10), "iron_rusty": Grades(5, 7, 2, 8), "chalk_paint": Grades(2, 7, 3, 7),
    "matte_paint": Grades(3, 7, 5, 7), "metallic_paint": Grades(5, 7, 7, 7), "suede": Grades(3, 7, 1, 1),
    "tile_terracotta": Grades(6, 3, 7, 4), "glass_mirror": Grades(7, 2, 7, 3), "wood_charred": Grades(3, 6, 7.5, 6),
}  # fmt: skip
_JANKA_N: dict[str, float] = {
    "oak": 6000, "walnut": 4500, "pine": 1700, "cedar": 1600, "ash": 5900, "beech": 5800, "birch": 5600,
    "cherry": 4200, "mahogany": 3600, "maple": 6400, "teak": 4400, "rosewood": 10_900, "ebony": 13_700,
}  # fmt: skip
_EN_350: dict[str, int] = {
    "oak": 2, "walnut": 3, "pine": 4, "cedar": 2, "ash": 5, "beech": 5, "birch": 5, "cherry": 4, "mahogany": 2,
    "maple": 5, "teak": 1, "rosewood": 1, "ebony": 1,
}  # fmt: skip
_OF_CLASS = {1: 9.0, 2: 7.5, 3: 5.5, 4: 4.0, 5: 2.5}
_RENEWABLE: frozenset[Family] = frozenset(("wood", "plant", "textile", "leather", "food"))
_MINERAL: frozenset[Family] = frozenset(("metal", "stone", "ceramic", "glass", "earth"))
_RECYCLED: frozenset[Family] = frozenset(("metal", "glass", "wood"))
_PULP = frozenset(("paper", "cardboard"))
_SOFT_PLASTICS = frozenset(("foam", "rubber", "silicone"))


def _grades(material: Material) -> Grades:
    named = _BY_NAME.get(material.name) or _BY_SUBSTANCE.get(material.substance)
    if named:
        return named
    if material.substance in _JANKA_N:
        wear = min(8.0, 1.5 + 0.75e-3 * _JANKA_N[material.substance])
        return Grades(wear, 7, _OF_CLASS[_EN_350[material.substance]], 7)
    return FAMILIES[material.family]


def _assumed_carbon(family: Family) -> float:
    """Return what a material without a published figure is taken for: the mean of its family's, or of all."""
    known = [
        one.carbon_kg_per_kg
        for one in CATALOGUE.values()
        if one.carbon_kg_per_kg is not None and one.family == family and one.carbon_kg_per_kg < PRECIOUS_KG_PER_KG
    ]
    return sum(known) / len(known) if known else 3.0


PRECIOUS_KG_PER_KG = 100.0
"""Above this stand silver and gold alone; they say nothing of their family."""
ASSUMED_CARBON: dict[Family, float] = {family: _assumed_carbon(family) for family in FAMILIES}


def _substance(material: Material) -> Substance:
    carbon, family = material.carbon_kg_per_kg, material.family
    is_pulp = material.substance in _PULP
    is_cloth = family in ("textile", "leather") and material.price_per_m2 is not None
    return Substance(
        material.name, family, _grades(material), material.density_kg_per_m3,
        ASSUMED_CARBON[family] if carbon is None else carbon, carbon is not None,
        material.price_per_m3 or 0.0, material.price_per_m2 or 0.0, bool(material.price_source),
        is_glass=material.substance in ("glass", "crystal"),
        is_transparent=material.is_transparent,
        is_soft=is_cloth or material.substance in _SOFT_PLASTICS or family == "plant",
        is_incombustible=family in _MINERAL and material.name != "asphalt",
        is_renewable=family in _RENEWABLE,
        is_recyclable=family in _RECYCLED or is_pulp,
        is_coat=family == "paint" or material.substance == "enamel",
        is_cover=is_cloth,
        roughness=material.roughness,
        look=seen(material.albedo),
    )  # fmt: skip


SUBSTANCES: dict[str, Substance] = {name: _substance(material) for name, material in CATALOGUE.items()}
UNKNOWN = SUBSTANCES["plastic_white"]
"""Stands in for a material that the catalogue does not hold any more."""

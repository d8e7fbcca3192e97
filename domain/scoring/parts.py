"""What one object of a design weighs, costs and stands for, from its box, its kind's fill and its material."""

from dataclasses import dataclass

from domain.boxes import Triple, bounds_of
from domain.materials import CATALOGUE
from domain.scoring.colors import Seen, seen
from domain.scoring.grades import SUBSTANCES, UNKNOWN, Substance
from domain.scoring.hollow import HOLLOW_ROOTS, volume_of
from domain.scoring.plants import figures_of, is_plant
from domain.shapes import surface_of
from domain.spec import DesignObject, DesignType

COAT_M = 0.00015
COVER_M = 0.002
COVERED_FROM_M = 0.03
SLAB_SHARE = 0.125
_FOAM = SUBSTANCES["foam"]
CORES: dict[DesignType, str] = {
    "building": "concrete", "interior": "plaster", "vehicle": "steel_galvanised", "appliance": "steel_galvanised",
    "electronics": "plastic_white", "furniture": "plywood", "object": "plywood",
}  # fmt: skip
"""What is taken to stand under paint and enamel, of which a spec says nothing."""
BOAT_TO_M = 12.0
_BOATS = frozenset(("sailboat", "motorboat", "rowing boat"))
_FLOWN = frozenset(("wing", "fin", "fuselage"))
_SHELL = frozenset(("wall", "facade", "floor", "ceiling"))
"""Painted, they are plaster in a room; what stands in it is wood."""
GLAZING_M = 0.024
"""Storeys of glass are so much of it on a frame and floors of concrete."""
PLATE_M: dict[str, float] = {"gold": 0.5e-6, "rose gold": 0.5e-6, "silver": 10e-6}
"""Precious metals are leaf and plate, so thick, but on what is made of them wholly."""
WHOLLY = frozenset((
    "ring", "necklace", "crown", "earring", "bracelet", "coin", "medal", "wristwatch", "pocket watch", "fork", "spoon",
    "object",
))  # fmt: skip
_PLATED = {name: PLATE_M[one.substance] for name, one in CATALOGUE.items() if one.substance in PLATE_M}
_PLATED_BRASS_TO_M = 0.5
FLAMES = frozenset(("flame", "fire", "glow", "afterburner", "pulse", "jet_flame"))
"""What is drawn as light and is no stuff."""


@dataclass(slots=True, frozen=True)
class Part:
    """One object with its figures; area is what its maker must buy: one side of a slab, all sides of a body."""

    thing: DesignObject
    root: str
    kind: str
    substance: Substance
    look: Seen
    low: Triple
    high: Triple
    area_m2: float
    volume_m3: float
    mass_kg: float
    price_usd: float
    carbon_kg: float
    carbon_unknown_kg: float  # the share of it that rests on no published figure
    mass_known_kg: float  # the mass whose carbon has a published figure
    renewable_m3: float
    recyclable_m3: float
    is_incombustible: bool  # as a whole: paint burns as what it is on


def part_of(thing: DesignObject, design_type: DesignType) -> Part:
    """Return an object with its figures."""
    size = thing.dimensions
    width, height, depth = size.width, size.height, size.depth
    thin, middle, _ = sorted((width, height, depth))
    area = 2 * surface_of(thing.type) * (width * height + height * depth + depth * width)
    root, substance = root_of(thing.id), SUBSTANCES.get(thing.material, UNKNOWN)
    kind = root_of(thing.part_of)
    coat_m = _coat_m(substance, kind, root, design_type)
    bearing = SUBSTANCES[_core(thing, root, kind, design_type, substance)] if coat_m else substance
    volume = volume_of(thing, root, design_type, bearing, area)
    if thin <= SLAB_SHARE * middle:
        area /= 2
    if is_plant(thing):
        volume, figures = figures_of(thing)
    elif substance.family == "light" and root in FLAMES:
        volume, figures = 0.0, (0.0, 0.0, 0.0, 0.0, 0.0)
    elif coat_m:
        figures = _layered(substance, area, coat_m, bearing, volume)
    elif substance.is_cover and thin > COVERED_FROM_M:
        coat_m, bearing = COVER_M, _FOAM
        figures = _layered(substance, area, coat_m, bearing, volume)
    else:
        figures = _solid(substance, area, volume)
    skin = min(volume, area * coat_m) if coat_m else volume
    low, high = bounds_of(thing)
    look = seen(thing.color) if thing.color else substance.look
    return Part(
        thing, root, kind, substance, look, low, high, area, volume, *figures,
        skin * substance.is_renewable + (volume - skin) * bearing.is_renewable,
        skin * substance.is_recyclable + (volume - skin) * bearing.is_recyclable,
        bearing.is_incombustible if substance.is_coat else substance.is_incombustible,
    )  # fmt: skip


def _coat_m(substance: Substance, kind: str, root: str, design_type: DesignType) -> float:
    """Return how thick a material lies on another one; 0 for what is of it through and through."""
    if substance.is_coat:
        return COAT_M
    if substance.is_glass and design_type == "building" and root in HOLLOW_ROOTS:
        return GLAZING_M
    return 0.0 if kind in WHOLLY else _PLATED.get(substance.name, 0.0)


def _core(thing: DesignObject, root: str, kind: str, design_type: DesignType, outer: Substance) -> str:
    """Return what stands under a coat."""
    size = thing.dimensions
    if outer.name in _PLATED and min(size.width, size.height, size.depth) < _PLATED_BRASS_TO_M:
        return "brass_polished"
    if thing.type in ("balloon", "sail"):
        return "cotton" if thing.type == "balloon" else "canvas"
    if thing.type in _FLOWN and design_type == "vehicle":
        return "aluminium"
    if design_type == "interior":
        return CORES["interior"] if {root, thing.type} & _SHELL else CORES["furniture"]
    is_boat = (thing.type == "hull" or kind in _BOATS) and max(size.width, size.depth) < BOAT_TO_M
    return "plywood" if is_boat else CORES[design_type]


def _solid(substance: Substance, area: float, volume: float) -> tuple[float, float, float, float, float]:
    mass = volume * substance.density_kg_per_m3
    price = area * substance.price_per_m2 or volume * substance.price_per_m3
    carbon = mass * substance.carbon_kg_per_kg
    return (mass, price, carbon, 0.0, mass) if substance.is_carbon_known else (mass, price, carbon, carbon, 0.0)


def _layered(
    outer: Substance, area: float, thickness_m: float, core: Substance, volume: float
) -> tuple[float, float, float, float, float]:
    skin = _solid(outer, area, area * thickness_m)
    filling = _solid(core, area, volume)
    return tuple(one + other for one, other in zip(skin, filling, strict=True))  # type: ignore[return-value]


def root_of(name: str) -> str:
    """Return a name without its number: "leg_3" is a leg."""
    head, _, number = name.rpartition("_")
    return head if number.isdigit() else name

"""What one object of a design weighs, costs and stands for, from its box, its kind's fill and its material."""

from dataclasses import dataclass

from domain.boxes import Triple, bounds_of
from domain.scoring.colors import Seen, seen
from domain.scoring.grades import SUBSTANCES, UNKNOWN, Substance
from domain.shapes import fill_of, surface_of
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

SHELLS_M: dict[str, float] = {
    "cabinet": 0.018, "fridge": 0.003, "oven": 0.003, "casing": 0.003, "drum_case": 0.003, "car_body": 0.003,
    "streamlined": 0.004, "fuselage": 0.003, "hull": 0.02, "cab": 0.004, "cargo_box": 0.004, "balloon": 0.0005,
    "tank": 0.006, "hood": 0.002, "toaster_body": 0.002, "robot_vacuum": 0.003, "radiator_sections": 0.002,
    "mouse_shell": 0.002, "wing": 0.006, "fin": 0.004, "sail": 0.001, "game_pad": 0.003, "puck": 0.003,
    "case_box": 0.003,
}  # fmt: skip
"""Shapes that are drawn solid and are hollow in the world, and how thick their walls are taken to be."""
HOLLOW_ROOTS = frozenset((
    "rooms", "body", "case", "carcass", "cabin", "carriage", "locomotive", "housing", "tank", "hull", "tower",
    "attic", "cella", "inside", "storey", "envelope", "roof", "fuselage", "module", "plinth", "surround",
))  # fmt: skip
WALLS_M: dict[DesignType, float] = {"building": 0.25, "vehicle": 0.004, "appliance": 0.003, "electronics": 0.003}
"""How thick walls are of what is hollow by its name, where the kind of design tells."""


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


def part_of(thing: DesignObject, design_type: DesignType) -> Part:
    """Return an object with its figures."""
    size = thing.dimensions
    width, height, depth = size.width, size.height, size.depth
    thin, middle, _ = sorted((width, height, depth))
    area = surface_of(thing.type) * (width * height + height * depth + depth * width)
    if thin > SLAB_SHARE * middle:
        area *= 2
    root = root_of(thing.id)
    volume = width * height * depth * fill_of(thing.type)
    wall_m = _wall_m(thing.type, root, design_type)
    if wall_m and wall_m * area < volume:
        volume = wall_m * area
    substance = SUBSTANCES.get(thing.material, UNKNOWN)
    if substance.is_coat:
        figures = _layered(substance, area, COAT_M, SUBSTANCES[CORES[design_type]], volume)
    elif substance.is_cover and thin > COVERED_FROM_M:
        figures = _layered(substance, area, COVER_M, _FOAM, volume)
    else:
        figures = _solid(substance, area, volume)
    low, high = bounds_of(thing)
    look = seen(thing.color) if thing.color else substance.look
    return Part(
        thing, root, root_of(thing.part_of), substance, look, low, high, area, volume, *figures,
    )  # fmt: skip


def _wall_m(kind: str, root: str, design_type: DesignType) -> float:
    """Return how thick the walls of a hollow part are taken to be, metres; 0 for a solid one."""
    known = SHELLS_M.get(kind, 0.0)
    return known or (WALLS_M.get(design_type, 0.0) if root in HOLLOW_ROOTS else 0.0)


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

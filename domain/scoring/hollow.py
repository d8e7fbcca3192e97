"""How much material is in what is drawn solid: tubes have walls, metal furniture is sheet, crockery is thin.

The thicknesses are ours, ordinary ones of trade: steel tube 1.2 mm, sheet 0.6 to 1 mm, mouldings 3 mm, boards 18 mm.
"""

from itertools import pairwise
from math import dist, pi

from domain.scoring.grades import Substance
from domain.shapes import fill_of
from domain.spec import DesignObject, DesignType

SHELLS_M: dict[str, float] = {
    "fridge": 0.001, "oven": 0.001, "casing": 0.001, "drum_case": 0.002, "car_body": 0.003,
    "streamlined": 0.004, "fuselage": 0.003, "cab": 0.004, "cargo_box": 0.004, "balloon": 0.00015,
    "tank": 0.006, "hood": 0.002, "toaster_body": 0.0006, "robot_vacuum": 0.003, "radiator_sections": 0.002,
    "mouse_shell": 0.002, "wing": 0.006, "fin": 0.004, "sail": 0.001, "game_pad": 0.003, "puck": 0.003,
    "case_box": 0.003, "wire_wheel": 0.0005, "wheel": 0.003, "headboard": 0.012, "ribbed_can": 0.0006,
    "lamp_foot": 0.0015, "basket_wicker": 0.008,
}  # fmt: skip
"""Shapes that are drawn solid and are hollow in the world, and how thick their walls are taken to be."""
HOLLOW_ROOTS = frozenset((
    "rooms", "body", "case", "carcass", "cabin", "carriage", "locomotive", "housing", "tank", "hull", "tower",
    "attic", "canopy", "canopy_band", "cella", "inside", "storey", "envelope", "roof", "fuselage", "module", "plinth",
    "surround",
))  # fmt: skip
WALLS_M: dict[DesignType, float] = {"building": 0.25, "vehicle": 0.004, "appliance": 0.003, "electronics": 0.003}
"""How thick walls are of what is hollow by its name, where the kind of design tells."""
_BUILT_SHEET_M, _BUILT_SHEET_MOST_M = 0.002, 0.008
_TIMBER_WALL_M, _ROOFING_M, _BUILT_SLAB_M = 0.06, 0.03, 0.2
"""Frame, studs and boards of a wooden wall, spread over it; tiles or slates with their battens; what is cast."""
_PANE_M = 0.024
_ROOFS = frozenset(("roof", "spire", "porch_roof", "apse_roof", "tower_roof", "keep_roof", "ridge"))
_ROOFING = frozenset(("wood", "ceramic", "plant"))
SOLID_WORDS = frozenset((
    "anvil", "dumbbell", "kettlebell", "barbell", "weight", "hammer", "claw", "face", "axe", "blade", "knife", "sword",
    "dagger", "gear", "bolt", "nut", "screw", "nail", "key", "coin", "medal", "anchor", "bell", "chain",
    "spring", "horseshoe", "cutlery", "wrench", "pliers", "scissors", "axle", "ingot", "hook", "rivet", "crank",
    "cannon", "shovel", "spade", "pick", "chess", "trophy", "statue", "bust", "figure", "vice",
))  # fmt: skip
"""What is of solid metal, by the words of its name or of its thing's."""
LOOSE = {"books": 0.6, "slats": 0.4}
"""The share of its box that things fill which the drawing shows as one block."""
_SOLID_TO_M = 0.008
_TUBE_M, _SHEET_M, _LIGHT_SHEET_M, _CAST_M, _MOULDED_M, _BOARD_M = 0.0012, 0.001, 0.002, 0.005, 0.003, 0.018
_SPAN_M = 1.5
"""Longer things of metal have walls that are thicker in proportion."""
_GLAZED_SHARE, _GLAZED_MOST_M = 0.012, 0.012
_BOARDED_FROM_M = 0.06
_BOARDED = frozenset(("box", "cornice", "plinth", "pedestal"))
_BOXES, _BOXED_FROM_M = frozenset(("box", "casing", "case_box", "cut_shape")), 0.15
"""What is so thick and made of boards in any kind of thing is no block."""
_HORNS, _HORN_M = frozenset(("trumpet", "saxophone", "gramophone", "trombone", "tuba", "horn", "flute")), 0.0006
_SOUND_BOXES = frozenset(("sides", "soundbox"))
_OPEN = frozenset(("vessel", "open_box"))
"""Shapes that are drawn with their inner side."""
HULL_SHARE, HULL_MOST_M = 0.0012, 0.02
"""A hull is as thick as this share of its length."""
_LIGHT_KG_PER_M3 = 5000.0


def volume_of(thing: DesignObject, root: str, design_type: DesignType, stuff: Substance, surface_m2: float) -> float:
    """Return how much material is in an object, m³; `stuff` is what bears it, `surface_m2` all of its surface."""
    size = thing.dimensions
    solid = size.width * size.height * size.depth * fill_of(thing.type) * LOOSE.get(root, LOOSE.get(thing.type, 1.0))
    tube = _tube_m3(thing, stuff)
    if tube is not None:
        return tube
    wall_m = _wall_m(thing, root, design_type, stuff)
    return min(solid, wall_m * surface_m2) if wall_m else solid


def _wall_m(thing: DesignObject, root: str, design_type: DesignType, stuff: Substance) -> float:
    """Return how thick the walls of a hollow part are taken to be, metres; 0 for a solid one."""
    known = SHELLS_M.get(thing.type, 0.0)
    if thing.type == "cabinet":
        return _SHEET_M if stuff.family == "metal" else _BOARD_M
    if thing.type == "hull":
        return min(HULL_MOST_M, HULL_SHARE * max(thing.dimensions.depth, thing.dimensions.width))
    if known and stuff.name == "iron_cast":
        return max(known, _CAST_M)
    if known:
        return known * (3.0 if thing.type == "wheel" and stuff.density_kg_per_m3 < _LIGHT_KG_PER_M3 else 1.0)
    named = WALLS_M.get(design_type, 0.0) if root in HOLLOW_ROOTS else 0.0
    own = _wall_of_stuff_m(thing, root, design_type, stuff)
    return min(named, own) if named and own else named or own


def _wall_of_stuff_m(thing: DesignObject, root: str, design_type: DesignType, stuff: Substance) -> float:
    size = thing.dimensions
    thin, _, longest = sorted((size.width, size.height, size.depth))
    if thin < _SOLID_TO_M:
        return 0.0
    if design_type == "building":
        return _built_m(root, thing, stuff, thin, longest)
    if stuff.family == "metal":
        words = {*root.split("_"), *thing.type.split("_"), *thing.part_of.split("_")}
        if words & _HORNS:
            return _HORN_M
        sheet = _CAST_M if stuff.name == "iron_cast" else _SHEET_M
        sheet = _LIGHT_SHEET_M if stuff.density_kg_per_m3 < _LIGHT_KG_PER_M3 else sheet
        sheet *= 0.5 if thing.type in _OPEN else 1.0
        return 0.0 if words & SOLID_WORDS else sheet * max(1.0, longest / _SPAN_M)
    if stuff.family == "plastic":
        return _MOULDED_M
    if stuff.family == "ceramic":
        return min(_GLAZED_MOST_M, _GLAZED_SHARE * longest)
    if stuff.family == "wood" and root in _SOUND_BOXES:
        return _MOULDED_M
    if stuff.family != "wood":
        return 0.0
    if thing.type in _ROOFS:
        return _ROOFING_M
    is_boarded = design_type == "furniture" and {root, thing.type} & _BOARDED and thin > _BOARDED_FROM_M
    return _BOARD_M if is_boarded or (thing.type in _BOXES and thin > _BOXED_FROM_M) else 0.0


def _built_m(root: str, thing: DesignObject, stuff: Substance, thin: float, longest: float) -> float:
    """Return how thick the walls of a part of a building are; metal is sheet and profiles wherever it stands."""
    if stuff.family == "metal":
        return min(_BUILT_SHEET_MOST_M, _BUILT_SHEET_M * max(1.0, longest / _SPAN_M))
    if stuff.is_glass:
        return _PANE_M
    is_roof = root in _ROOFS or thing.type in _ROOFS
    if is_roof and (stuff.family in _ROOFING or stuff.name.startswith("slate")):
        return _ROOFING_M
    if stuff.family == "wood":
        return _TIMBER_WALL_M if root in HOLLOW_ROOTS or thin > _BUILT_SLAB_M + _TIMBER_WALL_M else 0.0
    return _BUILT_SLAB_M if is_roof else 0.0


def _tube_m3(thing: DesignObject, stuff: Substance) -> float | None:
    """Return the material of what follows a path; None for anything else."""
    if thing.type not in ("tubes", "bent_tube"):
        return None
    thick, length = thing.properties.get("thickness_m"), _length_m(thing)
    if not isinstance(thick, int | float) or not length:
        return None
    solid = pi * thick**2 / 4
    is_pipe = stuff.family == "metal" and thick >= _SOLID_TO_M and not {*thing.id.split("_")} & SOLID_WORDS
    return length * (min(solid, pi * thick * _TUBE_M) if is_pipe else solid)


def _length_m(thing: DesignObject) -> float:
    path, size = thing.properties.get("path"), thing.dimensions
    if not isinstance(path, list | tuple) or len(path) < 6:
        return 0.0
    share = 0.5 if thing.type == "bent_tube" else 1.0  # of the box that 1 in a path stands for
    sides = [share * side for side in (size.width, size.height, size.depth)]
    numbers = [float(one) if isinstance(one, int | float) else 0.0 for one in path]
    places = [tuple(numbers[at + axis] * sides[axis] for axis in range(3)) for at in range(0, len(numbers) - 2, 3)]
    counts, start, length = thing.properties.get("counts"), 0, 0.0
    for count in counts if isinstance(counts, list | tuple) and counts else [len(places)]:
        end = start + int(count) if isinstance(count, int | float) else len(places)
        length += sum(dist(one, other) for one, other in pairwise(places[start:end]))
        start = end
    return length

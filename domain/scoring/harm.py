"""Safety: hard edges, glass, shards, what may tip over, slippery floors, and what burns."""

from collections.abc import Mapping
from typing import Any

from domain.scoring.balance import AFLOAT, TILT_TEST_DEG, lean_of, standing_of
from domain.scoring.criterion import Criterion, Measured, inapplicable
from domain.scoring.curves import BEST, ramp, said_of
from domain.scoring.parts import Part
from domain.scoring.survey import Survey

EDGE_RADIUS_M = 0.002
KNIFE_M = 0.0005
SHARP_PROFILES = frozenset(("knife", "square"))
DEFAULT_RADIUS_M, DEFAULT_RADIUS_SHARE = 0.004, 0.1  # of engine.makers.basic.box
EDGE_SIDE_M = 0.05
REACH_LOW_M, REACH_HIGH_M = 0.1, 1.6
GLASS_BELOW_M = 0.8
GLASS_FROM_M2 = 0.1
TALL_M = 0.686
HEAVY_KG = 13.6
SLIPPERY_ROUGHNESS, GRIPPY_ROUGHNESS = 0.1, 0.6
EDGED_TYPES = frozenset(("box", "board", "slab", "table_top"))  # others do not tell how round they are
FLOOR_TYPES = frozenset(("floor",))
BRITTLE_FAMILIES = frozenset(("glass", "ceramic"))
BURNING_MATTERS = frozenset(("building", "interior"))
LITTLE = 0.4
MOVABLE_FIRE_WEIGHT = 0.5  # what can be carried out adds to a fire, and does not carry a house


def is_edged(part: Part, ground_m: float) -> bool:
    """Return whether a part is a hard box that people may run into, with side enough for an edge to matter."""
    size = part.thing.dimensions
    return (
        part.thing.type in EDGED_TYPES
        and not part.substance.is_soft
        and part.low[1] - ground_m < REACH_HIGH_M
        and part.high[1] - ground_m > REACH_LOW_M
        and max(size.width, size.depth) > EDGE_SIDE_M
    )


def rounding_of(part: Part) -> float:
    """Return the radius of a part's edges, metres, as its properties or the makers' defaults have it."""
    size, found = part.thing.dimensions, part.thing.properties
    if part.thing.type == "table_top":
        return KNIFE_M if found.get("profile") in SHARP_PROFILES else EDGE_RADIUS_M
    radius = found.get("radius_m")
    if isinstance(radius, int | float):
        return float(radius)
    return min(DEFAULT_RADIUS_M, DEFAULT_RADIUS_SHARE * min(size.width, size.height, size.depth))


def is_risky_glass(part: Part, ground_m: float) -> bool:
    """Return whether a part is a pane of glass low enough to fall into."""
    return (
        part.substance.is_glass
        and part.area_m2 > GLASS_FROM_M2
        and part.low[1] - ground_m < GLASS_BELOW_M
        and part.high[1] - ground_m > REACH_LOW_M
    )


def _safety(survey: Survey) -> Measured:
    if not survey.parts or survey.area_m2 <= 0:
        return inapplicable("there is nothing to be hurt by")
    ground = survey.layout.ground_m
    edged = rounded = glass = incombustible = brittle = 0.0
    sharp, pane, floor, grip = "", "", 0.0, 0.0
    has_edges = survey.spec.reading.design_type != "building"
    for part in survey.parts:
        incombustible += part.area_m2 * part.is_incombustible
        brittle += part.area_m2 * (part.substance.family in BRITTLE_FAMILIES)
        if part.substance.is_glass and is_risky_glass(part, ground):
            glass, pane = glass + part.area_m2, pane or part.thing.id
        if part.thing.type in FLOOR_TYPES:
            floor += part.area_m2
            grip += part.area_m2 * ramp(part.substance.roughness, SLIPPERY_ROUGHNESS, GRIPPY_ROUGHNESS)
        if has_edges and is_edged(part, ground):
            length = part.thing.dimensions.width + part.thing.dimensions.depth
            share = ramp(rounding_of(part), 0.0, EDGE_RADIUS_M)
            edged, rounded = edged + length, rounded + length * share
            sharp = sharp or (part.thing.id if share < 1 else "")
    tipping = None if survey.spec.reading.category in AFLOAT else _tipping(survey)
    shares = {"glass": 1 / (1 + 8 * glass / survey.area_m2)}
    burning = 1 - incombustible / survey.area_m2
    if survey.spec.reading.design_type in BURNING_MATTERS:
        shares["fire"] = 1 - burning
    else:
        shares |= {"fire": 1 - MOVABLE_FIRE_WEIGHT * burning, "shards": 1 - 0.7 * brittle / survey.area_m2}
    shares |= {"edges": rounded / edged} if edged else {}
    shares |= {"slipping": grip / floor} if floor else {}
    shares |= {"tipping": tipping[0]} if tipping else {}
    mean = sum(shares.values()) / len(shares)
    worst = min(shares, key=lambda name: shares[name])
    numbers: dict[str, Any] = {f"{name}_share": share for name, share in shares.items()}
    numbers |= {
        "combustible_surface_share": burning, "weakest": worst, "glass_in_reach_m2": glass, "first_pane": pane,
        "first_sharp_part": sharp, "edges_in_reach_m": 2 * edged,
        "tall_and_heavy_things": tipping[1] if tipping else 0,
        "tipping_angle_deg_min": tipping[2] if tipping else None,
    }  # fmt: skip
    return Measured(BEST * (0.75 * mean + 0.25 * shares[worst]), numbers)


def _tipping(survey: Survey) -> tuple[float, int, float] | None:
    """Return how safely things stand that are tall and heavy enough to hurt, how many, and the least angle."""
    angles = []
    for one in standing_of(survey):
        if one.thing.high[1] - one.thing.low[1] >= TALL_M:
            angle, _, mass = lean_of(survey, one)
            if mass >= HEAVY_KG:
                angles.append(angle)
    if not angles:
        return None
    shares = [ramp(angle, 0.0, 2 * TILT_TEST_DEG) for angle in angles]
    return sum(shares) / len(shares), len(angles), min(angles)


def _of(share: float) -> str:
    return "All" if share >= 0.995 else f"Only {share:.0%}" if share < LITTLE else f"{share:.0%}"


def _said(n: Mapping[str, Any]) -> str:
    match n["weakest"]:
        case "edges" if n["edges_share"] < 1:
            many = 1 - n["edges_share"]
            return f"{many:.0%} of the edges in reach are sharper than {EDGE_RADIUS_M * 1000:.0f} mm of radius"
        case "glass" if n["glass_in_reach_m2"]:
            return f"{said_of(n['glass_in_reach_m2'])} m² of glass stand lower than {GLASS_BELOW_M * 1000:.0f} mm"
        case "tipping":
            return f"What is tall and heavy falls when it leans by {n['tipping_angle_deg_min']:.0f}°"
        case "shards" if n["shards_share"] < 1:
            return f"{_of((1 - n['shards_share']) / 0.7)} of its surface breaks into shards"
        case "slipping":
            return "The floor is smooth enough to slip on when wet"
        case "fire" if n["combustible_surface_share"] > 0:
            return f"{_of(n['combustible_surface_share'])} of what is seen can burn"
        case _:
            return "No hard edge, low glass, shard or heavy thing that tips over was found"


SAFETY = Criterion(
    "safety",
    _safety,
    _said,
    "Three quarters the mean, one quarter the worst of: the share of incombustible surface (outside of buildings and"
    " rooms half as grave), there also of what leaves no shards; glass lower than 800 mm; edges in reach with a radius"
    " of 2 mm; angle at which things over 686 mm and 13.6 kg fall, best from 20°; grip of floors by the roughness of"
    " their material (a likeness, no pendulum test).",
    "classes A1 without testing: Commission Decision 96/603/EC; critical height of glazing in walls: Approved Document"
    " K (England), K4; tall and heavy: scope of ASTM F2057-23 (27 in, 30 lb); 2 mm and grip: this project",
)

"""Functionality: whether a design is what was asked for, holds together, suits its tasks, and can be reached."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.boxes import Triple
from domain.materials import CATALOGUE
from domain.scoring.criterion import Criterion, Measured, inapplicable
from domain.scoring.curves import BEST, ramp
from domain.scoring.grades import Substance
from domain.scoring.lasting import is_bearing, is_outdoors
from domain.scoring.parts import Part, root_of
from domain.scoring.survey import FLAT_M, ROOM_ROOTS, Layout, Survey, Thing
from domain.scoring.typical import TYPICAL
from domain.spec import Reading

TOUCH_M = 0.006
APPROACH_M = 0.6
CLEAR_WIDTH_M = 0.915
HEAD_M = 1.9
WAIST_M = 0.9
STRENGTH_BEST = 7.0
SOFT_TYPES = frozenset((
    "cushion", "pillow", "mattress", "duvet", "backrest", "soft_bag", "curtain", "rug", "laundry", "billow", "sail",
    "hammock_cloth", "chaise_back", "bolster",
))  # fmt: skip
CLEAR_TYPES = frozenset(("mirror_glass", "crystal", "lens", "glass_house", "visor", "gem"))
CLEAR_ROOTS = frozenset(("pane", "glass", "windshield", "windscreen", "lens"))
WET_TYPES = frozenset(("sink", "basin", "faucet", "pool", "spout", "bowl_of_water"))
SAILS = frozenset(("sail", "billow"))
"""Their paint is the colour of the cloth."""
FLOORED = frozenset(("facade", "wall", "rug", "floor"))
PANELS = frozenset(("table_top", "shelf", "shelf_unit", "railing", "parapet"))
"""What is commonly of toughened glass, and bears."""
_TOUGHENED = 0.8
BRIGHT_TYPES = frozenset(("lit_ring", "light_strip", "candle_flame", "bulb", "readout"))
_WET_BEST = 7.0
_MISSED_WEIGHT = 0.2
HANDLED = frozenset((
    "chair", "tool", "kitchenware", "tableware", "toy", "sport", "instrument", "household", "clothing", "luggage",
    "stationery", "phone", "computer", "peripheral", "gaming", "audio", "camera", "bicycle", "aircraft", "car",
    "motorcycle", "medical", "childcare", "garden", "weapon", "cleaning",
))  # fmt: skip
"""Categories of things that are carried or must move, and are the handier the lighter they are."""


def asked_of(reading: Reading) -> frozenset[str]:
    """Return the substances that were asked for: who wants marble, and takes the black one, wants no concrete."""
    named = (*reading.materials, *reading.part_materials.values())
    return frozenset(CATALOGUE[name].substance for name in named if name in CATALOGUE)


def suits(part: Part, *, outdoors: bool) -> float | None:
    """Return how well a part's material suits its task, in [0, 1]; None for parts with no task of their own."""
    kind, root, made_of = part.thing.type, part.root, part.substance
    if made_of.family == "light" or made_of.name.startswith("rubber"):
        return None  # what shines, or covers and grips
    if kind in SOFT_TYPES:
        is_cloth = made_of.is_soft or made_of.family == "textile" or (kind in SAILS and made_of.is_coat)
        return 1.0 if is_cloth else 0.15
    if kind in CLEAR_TYPES or root in CLEAR_ROOTS:
        return _clear(kind, made_of)
    if kind in WET_TYPES:
        return ramp(made_of.grades.weather, 2.0, _WET_BEST)
    if is_bearing(kind, root):
        strong = min(1.0, made_of.grades.strength / STRENGTH_BEST)
        if made_of.is_glass and (kind in PANELS or root in PANELS):
            strong = max(strong, _TOUGHENED)
        return strong * (0.6 + 0.4 * min(1.0, made_of.grades.weather / STRENGTH_BEST)) if outdoors else strong
    return None


def _clear(kind: str, made_of: Substance) -> float:
    if kind == "mirror_glass":
        return 1.0 if made_of.is_glass or made_of.family == "metal" else 0.2
    if made_of.is_transparent or made_of.is_glass:
        return 1.0
    return _TOUGHENED if made_of.family == "plastic" else 0.3  # a dark cover of a display


def _functionality(survey: Survey) -> Measured:
    if not survey.parts:
        return inapplicable("there is nothing to use")
    outdoors, asked = is_outdoors(survey), asked_of(survey.spec.reading)
    suited = tasks = 0.0
    unsuited, worst = "", 1.0
    for part in survey.parts:
        share = suits(part, outdoors=outdoors)
        if share is None or CATALOGUE[part.substance.name].substance in asked:
            continue
        tasks += part.area_m2
        suited += part.area_m2 * share
        if share < worst:
            unsuited, worst = part.thing.id, share
    missed = len(survey.spec.reading.not_understood)
    floating, approach, free, clashes = _arrangement(survey)
    shares = {"as_asked_share": 1 / (1 + _MISSED_WEIGHT * missed), "held_share": 1 - floating / len(survey.parts)}
    weights = {"as_asked_share": 1.0, "held_share": 1.0}
    if tasks:
        shares["suited_material_share"] = 0.7 * suited / tasks + 0.3 * worst
        weights["suited_material_share"] = 2.0
    if clashes is not None:
        shares["apart_share"], weights["apart_share"] = 1 - clashes, 1.0
    if approach is not None and free is not None:
        shares |= {"approachable_share": approach, "free_floor_share": free}
        shares["free_floor_score"] = ramp(free, 0.2, 0.65)
        weights |= {"approachable_share": 1.5, "free_floor_score": 1.0}
    lightness = _lightness(survey)
    if lightness is not None:
        shares["lightness_share"], weights["lightness_share"] = lightness, 1.0
    value = sum(shares[name] * weight for name, weight in weights.items()) / sum(weights.values())
    numbers = shares | {
        "not_understood": missed, "floating_parts": floating, "least_suited": unsuited, "least_suited_share": worst,
    }  # fmt: skip
    return Measured(BEST * value, numbers)


def _lightness(survey: Survey) -> float | None:
    """Return 0.8 where a thing that is carried or moves is as heavy as usual, more where it is lighter."""
    if survey.spec.reading.category not in HANDLED:
        return None
    usual = sum(TYPICAL.kinds[one.kind].mass_kg for one in survey.layout.things if one.kind in TYPICAL.kinds)
    return 1 / (1 + 0.25 * survey.mass_kg / usual) if usual else None


def _arrangement(survey: Survey) -> tuple[int, float | None, float | None, float | None]:
    """Return floating parts; the share of things that can be approached; free floor; the share of things that clash."""
    layout = survey.layout
    kept = layout.kept.get("arrangement")
    if kept is None:
        solid = _obstacles(layout)
        approach = free = clashes = None
        if layout.is_room and solid:
            approach = sum(_approaches(survey)) / len(solid)
            free = _free_floor(layout, [(one.low, one.high) for one in solid] + _built_in(layout))
        if len(layout.furniture) > 1:
            clashes = _clashing(survey) / len(layout.furniture)
        kept = layout.kept["arrangement"] = (_floating(layout.parts), approach, free, clashes)
    return kept  # type: ignore[return-value]


def _obstacles(layout: Layout) -> list[Thing]:
    """Return the things that one must walk around."""
    ground = layout.ground_m
    return [one for one in layout.furniture if one.high[1] > ground + FLAT_M and one.low[1] < ground + 2 * FLAT_M]


def _approaches(survey: Survey) -> list[float]:
    """Return how well each obstacle can be approached."""
    layout = survey.layout
    kept = layout.kept.get("approaches")
    if kept is None:
        solid = _obstacles(layout)
        kept = layout.kept["approaches"] = [_approach(one, solid, layout) for one in solid]
    return kept  # type: ignore[return-value]


def crowded(survey: Survey) -> list[Thing]:
    """Return the things in a room that cannot be approached well, the hardest first."""
    if not survey.layout.is_room:
        return []
    found = zip(_approaches(survey), _obstacles(survey.layout), strict=True)
    return [thing for share, thing in sorted(found, key=lambda one: one[0]) if share < 1]


def _approach(thing: Thing, solid: Sequence[Thing], layout: Layout) -> float:
    """Return 1 where some side has 915 mm of free floor before it, 0.7 at 600 mm, less below."""
    free = 0.0
    for axis, other in ((0, 2), (2, 0)):
        for sign in (1, -1):
            free = max(free, _free_before(thing, axis, other, sign, solid, layout))
            if free >= CLEAR_WIDTH_M:
                return 1.0
    return 0.7 * ramp(free, 0.1, APPROACH_M) + 0.3 * ramp(free, APPROACH_M, CLEAR_WIDTH_M)


def _free_before(thing: Thing, axis: int, other: int, sign: int, solid: Sequence[Thing], layout: Layout) -> float:
    """Return how far the floor is free in one direction, over the middle half of a thing's side, metres."""
    face = thing.high[axis] if sign > 0 else thing.low[axis]
    free = layout.high[axis] - face if sign > 0 else face - layout.low[axis]
    quarter = (thing.high[other] - thing.low[other]) / 4
    low, high = thing.low[other] + quarter, thing.high[other] - quarter
    for one in solid:
        if one is thing or one.high[other] <= low or one.low[other] >= high:
            continue
        gap = one.low[axis] - face if sign > 0 else face - one.high[axis]
        middle = (one.low[axis] + one.high[axis] - thing.low[axis] - thing.high[axis]) * sign
        if middle > 0:
            free = min(free, max(0.0, gap))
    return free


def _built_in(layout: Layout) -> list[tuple[Triple, Triple]]:
    """Return the boxes of what belongs to the room and is in the way: a kitchen's cabinets, a classroom's desks."""
    shell = [layout.parts[at] for thing in layout.things if layout.is_shell(thing) for at in thing.at]
    standing = [
        (one.low, one.high)
        for one in shell
        if one.root not in ROOM_ROOTS
        and one.thing.type not in FLOORED
        and one.low[1] < layout.ground_m + WAIST_M
        and one.high[1] > layout.ground_m + FLAT_M
    ]
    standing.sort(key=lambda box: -(box[1][0] - box[0][0]) * (box[1][2] - box[0][2]))
    return [one for at, one in enumerate(standing) if not any(_is_over(one, other) for other in standing[:at])]


def _is_over(one: tuple[Triple, Triple], other: tuple[Triple, Triple]) -> bool:
    """Return whether the middle of a box stands over another box, and takes no more floor."""
    return all(other[0][axis] <= (one[0][axis] + one[1][axis]) / 2 <= other[1][axis] for axis in (0, 2))


def _free_floor(layout: Layout, boxes: Sequence[tuple[Triple, Triple]]) -> float:
    whole = (layout.high[0] - layout.low[0]) * (layout.high[2] - layout.low[2])
    taken = sum((high[0] - low[0]) * (high[2] - low[2]) for low, high in boxes)
    return max(0.0, 1 - taken / whole) if whole > 0 else 0.0


def _clashing(survey: Survey) -> int:
    """Return how many things stand in others: by a third of the smaller's volume, box by box."""
    things = survey.layout.furniture
    found = set()
    for at, one in enumerate(things):
        for other in things[at + 1 :]:
            if _overlap(one.low, one.high, other.low, other.high) > 0 and _parts_clash(survey, one, other):
                found.add(one.name)
    return len(found)


def _parts_clash(survey: Survey, one: Thing, other: Thing) -> bool:
    parts = survey.parts
    shared = sum(
        _overlap(parts[a].low, parts[a].high, parts[b].low, parts[b].high) for a in one.at for b in other.at
    )  # fmt: skip
    smaller = min(sum(_volume(parts[at]) for at in thing.at) for thing in (one, other))
    return shared > smaller / 3


def _volume(part: Part) -> float:
    return (part.high[0] - part.low[0]) * (part.high[1] - part.low[1]) * (part.high[2] - part.low[2])


def _overlap(low: Triple, high: Triple, other_low: Triple, other_high: Triple) -> float:
    shared = 1.0
    for a, b, c, d in zip(low, high, other_low, other_high, strict=True):
        side = min(b, d) - max(a, c)
        if side <= 0:
            return 0.0
        shared *= side
    return shared


def _floating(parts: Sequence[Part]) -> int:
    """Return how many parts touch no other: by their boxes, swept along x."""
    if len(parts) < 2:
        return 0
    order = sorted(range(len(parts)), key=lambda at: parts[at].low[0])
    lonely = set(order)
    active: list[int] = []
    for at in order:
        low, high = parts[at].low, parts[at].high
        active = [one for one in active if parts[one].high[0] + TOUCH_M >= low[0]]
        for one in active:
            if one not in lonely and at not in lonely:
                continue
            other_low, other_high = parts[one].low, parts[one].high
            if (
                other_low[1] - TOUCH_M <= high[1]
                and low[1] - TOUCH_M <= other_high[1]
                and other_low[2] - TOUCH_M <= high[2]
                and low[2] - TOUCH_M <= other_high[2]
            ):
                lonely.discard(one)
                lonely.discard(at)
        active.append(at)
    return len(lonely)


def _said(n: Mapping[str, Any]) -> str:
    if n["floating_parts"]:
        return "1 part touches nothing" if n["floating_parts"] == 1 else f"{n['floating_parts']} parts touch nothing"
    if n["least_suited_share"] < 0.5 and n["suited_material_share"] < 0.9:
        return f"The material of the {root_of(n['least_suited']).replace('_', ' ')} does not suit its task"
    if n.get("approachable_share", 1.0) < 0.8:
        return f"{n['approachable_share']:.0%} of the things in the room can be approached well"
    if n.get("apart_share", 1.0) < 1:
        return f"{1 - n['apart_share']:.0%} of the things stand in one another"
    if n["not_understood"]:
        missed = "One wish" if n["not_understood"] == 1 else f"{n['not_understood']} wishes"
        return f"It holds together and its materials suit their tasks; {missed.lower()} of the prompt could not be met"
    room = f", and {n['free_floor_share']:.0%} of the floor is free" if "free_floor_share" in n else ""
    return f"It is what was asked for, holds together, and its materials suit their tasks{room}"


FUNCTIONALITY = Criterion(
    "functionality", _functionality, _said,
    "Weighted mean of: what was asked for and understood (1), parts that touch another (1), materials that suit what a"
    " part does: soft, clear, wet or bearing (2), things that stand in no other (1), mass against the"
    " usual one of what is carried or moves (1), in rooms things with 0.6 to 0.915"
    " m of free floor before a side (1.5) and free floor, best from 65 % (1).",
    "915 mm of clear width: 2010 ADA Standards, 403.5.1; strength and weather grades of this project",
)  # fmt: skip

"""Measurements of stairs, guards and ladders."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import atan2, cos, degrees

from domain.compliance.site import Site, each, is_upright, number, root_of
from domain.compliance.types import Measured, Value
from domain.spec import DesignObject

NO_STAIRS = "The design shows no stairs"
NO_SPIRAL = "The design shows no spiral stairs"
NO_GUARD = "The design shows no railing 762 mm or more above the ground"
RAISED_M = 0.762  # from which a walking surface needs a guard
_RISE_M = 0.175
_RAIL_M, _RAIL_SHARE, _POLE_SHARE = 0.95, 0.28, 0.09  # of a spiral stair's box, as its maker has them
_SAME_LINE_M = 0.02
ROW_MIN = 3


def _flights(site: Site) -> list[DesignObject]:
    return [thing for thing in site.things if thing.type in ("stairs", "steps")]


def _count(thing: DesignObject) -> float:
    return max(number(thing, "count", round(thing.dimensions.height / _RISE_M)), 1.0)


def stair_riser_height(site: Site) -> Measured:
    """Measure the risers of straight flights: height by number of steps."""
    return each(_flights(site), lambda thing: thing.dimensions.height / _count(thing), NO_STAIRS)


def stair_tread_depth(site: Site) -> Measured:
    """Measure the treads of straight flights from nosing to nosing: depth by number of steps."""
    return each(_flights(site), lambda thing: thing.dimensions.depth / _count(thing), NO_STAIRS)


def stair_width(site: Site) -> Measured:
    """Measure the width of straight flights over all; side boards and handrails narrow it further."""
    return each(_flights(site), lambda thing: thing.dimensions.width, NO_STAIRS)


def _spirals(site: Site) -> list[DesignObject]:
    return [thing for thing in site.things if thing.type == "spiral_stairs"]


def spiral_riser_height(site: Site) -> Measured:
    """Measure the risers of spiral stairs: the height of the highest tread by their number."""

    def riser(thing: DesignObject) -> float:
        high = thing.dimensions.height
        rise = high - min(_RAIL_M, high * _RAIL_SHARE)
        return rise / max(number(thing, "count", round(high * 0.75 / _RISE_M)), 1.0)

    return each(_spirals(site), riser, NO_SPIRAL)


def spiral_walk_width(site: Site) -> Measured:
    """Measure the way of spiral stairs between pole and rail."""

    def clear(thing: DesignObject) -> float:
        return min(thing.dimensions.width, thing.dimensions.depth) / 2 * (0.97 - _POLE_SHARE)

    return each(_spirals(site), clear, NO_SPIRAL)


def handrail_height(site: Site) -> Measured:
    """Measure the top of handrails above the line of nosings of the flight that they run along."""
    flights = {thing.part_of: thing for thing in _flights(site) if thing.rotation.y == 0.0}
    rails = [thing for thing in site.named("handrail") if thing.part_of in flights]

    def above(rail: DesignObject) -> float:
        flight = flights[rail.part_of]
        size, count = flight.dimensions, _count(flight)
        low, high = site.bounds[rail.id]
        going = size.depth / count
        steps = (flight.position.z + size.depth / 2 - (low[2] + high[2]) / 2) / going + 1
        nosing = flight.position.y + steps * size.height / count
        slope = atan2(size.height, size.depth)
        return (low[1] + high[1]) / 2 + rail.dimensions.width / 2 / cos(slope) - nosing

    return each(rails, above, "The design shows no handrail along a straight flight")


def guard_height(site: Site) -> Measured:
    """Measure level railings beside walking surfaces that lie high enough to need one."""
    rails = [
        thing
        for thing in site.things
        if thing.type in ("railing", "round_rail") and number(thing, "slope", 0.0) == 0.0 and is_upright(thing)
    ]
    return each(rails, lambda thing: thing.dimensions.height if site.bottom(thing) >= RAISED_M else None, NO_GUARD)


def _gaps(site: Site, bars: Sequence[DesignObject]) -> list[Value]:
    """Return the clear distances between neighbours among upright bars that stand in lines along x or z."""
    lines: dict[tuple[int, str, int], list[DesignObject]] = defaultdict(list)
    for bar in bars:
        for axis in (0, 2):
            low, high = site.bounds[bar.id]
            lines[axis, bar.part_of, round((low[axis] + high[axis]) / 2 / _SAME_LINE_M)].append(bar)
    found = []
    for (axis, _, _), line in lines.items():
        along = 2 - axis
        if len(line) < ROW_MIN:  # two bars opposite of each other are no row
            continue
        row = sorted(line, key=lambda bar: site.bounds[bar.id][0][along])
        for one, other in pairwise(row):
            gap = site.bounds[other.id][0][along] - site.bounds[one.id][1][along]
            if gap > 0:
                found.append(Value(other.id, gap))
    return found


def baluster_gap(site: Site) -> Measured:
    """Measure the openings between the balusters of stairs."""
    values = tuple(_gaps(site, site.named("baluster")))
    return Measured(values) if values else Measured(missing="The design shows no balusters one by one")


def crib_gap(site: Site) -> Measured:
    """Measure the openings between the bars of a crib."""
    values = tuple(_gaps(site, site.named("bar", "slat", "spindle", whole=("crib",))))
    return Measured(values) if values else Measured(missing="The design shows no crib with bars")


def rung_spacing(site: Site) -> Measured:
    """Measure how far the rungs or steps of a ladder are apart, upwards."""
    rungs = site.named("rung", "step", whole=("ladder", "bunk bed", "tree house"))
    by_ladder: dict[str, list[DesignObject]] = defaultdict(list)
    for rung in rungs:
        by_ladder[rung.part_of].append(rung)
    values = []
    for ladder in by_ladder.values():
        row = sorted(ladder, key=site.top)
        values += [Value(b.id, site.top(b) - site.top(a)) for a, b in pairwise(row)]
    return Measured(tuple(values)) if values else Measured(missing="The design shows no ladder with rungs")


def slide_incline(site: Site) -> Measured:
    """Measure the average incline of a slide's chute."""

    def incline(thing: DesignObject) -> float:
        return degrees(atan2(thing.dimensions.height, max(thing.dimensions.width, thing.dimensions.depth)))

    return each(site.named("chute", whole=("slide",)), incline, "The design shows no slide")


def bunk_guard_height(site: Site) -> Measured:
    """Measure the guards of an upper bunk above its mattress."""
    mattresses = [thing for thing in site.named("mattress") if root_of(thing.part_of) == "bunk bed"]
    upper = max(mattresses, key=site.top, default=None)
    if upper is None or site.bottom(upper) < RAISED_M:
        return Measured(missing="The design shows no bunk whose mattress lies 762 mm or higher")
    guards: dict[int, DesignObject] = {}
    for guard in site.named("guard", "end", whole=("bunk bed",)):
        if site.top(guard) > site.bottom(upper):
            away = (guard.position.z - upper.position.z, guard.position.x - upper.position.x)
            side = round(degrees(atan2(*away)) / 90) % 4
            guards[side] = max(guard, guards.get(side, guard), key=site.top)
    level = site.top(upper)
    return each(guards.values(), lambda guard: site.top(guard) - level, "The upper bunk has no guard")

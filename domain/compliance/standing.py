"""Measurements of how things stand and what they are made of."""

from collections import defaultdict
from math import atan2, degrees

from domain.boxes import middle_of
from domain.compliance.site import Site, each, is_of, is_upright, whole
from domain.compliance.types import Measured, Value
from domain.scoring.parts import part_of
from domain.spec import DesignObject

POSTS = ("leg", "post", "column", "pillar", "support", "pole", "stilt")
WALL_SHARE = 0.72  # of a facade's box is wall; the rest stands out of it
ONE_STOREY_M = 2.743
FOOT_M = 0.01
TOUCH_M = 0.005
THINGS_MAX = 400
_MASONRY = ("brick", "block")
Point = tuple[float, float]


def post_slenderness(site: Site) -> Measured:
    """Measure upright wooden posts and legs: length by the smaller side, both ends held."""

    def ratio(thing: DesignObject) -> float | None:
        side = min(thing.dimensions.width, thing.dimensions.depth)
        long = thing.dimensions.height
        return long / side if is_upright(thing) and is_of(thing, ("wood",)) and long > 3 * side else None

    return each(site.named(*POSTS), ratio, "The design shows no wooden posts or legs")


def _masonry(site: Site, *, is_tall: bool) -> Measured:
    def thickness(thing: DesignObject) -> float | None:
        is_stone = is_of(thing, ("stone",)) and "concrete" not in thing.material
        is_masonry = is_stone or any(word in thing.material for word in _MASONRY)
        if thing.type not in ("facade", "wall") or not is_masonry:
            return None
        if (thing.dimensions.height > ONE_STOREY_M) != is_tall:
            return None
        return thing.dimensions.depth * (WALL_SHARE if thing.type == "facade" else 1.0)

    kind = "more than 2.74 m high" if is_tall else "up to 2.74 m high"
    return each(site.things, thickness, f"The design shows no masonry wall {kind}")


def masonry_thickness_low(site: Site) -> Measured:
    """Measure masonry walls up to 2.74 m high (9 feet)."""
    return _masonry(site, is_tall=False)


def masonry_thickness_tall(site: Site) -> Measured:
    """Measure masonry walls more than 2.74 m high."""
    return _masonry(site, is_tall=True)


def tipping_angle(site: Site) -> Measured:
    """Measure by how much the whole may be tilted before its centre of mass is outside of what it stands on.

    Each object weighs what its evaluation says (`domain.scoring.parts`): hollow things are hollow; negative: it falls
    over by itself.
    """
    design_type = site.spec.reading.design_type
    weights = [(part_of(thing, design_type).mass_kg, middle_of(thing)) for thing in site.things]
    total = sum(mass for mass, _ in weights)
    if total <= 0:
        return Measured(missing="The design has no mass")
    x, y, z = (sum(mass * at[axis] for mass, at in weights) / total for axis in range(3))
    lowest = min(low[1] for low, _ in site.bounds.values())
    feet = _hull([
        corner
        for thing in site.things
        if site.bounds[thing.id][0][1] <= lowest + FOOT_M
        for x0, z0, x1, z1 in (site.plan(thing),)
        for corner in ((x0, z0), (x0, z1), (x1, z0), (x1, z1))
    ])  # fmt: skip
    margin = min(_inside(feet[i - 1], feet[i], (x, z)) for i in range(len(feet)))
    return whole(degrees(atan2(margin, max(y - lowest, 1e-9))))


def _hull(points: list[Point]) -> list[Point]:
    """Return the convex hull, counter-clockwise (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    chains: list[list[Point]] = []
    for row in (ordered, ordered[::-1]):
        chain: list[Point] = []
        for point in row:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        chains.append(chain[:-1])
    return chains[0] + chains[1]


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _inside(a: Point, b: Point, point: Point) -> float:
    """Return how far a point lies to the left of the line from a to b."""
    long = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5
    return _turn(a, b, point) / long if long else 0.0


def loose_parts(site: Site) -> Measured:
    """Count objects whose boxes reach neither the ground nor, through others, anything that does."""
    if len(site.things) > THINGS_MAX:
        return Measured(missing=f"The design has more than {THINGS_MAX} objects")
    lowest = min(low[1] for low, _ in site.bounds.values())
    beside = _touching(site)
    held = [thing.id for thing in site.things if site.bounds[thing.id][0][1] <= lowest + FOOT_M]
    seen = set(held)
    while held:
        for other in beside[held.pop()]:
            if other not in seen:
                seen.add(other)
                held.append(other)
    ceiling = max((site.bounds[wall.id][1][1] for wall in site.walls), default=None)
    loose = [
        thing.id
        for thing in site.things
        if thing.id not in seen and (ceiling is None or site.bounds[thing.id][1][1] < ceiling - 0.6)
    ]
    return Measured((Value(loose[0] if loose else "", len(loose)),))


def _touching(site: Site) -> dict[str, list[str]]:
    beside: dict[str, list[str]] = defaultdict(list)
    row = sorted(site.bounds.items(), key=lambda item: item[1][0][0])
    for i, (one, (low, high)) in enumerate(row):
        for other, (start, end) in row[i + 1 :]:
            if start[0] > high[0] + TOUCH_M:
                break
            if all(start[k] <= high[k] + TOUCH_M and low[k] <= end[k] + TOUCH_M for k in (1, 2)):
                beside[one].append(other)
                beside[other].append(one)
    return beside

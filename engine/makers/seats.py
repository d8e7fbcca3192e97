"""Makers of chair backs, shells, bent tubes, leaning legs and rockers; the front is +z."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.bending import flat_section, raked, rounded_path, shell_along, strip
from engine.parts.joinery import leg
from engine.parts.profiles import bevelled_outline, polygon, smooth
from engine.parts.soft import soft_box
from engine.parts.solids import Solid, ball, copies, cylinder, ellipsoid, moved, rounded_box, turned, union
from engine.parts.sweeping import sweep, tube
from engine.parts.turning import flowing, spun
from engine.shapes import Points


@dataclass(frozen=True, slots=True)
class _Back:
    """A chair back's plane: it leans from the front edge of its box at the bottom to the back edge at the top."""

    thing: Thing
    post: float
    bow: float

    def at(self, x: float, y: float) -> tuple[float, float, float]:
        """Return the place in the leaning, bowed plane for shares of half the width and of the height."""
        width, height, depth = self.thing.size
        lean = depth - self.post - self.bow
        z = lean * (0.5 - y) - self.bow * (1 - x**2) + self.bow / 2
        return (x * (width - self.post) / 2, y * height, z)

    def line(self, *places: tuple[float, float]) -> Points:
        """Return a smooth path through places of the plane."""
        knots = smooth(places, self.thing.detail.along(7))
        return np.array([self.at(float(x), float(y)) for x, y in knots])

    def posts(self) -> list[Solid]:
        """Return the two side posts, narrower towards the top."""
        size = np.array([1.0, 0.97, 0.9, 0.82])
        return [
            strip([self.at(x, y) for y in (0.0, 0.33, 0.66, 1.0)], self.post, self.post, scale=size) for x in (-1, 1)
        ]

    def rail(self, y: float, tall: float, crest: float = 0.0) -> Solid:
        """Return a rail from post to post around height `y`, raised in the middle by `crest`, both as shares."""
        path = [self.at(x, y + crest * (1 - x**2)) for x in np.linspace(-1.0, 1.0, self.thing.detail.along(10) + 1)]
        return strip(path, self.post * 0.62, tall * self.thing.height)

    def stick(self, path: Points, wide: float, thick: float, swell: float = 0.0) -> Solid:
        """Return an upright bar along a path, thicker in its middle by the share `swell`."""
        share = 1 + swell * np.sin(np.linspace(0.0, np.pi, len(path)))
        return strip(path, wide, thick, scale=share)


def _slats(back: _Back, count: int) -> list[Solid]:
    xs = [-1 + 2 * (step + 1) / (count + 1) for step in range(count)]
    sticks = [back.stick(back.line((x, 0.26), (x, 0.95)), back.post * 0.8, back.post * 0.35) for x in xs]
    return [*back.posts(), back.rail(0.26, 0.07), back.rail(0.93, 0.13, 0.03), *sticks]


def _ladder(back: _Back, count: int) -> list[Solid]:
    levels = np.linspace(0.3, 0.92, count)
    rungs = [back.rail(float(y), 0.075 + 0.05 * n / count, 0.02 + 0.02 * n / count) for n, y in enumerate(levels)]
    return [*back.posts(), *rungs, *(moved(ball(back.post * 0.5, 20), *back.at(x, 1.0)) for x in (-1, 1))]


def _rail(back: _Back, count: int) -> list[Solid]:
    return [*back.posts(), back.rail(0.87, 0.24), *(back.rail(0.5 - 0.2 * n, 0.05) for n in range(count - 1))]


def _spindles(back: _Back, count: int) -> list[Solid]:
    """Return a Windsor back: a bent hoop and turned spindles that fan out."""
    hoop = back.line((-0.82, 0.0), (-0.98, 0.45), (-0.86, 0.8), (-0.5, 0.97), (0, 1.0),
                     (0.5, 0.97), (0.86, 0.8), (0.98, 0.45), (0.82, 0.0))  # fmt: skip
    sticks = []
    for step in range(count):
        x = -0.72 + 1.44 * step / (count - 1)
        top = 0.985 - 0.3 * abs(x) ** 2.6
        sticks.append(tube(back.line((x * 0.62, 0.0), (x, top)), back.post * 0.21, back.thing.detail.around(12)))
    return [tube(hoop, back.post * 0.42, back.thing.detail.around(14)), *sticks]


def _splat(back: _Back, count: int) -> list[Solid]:
    """Return a Queen Anne back: a vase-shaped splat under a curved crest."""
    path = back.line((0, 0.12), (0, 0.98))
    share = np.linspace(0.0, 1.0, len(path))
    wide = np.interp(share, (0, 0.1, 0.3, 0.45, 0.7, 0.85, 1), (0.9, 0.6, 0.5, 0.85, 1.0, 0.6, 0.85))
    splat = strip(path, 0.36 * back.thing.width, back.post * 0.4, scale=np.column_stack([wide, np.ones(len(path))]))
    return [*back.posts(), back.rail(0.15, 0.07), back.rail(0.94, 0.12, 0.05), splat]


def _cross(back: _Back, count: int) -> list[Solid]:
    """Return a café back: a bent hoop crossed by two bows."""
    hoop = back.line((-1, 0), (-1, 0.5), (-0.9, 0.86), (-0.5, 1.0), (0.5, 1.0), (0.9, 0.86), (1, 0.5), (1, 0))
    arms = [
        back.stick(back.line((-side, 0.2), (0, 0.55), (side * 0.8, 0.95)), back.post * 0.6, back.post * 0.4)
        for side in (-1, 1)
    ]
    return [back.stick(hoop, back.post * 0.9, back.post * 0.9), *arms, back.rail(0.2, 0.06)]


def _balloon(back: _Back, count: int) -> list[Solid]:
    """Return a balloon back: a round hoop with a waist, and a carved rail."""
    hoop = back.line((-0.7, 0.0), (-0.62, 0.25), (-0.92, 0.6), (-0.72, 0.9), (0, 1.0),
                     (0.72, 0.9), (0.92, 0.6), (0.62, 0.25), (0.7, 0.0))  # fmt: skip
    scrolls = [
        back.stick(back.line((side * 0.72, 0.36), (side * 0.3, 0.44), (0, 0.36)), back.post * 0.5, back.post * 0.5)
        for side in (-1, 1)
    ]
    knob = moved(ball(back.post * 0.55, back.thing.detail.around(20)), *back.at(0, 0.4))
    return [back.stick(hoop, back.post, back.post * 0.9), *scrolls, knob]


def _wishbone(back: _Back, count: int) -> list[Solid]:
    """Return a Y back: a bent top rail on two posts, a splat that forks."""
    fork = [
        back.stick(back.line((side * 0.02, 0.1), (side * 0.06, 0.45), (side * 0.42, 0.94)), back.post, back.post * 0.35)
        for side in (-1, 1)
    ]
    top = [back.at(x, 0.94) for x in np.linspace(-1.0, 1.0, back.thing.detail.along(14) + 1)]
    return [*back.posts(), strip(top, back.post * 0.95, back.post * 0.9, corner=0.48), *fork]


def _gothic(back: _Back, count: int) -> list[Solid]:
    """Return pointed arches between posts that end in finials."""
    bays = max(2, count // 2)
    xs = np.linspace(-1.0, 1.0, bays + 1)
    bars = [back.stick(back.line((float(x), 0.2), (float(x), 0.7)), back.post * 0.5, back.post * 0.5) for x in xs[1:-1]]
    for low, high in pairwise(xs):
        for start, end in ((low, high), (high, low)):
            bow = back.line((start, 0.58), (start * 0.85 + end * 0.15, 0.72), ((start + end) / 2, 0.86))
            bars.append(back.stick(bow, back.post * 0.45, back.post * 0.5))
    tip = spun(flowing([(0.6, 0), (0.3, 0.3), (0.5, 0.6), (0.02, 1.6)], 4) * back.post, back.thing.detail.around(16))
    finials = [moved(tip, *np.add(back.at(x, 0.93), (0, 0, 0))) for x in (-1, 1)]
    gable = [back.stick(back.line((x, 0.86), (0, 0.99)), back.post * 0.7, back.post * 0.6) for x in (-1, 1)]
    return [*back.posts(), back.rail(0.2, 0.06), back.rail(0.86, 0.05), *bars, *gable, *finials]


def _woven(back: _Back, count: int) -> list[Solid]:
    """Return a plaited sheet between posts and rails: strands of wicker over and under each other."""
    width, height, depth = back.thing.size
    wide, tall = width - back.post, 0.64 * height
    columns = 14 if back.thing.detail.has_small_things else 7
    rows = max(2, round(columns * tall / wide))
    across, up = wide / columns, tall / rows
    spots = [(n % columns, n // columns) for n in range(columns * rows)]
    places = [((x + 0.5) * across - wide / 2, (y + 0.5) * up - tall / 2, (x + y) % 2) for x, y in spots]
    thick, sides = 0.4 * back.post, back.thing.detail.around(10)
    strands = (ellipsoid(across * 1.5, up * 0.86, thick, sides), ellipsoid(across * 0.86, up * 1.5, thick, sides))
    pads = [copies(strand, [(x, y, 0.0) for x, y, way in places if way == k]) for k, strand in enumerate(strands)]
    board = moved(rounded_box(wide, tall, 0.3 * thick, 0.1 * thick), y=-tall / 2)
    lean_deg = -np.degrees(np.arctan2(depth - back.post - back.bow, height))
    sheet = moved(turned(union([board, *pads]), x=lean_deg), *back.at(0, 0.585))
    return [*back.posts(), back.rail(0.24, 0.07), back.rail(0.93, 0.1, 0.03), sheet]


_BACKS: dict[str, Callable[[_Back, int], list[Solid]]] = {
    "slats": _slats, "ladder": _ladder, "rail": _rail, "spindles": _spindles, "splat": _splat, "cross": _cross,
    "balloon": _balloon, "wishbone": _wishbone, "gothic": _gothic, "woven": _woven,
}  # fmt: skip


@maker("chair_back", natural=(0.43, 0.45, 0.1))
def chair_back(thing: Thing) -> Made:
    """Make a wooden chair back that leans towards −z.

    `form` is slats, ladder, rail, spindles, splat, cross, balloon, wishbone, gothic or woven; `count` its slats,
    rungs or spindles, `post_m` the thickness of its posts, `bow_m` how far its middle is bent backwards.
    """
    bow = thing.number("bow_m", 0.02)
    back = _Back(thing, min(thing.number("post_m", 0.033), 0.2 * thing.width, 0.7 * thing.depth), bow)
    build = _BACKS.get(thing.text("form", "slats"), _slats)
    return thing.main(union(build(back, max(2, thing.count("count", 5, most=15)))))


_SHELLS: dict[str, tuple[tuple[float, float, float, float], ...]] = {  # z, y, width, curl; shares of the box
    "tulip": ((0.5, 0.1, 0.8, 0.1), (0.3, 0.08, 0.96, 0.3), (-0.1, 0.03, 1.0, 0.5), (-0.33, 0.1, 0.98, 0.5),
              (-0.42, 0.35, 0.95, 0.4), (-0.46, 0.7, 0.82, 0.2), (-0.5, 1.0, 0.62, 0.1)),
    "bucket": ((0.5, 0.06, 0.8, 0.0), (0.36, 0.09, 0.9, 0.05), (0.05, 0.05, 0.98, 0.12), (-0.2, 0.07, 1.0, 0.26),
               (-0.35, 0.18, 1.0, 0.36), (-0.42, 0.38, 1.0, 0.42), (-0.46, 0.68, 0.98, 0.4), (-0.5, 1.0, 0.9, 0.25)),
    "plywood": ((0.5, 0.0, 0.92, 0.0), (0.4, 0.07, 1.0, 0.02), (0.0, 0.04, 1.0, 0.05), (-0.25, 0.05, 0.9, 0.03),
                (-0.38, 0.2, 0.5, 0.0), (-0.43, 0.45, 0.72, 0.04), (-0.47, 0.75, 1.0, 0.14), (-0.5, 1.0, 0.9, 0.12)),
}  # fmt: skip


@maker("seat_shell", natural=(0.5, 0.42, 0.5))
def seat_shell(thing: Thing) -> Made:
    """Make a one-piece seat and back; `form` is tulip, bucket, plywood or barrel, `thickness_m` of the sheet."""
    rows = np.array(_SHELLS.get(thing.text("form", "bucket"), _SHELLS["bucket"]))
    width, height, depth = thing.size
    thick = thing.number("thickness_m", 0.012)
    profile = np.column_stack([rows[:, 0] * (depth - thick), rows[:, 1] * (height - thick)])
    curls = rows[:, 3] * min(depth, width) * 0.5
    return thing.main(shell_along(profile, rows[:, 2] * width, curls, thick, thing.detail))


@maker("bent_bar", fits=False)
def bent_bar(thing: Thing) -> Made:
    """Make a tube or bar bent along `path` (x, y, z triples as shares of half the box around its middle).

    `thickness_m` across, `bar_m` makes it a flat bar that wide, `radius_m` rounds the corners, `is_closed`, `is_smooth`
    runs a curve through the places instead.
    """
    flat = thing.numbers("path") or [0.0, -1.0, 0.0, 0.0, 1.0, 0.0]
    thick = min(thing.number("thickness_m", 0.025), max(thing.size))
    half = np.maximum(np.array(thing.size) - thick, 0.0) / 2
    places = np.array(flat[: len(flat) // 3 * 3]).reshape(-1, 3) * half + np.array([0.0, thing.height / 2, 0.0])
    closed = thing.flag("is_closed")
    if thing.flag("is_smooth"):
        line = smooth(places, thing.detail.along(8))
    else:
        line = rounded_path(places, thing.number("radius_m", thick * 2.5), thing.detail.along(5), closed=closed)
    if thing.number("bar_m", 0.0) > 0:
        return thing.main(sweep(flat_section(thing.number("bar_m", thick), thick), line, closed=closed))
    return thing.main(tube(line, thick / 2, thing.detail.around(14), closed=closed))


@maker("raked_leg", fits=False)
def raked_leg(thing: Thing) -> list[Piece]:
    """Make a leg whose foot stands `rake_x_m` and `rake_z_m` from under its top, level on the ground.

    The box holds all of it; `style` as of a leg; with `foot_material` it has a ferrule.
    """
    x, z = thing.number("rake_x_m", 0.0), thing.number("rake_z_m", 0.0)
    wide, deep = (max(side - abs(off), 0.05 * side) for side, off in ((thing.width, x), (thing.depth, z)))
    style = thing.text("style", "tapered")
    upright = leg(wide, thing.height, deep, style, thing.detail)
    pieces = [thing.main(upright)]
    if thing.text("foot_material", ""):
        foot = _ferrule(upright, min(0.06, thing.height * 0.15), style, thing)
        pieces = [thing.main(upright - foot), thing.sub("foot", foot)]
    return [
        Piece(_leaning(piece.solid, thing.height, x, z), piece.name, piece.material, piece.color) for piece in pieces
    ]


def _ferrule(upright: Solid, tall: float, style: str, thing: Thing) -> Solid:
    """Return a sleeve around a leg's lower end."""
    low = upright.trim_by_plane((0.0, -1.0, 0.0), -tall)
    if style not in ("round", "turned"):
        return low.scale((1.12, 1.0, 1.12))
    box = low.bounding_box()
    return cylinder(max(box[3] - box[0], box[5] - box[2]) / 2 * 1.1, tall, thing.detail.around(20))


def _leaning(solid: Solid, height: float, x: float, z: float) -> Solid:
    """Return a leg raked about the middle of its box."""
    return moved(raked(solid, height, x, z), x=-x / 2, z=-z / 2)


_WORN = 0.13  # of half a runner's length


@maker("rocker")
def rocker(thing: Thing) -> Made:
    """Make a runner along z whose ends rise to the height of its box; its middle is worn flat, so that it stands."""
    thick = min(0.03, thing.height * 0.6)
    share = np.linspace(-1.0, 1.0, thing.detail.along(20) + 1)
    rise = (thing.height - thick) * np.maximum(share**2 - _WORN**2, 0.0) + thick / 2
    path = np.column_stack([np.zeros(len(share)), rise, share * thing.depth / 2])
    return thing.main(strip(path, thing.width, thick, scale=np.interp(share, (-1, -0.8, 0.8, 1), (0.7, 1, 1, 0.7))))


@maker("saddle_seat", natural=(0.44, 0.045, 0.43))
def saddle_seat(thing: Thing) -> Made:
    """Make a carved wooden seat: two hollows beside a low ridge, edges thinned."""
    width, height, depth = thing.size

    def carve(points: Points) -> Points:
        shaped = points.copy()
        x, z = points[:, 0] / width * 2, points[:, 2] / depth * 2
        up = np.clip(points[:, 1] / height, 0.0, 1.0)
        hollow = np.exp(-(((np.abs(x) - 0.38) / 0.32) ** 2) - ((z + 0.05) / 0.55) ** 2)
        shaped[:, 1] -= up * height * 0.42 * hollow
        shaped[:, 0] *= 1 + 0.06 * z - 0.10 * np.clip(-z - 0.4, 0, 1)
        shaped[:, 2] += depth * 0.03 * (1 - x**2) * np.sign(z)
        return shaped

    return thing.main(soft_box(width * 0.96, height, depth * 0.96, height * 0.45, thing.detail, bend=carve,
                               spacing=width / 22))  # fmt: skip


@maker("woven_seat", natural=(0.42, 0.03, 0.4))
def woven_seat(thing: Thing) -> Made:
    """Make a seat of rush cord: four fields of ridges that meet in the diagonals."""
    width, height, depth = thing.size

    def weave(points: Points) -> Points:
        shaped = points.copy()
        x, z = np.abs(points[:, 0]) / width * 2, np.abs(points[:, 2]) / depth * 2
        cords = np.cos(np.maximum(x, z) * np.pi * 22)
        up = np.sign(points[:, 1] - height / 2)
        shaped[:, 1] += up * height * (0.06 * cords - 0.18 * (1 - np.maximum(x, z)))
        return shaped

    return thing.main(soft_box(width, height * 0.8, depth, height * 0.35, thing.detail, bend=weave, spacing=width / 44))


def _tub_outline(width: float, depth: float, detail: int) -> Points:
    """Return the plan (x, z) of a tub from its left front round the back to its right front."""
    straight = np.array([[-1.0, 1.0], [-1.0, 0.4]])
    angles = np.radians(np.linspace(180.0, 360.0, detail))
    curve = np.column_stack([np.cos(angles), 0.0 + 1.0 * np.sin(angles)])
    line = np.vstack([straight, curve, straight[::-1] * (-1, 1)])
    return line * (width / 2, depth / 2)


@maker("tub_base")
def tub_base(thing: Thing) -> Made:
    """Make the drum below a tub seat: straight in front, round behind."""
    plan = _tub_outline(thing.width, thing.depth, thing.detail.around(40) // 2)
    outline = polygon(plan * (1, -1))
    return thing.main(bevelled_outline(outline, thing.height, min(0.012, thing.height * 0.3), thing.detail.bevel))


@maker("tub_back")
def tub_back(thing: Thing) -> Made:
    """Make the back and arms of a tub in one: `flutes` upright channels, arms lower than the back."""
    width, height, depth = thing.size
    flutes, thick = thing.count("flutes", 13, most=31), min(0.075, width * 0.14)
    radius = thick / 2 * 1.12
    plan = _tub_outline(width - 2 * radius, depth - 2 * radius, 48)
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(plan, axis=0), axis=1))])
    places = (np.arange(flutes) + 0.5) / flutes * along[-1]
    each = along[-1] / flutes
    rolls = []
    for at in places:
        x, z = (float(np.interp(at, along, plan[:, axis])) for axis in (0, 1))
        share = 1 - abs(2 * at / along[-1] - 1)  # 0 at the fronts, 1 at the back
        tall = height * (0.62 + 0.38 * min(1.0, max(0.0, (share - 0.25) / 0.5)) ** 0.8) - each * 0.35
        roll = moved(cylinder(each * 0.56, tall, thing.detail.around(20)), x=x, z=z)
        cap = moved(ball(each * 0.56, thing.detail.around(20)).scale((1.0, 0.6, 1.0)), x=x, y=tall, z=z)
        rolls += [roll, cap]
    return thing.main(union(rolls))

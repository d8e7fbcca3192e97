"""Makers of balls with patterns, and of dice."""

import numpy as np

from engine.makers.base import Piece, Thing, maker
from engine.parts.profiles import arc
from engine.parts.solids import Solid, ball, moved, rod, rounded_box, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import torus
from engine.shapes import Points

_GOLDEN = (1 + 5**0.5) / 2
_PIPS = {1: [(0, 0)], 2: [(-1, -1), (1, 1)], 3: [(-1, -1), (0, 0), (1, 1)], 4: [(-1, -1), (1, 1), (-1, 1), (1, -1)]}
_PIPS[5] = [*_PIPS[4], (0, 0)]
_PIPS[6] = [*_PIPS[4], (-1, 0), (1, 0)]
_TURNS = {1: (0, 0, 0), 6: (180, 0, 0), 2: (90, 0, 0), 5: (-90, 0, 0), 3: (0, 0, -90), 4: (0, 0, 90)}


@maker("play_ball")
def play_ball(thing: Thing) -> list[Piece]:
    """Make a ball of `pattern` soccer, basketball, tennis, beach, bowling or plain; the sub-part is `second`."""
    pattern = thing.text("pattern", "plain")
    whole = ball(1.0, thing.detail.around(80))
    mark = {"soccer": _pentagons, "basketball": _seams, "tennis": _wave, "beach": _wedges, "bowling": _holes}.get(
        pattern
    )
    if mark is None:
        return [thing.main(whole)]
    cutter = mark(thing)
    second = ball(1.004 if pattern == "beach" else 0.994, thing.detail.around(80)) ^ cutter
    return [thing.main(whole - cutter), thing.sub("second", second, "rubber_black")]


def _icosahedron() -> Points:
    rows = [(0.0, a, b * _GOLDEN) for a in (-1, 1) for b in (-1, 1)]
    points = np.array([*rows, *((y, z, x) for x, y, z in rows), *((z, x, y) for x, y, z in rows)])
    unit: Points = points / np.linalg.norm(points, axis=1, keepdims=True)
    return unit


def _pentagons(thing: Thing) -> Solid:
    """Return cones through the twelve pentagons of a football, and thin grooves along its seams."""
    corners = _icosahedron()
    near = [[other for other in corners if 0.3 < float(corner @ other) < 0.99] for corner in corners]
    cones = []
    for corner, others in zip(corners, near, strict=True):
        rim = np.array([corner * 2 + other for other in others])
        rim *= 1.4 / np.linalg.norm(rim, axis=1, keepdims=True)
        cones.append(Solid.hull_points(np.vstack([rim, corner[None] * 0.75])))
    seams = [
        _groove((a * 2 + b), (a + b * 2))
        for i, a in enumerate(corners)
        for b in corners[i + 1 :]
        if 0.3 < float(a @ b) < 0.99
    ]
    return union([*cones, *(seams if thing.detail.has_small_things else [])])


def _groove(start: Points, end: Points) -> Solid:
    """Return a tube along the great circle between two directions, on the unit ball."""
    mix = np.linspace(0.0, 1.0, 4)[:, None]
    line = start * (1 - mix) + end * mix
    return tube(line / np.linalg.norm(line, axis=1, keepdims=True), 0.014, 6)


def _seams(thing: Thing) -> Solid:
    """Return the lines of a basketball: two great circles and two side arcs."""
    ring = torus(1.0, 0.03, thing.detail.around(80), 8)
    small = moved(torus(0.72, 0.03, thing.detail.around(64), 8), y=0.694)
    sides = [turned(moved(small, y=0.16 - 0.1), z=angle) for angle in (90.0, -90.0)]
    return union([ring, turned(ring, x=90.0), *(side.scale((1.0, 1.0, 1.0)) for side in sides)])


def _wave(thing: Thing) -> Solid:
    """Return the closed wave of a tennis ball's seam."""
    t = np.linspace(0.0, 2 * np.pi, thing.detail.along(96), endpoint=False)
    a, b = 0.75, 0.25
    line = np.column_stack(
        [a * np.cos(t) + b * np.cos(3 * t), a * np.sin(t) - b * np.sin(3 * t), 2 * (a * b) ** 0.5 * np.sin(2 * t)]
    )
    return tube(line / np.linalg.norm(line, axis=1, keepdims=True), 0.045, 8, closed=True)


def _wedges(thing: Thing) -> Solid:
    """Return three of six wedges about the y axis."""
    flat = [Solid.hull_points(_wedge(60.0 * step)) for step in (0, 2, 4)]
    return union(flat)


def _wedge(from_deg: float) -> Points:
    rim = arc(2.0, from_deg, from_deg + 60.0, 6)
    points = np.vstack([[(0.0, 0.0)], rim])
    return np.vstack([np.column_stack([points[:, 0], np.full(len(points), y), points[:, 1]]) for y in (-1.5, 1.5)])


def _holes(thing: Thing) -> Solid:
    hole = moved(rod(0.1, 0.6, thing.detail.around(24), axis="z"), z=0.9)
    return union([turned(hole, x=-40.0 + a, y=b) for a, b in ((0.0, -10.0), (0.0, 12.0), (24.0, 0.0))])


@maker("die")
def die(thing: Thing) -> list[Piece]:
    """Make a die with its number `face` up; the pips are sunk and the sub-part `pips`."""
    body = moved(rounded_box(1.0, 1.0, 1.0, 0.12, thing.detail.bevel + 1), y=-0.5)
    pip = ball(0.11, thing.detail.around(20))
    spots = [
        turned(union([moved(pip, x=0.26 * x, y=0.545, z=0.26 * z) for x, z in places]), *_TURNS[number])
        for number, places in _PIPS.items()
    ]
    up = thing.count("face", 1, most=6) or 1
    back = _TURNS[up]
    whole, marks = (turned(solid, *(-angle for angle in back)) for solid in (body, union(spots)))
    inset = turned(
        moved(rounded_box(0.985, 0.985, 0.985, 0.12, thing.detail.bevel + 1), y=-0.4925), *(-a for a in back)
    )
    return [thing.main(whole - marks), thing.sub("pips", marks ^ inset, "paint_black")]

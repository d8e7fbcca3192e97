"""What a watch is made of, lying flat: dial up, twelve o'clock to −z."""

from itertools import pairwise

import numpy as np

from engine.parts.detail import Detail
from engine.parts.gears import knurled
from engine.parts.profiles import Outline, annulus, bar, bevelled, circle, polygon, smooth, standing
from engine.parts.solids import Solid, cylinder, ellipsoid, moved, ring_of, turned, union
from engine.parts.sweeping import oval_link, tube
from engine.parts.turning import disc, hoop, lathe, torus
from engine.shapes import Points

ROMAN = ("XII", "I", "II", "III", "IIII", "V", "VI", "VII", "VIII", "IX", "X", "XI")
_WIDTHS = {"I": 0.34, "V": 0.72, "X": 0.74}


def _glyph(letter: str) -> Outline:
    """Return a Roman letter one unit high, its left foot at the origin."""
    thick, thin, serif = 0.17, 0.07, 0.06
    wide = _WIDTHS[letter]
    middle = wide / 2
    if letter == "I":
        strokes = [
            bar((middle, 0), (middle, 1), thick),
            bar((0.04, serif / 2), (wide - 0.04, serif / 2), serif),
            bar((0.04, 1 - serif / 2), (wide - 0.04, 1 - serif / 2), serif),
        ]
    elif letter == "V":
        strokes = [
            bar((0.14, 1), (middle, 0), thick),
            bar((wide - 0.1, 1), (middle, 0), thin),
            bar((0, 1 - serif / 2), (0.3, 1 - serif / 2), serif),
            bar((wide - 0.24, 1 - serif / 2), (wide, 1 - serif / 2), serif),
        ]
    else:
        strokes = [bar((0.12, 1), (wide - 0.12, 0), thick), bar((0.12, 0), (wide - 0.12, 1), thin)]
        strokes += [
            bar((at, y), (at + 0.26, y), serif) for at in (0.0, wide - 0.26) for y in (serif / 2, 1 - serif / 2)
        ]
    outline = strokes[0]
    for stroke in strokes[1:]:
        outline = outline + stroke
    return outline ^ polygon([(-1, 0), (2, 0), (2, 1), (-1, 1)])


def roman(text: str, height: float) -> Outline:
    """Return a Roman numeral in relief outline, centred on the origin."""
    width = sum(_WIDTHS[letter] for letter in text)
    outline, at = Outline(), -width / 2
    for letter in text:
        outline = outline + _glyph(letter).translate((at, -0.5))
        at += _WIDTHS[letter]
    squeeze = min(1.0, 1.5 / width)
    return outline.scale((height * squeeze, height))


def chapter(radius: float, height: float, relief: float, kind: str) -> Solid:
    """Return the twelve hour marks standing on y = 0 around `radius`: `roman`, `baton` or `dots`."""
    marks = Outline()
    for hour in range(12):
        mark = _mark(hour, height, kind)
        marks = marks + mark.translate((0.0, radius)).rotate(-30.0 * hour)
    return standing(marks, relief)


def _mark(hour: int, height: float, kind: str) -> Outline:
    if kind == "roman":
        return roman(ROMAN[hour], height)
    if kind == "dots":
        return circle(height * (0.3 if hour % 3 else 0.4), 24)
    wide = height * (0.2 if hour % 3 else 0.36)
    return bar((0, -height / 2), (0, height / 2), wide)


def minute_track(outer: float, depth: float, relief: float) -> Solid:
    """Return sixty minute strokes between two thin circles, standing on y = 0."""
    track = annulus(outer, outer - depth * 0.12, 120) + annulus(outer - depth * 0.88, outer - depth, 120)
    for minute in range(60):
        wide = depth * (0.34 if minute % 5 == 0 else 0.13)
        track = track + bar((0, outer - depth * 0.95), (0, outer - depth * 0.05), wide).rotate(6.0 * minute)
    return standing(track, relief)


def hand_outline(length: float, width: float, style: str) -> Outline:
    """Return a hand from its pivot at the origin towards +y: `spade`, `breguet`, `baton` or `sword`."""
    tail = bar((0, 0), (0, -length * 0.16), width * 0.5, width * 0.34)
    hub = circle(width * 0.85, 32)
    if style == "spade":
        leaf = smooth([(0, 0.98), (0.055, 0.86), (0.1, 0.76), (0.055, 0.7), (0.02, 0.68)], 6)
        leaf = np.vstack([leaf, leaf[::-1] * [-1, 1]]) * length
        stem = bar((0, 0), (0, length * 0.76), width * 0.5, width * 0.26)
        tip = bar((0, length * 0.9), (0, length), width * 0.2, width * 0.06)
        return hub + tail + stem + polygon(leaf) + tip
    if style == "breguet":
        moon = annulus(width * 0.85, width * 0.5, 40).translate((0, length * 0.7))
        return (
            hub
            + tail
            + bar((0, 0), (0, length * 0.66), width * 0.5, width * 0.34)
            + moon
            + bar((0, length * 0.72 + width * 0.3), (0, length), width * 0.5, width * 0.06)
        )
    if style == "sword":
        blade = polygon([(0, 0), (width * 0.62, length * 0.74), (0, length), (-width * 0.62, length * 0.74)])
        return hub + tail + blade + bar((0, 0), (0, length * 0.6), width * 0.3)
    return hub + tail + bar((0, 0), (0, length), width * 0.62, width * 0.5)


def hand(length: float, width: float, height: float, style: str, detail: Detail) -> Solid:
    """Return a hand with bevelled edges that points to −z, its pivot on the y axis."""
    plan = hand_outline(length, width, style)
    blade = (
        bevelled(plan, height * 0.6, min(height * 0.3, width * 0.05), 1)
        if detail.has_small_things
        else standing(plan, height * 0.6)
    )
    return union((blade, disc(width * 0.6, height, detail.around(28), edge=height * 0.15)))


def case_side(radius: float, height: float, detail: Detail, *, is_fluted: bool) -> Solid:
    """Return a watch case: a domed back and a rounded middle, hollow from above."""
    outer = smooth(
        [
            (radius * 0.42, 0.0),
            (radius * 0.74, height * 0.07),
            (radius * 0.93, height * 0.25),
            (radius * 0.985, height * 0.5),
            (radius * 0.95, height * 0.8),
            (radius * 0.93, height),
        ],
        detail.along(6),
    )
    floor = height * 0.2
    inside = [
        (radius * 0.885, height),
        (radius * 0.885, height * 0.36),
        (radius * 0.8, floor),
        (0.0, floor),
        (0.0, 0.0),
    ]
    body = lathe(np.vstack([outer, inside]), detail.around(96))
    if not (is_fluted and detail.has_small_things):
        return body
    bead = ellipsoid(height * 0.11, height * 0.4, radius * 0.052, detail.around(12))
    return union((body, ring_of(moved(bead, x=radius * 0.966, y=height * 0.52), 96)))


def bezel(radius: float, height: float, detail: Detail, *, style: str) -> Solid:
    """Return the ring that holds the glass, standing on y = 0: `coin` (ridged), `rivets`, `stepped` or `plain`."""
    inner = radius * 0.865
    profile = smooth(
        [
            (radius * 0.985, 0.0),
            (radius, height * 0.3),
            (radius * 0.975, height * 0.62),
            (radius * 0.945, height * 0.72),
            (radius * 0.925, height * 0.95),
            (radius * 0.89, height),
            (inner, height * 0.72),
        ],
        detail.along(4),
    )
    ring = lathe(np.vstack([profile, [(inner, 0.0)]]), detail.around(96))
    if not detail.has_small_things or style == "plain":
        return ring
    if style == "coin":
        ridge = ellipsoid(height * 0.2, height * 0.62, radius * 0.046, detail.around(12))
        return union((ring, ring_of(moved(ridge, x=radius * 0.982, y=height * 0.34), 108)))
    if style == "rivets":
        rivet = turned(disc(height * 0.16, height * 0.16, detail.around(16), edge=height * 0.07), z=-18.0)
        return union((ring, ring_of(moved(rivet, x=radius * 0.945, y=height * 0.66), 24)))
    return union(
        (
            ring,
            moved(
                hoop(radius * 0.9, radius * 0.875, height * 0.12, detail.around(96), edge=height * 0.04),
                y=height * 0.93,
            ),
        )
    )


def crystal(radius: float, height: float, detail: Detail) -> Solid:
    """Return a domed glass of even thickness, standing on its rim."""
    wall = max(height * 0.22, radius * 0.012)
    steps = detail.along(14)
    turn = np.linspace(0.0, np.pi / 2, steps + 1)
    outside = np.column_stack([radius * np.cos(turn) ** 0.55, height * np.sin(turn) ** 1.15])
    inside = np.column_stack([(radius - wall) * np.cos(turn) ** 0.55, (height - wall) * np.sin(turn) ** 1.15])
    outside[-1, 0] = inside[-1, 0] = 0.0
    return lathe(np.vstack([outside, inside[::-1]]), detail.around(80))


def crown(radius: float, length: float, detail: Detail) -> Solid:
    """Return a winding crown lying along −z from the origin: a neck, a fluted onion and a button."""
    neck = moved(
        lathe(
            [
                (0, 0),
                (radius * 0.62, 0),
                (radius * 0.5, length * 0.16),
                (radius * 0.5, length * 0.3),
                (0, length * 0.3),
            ],
            detail.around(32),
        )
    )
    collar = moved(torus(radius * 0.52, radius * 0.24, detail.around(32), 10), y=length * 0.2)
    knob = moved(knurled(radius, length * 0.56, 28, radius * 0.11, detail), y=length * 0.3)
    button = moved(disc(radius * 0.52, length * 0.18, detail.around(32), edge=length * 0.07), y=length * 0.82)
    return turned(union((neck, collar, knob, button)), x=-90.0)


def bow(width: float, length: float, wire: float, detail: Detail) -> Solid:
    """Return the bow (the ring the chain hangs from), flat in y = 0, its open end at z = 0, reaching to −length."""
    half = width / 2 - wire / 2
    reach = length - wire / 2
    side = [
        (half * 0.5, 0.0),
        (half * 0.86, reach * 0.16),
        (half, reach * 0.42),
        (half * 0.86, reach * 0.74),
        (half * 0.42, reach * 0.95),
    ]
    line = smooth([*side, (0.0, reach), *[(-x, z) for x, z in reversed(side)]], detail.along(5))
    path = np.column_stack([line[:, 0], np.zeros(len(line)), -line[:, 1]])
    thick = 1.0 + 0.35 * np.sin(np.linspace(0.0, np.pi, len(path)))
    ends = [
        moved(
            turned(disc(wire * 0.75, wire * 0.9, detail.around(20), edge=wire * 0.2), z=90.0),
            x=side_x * half * 0.5 + wire * 0.45,
        )
        for side_x in (-1.0, 1.0)
    ]
    return union((tube(path, wire / 2 / 1.2, detail.around(14), scale=thick), *ends))


def chain(path: Points, pitch: float, wire: float, detail: Detail) -> Solid:
    """Return links along a path, every other one tilted, each resting on the path's height."""
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    count = max(2, int(lengths[-1] / pitch))
    at = (np.arange(count) + 0.5) * lengths[-1] / count
    places = np.column_stack([np.interp(at, lengths, path[:, axis]) for axis in range(3)])
    ahead = np.column_stack(
        [np.interp(at + pitch * 0.3, lengths, path[:, axis]) for axis in range(3)]
    ) - np.column_stack([np.interp(at - pitch * 0.3, lengths, path[:, axis]) for axis in range(3)])
    link = oval_link(pitch * 1.62, pitch * 0.98, wire, detail.along(20), max(5, detail.along(8)))
    links = []
    for number, (place, direction) in enumerate(zip(places, ahead, strict=True)):
        heading = float(np.degrees(np.arctan2(direction[0], direction[2])))
        tilted = turned(turned(link, z=45.0 if number % 2 else -45.0), y=heading)
        low = tilted.bounding_box()[1]
        links.append(tilted.translate((place[0], place[1] - low, place[2])))
    return union(links)


def swivel(length: float, wire: float, detail: Detail) -> Solid:
    """Return a T-bar for a buttonhole lying along x on y = 0, with its eye to −z."""
    bar_solid = moved(turned(cylinder(wire * 0.62, length, detail.around(20)), z=-90.0), x=-length / 2)
    knobs = [moved(disc(wire, wire * 1.4, detail.around(20), edge=wire * 0.5), y=0.0)]
    ends = [moved(turned(knob, z=-90.0), x=side * length / 2 - wire * 0.7) for knob in knobs for side in (-1.0, 1.0)]
    eye = moved(torus(wire * 1.3, wire * 0.9, detail.around(24), 10), z=-wire * 1.6)
    return moved(union([bar_solid, *ends, eye]), y=wire)


def screw(radius: float, height: float, detail: Detail) -> Solid:
    """Return a slotted cheese-head screw standing on y = 0."""
    head = disc(radius, height, detail.around(24), edge=height * 0.25, steps=2)
    if not detail.has_small_things:
        return head
    slot = turned(standing(bar((-radius * 2, 0), (radius * 2, 0), radius * 0.28), height), y=27.0)
    return head - moved(slot, y=height * 0.6)


def bridge(points: list[tuple[float, float]], width: float, height: float, detail: Detail) -> Solid:
    """Return a bevelled plate with round ends that runs through plan points (x, y away)."""
    plan = Outline()
    segments = detail.around(32)
    for start, end in pairwise(points):
        plan = plan + bar(start, end, width * 0.8)
    for point in points:
        plan = plan + circle(width * 0.62, segments).translate(point)
    plan = plan.offset(width * 0.4, circular_segments=segments).offset(-width * 0.4, circular_segments=segments)
    return bevelled(plan, height, height * 0.22, 2 if detail.has_small_things else 1)


def balance(radius: float, height: float, detail: Detail) -> Solid:
    """Return a balance wheel: a rim with timing screws and two arms."""
    wheel = moved(
        hoop(radius * 0.9, radius * 0.76, height * 0.6, detail.around(64), edge=height * 0.08), y=height * 0.2
    )
    arms = moved(
        standing(bar((-radius * 0.8, 0), (radius * 0.8, 0), radius * 0.14) + circle(radius * 0.16, 24), height * 0.36),
        y=height * 0.3,
    )
    staff = cylinder(radius * 0.07, height, 16)
    if not detail.has_small_things:
        return union((wheel, arms, staff))
    peg = moved(turned(cylinder(height * 0.2, radius * 0.13, 12), z=-90.0), x=radius * 0.87, y=height * 0.5)
    return union((wheel, arms, staff, ring_of(peg, 14, first_deg=8.0)))


def mainplate(radius: float, height: float, detail: Detail) -> Solid:
    """Return the plate that carries the train, with concentric turned grooves."""
    plate = disc(radius, height, detail.around(80), edge=height * 0.15)
    if not detail.has_small_things:
        return plate
    grooves = [
        moved(hoop(radius * at, radius * (at - 0.012), height * 0.2, detail.around(80)), y=height * 0.88)
        for at in np.linspace(0.2, 0.94, 9)
    ]
    return plate - union(grooves)


def guilloche_ring(outer: float, inner: float, height: float, detail: Detail) -> Solid:
    """Return the dial's ring with a raised inner and outer lip."""
    ring = hoop(outer, inner, height * 0.7, detail.around(96))
    lips = [
        hoop(outer, outer - height * 1.2, height, detail.around(96), edge=height * 0.25),
        hoop(inner + height * 1.6, inner, height * 1.15, detail.around(96), edge=height * 0.3),
    ]
    return union([ring, *lips])


def ground_curve(points: list[tuple[float, float]], steps: int, *, start_height: float = 0.0) -> Points:
    """Return a smooth path through (x, z) points that comes down from `start_height` to the ground within a tenth."""
    line = smooth(points, steps)
    fall = np.clip(1 - np.linspace(0.0, 10.0, len(line)), 0.0, 1.0)
    return np.column_stack([line[:, 0], start_height * fall * fall * (3 - 2 * fall), line[:, 1]])

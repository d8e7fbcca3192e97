"""Makers of frames and machines: tubes, side shapes, plan shapes, cabs, chains, wire wheels, tracks; front to +z."""

from itertools import pairwise

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.detail import Detail
from engine.parts.profiles import (
    Flat,
    Outline,
    arc,
    circle,
    eased,
    facing,
    polygon,
    rounded_rectangle,
    sideways,
    standing,
)
from engine.parts.soft import soft_box
from engine.parts.solids import Solid, above, ball, block, hull_of, moved, ring_of, rod, rounded_box, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import disc, lathe, torus


@maker("tubes")
def tubes(thing: Thing) -> Made:
    """Make round tubes: `path` (x, y, z as shares of the box), `counts` points in each, `thickness_m`, `bend_m`."""
    thick = min(thing.number("thickness_m", 0.1 * min(thing.size)), *thing.size)
    room = np.array(thing.size) - thick
    low = np.array([-thing.width / 2, 0.0, -thing.depth / 2]) + thick / 2
    flat = thing.numbers("path") or [0.0, 0.0, 0.0, 1.0, 1.0, 1.0]
    places = low + np.array(flat[: len(flat) // 3 * 3]).reshape(-1, 3) * room
    sides, start, parts = thing.detail.around(12), 0, []
    for count in thing.numbers("counts") or [len(places)]:
        line = places[start : start + int(count)]
        start += int(count)
        if len(line) >= 2:
            parts.append(tube(_bent(line, thing.number("bend_m", 0.0), thing.detail), thick / 2, sides))
            parts += [moved(ball(thick / 2, sides), *line[end]) for end in (0, -1)]
    return thing.main(union(parts).simplify(thick * 2e-3))


def _bent(line: Flat, radius: float, detail: Detail) -> Flat:
    """Return the line with its corners rounded."""
    if radius <= 0 or len(line) < 3:
        return line
    points = [line[0]]
    share = np.linspace(0.0, 1.0, detail.along(6) + 1)[:, None]
    for before, corner, after in zip(line, line[1:], line[2:], strict=False):
        one, two = before - corner, after - corner
        reach_one, reach_two = (min(radius, 0.48 * float(np.linalg.norm(side))) for side in (one, two))
        start = corner + one / np.linalg.norm(one) * reach_one
        end = corner + two / np.linalg.norm(two) * reach_two
        points += list((1 - share) ** 2 * start + 2 * share * (1 - share) * corner + share**2 * end)
    return np.array([*points, line[-1]])


def _outline(thing: Thing, wide: float, high: float) -> Outline:
    flat = thing.numbers("outline") or [-1, 0, 1, 0, 1, 1, -1, 1]
    points = np.array(flat[: len(flat) // 2 * 2]).reshape(-1, 2) * [wide / 2, high]
    outline = polygon(points)
    soft = thing.number("round_m", 0.0)
    return eased(outline, soft, thing.detail.around(24)) if soft else outline


def _layers(outline: Outline, wide: float, edge: float, steps: int) -> list[tuple[Outline, float]]:
    """Return outlines and thicknesses that together have rounded edges."""
    angles = np.linspace(0.0, np.pi / 2, steps + 1)
    layers = [(outline.offset(-edge * (1 - np.sin(a))), wide - 2 * edge * (1 - np.cos(a))) for a in angles]
    return [(flat, thick) for flat, thick in layers if not flat.is_empty() and thick > 0]


@maker("side_shape")
def side_shape(thing: Thing) -> Made:
    """Make a side view as thick as the box is wide: `outline` (z, y; z from −1 to 1), `edge_m`, `round_m`."""
    outline = _outline(thing, thing.depth, thing.height)
    edge = min(thing.number("edge_m", 0.04 * min(thing.size)), 0.45 * thing.width)
    layers = _layers(outline, thing.width, edge, thing.detail.bevel)
    return thing.main(union([sideways(flat, thick) for flat, thick in layers]))


@maker("plan_shape")
def plan_shape(thing: Thing) -> Made:
    """Make a plan as thick as the box is high: `outline` (x, −z; each from −1 to 1), `edge_m`, `round_m`."""
    outline = _outline(thing, thing.width, thing.depth / 2)
    edge = min(thing.number("edge_m", 0.3 * thing.height), 0.45 * thing.height)
    layers = _layers(outline, thing.height, edge, thing.detail.bevel)
    return thing.main(union([moved(standing(flat, thick), y=-thick / 2) for flat, thick in layers]))


@maker("cab")
def cab(thing: Thing) -> list[Piece]:
    """Make a glazed cab with a seat: side `outline` (z, y), `belt` where the glass starts, `pillar_m`, `is_open`."""
    width, height, depth = thing.size
    outline = eased(_outline(thing, depth, height), 0.04 * height, thing.detail.around(24))
    pillar, belt = thing.number("pillar_m", 0.05 * depth), thing.number("belt", 0.38) * height
    upper = polygon([(-depth, belt), (depth, belt), (depth, height * 0.9), (-depth, height * 0.9)])
    side = eased(outline.offset(-pillar) ^ upper, 0.03 * height)
    body = sideways(outline, width)
    room = sideways(outline.offset(-0.55 * pillar), width - 1.1 * pillar)
    ends = facing(rounded_rectangle(width - 2 * pillar, height * 0.9 - belt - pillar * 0.4, 0.04 * height), depth * 2)
    openings = union([sideways(side, width * 2), moved(ends, y=(belt + height * 0.9) / 2)])
    roof = moved(
        rounded_box(width * 1.03, height * 0.07, _reach(outline, height) * 1.06, height * 0.03), y=height * 0.94,
        z=_middle(outline, height),
    )  # fmt: skip
    seat = _seat(0.42 * width, thing.detail)
    floor = moved(seat, y=0.55 * pillar, z=-0.16 * depth)
    pieces = [thing.main(union((body - room - openings, roof)))]
    if not thing.flag("is_open"):
        pane = sideways(outline.offset(-0.2 * pillar), width - 0.4 * pillar) - sideways(
            outline.offset(-0.45 * pillar), width - 0.9 * pillar
        )
        pieces.append(thing.sub("glass", pane ^ openings, "glass_tinted"))
    return [*pieces, thing.sub("seat", floor, "leather_black")]


def _reach(outline: Outline, height: float) -> float:
    return float(np.ptp(_roof_line(outline, height)))


def _middle(outline: Outline, height: float) -> float:
    line = _roof_line(outline, height)
    return float(line.min() + line.max()) / 2


def _roof_line(outline: Outline, height: float) -> Flat:
    points = np.vstack(outline.to_polygons())
    return np.asarray(points[points[:, 1] > 0.85 * height, 0], dtype=np.float64)


def _seat(size: float, detail: Detail) -> Solid:
    post = block(size * 0.4, size * 0.6, size * 0.4)
    base = moved(soft_box(size, size * 0.26, size, size * 0.1, detail), y=size * 0.55)
    back = moved(
        turned(soft_box(size, size * 1.1, size * 0.22, size * 0.09, detail), x=-8.0), y=size * 0.7, z=-size * 0.42
    )
    return union((post, base, back))


@maker("seat_saddle")
def saddle(thing: Thing) -> Made:
    """Make a bicycle saddle, its nose to +z."""
    width, height, depth = thing.size
    plan = np.array([(0.1, 1.0), (0.13, 0.55), (0.22, 0.1), (0.7, -0.45), (1.0, -0.78), (0.85, -1.0)])
    plan = np.vstack([plan, plan[::-1] * [-1, 1]]) * [width / 2, -depth / 2]
    outline = eased(polygon(plan), 0.05 * depth, 24)
    layers = _layers(outline, height * 0.62, height * 0.25, thing.detail.bevel + 1)
    top = union([moved(standing(flat, thick), y=height * 0.69 - thick / 2) for flat, thick in layers])
    rails = union(
        [moved(rod(height * 0.06, depth * 0.6, 10, axis="z"), x=x * width, y=height * 0.28) for x in (-0.08, 0.08)]
    )
    clamp = moved(block(width * 0.26, height * 0.4, depth * 0.12), z=-depth * 0.12)
    return [thing.main(top), thing.sub("rails", union((rails, clamp)), "steel_brushed")]


@maker("wire_wheel")
def wire_wheel(thing: Thing) -> list[Piece]:
    """Make a wheel of crossing wires on an axle along x: `spokes`, `tyre` and `rim` as shares of the radius."""
    radius, width, detail = thing.height / 2, thing.width, thing.detail
    rubber = min(max(thing.number("tyre", 0.09), 0.03), 0.4) * radius
    rim = min(max(thing.number("rim", 0.045), 0.02), 0.2) * radius
    hub = max(thing.number("hub", 0.055) * radius, 0.1 * width)
    segments = detail.around(72)
    tyre = torus(radius - rubber / 2, rubber, segments, detail.around(14)).scale(
        (1.0, min(width * 0.62 / rubber, 1.6), 1.0)
    )
    inner = radius - rubber * 0.72
    thick = min(width * 0.5, rubber)
    ring = lathe(
        [(inner - rim, -thick * 0.2), (inner - rim, thick * 0.2), (inner, thick * 0.45), (inner, -thick * 0.45)],
        segments,
    )
    count = max(8, thing.count("spokes", 28, most=72)) // (1 if detail.has_small_things else 2)
    wires = _wires(count, hub, inner - rim * 0.5, width, thing.number("wire", 0.006) * radius)
    flanges = [moved(disc(hub, width * 0.05, 24), y=side * width * 0.36 - width * 0.025) for side in (-1, 1)]
    core = moved(disc(hub * 0.62, width, 24), y=-width / 2)
    solids = [union([ring, *flanges, core]), tyre, wires]
    solids = [moved(turned(solid, z=-90.0), y=radius) for solid in solids]
    return [
        thing.main(solids[0]), thing.sub("tyre", solids[1], "rubber_black"), thing.sub("wires", solids[2], "chrome")
    ]  # fmt: skip


def _wires(count: int, hub: float, rim: float, width: float, radius: float) -> Solid:
    """Return wires from the hub's two flanges to the rim, each leaving the hub at a tangent."""
    wires = []
    for step in range(count):
        angle = 2 * np.pi * step / count
        lead = angle + (1.0 if step % 4 < 2 else -1.0)
        side = width * (0.36 if step % 2 else -0.36)
        start = np.array([hub * 0.85 * np.cos(lead), side, hub * 0.85 * np.sin(lead)])
        end = np.array([rim * np.cos(angle), 0.0, rim * np.sin(angle)])
        wires.append(tube(np.array([start, end]), radius, 5))
    return union(wires)


@maker("roller_chain")
def roller_chain(thing: Thing) -> Made:
    """Make a chain round two sprockets in the plane x = 0: the larger, at the front (+z), fills the box's height.

    `small` is the smaller one's share of the larger; teeth show between the links.
    """
    big, detail = thing.height / 2, thing.detail
    small = big * min(max(thing.number("small", 0.45), 0.1), 1.0)
    front, rear = (thing.depth / 2 - big, big), (-thing.depth / 2 + small, big)
    band = big * 0.11
    outer = _belt(front, big, rear, small, detail)
    inner = outer.offset(-band)
    width = thing.width * 0.5
    links = sideways(outer - inner, width)
    wheels = [
        moved(_sprocket(radius - band * 0.4, thing.width * 0.4, detail), y=at[1], z=at[0])
        for at, radius in ((front, big), (rear, small))
    ]
    pins = _pins(outer.offset(-band / 2), band * 0.3, thing.width, thing.count("links", 54))
    return [
        thing.main(union([links, pins])),
        thing.sub("sprocket", union(wheels), "steel_brushed"),
    ]


def _belt(front: tuple[float, float], big: float, rear: tuple[float, float], small: float, detail: Detail) -> Outline:
    segments = detail.around(56)
    rings = [circle(radius, segments).translate(at) for at, radius in ((front, big), (rear, small))]
    return type(rings[0]).batch_hull(rings)


def _sprocket(radius: float, width: float, detail: Detail) -> Solid:
    plan = circle(radius, detail.around(56)) - circle(radius * 0.84, detail.around(40))
    plan = plan + circle(radius * 0.3, 24)
    for step in range(5):
        spoke = polygon(
            [(0, -radius * 0.09), (radius * 0.9, -radius * 0.05), (radius * 0.9, radius * 0.05), (0, radius * 0.09)]
        )
        plan = plan + spoke.rotate(72.0 * step + 12)
    return sideways(plan, width)


def _pins(line: Outline, radius: float, width: float, count: int) -> Solid:
    loop = np.asarray(line.to_polygons()[0])
    loop = np.vstack([loop, loop[:1]])
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(loop, axis=0), axis=1))])
    places = np.linspace(0.0, along[-1], count, endpoint=False)
    pin = rod(radius, width, 6)
    return union(
        [moved(pin, y=float(np.interp(s, along, loop[:, 1])), z=float(np.interp(s, along, loop[:, 0]))) for s in places]
    )


@maker("track", natural=(0.5, 0.9, 3.2))
def track(thing: Thing) -> list[Piece]:
    """Make a crawler track: shoes round two sprockets, with rollers between."""
    width, height, depth = thing.size
    lug = height * 0.045
    radius = height / 2 - lug
    ends = [((depth / 2 - radius - lug), height / 2), (-(depth / 2 - radius - lug), height / 2)]
    outer = _belt(ends[0], radius, ends[1], radius, thing.detail)
    band = sideways(outer - outer.offset(-height * 0.06), width)
    line = outer.offset(lug * 0.2)
    shoes = _shoes(line, width, lug, thing.count("shoes", 44))
    wheels = [moved(rod(radius * 0.88, width * 0.5, thing.detail.around(40)), y=y, z=z) for z, y in ends]
    count = 5
    small = height * 0.17
    rollers = [
        moved(rod(small, width * 0.6, thing.detail.around(24)), y=lug + small + height * 0.05,
        z=(step / (count - 1) - 0.5) * depth * 0.62) for step in range(count)
    ]  # fmt: skip
    beam = moved(rounded_box(width * 0.55, height * 0.36, depth * 0.66, height * 0.05), y=height * 0.34)
    hubs = [moved(rod(radius * 0.35, width * 0.66, 24), y=y, z=z) for z, y in ends]
    return [
        thing.main(union([beam, *hubs])), thing.sub("belt", union((band, shoes)), "iron_black"),
        thing.sub("rollers", union([*wheels, *rollers]), "steel_brushed"),
    ]  # fmt: skip


def _shoes(line: Outline, width: float, lug: float, count: int) -> Solid:
    loop = np.asarray(line.to_polygons()[0])
    loop = np.vstack([loop, loop[:1]])
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(loop, axis=0), axis=1))])
    shoes = []
    for s in np.linspace(0.0, along[-1], count, endpoint=False):
        here = np.array([np.interp(s, along, loop[:, axis]) for axis in (0, 1)])
        near = np.array([np.interp((s + 0.01) % along[-1], along, loop[:, axis]) for axis in (0, 1)])
        angle = np.degrees(np.arctan2(*(near - here)[::-1]))
        shoe = moved(block(width, lug * 1.6, lug * 1.1), y=-lug * 0.8)
        shoes.append(moved(turned(shoe, x=-angle), y=here[1], z=here[0]))
    ground = float(loop[:, 1].min()) - lug * 0.8  # a shoe that tilts where the track bends must not reach lower
    return above(union(shoes), ground)


@maker("lamp_round")
def lamp_round(thing: Thing) -> list[Piece]:
    """Make a round headlamp facing +z: a bowl with a rim and a lens."""
    radius, depth = thing.width / 2, thing.depth
    line = [
        (radius * 0.25, 0.0), (radius * 0.72, depth * 0.28), (radius * 0.95, depth * 0.72), (radius * 0.98,
        depth * 0.9),
    ]  # fmt: skip
    bowl = turned(lathe([(0, 0), *line, (0, depth * 0.9)], thing.detail.around(36)), x=90.0)
    rim = moved(turned(torus(radius * 0.92, radius * 0.16, thing.detail.around(36), 10), x=90.0), z=depth * 0.88)
    lens = moved(ball(1.0, thing.detail.around(28)).scale((radius * 0.86, radius * 0.86, depth * 0.16)), z=depth * 0.88)
    solids = [moved(solid, y=radius) for solid in (union((bowl, rim)), lens - bowl)]
    return [thing.main(solids[0]), thing.sub("lens", solids[1], "glass_clear")]


@maker("cylinder_finned")
def finned(thing: Thing) -> Made:
    """Make an engine's cylinder with cooling fins, standing."""
    width, height, depth = thing.size
    core = rounded_box(width * 0.74, height, depth * 0.74, 0.12 * width)
    count = max(4, thing.count("fins", 8))
    fin = rounded_box(width, height * 0.42 / count, depth, 0.15 * width * 0.1, 1)
    fins = [moved(fin, y=height * (0.06 + 0.76 * step / (count - 1))) for step in range(count)]
    return thing.main(union([core, *fins]))


@maker("rotor", fits=False)
def rotor(thing: Thing) -> list[Piece]:
    """Make a lying rotor: `blades` long thin blades, slightly drooping, on a hub; the box is the swept disc's."""
    radius, height = thing.width / 2, thing.height
    count = max(2, thing.count("blades", 4, most=8))
    chord = thing.number("chord", 0.06) * radius
    steps = thing.detail.along(6)
    places = np.linspace(0.1, 1.0, steps + 1)
    blade = union([_blade_span(a, b, radius, chord, height) for a, b in pairwise(places)])
    hub = disc(radius * 0.045, height, 24, edge=height * 0.2)
    grip = moved(rod(height * 0.16, radius * 0.14, 12), x=radius * 0.07, y=height * 0.55)
    return [thing.main(ring_of(blade, count)), thing.sub("hub", union((hub, ring_of(grip, count))), "steel_brushed")]


def _blade_span(start: float, end: float, radius: float, chord: float, height: float) -> Solid:
    ends = []
    for share in (start, end):
        section = rounded_box(radius * 0.004, height * 0.16, chord * (0.6 if share < 0.12 else 1.0), height * 0.06, 1)
        ends.append(moved(turned(section, x=8.0), x=share * radius, y=height * (0.5 - 0.35 * share * share)))
    return hull_of(ends)


@maker("bucket", natural=(1.1, 0.9, 0.9))
def bucket(thing: Thing) -> Made:
    """Make a digger's bucket, open to +z, with teeth along its lower lip."""
    width, height, depth = thing.size
    wall = 0.045 * min(width, height)
    turn = arc(1.0, 92.0, 268.0, thing.detail.along(14))
    middle = np.array([0.0, height / 2])
    outside = np.vstack(
        [[(depth * 0.36, height * 0.98)], turn * [depth * 0.55, height * 0.49] + middle, [(depth * 0.42, 0.0)]]
    )
    inside = np.vstack(
        [[(depth * 0.36, height * 0.98 - wall)], turn * [depth * 0.55 - wall, height * 0.49 - wall] + middle,
        [(depth * 0.42, wall)]],
    )  # fmt: skip
    sheet = sideways(polygon(np.vstack([outside, inside[::-1]])), width - wall)
    cheek = sideways(polygon(outside).offset(0.25 * wall), wall)
    shell = union([sheet, *(moved(cheek, x=side * (width - wall) / 2) for side in (-1.0, 1.0))])
    teeth = [
        moved(hull_of([block(width * 0.08, wall * 1.4, depth * 0.1), moved(block(width * 0.05, wall * 0.3, 0.01),
        z=depth * 0.18)]), x=width * at, y=wall * 0.15, z=depth * 0.4) for at in (-0.42, -0.21, 0.0, 0.21, 0.42)
    ]  # fmt: skip
    return thing.main(union([shell, *teeth]).simplify(wall * 0.02))

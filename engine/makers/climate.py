"""Makers of what moves air, water and heat: fans, guards, hoses, fins, radiator sections."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.moulded import pod
from engine.parts.profiles import Flat, smooth
from engine.parts.solids import Solid, ball, block, copies, cylinder, ellipsoid, moved, rod, rounded_box, turned, union
from engine.parts.sweeping import loft, tube
from engine.parts.turning import disc, torus

# fmt: off


@maker("ribbed_hose", "cord", fits=False)
def ribbed_hose(thing: Thing) -> Made:
    """Make a hose or cord with round ends exactly through `path` (x, y, z triples as shares of half the box).

    `thickness_m` across; a ribbed_hose has ribs.
    """
    flat = thing.numbers("path") or [-1.0, -1.0, 0.0, 0.0, 1.0, 0.0, 1.0, -1.0, 0.0]
    half = np.array([thing.width, thing.height, thing.depth]) / 2
    places = np.array(flat[: len(flat) // 3 * 3]).reshape(-1, 3) * half + np.array([0.0, half[1], 0.0])
    radius = min(thing.number("thickness_m", 0.04), max(thing.size)) / 2
    inside = np.maximum(half - radius, 0.0)
    middle = np.array([0.0, half[1], 0.0])
    line = np.clip(smooth(places, thing.detail.along(8)), middle - inside, middle + inside)
    sides = thing.detail.around(14)
    solid = _ribbed(line, radius, thing) if thing.object.type == "ribbed_hose" else tube(line, radius, sides)
    return thing.main(union([solid, *[ball(radius, sides).translate(tuple(end)) for end in (line[0], line[-1])]]))


def _ribbed(line: Flat, radius: float, thing: Thing) -> Solid:
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    ribs = int(np.clip(length[-1] / (radius * 0.55), 4, 90))
    steps = ribs * 4 if thing.detail.has_small_things else ribs
    at = np.linspace(0.0, length[-1], steps + 1)
    path = np.column_stack([np.interp(at, length, line[:, axis]) for axis in range(3)])
    scale = 0.94 + 0.06 * np.cos(np.linspace(0.0, 2 * np.pi * ribs, steps + 1))
    return tube(path, radius, thing.detail.around(18), scale=scale)


@maker("fan_blades")
def fan_blades(thing: Thing) -> Made:
    """Make a fan's rotor facing +z: `blades` twisted blades on a hub; `sweep_deg` of each blade's lean."""
    radius, depth = thing.width / 2, thing.depth
    count = max(2, thing.count("blades", 4, most=12))
    blade = _blade(radius, depth, 360.0 / count * min(thing.number("fill", 0.62), 0.9), thing)
    hub = turned(disc(radius * 0.2, depth, thing.detail.around(40), edge=depth * 0.3, steps=thing.detail.bevel), x=90.0)
    blades = [turned(blade, z=360.0 * k / count) for k in range(count)]
    return thing.main(union([moved(hub, z=-depth / 2), *blades]))


def _blade(radius: float, depth: float, span_deg: float, thing: Thing) -> Solid:
    """Return one blade that widens outwards, pitched so that its leading edge is in front."""
    steps, rings = thing.detail.along(8), []
    for share in np.linspace(0.0, 1.0, steps + 1):
        reach = radius * (0.14 + 0.86 * share)
        wide = np.radians(span_deg) * (
            0.55 + 0.45 * np.sin(np.pi * min(share * 0.62 + 0.16, 1.0))
        ) * (1.0 - 0.25 * share**6)
        lean = np.radians(14.0) * share
        turns = np.linspace(-wide / 2, wide / 2, 7) + lean
        lift = (0.5 - (turns - lean + wide / 2) / max(wide, 1e-9)) * depth * 0.8 * (1.0 - 0.35 * share)
        curl = reach * (1.0 - 0.1 * (np.linspace(-1, 1, 7) ** 2) * share**4)
        thick = depth * 0.05
        top = np.column_stack([curl * np.cos(turns), curl * np.sin(turns), lift + thick])
        low = np.column_stack([curl * np.cos(turns), curl * np.sin(turns), lift - thick])[::-1]
        rings.append(np.vstack([top, low])[::-1])
    solid = loft(np.array(rings))
    return solid if solid.volume() > 0 else loft(np.array([ring[::-1] for ring in rings]))


@maker("fan_guard")
def fan_guard(thing: Thing) -> Made:
    """Make the cage of a fan: two bowls of wire facing ±z with a rim; `wires`, `wire_m`."""
    radius, depth = thing.width / 2, thing.depth
    wire = thing.number("wire_m", radius * 0.014)
    count = max(8, thing.count("wires", 48, most=120))
    count = count if thing.detail.has_small_things else count // 2
    turns = np.linspace(0.0, np.pi / 2, thing.detail.along(7) + 1)
    reach, rise = radius * np.sin(turns), (depth / 2) * np.cos(turns) ** 0.7
    path = np.column_stack([np.maximum(reach, radius * 0.12), np.zeros(len(turns)), rise])[1:]
    path[-1, 2] = 0.0
    bar = tube(path, wire / 2, 6)
    both = bar + bar.mirror((0.0, 0.0, 1.0))
    rim = turned(torus(radius - wire, wire * 3.2, thing.detail.around(72), 10), x=90.0)
    rings = [turned(torus(radius * share, wire * 1.4, thing.detail.around(56), 8), x=90.0) for share in (0.55,)]
    height = float(np.interp(radius * 0.55, path[:, 0], path[:, 2]))
    loops = [moved(ring, z=side * height) for ring in rings for side in (-1, 1)]
    caps = [
        moved(
            turned(disc(radius * 0.2, wire * 3, thing.detail.around(36), edge=wire), x=90.0),
            z=side * depth * 0.47 - wire * 1.5,
        )
        for side in (-1, 1)
    ]
    wires = [turned(both, z=360.0 * k / count) for k in range(count)]
    return thing.main(union([*wires, rim, *loops, *caps]))


@maker("ring_guard")
def ring_guard(thing: Thing) -> Made:
    """Make a flat fan grille facing +z: `rings` concentric rings on four spokes with a hub plate."""
    radius, depth = thing.width / 2, thing.depth
    count = max(2, thing.count("rings", 9, most=20))
    segments = thing.detail.around(64)
    wire = depth * 0.6
    reach = np.linspace(0.28, 1.0, count) * (radius - wire / 2)
    loops = [turned(torus(float(one), wire, segments, 8), x=90.0) for one in reach]
    spokes = [turned(moved(rod(wire * 0.5, radius * 2 - wire, 8), z=0.0), z=45.0 * k) for k in range(4)]
    hub = turned(disc(radius * 0.24, depth, segments, edge=depth * 0.2), x=90.0)
    return thing.main(union([*loops, *spokes, moved(hub, z=-depth / 2)]))


@maker("radiator_sections")
def radiator_sections(thing: Thing) -> Made:
    """Make a cast radiator along x: `sections`, each of `columns` tubes behind one another, the end ones on feet."""
    width, height, depth = thing.size
    count, columns = max(2, thing.count("sections", 10, most=40)), max(1, thing.count("columns", 3, most=6))
    pitch, foot = width / count, height * 0.1
    tube_wide, tube_deep = pitch * 0.6, depth / columns * 0.72
    places = [(0.0, foot, (column - (columns - 1) / 2) * depth / columns * 0.94) for column in range(columns)]
    column = pod(tube_wide, height - foot, tube_deep, tube_wide * 0.5, tube_wide * 0.4, thing.detail)
    chest = pod(pitch * 0.86, height * 0.11, depth * 0.94, pitch * 0.4, pitch * 0.34, thing.detail)
    ends = [moved(chest, y=foot * 0.9), moved(chest, y=height * 0.885)]
    section = union([copies(column, places), *ends])
    sections = copies(section, [((step - (count - 1) / 2) * pitch, 0.0, 0.0) for step in range(count)])
    bars = [
        rod(height * 0.035, width * 0.97, thing.detail.around(20)).translate((0.0, y, 0.0))
        for y in (foot + height * 0.05, height * 0.94)
    ]
    legs = [
        moved(
            cylinder(depth * 0.14, foot * 1.6, 16, top=depth * 0.09), x=side * (width - pitch) / 2, z=z * depth * 0.32,
        )
        for side in (-1, 1)
        for z in (-1, 1)
    ]
    return thing.main(union([sections, *bars, *legs]))


@maker("ribbed_panel")
def ribbed_panel(thing: Thing) -> Made:
    """Make a pressed sheet facing +z with upright waves; `ribs`."""
    width, height, depth = thing.size
    count = max(3, thing.count("ribs", round(width / 0.033), most=80))
    pitch = width * 0.96 / count
    sheet = rounded_box(width, height, depth * 0.5, depth * 0.1, 1)
    rib = moved(pod(pitch * 0.66, height * 0.92, depth * 0.9, pitch * 0.2, pitch * 0.12, thing.detail), y=height * 0.04)
    return thing.main(
        union(
            [
                moved(sheet, z=-depth * 0.15),
                copies(rib, [((k - (count - 1) / 2) * pitch, 0.0, 0.02 * depth) for k in range(count)]),
            ]
        )
    )


@maker("fin_block")
def fin_block(thing: Thing) -> list[Piece]:
    """Make a heat exchanger facing +z: thin upright fins on copper tubes."""
    width, height, depth = thing.size
    count = max(6, min(90, round(width / 0.008)))
    count = count if thing.detail.has_small_things else count // 3
    fin = block(width / count * 0.3, height, depth)
    fins = copies(fin, [((k - (count - 1) / 2) * width / count, 0.0, 0.0) for k in range(count)])
    tubes = union([moved(rod(depth * 0.16, width * 0.998, 12), y=height * y) for y in (0.15, 0.38, 0.62, 0.85)])
    return [thing.main(fins), thing.sub("tubes", tubes, "copper")]


@maker("valve")
def valve(thing: Thing) -> list[Piece]:
    """Make a thermostatic valve standing up: its pipe body and the ribbed head."""
    radius, height = thing.width / 2, thing.height
    body = union(
        [
            cylinder(radius * 0.55, height * 0.45, thing.detail.around(24)),
            moved(ellipsoid(radius * 1.5, radius * 1.5, radius * 1.5, 24), y=height * 0.3),
        ]
    )
    head = moved(
        disc(radius, height * 0.58, thing.detail.around(32), edge=radius * 0.25, steps=thing.detail.bevel),
        y=height * 0.42,
    )
    ridges = [
        turned(moved(block(radius * 0.14, height * 0.34, radius * 0.2), y=height * 0.56, z=radius * 0.96), y=22.5 * k)
        for k in range(16)
    ]
    return [
        thing.main(body),
        thing.sub("head", union([head, *ridges]) if thing.detail.has_small_things else head, "plastic_white"),
    ]


@maker("bowed_blade")
def bowed_blade(thing: Thing) -> Made:
    """Make a ceiling fan's long blade along x: a board with round ends, pitched by `pitch_deg`."""
    width, height, depth = thing.size
    board = pod(width, max(height * 0.3, depth * 0.06), depth * 0.96, depth * 0.4, depth * 0.02, thing.detail)
    return thing.main(turned(board, x=thing.number("pitch_deg", 12.0)))


@maker("slotted_drum")
def slotted_drum(thing: Thing) -> list[Piece]:
    """Make a round grille of upright bars around a core; `bars`."""
    radius, height = thing.width / 2, thing.height
    count = max(12, thing.count("bars", 48, most=90))
    bar = moved(block(radius * 0.07, height * 0.9, radius * 0.1), y=height * 0.05, z=radius * 0.94)
    rims = [
        moved(disc(radius * 0.998, height * 0.06, thing.detail.around(64), edge=height * 0.01), y=y)
        for y in (0.0, height * 0.94)
    ]
    core = moved(cylinder(radius * 0.9, height * 0.9, thing.detail.around(48)), y=height * 0.05)
    bars = [turned(bar, y=360.0 * k / count) for k in range(count)]
    return [thing.main(union([*bars, *rims])), thing.sub("core", core, "plastic_black")]

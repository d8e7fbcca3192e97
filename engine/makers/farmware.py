"""Makers for barns, greenhouses, mills, wells and gazebos; the front is +z."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.profiles import Flat, Outline, facing, polygon, rectangle, standing
from engine.parts.repeats import many
from engine.parts.roofs import line_of
from engine.parts.solids import Solid, block, copies, hull_of, moved, rod, turned, union
from engine.parts.sweeping import loft
from engine.parts.turning import hoop, spun


@maker("battens", natural=(8.0, 1.5, 0.08))
def battens(thing: Thing) -> Made:
    """Make upright boards with battens over their joints, facing +z."""
    width, height, depth = thing.size
    count = max(3, min(60, round(width / 0.4)))
    bars = copies(
        block(0.08, height, depth), [((width - 0.08) * (i / count - 0.5), 0.0, 0.0) for i in range(count + 1)]
    )  # fmt: skip
    return thing.main(union((block(width, height, depth * 0.5), bars)))


@maker("cross_door", natural=(1.7, 3.4, 0.2))
def cross_door(thing: Thing) -> list[Piece]:
    """Make a boarded leaf with a frame and a cross of boards on it."""
    width, height, depth = thing.size
    bar = min(0.16, width * 0.11)
    board = moved(block(width, height, depth * 0.55), z=-depth * 0.2)
    ring = facing(rectangle(width, height) - rectangle(width - 2 * bar, height - 2 * bar), depth * 0.5)
    long, angle = float(np.hypot(width - bar, height - bar)), float(np.degrees(np.arctan2(width - bar, height - bar)))
    bars = [
        facing(rectangle(bar * 0.8, long).rotate(side * angle) ^ rectangle(width, height), depth * 0.46)
        for side in (-1, 1)
    ]  # fmt: skip
    cross = moved(union([ring, *bars]), y=height / 2, z=depth * 0.25)
    return [thing.main(board), thing.sub("cross", cross, "paint_white")]


@maker("glass_house", natural=(4.2, 2.8, 6.4))
def glass_house(thing: Thing) -> list[Piece]:
    """Make a glazed house with its gable to +z: `form` gable, swept or barrel; ribs, purlins, panes, a door."""
    width, height, depth = thing.size
    form = thing.text("form", "gable")
    eaves = height * (0.52 if form != "barrel" else 0.2)
    line = line_of(form) * np.array([width / 2, height - eaves]) + np.array([0.0, eaves])
    outline = polygon(np.vstack([[(width / 2, 0.0), (-width / 2, 0.0)], line]))
    bar = 0.06
    rim = outline - outline.offset(-bar)
    ribs = many(depth / 0.75, least=3)
    frames = [moved(facing(rim, bar * 0.8), z=(depth - bar) * (i / ribs - 0.5)) for i in range(ribs + 1)]
    levels = [(x * (width / 2 - bar * 0.5), y) for x in (-1, 1) for y in (0.03, eaves * 0.5, eaves)]
    middle = len(line) // 2
    levels += [
        (float(line[k, 0]), float(line[k, 1]) - bar * 0.5) for k in (middle // 2, middle, middle + middle // 2)
        if 0 < k < len(line)
    ]  # fmt: skip
    rails = [moved(rod(bar * 0.4, depth * 0.998, 8, axis="z"), x=x * 0.985, y=max(y, bar * 0.4)) for x, y in levels]
    ends = [_end(outline, width, height, eaves, bar).translate((0, 0, side * (depth - bar) / 2)) for side in (-1, 1)]
    skin = facing(outline.offset(-bar * 0.35) - outline.offset(-bar * 0.55), depth * 0.99)
    panes = [moved(facing(outline.offset(-bar * 0.4), 0.012), z=side * (depth - bar) / 2) for side in (-1, 1)]
    door = facing(rectangle(0.95, eaves * 2.1) - rectangle(0.8, eaves * 2.1 - 0.16) + rectangle(0.9, 0.07), bar * 1.4)
    door = moved(door, z=depth / 2 - bar * 0.4).trim_by_plane((0, 1, 0), 0.0)
    return [
        thing.main(union([*frames, *rails, *ends])), thing.sub("glass", union([skin, *panes]), "glass_clear"),
        thing.sub("door", door)
    ]  # fmt: skip


def _end(outline: Outline, width: float, height: float, eaves: float, bar: float) -> Solid:
    uprights = [rectangle(bar * 0.8, 3 * height).translate((x * width, 0.0)) for x in (-0.25, 0.25)]
    across = [rectangle(3 * width, bar * 0.8).translate((0.0, y)) for y in (eaves, eaves * 0.5)]
    flat = uprights[0]
    for one in (*uprights[1:], *across):
        flat = flat + one
    return facing(flat ^ outline, bar * 0.7)


@maker("mill_sails", natural=(10, 10, 0.5))
def mill_sails(thing: Thing) -> list[Piece]:
    """Make `count` lattice sails around a hub, facing +z, with cloth on part of each."""
    width, height, depth = thing.size
    count, half = max(3, thing.count("count", 4, most=8)), 0.5
    wide, start = 0.075, 0.09
    slats = 14
    arm = facing(rectangle(0.02, half - 0.01).translate((0.0, half / 2)), 0.5)
    lattice = [
        rectangle(wide, 0.006).translate((wide / 2, start + (half - start) * (i + 0.5) / slats)) for i in range(slats)
    ]  # fmt: skip
    lattice += [rectangle(0.007, half - start).translate((wide * k, (half + start) / 2)) for k in (0.5, 1.0)]
    flat = lattice[0]
    for one in lattice[1:]:
        flat = flat + one
    grid = moved(facing(flat, 0.16), z=0.05)
    cloth = moved(
        facing(rectangle(wide * 0.9, (half - start) * 0.92).translate((wide * 0.52, (half + start) / 2)), 0.05),
        z=0.02,
    )  # fmt: skip
    frames = union([_spun(union((arm, grid)), 360.0 * k / count) for k in range(count)])
    cloths = union([_spun(cloth, 360.0 * k / count) for k in range(count)])
    hub = rod(0.035, 0.9, 24, axis="z")
    scale = (min(width, height), min(width, height), depth)
    made = [moved(one.scale(scale), y=height / 2) for one in (union((frames, hub)), cloths)]
    return [thing.main(made[0]), thing.sub("cloth", made[1], "canvas")]


def _spun(solid: Solid, turn: float) -> Solid:
    return turned(solid, z=turn)


@maker("turbine_blades", fits=False)
def turbine_blades(thing: Thing) -> Made:
    """Make `count` slender twisted blades around a nose cone, facing +z."""
    width, height, depth = thing.size
    half, count = min(width, height) / 2, max(2, thing.count("count", 3, most=6))
    rings = []
    for share in np.linspace(0.03, 1.0, thing.detail.along(9)):
        chord = half * (0.045 + 0.06 * np.sin(np.pi * min(share / 0.5, 1.0)) * (1 - share) + 0.02 * (1 - share))
        angles = np.linspace(0, 2 * np.pi, 13)[:-1]
        x, z = chord * np.cos(angles), chord * 0.22 * np.sin(angles)
        twist = np.radians(32 * (1 - share))
        rings.append(
            np.column_stack([x * np.cos(twist) - z * np.sin(twist), np.full(12, half * share), x * np.sin(twist)
            + z * np.cos(twist)]),
        )  # fmt: skip
    blade = loft(np.array(rings)[:, ::-1])
    blade = blade if blade.volume() > 0 else loft(np.array(rings))
    nose = turned(
        spun([(depth * 0.6, 0.0), (depth * 0.6, depth * 0.4), (depth * 0.4, depth * 0.8), (0.02, depth)], 24), x=90,
    )  # fmt: skip
    blades = union([_spun(blade, 360.0 * k / count) for k in range(count)])
    return thing.main(moved(union((blades, moved(nose, z=-depth * 0.5))), y=height / 2))


@maker("stone_ring", natural=(1.3, 0.85, 1.3))
def stone_ring(thing: Thing) -> Made:
    """Make a ring of rough stones in courses."""
    width, height, depth = thing.size
    random = thing.random()
    rows = many(height / 0.2)
    each, radius = height / rows, 0.5
    count = many(np.pi * min(width, depth) / 0.3, least=8)
    stones: list[Solid] = [hoop(radius * 0.95, radius * 0.74, height * 0.985, thing.detail.around(40))]
    for row in range(rows):
        for number in range(count):
            turn = 360.0 * (number + 0.5 * (row % 2) + 0.12 * float(random.random())) / count
            size = 2 * np.pi * radius / count * (0.86 + 0.1 * float(random.random()))
            stone = hull_of([block(size, each * 0.74, 0.15), moved(block(size * 0.84, each * 0.96, 0.13))])
            stones.append(moved(stone, y=each * row, z=radius - 0.08).rotate((0.0, turn, 0.0)))
    return thing.main(union(stones).scale((width, 1.0, depth)))


@maker("octagon_deck")
def octagon_deck(thing: Thing) -> Made:
    """Make a deck with `sides`, its edge a little proud of its base."""
    width, height, depth = thing.size
    sides = max(3, thing.count("sides", 8, most=24))
    upper = moved(standing(_ngon(sides, 0.5), height * 0.3), y=height * 0.7)
    return thing.main(_filled(union((standing(_ngon(sides, 0.47), height * 0.8), upper)), width, depth))


def _ngon(sides: int, radius: float) -> Outline:
    angles = 2 * np.pi * (np.arange(sides) + 0.5) / sides
    return polygon(np.column_stack([radius * np.cos(angles), radius * np.sin(angles)]))


def _filled(solid: Solid, width: float, depth: float) -> Solid:
    low, high = np.array(solid.bounding_box()).reshape(2, 3)
    return solid.scale((width / (high[0] - low[0]), 1.0, depth / (high[2] - low[2])))


@maker("gazebo_frame", natural=(3.8, 2.6, 3.8))
def gazebo_frame(thing: Thing) -> Made:
    """Make posts at the corners of a plan of `sides`, beams on top, and railings but in front if `has_rail`."""
    width, height, depth = thing.size
    sides = max(3, thing.count("sides", 8, most=24))
    angles = 2 * np.pi * (np.arange(sides) + 0.5) / sides
    reach = 0.48 if sides != 4 else 0.48 * 2**0.5
    feet = np.column_stack([reach * width * np.sin(angles), np.zeros(sides), reach * depth * np.cos(angles)])
    thick = 0.12
    parts: list[Solid] = [moved(block(thick, height, thick), x=float(x), z=float(z)) for x, _, z in feet]
    for number in range(sides):
        here, there = feet[number], feet[(number + 1) % sides]
        is_front = (here[2] + there[2]) / 2 > 0.4 * depth
        parts.append(_rail(here, there, height - thick * 0.6, thick * 1.2, thick))
        parts.append(_rail(here, there, height - 0.42, 0.05, 0.05))
        parts += _spindles(here, there, height - 0.42, 0.34)
        if thing.flag("has_rail") and not is_front:
            parts += [_rail(here, there, y, 0.07, 0.08) for y in (0.12, 0.85)]
            parts += _spindles(here, there, 0.12, 0.75)
    return thing.main(union(parts))


def _rail(here: Flat, there: Flat, y: float, high: float, thick: float) -> Solid:
    middle, along = (here + there) / 2, there - here
    turn = float(np.degrees(np.arctan2(-along[2], along[0])))
    bar = block(float(np.linalg.norm(along)), high, thick).rotate((0.0, turn, 0.0))
    return moved(bar, x=float(middle[0]), y=y - high / 2, z=float(middle[2]))


def _spindles(here: Flat, there: Flat, y: float, high: float) -> list[Solid]:
    count = many(float(np.linalg.norm(there - here)) / 0.16, least=2)
    shares = (np.arange(count) + 0.5) / count
    return [
        moved(block(0.03, high, 0.03), x=float(x), y=y, z=float(z)) for x, _, z in here
        + (there - here) * shares[:, None]
    ]  # fmt: skip


@maker("pergola_top", natural=(4, 0.5, 4))
def pergola_top(thing: Thing) -> Made:
    """Make two beams and the rafters that lie across them."""
    width, height, depth = thing.size
    beams = [moved(block(width, height * 0.5, 0.14), z=side * depth * 0.42) for side in (-1, 1)]
    count = many(width / 0.45, least=4)
    rafters = [
        moved(block(0.08, height * 0.55, depth), x=(width - 0.08) * (i / count - 0.5), y=height * 0.45)
        for i in range(count + 1)
    ]  # fmt: skip
    return thing.main(union([*beams, *rafters]))

"""Makers for castles, lighthouses, temples, bridges, fountains and arenas."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.profiles import Outline, arc, facing, polygon, rectangle, smooth
from engine.parts.repeats import many
from engine.parts.solids import Solid, block, copies, cylinder, moved, ring_of, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import hoop, lathe, spun


@maker("merlons", natural=(10.0, 0.95, 1.5))
def merlons(thing: Thing) -> Made:
    """Make the top of a wall: a walk with merlons along both its edges."""
    width, height, depth = thing.size
    count = max(2, min(60, round(width / (height * 1.5))))
    pitch = width / count
    wall = min(0.35, depth * 0.26)
    tooth = block(pitch * 0.58, height, wall)
    teeth = copies(
        tooth,
        [(pitch * (i + 0.5) - width / 2, 0.0, side * (depth - wall) / 2) for i in range(count) for side in (-1, 1)]
    )  # fmt: skip
    low = copies(block(width, height * 0.45, wall), [(0.0, 0.0, side * (depth - wall) / 2) for side in (-1, 1)])
    return thing.main(union((teeth, low, block(width, height * 0.12, depth * 0.9))))


@maker("lantern_room", natural=(2.6, 2.0, 2.6))
def lantern_room(thing: Thing) -> list[Piece]:
    """Make a round room of glass with a cage of bars, and a lit lens on a pedestal in it."""
    width, height, depth = thing.size
    around = thing.detail.around(32)
    scale = (width, 1.0, depth)
    base = cylinder(0.48, height * 0.16, around)
    ring = moved(hoop(0.5, 0.42, height * 0.07, around), y=height * 0.93)
    count = 12
    bars = ring_of(moved(block(0.03, height * 0.9, 0.03), y=height * 0.08, z=0.465), count)
    middle = moved(hoop(0.48, 0.45, height * 0.03, around), y=height * 0.52)
    glass = moved(hoop(0.468, 0.455, height * 0.86, around), y=height * 0.1)
    lens = moved(
        spun([(0.1, 0.0), (0.22, height * 0.12), (0.24, height * 0.26), (0.22, height * 0.4), (0.1, height * 0.5)],
        around), y=height * 0.28,
    )  # fmt: skip
    pedestal = cylinder(0.1, height * 0.3, 20)
    return [
        thing.main(union((base, ring, bars, middle)).scale(scale)),
        thing.sub("glass", glass.scale(scale), "glass_clear"), thing.sub("light", lens.scale(scale), "emissive_warm"),
        thing.sub("pedestal", pedestal.scale(scale), "brass_polished")
    ]  # fmt: skip


@maker("stepped_rock")
def stepped_rock(thing: Thing) -> Made:
    """Make a mass of rock with a level top, its flanks in rough ledges."""
    width, height, depth = thing.size
    random = thing.random()
    layers: list[Solid] = []
    for number, share in enumerate((1.0, 0.9, 0.8)):
        angles = np.sort(random.uniform(0, 2 * np.pi, 17))
        reach = 0.5 * share * (0.86 + 0.14 * random.random(17))
        low = height * number / 3
        ring = np.column_stack([reach * np.cos(angles), np.full(17, low), reach * np.sin(angles)])
        top = ring * np.array([0.93, 1.0, 0.93]) + np.array([0.0, height / 3 + (0.0 if number == 2 else 0.02), 0.0])
        layers.append(Solid.hull_points(np.vstack([ring, top])))
    return thing.main(union(layers).scale((width, 1.0, depth)))


@maker("triglyphs", natural=(13.0, 0.6, 19.0))
def triglyphs(thing: Thing) -> Made:
    """Make a frieze around a plan with groups of three upright bars."""
    width, height, depth = thing.size
    core = block(width - 0.12, height, depth - 0.12)
    bars: list[Solid] = []
    for long, across, turn in ((width, depth, 0.0), (depth, width, 90.0)):
        count = max(3, min(40, round(long / 1.4)))
        places = [
            ((long - 0.7) * (i / (count - 1) - 0.5) + k * 0.17, 0.0, side * (across - 0.13) / 2) for i in range(count)
            for k in (-1, 0, 1) for side in (-1, 1)
        ]  # fmt: skip
        bars.append(copies(block(0.11, height, 0.13), places).rotate((0.0, turn, 0.0)))
    return thing.main(union([core, *bars]))


@maker("glass_pyramid", natural=(20.0, 12.0, 20.0))
def glass_pyramid(thing: Thing) -> list[Piece]:
    """Make a pyramid of glass with a lattice of bars on its faces."""
    width, height, depth = thing.size
    apex = np.array([0.0, height * 0.995, 0.0])
    feet = [np.array([x * width / 2, 0.0, z * depth / 2]) * 0.995 for x, z in ((-1, 1), (1, 1), (1, -1), (-1, -1))]
    glass = Solid.hull_points(np.array([*(foot * 0.985 for foot in feet), apex * 0.985]))
    radius, rows = min(width, height) * 0.006, 7
    lines = [tube(np.array([foot, apex]), radius * 1.6, 8) for foot in feet]
    for number, foot in enumerate(feet):
        other = feet[(number + 1) % 4]
        lines.append(tube(np.array([foot, other]), radius * 1.6, 8))
        for step in range(1, rows):
            share = step / rows
            lines.append(tube(np.array([foot + (apex - foot) * share, other + (apex - other) * share]), radius, 6))
            on_base = foot + (other - foot) * share
            lines.append(tube(np.array([on_base, apex + (foot - apex) * (1 - share)]), radius * 1.013, 6))
            lines.append(tube(np.array([on_base, apex + (other - apex) * share]), radius * 0.983, 6))
    return [thing.main(union(lines).trim_by_plane((0, 1, 0), 0.0)), thing.sub("glass", glass, "glass_tinted")]


@maker("arch_bridge", natural=(16.0, 4.2, 4.0))
def arch_bridge(thing: Thing) -> list[Piece]:
    """Make a bridge along x with `count` arches, its road rising to the middle by `rise`, parapets on both sides."""
    width, height, depth = thing.size
    count, rise = max(1, thing.count("count", 3, most=9)), min(max(thing.number("rise", 0.3), 0.0), 0.8)
    parapet = min(0.9, height * 0.2)
    steps = thing.detail.along(20)
    xs = np.linspace(-width / 2, width / 2, steps * 2 + 1)
    road = (height - parapet) * (1 - rise * (2 * xs / width) ** 2)
    body = polygon(np.vstack([[(width / 2, 0.0), (-width / 2, 0.0)], np.column_stack([xs, road])]))
    bay = width * 0.86 / count
    for number in range(count):
        x = bay * (number - (count - 1) / 2)
        span = bay * 0.78
        limit = float(np.interp(abs(x) + span / 2, xs[steps:], road[steps:])) - height * 0.1
        top = min(limit, float(np.interp(abs(x), xs[steps:], road[steps:])) - height * 0.16)
        head = arc(1.0, 0.0, 180.0, steps) * np.array([span / 2, min(span / 2, top)])
        spring = max(top - min(span / 2, top), 0.0)
        body = body - polygon(np.vstack([[(x - span / 2, -1.0), (x + span / 2, -1.0)], head + np.array([x, spring])]))
    rails = polygon(np.vstack([np.column_stack([xs, road + parapet]), np.column_stack([xs, road - 0.05])[::-1]]))
    cope = polygon(
        np.vstack([np.column_stack([xs, road + parapet]), np.column_stack([xs, road + parapet * 0.82])[::-1]])
    )  # fmt: skip
    wall = facing(rails, 0.3)
    sides = union([moved(wall, z=side * (depth / 2 - 0.2)) for side in (-1, 1)])
    copings = union([moved(facing(cope, 0.4), z=side * (depth / 2 - 0.2)) for side in (-1, 1)])
    way = polygon(np.vstack([np.column_stack([xs, road + 0.03]), np.column_stack([xs, road - 0.05])[::-1]]))
    return [
        thing.main(union((facing(body, depth - 0.12), sides))), thing.sub("coping", copings, "limestone"),
        thing.sub("road", facing(way, depth - 0.75), "cobblestone")
    ]  # fmt: skip


@maker("suspension", natural=(30.0, 9.0, 5.0))
def suspension(thing: Thing) -> list[Piece]:
    """Make a suspension bridge along x: deck on two towers, main cables, hangers; stays instead if `is_stayed`."""
    width, height, depth = thing.size
    deck_y, towers = height * 0.26, (-0.28 * width, 0.28 * width)
    thick = min(0.35, height * 0.05)
    legs = [
        moved(block(thick * 2.2, height, thick * 2), x=x, z=side * depth * 0.44) for x in towers for side in (-1, 1)
    ]  # fmt: skip
    legs += [
        moved(block(thick * 1.8, thick * 1.6, depth * 0.9), x=x, y=y) for x in towers
        for y in (height * 0.94, height * 0.62, deck_y - thick * 2.2)
    ]  # fmt: skip
    deck = moved(block(width, thick * 1.4, depth * 0.8), y=deck_y - thick)
    ends = [moved(block(width * 0.05, deck_y, depth), x=side * width * 0.475) for side in (-1, 1)]
    cables: list[Solid] = []
    radius = thick * 0.22
    for side in (-1, 1):
        z = side * depth * 0.4
        if thing.flag("is_stayed"):
            cables += _stays(towers, width, height, deck_y, z, radius * 0.7)
        else:
            cables += _draped(towers, width, height, deck_y, z, radius, thing.detail.along(12))
    rails = [
        moved(block(width, thick * 0.3, thick * 0.3), y=deck_y + height * 0.07, z=side * depth * 0.38)
        for side in (-1, 1)
    ]  # fmt: skip
    rails += [
        moved(block(thick * 0.2, height * 0.08, thick * 0.2), x=float(x), y=deck_y - 0.01, z=side * depth * 0.38)
        for x in np.linspace(-0.49, 0.49, 34) * width for side in (-1, 1)
    ]  # fmt: skip
    return [
        thing.main(union([*legs, *ends])), thing.sub("deck", deck, "asphalt"),
        thing.sub("cables", union(cables), "steel_galvanised"), thing.sub("railing", union(rails), "steel_galvanised")
    ]  # fmt: skip


def _stays(
    towers: tuple[float, float], width: float, height: float, deck: float, z: float, radius: float,
) -> list[Solid]:  # fmt: skip
    ends = [
        (x, x + side * width * 0.2 * k / 5, height * (0.5 + 0.45 * k / 5)) for x in towers for side in (-1, 1)
        for k in range(1, 6)
    ]  # fmt: skip
    return [tube(np.array([[at, y, z], [foot, deck - radius, z]]), radius, 6) for at, foot, y in ends]


def _draped(
    towers: tuple[float, float], width: float, height: float, deck: float, z: float, radius: float, steps: int,
) -> list[Solid]:  # fmt: skip
    """Return the main cable as parabolas, and its hangers."""
    low, top = deck + height * 0.1, height * 0.97
    xs = np.linspace(-1, 1, 2 * steps + 1)
    middle = np.column_stack([xs * towers[1], low + (top - low) * xs**2, np.full(len(xs), z)])
    made = [tube(middle, radius, 8)]
    for side in (-1, 1):
        end = np.array(
            [[side * towers[1], top, z], [side * width * 0.38, (top + deck) * 0.47, z], [side * width * 0.485,
            deck * 0.98, z]],
        )  # fmt: skip
        made.append(tube(smooth(end, steps), radius, 8))
    for x in np.linspace(-0.9, 0.9, 19):
        made.append(
            tube(np.array([[x * towers[1], deck - radius, z], [x * towers[1], low + (top - low) * x * x, z]]),
            radius * 0.5, 6),
        )  # fmt: skip
    return made


@maker("water_jet")
def water_jet(thing: Thing) -> Made:
    """Make water that rises in the middle and falls outwards in `streams` arcs."""
    width, height, depth = thing.size
    streams = max(3, thing.count("streams", 8, most=24))
    xs = np.linspace(0.0, 1.0, thing.detail.along(10))
    path = np.column_stack([0.02 + xs * 0.46, height * (0.72 + xs * 0.9 - 1.6 * xs**2), np.zeros(len(xs))])
    stream = tube(path, 0.018, 8)
    jet = spun(
        [(0.03, 0.0), (0.025, height * 0.72), (0.05, height * 0.85), (0.035, height * 0.94), (0.005, height)], 16,
    )  # fmt: skip
    return thing.main(union((jet, ring_of(stream, streams))).trim_by_plane((0, 1, 0), 0.0).scale((width, 1.0, depth)))


@maker("basin", natural=(5.0, 0.7, 5.0))
def basin(thing: Thing) -> list[Piece]:
    """Make a fountain's basin with a moulded rim, round or with `sides`, and the water in it."""
    width, height, depth = thing.size
    sides = thing.count("sides", 0, most=24) or thing.detail.around(56)
    wall = [
        (0.47, 0.0), (0.485, height * 0.06), (0.45, height * 0.16), (0.45, height * 0.8), (0.5, height * 0.86),
        (0.5, height)
    ]  # fmt: skip
    whole = spun(wall, sides) - moved(cylinder(0.42, height * 2, sides), y=height * 0.3)
    water = moved(cylinder(0.422, height * 0.4, sides), y=height * 0.29)
    scale = (width, 1.0, depth)
    return [thing.main(whole.scale(scale)), thing.sub("water", water.scale(scale), "water")]


@maker("stands", natural=(60.0, 14.0, 46.0))
def stands(thing: Thing) -> list[Piece]:
    """Make the rows of seats of a stadium around an oval; `rows`, the pitch's share `inner`."""
    width, height, depth = thing.size
    rows, inner = max(4, thing.count("rows", 16, most=40)), min(max(thing.number("inner", 0.58), 0.2), 0.85)
    around = thing.detail.around(72)
    line = [(inner * 0.5, 0.0), (inner * 0.5, height * 0.08)]
    seats: list[Solid] = []
    for row in range(rows):
        r0, r1 = (inner + (1 - inner) * 0.86 * k / rows for k in (row, row + 1))
        y = height * (0.08 + 0.9 * ((row + 1) / rows) ** 1.15)
        line += [(r0 * 0.5, y), (r1 * 0.5, y)]
        seats.append(
            moved(hoop(r1 * 0.5 - (r1 - r0) * 0.06, r1 * 0.5 - (r1 - r0) * 0.34, height * 0.035, around), y=y - 0.001),
        )  # fmt: skip
    top = line[-1][1]
    bowl = lathe([*line, (0.47, top), (0.5, height * 0.55), (0.5, 0.0)], around)
    scale = (width, 1.0, depth)
    return [
        thing.main(bowl.scale(scale)),
        thing.sub("seats", union(seats).scale(scale), "plastic_white", thing.text("seat_tint", "#2b62ad"))
    ]  # fmt: skip


@maker("pitch_lines", natural=(30.0, 0.1, 20.0))
def pitch_lines(thing: Thing) -> list[Piece]:
    """Make a playing field with its lines and two goals."""
    width, height, depth = thing.size
    w, d = width * 0.94, depth * 0.92
    field = block(width, height * 0.9, depth)
    wide = 0.006 * width
    flat = [rectangle(w, d) - rectangle(w - 2 * wide, d - 2 * wide), rectangle(wide, d)]
    ring = Outline.circle(d * 0.16, 40)
    flat.append(ring - Outline.circle(d * 0.16 - wide, 40))
    for side in (-1, 1):
        box = rectangle(w * 0.16, d * 0.56) - rectangle(w * 0.16 - 2 * wide, d * 0.56 - 2 * wide)
        flat.append(box.translate((side * (w / 2 - w * 0.08), 0)))
    lines = flat[0]
    for one in flat[1:]:
        lines = lines + one
    marks = moved(turned(lines.extrude(height * 0.3), x=-90), y=height * 0.7)
    return [thing.main(field), thing.sub("lines", marks, "paint_white")]


@maker("bowed_bridge", natural=(7.0, 2.4, 2.0))
def bowed_bridge(thing: Thing) -> Made:
    """Make a bowed bridge of wood: two arched girders, planks across them, posts and handrails that follow the bow."""
    width, height, depth = thing.size
    post, bow = height * 0.42, height * 0.5
    steps = many(width / 0.3, least=10)
    xs = np.linspace(-width / 2, width / 2, steps + 1)
    deck = bow * (1 - (2 * xs / width) ** 2) + 0.12
    girder = polygon(np.vstack([np.column_stack([xs, deck]), np.column_stack([xs, deck - 0.2])[::-1]]))
    rail = polygon(np.vstack([np.column_stack([xs, deck + post]), np.column_stack([xs, deck + post - 0.08])[::-1]]))
    parts = [
        moved(facing(one, 0.12), z=side * depth * at) for one, at in ((girder, 0.4), (rail, 0.46)) for side in (-1, 1)
    ]  # fmt: skip
    for number in range(steps):
        x = (xs[number] + xs[number + 1]) / 2
        y = (deck[number] + deck[number + 1]) / 2
        slope = np.degrees(np.arctan2(deck[number + 1] - deck[number], xs[1] - xs[0]))
        parts.append(
            moved(turned(block((xs[1] - xs[0]) * 0.98, 0.05, depth), z=float(slope)), x=float(x), y=float(y) - 0.01)
        )  # fmt: skip
    for number in range(0, steps + 1, 3):
        parts += [
            moved(block(0.09, post + 0.16, 0.09), x=float(xs[number]) * 0.985, y=float(deck[number]) - 0.1,
            z=side * depth * 0.46) for side in (-1, 1)
        ]  # fmt: skip
    return thing.main(union(parts))


@maker("lamp_post")
def lamp_post(thing: Thing) -> list[Piece]:
    """Make a street lantern on a turned post."""
    width, height, depth = thing.size
    post = spun(
        [(0.3, 0.0), (0.3, height * 0.06), (0.12, height * 0.12), (0.09, height * 0.74), (0.2, height * 0.76)], 16,
    )  # fmt: skip
    cap = moved(spun([(0.5, 0.0), (0.3, height * 0.06), (0.05, height * 0.12)], 16), y=height * 0.88)
    light = moved(cylinder(0.22, height * 0.13, 12, top=0.36), y=height * 0.755)
    scale = (width, 1.0, depth)
    return [thing.main(union((post, cap)).scale(scale)), thing.sub("light", light.scale(scale), "emissive_warm")]


@maker("bowl_of_water")
def bowl_of_water(thing: Thing) -> list[Piece]:
    """Make a shallow bowl on a foot, full of water."""
    width, height, depth = thing.size
    around = thing.detail.around(48)
    outside = spun(
        [(0.1, 0.0), (0.14, height * 0.1), (0.34, height * 0.5), (0.48, height * 0.86), (0.5, height * 0.9), (0.5,
        height)], around,
    )  # fmt: skip
    hollow = moved(spun([(0.1, 0.0), (0.44, height * 0.4), (0.44, height)], around), y=height * 0.6)
    water = moved(cylinder(0.41, height * 0.28, around, top=0.44), y=height * 0.66)
    scale = (width, 1.0, depth)
    return [thing.main((outside - hollow).scale(scale)), thing.sub("water", water.scale(scale), "water")]


@maker("fall")
def fall(thing: Thing) -> Made:
    """Make `streams` of water that fall from a rim at the top, joined by a thin ring."""
    width, height, depth = thing.size
    streams = max(3, thing.count("streams", 8, most=24))
    ys = np.linspace(0.0, 1.0, thing.detail.along(8))
    path = np.column_stack([0.44 + 0.045 * np.sqrt(ys), height * (1 - ys), np.zeros(len(ys))])
    ring = moved(hoop(0.46, 0.4, height * 0.04, thing.detail.around(40)), y=height * 0.96)
    return thing.main(
        union((ring, ring_of(tube(path, 0.012, 8), streams))).trim_by_plane((0, 1, 0), 0.0).scale((width, 1.0, depth)),
    )  # fmt: skip


@maker("stand_roof", natural=(60.0, 5.0, 46.0))
def stand_roof(thing: Thing) -> list[Piece]:
    """Make a ring of a roof that slopes inwards over the stands, on struts that reach down to their back."""
    width, height, depth = thing.size
    around = thing.detail.around(72)
    ring = lathe(
        [(0.49, height * 0.6), (0.5, height * 0.62), (0.4, height), (0.39, height * 0.97), (0.47, height * 0.57)],
        around,
    )  # fmt: skip
    struts = ring_of(moved(block(0.006, height * 0.64, 0.012), z=0.484), 32)
    rim = hoop(0.492, 0.47, height * 0.06, around)
    scale = (width, 1.0, depth)
    return [thing.main(ring.scale(scale)), thing.sub("struts", union((struts, rim)).scale(scale), "steel_galvanised")]


@maker("floodlight", natural=(2.6, 18.0, 1.4))
def floodlight(thing: Thing) -> list[Piece]:
    """Make a mast with a tilted panel of lamps, facing +z."""
    width, height, depth = thing.size
    mast = union((cylinder(width * 0.13, height * 0.9, 14, top=width * 0.07), disc_of(width * 0.24, height * 0.02)))
    panel = moved(turned(block(width, height * 0.14, depth * 0.2), x=24), y=height * 0.86, z=depth * 0.1)
    lamps = union(
        [moved(turned(moved(block(width * 0.15, height * 0.032, depth * 0.24), x=width * 0.19 * (i - 2),
        y=height * (0.012 + 0.044 * j)), x=24), y=height * 0.86, z=depth * 0.16) for i in range(5) for j in range(3)]
    )  # fmt: skip
    return [thing.main(union((mast, panel))), thing.sub("lamps", lamps, "emissive_cold")]


def disc_of(radius: float, height: float) -> Solid:
    """Return a low round foot."""
    return cylinder(radius, height, 20)

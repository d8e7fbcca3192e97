"""Makers of electronics; the front is +z."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.devices import holes_in_rings, keyboard, slab, slots
from engine.parts.profiles import Outline, circle, facing, rectangle, rounded_rectangle, smooth, standing
from engine.parts.repeats import MANY, many
from engine.parts.solids import (
    block,
    copies,
    cylinder,
    ellipsoid,
    moved,
    ring_of,
    rod,
    rounded_box,
    turned,
    union,
)
from engine.parts.sweeping import sweep, tube
from engine.parts.turning import disc, hoop, spun


@maker("puck")
def puck(thing: Thing) -> list[Piece]:
    """Make a sensor's round housing: a parting line, a ring of light and a perforated lid; `corner` squares it."""
    radius, height = thing.width / 2, thing.height
    segments = thing.detail.around(96)
    line = smooth(
        [
            (radius * 0.93, 0.0),
            (radius, height * 0.12),
            (radius, height * 0.5),
            (radius * 0.95, height * 0.78),
            (radius * 0.8, height * 0.95),
            (radius * 0.6, height),
        ],
        thing.detail.along(6),
    )
    body = spun(line, segments)
    body = body - moved(hoop(radius * 1.1, radius * 0.985, height * 0.025, segments), y=height * 0.4)
    ring = moved(hoop(radius * 0.66, radius * 0.61, height * 0.12, segments, edge=height * 0.02), y=height * 0.885)
    body = body - moved(hoop(radius * 0.67, radius * 0.6, height * 0.3, segments), y=height * 0.9)
    if thing.detail.has_small_things:
        body = body - moved(holes_in_rings(radius * 0.46, 6, radius * 0.016, height * 0.2), y=height * 0.94)
    feet = ring_of(
        moved(cylinder(radius * 0.09, height * 0.05, 20), x=radius * 0.7, y=-height * 0.03), 4, first_deg=45.0
    )
    return [thing.main(body), thing.sub("light", ring, "screen_emissive"), thing.sub("feet", feet, "rubber_black")]


@maker("case_box", natural=(0.22, 0.035, 0.15))
def case_box(thing: Thing) -> list[Piece]:
    """Make a device's rectangular housing: parting line, side vents, feet; `corner_m`, `has_vents`."""
    width, height, depth = thing.size
    foot = height * 0.06
    corner = thing.number("corner_m", min(width, depth) * 0.16)
    body = moved(slab(width, height - foot, depth, corner, min(height * 0.2, corner * 0.6), thing.detail), y=foot)
    groove = standing(
        rounded_rectangle(width * 1.1, depth * 1.1, corner, 32)
        - rounded_rectangle(width * 0.985, depth * 0.985, corner, 32),
        height * 0.02,
    )
    body = body - moved(groove, y=height * 0.36)
    if thing.flag("has_vents", default=True) and thing.detail.has_small_things:
        cut = slots(depth * 0.6, height * 0.28, 11, width * 0.1)
        body = body - union([moved(turned(cut, y=90.0), x=side * width / 2, y=height * 0.5) for side in (-1, 1)])
    feet = copies(
        cylinder(corner * 0.3, foot * 1.4, 20),
        [(x * (width / 2 - corner), 0.0, z * (depth / 2 - corner)) for x in (-1, 1) for z in (-1, 1)],
    )
    return [thing.main(body), thing.sub("feet", feet, "rubber_black")]


@maker("antenna")
def antenna(thing: Thing) -> Made:
    """Make a stub antenna on its hinge."""
    radius, height = thing.width / 2, thing.height
    whip = spun(
        smooth(
            [
                (radius * 0.8, height * 0.12),
                (radius * 0.8, height * 0.3),
                (radius * 0.62, height * 0.95),
                (radius * 0.3, height),
            ],
            6,
        ),
        thing.detail.around(28),
    )
    knuckle = moved(rod(radius, radius * 1.7, thing.detail.around(28)), y=max(height * 0.09, radius))
    return thing.main(union((whip, moved(cylinder(radius * 0.95, height * 0.1, 28), y=0.0), knuckle)))


@maker("display", natural=(0.6, 0.36, 0.03))
def display(thing: Thing) -> list[Piece]:
    """Make a flat display facing +z: a slim body, a dark bezel and a lit screen; `border_m`."""
    width, height, depth = thing.size
    border = thing.number("border_m", min(width, height) * 0.03)
    corner = min(border * 1.2, depth)
    shell = turned(slab(width, depth, height, corner, depth * 0.3, thing.detail), x=90.0)
    shell = shell.translate((0.0, height / 2, -depth / 2))
    pane = facing(rounded_rectangle(width - 2 * border, height - 2 * border, corner * 0.4), depth * 0.12)
    recess = facing(rounded_rectangle(width - 1.9 * border, height - 1.9 * border, corner * 0.4), depth * 0.3)
    body = shell - moved(recess, y=height / 2, z=depth / 2)
    return [thing.main(body), thing.sub("screen", moved(pane, y=height / 2, z=depth * 0.36), "screen_emissive")]


@maker("laptop_base", natural=(0.32, 0.016, 0.22))
def laptop_base(thing: Thing) -> list[Piece]:
    """Make a laptop's lower half: keyboard, touchpad, ports, feet."""
    width, height, depth = thing.size
    foot = height * 0.1
    tall = height * 0.84
    body = moved(slab(width, tall - foot, depth, width * 0.03, tall * 0.3, thing.detail), y=foot)
    well = moved(
        standing(rounded_rectangle(width * 0.86, depth * 0.48, 0.004), tall), y=tall - height * 0.1, z=-depth * 0.15
    )
    pad_cut = moved(
        standing(rounded_rectangle(width * 0.36, depth * 0.3, 0.005), tall), y=tall - height * 0.05, z=depth * 0.3
    )
    pad = moved(
        standing(rounded_rectangle(width * 0.355, depth * 0.295, 0.005), height * 0.12),
        y=tall - height * 0.14,
        z=depth * 0.3,
    )
    ports = [
        moved(block(width * 0.02, tall * 0.28, 0.012), x=side * width / 2, y=tall * 0.42, z=-depth * (0.2 + 0.1 * step))
        for side in (-1, 1)
        for step in range(3)
    ]
    keys = moved(
        keyboard(width * 0.83, depth * 0.45, height * 0.22, thing.detail), y=tall - height * 0.12, z=-depth * 0.15
    )
    feet = copies(
        cylinder(0.006, foot * 1.6, 16), [(x * width * 0.43, 0.0, z * depth * 0.42) for x in (-1, 1) for z in (-1, 1)]
    )
    return [
        thing.main(body - union([well, pad_cut, *ports])),
        thing.sub("keys", keys, "plastic_black"),
        thing.sub("touchpad", pad),
        thing.sub("feet", feet, "rubber_black"),
    ]


_LENSES = {
    0: ((0.0, 0.0),), 1: ((0.0, 0.0),), 2: ((0.0, -0.1), (0.0, 0.1)), 3: ((-0.1, -0.1), (-0.1, 0.1), (0.1, 0.0)),
    4: ((-0.1, -0.1), (-0.1, 0.1), (0.1, -0.1), (0.1, 0.1)),
}  # fmt: skip


@maker("phone", natural=(0.073, 0.15, 0.01))
def phone(thing: Thing) -> list[Piece]:
    """Make a phone standing upright, its screen to +z, its cameras to −z; `lenses` of one to four."""
    width, height, depth = thing.size
    corner = width * 0.15
    body = turned(slab(width, depth * 0.78, height, corner, depth * 0.22, thing.detail), x=90.0).translate(
        (0.0, height / 2, -depth * 0.28)
    )
    glass = facing(rounded_rectangle(width * 0.965, height * 0.982, corner * 0.9, 32), depth * 0.1).translate(
        (0.0, height / 2, depth * 0.5 - depth * 0.05)
    )
    lit = facing(rounded_rectangle(width * 0.91, height * 0.955, corner * 0.75, 32), depth * 0.05).translate(
        (0.0, height / 2, depth * 0.52)
    )
    island = facing(rounded_rectangle(width * 0.44, width * 0.44, width * 0.11, 32), depth * 0.16).translate(
        (width * 0.24, height - width * 0.28, -depth * 0.32)
    )
    lenses = [
        moved(
            rod(width * 0.075, depth * 0.34, 32, axis="z"),
            x=width * (0.24 + dx),
            y=height - width * (0.28 + dy),
            z=-depth * 0.36,
        )
        for dx, dy in _LENSES[thing.count("lenses", 3, most=4)]
    ]
    keys = [
        moved(
            rounded_box(depth * 0.2, height * tall, depth * 0.3, depth * 0.06),
            x=side * (width / 2 + depth * 0.03),
            y=height * y,
            z=-depth * 0.02,
        )
        for side, y, tall in ((1, 0.58, 0.11), (-1, 0.66, 0.07), (-1, 0.57, 0.07))
    ]
    return [
        thing.main(union([body, island, *keys])),
        thing.sub("bezel", glass, "plastic_black"),
        thing.sub("screen", lit, "screen_emissive"),
        thing.sub("lenses", union(lenses), "paint_black"),
    ]


@maker("board_circuit", natural=(0.085, 0.014, 0.056))
def circuit_board(thing: Thing) -> list[Piece]:
    """Make a small circuit board: chips, pins, capacitors, mounting holes."""
    width, height, depth = thing.size
    random = thing.random()
    plate = standing(rounded_rectangle(width, depth, 0.003) - union_of_holes(width, depth), 0.0016)
    chips = [
        moved(rounded_box(width * w, height * 0.18, depth * d, 0.0003), x=width * x, y=0.0014, z=depth * z)
        for x, z, w, d in ((-0.1, 0.05, 0.24, 0.28), (0.26, -0.2, 0.14, 0.16), (-0.34, -0.25, 0.1, 0.12))
    ]
    cans = [
        moved(
            disc(width * 0.03, height * random.uniform(0.6, 0.95), 24, edge=0.0006),
            x=width * x,
            y=0.0014,
            z=depth * 0.34,
        )
        for x in (0.12, 0.22, 0.32)
    ]
    pins = [
        moved(block(0.0007, height - 0.0016, 0.0007), x=-width * 0.4 + 0.00254 * k, y=0.0012, z=-depth * 0.43)
        for k in range(min(int(width * 0.8 / 0.00254), MANY))
    ]
    plug = moved(
        rounded_box(width * 0.16, height * 0.3, depth * 0.14, 0.0005), x=-width * 0.3, y=0.0014, z=depth * 0.44
    )
    return [
        thing.main(plate),
        thing.sub("chips", union(chips), "plastic_black"),
        thing.sub("capacitors", union(cans), "aluminium"),
        thing.sub("pins", union([*pins, plug]), "gold"),
    ]


def union_of_holes(width: float, depth: float) -> Outline:
    """Return the four mounting holes of a board."""
    hole = circle(0.0016, 20)
    corners = [hole.translate((x * (width / 2 - 0.0035), z * (depth / 2 - 0.0035))) for x in (-1, 1) for z in (-1, 1)]
    return corners[0] + corners[1] + corners[2] + corners[3]


@maker("lens")
def lens(thing: Thing) -> list[Piece]:
    """Make a round eye or lens facing +z in a collar."""
    radius, depth = thing.width / 2, thing.depth
    collar = turned(hoop(radius, radius * 0.7, depth * 0.8, thing.detail.around(40), edge=depth * 0.15), x=90.0)
    eye = moved(ellipsoid(radius * 1.5, radius * 1.5, depth * 0.9, thing.detail.around(32)), z=depth * 0.25)
    return [thing.main(moved(collar, y=radius)), thing.sub("glass", moved(eye, y=radius), "screen_emissive")]


@maker("grille")
def grille(thing: Thing) -> Made:
    """Make a plate with upright slots, facing +z; `slots`."""
    width, height, depth = thing.size
    plate = rounded_box(width, height, depth, depth * 0.2, 1)
    cut = slots(width * 0.88, height * 0.7, max(3, thing.count("slots", 9, most=60)), depth * 3)
    return thing.main(plate - moved(cut, y=height * 0.15))


@maker("cable")
def cable(thing: Thing) -> Made:
    """Make a cable on the ground with a lazy bend, `thickness_m` across."""
    width, height, depth = thing.size
    thick = thing.number("thickness_m", height)
    points = smooth(
        [
            (-width / 2, 0, -depth / 2),
            (-width * 0.2, 0, -depth * 0.1),
            (width * 0.15, 0, -depth * 0.2),
            (width / 2, 0, depth / 2),
        ],
        thing.detail.along(10),
    )
    return thing.main(moved(tube(points, thick / 2, thing.detail.around(12)), y=thick / 2))


@maker("pointer")
def pointer_device(thing: Thing) -> Made:
    """Make a computer mouse."""
    width, height, depth = thing.size
    body = ellipsoid(width, height * 2, depth, thing.detail.around(56)).trim_by_plane((0.0, 1.0, 0.0), 0.0)
    split = moved(block(width * 0.015, height * 0.2, depth * 0.42), y=height * 0.82, z=-depth * 0.26)
    wheel = moved(rod(height * 0.22, width * 0.1, 24), y=height * 0.8, z=-depth * 0.26)
    return thing.main(union((body - split, wheel)))


@maker("torso")
def torso(thing: Thing) -> list[Piece]:
    """Make a toy robot's chest: rounded box with a control panel, dials and rivets."""
    width, height, depth = thing.size
    body = rounded_box(width, height, depth * 0.94, min(width, height) * 0.1, thing.detail.bevel + 1)
    plate = moved(rounded_box(width * 0.66, height * 0.5, depth * 0.06, 0.004), y=height * 0.36, z=depth * 0.455)
    dials = union(
        [
            moved(
                turned(disc(width * 0.09, depth * 0.05, 40, edge=depth * 0.01), x=90.0),
                x=width * x,
                y=height * 0.7,
                z=depth * 0.475,
            )
            for x in (-0.17, 0.17)
        ]
    )
    needles = union(
        [
            moved(
                turned(block(width * 0.012, width * 0.07, depth * 0.01), z=25.0 * s),
                x=width * 0.17 * s,
                y=height * 0.7,
                z=depth * 0.53,
            )
            for s in (-1, 1)
        ]
    )
    lamps = union(
        [
            moved(
                ellipsoid(width * 0.07, width * 0.07, width * 0.07, 24), x=width * x, y=height * 0.47, z=depth * 0.485
            )
            for x in (-0.2, -0.07, 0.07, 0.2)
        ]
    )
    rivets = union(
        [
            moved(ellipsoid(width * 0.03, width * 0.03, width * 0.03, 12), x=width * x, y=height * y, z=depth * 0.47)
            for x in (-0.42, 0.42)
            for y in (0.12, 0.5, 0.88)
        ]
    )
    return [
        thing.main(union((body, rivets)) if thing.detail.has_small_things else body),
        thing.sub("panel", plate, "steel_brushed"),
        thing.sub("dials", dials, "enamel_white"),
        thing.sub("lamps", lamps, "paint_red"),
        thing.sub("needles", needles, "paint_black"),
    ]


@maker("ribbed_limb")
def ribbed_limb(thing: Thing) -> Made:
    """Make a flexible limb of stacked rings, upright."""
    radius, height = thing.width / 2, thing.height
    count = many(height / (radius * 0.62), least=4)
    pitch = height / count
    core = cylinder(radius * 0.72, height, thing.detail.around(24))
    return thing.main(
        union(
            [
                core,
                *[
                    moved(
                        disc(radius, pitch * 0.72, thing.detail.around(36), edge=pitch * 0.34), y=pitch * (step + 0.14)
                    )
                    for step in range(count)
                ],
            ]
        )
    )


@maker("claw")
def claw(thing: Thing) -> Made:
    """Make a two-fingered claw that opens downwards, on a cuff."""
    width, height, depth = thing.size
    cuff = moved(disc(width * 0.3, height * 0.3, thing.detail.around(32), edge=height * 0.05), y=height * 0.7)
    turn = np.radians(np.linspace(100.0, 290.0, thing.detail.along(12) + 1))
    path = np.column_stack(
        [width * 0.36 * np.cos(turn), height * 0.42 + height * 0.4 * np.sin(turn), np.zeros(len(turn))]
    )
    finger = sweep(rectangle(depth * 0.5, width * 0.14).to_polygons()[0], path)
    return thing.main(union((cuff, finger, finger.mirror((1.0, 0.0, 0.0)))))


@maker("wedge", natural=(0.063, 0.045, 0.048))
def wedge(thing: Thing) -> Made:
    """Make a phone stand: a block with a leaning slot `slot_m` wide, `lean_deg` from upright."""
    width, height, depth = thing.size
    block_solid = rounded_box(width, height * 0.5, depth, 0.004, thing.detail.bevel)
    lean = thing.number("lean_deg", 15.0)
    back = moved(turned(rounded_box(width * 0.7, height, 0.008, 0.003), x=-lean), y=0.001, z=-depth * 0.24)
    slot = moved(
        turned(block(width * 2, height, thing.number("slot_m", 0.01) * 1.12), x=-lean), y=height * 0.2, z=depth * 0.1
    )
    return thing.main(union((block_solid, back)) - slot)


@maker("key")
def winding_key(thing: Thing) -> Made:
    """Make a wind-up key whose shaft reaches to +z and whose two ears spread along x."""
    width, height, depth = thing.size
    ear = hoop(width * 0.27, width * 0.13, height * 0.2, thing.detail.around(40), edge=height * 0.05)
    ears = union(
        [moved(turned(moved(ear, y=-height * 0.1), x=90.0), x=side * width * 0.23, z=-depth * 0.38) for side in (-1, 1)]
    )
    return thing.main(moved(union((ears, moved(rod(height * 0.1, depth, 20, axis="z"), z=0.0))), y=height / 2))


@maker("keyboard", natural=(0.42, 0.024, 0.13))
def keyboard_maker(thing: Thing) -> list[Piece]:
    """Make a keyboard: a tray and its keys."""
    width, height, depth = thing.size
    tray = rounded_box(width, height * 0.62, depth, height * 0.2, thing.detail.bevel)
    keys = moved(keyboard(width * 0.96, depth * 0.9, height * 0.5, thing.detail), y=height * 0.5)
    return [thing.main(tray), thing.sub("keys", keys, "plastic_white", "#d8d8d6")]

"""Makers of the parts of microphones, film projectors and telephones with a cord."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.profiles import circle, facing
from engine.parts.solids import moved, ring_of, rounded_box, turned, union
from engine.parts.sweeping import tube
from engine.parts.turning import disc, hoop, spun

# fmt: off


@maker("mesh_head")
def mesh_head(thing: Thing) -> list[Piece]:
    """Make a microphone's basket: rings and bars around a dark capsule."""
    radius, height = thing.width / 2, thing.height
    line = [(0.0, 0.94), (0.25, 1.0), (0.5, 0.98), (0.74, 0.86), (0.9, 0.6), (0.99, 0.2)]
    side = thing.detail.around(48)
    inner = spun([(r * radius * 0.92, y * height * 0.97) for y, r in line], side)
    rings = [
        moved(
            hoop(
                radius * float(np.interp(y, [a for a, _ in line], [b for _, b in line])),
                radius * float(np.interp(y, [a for a, _ in line], [b for _, b in line])) * 0.88, height * 0.025, side,
            ),
            y=y * height,
        )
        for y in (0.0, 0.16, 0.32, 0.48, 0.64, 0.8, 0.92)
    ]
    path = [(r * radius * 0.96, y * height, 0.0) for y, r in line]
    bar = tube(path, radius * 0.04, 6)
    count = 24 if thing.detail.has_small_things else 10
    return [thing.main(union([*rings, ring_of(bar, count)])), thing.sub("capsule", inner, "plastic_black")]


@maker("film_reel")
def film_reel(thing: Thing) -> list[Piece]:
    """Make a reel facing +z: two flanges with three windows, a hub, and the film wound on it."""
    radius, depth, side = thing.width / 2, thing.depth, thing.detail.around(64)
    flange = circle(radius, side) - circle(radius * 0.07, 20)
    for turn in range(5):
        hole = circle(radius * 0.26, 32).translate((radius * 0.6, 0.0)).rotate(72.0 * turn)
        flange = flange - hole
    plates = [moved(facing(flange, depth * 0.12), z=side_ * depth * 0.44) for side_ in (-1, 1)]
    hub = moved(
        turned(disc(radius * 0.24, depth, side), x=90.0), z=-depth / 2,
    ) - facing(circle(radius * 0.07, 20), depth * 2)
    film = moved(
        turned(disc(radius * 0.8, depth * 0.78, side), x=90.0), z=-depth * 0.39,
    ) - facing(circle(radius * 0.22, side), depth * 2)
    return [thing.main(union([*plates, hub])), thing.sub("film", film, "plastic_black")]


@maker("rotary_dial")
def rotary_dial(thing: Thing) -> list[Piece]:
    """Make a telephone's dial facing +z: number plate, finger wheel with ten holes, finger stop."""
    radius, depth, side = thing.width / 2, thing.depth, thing.detail.around(56)
    plate = turned(disc(radius, depth * 0.5, side, edge=depth * 0.1), x=90.0)
    wheel = circle(radius * 0.94, side)
    for number in range(10):
        turn = np.radians(60.0 + 30.0 * number)
        wheel = wheel - circle(radius * 0.135, 24).translate(
            (radius * 0.72 * np.cos(turn), radius * 0.72 * np.sin(turn))
        )
    ring = moved(facing(wheel, depth * 0.3), z=depth * 0.62)
    cap = moved(turned(disc(radius * 0.42, depth * 0.3, side, edge=depth * 0.1), x=90.0), z=depth * 0.7)
    stop = moved(
        turned(rounded_box(radius * 0.5, radius * 0.1, depth * 0.2, depth * 0.05, 1), z=-40.0), x=radius * 0.68,
        y=-radius * 0.56, z=depth * 0.86,
    )
    return [
        thing.main(union([ring, stop])), thing.sub("plate", plate, "ceramic_white"), thing.sub("cap", cap, "paper"),
    ]  # fmt: skip


@maker("handset", natural=(0.23, 0.04, 0.055))
def handset(thing: Thing) -> Made:
    """Make a telephone's handset along x: two cups that face down, and the bowed grip between."""
    width, height, depth = thing.size
    turns = np.linspace(-1.0, 1.0, thing.detail.along(14) + 1)
    line = np.column_stack([turns * width * 0.4, height * (0.52 + 0.22 * (1 - turns**2)), np.zeros(len(turns))])
    wide = 0.75 + 0.3 * np.abs(turns) ** 2
    grip = tube(line, height * 0.26, thing.detail.around(24), scale=wide).scale((1.0, 1.0, 1.25))
    cup = spun(
        [
            (depth * 0.36, 0.0), (depth * 0.5, height * 0.06), (depth * 0.48, height * 0.4),
            (depth * 0.3, height * 0.72), (depth * 0.1, height * 0.8),
        ],
        thing.detail.around(40),
    )
    cups = [moved(cup, x=sign * (width / 2 - depth / 2)) for sign in (-1, 1)]
    return thing.main(union([grip, *cups]))

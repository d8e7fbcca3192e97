"""Makers of log walls, wood piles and glazed gables."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.profiles import facing, polygon, rectangle
from engine.parts.repeats import GRID, many
from engine.parts.solids import Solid, block, moved, rod, union


@maker("log_walls", natural=(7.0, 2.6, 6.0))
def log_walls(thing: Thing) -> Made:
    """Make walls of logs that cross at the corners; `gaps_m` are openings in the front: x, foot, width, height."""
    width, height, depth = thing.size
    courses = many(height / 0.26, least=4)
    each = height / courses
    radius, sides = each * 0.54, thing.detail.around(12)
    inset = 0.42
    half_d, half_w = depth / 2 - inset, width / 2 - inset
    logs = []
    for course in range(courses):
        y = each * (course + 0.5)
        logs += [moved(rod(radius, width, sides), y=y, z=side * half_d) for side in (-1, 1)]
        if course < courses - 1:
            logs += [moved(rod(radius, depth, sides, axis="z"), x=side * half_w, y=y + each / 2) for side in (-1, 1)]
    walls = union(logs)
    gaps = thing.numbers("gaps_m")
    cuts = [
        moved(block(w + 0.24, h + 0.2, 1.4), x=x, y=y - 0.1, z=half_d) for x, y, w,
        h in zip(*[iter(gaps)] * 4, strict=False)
    ]  # fmt: skip
    cuts += [moved(block(1.4, height * 0.62, 1.25), x=side * half_w, y=height * 0.24) for side in (-1, 1)]
    cuts += [moved(block(1.3, height * 0.62, 1.4), z=-half_d, y=height * 0.24)]
    inner = block(width - 2 * inset - radius, height * 3, depth - 2 * inset - radius)
    whole = walls - union(cuts) - moved(inner, y=-height)
    return thing.main(whole.trim_by_plane((0, 1, 0), 0.0))


@maker("wood_pile")
def wood_pile(thing: Thing) -> list[Piece]:
    """Make a pile of split logs between two posts, their ends to +z."""
    width, height, depth = thing.size
    random = thing.random()
    size = min(0.17, height / 4)
    columns, rows = many(width / size - 1, least=3, most=GRID), many(height / size / 0.88, least=2, most=GRID)
    logs: list[Solid] = []
    for row in range(rows):
        for column in range(columns - row % 2):
            x = (column - (columns - 1 - row % 2) / 2) * (width * 0.9 / columns)
            radius = size * (0.5 + 0.08 * float(random.random()))
            logs.append(
                moved(rod(radius, depth * (0.92 + 0.08 * float(random.random())), 8, axis="z"), x=x, y=size * 0.5
                + row * size * 0.84),
            )  # fmt: skip
    posts = [moved(block(0.08, height, depth * 0.5), x=side * (width / 2 - 0.04)) for side in (-1, 1)]
    return [thing.main(union(logs).trim_by_plane((0, 1, 0), 0.0)), thing.sub("posts", union(posts), "pine")]


@maker("glass_gable", natural=(5.0, 4.5, 0.14))
def glass_gable(thing: Thing) -> list[Piece]:
    """Make a triangle of glass with a frame and bars, facing +z; `has_door`."""
    width, height, depth = thing.size
    border = min(0.14, width * 0.04)
    whole = polygon([(-width / 2, 0), (width / 2, 0), (0, height)])
    bars = [rectangle(border * 0.7, height * 2).translate((width * x, 0)) for x in (-0.22, 0.0, 0.22)]
    bars += [rectangle(width * 2, border * 0.7).translate((0, height * y)) for y in (0.38, 0.66)]
    flat = whole - whole.offset(-border)
    for bar in bars:
        flat = flat + (bar ^ whole)
    pieces = [
        thing.main(facing(flat, depth)),
        thing.sub("glass", facing(whole.offset(-border * 0.3), depth * 0.2), "glass_tinted")
    ]  # fmt: skip
    if thing.flag("has_door"):
        leaf = rectangle(width * 0.2, height * 0.74).translate((width * 0.11, 0))
        ring = (leaf - leaf.offset(-0.1)) ^ rectangle(width, height * 4).translate((0, height * 2.001))
        knob = moved(rod(0.03, depth * 1.1, 12, axis="z"), x=width * 0.04, y=height * 0.2)
        pieces.append(thing.sub("door", union((facing(ring, depth * 0.9), knob)), "iron_black"))
    return pieces


@maker("timber_frame", natural=(6.0, 9.0, 0.14))
def timber_frame(thing: Thing) -> Made:
    """Make a half-timbered frame facing +z: beams around `columns` × `rows` bays, braces in the outer ones."""
    width, height, depth = thing.size
    rows, columns, bar = max(1, thing.count("rows", 3, most=12)), max(2, thing.count("columns", 4, most=16)), 0.18
    each_w, each_h = (width - bar) / columns, (height - bar) / rows
    parts = [moved(block(width, bar, depth), y=each_h * row) for row in range(rows + 1)]
    parts += [moved(block(bar, height, depth), x=each_w * (column - columns / 2)) for column in (0, columns)]
    angle = float(np.degrees(np.arctan2(each_w * 0.5, each_h)))
    brace = moved(
        block(bar * 0.8, float(np.hypot(each_w * 0.5, each_h)), depth * 0.9),
        y=-float(np.hypot(each_w * 0.5, each_h)) / 2,
    )  # fmt: skip
    for row in range(rows):
        for side in (-1, 1):
            middle = side * (width / 2 - bar / 2 - each_w * 0.25)
            parts.append(moved(brace.rotate((0, 0, -side * angle)), x=middle, y=each_h * (row + 0.5) + bar / 2))
    return thing.main(union(parts) ^ block(width, height, depth * 2))

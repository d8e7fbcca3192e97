"""Forms of door and drawer fronts and of their handles, beside the plain ones of `joinery`."""

from collections.abc import Callable

import numpy as np

from engine.parts.detail import Detail
from engine.parts.ornament import pointed_arch
from engine.parts.profiles import annulus, facing, polygon, rectangle, rounded_rectangle
from engine.parts.relief import stud
from engine.parts.repeats import GRID, many
from engine.parts.solids import Solid, ball, block, copies, ellipsoid, moved, rod, rounded_box, turned, union
from engine.parts.turning import torus

Front = Callable[[float, float, float, Detail], Solid]


def _planked(width: float, height: float, depth: float, detail: Detail) -> Solid:
    """Return upright planks with open joints on two ledges."""
    count = many(width / 0.095, least=2)
    each, joint = width / count, min(0.004, width / count * 0.08)
    plank = rounded_box(each - joint, height, depth, min(0.004, depth * 0.2), 1)
    planks = copies(plank, [(-width / 2 + each * (step + 0.5), 0.0, 0.0) for step in range(count)])
    back = moved(block(width - joint, height * 0.98, depth * 0.5), y=height * 0.01, z=-depth * 0.2)
    ledges = [
        moved(rounded_box(width * 0.94, height * 0.1, depth * 0.3, 0.002, 1), y=height * y, z=depth * 0.35)
        for y in (0.1, 0.8)
    ]
    parts = [planks.scale((1.0, 1.0, 0.75)), back, *(ledges if height > 0.3 else ())]
    return union(parts)


def _fluted(width: float, height: float, depth: float, detail: Detail) -> Solid:
    """Return upright half-round reeds between a plain head and foot."""
    border = min(0.03, height * 0.12)
    count = max(4, min(40, round(width * 0.9 / 0.028)))
    each = width * 0.94 / count
    reed = rod(each * 0.48, height - 2 * border, max(8, detail.around(12) // 2 * 2), axis="y")
    reed = reed.scale((1.0, 1.0, min(1.0, depth * 0.5 / (each * 0.48))))
    places = [(-width * 0.47 + each * (step + 0.5), height / 2, depth * 0.0) for step in range(count)]
    back = block(width, height, depth * 0.5)
    frame = [moved(block(width, border, depth), y=y) for y in (0.0, height - border)]
    return union([moved(back, z=-depth * 0.25), copies(reed, places), *frame])


def _arched(width: float, height: float, depth: float, detail: Detail) -> Solid:
    """Return a board with pointed arches cut in relief."""
    board = rounded_box(width, height, depth, min(0.003, depth * 0.15), 1)
    border = min(0.05, width * 0.14, height * 0.14)
    count = max(1, min(4, round((width - 2 * border) / ((height - 2 * border) * 0.6))))
    each = (width - 2 * border) / count
    hollow = facing(rectangle(width - 2 * border, height - 2 * border), depth * 0.7)
    field = moved(hollow, y=height / 2, z=depth * 0.5)
    rib = min(0.014, each * 0.12)
    arches = [
        moved(facing(pointed_arch(each * 0.98, height - 1.9 * border, rib, detail), depth * 0.45),
              x=-width / 2 + border + each * (step + 0.5), y=height / 2, z=depth * 0.2)
        for step in range(count)
    ]  # fmt: skip
    return union([board - field, *arches])


def _riveted(width: float, height: float, depth: float, detail: Detail) -> Solid:
    """Return a metal sheet with a raised band and rivets around its rim, stiffened by a diagonal cross."""
    band = min(0.035, width * 0.12, height * 0.16)
    sheet = moved(block(width - band, height - band, depth * 0.5), y=band / 2, z=-depth * 0.2)
    outline = rectangle(width, height) - rectangle(width - 2 * band, height - 2 * band)
    rim = moved(facing(outline, depth * 0.85), y=height / 2, z=-depth * 0.075)
    radius = band * 0.3
    columns, rows = (max(2, min(8, round(side / (band * 2.4)))) for side in (width, height))
    x, y = (width - band) / 2, (height - band) / 2
    places = [(float(a), float(b), 0.0) for a in np.linspace(-x, x, columns) for b in (-y, y)]
    places += [(float(a), float(b), 0.0) for a in (-x, x) for b in np.linspace(-y, y, rows)[1:-1]]
    heads = moved(copies(stud(radius, depth * 0.4, "dome", Detail("draft")), places), y=height / 2, z=depth * 0.3)
    return union((sheet, rim, heads))


def _channelled(width: float, height: float, depth: float, detail: Detail) -> Solid:
    """Return a smooth board with large round corners and one deep channel across."""
    board = moved(facing(rounded_rectangle(width, height, min(width, height) * 0.12, 32), depth), y=height / 2)
    channel = facing(rounded_rectangle(width * 1.2, min(0.018, height * 0.1), 0.004), depth * 0.8)
    return board - moved(channel, y=height * 0.68, z=depth * 0.5)


def _latticed(width: float, height: float, depth: float, detail: Detail) -> Solid:
    """Return a paper screen: thin bars before a board."""
    border = min(0.03, width * 0.1, height * 0.12)
    columns, rows = many(width / 0.12, least=2, most=GRID), many(height / 0.16, least=2, most=GRID)
    slat = border * 0.36
    tall, wide, low = height - border, width - border, border / 2
    bars = [
        moved(block(slat, tall, depth * 0.9), x=width * (step / columns - 0.5), y=low) for step in range(1, columns)
    ]
    bars += [moved(block(wide, slat, depth * 0.86), y=height * step / rows - slat / 2) for step in range(1, rows)]
    outline = rectangle(width, height) - rectangle(width - 2 * border, height - 2 * border)
    rim = moved(facing(outline, depth), y=height / 2)
    return union([moved(block(wide, tall, depth * 0.4), y=low, z=-depth * 0.28), rim, *bars])


FRONTS: dict[str, Front] = {
    "planked": _planked,
    "fluted": _fluted,
    "arched": _arched,
    "riveted": _riveted,
    "channelled": _channelled,
    "lattice": _latticed,
}


def _shell(length: float, depth: float, detail: Detail) -> Solid:
    """Return a cup pull: a quarter of an ellipsoid, hollow below."""
    around = detail.around(28)
    tall = length * 0.42
    whole = ellipsoid(length, 2 * tall, 2 * depth, around) - ellipsoid(length * 0.86, 1.8 * tall, 1.76 * depth, around)
    cup = whole.trim_by_plane((0.0, 0.0, 1.0), 0.0).trim_by_plane((0.0, 1.0, 0.0), 0.0)
    rim = moved(block(length * 0.98, tall * 0.1, depth * 0.14), z=depth * 0.07)
    return moved(union((cup, rim)), y=-tall / 2)


def _ring(length: float, depth: float, detail: Detail) -> Solid:
    """Return a round plate with a ring that hangs from it."""
    around = detail.around(28)
    size = min(length * 0.5, depth * 1.1)
    plate = turned(torus(size * 0.36, size * 0.22, around, 8), x=90.0)
    face = rod(size * 0.4, depth * 0.2, around, axis="z")
    eye = moved(ball(size * 0.2, around), z=depth * 0.3)
    hoop = moved(turned(torus(size * 0.5, size * 0.16, around, 10), x=72.0), y=-size * 0.42, z=depth * 0.5)
    return union((moved(plate, z=depth * 0.08), moved(face, z=depth * 0.1), eye, hoop))


def _recessed(length: float, depth: float, detail: Detail) -> Solid:
    """Return a flush pull: a flat frame with round ends around a hollow plate."""
    wide = min(length * 0.22, depth * 1.2)
    outer = rounded_rectangle(length, wide, wide / 2, detail.around(24))
    rim = facing(outer - outer.offset(-wide * 0.16), depth * 0.3)
    return union((moved(rim, z=depth * 0.1), moved(facing(outer, depth * 0.12), z=0.02 * depth)))


def _pipe(length: float, depth: float, detail: Detail) -> Solid:
    """Return a pipe on two flanges with elbows."""
    around, thick = detail.around(16), min(depth * 0.4, length * 0.16)
    x, z = length / 2 - thick, depth - thick / 2
    bar = moved(rod(thick / 2, 2 * x, around), z=z)
    ends = []
    for side in (-1, 1):
        ends += [moved(ball(thick * 0.62, around), x=side * x, z=z)]
        ends += [moved(rod(thick / 2, z, around, axis="z"), x=side * x, z=z / 2)]
        ends += [moved(rod(thick, depth * 0.16, around, axis="z"), x=side * x, z=depth * 0.06)]
    return union([bar, *ends])


def _edge(length: float, depth: float, detail: Detail) -> Solid:
    """Return a folded strip that is gripped from above."""
    thick = depth * 0.16
    lip = moved(block(length, depth * 0.45, thick), y=-depth * 0.45, z=depth - thick / 2)
    shelf = moved(block(length, thick, depth * 1.02), y=-thick, z=depth * 0.49)
    return union((lip, shelf))


def _strap(length: float, depth: float, detail: Detail) -> Solid:
    """Return a forged grip: two leaf-shaped plates with a nail each, and a flat bow between them."""
    wide = min(depth * 0.8, length * 0.2)
    leaf = polygon([(-wide, 0), (0, wide * 0.6), (wide, 0), (0, -wide * 0.6)])
    plate = facing(leaf, depth * 0.16)
    nail = stud(wide * 0.2, depth * 0.2, "nail", detail)
    ends = [moved(solid, x=side * (length / 2 - wide), z=z)
            for side in (-1, 1) for solid, z in ((plate, depth * 0.06), (nail, depth * 0.16))]  # fmt: skip
    bow = annulus(length * 0.5, length * 0.5 - wide * 0.3, detail.around(48)) ^ rectangle(length * 0.74, length * 2)
    bow = bow ^ rectangle(length, length).translate((0, length / 2))
    grip = facing(bow, wide * 0.7).rotate((90.0, 0.0, 0.0))
    reach = depth / (length * 0.5 * (1 - (1 - 0.74**2) ** 0.5) + wide * 0.3)
    box = grip.bounding_box()
    grip = moved(grip, z=-box[2]).scale((1.0, 1.0, min(depth * 0.97 / (box[5] - box[2]), reach * 2)))
    return union([*ends, grip])


HANDLES: dict[str, Callable[[float, float, Detail], Solid]] = {
    "shell": _shell,
    "ring": _ring,
    "recessed": _recessed,
    "pipe": _pipe,
    "edge": _edge,
    "strap": _strap,
}
HANGING = frozenset({"shell", "ring", "edge"})  # handles that keep their own up whichever way the door opens

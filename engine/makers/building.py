"""Makers of rooms and buildings; the front is +z."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.joinery import bars, frame
from engine.parts.profiles import facing, polygon, rectangle, sideways, standing
from engine.parts.repeats import GRID, many
from engine.parts.solids import Solid, block, copies, cylinder, moved, rounded_box, turned, union
from engine.parts.turning import disc


@maker("floor", natural=(5, 0.1, 4))
def floor(thing: Thing) -> list[Piece]:
    """Make a floor; `pattern` planks or tiles are cut in as fine joints, `unit_m` apart; checks are dark tiles."""
    width, height, depth = thing.size
    slab = block(width, height, depth)
    pattern = thing.text("pattern", "plain")
    if pattern == "checks":
        return _checked(thing, slab)
    if pattern == "plain" or not thing.detail.has_small_things:
        return [thing.main(slab)]
    unit, joint, deep = thing.number("unit_m", 0.16 if pattern == "planks" else 0.5), 0.004, 0.004
    unit = max(unit, max(width, depth) / 80)
    lines = [
        moved(block(width * 1.1, deep * 2, joint), y=height - deep, z=z)
        for z in np.arange(-depth / 2 + unit, depth / 2 - joint, unit)
    ]
    if pattern == "tiles":
        lines += [
            moved(block(joint, deep * 2, depth * 1.1), x=x, y=height - deep)
            for x in np.arange(-width / 2 + unit, width / 2 - joint, unit)
        ]
    else:
        lines += [
            moved(
                block(joint, deep * 2, unit),
                x=-width / 2 + (0.37 * row % 1.0) * width,
                y=height - deep,
                z=-depth / 2 + unit * (row + 0.5),
            )
            for row in range(int(depth / unit))
        ]
    return [thing.main(slab - union(lines))]


def _checked(thing: Thing, slab: Solid) -> list[Piece]:
    """Return a floor in which every second tile is another one."""
    width, height, depth = thing.size
    unit = max(thing.number("unit_m", 0.5), max(width, depth) / 40)
    across, along = max(2, round(width / unit)), max(2, round(depth / unit))
    wide, deep, joint, sunk = width / across, depth / along, 0.003, 0.02
    places = [
        (wide * (column + 0.5) - width / 2, deep * (row + 0.5) - depth / 2)
        for row in range(along) for column in range(across) if (row + column) % 2
    ]  # fmt: skip
    tile, hole = block(wide - joint, sunk, deep - joint), block(wide - joint, 2 * sunk, deep - joint)
    tiles = union([moved(tile, x=x, y=height - sunk, z=z) for x, z in places])
    holes = union([moved(hole, x=x, y=height - sunk, z=z) for x, z in places])
    return [thing.main(slab - holes), thing.sub("checks", tiles, "", "#2b2b2e")]


@maker("wall")
def wall(thing: Thing) -> Made:
    """Make an upright wall along x.

    `openings_m` lists x, y, width, height in metres from its bottom middle, four numbers each.
    """
    solid = block(*thing.size)
    holes = _holes(thing.numbers("openings_m"), thing.depth * 3)
    return thing.main(solid - union(holes) if holes else solid)


def _holes(numbers: list[float], depth: float) -> list[Solid]:
    return [
        moved(facing(rectangle(w, h), depth), x=x, y=y + h / 2)
        for x, y, w, h in zip(*[iter(numbers)] * 4, strict=False)
    ]


@maker("skirting")
def skirting(thing: Thing) -> Made:
    """Make a skirting board along x whose top is rounded to +z."""
    width, height, depth = thing.size
    profile = polygon(
        [
            (-depth / 2, 0),
            (depth / 2, 0),
            (depth / 2, height * 0.7),
            (depth * 0.2, height * 0.85),
            (0, height),
            (-depth / 2, height),
        ]
    )
    return thing.main(sideways(profile, width))


@maker("window", natural=(1.2, 1.4, 0.2))
def window(thing: Thing) -> list[Piece]:
    """Make a window facing +z: frame, glazing bars `columns` × `rows`, glass, and a sill if `has_sill`."""
    width, height, depth = thing.size
    sill = 0.05 if thing.flag("has_sill", default=True) else 0.0
    border = min(0.07, width * 0.1, height * 0.1)
    tall = height - sill
    body = [moved(frame(width * (0.94 if sill else 1.0), tall, depth * 0.5, border, thing.detail), y=sill)]
    grid = (max(1, thing.count("columns", 2, most=12)), max(1, thing.count("rows", 2, most=12)))
    if max(grid) > 1:
        inner_w, inner_h = width * (0.94 if sill else 1.0) - border, tall - border
        body.append(moved(bars(inner_w, inner_h, depth * 0.3, *grid, border * 0.5), y=sill + border / 2))
    if sill:
        body.append(moved(rounded_box(width, sill, depth, 0.008), y=0.0))
    glass = moved(block(width * 0.94 - border, tall - border, max(depth * 0.08, 0.004)), y=sill + border / 2)
    return [
        thing.main(union(body)),
        thing.sub("glass", glass, "glass_clear" if thing.flag("is_clear") else "glass_tinted"),
    ]


@maker("door", natural=(1.1, 2.1, 0.2))
def door(thing: Thing) -> list[Piece]:
    """Make a door facing +z in its frame: panels, a knob, and a light above the panels if `has_light`."""
    width, height, depth = thing.size
    border = min(0.08, width * 0.1)
    leaf_w, leaf_h = width - 2 * border, height - border
    leaf = block(leaf_w + 0.004, leaf_h, depth * 0.4)
    cells = [(x, y, h) for x in (-1, 1) for y, h in ((0.06, 0.3), (0.41, 0.24), (0.7, 0.25))]
    cuts = [
        moved(
            facing(rectangle(leaf_w * 0.36, leaf_h * h), depth * 0.1),
            x=x * leaf_w * 0.23,
            y=leaf_h * (y + h / 2),
            z=depth * 0.2,
        )
        for x, y, h in cells
    ]
    leaf = leaf - union(cuts)
    surround = frame(width, height + border, depth, border, thing.detail).trim_by_plane((0.0, 1.0, 0.0), border)
    knob = moved(turned(disc(0.03, 0.05, 28, edge=0.012), x=90.0), x=leaf_w * 0.42, y=height * 0.47, z=depth * 0.18)
    pieces = [
        thing.main(leaf),
        thing.sub("frame", moved(surround, y=-border), "paint_white"),
        thing.sub("knob", knob, "brass_polished"),
    ]
    if thing.flag("has_light"):
        pane = moved(facing(rectangle(leaf_w * 0.82, leaf_h * 0.22), depth * 0.3), y=leaf_h * 0.83, z=depth * 0.1)
        pieces[0] = thing.main(leaf - pane)
        pieces.append(thing.sub("glass", pane ^ block(width, height, depth * 0.3), "glass_tinted"))
    return pieces


@maker("chimney")
def chimney(thing: Thing) -> list[Piece]:
    """Make a chimney with a corbelled head and two pots."""
    width, height, depth = thing.size
    stack = block(width * 0.84, height * 0.9, depth * 0.84)
    head = [
        moved(block(width * w, height * 0.05, depth * w), y=height * y)
        for w, y in ((0.92, 0.72), (1.0, 0.76), (0.92, 0.81))
    ]
    pots = union(
        [
            moved(cylinder(width * 0.14, height * 0.16, 24, top=width * 0.11), x=x * width * 0.2, y=height * 0.84)
            for x in (-1, 1)
        ]
    )
    return [thing.main(union([stack, *head])), thing.sub("pots", pots, "terracotta")]


@maker("steps", natural=(1.8, 0.4, 1.1))
def steps(thing: Thing) -> Made:
    """Make `count` steps that rise towards −z."""
    width, height, depth = thing.size
    count = max(1, thing.count("count", 3, most=40))
    treads = [
        moved(block(width, height * (step + 1) / count, depth * (1 - step / count)), z=-depth / 2 * (step / count))
        for step in range(count)
    ]
    return thing.main(union(treads))


@maker("storey", natural=(22, 3.7, 16))
def storey(thing: Thing) -> list[Piece]:
    """Make one storey of an office building.

    Slab edge, columns, a glazed skin with mullions `pitch_m` apart; `is_lobby`.
    """
    width, height, depth = thing.size
    slab = min(0.35, height * 0.12)
    pitch = max(thing.number("pitch_m", 1.5), max(width, depth) / 40)
    inset = 0.12
    ledge = moved(block(width, slab, depth), y=height - slab)
    base = (
        block(width, slab * 0.3, depth) if not thing.flag("is_lobby") else block(width * 0.97, slab * 0.2, depth * 0.97)
    )
    glass = _ring(width - 2 * inset, depth - 2 * inset, 0.04, height - slab * 0.8)
    core = moved(block(width * 0.36, height * 0.98, depth * 0.3), y=0.0)
    fins = _mullions(
        width - 2 * inset, depth - 2 * inset, pitch, height - slab * 0.6, 0.06 if not thing.flag("is_lobby") else 0.09
    )
    rail = moved(_ring(width - 2 * inset + 0.03, depth - 2 * inset + 0.03, 0.08, 0.06), y=height * 0.3)
    return [
        thing.main(union((ledge, base, core))),
        thing.sub("glass", glass, "glass_tinted"),
        thing.sub("mullions", union((fins, rail)) if thing.detail.has_small_things else fins, "aluminium"),
    ]


def _ring(width: float, depth: float, thick: float, height: float) -> Solid:
    return block(width, height, depth) - moved(block(width - 2 * thick, height * 3, depth - 2 * thick), y=-height)


def _mullions(width: float, depth: float, pitch: float, height: float, thick: float) -> Solid:
    across, along = many(width / pitch, most=GRID), many(depth / pitch, most=GRID)
    places = [(-width / 2 + width * i / across, 0.0, side * depth / 2) for i in range(across + 1) for side in (-1, 1)]
    places += [(side * width / 2, 0.0, -depth / 2 + depth * j / along) for j in range(1, along) for side in (-1, 1)]
    return copies(block(thick, height, thick * 2), places)


@maker("canopy", natural=(2.2, 2.8, 1.3))
def canopy(thing: Thing) -> Made:
    """Make a porch roof on two posts at its front."""
    width, height, depth = thing.size
    roof = moved(rounded_box(width, height * 0.06, depth, 0.01), y=height * 0.94)
    posts = [
        moved(block(0.12, height * 0.96, 0.12), x=side * (width / 2 - 0.15), z=depth / 2 - 0.15) for side in (-1, 1)
    ]
    beam = moved(block(width * 0.94, height * 0.05, 0.1), y=height * 0.9, z=depth / 2 - 0.15)
    return thing.main(union([roof, beam, *posts]))


@maker("rooftop_unit")
def rooftop_unit(thing: Thing) -> list[Piece]:
    """Make an air-conditioning unit: box with louvres and two fans on top."""
    width, height, depth = thing.size
    body = block(width, height * 0.88, depth)
    louvres = [
        moved(block(width * 0.8, height * 0.03, depth * 0.02), y=height * (0.15 + 0.08 * step), z=depth / 2)
        for step in range(8)
    ]
    fans = union(
        [
            moved(
                disc(min(width, depth * 2) * 0.2, height * 0.14, 40, edge=height * 0.02),
                x=side * width * 0.24,
                y=height * 0.86,
            )
            for side in (-1, 1)
        ]
    )
    return [thing.main(union([body, *louvres])), thing.sub("fans", fans, "iron_black")]


@maker("curtain")
def curtain(thing: Thing) -> Made:
    """Make a curtain that hangs in folds, facing +z."""
    width, height, depth = thing.size
    xs = np.linspace(-width / 2, width / 2, thing.detail.along(90) + 1)
    wave = np.sin(xs / width * 2 * np.pi * many(width / 0.11, least=3)) * depth * 0.34
    thick = depth * 0.14
    outline = np.vstack([np.column_stack([xs, wave - thick]), np.column_stack([xs, wave + thick])[::-1]])
    return thing.main(standing(polygon(outline), height))


@maker("picture", natural=(0.6, 0.8, 0.03))
def picture(thing: Thing) -> list[Piece]:
    """Make a framed picture facing +z with a mount."""
    width, height, depth = thing.size
    border = min(0.04, min(width, height) * 0.1)
    paper = moved(block(width - border, height - border, depth * 0.3), y=border / 2, z=-depth * 0.2)
    art = moved(block(width * 0.56, height * 0.56, depth * 0.1), y=height * 0.22, z=0.0)
    return [
        thing.main(frame(width, height, depth, border, thing.detail)),
        thing.sub("mount", paper, "paper"),
        thing.sub("art", art, "fabric_blue", thing.text("art_color", "#8fa3b5")),
    ]

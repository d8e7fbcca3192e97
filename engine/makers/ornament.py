"""Makers of what a style adds to a face: each lies in its box, faces +z, and is sunk into the body by its back."""

import numpy as np
from manifold3d import OpType

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.gears import gear_outline, phase_to_mesh
from engine.parts.ornament import beaded_frame, corner, lattice_bars, pointed_arch, strap
from engine.parts.profiles import Outline, circle, facing, polygon, rectangle, rounded_rectangle
from engine.parts.relief import stud
from engine.parts.solids import Solid, copies, moved, union


@maker("rivets")
def rivets(thing: Thing) -> Made:
    """Make studs around the rim of a rectangle: `columns`, `rows`, `radius_m`, `form` dome, hex or nail."""
    radius = min(thing.number("radius_m", 0.006), 0.2 * min(thing.width, thing.height))
    columns, rows = (max(2, thing.count(name, 4, most=40)) for name in ("columns", "rows"))
    x, y = thing.width / 2 - radius, thing.height / 2 - radius
    along, up = np.linspace(-x, x, columns), np.linspace(-y, y, rows)
    places = [(float(a), float(b), 0.0) for a in along for b in (-y, y)]
    places += [(float(a), float(b), 0.0) for a in (-x, x) for b in up[1:-1]]
    return thing.main(copies(stud(radius, thing.depth, thing.text("form", "dome"), thing.detail), places))


@maker("corner_plates")
def corner_plates(thing: Thing) -> Made:
    """Make a plate on each corner of a rectangle; `reach_m` along both sides, `form` plate or bracket."""
    reach = min(thing.number("reach_m", 0.03), 0.4 * min(thing.width, thing.height))
    plate = corner(reach, thing.depth, thing.text("form", "plate"), thing.detail)
    placed = [
        moved(plate.scale((-x, -y, 1.0)), x * thing.width / 2, y * thing.height / 2)
        for x in (-1.0, 1.0)
        for y in (-1.0, 1.0)
    ]
    return thing.main(union(placed))


@maker("straps")
def straps(thing: Thing) -> Made:
    """Make an iron strap along x with pointed ends and the heads of `nails`."""
    return thing.main(strap(*thing.size, max(1, thing.count("nails", 3, most=20)), thing.detail))


@maker("inlay")
def inlay(thing: Thing) -> Made:
    """Make `lines` straight strips along x, one above the other."""
    lines = max(1, thing.count("lines", 1, most=12))
    tall = thing.height / (2 * lines - 1)
    strip = facing(rectangle(thing.width, tall), thing.depth)
    return thing.main(copies(strip, [(0.0, 2 * tall * step, 0.0) for step in range(lines)]))


@maker("light_strip")
def light_strip(thing: Thing) -> list[Piece]:
    """Make a shining strip with round ends in a dark rim that stands before it."""
    width, height, depth = thing.size
    rim = min(width, height) * 0.22
    round_to = min(width, height) / 2
    whole = rounded_rectangle(width, height, round_to, thing.detail.around(24))
    inner = rounded_rectangle(width - 2 * rim, height - 2 * rim, round_to - rim, thing.detail.around(24))
    light = moved(facing(inner.offset(rim * 0.2), depth * 0.8), z=-depth * 0.1)
    return [thing.main(light), thing.sub("rim", facing(whole - inner, depth), "plastic_black")]


@maker("deco_lines")
def deco_lines(thing: Thing) -> Made:
    """Make three upright lines of stepped length with stepped feet, the longest at −x, or at +x if `is_mirrored`."""
    wide = thing.width / 5
    lines = [
        moved(facing(rectangle(wide, thing.height * share), thing.depth), x=wide * 2 * step, y=thing.height * share / 2)
        for step, share in enumerate((1.0, 0.72, 0.46))
    ]
    solid = union(lines)
    return thing.main(solid.mirror((1.0, 0.0, 0.0)) if thing.flag("is_mirrored") else solid)


@maker("deco_fan")
def deco_fan(thing: Thing) -> Made:
    """Make a half sun of rays in two heights around a stepped hub."""
    radius, deep = thing.height, thing.depth
    rays: list[Solid] = []
    count = 9
    for step in range(count):
        low, high = (np.pi * (step + share) / count for share in (0.1, 0.9))
        reach = radius * (1.0 if step % 2 == 0 else 0.86)
        ray = polygon([(0.28 * radius * np.cos(a), 0.28 * radius * np.sin(a)) for a in (low, high)]
                      + [(reach * np.cos(a), reach * np.sin(a)) for a in (high, low)])  # fmt: skip
        rays.append(moved(facing(ray, deep * (1.0 if step % 2 == 0 else 0.82)), z=-deep * 0.09 * (step % 2)))
    upper = rectangle(radius * 3, radius * 2).translate((0.0, radius))
    hub = facing(circle(radius * 0.24, thing.detail.around(32)) ^ upper, deep * 0.96)
    base = moved(facing(rectangle(radius * 2, radius * 0.06), deep * 0.7), y=radius * 0.03, z=-deep * 0.12)
    return thing.main(union([*rays, hub, base]))


@maker("gear_relief")
def gear_relief(thing: Thing) -> list[Piece]:
    """Make two flat gears that mesh, each with its pin: a large one at −x and a small one at +x above."""
    teeth, other, module = 18, 10, 1.0
    bearing = 28.0
    reach = module * (teeth + other) / 2
    at = (reach * np.cos(np.radians(bearing)), reach * np.sin(np.radians(bearing)))
    phase = phase_to_mesh(teeth, 0.0, other, bearing)
    large = gear_outline(teeth, module, flank_steps=2) - _windows(teeth * module / 2, 6, thing)
    small = gear_outline(other, module, flank_steps=2).rotate(phase).translate(at)
    deep = thing.depth
    pins = [
        moved(stud(module * size, deep * 0.5, "dome", thing.detail), x=x, y=y, z=deep * 0.25)
        for x, y, size in ((0.0, 0.0, 1.7), (*at, 1.2))
    ]
    half = [moved(facing(gear, deep * 0.8), z=-deep * 0.1) for gear in (large, small)]
    scale = min(thing.width, thing.height) / (module * (teeth + 2))
    sized = [solid.scale((scale, scale, 1.0)) for solid in (*half, *pins)]
    return [
        thing.main(sized[0]),
        thing.sub("pinion", sized[1], "copper"),
        thing.sub("pins", union(sized[2:]), "iron_black"),
    ]


def _windows(radius: float, count: int, thing: Thing) -> Outline:
    """Return round holes between the hub and the rim of a gear."""
    hole = circle(radius * 0.24, thing.detail.around(16)).translate((radius * 0.62, 0.0))
    return Outline.batch_boolean([hole.rotate(360.0 * step / count) for step in range(count)], OpType.Add)


@maker("beading")
def beading(thing: Thing) -> Made:
    """Make a moulded frame, `border_m` wide, with a boss on each corner."""
    border = min(thing.number("border_m", 0.01), 0.2 * min(thing.width, thing.height))
    return thing.main(beaded_frame(*thing.size, border, thing.detail))


@maker("tracery")
def tracery(thing: Thing) -> Made:
    """Make a row of pointed `arches` in relief, `border_m` wide."""
    count = max(1, thing.count("arches", 3, most=16))
    border = min(thing.number("border_m", 0.008), 0.15 * min(thing.width / count, thing.height))
    each = (thing.width + border * (count - 1)) / count
    outlines = [
        pointed_arch(each, thing.height, border, thing.detail).translate(
            ((each - border) * (step - (count - 1) / 2), 0)
        )
        for step in range(count)
    ]
    return thing.main(union([facing(outline, thing.depth) for outline in outlines]))


@maker("lattice")
def lattice(thing: Thing) -> Made:
    """Make thin slats crossing at right angles in a frame, `border_m` wide."""
    border = min(thing.number("border_m", 0.006), 0.1 * min(thing.width, thing.height))
    return thing.main(lattice_bars(*thing.size, border))

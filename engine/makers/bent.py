"""Makers of what follows a line: bent tubes, spouts, straps, and flat shapes cut from a sheet."""

import numpy as np
from manifold3d import JoinType

from engine.makers.base import Made, Thing, maker
from engine.parts.profiles import Flat, Outline, eased, polygon, rounded_rectangle, sideways, smooth, standing
from engine.parts.solids import Solid, ball, moved, turned, union, upright
from engine.parts.sweeping import tube
from engine.shapes import Points


def _places(thing: Thing, default: list[float]) -> Points:
    """Return the points of the property `path`: x, y, z as shares of half the box around its middle."""
    flat = thing.numbers("path") or default
    half = np.array([thing.width, thing.height, thing.depth]) / 2
    places: Points = np.array(flat[: len(flat) // 3 * 3]).reshape(-1, 3) * half + np.array([0.0, half[1], 0.0])
    return places


@maker("bent_tube")
def bent_tube(thing: Thing) -> Made:
    """Make a round tube with round ends through `path`.

    `thickness_m` across, `end` (share of it at the far end), `is_closed` for a loop, `is_straight` for sharp bends.
    """
    places = _places(thing, [-1.0, -1.0, 0.0, 0.0, 1.0, 0.0, 1.0, -1.0, 0.0])
    thick = min(thing.number("thickness_m", 0.1 * max(thing.size)), 0.9 * max(thing.size)) / 2
    closed = thing.flag("is_closed")
    line = places if thing.flag("is_straight") else _curve(places, thing.detail.along(7), closed=closed)
    sides = thing.detail.around(14)
    if closed:
        return thing.main(tube(line, thick, sides, closed=True))
    end = thing.number("end", 1.0)
    body = tube(line, thick, sides, scale=np.linspace(1.0, end, len(line)))
    caps = [ball(thick * size, sides).translate(tuple(at)) for at, size in ((line[0], 1.0), (line[-1], end))]
    return thing.main(union([body, *caps]))


def _curve(places: Points, steps: int, *, closed: bool) -> Points:
    if not closed:
        return smooth(places, steps)
    around = np.vstack([places[-1:], places, places[:2]])
    return smooth(around, steps)[steps:-steps][:-1]


@maker("spout")
def spout(thing: Thing) -> Made:
    """Make a spout through `path`, `thickness_m` at its root and `end` of that at its open tip."""
    line = smooth(_places(thing, [-1, -1, 0, 0, 0, 0, 1, 1, 0]), thing.detail.along(7))
    thick, end = thing.number("thickness_m", 0.3 * thing.height) / 2, thing.number("end", 0.5)
    widths = np.linspace(1.0, end, len(line)) + 0.12 * np.exp(-(((np.linspace(0, 1, len(line)) - 1) / 0.12) ** 2))
    body = tube(line, thick, thing.detail.around(20), scale=widths)
    tip = line[len(line) * 2 // 3 :]
    beyond = np.vstack([tip, tip[-1:] + (tip[-1:] - tip[-2:-1])])
    bore = tube(beyond, thick * end * 0.72, thing.detail.around(20))
    return thing.main(body - bore)


@maker("strap")
def strap(thing: Thing) -> Made:
    """Make a flat band as wide as the box along x, through `path` (z, y pairs as shares of half the box).

    `thickness_m`; `is_closed` for a loop, `is_straight` where the points lie close enough.
    """
    flat = thing.numbers("path") or [-1.0, -1.0, -0.6, 0.8, 0.6, 0.8, 1.0, -1.0]
    places = np.array(flat[: len(flat) // 2 * 2]).reshape(-1, 2) * [thing.depth / 2, thing.height / 2]
    thick = min(
        thing.number("thickness_m", 0.06 * max(thing.height, thing.depth)), 0.6 * max(thing.depth, thing.height)
    )
    if thing.flag("is_closed"):
        outline = polygon(places)
        band = outline.offset(thick / 2, JoinType.Round, 2.0, 24) - outline.offset(-thick / 2, JoinType.Round, 2.0, 24)
    else:
        line = places if thing.flag("is_straight") else smooth(places, thing.detail.along(8))
        band = polygon(_ribbon(line, thick))
    return thing.main(moved(sideways(band, thing.width), y=thing.height / 2))


def _ribbon(line: Flat, thick: float) -> Flat:
    along = np.gradient(line, axis=0)
    normal = np.column_stack([-along[:, 1], along[:, 0]])
    normal *= thick / 2 / np.linalg.norm(normal, axis=1, keepdims=True)
    return np.vstack([line + normal, (line - normal)[::-1]])


@maker("cutout")
def cutout(thing: Thing) -> Made:
    """Make a flat shape that faces +z from `outline` (x, y pairs as shares of half the box around its middle).

    `is_smooth` rounds the line through the points, `bevel` (share of the depth) eases its rims.
    """
    flat = thing.numbers("outline") or [-1.0, -1.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0]
    places = np.array(flat[: len(flat) // 2 * 2]).reshape(-1, 2) * [thing.width / 2, thing.height / 2]
    if thing.flag("is_smooth"):
        around = np.vstack([places[-1:], places, places[:2]])
        steps = thing.detail.along(6)
        places = smooth(around, steps)[steps:-steps]
    outline = polygon(places)
    if thing.flag("is_smooth"):
        outline = eased(outline, 0.01 * min(thing.width, thing.height))
    bevel = thing.depth * min(thing.number("bevel", 0.0), 0.45)
    solid = _eased(outline, thing.depth, bevel) if bevel and thing.detail.has_small_things else _flat(outline, thing)
    return thing.main(turned(solid, x=90.0).translate((0.0, thing.height / 2, -thing.depth / 2)))


def _flat(outline: Outline, thing: Thing) -> Solid:
    return standing(outline, thing.depth)


def _eased(outline: Outline, depth: float, bevel: float) -> Solid:
    """Return the shape with both rims stepped in, also where it is not convex."""
    layers = [
        moved(standing(outline.offset(-inset, JoinType.Round, 2.0, 16), depth - 2 * rise), y=rise)
        for inset, rise in ((0.0, bevel), (0.35 * bevel, 0.35 * bevel), (bevel, 0.0))
    ]
    return union([layer for layer in layers if not layer.is_empty()])


@maker("open_box")
def open_box(thing: Thing) -> Made:
    """Make a box open at the top with round corners; `wall_m`, `corner_m`, `flare` (share by which it narrows "
    "below)."""
    wall = min(thing.number("wall_m", 0.05 * min(thing.width, thing.depth)), 0.3 * min(thing.size))
    corner = thing.number("corner_m", 0.12 * min(thing.width, thing.depth))
    outer = rounded_rectangle(thing.width, thing.depth, corner, thing.detail.around(40))
    inner = outer.offset(-wall, JoinType.Round, 2.0, 24)
    top = 1.0 / (1.0 - min(thing.number("flare", 0.0), 0.6))
    body = upright(outer.extrude(thing.height, scale_top=(top, top)))
    room = upright(inner.extrude(thing.height, scale_top=(top, top)))
    return thing.main(body - moved(room, y=wall))

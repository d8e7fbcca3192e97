"""Panels, handles, legs, frames, and the like."""

import numpy as np

from engine.parts.detail import Detail
from engine.parts.fronts import FRONTS, HANDLES
from engine.parts.legs import formed_leg
from engine.parts.mouldings import rounded_ring
from engine.parts.profiles import facing, polygon, rectangle, sideways, smooth
from engine.parts.repeats import many
from engine.parts.solids import Solid, block, moved, rod, rounded_box, turned, union
from engine.parts.sweeping import loft, tube
from engine.parts.turning import flowing, spun
from engine.shapes import Points


def leg(width: float, height: float, depth: float, style: str, detail: Detail) -> Solid:
    """Return a furniture leg standing on y = 0.

    `style`: `square`, `tapered`, `round`, `turned`, `sabre`, `hairpin`, or one of `engine.parts.legs.FORMS`.
    """
    formed = formed_leg(width, height, depth, style, detail)
    if formed is not None:
        return formed
    small = min(width, depth)
    if style == "turned":
        return spun(_baluster(small / 2, height, detail), detail.around(32))
    if style == "round":
        return spun([(small * 0.3, 0.0), (small * 0.34, height * 0.02), (small / 2, height)], detail.around(32))
    if style == "hairpin":
        return _hairpin(width, height, depth, detail)
    if style == "sabre":
        return _sabre(width, height, depth, detail)
    if style == "tapered":
        return _tapered(width, height, depth, 0.58)
    return rounded_box(width, height, depth, small * 0.08, detail.bevel)


def _baluster(radius: float, height: float, detail: Detail) -> Points:
    shape = [
        (0.55, 0.0),
        (0.72, 0.04),
        (0.5, 0.08),
        (0.56, 0.2),
        (0.86, 0.42),
        (1.0, 0.55),
        (0.8, 0.66),
        (0.55, 0.7),
        (0.82, 0.74),
        (0.6, 0.78),
        (0.95, 0.82),
        (0.95, 1.0),
    ]
    return flowing([(r * radius, y * height) for r, y in shape], detail.along(5))


def _rounded_ring(width: float, depth: float, y: float, x: float = 0.0, z: float = 0.0) -> Points:
    ring = rounded_ring(width, depth, min(width, depth) * 0.18, y, Detail("draft"))
    moved: Points = ring + np.array([x, 0.0, z])
    return moved


def _tapered(width: float, height: float, depth: float, foot: float) -> Solid:
    return loft([_rounded_ring(width * foot, depth * foot, 0.0), _rounded_ring(width, depth, height)])


def _sabre(width: float, height: float, depth: float, detail: Detail) -> Solid:
    """Return a leg that sweeps outwards to +x and +z at the foot."""
    steps = detail.along(10)
    t = np.linspace(0.0, 1.0, steps + 1)
    lean = (1 - t) ** 2 * 0.42
    size = 0.5 + 0.18 * t
    return loft(
        [
            _rounded_ring(width * s, depth * s, float(y) * height, float(d) * width * 0.5, float(d) * depth * 0.5)
            for y, s, d in zip(t, size, lean, strict=True)
        ]
    )


def _hairpin(width: float, height: float, depth: float, detail: Detail) -> Solid:
    wire = min(width, depth) * 0.16
    foot, top = wire * 0.8, height - wire * 0.5
    bends = [
        (-width * 0.42, top, -depth * 0.42),
        (-foot, wire * 1.2, -foot),
        (0.0, wire * 0.5, 0.0),
        (foot, wire * 1.2, foot),
        (width * 0.42, top, depth * 0.42),
    ]
    sides = detail.around(12)
    plate = moved(block(width, wire * 0.5, depth), y=height - wire * 0.5)
    return union((tube(bends, wire / 2, sides), plate))


def handle(length: float, depth: float, style: str, detail: Detail) -> Solid:
    """Return a handle that stands out towards +z from z = 0, long along x.

    `style`: `bar`, `bow`, `knob`, or one of `engine.parts.fronts.HANDLES`.
    """
    if style in HANDLES:
        return HANDLES[style](length, depth, detail)
    thick = min(depth * 0.45, length * 0.14)
    if style == "knob":
        knob = flowing(
            [(depth * 0.3, 0.0), (depth * 0.2, depth * 0.3), (depth * 0.46, depth * 0.75), (depth * 0.3, depth)],
            detail.along(4),
        )
        return turned(spun(knob, detail.around(24)), x=90.0)
    if style == "bow":
        path = [
            (-length / 2, 0, -thick * 0.2),
            (-length * 0.4, 0, depth * 0.66),
            (0, 0, depth - thick / 2),
            (length * 0.4, 0, depth * 0.66),
            (length / 2, 0, -thick * 0.2),
        ]
        return tube(smooth(path, detail.along(5)), thick / 2, detail.around(12))
    posts = [
        moved(rod(thick * 0.4, depth, 12, axis="z"), x=side * length * 0.38, z=depth / 2 - thick * 0.3)
        for side in (-1, 1)
    ]
    return union([moved(rod(thick / 2, length, detail.around(16)), z=depth - thick / 2), *posts])


def panel(width: float, height: float, depth: float, style: str, detail: Detail) -> Solid:
    """Return a door or drawer front standing on y = 0, centred on z = 0.

    `style`: `flat`, `shaker`, `raised`, `slatted`, or one of `engine.parts.fronts.FRONTS`.
    """
    edge = min(0.004, depth * 0.2)
    board = rounded_box(width, height, depth, edge, detail.bevel)
    border = min(0.07, width * 0.22, height * 0.28)
    if style == "flat" or width < 0.12 or height < 0.08:
        return board
    if style in FRONTS:
        return FRONTS[style](width, height, depth, detail)
    recess = facing(rectangle(width - 2 * border, height - 2 * border), depth * 0.7)
    field = moved(recess, y=height / 2, z=depth * 0.5)
    if style == "shaker":
        return board - field
    if style == "slatted":
        count = many((height - 2 * border) / 0.035, least=3)
        pitch = (height - 2 * border) / count
        slats = [
            moved(
                turned(moved(block(width - 1.9 * border, pitch * 0.8, depth * 0.3), y=-pitch * 0.4), x=-20.0),
                y=border + pitch * (step + 0.5),
                z=depth * 0.22,
            )
            for step in range(count)
        ]
        return union([board - field, *slats])
    inner = (width - 2.7 * border, height - 2.7 * border)
    raised = loft([_front(inner[0], inner[1], depth * 0.1), _front(inner[0] * 0.9, inner[1] * 0.93, depth * 0.5)])
    return union((board - field, moved(raised, y=height / 2)))


def _front(width: float, height: float, z: float) -> Points:
    x, y = width / 2, height / 2
    return np.array([(-x, -y, z), (x, -y, z), (x, y, z), (-x, y, z)])


def frame(width: float, height: float, depth: float, border: float, detail: Detail) -> Solid:
    """Return a standing picture or window frame centred on z = 0 with bevelled edges."""
    outer = rounded_box(width, height, depth, min(depth, border) * 0.12, detail.bevel)
    hole = facing(rectangle(width - 2 * border, height - 2 * border), depth * 3)
    return outer - moved(hole, y=height / 2)


def bars(width: float, height: float, depth: float, columns: int, rows: int, thickness: float) -> Solid:
    """Return glazing bars that divide an opening into columns × rows, standing on y = 0, centred on z = 0."""
    solids = [
        moved(block(thickness, height, depth), x=-width / 2 + width * step / columns) for step in range(1, columns)
    ]
    solids += [moved(block(width, thickness, depth), y=height * step / rows - thickness / 2) for step in range(1, rows)]
    return union(solids)


def open_box(
    width: float, height: float, depth: float, wall: float, *, shelves: int = 0, columns: int = 1, back: bool = True
) -> Solid:
    """Return a carcass open to the front (+z) with evenly spaced shelves and uprights."""
    if columns > 1:
        return _celled(width, height, depth, wall, shelves=shelves, columns=columns, back=back)
    boards = [moved(block(wall, height, depth), x=side * (width - wall) / 2) for side in (-1, 1)]
    boards += [
        moved(block(width, wall, depth), y=(height - wall) * step / (shelves + 1)) for step in range(shelves + 2)
    ]
    if back:
        boards.append(moved(block(width, height, wall * 0.5), z=-depth / 2 + wall * 0.25))
    return union(boards)


def _celled(width: float, height: float, depth: float, wall: float, *, shelves: int, columns: int, back: bool) -> Solid:
    """Return a block out of which cells are cut: boards that cross would leave slivers where their faces meet."""
    wide, tall = (width - wall) / columns - wall, (height - wall) / (shelves + 1) - wall
    deep, z = (depth, wall * 0.5) if back else (depth * 2, 0.0)
    cells = [
        moved(
            block(wide, tall, deep),
            x=-width / 2 + wall + wide / 2 + (wide + wall) * column, y=wall + (tall + wall) * row, z=z,
        )
        for column in range(columns)
        for row in range(shelves + 1)
    ]  # fmt: skip
    return block(width, height, depth) - union(cells)


def gable(width: float, height: float, depth: float) -> Solid:
    """Return a prism whose ridge runs along x."""
    return sideways(polygon([(-depth / 2, 0), (depth / 2, 0), (0, height)]), width)

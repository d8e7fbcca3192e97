"""Keys, vents, screens, plugs: what makes a device read as one."""

import numpy as np

from engine.parts.detail import Detail
from engine.parts.profiles import Outline, circle, facing, rounded_rectangle, standing
from engine.parts.solids import Solid, block, copies, hull_of, moved, rounded_box, union

_ROWS = (
    (1.0,) * 14,
    (1.0,) * 13 + (1.5,),
    (1.5,) + (1.0,) * 12 + (1.0,),
    (1.8,) + (1.0,) * 11 + (1.7,),
    (2.3,) + (1.0,) * 10 + (2.2,),
    (1.0, 1.0, 1.0, 1.2, 5.6, 1.2, 1.0, 1.0, 1.0),
)


def keyboard(width: float, depth: float, height: float, detail: Detail) -> Solid:
    """Return rows of keys standing on y = 0, the space bar towards +z."""
    if not detail.has_small_things:
        return block(width * 0.98, height * 0.7, depth * 0.96)
    pitch = depth / len(_ROWS)
    keys = []
    for number, row in enumerate(_ROWS):
        unit, at = width / sum(row), -width / 2
        z = -depth / 2 + pitch * (number + 0.5)
        for size in row:
            key = rounded_box(size * unit * 0.86, height, pitch * (0.84 if number else 0.6), height * 0.3, 1)
            keys.append(moved(key, x=at + size * unit / 2, z=z))
            at += size * unit
    return union(keys)


def slots(width: float, height: float, count: int, depth: float, *, share: float = 0.45) -> Solid:
    """Return `count` round-ended upright slots to cut into a face, standing on y = 0, centred on z = 0."""
    pitch = width / count
    slot = facing(rounded_rectangle(pitch * share, height, pitch * share / 2, 12), depth)
    return copies(slot, [(-width / 2 + pitch * (step + 0.5), height / 2, 0.0) for step in range(count)])


def holes_in_rings(radius: float, rings: int, hole: float, depth: float) -> Solid:
    """Return round holes in concentric rings, to cut down from y = depth to y = 0."""
    outline: Outline = circle(hole, 12)
    for ring in range(1, rings + 1):
        reach, count = radius * ring / rings, 6 * ring
        for step in range(count):
            angle = 2 * np.pi * step / count
            outline = outline + circle(hole, 12).translate((reach * np.cos(angle), reach * np.sin(angle)))
    return standing(outline, depth)


def slab(width: float, height: float, depth: float, corner: float, edge: float, detail: Detail) -> Solid:
    """Return a flat body with large round corners in plan and softened rims (a phone, a laptop's half)."""
    plan = rounded_rectangle(width, depth, corner, detail.around(40))
    edge = min(edge, height * 0.45)
    flats = [
        moved(
            standing(plan.offset(-edge * (1 - np.sin(a))), height - 2 * edge * (1 - np.cos(a))),
            y=edge * (1 - np.cos(a)),
        )
        for a in np.linspace(0.0, np.pi / 2, detail.bevel + 1)
    ]
    return hull_of(flats)

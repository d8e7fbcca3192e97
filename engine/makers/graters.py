"""The maker of a box grater."""

import numpy as np

from engine.makers.base import Made, Thing, maker
from engine.parts.solids import Solid, Triple, copies, ellipsoid, moved, rod, rounded_box, turned, union
from engine.parts.sweeping import loft
from engine.shapes import Points

_TOP = 0.66  # the share of its width and depth that is left above


@maker("grater", natural=(0.11, 0.2, 0.085))
def grater(thing: Thing) -> Made:
    """Make a hollow box that narrows upwards, open below: holes with teeth in front and behind, small and long ones
    at its sides."""
    width, height, depth = thing.size
    wall = min(width, depth) * 0.03
    body = _box(width, depth, 0.0, height) - _box(width - 2 * wall, depth - 2 * wall, -0.02 * height, height - wall)
    if not thing.detail.has_small_things:
        return thing.main(body)
    scale = width / 0.11
    for turn, (across, deep), (rows, columns, radius) in (
        (0.0, (width, depth), (8, 5, 0.0055)), (180.0, (width, depth), (11, 8, 0.003)),
        (90.0, (depth, width), (7, 2, 0.004)), (-90.0, (depth, width), (12, 6, 0.0028)),
    ):  # fmt: skip
        holes, teeth = _pattern((across, deep, height), rows, columns, radius * scale)
        body = union((body, teeth.rotate((0.0, turn, 0.0)))) - holes.rotate((0.0, turn, 0.0))
    return thing.main(body)


def _box(width: float, depth: float, low: float, high: float) -> Solid:
    def ring(share: float, y: float) -> Points:
        w, d = width * share / 2, depth * share / 2
        return np.array([(-w, y, d), (w, y, d), (w, y, -d), (-w, y, -d)])

    return loft([ring(1.0, low), ring(_TOP, high)])


def _pattern(size: Triple, rows: int, columns: int, radius: float) -> tuple[Solid, Solid]:
    """Return the holes and teeth of the side that faces +z; two in a row are long slots."""
    across, deep, height = size
    places = []
    for row in range(rows):
        up = 0.12 + 0.76 * row / (rows - 1)
        share = 1 - (1 - _TOP) * up
        half = across / 2 * share * 0.78 - radius
        count = columns - (row % 2 if columns > 3 else 0)
        places += [(half * (2 * (i + 0.5) / count - 1), height * up, deep / 2 * share) for i in range(count)]
    if columns == 2:
        hole = rounded_box(across * 0.2, radius * 1.2, radius * 8, radius * 0.4, 1)
        lip = turned(rounded_box(across * 0.22, radius * 0.5, radius * 1.3, radius * 0.2, 1), x=24.0)
        return copies(hole, places), copies(moved(lip, y=-radius * 0.55), places)
    tooth = ellipsoid(radius * 2, radius * 2, radius * 1.3, 12)
    return copies(rod(radius * 0.72, radius * 8, 10, axis="z"), places), copies(moved(tooth, y=-radius * 0.5), places)

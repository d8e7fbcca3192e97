"""The maker of lamp shades of stained glass: panes of several colours between lead cames."""

import numpy as np

from engine.makers.base import Piece, Thing, maker
from engine.parts.profiles import polygon
from engine.parts.solids import Solid, cylinder, moved, ring_of, turned, union, upright
from engine.parts.sweeping import tube
from engine.parts.turning import flowing, torus

_LINE = ((1.0, 0.0), (0.98, 0.16), (0.88, 0.42), (0.68, 0.68), (0.42, 0.88), (0.16, 1.0))
_COLORS = ("#b5322a", "#d99a2b", "#2f7d4f", "#2f5f9e", "#e8d9a8")
_LEVELS = (0.0, 0.16, 0.4, 0.62, 0.82, 1.0)
_GAP = 0.006  # of a pane to the middle of its came


@maker("stained_shade", natural=(0.36, 0.22, 0.36))
def stained_shade(thing: Thing) -> list[Piece]:
    """Make a dome of glass panes with lead cames, its carrier and a bulb; `colors` are those of the panes in turn."""
    radius, height, panes = thing.width / 2, thing.height, thing.count("panes", 12, most=24)
    line = flowing([(r * radius, y * height) for r, y in _LINE], thing.detail.along(6))
    wall, colors = radius * 0.02, thing.words("colors") or list(_COLORS)
    pieces = [_cames(line, wall, panes, thing), *_light(radius, height, thing)]
    for number, color in enumerate(colors):
        glass = [
            _pane(line, row, 360.0 * column / panes, 360.0 / panes, wall, thing)
            for row in range(len(_LEVELS) - 1)
            for column in range(panes)
            if _color(row, column, len(colors)) == number
        ]
        if glass:
            pieces.append(thing.sub(f"panes_{number + 1}", union(glass), thing.object.material, color))
    return pieces


def _color(row: int, column: int, count: int) -> int:
    """Return the colour of a pane: a border in one, garlands above it in the others."""
    if row == 0 or count < 2:
        return 0
    return 1 + (column * 2 + row * (1 + column % 2)) % (count - 1)


def _between(line: np.ndarray, low: float, high: float) -> np.ndarray:
    """Return the part of a rising line between two shares of its height."""
    bottom, top = (line[-1, 1] * level for level in (low, high))
    radii = np.interp([bottom, top], line[:, 1], line[:, 0])
    inside = line[(line[:, 1] > bottom + 1e-9) & (line[:, 1] < top - 1e-9)]
    return np.vstack([[radii[0], bottom], inside, [radii[1], top]])


def _pane(line: np.ndarray, row: int, start_deg: float, wide_deg: float, wall: float, thing: Thing) -> Solid:
    outside = _between(line, _LEVELS[row] + _GAP, _LEVELS[row + 1] - _GAP)
    inside = outside[::-1] - np.array([wall, 0.0])
    whole = polygon(np.vstack([outside, inside])).revolve(thing.detail.around(72), wide_deg * (1 - 2 * _GAP))
    return turned(upright(whole), y=start_deg)


def _cames(line: np.ndarray, wall: float, panes: int, thing: Thing) -> Piece:
    """Return the lead between the panes."""
    thick, around = wall * 1.9, thing.detail.around(72)
    rings = []
    for level in _LEVELS:
        y = float(line[-1, 1] * level)
        reach = float(np.interp(y, line[:, 1], line[:, 0])) - wall / 2
        rings.append(moved(torus(reach, thick * (1.4 if level in (0.0, 1.0) else 1.0), around, 8), y=y))
    rib = tube(np.column_stack([line[:, 0] - wall / 2, line[:, 1], np.zeros(len(line))]), thick / 2, 8)
    return thing.sub("cames", union([*rings, ring_of(rib, panes)]), "iron_cast")


def _light(radius: float, height: float, thing: Thing) -> list[Piece]:
    """Return the stem that carries the shade from below, its cap, and the bulbs."""
    socket = cylinder(radius * 0.06, height * 0.99, thing.detail.around(20))
    cap = moved(cylinder(radius * 0.2, height * 0.07, thing.detail.around(32), top=radius * 0.08), y=height * 0.97)
    bulb = moved(cylinder(radius * 0.16, height * 0.4, thing.detail.around(24), top=radius * 0.2), y=height * 0.35)
    return [
        thing.sub("fitting", union([socket, cap]), "brass_polished"),
        thing.sub("bulb", bulb, "emissive_warm"),
    ]

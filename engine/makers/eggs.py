"""Makers of hollow shells with one large opening: egg chairs and hanging baskets; the opening faces +z."""

import numpy as np

from engine.makers.base import Made, Thing, maker
from engine.parts.profiles import Flat
from engine.parts.solids import Solid, from_arrays, union
from engine.parts.sweeping import tube
from engine.shapes import Points


@maker("egg_shell", natural=(0.9, 1.0, 0.8))
def egg_shell(thing: Thing) -> Made:
    """Make the shell of an egg, open in front, with a round rim.

    `opening_deg` from the middle of the opening to its rim, `pitch_deg` by which it looks up, `wall_m`, `taper` (share
    by which its upper end is narrower), `is_woven` of strands with gaps.
    """
    wall = min(thing.number("wall_m", 0.035), 0.2 * min(thing.size))
    opening = np.radians(min(max(thing.number("opening_deg", 70.0), 20.0), 120.0))
    rows, around = thing.detail.along(22), thing.detail.around(56)
    polar = np.linspace(np.pi, opening, rows + 1)  # from the pole behind the sitter to the rim
    rim = _closed(thing, opening, wall / 2, thing.detail.around(72))
    body = _strands(thing, polar, wall) if thing.flag("is_woven") else _skin(thing, polar, wall, around)
    return thing.main(union([body, tube(rim, wall * 0.72, thing.detail.around(12), closed=True)]))


def _on_egg(thing: Thing, polar: Flat, turn: Flat, inset: float) -> Points:
    """Return places on the egg: `polar` from the opening's middle and `turn` about it, radians; `inset` inwards."""
    pitch, taper = np.radians(thing.number("pitch_deg", 0.0)), thing.number("taper", 0.16)
    x, up, out = np.sin(polar) * np.cos(turn), np.sin(polar) * np.sin(turn), np.cos(polar)
    y, z = up * np.cos(pitch) + out * np.sin(pitch), out * np.cos(pitch) - up * np.sin(pitch)
    slim = 1 - taper * y
    half = np.array(thing.size) / 2 - inset
    return np.column_stack([x * slim * half[0], (y + 1) * half[1] + inset, z * slim * half[2]])


def _closed(thing: Thing, polar: float, inset: float, steps: int) -> Points:
    turn = np.linspace(0.0, 2 * np.pi, steps, endpoint=False)
    return _on_egg(thing, np.full(steps, polar), turn, inset)


def _skin(thing: Thing, polar: Flat, wall: float, around: int) -> Solid:
    """Return the shell as one sheet: outside from the pole to the rim, inside back to the pole."""
    rings = [_closed(thing, float(at), 0.0, around) for at in polar[1:]]
    rings += [_closed(thing, float(at), wall, around) for at in polar[:0:-1]]
    poles = [_on_egg(thing, polar[:1], np.zeros(1), inset) for inset in (0.0, wall)]
    points = np.vstack([*rings, *poles])
    last, first_pole = (len(rings) - 1) * around, len(rings) * around
    step = np.arange(around)
    after = (step + 1) % around
    faces = [np.column_stack([np.full(around, first_pole), after, step])]
    for low in range(0, last, around):
        a, b, c, d = low + step, low + after, low + around + after, low + around + step
        faces += [np.column_stack([a, b, c]), np.column_stack([a, c, d])]
    faces.append(np.column_stack([np.full(around, first_pole + 1), last + step, last + after]))
    return from_arrays(points, np.vstack(faces))


def _strands(thing: Thing, polar: Flat, wall: float) -> Solid:
    """Return cane that runs from the pole to the rim, and rings of it across."""
    spokes, rings, thick = 36, 15, wall * 0.3
    lines = [
        tube(_on_egg(thing, polar[1:], np.full(len(polar) - 1, turn), wall / 2), thick, 8)
        for turn in np.linspace(0.0, 2 * np.pi, spokes, endpoint=False)
    ]
    for at in np.linspace(polar[1], polar[-1], rings, endpoint=False):
        lines.append(tube(_closed(thing, float(at), wall / 2, thing.detail.around(48)), thick, 8, closed=True))
    return union(lines)

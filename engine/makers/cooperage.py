"""The maker of barrels."""

import numpy as np

from engine.makers.base import Made, Thing, maker
from engine.parts.solids import Solid, moved, union
from engine.parts.sweeping import loft
from engine.parts.turning import disc


@maker("stave_barrel", natural=(0.62, 0.88, 0.62))
def stave_barrel(thing: Thing) -> Made:
    """Make a barrel of `staves` that bulge, with a groove between each two, and heads sunk below the chimes."""
    height, radius = thing.height, thing.width / 2
    staves = max(8, thing.count("staves", 22, most=60))
    heads = [moved(disc(radius * 0.78, height * 0.03, thing.detail.around(48)), y=height * y) for y in (0.04, 0.93)]
    return thing.main(union([_wall(thing, radius, height, staves) - _hollow(thing, radius, height), *heads]))


def _wall(thing: Thing, radius: float, height: float, staves: int) -> Solid:
    across = 6 if thing.detail.has_small_things else 3
    angles = np.linspace(0.0, 2 * np.pi, staves * across, endpoint=False)
    groove = np.where(np.arange(len(angles)) % across == 0, 0.984 if thing.detail.has_small_things else 0.99, 1.0)
    rings = []
    for share in np.linspace(0.0, 1.0, thing.detail.along(14) + 1):
        reach = radius * _bulge(float(share)) * groove
        flat = np.full(len(angles), height * share)
        rings.append(np.column_stack([reach * np.cos(angles), flat, -reach * np.sin(angles)]))
    return loft(rings)


def _bulge(share: float) -> float:
    """Return the radius at a height, as a share of that of the belly."""
    return float(0.784 + 0.216 * max(np.sin(np.pi * share), 0.0) ** 0.9)


def _hollow(thing: Thing, radius: float, height: float) -> Solid:
    inner = disc(radius * 0.72, height * 1.2, thing.detail.around(48))
    return moved(inner, y=-height * 0.1)

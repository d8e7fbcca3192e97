"""Makers of sheet metal for the street: a ribbed can, a visor."""

import numpy as np

from engine.makers.base import Made, Thing, maker
from engine.parts.solids import block, moved
from engine.parts.sweeping import loft
from engine.parts.turning import hoop


@maker("ribbed_can", natural=(0.5, 0.62, 0.5))
def ribbed_can(thing: Thing) -> Made:
    """Make a can that widens upwards, its wall folded into `ribs`, smooth at both ends."""
    ribs = max(6, thing.count("ribs", 24, most=60))
    angles = np.linspace(0.0, 2 * np.pi, ribs * (8 if thing.detail.has_small_things else 4), endpoint=False)
    rings = []
    for share in np.linspace(0.0, 1.0, thing.detail.along(16) + 1):
        depth = 0.028 * float(np.clip(min(share, 1 - share) * 12 - 0.6, 0.0, 1.0))
        reach = thing.width / 2 * (0.84 + 0.16 * share) * (1 - depth * (0.5 + 0.5 * np.cos(ribs * angles)))
        rings.append(
            np.column_stack(
                [reach * np.cos(angles), np.full(len(angles), thing.height * share), -reach * np.sin(angles)]
            )
        )
    return thing.main(loft(rings))


@maker("visor", natural=(0.24, 0.17, 0.24))
def visor(thing: Thing) -> Made:
    """Make a visor: a short tube along y, cut away slantwise at its front side (+z), that shades a lamp."""
    tube = hoop(thing.width / 2, thing.width * 0.46, thing.height, thing.detail.around(48))
    slant = moved(block(thing.width * 2, thing.height * 2, thing.width), z=thing.width / 2).rotate((-42.0, 0.0, 0.0))
    return thing.main(tube - moved(slant, y=thing.height * 0.42))

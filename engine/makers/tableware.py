"""Makers of lipped jugs, ridged caps, plates, cutlery and pans."""

import numpy as np

from engine.makers.base import Made, Thing, maker
from engine.parts.gears import knurled
from engine.parts.solids import union
from engine.parts.turning import flowing
from engine.parts.ware import FORMS, revolved, ware
from engine.shapes import Points


@maker("lipped_vessel")
def lipped_vessel(thing: Thing) -> Made:
    """Make a jug whose rim is drawn out into a lip towards +z; `form`, `wall` (share of the radius)."""
    radius, height = thing.width / 2, thing.height
    shape = FORMS.get(thing.text("form", "jug"), FORMS["jug"])
    line = flowing([(r * radius, y * height) for r, y in shape], thing.detail.along(7))
    solid = revolved(ware(line, radius * thing.number("wall", 0.06)).wall, thing.detail.around(80))
    mouth = float(line[-1, 0])

    def draw_out(points: Points) -> Points:
        share = np.clip((points[:, 1] / height - 0.76) / 0.24, 0.0, 1.0) ** 2
        turn = np.arctan2(points[:, 0], points[:, 2])
        pull = share * np.exp(-((turn / 0.42) ** 2))
        out = np.array(points)
        out[:, 2] += pull * mouth * 0.46
        out[:, 1] += pull * height * 0.035
        return out

    return thing.main(solid.refine_to_length(height * 0.06).warp_batch(draw_out))


@maker("knob_cap")
def knob_cap(thing: Thing) -> Made:
    """Make a cap with `ridges` around it."""
    radius, height = thing.width / 2, thing.height
    return thing.main(union([knurled(radius, height, max(6, thing.count("ridges", 24)), radius * 0.08, thing.detail)]))

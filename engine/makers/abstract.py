"""Makers of abstract sculpture."""

from itertools import pairwise

import numpy as np

from engine.makers.base import Made, Thing, maker
from engine.parts.detail import Detail
from engine.parts.organic import blended
from engine.parts.profiles import arc, smooth
from engine.parts.solids import Solid, ellipsoid, moved, turned
from engine.parts.sweeping import loft, tube
from engine.parts.threads import twisted


@maker("abstract_form", natural=(0.25, 0.4, 0.25))
def abstract_form(thing: Thing) -> Made:
    """Make an abstract form: `form` is pierced, knot, flame or twist."""
    forms = {"pierced": _pierced, "knot": _knot, "flame": _flame, "twist": _twist}
    return thing.main(forms.get(thing.text("form", "pierced"), _pierced)(thing.detail))


def _pierced(detail: Detail) -> Solid:
    """Return an upright pebble with a flowing opening, after the carvings of the 1930s."""
    ends = [(0.0, -0.62, 0.46), (-0.36, -0.2, 0.34), (-0.4, 0.28, 0.3), (-0.06, 0.68, 0.36), (0.36, 0.42, 0.25),
            (0.43, -0.02, 0.22), (0.3, -0.45, 0.33), (0.0, -0.62, 0.46)]  # fmt: skip
    line = smooth(np.array(ends), 3)
    rows = [[x, y, 0.0, r, u, v, 0.0, s, 1.0, 1.0, 0.8] for (x, y, r), (u, v, s) in pairwise(line)]
    body = blended(np.array(rows), 0.3, 0.05 / detail.fineness**0.6)
    hollow = moved(turned(ellipsoid(0.52, 0.9, 0.9, detail.around(72)), z=8.0), x=0.04, y=0.06, z=0.62)
    return body - hollow


def _knot(detail: Detail) -> Solid:
    """Return a trefoil knot of a section that swells and thins."""
    t = np.linspace(0.0, 2 * np.pi, detail.along(150), endpoint=False)
    path = np.column_stack([np.sin(t) + 2 * np.sin(2 * t), np.cos(t) - 2 * np.cos(2 * t), -1.5 * np.sin(3 * t)])
    swell = 1.0 + 0.35 * np.cos(3 * t)
    return tube(path, 0.46, detail.around(28), closed=True, scale=swell)


def _flame(detail: Detail) -> Solid:
    """Return a slender form that swells, leans and comes to a slanting point, as a bird that rises."""
    t = np.linspace(0.0, 1.0, detail.along(48) + 1)
    radius = 0.075 + 0.4 * np.sin(np.pi * np.clip(t * 0.96 + 0.02, 0, 1)) ** 1.2 * (0.55 + 0.65 * t)
    radius *= np.where(t > 0.82, np.sqrt(np.clip(1 - ((t - 0.82) / 0.185) ** 2, 0.0, 1.0)), 1.0)
    bend = 0.09 * np.sin(2 * np.pi * t)
    around = arc(1.0, 0.0, 360.0, detail.around(56))[:-1]
    rings = [
        np.column_stack(
            [
                r * around[:, 0] + x,
                np.full(len(around), 3.4 * y) + 0.5 * r * y**3 * around[:, 0],
                -r * 0.8 * around[:, 1],
            ]
        )
        for r, x, y in zip(np.maximum(radius, 0.01), bend, t, strict=True)
    ]
    return loft(rings)


def _twist(detail: Detail) -> Solid:
    """Return a column of four lobes that turns as it rises and tapers."""
    angles = np.linspace(0.0, 2 * np.pi, detail.around(72), endpoint=False)
    reach = 0.42 * (1.0 + 0.2 * np.cos(4 * angles))
    outline = np.column_stack([reach * np.cos(angles), reach * np.sin(angles)])
    t = np.linspace(0.0, 1.0, detail.along(64) + 1)
    widths = 0.62 + 0.5 * np.sin(np.pi * t**0.8) ** 1.5 - 0.25 * t
    return twisted(outline, widths, 2.4, 210.0)

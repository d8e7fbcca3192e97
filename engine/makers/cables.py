"""Makers of cables, hoses and ropes: along a path in their box, or hanging between its upper corners."""

import numpy as np

from engine.makers.base import Made, Thing, maker
from engine.parts.cables import bundle, catenary, coiled_cord, hose, length_of
from engine.parts.profiles import Flat, smooth
from engine.parts.sweeping import tube


def _path(thing: Thing) -> Flat:
    """Return the smooth line through `path` (x, y, z as shares of half the box around its middle)."""
    flat = thing.numbers("path") or [-1.0, -1.0, -1.0, -0.3, -0.2, 0.5, 0.3, 0.4, -0.5, 1.0, 1.0, 1.0]
    half = np.array([thing.width, thing.height, thing.depth]) / 2
    places = np.array(flat[: len(flat) // 3 * 3]).reshape(-1, 3) * half
    if len(places) < 2 or np.ptp(places, axis=0).max() <= 0:
        places = np.array([[-half[0], 0.0, 0.0], [half[0], 0.0, 0.0]])
    moves = np.concatenate([[True], np.linalg.norm(np.diff(places, axis=0), axis=1) > 1e-9])
    return smooth(places[moves] + np.array([0.0, half[1], 0.0]), thing.detail.along(10))


def _thick(thing: Thing) -> float:
    return thing.number("thickness_m", 0.1 * min(thing.size))


@maker("hose")
def hose_maker(thing: Thing) -> Made:
    """Make a corrugated hose along `path`, `thickness_m` across."""
    return thing.main(hose(_path(thing), _thick(thing) / 2, thing.detail))


@maker("coiled_cord")
def coiled_cord_maker(thing: Thing) -> Made:
    """Make a cord wound like a telephone's along `path`, `thickness_m` across its coils."""
    thick = _thick(thing)
    return thing.main(coiled_cord(_path(thing), thick / 2, thick * 0.3, thing.detail))


@maker("rope")
def rope(thing: Thing) -> Made:
    """Make a rope of `strands` along `path`, `thickness_m` across."""
    path, thick = _path(thing), _thick(thing)
    turns = max(1.0, min(60.0, length_of(path) / (thick * 4.5)))
    return thing.main(bundle(path, thick / 2, max(2, thing.count("strands", 3, most=6)), turns, thing.detail))


@maker("hanging_cable")
def hanging_cable(thing: Thing) -> Made:
    """Make a cable that hangs between the upper ends of its box, `thickness_m` across."""
    thick = min(thing.number("thickness_m", thing.depth), 0.5 * thing.height)
    line = catenary(thing.width, thing.height - thick, thing.detail.along(24)) + np.array([0.0, thick / 2, 0.0])
    return thing.main(tube(line, thick / 2, thing.detail.around(12)))

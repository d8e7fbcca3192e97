"""Where a thing is in the hand of who holds it, and where a hat sits on what has no head."""

from collections.abc import Sequence

import numpy as np

from domain.spec import DesignObject
from engine.archetypes import Drawing, scaled
from engine.planner.reading.held import HELD, WORN
from engine.planner.staging.made import made
from engine.planner.staging.pieces import placed
from engine.planner.staging.standing import Box, Place, box_of

BY_HAND = frozenset({HELD, WORN})
_TOY_M = 0.6  # who is smaller holds a small copy of a thing
_REACH = 0.7  # of a toy's height: so large is what it holds, at most
_WIDE_MOST = 0.62  # of the height of who holds it: what is wider stands on the ground
_TALL_MOST = 1.2
_GRIP = 0.3  # of a stick's height: there it is held
_SLIM = 0.3  # times its height: so thin is a stick where it is held, at most
_BAILS = frozenset({"handle", "bail", "strap", "grip", "ring", "loop", "hook"})
_HANDLES = frozenset({"handle", "grip", "hilt", "shaft", "shank"})
_FLAT = 0.45  # of its length: what is lower than that lies
_HIGH = 0.85  # of its height: there a thing that hangs from a hand has its handle
_BRIM = 1.9  # times what wears it: so wide is a hat
_SUNK = 0.3  # of a hat's height: so deep it sits


def by_hand(form: str, thing: Drawing, holder: Sequence[DesignObject]) -> list[Place]:
    """Return the place of a thing in a hand or on top of what wears it; none where it cannot be there."""
    place = (_held if form == HELD else _worn)(thing, holder) if holder else None
    return [place] if place else []


def _held(thing: Drawing, holder: Sequence[DesignObject]) -> Place | None:
    hand = next((one for one in holder if one.id.rpartition("_")[0] == "hand"), None)
    tall = float(box_of(holder).size[1])
    if hand is None:
        return None
    size = np.ptp(made(thing.objects).points, axis=0)
    if tall < _TOY_M:
        factor = min(1.0, _REACH * tall / float(size.max()))
        thing.objects[:] = scaled(thing.objects, factor)
        size = factor * size
    if size[[0, 2]].max() > _WIDE_MOST * tall or size[1] > _TALL_MOST * tall:
        return None
    there = box_of([hand])
    if size[1] < _FLAT * size.max():
        thing.objects[:] = _pointing(thing.objects)
    grip, palm = _grip(thing, there)
    return _moved(palm - grip)


def _pointing(thing: Sequence[DesignObject]) -> list[DesignObject]:
    """Return what lies and is long with its far end to the front, so that a hand has it by the near one."""
    points = made(thing).points[:, [0, 2]]
    around = points - points.mean(axis=0)
    x, z = np.linalg.svd(around, full_matrices=False)[2][0]
    held = [box_of([one]).middle[[0, 2]] for one in thing if one.id.rpartition("_")[0] in _HANDLES]
    if held and float((held[0] - points.mean(axis=0)) @ (x, z)) > 0:
        x, z = -x, -z
    return list(placed(thing, ((0.0, 0.0, 0.0), float(np.degrees(np.arctan2(-x, z))))))


def _grip(thing: Drawing, hand: Box) -> tuple[np.ndarray, np.ndarray]:
    """Return where a thing is held, and where in the hand: by its stick, its handle, or on the palm."""
    points, box = made(thing.objects).points, box_of(thing.objects)
    tall = float(box.size[1])
    if tall < _FLAT * box.size[2] and box.size[0] < _FLAT * box.size[2]:
        near = points[points[:, 2] < box.low[2] + _GRIP * box.size[2]]
        fist = float(hand.size[2]) / 2
        return (near.min(axis=0) + near.max(axis=0)) / 2, hand.middle * [1, 1, 0] + [0, 0, hand.high[2] - fist]
    low = points[points[:, 1] < box.low[1] + 1.3 * _GRIP * tall]
    middle = (low.min(axis=0) + low.max(axis=0)) / 2
    bails = [box_of([one]) for one in thing.objects if one.id.rpartition("_")[0] in _BAILS]
    if np.ptp(low[:, [0, 2]], axis=0).max() < _SLIM * tall:
        ends = [one.middle[1] for one in bails if one.middle[1] < box.low[1] + _GRIP * tall]
        grip = min([box.low[1] + _GRIP * tall, *ends])
        fist = min(float(hand.size[2]), float(hand.size[1])) / 2
        return np.array([middle[0], grip, middle[2]]), hand.middle * [1, 1, 0] + [0, 0, hand.high[2] - fist]
    high = [one for one in bails if one.high[1] > box.low[1] + _HIGH * tall]
    if high:
        top = max(high, key=lambda one: float(one.high[1]))
        return np.array([top.middle[0], top.high[1], top.middle[2]]), hand.middle
    bottom = np.array([box.middle[0], box.low[1], box.middle[2]])
    palm = np.add(hand.middle, [0.0, 0.3 * float(hand.size[1]), 0.0])
    return bottom, palm


def _worn(thing: Drawing, wearer: Sequence[DesignObject]) -> Place | None:
    """Return where a hat sits on the highest place of a thing, in its size."""
    points, box = made(wearer).points, box_of(wearer)
    top = points[points[:, 1] > box.high[1] - 0.1 * box.size[1]]
    wide = float(np.ptp(top[:, [0, 2]], axis=0).max())
    own = float(box_of(thing.objects).size[[0, 2]].max())
    thing.objects[:] = scaled(thing.objects, _BRIM * wide / own)
    hat = box_of(thing.objects)
    middle = (top.min(axis=0) + top.max(axis=0)) / 2
    shift = middle - hat.middle
    shift[1] = box.high[1] - hat.low[1] - _SUNK * hat.size[1]
    return _moved(shift)


def _moved(shift: np.ndarray) -> Place:
    x, y, z = (float(value) for value in shift)
    return (x, y, z), 0.0

"""A thing of several parts is stretched so that what has a shape of its own keeps it: wheels stay round, legs slender.

Along each side the places of legs are kept as wide as they are, and what lies between them takes up the rest, so that
what touched goes on touching.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domain.boxes import bounds_of, middle_of
from domain.spec import DesignObject
from engine.assembling.assembly import rotation_matrix

Vector = NDArray[np.float64]
Placed = tuple[Vector, Vector]
_WHEELS = frozenset(
    ("wheel", "caster", "castor", "tyre", "tire", "hub", "hubcap", "brake_disc", "brake_carrier", "push_rim",
     "rim_post", "sprocket")
)  # fmt: skip
_POSTS = frozenset(("leg", "post", "foot", "column", "pillar", "pole", "support", "stilt"))
_NARROW_SHARE = 0.25  # of a thing's side: wider ones are walls rather than legs
_MAIN_SHARE = 0.75  # a wheel that is most of a thing is the thing: a ferris wheel
_FREE_SHARE = 0.05
_FLUSH_M = 0.01
_UPWARD = 1


@dataclass(frozen=True, slots=True)
class _Part:
    """An object, its box, and by which factor it is kept along each axis of the scene; nan where it is stretched."""

    thing: DesignObject
    low: Vector
    high: Vector
    kept: Vector
    is_round: bool


def stretched(things: Sequence[DesignObject], factors: Vector) -> list[Placed]:
    """Return sides (width, height, depth) and place (centre, bottom, centre) of objects that are stretched as one.

    `factors` are along x, y, z of the scene; the middle of their floor plan stays where it is, and so does the bottom.
    """
    low, high = around(things)
    parts = [_part(one, factors, high - low) for one in things]
    maps = [_map(parts, axis, low[axis], high[axis], factors[axis]) for axis in range(3)]
    return [_placed(part, factors, maps) for part in parts]


def around(things: Sequence[DesignObject]) -> tuple[Vector, Vector]:
    """Return the lowest and the highest corner of what objects take up together."""
    boxes = [bounds_of(one) for one in things]
    return np.array([low for low, _ in boxes]).min(axis=0), np.array([high for _, high in boxes]).max(axis=0)


def _part(thing: DesignObject, factors: Vector, sides: Vector) -> _Part:
    low, high = map(np.array, bounds_of(thing))
    name = thing.id.rpartition("_")[0]
    is_even = np.ptp(factors) < 1e-9 or not thing.part_of
    shares = (high - low) / np.maximum(sides, 1e-9)
    kept = np.full(3, np.nan)
    is_round = not is_even and bool(_WHEELS & {name, name.rpartition("_")[2]}) and max(shares) < _MAIN_SHARE
    if is_round:
        kept[:] = factors[_UPWARD]
    elif not is_even and name.rpartition("_")[2] in _POSTS:
        kept[[axis for axis in (0, 2) if shares[axis] < _NARROW_SHARE]] = 1.0
    return _Part(thing, low, high, kept, is_round)


def _map(parts: Sequence[_Part], axis: int, low: float, high: float, factor: float) -> Callable[[float], float]:
    """Return where a place along an axis goes."""
    long = high - low
    start = low if axis == _UPWARD else (low + high) / 2 - long * factor / 2
    spans = _joined([
        (one.low[axis], one.high[axis], one.kept[axis])
        for one in parts
        if axis != _UPWARD and not np.isnan(one.kept[axis]) and (not one.is_round or _is_flush(one, axis, low, high))
    ])  # fmt: skip
    held, keeps = sum(b - a for a, b, _ in spans), sum((b - a) * keep for a, b, keep in spans)
    free = long - held
    if not spans or free < _FREE_SHARE * long or long * factor - keeps < _FREE_SHARE * long * factor:
        return lambda at: start + (at - low) * factor
    between = (long * factor - keeps) / free
    here, there = [low], [start]
    for a, b, keep in spans:
        there += [there[-1] + (a - here[-1]) * between, there[-1] + (a - here[-1]) * between + (b - a) * keep]
        here += [a, b]
    here, there = [*here, high], [*there, start + long * factor]
    return lambda at: float(np.interp(at, here, there))


def _is_flush(part: _Part, axis: int, low: float, high: float) -> bool:
    return bool(part.low[axis] < low + _FLUSH_M or part.high[axis] > high - _FLUSH_M)


def _joined(spans: Sequence[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Return spans in order, those that overlap as one."""
    joined: list[tuple[float, float, float]] = []
    for a, b, keep in sorted(spans):
        if joined and a <= joined[-1][1]:
            first, last, kept = joined[-1]
            joined[-1] = first, max(last, b), kept
        else:
            joined.append((a, b, keep))
    return joined


def _placed(part: _Part, factors: Vector, maps: Sequence[Callable[[float], float]]) -> Placed:
    thing, size, turn = part.thing, part.thing.dimensions, part.thing.rotation
    low, high = (np.array([maps[axis](end[axis]) for axis in range(3)]) for end in (part.low, part.high))
    long = part.high - part.low
    own = np.where(long > 1e-9, (high - low) / np.maximum(long, 1e-9), factors)
    own = np.where(np.isnan(part.kept), own, part.kept)
    middle = np.array([maps[axis](at) for axis, at in enumerate(middle_of(thing))])
    is_square = not any(angle % 90 for angle in (turn.x, turn.y, turn.z))
    if is_square and not part.is_round:
        middle = (low + high) / 2
    axes = rotation_matrix(turn.x, turn.y, turn.z)
    sides = np.array([size.width, size.height, size.depth]) * np.linalg.norm(own[:, None] * axes, axis=0)
    return sides, middle - [0, sides[1] / 2, 0]

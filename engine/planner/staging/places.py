"""Places beside, around and in rows: arithmetic on boxes."""

from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject
from engine.planner.staging.standing import Box, Crowd, Place, box_of

BOTH = ("right", "left")
SIDES = {
    "beside": BOTH, "between": ("right",), "behind": ("back",), "in front of": ("front",), "left of": ("left",),
    "right of": ("right",),
}  # fmt: skip
_GAP = 0.18  # of the smaller of two things: what stands between them
_GAP_LEAST_M, _GAP_MOST_M = 0.02, 0.6
_MORE_PLACES = 7  # around a thing where others stand already: so many more are looked at
_TRIES = 24  # steps outwards to find a free place
_PULLS = (0.35, 0.15, 0.0, -0.1, -0.3, -0.7, -1.3, -2.0, -3.0, -5.0)  # of its depth: how far a thing is under an edge


def beside(anchor: Box, box: Box, side: str, number: int = 0, *, further_m: float = 0.0) -> Place:
    """Return a place on a side (right, left, back, front) of an anchor, `further_m` away from where it would be.

    Copies on the right or left go outwards one after the other, those in front or behind stand in a row.
    """
    gap = gap_between(anchor, box)
    axis, sign = {"right": (0, 1), "left": (0, -1), "back": (2, -1), "front": (2, 1)}[side]
    shift = anchor.middle - box.middle
    shift[1] = max(float(anchor.low[1]), 0.0)  # all drawings stand on 0; boxes of what is turned reach lower
    outwards = number * (box.size[0] + gap) if axis == 0 else 0.0
    if axis == 2:
        shift[0] += (number + 1) // 2 * (box.size[0] + gap) * (1 if number % 2 else -1)
    shift[axis] += sign * ((anchor.size[axis] + box.size[axis]) / 2 + gap + outwards + further_m)
    return (float(shift[0]), float(shift[1]), float(shift[2])), 0.0


def free_beside(
    anchor: Box, box: Box, own: Sequence[Box], crowd: Crowd, sides: Sequence[str], count: int
) -> list[Place]:
    """Return places for copies on the sides in turn, each so far out that it shares room with nothing."""
    taken = Crowd(crowd.low, crowd.high)
    places: list[Place] = []
    for number in range(count):
        side = sides[number % len(sides)]
        axis = 0 if side in ("right", "left") else 2
        stride = max(0.25 * float(box.size[axis]), _GAP_LEAST_M)
        ways = (
            beside(anchor, box, side, number // len(sides), further_m=further)
            for further in (*(stride * step for step in range(_TRIES)), _past(taken, anchor, side))
        )
        place = next((way for way in ways if taken.is_free(own, way)), None)
        if place is not None:
            places.append(place)
            taken.take([one.moved(place) for one in own])
    return places


def beside_each(
    anchors: Sequence[DesignObject], box: Box, own: Sequence[Box], crowd: Crowd, sides: Sequence[str], count: int
) -> list[Place]:
    """Return places on the sides of what is drawn; of several in turn by each, where all are to have as many."""
    copies: dict[str, list[DesignObject]] = {}
    for one in anchors:
        copies.setdefault(one.part_of, []).append(one)
    share, left = divmod(count, len(copies))
    if len(copies) < 2 or left:
        return free_beside(box_of(anchors), box, own, crowd, sides, count)
    taken, places = Crowd(crowd.low, crowd.high), list[Place]()
    for objects in copies.values():
        found = free_beside(box_of(objects), box, own, taken, sides, share)
        taken.take([one.moved(place) for place in found for one in own])
        places += found
    return places


def _past(crowd: Crowd, anchor: Box, side: str) -> float:
    """Return how far to go on a side of an anchor to be past everything."""
    axis = 0 if side in ("right", "left") else 2
    if side in ("right", "front"):
        return max(float(crowd.high[:, axis].max(initial=-np.inf) - anchor.high[axis]), 0.0)
    return max(float(anchor.low[axis] - crowd.low[:, axis].min(initial=np.inf)), 0.0)


def footed(box: Box) -> Box:
    """Return a box that reaches down to the ground."""
    return Box(np.array([box.low[0], 0.0, box.low[2]]), box.high)


def gap_between(one: Box, other: Box) -> float:
    """Return how far apart two things stand that belong together."""
    smaller = min(float(one.size[[0, 2]].max()), float(other.size[[0, 2]].max()))
    return min(max(_GAP * smaller, _GAP_LEAST_M), _GAP_MOST_M)


def in_rows(box: Box, count: int) -> list[Place]:
    """Return places of equal things in rows, as square as can be, the middle of all at the origin."""
    columns = int(np.ceil(np.sqrt(count)))
    rows = -(-count // columns)
    step = box.size[[0, 2]] + gap_between(box, box)
    places: list[Place] = []
    for number in range(count):
        row, column = divmod(number, columns)
        x = (column - (columns - 1) / 2) * step[0]
        z = (row - (rows - 1) / 2) * step[1]
        places.append(((float(x), 0.0, float(z)), 0.0))
    return places


def free_around(
    anchor: Box, box: Box, own: Sequence[Box], crowd: Crowd, count: int, *, pulled_in: float
) -> list[Place]:
    """Return places around an anchor, as near as `pulled_in` allows and so far off that none shares room.

    Where others stand around it, they are those that are left of as many places as all need.
    """
    best: list[Place] = []
    pulls = (pulled_in, *(pull for pull in _PULLS if pull < pulled_in))
    for pull, more in product(pulls, range(_MORE_PLACES if count <= _MORE_PLACES else 1)):
        taken = Crowd(crowd.low, crowd.high)
        free: list[Place] = []
        for place in around(anchor, box, count + more, pulled_in=pull):
            if len(free) < count and taken.is_free(own, place):
                free.append(place)
                taken.take([one.moved(place) for one in own])
        if len(free) > len(best):
            best = free
        if len(best) == count:
            break
    return best


def around(anchor: Box, box: Box, count: int, *, pulled_in: float) -> list[Place]:
    """Return places around an anchor, each thing with its front towards it.

    `pulled_in` is how much of a thing's depth is under the anchor's edge; a long anchor has more of them on its long
    sides.
    """
    half = anchor.size[[0, 2]] / 2 + box.size[2] * (0.5 - pulled_in)
    floor = max(float(anchor.low[1]), 0.0)
    places: list[Place] = []
    for angle in _shares(count, float(half[0]), float(half[1]), float(box.size[0])):
        direction = np.array([np.sin(angle), np.cos(angle)])
        is_round = 0.8 < half[0] / half[1] < 1.25
        reach = half * direction if is_round else half * direction / np.abs(direction).max()
        turn = np.degrees(angle) + 180 if is_round else _facing(reach, half)
        middle = anchor.middle[[0, 2]] + reach
        places.append(((float(middle[0]), floor, float(middle[1])), float(turn)))
    return places


def _facing(reach: NDArray[np.float64], half: NDArray[np.float64]) -> float:
    """Return the turn of a thing on a rectangle's side so that its front (+z) looks to the middle."""
    if abs(reach[0]) / half[0] > abs(reach[1]) / half[1] - 1e-9:
        return 270.0 if reach[0] > 0 else 90.0
    return 180.0 if reach[1] > 0 else 0.0


def _shares(count: int, half_x: float, half_z: float, width: float) -> list[float]:
    """Return the angles, from +z towards +x, at which things stand."""
    if 0.8 < half_x / half_z < 1.25 and count != 2:
        return [2 * np.pi * number / count for number in range(count)]
    return [float(np.arctan2(x / half_x, z / half_z)) for x, z in _on_sides(count, half_x, half_z, width)]


def _on_sides(count: int, half_x: float, half_z: float, width: float) -> list[tuple[float, float]]:
    """Return points on a rectangle: pairs on the long sides, then one on each short side."""
    is_wide = half_x >= half_z
    long_half = half_x if is_wide else half_z
    ends = 0 if count <= 2 or (count == 4 and long_half > width * 1.1) else min(2, count % 2 + 2 * (count >= 6))
    sides = [(count - ends + 1) // 2, (count - ends) // 2]
    points: list[tuple[float, float]] = []
    for sign, number in zip((1, -1), sides, strict=True):
        steps = (np.arange(number) + 0.5) / max(number, 1) * 2 - 1
        points += [
            (step * long_half * 0.9, sign * half_z) if is_wide else (sign * half_x, step * half_z * 0.9)
            for step in steps
        ]
    points += [(sign * half_x, 0.0) if is_wide else (0.0, sign * half_z) for sign in (1, -1)[:ends]]
    return points

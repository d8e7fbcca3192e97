"""The floor of a room, and where on it something can still stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject
from engine.planner.staging.standing import Box, Crowd, Place, box_of, can_be_stood_on

_SHELL = frozenset(
    {"floor", "wall", "rug", "skirting", "panelling", "curtain", "window", "picture", "rod", "curtain_rail"}
)
_WALL_M = 0.14  # from the room's box to the inside of a wall
_STEP_M = 0.1
_STEPS_MOST = 200  # along a side
_AISLE_M = 0.06
_IN_OVAL = 0.7  # of its box: a rug may be round
_PLAN = [0, 2]  # the axes of a plan


@dataclass(slots=True)
class Room:
    """The inside of a room: its box, the height of its floor, and the boxes of what stands there."""

    inside: Box
    floor_m: float
    occupied: list[Box] = field(default_factory=list)
    rugs: list[Box] = field(default_factory=list)

    def free_places(
        self, box: Box, count: int, *, is_at_wall: bool, own: Sequence[Box] = (), crowd: Crowd | None = None,
        is_backed: bool = False,
    ) -> list[Place]:  # fmt: skip
        """Return up to `count` places where a thing has room, along the walls or near the middle.

        What `is_backed` stands at a wall where one is free, and near the middle where none is.
        """
        is_at_wall = is_at_wall or float(box.size[1]) > 1.5
        spots = [*self._at_walls(box), *self._open(box)[::-1]] if is_at_wall else self._open(box)
        if is_backed and not is_at_wall:
            spots = [*self._at_walls(box), *spots]
        plans = _plans(box, spots)
        is_free = self._inside(plans) & self._is_level(plans)
        for other in self.occupied:
            is_free &= ~_near(plans, other)
        places: list[Place] = []
        for number in np.flatnonzero(is_free):
            if len(places) == count:
                break
            if not is_free[number]:  # since then something was put there
                continue
            place = spots[number]
            if crowd is None or crowd.is_free(own, place):
                (x, y, z), turn = place
                places.append(((x, y + self._rug_under(box.moved(place)), z), turn))
                is_free &= ~_near(plans, box.moved(places[-1]))
        return places

    def _rug_under(self, there: Box) -> float:
        """Return how thick the rug is that a thing would stand on."""
        return max((float(rug.high[1]) - self.floor_m for rug in self.rugs if there.meets(rug)), default=0.0)

    def _is_level(self, plans: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Return where a thing would not stand on a rug with only part of it."""
        level = np.ones(len(plans), bool)
        for rug in self.rugs:
            is_met = ((plans[:, 0] < rug.high[_PLAN]) & (plans[:, 1] > rug.low[_PLAN])).all(axis=1)
            reach = np.abs(plans - rug.middle[_PLAN]).max(axis=1)
            level &= ~is_met | (reach <= _IN_OVAL * rug.size[_PLAN] / 2).all(axis=1)
        return level

    def holds(self, there: Box) -> bool:
        """Return whether a box is inside the walls."""
        return bool(self._inside(np.array([[there.low[_PLAN], there.high[_PLAN]]]))[0])

    def _inside(self, plans: NDArray[np.float64]) -> NDArray[np.bool_]:
        low, high = self.inside.low[_PLAN] - 1e-6, self.inside.high[_PLAN] + 1e-6
        inside: NDArray[np.bool_] = (plans[:, 0] >= low) & (plans[:, 1] <= high)
        return np.asarray(inside.all(axis=1))

    def _level(self, box: Box) -> float:
        """Return how far up a thing goes to stand on the floor, a hair in it."""
        return self.floor_m - float(box.low[1]) - min(0.002, 0.01 * float(box.size[1]))

    def _step_m(self) -> float:
        """Return how far places lie apart; in a hall farther, so that there are not too many."""
        return max(_STEP_M, float(self.inside.size[_PLAN].max()) / _STEPS_MOST)

    def _at_walls(self, box: Box) -> list[Place]:
        """Return places with the back to the back wall, then to the left one."""
        low, high = self.inside.low, self.inside.high
        y = self._level(box)
        step = self._step_m()
        back = [((float(x), y, float(low[2] - box.low[2]) + 0.01), 0.0) for x in np.arange(low[0], high[0], step)[::-1]]
        left = [((float(low[0] - box.low[2]) + 0.01, y, float(z)), 90.0) for z in np.arange(low[2], high[2], step)]
        return [*back, *left]

    def _open(self, box: Box) -> list[Place]:
        """Return places from the middle outwards."""
        low, high = self.inside.low, self.inside.high
        middle = self.inside.middle
        y = self._level(box)
        step = self._step_m()
        x, z = (
            one.ravel() for one in np.meshgrid(*(np.arange(low[at], high[at], step) for at in _PLAN), indexing="ij")
        )
        order = np.lexsort((z, x, np.round(np.hypot(x - middle[0], z - middle[2]), 6)))
        across, along = (x - box.middle[0])[order].tolist(), (z - box.middle[2])[order].tolist()
        return [((one, y, other), 0.0) for one, other in zip(across, along, strict=True)]


def _plans(box: Box, spots: Sequence[Place]) -> NDArray[np.float64]:
    """Return the (n, 2, 2) lowest and highest corner in plan of a box put at places."""
    turns = {turn: number for number, turn in enumerate(dict.fromkeys(turn for _, turn in spots))}
    turned = [box.moved(((0.0, 0.0, 0.0), turn)) for turn in turns]
    each = np.array([[one.low[_PLAN], one.high[_PLAN]] for one in turned]).reshape(-1, 2, 2)
    ends = each[[turns[turn] for _, turn in spots]]
    at = np.array([place for place, _ in spots]).reshape(-1, 3)[:, None, _PLAN]
    plans: NDArray[np.float64] = ends + at
    return plans


def _near(plans: NDArray[np.float64], other: Box) -> NDArray[np.bool_]:
    """Return which plans lie nearer than an aisle to a box."""
    near: NDArray[np.bool_] = (plans[:, 0] < other.high[_PLAN] + _AISLE_M) & (plans[:, 1] > other.low[_PLAN] - _AISLE_M)
    return np.asarray(near.all(axis=1))


def room_of(objects: Sequence[DesignObject]) -> Room:
    """Return the room that an interior archetype has drawn: two walls, open to +x and +z."""
    whole = box_of(objects)
    floors = [thing for thing in objects if thing.type == "floor"]
    floor_m = max((thing.position.y + thing.dimensions.height for thing in floors), default=0.0)
    inside = Box(whole.low + np.array([_WALL_M, 0, _WALL_M]), whole.high - np.array([0.05, 0, 0.05]))
    things = [thing for thing in objects if thing.type not in _SHELL and thing.id.rpartition("_")[0] not in _SHELL]
    standing = [box for box in (box_of([thing]) for thing in things) if box.low[1] < floor_m + 1.9]
    rugs = [box_of([thing]) for thing in objects if can_be_stood_on(thing)]
    return Room(inside, floor_m, standing, rugs)

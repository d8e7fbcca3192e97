"""The floor of a room, and where on it something can still stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject, Dimensions
from engine.planner.staging.standing import Box, Crowd, Place, box_of, boxes_of, can_be_stood_on

_SHELL = frozenset(
    {"floor", "wall", "rug", "skirting", "panelling", "curtain", "window", "picture", "rod", "curtain_rail"}
)
_WALL_M = 0.14  # from the room's box to the inside of a wall
_STEP_M = 0.1
_STEPS_MOST = 200  # along a side
_AISLE_M = 0.06
_IN_OVAL = 0.7  # of its box: a rug may be round
_AROUND_M, _HEADROOM, _HIGH_M = 0.8, 1.15, 2.6  # a room is so much higher than what hardly fits into it
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
        middle_first = self._open(box)
        spots = np.concatenate([self._at_walls(box), middle_first[::-1]]) if is_at_wall else middle_first
        if is_backed and not is_at_wall:
            spots = np.concatenate([self._at_walls(box), middle_first])
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
            x, y, z, turn = spots[number].tolist()
            place: Place = ((x, y, z), turn)
            if crowd is None or crowd.is_free(own, place):
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

    def _at_walls(self, box: Box) -> NDArray[np.float64]:
        """Return the (n, 4) places, metres, and turns with the back to the back wall, then to the left one."""
        (left, _, back), (right, _, front) = self.inside.low, self.inside.high
        along_back = np.arange(left, right, self._step_m())[::-1]
        along_left = np.arange(back, front, self._step_m())
        spots = np.empty((len(along_back) + len(along_left), 4))
        at_back, at_left = spots[: len(along_back)], spots[len(along_back) :]
        spots[:, 1] = self._level(box)
        at_back[:, 0], at_back[:, 2], at_back[:, 3] = along_back, back - box.low[2] + 0.01, 0.0
        at_left[:, 0], at_left[:, 2], at_left[:, 3] = left - box.low[2] + 0.01, along_left, 90.0
        return spots

    def _open(self, box: Box) -> NDArray[np.float64]:
        """Return the (n, 4) places, metres, and turns from the middle outwards."""
        low, high = self.inside.low, self.inside.high
        middle = self.inside.middle
        step = self._step_m()
        x, z = (
            one.ravel() for one in np.meshgrid(*(np.arange(low[at], high[at], step) for at in _PLAN), indexing="ij")
        )
        order = np.lexsort((z, x, np.round(np.hypot(x - middle[0], z - middle[2]), 6)))
        spots = np.zeros((len(order), 4))
        spots[:, 0], spots[:, 2] = (x - box.middle[0])[order], (z - box.middle[2])[order]
        spots[:, 1] = self._level(box)
        return spots


def _plans(box: Box, spots: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the (n, 2, 2) lowest and highest corner in plan of a box put at (n, 4) places and turns."""
    turns, which = np.unique(spots[:, 3], return_inverse=True)
    turned = [box.moved(((0.0, 0.0, 0.0), float(turn))) for turn in turns]
    ends = np.array([[one.low[_PLAN], one.high[_PLAN]] for one in turned]).reshape(-1, 2, 2)
    plans: NDArray[np.float64] = ends[which] + spots[:, None, :3][..., _PLAN]
    return plans


def _near(plans: NDArray[np.float64], other: Box) -> NDArray[np.bool_]:
    """Return which plans lie nearer than an aisle to a box."""
    (right, _, front), (left, _, back) = other.high + _AISLE_M, other.low - _AISLE_M
    low, high = plans[:, 0], plans[:, 1]
    near: NDArray[np.bool_] = (low[:, 0] < right) & (low[:, 1] < front) & (high[:, 0] > left) & (high[:, 1] > back)
    return near


def room_of(objects: Sequence[DesignObject]) -> Room:
    """Return the room that an interior archetype has drawn: two walls, open to +x and +z."""
    whole = box_of(objects)
    floors = [thing for thing in objects if thing.type == "floor"]
    floor_m = max((thing.position.y + thing.dimensions.height for thing in floors), default=0.0)
    plan = box_of(floors) if floors else whole  # what stands there may reach out of it
    low, high = np.where([1, 0, 1], plan.low, whole.low), np.where([1, 0, 1], plan.high, whole.high)
    inside = Box(low + np.array([_WALL_M, 0, _WALL_M]), high - np.array([0.05, 0, 0.05]))
    things = [thing for thing in objects if thing.type not in _SHELL and thing.id.rpartition("_")[0] not in _SHELL]
    standing = [box for box in boxes_of(things) if box.low[1] < floor_m + 1.9]
    rugs = boxes_of([thing for thing in objects if can_be_stood_on(thing)])
    return Room(inside, floor_m, standing, rugs)


def hall_for(floor: Dimensions, things: Sequence[Box]) -> dict[str, float]:
    """Return the sizes of a room that is as large as things need that a floor has no room for, and high enough."""
    sizes = np.array([one.size for one in things])
    wide = float(sizes[:, 0].max()) * int(np.ceil(np.sqrt(len(things)))) + _AROUND_M
    deep = float(sizes[:, 2].max()) * -(-len(things) // int(np.ceil(np.sqrt(len(things))))) + _AROUND_M
    high = float(sizes[:, 1].max()) * _HEADROOM
    return {"width": floor.width + wide, "depth": floor.depth + deep} | ({"height": high} if high > _HIGH_M else {})

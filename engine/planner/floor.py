"""The floor of a room, and where on it something can still stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from domain.spec import DesignObject
from engine.planner.standing import Box, Crowd, Place, box_of, can_be_stood_on

_SHELL = frozenset(
    {"floor", "wall", "rug", "skirting", "panelling", "curtain", "window", "picture", "rod", "curtain_rail"}
)
_WALL_M = 0.14  # from the room's box to the inside of a wall
_STEP_M = 0.1
_AISLE_M = 0.06
_IN_OVAL = 0.7  # of its box: a rug may be round


@dataclass(slots=True)
class Room:
    """The inside of a room: its box, the height of its floor, and the boxes of what stands there."""

    inside: Box
    floor_m: float
    occupied: list[Box] = field(default_factory=list)
    rugs: list[Box] = field(default_factory=list)

    def free_places(
        self, box: Box, count: int, *, is_at_wall: bool, own: Sequence[Box] = (), crowd: Crowd | None = None
    ) -> list[Place]:
        """Return up to `count` places where a thing has room, along the walls or near the middle."""
        places: list[Place] = []
        for _ in range(count):
            place = self._free_place(box, own, crowd or Crowd(), is_at_wall=is_at_wall or float(box.size[1]) > 1.5)
            if place is None:
                break
            places.append(place)
            self.occupied.append(box.moved(place))
        del self.occupied[len(self.occupied) - len(places) :]
        return places

    def _free_place(self, box: Box, own: Sequence[Box], crowd: Crowd, *, is_at_wall: bool) -> Place | None:
        spots = [*self._at_walls(box), *self._open(box)[::-1]] if is_at_wall else self._open(box)
        for place in spots:
            there = box.moved(place)
            is_apart = self.holds(there) and not any(there.meets(other, _AISLE_M) for other in self.occupied)
            up_m = self._rug_under(there)
            if is_apart and up_m is not None and crowd.is_free(own, place):
                (x, y, z), turn = place
                return (x, y + up_m, z), turn
        return None

    def _rug_under(self, there: Box) -> float | None:
        """Return how thick the rug is that a thing would stand on; None where only part of it would."""
        met = [rug for rug in self.rugs if there.meets(rug)]
        reaches = [np.abs([there.low - rug.middle, there.high - rug.middle]).max(axis=0) for rug in met]
        if any((reach > _IN_OVAL * rug.size / 2)[[0, 2]].any() for reach, rug in zip(reaches, met, strict=True)):
            return None
        return max((float(rug.high[1]) - self.floor_m for rug in met), default=0.0)

    def holds(self, there: Box) -> bool:
        """Return whether a box is inside the walls."""
        sides = [0, 2]
        return bool(
            (there.low[sides] >= self.inside.low[sides] - 1e-6).all()
            and (there.high[sides] <= self.inside.high[sides] + 1e-6).all()
        )

    def _level(self, box: Box) -> float:
        """Return how far up a thing goes to stand on the floor, a hair in it."""
        return self.floor_m - float(box.low[1]) - min(0.002, 0.01 * float(box.size[1]))

    def _at_walls(self, box: Box) -> list[Place]:
        """Return places with the back to the back wall, then to the left one."""
        low, high = self.inside.low, self.inside.high
        y = self._level(box)
        back = [
            ((float(x), y, float(low[2] - box.low[2]) + 0.01), 0.0) for x in np.arange(low[0], high[0], _STEP_M)[::-1]
        ]
        left = [((float(low[0] - box.low[2]) + 0.01, y, float(z)), 90.0) for z in np.arange(low[2], high[2], _STEP_M)]
        return [*back, *left]

    def _open(self, box: Box) -> list[Place]:
        """Return places from the middle outwards."""
        low, high = self.inside.low, self.inside.high
        middle = self.inside.middle
        y = self._level(box)
        spots = [(x, z) for x in np.arange(low[0], high[0], _STEP_M) for z in np.arange(low[2], high[2], _STEP_M)]
        spots.sort(key=lambda spot: (round(float(np.hypot(spot[0] - middle[0], spot[1] - middle[2])), 6), spot))
        return [((float(x - box.middle[0]), y, float(z - box.middle[2])), 0.0) for x, z in spots]


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

"""The pieces of furniture that stand in a room: each a whole with what stands on it, and how one is moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject
from engine.archetypes import Brief, Drawing
from engine.planner.staging.floor import Room
from engine.planner.staging.replacing import turn_deg, upon
from engine.planner.staging.standing import Box, Place, bounds_of, box_of, can_be_stood_on

Objects = Sequence[DesignObject]
_SUNK_M, _IN_RUG_M = 0.002, 0.004
_ON_FLOOR_M = 0.05  # above it: what begins lower stands there
_SHARED, _TOUCH_M = 0.04, 0.004  # as `engine.planner.staging.standing.Crowd`
_FIXED = frozenset({"floor", "wall", "facade", "skirting"})
_SUITES = {"desk": ("chair",), "table": ("chair", "stool"), "bed": ("nightstand", "bench"), "piano": ("stool",)}
_SEATS = frozenset({"chair", "stool"})  # they go where their desk goes
_OVER_M = 0.4  # from a piece to what hangs above it, and does not stand on it
_SUITE_M = 0.5  # from a piece to what goes with it
_PLAN = [0, 2]


@dataclass(frozen=True, eq=False)
class Piece:
    """A piece of furniture and what goes with it, as it stands in the scene; `main` is the piece itself."""

    main: tuple[DesignObject, ...]
    others: tuple[DesignObject, ...] = ()
    name: str = ""  # of its archetype

    @property
    def objects(self) -> tuple[DesignObject, ...]:
        """Return the piece and what goes with it."""
        return (*self.main, *self.others)

    @cached_property
    def turn(self) -> float:
        """Return by how much the piece is turned about the y axis, degrees; what is not put yet is not turned."""
        return turn_deg(self.main) if self.main[0].part_of else 0.0

    @cached_property
    def plain(self) -> tuple[DesignObject, ...]:
        """Return the objects as if the piece were not turned, the middle of its foot at the origin."""
        level = placed(self.objects, ((0.0, 0.0, 0.0), -self.turn))
        box = box_of(level[: len(self.main)])
        return placed(level, ((-float(box.middle[0]), -float(box.low[1]), -float(box.middle[2])), 0.0))

    @cached_property
    def body(self) -> Box:
        """Return the box of the piece itself, plain."""
        return box_of(self.plain[: len(self.main)])

    @cached_property
    def solid(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the (n, 3) lowest and highest corners of what is in the way of others, plain; a rug is in none."""
        low, high = bounds_of([one for one in self.plain if not can_be_stood_on(one)])
        top = self.body.high if len(low) else self.body.high * [1, 0, 1] + self.body.low * [0, 1, 0]
        return np.vstack([low, self.body.low]), np.vstack([high, top])

    def bounds_at(self, place: Place) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the (n, 3) corners of what is in the way of others, with the piece at a place of the floor."""
        (at, turn), (low, high) = place, self.solid
        cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        half, middle = (high - low) / 2, (high + low) / 2
        reach = np.column_stack([
            abs(cos) * half[:, 0] + abs(sin) * half[:, 2], half[:, 1], abs(sin) * half[:, 0] + abs(cos) * half[:, 2]
        ])  # fmt: skip
        x, z = cos * middle[:, 0] + sin * middle[:, 2], -sin * middle[:, 0] + cos * middle[:, 2]
        there = np.column_stack([x, middle[:, 1], z]) + np.array(at)
        return there - reach, there + reach

    @property
    def stands(self) -> tuple[float, float]:
        """Return where the middle of the piece is now, x and z."""
        middle = box_of(self.main).middle
        return float(middle[0]), float(middle[2])

    def place_of(self, place: Place) -> Place:
        """Return the place of the objects as they are for a place of the middle of their foot."""
        (x, y, z), turn = place
        box, (cos, sin) = box_of(self.main), (np.cos(np.radians(turn)), np.sin(np.radians(turn)))
        at_x, low, at_z = float(box.middle[0]), float(box.low[1]), float(box.middle[2])
        return (float(x - cos * at_x - sin * at_z), y - low, float(z + sin * at_x - cos * at_z)), turn

    def at(self, place: Place) -> tuple[DesignObject, ...]:
        """Return the objects with the piece at a place of the floor."""
        return placed(self.plain, place)


def placed(objects: Objects, place: Place) -> tuple[DesignObject, ...]:
    """Return objects turned and moved, under the names that they have."""
    there = Drawing(Brief(np.random.default_rng(0)))
    there.include(Drawing(there.brief, objects=list(objects)), *place)
    return tuple(
        msgspec.structs.replace(new, id=one.id, part_of=one.part_of)
        for one, new in zip(objects, there.objects, strict=True)
    )


def is_movable(own: Objects, objects: Objects) -> bool:
    """Return whether a room's own thing is a whole that can stand elsewhere; a rug can, a sink in its worktop not."""
    room = room_name(objects)
    return bool(own) and (own[0].part_of != room or all(can_be_stood_on(one) for one in own))


def room_name(objects: Objects) -> str:
    """Return what the room's own walls and floor are part of."""
    return next((one.part_of for one in objects if one.type in _FIXED), "")


def pieces_of(objects: Objects) -> dict[str, list[DesignObject]]:
    """Return what stands or hangs in a room by the names of wholes; what the room itself has, each object alone."""
    room, found = room_name(objects), dict[str, list[DesignObject]]()
    for one in objects:
        if one.type not in _FIXED and not can_be_stood_on(one):
            found.setdefault(one.id if one.part_of == room else one.part_of, []).append(one)
    return found


def loaded(objects: Objects, floor_m: float) -> dict[str, list[DesignObject]]:
    """Return the pieces of a room, what stands on one, or goes with it, together with it."""
    alone, room = pieces_of(objects), room_name(objects)
    base = [name for name, own in alone.items() if own[0].part_of != room and is_on_floor(own, floor_m)]
    along = {name: with_load(alone[name], objects) for name in base}
    borne = {one.id: name for name in base for one in along[name].others}
    for name in base:
        seats = [one for one in companions_of(along[name], objects) if kind_of(one.name) in _SEATS]
        borne |= {one.id: name for seat in seats for one in seat.objects}
    base = [name for name in base if alone[name][0].id not in borne]
    found: dict[str, list[DesignObject]] = {}
    for name, own in alone.items():
        for one in own:
            found.setdefault(name if name in base else borne.get(one.id, name), []).append(one)
    return found


def companions_of(piece: Piece, objects: Objects) -> list[Piece]:
    """Return what goes with a piece: the chair at a desk, the nightstands of a bed with their lamps, a lamp above."""
    kinds, there = _SUITES.get(kind_of(piece.name), ()), box_of(piece.main)
    return [
        with_load(own, objects) for whole, own in pieces_of(objects).items()
        if (kind_of(whole.rpartition("_")[0]) in kinds and box_of(own).meets(there, _SUITE_M))
        or _is_over(box_of(own), there)
    ]  # fmt: skip


def kind_of(name: str) -> str:
    """Return of what kind a thing is: an office chair is a chair."""
    return name.rpartition(" ")[2]


def _is_over(lamp: Box, there: Box) -> bool:
    """Return whether a thing hangs above another."""
    is_within = (there.low < lamp.middle)[_PLAN].all() and (lamp.middle < there.high)[_PLAN].all()
    return bool(is_within and lamp.low[1] > there.high[1] + _OVER_M)


def is_on_floor(own: Objects, floor_m: float) -> bool:
    """Return whether a piece stands on the floor."""
    return float(box_of(own).low[1]) < floor_m + _ON_FLOOR_M


def with_load(main: Objects, objects: Objects) -> Piece:
    """Return a piece with what stands on it."""
    own = list(main)
    load = tuple(upon(own, objects)) if not all(map(can_be_stood_on, own)) else ()
    return Piece(tuple(own), load, own[0].part_of.rpartition("_")[0])


@dataclass(frozen=True, eq=False)
class Standing:
    """The pieces that stand in the way, with the boxes of their objects; those of `soft` can make way."""

    names: tuple[str, ...]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    soft: frozenset[str]

    @classmethod
    def of(cls, pieces: dict[str, list[DesignObject]], soft: frozenset[str]) -> "Standing":
        """Return the boxes of pieces."""
        low, high = bounds_of([one for piece in pieces.values() for one in piece])
        wholes = [box_of([one for one in own if one.part_of == name] or own) for name, own in pieces.items()]
        low, high = np.vstack([low, *(one.low for one in wholes)]), np.vstack([high, *(one.high for one in wholes)])
        return cls((*(name for name, own in pieces.items() for _ in own), *pieces), low, high, soft)

    def met(self, bounds: tuple[NDArray[np.float64], NDArray[np.float64]]) -> frozenset[str] | None:
        """Return the pieces that would have to make way for (n, 3) boxes; None where one of them cannot."""
        low, high = bounds
        shared = np.minimum(high[:, None], self.high) - np.maximum(low[:, None], self.low)
        slack = _SHARED * np.minimum((high - low)[:, None], self.high - self.low) + _TOUCH_M
        met = frozenset(self.names[index] for index in np.flatnonzero((shared > slack).all(axis=2).any(axis=0)))
        return met if met <= self.soft else None


def soft_of(pieces: dict[str, list[DesignObject]], floor_m: float, room: str, kept: frozenset[str]) -> frozenset[str]:
    """Return the wholes that stand on the floor and that the text does not speak of, which can make way."""
    return frozenset(
        name for name, own in pieces.items()
        if own[0].part_of != room and name not in kept and is_on_floor(own, floor_m)
    )  # fmt: skip


def level_m(room: Room, there: Box) -> float:
    """Return how high a thing stands: on a rug that is wholly below it, else on the floor."""
    for rug in room.rugs:
        if (rug.low[_PLAN] <= there.low[_PLAN]).all() and (rug.high[_PLAN] >= there.high[_PLAN]).all():
            return float(rug.high[1]) - _IN_RUG_M
    return room.floor_m - _SUNK_M

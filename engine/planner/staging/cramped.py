"""Rooms of a small stated size: what a room draws itself and has no room for is left out, and told."""

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject, Position
from engine.archetypes import Drawing
from engine.planner.staging.standing import Box, Crowd, box_of, boxes_of, can_be_stood_on

Objects = Sequence[DesignObject]
Pieces = Mapping[str, list[DesignObject]]
_OUT_M = 0.06  # so far a piece may reach over the floor's edge
_ON_M = 0.03  # between a thing and what carries it
_FLAT_M = 0.05  # what is flatter is a rug
_WALL_M = 0.13  # from the floor's edge to the inside of a wall
_FIXED = frozenset({"floor", "wall", "facade", "skirting"})


def without_cramped(objects: Objects, roomy: Drawing) -> tuple[Objects, list[str]]:
    """Return a room's objects, moved off its edges, less those that there is no room for, and the names of these.

    `roomy` is the same room at the size that it would have by itself: what shares room there is meant to, like a chair
    under its desk.
    """
    floor = next((box_of([one]) for one in objects if one.type == "floor"), None)
    if floor is None:
        return objects, []
    objects = _moved_in(objects, floor)
    known, pieces = _pieces(roomy.objects), _pieces(objects)
    meant = [pair for pair in _pairs(known) if set(pair) <= pieces.keys() and _are_as_far(pair, known, pieces)]
    gone = {name for name, piece in pieces.items() if not _is_within(box_of(piece), floor)}
    for earlier, later in _pairs({name: piece for name, piece in pieces.items() if name not in gone}):
        if (earlier, later) not in meant and earlier not in gone:
            gone.add(later)
    gone |= _borne(pieces, gone)
    if any("curtain" in name or "rail" in name for name in gone):
        gone |= {name for name in pieces if "rail" in name}
    left = [one for one in objects if (one.part_of or one.id) not in gone]
    return left, list(dict.fromkeys(_said(name) for name in pieces if name in gone and "rail" not in name))


def _moved_in(objects: Objects, floor: Box) -> Objects:
    """Return objects with whole pieces and rugs moved over the floor, and with what stands on them."""
    pieces = _pieces(objects)
    ways: dict[str, NDArray[np.float64]] = {}
    for name, piece in pieces.items():
        there = box_of(piece)
        under = next((one for one in ways if _stands_on(there, box_of(pieces[one]))), None)
        low, high = floor.low + _WALL_M, floor.high
        way = (low - there.low).clip(0) - (there.high - high).clip(0)
        is_free = bool(piece[0].part_of) or can_be_stood_on(piece[0])
        ways[name] = ways[under] if under else way * is_free * [1, 0, 1]
    return [_moved(one, ways.get(one.part_of or one.id), floor) for one in objects]


def _moved(one: DesignObject, way: NDArray[np.float64] | None, floor: Box) -> DesignObject:
    if way is None or not way.any():
        return one
    at, size = one.position, one.dimensions
    if can_be_stood_on(one):
        wide, deep = (floor.size - 2 * _WALL_M)[[0, 2]].tolist()
        one = msgspec.structs.replace(
            one, dimensions=msgspec.structs.replace(size, width=min(size.width, wide), depth=min(size.depth, deep))
        )
    return msgspec.structs.replace(one, position=Position(at.x + float(way[0]), at.y, at.z + float(way[2])))


def _pieces(objects: Objects) -> dict[str, list[DesignObject]]:
    """Return what stands in a room, whole pieces by their names; what lies flat or makes up the room alone."""
    pieces: dict[str, list[DesignObject]] = {}
    for one in objects:
        if one.type not in _FIXED and one.id.rpartition("_")[0] not in _FIXED:
            pieces.setdefault(one.part_of or one.id, []).append(one)
    return pieces


def _pairs(pieces: dict[str, list[DesignObject]]) -> list[tuple[str, str]]:
    """Return the names of whole pieces that share room, the one that was drawn first before the other."""
    solid = {
        name: boxes_of(piece) for name, piece in pieces.items() if piece[0].part_of and not can_be_stood_on(piece[0])
    }
    names, found = list(solid), []
    for index, later in enumerate(names):
        for earlier in names[:index]:
            crowd = Crowd()
            crowd.take(solid[earlier])
            if not crowd.is_free(solid[later], ((0.0, 0.0, 0.0), 0.0)):
                found.append((earlier, later))
    return found


def _are_as_far(pair: tuple[str, str], known: Pieces, pieces: Pieces) -> bool:
    """Return whether two pieces are as far from each other as in the roomy room."""
    apart = [box_of(one[pair[0]]).middle - box_of(one[pair[1]]).middle for one in (known, pieces)]
    return bool(np.abs(apart[0] - apart[1]).max() < _OUT_M)


def _is_within(there: Box, floor: Box) -> bool:
    out = (floor.low - there.low).clip(0) + (there.high - floor.high).clip(0)
    return bool(out[[0, 2]].max() < _OUT_M)


def _borne(pieces: dict[str, list[DesignObject]], gone: set[str]) -> set[str]:
    """Return what stands on pieces that are gone, and what stands on that."""
    boxes = {name: box_of(piece) for name, piece in pieces.items()}
    found = set(gone)
    for _ in pieces:
        under = [boxes[name] for name in found if not can_be_stood_on(pieces[name][0])]
        more = {name for name, box in boxes.items() if name not in found and any(_is_on(box, one) for one in under)}
        if not more:
            break
        found |= more
    return found - gone


def _stands_on(there: Box, other: Box) -> bool:
    return _is_on(there, other) and bool(other.size[1] > _FLAT_M)


def _is_on(there: Box, other: Box) -> bool:
    return there.meets(other) and abs(float(there.low[1] - other.high[1])) < _ON_M


def _said(name: str) -> str:
    return f"{name.rpartition('_')[0].replace('_', ' ')} (no room)"

"""Pieces of a room's own put where the text says: a desk against the wall, the bed in the corner, a plant by the sofa.

What stands in the way, and is not spoken of, makes way: it goes elsewhere, or where there is no room, away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from domain.spec import DesignObject, Relation
from engine.planner.reading.arrangements import SPOTS
from engine.planner.reading.over import named
from engine.planner.staging.floor import Room, room_of
from engine.planner.staging.pieces import (
    Piece,
    Standing,
    companions_of,
    is_movable,
    is_on_floor,
    level_m,
    loaded,
    room_name,
    soft_of,
    with_load,
)
from engine.planner.staging.replacing import without
from engine.planner.staging.spots import is_at, is_before, is_by, places_at, places_by, windows_of
from engine.planner.staging.standing import Box, Place, box_of, boxes_of, crowd_of

Objects = Sequence[DesignObject]
_MAKES_WAY = 10.0  # a place where something must make way is so much worse than a free one, for each square metre
_HIGH_M = 1.5  # what is higher stands at a wall


@dataclass(frozen=True, slots=True)
class Found:
    """A place for a piece, and the names of what makes way."""

    place: Place
    cost: float
    away: frozenset[str]


def arranged(
    objects: Objects, wishes: Sequence[Relation], spoken: Iterable[str]
) -> tuple[list[DesignObject], list[str]]:
    """Return a room's objects with its own furniture where it is said to stand, and what could not be put so.

    `spoken` are the names of furniture that the text speaks of, which makes no way.
    """
    now, missed = list(objects), list[str]()
    kept = frozenset(one.part_of for name in spoken for one in named(now, name))
    for wish in wishes:
        changed = _obeyed(now, wish, kept)
        now = changed or now
        missed += [] if changed else [f"{wish.subject} {wish.relation} {wish.anchor}"]
    return now, missed


def _obeyed(objects: list[DesignObject], wish: Relation, kept: frozenset[str]) -> list[DesignObject] | None:
    """Return objects as a wish has them; None where it cannot be."""
    own, room, windows = named(objects, wish.subject), room_of(objects), windows_of(objects)
    if not own:
        return None
    piece, is_spot = _based(own, objects, room), wish.anchor in SPOTS
    other = [] if is_spot else named(objects, wish.anchor)
    if is_at(wish.anchor, piece, room, windows) if is_spot else other and is_by(wish.relation, piece, _alone(other)):
        return objects
    if other and wish.relation == "in front of" and (many := _copies(wish.subject, own, objects)):
        return objects if all(is_before(_alone(one), _alone(other)) for one in many) else None
    if not is_movable(piece.main, objects) or not (is_spot or other):
        return None
    near = places_at(wish.anchor, piece, room, windows) if is_spot else places_by(wish.relation, piece, _alone(other))
    return _put(objects, piece, list(near), kept)


def _copies(name: str, own: Objects, objects: Objects) -> list[Objects]:
    """Return all of a room's pieces of one kind, none of a single one; a classroom's desks are parts of the room."""
    kind, room = own[0].part_of.rpartition("_")[0], room_name(objects)
    wholes = dict.fromkeys(one.part_of for one in objects if kind and one.part_of.rpartition("_")[0] == kind)
    parts = [[one] for one in objects if one.part_of == room and one.id.split("_")[-2] == name]
    copies = parts if len(parts) > 1 else [[one for one in objects if one.part_of == whole] for whole in wholes]
    return list(copies) if len(copies) > 1 else []


def _based(own: Objects, objects: list[DesignObject], room: Room) -> Piece:
    """Return a piece with what stands on it; of what stands on another that one, as a stand with its television."""
    names = {one.id for one in own}
    bases = loaded(objects, room.floor_m) if own[0].part_of and not is_on_floor(own, room.floor_m) else {}
    base = next((name for name, all_of in bases.items() if names & {one.id for one in all_of}), own[0].part_of)
    main = [one for one in objects if one.part_of == base]
    return with_load(main if base != room_name(objects) and main else own, objects)


def _alone(own: Objects) -> Piece:
    return Piece(tuple(own))


def _together(piece: Piece, companions: Sequence[Piece]) -> Piece:
    return replace(piece, others=(*piece.others, *(one for each in companions for one in each.objects)))


def _put(
    objects: list[DesignObject], piece: Piece, places: list[tuple[float, Place]], kept: frozenset[str]
) -> list[DesignObject] | None:
    """Return objects with a piece and what goes with it at the best of some places, others out of the way.

    Where all of it has no room, what does not fit goes away, or elsewhere where the text speaks of it.
    """
    companions = companions_of(piece, objects)
    for group in (companions, []) if companions else ([],):
        suite = _together(piece, group)
        apart = [one for one in companions if one not in group]
        rest = without(objects, [*suite.objects, *(one for each in apart for one in each.objects)])
        found = best_place(suite, rest, places, kept)
        if found is not None:
            now = made_way([*rest, *suite.at(found.place)], pieces_called(rest, found.away), room_of(objects))
            now, lost = _followed(now, piece, apart, found.place, room_of(objects))
            return made_way(now, [one for one in lost if one.main[0].part_of in kept], room_of(objects))
    return None


def pieces_called(objects: Objects, names: frozenset[str]) -> list[Piece]:
    """Return whole pieces with what stands on them and the chairs that belong to them."""
    own = [with_load([one for one in objects if one.part_of == name], objects) for name in sorted(names)]
    return [_together(piece, companions_of(piece, objects)) for piece in own]


def _followed(
    objects: list[DesignObject], piece: Piece, companions: Sequence[Piece], place: Place, room: Room
) -> tuple[list[DesignObject], list[Piece]]:
    """Return objects with what goes with a piece where it stood to it, as far as it is free, and what has no room."""
    left = list[Piece]()
    for one in companions:
        there = _together(piece, [one]).at(place)[len(piece.objects) :]
        boxes = boxes_of(there)
        is_free = crowd_of(objects).is_free(boxes, ((0.0, 0.0, 0.0), 0.0)) and all(map(room.holds, boxes))
        objects = [*objects, *there] if is_free else objects
        left += [] if is_free else [one]
    return objects, left


def best_place(
    suite: Piece, rest: list[DesignObject], places: list[tuple[float, Place]], kept: frozenset[str]
) -> Found | None:
    """Return the best of some places among what stays, where the fewest others make way; None where none is free."""
    room = room_of(rest)
    pieces = loaded(rest, room.floor_m)
    standing = Standing.of(pieces, soft_of(pieces, room.floor_m, room_name(rest), kept))
    sizes = {name: float(np.prod(box_of(piece).size[[0, 2]])) for name, piece in pieces.items()}
    best: Found | None = None
    for cost, ((x, _, z), turn) in sorted(places, key=lambda one: one[0]):
        if best is not None and best.cost <= cost:
            break
        place = ((x, level_m(room, suite.body.moved(((x, 0.0, z), turn))), z), turn)
        low, high = suite.bounds_at(place)
        away = standing.met((low, high)) if room.holds(Box(low.min(axis=0), high.max(axis=0))) else None
        if away is None:
            continue
        total = cost + _MAKES_WAY * sum(sizes[name] for name in away)
        if best is None or total < best.cost:
            best = Found(place, total, away)
    return best


def made_way(objects: list[DesignObject], away: Sequence[Piece], room: Room, new: Objects = ()) -> list[DesignObject]:
    """Return objects with pieces that make way at places that are free, the largest first; some may find none.

    `new` is what is to stand there beside the objects.
    """
    gone = [one for piece in away for one in piece.objects]
    now = without(objects, gone)
    for piece in sorted(away, key=lambda one: -float(one.body.size.prod())):
        place = _anywhere(piece, [*now, *new], room)
        now = [*now, *(piece.at(place) if place else ())]
    return now


def _anywhere(piece: Piece, objects: Objects, room: Room) -> Place | None:
    """Return a free place of a room, where there is one not half on a rug; None where there is none."""
    there, crowd = replace(room_of(objects), inside=room.inside), crowd_of(objects)
    whole, own, is_high = box_of(piece.plain), boxes_of(piece.plain), bool(piece.body.size[1] > _HIGH_M)
    for each in (there, replace(there, rugs=[])):
        places = each.free_places(whole, 1, is_at_wall=is_high, own=own, crowd=crowd, is_backed=True)
        if places:
            return places[0]
    return None

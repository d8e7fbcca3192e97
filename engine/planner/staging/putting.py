"""Things that a text puts into a room at a place of it, or to its own furniture; what is in the way makes way."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from domain.spec import DesignObject
from engine.archetypes import Drawing
from engine.planner.reading.over import named
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.arranging import Found, best_place, made_way, pieces_called
from engine.planner.staging.floor import room_of
from engine.planner.staging.pieces import Piece, is_movable, level_m, room_name, with_load
from engine.planner.staging.replacing import Change, own_of, upon, without
from engine.planner.staging.spots import places_at, places_by, windows_of
from engine.planner.staging.standing import Place

Objects = Sequence[DesignObject]
_TRIED = 5  # places to a piece, with which both go elsewhere


def put_in(drawn: Drawing, wanted: Wanted, room: Objects, objects: Objects, spoken: Sequence[str]) -> Change | None:
    """Return how a thing goes where it is said to be in a room, or to its furniture; None where it has no place.

    `room` are the objects of the room itself, `spoken` the names of those that the text speaks of.
    """
    own = own_of(room, drawn.name) if wanted.spot else []
    start = without(objects, [*own, *upon(own, objects)] if own else [])
    kept = _kept(start, room, spoken)
    piece = Piece(tuple(drawn.objects), name=drawn.name)
    if wanted.spot:
        places = list(places_at(wanted.spot, piece, room_of(start), windows_of(start)))
        found, rest, place = best_place(piece, start, places, kept), start, None
        place = found.place if found else None
    else:
        found, rest, place = _by(piece, wanted, start, kept)
    if found is None or place is None:
        return None
    now = made_way(rest, pieces_called(rest, found.away), room_of(start), (*piece.at(place),))
    return _change(objects, now, piece.place_of(place))


def _kept(objects: Objects, room: Objects, spoken: Sequence[str]) -> frozenset[str]:
    """Return the wholes that make no way: those that the text speaks of, and those that it puts into the room."""
    own = {one.part_of for one in room}
    others = {one.part_of for one in objects if one.part_of not in own}
    return frozenset(others | {one.part_of for name in spoken for one in named(objects, name)})


def _change(before: Objects, after: list[DesignObject], place: Place) -> Change:
    was = {one.id: one for one in before}
    moved = [one for one in after if was[one.id].position != one.position or was[one.id].rotation != one.rotation]
    names = {one.id for one in after} - {one.id for one in moved}
    return Change(place, after, [one for one in before if one.id not in names], tuple(moved))


def _by(
    piece: Piece, wanted: Wanted, objects: list[DesignObject], kept: frozenset[str]
) -> tuple[Found | None, list[DesignObject], Place | None]:
    """Return a place to a piece of the room; where it has none there, one where both stand at a wall."""
    own = named(objects, wanted.by)
    if not own:
        return None, objects, None
    other = with_load(own, objects)
    near = sorted(places_by(wanted.relation, piece, other), key=lambda one: one[0])
    found = best_place(piece, objects, near, kept | {own[0].part_of})
    if found is not None or own[0].part_of == room_name(objects) or not is_movable(own, objects):
        return found, objects, found.place if found else None
    best = min(_pairs(piece, other, [place for _, place in near[:_TRIED]], objects, kept),
               key=lambda one: one[0].cost, default=None)  # fmt: skip
    if best is None:
        return None, objects, None
    pair, place = best
    return pair, [*without(objects, other.objects), *other.at(pair.place)], place


def _pairs(
    piece: Piece, other: Piece, near: Sequence[Place], objects: Objects, kept: frozenset[str]
) -> Iterator[tuple[Found, Place]]:
    """Yield places of the other piece at a wall with those that a piece has to it then."""
    rest, room = without(objects, other.objects), room_of(objects)
    walls = list(places_at("wall", other, room, windows_of(objects)))
    for place in near:
        pair = replace(other, others=(*other.others, *piece.at(((place[0][0], room.floor_m, place[0][2]), place[1]))))
        found = best_place(pair, rest, walls, kept)
        if found is not None:
            x, z, turn = _carried(place, other, found.place)
            level = level_m(room, piece.body.moved(((x, 0.0, z), turn)))
            yield found, ((x, level, z), turn)


def _carried(place: Place, other: Piece, to: Place) -> tuple[float, float, float]:
    """Return where a place comes to be, x, z and turn, when the piece that it is to goes elsewhere."""
    turn = to[1] - other.turn
    x, z = np.subtract((place[0][0], place[0][2]), other.stands)
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    return float(to[0][0] + cos * x + sin * z), float(to[0][2] - sin * x + cos * z), place[1] + turn

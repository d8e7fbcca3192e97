"""Several of a kind as they are said to stand among themselves: facing each other, in a circle, in rows."""

from collections.abc import Sequence

import numpy as np

from domain.spec import DesignObject
from engine.archetypes import Drawing
from engine.planner.reading.formations import CIRCLE, FACING, LEANING, ROW
from engine.planner.reading.held import HELD, WORN
from engine.planner.reading.naming import plural
from engine.planner.reading.over import named
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.floor import Room
from engine.planner.staging.places import beside, free_beside, gap_between
from engine.planner.staging.props import around
from engine.planner.staging.standing import Box, Crowd, Place, box_of, boxes_of

_ACROSS_M = 0.8  # between two that face each other
_SUNK_M = 0.002
_SIDES = {"behind": ("back",), "in front of": ("front",)}
_ELBOW = 1.25  # of a thing's width: so much of a circle it takes


def formed(form: str, box: Box, count: int) -> list[Place]:
    """Return the places of copies in a formation about the origin; none where it is no formation of several."""
    kind, _, number = form.partition(" ")
    match kind:
        case "facing":
            return _facing(box, count)
        case "circle":
            return _circle(box, count)
        case "row" | "rows":
            return _rows(box, count, int(number or 1))
        case _:
            return []


def formed_in_room(
    form: str, drawn: Drawing, room: Room, objects: Sequence[DesignObject], crowd: Crowd, count: int
) -> list[Place]:
    """Return the places of a formation on the floor of a room, all of it together; none where there is no room.

    Two that face each other have the room's coffee table between them.
    """
    box, own = box_of(drawn.objects), boxes_of(drawn.objects)
    table = named(objects, "coffee table") if (form, count) == (FACING, 2) else []
    across = facing_across(box_of(table), box, own, crowd) if table else []
    if across and all(room.holds(box.moved(place)) for place in across):
        return [((x, room.floor_m - _SUNK_M, z), turn) for (x, _, z), turn in across]
    places = formed(form, box, count)
    if not places:
        return []
    whole = around([box.moved(place) for place in places])
    each = [one.moved(place) for place in places for one in own]
    middle = room.free_places(whole, 1, is_at_wall=False, own=each, crowd=crowd)
    return [((x + to[0], y + to[1], z + to[2]), turn) for (x, y, z), turn in places for to, _ in middle]


def facing_across(there: Box, box: Box, own: Sequence[Box], crowd: Crowd) -> list[Place]:
    """Return the places of two things on either side of another, their fronts to it; none where one is not free."""
    axis = 0 if there.size[0] <= 1.2 * there.size[2] else 2
    reach = float(there.size[axis] + box.size[2]) / 2 + gap_between(there, box)
    places: list[Place] = []
    for sign in (-1, 1):
        turn = -90.0 * sign if axis == 0 else 90.0 + 90.0 * sign
        turned, at = box.moved(((0.0, 0.0, 0.0), turn)), there.middle.copy()
        at[axis] += sign * reach
        at -= turned.middle
        places.append(((float(at[0]), float(max(there.low[1], 0.0)), float(at[2])), turn))
    return places if all(crowd.is_free(own, place) for place in places) else []


def turned_to(there: Box, box: Box, own: Sequence[Box], crowd: Crowd, count: int) -> list[Place]:
    """Return places in front of a thing with the front to it."""
    half: Place = ((0.0, 0.0, 0.0), 180.0)
    places = free_beside(there, box.moved(half), [one.moved(half) for one in own], crowd, ("front",), count)
    return [(at, 180.0) for at, _ in places]


def formed_by(
    wanted: Wanted, drawn: Drawing, there: Box | None, boxes: Sequence[Box], crowd: Crowd, count: int
) -> list[Place]:
    """Return the places of a formation on open ground, to what it stands by or right of all the boxes."""
    box, own = box_of(drawn.objects), boxes_of(drawn.objects)
    match wanted.formation, there:
        case "by all", Box():
            sides = _SIDES.get(wanted.relation, ("right", "left"))
            return free_beside(around(boxes), box, own, crowd, sides, count)
        case "towards", Box():
            return turned_to(there, box, own, crowd, count)
        case "facing", Box() if count == 2:
            return facing_across(there, box, own, crowd)
    return right_of_all(formed(wanted.formation, box, count), box, boxes)


def right_of_all(places: list[Place], box: Box, boxes: Sequence[Box]) -> list[Place]:
    """Return places of a group as they are to the right of everything that stands already."""
    if not boxes or not places:
        return places
    first = beside(around(boxes), around([box.moved(one) for one in places]), "right")
    return [((x + first[0][0], y, z + first[0][2]), turn) for (x, y, z), turn in places]


def told_of(wanted: Wanted, *, is_formed: bool, is_room: bool) -> list[str]:
    """Return what is told of a formation that could not be drawn, or of the wall that it has no place at."""
    if is_formed:
        is_at_wall = wanted.relation == "against" and wanted.anchor is None and not is_room
        return [f"{plural(wanted.name, wanted.count)} against the wall"] if is_at_wall and wanted.count > 1 else []
    kind, _, number = wanted.formation.partition(" ")
    if kind in (LEANING, HELD, WORN):
        return [f"{wanted.name} {kind}"]
    how = {FACING: "facing each other", CIRCLE: "in a circle", ROW: "in a row", "rows": f"in {number} rows"}.get(kind)
    return [f"{plural(wanted.name, wanted.count)} {how}"] if how else []


def _facing(box: Box, count: int) -> list[Place]:
    """Return places on two sides, fronts to each other, seen from the side."""
    deep, wide = float(box.size[2]), float(box.size[0]) + gap_between(box, box)
    reach, places = (deep + min(_ACROSS_M, deep)) / 2, list[Place]()
    for number in range(count):
        sign, line = (-1, 1)[number % 2], number // 2 - (-(-count // 2) - 1) / 2
        turn = -90.0 * sign
        at = np.array([sign * reach, 0.0, line * wide]) - box.moved(((0.0, 0.0, 0.0), turn)).middle * [1, 0, 1]
        places.append(((float(at[0]), 0.0, float(at[2])), turn))
    return places


def _circle(box: Box, count: int) -> list[Place]:
    """Return places around a middle, fronts to it."""
    wide, deep = float(box.size[0]), float(box.size[2])
    radius = max(_ELBOW * wide * count / (2 * np.pi), 0.5 * wide) + deep / 2
    places: list[Place] = []
    for angle in 2 * np.pi * np.arange(count) / count + np.pi / count:
        turn = float(np.degrees(angle)) + 180.0
        at = radius * np.array([np.sin(angle), 0.0, np.cos(angle)]) - _middle(box, turn)
        places.append(((float(at[0]), 0.0, float(at[2])), turn))
    return places


def _middle(box: Box, turn: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return where the middle of a box in plan comes to be when it is turned about the origin."""
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    x, _, z = box.middle
    return np.array([cos * x + sin * z, 0.0, cos * z - sin * x])


def _rows(box: Box, count: int, rows: int) -> list[Place]:
    """Return places in rows from left to right."""
    columns, gap = -(-count // rows), gap_between(box, box)
    x = (np.arange(count) % columns - (columns - 1) / 2) * (float(box.size[0]) + gap)
    z = (np.arange(count) // columns - (rows - 1) / 2) * (float(box.size[2]) + gap)
    return [((float(one), 0.0, float(other)), 0.0) for one, other in zip(x, z, strict=True)]

"""What hangs on a wall of a room: clocks, pictures, lamps, at the height of the eyes, clear of windows and shelves."""

from collections.abc import Iterator, Sequence

import numpy as np

from domain.spec import DesignObject
from engine.archetypes import ARCHETYPES, Drawing
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.floor import Room
from engine.planner.staging.pieces import kind_of, pieces_of
from engine.planner.staging.props import hold
from engine.planner.staging.replacing import own_of
from engine.planner.staging.spots import windows_of
from engine.planner.staging.standing import Box, Crowd, Place, box_of, boxes_of, crowd_of

_EYES_M = 1.55  # from the floor to the middle of what hangs
_WALL_M = 0.02  # from the room's inside to the wall
_SEEN_M = 0.3  # nothing stands so near before it
_STEP_M = 0.1
_FOOT_M = 0.02
_STANDS_M = 0.9  # what is taller and not held below stands on its foot
_UP = frozenset({"hanging", "hung", "mounted"})
_FLAT_M, _TALL_M = 0.7, 1.6  # what is larger stands
_BESIDE_M = 0.3  # from a bed to the lamp beside it
_SPREADS = (1.6, 1.3, 1.1, 1.02)  # of its width: from one to the next
_LAMPS = (5.0, 3.0, *_SPREADS)  # the same of lamps
_FOCUS = ("bed", "sofa", "bench")  # above or beside which people hang things
_CLEAR_M, _NEAR_M = 0.06, 0.4
_ON_WALL = ("", "in", "beside", "against")  # relations of what hangs anywhere in a room
_SHELL = frozenset({"floor", "wall", "facade", "skirting", "rug"})


def places_hung(wanted: Wanted, drawn: Drawing, objects: Sequence[DesignObject], room: Room, count: int) -> list[Place]:
    """Return places on the walls of what a wall holds; none of other things, and of what the room has itself."""
    is_meant = wanted.relation in _ON_WALL or wanted.by == "wall"
    if not is_meant or not (_is_hung(drawn) or _is_hung_up(wanted, drawn)):
        return []
    if wanted.archetype != "window" and count == 1 and not wanted.by and own_of(objects, drawn.name):
        return []
    return places_on_walls(drawn, objects, room, count, by="" if wanted.by == "wall" else wanted.by)


def unhung(wanted: Wanted) -> list[str]:
    """Return what is told of a thing that the text hangs on a wall, and that stands there."""
    is_up = wanted.by == "wall" or wanted.relation == "against"
    return [f"{wanted.noun} hanging on the wall"] if is_up and wanted.words & {*_UP, "wall"} else []


def _is_hung(drawn: Drawing) -> bool:
    """Return whether a wall holds a thing: a clock, and not a fireplace with what hangs over it."""
    box = box_of(drawn.objects)
    held = [one for one in drawn.objects if one.properties.get("held") == "wall"]
    is_held_low = any(one.position.y < float(box.low[1]) + _FOOT_M for one in held)
    return bool(held) and (is_held_low or float(box.size[1]) < _STANDS_M)


def _is_hung_up(wanted: Wanted, drawn: Drawing) -> bool:
    """Return whether the text hangs up what could also stand, and it is flat enough; then the wall holds it."""
    size = box_of(drawn.objects).size
    is_up = wanted.archetype == "window" or not _UP.isdisjoint(wanted.words)
    is_so = is_up and float(size[2]) < _FLAT_M and float(size[1]) < _TALL_M
    if is_so:
        hold(drawn, "wall")
    return is_so


def places_on_walls(
    drawn: Drawing, objects: Sequence[DesignObject], room: Room, count: int, *, by: str = ""
) -> list[Place]:
    """Return places side by side on the back wall, or else on the left one; else as many as find room on either.

    `by` names what they hang beside; without one it is the bed or the sofa.
    """
    box = box_of(drawn.objects)
    own = [*boxes_of(drawn.objects), Box(box.low, box.high + np.array([0.0, 0.0, _SEEN_M]))]
    crowd = _with_windows(crowd_of([one for one in objects if one.type not in _SHELL]), objects, room)
    is_lamp = ARCHETYPES[drawn.name].category == "lighting"
    for turn, along in ((0.0, 0), (90.0, 2)):
        ends = (float(room.inside.low[along]), float(room.inside.high[along]))
        focus, beside = _focus(objects, room, along, by) if turn == 0.0 else (sum(ends) / 2, 0.0)
        side, spreads = beside if is_lamp or by else 0.0, _LAMPS if is_lamp else _SPREADS
        for row in _rows(box, count, ends, focus, side if count == 2 or by else 0.0, spreads):
            places = [_on_wall(box, room, at, turn) for at in row]
            if all(crowd.is_free(own, place) for place in places):
                return places
    return _anywhere(box, own, crowd, room, count)


def _anywhere(box: Box, own: Sequence[Box], crowd: Crowd, room: Room, count: int) -> list[Place]:
    """Return places on both walls, as far apart as things on walls are, from the back corner on."""
    taken, places = Crowd(crowd.low, crowd.high), list[Place]()
    for turn, along in ((90.0, 2), (0.0, 0)):
        reach = float(box.size[0]) / 2
        for at in np.arange(room.inside.low[along] + reach, room.inside.high[along] - reach + 1e-6, _STEP_M):
            place = _on_wall(box, room, float(at), turn)
            if len(places) < count and taken.is_free(own, place):
                places.append(place)
                taken.take([one.moved(place) for one in own])
    return places


def _with_windows(crowd: Crowd, objects: Sequence[DesignObject], room: Room) -> Crowd:
    """Return a crowd with the windows of the back wall in the way."""
    back = float(room.inside.low[2])
    crowd.take([
        Box(np.array([one.middle - one.width / 2 - _CLEAR_M, one.sill - _CLEAR_M, back - 0.2]),
            np.array([one.middle + one.width / 2 + _CLEAR_M, one.sill + 1.6, back + 0.4]))
        for one in windows_of(objects)
    ])  # fmt: skip
    return crowd


def _focus(objects: Sequence[DesignObject], room: Room, along: int, by: str) -> tuple[float, float]:
    """Return where on the back wall something stands that is hung beside, and how far that reaches from its middle."""
    for kind in (by, *_FOCUS) if by else _FOCUS:
        for name, own in pieces_of(objects).items():
            there = box_of(own)
            is_meant = own[0].part_of == name and kind in (name.rpartition("_")[0], kind_of(name.rpartition("_")[0]))
            if is_meant and there.low[2] < room.inside.low[2] + _NEAR_M:
                return float(there.middle[along]), float(there.size[along]) / 2 + _BESIDE_M
    return float(room.inside.middle[along]), 0.0


def _rows(
    box: Box, count: int, ends: tuple[float, float], focus: float, beside: float, spreads: Sequence[float]
) -> Iterator[list[float]]:
    """Yield the middles of copies along a wall, those nearest to the focus first; two lamps on either side of it."""
    wide, (low, high) = float(box.size[0]), ends
    if count == 2 and beside:
        for more in np.arange(0.0, (high - low) / 2, _STEP_M):
            pair = [focus - beside - more, focus + beside + more]
            if low + wide / 2 < pair[0] and pair[1] < high - wide / 2:
                yield pair
    if count == 1 and beside:
        for more in np.arange(0.0, (high - low) / 2, _STEP_M):
            yield from (
                [at] for at in (focus + beside + more, focus - beside - more) if low < at - wide / 2 < high - wide
            )
    for spread in spreads:
        steps = (np.arange(count) - (count - 1) / 2) * spread * max(wide, 0.25)
        reach = float(steps[-1]) + wide / 2
        starts = np.arange(low + reach, high - reach + 1e-6, _STEP_M)
        for start in starts[np.argsort(np.abs(starts - focus), kind="stable")]:
            yield (start + steps).tolist()


def _on_wall(box: Box, room: Room, at: float, turn: float) -> Place:
    up = room.floor_m + _EYES_M - float(box.middle[1])
    behind = room.inside.low - _WALL_M - float(box.low[2])
    if turn == 0.0:
        return (at - float(box.middle[0]), up, float(behind[2])), turn
    return (float(behind[0]), up, at + float(box.middle[0])), turn

"""What a text puts into a room takes the place of the room's own: the desk in an office is the office's desk."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from domain.spec import DesignObject
from engine.archetypes import Brief, Drawing
from engine.planner.staging.leaving import settled
from engine.planner.staging.standing import Box, Place, bounds_of, box_of, boxes_of, crowd_of, fall_m

Objects = Sequence[DesignObject]
_SHELL = frozenset({"floor", "wall", "facade"})
_FIRM = frozenset({"floor", "wall", "rug", "curtain"})  # they stand without what stood there
_TOUCH_M = 0.012
_FALL_MOST_M = 0.05
_PLAN = [0, 2]


@dataclass(frozen=True, slots=True)
class Change:
    """Where a thing goes, what stays in the scene, and what was taken away or has moved."""

    place: Place | None  # None: anywhere else
    rest: list[DesignObject]
    gone: list[DesignObject]  # from where it stood
    moved: tuple[DesignObject, ...] = ()  # what stands elsewhere now


def instead(drawn: Drawing, room: Objects, objects: Objects) -> Change | None:
    """Return how a thing takes the place of one of its kind that a room has; None where it has none."""
    own = own_of(room, drawn.name)
    gone = [*own, *upon(own, objects)]
    rest = without(objects, gone)
    if not own:
        return None
    place = _rested(place_of(own, drawn, rest), drawn, rest)
    new = _at(drawn, place) if place else []
    kept = settled(objects, [*rest, *lowered_onto(gone[len(own) :], new), *new], firm=_FIRM)
    return Change(place, without(kept, new), gone) if kept else None


def _at(drawn: Drawing, place: Place) -> list[DesignObject]:
    """Return the objects of a thing at a place, by names that nothing else has."""
    there = Drawing(drawn.brief, name=drawn.name)
    there.include(drawn, *place)
    return [msgspec.structs.replace(one, id=f"new {one.id}") for one in there.objects]


def _rested(place: Place | None, drawn: Drawing, ground: Objects) -> Place | None:
    """Return a place as high as what is below carries the thing."""
    if place is None:
        return None
    fall = fall_m(Drawing(drawn.brief, objects=_at(drawn, place)), ground)
    (x, y, z), turn = place
    return ((x, y - fall, z), turn) if fall is not None and abs(fall) < _FALL_MOST_M else place


def own_of(objects: Objects, archetype: str) -> list[DesignObject]:
    """Return the first thing of a kind that a room has; nothing where it has none, or only parts of it."""
    wholes = (one.part_of for one in objects if one.part_of.rpartition("_")[0] == archetype)
    first = next(wholes, "")
    return [one for one in objects if first and one.part_of == first]


def place_of(own: Objects, drawn: Drawing, others: Objects) -> Place | None:
    """Return the place of a room's own thing for another: its back where that one's is; None where it has no room."""
    was, here = boxes_of(own), ((0.0, 0.0, 0.0), 0.0)
    crowd = crowd_of([one for one in others if one.type not in _SHELL and crowd_of([one]).is_free(was, here)])
    boxes = boxes_of(drawn.objects)
    places = (_placed(own, drawn, is_at_back=is_at_back) for is_at_back in (True, False))
    return next((place for place in places if crowd.is_free(boxes, place)), None)


def _placed(own: Objects, drawn: Drawing, *, is_at_back: bool) -> Place:
    there, box, turn = box_of(own), box_of(drawn.objects), turn_deg(own)
    sin, cos = np.sin(np.radians(turn)), np.cos(np.radians(turn))
    is_square = min(abs(sin), abs(cos)) < 0.01
    deep = float(there.size[2] if abs(cos) > 0.5 else there.size[0])
    ahead = (float(box.size[2]) - deep) / 2 if is_at_back and is_square else 0.0
    turned = box.moved(((0.0, 0.0, 0.0), turn))
    at = there.middle - turned.middle + ahead * np.array([sin, 0.0, cos])
    return (float(at[0]), float(there.low[1] - box.low[1]), float(at[2])), turn


def turn_deg(own: Objects) -> float:
    """Return by how much a thing is turned: as its largest object is."""
    largest = max(own, key=lambda one: one.dimensions.width * one.dimensions.height * one.dimensions.depth)
    return largest.rotation.y


def upon(own: Objects, objects: Objects) -> list[DesignObject]:
    """Return what stands on a thing, and on that, and so on."""
    found, room = list[DesignObject](), next((one.part_of for one in objects if one.type in _SHELL), "")
    left = [one for one in without(objects, own) if one.type not in _SHELL]
    below = list(own)
    while below and left:
        (low, high), (lows, highs) = bounds_of(left), bounds_of(below)
        is_over = ((low[:, None] < highs) & (high[:, None] > lows))[..., _PLAN].all(axis=2)
        rests = np.atleast_1d((is_over & (np.abs(low[:, None, 1] - highs[:, 1]) < _TOUCH_M)).any(axis=1))
        wholes = {one.part_of for one, is_on in zip(left, rests, strict=True) if is_on and one.part_of != room}
        below = [one for one, is_on in zip(left, rests, strict=True) if is_on or one.part_of in wholes]
        left = without(left, below)
        found += below
    return found


def lowered_onto(things: Objects, new: Objects) -> list[DesignObject]:
    """Return what stood on the room's own thing as it stands on the other, as far as that carries it."""
    ground, kept = list(new), list[DesignObject]()
    for whole in dict.fromkeys(one.part_of for one in things) if new else ():
        group = [one for one in things if one.part_of == whole]
        fall = fall_m(Drawing(Brief(np.random.default_rng(0)), objects=group), ground)
        if fall is not None:
            kept += [_lower(one, fall) for one in group]
            ground += kept[-len(group) :]
    return kept


def _lower(one: DesignObject, fall_m: float) -> DesignObject:
    at = msgspec.structs.replace(one.position, y=one.position.y - fall_m)
    return msgspec.structs.replace(one, position=at)


def without(objects: Objects, gone: Objects) -> list[DesignObject]:
    """Return objects without those that go."""
    names = {one.id for one in gone}
    return [one for one in objects if one.id not in names]


def cleared(boxes: Sequence[Box], change: Change) -> list[Box]:
    """Return the boxes of what stands in a room as they are after a change."""
    lows = {tuple(box.low) for box in boxes_of(change.gone)}
    return [*(box for box in boxes if tuple(box.low) not in lows), *boxes_of(change.moved)]

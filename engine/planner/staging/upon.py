"""What stands on or by the furniture that a room draws itself: a cat on the sofa, a printer on the desk."""

from collections.abc import Sequence

from domain.spec import DesignObject
from engine.archetypes import ARCHETYPES, Drawing
from engine.planner.reading.mentions import Outline
from engine.planner.reading.over import named
from engine.planner.staging.floor import Room
from engine.planner.staging.places import free_beside
from engine.planner.staging.seats import places_at_desks
from engine.planner.staging.standing import Box, Crowd, Place, box_of, boxes_of, can_be_stood_on, resting_places

SIDES = {
    "beside": ("right", "left", "front"), "behind": ("back",), "in front of": ("front",), "left of": ("left",),
    "right of": ("right",),
}  # fmt: skip
# What people keep on a table rather than on the floor, where it is small.
_KEPT_UP = frozenset((
    "tableware", "stationery", "food", "jewellery", "timepiece", "light", "science", "computer", "display", "iot",
    "phone", "gaming", "audio", "peripheral", "kitchen", "decor", "kitchenware", "book", "camera", "communication",
    "entertainment", "game",
))  # fmt: skip
_KEPT_UP_TOO = frozenset({"lamp", "lava lamp", "flower", "cactus", "sewing machine", "first aid kit"})
_SMALL_M = 0.75
_TOPS = (
    "desk", "table", "worktop", "counter", "sideboard", "coffee table", "island top", "side table", "chest of drawers",
    "nightstand", "workbench", "tv stand",
)  # fmt: skip


def stand_in_room(outline: Outline) -> None:
    """Let things stand on and by what the room draws itself, where the text says so."""
    head = outline.things[0] if outline.things else None
    if head is None or ARCHETYPES[head.archetype].design_type != "interior":
        return
    others = {thing.noun for thing in outline.things}
    for one in outline.relations:
        if (one.relation != "on" and one.relation not in SIDES) or one.anchor in others:
            continue
        thing = next((thing for thing in outline.things[1:] if thing.noun == one.subject), None)
        if thing is not None and thing.anchor in (None, 0):
            thing.relation, thing.anchor, thing.by = one.relation, 0, one.anchor


def places_by(
    drawn: Drawing, objects: Sequence[DesignObject], room: Room, by: tuple[str, str], count: int
) -> list[Place]:
    """Return places on or beside a part of a room, by the relation and its name; none where it has no such part."""
    relation, name = by
    own = named(objects, name)
    if not own or (relation != "on" and relation not in SIDES):
        return []
    others = _crowd(objects, own)
    if relation == "on":
        return resting_places(drawn, own, box_of(own), count, others)
    there = box_of(own)
    there = Box(there.low.copy(), there.high)
    there.low[1] = room.floor_m
    box = box_of(drawn.objects)
    places = free_beside(there, box, boxes_of(drawn.objects), others, SIDES[relation], count)
    return [place for place in places if room.holds(box.moved(place))]


def places_on_tops(drawn: Drawing, objects: Sequence[DesignObject], room: Room, count: int) -> list[Place]:
    """Return places on a table of a room for what people keep there, and at its desks for chairs; none for others."""
    if at_desks := places_at_desks(drawn, objects, room, count):
        return at_desks
    kind, box = ARCHETYPES.get(drawn.name), box_of(drawn.objects)
    if kind is None or not (kind.category in _KEPT_UP or kind.name in _KEPT_UP_TOO) or box.size.max() > _SMALL_M:
        return []
    for name in _TOPS:
        places = places_by(drawn, objects, room, ("on", name), count)
        if len(places) == count and all(place[0][1] + box.high[1] < room.floor_m + 2.0 for place in places):
            return places
    return []


def _crowd(objects: Sequence[DesignObject], own: Sequence[DesignObject]) -> Crowd:
    mine, crowd = {one.id for one in own}, Crowd()
    rest = [one for one in objects if one.id not in mine and one.type != "floor"]
    crowd.take(boxes_of([one for one in rest if not can_be_stood_on(one)]))
    return crowd

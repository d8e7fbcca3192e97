"""What hangs over another thing or on a wall: lamps over an island, a clock above a fireplace, a picture over a bed."""

from collections.abc import Sequence

import numpy as np

from domain.spec import DesignObject
from engine.archetypes import ARCHETYPES, Drawing
from engine.planner.reading.furnishing import furnishes
from engine.planner.reading.knowledge import drawn_by
from engine.planner.reading.mentions import Outline
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.floor import Room
from engine.planner.staging.standing import Box, Place, box_of, boxes_of, crowd_of
from engine.planner.wording.vocabulary import VOCABULARY

_HANGING = "pendant lamp"
_HUNG_FLAT = frozenset({"mirror", "picture frame", "bookshelf", "whiteboard"})  # they stand, too
_LAMPS = frozenset({"lamp", "floor lamp"})  # over something they hang
_THIN_M = 0.35  # what is no deeper hangs on a wall
_BOARDS = 3  # "floating shelves" without a number
_NEAR_M = 0.4  # from a wall: so near to it stands what has something on the wall above it
_GAP_M = 0.12
_WALL_M = 0.02  # from the room's inside to the wall


def hang_in_room(outline: Outline) -> None:
    """Let things hang over what the room draws itself, where the text says so; a lamp above a thing is one to hang."""
    _shade_tables(outline)
    for lamp in outline.things:
        lamp.archetype = _HANGING if lamp.relation == "above" and lamp.archetype in _LAMPS else lamp.archetype
    _hang_on_walls(outline)
    _gather_boards(outline)
    head = outline.things[0] if outline.things else None
    if head is None or ARCHETYPES[head.archetype].design_type != "interior":
        return
    for one in outline.relations:
        if one.relation != "above":
            continue
        thing = next((thing for thing in outline.things[1:] if thing.noun == one.subject), None)
        thing = thing or _added(outline, head, one.subject)
        if thing is not None and (thing.anchor in (None, 0)):
            thing.relation, thing.anchor, thing.over = "above", 0, one.anchor
            thing.archetype = _HANGING if thing.archetype in _LAMPS else thing.archetype


def _shade_tables(outline: Outline) -> None:
    """Let an umbrella over a table, a bench or a deck chair be a parasol, under which the table stands."""
    for index, one in enumerate(outline.things):
        below = outline.things[one.anchor] if one.relation == "above" and one.anchor is not None else None
        if one.relation == "on" and one.anchor is not None and outline.things[one.anchor].archetype == "table":
            below = outline.things[one.anchor]  # a picnic table with an umbrella
        if one.archetype == "umbrella" and below and ARCHETYPES[below.archetype].category == "table":
            one.words.add("parasol")
            one.relation, one.anchor = "", None
            below.relation, below.anchor = "under", index
        shade = outline.things[one.anchor] if one.relation == "under" and one.anchor is not None else None
        if shade and shade.archetype == "umbrella" and ARCHETYPES[one.archetype].design_type == "furniture":
            shade.words.add("parasol")


def _hang_on_walls(outline: Outline) -> None:
    """Let what is on a wall or above another thing be one that hangs; what is on the wall above a thing is above it."""
    for one in outline.relations:
        if one.relation != "above" and (one.relation, one.anchor) != ("on", "wall"):
            continue
        for thing in (thing for thing in outline.things if thing.noun == one.subject):
            if thing.archetype in _HUNG_FLAT:
                thing.words.add("wall")
            anchors = [index for index, other in enumerate(outline.things) if other.noun == one.anchor]
            if thing.relation == "against" and thing.anchor is None and anchors:
                thing.relation, thing.anchor = "above", anchors[0]


def _gather_boards(outline: Outline) -> None:
    """Let several shelves on a wall be boards of one: they hang one above the other; alone they bring their wall."""
    for index, thing in enumerate(outline.things):
        spans = [span for phrase, mentions in outline.places if mentions[0].thing == index for span in phrase.spans]
        said = thing.words.union(*(span.lemma.split() for span in spans))
        if thing.archetype != "bookshelf" or not said & {"floating", "wall"}:
            continue
        boards = thing.count if thing.count > 1 else _BOARDS if thing.is_plural else 1
        if boards > 1:
            thing.counts["shelf"], thing.count = boards, 1
        if "floating" in said and not thing.relation and len(outline.things) == 1:
            thing.relation = "against"
            thing.words.add("wall")


def _added(outline: Outline, head: Wanted, noun: str) -> Wanted | None:
    """Return a thing that was taken for a part of the room, and that the room does not draw by that name."""
    known = VOCABULARY.get(noun)
    if known is None or known.thing != _HANGING or noun in drawn_by(head.archetype):
        return None
    if furnishes(head.archetype, noun, known.thing):
        return None
    outline.things.append(Wanted(known.thing, noun=noun))
    return outline.things[-1]


def places_over(drawn: Drawing, objects: list[DesignObject], room: Room, name: str, count: int) -> list[Place]:
    """Return places over a part of a room, below the ceiling; none where it has no such part or is too high.

    A picture that hangs there makes way: it is taken out of `objects`.
    """
    own = named(objects, name)
    if not own:
        return []
    there, box = box_of(own), box_of(drawn.objects)
    ceiling = float(box_of([one for one in objects if one.type == "wall"] or objects).high[1])
    if drawn.name == _HANGING:
        return _from_ceiling(there, box, room, ceiling, count)
    low = float(there.high[1]) + _GAP_M
    if count > 1 or low + box.size[1] > ceiling or box.size[2] > _THIN_M:
        return []
    places = _on_wall(there, box, room, low - float(box.low[1]))
    taken = [box.moved(place) for place in places]
    left = [one for one in objects if not (_is_picture(one) and any(_meets(box_of([one]), new) for new in taken))]
    others = [one for one in left if one.type not in _SHELL]
    if others and not all(crowd_of(others).is_free(boxes_of(drawn.objects), place) for place in places):
        return []
    objects[:] = left
    return places


def _is_picture(one: DesignObject) -> bool:
    return one.id.rpartition("_")[0] == "picture" and one.part_of.rpartition("_")[0] != "picture frame"


def _meets(one: Box, other: Box) -> bool:
    return bool((one.low < other.high).all() and (one.high > other.low).all())


_SHELL = frozenset({"floor", "wall", "facade", "skirting", "rug"})
_WALL_BOARDS = frozenset({"blackboard", "whiteboard", "chalkboard"})  # what a classroom has on its wall


def named(objects: Sequence[DesignObject], name: str) -> list[DesignObject]:
    """Return the first thing, or else the objects, that a noun names."""
    meaning = VOCABULARY.get(name)
    names = {name, meaning.thing if meaning else name, meaning.part if meaning and meaning.part else name}
    names |= {"board"} if name in _WALL_BOARDS else set()
    whole = next((one.part_of for one in objects if one.part_of.rpartition("_")[0] in names), "")
    alike = (one.part_of for one in objects if one.part_of.rpartition("_")[0].rpartition(" ")[2] in names)
    whole = whole or next((other for other in alike if " " in other), "")  # the lamp that is a floor lamp
    if whole:
        return [one for one in objects if one.part_of == whole]
    roots = {one.id: one.id.rpartition("_")[0] for one in objects}
    return [one for one in objects if roots[one.id] in names or roots[one.id].partition("_")[0] in names]


def _from_ceiling(there: Box, box: Box, room: Room, ceiling: float, count: int) -> list[Place]:
    up = ceiling - float(box.high[1])
    is_thin = float(there.size[[0, 2]].min()) < _GAP_M  # a mirror: the lamp hangs in front of its upper edge
    if not is_thin and up + box.low[1] < there.high[1] + _GAP_M:
        return []
    axis = 0 if there.size[0] >= there.size[2] else 2
    stride = max(float(there.size[axis]) / count, 1.1 * float(box.size[axis]))
    places: list[Place] = []
    for step in (np.arange(count) - (count - 1) / 2) * stride:
        at = there.middle - box.middle
        at[axis] += step
        at = np.clip(at, room.inside.low - box.low + _GAP_M / 2, room.inside.high - box.high)
        places.append(((float(at[0]), up, float(at[2])), 0.0))
    return places


def _on_wall(there: Box, box: Box, room: Room, up: float) -> list[Place]:
    """Return the place on the wall that a part of the room stands at, the back one or the left one."""
    away = there.low - room.inside.low
    wall = room.inside.low - _WALL_M - float(box.low[2])
    if min(away[0], away[2]) > _NEAR_M:
        return []
    if away[2] <= away[0]:
        return [((float(there.middle[0] - box.middle[0]), up, float(wall[2])), 0.0)]
    return [((float(wall[0]), up, float(there.middle[2] + box.middle[0])), 90.0)]

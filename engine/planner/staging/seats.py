"""Chairs that a text puts into a room with as many desks: each stands at a desk that has none."""

from collections.abc import Sequence

from domain.spec import DesignObject
from engine.archetypes import ARCHETYPES, Drawing
from engine.planner.staging.floor import Room
from engine.planner.staging.pieces import Piece, kind_of, level_m, pieces_of, with_load
from engine.planner.staging.spots import places_by
from engine.planner.staging.standing import Place, box_of, boxes_of, crowd_of

_AT_DESK_M = 0.4  # so near to a desk stands its chair


def places_at_desks(drawn: Drawing, objects: Sequence[DesignObject], room: Room, count: int) -> list[Place]:
    """Return a place at each desk without a chair, its front to it; none where there are fewer desks than chairs."""
    if count < 2 or ARCHETYPES[drawn.name].category != "chair":
        return []
    wholes = {name: own for name, own in pieces_of(objects).items() if own[0].part_of == name}
    seats = [box_of(own) for name, own in wholes.items() if kind_of(name.rpartition("_")[0]) in ("chair", "stool")]
    desks = [with_load(own, objects) for name, own in wholes.items() if kind_of(name.rpartition("_")[0]) == "desk"]
    free = [desk for desk in desks if not any(box_of(desk.main).meets(seat, _AT_DESK_M) for seat in seats)]
    if len(free) < count:
        return []
    seat, places = Piece(tuple(drawn.objects), name=drawn.name), list[Place]()
    for desk in free[:count]:
        places += _before(seat, desk, objects, room)
    return places if len(places) == count else []


def _before(seat: Piece, desk: Piece, objects: Sequence[DesignObject], room: Room) -> list[Place]:
    """Return the nearest free place in front of a desk."""
    crowd = crowd_of(objects)
    for _, ((x, _, z), turn) in sorted(places_by("in front of", seat, desk), key=lambda one: one[0]):
        place = seat.place_of(((x, level_m(room, seat.body.moved(((x, 0.0, z), turn))), z), turn))
        if crowd.is_free(boxes_of(seat.main), place) and room.holds(box_of(seat.main).moved(place)):
            return [place]
    return []

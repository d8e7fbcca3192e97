"""Several things in one scene: each is drawn by its archetype and put where the text says."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import msgspec

from domain.spec import DesignObject
from engine.archetypes import ARCHETYPES, Drawing
from engine.archetypes.brief import OWN_STAND, Triple
from engine.planner.reading.arrangements import BY_ANOTHER
from engine.planner.reading.formations import FULL, LEANING
from engine.planner.reading.naming import plural
from engine.planner.reading.over import places_over
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.beneath import places_beneath
from engine.planner.staging.bunches import bunched
from engine.planner.staging.drawn import brief_of, drawn_of
from engine.planner.staging.enclosing import ENCLOSING, fenced
from engine.planner.staging.filling import fill, hold_within
from engine.planner.staging.floor import Room, hall_for, room_of
from engine.planner.staging.formations import formed_by, formed_in_room, told_of
from engine.planner.staging.hands import BY_HAND, by_hand
from engine.planner.staging.holding import opened, reaching_out, without_handles
from engine.planner.staging.leaning import lean
from engine.planner.staging.order import anchors_first, counted, parted, side_of
from engine.planner.staging.piling import pile, rise_m, unpiled
from engine.planner.staging.places import BOTH, SIDES, beside, beside_each, footed, free_around, free_beside, in_rows
from engine.planner.staging.props import around, hangs_on_wall, highest_over, hold, places_above, wall_behind
from engine.planner.staging.putting import put_in
from engine.planner.staging.replacing import cleared, instead
from engine.planner.staging.standing import (
    Box,
    Crowd,
    Place,
    box_of,
    boxes_of,
    can_be_stood_on,
    crowd_of,
    plugged,
    resting_inside,
    settled,
)
from engine.planner.staging.tops import is_outside, on_each
from engine.planner.staging.tripod import FIRES
from engine.planner.staging.upon import places_by, places_on_tops
from engine.planner.staging.walls import places_hung, unhung

OBJECTS_MOST, COPIES_MOST = 900, 100  # `engine.assembling.assembly` refuses designs of more than a thousand
_BACKED = frozenset(("sofa", "storage"))  # what stands with its back to a free wall
_WIDER = (1.2, 1.4, 1.7, 2.1)  # times the floor's sides, where what is asked for does not fit into a room
_GROUND_M, _HELD_M = 0.01, 0.7  # what begins lower, and what is larger, stands on the ground, not on a table
_FLAT_M = 0.05  # what is flatter, and not small, is lain under a thing


def compose(things: Sequence[Wanted], *, style: str, seed: int) -> tuple[Drawing, tuple[str, ...]]:
    """Return one drawing of all things, in metres, and what was understood but could not be drawn.

    Raises
    ------
    ValueError
        There is nothing to draw.
    """
    if not things:
        raise ValueError("there is nothing to draw")
    things = opened(parted(bunched(things)))
    scene = _composed(_Scene(things, style, seed))
    if scene.missed and scene.shares_top:
        spread = _composed(_Scene(things, style, seed, is_spread=True))
        scene = spread if len(spread.missed) < len(scene.missed) else scene
    for sizes in scene.wider_sizes() if scene.is_crowded else ():
        wider = _composed(_Scene(things, style, seed, room_sizes=sizes))
        if (len(wider.missed), -wider.furnished) < (len(scene.missed), -scene.furnished):
            scene = wider
        if not wider.is_crowded:
            break
    return scene.drawing, tuple(scene.missed)


def _composed(scene: "_Scene") -> "_Scene":
    for index in anchors_first(scene.things):
        scene.put(index)
    return scene


@dataclass(slots=True)
class _Scene:
    """What is drawn so far, and where each thing of the text stands in it."""

    things: Sequence[Wanted]
    style: str
    seed: int
    missed: list[str] = field(default_factory=list)
    room_sizes: dict[str, float] = field(default_factory=dict)  # of the room, where what is in it needs more
    is_spread: bool = False  # what shares a top stands on its sides, not in its middle
    is_room_open: bool = False  # there is a room, and the text leaves its size open
    has_no_place: bool = False
    homeless: list[Box] = field(default_factory=list)  # what found no place in the room
    boxes: dict[int, Box] = field(default_factory=dict)
    objects: dict[int, list[DesignObject]] = field(default_factory=dict)
    room: Room | None = None
    crowd: Crowd = field(default_factory=Crowd)
    drawing: Drawing = field(init=False)

    def __post_init__(self) -> None:
        self.drawing = Drawing(brief_of(self.things[0], style=self.style, seed=self.seed))

    @property
    def is_crowded(self) -> bool:
        """Return whether something found no place in a room that might be larger."""
        return self.has_no_place and self.is_room_open

    @property
    def shares_top(self) -> bool:
        """Return whether several things are to stand on the same one."""
        tops = [one.anchor for one in self.things if one.relation == "on"]
        return len(tops) > len(set(tops))

    @property
    def furnished(self) -> int:
        """Return how many objects the things have that are put into a room."""
        return sum(len(own) for index, own in self.objects.items() if not self._is_room(index))

    def wider_sizes(self) -> list[dict[str, float]]:
        """Return sizes of rooms that are larger than this one, the smallest first."""
        floor = next(one.dimensions for one in self.drawing.objects if one.type == "floor")
        wider = [{"width": factor * floor.width, "depth": factor * floor.depth} for factor in _WIDER]
        return [*wider, hall_for(floor, self.homeless)] if self.homeless else wider

    def put(self, index: int) -> None:
        """Draw a thing as often as it is wanted, at its place."""
        wanted = self.things[index]
        drawn = self._drawn(index)
        copies, rise = self._copies(wanted, drawn), rise_m(wanted, drawn)
        places = pile(self._places(wanted, drawn, 1), rise, copies) if rise else self._places(wanted, drawn, copies)
        self.missed += unpiled(wanted, rise)
        if len(places) < wanted.count and not (wanted.is_some and places):
            self.missed.append(f"{wanted.count} {plural(wanted.archetype, wanted.count)}: {len(places)} drawn")
            self.has_no_place |= self.room is not None
            self.homeless += [box_of(drawn.objects)] * (wanted.count - len(places)) if self.room is not None else []
        start = len(self.drawing.objects)
        for at, turn in places:
            self.drawing.include(drawn, at, turn)
        self.objects[index] = self.drawing.objects[start:]
        if not self.objects[index]:
            return
        self.boxes[index] = box_of(self.objects[index])
        self.crowd.take(boxes_of([one for one in self.objects[index] if not can_be_stood_on(one)]))
        if self.room is None and ARCHETYPES[wanted.archetype].design_type == "interior":
            self.room = room_of(self.objects[index])
            self.is_room_open = not wanted.sizes
        elif self.room is not None:
            self.room.occupied += [box_of(drawn.objects).moved(place) for place in places]

    def _drawn(self, index: int) -> Drawing:
        wanted = self.things[index]
        brief = brief_of(wanted, style=self.style, seed=self.seed, number=index)
        is_room = ARCHETYPES[wanted.archetype].design_type == "interior"
        if is_room and self.room is None and self.room_sizes and not wanted.sizes:
            brief = replace(brief, sizes=self.room_sizes)
        drawing, missed = drawn_of(wanted, brief, spare=counted(self.things) if is_room else frozenset())
        self.missed += missed
        hold_within(drawing, index, self.things, style=self.style, seed=self.seed)
        is_cut = (wanted.archetype, wanted.relation) == ("flower", "in") and not wanted.sizes
        if is_cut and wanted.anchor in self.boxes:
            reaching_out(drawing, self.boxes[wanted.anchor])
        return drawing

    def _copies(self, wanted: Wanted, drawn: Drawing) -> int:
        return min(max(wanted.count, 1), COPIES_MOST, self._parts_left // max(len(drawn.objects), 1))

    @property
    def _parts_left(self) -> int:
        return max(OBJECTS_MOST - len(self.drawing.objects), 0)

    def _places(self, wanted: Wanted, drawn: Drawing, count: int) -> list[Place]:
        box, anchor = box_of(drawn.objects), wanted.anchor
        if not count:
            return []
        if wanted.formation and (places := self._formed(wanted, drawn, count)):
            return places
        if self.room is not None and wanted.over:
            places = places_over(drawn, self.drawing.objects, self.room, wanted.over, count)
            if places:
                hold(drawn, "ceiling")
                return places
            self.missed.append(f"{wanted.noun} above {wanted.over}")
        if self.room is not None and (anchor is None or anchor not in self.boxes or self._is_room(anchor)):
            if places := places_hung(wanted, drawn, self.drawing.objects, self.room, count):
                return places
            if count == 1 and (place := self._made_room(wanted, drawn)):
                return [place]
            self.missed += [*unhung(wanted), *([wanted.said["spot"]] if wanted.spot else [])]
            self.has_no_place |= bool(wanted.spot)
            is_backed = ARCHETYPES[wanted.archetype].category in _BACKED
            is_at_wall = wanted.relation == "against" or wanted.by == "wall"
            if wanted.by != "wall" and (places := self._by_furniture(wanted, drawn, count)):
                return places
            return self._in_room(drawn, box, count, is_at_wall=is_at_wall, is_backed=is_backed)
        if anchor is None or anchor not in self.boxes:
            return self._in_line(wanted, drawn, box, count)
        return self._related(wanted, drawn, box, anchor, count)

    def _made_room(self, wanted: Wanted, drawn: Drawing) -> Place | None:
        """Return the place of a thing for which what the room has itself goes, or makes way; None where it has none."""
        index = next(number for number in self.objects if self._is_room(number))
        change = None
        if wanted.spot or (wanted.by and wanted.relation in BY_ANOTHER):
            spoken = tuple(self.things[index].part_words)
            change = put_in(drawn, wanted, self.objects[index], self.drawing.objects, spoken)
        elif wanted.relation == "in" and not wanted.by:
            change = instead(drawn, self.objects[index], self.drawing.objects)
        if change is None or self.room is None:
            return None
        names = {one.id for one in self.objects[index]}
        self.drawing.objects[:], self.crowd = change.rest, crowd_of(change.rest)
        self.objects[index] = [one for one in change.rest if one.id in names]
        self.room.occupied = cleared(self.room.occupied, change)
        return change.place

    def _by_furniture(self, wanted: Wanted, drawn: Drawing, count: int) -> list[Place]:
        """Return places on or by what the room has, where the text says so or where such things are kept."""
        assert self.room is not None
        if not wanted.by:
            is_open = wanted.relation in ("", "in", "beside")
            return places_on_tops(drawn, self.drawing.objects, self.room, count) if is_open else []
        places = places_by(drawn, self.drawing.objects, self.room, (wanted.relation, wanted.by), count)
        if not places:
            self.missed.append(wanted.said.get("by", f"{wanted.noun} {wanted.relation} {wanted.by}"))
        return places

    def _is_room(self, anchor: int) -> bool:
        return ARCHETYPES[self.things[anchor].archetype].design_type == "interior"

    def _formed(self, wanted: Wanted, drawn: Drawing, count: int) -> list[Place]:
        """Return the places of what faces another, stands in a circle, or leans; none where it cannot: that is told."""
        anchor, boxes = wanted.anchor, list(self.boxes.values())
        is_by = anchor in self.boxes and not self._is_room(anchor)
        support = self.objects[anchor] if anchor in self.objects and is_by else []
        if wanted.formation in BY_HAND:
            places = by_hand(wanted.formation, drawn, support)
        elif wanted.formation == FULL:
            places = fill(drawn, support, self.drawing.objects, self._parts_left) if support else []
        elif wanted.formation == LEANING:
            places = lean(drawn, support, boxes, self.style, count) if self.room is None else []
        else:
            there = self.boxes[anchor] if anchor in self.boxes and is_by else None
            places = formed_by(wanted, drawn, there, boxes, self.crowd, count)
            if self.room is not None and not there:
                places = formed_in_room(wanted.formation, drawn, self.room, self.drawing.objects, self.crowd, count)
        self.missed += told_of(wanted, is_formed=bool(places), is_room=self.room is not None)
        return places

    def _in_line(self, wanted: Wanted, drawn: Drawing, box: Box, count: int) -> list[Place]:
        """Return places to the right of everything that stands already."""
        places = in_rows(box, count)
        if self.boxes:
            first = beside(around(list(self.boxes.values())), around([box.moved(one) for one in places]), "right")
            places = [((x + first[0][0], y, z + first[0][2]), turn) for (x, y, z), turn in places]
        if wanted.relation == "against":
            is_hung = ("wall" in wanted.words or wanted.archetype == "wall clock") and hangs_on_wall(drawn)
            up = wall_behind(drawn, box, self.style, is_hung=is_hung)
            return [((x, y + up, z), turn) for (x, y, z), turn in places]
        return places

    def _related(self, wanted: Wanted, drawn: Drawing, box: Box, anchor: int, count: int) -> list[Place]:
        there, own = self.boxes[anchor], boxes_of(drawn.objects)
        match wanted.relation:
            case "on" | "in":
                return self._resting(wanted, drawn, box, anchor, count)
            case "around":
                if wanted.archetype in ENCLOSING and self.room is None and (places := self._fenced(drawn, anchor)):
                    return places
                is_seat = ARCHETYPES[wanted.archetype].category in ("chair", "sofa")
                places = free_around(there, box, own, self.crowd, count, pulled_in=0.35 if is_seat else -0.1)
                return self._carried(places, drawn, box, anchor, count)
            case "under":
                return self._under(wanted, drawn, box, anchor, count)
            case "above":
                is_fire, is_room = self.things[anchor].archetype in FIRES, self.room is not None
                over = float(there.high[1]) if is_room else highest_over(self.crowd, there, box)
                stands = self.drawing.objects
                return places_above(drawn, box, there, over, count, stands, is_room=is_room, is_fire=is_fire)
            case relation:
                return self._beside(drawn, box, anchor, SIDES.get(relation, BOTH), count)

    def _fenced(self, drawn: Drawing, anchor: int) -> list[Place]:
        others = [box for index, box in self.boxes.items() if index != anchor]
        return fenced(drawn, self.boxes[anchor], others, self._parts_left)

    def _in_room(
        self, drawn: Drawing, box: Box, count: int, *, is_at_wall: bool = False, is_backed: bool = False
    ) -> list[Place]:
        assert self.room is not None
        own = boxes_of(drawn.objects)
        places = self.room.free_places(
            box, count, is_at_wall=is_at_wall, own=own, crowd=self.crowd, is_backed=is_backed
        )
        flat = [one for one in self.drawing.objects if can_be_stood_on(one) or one.type == "floor"]
        return [settled(drawn, flat, place, place[0][1] + float(box.low[1])) or place for place in places]

    def _beside(self, drawn: Drawing, box: Box, anchor: int, sides: Sequence[str], count: int) -> list[Place]:
        """Return places on the sides of the anchor; in a room those inside it, or else any that is free."""
        places = beside_each(self.objects[anchor], box, boxes_of(drawn.objects), self.crowd, sides, count)
        return self._carried(places, drawn, box, anchor, count)

    def _carried(self, places: list[Place], drawn: Drawing, box: Box, anchor: int, count: int) -> list[Place]:
        """Return those places where something carries the thing; others go down to the ground, clear of everything."""
        level_m = float(self.boxes[anchor].low[1])
        if self.room is None and level_m >= _GROUND_M and box.size.max() > _HELD_M:
            return self._on_ground(drawn, box, anchor, count)
        if self.room is None and level_m < _GROUND_M:
            return places
        if self.room is None:
            found = [settled(drawn, self.drawing.objects, place, level_m) for place in places]
            kept = [place for place in found if place is not None]
            return kept or self._on_ground(drawn, box, anchor, count)
        kept = [place for place in places if self.room.holds(box.moved(place))]
        if level_m > self.room.floor_m + _GROUND_M:
            lowered = [settled(drawn, self.drawing.objects, place, level_m) for place in kept]
            kept = [place for place in lowered if place is not None]
        return kept or self._in_room(drawn, box, count)

    def _on_ground(self, drawn: Drawing, box: Box, anchor: int, count: int) -> list[Place]:
        """Return places beside all that carries the anchor, on the ground."""
        return free_beside(footed(self.boxes[anchor]), box, boxes_of(drawn.objects), self.crowd, BOTH, count)

    def _resting(self, wanted: Wanted, drawn: Drawing, box: Box, anchor: int, count: int) -> list[Place]:
        """Return places on the anchor, or inside where it is open above; beside it where there is none."""
        there, mine = self.boxes[anchor], {one.id for one in self.objects[anchor]}
        others = crowd_of([one for one in self.drawing.objects if one.id not in mine and one.type != "tree"])
        side = side_of(self.things, wanted, is_spread=self.is_spread)
        places = on_each(drawn, self.objects[anchor], count, others, side=side)
        body = without_handles(self.objects[anchor])
        lid_m = there.low[1] + 0.65 * box_of(body).size[1]
        is_shut = bool(places) and places[0][0][1] + box.low[1] > lid_m
        if wanted.relation == "in" and any(place[0][1] + box.low[1] > lid_m for place in places):
            inside = on_each(drawn, body, count, others, side=0.0, below_m=lid_m)
            is_shut = not inside
            places = inside or places
        if wanted.relation == "in" and (is_shut or not places) and count == 1:
            inner = resting_inside(drawn, body, there, lid_m, others)
            places, is_shut = ([inner], False) if inner else (places, is_shut)
        plug = plugged(drawn, self.objects[anchor], there) if wanted.relation == "in" and is_shut else None
        if plug and count == 1:
            return [plug]
        if wanted.relation == "in" and is_outside(
            self.things[anchor].archetype, self.objects[anchor], [box.moved(one) for one in places], is_shut=is_shut
        ):
            self.missed.append(f"{wanted.noun} in {self.things[anchor].noun}: drawn in front of it")
            return self._beside(drawn, box, anchor, ("front",), count)
        if wanted.relation == "in" and is_shut:
            self.missed.append(f"{wanted.name} in {self.things[anchor].name}: drawn on it")
        if places:
            return places
        self.missed.append(f"{wanted.name} {wanted.relation} {self.things[anchor].name}")
        if OWN_STAND in wanted.excluded:
            drawn.objects[:] = self._on_own_stand(wanted)
        return self._beside(drawn, box_of(drawn.objects), anchor, BOTH, count)

    def _on_own_stand(self, wanted: Wanted) -> list[DesignObject]:
        """Return what stands by itself after all: a bunch that goes into no bottle has a pot."""
        alone = replace(wanted, excluded=wanted.excluded - {OWN_STAND})
        return drawn_of(alone, brief_of(alone, style=self.style, seed=self.seed))[0].objects

    def _under(self, wanted: Wanted, drawn: Drawing, box: Box, anchor: int, count: int) -> list[Place]:
        """Return places on the ground below the anchor where nothing of it is in the way, or else beside it."""
        there, middle = self.boxes[anchor], self.boxes[anchor].middle - box.middle
        if box.size[1] < _FLAT_M and box.size[[0, 2]].max() > 0.2:
            at = (float(middle[0]), float(there.low[1] - box.low[1]), float(middle[2]))
            self._lift(drawn, at, anchor)
            return [(at, 0.0)]
        others = Crowd()
        for index, objects in self.objects.items():
            others.take(boxes_of([one for one in objects if index != anchor and not can_be_stood_on(one)]))
        places = places_beneath(drawn, self.objects[anchor], there, others, count)
        places = self._carried(places, drawn, box, anchor, count) if places and there.low[1] > _GROUND_M else places
        if places:
            return places
        self.missed.append(f"{wanted.name} under {self.things[anchor].name}")
        return self._beside(drawn, box, anchor, BOTH, count)

    def _lift(self, flat: Drawing, at: Triple, anchor: int) -> None:
        """Raise all that is drawn onto a flat thing that comes to lie under it, where that carries it."""
        there, size = self.boxes[anchor], box_of(flat.objects).size
        if self.room is not None or (size < there.size)[[0, 2]].any() or len(self.boxes) > 1:
            return
        resting = settled(self.drawing, flat.objects, ((-at[0], 0.0, -at[2]), 0.0), float(there.low[1]) - at[1])
        if resting is None:
            return
        up = resting[0][1] + at[1]
        lifted = [
            msgspec.structs.replace(one, position=msgspec.structs.replace(one.position, y=one.position.y + up))
            for one in self.drawing.objects
        ]
        self.drawing.objects[:] = lifted
        self.objects[anchor] = list(lifted)
        self.boxes[anchor] = there.moved(((0.0, up, 0.0), 0.0))
        self.crowd = Crowd()
        self.crowd.take(boxes_of(lifted))

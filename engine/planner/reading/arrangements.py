"""Where in a room things are said to stand: a desk against the wall, a bed in the corner, a plant next to the sofa."""

import re
from collections.abc import Sequence

from domain.spec import Relation
from engine.archetypes import ARCHETYPES
from engine.planner.reading.formations import form_up
from engine.planner.reading.held import hold_and_wear
from engine.planner.reading.mentions import Mention, Outline
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.upon import stand_in_room

SPOTS = frozenset({"wall", "window", "corner", "middle", "left wall", "back wall", "right wall", "front wall"})
BY_ANOTHER = frozenset({"beside", "left of", "right of", "in front of", "behind"})
_AT_WINDOW = BY_ANOTHER | {"under", "against"}
_WALL = re.compile(r"\bagainst (?:the|its) (left|right|back|rear|far|front)(?: hand)? wall\b")
_SIDES = {"rear": "back", "far": "back"}
_CORNER = re.compile(r"\b(?:in|into|at) (?:the|a|one) (?:\w+ )?corner\b")
_MIDDLE = re.compile(r"\b(?:in|at) (?:the )?(?:middle|cent(?:er|re))\b")


def arrange(outline: Outline, text: str) -> None:
    """Write down where a room's own furniture is said to stand, and what is put into it; what stands on and by it."""
    form_up(outline, text.casefold())
    hold_and_wear(outline, text.casefold())
    stand_in_room(outline)
    head = outline.things[0] if outline.things else None
    if head is None or ARCHETYPES[head.archetype].design_type != "interior":
        return
    own = {one.part: one for _, mentions in outline.places for one in mentions if one.part and not one.thing}
    put = {thing.noun: thing for thing in outline.things[1:]}
    spots = _spots_in(text.casefold(), own, put)
    sided = {one.subject for one in spots if one.relation == "against"}
    plain = [one for one in outline.relations if one.anchor != "wall" or one.subject not in sided]
    for one in (*plain, *spots):
        thing = put.get(one.subject)
        if thing is not None and _is_spot(one) and thing.anchor in (None, 0) and not _is_row(one, thing):
            thing.spot, thing.relation, thing.anchor, thing.by = one.anchor, "against", None, ""
            thing.said["spot"] = f"{one.subject} {one.relation} {one.anchor}"
        elif one.subject in own and (_is_spot(one) or (one.relation in BY_ANOTHER and one.anchor in own)):
            head.arranged.append(one)


def _is_row(one: Relation, thing: Wanted) -> bool:
    """Return whether several things stand along a wall."""
    return thing.count > 1 and one.anchor.endswith("wall")


def _is_spot(one: Relation) -> bool:
    """Return whether a relation is to a place of the room, not to a thing."""
    match one.anchor:
        case "window":
            return one.relation in _AT_WINDOW
        case "wall":
            return one.relation in ("against", "beside")
        case "left wall" | "back wall" | "right wall" | "front wall":
            return True
        case "corner" | "middle":
            return one.relation == "in"
        case _:
            return False


def _spots_in(text: str, own: dict[str, Mention], put: dict[str, Wanted]) -> list[Relation]:
    """Return what is said to be in a corner, or in the middle: the thing that was named last before, or next."""
    names = {span.text.casefold(): part for part, one in own.items() if (span := one.span)} | dict.fromkeys(put, "")
    found = []
    for spot, pattern in (("corner", _CORNER), ("middle", _MIDDLE), ("wall", _WALL)):
        for said in pattern.finditer(text):
            name = _named_last(text[: said.start()], names) or _named_first(text[said.end() :], names)
            found += [_at_spot(names[name] or name, spot, said)] if name else []
    return found


def _at_spot(name: str, spot: str, said: re.Match[str]) -> Relation:
    if spot == "wall":
        return Relation(name, "against", f"{_SIDES.get(said[1], said[1])} wall")
    return Relation(name, "in", spot)


def _named_last(text: str, names: Sequence[str] | dict[str, str]) -> str:
    ends = {name: text.rfind(name) + len(name) for name in names if name in text}
    return max(ends, key=lambda name: (ends[name], len(name)), default="")


def _named_first(text: str, names: Sequence[str] | dict[str, str]) -> str:
    starts = {name: text.find(name) for name in names if name in text}
    return min(starts, key=lambda name: (starts[name], -len(name)), default="")

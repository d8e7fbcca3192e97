"""What is said to be held or worn: a flower in a girl's hand, a sombrero on a cactus."""

import re
from collections.abc import Iterator

from engine.archetypes import ARCHETYPES
from engine.archetypes.brief import OWN_STAND
from engine.planner.reading.mentions import Outline
from engine.planner.reading.naming import plural
from engine.planner.reading.wanted import Wanted

HELD, WORN = "held", "worn"
HANDED = frozenset({"person", "toy robot"})  # what is drawn with a hand that holds
_HOLDS = re.compile(
    r"\b(holding(?: up)?|holds|carrying|carries|clutching|clutches|gripping|grips|wielding|wields|brandishing|"
    r"waving) (?:(?:an?|one|the|its|his|her|their|two|three|some) )?"
)
_WEARS = re.compile(r"\b(wearing|wears) (?:(?:an?|the) )?")
_WORN_ON_TOP = frozenset({"hat", "crown"})
_NEAR = 4  # words between the verb and the thing, at most


def hold_and_wear(outline: Outline, text: str) -> None:
    """Write down what is held in a hand or worn by a thing that has no head."""
    for _, index, holder in _said_in(outline, text, _HOLDS):
        thing = outline.things[index]
        if _has_hand_for(thing, outline.things[holder]):
            thing.formation = HELD
            thing.excluded.add(OWN_STAND)
            outline.things[holder].words.add("holding")
    for _, index, _ in _said_in(outline, text, _WEARS):
        if outline.things[index].archetype in _WORN_ON_TOP and outline.things[index].count == 1:
            outline.things[index].formation = WORN


def unheld_in(outline: Outline, text: str) -> list[str]:
    """Return what living things are said to hold or to wear, and that is drawn beside them, as said."""
    worn = [
        f"{verb} {outline.things[index].name}"
        for verb, index, holder in _said_in(outline, text, _WEARS)
        if outline.things[index].formation != WORN and _could_hold(outline.things[holder])
    ]
    return worn + [
        f"{verb} {outline.things[index].name}"
        for verb, index, holder in _said_in(outline, text, _HOLDS)
        if outline.things[index].formation != HELD and _could_hold(outline.things[holder])
    ]


def _said_in(outline: Outline, text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """Yield each verb with the thing that is held or worn, and by what."""
    for said in pattern.finditer(text):
        index = _first_in(outline, text[said.end() :])
        holder = outline.things[index].anchor if index is not None else None
        if index is not None and holder is not None and holder != index and holder < len(outline.things):
            yield said[1], index, holder


def _first_in(outline: Outline, text: str) -> int | None:
    """Return the thing that a text names first, near its beginning."""
    starts = [
        (text.find(name), number)
        for number, one in enumerate(outline.things)
        for name in (one.noun, plural(one.noun, 2))
        if one.noun and text.find(name) >= 0 and len(text[: text.find(name)].split()) < _NEAR
    ]
    return min(starts)[1] if starts else None


def _has_hand_for(thing: Wanted, holder: Wanted) -> bool:
    is_thing = ARCHETYPES[thing.archetype].design_type not in ("interior", "building", "vehicle")
    return holder.archetype in HANDED and holder.count == thing.count == 1 and is_thing and thing.relation == "beside"


def _could_hold(holder: Wanted) -> bool:
    """Return whether one expects a thing in the hand or paw of a holder, not in it as in a vessel."""
    is_flying = ARCHETYPES[holder.archetype].category == "aircraft"  # its load would hang below it
    return (
        is_flying
        or ARCHETYPES[holder.archetype].category in ("creature", "toy", "statue")
        or holder.archetype in HANDED
    )

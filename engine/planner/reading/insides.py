"""What is said to be inside of something: a cat in a box, and a church that no snow globe holds."""

import re
from collections.abc import Sequence

from engine.archetypes import ARCHETYPES
from engine.planner.reading.belonging import size_m_of
from engine.planner.reading.furnishing import furnishes
from engine.planner.reading.mentions import Outline, without_thing
from engine.planner.reading.wanted import Wanted
from engine.planner.wording.links import HAS
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.words import lemma

# With a house inside: where it is follows from the "with".
INSIDE = re.compile(r"\b(?:inside|within)\b(?=\s*(?:[,.;:]|$|and\b|with\b))", re.IGNORECASE)
_FITS = 0.9  # of what holds it
_NEARLY = 4.0  # times what holds it: so large a thing stands beside it; what is larger is left out
_OPEN = ("interior", "building")
_INSIDES = {"garage": "garage interior", "warehouse": "warehouse interior", "shop": "shop interior"}
_IN_SHOPS = frozenset({"barber chair", "mirror", "bookshelf", "counter", "shelf", "till", "rug"})  # never before a shop


def inside_of(archetype: str, held: str, phrase: Phrase) -> str:
    """Return the room that is meant where something is in a garage: from outside one would not see it."""
    is_inside = phrase.link == "in" and archetype in _INSIDES and ARCHETYPES[held].design_type not in _OPEN
    return _INSIDES[archetype] if is_inside else archetype


def seen_inside(archetype: str, phrases: Sequence[Phrase]) -> str:
    """Return the room that is meant where a garage or a warehouse is told of by what stands in it; else nothing."""
    inside = _INSIDES.get(archetype, "")
    nouns = [one.noun for one in phrases if one.noun and one.link in (HAS, "") and not (one.is_negated or one.is_aside)]
    named = [noun for noun in nouns if noun.meaning.thing not in ("", archetype, "door", "window")]
    is_hangar = any(noun.lemma in ("hangar", "aircraft hangar") for noun in nouns)
    if inside == "shop interior":
        is_barbers = any(span.lemma.startswith("barber") for one in phrases for span in one.spans)
        inside, kept = ("barbershop interior", _IN_SHOPS | {"chair"}) if is_barbers else (inside, _IN_SHOPS)
        return inside if any({noun.lemma, noun.meaning.thing} & kept for noun in named) else ""
    is_told = any(
        _is_kept_inside(noun.meaning.thing, is_hangar=is_hangar) or furnishes(inside, noun.lemma, noun.meaning.thing)
        for noun in named if inside
    )  # fmt: skip
    return inside if is_told else ""


def _is_kept_inside(thing: str, *, is_hangar: bool) -> bool:
    """Return whether people keep a thing in a garage or a warehouse, and not before its door."""
    kind = ARCHETYPES[thing]
    return kind.design_type == "furniture" or (is_hangar and kind.category == "aircraft")


def insiders_in(text: str) -> frozenset[str]:
    """Return the nouns of which a text says that they are inside."""
    before = [text[: one.start()].rsplit(maxsplit=1) for one in INSIDE.finditer(text)]
    return frozenset(lemma(words[-1].casefold()) for words in before if words)


def put_inside(outline: Outline, insiders: frozenset[str]) -> list[str]:
    """Put things into what they come with, and return what does not fit; what is far too large is left out.

    Rooms are drawn without a ceiling: what is said to be in it is told.
    """
    is_room = bool(outline.things) and ARCHETYPES[outline.things[0].archetype].design_type == "interior"
    missed = [f"{one.noun}: in the wall" for one in outline.things if is_room and one.noun == "skylight"]
    for index in range(len(outline.things) - 1, 0, -1):
        thing, holder = outline.things[index], _holder(outline, index)
        if holder is None or not insiders.intersection({thing.noun, thing.noun.rpartition(" ")[2]}):
            continue
        ratio = size_m_of(thing.archetype) / size_m_of(holder.archetype)
        if ratio <= _FITS:
            thing.relation = "in"
            continue
        missed.append(f"{thing.noun} inside {holder.noun}")
        if ratio > _NEARLY:
            without_thing(outline, index)
    return missed


def _holder(outline: Outline, index: int) -> Wanted | None:
    """Return what holds a thing, as far as it is no room and no house: these hold things without a word."""
    thing = outline.things[index]
    if thing.anchor is None or thing.sizes or thing.relation not in ("beside", "on"):
        return None
    holder = outline.things[thing.anchor]
    return None if ARCHETYPES[holder.archetype].design_type in _OPEN else holder

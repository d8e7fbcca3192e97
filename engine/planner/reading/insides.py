"""What is said to be inside of something: a cat in a box, and a church that no snow globe holds."""

import re

from engine.archetypes import ARCHETYPES
from engine.planner.reading.belonging import size_m_of
from engine.planner.reading.mentions import Outline, without_thing
from engine.planner.reading.wanted import Wanted
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.words import lemma

# With a house inside: where it is follows from the "with".
INSIDE = re.compile(r"\b(?:inside|within)\b(?=\s*(?:[,.;:]|$|and\b|with\b))", re.IGNORECASE)
_FITS = 0.9  # of what holds it
_NEARLY = 4.0  # times what holds it: so large a thing stands beside it; what is larger is left out
_OPEN = ("interior", "building")


def inside_of(archetype: str, held: str, phrase: Phrase) -> str:
    """Return the room that is meant where something is in a garage: from outside one would not see it."""
    is_inside = phrase.link == "in" and archetype == "garage" and ARCHETYPES[held].design_type not in _OPEN
    return f"{archetype} interior" if is_inside else archetype


def insiders_in(text: str) -> frozenset[str]:
    """Return the nouns of which a text says that they are inside."""
    before = [text[: one.start()].rsplit(maxsplit=1) for one in INSIDE.finditer(text)]
    return frozenset(lemma(words[-1].casefold()) for words in before if words)


def put_inside(outline: Outline, insiders: frozenset[str]) -> list[str]:
    """Put things into what they come with, and return what does not fit; what is far too large is left out."""
    missed: list[str] = []
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

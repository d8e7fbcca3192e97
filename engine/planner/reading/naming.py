"""What a part, a count or a quality is called, by the words that an archetype knows."""

from collections.abc import Sequence

from engine.archetypes import ARCHETYPES
from engine.archetypes.brief import ALIKE
from engine.planner.reading.knowledge import drawn_by
from engine.planner.reading.wanted import Wanted
from engine.planner.wording.lexicon import FEATURES, NO_QUALITIES, PARTS, QUALITIES, QUALITY_ENDINGS
from engine.planner.wording.spans import Span

_PLURALS = {"foot": "feet", "shelf": "shelves", "leaf": "leaves", "knife": "knives", "person": "people"}


def plural(noun: str, number: int) -> str:
    """Return a noun as one says it of a number."""
    if number == 1:
        return noun
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("shelf"):
        return f"{noun[:-1]}ves"
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def can_be_counted(span: Span) -> bool:
    """Return whether a number before a span is a number of it."""
    return bool(span.lemma) and (span.is_noun or span.is_unknown) and not span.meaning.material


def is_quality(word: str) -> bool:
    """Return whether a word says how a thing works or is built."""
    is_made_so = len(word) > 6 and word.endswith(QUALITY_ENDINGS) and word not in NO_QUALITIES
    return word in QUALITIES or is_made_so


def qualities_of(words: Sequence[str]) -> list[str]:
    """Return the qualities in a name, each with the word it needs: the front loading of a washing machine."""
    found = []
    for index, word in enumerate(words):
        if is_quality(word):
            needs_more = index > 0 and word.endswith(QUALITY_ENDINGS) and not is_quality(words[index - 1])
            found.append(f"{words[index - 1]} {word}" if needs_more else word)
    return found


def canonical(noun: str, thing: Wanted) -> str:
    """Return a part by the name that the archetype calls it."""
    known = drawn_by(thing.archetype)
    own = PARTS.get(noun, noun)
    names = (own, noun, noun.rpartition(" ")[2], FEATURES.get(noun, ""), ALIKE.get(noun, ""))  # of tulips the flowers
    return next((name for name in names if name in known), own)


def counted(noun: str, thing: Wanted) -> str:
    """Return a part as it is counted: the floors of a building are its storeys."""
    is_storey = noun == "floor" and ARCHETYPES[thing.archetype].design_type == "building"
    return "storey" if is_storey else canonical(noun, thing)

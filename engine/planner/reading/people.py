"""For how many people a thing is meant: a table for six, a sofa that seats three."""

from collections.abc import Sequence

from engine.archetypes import ARCHETYPES
from engine.planner.reading.knowledge import asked_by
from engine.planner.reading.wanted import Wanted
from engine.planner.wording.links import ASIDE
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.spans import Span

PERSON = "person"
_PEOPLE = frozenset(
    {"person", "people", "adult", "guest", "kid", "child", "diner", "passenger", "pupil", "student", "man"}
)
_SEATS = frozenset({"seat", "seating", "sit", "fit"})
_MOST = 1000


def people_of(phrases: Sequence[Phrase]) -> tuple[int, set[int]]:
    """Return for how many people a text asks, 0 where it does not say, and the places of the words that say so."""
    for phrase in phrases:
        spans = [span for span in phrase.spans if not span.is_size]
        for index, span in enumerate(spans):
            if span.number and _means_people(phrase, spans, index):
                return min(span.number, _MOST), {one.start for one in spans[index : index + 2]}
    return 0, set()


def _means_people(phrase: Phrase, spans: Sequence[Span], index: int) -> bool:
    """Return whether a number is one of people: six people, seats six, for six."""
    if index + 1 < len(spans):
        return spans[index + 1].lemma in _PEOPLE
    is_seats = index > 0 and spans[index - 1].lemma in _SEATS
    return is_seats or (phrase.link == ASIDE and len(spans) == 1 and not phrase.has_determiner)


def seat(thing: Wanted, people: int) -> None:
    """Write down how many a thing is for: seats, in rooms chairs, where it has them, else the number alone."""
    part = "chair" if ARCHETYPES[thing.archetype].design_type == "interior" else "seat"
    if thing.counts.get("chair") == people:
        return  # a table for eight with chairs has eight
    thing.counts.setdefault(part if part in asked_by(thing.archetype) else PERSON, people)

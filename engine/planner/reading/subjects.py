"""What a text is about before anything is known of it, and the places out of doors and indoors that nothing draws."""

from collections.abc import Sequence

from engine.planner.wording.lexicon import GROUNDS
from engine.planner.wording.links import HAS
from engine.planner.wording.phrase import Phrase


def is_main(phrase: Phrase) -> bool:
    """Return whether a phrase asks for something, and neither denies it nor tells a story around it."""
    return not (phrase.is_aside or phrase.is_negated)


def subject_of(phrases: Sequence[Phrase]) -> Phrase | None:
    """Return the phrase that a text without a known thing is about: the first with a noun, else the first."""
    main = [phrase for phrase in phrases if is_main(phrase)]
    return next((phrase for phrase in main if phrase.noun), main[0] if main else None)


def on_ground(phrases: Sequence[Phrase]) -> Phrase | None:
    """Return the first thing that is in a place out of doors, of which only these are drawn: a street with benches."""
    subject = subject_of(phrases)
    if subject is None or subject.noun is None or subject.noun.lemma.rpartition(" ")[2] not in GROUNDS:
        return None
    return _first_there(phrases)


def in_unknown_place(phrases: Sequence[Phrase]) -> Phrase | None:
    """Return the first thing that a subject has which is no thing itself, as a dungeon cell with a bed."""
    subject = subject_of(phrases)
    is_place = subject is not None and not subject.link and subject.noun is not None and not subject.noun.meaning.thing
    return _first_there(phrases) if is_place else None


def _first_there(phrases: Sequence[Phrase]) -> Phrase | None:
    there = (one for one in phrases if one.link == HAS and is_main(one) and one.noun and one.noun.meaning.thing)
    return next(there, None)

"""Which phrase names the thing that is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.planner import hints
from engine.planner.lexicon import PLACEHOLDERS, VOCABULARY
from engine.planner.links import ASIDE, HAS, OF, RELATIONS
from engine.planner.phrases import Phrase
from engine.planner.slips import closest
from engine.planner.spans import Span

NEAR_ENOUGH = 0.42  # a likeness from which the nearest archetype in meaning is drawn
_CLEARLY = 1.5


@dataclass(frozen=True, slots=True)
class Head:
    """The thing that is asked for: its archetype, and the phrase and span that stand for it, if any.

    `certainty` is 1 for a thing that is named as the subject, less for one that is named in passing or only suggested.
    """

    archetype: str = ""
    phrase: Phrase | None = None
    span: Span | None = None
    certainty: float = 0.0
    is_named: bool = False


def head_of(phrases: Sequence[Phrase]) -> Head:
    """Return the thing that a text asks for; nothing is named by an empty archetype."""
    words = [word.lemma for phrase in phrases if not phrase.is_negated for span in phrase.spans for word in span.words]
    named = _named(phrases)
    if named and not _is_described(phrases, named):
        return _special(named, words)
    return _suggested(phrases, words) or named or _in_passing(phrases) or _slip(phrases) or Head()


def thing_in(phrase: Phrase) -> Span | None:
    """Return the span that names a thing: the noun, or the thing that the noun is a part of."""
    noun = phrase.noun
    if noun is None or noun.meaning.thing:
        return noun
    before = [span for span in phrase.spans if span.meaning.thing and span.start <= noun.start]
    return before[-1] if before and phrase.link == "" else None


def _is_main(phrase: Phrase) -> bool:
    return not (phrase.is_aside or phrase.is_negated)


def _named(phrases: Sequence[Phrase]) -> Head | None:
    """Return the first phrase with a thing where the text speaks of what it wants; what it asks for comes first."""
    order = sorted(range(len(phrases)), key=lambda index: (not _asked(phrases, index), index))
    for index in order:
        phrase = phrases[index]
        if not _is_main(phrase) or not (phrase.link == "" or _carried(phrases, index)):
            continue
        span = thing_in(phrase)
        if span:
            return Head(span.meaning.thing, phrase, span, 1.0, is_named=True)
    return None


def _asked(phrases: Sequence[Phrase], index: int) -> bool:
    return phrases[index].is_asked or (_carried(phrases, index) and phrases[index - 1].is_asked)


def _carried(phrases: Sequence[Phrase], index: int) -> bool:
    """Return whether a phrase is what a model, a picture or a set is of."""
    before = phrases[index - 1] if index else None
    if before is None or phrases[index].link != OF or not before.spans or before.link not in ("", HAS):
        return False
    return any(span.meaning.is_carrier for span in before.spans) or thing_in(before) is None


def is_placeholder(phrase: Phrase) -> bool:
    """Return whether a phrase names only a kind of thing, like a machine or something."""
    return any(span.lemma in PLACEHOLDERS for span in phrase.spans)


def _is_described(phrases: Sequence[Phrase], named: Head) -> bool:
    """Return whether the text describes its subject instead of naming it: "a box that heats leftovers"."""
    for index, phrase in enumerate(phrases):
        if phrase is named.phrase:
            following = phrases[index + 1] if index + 1 < len(phrases) else None
            is_vague = named.span is not None and named.span.lemma in PLACEHOLDERS
            return is_vague and following is not None and (following.is_aside or following.link == "in")
        if _is_main(phrase) and is_placeholder(phrase) and thing_in(phrase) is None:
            return True
    return False


def _special(named: Head, words: Sequence[str]) -> Head:
    """Return the special kind where the text tells of one: a clock that wakes me up is an alarm clock."""
    assert named.span is not None
    noun = named.span.lemma
    if " " in noun:
        return named
    total = hints.scores(word for word in words if word != noun)
    kinds = {meaning.thing for phrase, meaning in VOCABULARY.items() if meaning.thing and phrase.endswith(" " + noun)}
    better = [kind for kind in kinds if total.get(kind, 0.0) >= total.get(named.archetype, 0.0) + _CLEARLY]
    if not better:
        return named
    chosen = max(better, key=lambda kind: (total[kind], kind))
    return Head(chosen, named.phrase, named.span, 0.8, is_named=True)


def _suggested(phrases: Sequence[Phrase], words: Sequence[str]) -> Head | None:
    """Return what the text tells of without naming it."""
    archetype, score = hints.best(words)
    if score < hints.SURE:
        return None
    subject = subject_of(phrases)
    return Head(archetype, subject, subject.noun if subject else None, min(0.3 + 0.06 * score, 0.6))


def _in_passing(phrases: Sequence[Phrase]) -> Head | None:
    """Return a thing that is named anywhere else, first where the text is about what it wants."""
    for rank in (HAS, OF, *sorted(RELATIONS), ASIDE, ""):
        for phrase in phrases:
            span = thing_in(phrase) or next((one for one in phrase.spans if one.meaning.thing), None)
            if phrase.link == rank and span and not phrase.is_negated:
                return Head(span.meaning.thing, phrase, span, 0.5, is_named=True)
    return None


def subject_of(phrases: Sequence[Phrase]) -> Phrase | None:
    """Return the phrase that a text without a known thing is about: the first with a noun, else the first."""
    main = [phrase for phrase in phrases if _is_main(phrase)]
    return next((phrase for phrase in main if phrase.noun), main[0] if main else None)


def _slip(phrases: Sequence[Phrase]) -> Head | None:
    for phrase in phrases:
        for span in phrase.spans if not phrase.is_negated else ():
            slipped = closest(span.lemma) if span.is_unknown else ""
            if slipped:
                return Head(VOCABULARY[slipped].thing, phrase, span, 0.6, is_named=True)
    return None


def nearest_head(phrases: Sequence[Phrase]) -> Head | None:
    """Return the archetype that is nearest in meaning, where the model of meaning is at hand."""
    try:
        from engine.planner.nearest import nearest
    except ImportError:
        return None
    told = " ".join(span.text for phrase in phrases if not phrase.is_negated for span in phrase.spans)
    near = nearest(told[:400])
    if near is None or near.similarity < NEAR_ENOUGH:
        return None
    subject = subject_of(phrases)
    return Head(near.archetype, subject, subject.noun if subject else None, min(near.similarity * 0.7, 0.5))

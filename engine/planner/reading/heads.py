"""Which phrase names the thing that is asked for."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from engine.archetypes import ARCHETYPES
from engine.planner.reading import hints
from engine.planner.reading.knowledge import draws, rests
from engine.planner.reading.subjects import in_unknown_place, is_main, on_ground, subject_of
from engine.planner.wording.english import is_english
from engine.planner.wording.lexicon import GENERIC_NOUNS, PLACEHOLDERS, VAGUE_NAMES
from engine.planner.wording.links import ASIDE, HAS, OF, RELATIONS
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.slips import closest
from engine.planner.wording.spans import Span
from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import lemma

NEAR_ENOUGH = 0.6  # a likeness from which the nearest archetype in meaning is drawn, whatever the letters
LIKE_SOMETHING = 0.2  # the same, for a text in English words: something, said to be the nearest, and a low confidence
_FOR_WHOM = frozenset({"child", "kid", "toddler"})
_NEAR_SUBJECT = 0.5  # the same, of a subject that a list follows
_NEARER = 0.6  # a likeness that outweighs a word of a compound
_CLEARLY = 1.5
_CLOSE = 0.8  # sums of hints that are so near each other are weighed by likeness
_WEIGHT = 2.0  # a likeness of one against one hint
_LIKENESSES = frozenset({"figurine", "statue", "statuette", "sculpture", "ornament"})  # of a lion a lion is drawn
_ADDING_LITTLE = GENERIC_NOUNS | _LIKENESSES
_COMPOUND = 0.55  # how sure a thing is after which a word follows that nobody knows


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
    words = [word.lemma for phrase in phrases if not phrase.is_negated for span in _told(phrase) for word in span.words]
    named, there, first = _named(phrases), on_ground(phrases), in_unknown_place(phrases)
    if there and (named is None or _is_sooner(phrases, there, named)):
        return _there(there)
    if named and first and _is_sooner(phrases, first, named):
        return _there(first)
    if named and named.certainty == _COMPOUND:
        return _compound(phrases, named)
    if named and _is_other_bag(named):
        return _compound(phrases, named)
    if named and _is_kind_unknown(named):
        return replace(named, certainty=_COMPOUND, is_named=False)
    if named and not _is_described(phrases, named):
        is_vague = named.span is not None and named.span.lemma in PLACEHOLDERS - VAGUE_NAMES
        told = words if is_vague else _described_by(phrases)
        if named.span is not None and named.span.lemma in VAGUE_NAMES:
            told += [
                word.lemma for phrase in phrases if phrase.link == HAS for span in phrase.spans for word in span.words
            ]
        return _of_list(phrases, _special(named, told, _beside(phrases)))
    return _suggested(phrases, words) or named or _in_passing(phrases) or _slip(phrases) or Head()


def _is_sooner(phrases: Sequence[Phrase], one: Phrase, other: Head) -> bool:
    return next(phrase for phrase in phrases if phrase is one or phrase is other.phrase) is one


def _there(phrase: Phrase) -> Head:
    """Return the head of a text whose subject is only a place."""
    assert phrase.noun is not None
    return Head(phrase.noun.meaning.thing, phrase, phrase.noun, 0.9, is_named=True)


def _told(phrase: Phrase) -> list[Span]:
    """Return the spans of a phrase without its colours: what is orange is no fruit for that."""
    return [span for span in phrase.spans if span is phrase.noun or not span.meaning.color]


def thing_in(phrase: Phrase) -> Span | None:
    """Return the span that names a thing: the noun, or the thing that the noun is a part of."""
    noun = phrase.noun
    if noun is None:
        return None
    before = [span for span in phrase.spans if _is_owner(span) and span.start < noun.start]
    if before and noun.lemma in _LIKENESSES and ARCHETYPES[before[-1].meaning.thing].category == "creature":
        return before[-1]
    if noun.meaning.thing and not (before and _is_its_part(noun, before[-1])):
        return noun
    return before[-1] if before and phrase.link == "" else None


def _is_its_part(noun: Span, owner: Span) -> bool:
    """Return whether a compound names a part of a thing, though its last word can mean a thing too: a lamp shade."""
    by_another_name = noun.meaning.thing != noun.lemma and bool(noun.meaning.part)
    return by_another_name and draws(owner.meaning.thing, noun.lemma)


def _is_owner(span: Span) -> bool:
    """Return whether a thing before another noun may be meant: the oven of oven door, not the iron of iron gate."""
    return bool(span.meaning.thing) and not span.meaning.material


def _named(phrases: Sequence[Phrase]) -> Head | None:
    """Return the first phrase with a thing where the text speaks of what it wants; what it asks for comes first."""
    order = sorted(
        range(len(phrases)),
        key=lambda index: (
            phrases[index].is_ambiguous,
            not _asked(phrases, index),
            _is_vague(phrases[index]),
            index,
        ),
    )
    for index in order:
        phrase = phrases[index]
        if not is_main(phrase) or not (phrase.link == "" or _carried(phrases, index)):
            continue
        span = thing_in(phrase)
        if span:
            is_part = phrase is phrases[0] and _is_part_of(span, phrase)
            certainty = _COMPOUND if is_part else _certainty(phrase, span)
            return Head(span.meaning.thing, phrase, span, certainty, is_named=True)
    return None


def _is_part_of(thing: Span, phrase: Phrase) -> bool:
    """Return whether a phrase asks for a part alone: a plane wing; a kitchen floor means the kitchen."""
    noun = phrase.noun
    if noun is None or noun.start != thing.end or noun.is_plural or not noun.meaning.part:
        return False
    if noun.lemma in _ADDING_LITTLE or noun.lemma in thing.meaning.thing.split():
        return False
    return ARCHETYPES[thing.meaning.thing].design_type not in ("interior", "building")


def _certainty(phrase: Phrase, thing: Span) -> float:
    """Return how sure it is that a phrase means the thing; a word after it may turn it into another: fountain pen."""
    after = [span for span in phrase.spans if span.start >= thing.end and not (span.is_size or span.number)]
    if not after or after[0].start != thing.end or after[0].meaning.is_adjective:
        return 1.0
    if after[0].lemma in _ADDING_LITTLE:
        return 1.0
    is_other = after[0].is_unknown and not after[0].lemma.endswith(("ing", "ed", "able", "proof", "y"))
    is_foreign_part = bool(after[0].meaning.part) and not draws(thing.meaning.thing, after[0].lemma)
    return _COMPOUND if is_other or is_foreign_part else 1.0


def _is_other_bag(named: Head) -> bool:
    """Return whether a word that nobody knows makes another kind of bag than one to carry: a tea bag."""
    phrase, thing = named.phrase, named.span
    if phrase is None or thing is None or thing.lemma != "bag":
        return False
    return any(span.end == thing.start and span.is_unknown and not span.words[-1].is_joined for span in phrase.spans)


def _is_kind_unknown(named: Head) -> bool:
    """Return whether another thing before the name makes a third of it that nobody knows: a dog house, a cake shop."""
    phrase, thing = named.phrase, named.span
    if phrase is None or thing is None:
        return False
    before = next((span for span in phrase.spans if span.end == thing.start), None)
    return before is not None and is_strange_compound(before, thing)


def is_strange_compound(before: Span, thing: Span) -> bool:
    """Return whether two names beside each other are a compound that no list has.

    Where a thing stands, what it lies on or whom it is for says no more than that: kitchen knife, desk lamp, kid chair.
    """
    meaning, name = before.meaning, thing.meaning.thing
    is_name = meaning.thing and not (
        meaning.is_adjective or meaning.part or meaning.is_quiet or before.words[-1].is_plural
    )
    is_for = before.lemma in _FOR_WHOM
    if not is_name or is_for or meaning.thing == name or meaning.features.get(name) or draws(name, before.lemma):
        return False
    other = ARCHETYPES[meaning.thing]
    return other.design_type not in ("interior", "building") and not rests(name, meaning.thing)


def _compound(phrases: Sequence[Phrase], named: Head) -> Head:
    """Return what is nearest to "fountain pen" in meaning; the thing that was named first where nothing is."""
    assert named.phrase is not None
    near = nearest_head([named.phrase])
    return (
        replace(near, is_named=False) if near and near.certainty > sure_of(_NEARER) else replace(named, is_named=False)
    )


def _of_list(phrases: Sequence[Phrase], named: Head) -> Head:
    """Return what an unknown subject is nearest to, where the name stands in a list after it: "trunk, brass locks"."""
    subject, phrase = subject_of(phrases), named.phrase
    if subject is None or phrase is None or subject is phrase or phrase.has_determiner or phrase.is_asked:
        return named
    noun = subject.noun
    if phrase.link or phrase.sentence != subject.sentence or noun is None or not noun.is_unknown:
        return named
    near = nearest_head([subject])
    is_near = near is not None and near.certainty >= sure_of(_NEAR_SUBJECT)
    return replace(near, is_named=False) if near and is_near else replace(named, certainty=0.5)


def _asked(phrases: Sequence[Phrase], index: int) -> bool:
    return phrases[index].is_asked or (_carried(phrases, index) and phrases[index - 1].is_asked)


def _carried(phrases: Sequence[Phrase], index: int) -> bool:
    """Return whether a phrase is what a model, a picture or a set is of."""
    before = phrases[index - 1] if index else None
    if before is None or phrases[index].link != OF or not before.spans or before.link not in ("", HAS):
        return False
    is_of = phrases[index].is_plain_of or is_placeholder(before) or before.noun is None
    return any(span.meaning.is_carrier for span in before.spans) or (is_of and thing_in(before) is None)


def _is_vague(phrase: Phrase) -> bool:
    """Return whether a phrase names a whole class of things: another that names one of them says more."""
    return phrase.noun is not None and phrase.noun.lemma in PLACEHOLDERS - VAGUE_NAMES


def is_placeholder(phrase: Phrase) -> bool:
    """Return whether a phrase names only a kind of thing, like a machine or something."""
    return any(span.lemma in PLACEHOLDERS for span in phrase.spans)


def _is_described(phrases: Sequence[Phrase], named: Head) -> bool:
    """Return whether the text describes its subject instead of naming it: "a box that heats leftovers"."""
    for index, phrase in enumerate(phrases):
        if phrase is named.phrase:
            following = phrases[index + 1] if index + 1 < len(phrases) else None
            is_vague = named.span is not None and named.span.lemma in PLACEHOLDERS - VAGUE_NAMES
            return is_vague and following is not None and (following.is_aside or following.link == "in")
        if is_main(phrase) and is_placeholder(phrase) and thing_in(phrase) is None:
            return True
    return False


def _described_by(phrases: Sequence[Phrase]) -> list[str]:
    """Return the words that tell what a thing does, as in "a clock that wakes me up"."""
    return [word.lemma for phrase in phrases if phrase.is_aside for span in phrase.spans for word in span.words]


def _beside(phrases: Sequence[Phrase]) -> frozenset[str]:
    """Return what the subject has, and so is not: a house with a garage for two cars is no garage."""
    return frozenset(span.meaning.thing for phrase in phrases if phrase.link == HAS for span in phrase.spans)


def _special(named: Head, words: Sequence[str], others: Container[str]) -> Head:
    """Return the special kind where the text tells of one: a clock that wakes me up is an alarm clock."""
    assert named.span is not None
    noun = named.span.lemma
    if " " in noun:
        return named
    total = hints.scores(words)
    least = total.get(named.archetype, 0.0) + (hints.SURE if noun in VAGUE_NAMES - {"room"} else _CLEARLY)
    kinds = _kinds_of(noun, named.archetype)
    better = [kind for kind in kinds if total.get(kind, 0.0) >= least and kind not in others]
    if not better:
        return named
    chosen = max(better, key=lambda kind: (total[kind], kind))
    return Head(chosen, named.phrase, named.span, 0.8, is_named=True)


@lru_cache(maxsize=512)
def _kinds_of(noun: str, archetype: str) -> frozenset[str]:
    """Return the archetypes that a noun may mean as well: all vehicles for vehicle, all clocks for clock."""
    if noun in PLACEHOLDERS:
        own = ARCHETYPES[archetype].design_type
        return frozenset(name for name, one in ARCHETYPES.items() if one.design_type == own)
    named = {meaning.thing for phrase, meaning in VOCABULARY.items() if phrase.endswith(" " + noun)}
    return frozenset(named - {""})


def _best(words: Sequence[str]) -> tuple[str, float]:
    """Return the archetype that words speak for most, and how much; of several alike the one nearest in meaning."""
    total = hints.scores(words)
    most = max(total.values(), default=0.0)
    close = {name: score for name, score in total.items() if score > most - _CLOSE}
    if most < hints.ENOUGH or len(close) < 2:
        return hints.best(words)
    alike = likeness(" ".join(words))
    name = max(close, key=lambda one: (close[one] + _WEIGHT * alike.get(one, 0.0), one))
    return name, max(close[name], most)


def likeness(text: str) -> dict[str, float]:
    """Return how like each archetype a text is; nothing where the model of meaning is not at hand."""
    try:
        from engine.planner.reading.nearest import ranking
    except ImportError:
        return {}
    return {near.archetype: near.similarity for near in ranking(text[:200], most=len(ARCHETYPES))}


def _suggested(phrases: Sequence[Phrase], words: Sequence[str]) -> Head | None:
    """Return what the text tells of without naming it."""
    archetype, score = _best(words)
    is_told = any(phrase.is_aside or is_placeholder(phrase) for phrase in phrases)
    if score < (hints.ENOUGH if is_told else hints.SURE):
        return None
    subject = subject_of(phrases)
    return Head(archetype, subject, subject.noun if subject else None, min(0.2 + 0.2 * (score - hints.ENOUGH), 0.5))


def _in_passing(phrases: Sequence[Phrase]) -> Head | None:
    """Return a thing that is named anywhere else, first where the text is about what it wants."""
    for rank in (HAS, OF, *sorted(RELATIONS), ASIDE, ""):
        for phrase in phrases:
            span = thing_in(phrase) or next(filter(_is_owner, phrase.spans), None)
            if phrase.link == rank and span and not phrase.is_negated:
                return _passing(phrases, Head(span.meaning.thing, phrase, span, 0.5, is_named=True))
    return None


def _passing(phrases: Sequence[Phrase], named: Head) -> Head:
    """Return a thing that is named in passing, less sure where nobody knows the name of the subject."""
    subject = subject_of(phrases)
    noun = subject.noun if subject else None
    if subject is None or noun is None or subject is named.phrase or subject.link or not noun.is_unknown:
        return named
    if noun.lemma in PLACEHOLDERS or subject.is_aside:
        return named
    near = nearest_head([subject])
    is_near = near is not None and near.certainty >= sure_of(_NEAR_SUBJECT)
    return replace(near, is_named=False) if near and is_near else replace(named, certainty=0.3, is_named=False)


def named_otherwise(head: Head) -> str:
    """Return the name of a subject that is drawn as what is nearest to it, "" where the text names no such thing."""
    noun = head.phrase.noun if head.phrase else None
    if head.is_named or not head.archetype or head.phrase is None or noun is None:
        return ""
    if head.phrase.is_aside or head.phrase.link or noun.lemma in PLACEHOLDERS or noun.meaning.is_carrier:
        return ""
    end = next((span.end for span in head.phrase.spans if span.start == noun.end and span.is_unknown), noun.end)
    name = [span for span in head.phrase.spans if span.end <= end and not (span.number or span.is_size)]
    return " ".join(span.text for span in name if span is noun or not _is_said_of(span))[:40]


def _is_said_of(span: Span) -> bool:
    return (span.meaning.is_adjective and not span.meaning.thing) or span.meaning.is_quiet


def _slip(phrases: Sequence[Phrase]) -> Head | None:
    for phrase in phrases:
        for span in phrase.spans if not phrase.is_negated else ():
            slipped = closest(span.lemma) if span.is_unknown else ""
            if slipped:
                return Head(VOCABULARY[slipped].thing, phrase, span, 0.6, is_named=True)
    return None


def is_told_in_words(text: str) -> bool:
    """Return whether most of a text is English, and not just letters."""
    said = [word for word in text.casefold().split() if len(word) > 2]
    return 2 * sum(is_english(lemma(word)) or is_english(word) for word in said) > len(said)


def sure_of(similarity: float) -> float:
    """Return the certainty that a likeness gives: a text that means nothing is like something, too."""
    return min(max(1.7 * (similarity - 0.4), 0.1), 0.5)


def nearest_head(phrases: Sequence[Phrase]) -> Head | None:
    """Return the archetype that is nearest in meaning, where the model of meaning is at hand."""
    try:
        from engine.planner.reading.nearest import nearest
    except ImportError:
        return None
    told = " ".join(span.text for phrase in phrases if not phrase.is_negated for span in phrase.spans)
    near = nearest(told[:200])
    if near is None or near.similarity < (LIKE_SOMETHING if is_told_in_words(told) else NEAR_ENOUGH):
        return None
    subject = subject_of(phrases)
    certainty = sure_of(near.similarity)
    return Head(near.archetype, subject, subject.noun if subject else None, certainty)

"""How many of a thing, or of a part of it, a phrase asks for."""

from engine.archetypes import ARCHETYPES
from engine.planner.reading.belonging import own_number
from engine.planner.reading.knowledge import reads
from engine.planner.reading.mentions import Spot
from engine.planner.reading.naming import can_be_counted, counted, plural
from engine.planner.wording.lexicon import LOOSE_NUMBERS, PAIRED
from engine.planner.wording.spans import Span

_ODD = frozenset((
    "short", "shorter", "longer", "broken", "missing", "bent", "crooked", "loose", "wobbly", "cracked", "shortened",
))  # fmt: skip


def count(spot: Spot, index: int, span: Span) -> None:
    """Read a number of the noun, or of the part that stands before it: two storey house, three-drawer chest."""
    number, spans = span.number, spot.phrase.spans
    following = spans[index + 1] if index + 1 < len(spans) else None
    noun = spot.phrase.noun
    spot.told.used.update(range(span.start, span.end))
    odd = [one for one in spans if _ODD.intersection(one.lemma.split()) and not reads(spot.thing.archetype, one.lemma)]
    if number == 1 and odd and spot.mention.part and noun is not None:
        spot.told.undrawn.append(f"{span.text} {odd[0].text} {noun.text}")  # the others are not
        return
    if noun is not None and noun.start > span.start and _is_of_noun(spot, span, following, noun):
        _count_noun(spot, number, noun, is_loose=span.lemma in LOOSE_NUMBERS)
    elif span.lemma in LOOSE_NUMBERS and following is not None and following.is_unknown:
        return
    elif following is not None and can_be_counted(following):
        _say_count(spot, counted(following.lemma, spot.thing), number)
        spot.told.used.update(range(following.start, following.end))
    elif spot.mention.part and noun is not None and noun.start < span.start:
        _say_count(spot, counted(spot.mention.part, spot.thing), number)


def _say_count(spot: Spot, part: str, number: int) -> None:
    """Write down how many of a part are wanted; another number of the same contradicts it."""
    before = spot.thing.counts.get(part, number)
    if before != number:
        spot.told.clashes.append(f"{before} {plural(part, before)}, yet {number} {plural(part, number)}")
    spot.thing.counts[part] = number


def _is_of_noun(spot: Spot, span: Span, following: Span | None, noun: Span) -> bool:
    if span.words[-1].is_joined and following is not noun:
        return False
    is_compound = following is not None and following is not noun and not following.is_plural
    is_before_part = is_compound and following is not None and can_be_counted(following)
    return span.number == 1 or noun.is_plural or following is noun or not is_before_part


def _count_noun(spot: Spot, number: int, noun: Span, *, is_loose: bool) -> None:
    if is_loose and not noun.is_plural and _is_furniture(spot, noun):
        return  # a double bed is one
    if spot.mention.part or noun is not spot.noun:
        _say_count(spot, counted(_called(spot, noun), spot.thing), number)
    elif noun is spot.phrase.noun and not is_loose:
        part = noun.lemma.rpartition(" ")[2]
        is_named = " " in noun.lemma and noun.lemma in ARCHETYPES[spot.thing.archetype].phrases
        is_named = is_named and own_number(spot.thing, part) == 1  # two lamp posts, not: ten bowling pins
        is_held = (
            not is_named and part in ARCHETYPES[spot.thing.archetype].parts and part not in spot.thing.archetype.split()
        )
        if is_held or (noun.lemma == spot.thing.archetype and _is_piled(spot)):
            _say_count(spot, part, number)  # three arrows lie in one quiver, five books in one stack
        elif not _is_pair_of_one(spot):
            spot.thing.count = max(spot.thing.count, number)


def _called(spot: Spot, noun: Span) -> str:
    """Return the name of what is counted as the drawing knows it: the bedside tables of a bedroom are nightstands."""
    said, archetype = spot.mention.part or noun.lemma, spot.thing.archetype
    is_other = noun.meaning.thing and not reads(archetype, said) and reads(archetype, noun.meaning.thing)
    return noun.meaning.thing if is_other else said


def _is_furniture(spot: Spot, noun: Span) -> bool:
    kind = ARCHETYPES.get(noun.meaning.thing)
    return kind is not None and kind.design_type == "furniture"


def _is_piled(spot: Spot) -> bool:
    """Return whether the text speaks of a stack that the thing's drawing knows."""
    said = {span.lemma for phrase, _ in spot.outline.places for span in phrase.spans}
    return any(word in said and reads(spot.thing.archetype, word) for word in ("stack", "pile", "stacked", "piled"))


def _is_pair_of_one(spot: Spot) -> bool:
    """Return whether a pair is one thing: a pair of scissors, of earbuds, of skis."""
    said = {span.lemma for span in spot.phrase.spans if span.number}
    return said == {"pair"} and spot.thing.archetype in PAIRED

"""Lists in the text: of things of one clause, and of several of a kind that each have a look of their own."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from engine.planner.reading.knowledge import draws
from engine.planner.wording.lexicon import LOOSE_NUMBERS, PAIRED
from engine.planner.wording.links import HAS, OF
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.spans import Span

_UNNUMBERED_LEAST = 3  # three chairs in red, white and blue; two cats in black and white are both in both


def with_lists(phrases: Sequence[Phrase], head: Phrase | None, archetype: str) -> list[Phrase]:
    """Return phrases in which the members of a list are joined, and those of several of a kind have their own."""
    apart = _apart(list(phrases), head, archetype)
    _opened(apart, head)
    _after_places(apart)
    for start, one in enumerate(apart):
        if one.link not in ("", HAS) or not _is_member(one):
            continue
        for item in apart[start + 1 : _end_of_list(apart, start + 1) + 1]:
            item.link, item.is_joined = one.link, True
    return apart


def _opened(phrases: Sequence[Phrase], head: Phrase | None) -> None:
    """Let what stands after a colon come with what stands before it: a kids room: a bunk bed, a desk, two chairs."""
    is_open = False
    for before, one in pairwise(phrases):
        is_open = (is_open and one.sentence == before.sentence) or (one.is_listing and head not in (None, one))
        if is_open and _is_member(one) and one.link in ("", OF) and (one.is_listing or one.is_joined or not one.link):
            is_owned = before.link == "" or before.is_listing or not one.is_listing
            one.link, one.is_joined, one.is_listing = HAS if is_owned else "", not one.is_listing, True


def _after_places(phrases: Sequence[Phrase]) -> None:
    """Let what is joined to a place of something else be in the list that this is in: a basket in front and tyres."""
    list_link = ""
    for before, one in pairwise(phrases):
        list_link = HAS if before.link == HAS else "" if before.link == "" and not before.is_joined else list_link
        if before.pronoun and one.is_joined and one.link == before.link and not one.pronoun:
            one.link = list_link


def _end_of_list(phrases: Sequence[Phrase], index: int) -> int:
    """Return where a list of things ends, its last member after "and"; 0 where it is none."""
    for place, item in enumerate(phrases[index:], index):
        if item.link or item.is_asked or item.is_negated or item.is_aside or not _is_member(item):
            return 0
        if item.is_joined:
            return place
    return 0


def _is_member(phrase: Phrase) -> bool:
    noun = phrase.noun
    return noun is not None and bool(noun.meaning.thing) and not phrase.is_definite and not phrase.is_ambiguous


def _apart(phrases: list[Phrase], head: Phrase | None, archetype: str) -> list[Phrase]:
    """Return "two cats, one black and one white" as a black cat and a white cat."""
    for index, one in enumerate(phrases):
        number, noun = number_of(one), one.noun
        is_of_head = one is head or (noun is not None and not draws(archetype, noun.lemma) and one.link in ("", HAS))
        if number < 2 or noun is None or not noun.meaning.thing or not is_of_head:
            continue
        for start in range(index + 1, min(index + 3, len(phrases))):
            looks = _looks(phrases[start:], number)
            if looks:
                end = start + sum(1 for phrase in phrases[start:] if any(phrase is source for source, _ in looks))
                kept = [span for span in one.spans if not span.number]
                named = [[*(_before(kept[0], span) for span in look), *kept] for _, look in looks]
                one.spans[:] = named[0]
                others = [replace(one, is_joined=True, has_determiner=True, spans=spans) for spans in named[1:]]
                return [*phrases[: index + 1], *others, *phrases[index + 1 : start], *phrases[end:]]
            if phrases[start].link in ("", OF):
                break
    return phrases


def _before(first: Span, span: Span) -> Span:
    """Return a number as if it stood before the noun that it counts; other words stay where they are."""
    return replace(span, start=first.start - 1, end=first.start) if span.number else span


def _looks(phrases: Sequence[Phrase], number: int) -> list[tuple[Phrase, list[Span]]]:
    """Return the looks of each of a number of things, with the phrase that says so; none unless they add up."""
    found: list[tuple[Phrase, list[Span]]] = []
    total = 0
    for phrase in phrases:
        if not _is_look(phrase, number) or (found and phrase.link):
            break
        colors = [span for span in phrase.spans if span.meaning.color]
        if not number_of(phrase) and not phrase.has_determiner and len(colors) == len(phrase.spans):
            found += [(phrase, [span]) for span in colors]
            total += len(colors)
        else:
            found.append((phrase, [span for span in phrase.spans if span.number != 1]))
            total += max(number_of(phrase), 1)
        if total >= number:
            break
    return found if total == number and len(found) > 1 else []


def _is_look(phrase: Phrase, number: int) -> bool:
    if phrase.noun is not None or phrase.pronoun or phrase.is_aside or phrase.is_negated or not phrase.spans:
        return False
    return phrase.link in ("", OF) or (phrase.link == "in" and number >= _UNNUMBERED_LEAST)


def number_of(phrase: Phrase) -> int:
    """Return the number that a phrase says, 0 without one."""
    is_several = phrase.noun is None or phrase.noun.is_plural  # a double bed is one
    return max((span.number for span in phrase.spans if is_several or span.lemma not in LOOSE_NUMBERS), default=0)


def is_some(phrase: Phrase, noun: Span, *, is_placed: bool = False) -> bool:
    """Return whether a phrase speaks of several things without a number, of a kind that is not plural by itself.

    It comes with something, or the text says where (`is_placed`): benches around it.
    """
    name = noun.meaning.thing
    is_single = (not name.endswith("s") or name.endswith("ss")) and name not in PAIRED
    is_wanted = phrase.link == HAS or (is_placed and phrase.link == "")
    return noun.is_plural and is_single and number_of(phrase) == 0 and is_wanted and not phrase.is_definite

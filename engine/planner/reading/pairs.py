"""What two phrases beside each other say together: a lamp beside it, a shelf underneath, a red chair and a green."""

from collections.abc import Sequence
from itertools import pairwise

from engine.archetypes import ARCHETYPES
from engine.planner.reading.heads import Head
from engine.planner.reading.knowledge import draws
from engine.planner.staging.enclosing import ENCLOSING
from engine.planner.wording.links import HAS, RELATIONS
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.spans import Span

APART = RELATIONS - {"on", "in", "around", "against"}

_SMALL_PLACES = frozenset({"shelf", "saucer", "lid", "branch", "armrest", "arm", "rim", "handle", "wing", "tail"})
_HOLLOWS = frozenset({"pocket", "side pocket", "drawer", "hand", "mouth", "beak", "paw", "glove compartment"})
_CASES = frozenset({"case", "bag", "box"})
_TOPS = frozenset({"mantel", "mantelpiece", "roof", "hood", "top"})


def placed_apart(phrases: Sequence[Phrase], head: Head) -> frozenset[int]:
    """Return the ids of phrases of what is "beside it" and the like; a fence is also around it."""
    return frozenset(
        id(one)
        for one, after in pairwise(phrases)
        if after.pronoun
        and one.link in (HAS, "")
        and (after.link in APART or _goes_around(one, after))
        and not _is_own_there(one, after, head)
    )


def _goes_around(one: Phrase, after: Phrase) -> bool:
    return after.link == "around" and one.noun is not None and one.noun.meaning.thing in ENCLOSING


def placed_on(phrases: Sequence[Phrase]) -> frozenset[int]:
    """Return the ids of phrases of what is "on top"."""
    return frozenset(
        id(one) for one, after in pairwise(phrases) if after.pronoun and after.link == "on" and one.link == HAS
    )


def is_on_top(phrase: Phrase, noun: Span) -> bool:
    """Return whether a part is named as what something stands on: the mantel, the roof."""
    return phrase.link == "on" and noun.lemma in _TOPS


def unplaced(phrase: Phrase, noun: Span, *, is_apart: bool) -> str:
    """Return where something is said to be and is not put: a spoon on a saucer, a violin in its case; else nothing.

    `is_apart` is whether the part is of another thing than what is said to be there.
    """
    is_there = is_apart and noun.lemma in {"on": _SMALL_PLACES, "in": _HOLLOWS}.get(phrase.link, ())
    is_cased = not is_apart and phrase.link == "in" and noun.lemma in _CASES
    return f"{phrase.link} the {noun.lemma}" if is_there or is_cased else ""


def told_twice(phrases: Sequence[Phrase], head: Head) -> frozenset[int]:
    """Return the ids of phrases of what is told of twice: a red chair and a green one."""
    return frozenset(id(one) for pair in pairwise(phrases) if _is_told_twice(*pair, head) for one in pair)


def _is_told_twice(one: Phrase, after: Phrase, head: Head) -> bool:
    """Return whether two phrases after "with" speak of furniture of one kind that is not alike, and no part."""
    if not (one.link == after.link == HAS and after.is_joined and one.noun and after.noun):
        return False
    kind = one.noun.meaning.thing
    if not kind or kind != after.noun.meaning.thing or ARCHETYPES[kind].design_type != "furniture":
        return False
    if head.archetype and one.noun.lemma != kind and one.noun.meaning.part and draws(head.archetype, one.noun.lemma):
        return False  # the red shelf and the green shelf of a bookshelf
    looks, other = ({span.lemma for span in each.spans if not span.number} for each in (one, after))
    return looks != other


def _is_own_there(one: Phrase, after: Phrase, head: Head) -> bool:
    """Return whether what is above a thing, or at its end, is drawn with it: a crib's mobile, a sofa's chaise.

    So is what is under it and a part of it: a coffee table's shelf; the basket in front of a bicycle is its own.
    """
    if one.noun is None or not head.archetype:
        return False
    kind = ARCHETYPES[head.archetype]
    is_at_it = after.link == "under" or (after.link in ("in front of", "behind") and kind.design_type == "vehicle")
    if is_at_it and one.noun.meaning.part and draws(head.archetype, one.noun.lemma):
        return True
    if after.link == "under" and one.noun.lemma == "shelf" and kind.design_type == "furniture":
        return True
    is_end = after.link in ("left of", "right of") and one.noun.lemma in kind.features
    return is_end or (after.link == "above" and one.noun.lemma in kind.parts)

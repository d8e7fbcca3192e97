"""Is a language model's reading about the same things as the words of the text?

The planner's reader knows few words, but those surely: what it is sure of, a model may refine and must not lose. Where
it recognised nothing, the model's main thing must be as like the text in meaning as the nearest archetype nearly is.
"""

from collections.abc import Sequence

import numpy as np

from domain.materials import CATALOGUE
from engine.archetypes import ARCHETYPES
from engine.language.encoder import encoder
from engine.planner.reading.nearest import ranking
from engine.planner.reading.reader import Understood
from engine.planner.reading.wanted import Wanted

AKIN = 0.55  # likeness of two archetypes that may stand for each other
LIKE_SHARE = 0.75  # so much of the likeness of the nearest archetype must the model's have
LIKE_LEAST = 0.15


def pairs_of(seen: Understood, things: Sequence[Wanted]) -> dict[int, int]:
    """Return for each thing that the reader named the number of the model's thing that stands for it, if any.

    The main thing pairs with the main thing only.
    """
    pairs: dict[int, int] = {}
    free = list(range(len(things)))
    for number, named in enumerate(seen.things):
        choices = [0] if number == 0 else [one for one in free if one]
        found = next((one for one in choices if things[one].archetype == named.archetype), None)
        if found is None:
            found = next((one for one in choices if is_akin(things[one].archetype, named.archetype)), None)
        if found is not None:
            pairs[number] = found
            free.remove(found)
    return pairs


def refusal_of(text: str, seen: Understood, things: Sequence[Wanted]) -> str:
    """Return why a model's reading of a text cannot be right, or an empty text."""
    main = _about_something_else(text, seen, things)
    return main or _lost(seen, things) or _against(seen, things)


def likeness_to(text: str, archetype: str) -> float:
    """Return how like a text an archetype is in meaning, a cosine."""
    ranked = {near.archetype: near.similarity for near in ranking(text[:400], most=len(ARCHETYPES))}
    if archetype in ranked or not ranked:
        return ranked.get(archetype, 0.0)
    told = encoder().embed([text[:400], _told(archetype)])
    return float(told[0] @ told[1])


def is_akin(one: str, other: str) -> bool:
    """Return whether two archetypes may stand for each other: the same shelf of the catalogue, or alike in meaning."""
    here, there = ARCHETYPES[one], ARCHETYPES[other]
    if here.design_type != there.design_type:
        return False
    if here.category == there.category and here.design_type != "object":
        return True
    told = encoder().embed([_told(one), _told(other)])
    return float(np.dot(told[0], told[1])) >= AKIN


def _told(archetype: str) -> str:
    return ARCHETYPES[archetype].about or archetype


def _about_something_else(text: str, seen: Understood, things: Sequence[Wanted]) -> str:
    main = things[0].archetype
    if seen.head.is_named:
        is_other = 0 not in pairs_of(seen, things)
        return f"gate: {main} is no {seen.things[0].archetype}" if is_other else ""
    like, best = likeness_to(text, main), max((near.similarity for near in ranking(text[:400], most=1)), default=0.0)
    is_far = like < max(LIKE_LEAST, LIKE_SHARE * best)
    return f"gate: {main} is unlike the text ({like:.2f}, nearest {best:.2f})" if is_far else ""


def _lost(seen: Understood, things: Sequence[Wanted]) -> str:
    """Return what the reader is sure of and the model left out."""
    if seen.head.is_named:
        pairs = pairs_of(seen, things)
        left = [named.archetype for number, named in enumerate(seen.things) if number not in pairs]
        if left:
            return f"gate: the text names {left[0]}, the reading does not"
    stated = seen.things or [seen.finish]
    kept = {name for thing in things for name in (*thing.materials, *thing.part_materials.values())}
    named = [name for thing in stated for name in (*thing.materials, *thing.part_materials.values())]
    lost = [name for name in named if name not in kept]
    return f"gate: the text names {lost[0]}, the reading does not" if lost else ""


def _against(seen: Understood, things: Sequence[Wanted]) -> str:
    """Return what the model wants although the text rules it out."""
    barred = {name for thing in seen.things for name in thing.excluded}
    for thing in things:
        used = {*thing.materials, *thing.part_materials.values(), *thing.features, *thing.counts}
        against = sorted(used & barred)
        if against:
            kind = "material" if against[0] in CATALOGUE else "part"
            return f"gate: the text rules out the {kind} {against[0]}, the reading wants it"
    return ""

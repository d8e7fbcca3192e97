"""What a name after "with" means: a thing that stands beside, or a part of what was named before, known or not."""

from functools import lru_cache

import numpy as np

from engine.archetypes import ARCHETYPES, Brief, draw
from engine.planner.reading.knowledge import rests
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.standing import box_of
from engine.planner.wording.links import HAS
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.spans import Span

_MUCH_LARGER = 4.0  # a thing so many times as large as what has it is a picture of it, or a toy: not a thing beside
_MACHINES = frozenset({"electronics", "appliance", "vehicle"})
_OPEN = frozenset({"interior", "building"})
# Each of these holds, carries or shows other things, whatever their names.
_HOLDERS = frozenset((
    "basket", "crate", "bowl", "tray", "shelf", "rack", "table", "desk", "cabinet", "bookshelf", "chest", "bag",
    "box", "toolbox", "wagon", "cart", "truck", "boat", "tree", "person", "man", "woman", "scene", "vase",
    "bottle", "jar", "bucket", "plate", "workbench", "island", "garden", "aquarium", "terrarium",
))  # fmt: skip


def is_its_part(owner: Wanted, noun: Span, phrase: Phrase) -> bool:
    """Return whether a word that can name a thing of its own means a part of its owner here.

    A shelf is a bookshelf, a brush is for paint and a letter is an envelope only where they stand alone; a machine with
    cameras, a lamp with a screen and a mug with a dragon have these themselves.
    """
    kind = ARCHETYPES[owner.archetype]
    if phrase.link == HAS and _is_room_of_a_thing(noun, owner):
        return True
    if phrase.link not in (HAS, "") or phrase.pronoun or kind.design_type in _OPEN or _holds(owner.archetype):
        return False
    if _has_another_name(noun, phrase):
        return True
    if phrase.link != HAS or rests(noun.meaning.thing, owner.archetype):
        return False
    is_machine = kind.design_type in _MACHINES or "lamp" in owner.archetype
    return (is_machine and bool(noun.meaning.part)) or _is_far_larger(noun.meaning.thing, owner.archetype)


def _is_room_of_a_thing(noun: Span, owner: Wanted) -> bool:
    """Return whether a word for a room is said of what has no rooms: the interior of a car, interior lighting."""
    is_room = ARCHETYPES[noun.meaning.thing].design_type == "interior"
    return is_room and ARCHETYPES[owner.archetype].design_type not in _OPEN


def _holds(archetype: str) -> bool:
    return not _HOLDERS.isdisjoint(archetype.split())


def _has_another_name(noun: Span, phrase: Phrase) -> bool:
    """Return whether a word is first of all a part, or stands behind one: a shelf, a handle wrap."""
    if noun.lemma == noun.meaning.thing:
        return False
    before = next((span for span in phrase.spans if span.end == noun.start), None)
    is_behind = before is not None and bool(before.meaning.part) and not before.meaning.is_adjective
    return len(noun.words) == 1 and (bool(noun.meaning.part) or is_behind)


def _is_far_larger(thing: str, owner: str) -> bool:
    return ARCHETYPES[thing].design_type == "object" and size_m_of(thing) > _MUCH_LARGER * size_m_of(owner)


@lru_cache(maxsize=1024)
def size_m_of(archetype: str) -> float:
    """Return the largest side of an archetype as it is drawn by itself."""
    brief = Brief(random=np.random.default_rng(0))
    return float(box_of(draw(archetype, brief).objects).size.max()) * brief.zoom[0]

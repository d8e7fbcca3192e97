"""Which things a room draws by itself: found by drawing it with them asked for, and looking."""

from functools import lru_cache

import numpy as np

from domain.spec import DesignObject
from engine.archetypes import ARCHETYPES, Brief, draw
from engine.planner.reading.knowledge import draws
from engine.planner.reading.lists import number_of
from engine.planner.wording.lexicon import PARTS
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.spans import Span
from engine.planner.wording.substances import MATERIALS
from engine.planner.wording.vocabulary import VOCABULARY


def has_own(archetype: str, noun: Span, phrase: Phrase) -> bool:
    """Return whether an archetype draws what a noun names; a room as many of it as the phrase says."""
    if ARCHETYPES[archetype].design_type == "interior":
        return furnishes(archetype, noun.lemma, noun.meaning.thing, number_of(phrase))
    is_called_for_stuff = " " in noun.lemma and noun.lemma.rpartition(" ")[2] in MATERIALS  # a drinking glass
    return (not is_called_for_stuff and draws(archetype, noun.lemma)) or draws(archetype, noun.meaning.thing)


@lru_cache(maxsize=4096)
def furnishes(room: str, noun: str, thing: str, number: int = 0) -> bool:
    """Return whether a room that is asked for a thing has it among its own, in that number."""
    if noun in ARCHETYPES[room].features or noun == "window":
        return True
    asked, last = frozenset({noun, thing, *noun.split()}), noun.rpartition(" ")[2]
    counts = {last: number} if number > 1 else {}
    pieces = {thing: asked, last: asked}
    brief = Brief(random=np.random.default_rng(0), words=asked, part_words=pieces, features=asked, counts=counts)
    objects = draw(room, brief).objects
    found = {one.part_of or one.id for one in objects if _is_meant(room, one, noun, thing)}
    is_counted = number < 2 or (last in brief.asked and last not in brief.clamped) or len(found) == number
    return bool(found) and is_counted


def _is_meant(room: str, one: DesignObject, noun: str, thing: str) -> bool:
    """Return whether an object of a room is of a thing: one from elsewhere as a whole, one of the room by its name.

    The cabinets of a kitchen are no filing cabinet; its sink is a kitchen sink.
    """
    words, whole = noun.split(), one.part_of.rpartition("_")[0]
    plain = " ".join(words[1:]) if len(words) > 1 and words[0] in room.split() else noun
    if whole and (whole in (noun, thing) or plain in whole.split()):
        return True
    if " " in plain:
        names = {plain, thing if " " in thing else plain}  # its hood is a cooker hood, its cabinet no filing cabinet
        return one.id.rpartition("_")[0].replace("_", " ") in names
    if whole and (_is_lit(whole) or not (draws(room, noun) or draws(room, thing))):
        return False  # a lamp's globe is none to look at, and the vase on a shelf is that of the shelf
    return _is_called(one, plain, thing, is_part=bool(whole))


def _is_lit(whole: str) -> bool:
    return "lamp" in whole or "chandelier" in whole


def _is_called(one: DesignObject, name: str, thing: str, *, is_part: bool) -> bool:
    """Return whether an object's name means the same; in a part of furniture all of it, elsewhere a word of it."""
    root = one.id.rpartition("_")[0].replace("_", " ")
    known = VOCABULARY.get(root)
    is_same = known is not None and bool(known.thing) and known.thing == thing
    names = {name, PARTS.get(name, name)}
    return is_same or root in names or (not is_part and not names.isdisjoint({one.type, *root.split()}))

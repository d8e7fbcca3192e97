"""What a name after "with" means: a thing that stands beside, or a part of what was named before, known or not."""

from functools import lru_cache

import numpy as np

from engine.archetypes import ARCHETYPES, Brief, draw
from engine.archetypes.brief import ALIKE
from engine.planner.reading.knowledge import draws, rests
from engine.planner.reading.lists import number_of
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.standing import box_of
from engine.planner.wording.lexicon import PARTS
from engine.planner.wording.links import HAS
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.spans import Span

_MUCH_LARGER = 4.0  # a thing so many times as large as what has it is a picture of it, or a toy: not a thing beside
_VERY_MUCH_LARGER = 10.0  # the same of a building or a vehicle
_MACHINES = frozenset({"electronics", "appliance", "vehicle"})
_OPEN = frozenset({"interior", "building"})
_MOUNTED = frozenset({"solar panel"})  # stands alone only where nothing has it
# Each of these holds, carries or shows other things, whatever their names.
_HOLDERS = frozenset((
    "basket", "crate", "bowl", "tray", "shelf", "rack", "table", "desk", "cabinet", "bookshelf", "chest", "bag",
    "box", "toolbox", "wagon", "cart", "truck", "boat", "tree", "person", "man", "woman", "scene", "vase",
    "bottle", "jar", "bucket", "plate", "workbench", "island", "garden", "aquarium", "terrarium",
))  # fmt: skip
_CHESSMEN = frozenset({"king", "queen", "knight", "bishop", "rook", "pawn", "castle", "horse"})
# What means a part of such a thing, though it names a thing of its own.
_OF_ITSELF = {
    "seat": frozenset({"vehicle"}), "cab": frozenset({"vehicle"}), "trunk": frozenset({"plant", "creature", "vehicle"}),
    "chest": frozenset({"creature"}), "crown": frozenset({"plant"}), "palm": frozenset({"creature"}),
}  # fmt: skip
_PRINTED = frozenset({"tableware", "textile", "clothing"})  # flowers are painted on it
_BUNCHES = frozenset({"vase", "jug", "glass", "bottle", "tumbler", "bucket", "basket"})


def is_its_part(owner: Wanted, noun: Span, phrase: Phrase) -> bool:
    """Return whether a word that can name a thing of its own means a part of its owner here.

    A shelf is a bookshelf, a brush is for paint and a letter is an envelope only where they stand alone; a machine with
    cameras, a lamp with a screen and a mug with a dragon have these themselves.
    """
    kind = ARCHETYPES[owner.archetype]
    if phrase.link == HAS and (_is_room_of_a_thing(noun, owner) or _is_wing(noun, owner)):
        return True
    if phrase.link == HAS and not phrase.pronoun and comes_with(owner, noun, phrase):
        return True
    if phrase.link == HAS and noun.meaning.thing == "flower" and kind.category in _PRINTED and not phrase.pronoun:
        return owner.archetype not in _BUNCHES
    is_worn = kind.category == "creature" and ARCHETYPES[noun.meaning.thing].category == "clothing"
    is_worn &= noun.meaning.thing != "umbrella"
    if phrase.link == HAS and is_worn and not phrase.pronoun:
        return True
    if phrase.link not in (HAS, "") or phrase.pronoun or kind.design_type in _OPEN:
        return False
    if phrase.link == HAS and ARCHETYPES[noun.meaning.thing].category == "machine part" and not _holds(owner.archetype):
        return True
    if phrase.link == HAS and noun.lemma == "shelf" and kind.design_type == "furniture":
        return True
    if _holds(owner.archetype):
        return _is_shown(noun.meaning.thing) and _is_far_larger(noun.meaning.thing, owner.archetype)
    if _has_another_name(noun, phrase):
        return not _is_ware_beside(owner.archetype, noun, phrase)
    if _is_load(noun, owner):
        return False
    if phrase.link != HAS or rests(noun.meaning.thing, owner.archetype):
        return False
    is_machine = kind.design_type in _MACHINES or "lamp" in owner.archetype
    is_part = bool(noun.meaning.part) or noun.meaning.thing in _MOUNTED
    return (is_machine and is_part) or _is_far_larger(noun.meaning.thing, owner.archetype)


def is_again(owner: Wanted, noun: Span, phrase: Phrase) -> bool:
    """Return whether a thing is in what is only another word for it, or means something of its owner.

    Ice cream in a cone, a knight in armour; a scooter's seat is no chair, an owl's chest none that is filled, the king
    of a chess set no man.
    """
    if owner.archetype == "chess set" and noun.lemma in _CHESSMEN:
        return True
    kind, own = ARCHETYPES[owner.archetype], _OF_ITSELF.get(noun.lemma, frozenset())
    if own & {kind.design_type, kind.category} and (phrase.is_definite or not phrase.has_determiner):
        return True
    is_same = noun.meaning.thing == owner.archetype and noun.lemma != owner.noun
    return is_same and phrase.link == "in" and kind.category != "solid"


def is_itself(owner: Wanted, noun: Span, phrase: Phrase) -> bool:
    """Return whether a word means its owner again, or what is inside of it, by another name.

    The turntable of a record player, the swings of a swing set, the shelves of a bookshelf, the pieces of a chess set.
    """
    kind = ARCHETYPES[owner.archetype]
    if noun.lemma == owner.noun or kind.category == "creature" or kind.design_type in _OPEN or phrase.pronoun:
        return False
    is_listed = phrase.link == "" and not phrase.has_determiner and not phrase.counts
    if noun.meaning.thing != owner.archetype:
        return is_called_after(owner.archetype, noun.lemma) and (phrase.link == HAS or is_listed)
    is_part = noun.lemma != owner.archetype and (bool(noun.meaning.part) or noun.lemma in owner.archetype.split())
    if phrase.link == HAS:
        return is_part or owner.noun.rpartition(" ")[2] not in _HOLDERS
    return is_listed and is_part


def _is_wing(noun: Span, owner: Wanted) -> bool:
    """Return whether a building comes with a part that can stand alone: a school with a clock tower."""
    are_buildings = {ARCHETYPES[one].design_type for one in (noun.meaning.thing, owner.archetype)} == {"building"}
    return are_buildings and " " in noun.lemma and noun.lemma.rpartition(" ")[2] in PARTS


def is_called_after(archetype: str, noun: str) -> bool:
    """Return whether a compound names a part of a thing after it: the chess pieces of a chess set."""
    first, _, last = noun.partition(" ")
    return bool(last) and first in archetype.split() and draws(archetype, last)


def comes_with(owner: Wanted, noun: Span, phrase: Phrase) -> bool:
    """Return whether a thing has such parts anyway, in the number that is said, if any is."""
    number = own_number(owner, noun.lemma)
    return number > 0 and number_of(phrase) in (0, number)


def own_number(owner: Wanted, part: str) -> int:
    """Return how many of a part a thing has anyway, by the name that it is called: a picnic table has two benches."""
    if ARCHETYPES[owner.archetype].design_type in _OPEN:
        return 0
    drawn = _parts_of(owner.archetype, owner.noun)
    return drawn.count(part) or drawn.count(ALIKE.get(part, part))


@lru_cache(maxsize=1024)
def _parts_of(archetype: str, name: str) -> tuple[str, ...]:
    """Return the names of the parts, and of the things among them, that are drawn of a thing that is called so."""
    objects = draw(archetype, Brief(random=np.random.default_rng(0), words=frozenset(name.split()))).objects
    ids = (*(one.id for one in objects), *{one.part_of for one in objects})
    return tuple(one.rpartition("_")[0].replace("_", " ") for one in ids)


def _is_room_of_a_thing(noun: Span, owner: Wanted) -> bool:
    """Return whether a word for a room is said of what is no room itself: the interior of a car, a house's bathroom."""
    is_room = ARCHETYPES[noun.meaning.thing].design_type == "interior"
    return is_room and ARCHETYPES[owner.archetype].design_type != "interior"


def _holds(archetype: str) -> bool:
    return not _HOLDERS.isdisjoint(archetype.split())


def _is_shown(archetype: str) -> bool:
    """Return whether a thing that is far larger than what has it is a picture of it: a dragon on a vase."""
    kind = ARCHETYPES[archetype]
    return kind.design_type == "building" or kind.category == "creature"


def _has_another_name(noun: Span, phrase: Phrase) -> bool:
    """Return whether a word is first of all a part, or stands behind one: a shelf, a handle wrap."""
    if noun.lemma == noun.meaning.thing:
        return False
    before = next((span for span in phrase.spans if span.end == noun.start), None)
    is_behind = before is not None and bool(before.meaning.part) and not before.meaning.is_adjective
    return len(noun.words) == 1 and (bool(noun.meaning.part) or is_behind)


def _is_ware_beside(archetype: str, noun: Span, phrase: Phrase) -> bool:
    """Return whether a number of cups and the like come with other ware that has none of its own."""
    categories = {ARCHETYPES[one].category for one in (archetype, noun.meaning.thing)}
    return categories == {"tableware"} and phrase.counts and not draws(archetype, noun.lemma)


def _is_load(noun: Span, owner: Wanted) -> bool:
    """Return whether a thing is what a vehicle carries: the barrels on a pickup."""
    is_carried = ARCHETYPES[noun.meaning.thing].category in ("container", "food", "plant", "luggage")
    return (
        is_carried and ARCHETYPES[owner.archetype].design_type == "vehicle" and not draws(owner.archetype, noun.lemma)
    )


def _is_far_larger(thing: str, owner: str) -> bool:
    """Return whether a thing cannot be meant at its size: an aquarium with a castle has a small one."""
    times = _MUCH_LARGER if ARCHETYPES[thing].design_type == "object" else _VERY_MUCH_LARGER
    return size_m_of(thing) > times * size_m_of(owner)


@lru_cache(maxsize=1024)
def size_m_of(archetype: str) -> float:
    """Return the largest side of an archetype as it is drawn by itself."""
    brief = Brief(random=np.random.default_rng(0))
    return float(box_of(draw(archetype, brief).objects).size.max()) * brief.zoom[0]

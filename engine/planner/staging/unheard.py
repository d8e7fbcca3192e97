"""What a text asks of a thing and its drawing does not have, though its register names it: told, never lost."""

import zlib
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache
from math import prod

import msgspec
import numpy as np
from msgspec.structs import replace as replaced

from domain.colors import COLORS
from domain.materials import CATALOGUE
from domain.spec import DesignObject
from engine.archetypes import ARCHETYPES, Brief, draw
from engine.archetypes.brief import SIZE_WORDS
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.leaving import is_called
from engine.planner.wording.lexicon import CONDITIONS, PAIRED, STYLE_WORDS
from engine.planner.wording.substances import MATERIALS
from engine.planner.wording.words import lemma

# A style that is a feature as well, and what the scene does with several of a thing.
_DONE_ELSEWHERE = frozenset({*STYLE_WORDS, "stack", "stacked", "pile", "piled", "row", "closed"})
_NEAR = 72  # of 255 in each channel: so near is a material to a colour that it stands for
_IN_NAME = frozenset({"stripe", "striped"})  # whose colour is asked for also where there are none
# What objects are called that are a feature by another name.
_ALSO: dict[str, tuple[str, ...]] = {
    "tower": ("belfry", "spire"), "pediment": ("frieze",), "step": ("stylobate",), "railing": ("bridge", "parapet"),
    "door": ("glazing",), "jet engine": ("engine",), "articulated": ("bellows",), "video": ("lens",),
    "button only": ("button",), "light": ("lamp", "headlight"),
}  # fmt: skip


def unheard(wanted: Wanted, brief: Brief, start: Brief, objects: Sequence[DesignObject]) -> list[str]:
    """Return the features, as said, that neither name an object nor a finish of the drawing, nor change it.

    `brief` is what the drawing was made by, and knows what it asked for; `start` is the same before that.
    """
    is_open = {"open", "open door"} if "closed" in brief.asked | brief.sought else set[str]()
    is_open |= {"pair"} if wanted.archetype in PAIRED else set()
    own = {*is_open, *_DONE_ELSEWHERE, *wanted.archetype.split(), *(brief.named - _IN_NAME)}
    asked = [name for name in wanted.wishes if name in wanted.features and name not in own]
    lost = [name for name in asked if not (_is_a_finish(name, wanted) or _is_there(name, wanted, objects))]
    if not lost:
        return []
    usual = _print_of(wanted.archetype, start)
    lost = [name for name in lost if not _change([name], wanted, start, usual)]
    if len(lost) > 1 and _change(lost, wanted, start, usual):
        return []  # two words for one thing: a desk that is adjustable, and for standing
    return [wanted.wishes[name] for name in lost]


def is_of_wall(wanted: Wanted, part: str) -> bool:
    """Return whether a part is the wall that a thing stands against, which is drawn when it has its place."""
    return part == "wall" and wanted.relation == "against"


def painted(wanted: Wanted, objects: Sequence[DesignObject]) -> tuple[list[DesignObject], list[str]]:
    """Return a thing of the colour and material that it is said to have; where nothing of it has them, they are told.

    A room has its walls in its colour.
    """
    now, missed = list(objects), list[str]()
    is_room = ARCHETYPES[wanted.archetype].design_type == "interior"
    for color, said in zip(wanted.colors, wanted.spoken.get("", ()), strict=False):
        if is_room and not _shows(now, color):
            now = [replaced(one, color=color) if one.id.startswith("wall_") else one for one in now]
        missed += [] if _shows(now, color) or (len(wanted.colors) > 1 and _is_near(now, color)) else [said]
    looks = [*wanted.part_colors.items(), *wanted.part_materials.items()]
    missed += [
        wanted.said.get(part, part) for part, look in looks if not (is_of_wall(wanted, part) or _shows(now, look))
    ]
    is_worked = bool(wanted.modifiers & CONDITIONS.keys())
    material = wanted.materials[0] if wanted.materials and not is_worked else ""
    if material and not (_shows(now, material) or any(_stands_for(one, material) for one in now)):
        named = (said for said, name in MATERIALS.items() if name == material and wanted.words.issuperset(said.split()))
        missed.append(next(named, material))
    return now, missed


def _shows(objects: Sequence[DesignObject], look: str) -> bool:
    return any(look in (one.color, one.material) or look in one.properties.values() for one in objects)


def _is_near(objects: Sequence[DesignObject], color: str) -> bool:
    """Return whether something is of a colour by what it is made of, or in one of its looks."""
    looks = [look for one in objects for look in (one.color or one.material, *one.properties.values())]
    colors = {CATALOGUE[look].albedo if look in CATALOGUE else look for look in looks if isinstance(look, str)}
    return any(_distance(color, other) < _NEAR for other in colors if other[:1] == "#" and len(other) == len(color))


def _distance(one: str, other: str) -> int:
    return max(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (1, 3, 5))


def _stands_for(one: DesignObject, material: str) -> bool:
    """Return whether an object is of the same substance, or of the palest of the family that a tint is put on."""
    own, said = CATALOGUE[one.material], CATALOGUE[material]
    return own.substance == said.substance or (own.family == said.family and bool(one.color))


def zoom_of(wanted: Wanted) -> tuple[float, list[str]]:
    """Return by how much a thing is scaled for words such as tall that its drawing takes no notice of.

    A room is not: it would have tall furniture. There the words are told, save that a room is as small as it can be.
    """
    words = [] if wanted.sizes else sorted(wanted.modifiers & SIZE_WORDS.keys())
    lost = [word for word in words if not _is_heeded(wanted.archetype, word)]
    if ARCHETYPES[wanted.archetype].design_type == "interior":
        return 1.0, [word for word in lost if SIZE_WORDS[word][0] != "all"]
    return prod(SIZE_WORDS[word][1] for word in lost), []


@lru_cache(maxsize=4096)
def is_styled(archetype: str, style: str) -> bool:
    """Return whether a thing looks otherwise in a style than in none."""
    plain = Brief(random=np.random.default_rng(0))
    said = replace(plain, random=deepcopy(plain.random), style_name=style)
    return _print_of(archetype, plain) != _print_of(archetype, said)


@lru_cache(maxsize=4096)
def _is_heeded(archetype: str, word: str) -> bool:
    """Return whether a thing is drawn otherwise for a word about its size."""
    plain = Brief(random=np.random.default_rng(0))
    said = replace(plain, random=deepcopy(plain.random), words=frozenset((word,)), modifiers=frozenset((word,)))
    return _print_of(archetype, plain) != _print_of(archetype, said)


def _is_a_finish(name: str, wanted: Wanted) -> bool:
    """Return whether a feature is a part of something, or a colour: a glass top, a red board."""
    said = wanted.wishes[name]
    is_look = any(word in COLORS or word in MATERIALS for word in (name, said))
    return is_look or bool({name.rsplit(maxsplit=1)[-1], lemma(said)} & {*wanted.part_materials, *wanted.part_colors})


def _is_there(name: str, wanted: Wanted, objects: Sequence[DesignObject]) -> bool:
    """Return whether an object is called so, or is made in such a form."""
    names = (name, lemma(wanted.wishes[name]), *_ALSO.get(name, ()))
    forms = {value for one in objects for value in one.properties.values() if isinstance(value, str)}
    return not forms.isdisjoint(name.split()) or any(is_called(one, each) for one in objects for each in names)


def _change(names: Sequence[str], wanted: Wanted, start: Brief, usual: int) -> bool:
    """Return whether a drawing is another one where features are not asked for, are ruled out, or asked for alone."""
    said = {word for name in names for word in (*name.split(), *wanted.wishes[name].split())}
    words, rest = frozenset(start.words) - said, start.modifiers - said
    unsaid = replace(start, words=words, features=start.features - {*names}, modifiers=rest)
    denied = replace(unsaid, excluded=start.excluded | {*names})
    if any(_print_of(wanted.archetype, one) != usual for one in (unsaid, denied)):
        return True
    plain = replace(start, words=frozenset(), features=frozenset(), modifiers=frozenset(), counts={})
    alone = replace(plain, words=frozenset(said), features=frozenset(names))
    return _print_of(wanted.archetype, alone) != _print_of(wanted.archetype, plain)


def _print_of(archetype: str, brief: Brief) -> int:
    """Return a number that two drawings share if they are the same."""
    fresh = replace(brief, random=deepcopy(brief.random), clamped={}, asked=set(), zoom=[1.0])
    return zlib.crc32(msgspec.json.encode(draw(archetype, fresh).objects))

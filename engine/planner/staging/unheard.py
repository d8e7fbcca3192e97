"""What a text asks of a thing and its drawing does not have, though its register names it: told, never lost."""

import zlib
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

import msgspec

from domain.colors import COLORS
from domain.spec import DesignObject
from engine.archetypes import Brief, draw
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.leaving import is_called
from engine.planner.wording.lexicon import STYLE_WORDS
from engine.planner.wording.substances import MATERIALS
from engine.planner.wording.words import lemma

# A style that is a feature as well, and what the scene does with several of a thing.
_DONE_ELSEWHERE = frozenset({*STYLE_WORDS, "stack", "stacked", "pile", "piled", "row", "closed"})
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
    own = {*_DONE_ELSEWHERE, *wanted.archetype.split(), *brief.named}
    asked = [name for name in wanted.wishes if name in wanted.features and name not in own]
    lost = [name for name in asked if not (_is_a_finish(name, wanted) or _is_there(name, wanted, objects))]
    if not lost:
        return []
    usual = _print_of(wanted.archetype, start)
    lost = [name for name in lost if not _change([name], wanted, start, usual)]
    if len(lost) > 1 and _change(lost, wanted, start, usual):
        return []  # two words for one thing: a desk that is adjustable, and for standing
    return [wanted.wishes[name] for name in lost]


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

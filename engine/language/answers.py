"""What a language model may answer: one type that is the schema it must write in and the check of what it wrote.

Every word is one of a list and every number has bounds, so that there is no answer in free words: a text that tries to
give the model orders can only ever choose other furniture.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Meta

from domain.colors import COLORS
from domain.materials import CATALOGUE
from engine.archetypes import ARCHETYPES
from engine.archetypes.styles import STYLES
from engine.planner.reading.wanted import Wanted
from engine.planner.wording.lexicon import FEATURES, MODIFIERS, PARTS

THINGS_MAX = 6
COPIES_MAX = 100
LENGTH_MM_MAX = 10_000_000


def _parts() -> set[str]:
    return set(PARTS.values()).union(*(one.parts for one in ARCHETYPES.values()))


def _features() -> set[str]:
    return set(FEATURES.values()).union(*(one.features.values() for one in ARCHETYPES.values()))


def _one_of(names: Iterable[str]) -> Any:
    return Literal[tuple(sorted(names))]


if TYPE_CHECKING:
    ArchetypeName = str
    MaterialName = str
    StyleName = str
    PartName = str
    FeatureName = str
    ColorName = str
    ModifierName = str
else:  # the lists are known only when everything that is drawn has registered itself
    ArchetypeName, MaterialName, StyleName = _one_of(ARCHETYPES), _one_of(CATALOGUE), _one_of(STYLES)
    PartName, FeatureName = _one_of(_parts()), _one_of(_features())
    ColorName, ModifierName = _one_of(COLORS), _one_of(MODIFIERS)

RelationName = Literal["on", "under", "beside", "around", "against", "in", "behind", "in front of", "above", "between"]
Length = Annotated[int, Meta(ge=1, le=LENGTH_MM_MAX)]


class _Closed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Nothing but the fields that are declared."""


class PartMaterial(_Closed, frozen=True):
    """What one part is made of."""

    part: PartName
    material: MaterialName


class PartColor(_Closed, frozen=True):
    """Which colour one part has."""

    part: PartName
    color: ColorName


class PartCount(_Closed, frozen=True):
    """How many there are of one part."""

    part: PartName
    number: Annotated[int, Meta(ge=1, le=24)]


class Sizes(_Closed, frozen=True):
    """Sizes that the text states, millimetres."""

    width: Length | msgspec.UnsetType = msgspec.UNSET
    height: Length | msgspec.UnsetType = msgspec.UNSET
    depth: Length | msgspec.UnsetType = msgspec.UNSET
    diameter: Length | msgspec.UnsetType = msgspec.UNSET
    length: Length | msgspec.UnsetType = msgspec.UNSET


class Thing(_Closed, frozen=True):
    """One thing to draw; `anchor` is the number of the thing that it relates to, from 0."""

    archetype: ArchetypeName
    count: Annotated[int, Meta(ge=1, le=COPIES_MAX)] = 1
    materials: Annotated[list[MaterialName], Meta(max_length=3)] = []
    part_materials: Annotated[list[PartMaterial], Meta(max_length=5)] = []
    colors: Annotated[list[ColorName], Meta(max_length=2)] = []
    part_colors: Annotated[list[PartColor], Meta(max_length=5)] = []
    features: Annotated[list[FeatureName], Meta(max_length=5)] = []
    without: Annotated[list[PartName], Meta(max_length=4)] = []
    part_counts: Annotated[list[PartCount], Meta(max_length=4)] = []
    modifiers: Annotated[list[ModifierName], Meta(max_length=4)] = []
    sizes_mm: Sizes = Sizes()
    relation: RelationName | msgspec.UnsetType = msgspec.UNSET
    anchor: Annotated[int, Meta(ge=0, lt=THINGS_MAX)] | msgspec.UnsetType = msgspec.UNSET


class Answer(_Closed, frozen=True):
    """How a model read a text; the first thing is what the text is about."""

    style: StyleName
    things: Annotated[list[Thing], Meta(min_length=1, max_length=THINGS_MAX)]


@lru_cache(maxsize=1)
def schema() -> dict[str, Any]:
    """Return the JSON schema of an answer."""
    return msgspec.json.schema(Answer)


def wanted_of(answer: Answer) -> list[Wanted]:
    """Return the things of an answer as the planner's reader would hand them on."""
    return [_wanted(thing, number) for number, thing in enumerate(answer.things)]


def _wanted(thing: Thing, number: int) -> Wanted:
    modifiers = set(thing.modifiers)
    return Wanted(
        archetype=thing.archetype,
        count=thing.count,
        relation="" if thing.relation is msgspec.UNSET else thing.relation,
        anchor=_anchor(thing, number),
        words=modifiers | set(thing.features),
        materials=list(dict.fromkeys(thing.materials)),
        part_materials={one.part: one.material for one in thing.part_materials},
        colors=[COLORS[name] for name in dict.fromkeys(thing.colors)],
        part_colors={one.part: COLORS[one.color] for one in thing.part_colors},
        features=list(dict.fromkeys(thing.features)),
        excluded=set(thing.without),
        counts={one.part: one.number for one in thing.part_counts},
        sizes=_metres(thing.sizes_mm),
        modifiers=modifiers,
        noun=thing.archetype,
        spoken=_spoken(thing),
    )


def _anchor(thing: Thing, number: int) -> int | None:
    """Return the thing that this one relates to, if it is an earlier one: circles cannot be drawn."""
    if thing.anchor is msgspec.UNSET or thing.relation is msgspec.UNSET or thing.anchor >= number:
        return None
    return thing.anchor


def _metres(sizes: Sizes) -> dict[str, float]:
    stated = {side: getattr(sizes, side) for side in sizes.__struct_fields__}
    return {side: length / 1000 for side, length in stated.items() if length is not msgspec.UNSET}


def _spoken(thing: Thing) -> dict[str, list[str]]:
    whole = {"": list(dict.fromkeys(thing.colors))} if thing.colors else {}
    return whole | {one.part: [one.color] for one in thing.part_colors}

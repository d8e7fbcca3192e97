"""What use and weather made of a thing: rust, greyed wood, clouded glass; and what of it is not drawn."""

from collections.abc import Sequence

from msgspec.structs import replace

from domain.materials import CATALOGUE
from domain.spec import DesignObject, Property
from engine.archetypes import ARCHETYPES
from engine.planner.reading.knowledge import reads
from engine.planner.reading.wanted import Wanted
from engine.planner.wording.lexicon import CONDITIONS
from engine.planner.wording.substances import GLASSWARE, finished

_SHEET = frozenset({"aluminium", "paint", "lacquer"})  # steel under its coat, as far as it rusts
_OUTDOORS = frozenset({"building", "vehicle", "furniture"})
_FADED = "chalk_paint"
_OF_METAL = frozenset({"vehicle", "appliance", "electronics", "object"})


def conditioned(objects: Sequence[DesignObject], wanted: Wanted) -> tuple[list[DesignObject], list[str]]:
    """Return the objects of a thing in the condition that the text says, and the words that changed nothing of it."""
    missed: list[str] = []
    now = list(objects)
    for word in sorted(wanted.modifiers & CONDITIONS.keys()):
        finish = CONDITIONS[word]
        before, now = now, [_in_condition(one, finish, wanted) for one in now]
        if now == before and not (reads(wanted.archetype, word) or any(_is_so(one.material, finish) for one in now)):
            missed.append(word)
    return now, missed


def _is_so(material: str, finish: str) -> bool:
    return bool(finish) and material == finished(material, finish)


def _in_condition(one: DesignObject, finish: str, wanted: Wanted) -> DesignObject:
    if not finish:
        return one
    material = _worked(one.material, finish, wanted)
    new: dict[str, Property] = {
        key: _worked(value, finish, wanted)
        for key, value in one.properties.items()
        if key.endswith("_material") and isinstance(value, str) and value in CATALOGUE
    }
    color = one.color if material == one.material else _faded(one) if material == _FADED else ""
    return replace(one, material=material, color=color, properties=one.properties | new)


def _faded(one: DesignObject) -> str:
    """Return the colour of what was painted: of red paint that is weathered, chalky red."""
    return one.color or CATALOGUE[one.material].albedo


def _worked(material: str, finish: str, wanted: Wanted) -> str:
    """Return what a material is in a condition; what the text says of a part alone stays."""
    if material in wanted.part_materials.values():
        return material
    kind = ARCHETYPES[wanted.archetype]
    is_sheet = CATALOGUE[material].substance in _SHEET and kind.design_type in _OF_METAL
    if finish == "rusty" and is_sheet:
        return "iron_rusty"
    if finish == "weathered" and CATALOGUE[material].substance == "paint" and kind.design_type in _OUTDOORS:
        return _FADED
    if finish == "frosted" and CATALOGUE[material].family == "ceramic" and kind.category in GLASSWARE:
        return "glass_frosted"
    return finished(material, finish) or material

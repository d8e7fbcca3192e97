"""One thing is drawn as the text says: without what it rules out, of what it allows, in the numbers it states."""

import zlib
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

import msgspec
import numpy as np

from domain.materials import CATALOGUE
from domain.spec import DesignObject, Property
from engine.archetypes import ARCHETYPES, Brief, Drawing, draw, fitted, scaled
from engine.planner.reading.exclusions import Denial
from engine.planner.reading.knowledge import draws
from engine.planner.reading.naming import plural
from engine.planner.reading.people import PERSON
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.arranging import arranged
from engine.planner.staging.conditions import conditioned
from engine.planner.staging.cramped import without_cramped
from engine.planner.staging.emptying import emptied_in_room, is_to_be_empty, unfurnished, without_contents
from engine.planner.staging.leaving import is_called, left_out, settled
from engine.planner.staging.room_looks import unseen_looks
from engine.planner.staging.sizing import at_size
from engine.planner.staging.unheard import is_of_wall, painted, unheard, zoom_of

_PEOPLE_MOST = 20
_ROOMS_OWN = frozenset({"floor", "wall", "rug", "curtain"})  # none of them stands on furniture


def brief_of(wanted: Wanted, *, style: str, seed: int, number: int = 0) -> Brief:
    """Return what a thing's archetype reads; `number` is its place in the text."""
    entropy = [abs(seed), zlib.crc32(wanted.archetype.encode()), *([number] if number else [])]
    return Brief(
        random=np.random.default_rng(entropy),
        style_name=style,
        words=frozenset(wanted.words),
        part_words={part: frozenset(words) for part, words in wanted.part_words.items()},
        materials=tuple(wanted.materials),
        part_materials=wanted.part_materials,
        colors=tuple(wanted.colors),
        part_colors=wanted.part_colors,
        palettes=wanted.palettes,
        features=frozenset(feature for feature in wanted.features if feature not in wanted.excluded),
        excluded=frozenset(wanted.excluded),
        counts=wanted.counts,
        sizes=wanted.sizes,
        modifiers=frozenset(wanted.modifiers),
        text=wanted.text,
    )


def drawn_of(wanted: Wanted, brief: Brief, *, spare: frozenset[str] = frozenset()) -> tuple[Drawing, list[str]]:
    """Return the drawing of a thing at its size, and what could not be obeyed, in the text's words.

    `spare` are archetypes that stand in the same scene in a number of their own: a room leaves out its own.
    """
    start = replace(brief, random=deepcopy(brief.random), clamped={}, asked=set(), zoom=[1.0])
    drawing, unmet = fitted(wanted.archetype, brief)
    missed = [wanted.said.get(part, part) for part in unmet if not is_of_wall(wanted, part)]
    plain, cramped = _roomed(wanted, drawing, start)
    missed += cramped
    zoom, unscaled = zoom_of(wanted)
    missed += unscaled
    objects = _without_own(scaled(plain, brief.zoom[0] * zoom), spare)
    if ARCHETYPES[wanted.archetype].design_type == "interior":
        objects, kept = _emptied_room(wanted, objects, brief)
        missed += kept
    elif is_to_be_empty(brief):
        objects, kept = without_contents(wanted.archetype, objects, brief)
        missed += kept
    if wanted.denials:
        objects, kept = left_out(
            objects, wanted.denials, lambda one: _is_obeyed(one, wanted.archetype, start, brief, plain)
        )
        missed += kept
    objects, unseen = conditioned(objects, wanted, brief)
    missed += unseen + unheard(wanted, brief, start, drawing.objects)
    objects, unpainted = painted(wanted, objects)
    missed += unpainted
    if wanted.arranged:
        objects, unplaced = arranged(objects, wanted.arranged, wanted.part_words)
        missed += unplaced
    drawing.objects[:] = at_size([_of_allowed(one, wanted, brief) for one in objects], wanted.sizes)
    return drawing, missed + _miscounted(wanted, brief, start, drawing.objects)


def _roomed(wanted: Wanted, drawing: Drawing, start: Brief) -> tuple[list[DesignObject], list[str]]:
    """Return the objects of a drawing; of a room whose size is stated those that it has room for, and the others."""
    if not wanted.sizes or ARCHETYPES[wanted.archetype].design_type != "interior":
        return list(drawing.objects), []
    roomy, _ = fitted(wanted.archetype, replace(start, random=deepcopy(start.random), sizes={}, zoom=[1.0]))
    kept, names = without_cramped(drawing.objects, roomy)
    return list(kept), names


def _emptied_room(
    wanted: Wanted, objects: Sequence[DesignObject], brief: Brief
) -> tuple[Sequence[DesignObject], list[str]]:
    """Return a room without its furniture where the text calls it empty, or only its bookshelf so."""
    if "empty" in wanted.modifiers:
        objects = unfurnished(wanted.archetype, objects, wanted.part_words)
    now, missed = emptied_in_room(objects, wanted.part_words, brief)
    return now, missed + unseen_looks(wanted, now)


def _without_own(objects: Sequence[DesignObject], spare: frozenset[str]) -> Sequence[DesignObject]:
    """Return a room without the things that the text puts there in a number of its own."""
    rest = [one for one in objects if not _is_among(spare, one.part_of.rpartition("_")[0])]
    if not spare or len(rest) == len(objects):
        return objects
    return settled(objects, rest, firm=_ROOMS_OWN) or objects


def _is_among(names: frozenset[str], thing: str) -> bool:
    """Return whether a thing is one of those that are named: four chairs stand in for the office chair, too."""
    return thing in names or thing.rpartition(" ")[2] in names


def _is_obeyed(denial: Denial, archetype: str, start: Brief, brief: Brief, plain: Sequence[DesignObject]) -> bool:
    """Return whether a drawing has no such part, or is another one where it is not denied."""
    names = {*denial.names, *denial.whole}
    if denial.materials:
        return not any(
            one.material in denial.materials and any(is_called(one, name) for name in names) for one in plain
        )
    if denial.whole and any(is_called(one, name) for one in plain for name in denial.whole):
        return False
    if not any(draws(archetype, name) for name in names):
        return True
    if names & brief.clamped.keys():
        return False
    freely = replace(start, excluded=start.excluded - names)
    asked = replace(freely, features=freely.features | names, counts=freely.counts | dict.fromkeys(names, 3))
    return any(_shape_of(archetype, other) != _shape(plain) for other in (freely, asked))


def _shape_of(archetype: str, brief: Brief) -> list[tuple[object, ...]]:
    return _shape(draw(archetype, replace(brief, random=deepcopy(brief.random), clamped={})).objects)


def _shape(objects: Sequence[DesignObject]) -> list[tuple[object, ...]]:
    return [(one.type, one.dimensions, one.position, one.properties) for one in objects]


def _of_allowed(one: DesignObject, wanted: Wanted, brief: Brief) -> DesignObject:
    """Return an object of what alone it may be made, and of nothing that is ruled out."""
    material = _allowed(one.material, wanted, brief)
    new: dict[str, Property] = {
        key: _allowed(value, wanted, brief)
        for key, value in one.properties.items()
        if key.endswith("_material") and isinstance(value, str) and value in CATALOGUE
    }
    if material == one.material and all(one.properties[key] == value for key, value in new.items()):
        return one
    color = one.color if material == one.material else ""
    return msgspec.structs.replace(one, material=material, color=color, properties=one.properties | new)


def _allowed(material: str, wanted: Wanted, brief: Brief) -> str:
    if wanted.only and material not in wanted.only:
        return wanted.only[0]
    said = (*wanted.materials, *wanted.part_materials.values())
    return material if material in said else brief.allowed(material)


def _miscounted(wanted: Wanted, brief: Brief, start: Brief, objects: Sequence[DesignObject]) -> list[str]:
    """Return the numbers of parts that are stated and not drawn, with the number that is."""
    missed = []
    for noun, number in wanted.counts.items():
        drawn = _number_of(noun, objects)
        if number in drawn or not _can_have(wanted.archetype, noun) or _follows(noun, wanted, brief, start):
            continue
        have = brief.clamped[noun][1] if noun in brief.clamped else max(drawn, default=0)
        missed.append(f"{number} {plural(noun, number)}" + (f": {have} drawn" if have else ""))
    return missed


def _can_have(archetype: str, noun: str) -> bool:
    """Return whether a drawing has such a part; what it has not is named elsewhere."""
    return noun == PERSON or draws(archetype, noun)


def _number_of(noun: str, objects: Sequence[DesignObject]) -> set[int]:
    """Return how many objects have a name, counted alone, by the last word, and by type."""
    roots = [one.id.rpartition("_")[0] for one in objects]
    name = noun.replace(" ", "_")
    wholes = {one.part_of for one in objects}
    things = [one for one in wholes if one.rpartition("_")[0] == noun]
    alike = [one for one in wholes if one.rpartition("_")[0].rpartition(" ")[2] == noun]
    alone = roots.count(name)
    last = sum(root.rpartition("_")[2] == name for root in roots)
    kind = sum(one.type.rpartition("_")[2] == name for one in objects)
    return {number for number in (alone, last, kind, len(things), len(alike)) if number}


def _follows(noun: str, wanted: Wanted, brief: Brief, start: Brief) -> bool:
    """Return whether the drawing would be another one with one more, or less: then its makers draw the number."""
    if noun in brief.clamped:
        return False
    most = _PEOPLE_MOST if noun == PERSON else 1  # a table for five is as long as one for six
    now = _drawn_with(noun, wanted, start, 0)
    return any(now != _drawn_with(noun, wanted, start, step) for step in (most, -1))


def _drawn_with(noun: str, wanted: Wanted, start: Brief, step: int) -> list[tuple[object, ...]]:
    counts = wanted.counts | {noun: wanted.counts[noun] + step}
    return _shape_of(wanted.archetype, replace(start, counts=counts))

"""Parts that the text rules out are left out of a drawing; what they carried comes down, and crumbs go with them.

Where the rest would float or fall over without them, the part stays, and the reading says so.
"""

from collections.abc import Callable, Sequence

import msgspec
import numpy as np

from domain.errors import GenerationFailed
from domain.spec import DesignObject, DesignSpec, Property, Reading
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner.reading.exclusions import Denial
from engine.planner.staging.hanging import lowered
from engine.planner.staging.standing import box_of
from engine.planner.wording.words import lemma

Objects = Sequence[DesignObject]
# What other drawings call a part: tried where nothing has the name itself.
_ALSO = {
    "seat": ("saddle", "cushion"), "plant": ("foliage", "pot"), "light": ("lamp", "headlight", "bulb"),
    "tyre": ("tire",), "chair": ("stool", "armchair"), "book": ("books",), "painting": ("picture",),
    "art": ("picture",), "artwork": ("picture",), "poster": ("picture",), "tv": ("television",),
    "decoration": ("ornament", "vase", "picture"), "glass": ("window", "lens"), "screen": ("display", "picture"),
    "strings": ("string",), "number": ("numeral",), "keyboard": ("key",), "feet": ("foot",), "foot": ("leg",),
}  # fmt: skip
_NUMBERS = frozenset({"drawers", "doors", "books", "buttons"})  # numbers of parts that a maker draws none of, too
_TOUCH_M = 0.004  # boxes nearer than this may touch


def left_out(
    objects: Objects, denials: Sequence[Denial], is_obeyed: Callable[[Denial], bool]
) -> tuple[Objects, list[str]]:
    """Return objects without what is denied, and what could not be left out, in the text's words.

    `is_obeyed` says of a denial that concerns no object whether the drawing has listened to it, or has no such part.
    """
    missed = []
    for denial in denials:
        rest = _without(objects, denial)
        if rest is None:
            missed += [] if is_obeyed(denial) else [denial.text]
        elif sound := settled(objects, rest):
            objects = sound
        else:
            missed.append(denial.text)
    return objects, list(dict.fromkeys(missed))


def _without(objects: Objects, denial: Denial) -> Objects | None:
    """Return the objects that are not denied; None where no object is concerned."""
    if denial.materials:
        return None
    names = {lemma(name) if " " not in name else name for name in denial.names}
    for is_meant in (is_called, _is_of_type, _is_also_called):
        gone = {one.id for one in objects if any(is_meant(one, name) for name in names)}
        kept = [_emptied(one, names) for one in objects if one.id not in gone]
        if gone or any(one is not other for one, other in zip(kept, objects, strict=False)):
            return kept
    return None


def is_called(one: DesignObject, name: str) -> bool:
    """Return whether an object or the thing it belongs to is called so."""
    root = one.id.rpartition("_")[0].replace(" ", "_")
    joined = name.replace(" ", "_")
    if one.part_of.rpartition("_")[0].replace(" ", "_") == joined:
        return True
    tokens = [lemma(token) for token in root.split("_")]
    return root == joined or joined in ("_".join(tokens), tokens[0], tokens[-1])


def _is_of_type(one: DesignObject, name: str) -> bool:
    tokens = one.type.split("_")
    return name in (one.type, tokens[-1]) and name not in ("box", "board", "plate", "panel", "body", "frame", "ring")


def _is_also_called(one: DesignObject, name: str) -> bool:
    return any(is_called(one, other) for other in _ALSO.get(name, ()))


def _emptied(one: DesignObject, names: set[str]) -> DesignObject:
    """Return an object whose maker does not draw what is denied, where the maker can be told so."""
    new: dict[str, Property] = {}
    for key, value in one.properties.items():
        noun = lemma(key.removeprefix("has_"))
        if key == "openings_m" and "window" in names and value:
            new[key] = []
        elif noun in names and ((value is True and key.startswith("has_")) or (key in _NUMBERS and value)):
            new[key] = False if value is True else 0
    if not new:
        return one
    own = one.properties | new
    if one.type == "cabinet" and not own.get("drawers", 0) and not own.get("doors", 2):
        return replaced(one, type="shelf_unit", properties={"shelves": max(1, round(one.dimensions.height / 0.4) - 1)})
    return replaced(one, properties=own)


def replaced(one: DesignObject, **fields: object) -> DesignObject:
    """Return an object with other values."""
    return msgspec.structs.replace(one, **fields)


def settled(before: Objects, rest: Objects) -> Objects | None:
    """Return what is left as it comes to stand, or None where it would not stand; geometry only where parts met."""
    if not rest:
        return None
    gone = [one for one in before if one.id not in {other.id for other in rest}]
    if not _met(gone, rest) and all(one in before for one in rest):
        return rest
    try:
        assembly = assemble(_spec_of(rest), quality="draft")
    except GenerationFailed:
        return None
    if not faults_of(assembly, _spec_of(rest)):
        return rest
    calm, moved = lowered(rest, assembly)
    return None if not calm or faults_of(moved, _spec_of(calm)) else calm


def _spec_of(objects: Objects) -> DesignSpec:
    return DesignSpec("", "", Reading("object", "", ""), "", tuple(objects))


def _met(gone: Objects, rest: Objects) -> bool:
    """Return whether anything that goes may have touched what stays."""
    stay = [box_of([one]) for one in rest]
    low, high = np.array([box.low for box in stay]), np.array([box.high for box in stay])
    for box in (box_of([one]) for one in gone):
        if ((low < box.high + _TOUCH_M) & (high > box.low - _TOUCH_M)).all(axis=1).any():
            return True
    return False

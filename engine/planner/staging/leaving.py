"""Parts that the text rules out are left out of a drawing; what they carried comes down, and crumbs go with them.

Where the rest would float or fall over without them, the part stays, and the reading says so.
"""

from collections.abc import Callable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from domain.spec import DesignObject, DesignSpec, Property, Reading
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner.reading.exclusions import Denial
from engine.planner.staging.hanging import lowered
from engine.planner.staging.standing import bounds_of
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
_PLAN = [0, 2]
_WIDE, _LIGHT = 0.5, 0.02  # of the sides of what stays, and of its volume, by boxes


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


def settled(before: Objects, rest: Objects, *, firm: frozenset[str] = frozenset()) -> Objects | None:
    """Return what is left as it comes to stand, or None where it would not stand; geometry only where parts met.

    `firm` are types of objects that stand without what goes, though they touch it: a room's floor below a desk.
    """
    if not rest:
        return None
    gone = [one for one in before if one.id not in {other.id for other in rest}]
    loose = [one for one in rest if one.type not in firm]
    is_kept = all(one in before for one in rest)
    if is_kept and (not _met(gone, loose).any() or _only_hung(gone, rest)):
        return rest
    near = _reached(gone, loose) if firm else set()
    few = _at_rest([one for one in rest if one.type in firm or one.id in near]) if near else None
    if few is not None and all(one in rest for one in few):
        stays = {one.id for one in few}
        return [one for one in rest if one.id not in near or one.id in stays]
    return _at_rest(rest)


def _only_hung(gone: Objects, rest: Objects) -> bool:
    """Return whether what goes is small, off the ground, and carried nothing: mirrors on a bus, a handle on a door.

    Each group of it touched a single object that stays, so the rest holds together without it; and the rest stands on
    so wide a foot that so little does not tip it.
    """
    low, high = bounds_of(rest)
    (gone_low, gone_high), foot = bounds_of(gone), low[:, 1].min() + _TOUCH_M
    feet = low[:, 1] <= foot
    span = (high[feet].max(axis=0) - low[feet].min(axis=0))[_PLAN]
    is_wide = bool((span >= _WIDE * (high.max(axis=0) - low.min(axis=0))[_PLAN]).all())
    is_light = _volume(gone_low, gone_high) <= _LIGHT * _volume(low, high)
    is_hung = gone_low[:, 1].min() > foot and not any(one.properties.get("held") for one in gone)
    if not (is_wide and is_light and is_hung):
        return False
    return all(_met(group, rest).sum() <= 1 for group in _groups(gone))


def _volume(low: NDArray[np.float64], high: NDArray[np.float64]) -> float:
    return float((high - low).prod(axis=1).sum())


def _groups(objects: Objects) -> list[list[DesignObject]]:
    """Return objects by whether their boxes meet, from one to the next."""
    left, groups = list(objects), list[list[DesignObject]]()
    while left:
        first = left[0]
        near = _reached([first], left[1:])
        groups.append([first, *(one for one in left[1:] if one.id in near)])
        left = [one for one in left[1:] if one.id not in near]
    return groups


def _at_rest(objects: Objects) -> Objects | None:
    """Return objects as they come to stand, without those that fall apart; None where the rest would not stand."""
    try:
        assembly = assemble(_spec_of(objects), quality="draft")
    except GenerationFailed:
        return None
    if not faults_of(assembly, _spec_of(objects)):
        return objects
    calm, moved = lowered(objects, assembly)
    return None if not calm or faults_of(moved, _spec_of(calm)) else calm


def _reached(gone: Objects, rest: Objects) -> set[str]:
    """Return the ids of what touched what goes, of what touches that, and so on."""
    near, new = set[str](), list(gone)
    while new:
        left = [one for one in rest if one.id not in near]
        new = [one for one, is_met in zip(left, _met(new, left), strict=True) if is_met]
        near.update(one.id for one in new)
    return near


def _spec_of(objects: Objects) -> DesignSpec:
    return DesignSpec("", "", Reading("object", "", ""), "", tuple(objects))


def _met(gone: Objects, rest: Objects) -> NDArray[np.bool_]:
    """Return of each object that stays whether it may have touched anything that goes."""
    if not gone or not rest:
        return np.zeros(len(rest), bool)
    (low, high), (lows, highs) = bounds_of(rest), bounds_of(gone)
    apart = (low[:, None] >= highs + _TOUCH_M) | (high[:, None] <= lows - _TOUCH_M)
    return np.array([not one.any(axis=1).all() for one in apart])

"""What becomes of objects that are meant: the edits for a look, a size, a place, a form, or a property by its words."""

import re
from functools import lru_cache

from domain.shapes import schema_of, table
from domain.spec import DesignObject, DesignSpec, Property
from domain.switching import Update
from domain.targets import Target
from engine.planner.editing import resizing
from engine.planner.editing.levels import releveled
from engine.planner.editing.looks import look_of, main_of, update_for
from engine.planner.editing.meant import Meant, Things
from engine.planner.editing.resizing import Edit, Resize
from engine.planner.wording.words import lemma

PAINTING = ("paint", "repaint", "colour", "color", "recolour", "recolor", "spray", "dye", "stain", "tint")
_JOIN = re.compile(r"^(?:in|into|to|out of|of|from|with|be|to be|using|as)\s+")
_OF_CORNERS = {"corner", "edge", "radius"}
_NAUGHT = re.compile(r"0+(?:[.,]0+)? ?[a-z\"']+")
_FLAGS = {"true": True, "on": True, "yes": True, "false": False, "off": False, "no": False}
_UNDYED = frozenset(("uncoloured", "uncolored", "unpainted", "its own color", "its own colour"))


def unjoined(what: str) -> str:
    """Return words without the small one that joins them to what they are about: out of oak."""
    return _JOIN.sub("", what.strip())


@lru_cache(maxsize=4096)
def says_something(what: str, *, is_painted: bool) -> bool:
    """Return whether words say how anything can be: most ways to cut a clause end here."""
    return bool(
        resizing.resize_of(what) or resizing.shift_of(what) or look_of(what, is_painted=is_painted)
        or what in _UNDYED or what in _forms()
        or _form_and_rest(what)
    )  # fmt: skip


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    kinds = (known for shape in table().shapes.values() for known in shape.properties.values())
    return frozenset(choice for known in kinds for choice in known.choices if choice)


def edits_for(spec: DesignSpec, chosen: Meant, what: str, verb: str) -> list[Edit] | None:
    """Return the edits by which objects become so; None where the words say nothing that is known."""
    if resize := resizing.resize_of(what):
        return resized(spec, chosen, resize)
    if way := resizing.shift_of(what):
        return resizing.shifted(chosen.things, way)
    if look := look_of(what, is_painted=verb in PAINTING):
        things = main_of(chosen.things, look) if chosen.is_whole else chosen.things
        return [(Target(object_id=one.id), update_for(one, look)) for one in things]
    if what in _UNDYED:
        return [(Target(object_id=one.id), Update(color="none")) for one in chosen.things]
    if cut := _form_and_rest(what):
        form, rest = cut
        both = _formed(chosen.things, form), edits_for(spec, chosen, rest, verb)
        return [*both[0], *both[1]] if both[0] and both[1] else None
    return _formed(chosen.things, what)


def resized(spec: DesignSpec, chosen: Meant, resize: Resize) -> list[Edit]:
    """Return the edits that give what is meant its size; the height of a seat is that of its top above the ground."""
    levels = None if chosen.is_whole else releveled(spec, chosen.things, resize)
    return levels or [edit for group in groups_of(chosen) for edit in resizing.resized(group, resize)]


def _form_and_rest(what: str) -> tuple[str, str] | None:
    """Return a form and what else is said beside it: turned brass, round and of glass."""
    first, _, rest = what.partition(" ")
    rest = unjoined(rest.removeprefix("and "))
    is_known = first in _forms() and bool(look_of(rest) or resizing.resize_of(rest))
    return (first, rest) if is_known else None


def _formed(things: Things, what: str) -> list[Edit] | None:
    """Return the edits that give objects a form that their kind has: turned legs, a round table top."""
    edits = []
    for one in things:
        fits = [name for name, known in schema_of(one.type).items() if known.kind == "choice" and what in known.choices]
        if len(fits) == 1:
            edits.append((Target(object_id=one.id), Update(properties={fits[0]: what})))
    return edits or None


def groups_of(chosen: Meant) -> list[Things]:
    """Return objects by what they belong to, each object by itself where it is named itself."""
    if not chosen.is_whole:
        return [(one,) for one in chosen.things]
    groups: dict[str, list[DesignObject]] = {}
    for one in chosen.things:
        groups.setdefault(one.part_of, []).append(one)
    return [tuple(group) for group in groups.values()]


def set_by_words(things: Things, name: str, text: str) -> list[Edit]:
    """Return the edits that set a property, by its words, of those objects whose kind has it."""
    words, edits = {lemma(word) for word in name.split()}, []
    for one in things:
        values: dict[str, Property] = {}
        for known, schema in schema_of(one.type).items():
            own = {lemma(word) for word in known.split("_")} - {"m", "deg", "is", "has"}
            value = _value(text, schema.kind, schema.unit)
            if value is not None and own and own <= words and words - own <= _OF_CORNERS:
                values[known] = value
        meant_here = {known: value for known, value in values.items() if known in one.properties} or values
        edits += [(Target(object_id=one.id), Update(properties=meant_here))] if values else []
    return edits


def _value(text: str, kind: str, unit: str) -> Property | None:
    if kind == "flag":
        return _FLAGS.get(text)
    if unit == "m" and _NAUGHT.fullmatch(text.strip()):
        return 0.0  # no radius, no gap: whether its kind allows that, the schema says
    lengths, rest = resizing.lengths_of(text)
    if unit == "m" and len(lengths) == 1 and not re.sub(r"§\d+§", "", rest).strip():
        return lengths[0].get("size")
    number = re.fullmatch(r"(\d+(?:\.\d+)?)(?: ?(?:°|degrees?))?", text.strip())
    if number and kind in ("number", "count"):
        return int(float(number[1])) if kind == "count" else float(number[1])
    return None

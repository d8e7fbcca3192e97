"""What a switch changes: material, colour, properties, size, place; held against catalogue and kind."""

import math
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from domain.colors import COLORS, near_colors
from domain.edits import PARTS, Change, Facet, applied, change_of, difference
from domain.errors import Invalid
from domain.materials import CATALOGUE
from domain.materials.naming import material_named
from domain.shapes import checked
from domain.spec import DesignObject, DesignSpec
from domain.targets import Target, found

SIZE_M_MIN, SIZE_M_MAX = 1e-4, 1e5
PLACE_M_MAX = 1e6
PROPERTIES_MAX = 64
SOFT = frozenset(("textile", "leather"))
"""Families of materials that cover cushions."""
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


class Update(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What becomes of the objects; what is not named stays.

    Attributes
    ----------
    material : str
        A name of the catalogue, or its words: "marble_black", "black marble".
    properties : dict
        Properties of the object's kind; None takes one away.
    color : str
        "#rrggbb", a word like "red", or "none" for the material's own.
    dimensions, position, rotation : dict
        Some of width, height, depth (metres); x, y, z (metres); x, y, z (degrees).
    """

    material: str | None = None
    properties: dict[str, Any] = {}
    color: str | None = None
    dimensions: dict[str, float] = {}
    position: dict[str, float] = {}
    rotation: dict[str, float] = {}


def changes_of(spec: DesignSpec, target: Target, update: Update) -> tuple[Change, ...]:
    """Return what an update changes; none where everything is so already.

    Raises
    ------
    Invalid
        No object is meant, the update says nothing, or a value is not allowed.
    Conflict
        An object is not editable.
    """
    if update == Update():
        raise Invalid("Say what to change: `material`, `properties`, `color`, `dimensions`, `position`", field="update")
    material = material_named(update.material) if update.material is not None else ""
    changes = [_change(thing, material, update) for thing in _alike(found(spec, target), material)]
    return tuple(change for change in changes if change)


def _alike(things: Sequence[DesignObject], material: str) -> Sequence[DesignObject]:
    """Return those of several parts that a material suits: chairs in walnut keep their cushions, in leather their legs.

    Where it suits none of them, all are meant.
    """
    if not material:
        return things
    suited = [thing for thing in things if _is_soft(thing.material) == _is_soft(material)]
    return suited or things


def _is_soft(material: str) -> bool:
    known = CATALOGUE.get(material)
    return known is not None and known.family in SOFT


def changes_of_all(spec: DesignSpec, edits: Sequence[tuple[Target, Update]]) -> tuple[Change, ...]:
    """Return what several edits change together, each made on what the one before left, in the order of the spec.

    Raises
    ------
    Invalid
        As `changes_of` does, for any of the edits.
    """
    if len(edits) == 1:
        return changes_of(spec, *edits[0])
    after = spec
    for target, update in edits:
        after = applied(after, changes_of(after, target, update))
    changes, _, _ = difference(spec, after)
    places = {thing.id: place for place, thing in enumerate(spec.objects)}
    return tuple(sorted(changes, key=lambda one: places[one.object_id]))


def _change(thing: DesignObject, material: str, update: Update) -> Change | None:
    if not thing.editable:
        raise Invalid("This object cannot be edited", object_id=thing.id, field="target")
    after: dict[str, Facet] = {"material": material} if material else {}
    if update.color is not None:
        after["color"] = _color(update.color)
    elif material and thing.color and material != thing.material:
        after["color"] = ""  # a tint was that of the material before
    for part in PARTS:
        after |= {f"{part}.{axis}": _measure(part, axis, value) for axis, value in getattr(update, part).items()}
    after |= _properties(thing, update.properties)
    return change_of(thing, after)


def _color(text: str) -> str:
    if text in ("", "none"):
        return ""
    named = COLORS.get(" ".join(text.casefold().replace("_", " ").split()))
    if named:
        return named
    if not _COLOR.fullmatch(text):
        near = near_colors(text)
        hint = f"; near are {', '.join(near)}" if near else ""
        raise Invalid(
            f"A colour is a word, or #rrggbb, or none for the material's own{hint}", field="update.color", near=near
        )
    return text.lower()


def _measure(part: str, axis: str, value: float) -> float:
    axes = PARTS[part].__struct_fields__
    field = f"update.{part}.{axis}"
    if axis not in axes:
        raise Invalid(f"`{part}` has {', '.join(axes)}", field=field, allowed=list(axes))
    if not math.isfinite(value):
        raise Invalid("A measure must be a finite number", field=field)
    low, high = {"dimensions": (SIZE_M_MIN, SIZE_M_MAX), "position": (-PLACE_M_MAX, PLACE_M_MAX)}.get(part, (-360, 360))
    if not low <= value <= high:
        raise Invalid(f"It must lie between {low:g} and {high:g}", field=field, minimum=low, maximum=high)
    return float(value)


def _properties(thing: DesignObject, properties: dict[str, Any]) -> dict[str, Facet]:
    if len(properties) > PROPERTIES_MAX:
        raise Invalid(f"At most {PROPERTIES_MAX} properties at once", field="update.properties")
    return {f"properties.{name}": _property(thing, name, value) for name, value in properties.items()}


def _property(thing: DesignObject, name: str, value: Any) -> Facet:
    if value is None:
        return None
    now = thing.properties.get(name)
    return (
        now if now is not None and now == value else checked(thing.type, name, value, f"update.properties.{name[:64]}")
    )

"""What the box of an object does not tell: how full it is, and which properties its kind has.

The table `shapes.json` is measured from the makers and the drawings: `python -m engine.shape_table` makes it anew.
"""

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from domain.errors import Invalid
from domain.materials.naming import material_named
from domain.spec import Property

FILE = Path(__file__).parent / "shapes.json"
TEXT_LENGTH_MAX = 200
FILL_UNKNOWN = 0.5
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
Kind = Literal["number", "count", "flag", "choice", "text", "material", "color", "numbers", "words"]


class PropertySchema(msgspec.Struct, frozen=True, omit_defaults=True):
    """One property of a kind of object: what its value may be."""

    kind: Kind
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    unit: str = ""  # m or deg; empty: a plain number
    length_max: int = 0  # of a list


class Shape(msgspec.Struct, frozen=True):
    """One kind of object: its solid volume and its surface as shares of those of its box, and its properties."""

    fill: float
    surface: float
    properties: dict[str, PropertySchema] = {}


class Table(msgspec.Struct, frozen=True):
    """All kinds."""

    digest: str  # of what it was measured from
    shapes: dict[str, Shape]


@lru_cache(maxsize=1)
def table() -> Table:
    """Return the table."""
    return msgspec.json.decode(FILE.read_bytes(), type=Table)


def fill_of(kind: str) -> float:
    """Return how much of its box an object of this kind fills, in (0, 1]; one half of an unknown kind."""
    shape = table().shapes.get(kind)
    return shape.fill if shape else FILL_UNKNOWN


def surface_of(kind: str) -> float:
    """Return the surface of an object of this kind, as a share of that of its box; 1 of an unknown kind."""
    shape = table().shapes.get(kind)
    return shape.surface if shape else 1.0


def schema_of(kind: str) -> Mapping[str, PropertySchema]:
    """Return the properties that a kind of object has; none of an unknown kind."""
    shape = table().shapes.get(kind)
    return shape.properties if shape else {}


def checked(kind: str, name: str, value: Any, field: str) -> Property:
    """Return a property's value as an object of this kind takes it.

    Raises
    ------
    Invalid
        The kind has no such property, or the value is not one of those allowed; the facts say which are.
    """
    known = schema_of(kind)
    one = known.get(name)
    if one is None:
        raise Invalid(
            f"{kind} has no property {name[:64]!r}; it has {', '.join(known) or 'none'}",
            field=field,
            allowed=list(known),
        )
    return _CHECKS[one.kind](one, value, field)


def _number(one: PropertySchema, value: Any, field: str) -> Property:
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if is_number and _is_within(one, value) and (one.kind == "number" or value == int(value)):
        return int(value) if one.kind == "count" else float(value)
    what = "a whole number" if one.kind == "count" else "a number"
    raise _refusal(field, f"{what} {_range(one)}", minimum=one.minimum, maximum=one.maximum, unit=one.unit)


def _flag(_: PropertySchema, value: Any, field: str) -> Property:
    if isinstance(value, bool):
        return value
    raise _refusal(field, "true or false")


def _choice(one: PropertySchema, value: Any, field: str) -> Property:
    if isinstance(value, str) and value in one.choices:
        return value
    raise _refusal(
        field, f"one of {', '.join(choice or 'an empty text' for choice in one.choices)}", allowed=one.choices
    )


def _text(_: PropertySchema, value: Any, field: str) -> Property:
    if isinstance(value, str) and len(value) <= TEXT_LENGTH_MAX and value.isprintable():
        return value
    raise _refusal(field, f"a text of at most {TEXT_LENGTH_MAX} printable characters")


def _material(_: PropertySchema, value: Any, field: str) -> Property:
    if not isinstance(value, str):
        raise _refusal(field, "the name of a material")
    return material_named(value) if value else value


def _color(_: PropertySchema, value: Any, field: str) -> Property:
    if isinstance(value, str) and (not value or _COLOR.fullmatch(value)):
        return value.lower()
    raise _refusal(field, "a colour like #a0b1c2, or empty")


def _numbers(one: PropertySchema, value: Any, field: str) -> Property:
    is_list = isinstance(value, list) and len(value) <= one.length_max
    if (
        is_list
        and all(isinstance(item, int | float) and not isinstance(item, bool) for item in value)
        and all(math.isfinite(item) and _is_within(one, item) for item in value)
    ):
        return [float(item) for item in value]
    raise _refusal(
        field, f"a list of at most {one.length_max} numbers {_range(one)}", minimum=one.minimum, maximum=one.maximum
    )


def _words(one: PropertySchema, value: Any, field: str) -> Property:
    if isinstance(value, list) and len(value) <= one.length_max and all(isinstance(item, str) for item in value):
        return [str(_text(one, item, field)) for item in value]
    raise _refusal(field, f"a list of at most {one.length_max} texts")


def _is_within(one: PropertySchema, value: float) -> bool:
    low = -math.inf if one.minimum is None else one.minimum
    high = math.inf if one.maximum is None else one.maximum
    return low <= value <= high


def _range(one: PropertySchema) -> str:
    unit = f" {one.unit}" if one.unit else ""
    return (
        f"from {one.minimum:g} to {one.maximum:g}{unit}" if one.minimum is not None and one.maximum is not None else ""
    )


def _refusal(field: str, what: str, **facts: Any) -> Invalid:
    return Invalid(f"`{field.removeprefix('update.')}` is {what.strip()}", field=field, **facts)


_CHECKS = {
    "number": _number, "count": _number, "flag": _flag, "choice": _choice, "text": _text, "material": _material,
    "color": _color, "numbers": _numbers, "words": _words,
}  # fmt: skip

"""What a validator says, in words that name the field and what is allowed."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import msgspec

from domain.errors import Invalid

_MISSING = re.compile(r"Object missing required field `(?P<name>[^`]+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<name>[^`]+)`")
_TYPE = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<got>[^`]+)`")
_BOUND = re.compile(r"Expected `(?P<wanted>[^`]+)` (?P<sign>>=|<=|>|<) (?P<bound>\S+)")
_LENGTH = re.compile(r"Expected `(?P<wanted>[^`]+)` of length (?P<sign>>=|<=|==) (?P<bound>\d+)")
_PATTERN = re.compile(r"Expected `str` matching regex '(?P<pattern>.*)'")
_CHOICE = re.compile(r"Invalid enum value (?P<value>.+?)(?: - at .*)?$")
_RANGE = re.compile(r"(?:Number|Integer value) out of range")
_TAIL = re.compile(r" - at (?P<key>`key` in )?`(?P<path>[^`]*)`$")

IN_WORDS = "in_words"
"""In `Meta(extra=…)` of a text with a pattern: what the pattern allows, as the end of "must be"."""
NAME_LENGTH_SHOWN = 100
_SHOWN = 40
"""Characters of a refused value that an answer repeats."""
_SIGNS = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than", "==": "exactly"}
_TYPES = {
    "int": "a whole number",
    "float": "a number",
    "str": "a text",
    "bool": "true or false",
    "object": "an object",
    "array": "a list",
    "null": "null",
    "datetime": "a time like 2026-01-31T12:00:00Z",
}


def reworded(key: str, message: str, data_type: Any = None, name: str | None = None) -> tuple[str, str]:
    """Return the field and a sentence about it, from a validator's key and message.

    `name` is the one at fault among the names of an object that has any: the validator does not tell which it is.
    """
    field = "" if key == "data" else key
    if name is not None and is_about_name(message):
        return _joined(field, shown_name(name)), _on_name(field, name, data_type)
    field = _joined(field.partition("[")[0], shown_name(name)) if name else field
    message = _TAIL.sub("", message)
    if found := _MISSING.search(message):
        field = _joined(field, found["name"])
        return field, f"The field `{field}` is missing"
    if found := _UNKNOWN.search(message):
        field = _joined(field, found["name"])
        return field, f"There is no field `{field}` here{_known(data_type, field)}"
    return field, _sentence(field, message, data_type)


def is_about_name(message: str) -> bool:
    """Tell whether a validator's message is about a name in an object that has any names, not about what it holds."""
    found = _TAIL.search(message)
    return found is not None and found["key"] is not None


def is_out_of_range(message: str) -> bool:
    """Tell whether a validator's message is about a number that no decoder takes."""
    return _RANGE.match(message) is not None


def place_of(message: str) -> str:
    """Return the field that a validator's message is about: `parameters.poly_budget`; empty for the whole."""
    found = _TAIL.search(message)
    return found["path"].removeprefix("$").lstrip(".") if found else ""


def _sentence(field: str, message: str, data_type: Any) -> str:
    subject = f"`{field}`" if field else "The body"
    if found := _LENGTH.search(message):
        unit = "item" if found["wanted"] in ("array", "object") else "character"
        many = "" if found["bound"] == "1" else "s"
        return f"{subject} must have {_SIGNS[found['sign']]} {found['bound']} {unit}{many}"
    if found := _BOUND.search(message):
        bounds = _bounds(data_type, field) or f"{_SIGNS[found['sign']]} {found['bound']}"
        return f"{subject} must be {_type(found['wanted'])}, {bounds}"
    if found := _PATTERN.search(message):
        words = _in_words(data_type, _parts(field))
        return f"{subject} must be {words}" if words else f"{subject} must match {found['pattern']}"
    if found := _CHOICE.search(message):
        allowed, given = allowed_values(data_type, field), _shortened(found["value"])
        if not allowed:
            return f"{subject} has a value not allowed: {given}"
        return f"{subject} must be one of: {', '.join(allowed)}, not {given}"
    if found := _TYPE.search(message):
        if not field and found["got"] == "null":
            return f"The body is missing; send {_type(found['wanted'])} as JSON"
        got = "one with a fraction" if (found["wanted"], found["got"]) == ("int", "float") else _type(found["got"])
        return f"{subject} must be {_type(found['wanted'])}, not {got}"
    if is_out_of_range(message):
        return f"{subject} is a number out of range"
    return f"{subject} is missing, or has a value that is not allowed"


def _on_name(field: str, name: str, data_type: Any) -> str:
    words = _in_words(data_type, _parts(field), is_name=True)
    said = f"must be {words}" if words else "is not allowed"
    return f"The name {_shortened(shown_name(name))} in `{field}` {said}"


def _in_words(data_type: Any, parts: list[str], *, is_name: bool = False) -> str:
    """Return what the pattern of a text, or of the names in an object, allows; empty where nobody has said it."""
    node = None if data_type is None else msgspec.inspect.type_info(data_type)
    for part in parts:
        node = _step(node, part)
    node = getattr(_bare(node), "key_type", None) if is_name else node
    members = node.types if isinstance(node, msgspec.inspect.UnionType) else (node,)
    told = [one.extra or {} for one in members if isinstance(one, msgspec.inspect.Metadata)]
    return next((str(one[IN_WORDS]) for one in told if IN_WORDS in one), "")


def shown_name(name: str) -> str:
    """Return a name as it was sent, without what cannot be shown, and cut where it is long."""
    return "".join(letter for letter in name[:NAME_LENGTH_SHOWN] if letter.isprintable())


def _shortened(value: str) -> str:
    """Return a value as it was given, its end left out where it is long."""
    text = value.strip("'")
    return f"`{text}`" if len(text) <= _SHOWN else f"`{text[: _SHOWN - 1]}…`"


def _bounds(data_type: Any, path: str) -> str:
    """Return the range that a number must lie in: `at least 4 and at most 100`; empty where that cannot be told."""
    if data_type is None:
        return ""
    node = _node(msgspec.inspect.type_info(data_type), _parts(path))
    members = node.types if isinstance(node, msgspec.inspect.UnionType) else (node,)
    numbers = [_bare(member) for member in members]
    for number in numbers:
        if isinstance(number, msgspec.inspect.IntType | msgspec.inspect.FloatType):
            limits = ((">=", number.ge), (">", number.gt), ("<=", number.le), ("<", number.lt))
            return " and ".join(f"{_SIGNS[sign]} {limit}" for sign, limit in limits if limit is not None)
    return ""


def allowed_values(data_type: Any, path: str) -> list[str]:
    """Return the values that a field with choices takes; empty where that cannot be told."""
    if data_type is None:
        return []
    found = _node(msgspec.inspect.type_info(data_type), _parts(path))
    members = found.types if isinstance(found, msgspec.inspect.UnionType) else (found,)
    return [str(value) for node in members for value in _values(_bare(node))]


def _parts(path: str) -> list[str]:
    return [part for part in re.split(r"[.\[]", path) if part]


def _values(node: msgspec.inspect.Type | None) -> tuple[Any, ...]:
    if isinstance(node, msgspec.inspect.LiteralType):
        return tuple(sorted(node.values, key=lambda value: (isinstance(value, str), value)))
    if isinstance(node, msgspec.inspect.EnumType):
        return tuple(member.value for member in node.cls)
    return ()


def _node(node: Any, parts: list[str]) -> Any:
    for part in parts:
        node = _step(node, part)
    return _bare(node)


def _bare(node: Any) -> Any:
    while isinstance(node, msgspec.inspect.Metadata):
        node = node.type
    return node


def _step(node: Any, part: str) -> Any:
    node = _bare(node)
    if isinstance(node, msgspec.inspect.UnionType):
        return next((found for member in node.types if (found := _step(member, part)) is not None), None)
    if isinstance(node, msgspec.inspect.StructType):
        return next((field.type for field in node.fields if field.encode_name == part), None)
    return getattr(node, "item_type", None) or getattr(node, "value_type", None)


def _known(data_type: Any, field: str) -> str:
    """Return what was perhaps meant by a field that is not there, and what there is."""
    names = _names(data_type, field)
    if not names:
        return ""
    near = get_close_matches(_parts(field)[-1], names, n=1)
    known = f"nown are: {', '.join(names)}"
    return f", did you mean `{near[0]}`? K{known}" if near else f"; k{known}"


def _names(data_type: Any, field: str) -> list[str]:
    """Return the fields that there are where `field` was looked for."""
    node = _node(msgspec.inspect.type_info(data_type), _parts(field)[:-1]) if data_type is not None else None
    return [known.encode_name for known in node.fields] if isinstance(node, msgspec.inspect.StructType) else []


def _type(name: str) -> str:
    return " or ".join(_TYPES.get(part.strip(), part.strip()) for part in name.split("|"))


def _joined(*parts: str) -> str:
    return ".".join(part for part in parts if part)


def unknown_name(what: str, name: str, known: Sequence[str]) -> Invalid:
    """Return the error for a name that is not known here; it says which are, and which one was perhaps meant."""
    named = shown_name(name)
    near = get_close_matches(named, known, n=1)
    meant = f", did you mean `{near[0]}`? Known are" if near else "; known are"
    there = ", ".join(known) or "none"
    return Invalid(f"There is no {what} `{named}` here{meant}: {there}", field=named, allowed=[*known])

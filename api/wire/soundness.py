"""What a JSON body may not hold although decoders take it: a name twice in one object, a number that cannot be kept."""

import json
import re
from collections.abc import Iterator
from math import inf, isfinite
from typing import Any

from api.wire.wording import shown_name
from domain.errors import Invalid

WHOLE_MIN, WHOLE_MAX = -(2**63), 2**63 - 1
"""Databases and messages keep whole numbers in 64 bits."""
_LONG = re.compile(rb"\d{19}")
_DIGITS_MAX = 20
_OUT_OF_RANGE = "is a number out of range"
_TOO_LARGE = f"is a whole number out of range: at least {WHOLE_MIN} and at most {WHOLE_MAX}"
_TWICE = "stands there twice"


class _Pairs(list[tuple[str, Any]]):
    """An object with its names as they were sent."""


class _Twice(Exception):
    """A name stands twice in an object."""


def require_sound(body: bytes) -> None:
    """Let no body through that a decoder takes and that is not what was meant.

    Raises
    ------
    Invalid
        A name stands twice in an object, or a whole number has more than 64 bits; it is named.
    """
    if _LONG.search(body) is None and not _has_name_twice(body):
        return
    for place, words in _troubles(_read(body, _Pairs)):
        raise _refused(place, words)


def require_finite(body: bytes) -> None:
    """Refuse a body with a number that no decoder takes, and name it.

    Raises
    ------
    Invalid
        There is such a number.
    """
    for place, words in _troubles(_read(body, _Pairs)):
        if words != _TWICE:
            raise _refused(place, words)


def plain(body: bytes) -> Any:
    """Return a JSON body as plain values, whatever its numbers are: infinite where they are out of range."""
    return _read(body, dict)


def _read(body: bytes, pairs_to: Any) -> Any:
    return json.JSONDecoder(object_pairs_hook=pairs_to, parse_int=_whole).decode(body.decode())


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= _DIGITS_MAX else -inf if digits.startswith("-") else inf


def _has_name_twice(body: bytes) -> bool:
    try:
        _ONCE.decode(body.decode())
    except _Twice:
        return True
    return False


def _once(pairs: list[tuple[str, Any]]) -> None:
    if len(dict(pairs)) != len(pairs):
        raise _Twice


_ONCE = json.JSONDecoder(object_pairs_hook=_once)


def _troubles(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Tell each thing in `value` that is refused: where it stands, and what it is."""
    match value:
        case _Pairs():
            met = set[str]()
            for name, inner in value:
                here = f"{place}.{shown_name(name)}".removeprefix(".")
                if name in met:
                    yield here, _TWICE
                met.add(name)
                yield from _troubles(inner, here)
        case list():
            for index, inner in enumerate(value):
                yield from _troubles(inner, f"{place}[{index}]")
        case float() if not isfinite(value):
            yield place, _OUT_OF_RANGE
        case int() if not WHOLE_MIN <= value <= WHOLE_MAX:
            yield place, _TOO_LARGE


def _refused(place: str, words: str) -> Invalid:
    if not place:
        return Invalid(f"The body {words}")
    message = f"`{place}` {words}"
    return Invalid(message, field=place, fields=[{"field": place, "message": message}])

"""Lengths in the text, metric and imperial, and the sides that they are of."""

import re

_UNITS: dict[str, float] = {
    "mm": 0.001, "millimetre": 0.001, "millimeter": 0.001, "cm": 0.01, "centimetre": 0.01, "centimeter": 0.01,
    "m": 1.0, "metre": 1.0, "meter": 1.0, "km": 1000.0, "kilometre": 1000.0, "kilometer": 1000.0, "in": 0.0254,
    "inch": 0.0254, "inche": 0.0254, "\"": 0.0254, "″": 0.0254, "ft": 0.3048, "foot": 0.3048, "feet": 0.3048,
    "'": 0.3048, "′": 0.3048, "yd": 0.9144, "yard": 0.9144,
}  # fmt: skip
_AXES: dict[str, str] = {
    "tall": "height", "high": "height", "height": "height", "wide": "width", "width": "width", "across": "diameter",
    "deep": "depth", "depth": "depth", "long": "length", "length": "length", "diameter": "diameter",
    "thick": "depth", "in diameter": "diameter", "in height": "height", "in length": "length", "in width": "width",
}  # fmt: skip
_NUMBER = r"(\d{1,6}(?:[.,]\d{1,4})?)"
_UNIT = (
    r"(millimet(?:re|er)s?|centimet(?:re|er)s?|kilomet(?:re|er)s?|met(?:re|er)s?|inch(?:es)?|feet|foot|yards?"
    r"|mm|cm|km|ft|in|yd|m|[\"'″′])(?![^\W\d_])"
)
_BY = r"\s*(?:x|×|by|\*)\s*"
_AXIS = (
    r"(in diameter|in height|in length|in width|tall|high|wide|across|deep|long|thick"
    r"|height|width|depth|length|diameter)"
)
_BOX = re.compile(
    rf"(?<!\w){_NUMBER}\s*(?:{_UNIT})?{_BY}{_NUMBER}\s*(?:{_UNIT})?(?:{_BY}{_NUMBER}\s*)?{_UNIT}", re.IGNORECASE
)
_FEET = re.compile(
    r"(?<!\w)(\d{1,4})\s*(?:ft|feet|foot|'|′)\s*(\d{1,2})\s*(?:in|inch|inches|\"|″)?(?!\w)" + rf"\s*{_AXIS}?",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?<!\w){_NUMBER}\s*{_UNIT}\s*{_AXIS}?(?!\w)", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(height|width|depth|length|diameter)\s*(?:of|:|=|is)?\s*(?:about\s+)?{_NUMBER}\s*{_UNIT}", re.IGNORECASE
)
SMALLEST_M, LARGEST_M = 0.001, 10_000.0


def sizes_of(text: str) -> tuple[dict[str, float], str]:
    """Return the stated sides in metres (width, height, depth, length, diameter, size), and the text without them.

    Two sides "2 x 1 m" are width and depth, three are width, depth and height.
    """
    sizes: dict[str, float] = {}
    for pattern, read in ((_BOX, _read_box), (_BEFORE, _read_before), (_FEET, _read_feet), (_AFTER, _read_after)):
        for match in pattern.finditer(text):
            for side, value in read(match).items():
                sizes.setdefault(side, min(max(value, SMALLEST_M), LARGEST_M))
        text = pattern.sub(" , ", text)
    return sizes, text


def _length(number: str, unit: str) -> float:
    word = unit.casefold()
    factor = _UNITS.get(word) or _UNITS[word.removesuffix("s") if word != "inches" else "inch"]
    return float(number.replace(",", ".")) * factor


def _read_box(match: re.Match[str]) -> dict[str, float]:
    first, unit_1, second, unit_2, third, unit = match.groups()
    sides = {"width": _length(first, unit_1 or unit_2 or unit), "depth": _length(second, unit_2 or unit)}
    return sides | ({"height": _length(third, unit)} if third else {})


def _read_before(match: re.Match[str]) -> dict[str, float]:
    axis, number, unit = match.groups()
    return {_AXES[axis.casefold()]: _length(number, unit)}


def _read_feet(match: re.Match[str]) -> dict[str, float]:
    feet, inches, axis = match.groups()
    return {_AXES.get((axis or "").casefold(), "size"): int(feet) * 0.3048 + int(inches) * 0.0254}


def _read_after(match: re.Match[str]) -> dict[str, float]:
    number, unit, axis = match.groups()
    return {_AXES.get((axis or "").casefold(), "size"): _length(number, unit)}

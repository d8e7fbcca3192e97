"""Lengths in the text, metric and imperial, and the sides that they are of."""

import re
from collections.abc import Callable

from engine.planner.wording.words import SIZE_MARK

Sides = dict[str, float]
AREA = "area_m2"
SMALLEST_M, LARGEST_M = 0.001, 10_000.0
_EXACT = 1e-6
_UNITS: dict[str, float] = {
    "mm": 0.001, "millimetre": 0.001, "millimeter": 0.001, "cm": 0.01, "centimetre": 0.01, "centimeter": 0.01,
    "dm": 0.1, "m": 1.0, "metre": 1.0, "meter": 1.0, "mètre": 1.0, "metro": 1.0, "km": 1000.0, "kilometre": 1000.0,
    "kilometer": 1000.0, "in": 0.0254, "inch": 0.0254, "zoll": 0.0254, "pouce": 0.0254, "\"": 0.0254, "ft": 0.3048,
    "foot": 0.3048, "feet": 0.3048, "'": 0.3048, "yd": 0.9144, "yard": 0.9144, "mile": 1609.344,
}  # fmt: skip
_AXES: dict[str, str] = {
    "tall": "height", "high": "height", "height": "height", "wide": "width", "width": "width", "across": "diameter",
    "deep": "depth", "depth": "depth", "long": "length", "length": "length", "diameter": "diameter",
    "thick": "thickness", "thickness": "thickness", "breadth": "width", "hoch": "height", "breit": "width",
    "tief": "depth", "lang": "length", "deeper": "depth", "wider": "width",
    "taller": "height", "higher": "height", "longer": "length", "thicker": "thickness",
    "h": "height", "w": "width", "d": "depth", "l": "length",
}  # fmt: skip
_NUMBER_WORDS = {
    "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
    "eight": 8.0, "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "fifteen": 15.0, "twenty": 20.0,
    "fourteen": 14.0, "sixteen": 16.0, "eighteen": 18.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0,
    "ninety": 90.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "hundred": 100.0, "half a": 0.5, "half": 0.5,
    "a hundred": 100.0, "a quarter of a": 0.25, "a couple of": 2.0,
}  # fmt: skip
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,9})?|\d{1,3} \d/\d{1,2}|\d{1,3}/\d{1,2}|\d{1,15}(?:[.,]\d{1,9})?)"
_NUMBER = rf"({_DIGITS})"
_UNIT_NAMES = (
    r"millimet(?:re|er)s?|centimet(?:re|er)s?|kilomet(?:re|er)s?|met(?:re|er)s?|mètres?|metros?|inch(?:es)?|feet|foot"
    r"|yards?|miles?|zoll|pouces?|mm|cm|dm|km|ft|in|yd|m|[\"']"
)
_UNIT = rf"({_UNIT_NAMES})(?![^\W\d_])(?:\.(?=\s*[x×,;:)]|\s+(?-i:[a-z0-9])))?"
_BY = r"\s*(?:x|×|by|\*)\s*"
_ABOUT = (
    r"(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|~|nearly|almost|up to|at least|at most"
    r"|max\.?|maximum|no more than|not more than|less than|etwa|environ)\s+"
)
_NOUN_AXIS = r"(?:in |of )?(?:height|width|depth|length|diameter|thickness|breadth)"
_AXIS = rf"({_NOUN_AXIS}|tall|high|wide|across|deep|long|thick|hoch|breit|tief|lang|h(?!\w)|w(?!\w)|d(?!\w)|l(?!\w))"
_BOX = re.compile(
    rf"(?<!\w){_NUMBER}\s*(?:{_UNIT})?{_BY}{_NUMBER}\s*(?:{_UNIT})?(?:{_BY}{_NUMBER}\s*)?{_UNIT}", re.IGNORECASE
)
_FEET = re.compile(
    rf"(?:{_ABOUT})?(?<!\w)(\d{{1,4}})\s*(?:ft\.?|feet|foot|')\s*(?:and\s+)?(\d|1[01])\s*(?:inches|inch|in|\")?(?!\w)"
    rf"\s*{_AXIS}?",
    re.IGNORECASE,
)
_INCHES = re.compile(
    rf"(?<![\w.,/])(\d{{1,4}})\s*(?:ft\.?|feet|foot|')\s*(?:and\s+)?(\d|1[01])(?:\s*(?:inches|inch|in|\")(?!\w)|(?={_BY}\d))",
    re.IGNORECASE,
)
_AND_HALF = re.compile(
    rf"(?<![\w.,/])(\d{{1,4}})[\s\u2060]+and a half(?=[\s\u2060]+(?:{_UNIT_NAMES})(?!\w))", re.IGNORECASE
)
_RANGE = re.compile(
    rf"(?:between\s+)?(?<![\w.,]){_NUMBER}\s*(?:{_UNIT_NAMES})?\s*(?:-|–|to|and|or)\s*{_NUMBER}\s*{_UNIT}\s*{_AXIS}?(?!\w)",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?:{_ABOUT})?(?<![\w]){_NUMBER}\s*{_UNIT}\s*{_AXIS}?(?!\w)", re.IGNORECASE)
_AT_MOST = re.compile(
    rf"\b(?:(?:must|may|should|can)\s?n[o']t be|no|not|cannot be)\s+"
    rf"(deeper|wider|taller|higher|longer|thicker)\s+than\s+{_NUMBER}\s*{_UNIT}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(height|width|depth|length|diameter|thickness|[hwdl](?=[:=\s]))\s*(?:of|:|=|is)?\s*(?:{_ABOUT})?{_NUMBER}\s*{_UNIT}",
    re.IGNORECASE,
)
_AREA = re.compile(
    rf"(?:{_ABOUT})?(?<!\w){_NUMBER}\s*(sq\.?\s?ft|sq\.?\s?m|sqft|sqm|ft2|ft²|m2|m²|qm|square\s+(?:feet|foot)|square\s+met(?:re|er)s?"
    r"|quadratmeter|m[eè]tres carrés|metros cuadrados)(?!\w)",
    re.IGNORECASE,
)
_JOINED = re.compile(rf"(?<=\d)\u2060 (?=(?:{_UNIT_NAMES})(?!\w))", re.IGNORECASE)
_JOINED_AXIS = re.compile(rf"(\d\s?(?:{_UNIT_NAMES}))\u2060 ", re.IGNORECASE)
_METRES_AND = re.compile(r"(?<![\w.,])(\d)\s?m\s?(\d{2})(?!\w)")  # 1m80
_SPELLED = "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
_LONG_UNITS = (
    r"(millimet(?:re|er)s?|centimet(?:re|er)s?|kilomet(?:re|er)s?|met(?:re|er)s?|inch(?:es)?|feet|foot|yards?|miles?"
    r"|cm|mm|km)"
)
_IN_WORDS = re.compile(rf"\b({_SPELLED})(\s+and a half)?[\s\u2060]+{_LONG_UNITS}(\s+and a half)?\b", re.IGNORECASE)


def sizes_of(text: str) -> tuple[list[Sides], str]:
    """Return the stated sides in metres, one entry for each place, and the text with §n§ at these places.

    Sides are width, height, depth, length, diameter, thickness, or size: nobody said which; an area is in m². Of
    "2 x 1 m" they are width and depth, of three width, depth and height. Of a range the middle counts.
    """
    found: list[Sides] = []
    return found, _read(text, found, [])


def beyond_in(text: str) -> list[str]:
    """Return sizes that are smaller or larger than what is drawn, as said, with the size that is drawn."""
    beyond: list[str] = []
    _read(text, [], beyond)
    return beyond


def _read(text: str, found: list[Sides], beyond: list[str]) -> str:
    text = _METRES_AND.sub(r"\1.\2 m", _JOINED_AXIS.sub(r"\1 ", _JOINED.sub(" ", text)))
    text = _IN_WORDS.sub(_in_digits, _AND_HALF.sub(r"\1.5", text))
    text = _INCHES.sub(_in_inches, text)
    for pattern, read in _PATTERNS:
        text = pattern.sub(_noting(read, found, beyond), text)
    return text


_NAUGHT = re.compile(
    rf"(?<=[\s(])(?:[-−]{_DIGITS}|0+(?:[.,]0+)?)\s*(?:{_UNIT_NAMES})(?![^\W\d_])(?:\s*{_AXIS}(?!\w))?", re.IGNORECASE
)


def impossible_in(text: str) -> tuple[list[str], str]:
    """Return sizes of naught and less, as said, and the text without them: nothing can be drawn at that size."""
    return [" ".join(match.group().split()) for match in _NAUGHT.finditer(text)], _NAUGHT.sub(" ", text)


def _noting(
    read: Callable[[re.Match[str]], Sides], found: list[Sides], beyond: list[str]
) -> Callable[[re.Match[str]], str]:
    def note(match: re.Match[str]) -> str:
        stated = read(match)
        found.append({side: min(max(value, SMALLEST_M), LARGEST_M) for side, value in stated.items()})
        said = " ".join(match.group().split())[:40]
        if max(stated.values()) > LARGEST_M and AREA not in stated:
            beyond.append(f"{said}: 10 km drawn")
        elif min(stated.values()) < SMALLEST_M * (1 - _EXACT):
            beyond.append(f"{said}: 1 mm drawn")
        return f" {SIZE_MARK}{len(found) - 1}{SIZE_MARK} "

    return note


def _in_digits(match: re.Match[str]) -> str:
    number, before, unit, after = match.groups()
    value = _NUMBER_WORDS[number.casefold()] + (0.5 if before or after else 0.0)
    return f"{value:g} {unit}"


def _in_inches(match: re.Match[str]) -> str:
    return f"{12 * int(match[1]) + int(match[2])} inches"


def _value(number: str) -> float:
    whole, _, fraction = number.rpartition(" ")
    if "/" in fraction:
        above, _, below = fraction.partition("/")
        return (float(whole) if whole else 0.0) + float(above) / max(float(below), 1.0)
    thousands = re.sub(r",(?=\d{3}(?!\d))", "", number)
    return float(thousands.replace(",", "."))


def _length(number: str, unit: str) -> float:
    word = unit.casefold()
    factor = _UNITS.get(word) or _UNITS[word.removesuffix("s") if word != "inches" else "inch"]
    return _value(number) * factor


def _side(axis: str | None) -> str:
    return _AXES.get((axis or "").casefold().removeprefix("in ").removeprefix("of "), "size")


def _read_box(match: re.Match[str]) -> Sides:
    first, unit_1, second, unit_2, third, unit = match.groups()
    sides = {"width": _length(first, unit_1 or unit_2 or unit), "depth": _length(second, unit_2 or unit)}
    return sides | ({"height": _length(third, unit)} if third else {})


def _read_before(match: re.Match[str]) -> Sides:
    axis, number, unit = match.groups()
    return {_side(axis): _length(number, unit)}


def _read_feet(match: re.Match[str]) -> Sides:
    feet, inches, axis = match.groups()
    return {_side(axis): int(feet) * 0.3048 + int(inches) * 0.0254}


def _read_range(match: re.Match[str]) -> Sides:
    low, high, unit, axis = match.groups()
    return {_side(axis): (_length(low, unit) + _length(high, unit)) / 2}


def _read_after(match: re.Match[str]) -> Sides:
    number, unit, axis = match.groups()
    return {_side(axis): _length(number, unit)}


def _read_area(match: re.Match[str]) -> Sides:
    number, unit = match.groups()
    return {AREA: _value(number) * (0.3048**2 if "f" in unit.casefold() else 1.0)}


_PATTERNS = (
    (_AREA, _read_area),
    (_BOX, _read_box), (_AT_MOST, _read_before),
    (_BEFORE, _read_before), (_FEET, _read_feet), (_RANGE, _read_range), (_AFTER, _read_after),
)  # fmt: skip

"""What the whole may cost, in money or triangles, and other limits that are read and not enforced."""

import re

from domain.spec import Budget

LOW_POLY_TRIANGLES = 2_000.0  # what "low poly" is taken to mean
_AMOUNT = r"(\d{1,3}(?:[,.\s]\d{3})+|\d{1,9}(?:[.,]\d{1,2})?)\s*(k|thousand|million|m)?"
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
_MONEY = {
    "usd": "USD", "dollar": "USD", "buck": "USD", "eur": "EUR", "euro": "EUR", "gbp": "GBP", "pound": "GBP",
    "chf": "CHF", "franken": "CHF", "yen": "JPY", "jpy": "JPY", "inr": "INR", "rupee": "INR", "cad": "CAD",
    "aud": "AUD",
}  # fmt: skip
_LIMIT = (
    r"(?<!\w)(?:(?:keep|keeping|stay|with|within|for|at|on|a|the|it|of|and|price|priced|budget|cost|costs|costing|limit|"
    r"is|be|to|no|not|more|less|fewer|than|under|below|up|max|maximum|at most|about|around|roughly|unter|moins|de|"
    r"menos|bis)[:.]?\s+){0,6}"
)
_BY_SIGN = re.compile(rf"{_LIMIT}([$€£¥₹])\s?{_AMOUNT}(?!\w)", re.IGNORECASE)
_BY_WORD = re.compile(
    rf"{_LIMIT}(?<!\w){_AMOUNT}\s?(usd|dollars?|bucks?|eur|euros?|€|£|\$|gbp|pounds?|chf|franken|yen|jpy|inr|rupees?|cad|aud)"
    r"(?!\w)(?:\s+(?:budget|max|maximum|or less|at most))?",
    re.IGNORECASE,
)
_SHAPES = (
    r"(?:triangles?|tris|polygons?|polys?|dreiecken?|polygonen?|polygones?|triángulos?|polígonos?|"
    r"(?<=\d\d\d[ \u2060-])faces|(?<=thousand[ \u2060-])faces)"
)
_BY_SHAPE = re.compile(
    rf"{_LIMIT}(?<!\w){_AMOUNT}\s?[- ]?{_SHAPES}(?!\w)"
    r"(?:\s+(?:budget|max|maximum|or less|at most|if you can))?",
    re.IGNORECASE,
)
_BY_COUNT = re.compile(
    rf"(?:{_LIMIT}|(?<!\w)with\s+a\s+)(?:poly(?:gon)?|tri(?:angle)?|face)\W?\s?(?:count|budget|limit)\s*"
    rf"(?:(?:of|is|at|below|under|max|maximum|about|around)\s+|[:=]\s*){{0,3}}{_AMOUNT}(?!\w)",
    re.IGNORECASE,
)
_LOW_POLY = re.compile(r"(?<!\w)low\W{1,2}poly(?:gon)?(?!\w)", re.IGNORECASE)
_TIMES = {"k": 1e3, "thousand": 1e3, "million": 1e6, "m": 1e6}


def budget_of(text: str) -> tuple[Budget | None, str]:
    """Return the first budget that is stated, and the text without any."""
    found: list[Budget] = []
    text = _in_digits(text)
    for pattern, read in (
        (_BY_COUNT, _by_shape), (_BY_SHAPE, _by_shape), (_BY_SIGN, _by_sign), (_BY_WORD, _by_word), (_LOW_POLY,
            _low_poly),
    ):  # fmt: skip
        found.extend(read(match) for match in pattern.finditer(text))
        text = pattern.sub(" , ", text) if pattern is not _LOW_POLY else pattern.sub(" ", text)
    return (found[0] if found else None), text


_ONES = {
    "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_HUNDREDS = {"hundred": 100, "thousand": 1000}
_IN_WORDS = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(_ONES)}|{'|'.join(_HUNDREDS)}|and)[\s\u2060]+){{1,12}}"
    r"(?=(?:triangles?|tris|polygons?|polys?|faces)(?!\w))",
    re.IGNORECASE,
)


def _in_digits(text: str) -> str:
    """Return the text with numbers of hundreds and thousands of triangles in digits: under five hundred triangles."""
    return _IN_WORDS.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    total = group = 0
    for word in match.group().casefold().replace("\u2060", " ").split():
        group += _ONES.get(word, 0)
        if word == "hundred":
            group = max(group, 1) * 100
        elif word == "thousand":
            total, group = total + max(group, 1) * 1000, 0
    return f"{total + group} " if total + group >= 100 else match.group()


_WEIGHT = re.compile(
    r"(?<!\w)(?:(?:that|which|and|it|should|must|to|be|has|have|a|the|is|of|weight|weighs?|weighing|no|not|more|less|lighter|"
    r"heavier|under|below|than|at most|up|max|maximum|limit)[:.]?\s+){1,8}"
    r"\d+(?:[.,]\d+)?\s?(?:kgs?|kilos?|kilograms?|g|grams?|lbs?|pounds?|oz|ounces?|tons?|tonnes?)(?!\w)",
    re.IGNORECASE,
)
_OF_WEIGHT = re.compile(r"lighter|heavier|weigh|\d\s?(?:k|g|l|o|t)", re.IGNORECASE)
_BOUND = re.compile(r"under|below|less|lighter|most|max|limit|heavier|more|up", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:with|within|for|at|on|a|an|the|it|of|and|keep|that|which|should|must|be|is|to|has)\s+)+", re.I
)


def limits_of(text: str) -> tuple[list[str], str]:
    """Return limits on cost and weight, each with what becomes of it, and the text without those on weight."""
    weights = [match.group() for match in _WEIGHT.finditer(text) if _is_weight(match.group())]
    for said in weights:
        text = text.replace(said, " ", 1)
    costs = [match.group() for pattern in (_BY_SIGN, _BY_WORD) for match in pattern.finditer(text)]
    return [
        *(f"{_plain(said)} (a limit on cost is recorded, not enforced)" for said in costs),
        *(f"{_plain(said)} (a limit on weight is not enforced)" for said in weights),
    ], text


def _is_weight(said: str) -> bool:
    return bool(_OF_WEIGHT.search(said) and _BOUND.search(said))


def _plain(said: str) -> str:
    return _LEADING.sub("", " ".join(said.replace("\u2060", " ").split()))


_MEASURES = re.compile(
    r"(?<!\w)(?!3\s?d\b)\d+(?:[.,]\d+)?\s?(?:ml|cl|dl|l|litres?|liters?|gallons?|kg|kilos?|grams?|lbs?|watts?|w|volts?|v|gb|tb|mb|hz|rpm"
    r"|mph|kph|hp|degrees?|°|%|percent|years?|mp|megapixels?|mpx|k|d)(?!\w)",
    re.IGNORECASE,
)


def measures_of(text: str) -> tuple[list[str], str]:
    """Return what is measured in units that nothing here is drawn by, like "350 ml", and the text without it."""
    found = [" ".join(match.group().split()) for match in _MEASURES.finditer(text)]
    return [one for one in found if one.casefold() not in ("3d", "3 d")], _MEASURES.sub(" ", text)


def _number(digits: str, times: str | None) -> float:
    plain = re.sub(r"[,.\s](?=\d{3}(?!\d))", "", digits).replace(",", ".")
    return float(plain) * _TIMES.get((times or "").casefold(), 1.0)


def _by_sign(match: re.Match[str]) -> Budget:
    sign, digits, times = match.groups()
    return Budget(_number(digits, times), _SIGNS[sign])


def _by_word(match: re.Match[str]) -> Budget:
    digits, times, word = match.groups()
    return Budget(_number(digits, times), _SIGNS.get(word) or _MONEY[word.casefold().removesuffix("s")])


def _by_shape(match: re.Match[str]) -> Budget:
    return Budget(_number(*match.groups()), "triangles")


def _low_poly(_: re.Match[str]) -> Budget:
    return Budget(LOW_POLY_TRIANGLES, "triangles")

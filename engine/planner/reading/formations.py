"""How things are said to stand among themselves: facing each other, in a circle, in a row, leaning at something."""

import re
from collections.abc import Iterator

from engine.archetypes import ARCHETYPES
from engine.planner.reading.knowledge import reads
from engine.planner.reading.mentions import Outline
from engine.planner.reading.naming import plural
from engine.planner.reading.wanted import Wanted

FACING, CIRCLE, ROW, TOWARDS, LEANING, BY_ALL = "facing", "circle", "row", "towards", "leaning", "by all"
FULL, PILED, GROUP = "full", "piled", "group"
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_CIRCLE = re.compile(
    r"\b(?:in|into) (?:a|one) (?:circle|ring)\b(?=\s*(?:[,.;!]|$|(?:and|with|around|on|in)\b))", re.IGNORECASE
)
_ROWS = re.compile(r"\bin (\d|two|three|four|five|six) rows\b", re.IGNORECASE)
_BY_SIDE = re.compile(r"\bside by side\b(?! (?:fridge|refrigerator))", re.IGNORECASE)
_FORMS = (
    (FACING, re.compile(r"\b(?:facing each other|facing one another|face to face|opposite each other)\b")),
    (CIRCLE, _CIRCLE),
    (ROW, re.compile(r"\b(?:in (?:a|one|a single|a straight) (?:row|line)|lined up|side by side)\b")),
    ("rows", _ROWS),
    (TOWARDS, re.compile(r"\b(?:facing|turned towards?|looking at) (?:the|an?|its|it)\b")),
    (LEANING, re.compile(r"\b(?:leaning|leans|leant|leaned|propped)(?: up)? (?:on|against)\b")),
    (GROUP, re.compile(r"(?<! a)(?<!the) family\b(?=\s*(?:[,.;!]|$|(?:on|in|with|and|by|at|standing|sitting)\b))")),
    (BY_ALL, re.compile(r"\b(?:behind|in front of|beside|next to) (?:both|the (?:other )?two|all of them)\b")),
)  # fmt: skip
_OF = (
    (ROW, re.compile(r"\b(?:row|line) of\b")),
    (FULL, re.compile(r"\b(?:full(?: up| to the brim)?|filled|packed|stuffed|loaded|overflowing) (?:of|with)\b")),
    (PILED, re.compile(r"\b(?:stack|pile|tower) of\b")),
)  # fmt: skip
_UNNUMBERED = {FACING: 2, CIRCLE: 4, PILED: 4}  # "chairs in a circle"
_SOME = 3
_TOLD = {FACING: "facing each other", CIRCLE: "in a circle"}
_OF_SEVERAL = frozenset({FACING, CIRCLE, ROW, "rows"})


def without_formations(text: str) -> str:
    """Return a text without circles and rows that several things stand in: no part of a thing is meant."""
    return _BY_SIDE.sub("", _ROWS.sub("", _CIRCLE.sub("", text)))


def form_up(outline: Outline, text: str) -> None:
    """Write down how things stand among themselves."""
    for form, said, after in _said_in(text):
        named = _first(outline, said) if after else _last(outline, said)
        if named is None:
            continue
        if form in (FACING, CIRCLE) and ARCHETYPES[named.archetype].design_type == "interior":
            outline.missed.append(_TOLD[form])  # of the room's own: it does not stand so
        elif form == FULL:
            _fill(outline, named)
        elif form == GROUP:
            named.count, named.is_some = (_SOME, True) if named.count == 1 else (named.count, named.is_some)
        elif form == PILED:
            _pile_up(named)
        elif form.partition(" ")[0] in _OF_SEVERAL:
            _several(named, form)
            is_laid = form == ROW and named.relation == "on" and named.anchor is not None  # in a row anyway
            named.formation = form if named.count > 1 and not is_laid else ""
        elif form != TOWARDS or named.relation == "in front of":
            named.formation = form


def _said_in(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield each form with the text before it; of "a row of" and "full of" with the text after it."""
    for form, pattern in _FORMS:
        for said in pattern.finditer(text):
            name = f"rows {_number(said[1])}" if form == "rows" else form
            yield name, text[: said.start()], False
    for form, pattern in _OF:
        for said in pattern.finditer(text):
            yield form, text[said.end() :], True


def _fill(outline: Outline, named: Wanted) -> None:
    """Let a vessel be full of things; that others do not open is told."""
    if named.relation == "in" and named.is_plural:
        named.formation = FULL
    elif named.relation == "beside":
        outline.missed.append(f"full of {plural(named.noun, 2)}")


def _pile_up(named: Wanted) -> None:
    """Let things be stacked by their own drawing, where it knows how, or else one by one."""
    if any(reads(named.archetype, word) for word in ("stack", "pile")):
        named.words |= {"stack", "pile"}
    elif named.is_plural:
        _several(named, PILED)
        named.words.add("stacked")


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _several(named: Wanted, form: str) -> None:
    """Let things in the plural without a number be as many as the form needs."""
    if named.count == 1 and named.is_plural:
        named.count, named.is_some = _UNNUMBERED.get(form, _SOME), True


def _names(thing: Wanted) -> tuple[str, str]:
    return thing.noun, plural(thing.noun, 2)


def _last(outline: Outline, text: str) -> Wanted | None:
    """Return the thing that a text names last."""
    ends = [(max(text.rfind(name) + len(name) for name in _names(one) if name in text), number)
            for number, one in enumerate(outline.things) if any(name in text for name in _names(one))]  # fmt: skip
    return outline.things[max(ends)[1]] if ends else None


def _first(outline: Outline, text: str) -> Wanted | None:
    """Return the thing that a text names first."""
    starts = [(min(text.find(name) for name in _names(one) if name in text), number)
              for number, one in enumerate(outline.things) if any(name in text for name in _names(one))]  # fmt: skip
    return outline.things[min(starts)[1]] if starts else None

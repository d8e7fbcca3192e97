"""Parts that are told of more than once: a red leg and three blue legs, three cushions of which two are yellow."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from domain.colors import COLORS
from engine.planner.reading.lists import number_of
from engine.planner.reading.mentions import Mention, Outline
from engine.planner.reading.naming import canonical, counted, plural
from engine.planner.wording.lexicon import NUMBERS
from engine.planner.wording.links import HAS
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.substances import shaded

REST = ""  # the colour of those of which nothing is said
_SEVERAL = frozenset({"leg", "foot", "wheel"})  # of which a thing has more than one
_NUMBER = r"\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_COLOR = "|".join(sorted((one for one in COLORS if " " not in one), key=len, reverse=True))
_SOME_OF = re.compile(
    rf"\b(?P<whole>{_NUMBER}) (?P<looks>(?:\w+ ){{0,3}}?)(?P<noun>\w+s)(?:,| \(|:| -)? (?:of which )?"
    rf"(?P<some>one|{_NUMBER})(?: of (?:them|which|these))? (?:is |are |being |in )?"
    rf"(?P<color>(?:(?:light|dark|pale|bright|deep) )?(?:{_COLOR}))\b(?=\)?\s*(?:[,.;!]|$))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """One mention of a part: how many, and of what colour, as a value and as said."""

    number: int
    color: str
    said: str
    is_counted: bool = False


def parted(text: str) -> str:
    """Return a text in which two of three cushions that are yellow are two yellow cushions and one cushion."""
    return _SOME_OF.sub(_apart, text)


def _apart(found: re.Match[str]) -> str:
    whole, some = _value(found["whole"]), _value(found["some"])
    if some >= whole:
        return found[0]
    name = found["looks"] + found["noun"]
    return f"{some} {found['color']} {name} and {whole - some} {name}"


def _value(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(word.casefold(), 1)


def share_out(outline: Outline, clashes: list[str]) -> None:
    """Give a part that a list names more than once all its colours, and the number that they come to.

    A single one of a colour is one of those that the drawing has: a chair with one red leg.
    """
    placed = [(phrase, mentions[0]) for phrase, mentions in outline.places if len(mentions) == 1 and mentions[0].part]
    for (index, part), group in groupby(placed, key=lambda one: _key(one[1], outline)):
        told = [_told(phrase, mention) for phrase, mention in group if phrase.link == HAS]
        thing = outline.things[index]
        if not (_differ(told) or (len(told) == 1 and told[0].color and _is_one_of(told[0], part))):
            continue
        colors = [one.color for one in told for _ in range(one.number)]
        name = counted(part, thing)
        thing.part_colors.pop(part, None)
        clashes[:] = [one for one in clashes if not _is_of(one, name)]
        thing.counts.pop(name, None)
        if len(told) > 1 and len(colors) > 2:
            thing.counts[name] = len(colors)
        else:
            colors.append(REST)
        thing.palettes[part] = tuple(colors)
        thing.said[f"palette {part}"] = " and ".join(_words(one, part) for one in told)


def _differ(told: Sequence[_Told]) -> bool:
    return len({one.color for one in told}) > 1 and all(one.number for one in told)


def _is_one_of(told: _Told, part: str) -> bool:
    """Return whether a single part is one of several that a thing has."""
    return told.number == 1 and (told.is_counted or part in _SEVERAL)


def _key(mention: Mention, outline: Outline) -> tuple[int, str]:
    return mention.thing, canonical(mention.part, outline.things[mention.thing])


def _told(phrase: Phrase, mention: Mention) -> _Told:
    colored = [(at, span) for at, span in enumerate(phrase.spans) if span.meaning.color and span is not mention.span]
    number = number_of(phrase) or (1 if phrase.has_determiner else 0)
    if len(colored) != 1:
        return _Told(number, REST, "", phrase.counts)
    at, span = colored[0]
    shade = phrase.spans[at - 1].lemma if at else ""
    return _Told(number, shaded(COLORS[span.lemma], shade), span.lemma, phrase.counts)


def _words(told: _Told, part: str) -> str:
    return " ".join(filter(None, (str(told.number), told.said, plural(part, told.number))))


def _is_of(clash: str, part: str) -> bool:
    return part in clash and " yet " in clash

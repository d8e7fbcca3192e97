"""Words that are no names in a sentence, though they look like them: what pairs well, ships flat, or is for fans."""

import re

from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import lemma

_WORKS = re.compile(
    r"\b(?:works?|pairs?|looks?|fits?|goes|go|sits?|blends?|ages|suits?) (?:very |really )?well\b", re.IGNORECASE
)
_MADE = re.compile(r"\bwell(?:-|\u2060)? (?:made|built|crafted)\b(?! (?:of|from|in|out)\b)", re.IGNORECASE)
_WELL = re.compile(
    r"(?<=\w[sdk]) well\b(?=\s*(?:[.,;!]|$|(?:with|in|on|as|for|to|at|beside|together|and)\b))", re.IGNORECASE
)
_WELL_MADE = re.compile(
    r"\bwell(?:-|\u2060)? (?=(?:\w+ed|made|built|worn|lit|kept|known|thought|chosen|cut)\b)", re.IGNORECASE
)
_VERB = re.compile(r"(^|[.!?:;\n]\s*)(?:ships|fans of|watch(?= (?:this|the|it|how)\b))\b", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:hand)?-?(?:made|crafted|built|carved|turned|cut)\b(?: \w+){0,4}? from (?=(?:\w+ )?\w+)", re.IGNORECASE
)
_THAN = re.compile(
    r"\b(?:taller|higher|wider|longer|shorter|bigger|larger|smaller|deeper|lower|thicker|narrower|heavier|lighter)"
    r" than (?!\s*(?:\d|one|two|three|four|five|six|eight|ten|half|twelve|twenty|thirty)\b|\s*\d)[^.,;!?]*",
    re.IGNORECASE,
)
_AS_AS = re.compile(r"\b(?:as|twice as|half as) (?:tall|high|wide|long|big|large|deep) as [^.,;!?]*", re.IGNORECASE)

_IS_ANOTHER = re.compile(
    r"\b(?:whose|where|but) (?:(?:the|its|his|her) )?((?:\w+ )?\w+) (is|are) (?:an? )?((?:\w+ ){0,2}?\w+)"
    r"(?=\s*(?:[.,;!]|$|(?:and|with)\b))",
    re.IGNORECASE,
)


def without_prose(text: str) -> tuple[list[str], str]:
    """Return what nothing draws, and a text without it and without such words.

    Nothing draws comparisons with other things, nor a snail whose shell is a teapot.
    """
    told = [found[0].strip()[:40] for pattern in (_THAN, _AS_AS) for found in pattern.finditer(text)]
    told += [f"{part} {verb} {thing}" for part, verb, thing in _IS_ANOTHER.findall(text) if _is_another(part, thing)]
    text = _IS_ANOTHER.sub(lambda said: " " if _is_another(said[1], said[3]) else said[0], text)
    text = _AS_AS.sub(" ", _THAN.sub(" ", text))
    text = _MADE.sub("", _WORKS.sub("", text))
    text = _VERB.sub(r"\1", _WELL_MADE.sub("", _WELL.sub("", text)))
    return told, _FROM.sub("made from ", text)


def _is_another(part: str, thing: str) -> bool:
    """Return whether a part is said to be a thing of its own, and not of a material or a colour."""
    own, other = (VOCABULARY.get(lemma(said.split()[-1].casefold())) for said in (part, thing))
    is_thing = other is not None and bool(other.thing) and not (other.material or other.color or other.is_adjective)
    return own is not None and bool(own.part or own.thing) and is_thing

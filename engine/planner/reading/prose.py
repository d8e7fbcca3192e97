"""Words that are no names in a sentence, though they look like them: what pairs well, ships flat, or is for fans."""

import re

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


def without_prose(text: str) -> tuple[list[str], str]:
    """Return comparisons with other things, which nothing draws, and a text without them and without such words."""
    told = [found[0].strip()[:40] for pattern in (_THAN, _AS_AS) for found in pattern.finditer(text)]
    text = _AS_AS.sub(" ", _THAN.sub(" ", text))
    text = _MADE.sub("", _WORKS.sub("", text))
    text = _VERB.sub(r"\1", _WELL_MADE.sub("", _WELL.sub("", text)))
    return told, _FROM.sub("made from ", text)

"""Words that a text wants on a thing: what stands in quotes, or after "that says"."""

import re

from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import lemmas

TEXT_LENGTH_MOST = 40
LETTERING = "lettering"  # stands in the text where the words were
INKED = frozenset({LETTERING, "letter", "text", "word", "inscription"})
_QUOTED = (
    r"(?<![\w\"])\"(?P<{0}a>[^\"\n]{{1,120}})\"(?!\w)"
    r"|(?<![\w'])'(?P<{0}b>(?:[^'\n]|(?<=\w)'(?=\w)){{1,120}})'(?!\w)"
    r"|«\s*(?P<{0}c>[^»\n]{{1,120}}?)\s*»"
)
_FACES = r"(?:front|sides?|top|back|lid|doors?|hull|body|label|cover|panels?|fascia|flanks?)\b"
_ON_IT = rf"(?:\s+(?:on|across|around|along|over)\s+(?:it|(?:the|its|both|each)\s+{_FACES}))?"
_NOUNS = (
    r"(?:words?|text|inscription|lettering|letters|name|slogan|title|message|label|logo|motto|writing|caption|phrase"
    r"|aufschrift|inschrift|schriftzug|worten?|texto?|texte|mots?|inscripción|palabras?|nombre|nom|namen)"
)
_MARKED = (
    r"engraved|inscribed|labell?ed|lettered|printed|embossed|stamped|emblazoned|marked|painted|written|carved|stitched"
)
_SAYS = r"(?:(?:that|which)\s+(?:just\s+|simply\s+)?(?:says|reads|spells)|saying|spelling|qui\s+dit|que\s+dice)"
_CUE = (
    rf"(?:(?:with|bearing|has|having|and|mit|avec|con)\s+(?:the\s+|a\s+|der\s+|dem\s+|den\s+|l'|le\s+|les\s+|la\s+|el\s+)?{_NOUNS}"
    rf"|(?:{_MARKED})(?:\s+with)?(?:\s+the)?(?:\s+{_NOUNS})?|{_SAYS}(?:\s+the\s+{_NOUNS})?|reading)"
)
_CALLED = re.compile(
    rf"\b(?:called|named|titled|nicknamed|genannt|namens)\s*:?\s*(?:{_QUOTED.format('n')})", re.IGNORECASE
)
_TOLD = re.compile(rf"\b{_CUE}\s*:?\s*(?:{_QUOTED.format('t')}){_ON_IT}", re.IGNORECASE)
_CAPITALS = re.compile(
    rf"(?i:\b(?:{_CUE}))\s*:?\s+(?P<capitals>[A-Z0-9][A-Z0-9!?&'.-]+(?:\s+[A-Z0-9!?&'-]+){{0,6}})(?![\w])"
)
_SAID = re.compile(
    rf"\b{_SAYS}\s*:?\s+(?P<said>\w[\w'!?&-]*(?:\s+(?!(?:with|in|on|and|made|for)\b)[\w'!?&-]+){{0,5}})", re.IGNORECASE
)
_INKED_IN = re.compile(
    r"\s*,?\s*(?:in|with)\s+(?P<look>(?:[^\W\d_]+\s+){1,3}?)(?:letters?|lettering|writing|text|script|type)(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(_QUOTED.format("q"))
_PLACED = re.compile(_ON_IT, re.IGNORECASE)


def text_of(text: str) -> tuple[str, str]:
    """Return the words that are wanted on the thing, "" for none, and the text with `LETTERING` in their place."""
    text = _CALLED.sub(" ", text)
    for pattern in (_TOLD, _CAPITALS, _SAID):
        found = pattern.search(text)
        if found:
            return _shown(found), f"{text[: found.start()]} {_borne(found, text)}"
    found = next((one for one in _BARE.finditer(text) if _is_text(one, text)), None)
    if found:
        return _shown(found), f"{text[: found.start()]} {_borne(found, text)}"
    return "", text


def _borne(found: re.Match[str], text: str) -> str:
    """Return what stands for the words: lettering, of the look that is said of it after them."""
    rest = text[found.end() :]
    placed = _PLACED.match(rest)
    rest = rest[placed.end() :] if placed else rest
    inked = _INKED_IN.match(rest)
    look, rest = (inked["look"], rest[inked.end() :]) if inked else ("", rest)
    return f"{_joint(found)} {look}{LETTERING} {_rest(rest)}"


def _joint(found: re.Match[str]) -> str:
    """Return the "with" of the text's language."""
    first = found.group().split()[0].casefold()
    return first if first in ("mit", "avec", "con") else "with"


def _rest(text: str) -> str:
    """Return the text without what else stands in quotes."""
    return _BARE.sub(lambda found: " " if _is_text(found, f"thing {text}") else found.group(), text)


def _shown(found: re.Match[str]) -> str:
    said = next(value for value in found.groups() if value)
    plain = "".join(letter if letter.isprintable() else " " for letter in " ".join(said.split()))
    return plain[:TEXT_LENGTH_MOST].strip().strip(".,;:")


def _is_text(found: re.Match[str], text: str) -> bool:
    """Return whether a quote is to be written, and is not the whole wish, nor an adjective: a "modern" chair."""
    outside = f"{text[: found.start()]} {text[found.end() :]}"
    said = [lemmas(word) for word in re.findall(r"[^\W\d_]+", _shown(found))]
    meanings = [VOCABULARY.get(word) for word in said]
    is_adjective = bool(said) and all(one is not None and (one.is_adjective or one.is_quiet) for one in meanings)
    return len(re.findall(r"[^\W\d_]{3,}", outside)) > 0 and not is_adjective

"""Text into words: normalised, cut, and brought to their singular."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?|[,.;:!?()\n&+]")
_IRREGULAR = {
    "feet": "foot", "shelves": "shelf", "leaves": "leaf", "knives": "knife", "wolves": "wolf", "glasses": "glass",
    "storeys": "storey", "stories": "storey", "floors": "floor", "men": "man", "people": "person", "mice": "mouse",
    "series": "series", "chassis": "chassis", "fibre": "fibre", "fiber": "fibre", "aluminum": "aluminium",
    "gray": "grey", "colour": "color", "armrests": "armrest", "watches": "watch", "couches": "couch",
    "benches": "bench", "axes": "axis", "lenses": "lens", "buses": "bus", "gas": "gas", "canvas": "canvas",
}  # fmt: skip
_KEPT = ("ss", "us", "is")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text: as written, and its lemma; punctuation has an empty lemma."""

    text: str
    lemma: str

    @property
    def is_number(self) -> bool:
        """Return whether it is written in digits."""
        return self.lemma[:1].isdigit()

    @property
    def is_break(self) -> bool:
        """Return whether it is punctuation that ends a clause."""
        return not self.lemma


def normalised(text: str) -> str:
    """Return the text in compatibility form, without control characters, hyphens as spaces."""
    flat = unicodedata.normalize("NFKC", text)
    flat = "".join(letter if letter == "\n" or unicodedata.category(letter)[0] != "C" else " " for letter in flat)
    return re.sub(r"(?<=\w)[-‐-–/](?=\w)", " ", flat)


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words and clause breaks of a normalised text, in order."""
    return tuple(Word(part, _lemma(part.casefold())) for part in _WORD.findall(text))


@lru_cache(maxsize=4096)
def _lemma(word: str) -> str:
    if not word[0].isalnum():
        return ""
    word = word.removesuffix("'s").removesuffix("’s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(_KEPT):
        return word[:-1]
    return word


def lemmas(phrase: str) -> str:
    """Return a phrase with each word brought to its lemma."""
    return " ".join(_lemma(word) for word in phrase.split())

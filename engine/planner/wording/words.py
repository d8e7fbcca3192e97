"""Text into words: normalised, cut, and brought to their singular."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

SIZE_MARK = "§"  # stands in the text where a size was: §0§ is the first
_WORD = re.compile(
    r"§\d+§|\b3[dD]\b|\d{4}s\b|(?=[^\W_]*[a-zA-Z]\d)[^\W_]+|\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?|[,.;:!?()\n&+—–]|\s-\s"
)
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "″": '"', "′": "'", "⁄": "/", SIZE_MARK: " "}
)
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,.]*\d)")
_MANY = re.compile(r"(^|\b(?:with|and|of) |, )(1[4-9]\d\d|20\d\d)(?= +[a-z]+[^\W\ds]s\b)")  # 2000 chairs are no year
_JOINER = "\u2060"  # kept between the halves of a hyphenated word
_HYPHENS = re.compile(r"(?<=[^\W_])[-‐-‒/](?=[^\W\d_])|(?<=[^\W\d_])[-‐-‒/](?=\d)")
_IRREGULAR = {
    "feet": "foot", "shelves": "shelf", "leaves": "leaf", "knives": "knife", "wolves": "wolf", "glasses": "glasses",
    "storeys": "storey", "stories": "storey", "men": "man", "people": "person", "mice": "mouse", "teeth": "tooth",
    "series": "series", "chassis": "chassis", "fibre": "fibre", "fiber": "fibre", "aluminum": "aluminium",
    "gray": "grey", "colour": "color", "coloured": "colored", "watches": "watch", "couches": "couch",
    "benches": "bench", "axes": "axe", "lenses": "lens", "buses": "bus", "gas": "gas", "canvas": "canvas",
    "dice": "dice", "chess": "chess", "hooves": "hoof", "scarves": "scarf", "vases": "vase", "geese": "goose",
    "children": "child", "jewellery": "jewelry", "atlas": "atlas", "pyjamas": "pyjamas", "lens": "lens",
    "christmas": "christmas", "oars": "oar", "canvases": "canvas", "movies": "movie", "cookies": "cookie",
    "pies": "pie", "ties": "tie", "halves": "half", "loaves": "loaf", "wheeled": "wheeled", "hourglasses": "hourglass",
    "greenhouses": "greenhouse",
}  # fmt: skip
_KEPT = ("ss", "us", "is")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text: as written, and its lemma; punctuation has an empty lemma."""

    text: str
    lemma: str
    is_joined: bool = False  # a hyphen joins it to the next word

    @property
    def is_number(self) -> bool:
        """Return whether it is written in digits."""
        return self.lemma[:1].isdigit() and not any(letter.isalpha() for letter in self.lemma)

    @property
    def is_break(self) -> bool:
        """Return whether it is punctuation that ends a clause."""
        return not self.lemma

    @property
    def is_plural(self) -> bool:
        """Return whether it is written as more than one."""
        plain = self.text.casefold()
        return plain != self.lemma and plain not in _SAME and (plain.endswith("s") or plain in _IRREGULAR)


_SAME = frozenset({"fiber", "aluminum", "gray", "colour", "coloured"})


_FRACTION = re.compile(r"(?<=\d)(?=[\u00bc-\u00be\u2150-\u215e])")  # 3½ is 3 1/2, not 31/2


def normalised(text: str) -> str:
    """Return the text in compatibility form, without control characters, hyphens as joined spaces."""
    flat = unicodedata.normalize("NFKC", _FRACTION.sub(" ", text)).translate(_QUOTES).replace("\u2044", "/")
    flat = "".join(letter if letter == "\n" or unicodedata.category(letter)[0] != "C" else " " for letter in flat)
    return _HYPHENS.sub(f"{_JOINER} ", flat)


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words and clause breaks of a normalised text, in order; numbers without their thousands' commas."""
    text = _MANY.sub(r"\1\2.0", _THOUSANDS.sub(lambda match: match.group().replace(",", ""), text))
    found = list(_WORD.finditer(text))
    return tuple(
        Word(match.group(), lemma(match.group().casefold()), text[match.end() : match.end() + 1] == _JOINER)
        for match in found
    )


@lru_cache(maxsize=8192)
def lemma(word: str) -> str:
    """Return the singular of a word, "" of punctuation."""
    if not word.strip() or not (word[0].isalnum() or word[0] == SIZE_MARK):
        return ""
    word = word.removesuffix("'s").removesuffix("’s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("shelves"):
        return f"{word[:-3]}f"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(_KEPT):
        return word[:-1]
    return word


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return what forms of one verb or noun share: washing, washes and washed give wash."""
    for ending in ("ing", "ed", "er", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _DOUBLED.sub(r"\1", word[: -len(ending)])
    return word


def lemmas(phrase: str) -> str:
    """Return a phrase with each word brought to its lemma."""
    return " ".join(lemma(word) for word in _HYPHENS.sub(" ", phrase.casefold()).split())

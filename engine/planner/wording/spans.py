"""Words into spans: the longest phrases that the planner knows, each with all it can mean."""

from dataclasses import dataclass
from functools import lru_cache

from engine.planner.wording.lexicon import NUMBERS
from engine.planner.wording.vocabulary import LONGEST, VOCABULARY, Meaning
from engine.planner.wording.words import Word

_UNKNOWN = Meaning()
# What shows a thing is not that thing: a dragon carving is none, and stands nowhere.
_DEPICTIONS = frozenset((
    "carving", "motif", "pattern", "print", "relief", "engraving", "embroidery", "emblem", "logo", "tattoo", "decal",
    "sticker", "silhouette", "theme", "color", "colour",
))  # fmt: skip
_LARGEST_NUMBER = 1_000_000_000
_YEARS = range(1400, 2100)


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """A few words that belong together, where they stand, and what they can mean."""

    start: int
    end: int
    words: tuple[Word, ...]
    meaning: Meaning

    @property
    def lemma(self) -> str:
        """Return the words, each in its singular."""
        return _key(self.words)

    @property
    def text(self) -> str:
        """Return the words as written, cut to what may be shown."""
        return " ".join(word.text for word in self.words)[:40]

    @property
    def is_break(self) -> bool:
        """Return whether it is punctuation."""
        return self.words[0].is_break

    @property
    def is_plural(self) -> bool:
        """Return whether its last word is written as more than one."""
        return self.words[-1].is_plural

    @property
    def number(self) -> int:
        """Return the number that it says, 0 of none."""
        word = self.words[0]
        if word.is_number:
            number = int(min(float(word.lemma.replace(",", ".")), _LARGEST_NUMBER))
            return 0 if number in _YEARS and len(word.lemma) == 4 else number
        return self.meaning.number

    @property
    def is_unknown(self) -> bool:
        """Return whether nobody knows the word."""
        return self.meaning == _UNKNOWN and not self.is_break and not self.words[0].is_number and not self.is_size

    @property
    def is_size(self) -> bool:
        """Return whether it stands for a size that was taken out of the text."""
        return self.words[0].text[0] == "§"

    @property
    def is_noun(self) -> bool:
        """Return whether it can be the name of a thing or a part."""
        meaning = self.meaning
        return bool(meaning.thing or meaning.part or (meaning.features and not meaning.is_adjective))

    def feature(self, archetype: str) -> str:
        """Return the feature that it asks of an archetype, or ""."""
        return self.meaning.features.get(archetype) or self.meaning.features.get("", "")


def spans_of(words: tuple[Word, ...]) -> tuple[Span, ...]:
    """Return the words cut into the longest known phrases, from left to right."""
    spans, index = [], 0
    while index < len(words):
        length = _longest(words, index)
        if _is_shown(words, index, length):
            length += 1
        chosen = words[index : index + length]
        spans.append(Span(index, index + length, chosen, _meaning(chosen)))
        index += length
    return tuple(spans)


def _is_shown(words: tuple[Word, ...], index: int, length: int) -> bool:
    """Return whether the words name a thing that is only shown, as the next word says."""
    after, meaning = words[index + length : index + length + 1], _meaning(words[index : index + length])
    return bool(after) and after[0].lemma in _DEPICTIONS and bool(meaning.thing) and not meaning.color


def _longest(words: tuple[Word, ...], index: int) -> int:
    if words[index].is_break:
        return 1
    for length in range(min(LONGEST, len(words) - index), 1, -1):
        if _key(words[index : index + length]) in VOCABULARY:
            return length - (len(words) > index + length and _is_split_later(words[index : index + length + 1]))
    following = words[index : index + 2]
    return 2 if len(following) == 2 and not following[1].is_break and _squeezed(following).thing else 1


def _is_split_later(words: tuple[Word, ...]) -> bool:
    """Return whether the last two of some words are the same name as those before: cordless | vacuum cleaner."""
    known, name = VOCABULARY.get(_key(words[:-1])), VOCABULARY.get(_key(words[-2:]))
    return bool(known and name and known.thing and known.thing == name.thing and words[-1].lemma not in VOCABULARY)


def _squeezed(words: tuple[Word, ...]) -> Meaning:
    """Return what two words mean that are written as one elsewhere, and one that is two: fire place, sportscar."""
    if any(VOCABULARY.get(word.lemma, _UNKNOWN).link for word in words):
        return _UNKNOWN  # a ball on a box is no balloon
    is_colored = len(words) > 1 and VOCABULARY.get(words[0].lemma, _UNKNOWN).color and not words[0].is_joined
    if is_colored and VOCABULARY.get(words[1].lemma, _UNKNOWN).thing:
        return _UNKNOWN  # a green house is one that is green
    phrase = "".join(word.lemma for word in words) if len(words) == 2 else _apart().get(words[0].lemma, "")
    return VOCABULARY.get(phrase, _UNKNOWN)


@lru_cache(maxsize=1)
def _apart() -> dict[str, str]:
    return {phrase.replace(" ", ""): phrase for phrase, one in VOCABULARY.items() if one.thing and " " in phrase}


def _key(words: tuple[Word, ...]) -> str:
    """Return how the vocabulary writes a phrase; glasses alone help the eye, wine glasses are several glasses."""
    phrase = " ".join(word.lemma for word in words)
    is_several = len(words) > 1 and words[-1].lemma == "glasses" and phrase not in VOCABULARY
    return phrase.removesuffix("es") if is_several else phrase


def _meaning(words: tuple[Word, ...]) -> Meaning:
    phrase = _key(words)
    if len(words) == 1 and words[0].is_plural and phrase in NUMBERS:
        return _UNKNOWN
    return VOCABULARY.get(phrase) or (_squeezed(words) if len(words) < 3 else _UNKNOWN)

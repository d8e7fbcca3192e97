"""Slips of the pen: words that are a letter away from a known one."""

import difflib
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache

from engine.planner.reading.hints import is_hint
from engine.planner.wording.english import is_english
from engine.planner.wording.links import STOPWORDS
from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import Word

_SHORTEST, _CUTOFF, _LOOKED_AT_MOST = 3, 0.84, 400
# Words that are right as they stand, and that the encoder's list of common words lacks.
_RIGHT = frozenset(
    (
        "cabriole",
        "mossy",
        "sludge",
        "slime",
        "goo",
        "glitter",
        "opaque",
        "decal",
        "sticker",
        "tassel",
        "gravy",
        "gauze",
        "lanyard",
        "smudge",
        "sprout",
        "twig",
        "pebble",
        "ember",
        "cinder",
        "soot",
    )
)

_MEANT = {
    "glas": "glass",
    "wodden": "wooden",
    "matel": "metal",
    "tabel": "table",
}  # slips that are words of some other kind


def mended(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words with slips of one letter mended: a letter left out, doubled, added, swapped or wrong.

    Common English words are left alone, known or not: lamb is no slip of lamp.
    """
    known = _single_words()
    meant = (replace(word, lemma=_MEANT.get(word.text.casefold(), word.lemma)) for word in words)
    return tuple(word if not _may_slip(word, known) else _mended(word) for word in meant)


def _may_slip(word: Word, known: frozenset[str]) -> bool:
    lemma = word.lemma
    is_new = (
        len(lemma) >= _SHORTEST
        and lemma not in _together()
        and lemma.isascii()
        and lemma.isalpha()
        and lemma not in known
    )
    return (
        is_new
        and lemma not in STOPWORDS
        and lemma not in _RIGHT
        and not is_hint(lemma)
        and not is_english(lemma)
        and not is_english(word.text.casefold())
    )


def _mended(word: Word) -> Word:
    said = {word.lemma, word.text.casefold()}
    found = {candidate for one in said for key in _keys(one) for candidate in _index().get(key, ())}
    fitting = sorted(
        candidate
        for candidate in found
        if any(_is_slip(one, candidate) for one in said) and not _is_of(word, candidate)
    )
    if not fitting:
        return word
    return replace(word, lemma=max(fitting, key=lambda candidate: (len(candidate), candidate)))


def _is_of(word: Word, noun: str) -> bool:
    """Return whether a word is the adjective of a noun: what is spiky has spikes, and is none."""
    return word.lemma.endswith("y") and noun in (word.lemma[:-1], f"{word.lemma[:-1]}e")


def _is_slip(said: str, meant: str) -> bool:
    if said[0] != meant[0] or min(len(said), len(meant)) < _SHORTEST or len(meant) < 4:
        return False
    if len(said) == len(meant):
        wrong = [index for index, pair in enumerate(zip(said, meant, strict=True)) if pair[0] != pair[1]]
        if len(wrong) == 1:
            return len(said) >= 5
        first = wrong[0]
        return len(wrong) == 2 and said[first : first + 2] == meant[first : first + 2][::-1] and wrong[1] == first + 1
    long, short = (said, meant) if len(said) > len(meant) else (meant, said)
    return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))


def _keys(word: str) -> set[str]:
    return {word} | {word[:index] + word[index + 1 :] for index in range(len(word))}


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = defaultdict(list)
    for word in _single_words():
        if len(word) >= 4 and word not in STOPWORDS:
            for key in _keys(word):
                table[key].append(word)
    return {key: tuple(words) for key, words in table.items()}


@lru_cache(maxsize=1)
def _together() -> frozenset[str]:
    """Return the phrases of several words, written as one."""
    return frozenset(phrase.replace(" ", "") for phrase, meaning in VOCABULARY.items() if meaning.thing)


@lru_cache(maxsize=1)
def _single_words() -> frozenset[str]:
    return frozenset(word for phrase in VOCABULARY for word in phrase.split() if word.isalpha())


@lru_cache(maxsize=512)
def closest(word: str) -> str:
    """Return the phrase for a thing that a longer word is most like, or an empty string."""
    if len(word) < 5:
        return ""
    things = [phrase for phrase in _things() if abs(len(phrase) - len(word)) <= 2 and phrase[0] == word[0]]
    found = difflib.get_close_matches(word[:40], things[:_LOOKED_AT_MOST], n=1, cutoff=_CUTOFF)
    return found[0] if found else ""


@lru_cache(maxsize=1)
def _things() -> tuple[str, ...]:
    return tuple(sorted(phrase for phrase, meaning in VOCABULARY.items() if meaning.thing and len(phrase) > 3))

"""Glasses to drink from and glasses to see with, told apart by the words around them."""

from collections.abc import Sequence

from engine.planner.wording.lexicon import NUMBERS
from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import Word, words_of

_SERVED = frozenset((
    "bottle", "jug", "pitcher", "carafe", "decanter", "tray", "wine", "beer", "whisky", "whiskey", "champagne",
    "cocktail", "cup", "mug", "saucer", "plate", "bowl", "cutlery", "fork", "tableware", "crockery", "bar", "minibar",
    "water", "juice", "lemonade", "milk", "drink", "corkscrew", "dining", "picnic", "coaster", "teapot", "napkin",
))  # fmt: skip
_SEEING = frozenset((
    "reading", "sun", "eye", "safety", "3d", "aviator", "swimming", "ski", "sport", "round", "pair", "wearing",
))  # fmt: skip
_DRINKING = words_of("drinking")[0]


def with_drinking_glasses(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return words in which glasses to drink from are called so: two glasses, and those beside a bottle."""
    is_served = any(word.lemma in _SERVED for word in words)
    told: list[Word] = []
    for index, word in enumerate(words):
        if _is_vessel(words, index, is_served=is_served):
            told.append(_DRINKING)
        told.append(word)
    return tuple(told)


def _is_vessel(words: Sequence[Word], index: int, *, is_served: bool) -> bool:
    before = words[max(index - 2, 0) : index]
    last = before[-1].lemma if before else ""
    if words[index].text.casefold() == "glass" and last in ("empty", "full"):
        return _ends(words, index) or _is_filled(words, index)
    if words[index].text.casefold() == "glass" and len(words) == index + 1 == 2:
        return last in ("a", "one", "the")
    if words[index].text.casefold() == "glass":
        return is_served and last in ("a", "one", "the") and (_ends(words, index) or _is_filled(words, index))
    is_named = f"{last} glass" in VOCABULARY  # whisky glasses
    if words[index].lemma != "glasses" or is_named or any(one.lemma in _SEEING for one in before):
        return False
    is_counted = any(one.is_number or NUMBERS.get(one.lemma, 0) > 1 for one in before)
    return is_counted or is_served


def _is_filled(words: Sequence[Word], index: int) -> bool:
    """Return whether a glass of something is no name of its own: a glass of red wine."""
    said = [word.lemma for word in words[index + 1 : index + 3]]
    return said[:1] == ["of"] and len(said) > 1 and f"glass of {said[1]}" not in VOCABULARY


def _ends(words: Sequence[Word], index: int) -> bool:
    """Return whether no noun follows that is of glass."""
    following = words[index + 1] if index + 1 < len(words) else None
    return following is None or following.is_break or following.lemma in ("and", "or", "on", "beside", "next", "near")

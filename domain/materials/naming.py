"""Materials by what people call them: "black marble" is marble_black, and what is no material has near matches."""

import difflib
import re

from domain.errors import Invalid
from domain.materials import CATALOGUE

NEAR_MAX, NEAREST_MAX = 5, 3
COMMON = ("oak", "steel_brushed", "marble_white", "glass_clear", "fabric_grey")
LIKENESS_MIN = 0.7  # of a word to another
_BY_WORDS = {frozenset(name.split("_")): name for name in CATALOGUE} | {
    frozenset(words.split()): name
    for name, others in {
        "marble_white": "carrara marble, carrara, calacatta marble, calacatta",
        "marble_black": "nero marquina, marquina marble",
        "steel_brushed": "stainless steel",
    }.items()
    for words in others.split(", ")
}
"""Names that people and other catalogues have for the same."""


def material_named(text: str) -> str:
    """Return the catalogue's name of a material: its own name, or the same words in any order.

    Raises
    ------
    Invalid
        The catalogue has no such material; the fact `near` names those that are like it.
    """
    words = re.findall(r"[a-z0-9]+", text.casefold())
    name = "_".join(words)
    found = name if name in CATALOGUE else _BY_WORDS.get(frozenset(words), "")
    if found:
        return found
    near = near_materials(text)
    raise Invalid(
        f"The catalogue has no material {text[:64]!r}; near are {', '.join(near)}",
        field="update.material", near=near, allowed=len(CATALOGUE),
    )  # fmt: skip


def near_materials(text: str) -> list[str]:
    """Return the names most like a text, word by word, in any order, and as they may be misspelt; never none."""
    words = _words(text)
    return like_materials(text) or _nearest(" ".join(words))


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"[a-z0-9]+", text.casefold()[:64])))


def like_materials(text: str) -> list[str]:
    """Return the names with words that are spelt like those of a text, best first; none where there are none."""
    words = _words(text)
    like = {
        known: max((difflib.SequenceMatcher(None, word, known).ratio(), place) for place, word in enumerate(words))
        for known in {known for name in CATALOGUE for known in name.split("_")}
        if words
    }
    scores = {name: _likeness([like[known] for known in name.split("_") if known in like]) for name in CATALOGUE}
    near = sorted((name for name in CATALOGUE if scores[name] > 0), key=lambda one: (-scores[one], len(one), one))
    return near[:NEAR_MAX]


def _nearest(text: str) -> list[str]:
    """Return the names least unlike a text that is like none; of a text without a letter of theirs, common ones."""
    like = {name: difflib.SequenceMatcher(None, text, name.replace("_", " ")).ratio() for name in CATALOGUE}
    near = sorted((name for name in CATALOGUE if like[name] > 0), key=lambda one: (-like[one], one))
    return near[:NEAREST_MAX] or list(COMMON)


def _likeness(found: list[tuple[float, int]]) -> float:
    """Return how many of a text's words a name has, each as much as it is like it."""
    best: dict[int, float] = {}
    for ratio, place in found:
        if ratio >= LIKENESS_MIN:
            best[place] = max(best.get(place, 0.0), ratio)
    return sum(best.values())

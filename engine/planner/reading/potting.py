"""Plants in pots are drawn with them: three terracotta pots with cacti are three cacti, each in its own."""

import re

_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|some|several|the)"
# What grows, by the names that people say, and the plant that is drawn for it.
_PLANTS = {
    "cactus": "cactus|cacti|cactuses", "succulent plant": "succulents?", "fern plant": "ferns?",
    "flower": "flowers?|geraniums?|tulips?|daisy|daisies|orchids?|pansies|petunias?|marigolds?|begonias?|violets?",
    "herb plant": "herbs?|basil|mint|rosemary|thyme|parsley|cilantro|coriander|dill|oregano",
    "plant": "plants?|ivy|aloe(?: vera)?|lavender|greenery|seedlings?",
}  # fmt: skip
_ANY = "|".join(_PLANTS.values())
_HOLDS = r"(?:with|of|holding|containing|filled with|full of)(?: (?:an?|some|fresh|small|green|little|tall))*"
_POT = r"(?:flower ?|plant ?)?(?:pot|planter)(s?)"
_WITH = re.compile(
    rf"\b(?:({_NUMBER}) )?((?:(?!(?:and|with|of)\b)\w+ ){{0,3}}?){_POT} {_HOLDS} ({_ANY})\b", re.IGNORECASE
)
_IN = re.compile(rf"\b({_ANY}) in ({_NUMBER}) ((?:(?!(?:and|with|of)\b)\w+ ){{0,3}}?){_POT}\b", re.IGNORECASE)


def potted(text: str) -> str:
    """Return a text in which plants have pots, where it says that pots have plants."""
    text = _WITH.sub(lambda said: _said(said[1], said[4], said[2], is_several=bool(said[3])), text)
    return _IN.sub(lambda said: _said(said[2], said[1], said[3], is_several=bool(said[4])), text)


def _said(number: str | None, plant: str, looks: str, *, is_several: bool) -> str:
    name = next(name for name, words in _PLANTS.items() if re.fullmatch(words, plant.casefold()))
    name = ("cactuses" if name == "cactus" else f"{name}s") if is_several else name
    return f"{number or ''} {name} with {looks}pot".lstrip()

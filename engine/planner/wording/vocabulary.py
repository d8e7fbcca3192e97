"""What each phrase can mean: the planner's own words, and those that stand beside the archetypes' drawings."""

from dataclasses import dataclass, field, replace

from domain.colors import COLORS
from engine.archetypes import ARCHETYPES, Archetype
from engine.planner.wording.lexicon import CARRIERS, FEATURES, METAL_COLORS, MODIFIERS, NUMBERS, PARTS, STYLE_WORDS
from engine.planner.wording.links import LINKS, STOPWORDS
from engine.planner.wording.substances import MATERIALS, SHADES
from engine.planner.wording.words import lemmas

LONGEST = 6  # words of a phrase
_ADJECTIVES = MATERIALS.keys() | COLORS.keys() | MODIFIERS | STYLE_WORDS.keys() | FEATURES.keys() | SHADES.keys()


@dataclass(frozen=True, slots=True)
class Meaning:
    """All that a phrase can mean."""

    thing: str = ""  # the archetype that it names
    part: str = ""
    material: str = ""
    color: str = ""
    style: str = ""
    features: dict[str, str] = field(default_factory=dict)  # archetype, or "" for any → feature
    number: int = 0
    link: str = ""
    is_modifier: bool = False
    is_shade: bool = False
    is_quiet: bool = False
    is_carrier: bool = False

    @property
    def is_adjective(self) -> bool:
        """Return whether it can say of what kind a thing is."""
        return bool(self.material or self.color or self.style or self.is_modifier or self.is_shade)


def _vocabulary() -> dict[str, Meaning]:
    table: dict[str, Meaning] = {}

    def add(phrase: str, **meaning: object) -> None:
        key = lemmas(phrase)
        table[key] = replace(table.get(key, Meaning()), **meaning)  # type: ignore[arg-type]

    for word in STOPWORDS:
        add(word, is_quiet=True)
    for words, name in ((MODIFIERS, "is_modifier"), (SHADES, "is_shade"), (CARRIERS, "is_carrier")):
        for word in words:
            add(word, **{name: True})
    for words_of, name in (
        (PARTS, "part"), (MATERIALS, "material"), (COLORS, "color"), (STYLE_WORDS, "style"), (NUMBERS, "number"),
        (LINKS, "link"),
    ):  # fmt: skip
        for phrase, value in words_of.items():
            add(phrase, **{name: value})
    _add_archetypes(table)
    return table


def _add_archetypes(table: dict[str, Meaning]) -> None:
    for phrase, feature in FEATURES.items():
        _add_feature(table, phrase, "", feature)
    for one in ARCHETYPES.values():
        for phrase in _own_phrases(one):
            key = lemmas(phrase)
            known = table.get(key, Meaning())
            table[key] = known if known.thing else replace(known, thing=one.name)
        for word in one.parts:
            key = lemmas(word)
            if key in METAL_COLORS:
                continue  # the gold of a crown is what it is made of
            known = table.get(key, Meaning())
            table[key] = known if known.part else replace(known, part=key)
        for phrase, feature in one.features.items():
            _add_feature(table, phrase, one.name, feature)


def _own_phrases(one: Archetype) -> list[str]:
    """Return the phrases that name an archetype, less those that only put an adjective before another of them."""
    keys = {lemmas(phrase) for phrase in (*one.phrases, one.name)}
    is_plant = one.category == "plant"  # a rubber plant is a kind of plant
    own = [key for key in keys if is_plant or not _describes(key, keys)]
    return [key for key in own if not _counts_parts(key, keys)]


def _describes(phrase: str, keys: set[str]) -> bool:
    """Return whether a phrase only puts an adjective before another of them."""
    first, _, rest = phrase.partition(" ")
    return first in _ADJECTIVES and rest in keys


def _counts_parts(phrase: str, keys: set[str]) -> bool:
    """Return whether a phrase only says how many parts another of them has: two storey house."""
    first, _, rest = phrase.partition(" ")
    return first in NUMBERS and rest.partition(" ")[0] in PARTS and rest.rpartition(" ")[2] in keys


def _add_feature(table: dict[str, Meaning], phrase: str, archetype: str, feature: str) -> None:
    key = lemmas(phrase)
    known = table.get(key, Meaning())
    table[key] = replace(known, features=known.features | {archetype: feature})


VOCABULARY = _vocabulary()

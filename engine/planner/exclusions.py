"""What must not be there: parts, features, materials and colours that the text says no to, and contradictions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.materials import CATALOGUE
from engine.planner.lexicon import OPPOSITES, PARTS
from engine.planner.phrase import Phrase
from engine.planner.spans import Span
from engine.planner.substances import COLORS, MATERIALS
from engine.planner.vocabulary import VOCABULARY
from engine.planner.words import Word

_ALIKE = {"arm": "armrest", "armrest": "arm", "back": "backrest", "backrest": "back"}
_FAMILIES = {"wood": "wood", "wooden": "wood", "timber": "wood", "metal": "metal", "metallic": "metal",
             "plastic": "plastic", "fabric": "textile", "cloth": "textile", "stone": "stone", "glass": "glass",
             "leather": "leather"}  # fmt: skip
_LESS = "less"


@dataclass(slots=True)
class Ban:
    """What the text rules out.

    Attributes
    ----------
    said : list of str
        In the text's words, singular.
    names : set of str
        In the words of drawings: parts, features, materials of the catalogue.
    colors : set of str
        Colours as "#rrggbb".
    """

    said: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    colors: set[str] = field(default_factory=set)

    def add(self, said: str, names: Sequence[str]) -> None:
        """Rule something out."""
        if said and said not in self.said:
            self.said.append(said)
        self.names.update(names)


def banned(phrases: Sequence[Phrase], words: Sequence[Word]) -> Ban:
    """Return what a text rules out by negation, or by a word such as armless."""
    ban = Ban()
    for phrase in phrases:
        if phrase.is_negated:
            _ban_phrase(ban, phrase)
    for word in words:
        part = _less(word.lemma)
        if part:
            ban.add(part, [part, PARTS.get(part, part), *_alike(part)])
    return ban


def _less(word: str) -> str:
    """Return the part that a word such as frameless denies."""
    root = word.removesuffix(_LESS)
    if root == word or word in VOCABULARY:
        return ""
    return root if root in PARTS or (root in VOCABULARY and VOCABULARY[root].part) else ""


def _ban_phrase(ban: Ban, phrase: Phrase) -> None:
    nouns = [span for span in phrase.spans if span.is_noun or span.is_unknown]
    noun = phrase.noun
    adjectives = [span for span in phrase.spans if span is not noun and not span.number and not span.is_size]
    substances = [span for span in phrase.spans if span.meaning.material or span.meaning.color]
    if noun is None or (substances and substances[-1] is noun and not phrase.has_determiner):
        for span in substances:
            _ban_substance(ban, span)
        for span in phrase.spans:
            if span.meaning.style or span.meaning.features:
                ban.add(span.lemma, [span.lemma, *span.meaning.features.values()])
    elif adjectives and not set(adjectives) <= set(nouns):
        ban.add(" ".join(span.lemma for span in (*adjectives, noun)), [_joined(adjectives, noun)])
    elif adjectives:
        ban.add(_joined(adjectives, noun), [_joined(adjectives, noun)])
    else:
        _ban_noun(ban, noun)


def _joined(adjectives: Sequence[Span], noun: Span) -> str:
    return " ".join(span.lemma for span in (*adjectives, noun))


def _ban_noun(ban: Ban, span: Span) -> None:
    own = span.meaning.part or PARTS.get(span.lemma, span.lemma)
    names = {span.lemma, own, span.meaning.thing, *span.meaning.features.values(), *_alike(own), *_alike(span.lemma)}
    ban.add(span.lemma, sorted(names - {""}))


def _alike(part: str) -> list[str]:
    return [_ALIKE[part]] if part in _ALIKE else []


def _ban_substance(ban: Ban, span: Span) -> None:
    if span.meaning.color:
        ban.colors.add(COLORS[span.lemma])
        tinted = [name for name in CATALOGUE if name.endswith(f"_{span.lemma}")]
        ban.add(span.lemma, [span.lemma, *tinted])
        return
    family = _FAMILIES.get(span.lemma)
    names = [one.name for one in CATALOGUE.values() if family and one.family == family]
    ban.add(span.lemma, [span.lemma, MATERIALS[span.lemma], *names])


def opposites(words: set[str]) -> list[str]:
    """Return pairs of words that contradict each other, as "tiny, yet gigantic"."""
    found = []
    for one, other in OPPOSITES:
        first, second = sorted(words & one), sorted(words & other)
        if first and second:
            found.append(f"{first[0]}, yet {second[0]}")
    return found

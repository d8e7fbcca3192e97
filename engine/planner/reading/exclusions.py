"""What must not be there: parts, features, materials and colours that the text says no to, and contradictions."""

import re
from collections.abc import Callable, Sequence
from colorsys import rgb_to_hsv
from dataclasses import dataclass, field

from domain.colors import COLORS
from domain.materials import CATALOGUE
from engine.archetypes.brief import ALIKE
from engine.planner.wording.lexicon import OPPOSITES, PARTS
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.spans import Span
from engine.planner.wording.substances import MATERIALS
from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import Word, lemma

_FAMILIES = {"wood": "wood", "wooden": "wood", "timber": "wood", "metal": "metal", "metallic": "metal",
             "plastic": "plastic", "fabric": "textile", "cloth": "textile", "stone": "stone", "glass": "glass",
             "leather": "leather"}  # fmt: skip
_LESS = "less"


# They say nothing of which of a thing's parts are meant.
_LOOSE = frozenset({"visible", "side", "wing", "ugly", "silly", "extra", "additional", "fancy", "decorative", "more"})


@dataclass(frozen=True, slots=True)
class Denial:
    """A part or feature that the text says no to.

    Attributes
    ----------
    text : str
        As written, like "without front wheels".
    names : tuple of str
        In the words of drawings.
    whole : tuple of str
        The names of the noun alone, where adjectives say which are meant, as in no front wheels.
    materials : frozenset of str
        Only what is made of these is meant, as in no wooden legs.
    phrase : int
        The identity of the phrase that says so, 0 of a word such as legless.
    """

    text: str
    names: tuple[str, ...]
    whole: tuple[str, ...] = ()
    materials: frozenset[str] = frozenset()
    phrase: int = 0


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
    substances : dict
        Materials of the catalogue, each with the word that rules it out.
    denials : list of Denial
        Parts and features.
    """

    said: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    colors: set[str] = field(default_factory=set)
    substances: dict[str, str] = field(default_factory=dict)
    denials: list[Denial] = field(default_factory=list)

    def add(self, said: str, names: Sequence[str]) -> None:
        """Rule something out."""
        if said and said not in self.said:
            self.said.append(said)
        self.names.update(names)


_NAME = r"(?P<noun>[^\W\d_]{2,})"
_FREE = re.compile(rf"(?<!\w){_NAME}\u2060\s*free(?!\w)", re.IGNORECASE)
_NAUGHT = re.compile(rf"(?<![\w.,\-])(?:0|zero)[\u2060\s]+{_NAME}", re.IGNORECASE)
_BELOW = re.compile(rf"(?<![\w.,\u2060])[-−](\d+)\s+{_NAME}", re.IGNORECASE)


def denied_in(text: str) -> tuple[list[str], str]:
    """Return what words such as blue-free deny, and the text without them; no chairs stands for zero chairs."""
    found = [match["noun"] for match in _FREE.finditer(text) if lemma(match["noun"].casefold()) in VOCABULARY]
    for noun in found:
        text = re.sub(rf"(?<!\w){noun}\u2060\s*free(?!\w)", " ", text)
    return found, _NAUGHT.sub(r"no \g<noun>", text)


def naught_in(text: str) -> tuple[list[str], str]:
    """Return numbers below one of whole things, as said, and the text without those numbers."""
    said = [" ".join(match.group().replace("\u2060", " ").split()) for match in _NAUGHT.finditer(text)]
    return said, _NAUGHT.sub(r"\g<noun>", text)


def below_naught(text: str) -> tuple[list[str], str]:
    """Return negative numbers of things, as said, and the text without those numbers."""
    return [" ".join(match.group().split()) for match in _BELOW.finditer(text)], _BELOW.sub(r" \g<noun>", text)


def banned(phrases: Sequence[Phrase], words: Sequence[Word]) -> Ban:
    """Return what a text rules out by negation, or by a word such as armless."""
    ban = Ban()
    for phrase in phrases:
        if phrase.is_negated:
            _ban_phrase(ban, phrase)
    for word in words:
        part = _less(word.lemma)
        if part:
            names = [part, PARTS.get(part, part), *_alike(part)]
            ban.add(part, names)
            ban.denials.append(Denial(word.text, tuple(dict.fromkeys(names))))
    return ban


def _less(word: str) -> str:
    """Return the part that a word such as frameless denies."""
    root = word.removesuffix(_LESS)
    if root == word or word in VOCABULARY:
        return ""
    return root if root in PARTS or (root in VOCABULARY and VOCABULARY[root].part) else ""


def _ban_phrase(ban: Ban, phrase: Phrase) -> None:
    noun = phrase.noun
    adjectives = [span for span in phrase.spans if span is not noun and not span.number and not span.is_size]
    substances = [span for span in phrase.spans if span.meaning.material or span.meaning.color]
    if noun is None or (substances and substances[-1] is noun and not phrase.has_determiner):
        for span in substances:
            _ban_substance(ban, span)
        for span in phrase.spans:
            if span.meaning.style or span.meaning.features:
                ban.add(span.lemma, [span.lemma, *span.meaning.features.values()])
    elif adjectives:
        ban.add(_joined(adjectives, noun), [_joined(adjectives, noun)])
        ban.denials.append(_narrow(phrase, adjectives, noun))
    else:
        names = _names_of(noun)
        ban.add(noun.lemma, names)
        ban.denials.append(Denial(_said(phrase), tuple(names), phrase=id(phrase)))


def _narrow(phrase: Phrase, adjectives: Sequence[Span], noun: Span) -> Denial:
    """Return what is denied of some of a thing's parts: no wooden legs, no front wheels."""
    whole, joined = _names_of(noun), _joined(adjectives, noun)
    made_of = frozenset(name for span in adjectives for name in _materials_of(span))
    names = [joined, *(whole if all(span.lemma in _LOOSE for span in adjectives) else [])]
    return Denial(_said(phrase), tuple(names), tuple(whole), made_of, id(phrase))


def _said(phrase: Phrase) -> str:
    return f"without {' '.join(span.text for span in phrase.spans if not span.is_size)}"


def _joined(adjectives: Sequence[Span], noun: Span) -> str:
    return " ".join(span.lemma for span in (*adjectives, noun))


def _names_of(span: Span) -> list[str]:
    own = span.meaning.part or PARTS.get(span.lemma, span.lemma)
    names = {span.lemma, own, span.meaning.thing, *span.meaning.features.values(), *_alike(own), *_alike(span.lemma)}
    return sorted(names - {""})


def _alike(part: str) -> list[str]:
    return [ALIKE[part]] if part in ALIKE else []


def _ban_substance(ban: Ban, span: Span) -> None:
    if span.meaning.color:
        ban.colors.add(COLORS[span.lemma])
        tinted = [name for name in CATALOGUE if name.endswith(f"_{span.lemma}")]
        ban.add(span.lemma, [span.lemma, *tinted])
        ban.substances |= dict.fromkeys(tinted, span.lemma)
        ban.names.update(_of_hue(span.lemma))
        return
    names = _materials_of(span)
    ban.substances |= dict.fromkeys(names, span.lemma)
    ban.add(span.lemma, [span.lemma, *names])


def _of_hue(color: str) -> list[str]:
    """Return the materials that look so by themselves: oak is brown, whoever names no oak."""
    is_so = _LOOKS.get(color)
    plain = (one for one in CATALOGUE.values() if one.family != "metal" and one.opacity == 1.0)
    return [one.name for one in plain if is_so and is_so(*rgb_to_hsv(*_shares(one.albedo)))]


def _shares(albedo: str) -> tuple[float, float, float]:
    red, green, blue = (int(albedo[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


# Hue, saturation and value of what is called so.
_LOOKS: dict[str, Callable[[float, float, float], bool]] = {
    "brown": lambda hue, saturation, value: 0.02 < hue < 0.13 and saturation > 0.25 and value < 0.8,
    "grey": lambda _, saturation, value: saturation < 0.14 and 0.2 < value < 0.85,
    "white": lambda _, saturation, value: saturation < 0.12 and value >= 0.85,
    "black": lambda _, saturation, value: value <= 0.2,
    "red": lambda hue, saturation, value: (hue < 0.04 or hue > 0.95) and saturation > 0.4,
    "green": lambda hue, saturation, value: 0.2 < hue < 0.45 and saturation > 0.2,
    "blue": lambda hue, saturation, value: 0.5 < hue < 0.72 and saturation > 0.2,
}


def _materials_of(span: Span) -> list[str]:
    """Return the materials of the catalogue that a word means: all woods, or steel."""
    if not span.meaning.material:
        return []
    family = _FAMILIES.get(span.lemma)
    return [MATERIALS[span.lemma], *(one.name for one in CATALOGUE.values() if family and one.family == family)]


def opposites(words: set[str]) -> list[str]:
    """Return pairs of words that contradict each other, as "tiny, yet gigantic"."""
    found = []
    for one, other in OPPOSITES:
        first, second = sorted(words & one), sorted(words & other)
        if first and second:
            found.append(f"{first[0]}, yet {second[0]}")
    return found

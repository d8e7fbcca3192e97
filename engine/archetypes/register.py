"""The register of archetypes: what each is called, where it belongs, and the function that draws it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from domain.spec import DesignType
from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing

Draw = Callable[[Drawing, Brief], None]


@dataclass(frozen=True, slots=True)
class Archetype:
    """One kind of thing that can be drawn.

    Attributes
    ----------
    name : str
        The canonical name; the wire shows it as `archetype`.
    phrases : tuple of str
        Words that mean it, singular and lower case; a phrase may belong to one archetype only.
    hints : tuple of str
        Words that only suggest it, such as "cook" for an oven.
    about : str
        One sentence of what it is and what it is for; its embedding answers for words that no phrase has.
    parts : tuple of str
        Words for parts that the drawing asks the finish or the count of, beside those that every archetype shares.
    features : dict
        Phrases that ask for something, and the feature each means, like "whistling": "whistle".
    """

    name: str
    design_type: DesignType
    category: str
    draw: Draw
    phrases: tuple[str, ...]
    hints: tuple[str, ...] = ()
    about: str = ""
    parts: tuple[str, ...] = ()
    features: dict[str, str] = field(default_factory=dict)


ARCHETYPES: dict[str, Archetype] = {}


def archetype(
    name: str,
    design_type: DesignType,
    category: str,
    phrases: str,
    *,
    hints: str = "",
    about: str = "",
    parts: str = "",
    features: str = "",
) -> Callable[[Draw], Draw]:
    """Register how an archetype is drawn, and the words for it, separated by commas.

    `features` are phrases, each alone or as "phrase=feature".
    """

    def register(draw: Draw) -> Draw:
        if name in ARCHETYPES:
            raise ValueError(f"{name} is drawn twice")
        ARCHETYPES[name] = Archetype(
            name, design_type, category, draw, _split(phrases), _split(hints), about, _split(parts), _pairs(features)
        )
        return draw

    return register


def _pairs(features: str) -> dict[str, str]:
    cut = (phrase.partition("=") for phrase in _split(features))
    return {phrase.strip(): meaning.strip() or phrase.strip() for phrase, _, meaning in cut}


def _split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


def draw(name: str, brief: Brief) -> Drawing:
    """Return the drawing of an archetype for a brief."""
    drawing = Drawing(brief, name=name)
    ARCHETYPES[name].draw(drawing, brief)
    return drawing

"""One thing that a text asks for: what the reader hands to the one who sets the scene."""

from dataclasses import dataclass, field

from domain.spec import Relation
from engine.planner.reading.exclusions import Denial


@dataclass(slots=True)
class Wanted:
    """A thing, what is said of it, and how it stands to another thing of the same text.

    Attributes
    ----------
    archetype : str
        A name of `engine.archetypes.ARCHETYPES`.
    count : int
        How many; "four chairs around a table" is a chair with count 4.
    relation : str
        on, under, beside, around, against, in, behind, in front of, above, between, or empty: stands by itself.
    anchor : int or None
        Index in the list of wanted things of the one it relates to; None with "against" is a wall of the room.
    words … said
        As in `engine.archetypes.Brief`; only what the text says of this thing.
    noun : str
        The word by which the text calls it.
    spoken : dict
        Per part ("" is the whole) the colours as said, like "dark green".
    text : str
        Words to put on the thing.
    wishes : dict
        Features that are asked for, and the words for each.
    part_forms : list of (str, str, str)
        Forms of parts: the word, the part, and both as said.
    denials : list of Denial
        Parts that must not be there.
    only : tuple of str
        Materials of the catalogue: every part is of one of them; empty: any will do.
    over : str
        The part of the room that it hangs over.
    by : str
        The part of the room that its relation is to.
    spot : str
        Where in a room it stands: wall, window, corner, middle.
    formation : str
        How copies stand among themselves (facing, circle, row, rows 2), or it to another (towards, leaning, by all).
    arranged : list of Relation
        How a room's own furniture is said to stand, to the room or to each other.
    is_some : bool
        The text says "ducks" and no number: as many of `count` as there is room for.
    is_plural : bool
        The text speaks of more than one, with or without a number.
    """

    archetype: str
    count: int = 1
    relation: str = ""
    anchor: int | None = None
    words: set[str] = field(default_factory=set)
    part_words: dict[str, set[str]] = field(default_factory=dict)
    materials: list[str] = field(default_factory=list)
    part_materials: dict[str, str] = field(default_factory=dict)
    colors: list[str] = field(default_factory=list)
    part_colors: dict[str, str] = field(default_factory=dict)
    palettes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    features: list[str] = field(default_factory=list)
    wishes: dict[str, str] = field(default_factory=dict)
    excluded: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    modifiers: set[str] = field(default_factory=set)
    said: dict[str, str] = field(default_factory=dict)
    noun: str = ""
    spoken: dict[str, list[str]] = field(default_factory=dict)
    part_forms: list[tuple[str, str, str]] = field(default_factory=list)
    denials: list[Denial] = field(default_factory=list)
    only: tuple[str, ...] = ()
    text: str = ""
    over: str = ""
    by: str = ""
    spot: str = ""
    formation: str = ""
    arranged: list[Relation] = field(default_factory=list)
    is_some: bool = False
    is_plural: bool = False

    @property
    def name(self) -> str:
        """Return what the text calls it."""
        return self.noun or self.archetype

"""What the planner understood, as an archetype reads it."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import TypedDict

import numpy as np

from domain.materials import CATALOGUE
from engine.archetypes.styles import Style, style_named

Triple = tuple[float, float, float]
_TINTED = (
    ("paint_", "paint_white"),
    ("plastic_", "plastic_white"),
    ("fabric_", "fabric_grey"),
    ("enamel_", "enamel_white"),
)


# Forms of legs that a text may name.
_LEGS = frozenset({"hairpin", "cabriole", "splayed", "tapered", "turned"})
_NUMERALS = {"roman": "roman", "baton": "baton", "dot": "dots", "dotted": "dots"}
_NUMBERS = frozenset({"number", "numeral", "digit", "figure"})
# Two words for one part.
ALIKE = {"arm": "armrest", "armrest": "arm", "back": "backrest", "backrest": "back"}
# Words for a part that never mean the whole.
PARTIAL = frozenset(
    [
        "leg",
        "foot",
        "back",
        "seat",
        "cushion",
        "door",
        "top",
        "base",
        "bow",
        "crown",
        "pillow",
        "head",
        "stem",
        "rim",
        "shelf",
    ]
)
# Excluded where a thing is carried by what it is in: a rose in a bottle has no pot.
OWN_STAND = "own stand"
# What stands in for a material that the text rules out.
_INSTEAD = ("oak", "steel_brushed", "plastic_white", "fabric_grey", "marble_white", "paint_white")
# The same, of one family: what is woven stays woven.
_INSTEAD_OF_KIND = {
    "textile": ("fabric_blue", "fabric_grey", "linen", "wool", "velvet"),
    "leather": ("leather_brown", "leather_black", "leather_white"), "wood": ("oak", "birch", "ebony", "wood_weathered"),
    "metal": ("steel_brushed", "iron_black", "brass_polished"),
    "plastic": ("plastic_white", "plastic_black", "abs_grey"),
    "paint": ("paint_white", "paint_blue", "paint_black", "paint_red"),
    "stone": ("marble_white", "marble_black", "limestone"),
    "ceramic": ("ceramic_white", "porcelain", "terracotta"),
}  # fmt: skip


class Words(frozenset[str]):
    """The words of a text; remembers which a drawing looked for, so that the reading can say what had no effect."""

    sought: set[str]

    def __new__(cls, words: Iterable[str] = ()) -> "Words":
        """Return the words with nothing looked for yet."""
        made = super().__new__(cls, words)
        made.sought = set()
        return made

    def __and__(self, other: Set[object]) -> frozenset[str]:
        """Return the common words."""
        self.sought.update(word for word in other if isinstance(word, str))
        return super().__and__(other)

    def __contains__(self, word: object) -> bool:
        """Return whether a word is there."""
        if isinstance(word, str):
            self.sought.add(word)
        return super().__contains__(word)

    def __or__(self, other: Set[object]) -> "Words":
        """Return the words of both; what is looked for in it is remembered here."""
        both = Words(word for word in (*self, *other) if isinstance(word, str))
        both.sought = self.sought
        return both

    def intersection(self, *others: Iterable[object]) -> frozenset[str]:
        """Return the common words."""
        found = frozenset(self)
        for other in others:
            found &= self & frozenset(other)
        return found


class Finish(TypedDict):
    """What a part is made of and its tint."""

    material: str
    color: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A reading in the archetype's words: materials and colours with and without targets, features, counts, sizes."""

    random: np.random.Generator
    style_name: str = "realistic"
    words: frozenset[str] = frozenset()
    part_words: dict[str, frozenset[str]] = field(default_factory=dict)  # what the text says of a piece of a room
    materials: tuple[str, ...] = ()  # without a target, in the order of the text
    part_materials: dict[str, str] = field(default_factory=dict)
    colors: tuple[str, ...] = ()
    part_colors: dict[str, str] = field(default_factory=dict)
    palettes: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of parts that come in several colours
    features: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()  # parts, features, and materials of the catalogue
    counts: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)  # width, height, depth, diameter, length; metres
    modifiers: frozenset[str] = frozenset()
    text: str = ""  # words to put on the thing
    # Factor on the finished drawing: sizes far from the natural ones.
    zoom: list[float] = field(default_factory=lambda: [1.0])
    own: frozenset[str] = frozenset()  # parts whose finish must not become that of the whole
    heard: set[str] = field(default_factory=set)  # parts that the drawing asked the finish of
    heard_by_main: set[str] = field(default_factory=set)  # the same, asked for the main finish
    named: set[str] = field(default_factory=set)  # all part words whose finish can be said
    asked: set[str] = field(default_factory=set)  # parts and features that the drawing asked for by `has` and `count`
    clamped: dict[str, tuple[int, int]] = field(default_factory=dict)  # part: how many are wanted, and can be drawn

    @property
    def style(self) -> Style:
        """Return the forms and materials of the style, its legs as the text says."""
        style = style_named(self.style_name)
        return replace(style, leg=self.spoken_leg) if self.spoken_leg else style

    @property
    def numerals(self) -> str:
        """Return how hours are marked on a dial: as the text says, else as the style does."""
        self.asked.update(_NUMBERS)
        if self.excluded & _NUMBERS and self.style.numerals == "roman":
            return "baton"
        return _NUMERALS.get(min(self.words & _NUMERALS.keys(), default=""), self.style.numerals)

    @property
    def spoken_leg(self) -> str:
        """Return the form of legs that the text names, "" if it names none."""
        return min(self.words & _LEGS, default="")

    def __post_init__(self) -> None:
        """Listen to which words are looked for."""
        if not isinstance(self.words, Words):
            object.__setattr__(self, "words", Words(self.words))

    @property
    def sought(self) -> frozenset[str]:
        """Return the words that the drawing looked for."""
        return frozenset(self.words.sought) if isinstance(self.words, Words) else frozenset()

    def has(self, *names: str, default: bool = False) -> bool:
        """Return whether a feature or part is wanted; what is excluded never is."""
        self.asked.update(names)
        if self.excluded.intersection(names):
            return False
        return default or bool(self.features.intersection(names)) or bool(self.words.intersection(names))

    def count(self, noun: str, default: int, *, least: int = 0, most: int = 24) -> int:
        """Return how many of a part are wanted; of one that is ruled out, the fewest that can be drawn."""
        self.asked.add(noun)
        if noun in self.excluded:
            if least:
                self.clamped[noun] = (0, least)
            return least
        wanted = self.counts.get(noun, max(default, len(self.palettes.get(noun, ()))))
        drawn = max(least, min(most, wanted))
        if drawn != wanted and noun in self.counts:
            self.clamped[noun] = (wanted, drawn)
        return drawn

    def of(self, parts: str, role: str, *, is_main: bool = False, is_accent: bool = False) -> Finish:
        """Return `material` and `color` for a part.

        `parts` are the words for it, separated by spaces, a name of two words as `racing_stripe`. What the text says of
        the part wins; then, for the main part the first material and colour without a target, for an accent the second;
        then the style's material of the role.
        """
        names = [
            name for name in (part.replace("_", " ") for part in parts.split()) if not (is_main and name in self.own)
        ]
        self._hear(names, is_main)
        material = next((self.part_materials[name] for name in names if name in self.part_materials), "")
        color = next((self.part_colors[name] for name in names if name in self.part_colors), "")
        index = 0 if is_main else 1
        if (is_main or is_accent) and not (material or color):
            material = self.materials[index] if len(self.materials) > index else ""
            color = self.colors[index] if len(self.colors) > index else ""
        material = material or self.allowed(self.style.material(role))
        if not color and self.colors and "painted" in self.modifiers and material in CATALOGUE:
            is_wood = CATALOGUE[material].family == "wood" and not {*names} & self.part_materials.keys()
            color = self.colors[0] if is_wood else ""
        return self.finish(material, color)

    def palette(self, *names: str) -> tuple[str, ...]:
        """Return the colours of a part to which the text gives several, in its order; else nothing."""
        said = next((name for name in names if name in self.palettes), "")
        self.heard.update({said, f"palette {said}"} if said else ())
        return self.palettes.get(said, ())

    def allowed(self, material: str) -> str:
        """Return a material of the style, or another where the text rules it out."""
        if material not in self.excluded:
            return material
        alike = _INSTEAD_OF_KIND.get(CATALOGUE[material].family, ()) if material in CATALOGUE else ()
        return next((other for other in (*alike, *_INSTEAD) if other not in self.excluded), material)

    @staticmethod
    def finish(material: str, color: str) -> Finish:
        """Return a material with its tint, where there is one."""
        return Finish(material=_tintable(material) if color else material, color=color)

    def _hear(self, names: list[str], is_main: bool) -> None:
        """Note the parts whose finish is asked for."""
        self.named.update(names)
        asked = {name for name in names if name in self.part_materials or name in self.part_colors}
        partial = asked & PARTIAL if is_main else set()
        self.heard_by_main.update(partial)
        self.heard.update(asked - partial)

    def box(
        self, width: float, height: float, depth: float, *, keeps_shape: bool = False, grows: bool = False,
        is_sat_at: bool = False,
    ) -> Triple:  # fmt: skip
        """Return the overall size: what the text states, else the given one, wider or taller by its modifiers.

        With `keeps_shape`, and where the stated sizes are far from the natural ones, the design is drawn near its
        natural size and `zoom` says by how much to scale it afterwards, so that boards and gaps scale too. What `grows`
        may be far wider than usual, or deeper, and is no taller for that: a bench, a row of shelves. What people
        sit at (`is_sat_at`) is as high for a small one as for a large one.
        """
        natural = {"width": width, "height": height, "depth": depth}
        stated = {name: value for name, value in _sides(self.sizes, natural).items() if name in natural}
        ratio = _mean_ratio(stated, natural) if stated else 1.0
        is_grown = grows and not {"height"} & stated.keys() and _NEAR[1] < ratio <= _GROWN_MOST
        if keeps_shape or not (_NEAR[0] <= ratio <= _NEAR[1] or is_grown):
            self.zoom[0] = ratio
            stated = {name: natural[name] * _near(value / ratio / natural[name]) for name, value in stated.items()}
        sides = {name: stated.get(name, value * self._modified(name, is_fixed=is_sat_at and name == "height"))
                 for name, value in natural.items()}  # fmt: skip
        return sides["width"], sides["height"], sides["depth"]

    def _modified(self, side: str, *, is_fixed: bool = False) -> float:
        factor = self.style.height if side == "height" else 1.0
        for word, (axis, by) in SIZE_WORDS.items():
            if word in self.modifiers and axis in (side, "all") and not (is_fixed and word in _OF_PLAN):
                factor *= by
        return factor

    def vary(self, low: float, high: float) -> float:
        """Return a number that the seed chooses."""
        return float(self.random.uniform(low, high))

    def choose(self, *options: str) -> str:
        """Return an option that the seed chooses."""
        return options[int(self.random.integers(len(options)))]


SIZE_WORDS: dict[str, tuple[str, float]] = {
    "tall": ("height", 1.3), "short": ("height", 0.75), "wide": ("width", 1.3), "narrow": ("width", 0.75),
    "slim": ("depth", 0.8), "deep": ("depth", 1.25), "long": ("width", 1.3), "low": ("height", 0.75),
    "thick": ("depth", 1.2), "high": ("height", 1.25), "tiny": ("all", 0.5), "small": ("all", 0.75),
    "mini": ("all", 0.6), "compact": ("all", 0.85), "large": ("all", 1.3), "big": ("all", 1.3),
    "huge": ("all", 1.6), "giant": ("all", 2.0), "oversized": ("all", 1.4), "little": ("all", 0.75),
}  # fmt: skip


_OF_PLAN = frozenset({"small", "little", "compact", "large", "big", "oversized", "huge"})  # of a table
_NEAR = (0.5, 2.2)
_GROWN_MOST = 8.0  # times as wide as usual


def _near(ratio: float) -> float:
    return min(max(ratio, 0.35), 3.0)


def _tintable(material: str) -> str:
    """Return the palest material of the kind, so that a tint shows true."""
    return next((pale for prefix, pale in _TINTED if material.startswith(prefix)), material)


def along_and_across(sizes: Mapping[str, float], *, is_deep: bool) -> dict[str, float]:
    """Return sizes in which a length that comes with a width or depth has taken the side that it means.

    Of something "100 m long and 8 m wide" the length is along its longer side, and the width across it.
    """
    sides = dict(sizes)
    if "length" in sides and ("width" in sides) != ("depth" in sides):
        across = sides.pop("width") if "width" in sides else sides.pop("depth")
        along, other = ("depth", "width") if is_deep else ("width", "depth")
        sides[along], sides[other] = sides.pop("length"), across
    return sides


def _sides(sizes: dict[str, float], natural: dict[str, float]) -> dict[str, float]:
    """Return stated sizes by side: a diameter is width and depth, a length is the longer of the two."""
    sides = along_and_across(sizes, is_deep=natural["depth"] > natural["width"])
    if "diameter" in sides:
        across = sides.pop("diameter")
        sides.setdefault("width", across)
        if natural["depth"] >= 0.6 * natural["width"]:
            sides.setdefault("depth", across)
    if "length" in sides:
        longer = "depth" if natural["depth"] > natural["width"] else "width"
        sides.setdefault(longer, sides.pop("length"))
    if "area_m2" in sides:
        factor = float(np.sqrt(sides.pop("area_m2") / (natural["width"] * natural["depth"])))
        for name in ("width", "depth"):
            sides.setdefault(name, natural[name] * factor)
    if "size" in sides:
        largest = max(natural, key=lambda name: natural[name])
        sides.setdefault(largest, sides.pop("size"))
    return sides


def _mean_ratio(stated: dict[str, float], natural: dict[str, float]) -> float:
    return float(np.exp(np.mean([np.log(value / natural[name]) for name, value in stated.items()])))

"""Fruit heaped in a bowl: the kinds that a text names, each in its own form, or some of everything."""

from math import cos, pi, radians, sin

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.produce import PROFILES
from engine.archetypes.objects.shaping import blend, chain, wire

# Where fruit lies, shares of the bowl's width: how wide it is, ring radius, turn in degrees, height of its middle.
_SLOTS = (
    (0.3, 0.21, 10, 0.2), (0.3, 0.2, 130, 0.2), (0.29, 0.21, 250, 0.2),
    (0.27, 0.16, 70, 0.37), (0.27, 0.15, 190, 0.37), (0.27, 0.15, 310, 0.37), (0.25, 0.0, 0, 0.53),
)  # fmt: skip
# How tall a kind is for its width, and the colours it comes in.
_KINDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "apple": (0.93, ("#c8321f", "#b3281f", "#8fae3a")), "orange": (0.95, ("#e08a1e", "#d97c14")),
    "pear": (1.32, ("#b9bf3f", "#a9b23c")), "lemon": (1.3, ("#f0cf2e",)), "lime": (1.2, ("#8fb83a",)),
    "peach": (0.94, ("#eda36b",)), "plum": (1.04, ("#5b2a55",)), "tomato": (0.82, ("#c8281e",)),
    "mango": (1.25, ("#e9a13a",)),
}  # fmt: skip
_SOFT = ("banana", "grape")  # they lie on the rest
_MIXED = ("apple", "orange", "apple", "orange", "pear", "apple")
FRUIT = " ".join((*_KINDS, *_SOFT))
_NATURAL_M = 0.3  # the width of the bowl that fruit has its own size in


def heap(drawing: Drawing, brief: Brief, width: float) -> None:
    """Draw fruit in a bowl of a width, metres, that stands on the ground."""
    for (size, ring, turn, rise), kind in zip(_SLOTS, _round_kinds(brief), strict=False):
        x, z = ring * width * cos(radians(turn)), ring * width * sin(radians(turn))
        _one(drawing, brief, kind, size * width, (x, rise * width, z))
    low = 0.32 if _laid(drawing) else 0.07
    if "banana" in brief.words:
        _bananas(drawing, brief, width, (0.0, low * width, -0.16 * width))
    if "grape" in brief.words:
        _grapes(drawing, brief, width, (0.0, low * width, 0.2 * width))


def _round_kinds(brief: Brief) -> list[str]:
    """Return the kinds of the round fruit, in the order in which it is laid: as many as are said, or some of each."""
    named = sorted(brief.words & {*_KINDS})
    if not named:
        is_soft_alone = bool(brief.words & {*_SOFT}) and "fruit" not in brief.words
        return [] if is_soft_alone else [*_MIXED[: brief.count("fruit", len(_MIXED), least=1, most=len(_MIXED))]]
    said = {kind: brief.count(kind, 0, most=len(_SLOTS)) for kind in named}
    if not any(said.values()):
        count = brief.count("fruit", 3 if brief.words & {*_SOFT} else 6, least=len(named), most=len(_SLOTS))
        return [named[number % len(named)] for number in range(count)]
    return [kind for kind in named for _ in range(said[kind] or 1)][: len(_SLOTS)]


def _laid(drawing: Drawing) -> int:
    """Return how many round fruits are drawn so far."""
    return sum(one.type == "grown" for one in drawing.objects)


def _one(drawing: Drawing, brief: Brief, kind: str, wide: float, middle: Triple) -> None:
    """Draw one fruit with its stalk."""
    tall, colors = _KINDS[kind]
    x, y, z = middle
    skin = brief.of(f"{kind} fruit", "fruit" if kind in ("apple", "peach", "plum", "tomato", "mango") else "citrus")
    number = _laid(drawing)
    skin = skin if skin["color"] else Finish(material=skin["material"], color=colors[number % len(colors)])
    is_long = tall > 1.1
    wide *= 0.86 if is_long else 1.0
    low = y - tall * wide / 2
    lies = kind in ("lemon", "lime", "mango")
    drawing.add(
        "grown", (wide, tall * wide, wide), (x, low, z), profile=[*PROFILES[kind]], ribs=5 if kind == "apple" else 0,
        rib_depth=0.03, turn=(0.0, 57.0 * number, 90.0 if lies else 0.0), name=kind, **skin,
    )  # fmt: skip
    if not lies:
        top, long = low + wide * tall * (0.86 if kind != "pear" else 0.97), 0.24 * wide
        path = [(x, top - 0.03 * wide, z), (x + 0.1 * long, top + 0.6 * long, z), (x + 0.4 * long, top + long, z)]
        wire(drawing, "stalk", path, 0.05 * wide, brief.of("stalk stem", "bark"))


def _bananas(drawing: Drawing, brief: Brief, width: float, at: Triple) -> None:
    """Draw bananas side by side that lie on the rest, their tips up."""
    skin = brief.of("banana", "paint_white")
    skin = skin if skin["color"] else Finish(material=skin["material"], color="#eec52f")
    count, times = brief.count("banana", 3, least=1, most=6), width / _NATURAL_M
    for number in range(count):
        side = (number - (count - 1) / 2) * 0.03
        rows = []
        for share in (0.0, 0.08, 0.2, 0.4, 0.6, 0.8, 0.93, 1.0):
            turn = -1.1 + 2.1 * share
            thick = 0.0165 * min(1.0, 0.42 + 2.6 * share, 0.3 + 3.2 * (1 - share))
            x, y, z = 0.095 * sin(turn), 0.095 * (1 - cos(turn)) + 0.014, side * (0.25 + 0.75 * min(1.0, 2 * share))
            rows.append((at[0] + times * x, at[1] + times * y, at[2] + times * z, times * thick))
        blend(drawing, "banana", chain(rows), skin, soft=0.004 * times)


def _grapes(drawing: Drawing, brief: Brief, width: float, at: Triple) -> None:
    """Draw a bunch of grapes that lies on the rest."""
    skin = brief.of("grape", "fruit")
    is_pale = bool(brief.words & {"green", "white"})
    skin = skin if skin["color"] else Finish(material=skin["material"], color="#8fae4a" if is_pale else "#4b2450")
    times = width / _NATURAL_M
    for row, count in enumerate((2, 3, 4, 3, 2)):
        for number in range(count):
            x, z = (number - (count - 1) / 2) * 0.019, (row - 2) * 0.0175
            y = 0.012 + 0.012 * cos(pi * (row - 2) / 5)
            place = (at[0] + times * x, at[1] + times * y, at[2] + times * z)
            drawing.add("ball", (0.023 * times, 0.023 * times, 0.023 * times), place, name="grape", **skin)

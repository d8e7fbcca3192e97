"""What people of a trade wear, by which they are known: an apron, a hat, a coat."""

from dataclasses import dataclass
from itertools import pairwise

from engine.archetypes.creatures.anatomy import Part
from engine.archetypes.objects.shaping import Bone, chain, limb, lump, twins

WHITE, NAVY, STRAW = "#f2f0ea", "#24365a", "#d9bd7a"


@dataclass(frozen=True, slots=True)
class Trade:
    """The colours of a trade's clothes, its hat, and what else tells it; "" is what people wear anyway."""

    shirt: str = ""
    trousers: str = ""
    hat: str = ""
    hat_color: str = WHITE
    apron: str = ""
    is_woman: bool = False
    is_grey: bool = False


_BLACK = "#1f1f23"
_CHEF = Trade(WHITE, "#2b2d31", "toque", WHITE, apron=WHITE)
_NURSE = Trade("#a9cfd6", "#a9cfd6", "cap", WHITE)
_FARMER = Trade("#a8432f", "#35506e", "brim", STRAW, apron="#35506e")
_BUILDER = Trade("#e07a1f", "#2f3a4a", "helmet", "#e8c11e")
_PLAYER = Trade("#b3221f", WHITE)
TRADES = {
    "chef": _CHEF, "cook": _CHEF, "baker": _CHEF, "nurse": _NURSE, "surgeon": _NURSE, "farmer": _FARMER,
    "gardener": Trade("#4f7a52", "#5a4a3a", "brim", STRAW, apron="#3f5a3a"), "builder": _BUILDER,
    "construction worker": _BUILDER, "miner": _BUILDER, "mechanic": Trade("#2f4f7a", "#2f4f7a", "cap", "#24365a"),
    "sailor": Trade(WHITE, NAVY, "cap", WHITE), "fisherman": Trade("#e0b020", "#3a4a3a", "brim", "#e0b020"),
    "scientist": Trade(WHITE, "#4a4e55"), "doctor": Trade(WHITE, "#4a6a8a"), "teacher": Trade("#7a4a3a", "#3a3a42"),
    "waiter": Trade(WHITE, _BLACK, apron=_BLACK), "waitress": Trade(WHITE, _BLACK, apron=_BLACK, is_woman=True),
    "clown": Trade("#e0b020", "#3f8a4f", "cone", "#c2332f"), "ballerina": Trade("#e8a0b8", "#e8a0b8", is_woman=True),
    "dancer": Trade("#a8326a", "#2b2d31", is_woman=True), "policewoman": Trade(NAVY, NAVY, "cap", NAVY, is_woman=True),
    "policeman": Trade(NAVY, NAVY), "police officer": Trade(NAVY, NAVY, "cap", NAVY),
    "firefighter": Trade("#8a6a2f", "#2b2d31"), "fireman": Trade("#8a6a2f", "#2b2d31", "helmet", "#b3221f"),
    "soccer player": _PLAYER, "football player": _PLAYER, "athlete": _PLAYER, "student": Trade("#3f6a9a", "#35506e"),
    "grandmother": Trade("#8a6a9a", "#5a4a5a", is_woman=True, is_grey=True), "grandfather": Trade(is_grey=True),
    "grandma": Trade("#8a6a9a", "#5a4a5a", is_woman=True, is_grey=True), "grandpa": Trade(is_grey=True),
    "old man": Trade(is_grey=True), "old woman": Trade(is_woman=True, is_grey=True),
}  # fmt: skip


def trade_of(words: frozenset[str]) -> Trade:
    """Return how somebody of the trade that the words name is dressed."""
    return next((trade for name, trade in TRADES.items() if words.issuperset(name.split())), Trade())


def trade_parts(trade: Trade) -> dict[str, Part]:
    """Return the hat and the apron of a trade, on a person 1.75 m tall."""
    parts = {"hat": Part(_HATS[trade.hat], "felt", trade.hat_color)} if trade.hat else {}
    if trade.apron:
        rows = [(0.0, 1.24, 0.105, 0.05), (0.0, 1.05, 0.115, 0.06), (0.0, 0.86, 0.125, 0.06), (0.0, 0.66, 0.13, 0.06)]
        cloth: list[Bone] = [
            limb((x, high, z), thick, (x, low, deep), thick, (1.0, 1.0, 0.45))
            for (_, high, z, thick), (_, low, deep, _) in pairwise(rows)
            for x in (-0.07, 0.0, 0.07)
        ]
        parts["apron"] = Part(cloth, "cotton", trade.apron)
    return parts


_HATS: dict[str, list[Bone]] = {
    "toque": [limb((0, 1.69, -0.01), 0.108, (0, 1.78, -0.015), 0.105), lump((0, 1.86, -0.02), 0.15, (1.0, 0.7, 1.0))],
    "cap": [lump((0, 1.72, -0.01), 0.118, (0.95, 0.62, 1.0))],
    "brim": [lump((0, 1.72, -0.01), 0.115, (0.95, 0.8, 1.0)), lump((0, 1.69, -0.01), 0.25, (1.0, 0.12, 1.0))],
    "helmet": [lump((0, 1.7, -0.01), 0.135, (0.95, 0.85, 1.05)), lump((0, 1.685, 0.02), 0.16, (0.95, 0.12, 1.1))],
    "cone": [limb((0, 1.69, -0.02), 0.11, (0, 1.98, -0.03), 0.012), lump((0, 1.99, -0.03), 0.035)],
}
CURLS: list[Bone] = [*twins(lump((0.125, 1.63, -0.01), 0.075)), lump((0, 1.6, -0.1), 0.08)]
NOSE = Part(chain([(0, 1.6, 0.12, 0.024), (0, 1.6, 0.128, 0.024)]), "paint_red", "")

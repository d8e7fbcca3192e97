"""What makes a van a shop: a serving hatch with a counter and an awning, and a great cone on an ice cream van."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing

_STRIPES = 7
_LEAN = 24.0


def sells(brief: Brief) -> str:
    """Return what is sold from a van, "" where it is no shop."""
    if brief.words >= {"ice", "cream"}:
        return "ice cream"
    return "food" if brief.words & {"food", "snack", "taco", "burger", "catering"} else ""


def shop(drawing: Drawing, brief: Brief, width: float, height: float, length: float, goods: str) -> None:
    """Draw the hatch in the right flank, its counter and striped awning, and what shows what is sold."""
    wide, z, flank = length * 0.34, -0.14 * length, width / 2
    low, tall = height * 0.52, height * 0.3
    frame = brief.of("hatch frame counter", "aluminium")
    drawing.add("frame", (wide + 0.1, tall + 0.1, 0.12), (flank - 0.045, low - 0.05, z), turn=(0, 90, 0), name="hatch",
                border_m=0.06, **frame)  # fmt: skip
    drawing.add("box", (0.1, tall + 0.02, wide + 0.02), (flank - 0.06, low - 0.01, z), name="opening",
                material="paint_black")  # fmt: skip
    drawing.add("box", (0.34, 0.04, wide + 0.1), (flank + 0.1, low - 0.06, z), name="counter", radius_m=0.01, **frame)
    _awning(drawing, brief, (flank - 0.01, low + tall + 0.1, z), wide + 0.2)
    if goods == "ice cream":
        _cone(drawing, brief, height, length)
    else:
        drawing.add("rod", (0.2, 0.4, 0.2), (0, height - 0.1, z), name="vent", material="aluminium")
        drawing.add("disc", (0.3, 0.06, 0.3), (0, height + 0.28, z), name="vent_cap", material="aluminium")


def _awning(drawing: Drawing, brief: Brief, at: tuple[float, float, float], wide: float) -> None:
    """Draw stripes of cloth that slope away from the flank, white between coloured ones."""
    cloth, reach, each = brief.of("awning", "fabric_blue", is_accent=True), 0.62, wide / _STRIPES
    white = Finish(material="fabric_grey", color="#f6f3ec")
    x, y, z = at
    drawing.add("box", (0.34, 0.08, wide), (x - 0.15, y - 0.06, z), radius_m=0.02, name="awning_case", **white)
    for number in range(_STRIPES):
        middle = (x + reach / 2 * cos(radians(_LEAN)), y - reach / 2 * sin(radians(_LEAN)) - 0.014)
        drawing.add("box", (reach, 0.028, each + 0.002), (*middle, z - wide / 2 + each * (number + 0.5)),
                    turn=(0, 0, -_LEAN), name="awning", **(white if number % 2 else cloth))  # fmt: skip


def _cone(drawing: Drawing, brief: Brief, height: float, length: float) -> None:
    """Draw a waffle cone with three scoops on the roof."""
    z, low = 0.02 * length, height - 0.06
    drawing.add("disc", (0.5, 0.14, 0.5), (0, low, z), name="cone_stand", material="aluminium")
    waffle = brief.finish("paint_white", "#d59b52")
    drawing.add("turning", (0.46, 0.72, 0.46), (0, low + 0.1, z), profile=[0.22, 0, 1, 0.94, 1.04, 0.96, 1.04, 1],
                is_flowing=False, name="cone", **waffle)  # fmt: skip
    top = low + 0.72
    tones = ("#f4a7b9", "#f7ecd0", "#7a4a32")
    for (x, y, deep), tone in zip(((-0.1, 0.0, 0.04), (0.1, 0.0, 0.04), (0.0, 0.2, -0.02)), tones, strict=True):
        size = (0.36, 0.34, 0.36)
        drawing.add("ball", size, (x, top + y, z + deep), name="scoop", **brief.finish("paint_white", tone))

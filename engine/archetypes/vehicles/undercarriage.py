"""What coaches and trams share: rounded ends, rows of windows, bogies, pantographs."""

from typing import Any

from engine.archetypes.brief import Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.vehicles.shared import (
    Line,
    Shares,
    lying,
    tubes,
    twins,
)

_IRON = Finish(material="iron_black", color="")


_STEEL = Finish(material="steel_brushed", color="")


def bogie(drawing: Drawing, y: float, z: float, k: float, base: float = 1.8, across: float = 0.86) -> None:
    """Draw a bogie: four flanged wheels, axles and frames."""
    r = across * k / 2
    for at in (-base / 2, base / 2):
        for side in (1.0, -1.0):
            lying(
                drawing, "disc", 2 * r, 0.13 * k, (side * 0.75 * k, y + r - 0.004 * k, z + at * k), "wheel", _STEEL,
                along="x", edge=0.1,
            )  # fmt: skip
        lying(drawing, "rod", 0.16 * k, 2.0 * k, (0, y + r, z + at * k), "axle", _IRON, along="x")
    for x in (-0.95, 0.95):
        drawing.add(
            "box", (0.14 * k, 0.3 * k, (base + 0.8) * k), (x * k, y + r - 0.05 * k, z), name="bogie",
            radius_m=0.04 * k, **_IRON,
        )  # fmt: skip
    drawing.add("box", (2.0 * k, 0.7 * k, 0.5 * k), (0, y + r + 0.1 * k - 0.1 * k, z), name="bolster", **_IRON)


def pantograph(drawing: Drawing, y: float, z: float, k: float) -> None:
    y -= 0.06 * k
    arms: list[Line] = [
        [(0.5 * k, y, z + 0.5 * k), (0.3 * k, y + 0.5 * k, z - 0.5 * k), (0.5 * k, y + 1.0 * k, z + 0.3 * k)]
    ]
    bow: Line = [
        (-0.9 * k, y + 0.9 * k, z + 0.3 * k), (-0.7 * k, y + 1.0 * k, z + 0.3 * k), (0.7 * k, y + 1.0 * k,
        z + 0.3 * k), (0.9 * k, y + 0.9 * k, z + 0.3 * k),
    ]  # fmt: skip
    base: Line = [(-0.5 * k, y, z + 0.5 * k), (0.5 * k, y, z + 0.5 * k)]
    tubes(drawing, [*twins(arms), bow, base], 0.05 * k, "pantograph", _IRON)
    drawing.add("box", (1.3 * k, 0.14 * k, 0.5 * k), (0, y - 0.06 * k, z + 0.5 * k), name="pantograph_base", **_IRON)


def row(first: float, last: float, count: int, y: float, high: float, gap: float = 0.16) -> Shares:
    """Return windows in a row from z to z (shares of half the length), as the maker reads them."""
    pitch = (last - first) / count
    return [value for step in range(count) for value in (first + (step + 0.5) * pitch, y, pitch / 2 * (1 - gap), high)]


def ends(nose: float, tail: float, slope: float = 0.0) -> dict[str, Any]:
    """Return the sections of a box with a rounded nose and tail; `slope` lets the nose fall."""
    return {
        "along": [-1, -1 + tail * 0.25, -1 + tail, 1 - nose, 1 - nose * 0.25, 1], "half": [0.86, 0.97, 1, 1,
        0.97 - slope * 0.15, 0.86 - slope * 0.5], "low": [0.06, 0.01, 0, 0, 0.01, 0.06], "high": [0.94, 0.99, 1, 1,
        0.99 - slope * 0.5, 0.94 - slope * 0.72], "square": 9.0,
    }  # fmt: skip

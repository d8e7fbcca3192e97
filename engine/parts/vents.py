"""Openings for air that face +z, between z = ±depth/2, centred on the origin."""

import numpy as np
from manifold3d import OpType

from engine.parts.detail import Detail
from engine.parts.profiles import Outline, annulus, circle, facing, rectangle, rounded_rectangle
from engine.parts.solids import Solid, block, copies, moved, turned, union


def louvred(width: float, height: float, depth: float, blades: int, detail: Detail) -> Solid:
    """Return a frame of tilted blades."""
    border = 0.07 * min(width, height)
    rim = facing(
        rounded_rectangle(width, height, border * 0.6) - rectangle(width - 2 * border, height - 2 * border), depth
    )
    inner = height - 2 * border
    pitch = inner / blades
    long = min(pitch * 1.0, depth * 1.2)
    blade = turned(block(width - 1.6 * border, max(pitch * 0.12, depth * 0.05), long), x=35.0)
    rows = copies(blade, [(0.0, -inner / 2 + pitch * (step + 0.45), 0.0) for step in range(blades)])
    return union((rim, rows ^ moved(block(width, height, depth), y=-height / 2)))


def slotted(width: float, height: float, depth: float, slots: int) -> Solid:
    """Return a plate with upright slots with round ends."""
    each = width / (slots + 0.5)
    slot = rounded_rectangle(each * 0.5, height * 0.76, each * 0.25, 12)
    holes = [slot.translate((each * (step - (slots - 1) / 2), 0.0)) for step in range(slots)]
    plate = rounded_rectangle(width, height, 0.08 * min(width, height))
    return facing(plate - Outline.batch_boolean(holes, OpType.Add), depth)


def perforated(width: float, height: float, depth: float, pitch: float, detail: Detail) -> Solid:
    """Return a plate with round holes in offset rows."""
    border = 0.05 * min(width, height)
    columns = max(2, min(40, int((width - 2 * border) / pitch)))
    rows = max(2, min(40, int((height - 2 * border) / (pitch * 0.87))))
    hole = circle(pitch * 0.31, {"draft": 4, "standard": 6, "high": 10}[detail.quality])
    across, up = (width - 2 * border) / (columns + 0.5), (height - 2 * border) / rows
    holes = [
        hole.translate((across * (column - (columns - 0.5) / 2 + 0.5 * (row % 2)), up * (row - (rows - 1) / 2)))
        for row in range(rows)
        for column in range(columns)
    ]
    plate = rounded_rectangle(width, height, 0.08 * min(width, height))
    return facing(plate - Outline.batch_boolean(holes, OpType.Add), depth)


def round_grille(radius: float, depth: float, rings: int, detail: Detail) -> Solid:
    """Return concentric rings on spokes: a fan's guard."""
    wire, around = radius * 0.035, detail.around(48)
    bands = [annulus(r, r - wire, around) for r in np.linspace(radius * 0.2, radius, rings)]
    spokes = [rectangle(2 * radius - wire, wire).rotate(angle) for angle in (0.0, 45.0, 90.0, 135.0)]
    return facing(Outline.batch_boolean([circle(radius * 0.14, around), *bands, *spokes], OpType.Add), depth)

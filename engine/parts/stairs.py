"""Flights of stairs; a straight one rises towards −z, a spiral one turns to the left as it rises."""

import numpy as np

from engine.parts.detail import Detail
from engine.parts.profiles import Flat, Outline, arc, polygon, sideways, standing
from engine.parts.solids import Solid, block, cylinder, moved, rounded_box, turned, union
from engine.parts.sweeping import tube

RISE_M = 0.175  # a comfortable step; 2 rises + 1 going ≈ 0.63 m (Blondel)


def treads(width: float, height: float, depth: float, count: int, thick: float, detail: Detail) -> Solid:
    """Return `count` boards with noses that rise from +z to −z, the last one flush with `height`."""
    going = depth / count
    board = rounded_box(width, thick, going * 1.12, thick * 0.3, detail.bevel)
    return union(
        [
            moved(board, y=height * (step + 1) / count - thick, z=depth / 2 - going * (step + 0.5))
            for step in range(count)
        ]
    ).trim_by_plane((0.0, 0.0, 1.0), -depth / 2)


def risers(width: float, height: float, depth: float, count: int, thick: float) -> Solid:
    """Return the upright boards between the treads of the same flight."""
    going, rise = depth / count, height / count
    return union(
        [
            moved(
                block(width, rise - thick * 0.5, thick * 0.6), y=rise * step, z=depth / 2 - going * step - going * 0.04
            )
            for step in range(count)
        ]
    ).trim_by_plane((0.0, 0.0, -1.0), -depth / 2)


def string_board(height: float, depth: float, thick: float, count: int) -> Solid:
    """Return one sloping side board of a straight flight in the plane x = 0, from the floor to its head."""
    rise, deep = height / count, max(0.09 * depth, 1.5 * height / count)
    front, back = depth / 2, -depth / 2
    outline = [
        (front, 0.0),
        (front, min(rise * 1.1, height)),
        (back, height),
        (back, height - min(deep, 0.8 * height)),
        (front - min(deep, 0.8 * depth), 0.0),
    ]
    return sideways(polygon(outline), thick)


def straight_flight(
    width: float, height: float, depth: float, count: int, detail: Detail, *, is_open: bool
) -> dict[str, Solid]:
    """Return the treads and the rest of a flight between two side boards; without risers if `is_open`."""
    thick = min(0.04, height / count * 0.3)
    side = min(0.04, width * 0.08)
    strings = [moved(string_board(height, depth, side, count), x=x * (width - side) / 2) for x in (-1, 1)]
    inner = width - 1.2 * side
    frame = strings if is_open else [*strings, risers(inner, height, depth, count, thick)]
    return {"treads": treads(inner, height, depth, count, thick, detail), "frame": union(frame)}


def massive_flight(width: float, height: float, depth: float, count: int) -> Solid:
    """Return a flight cast in one piece with a sloping underside."""
    going, rise = depth / count, height / count
    line: list[tuple[float, float]] = [(depth / 2, 0.0)]
    for step in range(count):
        line += [(depth / 2 - going * step, rise * (step + 1)), (depth / 2 - going * (step + 1), rise * (step + 1))]
    waist = max(rise * 1.3, 0.06 * depth)
    line += [(-depth / 2, max(height - waist, rise * 0.2)), (depth / 2 - min(going * 1.6, depth * 0.9), 0.0)]
    return sideways(polygon(line), width)


def spiral_flight(radius: float, height: float, count: int, turn_deg: float, detail: Detail) -> dict[str, Solid]:
    """Return treads, pole, balusters and handrail of a spiral stair; its treads end a rail's height below the top."""
    rail = min(0.95, height * 0.28)
    top, pole = height - rail, radius * 0.09
    each, thick = turn_deg / count, min(0.045, (height - rail) / count * 0.3)
    step = standing(_wedge(radius * 0.97, pole * 0.6, each * 1.15, detail), thick)
    boards = [moved(turned(step, y=each * number), y=top * (number + 1) / count - thick) for number in range(count)]
    bar = min(0.012, radius * 0.02)
    angles = np.radians(each * (np.arange(count) + 0.5))
    reach = radius - bar * 3
    feet = np.column_stack([reach * np.cos(angles), top * np.arange(1, count + 1) / count, -reach * np.sin(angles)])
    bars = [moved(cylinder(bar, rail - bar, 8), x=float(x), y=float(y) - thick, z=float(z)) for x, y, z in feet]
    hand = tube(_helix(reach, feet, rail - thick, each, top / count), bar * 2, detail.around(12))
    return {
        "treads": union(boards),
        "frame": union([cylinder(pole, height, detail.around(24)), cylinder(pole * 2.4, thick, detail.around(32))]),
        "rail": union([hand, *bars]),
    }


def _wedge(outer: float, inner: float, angle_deg: float, detail: Detail) -> Outline:
    steps = max(2, detail.along(3))
    return polygon(np.vstack([arc(outer, 0.0, angle_deg, steps), arc(inner, angle_deg, 0.0, steps)]))


def _helix(radius: float, feet: Flat, above: float, each_deg: float, rise: float) -> Flat:
    """Return the line of the handrail over the feet of its balusters."""
    count = len(feet)
    t = np.linspace(0.0, count - 1.0, 3 * count)
    angles = np.radians(each_deg * (t + 0.5))
    return np.column_stack([radius * np.cos(angles), feet[0, 1] + rise * t + above, -radius * np.sin(angles)])

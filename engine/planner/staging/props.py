"""What a scene needs beside its things: what holds them from above, and a piece of wall behind them."""

from collections.abc import Sequence

import msgspec
import numpy as np

from domain.spec import DesignObject, Dimensions
from engine.archetypes import Drawing
from engine.planner.staging.standing import Box, Crowd, Place, box_of
from engine.planner.staging.tripod import hang_from_tripod

_APART_M = 0.18  # from the top of a thing to what hangs on the wall above it
_EYES_M = 1.5
_THICK_M = 0.12  # of a wall
_SUNK_M = 0.003  # into the wall, so that it touches
_NEAR_M = 1.5  # from an anchor to the wall behind it


def highest_over(crowd: Crowd, there: Box, box: Box) -> float:
    """Return how high the highest thing reaches in the plan of an anchor and of what hangs over it."""
    half = np.maximum(there.size, box.size)[[0, 2]] / 2
    low, high = crowd.low[:, [0, 2]], crowd.high[:, [0, 2]]
    is_below = ((low < there.middle[[0, 2]] + half) & (high > there.middle[[0, 2]] - half)).all(axis=1)
    return max(float(there.high[1]), float(crowd.high[is_below, 1].max(initial=-np.inf)))


def around(boxes: Sequence[Box]) -> Box:
    return Box(np.min([box.low for box in boxes], axis=0), np.max([box.high for box in boxes], axis=0))


def hold(drawn: Drawing, by: str) -> None:
    """Fix all objects of a drawing to something that is not drawn."""
    for index, thing in enumerate(drawn.objects):
        drawn.objects[index] = msgspec.structs.replace(thing, properties=thing.properties | {"held": by})


def wall_behind(drawn: Drawing, box: Box, style: str, *, is_hung: bool = False, is_touched: bool = False) -> float:
    """Draw a piece of wall behind a thing that stands against one, or hangs on it at the height of the eyes.

    How far the thing is to be lifted is returned.
    """
    up = max(0.0, _EYES_M - float(box.middle[1])) if is_hung else 0.0
    width, height = float(box.size[0]) * 1.8, max(2.4, (float(box.high[1]) + up) * 1.15)
    finish = drawn.brief.of("wall", "wall")
    sunk = _SUNK_M if is_hung or is_touched else -0.005
    at = (float(box.middle[0]), -up, float(box.low[2]) + sunk - _THICK_M / 2)
    drawn.add("wall", (width, height, _THICK_M), at, **finish)
    return up


def hangs_on_wall(drawn: Drawing) -> bool:
    """Return whether what is drawn is held by a wall, or can be."""
    return drawn.name == "screen" or any(one.properties.get("held") == "wall" for one in drawn.objects)


def hung_over(
    drawn: Drawing, box: Box, there: Box, over: float, count: int, objects: list[DesignObject]
) -> list[Place]:
    """Return places on a wall behind an anchor and what carries it, above it.

    A piece of that wall is drawn with each copy; where something hangs there already, its wall grows instead.
    """
    stride = max(1.25 * float(there.size[0]) / count, 1.3 * float(box.size[0]))
    up = over + _APART_M - float(box.low[1])
    front = _front_m(there, objects) - _SUNK_M
    at = (float(box.middle[0]), -up, float(box.low[2]) + _SUNK_M - _THICK_M / 2)
    hold(drawn, "wall")
    tall = max(2.4, up + float(box.high[1]) + 0.25)
    if not _is_wall_grown(objects, there, tall, stride):
        drawn.add("wall", (stride, tall, _THICK_M), at, **drawn.brief.of("wall", "wall"))
    steps = (np.arange(count) - (count - 1) / 2) * stride + float(there.middle[0] - box.middle[0])
    return [((float(x), up, front - _SUNK_M - float(box.low[2])), 0.0) for x in steps]


def _front_m(there: Box, objects: Sequence[DesignObject]) -> float:
    """Return the z of the back of what stands under an anchor and carries it, or of the anchor."""
    low = [float(there.low[2])]
    for one in objects:
        box = box_of([one])
        is_under = one.type != "wall" and box.low[1] < there.low[1] + _SUNK_M and box.meets(there)
        low += [float(box.low[2])] if is_under else []
    return min(low)


def _is_wall_grown(objects: list[DesignObject], there: Box, tall: float, wide: float) -> bool:
    """Return whether a wall stands behind an anchor already; it is made as tall and wide as is needed."""
    for index, one in enumerate(objects):
        box = box_of([one])
        is_behind = one.type == "wall" and box.low[0] < there.middle[0] < box.high[0] and box.low[2] < there.low[2]
        if is_behind and there.low[2] - box.high[2] < _NEAR_M:
            size = one.dimensions
            size = Dimensions(max(size.width, wide), max(size.height, tall), size.depth)
            objects[index] = msgspec.structs.replace(one, dimensions=size)
            return True
    return False


def places_above(
    drawn: Drawing, box: Box, there: Box, over: float, count: int, objects: list[DesignObject],
    *, is_room: bool = False, is_fire: bool = False,
) -> list[Place]:  # fmt: skip
    """Return places over a thing, from a height on; what hangs there is held by a wall, the ceiling or a tripod."""
    if not is_room and hangs_on_wall(drawn):
        return hung_over(drawn, box, there, over, count, objects)
    height = over + 0.5 * max(float(box.size[1]), 0.4) - float(box.low[1])
    if not (is_fire and count == 1 and not is_room and hang_from_tripod(drawn, height, there)):
        hold(drawn, "ceiling")
    stride = max(float(there.size[0]) / count, 1.1 * float(box.size[0]))
    steps = (np.arange(count) - (count - 1) / 2) * stride
    middle = there.middle - box.middle
    return [((float(middle[0] + step), height, float(middle[2])), 0.0) for step in steps]

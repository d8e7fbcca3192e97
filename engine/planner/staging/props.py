"""What a scene needs beside its things: what holds them from above, and a piece of wall behind them."""

from collections.abc import Sequence

import msgspec
import numpy as np

from engine.archetypes import Drawing
from engine.planner.staging.standing import Box, Crowd, Place
from engine.planner.staging.tripod import hang_from_tripod


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


def wall_behind(drawn: Drawing, box: Box, style: str) -> None:
    """Draw a piece of wall behind a thing that stands against one."""
    width, height = float(box.size[0]) * 1.8, max(2.4, float(box.high[1]) * 1.15)
    finish = drawn.brief.of("wall", "wall")
    drawn.add("wall", (width, height, 0.12), (float(box.middle[0]), 0.0, float(box.low[2]) - 0.065), **finish)


def places_above(
    drawn: Drawing, box: Box, there: Box, over: float, count: int, *, has_tripod: bool = False
) -> list[Place]:
    """Return places over a thing, from a height on; what hangs there is held by the ceiling, or by a tripod."""
    height = over + 0.5 * max(float(box.size[1]), 0.4) - float(box.low[1])
    if not (has_tripod and count == 1 and hang_from_tripod(drawn, height, there)):
        hold(drawn, "ceiling")
    stride = max(float(there.size[0]) / count, 1.1 * float(box.size[0]))
    steps = (np.arange(count) - (count - 1) / 2) * stride
    middle = there.middle - box.middle
    return [((float(middle[0] + step), height, float(middle[2])), 0.0) for step in steps]

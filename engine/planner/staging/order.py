"""In which order the things of a scene are put: each after the one that it stands to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.planner.reading.wanted import Wanted
from engine.planner.staging.holding import anchor_of


def parted(things: Sequence[Wanted]) -> Sequence[Wanted]:
    """Return things in which those that others are between stand on either side of them."""
    parted = list(things)
    for index, one in enumerate(things):
        other = anchor_of(one, things)
        if other is None or one.anchor is None:
            continue
        if one.relation == "between" and other.count > 1 and not other.relation:
            parted[index] = replace(one, relation="", anchor=None)
            parted[one.anchor] = replace(other, relation="beside", anchor=index)
    return parted


def anchors_first(things: Sequence[Wanted]) -> list[int]:
    """Return the indices so that each comes after its anchor, what hangs last; a circle is cut where it begins."""
    order: list[int] = []
    waiting = list(range(len(things)))
    while waiting:
        able = [index for index in waiting if things[index].anchor in (None, *order)]
        ready = next((index for index in able if things[index].relation != "above"), (able or waiting)[0])
        waiting.remove(ready)
        order.append(ready)
    return order


def counted(things: Sequence[Wanted]) -> frozenset[str]:
    """Return the kinds of things that there are several of: three chairs, a red armchair and a blue one."""
    numbers = Counter[str]()
    for one in things:
        numbers[one.archetype] += one.count
    return frozenset(name for name, number in numbers.items() if number > 1)


_ENDS = {"left of": -1.0, "right of": 1.0}


def side_of(things: Sequence[Wanted], wanted: Wanted, *, is_spread: bool) -> float:
    """Return which part of a top is one's own: -1 is the left end, 0 the middle.

    It is the one that the text says; of a top that several things share, and are spread over, their own.
    """
    if "side" in wanted.said:
        return _ENDS[wanted.said["side"]]
    alike = [one for one in things if (one.anchor, one.relation) == (wanted.anchor, wanted.relation)]
    ends = np.linspace(-1, 1, len(alike)) if is_spread and len(alike) > 1 else [0.0] * len(alike)
    return next((float(end) for one, end in zip(alike, ends, strict=True) if one is wanted), 0.0)

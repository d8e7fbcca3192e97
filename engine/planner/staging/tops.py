"""What rests on several tops alike, and whether what is to be in a house would be on it."""

from collections.abc import Sequence

import numpy as np

from domain.spec import DesignObject
from engine.archetypes import ARCHETYPES, Drawing
from engine.planner.reading.knowledge import draws
from engine.planner.staging.sizing import without_ground
from engine.planner.staging.standing import Box, Crowd, Place, box_of, resting_places

_SEATS = frozenset({"stool", "chair", "bench"})


def on_each(
    drawn: Drawing, top: Sequence[DesignObject], count: int, others: Crowd, *, side: float,
    below_m: float = np.inf,
) -> list[Place]:  # fmt: skip
    """Return places on what is drawn; of several in turn on each, where all are to carry as many.

    The chairs of a table and the stool of a piano carry nothing.
    """
    top = _main_of(top)
    copies: dict[str, list[DesignObject]] = {}
    for one in top:
        copies.setdefault(one.part_of, []).append(one)
    share, left = divmod(count, len(copies))
    if len(copies) < 2 or left:
        return resting_places(drawn, top, box_of(top), count, others, side=side, below_m=below_m)
    each = [resting_places(drawn, own, box_of(own), share, others, below_m=below_m) for own in copies.values()]
    return [place for places in each for place in places]


def _main_of(top: Sequence[DesignObject]) -> list[DesignObject]:
    """Return the things of the kind that the widest object belongs to."""
    widest = max(top, key=lambda one: one.dimensions.width * one.dimensions.depth)
    kind = widest.part_of.rpartition("_")[0]
    seats = _SEATS - {*kind.split()}
    return [one for one in top if one.part_of.rpartition("_")[0] == kind and one.id.partition("_")[0] not in seats]


def is_outside(house: str, objects: Sequence[DesignObject], there: Sequence[Box], *, is_shut: bool) -> bool:
    """Return whether a thing that is to be in a house would stand on its roof or in its yard."""
    if ARCHETYPES[house].design_type != "building" or not draws(house, "roof"):
        return False
    walls = box_of(without_ground(objects))
    return is_shut or not any((walls.low < one.middle).all() and (one.middle < walls.high).all() for one in there)

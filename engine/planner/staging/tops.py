"""What rests on several tops alike, and whether what is to be in a house would be on it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject
from engine.archetypes import ARCHETYPES, Drawing
from engine.planner.reading.knowledge import draws
from engine.planner.staging.made import made
from engine.planner.staging.sizing import without_ground
from engine.planner.staging.standing import Box, Crowd, Place, box_of, resting_places

_SEATS = frozenset({"stool", "chair", "bench"})
_SOFT, _SOFT_M = frozenset({"pillow", "cushion", "tassel", "button"}), 0.012


def on_each(
    drawn: Drawing, top: Sequence[DesignObject], count: int, others: Crowd, *, side: float,
    below_m: float = np.inf,
) -> list[Place]:  # fmt: skip
    """Return places on what is drawn; of several in turn on each, where all are to carry as many.

    The chairs of a table and the stool of a piano carry nothing; things sink into a pillow.
    """
    places = _on_each(drawn, top, count, others, side=side, below_m=below_m)
    if count > 1 or not all(one.type in _SOFT for one in top):
        return places
    deep = min(_SOFT_M, 0.06 * float(box_of(drawn.objects).size[1]))
    off = box_of(top).middle - _weight_of(drawn)  # a pillow lies on little: what it carries is right above that
    return [((float(off[0]), y - deep, float(off[2])), turn) for (_, y, _), turn in places]


def _weight_of(drawn: Drawing) -> NDArray[np.float64]:
    """Return the (3,) middle of the volume of what is drawn."""
    shape = made(drawn.objects)
    corners = shape.points[shape.faces]
    volumes = np.einsum("ij,ij->i", corners[:, 0], np.cross(corners[:, 1], corners[:, 2]))
    middle: NDArray[np.float64] = (volumes[:, None] * corners.sum(axis=1)).sum(axis=0) / (4 * volumes.sum())
    return middle


def _on_each(
    drawn: Drawing, top: Sequence[DesignObject], count: int, others: Crowd, *, side: float, below_m: float
) -> list[Place]:
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

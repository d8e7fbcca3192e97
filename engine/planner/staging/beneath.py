"""Where things go under another: below a table's top, a tree's crown, where something of it is over them."""

from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject
from engine.archetypes import ARCHETYPES, Drawing
from engine.planner.staging.made import Made, made
from engine.planner.staging.places import free_around
from engine.planner.staging.standing import Box, Crowd, Place, box_of, boxes_of

_SPOTS = (0.0, -0.5, 0.5, -1.0, 1.0)  # of the room to either side of the middle: where to try
_NEARER = 0.5  # the same under a crown, whose trunk stands in the middle
_CROWNED = frozenset({"tree"})  # one object, of which only the made shape tells what is free below
_AROUND = -0.02  # of its depth: so far from the boughs
_UP = np.array([[0.0, 1.0, 0.0]])
_PARTS = 24  # into so many a triangle's sides are divided, to feel whether it reaches into a box
_WEIGHTS = np.array([(one, other, _PARTS - one - other) for one in range(_PARTS + 1)
                     for other in range(_PARTS + 1 - one)]) / _PARTS  # fmt: skip


def places_beneath(drawn: Drawing, over: Sequence[DesignObject], there: Box, others: Crowd, count: int) -> list[Place]:
    """Return up to `count` places on the ground below something, nearest to its middle first, and in front.

    Under a crown that reaches to the ground, they are around it.
    """
    box, own = box_of(drawn.objects), boxes_of(drawn.objects)
    middle, free = there.middle - box.middle, np.maximum((there.size - box.size) / 2, 0.0)
    if ARCHETYPES[drawn.name].category == "table":  # a parasol's pole goes through it
        over = [one for one in over if one.id.rpartition("_")[0] != "pole"] or over
    crowned = [one for one in over if one.type in _CROWNED]
    taken, places = Crowd(others.low, others.high), list[Place]()
    taken.take(boxes_of([one for one in over if one.type not in _CROWNED]))
    crown, shape, reach = (made(crowned) if crowned else None), made(over), _NEARER if crowned else 1.0
    for across, along in sorted(product(_SPOTS, _SPOTS), key=lambda spot: (abs(spot[0]) + abs(spot[1]), -spot[1])):
        x, z = middle[0] + across * reach * free[0], middle[2] + along * reach * free[2]
        place: Place = ((float(x), float(max(there.low[1], 0.0)), float(z)), 0.0)
        is_clear = crown is None or not _holds(box.moved(place), crown)
        if len(places) < count and is_clear and taken.is_free(own, place) and _is_over(shape, box.moved(place)):
            places.append(place)
            taken.take([one.moved(place) for one in own])
    if places or not crowned:
        return places
    taken.take(boxes_of(crowned))  # a fir's boughs reach to the ground: presents under it lie around its foot
    return free_around(there, box, own, taken, count, pulled_in=_AROUND)


def _holds(box: Box, shape: Made) -> bool:
    """Return whether a shape reaches into a box: a corner of it does, or the middle of a triangle or of its sides."""
    corners = shape.points[shape.faces]
    low, high = corners.min(axis=1), corners.max(axis=1)
    near = corners[((low < box.high) & (high > box.low)).all(axis=1)]
    points = _spread(near)
    return bool(((points > box.low) & (points < box.high)).all(axis=1).any())


def _spread(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (n, 3) points all over (m, 3, 3) triangles."""
    points: NDArray[np.float64] = np.einsum("wc,mcx->mwx", _WEIGHTS, corners).reshape(-1, 3)
    return points


def _is_over(shape: Made, below: Box) -> bool:
    """Return whether something of a shape is over the middle of a box."""
    start = np.array([below.middle[0], below.high[1], below.middle[2]])
    return bool((shape.rays.first(start[None], _UP).face >= 0)[0])

"""A drawing at exactly the size that the text states, as its shapes are really made."""

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from domain.spec import DesignObject, DesignSpec, Dimensions, Position, Reading
from engine.archetypes import scaled
from engine.archetypes.brief import along_and_across
from engine.assembling.assembly import assemble, placement
from engine.makers import MAKERS
from engine.planner.staging.standing import bounds_of, boxes_of

_AXES = {"width": 0, "height": 1, "depth": 2}
_EXACT = 1e-4
_ROUND = 1.1  # sides that differ less belong to something round
_BODY = 1.2  # a diameter is of the round body: where the whole is so much wider, a chain or handle reaches out of it
_STRETCH_MOST = 1.3  # more than so much in one direction would show
_BULGE = 0.025  # of its largest side: so far may a shape reach out of its box
_FACTOR_MOST = 20.0
# What a thing stands on and among: a house of ten metres has ten metres of walls and roof, not of lawn.
_COMPANIONS = frozenset({"chair", "stool", "office chair", "armchair"})
_PLOT = frozenset({"lawn", "pavement", "ground", "river", "sea", "moat"})
_AROUND = _PLOT | {
    "path", "bank", "tree", "bush", "fence", "pool", "hay_bale", "wood_pile", "bench", "drawbridge", "price_sign",
    "sign_post", "lounger", "rock",
}  # fmt: skip


def at_size(objects: Sequence[DesignObject], sizes_m: Mapping[str, float]) -> list[DesignObject]:
    """Return objects scaled so that the stated sides of all of them together are what is stated.

    One stated side scales everything alike; several are met each along its own axis, where they are nearly met already.
    """
    if not sizes_m or not objects:
        return list(objects)
    measured = measured_m(_measured(objects))
    wanted = _by_axis(sizes_m, measured)
    factors = {axis: value / measured[axis] for axis, value in wanted.items() if measured[axis] > 0}
    if not factors or max(abs(factor - 1) for factor in factors.values()) < _EXACT:
        return list(objects)
    if max(abs(np.log(factor)) for factor in factors.values()) > np.log(_FACTOR_MOST):
        return list(objects)
    alike = float(np.exp(np.mean(np.log(list(factors.values())))))
    rest = np.array([factors.get(axis, alike) / alike for axis in range(3)])
    even = list(scaled(objects, alike))
    if len(factors) == 1 or np.abs(np.log(rest)).max() > np.log(_STRETCH_MOST):
        return even
    return [_stretched(one, rest) for one in even]


def _measured(objects: Sequence[DesignObject]) -> list[DesignObject]:
    """Return what a stated size is of: a table of two metres has so wide a top, and chairs around it."""
    rest = without_ground(objects)
    return [one for one in rest if one.part_of.rpartition("_")[0] not in _COMPANIONS] or rest


def factor_to(sizes_m: Mapping[str, float], measured: NDArray[np.float64]) -> float:
    """Return how many times as large a thing of (3,) metres must be for the first of the stated sides that it has."""
    sides = ((value, float(measured[axis])) for axis, value in _by_axis(sizes_m, measured).items())
    return next((value / now for value, now in sides if now > 0), 1.0)


def without_ground(objects: Sequence[DesignObject]) -> list[DesignObject]:
    """Return a thing without the plot it stands on and what grows there; all of it where it has no plot."""
    names = [one.id.rpartition("_")[0] or one.id for one in objects]
    own = [one for one, name in zip(objects, names, strict=True) if name not in _AROUND]
    return own if own and not _PLOT.isdisjoint(names) else list(objects)


def measured_m(objects: Sequence[DesignObject]) -> NDArray[np.float64]:
    """Return width, height and depth of objects as they are made; only those that may reach farthest are made."""
    boxes = boxes_of(objects)
    made: dict[int, NDArray[np.float64]] = {}
    ends = np.zeros((2, 3))
    slack = [_BULGE * float(box.size.max()) for box in boxes]
    for axis in range(3):
        for end, sign in enumerate((-1.0, 1.0)):
            hopes = [
                sign * float((box.high if sign > 0 else box.low)[axis]) + more
                for box, more in zip(boxes, slack, strict=True)
            ]
            reach = -np.inf
            for number in sorted(range(len(objects)), key=lambda one: -hopes[one]):
                if hopes[number] <= reach:
                    break
                if number not in made:
                    made[number] = _limits(objects[number])
                reach = max(reach, sign * float(made[number][end, axis]))
            ends[end, axis] = sign * reach
    size: NDArray[np.float64] = ends[1] - ends[0]
    return size


def _limits(thing: DesignObject) -> NDArray[np.float64]:
    """Return the lowest and highest corner of an object as it is made; of one that cannot be made, those of its box.

    What is not turned, and of a kind that fills its box, need not be made.
    """
    turn, registered = thing.rotation, MAKERS.get(thing.type)
    if registered and registered.fits and not (turn.x or turn.y or turn.z):
        return np.concatenate(bounds_of([thing]))
    try:
        parts = assemble(DesignSpec("", "", Reading("object", "", ""), "", (thing,)), quality="draft").parts
    except GenerationFailed:  # a size at which nothing can be made: the making says so, not the reading
        return np.concatenate(bounds_of([thing]))
    return np.array(
        [np.min([part.points.min(axis=0) for part in parts], 0), np.max([part.points.max(axis=0) for part in parts], 0)]
    )


def _by_axis(sizes_m: Mapping[str, float], measured: NDArray[np.float64]) -> dict[int, float]:
    """Return stated sides by axis; a length or a size is of the side that comes nearest to it."""
    sizes_m = along_and_across(sizes_m, is_deep=bool(measured[2] > measured[0]))
    found = {_AXES[side]: value for side, value in sizes_m.items() if side in _AXES}
    across = sizes_m.get("diameter", 0.0)
    if across and 1 / _BODY < across / max(measured[0], 1e-9) < _BODY:
        found.setdefault(0, across)
        if 1 / _ROUND < measured[0] / max(measured[2], 1e-9) < _ROUND:
            found.setdefault(2, across)
    for side, axes in (("length", (0, 2)), ("size", (0, 1, 2))):
        free = [axis for axis in axes if axis not in found and measured[axis] > 0]
        if side in sizes_m and free:
            value = sizes_m[side]
            found[min(free, key=lambda axis: abs(float(np.log(measured[axis] / value))))] = value
    return found


def _stretched(thing: DesignObject, factors: NDArray[np.float64]) -> DesignObject:
    """Return an object stretched along the scene's axes, as nearly as its box can follow."""
    size, turn = thing.dimensions, placement(thing)[:3, :3]
    middle = np.array([thing.position.x, thing.position.y + size.height / 2, thing.position.z]) * factors
    width, height, depth = np.linalg.norm(turn * factors[:, None], axis=0) * [size.width, size.height, size.depth]
    return msgspec.structs.replace(
        thing,
        dimensions=Dimensions(float(width), float(height), float(depth)),
        position=Position(float(middle[0]), float(middle[1] - height / 2), float(middle[2])),
    )

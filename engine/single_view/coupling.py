"""Which sides of a thing go together: what is round stays round in whatever proportions it is seen."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.shapes import Part

Vector = NDArray[np.float64]
Axes = tuple[bool, bool, bool]
_TURNS = np.arange(32) * np.pi / 16
_DIRECTIONS = np.stack([np.cos(_TURNS), np.sin(_TURNS)], axis=1)
_ROUND = 1.04  # widest over narrowest way from the middle; an octagon has 1.08
_HANDLED = 1.8  # longer over shorter side of what is round but for a handle
_LARGE = 0.6  # of the volume of all parts together: so much has to be round about one axis


def round_axes(parts: Sequence[Part]) -> Axes:
    """Return for x, y and z whether most of a thing is round about that axis, as a cup is about y, a wheel about x."""
    volumes = np.array([_volume(part) for part in parts])
    shares = np.zeros(3)
    for at in np.flatnonzero(volumes > 0.01 * volumes.sum()).tolist():
        shares += volumes[at] * np.array([_is_round(np.delete(parts[at].points, axis, axis=1)) for axis in range(3)])
    x, y, z = shares > _LARGE * volumes.sum()
    return bool(x), bool(y), bool(z)


def _volume(part: Part) -> float:
    a, b, c = (part.points - part.points.mean(axis=0))[part.faces].transpose(1, 0, 2)
    return abs(float(np.einsum("nk,nk->", a, np.cross(b, c)))) / 6


def _is_round(places: Vector) -> bool:
    """Tell whether (n, 2) places have a circle's outline, a handle on one side or on two opposite ones left aside."""
    low, high = places.min(axis=0), places.max(axis=0)
    longer = int(np.argmax(high - low))
    radius = float((high - low).min()) / 2
    if radius <= 0 or (high - low).max() > 2 * _HANDLED * radius:
        return False
    along, across = _DIRECTIONS[:, longer], np.abs(_DIRECTIONS[:, 1 - longer])
    middle = (low + high) / 2
    if _is_arc(places - middle, np.full(len(_DIRECTIONS), fill_value=True)) or _is_arc(places - middle, across > 0.6):
        return True
    ends = 0
    for sign, end in ((1, low), (-1, high)):
        centre = middle.copy()
        centre[longer] = end[longer] + sign * radius
        ends += _is_arc(places - centre, sign * along < 0.1)
    return ends == 1


def _is_arc(places: Vector, towards: NDArray[np.bool_]) -> bool:
    reach = (places @ _DIRECTIONS[towards].T).max(axis=0)
    return bool(reach.min() > 0 and reach.max() <= _ROUND * reach.min())


def coupled(width: float, depth: float, axes: Axes) -> tuple[float, float]:
    """Return the logarithms of width and depth, against the height, that leave round what is round about these axes."""
    if sum(axes) > 1:
        return 0.0, 0.0
    return 0.0 if axes[2] else width, width if axes[1] else 0.0 if axes[0] else depth


def free_sides(axes: Axes) -> tuple[int, ...]:
    """Return which of width (0) and depth (2) can be chosen."""
    if sum(axes) > 1:
        return ()
    return (2,) if axes[2] else (0,) if axes[0] or axes[1] else (0, 2)


def stretches(step: float, axes: Axes) -> Iterator[tuple[Vector, Vector]]:
    """Return for each side that can be chosen the factors along x, y and z of a step up and of one down."""
    for side in free_sides(axes):
        width, depth = coupled(step * (side == 0), step * (side == 2), axes)
        logs = np.array([width, 0.0, depth])
        up = np.exp(logs - logs.mean())
        yield up, 1 / up

"""What rays from the detailed surface tell: how much sky it sees, how thick it is, how it bends."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.baking.casting import Counted
from engine.rays import dot, frame

Floats = NDArray[Any]  # float32
_CHUNK = 1 << 14  # places at once: their values stay in the processor's cache
_TURN = np.pi * (3 - np.sqrt(5))
_BENDS = 8  # directions in which the bend is looked for: pairs that face each other
_LIFT = 0.25  # of the radius: the height from which the bend is looked for


def noise(index: NDArray[np.int64], seed: int, use: int) -> Floats:
    """Return a number in [0, 1) for each index, the same in whatever company it is asked for (splitmix64)."""
    with np.errstate(over="ignore"):
        values = index.astype(np.uint64) + np.uint64((seed * 0x9E3779B97F4A7C15 + use * 0xD1B54A32D192ED03) % 2**64)
        values = (values + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        values ^= values >> np.uint64(31)
    return np.asarray((values >> np.uint64(40)).astype(np.float32) * np.float32(2**-24), np.float32)


class Hemispheres:
    """Directions around normals by the cosine law: a spiral of so many, turned and shifted for each place.

    Sources: Malley's method; Vogel, "A better way to construct the sunflower head", 1979.
    """

    def __init__(self, normals: Floats, turns: Floats, shifts: Floats, count: int) -> None:
        """Take (n, 3) unit normals and two numbers in [0, 1) for each."""
        along, across = frame(normals)
        cosine, sine = np.cos(2 * np.pi * turns)[:, None], np.sin(2 * np.pi * turns)[:, None]
        self._axes = [
            [np.ascontiguousarray(axis[:, each], np.float32) for each in range(3)]
            for axis in (cosine * along + sine * across, cosine * across - sine * along, normals)
        ]
        self._shifts, self._count = shifts, count
        self._directions = np.empty((len(normals), 3), np.float32)

    def __iter__(self) -> Iterator[tuple[Floats, Floats]]:
        """Go through the samples: directions (n, 3), in an array that is used again, and cosines (n,)."""
        along, across, up = self._axes
        for number in range(self._count):
            square = (self._shifts + np.float32(number)) * np.float32(1 / self._count)
            radius, cosine = np.sqrt(square), np.sqrt(1 - square)
            angle = number * _TURN
            x, y = radius * np.float32(np.cos(angle)), radius * np.float32(np.sin(angle))
            for axis in range(3):
                self._directions[:, axis] = x * along[axis] + y * across[axis] + cosine * up[axis]
            yield self._directions, cosine


def chunks(count: int) -> Iterator[slice]:
    """Go through so many rows, not too many at once."""
    for start in range(0, count, _CHUNK):
        yield slice(start, min(start + _CHUNK, count))


def exposure(
    caster: Counted, origins: Floats, normals: Floats, turns: Floats, shifts: Floats, *, samples: int, reach_m: float
) -> Floats:
    """Return the share (n,) of the sky that places see, weighted by cosine; what is beyond `reach_m` hides nothing."""
    hidden = np.zeros(len(origins), np.float32)
    for part in chunks(len(origins)):
        for directions, _ in Hemispheres(normals[part], turns[part], shifts[part], samples):
            hidden[part] += caster.blocked(origins[part], directions, reach_m)
    return 1 - hidden / np.float32(samples)


def thickness(
    caster: Counted, origins: Floats, normals: Floats, turns: Floats, shifts: Floats, *, samples: int
) -> Floats:
    """Return how thick what lies behind places is, metres; infinite where no ray comes out again.

    It is the mean, by the cosine law, of how deep rays go straight inwards before they leave: a slab's thickness, and
    half the diameter of a ball. `normals` point inwards.
    """
    found = np.empty(len(origins), np.float32)
    for part in chunks(len(origins)):
        total, count = np.zeros((2, part.stop - part.start), np.float32)
        for directions, cosine in Hemispheres(normals[part], turns[part], shifts[part], samples):
            depth = caster.distances(origins[part], directions) * cosine
            met = np.isfinite(depth)
            total[met] += depth[met]
            count += met
        found[part] = np.divide(total, count, out=np.full_like(total, np.inf), where=count > 0)
    return found


def curvature(
    caster: Counted, smooth: Any, points: Floats, normals: Floats, turns: Floats, *, radius_m: float
) -> Floats:
    """Return the mean curvature, 1/metres: positive where the surface bulges, 1/r on a ball of radius r.

    The normals that stand `radius_m` aside, in eight directions, tell it. Sharper bends than 1/radius count as that.
    `smooth(face, weights)` gives the normals of places.
    """
    total = np.zeros(len(points), np.float32)
    along, across = frame(normals)
    for number in range(_BENDS):
        angle = 2 * np.pi * (turns / _BENDS + number / _BENDS)
        aside = (np.cos(angle)[:, None] * along + np.sin(angle)[:, None] * across).astype(np.float32)
        total += _bend(caster, smooth, points, normals, aside, radius_m)
    return total / np.float32(_BENDS)


def _bend(caster: Counted, smooth: Any, points: Floats, normals: Floats, aside: Floats, radius_m: float) -> Floats:
    """Return the curvature in one direction: a wall that stands in the way, else the ground there, else a cliff."""
    bend = np.full(len(points), 1 / radius_m, np.float32)
    lifted = points + np.float32(_LIFT * radius_m) * normals
    wall = caster.first(lifted, aside, radius_m)
    met = np.flatnonzero(wall.face >= 0)
    away = np.maximum(wall.distance[met], np.float32(1e-3 * radius_m))
    bend[met] = _leaning(smooth, wall, met, aside, normals) / away
    free = np.flatnonzero(wall.face < 0)
    over = lifted[free] + np.float32(radius_m) * aside[free]
    ground = caster.first(over, -normals[free], (1 + 2 * _LIFT) * radius_m)
    met = np.flatnonzero(ground.face >= 0)
    bend[free[met]] = _leaning(smooth, ground, met, aside[free], normals[free]) / np.float32(radius_m)
    return np.clip(bend, -1 / radius_m, 1 / radius_m)


def _leaning(smooth: Any, hits: Any, met: NDArray[np.int64], aside: Floats, normals: Floats) -> Floats:
    u, v = hits.u[met], hits.v[met]
    there = smooth(hits.face[met], np.stack([1 - u - v, u, v], axis=1).astype(np.float32))
    return dot(there - normals[met], aside[met])

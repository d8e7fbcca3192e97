"""From each place of the light surface to the place of the detailed one that it stands for."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from engine.baking.casting import Counted
from engine.baking.source import Source
from engine.baking.target import Frame, Target
from engine.rays import dot

Floats = NDArray[Any]  # float32
Search = Literal["nearest", "outermost"]
_LAYERS = 4  # surfaces that face away and are passed on the way
_WIDER = 4.0  # times the reach, for those that found nothing
_FARTHEST = 0.25  # of the diagonal: what is farther is no detail
_LEAST = 2e-3
_PROBES = 4096


@dataclass(slots=True, eq=False)
class Found:
    """Places of the detailed surface.

    `face` is -1 where none was found; `distance` is signed, outwards, metres; `side` is -1 where the back is seen.
    """

    face: NDArray[np.int32]
    weights: Floats
    distance: Floats
    side: Floats

    @classmethod
    def none(cls, count: int) -> "Found":
        """Return nothing, so many times."""
        far, front = np.full(count, np.inf, np.float32), np.ones(count, np.float32)
        return cls(np.full(count, -1, np.int32), np.zeros((count, 3), np.float32), far, front)

    def write(self, rows: NDArray[Any], other: "Found") -> None:
        """Write what was found for some rows."""
        self.face[rows], self.weights[rows] = other.face, other.weights
        self.distance[rows], self.side[rows] = other.distance, other.side

    def picked(self, rows: NDArray[Any]) -> "Found":
        """Return some of the places."""
        return Found(self.face[rows], self.weights[rows], self.distance[rows], self.side[rows])


@dataclass(frozen=True, slots=True, eq=False)
class Seeker:
    """Looks from the light surface for the detailed one, up to `reach_m` on both sides."""

    source: Source
    reach_m: float
    search: Search = "nearest"

    def found(self, caster: Counted, frame: Frame) -> Found:
        """Return what each place stands for; those that find nothing look farther, then straight."""
        found = self._along(caster, frame, frame.outwards, self.reach_m)
        for outwards, reach in ((frame.outwards, _WIDER * self.reach_m), (frame.flat, _WIDER * self.reach_m)):
            lost = np.flatnonzero(found.face < 0)
            if not len(lost):
                break
            farther = min(reach, _FARTHEST * self.source.size_m)
            found.write(lost, self._along(caster, frame.picked(lost), outwards[lost], farther))
        return found

    def _along(self, caster: Counted, frame: Frame, outwards: Floats, reach_m: float) -> Found:
        slack = 1e-4 * self.source.size_m
        if self.search == "outermost":
            return self._facing(
                caster, frame.points + np.float32(reach_m) * outwards, -outwards, outwards, 2 * reach_m, reach_m
            )
        ahead = self._facing(
            caster, frame.points - np.float32(slack) * outwards, outwards, outwards, reach_m + slack, -slack
        )
        back = self._facing(
            caster, frame.points + np.float32(slack) * outwards, -outwards, outwards, reach_m + slack, slack
        )
        nearer = np.abs(back.distance) < np.abs(ahead.distance)
        ahead.write(np.flatnonzero(nearer), back.picked(nearer))
        return ahead

    def _facing(
        self, caster: Counted, origins: Floats, directions: Floats, outwards: Floats, reach_m: float, start_m: float
    ) -> Found:
        """Return the first places along the rays that face outwards; `start_m` is where rays begin, outwards."""
        found = Found.none(len(origins))
        spare = Found.none(len(origins))  # the back of what is double-sided, for want of anything better
        alive = np.arange(len(origins))
        gone = np.zeros(len(origins), np.float32)
        step = np.float32(2e-6 * self.source.size_m)
        along = np.sign(dot(directions, outwards)).astype(np.float32)
        for _ in range(_LAYERS):
            at = origins[alive] + gone[alive, None] * directions[alive]
            hits = caster.first(at, directions[alive], np.float32(reach_m) - gone[alive])
            met = hits.face >= 0
            alive, face = alive[met], hits.face[met]
            u, v, distance = hits.u[met], hits.v[met], gone[alive] + hits.distance[met]
            weights = np.stack([1 - u - v, u, v], axis=1).astype(np.float32)
            facing = dot(self.source.flat[face], outwards[alive]) > 0
            side = np.where(facing, np.float32(1), np.float32(-1))
            here = Found(face, weights, np.float32(start_m) + along[alive] * distance, side)
            found.write(alive[facing], here.picked(facing))
            behind = ~facing & self.source.is_double_sided[face] & (spare.face[alive] < 0)
            spare.write(alive[behind], here.picked(behind))
            gone[alive] = distance + step
            alive = alive[~facing]
            if not len(alive):
                break
        lost = np.flatnonzero((found.face < 0) & (spare.face >= 0))
        found.write(lost, spare.picked(lost))
        return found


def measured_reach(source: Source, target: Target, caster: Counted) -> tuple[float, float]:
    """Return how far to look, metres: twice what 98 of 100 places need; and the share of places that found nothing."""
    stride = max(len(target.faces) // _PROBES, 1)
    face = np.arange(0, len(target.faces), stride)
    middles = np.array([[1, 1, 1], [4, 1, 1], [1, 4, 1], [1, 1, 4]], np.float32)
    middles /= middles.sum(axis=1, keepdims=True)
    places = [target.at(face, np.broadcast_to(weights, (len(face), 3))) for weights in middles]
    found = [Seeker(source, _FARTHEST / _WIDER * source.size_m).found(caster, frame) for frame in places]
    distance = np.abs(np.concatenate([each.distance for each in found]))
    met = np.isfinite(distance)
    if not met.any():
        return 0.0, 1.0
    reach = 2 * float(np.quantile(distance[met], 0.98)) + _LEAST * source.size_m
    return min(reach, _FARTHEST * source.size_m), 1 - float(met.mean())

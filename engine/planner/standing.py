"""Things with a place in a scene: their boxes, and where one comes to rest on another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject, DesignSpec, Reading
from engine.archetypes import Drawing
from engine.archetypes.brief import Triple
from engine.assembly import assemble, placement
from engine.rays import Rays

Place = tuple[Triple, float]
"""Where a drawing goes: a shift in metres, after a turn about the y axis in degrees."""

_SIDES = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (0.0, 1.0) for z in (-0.5, 0.5)])
_LOWEST = 0.06  # of its height: corners so far up carry a thing
_CORNERS_MOST = 160
_STEPS = 9  # places to try along each side
_LEVEL_M = 0.012  # of the highest support: nearer ones carry too


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """The box of some objects along the scene's axes, metres."""

    low: NDArray[np.float64]
    high: NDArray[np.float64]

    @property
    def size(self) -> NDArray[np.float64]:
        """Return width, height and depth."""
        return self.high - self.low

    @property
    def middle(self) -> NDArray[np.float64]:
        """Return the centre."""
        return (self.low + self.high) / 2

    def moved(self, place: Place) -> "Box":
        """Return the box of what it holds, put at a place (turned in quarters it is exact, else a little large)."""
        at, turn = place
        cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        corners = np.array([[x, z] for x in (self.low[0], self.high[0]) for z in (self.low[2], self.high[2])])
        x, z = cos * corners[:, 0] + sin * corners[:, 1], -sin * corners[:, 0] + cos * corners[:, 1]
        low, high = np.array([x.min(), self.low[1], z.min()]), np.array([x.max(), self.high[1], z.max()])
        return Box(low + at, high + at)

    def meets(self, other: "Box", gap: float = 0.0) -> bool:
        """Return whether two boxes are nearer than `gap` in plan."""
        sides = [0, 2]
        return bool(
            (self.low[sides] < other.high[sides] + gap).all() and (self.high[sides] > other.low[sides] - gap).all()
        )


def box_of(objects: Sequence[DesignObject]) -> Box:
    """Return the box around objects, turned ones included."""
    corners = np.concatenate([_corners(thing) for thing in objects])
    return Box(corners.min(axis=0), corners.max(axis=0))


def _corners(thing: DesignObject) -> NDArray[np.float64]:
    size = thing.dimensions
    matrix = placement(thing)
    own = _SIDES * [size.width, size.height, size.depth]
    placed: NDArray[np.float64] = own @ matrix[:3, :3].T + matrix[:3, 3]
    return placed


def corners_of(objects: Sequence[DesignObject]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return the corners and triangles of objects as they are really made, coarsely."""
    spec = DesignSpec("", "", Reading("object", "", ""), "", tuple(objects))
    parts = assemble(spec, quality="draft").parts
    starts = np.cumsum([0, *(len(part.points) for part in parts[:-1])])
    faces = np.concatenate([part.faces.astype(np.int64) + start for part, start in zip(parts, starts, strict=True)])
    return np.concatenate([part.points for part in parts]), faces


def resting_places(thing: Drawing, ground: Sequence[DesignObject], anchor: Box, count: int) -> list[Place]:
    """Return where `count` copies of a thing come to rest on what is drawn, within the anchor's plan, best first.

    The corners that carry the thing are dropped on the real shapes below; a place is good when many of them find
    support at one height, and when it is near the middle.
    """
    feet = _feet(thing)
    rays, top = _downward(ground)
    box = box_of(thing.objects)
    free = np.maximum((anchor.size - box.size) / 2, 0.0)
    spots = []
    for across in np.linspace(-1, 1, _STEPS):
        for along in np.linspace(-1, 1, _STEPS):
            shift = anchor.middle - box.middle + np.array([across, 0, along]) * free
            spots.append((shift, 0.12 * float(np.hypot(across, along))))
    rated = [(*_support(rays, top, feet, shift), far, shift) for shift, far in spots]
    rated = [each for each in rated if np.isfinite(each[0])] or [(0.0, 0.0, 0.0, spots[0][0])]
    rated.sort(key=lambda each: (-(each[1] - each[2]), each[2]))
    return _apart([(each[0], each[3]) for each in rated], box, count)


def _feet(thing: Drawing) -> NDArray[np.float64]:
    points, _ = corners_of(thing.objects)
    low, height = points[:, 1].min(), np.ptp(points[:, 1])
    feet: NDArray[np.float64] = points[points[:, 1] <= low + _LOWEST * height]
    return feet[:: max(1, len(feet) // _CORNERS_MOST)]


def _downward(ground: Sequence[DesignObject]) -> tuple[Rays, float]:
    points, faces = corners_of(ground)
    return Rays(points, faces), float(points[:, 1].max()) + 1.0


def _support(rays: Rays, top: float, feet: NDArray[np.float64], shift: NDArray[np.float64]) -> tuple[float, float]:
    """Return the height at which a thing rests (-inf: on nothing), and the share of its feet that are carried there."""
    places = feet + shift
    start = places.copy()
    start[:, 1] = top
    hits = rays.first(start, np.tile([0.0, -1.0, 0.0], (len(start), 1)))
    ground = np.where(hits.face >= 0, top - hits.distance, -np.inf)
    needed = ground - feet[:, 1]
    height = float(needed.max())
    return height, float((needed > height - _LEVEL_M).mean())


def _apart(rated: list[tuple[float, NDArray[np.float64]]], box: Box, count: int) -> list[Place]:
    """Return the best places that do not meet each other; the first one always."""
    chosen: list[Place] = []
    for height, shift in rated:
        sink = min(0.003, 0.02 * float(box.size[1]))
        place: Place = ((float(shift[0]), height - sink, float(shift[2])), 0.0)
        if not any(box.moved(place).meets(box.moved(other), 0.01) for other in chosen):
            chosen.append(place)
        if len(chosen) == count:
            break
    return chosen

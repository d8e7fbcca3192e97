"""Where a body of bones has its head, its neck and its skin, so that something can be put on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.archetypes.objects.shaping import Bone
from engine.shapes import Points

_ON_AXIS = 1e-6
_STEPS = 80
_AROUND = 20


@dataclass(frozen=True, slots=True)
class Wearer:
    """A body with its eyes; `head` is the middle of the head, `radius` how big it is."""

    bones: Points  # (n, 11): start, radius, end, radius, squash
    eyes: Points  # (n, 3)
    head: Points
    radius: float

    def reach(self, start: Points, way: Points, most: float) -> float:
        """Return how far the body reaches from a place inside it along a unit direction."""
        steps = np.linspace(0.0, most, _STEPS)
        inside = _depth(self.bones, start + steps[:, None] * way) <= 0
        outside = np.flatnonzero(~inside)
        return float(steps[outside[0]] if len(outside) else most)

    def front(self, x: float, y: float) -> float:
        """Return the z of the body's foremost skin at a place, its head apart."""
        low, high = self.bones[:, 2].min(), self.bones[:, 6].max() + 2 * self.radius
        zs = np.linspace(high, min(low, -high) - self.radius, 4 * _STEPS)
        inside = _depth(self.bones, np.column_stack([np.full_like(zs, x), np.full_like(zs, y), zs])) <= 0
        return float(zs[np.argmax(inside)] if inside.any() else self.head[2])

    @property
    def top(self) -> float:
        """Return the height of the crown of the head."""
        return float(self.head[1]) + self.reach(self.head, np.array([0.0, 1.0, 0.0]), 2.0 * self.radius)

    @property
    def floor(self) -> float:
        """Return the height of the lowest place of the body."""
        lowest = np.minimum(self.bones[:, 1] - self.bones[:, 3], self.bones[:, 5] - self.bones[:, 7])
        return float(lowest.min())

    def ring(self, middle: Points, axis: Points, out: float) -> Points:
        """Return places on the skin around an axis, `out` above it, the foremost first."""
        side = np.array([1.0, 0.0, 0.0])
        front = np.cross(side, axis)
        front = front if front[2] - front[1] > 0 else -front
        turns = np.linspace(0, 2 * np.pi, _AROUND, endpoint=False)
        ways = np.cos(turns)[:, None] * front + np.sin(turns)[:, None] * side
        far = np.array([self.reach(middle, way, 2.2 * self.radius) for way in ways])
        far = np.maximum(far, 0.5 * (np.roll(far, 1) + np.roll(far, -1)))
        return np.asarray(middle + (far + out)[:, None] * ways)

    def neck(self) -> tuple[Points, Points]:
        """Return the middle of the neck, where the body is slimmest below the head, and its direction."""
        places = np.vstack([self.bones[:, :3], self.bones[:, 4:7]])
        away = np.linalg.norm(places - self.head, axis=1)
        is_body = (np.abs(places[:, 0]) < _ON_AXIS) & (away > 0.6 * self.radius)
        is_body &= (places[:, 1] < self.head[1]) & (places[:, 2] < self.head[2] + 0.35 * self.radius)
        if not is_body.any():
            return self.head - [0.0, self.radius, 0.0], np.array([0.0, 1.0, 0.0])
        base = places[np.flatnonzero(is_body)[np.argmin(away[is_body])]]
        axis = (self.head - base) / np.linalg.norm(self.head - base)
        spots = [self.head - axis * self.radius * share for share in np.linspace(0.75, 1.5, 6)]
        girths = [np.linalg.norm(self.ring(spot, axis, 0.0) - spot, axis=1).mean() for spot in spots]
        return spots[int(np.argmin(girths))], axis


def wearer(body: Sequence[Bone], eyes: Sequence[Bone], others: Sequence[Bone] = ()) -> Wearer:
    """Return what is known of a body by its bones and its eyes; `others` lie on the body, like hair and clothes."""
    bones, on_top = _rows(body), _rows(others)
    seen = _rows(eyes)[:, :3]
    ends = np.vstack([bones[:, [0, 1, 2, 3, 8, 9, 10]], bones[:, [4, 5, 6, 7, 8, 9, 10]]])
    is_curled = not np.abs(seen[:, 0].sum()) < _ON_AXIS
    ends = ends if is_curled else ends[np.abs(ends[:, 0]) < _ON_AXIS]
    eye = seen[np.argmax(seen[:, 0])]
    off = np.abs(np.linalg.norm((eye - ends[:, :3]) / ends[:, 4:], axis=1) - ends[:, 3]) / ends[:, 3]
    best = ends[np.lexsort((-ends[:, 3], np.round(off, 1)))[0]]
    return Wearer(np.vstack([bones, on_top]), seen, best[:3], float(best[3]))


def _rows(bones: Sequence[Bone]) -> Points:
    return np.array([[*a, ra, *b, rb, *squash] for a, ra, b, rb, squash in bones]).reshape(-1, 11)


def _depth(bones: Points, places: Points) -> Points:
    """Return how far places lie outside the nearest bone; below zero inside."""
    start, end = bones[:, :3], bones[:, 4:7]
    along = end - start
    long = np.maximum((along**2).sum(axis=1), 1e-12)
    share = np.clip(((places[:, None] - start) * along).sum(axis=2) / long, 0.0, 1.0)
    nearest = start + share[..., None] * along
    radius = bones[:, 3] + share * (bones[:, 7] - bones[:, 3])
    return np.asarray((np.linalg.norm((places[:, None] - nearest) / bones[:, 8:], axis=2) - radius).min(axis=1))

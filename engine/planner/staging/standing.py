"""Things with a place in a scene: their boxes, and where one comes to rest on another."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject
from engine.archetypes import Drawing
from engine.archetypes.brief import Triple
from engine.assembling.assembly import rotation_matrix
from engine.planner.staging.made import LOWEST, made
from engine.rays import Rays

Place = tuple[Triple, float]
"""Where a drawing goes: a shift in metres, after a turn about the y axis in degrees."""

_STEPS = 9  # places to try along each side
_SEVERAL, _STEPS_SEVERAL = 3, 13  # more of them for so many copies
_STARTS = 24  # places to begin with, where several are to lie side by side
_SHARED = 0.04  # of the smaller of two boxes: so much room they may share
_TOUCH_M = 0.004
_FLAT_M = 0.05
_SET_M = 0.1  # a set of several pieces is no higher
_RIM_RAYS = 52  # from the middle of a vessel to its edge
_CARRIED_ON = 0.04  # the same for one that is put on another: a ball has one foot
_CARRIED = 0.3  # of the feet: fewer do not carry a thing
_ROW_MOST = 8
_SUNK_LEAST, _SUNK_MOST = 0.1, 0.45  # of the height of a thing in a narrow mouth
_LEVEL_MOST_M = 0.03  # from a thing to what stands beside it on the same surface
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


def can_be_stood_on(thing: DesignObject) -> bool:
    """Return whether a thing is so flat that others may stand on it and hardly reach into it."""
    return thing.dimensions.height < _FLAT_M and thing.type in ("rug", "mat", "carpet")


def box_of(objects: Sequence[DesignObject]) -> Box:
    """Return the box around objects, turned ones included."""
    low, high = bounds_of(objects)
    return Box(low.min(axis=0), high.max(axis=0))


def boxes_of(objects: Sequence[DesignObject]) -> list[Box]:
    """Return the box of each object."""
    return [Box(low, high) for low, high in zip(*bounds_of(objects), strict=True)]


def bounds_of(objects: Sequence[DesignObject]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the (n, 3) lowest and highest corners of each object's box along the scene's axes, metres."""
    at = np.array([(one.position.x, one.position.y, one.position.z) for one in objects]).reshape(-1, 3)
    half = np.array([(one.dimensions.width, one.dimensions.height, one.dimensions.depth) for one in objects]) / 2
    reach = half.reshape(-1, 3)
    middle = at + reach * [0.0, 1.0, 0.0]
    for number, one in enumerate(objects):
        turn = one.rotation
        if turn.x or turn.y or turn.z:
            reach[number] = np.abs(rotation_matrix(turn.x, turn.y, turn.z)) @ reach[number]
    return middle - reach, middle + reach


@dataclass(slots=True)
class Crowd:
    """The boxes of all objects that stand in a scene; what is meant to touch may share a little room."""

    low: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 3)))
    high: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 3)))

    def take(self, boxes: Sequence[Box]) -> None:
        """Add boxes."""
        if boxes:
            self.low = np.concatenate([self.low, [box.low for box in boxes]])
            self.high = np.concatenate([self.high, [box.high for box in boxes]])

    def is_free(self, boxes: Sequence[Box], place: Place) -> bool:
        """Return whether boxes, put at a place, share room with none that stands here."""
        if not len(self.low):
            return True
        moved = [box.moved(place) for box in boxes]
        low, high = np.array([box.low for box in moved]), np.array([box.high for box in moved])
        shared = np.minimum(high[:, None], self.high) - np.maximum(low[:, None], self.low)
        slack = _SHARED * np.minimum((high - low)[:, None], self.high - self.low) + _TOUCH_M
        return not bool((shared > slack).all(axis=2).any())


def crowd_of(objects: Sequence[DesignObject]) -> Crowd:
    """Return what stands in the way of others: all but rugs and the like."""
    crowd = Crowd()
    crowd.take(boxes_of([one for one in objects if not can_be_stood_on(one)]))
    return crowd


def resting_places(
    thing: Drawing, ground: Sequence[DesignObject], anchor: Box, count: int, crowd: Crowd | None = None,
    *, side: float = 0.0, below_m: float = np.inf,
) -> list[Place]:  # fmt: skip
    """Return where up to `count` copies of a thing come to rest on what is drawn, within the anchor's plan, best first.

    All of its corners are dropped on the real shapes below; a place is good when many of its feet find support at one
    height, when nothing else of it is in the way, and when it is near the middle, or near that `side`: -1 is the left
    end, 1 the right one. Places that share room with the crowd are left out, and those that are not below a height.
    """
    feet, body = made(thing.objects).underneath
    rays, top = _downward(ground)
    box, own = box_of(thing.objects), boxes_of(thing.objects)
    free = np.maximum((anchor.size - box.size) / 2, 0.0)
    steps = [0.0] if not free[[0, 2]].any() else np.linspace(-1, 1, _STEPS if count < _SEVERAL else _STEPS_SEVERAL)
    pieces = _pieces(thing, box)
    least = _CARRIED if (box.size > 1.5 * anchor.size)[[0, 2]].all() else _CARRIED_ON
    row = _in_row((rays, top), (feet, body), box, anchor, count)
    if row and np.isinf(below_m) and all((crowd or Crowd()).is_free(own, place) for place in row):
        return row
    rated: list[tuple[float, float, NDArray[np.float64]]] = []
    for across in steps:
        for along in steps:
            shift = anchor.middle - box.middle + np.array([across, 0, along]) * free
            height, share = _support(rays, top, feet, shift)
            clear = max(height, _support(rays, top, body, shift)[0])
            is_whole = not len(pieces) or _support(rays, top, pieces, shift)[1] == 1.0
            if np.isfinite(clear) and is_whole and share >= least and clear + float(box.low[1]) <= below_m:
                far = 0.12 * float(np.hypot(across - side, along))
                rated.append(
                    (clear - _sink(box, share), share - far - (1.0 if clear > height + _LEVEL_M else 0.0), shift)
                )
    rated.sort(key=lambda each: -each[1])
    return _apart([(height, shift) for height, _, shift in rated], box, own, crowd or Crowd(), count)


def _pieces(thing: Drawing, box: Box) -> NDArray[np.float64]:
    """Return the (n, 3) middles of the feet of a flat set, like a plate with its knife and fork: all are carried."""
    if box.size[1] > _SET_M or len(thing.objects) < 2 or thing.name != "plate":
        return np.empty((0, 3))
    low, high = bounds_of(thing.objects)
    is_down = low[:, 1] < box.low[1] + LOWEST * box.size[1]
    return np.column_stack([(low + high)[is_down, 0] / 2, low[is_down, 1], (low + high)[is_down, 2] / 2])


def resting_inside(
    thing: Drawing, vessel: Sequence[DesignObject], anchor: Box, lid_m: float, crowd: Crowd
) -> Place | None:
    """Return where a thing with a narrow foot stands in a vessel, below `lid_m`; None where it does not go in."""
    feet, body = made(thing.objects).underneath
    foot = (feet.min(axis=0) + feet.max(axis=0)) / 2
    rays, top = _downward(vessel)
    shift = anchor.middle - foot
    height, share = _support(rays, top, feet, shift)
    clear = _support(rays, top, body, shift)[0]
    box = box_of(thing.objects)
    if share < _CARRIED_ON or clear > height + _LEVEL_M or height + float(feet[:, 1].min()) > lid_m:
        return None
    place: Place = ((float(shift[0]), height - _sink(box, share), float(shift[2])), 0.0)
    return place if crowd.is_free(boxes_of(thing.objects), place) else None


def plugged(thing: Drawing, vessel: Sequence[DesignObject], anchor: Box) -> Place | None:
    """Return where a thin thing stands in a narrow mouth, leaning at its rim; None where it does not go in."""
    points = made(thing.objects).points
    low, height = float(points[:, 1].min()), float(np.ptp(points[:, 1]))
    feet = points[points[:, 1] <= low + LOWEST * height][:, [0, 2]]
    foot = (feet.min(axis=0) + feet.max(axis=0)) / 2
    away = np.hypot(*(points[:, [0, 2]] - foot).T)
    mouth, own = _mouth_m(vessel, anchor), float(np.hypot(*(feet - foot).T).max())
    wide = points[away > max(mouth, own), 1]
    sunk = min(float(wide.min()) - low if len(wide) else height, _SUNK_MOST * height)
    if not mouth or own > 1.3 * mouth or sunk < _SUNK_LEAST * height:
        return None
    middle = anchor.middle[[0, 2]] - foot + np.array([max(mouth - own, 0.0) + 0.0015, 0.0])
    return (float(middle[0]), float(anchor.high[1]) - low - sunk, float(middle[1])), 0.0


def _mouth_m(vessel: Sequence[DesignObject], anchor: Box) -> float:
    """Return the radius of the opening above the middle of a vessel, 0 where it is shut."""
    rays, top = _downward(vessel)
    radii = np.linspace(0.0, float(anchor.size[[0, 2]].min()) / 2, _RIM_RAYS)
    start = np.column_stack([anchor.middle[0] + radii, np.full(len(radii), top), np.full(len(radii), anchor.middle[2])])
    hits = rays.first(start, np.tile([0.0, -1.0, 0.0], (len(start), 1)))
    is_open = top - hits.distance < anchor.high[1] - 0.3 * anchor.size[1]
    shut = np.flatnonzero(~is_open)
    return float(radii[shut[0] - 1]) if len(shut) and shut[0] else 0.0


def _in_row(
    ground: tuple[Rays, float],
    points: tuple[NDArray[np.float64], NDArray[np.float64]],
    box: Box,
    anchor: Box,
    count: int,
) -> list[Place]:
    """Return places side by side, evenly spread over the anchor's longer side; none where one is not carried there."""
    axis = 0 if anchor.size[0] >= anchor.size[2] else 2
    step = float(anchor.size[axis]) / max(count, 1)
    if not 2 <= count <= _ROW_MOST or step < 1.02 * box.size[axis]:
        return []
    row: list[Place] = []
    for number in range(count):
        shift = anchor.middle - box.middle
        shift[axis] += (number - (count - 1) / 2) * min(step, 1.3 * float(box.size[axis]))
        height, share = _support(*ground, points[0], shift)
        if not np.isfinite(height) or share < _CARRIED or _support(*ground, points[1], shift)[0] > height + _LEVEL_M:
            return []
        row.append(((float(shift[0]), height - _sink(box, share), float(shift[2])), 0.0))
    return row if np.ptp([place[0][1] for place in row]) < _LEVEL_M else []


def settled(thing: Drawing, ground: Sequence[DesignObject], place: Place, level_m: float) -> Place | None:
    """Return a place lowered or raised onto what is drawn there near a level; None where nothing carries the thing."""
    (x, y, z), turn = place
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    feet, body = (
        np.column_stack([cos * some[:, 0] + sin * some[:, 2], some[:, 1], cos * some[:, 2] - sin * some[:, 0]])
        for some in made(thing.objects).underneath
    )
    rays, top = _downward(ground)
    shift = np.array([x, y, z])
    height, share = _support(rays, top, feet, shift)
    is_clear = _support(rays, top, body, shift)[0] <= height + _LEVEL_M
    low = float(feet[:, 1].min())
    if share < _CARRIED or not is_clear or abs(height + low - level_m) > _LEVEL_MOST_M:
        return None
    return (x, height - _sink(box_of(thing.objects), share), z), turn


def fall_m(thing: Drawing, ground: Sequence[DesignObject]) -> float | None:
    """Return how far a thing comes down to rest on what is drawn below it; None where that does not carry it."""
    feet, body = made(thing.objects).underneath
    rays, top = _downward(ground)
    height, share = _support(rays, top, feet, np.zeros(3))
    if share < _CARRIED or _support(rays, top, body, np.zeros(3))[0] > height + _LEVEL_M:
        return None
    return _sink(box_of(thing.objects), share) - height


def _sink(box: Box, share: float) -> float:
    """Return how far a thing sinks into what carries a share of its feet: into a cushion more than into a table."""
    return min(0.001, 0.005 * float(box.size[1])) * (1.0 if share > _CARRIED else 6.0)


def _downward(ground: Sequence[DesignObject]) -> tuple[Rays, float]:
    below = made(ground)
    return below.rays, float(below.points[:, 1].max()) + 1.0


def _support(rays: Rays, top: float, feet: NDArray[np.float64], shift: NDArray[np.float64]) -> tuple[float, float]:
    """Return the height at which a thing rests (-inf: on nothing), and the share of its feet that are carried there."""
    if not len(feet):
        return -np.inf, 0.0
    places = feet + shift
    start = places.copy()
    start[:, 1] = top
    hits = rays.first(start, np.tile([0.0, -1.0, 0.0], (len(start), 1)))
    ground = np.where(hits.face >= 0, top - hits.distance, -np.inf)
    needed = ground - feet[:, 1]
    height = float(needed.max())
    return height, float((needed > height - _LEVEL_M).mean())


def _apart(
    rated: list[tuple[float, NDArray[np.float64]]], box: Box, own: list[Box], crowd: Crowd, count: int
) -> list[Place]:
    """Return the best places that meet neither each other nor the crowd; others where more fit beside them."""
    spots: list[Place] = [((float(shift[0]), height, float(shift[2])), 0.0) for height, shift in rated]
    free = [place for place in spots if crowd.is_free(own, place)] if count > 1 else spots
    best: list[Place] = []
    for start in range(min(len(free), _STARTS if count > 1 else 1)):
        chosen: list[Place] = []
        for place in (free[start], *free[:start], *free[start + 1 :]):
            is_apart = not any(box.moved(place).meets(box.moved(other), 0.01) for other in chosen)
            if is_apart and (count > 1 or crowd.is_free(own, place)):
                chosen.append(place)
            if len(chosen) == count:
                return chosen
        best = max(best, chosen, key=len)
    return best

"""Which way is up, what is the front, and how large: photographs alone do not tell, so a convention does.

Up is what all cameras agree to be up, then the normal of the ground where there is one. The ground lies at y = 0, the
middle of what was seen above the origin. The first photograph was taken from the front, which faces +Z as in glTF. The
median distance from a camera to the points that it saw is one unit.
"""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.photographs.views import Sparse, View
from engine.shapes import Points

_ROLL_SHARE = 0.5  # cameras whose right side points up or down by more were not held upright
_MEAN_WEIGHT = 0.05  # of the cameras' mean up against their right sides: decides where all look the same way
_TRIALS = 512
_FLAT = 0.01  # of the median distance: so near to a plane a point is on it
_TILT_COSINE = np.cos(np.radians(25.0))  # by so much a ground may differ from what the cameras say
_GROUND_LEAST = 0.12  # share of the points
_CEILING_LEAST = 0.3  # share of the points on a ground that stands against what the cameras say is up
_SIDE_LEAST, _SIDE_MORE = 0.75, 0.2
_BELOW_MOST = 0.05  # share of the points that may lie under a ground

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Levelling:
    """How a reconstruction is moved: `point -> scale * turn @ (point - origin)`; and what told which way is up."""

    turn: NDArray[np.float64]
    origin: NDArray[np.float64]
    scale: float
    by: Literal["ground", "cameras"]


def levelled(sparse: Sparse) -> Sparse:
    """Return the reconstruction with Y up, the ground at y = 0, the first camera in front, one unit away as a rule."""
    return moved(sparse, levelling(sparse))


def levelling(sparse: Sparse) -> Levelling:
    """Return how `levelled` moves a reconstruction."""
    scale = 1.0 / viewing_distance(sparse)
    points = _core(sparse.points)
    up, ground = _up_and_ground(sparse.views, points, _FLAT / scale)
    turn = _turn(up, sparse.views[0].place - np.median(points, axis=0))
    local = points @ turn.T
    middle = np.median(local, axis=0)
    middle[1] = np.quantile(local[:, 1], 0.01) if ground is None else ground[1]
    return Levelling(turn, turn.T @ middle, scale, "cameras" if ground is None else "ground")


def _up_and_ground(views: tuple[View, ...], points: Points, near: float) -> tuple[Vector, tuple[Vector, float] | None]:
    """Return which way is up, and the ground; pictures may lie on their side or be upside down, all of them."""
    up = up_of_cameras(views)
    rights = np.array([view.turn[0] for view in views])
    ups = np.array([-view.turn[1] for view in views])
    side = rights.mean(axis=0)
    # Who walks around a thing turns about the vertical: what all pictures agree on is that axis.
    is_sideways = np.linalg.norm(side) > max(_SIDE_LEAST, float(np.linalg.norm(ups.mean(axis=0))) + _SIDE_MORE)
    first = _unit(side) if is_sideways else up
    for candidate, least in ((first, _GROUND_LEAST), (-first, _GROUND_LEAST if is_sideways else _CEILING_LEAST)):
        ground = ground_of(points, candidate, near, least)
        if ground is not None:
            return ground[0], ground
    return first, None


def moved(sparse: Sparse, by: Levelling) -> Sparse:
    """Return the reconstruction turned, shifted and scaled; what the cameras see stays the same."""
    points = by.scale * (sparse.points - by.origin) @ by.turn.T
    return replace(sparse, points=points, views=tuple(_moved(view, by) for view in sparse.views))


def _moved(view: View, by: Levelling) -> View:
    return replace(view, turn=view.turn @ by.turn.T, shift=by.scale * (view.shift + view.turn @ by.origin))


def viewing_distance(sparse: Sparse) -> float:
    """Return the median distance between a camera and the points that it saw; 1 where there is none."""
    places = np.array([view.place for view in sparse.views])
    if not sparse.tracks:
        return 1.0
    seen = np.repeat(np.arange(len(sparse.tracks)), [len(track) for track in sparse.tracks])
    ways = np.linalg.norm(sparse.points[seen] - places[np.concatenate(sparse.tracks)], axis=1)
    middle = float(np.median(ways))
    return middle if middle > 0 else 1.0


def up_of_cameras(views: tuple[View, ...]) -> Vector:
    """Return the direction, (3,), that is most nearly at right angles to the right sides of all cameras.

    A camera that looks down has a tilted top, but its right side stays level; those that were rolled are left out.

    Source: Snavely et al., "Photo tourism", SIGGRAPH 2006, section 4.3.
    """
    turns = np.array([view.turn for view in views])
    up = _level(turns)
    upright = np.abs(turns[:, 0] @ up) < _ROLL_SHARE
    return _level(turns[upright]) if upright.any() and not upright.all() else up


def _level(turns: NDArray[np.float64]) -> Vector:
    rights, mean = turns[:, 0], _unit(-turns[:, 1].sum(axis=0))
    spread = rights.T @ rights / len(rights) + _MEAN_WEIGHT * (np.eye(3) - np.outer(mean, mean))
    up = np.linalg.eigh(spread)[1][:, 0]
    return _unit(up if up @ mean > 0 else -up)


def ground_of(points: Points, up: Vector, near: float, least: float = _GROUND_LEAST) -> tuple[Vector, float] | None:
    """Return the plane that most points lie on and hardly any under, as (normal, height along it), or None.

    Its normal lies within 25° of `up`; `near` is how far from it a point of it may be, `least` the share of points.

    Source: Fischler & Bolles, "Random sample consensus", 1981.
    """
    if len(points) < 50:
        return None
    generator = np.random.default_rng(0)
    corners = points[generator.integers(0, len(points), (_TRIALS, 3))]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(across, axis=1)
    normals = across[length > 0] / length[length > 0, None]
    places = corners[length > 0, 0]
    normals *= np.sign(normals @ up + 1e-300)[:, None]
    likely = normals @ up > _TILT_COSINE
    planes = [
        (int((np.abs(away) < near).sum()), number)
        for number, away in _ways(points, normals, places, likely)
        if (away < -2 * near).mean() < _BELOW_MOST
    ]
    most, best = max(planes, default=(0, -1))
    if most < least * len(points):
        return None
    return _refined(points, normals[best], float(normals[best] @ places[best]), near, up)


def _ways(
    points: Points, normals: NDArray[np.float64], places: NDArray[np.float64], likely: NDArray[np.bool_]
) -> list[tuple[int, NDArray[np.float64]]]:
    numbers = np.flatnonzero(likely)
    return [(int(number), (points - places[number]) @ normals[number]) for number in numbers]


def _refined(points: Points, normal: Vector, height: float, near: float, up: Vector) -> tuple[Vector, float]:
    for _ in range(3):
        on = points[np.abs(points @ normal - height) < near]
        middle = on.mean(axis=0)
        flat = np.linalg.eigh((on - middle).T @ (on - middle))[1][:, 0]
        normal = flat if flat @ up > 0 else -flat
        height = float(normal @ middle)
    return normal, height


def _core(points: Points) -> Points:
    """Return the points without those far from the others."""
    if len(points) < 20:
        return points if len(points) else np.zeros((1, 3))
    away = np.linalg.norm(points - np.median(points, axis=0), axis=1)
    return np.asarray(points[away <= np.quantile(away, 0.95)], np.float64)


def _turn(up: Vector, front: Vector) -> NDArray[np.float64]:
    """Return the rotation that brings `up` to Y and `front`, as far as it is level, to Z."""
    ahead = front - up * (front @ up)
    if np.linalg.norm(ahead) < 1e-6 * max(float(np.linalg.norm(front)), 1e-12):  # from right above
        ahead = np.cross(up, np.eye(3)[int(np.argmin(np.abs(up)))])
    ahead = _unit(ahead)
    return np.stack([np.cross(up, ahead), up, ahead])


def _unit(vector: Vector) -> Vector:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-12), np.float64)

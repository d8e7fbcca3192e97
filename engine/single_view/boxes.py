"""A box seen from a corner is known by an outline of six sides, and by the colours of its faces."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from engine.parts.solids import block
from engine.shapes import Pixels, Points
from engine.single_view.agreement import iou
from engine.single_view.back import Back
from engine.single_view.standing_up import Stood, stood
from engine.single_view.view import SeenFrom, orbit

Vector = NDArray[np.float64]
Mask = NDArray[np.bool_]

_LONGEST_PX = 160
_SIX_SIDED = 0.94  # overlap of the outline with six straight sides around it
_IOU_LEAST = 0.955
_APART_LEAST = 5.0  # CIELAB: by so much do the colours of two faces differ, of two pairs of them at least
_FACE_LEAST = 0.02  # of the outline: so much must each of the three faces show
_STARTS = tuple((turn, lift) for turn in (25.0, 45.0, 65.0) for lift in (10.0, 35.0))
_LOOKS = 260
_FINALISTS = 3
_DISTANCE, _DISTANCES = 5.0, (2.0, 12.0)  # radii: to begin with, and from where to where
_LIFT_DEG, _ROLL_DEG = (-10.0, 75.0), 12.0
_STRANGE = 0.004  # of overlap, that ten degrees of tilted horizon must be worth
_CORNERS = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)])
_NEAR = 0.03  # of a side: what lies so near to a face is on it


@dataclass(frozen=True, slots=True, eq=False)
class Boxed:
    """A box that stands up, how its hidden faces are made up, and how it was recognised."""

    standing: Stood
    back: Back
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Guess:
    """A box (width, height and depth; the geometric mean is 1) and where it is seen from; angles in degrees."""

    turn: float
    lift: float
    roll: float
    distance: float
    sides: tuple[float, float, float]

    @staticmethod
    def of(values: Vector) -> "_Guess":
        turn, lift, roll, distance, wide, deep = values
        logs = np.array([wide, 0.0, deep])
        sides = np.exp(logs - logs.mean())
        away = float(np.exp(np.clip(distance, *np.log(_DISTANCES))))
        lift, roll = float(np.clip(lift, *_LIFT_DEG)), float(np.clip(roll, -_ROLL_DEG, _ROLL_DEG))
        return _Guess(float(turn), lift, roll, away, (float(sides[0]), float(sides[1]), float(sides[2])))

    def view(self, box: tuple[float, float, float, float], size: tuple[int, int]) -> SeenFrom:
        """Return the camera from which the box fills a frame (left, top, right, bottom) of a picture."""
        axes, sides = orbit(self.turn, self.lift, self.roll), np.array(self.sides)
        away = self.distance * float(np.linalg.norm(sides)) / 2
        local = (_CORNERS * sides) @ axes.T
        seen = local[:, :2] / (away - local[:, 2:])
        low, high = seen.min(axis=0), seen.max(axis=0)
        left, top, right, bottom = box
        focal = float(np.sqrt((right - left) * (bottom - top) / max(float(np.prod(high - low)), 1e-12)))
        middle = (low + high) / 2 * focal
        centre = (float((left + right) / 2 - middle[0]), float((top + bottom) / 2 + middle[1]))
        return SeenFrom(axes[2] * away, axes, focal, centre, size)


def boxed(pixels: Pixels, mask: NDArray[np.floating], largest_m: float) -> Boxed | None:
    """Return the box whose three faces a picture shows within its (h, w) mask, None where it shows none.

    `largest_m` becomes the longest of its sides, metres.
    """
    solid, small, frame = _canvas(pixels, mask)
    if solid is None or _sidedness(solid) < _SIX_SIDED:
        return None
    guess, overlap = _best(solid, frame)
    view = guess.view(frame, (solid.shape[0], solid.shape[1]))
    if overlap < _IOU_LEAST or not _shows_faces(small, solid, guess, view):
        return None
    scale = largest_m / max(guess.sides)
    share = mask.shape[1] / solid.shape[1]
    seen = SeenFrom(
        view.place * scale, view.axes, view.focal_px * share, (view.centre[0] * share, view.centre[1] * share),
        (mask.shape[0], mask.shape[1]),
    )  # fmt: skip
    sides = np.array(guess.sides) * scale
    solid_box = block(*(float(side) for side in sides)).translate((0.0, -float(sides[1]) / 2, 0.0))
    standing = stood(solid_box, seen)
    middle = standing.view.place - seen.place
    facts = {
        "azimuth_deg": round(guess.turn, 1),
        "elevation_deg": round(guess.lift, 1),
        "tilt_deg": round(guess.roll, 1),
    }
    return Boxed(standing, Back("opposite", _Opposite(sides, middle, np.sign(view.place)).nearer), facts)


def _canvas(
    pixels: Pixels, mask: NDArray[np.floating]
) -> tuple[Mask | None, Pixels, tuple[float, float, float, float]]:
    """Return the mask and the picture at working size, and the mask's box there."""
    share = min(1.0, _LONGEST_PX / max(mask.shape))
    size = max(1, round(mask.shape[1] * share)), max(1, round(mask.shape[0] * share))
    small = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    cover = cv2.resize(np.asarray(mask, np.float32), size, interpolation=cv2.INTER_AREA)
    solid = np.asarray(cover >= 0.5)
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    if len(rows) < 8 or len(columns) < 8:
        return None, small, (0.0, 0.0, 0.0, 0.0)
    return solid, small, (float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1))


def _sidedness(solid: Mask) -> float:
    """Return how well six straight sides go around a mask, in [0, 1]; around a disc they do by 0.91."""
    contours, _ = cv2.findContours(solid.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    hull = cv2.convexHull(np.concatenate(contours))
    if len(hull) > 6:
        hull = cv2.approxPolyN(hull, 6, ensure_convex=True).reshape(-1, 2)
    drawn = np.zeros(solid.shape, np.uint8)
    cv2.fillConvexPoly(drawn, np.asarray(hull, np.int32), 1)
    return iou(drawn > 0, solid)


def _best(solid: Mask, frame: tuple[float, float, float, float]) -> tuple[_Guess, float]:
    """Return the box whose outline covers the mask best, and the overlap."""
    area = int(solid.sum())

    def loss(values: Vector) -> float:
        guess = _Guess.of(values)
        places, _ = guess.view(frame, (solid.shape[0], solid.shape[1])).project(_CORNERS * np.array(guess.sides))
        outline = cv2.convexHull(np.asarray(places, np.float32))
        drawn = np.zeros(solid.shape, np.uint8)
        cv2.fillConvexPoly(drawn, np.rint(outline * 16 - 8).astype(np.int32), 1, cv2.LINE_8, 4)
        both = int(np.count_nonzero(solid[drawn > 0]))
        overlap = both / max(area + int(np.count_nonzero(drawn)) - both, 1)
        return float(-overlap + _STRANGE * (values[2] / 10) ** 2)

    def searched(start: Vector, looks: int) -> tuple[float, Vector]:
        steps = np.diag([12.0, 8.0, 2.0, 0.25, 0.3, 0.3])
        simplex = np.vstack([start, start + steps])
        found = minimize(
            loss, start, method="Nelder-Mead",
            options={"maxfev": looks, "initial_simplex": simplex, "xatol": 1e-3, "fatol": 1e-5},
        )  # fmt: skip
        return float(found.fun), np.asarray(found.x, np.float64)

    left, top, right, bottom = frame
    wide = float(np.log((right - left) / (bottom - top)))
    starts = [np.array([turn, lift, 0.0, np.log(_DISTANCE), wide, wide]) for turn, lift in _STARTS]
    first = sorted((searched(start, _LOOKS) for start in starts), key=lambda one: one[0])[:_FINALISTS]
    least, values = min((searched(values, _LOOKS) for _, values in first), key=lambda one: one[0])
    guess = _Guess.of(values)
    return guess, -least + _STRANGE * (guess.roll / 10) ** 2


def _shows_faces(pixels: Pixels, solid: Mask, guess: _Guess, view: SeenFrom) -> bool:
    """Return whether three faces are seen, and differ in colour where they meet."""
    lab = cv2.cvtColor(pixels.astype(np.float32) / np.float32(255), cv2.COLOR_RGB2LAB)
    found: list[NDArray[np.float64]] = []
    for axis in range(3):
        side = np.sign(view.place[axis]) / 2
        face = _CORNERS[np.isclose(_CORNERS[:, axis], side)] * np.array(guess.sides)
        places, _ = view.project(face)
        drawn = np.zeros(solid.shape, np.uint8)
        cv2.fillConvexPoly(drawn, cv2.convexHull(np.rint(places).astype(np.int32)), 1)
        inner = cv2.erode(drawn, np.ones((3, 3), np.uint8)).astype(bool) & solid
        if abs(view.place[axis]) <= abs(guess.sides[axis]) / 2 or inner.sum() < _FACE_LEAST * solid.sum():
            return False
        found.append(np.median(lab[inner], axis=0))
    apart = [float(np.linalg.norm(found[one] - found[other])) for one, other in ((0, 1), (1, 2), (0, 2))]
    return sum(each >= _APART_LEAST for each in apart) >= 2


@dataclass(frozen=True, slots=True, eq=False)
class _Opposite:
    """Where to look for the colours of hidden faces: across the box, on those that the camera sees."""

    sides: Vector
    middle: Vector
    towards: Vector

    def nearer(self, points: NDArray[np.floating]) -> Points:
        local = np.asarray(points, np.float64) - self.middle
        half = self.sides / 2
        is_hidden = np.abs(local + self.towards * half) < _NEAR * self.sides
        return np.where(is_hidden, self.towards * half, local) + self.middle

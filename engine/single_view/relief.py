"""Flat things are recognised: by straight sides all around, or by the plain colours of a drawing."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter
from scipy.spatial import ConvexHull

from engine.shapes import Pixels
from engine.single_view.rounding import slab

Field = NDArray[np.float64]

_BINS = 60
_SIDES, _STRAIGHT = 4, 0.65  # so many directions take this share of the outline
_FULL = 0.91  # of the convex hull: what has gaps is no board
_DRAWN = 0.85  # of the pixels are as their neighbours
_THICK, _EDGE = 0.09, 0.35  # of the shorter side, the whole plate; of half of that, its rounded edge


def straightness(field: Field) -> float:
    """Return the share of an outline that runs in its four commonest directions, in [0, 1]."""
    down, right = np.gradient(gaussian_filter(field, 1.2))
    weight = np.hypot(down, right)
    turn = np.arctan2(down, right) / (2 * np.pi) * _BINS
    counts = np.zeros(_BINS)
    low = np.floor(turn).astype(np.int64)
    np.add.at(counts, low.ravel() % _BINS, (weight * (1 - (turn - low))).ravel())
    np.add.at(counts, (low.ravel() + 1) % _BINS, (weight * (turn - low)).ravel())
    joint = counts + np.roll(counts, 1)
    found = 0.0
    for _ in range(_SIDES):
        best = int(joint.argmax())
        found += float(joint[best])
        counts[[best, best - 1]] = 0
        joint = counts + np.roll(counts, 1)
    return found / max(float(weight.sum()), 1e-9)


def plainness(pixels: Pixels, mask: NDArray[np.bool_]) -> float:
    """Return the share of a thing's (h, w, 3) pixels that are exactly as those to the right and below, in [0, 1].

    No sensor gives that: it tells drawings from photographs of plain things.
    """
    here = pixels[:-1, :-1]
    same = (here == pixels[:-1, 1:]).all(axis=2) & (here == pixels[1:, :-1]).all(axis=2)
    inside = mask[:-1, :-1]
    return float(int(np.count_nonzero(same & inside)) / max(int(np.count_nonzero(inside)), 1))


def fullness(inside: NDArray[np.bool_]) -> float:
    """Return the share of its convex hull that an outline fills, in [0, 1]."""
    places = np.argwhere(inside)
    hull = ConvexHull(places)
    return float(min(1.0, inside.sum() / max(hull.volume + hull.area / 2 + 1, 1e-9)))


def flat_of(field: Field, pixels: Pixels, mask: NDArray[np.bool_]) -> dict[str, Any] | None:
    """Return facts about why a thing is flat; None where it is not."""
    facts = {"straightness": round(straightness(field), 3), "plainness": round(plainness(pixels, mask), 3)}
    facts["fullness"] = round(fullness(field > 0.5), 3)
    is_board = facts["straightness"] >= _STRAIGHT and facts["fullness"] >= _FULL
    return facts | {"is_drawing": facts["plainness"] >= _DRAWN} if is_board or facts["plainness"] >= _DRAWN else None


def plate(inside: NDArray[np.bool_]) -> Field:
    """Return how far the front of a plate stands before its middle, in cells."""
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    shorter = min(rows[-1] - rows[0], columns[-1] - columns[0]) + 1
    half = max(_THICK * float(shorter) / 2, 1.0)
    return slab(inside, half, max(_EDGE * half, 0.5))

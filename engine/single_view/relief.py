"""Flat things are recognised: by straight sides all around, or by the few plain colours of a drawing."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from engine.single_view.rounding import slab

Field = NDArray[np.float64]

_BINS = 60
_SIDES, _STRAIGHT = 4, 0.72  # so many directions take this share of the outline
_COLORS, _DRAWN = 6, 0.86  # so many colours take this share of the area
_LEVELS = 24
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


def plainness(colors: Field, inside: NDArray[np.bool_]) -> float:
    """Return the share of the area that its six commonest colours take; colours are (h, w, 3) in [0, 1]."""
    levels = np.rint(colors[inside] * _LEVELS).astype(np.int64)
    counts = np.bincount(levels @ np.array([1, _LEVELS + 1, (_LEVELS + 1) ** 2]))
    return float(np.sort(counts)[::-1][:_COLORS].sum() / max(counts.sum(), 1))


def flat_of(field: Field, colors: Field) -> dict[str, Any] | None:
    """Return facts about why a thing is flat; None where it is not."""
    facts = {"straightness": round(straightness(field), 3), "plainness": round(plainness(colors, field > 0.5), 3)}
    is_flat = facts["straightness"] >= _STRAIGHT or facts["plainness"] >= _DRAWN
    return facts if is_flat else None


def plate(inside: NDArray[np.bool_]) -> Field:
    """Return how far the front of a plate stands before its middle, in cells."""
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    shorter = min(rows[-1] - rows[0], columns[-1] - columns[0]) + 1
    half = max(_THICK * float(shorter) / 2, 1.0)
    return slab(inside, half, max(_EDGE * half, 0.5))

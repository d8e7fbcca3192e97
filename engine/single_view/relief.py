"""Flat things are recognised: by straight sides all around, by the plain colours of a drawing, by wings, by words."""

import re
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_fill_holes, gaussian_filter
from scipy.spatial import ConvexHull

from engine.shapes import Pixels
from engine.single_view.agreement import iou
from engine.single_view.discs import is_disc
from engine.single_view.rounding import rounded, slab
from engine.single_view.symmetry import axis_of

Field = NDArray[np.float64]

_BINS = 60
_SIDES, _STRAIGHT = 4, 0.65  # so many directions take this share of the outline
_CURVED = 0.9  # of the outline runs straight: with less, only what four straight sides enclose is a board
_FULL = 0.91  # of the convex hull: what has gaps is no board
_DRAWN = 0.85  # of the pixels are as their neighbours
_WINGS_FULL, _WINGS_WIDE, _WINGS_ALIKE, _WINGS_TILT_DEG = 0.88, 1.5, 0.93, 15.0
_WING = 0.035  # of the shorter side, half its thickness
_THIN_WORDS = frozenset({
    "badge", "banner", "bat", "butterfly", "card", "coin", "envelope", "feather", "fern", "flag", "glasses", "key",
    "keys", "kite", "leaf", "leaves", "letter", "medal", "moth", "postcard", "poster", "ruler", "scissors", "sign",
    "snowflake", "spectacles", "stamp", "sticker", "sunglasses", "wing", "wings",
})  # fmt: skip
_STRAY, _FOUR_SIDED = 0.006, 0.92  # of the longer side: what stands out of a board by less; overlap with four sides
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


def flat_of(field: Field, pixels: Pixels, mask: NDArray[np.bool_], words: str = "") -> dict[str, Any] | None:
    """Return facts about why a thing is flat; None where it is not.

    `is_board` has straight sides and no gaps, `is_drawing` is drawn, `is_disc` is round with a face, and `is_thin`
    grew or was cut thin.
    """
    facts: dict[str, Any] = {"straightness": round(straightness(field), 3)}
    facts |= {"plainness": round(plainness(pixels, mask), 3), "fullness": round(fullness(field > 0.5), 3)}
    facts["is_board"] = facts["straightness"] >= _STRAIGHT and facts["fullness"] >= _FULL
    if facts["is_board"] and facts["straightness"] < _CURVED:
        facts["is_board"] = _sided(np.asarray(mask, np.bool_))[1] >= _FOUR_SIDED
    facts["is_drawing"] = facts["plainness"] >= _DRAWN
    if facts["is_board"] or facts["is_drawing"]:
        return facts | {"is_thin": False}
    if is_disc(pixels, mask):
        return facts | {"is_disc": True, "is_thin": False}
    is_named = not _THIN_WORDS.isdisjoint(re.split(r"[\W\d_]+", words.casefold()))
    return facts | {"is_thin": True} if is_named or _has_wings(field, facts["fullness"]) else None


def _has_wings(field: Field, full: float) -> bool:
    """Return whether it spreads alike to both sides and leaves gaps there: butterflies, bats, glasses, aeroplanes."""
    tall, wide = (int(np.ptp(np.flatnonzero((field > 0.5).any(axis=axis)))) + 1 for axis in (1, 0))
    if full > _WINGS_FULL or wide < _WINGS_WIDE * tall:
        return False
    axis = axis_of(field)
    return axis.share >= _WINGS_ALIKE and abs(axis.tilt_deg) <= _WINGS_TILT_DEG


def board_of(mask: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return the (h, w) mask of a board without holes, and with four straight sides where it has four."""
    solid = np.asarray(binary_fill_holes(mask >= 0.5))
    drawn, overlap = _sided(solid)
    if overlap < _FOUR_SIDED:
        return np.where(solid, np.maximum(mask, 1.0), mask).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(drawn.astype(np.float32), (0, 0), 0.7))


def _sided(solid: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], float]:
    """Return the four-sided figure about a mask, and how much of both they share, in [0, 1]."""
    radius = max(1, round(_STRAY * max(solid.shape)))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    framed = cv2.copyMakeBorder(solid.astype(np.uint8), radius, radius, radius, radius, cv2.BORDER_REPLICATE)
    clean = np.ascontiguousarray(cv2.morphologyEx(framed, cv2.MORPH_OPEN, kernel)[radius:-radius, radius:-radius])
    contours, _ = cv2.findContours(clean, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return solid, 0.0
    corners = cv2.approxPolyN(cv2.convexHull(max(contours, key=cv2.contourArea)), 4, ensure_convex=True).reshape(-1, 2)
    drawn = np.zeros(solid.shape, np.uint8)
    cv2.fillPoly(drawn, [np.asarray(corners, np.int32)], 1)
    return drawn > 0, iou(drawn > 0, solid)


def plate(inside: NDArray[np.bool_]) -> Field:
    """Return how far the front of a plate stands before its middle, in cells."""
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    shorter = min(rows[-1] - rows[0], columns[-1] - columns[0]) + 1
    half = max(_THICK * float(shorter) / 2, 1.0)
    return slab(inside, half, max(_EDGE * half, 0.5))


def wing(inside: NDArray[np.bool_]) -> Field:
    """Return how far the front of a thin thing stands before its middle, in cells: rounded, and level where wide."""
    height = rounded(inside)
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    most = max(_WING * (min(rows[-1] - rows[0], columns[-1] - columns[0]) + 1), 1.0)
    return np.asarray(most * np.tanh(height / most), np.float64)

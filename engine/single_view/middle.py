"""A large thing in the middle of a picture: what its corners do not show."""

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.single_view.judging import NOTHING, Verdict

Mask = NDArray[np.bool_]
_LIKELY, _NEVER = 0.82, 1.15  # of the ellipse that touches the four borders
_SHARE_LEAST = 0.08  # of the picture
_WHOLE_LEAST = 0.7  # of its convex hull
_TRUST = 0.3  # at most, without sharp edges: below what counts as sure


def in_the_middle(height: int, width: int) -> tuple[Mask, Mask]:
    """Return where a large thing in the middle is likely, and where it never is: the corners."""
    y, x = np.meshgrid(np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij")
    far = np.hypot(x, y)
    return np.asarray(far < _LIKELY), np.asarray(far > _NEVER)


def trusted(mask: Mask, verdict: Verdict) -> Verdict:
    """Return the verdict on what was found in the middle: nothing if it is small, better if it is whole and distinct.

    A photograph that is soft or grainy has no sharp edges to speak for a thing that fills it.
    """
    if float(mask.mean()) < _SHARE_LEAST:
        return NOTHING
    hull = np.zeros(mask.shape, np.uint8)
    cv2.fillConvexPoly(hull, cv2.convexHull(cv2.findNonZero(mask.astype(np.uint8))), 1)
    whole = float(np.count_nonzero(mask) / np.count_nonzero(hull))
    if whole < _WHOLE_LEAST:
        return verdict
    return replace(verdict, score=max(verdict.score, _TRUST * whole * verdict.contrast * verdict.apart))

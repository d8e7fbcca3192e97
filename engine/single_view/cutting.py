"""A thing cut out along its edges.

Source: Rother, Kolmogorov & Blake, "GrabCut: interactive foreground extraction using iterated graph cuts", 2004.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.shapes import Pixels

Mask = NDArray[np.bool_]
_ROUNDS = 4
_SEED = 7  # of the clusters that colours begin with: the same picture is cut the same


def cut(pixels: Pixels, likely: Mask, *, never: Mask) -> Mask:
    """Return the mask that follows the edges of a small picture, begun from what is likely the thing, and never is."""
    trimap = np.where(likely, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    trimap[never] = cv2.GC_BGD
    if not _has_both(trimap):
        return np.isin(trimap, (cv2.GC_FGD, cv2.GC_PR_FGD))
    cv2.setNumThreads(1)
    cv2.setRNGSeed(_SEED)
    thing, rest = np.zeros((1, 65)), np.zeros((1, 65))
    pixels = np.ascontiguousarray(pixels)
    cv2.grabCut(pixels, trimap, (0, 0, 0, 0), thing, rest, 1, cv2.GC_INIT_WITH_MASK)
    for _ in range(_ROUNDS - 1):
        before = trimap & 1
        cv2.grabCut(pixels, trimap, (0, 0, 0, 0), thing, rest, 1, cv2.GC_EVAL)
        if np.array_equal(before, trimap & 1):
            break
    return np.isin(trimap, (cv2.GC_FGD, cv2.GC_PR_FGD))


def _has_both(trimap: Pixels) -> bool:
    """Tell whether there are pixels enough of either kind for the mixtures of five colours each."""
    thing = int(np.count_nonzero(trimap & 1))
    return min(thing, trimap.size - thing) >= 32

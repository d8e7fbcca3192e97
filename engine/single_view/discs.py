"""Flat round things, as a clock or a coin seen from before: an ellipse that is not lit as a ball is."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.shapes import Pixels
from engine.single_view.agreement import iou

Mask = NDArray[np.bool_]
_ELLIPSE = 0.98  # overlap with the ellipse about it
_ASLANT = 0.75  # shorter over longer axis: what is seen more aslant may be a bowl
_CIRCLE = 0.965  # the same, from where on it may be a ball
_LIT, _LIT_CIRCLE = 0.3, 0.08  # of how its brightness varies, what a ball's form explains at most
_FACE = 12.0  # of 255: so much brightness varies on what has a face; plain plates and lids are turned
_WITHIN = 0.75  # of its radius, squared: a rim is dark all around, as a ball lit from before is


def is_disc(pixels: Pixels, mask: Mask) -> bool:
    """Return whether what an (h, w) mask shows of a picture is flat and round, with something on its face."""
    contours, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    largest = max(contours, key=cv2.contourArea, default=None)
    if largest is None or len(largest) < 16:
        return False
    box = cv2.fitEllipse(largest)
    axes = min(box[1]) / max(*box[1], 1e-9)
    if axes < _ASLANT or iou(_filled(box, mask.shape), mask) < _ELLIPSE:
        return False
    light, lit = _lit(pixels, mask, box)
    return light >= _FACE and lit <= (_LIT_CIRCLE if axes > _CIRCLE else _LIT)


def _filled(box: "cv2.typing.RotatedRect", shape: tuple[int, ...]) -> Mask:
    drawn = np.zeros(shape, np.uint8)
    cv2.ellipse(drawn, box, (1,), -1)
    return np.asarray(drawn > 0)


def _lit(pixels: Pixels, mask: Mask, box: "cv2.typing.RotatedRect") -> tuple[float, float]:
    """Return how much brightness varies, and which share of that is as on a ball that is lit from somewhere."""
    (left, top), (wide, tall), turn = box
    rows, columns = np.nonzero(mask)
    cosine, sine = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    across = ((columns - left) * cosine + (rows - top) * sine) / (wide / 2)
    down = ((rows - top) * cosine - (columns - left) * sine) / (tall / 2)
    inside = across**2 + down**2 < _WITHIN
    normals = np.stack([across, down, np.sqrt(np.maximum(1 - across**2 - down**2, 0)), np.ones_like(across)], axis=1)
    seen = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)[rows, columns].astype(np.float64)
    known, levels = normals[inside], seen[inside]
    explained = known @ np.linalg.lstsq(known, levels, rcond=None)[0]
    spread = float(levels.std())
    return spread, 1 - float((levels - explained).var()) / max(spread**2, 1e-9)

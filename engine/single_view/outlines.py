"""Sharp edges, told from soft ones: things end sharply, shadows and what is out of focus softly."""

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.float32]
Mask = NDArray[np.bool_]
_SCALES = ((1.0, 4.0), (2.2, 8.0))
"""Pixels: of an edge the first of a pair sees far more than the second, of a slope the same; wide ones see faint."""
_SOFT = 1.5  # so many times the coarse slope is no edge yet
_GRAIN = 0.95  # of the border's pixels are without edges: the thing may touch it
_LEAST = (0.40, 0.16)  # CIELAB a pixel, at either scale
_MOST = (5.0, 3.0)
_ROUNDS = 3


def sharpness(lab: Image, ring: Mask) -> Image:
    """Return how sharply colours change at each pixel: 0 on slopes however steep, 1 and more on edges.

    1 is what the grain and noise of the `ring` along the border hardly reach.
    """
    best = np.zeros(lab.shape[:2], np.float32)
    for (fine, coarse), least, most in zip(_SCALES, _LEAST, _MOST, strict=True):
        found = _slope(lab, fine) - np.float32(_SOFT) * _slope(lab, coarse)
        level = float(np.clip(1.3 * np.quantile(found[ring], _GRAIN), least, most))
        np.maximum(best, found / np.float32(level), out=best)
    return best


def _slope(lab: Image, sigma: float) -> Image:
    soft = cv2.GaussianBlur(lab, (0, 0), sigma)
    across, down = cv2.Sobel(soft, cv2.CV_32F, 1, 0, scale=0.125), cv2.Sobel(soft, cv2.CV_32F, 0, 1, scale=0.125)
    return np.asarray(np.sqrt(np.square(across).sum(-1) + np.square(down).sum(-1)), np.float32)


def rolled(passable: Mask, radius: int) -> Mask:
    """Return what a disc of some radius covers as it rolls from the border over passable pixels."""
    disc = round_(radius)
    framed = cv2.copyMakeBorder(passable.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    room = cv2.erode(framed, disc, borderType=cv2.BORDER_CONSTANT, borderValue=1) if radius else framed
    room[0], room[-1], room[:, 0], room[:, -1] = 1, 1, 1, 1
    _, labels = cv2.connectedComponents(room, connectivity=4)
    here = ((labels == labels[0, 0]) & (room > 0)).astype(np.uint8)
    if radius:
        here = cv2.dilate(here, disc)
    return np.asarray(here[1:-1, 1:-1].astype(bool) & passable)


def round_(radius: int) -> NDArray[np.uint8]:
    """Return a disc to widen or narrow masks by."""
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1)), np.uint8)


def way_from_border(cost: Image) -> Image:
    """Return the least sum of costs on a way from the border to each pixel, by sweeps in four directions.

    Source: Toivanen, "New geodesic distance transforms for gray-scale images", 1996.
    """
    way = np.full(cost.shape, np.inf, np.float32)
    way[0], way[-1], way[:, 0], way[:, -1] = cost[0], cost[-1], cost[:, 0], cost[:, -1]
    for _ in range(_ROUNDS):
        for turned, priced in ((way, cost), (way[::-1], cost[::-1]), (way.T, cost.T), (way.T[::-1], cost.T[::-1])):
            _sweep(turned, priced)
    return way


def _sweep(way: Image, cost: Image) -> None:
    for row in range(1, len(way)):
        above = way[row - 1]
        least = above.copy()
        np.minimum(least[1:], above[:-1], out=least[1:])
        np.minimum(least[:-1], above[1:], out=least[:-1])
        np.minimum(way[row], least + cost[row], out=way[row])

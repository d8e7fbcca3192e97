"""How far things have moved between two pictures of a film, by following points there and back."""

import cv2
import numpy as np
from numpy.typing import NDArray

FOLLOWED_LEAST = 0.5
"""Of the points, below which the way cannot be told: most of what was seen is out of sight, or looks otherwise."""
_POINTS_MOST = 300
_POINTS_LEAST = 12
_QUALITY, _APART_SHARE = 0.01, 0.0125  # of corners: against the best one, and from each other
_WINDOW_PX, _LEVELS = 21, 3
_BACK_PX = 1.0  # so near to where it began must a point come back
_PLAIN = 4.0  # deviation of luminance in [0, 255], below which a picture shows nothing


def way_between(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """Return how far things have moved between two pictures of one size, as a share of the longer side.

    It is the upper quartile over corners that are followed into the other picture and come back from it to where they
    were (Lucas & Kanade, 1981; Kalal et al., "Forward-backward error", 2010). It is 1 where fewer than half of them do:
    the pictures have little in common, or too little can be followed to tell.

    Parameters
    ----------
    one, other : (height, width) float32
        Luminance in [0, 255].
    """
    if one.shape != other.shape:
        return 1.0
    if max(float(one.std()), float(other.std())) < _PLAIN:
        return 0.0  # nothing is seen in either
    first, second = (np.clip(np.rint(grey), 0, 255).astype(np.uint8) for grey in (one, other))
    found = cv2.goodFeaturesToTrack(first, _POINTS_MOST, _QUALITY, _APART_SHARE * max(one.shape))
    if found is None or len(found) < _POINTS_LEAST:
        return 1.0
    corners = np.asarray(found, np.float32)
    there, is_there = _followed(first, second, corners)
    back, is_back = _followed(second, first, there)
    has_returned = is_there & is_back & (np.linalg.norm(back - corners, axis=2).ravel() <= _BACK_PX)
    if float(has_returned.mean()) < FOLLOWED_LEAST:
        return 1.0
    ways = np.linalg.norm(there - corners, axis=2).ravel()[has_returned]
    return float(np.quantile(ways, 0.75) / max(one.shape))


def _followed(
    one: NDArray[np.uint8], other: NDArray[np.uint8], points: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    found, is_found, _ = cv2.calcOpticalFlowPyrLK(
        one, other, points, None, winSize=(_WINDOW_PX, _WINDOW_PX), maxLevel=_LEVELS
    )  # type: ignore[call-overload]
    return np.asarray(found, np.float32), np.asarray(is_found).ravel() > 0

"""How well a drawing of a model agrees with a picture: the silhouettes, and the edges inside them."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from engine.single_view.view import Mask

_NEAR_SHARE = 0.02  # of the picture's diagonal: an edge nearer than this to its like is found


def iou(one: NDArray[np.generic], other: NDArray[np.generic]) -> float:
    """Return the area in both masks over the area in either, in [0, 1]; two empty masks agree wholly.

    Masks are (h, w): bool, or coverage in [0, 1], of which half and more counts.
    """
    a, b = _solid(one), _solid(other)
    either = int(np.count_nonzero(a | b))
    return int(np.count_nonzero(a & b)) / either if either else 1.0


def edge_agreement(one: Mask, other: Mask) -> float:
    """Return how much of either drawing of (h, w) edges lies near the other's, in [0, 1]; 0 where one is empty.

    It is the harmonic mean of both shares, each edge pixel weighing less the farther its nearest like is.
    """
    if not one.any() or not other.any():
        return float(not one.any() and not other.any())
    near = _NEAR_SHARE * float(np.hypot(*one.shape))
    there, back = _share_near(one, other, near), _share_near(other, one, near)
    return 2 * there * back / (there + back) if there + back else 0.0


def _share_near(of: Mask, to: Mask, near: float) -> float:
    distance = np.asarray(distance_transform_edt(~to))[of]
    return float(np.exp(-0.5 * np.square(distance / near)).mean())


def _solid(mask: NDArray[np.generic]) -> Mask:
    return np.asarray(mask, np.float32) >= 0.5

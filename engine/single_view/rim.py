"""Colours near an outline come from within it: what stands there is mixed with the background."""

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter, maximum_filter

Field = NDArray[np.float32]
Mask = NDArray[np.bool_]

_WORKING_PX = 640  # longer side at which it is told what belongs to the background
_RIM, _RIM_LEAST_PX = 0.009, 1.5  # of the thing's longer side: so much of its rim is never believed
_THIN = 0.55  # of its half width: of what is narrower than the rim its middle is believed
_BAND = 3.0  # rims: so far in, what looks like the background beside it is not believed either
_LIKE = 0.6  # of its difference from what lies within


def filled(picture: Field, mask: NDArray[np.floating]) -> Field:
    """Return the (h, w, 3) picture with the thing's own colours pushed over its rim and beyond it."""
    own = own_of(picture, mask)
    if not own.any():
        return picture
    y, x = distance_transform_edt(~own, return_distances=False, return_indices=True)
    return np.ascontiguousarray(picture[y, x])


def own_of(picture: Field, mask: NDArray[np.floating]) -> Mask:
    """Return which pixels of the picture show the thing and nothing of what is beside it."""
    share = min(1.0, _WORKING_PX / max(mask.shape))
    size = max(1, round(mask.shape[1] * share)), max(1, round(mask.shape[0] * share))
    if share < 1:
        solid = cv2.resize(np.asarray(mask, np.float32), size, interpolation=cv2.INTER_AREA) >= 0.5
        own = _own(np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32), solid)
        whole = cv2.resize(own.astype(np.uint8), mask.shape[::-1], interpolation=cv2.INTER_NEAREST)
        return np.asarray((whole > 0) & (mask >= 0.5))
    return _own(picture, np.asarray(mask >= 0.5))


def _own(picture: Field, solid: Mask) -> Mask:
    if not solid.any():
        return solid
    depth = np.asarray(distance_transform_edt(solid), np.float32)
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    rim = max(_RIM_LEAST_PX, _RIM * (max(int(np.ptp(rows)), int(np.ptp(columns))) + 1))
    widest = maximum_filter(depth, size=2 * int(np.ceil(1.5 * rim)) + 1)
    within = depth > np.minimum(rim, _THIN * widest)
    band = within & (depth <= _BAND * rim)
    far_in = depth > np.minimum(_BAND * rim, 0.8 * widest)
    far_out = np.asarray(distance_transform_edt(~solid)) > rim
    if not far_out.any() or not far_in.any():
        return np.asarray(within)
    inner, outer = _near(picture, far_in, rim), _near(picture, far_out, rim)
    is_like = np.linalg.norm(picture - outer, axis=2) < _LIKE * np.linalg.norm(picture - inner, axis=2)
    return np.asarray(within & ~(band & is_like))


def _near(picture: Field, known: Mask, rim: float) -> Field:
    """Return at each pixel the known colours that are nearest to it, a little smoothed."""
    y, x = distance_transform_edt(~known, return_distances=False, return_indices=True)
    return np.asarray(gaussian_filter(picture[y, x], (rim, rim, 0)), np.float32)

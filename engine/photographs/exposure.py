"""How much brighter each view is than the others, by what several of them see."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from engine.photographs.seeing import Seen, colors_at
from engine.photographs.views import View
from engine.shapes import Points

Floats = NDArray[np.float64]

_DARK, _BRIGHT = 12.0, 250.0  # what is darker or brighter may be cut off: it says nothing
_BLUR_PX = 1.5
_TURNS = 20
_STRAY = 0.12  # of the logarithm: what differs more counts less, as a reflection
_CORNERS_MOST = 20_000


def calm(view: View) -> NDArray[np.float32]:
    """Return the picture without what is finer than a few pixels, float32."""
    return np.asarray(gaussian_filter(view.picture.astype(np.float32), (_BLUR_PX, _BLUR_PX, 0)), np.float32)


def gains_of(points: Points, seen: Seen, views: tuple[View, ...]) -> Floats:
    """Return (k, 3) factors that make the views' sRGB values alike, 1 on average; the more alike, the nearer to 1.

    They are the least squares over the logarithms of what several views show of the same corners.
    """
    step = max(1, len(points) // _CORNERS_MOST)
    points, sees = points[::step], seen.corners[::step]
    logs = np.full((len(points), len(views), 3), np.nan, np.float32)
    for number, view in enumerate(views):
        rows = np.flatnonzero(sees[:, number])
        shown = colors_at(calm(view), view.seen(points[rows])[0])
        good = ((shown > _DARK) & (shown < _BRIGHT)).all(axis=1)
        logs[rows[good], number] = np.log(shown[good])
    logs = logs[np.isfinite(logs[..., 0]).sum(axis=1) >= 2]
    return np.stack([np.exp(_offsets(logs[..., channel])) for channel in range(3)], axis=1)


def _offsets(logs: NDArray[np.float32]) -> Floats:
    """Return (k,) what to add to the columns of (n, k) values, not numbers where unknown, so that rows agree."""
    offsets = np.zeros(logs.shape[1])
    known = np.isfinite(logs)
    if not len(logs):
        return offsets
    values = np.where(known, logs, 0.0).astype(np.float64)
    weight = known.astype(np.float64)
    for _ in range(_TURNS):
        moved = values + offsets
        mean = (weight * moved).sum(axis=1) / np.maximum(weight.sum(axis=1), 1e-9)
        apart = mean[:, None] - moved
        weight = known / (1 + (apart / _STRAY) ** 2)
        offsets = offsets + (weight * apart).sum(axis=0) / np.maximum(weight.sum(axis=0), 1.0)
        offsets -= offsets.mean()
    return offsets

"""Which views help to see how far the surface lies from another one."""

import numpy as np
from numpy.typing import NDArray

from engine.photographs.views import Sparse

BEST_DEG, SPREAD_NEAR_DEG, SPREAD_FAR_DEG = 9.0, 4.0, 14.0
"""Angle between rays at which matching is best, and how quickly it is worse below and above.

After Yao et al., "MVSNet", ECCV 2018, 4.1, with a wider flank: few photographs must do.
"""
_POINTS_MOST = 4000


def neighbours_of(sparse: Sparse, most: int) -> list[NDArray[np.int64]]:
    """Return for each view the views, best first, that see the same points from a somewhat other place."""
    count = len(sparse.views)
    scores = np.zeros((count, count))
    places = np.array([view.place for view in sparse.views])
    for number, track in _sampled(sparse):
        rays = places[track] - sparse.points[number]
        rays /= np.maximum(np.linalg.norm(rays, axis=1, keepdims=True), 1e-12)
        angle = np.degrees(np.arccos(np.clip(rays @ rays.T, -1, 1)))
        spread = np.where(angle < BEST_DEG, SPREAD_NEAR_DEG, SPREAD_FAR_DEG)
        weight = np.exp(-((angle - BEST_DEG) ** 2) / (2 * spread**2))
        scores[np.ix_(track, track)] += weight
    np.fill_diagonal(scores, 0.0)
    found = []
    for row in scores:
        order = np.argsort(-row, kind="stable")
        found.append(order[: min(most, int((row > 0).sum()))])
    return found


def depth_range(sparse: Sparse, view: int) -> tuple[float, float]:
    """Return the nearest and farthest depth at which the surface may lie, from the points that a view sees."""
    mine = np.array([number for number, track in enumerate(sparse.tracks) if view in track], np.int64)
    _, depth = sparse.views[view].seen(sparse.points[mine])
    depth = depth[depth > 0]
    if not len(depth):
        return 0.0, 0.0
    near, far = np.quantile(depth, [0.005, 0.99])
    return float(near / 1.5), float(far * 1.4)  # the ground before the thing has few points


def _sampled(sparse: Sparse) -> list[tuple[int, NDArray[np.int32]]]:
    step = max(1, len(sparse.tracks) // _POINTS_MOST)
    return [(number, sparse.tracks[number]) for number in range(0, len(sparse.tracks), step)]

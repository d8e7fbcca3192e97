"""Which depths several views agree on."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.photographs.views import Depth, View

Field = NDArray[np.float32]
Places = NDArray[np.float64]


def agreed(
    views: Sequence[View],
    depths: Sequence[Depth],
    which: int,
    others: Sequence[int],
    *,
    least: int = 2,
    pixels_most: float = 1.0,
    depth_most: float = 0.01,
    confidence_least: float = 0.4,
) -> Depth:
    """Return the depths of a view that at least `least` other views confirm, averaged with theirs; 0 elsewhere.

    Another view confirms a place if its own depth there lies within `depth_most` and leads back to within `pixels_most`
    of the pixel (Schönberger et al., "Pixelwise view selection for unstructured multi-view stereo", ECCV 2016).
    """
    view, depth = views[which], depths[which]
    rows, columns = np.nonzero((depth.depth > 0) & (depth.confidence >= confidence_least))
    mine = depth.depth[rows, columns].astype(np.float64)
    pixels = np.column_stack([columns + 0.5, rows + 0.5])
    places = placed(view, pixels, mine)
    votes, total = np.zeros(len(mine), np.int64), mine.copy()
    for number in others:
        sees, again = _back(view, views[number], depths[number], places)
        seen, back_depth = view.seen(again)
        near = np.linalg.norm(seen - pixels, axis=1) < pixels_most
        same = np.abs(back_depth - mine) < depth_most * mine
        good = sees & near & same
        votes += good
        total += np.where(good, back_depth, 0.0)
    kept = votes >= least
    found, trust = np.zeros_like(depth.depth), np.zeros_like(depth.confidence)
    found[rows[kept], columns[kept]] = (total / (1 + votes))[kept]
    trust[rows[kept], columns[kept]] = depth.confidence[rows[kept], columns[kept]]
    return Depth(found, trust)


def placed(view: View, pixels: Places, depth: Places) -> Places:
    """Return where (n, 2) pixels at (n,) depths lie in the world, (n, 3)."""
    local = np.column_stack([(pixels - view.middle_px) / view.focal_px, np.ones(len(pixels))]) * depth[:, None]
    return np.asarray((local - view.shift) @ view.turn, np.float64)


def _back(view: View, other: View, depth: Depth, places: Places) -> tuple[NDArray[np.bool_], Places]:
    """Return which places another view has a depth at, and where its own depth says that they are."""
    seen, ahead = other.seen(places)
    height, width = depth.depth.shape
    inside = (ahead > 0) & (seen >= 0).all(axis=1) & (seen[:, 0] < width) & (seen[:, 1] < height)
    column = np.clip(seen[:, 0], 0, width - 1).astype(np.int64)
    row = np.clip(seen[:, 1], 0, height - 1).astype(np.int64)
    theirs = depth.depth[row, column].astype(np.float64)
    return inside & (theirs > 0), placed(other, np.where(inside[:, None], seen, 0.0), theirs)

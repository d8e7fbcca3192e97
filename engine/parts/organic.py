"""Bodies that grow into one another: capsules and ellipsoids blended smoothly, as figurines and plush toys are."""

from typing import TypeAlias

import numpy as np
from manifold3d import Manifold
from numpy.typing import NDArray

from engine.parts.solids import Solid
from engine.shapes import Points

Bones: TypeAlias = NDArray[np.float64]
_FAR = 1e3


def _distance(bone: Bones, points: Points) -> NDArray[np.float64]:
    """Return about how far points lie outside one bone: a capsule from ball to ball, squashed along the axes."""
    squash = bone[8:11]
    start, end = bone[:3] / squash, bone[4:7] / squash
    along, away = end - start, points / squash - start
    length = float(along @ along)
    share = np.clip(away @ along / length, 0.0, 1.0) if length > 1e-12 else np.zeros(len(points))
    radius = bone[3] + (bone[7] - bone[3]) * share
    reach: NDArray[np.float64] = np.linalg.norm(away - share[:, None] * along, axis=1) - radius
    return reach * float(squash.min())


def bounds(bones: Bones) -> tuple[Points, Points]:
    """Return the low and high corners of the box around all bones."""
    low = np.minimum(bones[:, :3] - bones[:, 3:4] * bones[:, 8:], bones[:, 4:7] - bones[:, 7:8] * bones[:, 8:])
    high = np.maximum(bones[:, :3] + bones[:, 3:4] * bones[:, 8:], bones[:, 4:7] + bones[:, 7:8] * bones[:, 8:])
    return low.min(axis=0), high.max(axis=0)


def depth_inside(bones: Bones, points: Points, blend: float, margin: float) -> NDArray[np.float64]:
    """Return how deep points lie inside the blend of all bones; far outside it is only said to be far."""
    depth = np.full(len(points), _FAR)
    for run in _runs(bones):
        low, high = bounds(run)
        thick = float(np.maximum(run[:, 3], run[:, 7]).max())
        reach = margin - blend + min(blend, 1.1 * thick)
        near = np.flatnonzero(((points > low - reach) & (points < high + reach)).all(axis=1))
        here = np.full(len(near), _FAR)
        for bone in run:
            here = _joined(here, _distance(bone, points[near]), 0.3 * min(blend, thick))
        depth[near] = _joined(depth[near], here, min(blend, 1.1 * thick))
    return -depth


def _runs(bones: Bones) -> list[Bones]:
    """Return the bones in runs, each beginning where the one before ends: a tail is one, and has no knots."""
    starts = [row for row in range(1, len(bones)) if not np.allclose(bones[row, :3], bones[row - 1, 4:7])]
    return np.split(bones, starts)


def _joined(one: NDArray[np.float64], other: NDArray[np.float64], blend: float) -> NDArray[np.float64]:
    """Return the smaller distance, rounded off where both are about equal (a quadratic smooth minimum)."""
    overlap = np.maximum(blend - np.abs(one - other), 0.0)
    smaller: NDArray[np.float64] = np.minimum(one, other) - overlap**2 / (4 * blend)
    return smaller


def blended(bones: Bones, blend: float, spacing: float) -> Solid:
    """Return one smooth solid around all bones.

    Parameters
    ----------
    bones : (n, 11) float64
        Each row has x, y, z and radius of either end, metres, then the squash along x, y and z (1, 1, 1: none).
    blend : float, metres
        How far from where two bones meet their surfaces begin to flow together.
    spacing : float, metres
        Edge of the grid on which the surface is found; corners are then moved onto the surface itself.
    """
    low, high = bounds(bones)
    margin = blend + 2 * spacing
    rim = 0.3 * blend + 2 * spacing  # a joint swells by a quarter of the blend at most
    box = [*(low - rim), *(high + rim)]
    places: list[tuple[float, float, float]] = []

    def note(x: float, y: float, z: float) -> float:
        places.append((x, y, z))
        return -1.0

    Manifold.level_set(note, box, spacing)
    depth = iter(depth_inside(bones, np.array(places), blend, margin).tolist())
    rough = Manifold.level_set(lambda x, y, z: float(next(depth)), box, spacing)
    exact = rough.warp_batch(lambda points: _onto_surface(bones, np.asarray(points), blend, margin, spacing))
    return exact.simplify(0.05 * spacing)


def _onto_surface(bones: Bones, points: Points, blend: float, margin: float, spacing: float) -> Points:
    """Return points moved along the slope of the depth until they lie on the surface."""
    small = 1e-3 * spacing
    depth = depth_inside(bones, points, blend, margin)
    slope = np.column_stack(
        [(depth_inside(bones, points + step, blend, margin) - depth) / small for step in np.eye(3) * small]
    )
    steepness = np.maximum((slope**2).sum(axis=1), 0.1)
    for _ in range(2):
        move = np.clip(-depth / steepness, -0.4 * spacing, 0.4 * spacing)
        points = points + move[:, None] * slope
        depth = depth_inside(bones, points, blend, margin)
    return points

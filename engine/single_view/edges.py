"""Inner edges: where a photograph's brightness or colour steps, and where a thing's surface or finish does."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_erosion, gaussian_filter, sobel

from engine.rays import Hits
from engine.single_view.shape import Shape, Vector
from engine.single_view.view import Mask, SeenFrom

_BLUR_PX = 1.0
_CREASE = 0.80  # cosine between neighbours' normals below which there is an edge
_STEP = 0.03  # of the thing's size, in depth between neighbours, beyond what its slope explains
_WEAK, _SHARE_MOST = 0.045, 0.16  # of full contrast; of all pixels inside


def photographed(pixels: NDArray[np.floating], mask: Mask) -> Mask:
    """Return the (h, w) edges inside the mask of a (h, w, 3) picture with values in [0, 1].

    An edge is a ridge of the gradient; where much is patterned, only the strongest are taken.
    """
    smooth = gaussian_filter(np.asarray(pixels, np.float32), (_BLUR_PX, _BLUR_PX, 0))
    along, down = sobel(smooth, axis=1) / 8, sobel(smooth, axis=0) / 8
    steepest = np.argmax(along**2 + down**2, axis=2)[..., None]
    x, y = (np.take_along_axis(part, steepest, axis=2)[..., 0] for part in (along, down))
    strength = np.hypot(x, y)
    inside = binary_erosion(mask, iterations=2)
    ridge = _ridges(strength, x, y) & inside
    if not ridge.any():
        return np.asarray(ridge, np.bool_)
    most = max(1, int(_SHARE_MOST * np.count_nonzero(inside)))
    found = np.sort(strength[ridge])[::-1]
    return np.asarray(ridge & (strength >= max(_WEAK, float(found[min(most, len(found)) - 1]))), np.bool_)


def _ridges(strength: NDArray[np.float32], x: NDArray[np.float32], y: NDArray[np.float32]) -> Mask:
    """Return where the strength is not less than at both neighbours across the edge."""
    padded = np.pad(strength, 1)
    level = np.abs(x) >= np.abs(y)
    height, width = strength.shape
    rows, columns = np.mgrid[1 : height + 1, 1 : width + 1]
    steep = np.where(level, np.abs(y) > 0.41 * np.abs(x), np.abs(x) > 0.41 * np.abs(y))
    step_x = np.where(level | steep, np.sign(x), 0).astype(int)
    step_y = np.where(~level | steep, np.sign(y), 0).astype(int)
    ahead = padded[rows + step_y, columns + step_x]
    behind = padded[rows - step_y, columns - step_x]
    return np.asarray((strength >= ahead) & (strength > behind), np.bool_)


def drawn(shape: Shape, hits: Hits, view: SeenFrom, factors: Vector) -> Mask:
    """Return the (h, w) edges inside the silhouette of what a view met: creases, steps in depth, changes of finish."""
    met = (hits.face >= 0).reshape(view.size)
    face = np.where(hits.face >= 0, hits.face, 0)
    normals = shape.normals[face] / factors
    normals = (normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)).reshape(*view.size, 3)
    finish = shape.finish_of_face[face].reshape(view.size)
    depth = hits.distance.reshape(view.size).astype(np.float64)
    size = float(np.linalg.norm(shape.size_m * factors))
    edges = np.zeros(view.size, bool)
    for axis in (0, 1):
        here, there = _pair(axis)
        both = met[here] & met[there]
        crease = np.einsum("...k,...k->...", normals[here], normals[there]) < _CREASE
        step = np.abs(depth[here] - depth[there]) > _STEP * size
        edges[here] |= both & (crease | step | (finish[here] != finish[there]))
    return np.asarray(edges & binary_erosion(met, iterations=2), np.bool_)


def _pair(axis: int) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
    """Return the slices of all pixels but the last along an axis, and of their next neighbours."""
    whole = slice(None)
    first, second = slice(None, -1), slice(1, None)
    return ((first, whole), (second, whole)) if axis == 0 else ((whole, first), (whole, second))

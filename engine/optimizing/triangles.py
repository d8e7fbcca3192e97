"""Places on triangles, and the places of triangles that are nearest to others."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.shapes import Points

_SAMPLES_MOST = 400_000  # over the area, beside one for each triangle


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """(n, 3) places on triangles and the triangle of each; no place of triangle i is farther from one than reach[i]."""

    places: Points
    owner: NDArray[np.int64]
    reach: NDArray[np.float64]
    spacing: float


def samples_of(corners: NDArray[np.float64], spacing: float) -> Samples:
    """Return places about a spacing from each other on every one of (m, 3, 3) triangles.

    They lie in rows along the longest side, from which a row above never sticks out. The spacing is never so fine that
    they are too many: it grows until there are not, as long slivers take more samples than their area tells.
    """
    sides = np.linalg.norm(np.roll(corners, -1, axis=1) - corners, axis=2)
    base = sides.argmax(axis=1)
    rows = np.arange(len(corners))
    start, end, top = (corners[rows, (base + turn) % 3] for turn in range(3))
    width = sides[rows, base]
    area = np.linalg.norm(np.cross(end - start, top - start), axis=1)
    height = area / np.maximum(width, 1e-300)
    spacing = max(spacing, float(np.sqrt(area.sum() / 2 / _SAMPLES_MOST)), 1e-300)
    along, up = _steps(width, spacing), _steps(height, spacing)
    while (along * up).sum() > 2 * (_SAMPLES_MOST + len(corners)):
        spacing *= 1.25
        along, up = _steps(width, spacing), _steps(height, spacing)
    number = along * up
    owner = np.repeat(rows, number)
    place = np.arange(len(owner)) - np.repeat(np.cumsum(number) - number, number)
    raised = place // along[owner] / up[owner]
    aside = (place % along[owner] + 0.5) / along[owner] * (1 - raised)
    weights = np.stack([1 - raised - aside, aside, raised], axis=1)
    places = _at(np.stack([start, end, top], axis=1)[owner], weights)
    return Samples(places, owner, np.hypot(height / up, width / along / 2), spacing)


def _steps(length: NDArray[np.float64], spacing: float) -> NDArray[np.int64]:
    return np.maximum(np.ceil(length / spacing), 1).astype(np.int64)


def shared(ours: NDArray[np.float64], theirs: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which of our (m, k, c) polygons are among theirs to the last bit, whichever way round."""
    return np.asarray(np.isin(_keys(ours), _keys(theirs)))


def _keys(polygons: NDArray[np.float64]) -> NDArray[np.void]:
    order = np.lexsort(np.moveaxis(polygons, 2, 0), axis=-1)
    rows = np.take_along_axis(polygons, order[..., None], axis=1).reshape(len(polygons), -1) + 0.0  # no -0.0
    return np.ascontiguousarray(rows).view(f"V{rows.shape[1] * rows.itemsize}")[:, 0]


def to_triangles(places: Points, corners: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the distances of (n, 3) places to (n, 3, 3) triangles, and the weights of the corners there.

    Source: Ericson, "Real-Time Collision Detection", 2005, 5.1.5, for all regions at once.
    """
    inside = _on_plane(places, corners)
    is_over = np.asarray((inside >= 0).all(axis=1))
    best = np.where(is_over[:, None], inside, 0.0)
    distance: NDArray[np.float64] = np.where(is_over, np.linalg.norm(_at(corners, best) - places, axis=1), np.inf)
    for one in range(3):
        two = (one + 1) % 3
        start, way = corners[:, one], corners[:, two] - corners[:, one]
        along = np.einsum("nx,nx->n", places - start, way) / np.maximum(np.einsum("nx,nx->n", way, way), 1e-300)
        share = np.clip(along, 0, 1)
        away = np.linalg.norm(start + way * share[:, None] - places, axis=1)
        nearer = away < distance
        weights = np.zeros((int(nearer.sum()), 3))
        weights[:, one], weights[:, two] = 1 - share[nearer], share[nearer]
        best[nearer], distance = weights, np.where(nearer, away, distance)
    return distance, best


def _at(corners: NDArray[np.float64], weights: NDArray[np.float64]) -> Points:
    return np.asarray(np.einsum("nk,nkx->nx", weights, corners))


def _on_plane(places: Points, corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights of the corners at the foot of each place on its triangle's plane; -1 where it has none."""
    one, two, way = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0], places - corners[:, 0]
    aa, ab, bb = (np.einsum("nx,nx->n", *pair) for pair in ((one, one), (one, two), (two, two)))
    wa, wb = np.einsum("nx,nx->n", way, one), np.einsum("nx,nx->n", way, two)
    determinant = aa * bb - ab * ab
    is_flat = determinant <= 1e-14 * aa * bb
    safe = np.where(is_flat, 1.0, determinant)
    v, w = (bb * wa - ab * wb) / safe, (aa * wb - ab * wa) / safe
    return np.where(is_flat[:, None], -1.0, np.stack([1 - v - w, v, w], axis=1))

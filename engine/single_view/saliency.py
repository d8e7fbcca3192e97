"""What stands out in a picture, judged by how little its regions belong to the border.

Source: Zhu, Liang, Wei & Sun, "Saliency optimization from robust background detection", 2014; regions after
Achanta et al., "SLIC superpixels compared to state-of-the-art superpixel methods", 2012.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix, diags
from scipy.sparse.csgraph import dijkstra
from scipy.sparse.linalg import spsolve

from engine.shapes import Tick, no_tick

Image = NDArray[np.float32]
Labels = NDArray[np.int32]
Weights = NDArray[np.float64]
REGIONS = 350
_ROUNDS = 6
_COMPACTNESS = 12.0  # CIELAB a step of the grid
_REACH = 10.0  # CIELAB along a way: regions so near belong together
_NEAR = 0.25  # of the longer side: so far contrasts count
_BOUNDARY = 1.0  # of the boundary connectivity; source: section 3.2
_SMOOTH_LEAST = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Regions:
    """Small even regions of a picture.

    Attributes
    ----------
    labels : (h, w) int32
        The region of each pixel.
    colors : (n, 3) float64
        Mean colours, CIELAB.
    places : (n, 2) float64
        Middles, x and y as shares of the longer side.
    sizes : (n,) float64
        Pixels in each.
    at_border : (n,) bool
        Whether it touches the picture's border.
    pairs : (m, 2) int32
        Neighbours, the smaller number first.
    """

    labels: Labels
    colors: Weights
    places: Weights
    sizes: Weights
    at_border: NDArray[np.bool_]
    pairs: NDArray[np.int32]


def salience(lab: Image, *, tick: Tick = no_tick) -> tuple[Weights, Regions]:
    """Return how far each region of a small CIELAB picture stands out, in [0, 1], and the regions."""
    regions = regions_of(lab, REGIONS)
    tick(0.5, "Found the picture's regions")
    return _optimized(regions), regions


def regions_of(lab: Image, count: int) -> Regions:
    """Return the picture in about `count` regions that follow its edges."""
    height, width = lab.shape[:2]
    step = max(2.0, float(np.sqrt(height * width / count)))
    rows, columns = max(1, round(height / step)), max(1, round(width / step))
    y, x = np.meshgrid(np.arange(height, dtype=np.float32), np.arange(width, dtype=np.float32), indexing="ij")
    weight = np.float32(_COMPACTNESS / step)
    features = np.concatenate([lab, (weight * x)[..., None], (weight * y)[..., None]], axis=-1).reshape(-1, 5)
    cell = (
        np.minimum((y * rows / height).astype(np.int32), rows - 1),
        np.minimum((x * columns / width).astype(np.int32), columns - 1),
    )
    labels = (cell[0] * columns + cell[1]).ravel()
    around = _around(cell, rows, columns)
    for _ in range(_ROUNDS):
        centres, _ = _means(features, labels, rows * columns)
        labels = _nearest(features, centres.astype(np.float32), around)
    _, labels = np.unique(labels, return_inverse=True)
    return _described(labels.reshape(height, width).astype(np.int32), lab)


def _around(cell: tuple[NDArray[np.int32], NDArray[np.int32]], rows: int, columns: int) -> list[NDArray[np.int32]]:
    """Return for each pixel the nine regions of the cells around it, each as a flat array."""
    near = []
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            row, column = np.clip(cell[0] + down, 0, rows - 1), np.clip(cell[1] + right, 0, columns - 1)
            near.append((row * columns + column).ravel().astype(np.int32))
    return near


def _nearest(features: Image, centres: Image, around: list[NDArray[np.int32]]) -> NDArray[np.int32]:
    best = np.full(len(features), np.inf, np.float32)
    labels = np.zeros(len(features), np.int32)
    for candidate in around:
        far = np.square(features - centres[candidate]).sum(axis=1)
        closer = far < best
        best[closer], labels[closer] = far[closer], candidate[closer]
    return labels


def _means(values: Image, labels: NDArray[np.integer], count: int) -> tuple[Weights, Weights]:
    sizes = np.bincount(labels, minlength=count).astype(np.float64)
    sums = np.stack([np.bincount(labels, values[:, at], count) for at in range(values.shape[1])], axis=1)
    return sums / np.maximum(sizes, 1)[:, None], sizes


def _described(labels: Labels, lab: Image) -> Regions:
    height, width = labels.shape
    count = int(labels.max()) + 1
    y, x = np.meshgrid(np.arange(height), np.arange(width), indexing="ij")
    values = np.concatenate([lab.reshape(-1, 3), x.reshape(-1, 1), y.reshape(-1, 1)], axis=1).astype(np.float32)
    means, sizes = _means(values, labels.ravel(), count)
    at_border = np.zeros(count, bool)
    for side in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        at_border[side] = True
    across = np.stack([labels[:, :-1].ravel(), labels[:, 1:].ravel()], axis=1)
    down = np.stack([labels[:-1].ravel(), labels[1:].ravel()], axis=1)
    pairs = np.sort(np.concatenate([across, down]), axis=1)
    pairs = np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0)
    return Regions(labels, means[:, :3], means[:, 3:] / max(height, width), sizes, at_border, pairs)


def _optimized(regions: Regions) -> Weights:
    count = len(regions.sizes)
    if not len(regions.pairs):
        return np.zeros(count)
    apart = np.linalg.norm(regions.colors[:, None] - regions.colors[None], axis=-1)
    background = 1 - np.exp(-np.square(_border_share(regions, apart)) / (2 * _BOUNDARY**2))
    thing = _contrast(regions, apart, background)
    smooth = _smoothness(regions, apart)
    system = diags(background + thing + np.asarray(smooth.sum(axis=1)).ravel()) - smooth
    found = np.asarray(spsolve(csr_matrix(system), thing))
    low, high = float(found.min()), float(found.max())
    return (found - low) / (high - low) if high - low > 1e-6 else np.zeros(count)


def _border_share(regions: Regions, apart: Weights) -> Weights:
    """Return the boundary connectivity of each region: how much border it has for its spread."""
    border = np.flatnonzero(regions.at_border)
    first, second = np.meshgrid(border, border, indexing="ij")
    pairs = np.concatenate([regions.pairs, np.stack([first.ravel(), second.ravel()], axis=1)])
    pairs = np.unique(np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1), axis=0)
    steps = apart[pairs[:, 0], pairs[:, 1]]
    steps = np.maximum(steps - _clip(regions, apart), 0) + 1e-9
    ways = dijkstra(coo_matrix((steps, (pairs[:, 0], pairs[:, 1])), shape=apart.shape).tocsr(), directed=False)
    along = np.exp(-np.square(ways) / (2 * _REACH**2))
    return np.asarray(along[:, border].sum(axis=1) / np.sqrt(along.sum(axis=1)))


def _clip(regions: Regions, apart: Weights) -> float:
    """Return the step that is no step: the mean over regions of the way to their nearest neighbour."""
    least = np.full(len(regions.sizes), np.inf)
    steps = apart[regions.pairs[:, 0], regions.pairs[:, 1]]
    for side in (0, 1):
        np.minimum.at(least, regions.pairs[:, side], steps)
    return float(least[np.isfinite(least)].mean())


def _contrast(regions: Regions, apart: Weights, background: Weights) -> Weights:
    """Return how far each region differs from the background near it, in [0, 1]."""
    ways = np.linalg.norm(regions.places[:, None] - regions.places[None], axis=-1)
    found = (apart * np.exp(-np.square(ways) / (2 * _NEAR**2)) * background[None]).sum(axis=1)
    high = float(found.max())
    return np.asarray(found / high if high > 0 else found)


def _smoothness(regions: Regions, apart: Weights) -> csr_matrix:
    first, second = regions.pairs.T
    steps = apart[first, second]
    reach = max(float(np.sqrt(np.mean(np.square(steps)))), 1e-3)
    weights = np.exp(-np.square(steps) / (2 * reach**2)) + _SMOOTH_LEAST
    half = coo_matrix((weights, (first, second)), shape=apart.shape)
    return csr_matrix(half + half.T)

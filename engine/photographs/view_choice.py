"""From which view each face takes its texture: one that sees it large, and mostly the same as its neighbours."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components

from engine.photographs.seeing import Seen, colors_at
from engine.photographs.views import View
from engine.shapes import Faces, Points

Labels = NDArray[np.int32]
Floats = NDArray[np.float32]

UNSEEN = -1
_SMOOTH = 0.55  # how much a neighbour's choice counts against a view's advantage
_TURNS, _SHARP_FROM, _SHARP_TO = 24, 3.0, 40.0
_STRAY, _STRAY_COST = 40.0, 0.8  # sRGB steps from the median of all views; what is farther shows something else
_GLARE, _GLARE_COST = 250.0, 0.6  # what is cut off has lost its colour
_SMALL = 24  # faces; smaller charts go to a neighbour's view where that sees them
_NEVER = 1e3


def chosen(points: Points, faces: Faces, seen: Seen, views: tuple[View, ...], gains: NDArray[np.float64]) -> Labels:
    """Return for each face the number of a view, UNSEEN where none sees it.

    Minimises what is lost against each face's best view, and the number of edges between faces of different views, by a
    mean field that grows sharper, then by turns over single faces (as in Waechter, Moehrle & Goesele, "Let there be
    color!", ECCV 2014, who use graph cuts).
    """
    cost = _costs(points, faces, seen, views, gains)
    beside = neighbours(faces)
    labels = _field(cost, beside)
    labels = _settled(cost, beside, labels)
    labels = _without_small(cost, beside, labels)
    return np.where(seen.area_px.max(axis=1, initial=0) > 0, labels, UNSEEN).astype(np.int32)


def _costs(points: Points, faces: Faces, seen: Seen, views: tuple[View, ...], gains: NDArray[np.float64]) -> Floats:
    """Return (m, k): 0 for a face's best view, towards 1 for those that see it small, or differently from most."""
    area = seen.area_px
    best = area.max(axis=1, keepdims=True, initial=1e-9)
    cost = np.where(area > 0, 1 - np.sqrt(area / best), np.float32(_NEVER)).astype(np.float32)
    middles = points[faces].mean(axis=1)
    shown = np.full((len(faces), len(views), 3), np.nan, np.float32)
    for number, view in enumerate(views):
        rows = np.flatnonzero(area[:, number] > 0)
        raw = colors_at(view.picture, view.seen(middles[rows])[0])
        shown[rows, number] = raw * gains[number]
        cost[rows, number] += np.float32(_GLARE_COST) * (raw.max(axis=1) > _GLARE)
    many = (area > 0).sum(axis=1) >= 3
    usual = np.nanmedian(shown[many], axis=1, keepdims=True)
    apart = np.nanmax(np.abs(shown[many] - usual), axis=2, initial=0)
    cost[many] += np.float32(_STRAY_COST) * (apart > _STRAY)
    return cost


def neighbours(faces: Faces) -> csr_matrix:
    """Return (m, m) 1 where two faces share an edge."""
    sides = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1).astype(np.int64)
    owner = np.tile(np.arange(len(faces)), 3)
    keys = sides[:, 0] * (int(sides.max(initial=0)) + 1) + sides[:, 1]
    order = np.argsort(keys, kind="stable")
    same = np.flatnonzero(keys[order][1:] == keys[order][:-1])
    one, other = owner[order[same]], owner[order[same + 1]]
    links = coo_matrix((np.ones(len(one), np.float32), (one, other)), shape=(len(faces), len(faces)))
    return (links + links.T).tocsr()


def _field(cost: Floats, beside: csr_matrix) -> Labels:
    share = np.exp(_SHARP_FROM * (cost.min(axis=1, keepdims=True) - cost))
    share /= share.sum(axis=1, keepdims=True)
    for sharp in np.geomspace(_SHARP_FROM, _SHARP_TO, _TURNS, dtype=np.float32):
        power = sharp * (np.float32(_SMOOTH) * (beside @ share) - cost)
        share = np.exp(power - power.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
    return np.asarray(share.argmax(axis=1), np.int32)


def _settled(cost: Floats, beside: csr_matrix, labels: Labels) -> Labels:
    """Give single faces the view that is best given their neighbours', half of them at a time."""
    rows = np.arange(len(labels))
    for turn in range(6):
        pull = beside @ _one_hot(labels, cost.shape[1])
        better = np.asarray((cost - np.float32(_SMOOTH) * pull).argmin(axis=1), np.int32)
        labels = np.where(rows % 2 == turn % 2, better, labels)
    return labels


def _one_hot(labels: Labels, count: int) -> Floats:
    made = np.zeros((len(labels), count), np.float32)
    made[np.arange(len(labels)), labels] = 1
    return made


def _without_small(cost: Floats, beside: csr_matrix, labels: Labels) -> Labels:
    """Give charts of few faces to the view around them that sees all of them and costs least."""
    for _ in range(3):
        chart = charts_of(beside, labels)
        sizes = np.bincount(chart)
        small = np.flatnonzero(sizes[chart] < _SMALL)
        if not len(small):
            break
        pull = (beside @ _one_hot(labels, cost.shape[1]))[small]
        pull[np.arange(len(small)), labels[small]] = 0
        number = np.unique(chart[small], return_inverse=True)[1]
        around, total = (np.zeros((int(number.max()) + 1, cost.shape[1])) for _ in range(2))
        np.add.at(around, number, pull)
        np.add.at(total, number, np.minimum(cost[small], _NEVER))
        price = np.where((around > 0) & (total < _NEVER), total - around, np.inf)
        best = price.argmin(axis=1)
        moves = np.isfinite(price.min(axis=1))
        labels = labels.copy()
        labels[small] = np.where(moves[number], best[number], labels[small])
    return labels


def charts_of(beside: csr_matrix, labels: Labels) -> NDArray[np.int64]:
    """Return for each face the number of its chart, from 0: faces beside each other with the same label."""
    links = beside.tocoo()
    same = labels[links.row] == labels[links.col]
    kept = coo_matrix((np.ones(int(same.sum()), bool), (links.row[same], links.col[same])), shape=beside.shape)
    return np.asarray(connected_components(kept, directed=False)[1], np.int64)

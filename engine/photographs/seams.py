"""Colours on both sides of a seam are brought together, and what is added fades into the charts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import cg

from engine.shapes import Faces

Floats = NDArray[np.float64]

_FADES = 0.08  # how strongly what is added may differ between neighbours in a chart
_STAYS = 1e-3  # how strongly it is held at nothing
_STRAY = 30.0  # sRGB steps; sides that differ more count less: they rather show different things
_MOST = 60.0  # sRGB steps


@dataclass(frozen=True, slots=True, eq=False)
class Knots:
    """Corners of the surface, once for each chart that they lie in.

    Attributes
    ----------
    corner, chart : (k,) int64
    faces : (m, 3) int64
        Knots of each face.
    """

    corner: NDArray[np.int64]
    chart: NDArray[np.int64]
    faces: NDArray[np.int64]


def knots_of(faces: Faces, chart: NDArray[np.int64]) -> Knots:
    """Return the corners of faces, once for each chart."""
    count = int(chart.max(initial=0)) + 1
    keys = faces.astype(np.int64) * count + chart[:, None]
    kept, numbers = np.unique(keys, return_inverse=True)
    return Knots(kept // count, kept % count, numbers.reshape(-1, 3).astype(np.int64))


def levelled(knots: Knots, colors: Floats) -> Floats:
    """Return (k, 3) what to add to the (k, 3) colours of knots so that those of one corner are alike.

    Source: Waechter, Moehrle & Goesele, "Let there be color!", ECCV 2014, 4.3 (after Lempitsky & Ivanov, 2007).
    """
    count = len(knots.corner)
    order = np.argsort(knots.corner, kind="stable")
    same = np.flatnonzero(knots.corner[order][1:] == knots.corner[order][:-1])
    one, other = order[same], order[same + 1]
    if not len(one):
        return np.zeros((count, 3))
    sides = np.concatenate([knots.faces[:, [0, 1]], knots.faces[:, [1, 2]], knots.faces[:, [2, 0]]])
    inner = np.unique(np.sort(sides, axis=1), axis=0)
    apart = np.abs(colors[other] - colors[one]).max(axis=1)
    across = diags(1 / (1 + (apart / _STRAY) ** 2)).sqrt() @ _pairs(one, other, count)
    matrix = (across.T @ across + _FADES * _laplacian(inner, count) + _STAYS * diags(np.ones(count))).tocsr()
    right = across.T @ (across @ -colors)
    scale = diags(1 / matrix.diagonal())
    found = [cg(matrix, right[:, channel], rtol=1e-4, maxiter=300, M=scale)[0] for channel in range(3)]
    return np.asarray(np.clip(np.stack(found, axis=1), -_MOST, _MOST), np.float64)


def _pairs(one: NDArray[np.int64], other: NDArray[np.int64], count: int) -> csr_matrix:
    rows = np.tile(np.arange(len(one)), 2)
    values = np.repeat([1.0, -1.0], len(one))
    return csr_matrix((values, (rows, np.concatenate([one, other]))), shape=(len(one), count))


def _laplacian(edges: NDArray[np.int64], count: int) -> csr_matrix:
    apart = _pairs(edges[:, 0], edges[:, 1], count)
    return apart.T @ apart

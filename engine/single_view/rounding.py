"""How far a solid bulges out of its outline: round where it is narrow and where it is wide."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import spsolve

Field = NDArray[np.float64]
_ROUND = 0.82  # of 4 pi area over circumference squared: from here on an outline counts as a ball's
_FLAT, _PER_ROUNDNESS = 0.4, 0.5  # what is no ball is flatter than it is wide, the more so the longer its outline
_DETAIL_CELLS = 5.0
_DETAIL_CONTRAST = 0.12
_DETAIL_MOST = 0.008  # of the longer side


def rounded(inside: NDArray[np.bool_]) -> Field:
    """Return how far the front stands out at each node, in cells; 0 outside.

    Where the second derivative is constant and the outline is held at nothing, the root is a ball over a disc and a
    round rod, somewhat deepened, over a strip. Source: Sýkora et al., "Ink-and-Ray", ACM TOG 33 (2), 2014, 4.
    """
    height = np.zeros(inside.shape)
    height[inside] = np.sqrt(4 * _bulge(inside))
    is_like_a_disc = roundness(inside)
    return height if is_like_a_disc >= _ROUND else height * (_FLAT + _PER_ROUNDNESS * is_like_a_disc)


def slab(inside: NDArray[np.bool_], half_cells: float, edge_cells: float) -> Field:
    """Return the front of a plate of this half thickness whose edges are rounded over `edge_cells`."""
    depth = np.minimum(np.asarray(distance_transform_edt(inside), np.float64) / edge_cells, 1.0)
    return np.where(inside, half_cells * np.sqrt(1 - (1 - depth) ** 2), 0.0)


def roundness(inside: NDArray[np.bool_]) -> float:
    """Return 1 for a disc and less for everything else."""
    soft = gaussian_filter(inside.astype(np.float64), 1.5)
    around = float(np.hypot(*np.gradient(soft)).sum())
    return float(4 * np.pi * inside.sum() / max(around, 1e-9) ** 2)


def relief_of(luminance: Field, inside: NDArray[np.bool_]) -> Field:
    """Return fine relief, in cells, at most 0.8 % of the longer side: what is darker than around it lies deeper."""
    weight = inside.astype(np.float64)
    around = gaussian_filter(luminance * weight, _DETAIL_CELLS) / np.maximum(
        gaussian_filter(weight, _DETAIL_CELLS), 1e-6
    )
    detail = np.tanh((gaussian_filter(luminance, 0.7) - around) / _DETAIL_CONTRAST)
    fade = np.clip(np.asarray(distance_transform_edt(inside), np.float64) / _DETAIL_CELLS - 0.4, 0, 1)
    return np.where(inside, detail * fade * _DETAIL_MOST * max(inside.shape), 0.0)


def _bulge(inside: NDArray[np.bool_]) -> Field:
    """Return the solution of Poisson's equation with right side -1 at the nodes inside, 0 on all others."""
    number = np.full(inside.shape, -1, np.int64)
    count = int(inside.sum())
    number[inside] = np.arange(count)
    pairs = [(number[:, :-1], number[:, 1:]), (number[:-1], number[1:])]
    one = np.concatenate([a[(a >= 0) & (b >= 0)] for a, b in pairs])
    other = np.concatenate([b[(a >= 0) & (b >= 0)] for a, b in pairs])
    links = csr_matrix((np.ones(len(one)), (one, other)), shape=(count, count))
    matrix = (diags(np.full(count, 4.0)) - links - links.T).tocsc()
    return np.maximum(np.asarray(spsolve(matrix, np.ones(count)), np.float64), 1e-6)

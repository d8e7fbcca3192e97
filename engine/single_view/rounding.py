"""How far a solid bulges out of its outline: round where it is narrow and where it is wide."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter, maximum_filter
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import spsolve

Field = NDArray[np.float64]
_ROUND = 0.82  # of 4 pi area over circumference squared: from here on an outline counts as a ball's
_FLAT, _PER_ROUNDNESS = 0.4, 0.5  # what is no ball is flatter than it is wide, the more so the longer its outline
_SMOOTH_CELLS = 3.0  # what of an outline is finer than this is a jag
_NARROW = (0.25, 0.6)  # of the widest place: a limb, and no limb any more
_ROD = 0.5**0.5
_LEAST_CELLS = 0.6
_DETAIL_CELLS = 5.0
_DETAIL_CONTRAST = 0.12
_DETAIL_MOST = 0.008  # of the longer side


def rounded(inside: NDArray[np.bool_]) -> Field:
    """Return how far the front stands out at each node, in cells; 0 outside.

    Where the second derivative is constant and the outline is held at nothing, the root is a ball over a disc and a
    round rod, somewhat deepened, over a strip; what is narrow beside the rest is made as deep as it is wide. Notches
    and jags of the outline are left out, so that none of them runs over the front as a wrinkle.
    Source: Sýkora et al., "Ink-and-Ray", ACM TOG 33 (2), 2014, 4.
    """
    whole = _without_jags(inside)
    height = np.zeros(inside.shape)
    height[whole] = np.sqrt(4 * _bulge(whole))
    is_like_a_disc = roundness(whole)
    wide = 1.0 if is_like_a_disc >= _ROUND else _FLAT + _PER_ROUNDNESS * is_like_a_disc
    return np.where(inside, np.maximum(height * _share(whole, wide), _LEAST_CELLS), 0.0)


def _without_jags(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the outline smoothed where it is wide; what is thin stays."""
    smooth = gaussian_filter(inside.astype(np.float64), _SMOOTH_CELLS) > 0.5
    thin = inside & (np.asarray(distance_transform_edt(~smooth)) > _SMOOTH_CELLS)
    near = np.asarray(distance_transform_edt(~thin)) <= 2 * _SMOOTH_CELLS
    whole: NDArray[np.bool_] = smooth | (inside & near)
    whole[[0, -1], :], whole[:, [0, -1]] = False, False
    return whole


def _share(inside: NDArray[np.bool_], wide: float) -> Field:
    """Return what of its height each node keeps: `wide` where the thing is widest, that of a round rod where narrow."""
    depth = np.asarray(distance_transform_edt(inside), np.float64)
    narrow = np.clip((depth.max() * _NARROW[1] - _half_width(depth)) / (depth.max() * (_NARROW[1] - _NARROW[0])), 0, 1)
    return np.asarray(gaussian_filter(wide + (_ROD - wide) * narrow, 2.0), np.float64)


def _half_width(depth: Field) -> Field:
    """Return the radius of the largest disc within the outline that covers each node."""
    is_ridge = (depth > 0) & (depth >= maximum_filter(depth, 3))
    found = depth.copy()
    rows, columns = np.nonzero(is_ridge)
    order = np.argsort(depth[rows, columns], kind="stable")
    for row, column in zip(rows[order], columns[order], strict=True):
        radius = float(depth[row, column])
        reach = int(radius)
        top, left = max(row - reach, 0), max(column - reach, 0)
        part = found[top : row + reach + 1, left : column + reach + 1]
        y, x = np.ogrid[top - row : top - row + part.shape[0], left - column : left - column + part.shape[1]]
        part[(y * y + x * x <= radius * radius) & (part < radius)] = radius
    return found


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

"""Which triangle each fine texel of a band of rows shows."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_BATCH = 1 << 18  # candidates at once
_DEEP = 0.02  # fine texels: how far inside two triangles a centre must lie for them to overlap there


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """Fine texels of a band that show a triangle, or lie near one.

    Attributes
    ----------
    texel : (n,) int64, ascending
        Row in the band * width + column, of the fine grid.
    face : (n,) int32
    weights : (n, 3) float32
        Of the triangle's corners; those of texels outside of their triangle are clamped to it.
    is_inside : (n,) bool
    shared : int
        Number of fine texels that lie in more than one triangle.
    """

    texel: NDArray[np.int64]
    face: NDArray[np.int32]
    weights: NDArray[np.float32]
    is_inside: NDArray[np.bool_]
    shared: int


_NOTHING = Spots(
    np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros((0, 3), np.float32), np.zeros(0, bool), 0
)  # fmt: skip


class Raster:
    """Triangles laid into a grid of `side`² fine texels."""

    def __init__(self, uvs: NDArray[Any], faces: NDArray[np.int32], side: int, *, reach: float) -> None:
        """Take (n, 2) texture coordinates; texels up to `reach` fine texels outside of a triangle count as near."""
        self.side, self._reach = side, reach
        corners = uvs.astype(np.float64)[faces] * side
        area = _twice_area(corners)
        self._number = np.flatnonzero(np.isfinite(area) & (np.abs(area) > 1e-9)).astype(np.int32)
        corners, area = corners[self._number], area[self._number]
        turned = area < 0
        corners[turned] = corners[turned][:, ::-1]
        self._corners, self._turned = corners, turned
        self._top, self._bottom = corners[..., 1].min(axis=1) - reach, corners[..., 1].max(axis=1) + reach

    def band(self, first: int, last: int) -> Spots:
        """Return what the fine rows `first` up to `last` (not included) show."""
        near = np.flatnonzero((self._bottom > first) & (self._top < last))
        row, which = self._rows(near, first, last)
        left, right = self._spans(row, which)
        counts = np.maximum(right - left + 1, 0)
        kept = counts > 0
        row, which, left, counts = row[kept], which[kept], left[kept], counts[kept]
        parts = [self._cells(row[cut], which[cut], left[cut], counts[cut], first) for cut in _cuts(counts)]
        if not parts:
            return _NOTHING
        texel, which, outside, weights = (np.concatenate(column) for column in zip(*parts, strict=True))
        cells = (last - first) * self.side
        deep = np.bincount(texel[outside < -_DEEP], minlength=cells)
        best = _best(texel, which, outside, cells)
        weights = weights[best]
        weights[self._turned[which[best]]] = weights[self._turned[which[best]]][:, ::-1]
        return Spots(
            texel[best], self._number[which[best]], weights, outside[best] <= 0, int(np.count_nonzero(deep > 1))
        )

    def _rows(self, near: NDArray[np.int64], first: int, last: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return pairs of a row and a triangle that comes near it."""
        top = np.maximum(np.ceil(self._top[near] - 0.5), first).astype(np.int64)
        bottom = np.minimum(np.floor(self._bottom[near] - 0.5), last - 1).astype(np.int64)
        counts = np.maximum(bottom - top + 1, 0)
        which = np.repeat(near, counts)
        return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts - top, counts), which

    def _spans(self, row: NDArray[np.int64], which: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the first and the last column of each row that lies near its triangle."""
        corners, y = self._corners[which], row + 0.5
        left = corners[..., 0].min(axis=1) - self._reach
        right = corners[..., 0].max(axis=1) + self._reach
        for corner in range(3):
            a, b = corners[:, corner], corners[:, (corner + 1) % 3]
            side = b - a
            length = np.maximum(np.hypot(side[:, 0], side[:, 1]), 1e-12)
            slope, rest = side[:, 1] / length, (side[:, 0] * (y - a[:, 1])) / length + self._reach
            with np.errstate(divide="ignore", invalid="ignore"):
                bound = a[:, 0] + rest / slope  # outside is where slope * (x - a) > rest
            left = np.where(slope < -1e-12, np.maximum(left, bound), left)
            right = np.where(slope > 1e-12, np.minimum(right, bound), right)
            right = np.where((np.abs(slope) <= 1e-12) & (rest < 0), -np.inf, right)
        first = np.clip(np.ceil(left - 0.5), 0, self.side).astype(np.int64)
        return first, np.clip(np.floor(right - 0.5), -1, self.side - 1).astype(np.int64)

    def _cells(
        self, row: NDArray[np.int64], which: NDArray[np.int64], left: NDArray[np.int64], counts: NDArray[np.int64],
        first: int,
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]]:  # fmt: skip
        """Return texel, triangle, distance outside of it, and weights of its corners."""
        span = np.repeat(np.arange(len(row)), counts)
        column = np.arange(len(span)) - np.repeat(np.cumsum(counts) - counts - left, counts)
        corners = self._corners[which[span]]
        x, y = column + 0.5, row[span] + 0.5
        weights = np.empty((len(span), 3))
        outside = np.full(len(span), -np.inf)
        for corner in range(3):
            a, b = corners[:, corner], corners[:, (corner + 1) % 3]
            area = (b[:, 0] - a[:, 0]) * (y - a[:, 1]) - (b[:, 1] - a[:, 1]) * (x - a[:, 0])
            weights[:, (corner + 2) % 3] = area
            length = np.maximum(np.hypot(b[:, 0] - a[:, 0], b[:, 1] - a[:, 1]), 1e-12)
            outside = np.maximum(outside, -area / length)
        weights = np.clip(weights, 0, None)
        total = weights.sum(axis=1, keepdims=True)
        weights = np.divide(weights, total, out=np.full_like(weights, 1 / 3), where=total > 0)
        kept = outside < self._reach
        texel = (row[span] - first) * self.side + column
        return texel[kept], which[span][kept], outside[kept].astype(np.float32), weights[kept].astype(np.float32)


def _twice_area(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    return np.asarray((b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0]))


def _cuts(counts: NDArray[np.int64]) -> list[slice]:
    """Return slices of spans with about a batch of cells each."""
    ends = np.cumsum(counts)
    cuts, start = [], 0
    while start < len(counts):
        done = ends[start - 1] if start else 0
        end = max(int(np.searchsorted(ends, done + _BATCH, side="right")), start + 1)
        cuts.append(slice(start, end))
        start = end
    return cuts


def _best(
    texel: NDArray[np.int64], face: NDArray[np.int64], outside: NDArray[np.float32], cells: int
) -> NDArray[np.int64]:
    """Return each texel's best candidate: the first triangle that it lies in, or else the nearest, first of equals."""
    rank = np.where(outside <= 0, np.float32(0), outside)
    nearest = np.full(cells, np.inf, np.float32)
    np.minimum.at(nearest, texel, rank)
    tied = np.flatnonzero(rank == nearest[texel])
    lowest = np.full(cells, np.iinfo(np.int64).max)
    np.minimum.at(lowest, texel[tied], face[tied])
    chosen = tied[face[tied] == lowest[texel[tied]]]
    best = np.full(cells, -1, np.int64)
    best[texel[chosen]] = chosen
    return best[best >= 0]

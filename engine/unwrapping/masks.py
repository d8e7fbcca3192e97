"""Charts as cells of a grid: what room each takes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.unwrapping.sheet import Charts, Flags, Floats, Indices

_ANGLES_DEG = np.arange(0.0, 90.0, 2.0)
_SPANS_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True, eq=False)
class Masks:
    """The cells that each chart takes: `cells[starts[i]:starts[i + 1]]` is the (tall, wide) mask of chart i."""

    cells: Flags
    starts: Indices
    wide: Indices
    tall: Indices

    def of(self, chart: int) -> Flags:
        """Return the (tall, wide) mask of a chart."""
        flat = self.cells[self.starts[chart] : self.starts[chart + 1]]
        return flat.reshape(self.tall[chart], self.wide[chart])


def upright(charts: Charts) -> tuple[Floats, Indices]:
    """Return the flat corners with each chart in its smallest upright box, from 0 on, and the chart of each."""
    owner = np.empty(len(charts.uvs), np.int64)
    owner[charts.faces] = charts.chart_of_face[:, None]
    order = np.argsort(owner, kind="stable")
    begins = np.searchsorted(owner[order], np.arange(charts.count))
    u, v = charts.uvs[order].T
    best, turn = np.full(charts.count, np.inf), np.zeros(charts.count)
    for angle in np.radians(_ANGLES_DEG):
        sides = [_extents(along, begins) for along in _rotated(u, v, angle)]
        size = sides[0] * sides[1] + 1e-3 * (sides[0] + sides[1]) ** 2
        is_less = size < best * (1 - 1e-9)
        best, turn = np.where(is_less, size, best), np.where(is_less, angle, turn)
    turned = np.stack(_rotated(charts.uvs[:, 0], charts.uvs[:, 1], turn[owner]), axis=1)
    low = np.minimum.reduceat(turned[order], begins, axis=0)
    return turned - low[owner], owner


def _rotated(u: Floats, v: Floats, angle: float | Floats) -> tuple[Floats, Floats]:
    cosine, sine = np.cos(angle), np.sin(angle)
    return cosine * u - sine * v, sine * u + cosine * v


def _extents(along: Floats, begins: Indices) -> Floats:
    return np.asarray(np.maximum.reduceat(along, begins) - np.minimum.reduceat(along, begins))


def masks_of(corners: Floats, chart_of_face: Indices, count: int, margin: float) -> Masks:
    """Return the cells within `margin` of each chart; (m, 3, 2) `corners` are in cells, each chart from 0 on."""
    high = np.zeros((count, 2))
    np.maximum.at(high, chart_of_face, corners.max(axis=1))
    wide, tall = (np.floor(high + 2 * margin).astype(np.int64) + 1).T
    starts = np.concatenate([[0], np.cumsum(wide * tall)])
    change = np.zeros(starts[-1] + 1, np.int32)
    corners = corners + margin
    first = np.floor(corners[:, :, 1].min(axis=1) - margin).astype(np.int64)
    last = np.floor(corners[:, :, 1].max(axis=1) + margin).astype(np.int64)
    ends = np.cumsum(last - first + 1)
    begin = 0
    while begin < len(corners):
        done = ends[begin - 1] if begin else 0
        stop = max(int(np.searchsorted(ends, done + _SPANS_AT_ONCE, side="right")), begin + 1)
        faces = np.repeat(np.arange(begin, stop), (last - first + 1)[begin:stop])
        rows = (
            np.arange(len(faces))
            - np.repeat(ends[begin:stop] - (last - first + 1)[begin:stop] - done, (last - first + 1)[begin:stop])
            + first[faces]
        )
        left, right = _spans(corners[faces], rows, margin)
        chart = chart_of_face[faces]
        row = starts[chart] + np.clip(rows, 0, tall[chart] - 1) * wide[chart]
        edge = wide[chart] - 1
        change += np.bincount(row + np.clip(np.floor(left).astype(np.int64), 0, edge), minlength=len(change)).astype(
            np.int32
        )
        change -= np.bincount(
            row + np.clip(np.floor(right).astype(np.int64), 0, edge) + 1, minlength=len(change)
        ).astype(np.int32)
        begin = stop
    return Masks(np.cumsum(change[:-1]) > 0, starts, wide, tall)


def _spans(corners: Floats, rows: Indices, margin: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return from where to where each triangle reaches within `margin` of a row of cells, `margin` added."""
    low, high = rows - margin, rows + 1 + margin
    left, right = np.full(len(rows), np.inf), np.full(len(rows), -np.inf)
    for corner in range(3):
        (x1, y1), (x2, y2) = corners[:, corner].T, corners[:, (corner + 1) % 3].T
        rise = np.where(np.abs(y2 - y1) > 1e-12, y2 - y1, 1e-12)
        enter, leave = (np.clip((level - y1) / rise, 0, 1) for level in (low, high))
        meets = (np.minimum(y1, y2) <= high) & (np.maximum(y1, y2) >= low)
        for part in (enter, leave):
            x = x1 + part * (x2 - x1)
            left, right = np.where(meets, np.minimum(left, x), left), np.where(meets, np.maximum(right, x), right)
    return left - margin, right + margin

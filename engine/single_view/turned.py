"""The profile of a body of revolution is read from its outline.

Seen from an elevation, each ring of the body is an ellipse q = sin(elevation) as tall as it is wide, and the outline is
what all ellipses cover together. The largest ellipse that fits into the outline about each row gives the ring there:
a lower envelope of parabolas, undone by an upper one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d, grey_opening, median_filter

Field = NDArray[np.float64]

ELEVATIONS_DEG = tuple(range(0, 61, 4))
_LOST_MOST = 0.009  # of the half widths: ellipses this tall do not fit into the outline any more
_WINDOW, _STILL = 5, 0.3  # rows; rows that the holding row moves for each of them
_HELD_LEAST, _HELD_SPAN = 3, 0.05  # rows, and of the largest radius
_RIM_LEAST = 0.2  # of the largest radius
_EVEN = 0.15
_BUMP = 0.08  # of the height: what stands out on both sides over fewer rows is set on, not turned
_BUMP_LEAST, _MIDDLE = 0.1, 0.36  # of the half width there; of the height, to both sides of the middle


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A body of revolution in cells of the outline's grid.

    Attributes
    ----------
    radius, height : (n,) float64
        From the bottom to the top; heights begin at 0.
    foot_row : float
        Row of the bottom ring's middle in the upright picture.
    top_row : float
        Row of the top ring's middle.
    elevation_deg : float
    is_flat_on_top : bool
        Whether it ends in a ring that is seen from above, not in a dome.
    lost : float
        Share of the outline's half widths that no ring covers.
    """

    radius: Field
    height: Field
    foot_row: float
    top_row: float
    elevation_deg: float
    is_flat_on_top: bool
    lost: float


def half_widths(upright: Field, column: float) -> Field:
    """Return (h,) how far the outline reaches to both sides of an upright axis in each row, in nodes; else 0.

    The nearer side counts: handles and spouts stand on one side only.
    """
    solid = upright > 0.5
    at = int(np.clip(round(column), 1, solid.shape[1] - 2))
    right = _run(solid[:, at:], upright[:, at:]) + at - column
    left = _run(solid[:, at::-1], upright[:, at::-1]) + column - at
    nearer = np.maximum(np.minimum(left, right), 0)
    is_even = np.abs(left - right) <= _EVEN * nearer  # not a handle: the outline is no perfect mirror image
    widths = np.where(solid[:, at], np.where(is_even, (left + right) / 2, nearer), 0.0)
    return _body(widths)


def profile_of(widths: Field, elevation_deg: float) -> Profile:
    """Return the body whose outline has these half widths, as seen from an elevation."""
    rows = np.arange(len(widths), dtype=np.float64)
    q = max(float(np.sin(np.radians(elevation_deg))), 0.02)
    known = np.flatnonzero(widths > 0)
    first, last = int(known[0]), int(known[-1])
    squared = np.where(widths > 0, widths, 0.0) ** 2
    apart = (rows[:, None] - rows[None, :]) ** 2 / q**2
    fitting = squared[None, :] + apart
    radius = np.sqrt(fitting.min(axis=1))
    radius[:first], radius[last + 1 :] = 0, 0
    covered = np.sqrt(np.maximum(np.max(radius[None, :] ** 2 - apart, axis=1), 0))
    lost = float(np.abs(widths - covered).sum() / max(widths.sum(), 1e-9))
    hidden = _hidden(fitting.argmin(axis=1), radius)
    up = slice(last, first - 1 if first else None, -1)
    return _seen(radius[up], hidden[up], rows[up], elevation_deg, lost)


def elevations_that_fit(widths: Field) -> list[Profile]:
    """Return the profiles of all elevations from which the outline can be that of a body of revolution."""
    found = [profile_of(widths, float(degrees)) for degrees in ELEVATIONS_DEG]
    least = min(each.lost for each in found)
    return [each for each in found if each.lost <= least + _LOST_MOST]


def _run(solid: NDArray[np.bool_], field: Field) -> Field:
    """Return how far from the first column the run of solid nodes goes, to the outline between nodes."""
    ends = np.argmin(np.column_stack([solid, np.zeros(len(solid), bool)]), axis=1)
    rows = np.arange(len(solid))
    inner, outer = np.maximum(ends - 1, 0), np.minimum(ends, solid.shape[1] - 1)
    here, there = field[rows, inner], field[rows, outer]
    share = np.where(here - there > 1e-9, (here - 0.5) / np.maximum(here - there, 1e-9), 0.5)
    return np.asarray(inner + np.clip(share, 0, 1), np.float64)


def _body(widths: Field) -> Field:
    """Return the widths of the longest run of rows that the axis passes through, without crumbs."""
    is_in = np.concatenate([[False], widths > 0, [False]])
    starts, ends = np.flatnonzero(~is_in[:-1] & is_in[1:]), np.flatnonzero(is_in[:-1] & ~is_in[1:])
    if not len(starts):
        return np.zeros_like(widths)
    longest = int(np.argmax(ends - starts))
    rows = slice(int(starts[longest]), int(ends[longest]))
    kept = np.zeros_like(widths)
    smooth = np.minimum(median_filter(widths[rows], 5, mode="nearest"), widths[rows] + 1.0)
    bare = grey_opening(smooth, max(3, round(_BUMP * len(smooth))), mode="nearest")
    place = np.arange(len(smooth)) / max(len(smooth) - 1, 1)
    is_bump = (smooth - bare > _BUMP_LEAST * smooth) & (np.abs(place - 0.5) < _MIDDLE)
    kept[rows] = np.where(is_bump, bare, smooth)
    return kept


def _hidden(held_by: NDArray[np.int64], radius: Field) -> NDArray[np.bool_]:
    """Return the rows whose rings are all held by nearly the same row of the outline: a corner, behind which they hide.

    Where a surface is seen from the side, the row that holds a ring moves along with it.
    """
    reach = _WINDOW // 2
    padded = np.pad(held_by.astype(np.float64), reach, mode="reflect", reflect_type="odd")
    ahead, behind = padded[2 * reach :] - held_by, held_by - padded[: len(held_by)]
    slope = np.minimum(np.abs(ahead), np.abs(behind)) / reach
    hidden = np.zeros(len(radius), bool)
    is_still = (slope < _STILL) & (radius > 0)
    edges = np.diff(np.concatenate([[0], is_still.astype(np.int64), [0]]))
    for begin, end in zip(np.flatnonzero(edges > 0), np.flatnonzero(edges < 0), strict=True):
        if end - begin >= _HELD_LEAST and np.ptp(radius[begin:end]) > _HELD_SPAN * radius.max():
            hidden[begin:end] = True
    return hidden


def _seen(line: Field, hidden: NDArray[np.bool_], rows: Field, elevation_deg: float, lost: float) -> Profile:
    """Return the profile from bottom to top, where rings hide each other made up from what is seen beside them."""
    start, end = _end_of_hidden(hidden), len(line) - _end_of_hidden(hidden[::-1])
    if end - start < 3:
        start, end = 0, len(line)
    is_flat_on_top = end < len(line) and line[end - 1] > _RIM_LEAST * float(line.max())
    kept = gaussian_filter1d(_bridged(line[start:end].copy(), hidden[start:end]), 0.6, mode="nearest")
    height = (rows[start] - rows[start:end]) / float(np.cos(np.radians(elevation_deg)))
    return Profile(
        np.maximum(kept, 0.0), height, float(rows[start]), float(rows[end - 1]), elevation_deg, bool(is_flat_on_top),
        lost,
    )  # fmt: skip


def _end_of_hidden(hidden: NDArray[np.bool_]) -> int:
    """Return how many rows at the beginning are hidden; one or two before them that are not do not count."""
    begin = int(np.argmax(hidden)) if hidden.any() else len(hidden)
    return 0 if begin > _WINDOW // 2 else begin + int(np.argmin(np.append(hidden[begin:], False)))


def _bridged(line: Field, hidden: NDArray[np.bool_]) -> Field:
    """Return the line with hidden rows filled: the narrower side goes on, as it narrows or widens beside them."""
    edges = np.diff(np.concatenate([[0], hidden.astype(np.int64), [0]]))
    for begin, end in zip(np.flatnonzero(edges > 0), np.flatnonzero(edges < 0), strict=True):
        if begin == 0 or end >= len(line) or end - begin < 2:
            continue
        below, above = line[begin - 1], line[end]
        if below > above:  # a saucer under a cup: the cup goes down to it
            reach = line[end : end + 8]
            slope = float(np.polyfit(np.arange(len(reach)), reach, 1)[0]) if len(reach) > 3 else 0.0
            filled = above - np.clip(slope, -0.1, 1.0) * np.arange(end - begin, 0, -1)
            line[begin:end] = np.clip(filled, 0.45 * above, above * 1.05)
        else:  # a cap over a stem: the stem goes up to it
            line[begin:end] = below
    return line

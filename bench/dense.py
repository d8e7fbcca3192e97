"""Depths and clouds: our stereo against OpenCV's semi-global matching, on the same pictures and the true cameras.

    python -m bench.dense [WIDTH] [VIEWS]

The scene of tests/filming.py, photographed all around (480 pixels and 18 views if nothing else is said), undistorted.
OpenCV compares two pictures: each view is rectified with each of as many neighbours as we use, matched in three ways
(left and right checked), and the median of what the pairs say is taken. From there on both go the same way: what two
other views confirm stays, and is fused. Accuracy is the share of points of the cloud that lie near the true surface,
completeness the share of what two views see of the surface near the cloud. Both sides run in this process one after
the other; CPU seconds are those of all threads.
"""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.spatial import cKDTree

from engine.photographs.consistency import agreed
from engine.photographs.depths import CHECKED_AGAINST, USUAL, depth_maps
from engine.photographs.fusing import fused
from engine.photographs.neighbours import depth_range, neighbours_of
from engine.photographs.views import Depth, Sparse, View
from tests.filming import orbit, photographed, scene
from tests.reconstructing import scattered, seen, sparse_of, true_depth

THRESHOLDS_M = (0.005, 0.01)  # the thing is 0.54 m high and photographed from 1.1 m
_BLOCK, _STEPS = 5, 16  # OpenCV wants disparities in sixteens
_WIDER = 1.5  # rectified pictures, so that cameras that look at one place still overlap
Field = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of one side."""

    wall_s: float
    cpu_s: float
    depth_error: float
    kept: float
    points: int
    fits: tuple[tuple[float, float], ...]


def main() -> None:
    """Print both sides and their ratios."""
    width, count = (int(word) for word in (sys.argv[1:3] if len(sys.argv) > 2 else ("480", "18")))
    views = tuple(photographed(view, samples=1) for view in orbit(count, size=(width, width * 3 // 4)))
    sparse = sparse_of(views)
    ours, theirs = _judged(sparse, depth_maps), _judged(sparse, _by_opencv)
    table = Table("", "ours", "OpenCV SGBM", "ours / OpenCV", title=f"{count} views, {width} pixels wide")
    for name, one, other in _rows(ours, theirs):
        table.add_row(name, f"{one:.4g}", f"{other:.4g}", f"{one / other:.2f}" if other else "")
    Console(width=120).print(table)


def _rows(ours: Figures, theirs: Figures) -> list[tuple[str, float, float]]:
    rows = [(name, float(getattr(ours, name)), float(getattr(theirs, name)))
            for name in ("wall_s", "cpu_s", "depth_error", "kept", "points")]  # fmt: skip
    for threshold, one, other in zip(THRESHOLDS_M, ours.fits, theirs.fits, strict=True):
        label = f"within {1000 * threshold:.0f} mm:"
        rows += [(f"{label} {name}", one[place], other[place]) for place, name in enumerate(("accuracy", "complete"))]
        rows.append((f"{label} F", _f_score(*one), _f_score(*other)))
    return rows


def _f_score(accuracy: float, completeness: float) -> float:
    return 2 * accuracy * completeness / max(accuracy + completeness, 1e-12)


def _judged(sparse: Sparse, measure: Callable[[Sparse], list[Depth]]) -> Figures:
    begun_s, cpu_s = time.perf_counter(), time.process_time()
    depths = measure(sparse)
    wall_s, cpu_s = time.perf_counter() - begun_s, time.process_time() - cpu_s
    errors, kept = [], []
    for view, depth in zip(sparse.views, depths, strict=True):
        truth = true_depth(view)
        both = (depth.depth > 0) & (truth > 0)
        errors.append(float(np.median(np.abs(depth.depth - truth)[both] / truth[both])) if both.any() else np.nan)
        kept.append(float(both.sum() / (truth > 0).sum()))
    cloud = fused(sparse, depths)
    known = scene()
    there = scattered(known.points, known.faces, 200_000, seed=1)
    asked = scattered(known.points, known.faces, 20_000, seed=2)
    asked = asked[np.stack([seen(view, asked) for view in sparse.views]).sum(axis=0) >= 2]
    away, back = cKDTree(there).query(cloud.points)[0], cKDTree(cloud.points).query(asked)[0]
    fits = tuple((float((away < most).mean()), float((back < most).mean())) for most in THRESHOLDS_M)
    return Figures(wall_s, cpu_s, float(np.nanmean(errors)), float(np.mean(kept)), len(cloud.points), fits)


def _by_opencv(sparse: Sparse) -> list[Depth]:
    """Return depth maps of pairs that OpenCV matches, the median of each view's, where others confirm them."""
    near_by = neighbours_of(sparse, max(USUAL.others, CHECKED_AGAINST))
    alone = []
    for number, view in enumerate(sparse.views):
        near, far = depth_range(sparse, number)
        found = np.array([_pair(view, sparse.views[other], near, far) for other in near_by[number][: USUAL.others]])
        known = np.where(found > 0, found, np.nan)
        some = np.isfinite(known).any(axis=0)
        depth = np.where(some, np.nanmedian(np.where(some, known, 0), axis=0), 0).astype(np.float32)
        alone.append(Depth(depth, (depth > 0).astype(np.float32)))
    return [_confirmed(sparse.views, alone, number, near_by[number]) for number in range(len(alone))]


def _confirmed(views: Sequence[View], alone: Sequence[Depth], number: int, near_by: NDArray[np.int64]) -> Depth:
    others = near_by[:CHECKED_AGAINST].tolist()
    return agreed(views, alone, number, others, least=min(USUAL.confirmed, max(1, len(others) - 1)))


def _pair(view: View, other: View, near: float, far: float) -> Field:
    """Return (h, w) depths of a view by one other, 0 where nothing was found.

    OpenCV wants the second camera to the right: where it stands to the left, both pictures are looked at in a mirror.
    """
    turn = other.turn @ view.turn.T
    shift = other.shift - turn @ view.shift
    if shift[0] <= 0:
        return _right(view.picture, other.picture, _lens(view), _lens(other), turn, shift, near, far)
    mirror = np.diag([-1.0, 1.0, 1.0])
    lens, lens_two = (_mirrored(_lens(each), each.picture.shape[1]) for each in (view, other))
    one, two = (np.ascontiguousarray(each.picture[:, ::-1]) for each in (view, other))
    return _right(one, two, lens, lens_two, mirror @ turn @ mirror, mirror @ shift, near, far)[:, ::-1]


def _lens(view: View) -> Field:
    (fx, fy), (x, y) = view.focal_px, view.middle_px - 0.5  # OpenCV's pixel centres lie at whole numbers
    return np.array([[fx, 0, x], [0, fy, y], [0, 0, 1]], np.float64)


def _mirrored(lens: Field, width: int) -> Field:
    lens[0, 2] = width - 1 - lens[0, 2]
    return lens


def _right(
    one: NDArray[np.uint8], two: NDArray[np.uint8], lens: Field, lens_two: Field, turn: Field, shift: Field,
    near: float, far: float,
) -> Field:  # fmt: skip
    height, width = one.shape[:2]
    wide = (int(_WIDER * width), int(_WIDER * height))
    flat = np.zeros(5)
    turned, turned_two, seen_by, seen_by_two, *_ = cv2.stereoRectify(
        lens, flat, lens_two, flat, (width, height), np.ascontiguousarray(turn), shift.reshape(3, 1),
        flags=0, alpha=-1, newImageSize=wide,
    )  # fmt: skip
    if seen_by_two[0, 3] >= 0:  # one stands above the other: pairs like that have no rows in common
        return np.zeros((height, width))
    maps = [cv2.initUndistortRectifyMap(*given, wide, cv2.CV_32FC1) for given in
            ((lens, flat, turned, seen_by), (lens_two, flat, turned_two, seen_by_two))]  # fmt: skip
    rows = [cv2.remap(picture, *map_, cv2.INTER_LINEAR) for picture, map_ in zip((one, two), maps, strict=True)]
    reach = -float(seen_by_two[0, 3])  # focal length times distance of the cameras
    aside = float(seen_by[0, 2] - seen_by_two[0, 2])  # what infinity has
    least = int(np.floor(reach / far + aside))
    count = max(-(-int(reach / near + aside - least + 1) // _STEPS), 1) * _STEPS
    if wide[0] <= max(least + count, -least) + _BLOCK:
        return np.zeros((height, width))
    matcher = cv2.StereoSGBM.create(
        minDisparity=least, numDisparities=count, blockSize=_BLOCK, P1=8 * 3 * _BLOCK**2,
        P2=32 * 3 * _BLOCK**2, disp12MaxDiff=1, uniquenessRatio=10, speckleWindowSize=60, speckleRange=2,
        mode=cv2.STEREO_SGBM_MODE_HH,
    )  # fmt: skip
    apart = matcher.compute(rows[0], rows[1]).astype(np.float32) / 16
    known = (apart >= least) & (apart - aside > 0.5)
    depth = np.where(known, reach / np.where(known, apart - aside, 1), 0)
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    rays = np.stack([x, y, np.ones_like(x)], axis=-1) @ np.linalg.inv(lens).T  # of depth 1
    across = rays @ turned.T
    at = (across @ seen_by[:, :3].T / across[..., 2:]).astype(np.float32)
    taken = cv2.remap(depth.astype(np.float32), at[..., 0], at[..., 1], cv2.INTER_NEAREST)
    return np.asarray(taken / across[..., 2], np.float64)


if __name__ == "__main__":
    main()

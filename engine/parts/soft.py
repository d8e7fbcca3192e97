"""Cushions and other soft boxes, made from a grid dense enough for what bends it."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from engine.parts.detail import Detail
from engine.parts.profiles import Flat, rounded_rectangle
from engine.parts.solids import Solid, from_arrays, moved, union
from engine.parts.sweeping import tube
from engine.shapes import Points

Bend = Callable[[Points], Points]


def grid_box(xs: Flat, ys: Flat, zs: Flat) -> tuple[Points, np.ndarray]:
    """Return the welded corners and triangles of a box whose faces are cut at the given coordinates."""
    axes = (xs, ys, zs)
    index: dict[tuple[int, int, int], int] = {}
    faces: list[tuple[int, int, int]] = []
    for fixed in range(3):
        first, second = (fixed + 1) % 3, (fixed + 2) % 3
        for end in (0, len(axes[fixed]) - 1):
            for i in range(len(axes[first]) - 1):
                for j in range(len(axes[second]) - 1):
                    corners = [
                        _corner(index, fixed, end, first, i + a, second, j + b)
                        for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))
                    ]
                    if end == 0:
                        corners.reverse()
                    faces += [(corners[0], corners[1], corners[2]), (corners[0], corners[2], corners[3])]
    points = np.array([(xs[i], ys[j], zs[k]) for i, j, k in index], dtype=np.float64)
    return points, np.array(faces)


def _corner(
    index: dict[tuple[int, int, int], int], fixed: int, end: int, first: int, i: int, second: int, j: int
) -> int:
    place = [0, 0, 0]
    place[fixed], place[first], place[second] = end, i, j
    return index.setdefault((place[0], place[1], place[2]), len(index))


def _cuts(half: float, radius: float, flat_steps: int, round_steps: int) -> Flat:
    """Return coordinates from −half to half with `round_steps` inside each rounded edge."""
    edge = (half - radius) + radius * np.tan(np.linspace(0.0, np.pi / 4, round_steps + 1))
    middle = np.linspace(-(half - radius), half - radius, flat_steps + 1)
    return np.concatenate([-edge[:0:-1], middle, edge[1:]])


def soft_box(
    width: float,
    height: float,
    depth: float,
    radius: float,
    detail: Detail,
    *,
    crown: float = 0.0,
    bend: Bend | None = None,
    spacing: float = 0.0,
) -> Solid:
    """Return a standing box with round edges whose top bulges by `crown`, then bent by `bend` (points → points)."""
    half = np.array([width, height, depth]) / 2
    radius = min(radius, 0.98 * float(half.min()))
    spacing = (spacing or max(width, depth) / 14) / detail.fineness
    steps = [max(2, min(60, round(2 * (side - radius) / spacing))) for side in half]
    cuts = [_cuts(float(side), radius, step, detail.bevel + 1) for side, step in zip(half, steps, strict=True)]
    points, faces = grid_box(*cuts)
    inner = np.clip(points, -(half - radius), half - radius)
    out = points - inner
    points = inner + radius * out / np.linalg.norm(out, axis=1, keepdims=True)
    points = _crowned(points, half, crown) + np.array([0.0, half[1], 0.0])
    return from_arrays(points if bend is None else bend(points), faces)


def _crowned(points: Points, half: Points, crown: float) -> Points:
    share = np.clip(points[:, 1] / half[1], 0.0, 1.0)
    bulge = (1 - (points[:, 0] / half[0]) ** 2) * (1 - (points[:, 2] / half[2]) ** 2)
    raised = points.copy()
    raised[:, 1] += crown * share * np.clip(bulge, 0.0, 1.0)
    return raised


def channels(across: tuple[float, ...], depth: float, width: float, floor: float, *, axis: int = 0) -> Bend:
    """Return a bend that presses soft grooves into the top at the given x (or z) coordinates."""

    def press(points: Points) -> Points:
        pressed = points.copy()
        share = np.clip((points[:, 1] - floor) / max(float(points[:, 1].max()) - floor, 1e-9), 0.0, 1.0)
        for place in across:
            pressed[:, 1] -= depth * share * np.exp(-((points[:, axis] - place) ** 2) / (2 * width**2))
        return pressed

    return press


def dimples(places: tuple[tuple[float, float], ...], depth: float, width: float, floor: float) -> Bend:
    """Return a bend that presses round hollows into the top at the given (x, z)."""

    def press(points: Points) -> Points:
        pressed = points.copy()
        share = np.clip((points[:, 1] - floor) / max(float(points[:, 1].max()) - floor, 1e-9), 0.0, 1.0)
        for x, z in places:
            away = (points[:, 0] - x) ** 2 + (points[:, 2] - z) ** 2
            pressed[:, 1] -= depth * share * np.exp(-away / (2 * width**2))
        return pressed

    return press


def tufts(places: tuple[tuple[float, float], ...], depth: float, width: float, floor: float) -> Bend:
    """Return a bend that buttons the top down at the given (x, z), with creases to the nearest buttons of next rows."""
    spots = np.array(places)

    def press(points: Points) -> Points:
        pressed = points.copy()
        share = np.clip((points[:, 1] - floor) / max(float(points[:, 1].max()) - floor, 1e-9), 0.0, 1.0) ** 2
        away = np.full(len(points), np.inf)
        for start, end in _creases(spots):
            away = np.minimum(away, _distance(points[:, [0, 2]], start, end))
        buttons = np.min([np.hypot(points[:, 0] - x, points[:, 2] - z) for x, z in spots], axis=0)
        pressed[:, 1] -= (
            depth * share * (0.6 * np.exp(-((away / width) ** 2)) + 1.0 * np.exp(-((buttons / width) ** 2)))
        )
        return pressed

    return press


def _creases(spots: Flat) -> list[tuple[Flat, Flat]]:
    """Return the pairs of buttons in neighbouring rows that a crease joins."""
    rows = np.unique(np.round(spots[:, 1], 6))
    pairs = []
    for low, high in pairwise(rows):
        below, above = (spots[np.isclose(spots[:, 1], row)] for row in (low, high))
        for spot in below:
            reach = np.abs(above[:, 0] - spot[0])
            pairs += [(spot, other) for other in above[reach < reach.min() * 1.01 + 1e-9]]
    return pairs


def _distance(points: Points, start: Flat, end: Flat) -> Flat:
    along = end - start
    share = np.clip((points - start) @ along / float(along @ along), 0.0, 1.0)
    away: Flat = np.linalg.norm(points - start - share[:, None] * along, axis=1)
    return away


def in_turn(*bends: Bend) -> Bend:
    """Return one bend that does all of them."""

    def bend_all(points: Points) -> Points:
        for bend in bends:
            points = bend(points)
        return points

    return bend_all


def piping(width: float, depth: float, corner: float, thickness: float, detail: Detail) -> Solid:
    """Return a cord that runs around a cushion's seam in the plane y = 0."""
    outline = rounded_rectangle(width, depth, corner, detail.around(32)).to_polygons()[0]
    path = np.column_stack([outline[:, 0], np.zeros(len(outline)), -outline[:, 1]])
    return tube(_evenly(path, detail.along(64)), thickness / 2, max(6, detail.along(8)), closed=True)


def _evenly(loop: Points, count: int) -> Points:
    closed = np.vstack([loop, loop[:1]])
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    at = np.linspace(0.0, lengths[-1], count, endpoint=False)
    return np.column_stack([np.interp(at, lengths, closed[:, axis]) for axis in range(3)])


def cushion(
    width: float,
    height: float,
    depth: float,
    detail: Detail,
    *,
    crown: float = 0.25,
    bend: Bend | None = None,
    spacing: float = 0.0,
) -> Solid:
    """Return a seat cushion: round edges, a bulging top and a cord along the seam; it fills the given height."""
    bulge = crown * height
    body_height = height - bulge
    radius = min(body_height * 0.45, width / 4, depth / 4)
    body = soft_box(
        width, body_height, depth, radius, detail, crown=bulge, bend=bend, spacing=spacing or max(width, depth) / 22
    )
    if not detail.has_small_things:
        return body
    cord = piping(width - 0.004, depth - 0.004, radius, min(0.010, height * 0.08), detail)
    return union((body, moved(cord, y=body_height * 0.62)))


def pillow(width: float, height: float, depth: float, detail: Detail) -> Solid:
    """Return a throw pillow standing on y = 0, its faces to ±z, its corners drawn out into points."""
    steps = detail.along(14)
    cuts = np.sin(np.linspace(-np.pi / 2, np.pi / 2, steps + 1))
    points, faces = grid_box(cuts, cuts, np.array([-1.0, 0.0, 1.0]))
    x, y, z = points.T
    thick = np.sqrt(np.clip((1 - x**2) * (1 - y**2), 0.0, 1.0)) ** 0.8
    pull = 1 - 0.07 * (1 - y**2) * np.abs(x) ** 3
    draw = 1 - 0.07 * (1 - x**2) * np.abs(y) ** 3
    seam = 0.05
    shaped = np.column_stack(
        [x * pull * width / 2, (y * draw + 1) * height / 2, z * (seam + (1 - seam) * thick) * depth / 2]
    )
    return from_arrays(shaped, faces)

"""Where on a finished drawing a rectangle of words has room: seen from one side, on a plane or a cylinder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from domain.spec import DesignObject
from engine.assembling.assembly import placement
from engine.makers import make
from engine.parts.detail import Detail
from engine.rays import Rays

Array = NDArray[np.float64]
SIDES: dict[str, tuple[tuple[float, float, float], tuple[float, float, float]]] = {  # rightwards and upwards as seen
    "front": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)),
    "top": ((1.0, 0.0, 0.0), (0.0, 0.0, -1.0)),
    "right": ((0.0, 0.0, -1.0), (0.0, 1.0, 0.0)),
    "left": ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0)),
}
_CELLS, _CELLS_LEAST, _RAYS_MOST = 100, 14, 24_000
_SIZES = tuple(0.92 * 0.84**step for step in range(15))  # of the side's width
_PLACES_MOST = 1500
_LEANS_MOST = {"front": 0.45, "right": 0.45, "left": 0.45, "top": 0.25}  # slope across the lines


@dataclass(frozen=True, slots=True)
class Skin:
    """All outer triangles of a drawing, and what each is made of."""

    points: Array
    faces: NDArray[np.int32]
    finishes: tuple[tuple[str, str], ...]  # material and colour of each piece
    owners: NDArray[np.int32]  # the piece of each triangle


@dataclass(frozen=True, slots=True)
class View:
    """How far out the drawing reaches under each cell of a grid seen from one side."""

    side: str
    frame: Array  # rows: rightwards, upwards, outwards
    corner: Array  # of the grid's lower left cell, in the frame
    cell: float
    reach: Array  # (rows, columns), metres outwards; nan where nothing is
    owners: NDArray[np.int32]

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of what is seen, metres."""
        rows, columns = self.reach.shape
        return columns * self.cell, rows * self.cell


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle on a surface: its middle, its frame (rows rightwards, upwards, outwards), and how it bends."""

    side: str
    width: float
    height: float
    middle: Array
    frame: Array
    radius: float  # of the upright cylinder it lies on, metres; 0: it is flat
    rough: float  # how far the surface departs from that, metres
    owner: int
    worth: float


def skin_of(things: Sequence[DesignObject]) -> Skin:
    """Return the triangles of things at draft detail."""
    points, faces, owners = [], [], []
    finishes: list[tuple[str, str]] = []
    start = 0
    for thing in things:
        matrix = placement(thing)
        for piece in make(thing, Detail("draft")):
            mesh = piece.solid.to_mesh()
            here = np.asarray(mesh.vert_properties, dtype=np.float64)[:, :3]
            points.append(here @ matrix[:3, :3].T + matrix[:3, 3])
            faces.append(np.asarray(mesh.tri_verts, dtype=np.int32) + start)
            owners.append(np.full(len(faces[-1]), len(finishes), np.int32))
            finishes.append((piece.material, piece.color))
            start += len(here)
    return Skin(np.vstack(points), np.vstack(faces), tuple(finishes), np.concatenate(owners))


def view_of(skin: Skin, side: str) -> View:
    """Return how the drawing reaches out, seen from one side."""
    right, up = np.array(SIDES[side][0]), np.array(SIDES[side][1])
    frame = np.vstack([right, up, np.cross(right, up)])
    local = skin.points @ frame.T
    low, high = local.min(axis=0), local.max(axis=0)
    wide, tall = float(high[0] - low[0]), float(high[1] - low[1])
    cell = max(min(max(wide, tall) / _CELLS, min(wide, tall) / _CELLS_LEAST), (wide * tall / _RAYS_MOST) ** 0.5)
    columns, rows = max(int(wide / cell), 1), max(int(tall / cell), 1)
    corner = np.array([(low[0] + high[0] - columns * cell) / 2, (low[1] + high[1] - rows * cell) / 2, 0.0])
    x, y = np.meshgrid(np.arange(columns) + 0.5, np.arange(rows) + 0.5)
    away = float(high[2]) + max(wide, tall)
    starts = np.column_stack([corner[0] + x.ravel() * cell, corner[1] + y.ravel() * cell, np.full(x.size, away)])
    hits = Rays(local, skin.faces).first(starts, np.tile([0.0, 0.0, -1.0], (x.size, 1)))
    met = hits.face >= 0
    reach = np.where(met, away - hits.distance.astype(np.float64), np.nan).reshape(rows, columns)
    owners = np.where(met, skin.owners[np.maximum(hits.face, 0)], -1).astype(np.int32).reshape(rows, columns)
    return View(side, frame, corner, cell, reach, owners)


def best_spot(view: View, aspect: float, *, roughness: float) -> Spot | None:
    """Return the best place for a rectangle `aspect` times as wide as tall, or none.

    `roughness` is how far the surface may depart from a plane or cylinder, as a share of the rectangle's height.
    Large and near the middle is good.
    """
    return max(_spots(view, aspect, roughness), key=lambda spot: spot.worth, default=None)


def _spots(view: View, aspect: float, roughness: float) -> Iterator[Spot]:
    rows, columns = view.reach.shape
    tried: set[tuple[int, int]] = set()
    for share in _SIZES:
        wide = round(share * columns)
        tall = max(round(wide / aspect), 2)
        if wide < 5 or tall > rows or (wide, tall) in tried:
            continue
        tried.add((wide, tall))
        spot = _best_of_size(view, wide, tall, roughness)
        if spot is not None:
            yield spot


def _best_of_size(view: View, wide: int, tall: int, roughness: float) -> Spot | None:
    """Return the spot nearest to the middle among those of one size that lie on a smooth surface."""
    rows, columns = view.reach.shape
    step = max(1, round(((rows - tall + 1) * (columns - wide + 1) / _PLACES_MOST) ** 0.5))
    windows = sliding_window_view(view.reach, (tall, wide))[::step, ::step]
    down, across = windows.shape[:2]
    flat = windows.reshape(down * across, tall * wide)
    whole = np.flatnonzero(~np.isnan(flat).any(axis=1))
    if not len(whole):
        return None
    basis = _basis(wide, tall, view.cell)
    heights = flat[whole]
    fits = heights @ np.linalg.pinv(basis).T
    rough = np.abs(heights - fits @ basis.T).max(axis=1)
    good = np.flatnonzero((rough <= roughness * tall * view.cell) & _is_fair(fits, wide * view.cell, view.side))
    if not len(good):
        return None
    low, left = (whole[good] // across) * step, (whole[good] % across) * step
    off_x = np.abs((left + wide / 2) / columns - 0.5) * 2
    off_y = np.abs((low + tall / 2) / rows - 0.55) * 2
    worth = (1 - 0.45 * off_x) * (1 - 0.3 * off_y) * _purity(view, wide, tall, low, left)
    at = int(np.argmax(worth))
    place = (int(low[at]), int(left[at]))
    return _spot(view, (wide, tall), place, _rounded(heights[good[at]], basis), float(worth[at]))


def _purity(view: View, wide: int, tall: int, low: NDArray[np.int64], left: NDArray[np.int64]) -> Array:
    """Return for each window how much of it is one piece: words run over the joint of two only where they must."""
    windows = sliding_window_view(view.owners, (tall, wide))[low, left]
    middle = windows[:, tall // 2, wide // 2]
    share: Array = (windows == middle[:, None, None]).mean(axis=(1, 2))
    return share**6


def _basis(wide: int, tall: int, cell: float) -> Array:
    """Return the columns 1, x, y, x² over the cells of a window, metres from its middle."""
    x, y = np.meshgrid((np.arange(wide) - (wide - 1) / 2) * cell, (np.arange(tall) - (tall - 1) / 2) * cell)
    return np.column_stack([np.ones(x.size), x.ravel(), y.ravel(), x.ravel() ** 2])


def _is_fair(fits: Array, width: float, side: str) -> NDArray[np.bool_]:
    """Return whether each fit faces its side well enough: little slope, no hollow, no bend over half a right angle."""
    bend = -2 * fits[:, 3] * width / 2
    return (
        (np.abs(fits[:, 1]) < 0.2) & (np.abs(fits[:, 2]) < _LEANS_MOST[side]) & (bend < 0.95) & (bend > -0.06)
    )  # fmt: skip


def _rounded(heights: Array, basis: Array) -> tuple[Array, float, float]:
    """Return the best plane or upright cylinder: height and slopes, radius (0 for a plane), greatest departure."""
    flat = np.linalg.pinv(basis[:, :3])
    fit = flat @ heights
    best = (fit, 0.0, float(np.abs(heights - basis[:, :3] @ fit).max()))
    half = float(basis[:, 1].max())
    for radius in half * np.geomspace(1.15, 12.0, 40):
        arch = (radius**2 - basis[:, 3]) ** 0.5 - radius
        fit = flat @ (heights - arch)
        rough = float(np.abs(heights - arch - basis[:, :3] @ fit).max())
        best = min(best, (fit, float(radius), rough), key=lambda found: found[2])
    return best


def _spot(
    view: View, size: tuple[int, int], at: tuple[int, int], fit: tuple[Array, float, float], worth: float
) -> Spot:  # fmt: skip
    """Return the spot of a window and its plane or cylinder."""
    (wide, tall), (low, left), (plane, radius, rough) = size, at, fit
    width, height = wide * view.cell, tall * view.cell
    middle = view.corner + np.array([(left + wide / 2) * view.cell, (low + tall / 2) * view.cell, plane[0]])
    right = np.array([1.0, 0.0, plane[1]]) / np.hypot(1.0, plane[1])
    up = np.array([0.0, 1.0, plane[2]]) - right * (right[2] * plane[2])
    up /= np.linalg.norm(up)
    owner = int(view.owners[low + tall // 2, left + wide // 2])
    frame = np.vstack([right, up, np.cross(right, up)]) @ view.frame
    return Spot(view.side, width, height, view.frame.T @ middle, frame, radius, rough, owner, worth * height)

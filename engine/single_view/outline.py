"""The outline of a pictured thing on a working grid, from which its shape is guessed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, label, map_coordinates

from domain.errors import GenerationFailed
from engine.shapes import Points
from engine.single_view.view import SeenFrom, Size

GRID = 160  # nodes along the longer side
_BORDER = 3  # empty nodes around
_PIECE_SHARE = 0.12  # of the area: smaller pieces beside the largest are left out
_PIECE_FOOT = 0.06  # of the height: so near to the ground must a piece end that stands beside the largest
_SPECK_SHARE = 0.004  # of the area
FOCAL = 10.0  # of the picture's longer side: a guess from afar, at which lines that run away hardly meet
_LEAST_PX = 4

Field = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """How much of a thing each node of a grid shows.

    Attributes
    ----------
    field : (h, w) float64 in [0, 1]
        Coverage; 0.5 is the outline. The border is empty.
    left, top, step : float, pixels of the photograph
        Where node (0, 0) lies, and how far apart nodes are.
    size : (int, int)
        Height and width of the photograph.
    left_out : float
        Share of the mask's area that belongs to pieces which were left out.
    """

    field: Field
    left: float
    top: float
    step: float
    size: Size
    left_out: float

    @property
    def inside(self) -> NDArray[np.bool_]:
        """Return the nodes that the thing covers."""
        return self.field > 0.5

    def sampled(self, values: NDArray[np.floating]) -> Field:
        """Return an (H, W) or (H, W, c) picture of the photograph's size at the nodes, smoothed to their spacing."""
        rows, columns = np.mgrid[: self.field.shape[0], : self.field.shape[1]]
        at = np.stack([self.top + rows * self.step - 0.5, self.left + columns * self.step - 0.5])
        layers = values[..., None] if values.ndim == 2 else values
        blur = 0.45 * self.step if self.step > 1 else 0.0
        found = [
            map_coordinates(gaussian_filter(layer.astype(np.float64), blur), at, order=1, mode="nearest")
            for layer in np.moveaxis(layers, 2, 0)
        ]
        return np.asarray(found[0] if values.ndim == 2 else np.stack(found, axis=2), np.float64)

    def box_px(self) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of the thing, pixels of the photograph."""
        rows, columns = np.nonzero(self.inside)
        left, right = self.left + columns.min() * self.step, self.left + columns.max() * self.step
        top, bottom = self.top + rows.min() * self.step, self.top + rows.max() * self.step
        return float(left), float(top), float(right), float(bottom)


def outline_of(mask: NDArray[np.floating], *, grid: int = GRID) -> Outline:
    """Return the outline of the largest piece of an (H, W) mask in [0, 1], and of what stands beside it.

    Raises
    ------
    GenerationFailed
        There is nothing in the mask.
    """
    solid, left_out = _pieces(mask >= 0.5)
    specks = _specks(solid)
    mask = np.where(specks, 1.0, mask)
    solid = solid | specks
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    if len(rows) < _LEAST_PX or len(columns) < _LEAST_PX:
        raise GenerationFailed("The picture shows no thing that is large enough", stage="shaping")
    tall, wide = int(rows[-1] - rows[0]) + 1, int(columns[-1] - columns[0]) + 1
    step = max(max(tall, wide) / grid, 0.5)
    shape = int(np.ceil(tall / step)) + 2 * _BORDER, int(np.ceil(wide / step)) + 2 * _BORDER
    outline = Outline(
        np.zeros(shape), float(columns[0] - _BORDER * step), float(rows[0] - _BORDER * step), float(step),
        (mask.shape[0], mask.shape[1]), left_out,
    )  # fmt: skip
    field = outline.sampled(np.pad(mask * solid, 1)[1:-1, 1:-1])
    field[[0, 1, -2, -1], :] = 0
    field[:, [0, 1, -2, -1]] = 0
    return Outline(_one_piece(field, outline), outline.left, outline.top, outline.step, outline.size, outline.left_out)


def level_view(outline: Outline, metre_per_px: float) -> SeenFrom:
    """Return a level camera far in front of the thing's middle, the origin; it sees the plane z = 0 in this scale."""
    left, top, right, bottom = outline.box_px()
    focal = FOCAL * max(outline.size)
    return SeenFrom(
        np.array([0.0, 0.0, focal * metre_per_px]), np.eye(3), focal, ((left + right) / 2, (top + bottom) / 2),
        outline.size,
    )  # fmt: skip


def lifted(view: SeenFrom, places: NDArray[np.floating], z: NDArray[np.floating]) -> Points:
    """Return the (n, 3) points that a level camera sees at (n, 2) places of its picture, at z metres."""
    depth = view.place[2] - z
    x = (places[:, 0] - view.centre[0]) / view.focal_px * depth
    y = (view.centre[1] - places[:, 1]) / view.focal_px * depth
    return np.stack([view.place[0] + x, view.place[1] + y, z], axis=1)


def _pieces(solid: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], float]:
    """Return the largest piece and those that stand beside it, and the share of the area that is neither."""
    pieces, count = label(solid)
    if count <= 1:
        return solid, 0.0
    areas = np.bincount(pieces.ravel())[1:]
    bottoms = np.array([_lowest(pieces == number + 1) if areas[number] >= _PIECE_SHARE * areas.max() else 0
                        for number in range(count)])  # fmt: skip
    largest = int(areas.argmax())
    rows = np.flatnonzero((pieces == largest + 1).any(axis=1))
    near = np.abs(bottoms - rows[-1]) <= _PIECE_FOOT * len(rows)
    kept = np.flatnonzero((areas >= _PIECE_SHARE * areas.max()) & near)
    kept = np.union1d(kept, [largest])
    return np.isin(pieces, kept + 1), float(1 - areas[kept].sum() / areas.sum())


def _specks(solid: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the holes that are too small to be meant: highlights and spots that were taken for the background."""
    holes, count = label(~solid)
    areas = np.bincount(holes.ravel(), minlength=count + 1)
    areas[0] = solid.size  # the thing itself
    return np.isin(holes, np.flatnonzero(areas < _SPECK_SHARE * np.count_nonzero(solid)))


def _lowest(piece: NDArray[np.bool_]) -> int:
    return int(np.flatnonzero(piece.any(axis=1))[-1])


def _one_piece(field: Field, outline: Outline) -> Field:
    """Return the field without crumbs that sampling has left."""
    pieces, count = label(field > 0.5)
    if count <= 1:
        return field
    areas = np.bincount(pieces.ravel())[1:]
    crumbs = np.isin(pieces, np.flatnonzero(areas < 0.5 * _PIECE_SHARE * areas.max()) + 1)
    return np.where(crumbs, 0.0, field)

"""What a search aims at: the photograph's foreground on a small canvas, with its inner edges."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import distance_transform_edt

from engine.shapes import Pixels
from engine.single_view.edges import photographed
from engine.single_view.shape import Frame
from engine.single_view.view import Mask, SeenFrom, Size

_MARGIN = 0.06  # of the longer side of the foreground's box, on each side
_REACH = 0.02  # of the canvas's diagonal: an edge nearer than this to its like is found


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """The foreground on a canvas.

    Attributes
    ----------
    colors : (h, w, 3) float32 in [0, 1]
        The photograph, sRGB.
    mask, edges : (h, w) bool
        What the thing covers, and the edges inside it.
    frame : Frame
        The box that it fills, canvas pixels.
    nearness : (h, w) float32 in [0, 1]
        How near each pixel is to an edge.
    origin, scale : (float, float), float
        Where the canvas begins in the photograph, and canvas pixels per pixel of the photograph.
    size : (int, int)
        Height and width of the photograph.
    """

    colors: NDArray[np.float32]
    mask: Mask
    edges: Mask
    frame: Frame
    nearness: NDArray[np.float32]
    origin: tuple[float, float]
    scale: float
    size: Size

    @property
    def reach_px(self) -> float:
        """Return how near an edge has to be to count as found."""
        return _REACH * float(np.hypot(*self.mask.shape))

    def in_photograph(self, view: SeenFrom) -> SeenFrom:
        """Return a camera for the canvas as one for the photograph."""
        left, top = self.origin
        centre = (view.centre[0] / self.scale + left, view.centre[1] / self.scale + top)
        return SeenFrom(view.place, view.axes, view.focal_px / self.scale, centre, self.size)

    def on_canvas(self, view: SeenFrom) -> SeenFrom:
        """Return a camera for the photograph as one for the canvas."""
        left, top = self.origin
        centre = ((view.centre[0] - left) * self.scale, (view.centre[1] - top) * self.scale)
        return SeenFrom(view.place, view.axes, view.focal_px * self.scale, centre, self.frame.size)


def target_of(pixels: Pixels, mask: NDArray[np.floating], longest: int) -> Target | None:
    """Return the foreground of a (h, w, 3) photograph on a canvas whose longer side is so many pixels.

    None where the mask covers nothing.
    """
    box = _box(mask)
    if box is None:
        return None
    left, top, right, bottom = box
    edge = _MARGIN * max(right - left, bottom - top)
    outer = (left - edge, top - edge, right + edge, bottom + edge)
    scale = longest / max(outer[2] - outer[0], outer[3] - outer[1])
    size = (max(8, round((outer[3] - outer[1]) * scale)), max(8, round((outer[2] - outer[0]) * scale)))
    cover = _cut(mask, outer, size)
    solid = cover >= 0.5
    colors = np.stack([_cut(pixels[..., at] / np.float32(255), outer, size) for at in range(3)], axis=2)
    edges = photographed(colors, solid)
    frame = Frame(size, *((np.array([left, top, right, bottom]) - np.tile(outer[:2], 2)) * scale).tolist())
    reach = _REACH * float(np.hypot(*size))
    return Target(
        colors, solid, edges, frame, nearness_of(edges, reach), outer[:2], scale, (mask.shape[0], mask.shape[1])
    )


def nearness_of(edges: Mask, reach_px: float) -> NDArray[np.float32]:
    """Return how near each pixel is to an edge: 1 on it, less with a bell of the given reach."""
    if not edges.any():
        return np.zeros(edges.shape, np.float32)
    away = np.asarray(distance_transform_edt(~edges), np.float32)
    return np.asarray(np.exp(-0.5 * np.square(away / reach_px)), np.float32)


def _box(mask: NDArray[np.floating]) -> tuple[float, float, float, float] | None:
    solid = np.asarray(mask) >= 0.5
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    if not len(rows):
        return None
    return float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1)


def _cut(plane: NDArray[np.floating], box: tuple[float, float, float, float], size: Size) -> NDArray[np.float32]:
    """Return a box of a plane, nothing beyond its borders, resampled to (height, width)."""
    left, top = int(np.floor(box[0])), int(np.floor(box[1]))
    right, bottom = int(np.ceil(box[2])), int(np.ceil(box[3]))
    pads = ((max(0, -top), max(0, bottom - plane.shape[0])), (max(0, -left), max(0, right - plane.shape[1])))
    whole = np.pad(np.asarray(plane, np.float32), pads)[
        top + pads[0][0] : bottom + pads[0][0], left + pads[1][0] : right + pads[1][0]
    ]
    inner = (box[0] - left, box[1] - top, box[2] - left, box[3] - top)
    resized = Image.fromarray(np.ascontiguousarray(whole)).resize((size[1], size[0]), Image.Resampling.BOX, box=inner)
    return np.asarray(resized, np.float32)

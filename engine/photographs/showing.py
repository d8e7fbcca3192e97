"""Pictures of what a reconstruction has so far: where the cameras stand, and how far things are from them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.images import png
from engine.photographs.views import Depth, Sparse
from engine.shapes import Pixels

SIDE_PX = 640
_GROUND = np.array([32, 35, 42], np.uint8)
_CAMERA = np.array([255, 138, 61], np.uint8)
_TILT_DEG, _TURN_DEG = 35.0, 30.0
_COLUMNS, _CELL_PX, _CELLS_MAX = 4, 240, 24
_STOPS = np.array([[48, 18, 59], [70, 130, 240], [40, 210, 150], [230, 220, 60], [190, 40, 20]], np.float64)
"""Of a scale of colours from near to far."""

Field = NDArray[np.float64]


def sparse_picture(sparse: Sparse, *, size: int = SIDE_PX) -> bytes:
    """Return a PNG picture of the points, in their colours, and of the cameras, in orange, from above and aside."""
    cameras = np.array([view.place for view in sparse.views])
    corners = np.array([_corners(sparse, number) for number in range(len(sparse.views))]).reshape(-1, 3)
    points = np.concatenate([sparse.points, corners])
    colors = np.concatenate([sparse.colors, np.broadcast_to(_CAMERA, corners.shape)])
    shown = _aside(points)
    core = np.concatenate([_core(_aside(sparse.points)), _aside(cameras)])
    low, high = core[:, :2].min(axis=0), core[:, :2].max(axis=0)
    scale = 0.94 * size / max(float((high - low).max()), 1e-9)
    at = (shown[:, :2] - (low + high) / 2) * scale + size / 2
    return png(_dotted(at, shown[:, 2], colors, size))


def _dotted(at: Field, depth: Field, colors: Pixels, size: int) -> Pixels:
    """Return a picture of dots, the nearer over the farther."""
    picture = np.broadcast_to(_GROUND, (size, size, 3)).copy()
    order = np.argsort(-depth, kind="stable")
    column, row = at[order].astype(np.int64).T
    for down in (0, 1):
        for right in (0, 1):
            y, x = row + down, column + right
            inside = (y >= 0) & (y < size) & (x >= 0) & (x < size)
            picture[y[inside], x[inside]] = colors[order][inside]
    return picture


def _corners(sparse: Sparse, number: int) -> Field:
    """Return points along the lines of a small pyramid that stands for a camera."""
    view = sparse.views[number]
    height, width = view.picture.shape[:2]
    reach = 0.12
    ends = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64)
    local = np.column_stack([(ends - view.middle_px) / view.focal_px, np.ones(4)]) * reach
    world = (local - view.shift) @ view.turn
    along = np.linspace(0, 1, 24)[:, None]
    rays = [view.place + along * (corner - view.place) for corner in world]
    frame = [world[k] + along * (world[(k + 1) % 4] - world[k]) for k in range(4)]
    return np.concatenate([*rays, *frame])


def _aside(points: Field) -> Field:
    """Return places on a picture, to the right and down, and how far they are."""
    turn, tilt = np.radians(_TURN_DEG), np.radians(_TILT_DEG)
    x = points[:, 0] * np.cos(turn) - points[:, 2] * np.sin(turn)
    z = points[:, 0] * np.sin(turn) + points[:, 2] * np.cos(turn)
    down = -points[:, 1] * np.cos(tilt) + z * np.sin(tilt)
    return np.column_stack([x, down, -(points[:, 1] * np.sin(tilt) + z * np.cos(tilt))])


def _core(points: Field) -> Field:
    low, high = np.quantile(points, [0.02, 0.98], axis=0)
    return np.stack([low, high])


def depth_sheet(depths: Sequence[Depth]) -> bytes:
    """Return a PNG picture of depth maps side by side, blue is near and red is far; black: nothing is known."""
    step = max(1, -(-len(depths) // _CELLS_MAX))
    shown = [_colored(depth) for depth in list(depths)[::step]]
    tallest = max(picture.height for picture in shown)
    rows = -(-len(shown) // _COLUMNS)
    sheet = Image.new("RGB", (_COLUMNS * _CELL_PX, rows * tallest))
    for number, picture in enumerate(shown):
        sheet.paste(picture, (number % _COLUMNS * _CELL_PX, number // _COLUMNS * tallest))
    return png(np.asarray(sheet))


def _colored(depth: Depth) -> Image.Image:
    known = depth.depth > 0
    if known.any():
        near, far = np.quantile(depth.depth[known], [0.02, 0.98])
        share = np.clip((depth.depth - near) / max(float(far - near), 1e-9), 0, 1)
    else:
        share = np.zeros(depth.depth.shape)
    stops = np.linspace(0, 1, len(_STOPS))
    colors = np.stack([np.interp(share, stops, _STOPS[:, channel]) for channel in range(3)], axis=-1)
    colors[~known] = 0
    picture = Image.fromarray(np.rint(colors).astype(np.uint8))
    picture.thumbnail((_CELL_PX, 2 * _CELL_PX), Image.Resampling.BOX)
    return picture

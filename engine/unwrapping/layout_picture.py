"""A picture of charts in their picture: soft colours, dark seams, red where the surface is stretched."""

import colorsys

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from engine.images import png
from engine.shapes import Tick, no_tick
from engine.unwrapping.sheet import Charts, Floats, flat_areas_of

_GROUND = (250, 249, 246)
_HOT = np.array([205.0, 38.0, 28.0])
_HOT_AT = 1.5
"""Stretch of this much is fully red."""
_GOLDEN = 0.61803398875
_STEP = 20_000


def layout_picture(charts: Charts, stretch: Floats, *, size: int = 1024, tick: Tick = no_tick) -> bytes:
    """Return a PNG picture of packed charts; `stretch` is (m,), 1 where nothing is stretched."""
    face = _faces_seen(charts, size, tick)
    chart = np.where(face >= 0, charts.chart_of_face[face], -1)
    colors = _soft(charts.count)[chart]
    heat = np.where(face >= 0, np.clip((stretch[face] - 1) / (_HOT_AT - 1), 0, 1), 0)[..., None]
    pixels = colors * (1 - heat) + _HOT * heat
    pixels = np.where(_outline(chart)[..., None], pixels * 0.55, pixels)
    pixels = np.where((face >= 0)[..., None], pixels, _GROUND)
    return png(np.ascontiguousarray(np.round(pixels).astype(np.uint8)))


def _faces_seen(charts: Charts, size: int, tick: Tick) -> NDArray[np.int64]:
    """Return (size, size) the face at each pixel, -1 where there is none."""
    corners = charts.uvs[charts.faces] * size
    image = Image.new("I", (size, size), -1)
    draw = ImageDraw.Draw(image)
    large = np.flatnonzero(np.abs(flat_areas_of(corners)) > 0.25)
    for start in range(0, len(large), _STEP):
        tick(start / len(large), "Drawing the layout")
        some = large[start : start + _STEP]
        for number, polygon in zip(some.tolist(), corners[some].reshape(-1, 6).tolist(), strict=True):
            draw.polygon(polygon, fill=number)
    seen = np.array(image, np.int64)
    small = np.setdiff1d(np.arange(len(corners)), large)
    x, y = np.clip(corners[small].mean(axis=1).astype(np.int64), 0, size - 1).T
    seen[y, x] = np.where(seen[y, x] < 0, small, seen[y, x])
    return seen


def _outline(chart: NDArray[np.int64]) -> NDArray[np.bool_]:
    padded = np.pad(chart, 1, constant_values=-1)
    middle = padded[1:-1, 1:-1]
    around = (padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:])
    return np.asarray(np.any([near != middle for near in around], axis=0))


def _soft(count: int) -> Floats:
    """Return (count, 3) pale colours, neighbours far apart."""
    return np.array([
        [255 * part for part in colorsys.hsv_to_rgb(number * _GOLDEN % 1, 0.28 + 0.14 * (number % 3 == 0), 0.92)]
        for number in range(count)
    ])  # fmt: skip

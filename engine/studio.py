"""The photographer's studio: a light tent with a key light, a fill and two strips, for surfaces to reflect."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.rays import unit

Field = NDArray[Any]  # float32

_ROWS, _COLUMNS = 32, 64
_ROUGHNESSES = (0.3, 0.45, 0.65, 1.0)


@dataclass(frozen=True, slots=True)
class _Panel:
    """A rectangle of light: its middle, its half width and height as tangents of angles, and its brightness."""

    middle: tuple[float, float, float]
    width: float
    height: float
    colour: tuple[float, float, float]


KEY = _Panel((-0.55, 0.78, 0.62), 0.42, 0.42, (7.4, 7.0, 6.4))
_OTHERS = (
    _Panel((0.95, 0.42, 0.35), 0.5, 0.75, (1.5, 1.6, 1.8)),  # fill from the right, a little cool
    _Panel((0.55, 0.5, -0.95), 0.16, 0.9, (5.5, 5.7, 6.2)),  # rim strip behind
    _Panel((-0.95, 0.25, -0.55), 0.14, 0.8, (3.4, 3.3, 3.1)),  # second strip
    _Panel((0.1, 1.0, -0.15), 0.55, 0.3, (2.6, 2.6, 2.6)),  # overhead
)
KEY_DIRECTION: Field = unit(np.array(KEY.middle, np.float64)).astype(np.float32)
KEY_IRRADIANCE: Field = np.array([1.72, 1.62, 1.5], np.float32)


def reflected(directions: Field, roughness: Field) -> Field:
    """Return the light (n, 3) that comes from around each direction, spread out by roughness (n,)."""
    sharp = _seen(directions, 0.03 + 0.5 * roughness)
    level = np.interp(roughness, _ROUGHNESSES, np.arange(len(_ROUGHNESSES))).astype(np.float32)
    row, column = _cell(directions)
    below = np.minimum(level.astype(np.int32), len(_ROUGHNESSES) - 2)
    tables = _blurred()
    share = (level - below)[:, None]
    soft = (1 - share) * _at(tables, below, row, column) + share * _at(tables, below + 1, row, column)
    blend = np.clip((roughness - 0.15) / 0.17, 0, 1)[:, None]
    return np.asarray(sharp + blend * (soft - sharp), np.float32)


def ambient(normals: Field) -> Field:
    """Return the irradiance (n, 3), divided by pi, of all but the key light on surfaces that face this way."""
    row, column = _cell(normals)
    table = _irradiance()[None]
    return _at(table, np.zeros(len(normals), np.int32), row, column)


def _seen(directions: Field, softness: Field, *, with_key: bool = True) -> Field:
    """Return the light of the tent (n, 3) in each direction; panels fade out over `softness`."""
    up = directions[:, 1]
    sky = np.clip(up, 0, 1)[:, None]
    floor = np.clip(-up * 3, 0, 1)[:, None]
    tent = np.array([0.42, 0.44, 0.47], np.float32) + sky * np.array([0.2, 0.21, 0.22], np.float32)
    light = tent + floor * (np.array([0.3, 0.29, 0.275], np.float32) - tent)
    for panel in (KEY, *_OTHERS) if with_key else _OTHERS:
        light = light + _covers(panel, directions, softness)[:, None] * np.array(panel.colour, np.float32)
    return np.asarray(light, np.float32)


def _covers(panel: _Panel, directions: Field, softness: Field) -> Field:
    middle = unit(np.array(panel.middle, np.float64)).astype(np.float32)
    across = unit(np.cross([0.0, 1.0, 0.0], middle)).astype(np.float32)
    up = np.cross(middle, across).astype(np.float32)
    depth = directions @ middle
    near = np.maximum(depth, 1e-3)
    x, y = np.abs(directions @ across) / near, np.abs(directions @ up) / near
    inside = _fade(panel.width, x, softness) * _fade(panel.height, y, softness)
    return np.where(depth > 0, inside, 0).astype(np.float32)


def _fade(edge: float, values: Field, softness: Field) -> Field:
    t = np.clip((np.float32(edge) + softness - values) / (2 * softness), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def _cell(directions: Field) -> tuple[Field, Field]:
    row = (1 - directions[:, 1]) * np.float32(0.5 * _ROWS) - np.float32(0.5)
    column = np.arctan2(directions[:, 0], directions[:, 2]) * np.float32(_COLUMNS / (2 * np.pi)) - np.float32(0.5)
    return np.clip(row, 0, _ROWS - 1).astype(np.float32), column.astype(np.float32)


def _at(tables: Field, level: Field, row: Field, column: Field) -> Field:
    """Return bilinear values of (levels, rows, columns, 3) tables; rows are even in the sine of height."""
    top, left = np.floor(row).astype(np.int32), np.floor(column).astype(np.int32)
    y, x = (row - top)[:, None], (column - left)[:, None]
    bottom = np.minimum(top + 1, _ROWS - 1)
    left, right = left % _COLUMNS, (left + 1) % _COLUMNS
    upper = tables[level, top, left] * (1 - x) + tables[level, top, right] * x
    lower = tables[level, bottom, left] * (1 - x) + tables[level, bottom, right] * x
    return np.asarray(upper * (1 - y) + lower * y, np.float32)


def _table_directions() -> Field:
    height = 1 - (np.arange(_ROWS) + 0.5) * 2 / _ROWS
    turn = (np.arange(_COLUMNS) + 0.5) * 2 * np.pi / _COLUMNS
    ring = np.sqrt(1 - height**2)
    return np.stack([
        ring[:, None] * np.sin(turn), np.broadcast_to(height[:, None], (_ROWS, _COLUMNS)), ring[:, None] * np.cos(turn),
    ], axis=2).reshape(-1, 3).astype(np.float32)  # fmt: skip


@lru_cache(maxsize=1)
def _blurred() -> Field:
    """Return what lobes of growing roughness see: (levels, rows, columns, 3). Cells have equal solid angle."""
    directions = _table_directions()
    light = _seen(directions, np.full(len(directions), 0.12, np.float32))
    cosine = directions @ directions.T
    tables = []
    for roughness in _ROUGHNESSES:
        lobe = np.exp(0.55 / roughness**4 * (cosine - 1))
        tables.append((lobe @ light / lobe.sum(axis=1, keepdims=True)).reshape(_ROWS, _COLUMNS, 3))
    return np.stack(tables).astype(np.float32)


@lru_cache(maxsize=1)
def _irradiance() -> Field:
    directions = _table_directions()
    light = _seen(directions, np.full(len(directions), 0.12, np.float32), with_key=False)
    cosine = np.clip(directions @ directions.T, 0, None)
    return np.asarray((cosine @ light) * (3.3 / len(directions)), np.float32).reshape(_ROWS, _COLUMNS, 3)

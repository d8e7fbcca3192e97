"""The photographer's studio: three soft lights that throw shadows, and a tent with panels for surfaces to reflect."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import zoom

from engine.rays import unit

Field = NDArray[Any]  # float32

_ROWS, _COLUMNS, _FINER = 32, 64, 6
_ROUGHNESSES = (0.3, 0.45, 0.65, 1.0)
_SHARP, _SOFT = 0.15, 0.32  # roughness: below, panels have edges; above, they are looked up in blurred tables


@dataclass(frozen=True, slots=True)
class _Panel:
    """A rectangle of light: its middle, its half width and height as tangents of angles, and its brightness."""

    middle: tuple[float, float, float]
    width: float
    height: float
    colour: tuple[float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """A soft round light that throws shadows: where it stands, its irradiance over pi, its radii as tangents (2, 3)."""

    towards: Field
    irradiance: Field
    plane: Field

    @classmethod
    def of(cls, towards: Field, spread: float, irradiance: tuple[float, float, float]) -> "Light":
        """Return the light in a direction, its radius `spread` as a tangent."""
        across = unit(np.cross(towards, np.eye(3)[np.argmin(np.abs(towards))]))
        plane = spread * np.stack([across, np.cross(towards, across)])
        return cls(towards.astype(np.float32), np.array(irradiance, np.float32), plane.astype(np.float32))

    def rays(self, first: Field, second: Field) -> Field:
        """Return directions (n, 3), not of length 1, to places on it, from two even numbers each."""
        radius, angle = np.sqrt(first), np.float32(2 * np.pi) * second
        wide = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
        return np.asarray(self.towards + wide @ self.plane, np.float32)


_PANELS = (
    _Panel((-0.55, 0.78, 0.62), 0.46, 0.46, (6.6, 6.3, 5.9)),  # key
    _Panel((0.95, 0.36, 0.35), 0.42, 0.8, (1.35, 1.42, 1.55)),  # fill
    _Panel((0.55, 0.5, -0.95), 0.2, 0.9, (5.2, 5.4, 5.8)),  # rim
    _Panel((-0.95, 0.25, -0.55), 0.14, 0.8, (3.0, 2.95, 2.8)),  # a strip behind, on the key's side
    _Panel((0.1, 1.0, -0.25), 0.75, 0.34, (2.1, 2.1, 2.1)),  # overhead
    _Panel((-0.5, 0.42, -0.8), 0.8, 0.3, (1.15, 1.17, 1.2)),  # a wide one low behind: tops and bonnets shine
)
_LIGHTS = (  # middle, spread, irradiance over pi where it falls straight
    (_PANELS[0].middle, 0.24, (0.9, 0.86, 0.8)),
    (_PANELS[1].middle, 0.5, (0.18, 0.19, 0.21)),
    (_PANELS[2].middle, 0.22, (0.36, 0.375, 0.4)),
)
_TENT, _SKY, _DUSK = (np.array(colour, np.float32) for colour in ((0.34, 0.36, 0.4), (0.3, 0.31, 0.33), (0.52,) * 3))


class Studio:
    """The lights as they stand around a model; the key light is on the left of the front, or mirrored."""

    def __init__(self, *, turn_deg: float = 0.0, is_mirrored: bool = False) -> None:
        """Turn the whole studio about the upright axis, counter-clockwise seen from above."""
        turn = np.radians(turn_deg)
        cosine, sine = np.cos(turn), np.sin(turn)
        axes = np.array([[cosine, 0, sine], [0, 1, 0], [-sine, 0, cosine]]) @ np.diag([1 - 2 * is_mirrored, 1, 1])
        self._axes = axes.astype(np.float32)  # columns: the studio's own axes in the scene
        self.lights = tuple(
            Light.of(axes @ unit(np.array(middle)), spread, irradiance) for middle, spread, irradiance in _LIGHTS
        )

    @property
    def key(self) -> Light:
        """Return the strongest light."""
        return self.lights[0]

    def reflected(self, directions: Field, roughness: Field) -> Field:
        """Return the light (n, 3) that comes from around each direction, spread out by roughness (n,)."""
        own = directions @ self._axes
        light = np.zeros_like(own)
        sharp, soft = np.flatnonzero(roughness < _SOFT), np.flatnonzero(roughness > _SHARP)
        light[sharp] = _seen(own[sharp], 0.03 + 0.5 * roughness[sharp])
        share = np.clip((roughness[soft] - _SHARP) / (_SOFT - _SHARP), 0, 1)[:, None]
        light[soft] += share * (_looked_up(own[soft], roughness[soft]) - light[soft])
        return light

    def ambient(self, normals: Field) -> Field:
        """Return the irradiance (n, 3) over pi of all but the three lights on surfaces that face this way."""
        return np.asarray(_harmonics(normals @ self._axes) @ _irradiance(), np.float32)


def _seen(directions: Field, softness: Field, panels: tuple[_Panel, ...] = _PANELS) -> Field:
    """Return the light of the tent (n, 3) in each direction; panels fade out over `softness`."""
    up = directions[:, 1]
    light = _TENT + np.clip(up, 0, 1)[:, None] * _SKY
    light *= (1 - 0.62 * np.exp(-((up - 0.02) ** 2) / 0.03))[:, None]  # a dark band low around: shapes show in metal
    light += np.clip(-up * 3, 0, 1)[:, None] * (_DUSK - light)
    for panel in panels:
        light += _covers(panel, directions, softness)[:, None] * np.array(panel.colour, np.float32)
    return np.asarray(light, np.float32)


def _covers(panel: _Panel, directions: Field, softness: Field) -> Field:
    local = directions @ _axes_of(panel)
    near = np.maximum(local[:, 2], 1e-3)
    x, y = np.abs(local[:, 0]) / near, np.abs(local[:, 1]) / near
    inside = _fade(panel.width, x, softness) * _fade(panel.height, y, softness)
    return np.where(local[:, 2] > 0, inside, 0).astype(np.float32)


@cache
def _axes_of(panel: _Panel) -> Field:
    """Return across, up and towards the panel as columns."""
    middle = unit(np.array(panel.middle, np.float64))
    across = unit(np.cross([0.0, 1.0, 0.0], middle))
    return np.stack([across, np.cross(middle, across), middle], axis=1).astype(np.float32)


def _fade(edge: float, values: Field, softness: Field) -> Field:
    t = np.clip((np.float32(edge) + softness - values) / (2 * softness), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def _looked_up(directions: Field, roughness: Field) -> Field:
    """Return what lobes of each roughness see, from the blurred tables."""
    tables = _blurred()
    _, rows, columns, _ = tables.shape
    row = np.clip((1 - directions[:, 1]) * np.float32(0.5 * rows), 0, rows - 1).astype(np.int32)
    turn = np.arctan2(directions[:, 0], directions[:, 2]) * np.float32(columns / (2 * np.pi))
    cell = row * columns + np.floor(turn).astype(np.int32) % columns
    level = np.interp(roughness, _ROUGHNESSES, np.arange(len(_ROUGHNESSES))).astype(np.float32)
    below = np.minimum(level.astype(np.int32), len(_ROUGHNESSES) - 2)
    flat = tables.reshape(len(_ROUGHNESSES), -1, 3)
    rough = flat[below, cell]
    return np.asarray(rough + (level - below)[:, None] * (flat[below + 1, cell] - rough), np.float32)


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
        table = (lobe @ light / lobe.sum(axis=1, keepdims=True)).reshape(_ROWS, _COLUMNS, 3)
        tables.append(zoom(table, (_FINER, _FINER, 1), order=1, mode="grid-wrap", grid_mode=True))
    return np.ascontiguousarray(np.stack(tables), np.float32)


def _harmonics(normals: Field) -> Field:
    """Return the nine lowest spherical harmonics, unscaled: enough for irradiance (Ramamoorthi & Hanrahan, 2001)."""
    x, y, z = normals.T
    return np.stack([np.ones_like(x), x, y, z, x * y, y * z, z * x, x * x - y * y, 3 * z * z - 1], axis=1)


@lru_cache(maxsize=1)
def _irradiance() -> Field:
    """Return the weights (9, 3) of the harmonics."""
    directions = _table_directions()
    light = _seen(directions, np.full(len(directions), 0.12, np.float32), _PANELS[3:])
    cosine = np.clip(directions @ directions.T, 0, None)
    wanted = (cosine @ light) * (4 / len(directions))
    weights = np.linalg.lstsq(_harmonics(directions).astype(np.float64), wanted.astype(np.float64), rcond=None)[0]
    return np.asarray(weights, np.float32)

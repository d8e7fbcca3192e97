"""What inside an outline tells that a thing is turned: a rim seen from above, and light that follows the axis."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from engine.single_view.turned import Profile

Field = NDArray[np.float64]

_ARC = np.radians(np.linspace(-62, 62, 41))
_ACROSS_CELLS = 2.5
_ALONG = 0.3
_NEARER = 0.3  # of the ring's half height: so much lower is its front where the camera is near
_RIM_LEAST, _RIM_RATIO = 0.055, 1.8
_WIDE = 0.5  # of the largest radius: a narrower ring must be twice as clear
_SHIFTS_CELLS = (7.0, 10.0, 14.0, 19.0)
_SIDES = np.linspace(-0.86, 0.86, 33)
_PLAIN = 0.012  # of brightness: rows whose values vary less say nothing
_UNEVEN, _OPEN_DARKER = 0.025, 0.1  # of brightness


@dataclass(frozen=True, slots=True)
class Rim:
    """How clearly the front of the top ring is seen, and whether it looks like an opening."""

    contrast: float
    is_seen: bool
    is_open: bool


def rim_of(colors: Field, profile: Profile, column: float) -> Rim:
    """Return what is seen of a profile's top ring in the (h, w, 3) upright picture, colours in [0, 1]."""
    if not profile.is_flat_on_top or profile.elevation_deg < 3:
        return Rim(0.0, False, False)
    sag = float(np.sin(np.radians(profile.elevation_deg)) * profile.radius[-1])
    near = np.arange(-2.0, max(3.0, _NEARER * sag) + 0.5)
    here = max(_contrast(colors, profile, column, float(shift)) for shift in near)
    beside = float(np.median([_contrast(colors, profile, column, near[-1] + shift) for shift in _SHIFTS_CELLS]))
    least = _RIM_LEAST if profile.radius[-1] >= _WIDE * profile.radius.max() else 2 * _RIM_LEAST
    is_seen = here >= least and here >= _RIM_RATIO * beside
    return Rim(here, is_seen, is_seen and _is_open(colors, profile, column))


def follows_axis(luminance: Field, widths: Field, column: float) -> float:
    """Return how much of the brightness across an upright body is the same in all rows, in [0, 1]; -1: it is plain."""
    rows = np.flatnonzero(widths > 0.25 * widths.max())
    places = column + _SIDES[None, :] * widths[rows, None]
    across = map_coordinates(luminance, [np.broadcast_to(rows[:, None], places.shape), places], order=1)
    centred = across - across.mean(axis=1, keepdims=True)
    total = float((centred**2).mean())
    if total < _PLAIN**2:
        return -1.0
    return float((centred.mean(axis=0) ** 2).mean() / total)


def _contrast(colors: Field, profile: Profile, column: float, shift: float) -> float:
    """Return how far colours differ across the front of the top ring, moved down by `shift` cells, nearly all along."""
    inside, outside = (_on_ring(colors, profile, column, shift + way * _ACROSS_CELLS) for way in (-1.0, 1.0))
    return float(np.quantile(np.linalg.norm(inside - outside, axis=1), _ALONG))


def _on_ring(colors: Field, profile: Profile, column: float, shift: float) -> Field:
    q, radius = np.sin(np.radians(profile.elevation_deg)), profile.radius[-1]
    rows = profile.top_row + q * radius * np.cos(_ARC) + shift
    return _at(colors, rows, column + radius * np.sin(_ARC))


def _is_open(colors: Field, profile: Profile, column: float) -> bool:
    """Return whether what is within the ring is darker than the body, or uneven: a lid is plain."""
    q, radius = np.sin(np.radians(profile.elevation_deg)), profile.radius[-1]
    across, down = np.meshgrid(np.linspace(-0.6, 0.6, 15), np.linspace(-0.6, 0.6, 9))
    rows = profile.top_row + (down * q * radius).ravel()
    within = _at(colors, rows, column + (across * radius).ravel()).mean(axis=1)
    body = float(_on_ring(colors, profile, column, 3 * _ACROSS_CELLS).mean())
    return float(within.std()) >= _UNEVEN or body - float(within.mean()) >= _OPEN_DARKER


def _at(colors: Field, rows: Field, columns: Field) -> Field:
    layers = np.moveaxis(colors, 2, 0)
    return np.stack([map_coordinates(layer, [rows, columns], order=1, mode="nearest") for layer in layers], axis=1)

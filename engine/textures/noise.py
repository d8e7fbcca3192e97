"""Smooth random fields in space that repeat far away: looked up in tables made once from fixed numbers."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import zoom
from scipy.spatial import cKDTree

Field = NDArray[Any]  # float32
_CELLS = 32  # a table repeats after so many cells
_FINE = 4  # table entries per cell
_CRACK_CELLS = 8
_CRACK_FINE = 8


@lru_cache(maxsize=1)
def _value_table() -> Field:
    cells = np.random.default_rng(20_260).uniform(-1, 1, (_CELLS, _CELLS, _CELLS))
    fine = zoom(cells, _FINE, order=3, mode="grid-wrap", grid_mode=True)
    return np.ascontiguousarray(fine / np.abs(fine).max(), dtype=np.float32)


@lru_cache(maxsize=1)
def _crack_table() -> Field:
    """Second-nearest minus nearest distance to scattered points: zero on the walls between cells (Worley, 1996)."""
    rng = np.random.default_rng(20_261)
    grid = np.stack(np.meshgrid(*[np.arange(_CRACK_CELLS)] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
    seeds = (grid + rng.uniform(0.1, 0.9, grid.shape)) % _CRACK_CELLS
    side = _CRACK_CELLS * _CRACK_FINE
    places = np.stack(np.meshgrid(*[np.arange(side)] * 3, indexing="ij"), axis=-1).reshape(-1, 3) / _CRACK_FINE
    near = cKDTree(seeds, boxsize=_CRACK_CELLS).query(places, k=2)[0]
    return np.asarray((near[:, 1] - near[:, 0]).reshape(side, side, side), np.float32)


def value(points: Field, seed: int = 0) -> Field:
    """Return smooth noise in about [-1, 1] at (n, 3) places; it changes over a length of 1."""
    return _looked_up(_value_table(), points * np.float32(_FINE) + _offset(seed))


def layered(points: Field, seed: int = 0, *, octaves: int = 4, gain: float = 0.5) -> Field:
    """Return noise in about [-1, 1] with ever finer detail, each octave `gain` as strong as the one before."""
    total, strength, sum_of = np.zeros(len(points), np.float32), 1.0, 0.0
    for octave in range(octaves):
        total += np.float32(strength) * value(points * np.float32(2.03**octave), seed + 17 * octave)
        sum_of += strength
        strength *= gain
    return total / np.float32(0.62 * sum_of)


def cracks(points: Field, seed: int = 0) -> Field:
    """Return the distance from the walls of random cells about 1 across: 0 on a wall."""
    return _looked_up(_crack_table(), points * np.float32(_CRACK_FINE) + _offset(seed))


def speckles(columns: NDArray[Any], rows: NDArray[Any], seed: int = 0) -> Field:
    """Return one even random number in [0, 1) for each cell of a plane."""
    mixed = columns.astype(np.uint32) * np.uint32(0x9E3779B1) ^ rows.astype(np.uint32) * np.uint32(0x85EBCA77)
    mixed ^= np.uint32((seed * 0xC2B2AE3D) & 0xFFFFFFFF)
    mixed ^= mixed >> np.uint32(15)
    mixed *= np.uint32(0x2C1B3C6D)
    mixed ^= mixed >> np.uint32(12)
    return (mixed >> np.uint32(8)).astype(np.float32) / np.float32(1 << 24)


def _offset(seed: int) -> Field:
    return np.random.default_rng(seed).uniform(0, 128, 3).astype(np.float32)


def _looked_up(table: Field, places: Field) -> Field:
    """Return the table's trilinear values; it goes on periodically."""
    side = np.int32(table.shape[0])
    floor = np.floor(places)
    x, y, z = (places - floor).T
    low = floor.astype(np.int32) % side
    high = (low + 1) % side
    flat = table.reshape(-1)
    x0, x1 = low[:, 0] * side * side, high[:, 0] * side * side
    y0, y1 = low[:, 1] * side, high[:, 1] * side
    z0, z1 = low[:, 2], high[:, 2]

    def along_z(base: NDArray[np.int32]) -> Field:
        near = flat[base + z0]
        return np.asarray(near + z * (flat[base + z1] - near), np.float32)

    front = along_z(x0 + y0)
    front += y * (along_z(x0 + y1) - front)
    back = along_z(x1 + y0)
    back += y * (along_z(x1 + y1) - back)
    return np.asarray(front + x * (back - front), np.float32)

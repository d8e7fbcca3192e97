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
    fine = np.random.default_rng(20_260).uniform(-1, 1, (_CELLS, _CELLS, _CELLS))
    # The spline of each axis as a matrix: 40 times as fast as zooming the cube, which the first picture waits for.
    spline = zoom(np.eye(_CELLS), (_FINE, 1), order=3, mode="grid-wrap", grid_mode=True)
    for axis in range(3):
        fine = np.moveaxis(np.tensordot(spline, fine, (1, axis)), 0, axis)
    return _padded(fine / np.abs(fine).max())


@lru_cache(maxsize=1)
def _crack_tables() -> tuple[Field, Field]:
    """Second-nearest minus nearest distance to scattered points (Worley, 1996), and a number of the nearest point."""
    rng = np.random.default_rng(20_261)
    grid = np.stack(np.meshgrid(*[np.arange(_CRACK_CELLS)] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
    seeds = (grid + rng.uniform(0.1, 0.9, grid.shape)) % _CRACK_CELLS
    side = _CRACK_CELLS * _CRACK_FINE
    places = np.stack(np.meshgrid(*[np.arange(side)] * 3, indexing="ij"), axis=-1).reshape(-1, 3) / _CRACK_FINE
    near, which = cKDTree(seeds, boxsize=_CRACK_CELLS).query(places, k=2)
    numbers = rng.random(len(seeds)).astype(np.float32)
    shape = (side, side, side)
    return _padded((near[:, 1] - near[:, 0]).reshape(shape)), numbers[which[:, 0]].reshape(-1)


def _padded(table: Field) -> Field:
    """Return the table with its first layer repeated after the last: the neighbour of a place is always there."""
    return np.ascontiguousarray(np.pad(table, (0, 1), mode="wrap"), dtype=np.float32)


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
    return _looked_up(_crack_tables()[0], points * np.float32(_CRACK_FINE) + _offset(seed))


def cells(points: Field, seed: int = 0) -> tuple[Field, Field]:
    """Return the distance from the walls of random cells about 1 across, and one number in [0, 1) for each cell.

    The number changes up to an eighth of a cell beside the wall: hide that under the wall.
    """
    places = points * np.float32(_CRACK_FINE) + _offset(seed)
    walls, numbers = _crack_tables()
    side = walls.shape[0] - 1
    near = np.rint(places).astype(np.int32) & (side - 1)
    return _looked_up(walls, places), numbers[(near[:, 0] * side + near[:, 1]) * side + near[:, 2]]


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
    """Return the padded table's trilinear values; it goes on periodically, after a power of two."""
    side = table.shape[0]
    floor = np.floor(places)
    x, y, z = np.ascontiguousarray((places - floor).T)
    i, j, k = np.ascontiguousarray(floor.T).astype(np.int32) & np.int32(side - 2)
    base = (i * np.int32(side) + j) * np.int32(side) + k
    flat = table.reshape(-1)

    def along_z(start: NDArray[np.int32]) -> Field:
        near = flat.take(start)
        far = flat[1:].take(start)
        far -= near
        far *= z
        far += near
        return np.asarray(far)

    def along_y(start: NDArray[np.int32]) -> Field:
        near, far = along_z(start), along_z(start + np.int32(side))
        far -= near
        far *= y
        far += near
        return far

    front, back = along_y(base), along_y(base + np.int32(side * side))
    back -= front
    back *= x
    back += front
    return back

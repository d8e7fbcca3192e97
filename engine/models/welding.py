"""Join rows that are exactly equal."""

import numpy as np
from numpy.typing import NDArray

_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)


def joined(rows: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Return which rows of (n, 3) stay, in the order of the first of each, and the place of every row among those.

    Rows are sorted by a mixed key, which is three times as quick as by the rows; where two different rows share a key,
    which only happens on purpose, they are sorted by themselves.
    """
    rows = np.ascontiguousarray(rows, np.float32) + np.float32(0)  # no minus zero
    words = rows.view(np.uint32).astype(np.uint64)
    key = words[:, 0] * _MIX[0]
    for column in (1, 2):
        key = ((key ^ (key >> np.uint64(29))) + words[:, column]) * _MIX[column]
    order = np.argsort(key, kind="stable")
    is_new = np.ones(len(rows), bool)
    is_new[1:] = key[order[1:]] != key[order[:-1]]
    differs = (rows[order[1:]] != rows[order[:-1]]).any(axis=1)
    if (differs & ~is_new[1:]).any():
        order = np.lexsort(rows.T[::-1])
        is_new[1:] = (rows[order[1:]] != rows[order[:-1]]).any(axis=1)
    return _numbered(order, is_new)


def joined_keys(keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Return which of (n,) keys stay, in the order of the first of each, and the place of every key among those."""
    order = np.argsort(keys, kind="stable")
    is_new = np.ones(len(keys), bool)
    is_new[1:] = keys[order[1:]] != keys[order[:-1]]
    return _numbered(order, is_new)


def _numbered(order: NDArray[np.int64], is_new: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Number groups of equal rows by where the first of each stands; `order` is stable."""
    first = order[is_new]
    rank = np.empty(len(first), np.int32)
    by_place = np.argsort(first, kind="stable")
    rank[by_place] = np.arange(len(first), dtype=np.int32)
    places = np.empty(len(order), np.int32)
    places[order] = rank[np.cumsum(is_new) - 1]
    return first[by_place], places

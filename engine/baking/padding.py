"""Texels that show nothing repeat what is near, so that no viewer mixes in what is not there."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Values = NDArray[Any]
_AROUND = ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1))


@dataclass(frozen=True, slots=True, eq=False)
class Padding:
    """Which texel (flat index) takes the value of which, ring by ring; and what is left empty after that."""

    into: NDArray[np.int64]
    source: NDArray[np.int64]
    known: NDArray[np.bool_]  # (s, s), rings included

    @classmethod
    def of(cls, known: NDArray[np.bool_], margin_texels: int) -> "Padding":
        """Return rings around the known texels, as wide as the margin."""
        side = known.shape[0]
        known = known.copy()
        flat = known.reshape(-1)
        edge, origin = _edge(known), None
        into: list[NDArray[np.int64]] = []
        source: list[NDArray[np.int64]] = []
        origin = edge
        for _ in range(margin_texels):
            new, of = _ring(flat, edge, origin, side)
            if not len(new):
                break
            flat[new] = True
            into.append(new)
            source.append(of)
            edge, origin = new, of
        nothing = [np.zeros(0, np.int64)]
        return cls(np.concatenate(into or nothing), np.concatenate(source or nothing), known)

    def spread(self, picture: Values) -> None:
        """Fill the rings of an (s, s) or (s, s, c) picture."""
        flat = picture.reshape(len(self.known) ** 2, -1)
        flat[self.into] = flat[self.source]


def _edge(known: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the known texels that have an empty neighbour."""
    padded = np.pad(known, 1, constant_values=True)
    inner = np.ones_like(known)
    side = len(known)
    for down, right in _AROUND:
        inner &= padded[1 + down : 1 + down + side, 1 + right : 1 + right + side]
    return np.flatnonzero(known & ~inner)


def _ring(
    known: NDArray[np.bool_], edge: NDArray[np.int64], origin: NDArray[np.int64], side: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the empty texels beside the edge, and the known texel nearest to each (of those its neighbours have)."""
    row, column = np.divmod(edge, side)
    found, of = [], []
    for down, right in _AROUND:
        inside = (row + down >= 0) & (row + down < side) & (column + right >= 0) & (column + right < side)
        place = (edge + down * side + right)[inside]
        empty = ~known[place]
        found.append(place[empty])
        of.append(origin[inside][empty])
    into, source = np.concatenate(found), np.concatenate(of)
    away = (into // side - source // side) ** 2 + (into % side - source % side) ** 2
    order = np.lexsort((source, away, into))
    into, source = into[order], source[order]
    first = np.flatnonzero(np.diff(into, prepend=-1))
    return into[first], source[first]


def filled_by_mips(picture: Values, known: NDArray[np.bool_]) -> None:
    """Fill the unknown texels of an (s, s) or (s, s, c) picture from ever coarser means of the known ones, in place.

    What a mip level mixes from around a chart is then like the chart. Source: pull-push, Gortler et al., "The
    Lumigraph", 1996.
    """
    channels = picture[..., None] if picture.ndim == 2 else picture
    whole = np.issubdtype(picture.dtype, np.integer)
    for channel in range(channels.shape[2]):
        layer = channels[..., channel]
        coarse = _pulled(layer, known)
        if coarse is None:
            continue
        values = _pushed(coarse, layer.shape[0])
        layer[~known] = np.rint(values[~known]) if whole else values[~known]


def _pulled(layer: Values, known: NDArray[np.bool_]) -> Values | None:
    """Return a picture of half the side without gaps, or None if nothing is known."""
    total, weight = _halved(np.where(known, layer, 0).astype(np.float32)), _halved(known.astype(np.float32))
    mean = np.divide(total, weight, out=np.zeros_like(total), where=weight > 0)
    is_known = weight > 0
    if is_known.all():
        return mean
    if mean.shape[0] == 1:
        return None
    coarse = _pulled(mean, is_known)
    if coarse is None:
        return None
    mean[~is_known] = _pushed(coarse, mean.shape[0])[~is_known]
    return mean


def _halved(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return sums of 2 × 2, the last row and column alone where the side is odd."""
    side = values.shape[0]
    padded = np.pad(values, ((0, side % 2), (0, side % 2)))
    return np.asarray(padded[::2, ::2] + padded[1::2, ::2] + padded[::2, 1::2] + padded[1::2, 1::2])


def _pushed(coarse: Values, side: int) -> Values:
    """Return the picture at about twice its side, blended between neighbours."""
    return np.asarray(_doubled(_doubled(coarse)[:side].T)[:side].T, np.float32)


def _doubled(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return twice the rows: each at a quarter from the one it came of."""
    three, one = np.float32(0.75), np.float32(0.25)
    above, below = np.concatenate([values[:1], values[:-1]]), np.concatenate([values[1:], values[-1:]])
    rows = np.stack([three * values + one * above, three * values + one * below], axis=1)
    return np.asarray(rows.reshape(2 * len(values), -1), np.float32)

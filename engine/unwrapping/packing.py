"""Put flat charts into one square picture: large ones first, each as low as it goes in any of four turns.

All places of a chart are tried at once: the Fourier transform correlates its cells with those that are taken. Small
charts fill, as boxes, the gaps that are left. No chart is mirrored. The same charts give the same places.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from domain.errors import Invalid
from engine.shapes import Tick, no_tick
from engine.threads import cores
from engine.unwrapping.masks import Masks, masks_of, upright
from engine.unwrapping.sheet import Charts, Flags, Floats, Indices, flat_areas_of

_GRID = 512
_SPARE = 1.3  # of the grid's height, for packings that turn out too tall
_FITTED = 64  # so many of the largest charts are placed by their shapes
_SMALL_CELLS = 36
_GUESS = 0.74
_TRIES = 7
_FULL = 0.985
_LEAST_SHARE = 0.02  # of the scale that would fill the picture; less is useless


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """Charts in the picture: `charts.uvs` are shares of its side, from the upper left corner."""

    charts: Charts
    texels_per_metre: float


@dataclass(frozen=True, slots=True, eq=False)
class _Places:
    """Where each chart lies, in cells, and by how many quarter turns; `top` is the height that is used."""

    x: Indices
    y: Indices
    turns: Indices
    top: float


def packed(
    charts: Charts, *, resolution: int, padding: float, texels_per_metre: float = 0.0, tick: Tick = no_tick
) -> Packed:
    """Return charts packed into a picture of `resolution`², at least `padding` texels apart.

    `texels_per_metre` is as large as fits where it is 0.

    Raises
    ------
    Invalid
        There are too many charts for the padding, or the density that was asked for does not fit.
    """
    uvs, owner = upright(charts)
    area = float(np.abs(flat_areas_of(uvs[charts.faces])).sum())
    full = resolution * np.sqrt(1 / max(area, 1e-300))
    grid = min(resolution, _GRID)

    def tried(density: float, side: int) -> tuple[_Places, Masks]:
        cell = resolution / side
        margin = padding / 2 / cell + 1e-3
        masks = masks_of(uvs[charts.faces] * (density / cell), charts.chart_of_face, charts.count, margin)
        return _placed(masks, side), masks

    if texels_per_metre:
        places, masks = tried(texels_per_metre, grid)
        if places.top > grid:
            raise Invalid(
                f"At {texels_per_metre:g} texels per metre the charts need more than {resolution}² texels; "
                f"at most about {full * _GUESS**0.5:.3g} fit", field="texels_per_unit",
            )  # fmt: skip
        density = texels_per_metre
    else:
        density, places, masks = _searched(tried, full, grid, tick)
        if density == 0:
            raise Invalid(
                f"{charts.count} charts with {padding:g} texels between them do not fit into {resolution}² texels",
                field="resolution",
            )
    cell = resolution / grid
    margin = padding / 2 / cell + 1e-3
    flat = _moved(uvs * (density / cell) + margin, owner, places, masks) / grid
    return Packed(Charts(np.clip(flat, 0, 1), charts.faces, charts.chart_of_face), density)


def _searched(tried, full: float, grid: int, tick: Tick) -> tuple[float, _Places, Masks]:  # type: ignore[no-untyped-def]
    """Return the largest density found that fits, its places and masks; 0 if none does."""
    density = full * np.sqrt(_GUESS)
    coarse = max(grid // 2, 1)
    for _ in range(_TRIES):
        tick(0.05, "Packing the charts")
        top = tried(density, coarse)[0].top
        density *= np.sqrt(min(max(coarse / top, 0.5), 1.2)) * (1.02 if top <= coarse else 1.0)
        if abs(top / coarse - 1) < 0.08:
            break
    best, fits, fails = None, 0.0, np.inf
    for turn in range(_TRIES):
        tick(0.1 + 0.9 * turn / _TRIES, "Packing the charts")
        places, masks = tried(density, grid)
        if places.top <= grid:
            best, fits = (density, places, masks), density
            if places.top >= _FULL * grid or turn >= 3:
                break
        else:
            fails = density
        wanted = density * np.sqrt(min(max(0.995 * grid / places.top, 0.5), 1.2))
        density = wanted if fits < wanted < fails else (fits + fails) / 2 if fits else 0.97 * fails
        if fits and fails < fits * 1.004:
            break
    while best is None and density > _LEAST_SHARE * full:
        density *= 0.8
        places, masks = tried(density, grid)
        if places.top <= grid:
            best = (density, places, masks)
    return best or (0.0, places, masks)


def _moved(uvs: Floats, owner: Indices, places: _Places, masks: Masks) -> Floats:
    """Return corners in cells where their charts were placed."""
    u, v = uvs.T
    wide, tall, turn = masks.wide[owner], masks.tall[owner], places.turns[owner]
    x = np.choose(turn, [u, v, wide - u, tall - v])
    y = np.choose(turn, [v, wide - u, tall - v, u])
    return np.stack([x + places.x[owner], y + places.y[owner]], axis=1)


def _placed(masks: Masks, side: int) -> _Places:
    """Return a place for each chart in a grid `side` wide, as low as may be; `top` is infinite if one has none."""
    height = int(side * _SPARE) + 1
    ground = np.zeros((height, side), bool)
    count = len(masks.wide)
    x, y, turns = (np.zeros(count, np.int64) for _ in range(3))
    order = np.lexsort((np.arange(count), -masks.wide * masks.tall))
    is_large = (np.arange(count) < _FITTED) & ((masks.wide * masks.tall)[order] > _SMALL_CELLS)
    for chart in order[is_large]:
        found = _fitted(ground, masks.of(chart))
        if found is None:
            return _Places(x, y, turns, np.inf)
        x[chart], y[chart], turns[chart] = found
    rest = order[~is_large]
    if not _filled(ground, masks, rest, x, y, turns):
        return _Places(x, y, turns, np.inf)
    return _Places(x, y, turns, float(np.flatnonzero(ground.any(axis=1)).max() + 1))


def _turned(mask: Flags, turns: int) -> Flags:
    """Return a mask after quarter turns as `_moved` makes them."""
    return np.ascontiguousarray(np.rot90(mask, turns))


def _fitted(ground: Flags, mask: Flags) -> tuple[int, int, int] | None:
    """Return the lowest place (column, row, quarter turns) for a mask, and take it."""
    shape = (fft.next_fast_len(ground.shape[0], real=True), fft.next_fast_len(ground.shape[1], real=True))
    taken = fft.rfft2(ground.astype(np.float32), shape, workers=cores())
    best: tuple[int, int, int, int] | None = None
    for turns in range(4):
        ours = _turned(mask, turns)
        tall, wide = ours.shape
        rows, columns = ground.shape[0] - tall + 1, ground.shape[1] - wide + 1
        if rows < 1 or columns < 1:
            continue
        spectrum = taken * np.conj(fft.rfft2(ours.astype(np.float32), shape, workers=cores()))
        met = fft.irfft2(spectrum, shape, workers=cores())[:rows, :columns]
        is_free = met < 0.5
        row = int(is_free.any(axis=1).argmax())
        if is_free[row].any():
            column = int(is_free[row].argmax())
            best = min(best or (1 << 40, 0, 0, 0), (row + tall, row, column, turns))
    if best is None:
        return None
    _, row, column, turns = best
    ours = _turned(mask, turns)
    ground[row : row + ours.shape[0], column : column + ours.shape[1]] |= ours
    return column, row, turns


def _filled(ground: Flags, masks: Masks, charts: Indices, x: Indices, y: Indices, turns: Indices) -> bool:
    """Place charts as boxes lying down into free ground, those of one size at once; tell whether all found room."""
    long, short = np.maximum(masks.wide, masks.tall)[charts], np.minimum(masks.wide, masks.tall)[charts]
    sizes, which = np.unique(np.stack([-long * short, long, short], axis=1), axis=0, return_inverse=True)
    for number, (_, wide, tall) in enumerate(sizes.tolist()):
        group = charts[which == number]
        if wide > ground.shape[1] or tall > ground.shape[0]:
            return False
        corners = _free_boxes(ground, wide, tall, len(group))
        if corners is None:
            return False
        x[group], y[group] = corners.T
        turns[group] = masks.tall[group] > masks.wide[group]
    return True


def _free_boxes(ground: Flags, wide: int, tall: int, count: int) -> NDArray[np.int64] | None:
    """Return (count, 2) columns and rows of free boxes, lowest first, and take them."""
    sums = np.zeros((ground.shape[0] + 1, ground.shape[1] + 1), np.int32)
    np.cumsum(np.cumsum(ground, axis=0, dtype=np.int32), axis=1, out=sums[1:, 1:])
    is_free = (sums[tall:, wide:] - sums[:-tall, wide:] - sums[tall:, :-wide] + sums[:-tall, :-wide]) == 0
    columns = is_free.shape[1]
    free = np.flatnonzero(is_free)
    found, at = [], 0
    while len(found) < count and at < len(free):
        row, column = divmod(int(free[at]), columns)
        if ground[row : row + tall, column : column + wide].any():
            at += 1
            continue
        ground[row : row + tall, column : column + wide] = True
        found.append((column, row))
        at = int(np.searchsorted(free, row * columns + column + wide))
    return np.array(found, np.int64) if len(found) == count else None

"""Put flat charts into one square picture: large ones first, each as low as it goes in any of four turns.

All places of a chart are tried at once: the Fourier transform correlates its cells with those that are taken. Small
charts fill, as boxes, the gaps that are left. No chart is mirrored. The same charts give the same places.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from domain.errors import Invalid
from engine.shapes import Tick, no_tick
from engine.threads import cores
from engine.unwrapping.masks import Masks, masks_of, upright
from engine.unwrapping.sheet import Charts, Flags, Floats, Indices, flat_areas_of

GRID = 512
_BOXES = 6.0  # charts whose boxes are larger together are hardly there at all: memory is not spent on them
SPARE = 1.3  # of the grid's height, for packings that turn out too tall
_FITTED = 64  # so many of the largest charts are placed by their shapes
_SMALL_SHARE = 5e-4  # of the grid; smaller ones are boxes
_ROWS_AT_ONCE = 64
_GUESS = 0.74
_RULES, _FEW = 6, 300  # many charts lie alike by any rule
_COARSE_TRIES, _TURNS, _TRIES = 6, 5, 12
_FINER = 1.04  # so much denser than on the coarse grid charts lie on the fine one, about
_FULL = 0.985
_LEAST_SHARE = 0.02  # of the scale that would fill the picture; less is useless


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """Charts in the picture: `charts.uvs` are shares of its side, from the upper left corner."""

    charts: Charts
    texels_per_metre: float


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where each chart lies, in cells, and by how many quarter turns; `top` is the height that is used."""

    x: Indices
    y: Indices
    turns: Indices
    top: float


Trial = Callable[[float, int, int], tuple[Places, Masks]]
"""Packs at so many texels per metre, on a grid of so many cells, by one of the rules."""


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
    most = resolution * min(_longest(uvs, owner), np.sqrt(1 / max(area, 1e-300)))
    grid = min(resolution, GRID)

    done = 0.0

    def told(fraction: float) -> None:
        nonlocal done
        done = fraction
        beat()

    def beat() -> None:
        tick(done, "Packing the charts")

    def tried(density: float, side: int, rule: int) -> tuple[Places, Masks]:
        cell = resolution / side
        margin = padding / 2 / cell + 1e-3
        masks = masks_of(uvs[charts.faces] * (density / cell), charts.chart_of_face, charts.count, margin)
        return placed(masks, side, rule, beat), masks

    if texels_per_metre:
        fitting = tried(texels_per_metre, grid, 0) if texels_per_metre <= most else None
        if fitting is None or fitting[0].top > grid:
            raise Invalid(
                f"At {texels_per_metre:g} texels per metre the charts need more than {resolution}² texels; "
                f"at most about {most * _GUESS**0.5:.3g} fit", field="texels_per_unit",
            )  # fmt: skip
        density, (places, masks) = texels_per_metre, fitting
    else:
        found = _searched(tried, most, grid, charts.count, told)
        if found is None:
            raise Invalid(
                f"{charts.count} charts with {padding:g} texels between them do not fit into {resolution}² texels",
                field="resolution",
            )
        density, places, masks = found
    cell = resolution / grid
    margin = padding / 2 / cell + 1e-3
    flat = moved_to(uvs * (density / cell) + margin, owner, places, masks) / grid
    return Packed(Charts(np.clip(flat, 0, 1), charts.faces, charts.chart_of_face), density)


def _longest(uvs: Floats, owner: Indices) -> float:
    """Return the scale at which no chart is longer than 1, nor all their boxes together larger than some pictures."""
    sides = np.zeros((int(owner.max()) + 1, 2))
    np.maximum.at(sides, owner, uvs)
    return float(min(1 / max(sides.max(), 1e-300), np.sqrt(_BOXES / max((sides[:, 0] * sides[:, 1]).sum(), 1e-300))))


def _searched(
    tried: Trial, most: float, grid: int, count: int, told: Callable[[float], None]
) -> tuple[float, Places, Masks] | None:
    """Return the largest density found that fits, its places and masks, if any does."""
    density, coarse = most * np.sqrt(_GUESS), max(grid // 4, 1)
    for _ in range(_COARSE_TRIES):
        told(0.05)
        top = tried(density, coarse, 0)[0].top / coarse
        if 0.95 < top <= 1.0:
            break
        density = min(density * np.sqrt(0.97 / min(max(top, 0.7), 3.0)), most)
    tops = [tried(density, coarse, rule)[0].top for rule in range(_RULES if count <= _FEW else 2)]
    rule = int(np.argmin(tops))
    if np.isfinite(tops[rule]):
        density *= np.sqrt(coarse / tops[rule])
    density = min(density * _FINER, most)
    best, fits, fails = None, 0.0, np.inf
    for turn in range(_TRIES):
        told((1 + turn) / (1 + _TRIES))
        places, masks = tried(density, grid, rule)
        top = places.top / grid
        if top <= 1:
            best, fits = (density, places, masks), density
        else:
            fails = density
        if (fits and (top > _FULL or turn >= _TURNS or fails < fits * 1.02)) or density < _LEAST_SHARE * most:
            break
        wanted = density * np.sqrt(0.995 / min(max(top, 0.7), 2.5))
        between = (fits + fails) / 2 if fits else 0.97 * fails
        density = min(wanted if fits < wanted < fails else between, most)
    return best


def moved_to(uvs: Floats, owner: Indices, places: Places, masks: Masks) -> Floats:
    """Return corners in cells where their charts were placed."""
    u, v = uvs.T
    wide, tall, turn = masks.wide[owner], masks.tall[owner], places.turns[owner]
    x = np.choose(turn, [u, v, wide - u, tall - v])
    y = np.choose(turn, [v, wide - u, tall - v, u])
    return np.stack([x + places.x[owner], y + places.y[owner]], axis=1)


def _order(masks: Masks, rule: int) -> Indices:
    """Return the charts, those to place first before: by their box, their longer side, or their cells."""
    keys = (
        masks.wide * masks.tall,
        np.maximum(masks.wide, masks.tall) * 10_000 + np.minimum(masks.wide, masks.tall),
        np.add.reduceat(masks.cells.astype(np.int64), masks.starts[:-1]),
    )
    return np.lexsort((np.arange(len(masks.wide)), -keys[rule // 2]))


def placed(masks: Masks, side: int, rule: int, beat: Callable[[], None], *, ground: Flags | None = None) -> Places:
    """Return a place for each chart in a grid `side` wide; `top` is infinite if one has none.

    Charts go as low as may be by even rules, as near to the corner as may be by odd ones. Cells that are set in
    `ground` are taken already; those that charts take are set in it.
    """
    if ground is None:
        ground = np.zeros((int(side * SPARE) + 1, side), bool)
    count = len(masks.wide)
    places = Places(np.zeros(count, np.int64), np.zeros(count, np.int64), np.zeros(count, np.int64), np.inf)
    order = _order(masks, rule)
    is_large = np.arange(count) < _FITTED
    is_large &= (masks.wide * masks.tall)[order] > _SMALL_SHARE * side * side
    for chart in order[is_large]:
        beat()
        found = _fitted(ground, masks.of(chart), is_cornered=rule % 2 == 1)
        if found is None:
            return places
        places.x[chart], places.y[chart], places.turns[chart] = found
    if not _filled(ground, masks, order[~is_large], places, beat):
        return places
    return replace(places, top=float(np.flatnonzero(ground.any(axis=1)).max() + 1))


def _turned(mask: Flags, turns: int) -> Flags:
    """Return a mask after quarter turns as `moved_to` makes them."""
    return np.ascontiguousarray(np.rot90(mask, turns))


def _fitted(ground: Flags, mask: Flags, *, is_cornered: bool) -> tuple[int, int, int] | None:
    """Return the best place (column, row, quarter turns) for a mask, and take it."""
    top = int(np.flatnonzero(ground.any(axis=1)).max(initial=-1)) + 1
    ground = ground[: top + max(mask.shape)]  # above, there is no place that would be better
    shape = (fft.next_fast_len(ground.shape[0], real=True), fft.next_fast_len(ground.shape[1], real=True))
    ways = [turns for turns in range(4) if np.all(np.rot90(mask, turns).shape <= np.array(ground.shape))]
    ours = [_turned(mask, turns) for turns in ways]
    sheets = np.zeros((len(ours) + 1, *shape), np.float32)
    for sheet, cells in zip(sheets, [*ours, ground], strict=True):
        sheet[: cells.shape[0], : cells.shape[1]] = cells
    spectra = fft.rfft2(sheets, workers=cores(), overwrite_x=True)
    met = fft.irfft2(np.conj(spectra[:-1]) * spectra[-1], shape, workers=cores(), overwrite_x=True)
    find = _nearest if is_cornered else _lowest
    best: tuple[int, int, int, int] | None = None
    for number, cells in enumerate(ours):
        rows, columns = ground.shape[0] - cells.shape[0] + 1, ground.shape[1] - cells.shape[1] + 1
        found = find(met[number, :rows, :columns], *cells.shape)
        if found is not None:
            best = min(best or (1 << 40, 0, 0, 0), (*found, number))
    if best is None:
        return None
    _, row, column, number = best
    cells = ours[number]
    ground[row : row + cells.shape[0], column : column + cells.shape[1]] |= cells
    return column, row, ways[number]


def _lowest(met: NDArray[np.float32], tall: int, _wide: int) -> tuple[int, int, int] | None:
    """Return the top, row and column of the lowest place where a mask meets nothing."""
    for begin in range(0, len(met), _ROWS_AT_ONCE):  # most find room early
        is_free = met[begin : begin + _ROWS_AT_ONCE] < 0.5
        if is_free.any():
            row, column = divmod(int(is_free.argmax()), met.shape[1])
            return begin + row + tall, begin + row, column
    return None


def _nearest(met: NDArray[np.float32], tall: int, wide: int) -> tuple[int, int, int] | None:
    """Return the reach, row and column of the place nearest to the corner where a mask meets nothing."""
    rows, columns = np.ogrid[: met.shape[0], : met.shape[1]]
    reach = np.where(met < 0.5, np.maximum(rows + tall, columns + wide) * 4096 + rows + columns, 1 << 40)
    row, column = divmod(int(reach.argmin()), met.shape[1])
    return (max(row + tall, column + wide), row, column) if reach[row, column] < 1 << 40 else None


def _filled(ground: Flags, masks: Masks, charts: Indices, places: Places, beat: Callable[[], None]) -> bool:
    """Place charts as boxes lying down into free ground, those of one size at once; tell whether all found room."""
    long, short = np.maximum(masks.wide, masks.tall)[charts], np.minimum(masks.wide, masks.tall)[charts]
    sizes, which = np.unique(np.stack([-long * short, long, short], axis=1), axis=0, return_inverse=True)
    for number, (_, wide, tall) in enumerate(sizes.tolist()):
        beat()
        group = charts[which == number]
        if wide > ground.shape[1] or tall > ground.shape[0]:
            return False
        corners = _free_boxes(ground, wide, tall, len(group))
        if corners is None:
            return False
        places.x[group], places.y[group] = corners.T
        places.turns[group] = masks.tall[group] > masks.wide[group]
    return True


def _free_boxes(ground: Flags, wide: int, tall: int, count: int) -> NDArray[np.int64] | None:
    """Return (count, 2) columns and rows of free boxes, lowest first, and take them."""
    sums = np.zeros((ground.shape[0] + 1, ground.shape[1] + 1), np.int32)
    np.cumsum(np.cumsum(ground, axis=0, dtype=np.int32), axis=1, out=sums[1:, 1:])
    is_free = (sums[tall:, wide:] - sums[:-tall, wide:] - sums[tall:, :-wide] + sums[:-tall, :-wide]) == 0
    columns = is_free.shape[1]
    free = np.flatnonzero(is_free)
    found: list[tuple[int, int]] = []
    at = 0
    while len(found) < count and at < len(free):
        row, column = divmod(int(free[at]), columns)
        if ground[row : row + tall, column : column + wide].any():
            at += 1
            continue
        ground[row : row + tall, column : column + wide] = True
        found.append((column, row))
        at = int(np.searchsorted(free, row * columns + column + wide))
    return np.array(found, np.int64) if len(found) == count else None

"""Charts that were mended go back into their picture beside those that lie right, which stay where they are."""

import numpy as np

from engine.shapes import Tick, no_tick
from engine.unwrapping.masks import masks_of, upright
from engine.unwrapping.packing import SPARE, Packed, moved_to, placed
from engine.unwrapping.plain import scale_of
from engine.unwrapping.sheet import Charts, Flags, Floats, Sheet, flat_areas_of, overlaps

_WIDER = (1.0, 1.01, 1.02, 1.04, 1.06)
"""How much wider the picture may become, by which all is smaller in it."""
_GRID = 1024  # cells along the side: finer than for packing all, since gaps between charts are narrow
_MOVED_MOST = 0.25  # of the area of all charts; where more of them changed, packing all anew is as good


def tucked(
    sheet: Sheet, found: Packed, charts: Charts, *, resolution: int, padding: float, is_fixed: bool = False,
    tick: Tick = no_tick,
) -> Packed | None:  # fmt: skip
    """Return the picture with what of `charts` (metres) differs from it placed anew; None where that finds no room.

    `is_fixed`: the density must not change.
    """
    scale = max(scale_of(sheet, found.charts), 1e-300)
    is_moved = _moved_charts(found.charts, charts, scale)
    if not is_moved.any():
        return found
    areas = _areas(charts)
    if areas[is_moved].sum() > _MOVED_MOST * areas.sum():
        return None
    stays = ~is_moved[charts.chart_of_face]
    old = found.charts.uvs[found.charts.faces[stays]]
    loose = _only(charts, ~stays, scale)
    grid = min(resolution, _GRID)
    for wider in _WIDER[:1] if is_fixed else _WIDER:
        new = _beside(old, loose, round(grid * wider), grid, padding * grid / resolution, tick)
        if new is not None:
            uvs = np.empty_like(charts.uvs)
            uvs[charts.faces[stays]] = old
            uvs[charts.faces[~stays]] = new[loose.faces]
            share = grid / round(grid * wider)
            return Packed(
                Charts(np.clip(uvs * share, 0, 1), charts.faces, charts.chart_of_face), found.texels_per_metre * share
            )
    return None


def _moved_charts(before: Charts, charts: Charts, scale: float) -> Flags:
    """Return which charts were laid anew, or lie on others where they are: of two of these the smaller one."""
    is_same = (charts.uvs[charts.faces] == (before.uvs / scale)[before.faces]).all(axis=(1, 2))
    is_moved = np.bincount(charts.chart_of_face, ~is_same, charts.count) > 0
    stays = np.flatnonzero(~is_moved[charts.chart_of_face])
    if len(stays):
        pairs = stays[overlaps(Charts(before.uvs, before.faces[stays], charts.chart_of_face[stays]))]
        one, other = charts.chart_of_face[pairs].T
        areas = _areas(charts)
        is_moved[np.where(areas[one] < areas[other], one, other)] = True
    return np.asarray(is_moved)


def _areas(charts: Charts) -> Floats:
    areas = np.abs(flat_areas_of(charts.uvs[charts.faces]))
    return np.asarray(np.bincount(charts.chart_of_face, areas, charts.count), np.float64)


def _only(charts: Charts, wanted: Flags, scale: float) -> Charts:
    """Return some faces of charts as charts, in shares of the picture's side."""
    used, faces = np.unique(charts.faces[wanted], return_inverse=True)
    chart = np.unique(charts.chart_of_face[wanted], return_inverse=True)[1]
    return Charts(charts.uvs[used] * scale, faces.reshape(-1, 3), chart)


def _beside(old: Floats, loose: Charts, side: int, grid: int, padding: float, tick: Tick) -> Floats | None:
    """Return where loose corners go, in shares of the old picture; (m, 3, 2) `old` triangles stay. None: no room.

    The picture is `side` cells wide, of which the old one took `grid`; `padding` is in cells.
    """
    margin = padding / 2 + 1e-3
    ground = np.zeros((int(side * SPARE) + 1, side), bool)
    ground |= _taken(old * grid, margin, ground.shape)
    uvs, owner = upright(loose)
    masks = masks_of(uvs[loose.faces] * grid, loose.chart_of_face, loose.count, margin)
    places = placed(masks, side, 0, lambda: tick(0.9, "Packing the charts"), ground=ground)
    if places.top > side:
        return None
    return moved_to(uvs * grid + margin, owner, places, masks) / grid


def _taken(corners: Floats, margin: float, shape: tuple[int, ...]) -> Flags:
    """Return the cells within `margin` of (m, 3, 2) triangles that lie in a ground."""
    taken = np.zeros(shape, bool)
    if len(corners):
        none = np.zeros(len(corners), np.int64)
        cells = masks_of(corners + (np.ceil(margin) - margin), none, 1, margin).of(0)
        cells = cells[int(np.ceil(margin)) :, int(np.ceil(margin)) :][: shape[0], : shape[1]]
        taken[: cells.shape[0], : cells.shape[1]] = cells
    return taken

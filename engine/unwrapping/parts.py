"""Charts of our own: segments that lie nearly flat, flattened as rigidly as may be, cut again where that failed."""

import numpy as np

from domain.errors import GenerationFailed
from engine.overlap import overlapping_pairs
from engine.shapes import Faces, Tick, no_tick
from engine.unwrapping.flattening import flattened
from engine.unwrapping.segmentation import Limits, connected, segmented
from engine.unwrapping.sheet import (
    Charts,
    Flags,
    Floats,
    Indices,
    Sheet,
    areas_of,
    laid_flat,
    links_of,
    sheet_points,
    spoilt,
)

_FILLED = 0.6  # of a picture, by the usual charts: tells how thin a face is that no texel finds
_VISIBLE = 1e-6
_CUTS = 3
"""So often charts that do not lie flat are cut into smaller ones; then their spoilt faces go alone."""
_TURNS = 8
_LIFTED_MOST = 200
"""So many faces may go alone, where all else stays; more of them would be crumbs."""


def charted(sheet: Sheet, stretch: float, tick: Tick = no_tick) -> Charts:
    """Return the sheet in charts, flat, in metres; no face lies upside down or over another of its chart.

    `stretch` scales how much charts may bend. Raises GenerationFailed where a surface cannot be laid flat.
    """
    knots, points = sheet.knots, sheet_points(sheet)
    limits = Limits()
    limits = Limits(min(limits.bend * stretch, 0.45), limits.bulge * stretch, limits.outline, limits.cosine)

    def first(done: float, text: str) -> None:
        tick(0.45 * done, text)

    def second(done: float, text: str) -> None:
        tick(0.45 + 0.4 * done, text)

    label = segmented(points, knots, limits, first)
    charts = flattened(points, knots, label, thin_of(sheet), second)
    return mended(sheet, charts, lambda done, text: tick(0.85 + 0.15 * done, text))


def mended(sheet: Sheet, charts: Charts, tick: Tick = no_tick, *, known: Indices | None = None) -> Charts:
    """Return charts, flat, in metres, with those cut again that lie upside down, are crushed or overlap themselves.

    Where `known` is given, only the charts of these faces are looked at, but thoroughly.
    """
    thin = thin_of(sheet)
    suspects = np.arange(len(sheet.faces))
    if known is not None:
        suspects = np.flatnonzero(np.isin(charts.chart_of_face, np.unique(charts.chart_of_face[known])))
    for turn in range(_TURNS):
        tick(turn / _TURNS, "Looking for overlaps")
        bad = _bad(sheet, charts, suspects, thin, is_all=turn >= _CUTS or known is not None)
        if not len(bad):
            return charts
        charts, suspects = _cut_again(sheet, charts, bad, turn, thin)
    raise GenerationFailed("The surface could not be laid flat without overlaps", stage="unwrapping")


def lifted(sheet: Sheet, charts: Charts, known: Indices) -> Charts | None:
    """Return charts, flat, in metres, with the few faces alone that spoil them; None where these are not few.

    All other faces lie as before. Only the charts of the faces `known` are looked at.
    """
    thin = thin_of(sheet)
    suspects = np.flatnonzero(np.isin(charts.chart_of_face, np.unique(charts.chart_of_face[known])))
    bad = _bad(sheet, charts, suspects, thin, is_all=True)
    if len(bad) > _LIFTED_MOST:
        return None
    uvs = np.concatenate([charts.uvs, laid_flat(sheet.points[sheet.faces[bad]]).reshape(-1, 2)])
    faces, label = charts.faces.copy(), charts.chart_of_face.copy()
    faces[bad] = len(charts.uvs) + np.arange(3 * len(bad)).reshape(-1, 3)
    label[bad] = charts.count + np.arange(len(bad))
    label = connected(label, links_of(faces))
    key, faces = np.unique(np.repeat(label, 3) * len(uvs) + faces.reshape(-1), return_inverse=True)
    return Charts(uvs[key % len(uvs)], faces.reshape(-1, 3), label)


def thin_of(sheet: Sheet) -> float:
    """Return the thickness, metres, below which faces are not seen in a picture of the whole sheet."""
    return float(_VISIBLE * np.sqrt(areas_of(sheet.points[sheet.faces]).sum() / _FILLED))


def _bad(sheet: Sheet, charts: Charts, suspects: Indices, thin: float, *, is_all: bool) -> Indices:
    """Return faces of the suspects to take out, so that all others lie right."""
    is_bad = np.zeros(len(sheet.faces), bool)
    is_bad[suspects] = spoilt(sheet, charts, thin)[suspects]
    # charts without turned faces overlap themselves only where their outline crosses itself: its faces are enough
    suspects = suspects if is_all else suspects[_at_outline(charts, suspects)]
    pairs = suspects[overlapping_pairs(*_beside(charts, suspects, thin))]
    pairs = pairs[~is_bad[pairs].any(axis=1)]
    is_bad[_cover(pairs, len(is_bad))] = True
    return np.flatnonzero(is_bad)


def _at_outline(charts: Charts, faces: Indices) -> Flags:
    """Return which of these faces have a side that no other face of their chart shares."""
    triangles = charts.faces[faces]
    one, two = links_of(triangles)
    inside = np.zeros(3 * len(faces), np.int64)
    inside[one] = inside[two] = 1
    return np.asarray(inside.reshape(-1, 3).sum(axis=1) < 3)


def _beside(charts: Charts, faces: Indices, thin: float) -> tuple[Floats, Faces]:
    """Return the charts of these faces beside each other, such that a picture's side is 1: corners and faces."""
    used, triangles = np.unique(charts.faces[faces], return_inverse=True)
    triangles = triangles.reshape(-1, 3)
    uvs = charts.uvs[used] * (_VISIBLE / max(thin, 1e-300))
    owner = np.empty(len(used), np.int64)
    owner[triangles] = charts.chart_of_face[faces][:, None]
    owner = np.unique(owner, return_inverse=True)[1]
    count = int(owner.max()) + 1
    low, high = np.full((count, 2), np.inf), np.full((count, 2), -np.inf)
    np.minimum.at(low, owner, uvs)
    np.maximum.at(high, owner, uvs)
    size = high - low
    # rows of charts by height, each row about as long as all are high together
    order = np.lexsort((np.arange(count), -size[:, 1]))
    length = max(float(np.sqrt((size[:, 0] * size[:, 1]).sum())) * 1.2, float(size[:, 0].max())) * (1 + 1e-9) + 1e-4
    wide = size[order, 0] + 1e-4
    begins = np.cumsum(wide) - wide
    row = (begins / length).astype(np.int64)
    heights = np.zeros(int(row.max()) + 1)
    np.maximum.at(heights, row, size[order, 1] + 1e-4)
    shift = np.empty((count, 2))
    shift[order, 0] = begins - row * length
    shift[order, 1] = (np.cumsum(heights) - heights)[row]
    return uvs - low[owner] + shift[owner], triangles.astype(np.int32)


def _cover(pairs: Indices, count: int) -> Indices:
    """Return few faces of which each pair has one: those in more pairs than those that they meet, again and again."""
    chosen = []
    while len(pairs):
        times = np.bincount(pairs.reshape(-1), minlength=count) * count + np.arange(count)
        worst = pairs[np.arange(len(pairs)), times[pairs].argmax(axis=1)]
        best = np.zeros(count, np.int64)
        np.maximum.at(best, pairs[:, 0], times[worst])
        np.maximum.at(best, pairs[:, 1], times[worst])
        taken = np.unique(worst[best[worst] == times[worst]])
        chosen.append(taken)
        pairs = pairs[~np.isin(pairs, taken).any(axis=1)]
    return np.concatenate(chosen) if chosen else np.zeros(0, np.int64)


def _cut_again(sheet: Sheet, charts: Charts, bad: Indices, turn: int, thin: float) -> tuple[Charts, Indices]:
    """Return charts without the bad ones, which are cut into more, and the faces that were laid anew."""
    chart = charts.chart_of_face
    is_bad = np.zeros(len(chart), bool)
    is_bad[bad] = True
    again = np.flatnonzero(np.isin(chart, np.unique(chart[bad])))
    if turn < _CUTS:
        limits = Limits()
        for _ in range(turn + 1):
            limits = limits.tighter()
        label = segmented(sheet_points(sheet), sheet.knots[again], limits)
        whole = np.bincount(label, minlength=1)
        alone = np.zeros(len(again), bool) if len(whole) > len(np.unique(chart[bad])) else is_bad[again]
    else:
        label, alone = np.unique(chart[again], return_inverse=True)[1], is_bad[again]
    label = np.where(alone, len(chart) + np.arange(len(again)), label)
    label = connected(label, links_of(sheet.knots[again], sheet_points(sheet)))
    laid = flattened(sheet_points(sheet), sheet.knots[again], label, thin)
    return _replaced(charts, _stood_alone(sheet, laid, again, alone), again), again


def _stood_alone(sheet: Sheet, charts: Charts, faces: Indices, alone: Flags) -> Charts:
    """Return charts with the faces that are a chart each laid true to size."""
    uvs = charts.uvs.copy()
    uvs[charts.faces[alone]] = laid_flat(sheet.points[sheet.faces[faces[alone]]])
    return Charts(uvs, charts.faces, charts.chart_of_face)


def _replaced(charts: Charts, others: Charts, where: Indices) -> Charts:
    """Return charts with those of some faces replaced by others."""
    faces, chart = charts.faces.copy(), charts.chart_of_face.copy()
    faces[where] = others.faces + len(charts.uvs)
    chart[where] = others.chart_of_face + charts.count
    used, faces = np.unique(faces, return_inverse=True)
    chart = np.unique(chart, return_inverse=True)[1]
    return Charts(np.concatenate([charts.uvs, others.uvs])[used], faces.reshape(-1, 3), chart)

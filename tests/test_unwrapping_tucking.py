"""What was mended finds its place beside what lay right, and that stays where it was."""

from dataclasses import replace

import numpy as np

from engine.unwrapping.packing import Packed
from engine.unwrapping.parts import lifted
from engine.unwrapping.plain import in_metres
from engine.unwrapping.sheet import Charts, Sheet, overlaps
from engine.unwrapping.tucking import tucked
from tests.unwrapping import bumpy_unwrapped

SIDE, PADDING = 512, 2.0


def laid() -> tuple[Sheet, Packed]:
    """Return a bumpy ball and its charts in the picture."""
    layout = bumpy_unwrapped()[1][0]
    return layout.sheet, Packed(layout.charts, layout.texels_per_metre)


def again(sheet: Sheet, found: Packed, charts: Charts, **options: bool) -> Packed:
    made = tucked(sheet, found, charts, resolution=SIDE, padding=PADDING, **options)
    assert made is not None
    return made


def stayed(found: Packed, made: Packed) -> np.ndarray:
    """Return which faces lie where they lay, as far as the picture became wider."""
    share = made.texels_per_metre / found.texels_per_metre
    before, after = (each.charts.uvs[each.charts.faces] for each in (found, made))
    return np.asarray(np.abs(before * share - after).max(axis=(1, 2)) < 1e-12)


def test_of_two_charts_on_one_place_the_smaller_moves() -> None:
    sheet, found = laid()
    sizes = np.bincount(found.charts.chart_of_face)
    least, most = int(sizes.argmin()), int(sizes.argmax())
    owner = np.empty(len(found.charts.uvs), np.int64)
    owner[found.charts.faces] = found.charts.chart_of_face[:, None]
    uvs = found.charts.uvs.copy()
    uvs[owner == least] += np.median(uvs[owner == most], axis=0) - np.median(uvs[owner == least], axis=0)
    spoilt = replace(found, charts=replace(found.charts, uvs=uvs))
    assert len(overlaps(spoilt.charts))
    made = again(sheet, spoilt, in_metres(sheet, spoilt.charts))
    assert not len(overlaps(made.charts))
    assert np.array_equal(~stayed(spoilt, made), found.charts.chart_of_face == least)
    assert made.texels_per_metre > 0.9 * found.texels_per_metre


def test_a_few_spoilt_faces_go_alone_and_their_chart_stays() -> None:
    sheet, found = laid()
    charts = found.charts
    inner = np.flatnonzero(np.bincount(charts.faces.reshape(-1)) >= 6)[0]
    around = np.flatnonzero((charts.faces == inner).any(axis=1))
    uvs = charts.uvs.copy()
    uvs[inner] += 0.05  # its faces are turned over, or lie on others
    spoilt = replace(found, charts=replace(charts, uvs=uvs))
    bad = np.unique(overlaps(spoilt.charts))
    alone = lifted(sheet, in_metres(sheet, spoilt.charts), np.union1d(bad, around))
    assert alone is not None
    made = again(sheet, spoilt, alone)
    assert not len(overlaps(made.charts))
    moved = np.flatnonzero(~stayed(spoilt, made))
    assert 0 < len(moved) <= 12
    assert np.isin(moved, np.union1d(bad, around)).all()


def test_where_much_was_mended_all_is_packed_anew() -> None:
    sheet, found = laid()
    turned = in_metres(sheet, found.charts)
    assert tucked(sheet, found, replace(turned, uvs=turned.uvs[:, ::-1]), resolution=SIDE, padding=PADDING) is None


def test_nothing_mended_is_the_same_picture() -> None:
    sheet, found = laid()
    assert again(sheet, found, in_metres(sheet, found.charts), is_fixed=True) is found

"""Which depths a picture itself speaks for, and which are only those of an edge near by.

A window beside an edge agrees with other views by the edge alone, whatever lies beside it: sky beside a roof then gets
the depth of the roof, some pixels wide, in every view, so that no comparison of views can tell (the "fattening" of
stereo). What can: a pixel of a plain region has no evidence of its own. Its depth is believed where it lies between
places with evidence on one plane, as on a wall between windows, and not where it goes on beyond them. Where nothing was
measured between places of the same colour on one plane, as on slates, the plane is taken (after Romanoni & Matteucci,
"TAPA-MVS: Textureless-aware PAtchMatch multi-view stereo", 2019); other views must still confirm it.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_opening, uniform_filter

from engine.photographs.views import Depth
from engine.shapes import Pixels

_PLAIN = 1.0 / 255  # standard deviation of luminance in 3 x 3 pixels: one step of 8 bits
_ALIKE, _ALIKE_LEAST = 0.15, 0.03  # of a plain region's colour: what may still belong to it (glow, rings of JPEG)
_GLOW = 0.013  # of the longer side: how far those reach
_GAP_MOST = 0.16  # of the longer side, between places with evidence
_ONE_PLANE = 0.01  # of the depth
_WAYS = ((0, 1), (1, 0), (1, 1), (1, -1))
_WAYS_LEAST = 3  # of the four, in which a place lies between others
_SAME = 0.15  # between sRGB colours in [0, 1]: rather the same surface

Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]
Field = NDArray[np.float32]


def evident(picture: Pixels, depth: Depth, *, confidence_least: float) -> Depth:
    """Return the depths that the picture, (h, w, 3) sRGB, speaks for, and those between them on one plane."""
    colors = (picture / np.float32(255)).astype(np.float32)
    doubted = plain_in(picture)
    measured = (depth.depth > 0) & (depth.confidence >= confidence_least)
    known = measured & ~doubted
    inverse = np.where(known, 1 / np.maximum(depth.depth, 1e-12), 0).astype(np.float32)
    between, alike = _between(known, inverse, colors)
    near = np.abs(between * depth.depth - 1) < _ONE_PLANE
    kept = known | (measured & (near.sum(axis=0) >= _WAYS_LEAST))
    plane = np.sort(between, axis=0)[1:3].mean(axis=0)  # not a number where fewer than three ways have one
    on_plane = (np.abs(between - plane) < _ONE_PLANE / 2 * plane).sum(axis=0) >= _WAYS_LEAST
    filled = ~measured & on_plane & (alike >= len(_WAYS))
    found = np.where(kept, depth.depth, np.where(filled, 1 / np.where(filled, plane, 1), 0))
    trust = np.where(kept, depth.confidence, np.where(filled, confidence_least, 0))
    return Depth(found.astype(np.float32), trust.astype(np.float32))


def plain_in(picture: Pixels) -> Flags:
    """Return (h, w) which pixels show nothing, or the glow of an edge on what shows nothing."""
    colors = (picture / np.float32(255)).astype(np.float32)
    grey = colors @ np.array([0.299, 0.587, 0.114], np.float32)
    spread = uniform_filter(grey * grey, 3, mode="nearest") - uniform_filter(grey, 3, mode="nearest") ** 2
    plain = np.asarray(binary_opening(spread < _PLAIN**2, np.ones((3, 3))), np.bool_)
    color = colors.copy()
    for _ in range(max(2, round(_GLOW * max(picture.shape[:2])))):
        around, count = _around(color, plain)
        mean = around / np.maximum(count, 1)[..., None]
        most = _ALIKE * np.linalg.norm(mean, axis=2) + _ALIKE_LEAST
        new = ~plain & (count > 0) & (np.linalg.norm(colors - mean, axis=2) < most)
        color[new] = mean[new]
        plain |= new
    return plain


def _around(color: Field, plain: Flags) -> tuple[Field, Field]:
    """Return the sum of the colours of the plain ones of each pixel's four neighbours, and their number."""
    padded = np.pad(np.where(plain[..., None], color, 0), ((1, 1), (1, 1), (0, 0)))
    counts = np.pad(plain.astype(np.float32), 1)
    around = padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:]
    return around, counts[:-2, 1:-1] + counts[2:, 1:-1] + counts[1:-1, :-2] + counts[1:-1, 2:]


def _between(known: Flags, inverse: Field, colors: Field) -> tuple[Field, Whole]:
    """Return (4, h, w) inverse depths between known places before and after in four directions, not numbers without.

    Also how many of those eight places have the colour of the pixel, (h, w).
    """
    reach = round(_GAP_MOST * max(known.shape))
    place = np.arange(known.size).reshape(known.shape)
    found = np.full((len(_WAYS), *known.shape), np.nan, np.float32)
    alike = np.zeros(known.shape, np.int64)
    for number, (down, right) in enumerate(_WAYS):
        before, one = _nearest(known, place, down, right)
        after, other = (each[::-1, ::-1] for each in _nearest(known[::-1, ::-1], place[::-1, ::-1], down, right))
        both = (before > 0) & (after > 0) & (before + after <= reach)
        share = (before / np.maximum(before + after, 1)).astype(np.float32)
        line = (1 - share) * inverse.ravel()[one] + share * inverse.ravel()[other]
        found[number] = np.where(both, line, np.nan)
        for end in (one, other):
            alike += both & (np.linalg.norm(colors.reshape(-1, 3)[end] - colors, axis=2) < _SAME)
    return found, alike


def _nearest(known: Flags, place: Whole, down: int, right: int) -> tuple[Whole, Whole]:
    """Return how many steps back the nearest known place lies, 0 where there is none, and its number."""
    if down == 0:
        steps, met = _nearest(known.T, place.T, right, 0)
        return steps.T, met.T
    steps, met = np.zeros(known.shape, np.int64), np.zeros(known.shape, np.int64)
    inner = slice(max(right, 0), known.shape[1] + min(right, 0))
    outer = slice(max(-right, 0), known.shape[1] - max(right, 0))
    for row in range(1, len(known)):
        is_there, before = known[row - 1, outer], steps[row - 1, outer]
        steps[row, inner] = np.where(is_there, 1, np.where(before > 0, before + 1, 0))
        met[row, inner] = np.where(is_there, place[row - 1, outer], met[row - 1, outer])
    return steps, met

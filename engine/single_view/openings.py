"""Where the background shows through a thing: a cup's handle, the legs of a chair."""

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter

from engine.single_view.outlines import round_

Image = NDArray[np.float32]
Mask = NDArray[np.bool_]
_AROUND = 0.03  # of the longer side: so far around background is looked for that an opening may show
_LEAST = 6e-5  # of the picture: smaller openings are noise
_SHARP_ENDS = 0.6  # of an opening's rim: what only shines like the background fades
_APART = 1.3  # times that: what frames it is farther
_BIN = 8.0  # CIELAB: so coarse are colours told apart that a hole shows and that stand outside
_SEEN = 4e-4  # of what is outside: rarer colours are not seen there
_SHOWN = 0.4  # of a hole has to be of colours from outside
_FILLS = 0.8  # of the picture: a sheet or a box that fills the frame has no holes
_NEAR, _NEAR_BOUNDS = 2.2, (4.0, 9.0)  # CIELAB: how far an opening may be from the background beside the thing
_ALIKE, _ALIKE_MOST = 0.6, 1.4  # of that, and CIELAB, in the mean of an opening
_EACH = 0.42  # of that, in the mean of its pixels
_PLAIN = 0.65  # of that, in the mean of its pixels, more or less light counted in full
_LIGHT, _SHADED = 0.5, (0.5, 1.3)  # what a difference in light counts; of the light beside the thing

_COLORFUL = 12.0  # CIELAB: chroma of a background that its hue tells from others


def opened(mask: Mask, lab: Image, edge: Mask) -> Mask:
    """Return a mask without the regions within it that show what is seen beside it, lit or shaded, and end sharply."""
    away, whole, near = _away(mask, lab)
    far = np.linalg.norm(away, axis=-1)
    alike = mask & (far < near) & ~edge
    _, labels, facts, _ = cv2.connectedComponentsWithStats(alike.astype(np.uint8), connectivity=4)
    areas = facts[:, cv2.CC_STAT_AREA].astype(np.float64)
    count = len(areas)
    if count <= 1 or count >= 1 << 16:
        return mask
    wide = cv2.dilate(labels.astype(np.uint16), round_(2))
    rim = (wide > 0) & ~alike
    sharp = cv2.dilate(edge.astype(np.uint8), round_(1)).astype(bool) | ~mask
    ends = _means(wide[rim], sharp[rim], count)
    shown = np.stack([_means(labels.ravel(), each.ravel(), count) for each in np.moveaxis(away, 2, 0)])
    means = np.linalg.norm(shown, axis=0)
    each = _means(labels.ravel(), (far / near).ravel(), count)
    alike_most = np.minimum(_ALIKE * _means(labels.ravel(), near.ravel(), count), _ALIKE_MOST)
    plain = _means(labels.ravel(), (whole / near).ravel(), count)
    is_alike = ((means < alike_most) & (each < _EACH)) | (plain < _PLAIN)
    beyond = cv2.dilate(labels.astype(np.uint16), round_(4))
    around = (beyond > 0) & (wide == 0) & mask
    apart = _means(beyond[around], (far / near)[around], count)
    is_large = areas >= max(6.0, _LEAST * mask.size)
    is_open = is_large & (ends > _SHARP_ENDS) & is_alike & (apart > _APART)
    is_open[0] = False
    return np.asarray(mask & ~_up_to_edges(is_open[labels], mask & (far < near)))


def _away(mask: Mask, lab: Image) -> tuple[Image, Image, Image]:
    """Return how each pixel differs from the background near it, how far it is in all, and may be for an opening.

    More or less light counts by half, and its hue is told in that light: behind a thing the background lies in shadow.
    Of a grey background light is all that tells it from others, and counts in full.
    """
    local, spread = _beside(mask, lab)
    soft = cv2.GaussianBlur(lab, (0, 0), 0.8)
    light = np.clip((soft[..., 0] + 16) / (local[..., 0] + 16), *_SHADED)[..., None]
    hue = soft[..., 1:] - local[..., 1:] * light
    counts = 1 - (1 - _LIGHT) * np.clip(np.linalg.norm(local[..., 1:], axis=-1) / _COLORFUL, 0, 1)
    away = np.concatenate([(counts * (soft[..., 0] - local[..., 0]))[..., None], hue], axis=-1)
    whole = np.linalg.norm(soft - local, axis=-1)
    return (
        np.asarray(away, np.float32),
        np.asarray(whole, np.float32),
        np.asarray(np.clip(_NEAR * spread, *_NEAR_BOUNDS), np.float32),
    )


def _means(labels: NDArray[np.integer], values: NDArray[np.generic], count: int) -> NDArray[np.float64]:
    """Return the mean of the values of each label."""
    sums = np.bincount(labels, values.astype(np.float64), count)
    return np.asarray(sums / np.maximum(np.bincount(labels, minlength=count), 1))


def closed(mask: Mask, lab: Image) -> Mask:
    """Return a mask without the holes that show nothing of what is outside it, or that end in what fills the frame."""
    outside, labels, count = _holes(mask)
    if count == 0 or not outside.any():
        return mask
    if 1 - float(outside.mean()) > _FILLS:
        return ~outside
    bins = (lab / _BIN + np.array([0, 16, 16], np.float32)).astype(np.int32)
    seen = np.zeros((16, 34, 34), np.float32)
    np.add.at(seen, tuple(bins[outside].T), 1)
    soft = maximum_filter(seen, 3) >= _SEEN * np.count_nonzero(outside)
    inside = labels > 0
    shown = np.bincount(labels[inside], soft[tuple(bins[inside].T)].astype(np.float64), count + 1)
    sizes = np.maximum(np.bincount(labels[inside], minlength=count + 1), 1)
    shut = shown / sizes < _SHOWN
    shut[0] = False
    return np.asarray(mask | shut[labels])


def _holes(mask: Mask) -> tuple[Mask, NDArray[np.int32], int]:
    """Return what is outside a mask, its holes numbered from 1, and how many there are."""
    _, labels = cv2.connectedComponents((~mask).astype(np.uint8), connectivity=4)
    at_border = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    outside = np.isin(labels, at_border[at_border > 0])
    count, holes = cv2.connectedComponents((~mask & ~outside).astype(np.uint8), connectivity=4)
    return np.asarray(outside), np.asarray(holes, np.int32), count - 1


def _beside(mask: Mask, lab: Image) -> tuple[Image, Image]:
    """Return the mean colour of the background near each pixel, and how much it varies there."""
    weight = (cv2.erode((~mask).astype(np.uint8), round_(2)) > 0).astype(np.float32)
    weight += np.float32(1e-6)
    sigma = _AROUND * max(mask.shape)
    step = max(1, int(sigma / 4))
    small = (max(1, mask.shape[1] // step), max(1, mask.shape[0] // step))

    def blurred(values: Image) -> Image:
        less = cv2.resize(values, small, interpolation=cv2.INTER_AREA)
        soft = cv2.GaussianBlur(less, (0, 0), sigma / step)
        return np.asarray(cv2.resize(soft, mask.shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)

    total = blurred(weight)
    mean = blurred(lab * weight[..., None]) / total[..., None]
    square = blurred(np.square(lab).sum(axis=-1) * weight) / total
    return mean, np.sqrt(np.maximum(square - np.square(mean).sum(axis=-1), 0))


def _up_to_edges(opening: Mask, alike: Mask) -> Mask:
    for _ in range(2):
        opening = opening | (cv2.dilate(opening.astype(np.uint8), round_(1)).astype(bool) & alike)
    return opening

"""Which part of a photograph is the thing: what alpha says, else what is not background."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from engine.shapes import Pixels, Tick, no_tick
from engine.single_view.cutting import cut
from engine.single_view.matting import matted
from engine.single_view.photo import Photo
from engine.single_view.judging import judged
from engine.single_view.openings import opened as openings
from engine.single_view.outlines import rolled, sharpness, way_from_border
from engine.single_view.plain import before_plain, lab_of, plain_background, ring_of
from engine.single_view.saliency import salience

Coverage = NDArray[np.float32]
Mask = NDArray[np.bool_]
Image = NDArray[np.float32]
ROLLS = (0.004, 0.012, 0.03)
SMALL_SIDE = 420
"""Longer side of what is searched for the thing, pixels; its edges are then found at the photograph's own size."""
_ADVICE = "take a picture in which one thing fills about half of the frame before a plain background"
_SHARE_LEAST, _SHARE_MOST = 0.004, 0.97  # of the picture
_PIECE_LEAST = 0.04  # of the largest piece: smaller ones are no part of the thing


@dataclass(frozen=True, slots=True, eq=False)
class Foreground:
    """The thing in a photograph.

    Attributes
    ----------
    mask : (h, w) float32 in [0, 1]
        How much of each pixel of `Photo.pixels` it covers.
    method : str
        "alpha", "plain background", "saliency" or the name of a model.
    confidence : float in [0, 1]
        How sure it is that this is the thing and all of it.
    notes : tuple of str
        Sentences about how it was found.
    """

    mask: Coverage
    method: str
    confidence: float
    notes: tuple[str, ...] = ()


def foreground_of(photo: Photo, *, tick: Tick = no_tick) -> Foreground:
    """Return where the thing is in a photograph.

    Raises
    ------
    GenerationFailed
        There is none that can be told from its surroundings.
    """
    if photo.alpha is not None and float(photo.alpha.min()) < 0.5:
        return _by_alpha(photo.alpha)
    lab = lab_of(photo.pixels)
    if float(lab.reshape(-1, 3).std(axis=0).max()) < 0.7:
        raise _none("the picture is of one colour")
    tick(0.1, "Looking at the background")
    found = _found(photo.pixels, lab, tick)
    tick(1.0, f"Found the thing by its {found.method}")
    return found


def _none(why: str) -> GenerationFailed:
    return GenerationFailed(f"There is no foreground: {why}; {_ADVICE}", stage="foreground")


def _by_alpha(alpha: Coverage) -> Foreground:
    share = float((alpha > 0.5).mean())
    if share < 1e-4:
        raise _none("the picture is transparent all over")
    return Foreground(alpha, "alpha", 1.0)


def _found(pixels: Pixels, lab: Image, tick: Tick) -> Foreground:
    ring = ring_of(*lab.shape[:2])
    edge = sharpness(lab, ring) > 1
    candidates = [*_before_plain(lab, edge), *_standing_out(pixels, lab, tick)]
    tick(0.7, "Weighing what may be the thing")
    weighed = [(judged(mask, lab, edge), method, mask) for method, mask in candidates if _is_of_a_size(mask)]
    if not weighed:
        raise _none("nothing stands out from its surroundings")
    verdict, method, mask = max(weighed, key=lambda one: one[0].score)
    tick(0.8, "Following its edges")
    mask = pieces(openings(mask, lab, edge))
    if DEBUG is not None:
        DEBUG.append([(round(v.score, 2), m, round(v.support, 2), round(v.contrast, 2), round(v.apart, 2), k) for v, m, k in weighed])
    return Foreground(matted(pixels, mask), method, verdict.score)


DEBUG = None


def _before_plain(lab: Image, edge: Mask) -> Iterator[tuple[str, Mask]]:
    background = plain_background(lab)
    if background is not None:
        for roll in ROLLS:
            yield "plain background", pieces(before_plain(lab, background, edge, roll))


def _is_of_a_size(mask: Mask) -> bool:
    return _SHARE_LEAST < float(mask.mean()) < _SHARE_MOST


def _standing_out(pixels: Pixels, lab: Image, tick: Tick) -> Iterator[tuple[str, Mask]]:
    """Return masks by what stands out: found in a smaller picture, as large as the given one."""
    height, width = lab.shape[:2]
    share = min(1.0, SMALL_SIDE / max(height, width))
    size = max(8, round(width * share)), max(8, round(height * share))
    small = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    small_lab = lab_of(small)
    scores, regions = salience(small_lab, tick=lambda done, said: tick(0.1 + 0.2 * done, said))
    salient = np.asarray(cv2.GaussianBlur(scores[regions.labels].astype(np.float32), (0, 0), 2.0), np.float32)
    sharp = sharpness(small_lab, ring_of(*small.shape[:2]))
    for roll in ROLLS:
        mask = pieces(~rolled(sharp < 1, max(1, round(roll * max(size)))))
        if _is_of_a_size(mask):
            yield "enclosed", _enlarged(mask, width, height)
    seeds = {"saliency": salient, "enclosed, cut": _enclosed(sharp), "both": np.sqrt(salient * _enclosed(sharp))}
    for number, (method, likely) in enumerate(seeds.items()):
        tick(0.3 + 0.4 * number / len(seeds), "Cutting out what stands out")
        limit = float(likely.mean() + 0.5 * likely.std())
        mask = pieces(cut(small, likely / max(2 * limit, 1e-6), never=_frame(likely < 0.5 * limit)))
        yield method, _enlarged(mask, width, height)


def _enclosed(sharp: Image) -> Image:
    """Return how many edges stand between each pixel and the border, in [0, 1]."""
    way = way_from_border(np.clip(sharp - 0.7, 0, 4))
    high = float(np.quantile(way, 0.98))
    return np.clip(way / max(high, 1e-6), 0, 1).astype(np.float32)


def _enlarged(mask: Mask, width: int, height: int) -> Mask:
    large = cv2.resize(mask.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(large > 0.5)


def _frame(low: Mask) -> Mask:
    frame = np.ones(low.shape, bool)
    frame[2:-2, 2:-2] = False
    return frame & low


def pieces(mask: Mask) -> Mask:
    """Return the pieces of a mask that are not small beside the largest."""
    _, labels, facts, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    areas = facts[:, cv2.CC_STAT_AREA].astype(np.float64)
    areas[0] = 0
    if areas.max() == 0:
        return mask
    return np.asarray((areas >= _PIECE_LEAST * areas.max())[labels])

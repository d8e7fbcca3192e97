"""Which part of a photograph is the thing: what alpha says, else what is not background."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from engine.shapes import Pixels, Tick, no_tick
from engine.single_view.cutting import cut
from engine.single_view.matting import matted
from engine.single_view.photo import Photo
from engine.single_view.plain import before_plain, lab_of, plain_background
from engine.single_view.saliency import salience

Coverage = NDArray[np.float32]
Mask = NDArray[np.bool_]
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
    found = _by_background(photo.pixels, lab) or _by_salience(photo.pixels, lab, tick)
    tick(1.0, f"Found the thing by its {found.method}")
    return found


def _none(why: str) -> GenerationFailed:
    return GenerationFailed(f"There is no foreground: {why}; {_ADVICE}", stage="foreground")


def _by_alpha(alpha: Coverage) -> Foreground:
    share = float((alpha > 0.5).mean())
    if share < 1e-4:
        raise _none("the picture is transparent all over")
    return Foreground(alpha, "alpha", 1.0)


def _by_background(pixels: Pixels, lab: NDArray[np.float32]) -> Foreground | None:
    background = plain_background(lab)
    if background is None:
        return None
    mask = pieces(before_plain(lab, background))
    if not _SHARE_LEAST < float(mask.mean()) < _SHARE_MOST:
        return None
    confidence = float(np.clip(0.6 + 0.4 * (background.share - 0.6) / 0.4, 0, 1))
    return Foreground(matted(pixels, mask), "plain background", confidence)


def _by_salience(pixels: Pixels, lab: NDArray[np.float32], tick: Tick) -> Foreground:
    height, width = lab.shape[:2]
    share = min(1.0, SMALL_SIDE / max(height, width))
    size = max(8, round(width * share)), max(8, round(height * share))
    small = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    scores, regions = salience(lab_of(small), tick=lambda done, said: tick(0.1 + 0.3 * done, said))
    likely = np.asarray(cv2.GaussianBlur(scores[regions.labels].astype(np.float32), (0, 0), 2.0), np.float32)
    limit = float(likely.mean() + 0.5 * likely.std())
    tick(0.4, "Cutting out what stands out")
    mask = pieces(cut(small, likely / max(2 * limit, 1e-6), never=_frame(likely < 0.5 * limit)))
    if not _SHARE_LEAST < float(mask.mean()) < _SHARE_MOST:
        raise _none("nothing stands out from its surroundings")
    tick(0.8, "Following its edges")
    large = cv2.resize(mask.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    inside, outside = float(likely[mask].mean()), float(likely[~mask].mean())
    return Foreground(matted(pixels, large > 0.5), "saliency", float(np.clip(inside - outside, 0, 1)))


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

"""How much a mask looks like that of a thing, without knowing the thing."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.single_view.outlines import round_

Image = NDArray[np.float32]
Mask = NDArray[np.bool_]
_BINS = (8, 12, 12)  # of L, a and b
_SMALL = 0.06  # of the picture: a thing that somebody photographed is hardly smaller

_GROUND = 0.7  # of the other borders: what stands, or is shown to the breast, is cut off below
_FULL = 0.1  # of the picture, around the thing: what leaves less may be the background itself


@dataclass(frozen=True, slots=True)
class Verdict:
    """What speaks for a mask; all in [0, 1].

    Attributes
    ----------
    support : float
        Share of its outline that lies on sharp edges.
    contrast : float
        How different the colours inside are from those outside.
    apart : float
        Share of the picture's border that it leaves free; the lower border counts less.
    explained : float
        Share of the picture's sharp edges that are its own.
    score : float
        All together.
    """

    support: float
    contrast: float
    apart: float
    explained: float
    score: float


NOTHING = Verdict(0.0, 0.0, 0.0, 0.0, 0.0)


def judged(mask: Mask, lab: Image, edge: Mask) -> Verdict:
    """Return what speaks for a mask of a CIELAB picture whose sharp edges are known."""
    share = float(mask.mean())
    if not 0 < share < 1:
        return NOTHING
    support, contrast = _support(mask, edge), _contrast(mask, lab)
    apart = 1 - float(mask[0].mean() + _GROUND * mask[-1].mean() + mask[:, 0].mean() + mask[:, -1].mean()) / 4
    size = (min(1.0, share / _SMALL) * min(1.0, (1 - share) / _FULL)) ** 0.5
    explained = _explained(mask, edge)
    score = (0.1 + 0.9 * support) * (0.3 + 0.7 * contrast) ** 0.5 * (0.1 + 0.9 * explained) ** 0.8 * apart**1.7 * size
    return Verdict(support, contrast, apart, explained, score)


def _explained(mask: Mask, edge: Mask) -> float:
    own = cv2.dilate(mask.astype(np.uint8), round_(2)).astype(bool)
    return float(int(np.count_nonzero(edge & own)) / max(int(np.count_nonzero(edge)), 1))


def _support(mask: Mask, edge: Mask) -> float:
    solid = cv2.copyMakeBorder(mask.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    outline = (cv2.dilate(solid, round_(1)) - solid)[1:-1, 1:-1].astype(bool)
    near = cv2.dilate(edge.astype(np.uint8), round_(1)).astype(bool)
    return float(near[outline].mean()) if outline.any() else 0.0


def _contrast(mask: Mask, lab: Image) -> float:
    """Return one less the Bhattacharyya coefficient of the colours inside and outside."""
    scaled = (
        (lab + np.array([0, 60, 60], np.float32)) / np.array([100, 120, 120], np.float32) * np.array(_BINS, np.float32)
    )
    places = np.clip(scaled.astype(np.int32), 0, np.array(_BINS) - 1)
    index = (places[..., 0] * _BINS[1] + places[..., 1]) * _BINS[2] + places[..., 2]
    inside, outside = (
        np.bincount(index[part], minlength=int(np.prod(_BINS))) / np.count_nonzero(part) for part in (mask, ~mask)
    )
    return float(1 - np.sqrt(inside * outside).sum())

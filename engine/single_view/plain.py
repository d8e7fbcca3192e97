"""The thing before a plain background: paper, a wall, a studio's sweep, with the shadow that it throws."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.shapes import Pixels
from engine.single_view.outlines import rolled, round_

Image = NDArray[np.float32]
Mask = NDArray[np.bool_]
RING_SHARE = 0.02  # of the shorter side: so wide is the border that is taken for background
PLAIN_LEAST = 0.62  # of the border must look like one smooth surface
DEVIATION_MOST = 3.2  # of its colours, in CIELAB
_SIDES_LEAST = 3  # sides of the picture that must be plain nearly throughout
_ROUNDS = 12
_SHADOW_LEAST = 0.30  # of the light that the background has: what is darker is no shadow
_SHADOW_TINT = 5.0  # CIELAB: a shadow may be so far from the background's own hue


@dataclass(frozen=True, slots=True, eq=False)
class Plain:
    """A background as a smooth surface of colour.

    Attributes
    ----------
    colors : (h, w, 3) float32, CIELAB
        What would be seen without the thing.
    deviation : float
        How far single pixels of the border are from that, CIELAB.
    share : float in [0, 1]
        How much of the border agrees.
    """

    colors: Image
    deviation: float
    share: float


def lab_of(pixels: Pixels) -> Image:
    """Return sRGB pixels as (h, w, 3) float32 CIELAB, L from 0 to 100."""
    return np.asarray(cv2.cvtColor(pixels.astype(np.float32) / np.float32(255), cv2.COLOR_RGB2LAB))


def plain_background(lab: Image) -> Plain | None:
    """Return the surface of colour that most of the border lies on, None where the border is no such surface."""
    height, width = lab.shape[:2]
    ring = ring_of(height, width)
    terms = _terms(height, width)
    seen, basis = lab[ring], terms[ring]
    far = np.full(len(seen), np.inf, np.float32)
    inside = np.linalg.norm(seen - np.median(seen, axis=0), axis=1)
    inside = inside <= np.quantile(inside, 0.7)
    limit = 3.0
    for number in range(_ROUNDS):
        columns = 3 if number < 4 else 6  # a slope first; what curves may follow the thing
        fitted = _least_squares(basis[inside, :columns], seen[inside])
        far = np.linalg.norm(seen - basis[:, :columns] @ fitted, axis=1)
        deviation = float(1.4826 * np.median(far[inside]))
        limit = float(np.clip(3 * deviation, 3.0, 10.0))
        inside = far < limit
        if np.count_nonzero(inside) < 0.3 * len(seen):
            return None
    share = float(inside.mean())
    deviation = float(np.sqrt(np.mean(np.square(far[inside]))))
    if share < PLAIN_LEAST or deviation > DEVIATION_MOST or _plain_sides(ring, inside) < _SIDES_LEAST:
        return None
    return Plain((terms @ fitted).astype(np.float32), deviation, share)


def ring_of(height: int, width: int) -> Mask:
    """Return the border of a picture as an (h, w) mask."""
    wide = max(2, round(RING_SHARE * min(height, width)))
    ring = np.ones((height, width), bool)
    ring[wide:-wide, wide:-wide] = False
    return ring


def _plain_sides(ring: Mask, inside: Mask) -> int:
    plain = np.zeros(ring.shape, bool)
    plain[ring] = inside
    sides = (plain[0], plain[-1], plain[:, 0], plain[:, -1])
    return sum(float(side.mean()) > 0.85 for side in sides)


def _terms(height: int, width: int) -> Image:
    y, x = np.meshgrid(np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij")
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1).astype(np.float32)


def _least_squares(basis: Image, seen: Image) -> Image:
    normal = basis.T @ basis + 1e-3 * len(basis) * np.diag([0, *[1] * (basis.shape[1] - 1)]).astype(np.float32)
    return np.asarray(np.linalg.solve(normal, basis.T @ seen), np.float32)


def before_plain(lab: Image, background: Plain, edge: Mask, roll: float) -> Mask:
    """Return what is not background, as an (h, w) mask.

    Background is what a disc can reach as it rolls from the border without crossing a sharp edge, over pixels of its
    colour or darker ones of its hue: shadows. Through gaps in an outline that are narrower than the disc nothing
    leaks; `roll` is the disc's radius as a share of the longer side.
    """
    soft = np.asarray(cv2.GaussianBlur(lab, (0, 0), 0.7), np.float32)
    far = np.linalg.norm(soft - background.colors, axis=-1)
    near = float(np.clip(2.6 * background.deviation, 3.0, 9.0))
    alike = far < near
    outside = rolled((alike | _shadowy(soft, background)) & ~edge, max(1, round(roll * max(far.shape))))
    return ~_widened(outside, alike)


def _shadowy(lab: Image, background: Plain) -> Mask:
    """Tell which pixels are the background with less light: its hue, paler as it is darker."""
    light, plain = lab[..., 0], background.colors[..., 0]
    share = np.clip((light + 16) / (plain + 16), 0, 2)
    tint = np.linalg.norm(lab[..., 1:] - background.colors[..., 1:] * share[..., None], axis=-1)
    return np.asarray((share**3 > _SHADOW_LEAST) & (share <= 1.02) & (tint < _SHADOW_TINT + background.deviation))


def _widened(outside: Mask, alike: Mask) -> Mask:
    """Return the outside up to the edges that it stopped before, where that is the background still."""
    for _ in range(3):
        outside = outside | (cv2.dilate(outside.astype(np.uint8), round_(1)).astype(bool) & alike)
    return outside

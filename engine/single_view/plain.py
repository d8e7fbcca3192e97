"""The thing before a plain background: paper, a wall, a studio's sweep, with the shadow that it throws."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.shapes import Pixels

Image = NDArray[np.float32]
Mask = NDArray[np.bool_]
RING_SHARE = 0.02  # of the shorter side: so wide is the border that is taken for background
PLAIN_LEAST = 0.62  # of the border must look like one smooth surface
DEVIATION_MOST = 3.2  # of its colours, in CIELAB
_SIDES_LEAST = 2  # sides of the picture that must be plain nearly throughout
_ROUNDS = 12
_SHADOW_LEAST = 0.30  # of the light that the background has: what is darker is no shadow
_SHADOW_TINT = 5.0  # CIELAB: a shadow may be so far from the background's own hue
_HOLE_SHARE = 2e-4  # of the picture: smaller openings are noise


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
    for round_ in range(_ROUNDS):
        columns = 3 if round_ < 4 else 6  # a slope first; what curves may follow the thing
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


def before_plain(lab: Image, background: Plain) -> Mask:
    """Return what is not background, as an (h, w) mask.

    Background is what can be reached from the border over pixels of its colour, or over darker ones of its hue that
    change slowly: shadows have soft edges, things have sharp ones. Openings within a thing are background where
    they show just its colour.
    """
    scale = max(lab.shape) / 1600
    soft = cv2.GaussianBlur(lab, (0, 0), max(0.6, 0.9 * scale))
    apart = soft - background.colors
    far = np.linalg.norm(apart, axis=-1)
    near = float(np.clip(2.6 * background.deviation, 4.0, 9.0))
    alike = far < near
    passable = alike | (_shadowy(soft, background) & (_slope(lab, scale) < 1.6 * max(1.0, background.deviation)))
    outside = _reached(passable, max(1, round(2 * scale)))
    outside |= _reached(alike, 0)
    return ~(outside | _openings(alike & ~outside, far, near))


def _shadowy(lab: Image, background: Plain) -> Mask:
    """Tell which pixels are the background with less light: its hue, paler as it is darker."""
    light, plain = lab[..., 0], background.colors[..., 0]
    share = np.clip((light + 16) / (plain + 16), 0, 2)
    tint = np.linalg.norm(lab[..., 1:] - background.colors[..., 1:] * share[..., None], axis=-1)
    dark = share**3
    return (dark > _SHADOW_LEAST) & (share <= 1.02) & (tint < _SHADOW_TINT + background.deviation)


def _slope(lab: Image, scale: float) -> Image:
    """Return how fast colours change, CIELAB a pixel of a picture 1,600 pixels long."""
    soft = cv2.GaussianBlur(lab, (0, 0), max(1.0, 2.0 * scale))
    across, down = cv2.Sobel(soft, cv2.CV_32F, 1, 0, scale=0.125), cv2.Sobel(soft, cv2.CV_32F, 0, 1, scale=0.125)
    return np.asarray(np.sqrt(np.square(across).sum(-1) + np.square(down).sum(-1)) * scale, np.float32)


def _reached(passable: Mask, radius: int) -> Mask:
    """Return what a disc of some radius covers as it rolls from the border over passable pixels."""
    open_ = passable.astype(np.uint8)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    framed = cv2.copyMakeBorder(open_, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    rolled = cv2.erode(framed, disc, borderType=cv2.BORDER_CONSTANT, borderValue=1) if radius else framed
    _, labels = cv2.connectedComponents(rolled, connectivity=4)
    here = (labels == labels[0, 0]) & (rolled > 0)
    if radius:
        here = cv2.dilate(here.astype(np.uint8), disc).astype(bool)
    return np.asarray(here[1:-1, 1:-1] & passable)


def _openings(alike: Mask, far: Image, near: float) -> Mask:
    """Return the enclosed regions that show the background itself: not what only shines as brightly."""
    _, labels, facts, _ = cv2.connectedComponentsWithStats(alike.astype(np.uint8), connectivity=4)
    areas = facts[:, cv2.CC_STAT_AREA]
    means = np.bincount(labels.ravel(), far.ravel(), len(areas)) / np.maximum(areas, 1)
    is_open = (areas >= _HOLE_SHARE * alike.size) & (means < 0.55 * near)
    is_open[0] = False
    return np.asarray(is_open[labels])

"""How far a texture is from what it was made of.

Source: Wang et al., "Image quality assessment: from error visibility to structural similarity", 2004.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from engine.encoding.kinds import Profile
from engine.encoding.light import directions
from engine.encoding.texels import Texels
from engine.shapes import Tick, no_tick

PSNR_MOST_DB = 99.0
"""Stands for no error at all."""
_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
_SIGMA_TEXELS, _REACH_TEXELS = 1.5, 5
_FIRST, _SECOND = 0.01**2, 0.03**2
_BAND_ROWS = 512


@dataclass(frozen=True, slots=True)
class Loss:
    """Peak signal to noise (over the channels that count), structural similarity, and what applies besides."""

    psnr_db: float
    ssim: float
    alpha_psnr_db: float | None = None
    angle_mean_deg: float | None = None
    angle_most_deg: float | None = None

    @property
    def figures(self) -> dict[str, float]:
        """Return what was measured, by name."""
        named = {
            "psnr_db": self.psnr_db, "ssim": self.ssim, "alpha_psnr_db": self.alpha_psnr_db,
            "angle_error_mean_deg": self.angle_mean_deg, "angle_error_max_deg": self.angle_most_deg,
        }  # fmt: skip
        return {name: value for name, value in named.items() if value is not None}


def loss_of(source: Texels, made: Texels, profile: Profile, *, has_alpha: bool, tick: Tick = no_tick) -> Loss:
    """Return what was lost between two pictures of one size, (h, w, 4) uint8."""
    channels = min(profile.channels, 3)
    means, worst = _angles(source, made) if profile.is_normal else (None, None)
    return Loss(
        psnr_db=round(psnr_db(source[..., :channels], made[..., :channels]), 2),
        ssim=round(ssim(_luma(source, channels), _luma(made, channels), tick=tick), 4),
        alpha_psnr_db=round(psnr_db(source[..., 3], made[..., 3]), 2) if has_alpha else None,
        angle_mean_deg=means,
        angle_most_deg=worst,
    )


def psnr_db(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """Return the peak signal to noise ratio of stored values; `PSNR_MOST_DB` where they are the same."""
    total = 0.0
    for start in range(0, len(one), _BAND_ROWS):
        rows = slice(start, start + _BAND_ROWS)
        apart = one[rows].astype(np.float32) - other[rows].astype(np.float32)
        total += float(np.sum(apart * apart, dtype=np.float64))
    if not total:
        return PSNR_MOST_DB
    return min(PSNR_MOST_DB, 10 * math.log10(255**2 * one.size / total))


def ssim(one: NDArray[np.float32], other: NDArray[np.float32], *, tick: Tick = no_tick) -> float:
    """Return the mean structural similarity of two (h, w) pictures in [0, 1]: 11 × 11 Gaussian window, sigma 1.5."""
    total = 0.0
    for start in range(0, len(one), _BAND_ROWS):
        tick(start / len(one), "Measuring")
        low, high = max(0, start - _REACH_TEXELS), min(len(one), start + _BAND_ROWS + _REACH_TEXELS)
        inside = slice(start - low, start - low + min(_BAND_ROWS, len(one) - start))
        total += float(np.sum(_similarity(one[low:high], other[low:high])[inside], dtype=np.float64))
    return total / one.size


def _similarity(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    mean_one, mean_other = _smooth(one), _smooth(other)
    spread_one = _smooth(one * one) - mean_one**2
    spread_other = _smooth(other * other) - mean_other**2
    shared = _smooth(one * other) - mean_one * mean_other
    above = (2 * mean_one * mean_other + _FIRST) * (2 * shared + _SECOND)
    return np.asarray(above / ((mean_one**2 + mean_other**2 + _FIRST) * (spread_one + spread_other + _SECOND)))


def _smooth(values: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(gaussian_filter(values, _SIGMA_TEXELS, radius=_REACH_TEXELS), np.float32)


def _luma(texels: Texels, channels: int) -> NDArray[np.float32]:
    if channels == 1:
        return np.asarray(texels[..., 0] / 255, np.float32)
    return np.asarray(texels[..., :3] @ _LUMA / 255, np.float32)


def _angles(source: Texels, made: Texels) -> tuple[float, float]:
    """Return the mean and the largest angle between two normal maps, degrees."""
    total, most = 0.0, 0.0
    for start in range(0, len(source), _BAND_ROWS):
        rows = slice(start, start + _BAND_ROWS)
        one, other = directions(source[rows]), directions(made[rows])
        # The sine of half the angle is exact where the cosine of the whole is not.
        half: Any = np.clip(np.linalg.norm(one - other, axis=-1) / 2, 0, 1)
        angles = np.degrees(2 * np.arcsin(half))
        total += float(np.sum(angles, dtype=np.float64))
        most = max(most, float(angles.max()))
    return round(total / (source.shape[0] * source.shape[1]), 4), round(most, 2)

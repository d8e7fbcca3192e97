"""What a picture is exposed on: diffuse light apart from the rest, so that its noise can be smoothed by itself."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation, gaussian_filter

from engine.studio.shading import Shaded
from engine.threads import cores, side_by_side

Field = NDArray[Any]  # float32
_STEPS = (1, 2, 4)
_NOISY_BELOW = 2  # rays for a pixel: what looks like a step in the light of one is mostly its noise
_STOP, _STOP_NOISY = 6.0, 2.4
_HALO = ((0.2, 110), (0.22, 28))  # what glows: the share of it that a halo holds, and the part of the picture it spans
_COMPRESSED_FROM, _DESATURATION = 0.76, 0.15


@dataclass(frozen=True, slots=True, eq=False)
class Film:
    """Sums over the rays of each pixel, (size², 3) or (size²,), and the number of rays."""

    size: int
    diffuse: Field
    albedo: Field
    rest: Field
    normals: Field
    depth: Field
    rays: Field

    @classmethod
    def empty(cls, size: int) -> "Film":
        """Return an unexposed film."""
        count = size * size
        diffuse, albedo, rest, normals = (np.zeros((count, 3), np.float32) for _ in range(4))
        return cls(size, diffuse, albedo, rest, normals, np.zeros(count, np.float32), np.zeros(count, np.float32))

    def add(self, pixels: NDArray[Any], light: Shaded, through: Field, depth: Field) -> None:
        """Add what a layer of surface sends to some pixels."""
        albedo = through * light.albedo
        self.albedo[pixels] += albedo
        self.diffuse[pixels] += albedo * light.irradiance
        self.rest[pixels] += through * light.rest
        self.normals[pixels] += light.normals
        self.depth[pixels] += depth.astype(np.float32)

    def touched(self) -> NDArray[Any]:
        """Return the pixels that show the model or lie beside it."""
        return np.flatnonzero(binary_dilation((self.depth > 0).reshape(self.size, self.size), iterations=1))

    def edges(self) -> NDArray[Any]:
        """Return the pixels where the model's outline, or a fold or step in it, may be jagged."""
        side = (self.size, self.size)
        rays = np.maximum(self.rays, 1).reshape(side)
        normals, depth = self.normals.reshape(*side, 3) / rays[..., None], self.depth.reshape(side) / rays
        scale = 0.02 * max(float(depth.max()), 1e-9)
        albedo = self.albedo.reshape(*side, 3) / rays[..., None]
        is_edge = np.zeros(side, bool)
        for one, other in ((np.s_[:, :-1], np.s_[:, 1:]), (np.s_[:-1], np.s_[1:])):
            apart = _largest(np.abs(normals[one] - normals[other])) > 0.3
            apart |= np.abs(depth[one] - depth[other]) > scale
            apart |= _largest(np.abs(albedo[one] - albedo[other])) > 0.12
            is_edge[one] |= apart
            is_edge[other] |= apart
        return np.flatnonzero(is_edge)

    def calmed(self) -> Field:
        """Return the picture (size, size, 3) of linear light, the irradiance smoothed where the surface is.

        Edge-stopping à-trous filter over the irradiance alone: albedo and reflections stay sharp (Dammertz et al.,
        "Edge-Avoiding À-Trous Wavelet Transform", 2010).
        """
        side, rays = (self.size, self.size), np.maximum(self.rays, 1)[:, None]
        albedo = (self.albedo / rays).reshape(*side, 3)
        picture = (self.rest / rays).reshape(*side, 3)
        shown = _largest(albedo) > 0
        rows, columns = (np.flatnonzero(shown.any(axis=axis)) for axis in (1, 0))
        if len(rows):
            here = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
            normals, depth = (
                (self.normals / rays).reshape(*side, 3)[here],
                (self.depth / rays[:, 0]).reshape(side)[here],
            )
            diffuse = (self.diffuse / rays).reshape(*side, 3)[here]
            is_noisy = np.median(self.rays[shown.ravel()]) < _NOISY_BELOW
            stop = _STOP_NOISY if is_noisy else _STOP
            picture[here] += albedo[here] * _smoothed(diffuse, albedo[here], normals, depth, stop)
        return picture


def _largest(values: Field) -> Field:
    """Return the largest of the three channels: several times as fast as `max` over so short an axis."""
    return np.asarray(np.maximum(np.maximum(values[..., 0], values[..., 1]), values[..., 2]))


def _smoothed(diffuse: Field, albedo: Field, normals: Field, depth: Field, stop: float) -> Field:
    """Return the irradiance, smoothed; `stop` says how far a step in it keeps its two sides apart."""
    light = np.where(albedo > 1e-4, diffuse / np.maximum(albedo, 1e-4), 0).astype(np.float32)
    sure = np.minimum(_largest(albedo), 0.2)
    scale = float(np.ptp(depth[depth > 0])) if (depth > 0).any() else 1.0
    near = depth / np.float32(max(scale, 1e-9))
    for number, step in enumerate(_STEPS):
        light = _averaged(light, sure, normals, near, step, 0.0 if number == 0 else stop * number)
    return light


def _averaged(light: Field, sure: Field, normals: Field, depth: Field, step: int, sharpness: float) -> Field:
    """Return the light averaged with its eight neighbours `step` pixels away, as far as they belong together."""
    height = len(light)
    bounds = np.linspace(0, height, min(4 * cores(), max(height // (4 * step), 1)) + 1).astype(int)
    bands = list(zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True))

    def averaged(band: tuple[int, int]) -> Field:
        first, last = max(band[0] - step, 0), min(band[1] + step, height)
        part = _averaged_band(
            light[first:last], sure[first:last], normals[first:last], depth[first:last], step, sharpness
        )
        return part[band[0] - first : band[1] - first]

    return np.concatenate(side_by_side(averaged, bands))


def _averaged_band(light: Field, sure: Field, normals: Field, depth: Field, step: int, sharpness: float) -> Field:
    height, width = sure.shape
    total, weight = light * sure[..., None], sure.copy()
    for dy in (-step, 0, step):
        for dx in (-step, 0, step):
            if dy == dx == 0 or abs(dy) >= height or abs(dx) >= width:
                continue
            here = (slice(max(0, -dy), min(height, height - dy)), slice(max(0, -dx), min(width, width - dx)))
            there = (slice(max(0, dy), min(height, height + dy)), slice(max(0, dx), min(width, width + dx)))
            lean = normals[here] - normals[there]
            apart = np.float32(14) * np.einsum("yxc,yxc->yx", lean, lean)
            apart += np.float32(25 / step) * np.abs(depth[here] - depth[there])
            if sharpness:
                steps = np.abs(light[here] - light[there])
                apart += np.float32(sharpness / 3) * (steps[..., 0] + steps[..., 1] + steps[..., 2])
            share = np.exp(-apart) * sure[there] * np.float32(0.6 if dx and dy else 0.8)
            total[here] += share[..., None] * light[there]
            weight[here] += share
    return np.asarray(total / np.maximum(weight, 1e-6)[..., None], np.float32)


def _spread(glow: Field, sigma: float) -> Field:
    """Return light spread over its surroundings, `sigma` in pixels."""
    return np.stack([gaussian_filter(glow[..., c], sigma, truncate=2.5) for c in range(3)], axis=2)


def developed(light: Field) -> NDArray[np.uint8]:
    """Return sRGB bytes of linear light (h, w, 3): a little glow, a curve that keeps the colours of things, gamma.

    The curve is Khronos's PBR Neutral tone mapper (2024), made for pictures of products.
    """
    glow = np.clip(light - 1.5, 0, 4)
    if glow.any():
        light = light + sum(share * _spread(glow, light.shape[0] / part) for share, part in _HALO)
    least = -_largest(-light)
    shifted = light - np.where(least < 0.08, least - 6.25 * least * least, 0.04)[..., None]
    peak = _largest(shifted)
    room = 1 - _COMPRESSED_FROM
    bright = 1 - room * room / np.maximum(peak + room - _COMPRESSED_FROM, room)
    is_bright = peak > _COMPRESSED_FROM
    share = np.where(is_bright, bright / np.maximum(peak, 1e-6), 1)
    pale = np.where(is_bright, 1 - 1 / (_DESATURATION * (peak - bright) + 1), 0)[..., None]
    film = np.clip(shifted * share[..., None] * (1 - pale) + bright[..., None] * pale, 0, 1)
    gamma = np.where(film <= 0.0031308, film * 12.92, 1.055 * film ** np.float32(1 / 2.4) - 0.055)
    return np.asarray(gamma * 255 + 0.5, np.uint8)

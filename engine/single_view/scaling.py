"""Pictures made smaller as light is: thin bright and dark things keep their weight."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.shapes import Pixels

Coverage = NDArray[np.float32]
_CODES = np.arange(256) / 255.0
_LINEAR = np.where(_CODES <= 0.04045, _CODES / 12.92, ((_CODES + 0.055) / 1.055) ** 2.4).astype(np.float32)
_STEPS = 1 << 14
_LIGHT = np.arange(_STEPS + 1) / _STEPS
_SRGB = np.round(
    255 * np.where(_LIGHT <= 0.0031308, 12.92 * _LIGHT, 1.055 * _LIGHT ** (1 / 2.4) - 0.055)
).astype(np.uint8)  # fmt: skip


def scaled(pixels: Pixels, alpha: Coverage | None, side_max: int) -> tuple[Pixels, Coverage | None]:
    """Return a picture with at most `side_max` pixels on its longer side; a smaller one as it is.

    Lanczos, in linear light; colours are weighed by alpha, so that what nobody saw does not bleed into the edges.
    """
    height, width = pixels.shape[:2]
    share = side_max / max(height, width)
    if share >= 1:
        return pixels, alpha
    size = max(1, round(width * share)), max(1, round(height * share))
    covered = None if alpha is None else np.clip(_resized(alpha, size), 0, 1)
    channels = []
    for channel in range(3):
        light = _LINEAR[pixels[..., channel]]
        channels.append(_coded(_resized(light, size) if alpha is None else _weighed(light, alpha, size)))
    return np.stack(channels, axis=-1), covered


def _weighed(light: NDArray[np.float32], alpha: Coverage, size: tuple[int, int]) -> NDArray[np.float32]:
    weight = _resized(alpha, size)
    return np.where(weight > 1e-3, _resized(light * alpha, size) / np.maximum(weight, 1e-3), _resized(light, size))


def _resized(values: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    return np.asarray(Image.fromarray(values).resize(size, Image.Resampling.LANCZOS))


def _coded(light: NDArray[np.float32]) -> Pixels:
    return _SRGB[(np.clip(light, 0, 1) * _STEPS + 0.5).astype(np.int32)]

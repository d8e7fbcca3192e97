"""What a picture is exposed on: diffuse light apart from the rest, so that its noise can be smoothed by itself."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.shading import Shaded

Field = NDArray[Any]  # float32
_STEPS = (1, 2, 4)


@dataclass(frozen=True, slots=True, eq=False)
class Film:
    """Sums over the rays of each pixel, (size², 3) or (size²,)."""

    size: int
    diffuse: Field
    albedo: Field
    rest: Field
    normals: Field
    depth: Field

    @classmethod
    def empty(cls, size: int) -> "Film":
        """Return an unexposed film."""
        count = size * size
        diffuse, albedo, rest, normals = (np.zeros((count, 3), np.float32) for _ in range(4))
        return cls(size, diffuse, albedo, rest, normals, np.zeros(count, np.float32))

    def add(self, rows: slice, pixels: NDArray[np.int64], light: Shaded, through: Field, depth: Field) -> None:
        """Add what a layer of surface sends to some pixels of a run of rows."""
        albedo = through * light.albedo
        self.albedo[rows][pixels] += albedo
        self.diffuse[rows][pixels] += albedo * light.irradiance
        self.rest[rows][pixels] += through * light.rest
        self.normals[rows][pixels] += light.normals
        self.depth[rows][pixels] += depth.astype(np.float32)

    def calmed(self, samples: int) -> Field:
        """Return the picture (size, size, 3) of linear light, the irradiance smoothed where the surface is.

        Edge-stopping à-trous filter over the irradiance alone: albedo and reflections stay sharp (Dammertz et al.,
        "Edge-Avoiding À-Trous Wavelet Transform", 2010).
        """
        shape = (self.size, self.size, -1)
        albedo = self.albedo.reshape(shape)
        light = np.where(albedo > 1e-4, self.diffuse.reshape(shape) / np.maximum(albedo, 1e-4), 0).astype(np.float32)
        sure = np.minimum(albedo.max(axis=2), 0.2)
        normals, depth = self.normals.reshape(shape) / samples, self.depth.reshape(self.size, self.size) / samples
        scale = float(np.ptp(depth[depth > 0])) if (depth > 0).any() else 1.0
        for number, step in enumerate(_STEPS):
            light = _smoothed(
                light, sure, normals, depth / max(scale, 1e-9), step, 0.0 if number == 0 else 6.0 * number
            )
        picture = (albedo * light + self.rest.reshape(shape)) / samples
        return np.asarray(picture, np.float32)


def _smoothed(light: Field, sure: Field, normals: Field, depth: Field, step: int, sharpness: float) -> Field:
    """Return the light averaged with its eight neighbours `step` pixels away, as far as they belong together."""
    size = len(light)
    total, weight = light * sure[..., None], sure.copy()
    for dy in (-step, 0, step):
        for dx in (-step, 0, step):
            if dy == dx == 0:
                continue
            here = (slice(max(0, -dy), min(size, size - dy)), slice(max(0, -dx), min(size, size - dx)))
            there = (slice(max(0, dy), min(size, size + dy)), slice(max(0, dx), min(size, size + dx)))
            apart = 14 * ((normals[here] - normals[there]) ** 2).sum(axis=2)
            apart += 25 / step * np.abs(depth[here] - depth[there])
            if sharpness:
                apart += sharpness * np.abs(light[here] - light[there]).mean(axis=2)
            share = np.exp(-apart) * sure[there] * (0.6 if dx and dy else 0.8)
            total[here] += share[..., None] * light[there]
            weight[here] += share
    return np.asarray(total / np.maximum(weight, 1e-6)[..., None], np.float32)

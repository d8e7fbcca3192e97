"""Pictures of known things with known masks: our own renders before backgrounds as photographs have them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter, zoom

from engine.assembling.assembly import assemble
from engine.planner import plan
from engine.rays import Rays
from engine.shapes import Pixels
from engine.studio.camera import framed
from engine.studio.picture import photographed
from engine.studio.surfaces import PlainSurface

Image = NDArray[np.float32]
_EACH_WAY = 3  # rays a pixel for the mask


@dataclass(frozen=True, slots=True, eq=False)
class Pictured:
    """A picture of a thing, and how much of each pixel the thing covers."""

    pixels: Pixels
    mask: Image


@lru_cache(maxsize=64)
def studio(prompt: str, size: int = 256, seed: int = 0) -> Pictured:
    """Return a render in our own studio, with the shadow that the thing throws on its floor."""
    assembly = assemble(plan(prompt, seed=seed), quality="draft")
    surface = PlainSurface(assembly)
    camera = framed(surface.corners)
    pixels = photographed(surface, camera, size=size, samples=1, seed=seed)
    return Pictured(pixels, _covered(surface.everything, camera, size))


def _covered(rays: Rays, camera: "object", size: int) -> Image:
    places = (np.arange(size * _EACH_WAY) + 0.5) * (2 / (size * _EACH_WAY)) - 1
    x, y = np.meshgrid(places, -places)
    directions = camera.rays(x.ravel(), y.ravel())  # type: ignore[attr-defined]
    starts = np.tile(camera.place.astype(np.float32), (len(directions), 1))  # type: ignore[attr-defined]
    met = (rays.first(starts, directions).face >= 0).reshape(size, _EACH_WAY, size, _EACH_WAY)
    return met.mean(axis=(1, 3)).astype(np.float32)


def before(thing: Pictured, background: Image, *, noise: float = 2.0, shadow: float = 0.35, seed: int = 0) -> Pictured:
    """Return a thing before a (h, w, 3) background in [0, 255], with a soft shadow below it and a sensor's noise."""
    height, width = background.shape[:2]
    size = thing.mask.shape[0]
    top, left = (height - size) // 2, (width - size) // 2
    colors, mask = np.zeros((height, width, 3), np.float32), np.zeros((height, width), np.float32)
    mask[top : top + size, left : left + size] = thing.mask
    colors[top : top + size, left : left + size] = _spread(thing)
    thrown = gaussian_filter(np.roll(mask, (size // 24, size // 16), (0, 1)), size / 24) * shadow
    seen = background * (1 - thrown[..., None])
    seen = seen * (1 - mask[..., None]) + colors * mask[..., None]
    seen = gaussian_filter(seen, (0.5, 0.5, 0)) + np.random.default_rng(seed).normal(0, noise, seen.shape)
    return Pictured(np.clip(seen, 0, 255).astype(np.uint8), mask)


def _spread(thing: Pictured) -> Image:
    """Return the colours of the thing, those of its nearest whole pixels where it covers a pixel in part."""
    _, nearest = distance_transform_edt(thing.mask < 1, return_indices=True)
    return thing.pixels[tuple(nearest)].astype(np.float32)


def _cloudy(height: int, width: int, grain: float, seed: int) -> Image:
    """Return smooth noise in about [-1, 1] whose clouds are `grain` pixels wide."""
    values = gaussian_filter(np.random.default_rng(seed).standard_normal((height, width)), grain, mode="wrap")
    return (values / np.abs(values).max()).astype(np.float32)


def sweep(height: int, width: int, seed: int) -> Image:
    """A studio's paper, lighter in the middle."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    light = 235 - 18 * (x**2 + y**2) - 8 * y + 4 * (seed % 3)
    return np.repeat(light[..., None], 3, axis=2).astype(np.float32) * np.float32([1.0, 0.99, 0.97])


def coloured_wall(height: int, width: int, seed: int) -> Image:
    """A painted wall, unevenly lit, with a little texture."""
    color = np.float32([[86, 120, 150], [150, 170, 120], [176, 140, 120], [70, 74, 82]][seed % 4])
    light = 1 + 0.12 * _cloudy(height, width, width / 4, seed) + 0.03 * _cloudy(height, width, 1.2, seed + 1)
    return color * light[..., None]


def table(height: int, width: int, seed: int) -> Image:
    """A wooden table before a wall: two surfaces, one with grain."""
    grain = gaussian_filter(np.random.default_rng(seed).standard_normal((height, width)), (1.0, width / 10))
    wood = np.float32([148, 104, 66]) * (1 + 0.22 * grain / np.abs(grain).max())[..., None]
    wall = np.float32([196, 192, 182]) * (1 + 0.06 * _cloudy(height, width, width / 6, seed))[..., None]
    edge = int(height * 0.42)
    return gaussian_filter(np.where((np.arange(height) < edge)[:, None, None], wall, wood), (1.5, 0.5, 0))


def blurred_room(height: int, width: int, seed: int) -> Image:
    """A room out of focus: soft patches of many colours."""
    coarse = np.random.default_rng(seed).uniform(30, 190, (5, 7, 3))
    patches = zoom(coarse, (height / 5, width / 7, 1), order=0)[:height, :width]
    return gaussian_filter(patches, (width / 28, width / 28, 0)).astype(np.float32)


def lawn(height: int, width: int, seed: int) -> Image:
    """Grass: one hue, much texture."""
    blades = _cloudy(height, width, 1.0, seed) + 0.6 * _cloudy(height, width, 4.0, seed + 1)
    return np.float32([84, 122, 52]) * (1 + 0.45 * blades)[..., None]


BACKGROUNDS: dict[str, Callable[[int, int, int], Image]] = {
    "sweep": sweep, "wall": coloured_wall, "table": table, "room": blurred_room, "lawn": lawn,
}  # fmt: skip


def pictured(prompt: str, background: str, *, size: int = 256, seed: int = 0) -> Pictured:
    """Return a picture in landscape format of a thing before a background by name, or in our own "studio"."""
    thing = studio(prompt, size, seed)
    if background == "studio":
        return thing
    return before(thing, BACKGROUNDS[background](size + size // 8, size + size // 2, seed), seed=seed)

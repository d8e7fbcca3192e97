"""A picture of one ray a pixel is calm: light that is noise is no edge."""

import numpy as np

from engine.studio.film import Film
from engine.studio.shading import Shaded


def exposed(rays: int) -> Film:
    """Return an even grey wall that every other ray finds lit, at random."""
    film, rng = Film.empty(64), np.random.default_rng(0)
    pixels, count = np.arange(64 * 64), 64 * 64
    grey, none = np.full((count, 3), 0.5, np.float32), np.zeros((count, 3), np.float32)
    facing = np.tile(np.array([0, 0, 1], np.float32), (count, 1))
    for _ in range(rays):
        lit = np.repeat(rng.random((count, 1)) < 0.5, 3, axis=1).astype(np.float32)
        film.rays[pixels] += 1
        film.add(pixels, Shaded(grey, lit, none, none, facing), np.ones((count, 3), np.float32), np.ones(count))
    return film


def test_the_noise_of_single_rays_is_smoothed() -> None:
    assert exposed(1).calmed()[8:-8, 8:-8, 0].std() < 0.03


def test_light_that_many_rays_agree_on_keeps_its_edges() -> None:
    film = exposed(8)
    film.diffuse.reshape(64, 64, 3)[:, 32:] = 0
    calm = film.calmed()[..., 0]
    assert calm[:, :28].mean() - calm[:, 36:].mean() > 0.2

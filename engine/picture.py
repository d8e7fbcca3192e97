"""Photograph a model: rays, a studio to reflect, soft shadows, and a floor to stand on."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from engine.bake import Textures
from engine.camera import framed
from engine.floor import Floor
from engine.rays import Hits
from engine.shading import shaded
from engine.shapes import Assembly, Pixels, Tick, no_tick
from engine.surfaces import Found, PlainSurface, Surface, TexturedSurface
from engine.unwrap import UnwrappedMesh

_LAYERS_MAX = 6  # panes of glass that a ray passes
_CHUNK = 1 << 17


def render(
    mesh: UnwrappedMesh,
    textures: Textures,
    *,
    size: int = 768,
    samples: int = 4,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Pixels:
    """Return a (size, size, 3) sRGB picture of the textured mesh, three-quarter view, framed to its bounds.

    Parameters
    ----------
    samples : int
        Rays per pixel; the same seed gives the same picture.
    """
    return _photographed(TexturedSurface(mesh, textures), size, samples, seed, tick)


def render_plain(
    assembly: Assembly, *, size: int = 384, samples: int = 1, seed: int = 0, tick: Tick = no_tick
) -> Pixels:
    """Return a quick (size, size, 3) sRGB picture of an assembly in its materials' plain colours."""
    return _photographed(PlainSurface(assembly), size, samples, seed, tick)


def _photographed(surface: Surface, size: int, samples: int, seed: int, tick: Tick) -> Pixels:
    rng = np.random.default_rng(seed)
    camera = framed(surface.corners)
    floor = Floor(surface, samples=4 + 3 * samples, side=96 + 64 * samples, seed=seed)
    total: NDArray[np.float32] = np.zeros((size * size, 3), np.float32)
    y, x = np.divmod(np.arange(size * size), size)
    steps = int(np.ceil(np.sqrt(samples)))
    for number in range(samples):
        jitter = rng.random((2, size * size), dtype=np.float32)
        px = (x + (number % steps + jitter[0]) / steps) * 2 / size - 1
        py = 1 - (y + (number // steps + jitter[1]) / steps) * 2 / size
        for rows in _chunks(size * size):
            directions = camera.rays(px[rows], py[rows])
            origins = np.broadcast_to(camera.place, directions.shape)
            total[rows] += _light(surface, floor, origins, directions, py[rows], rng)
            tick((number + rows.stop / (size * size)) / samples, "Taking the picture")
    total /= np.float32(samples)
    return _developed(total.reshape(size, size, 3))


def _chunks(count: int) -> Iterator[slice]:
    for start in range(0, count, _CHUNK):
        yield slice(start, min(start + _CHUNK, count))


def _light(
    surface: Surface,
    floor: Floor,
    origins: NDArray[np.floating],
    directions: NDArray[np.float32],
    height: NDArray[np.floating],
    rng: np.random.Generator,
) -> NDArray[np.float32]:
    """Return the linear light (n, 3) along rays; glass is passed in a straight line."""
    light = np.zeros((len(directions), 3), np.float32)
    through = np.ones((len(directions), 3), np.float32)
    alive = np.arange(len(directions))
    starts = np.array(origins, np.float64)
    for _ in range(_LAYERS_MAX):
        hits = surface.everything.first(starts[alive], directions[alive])
        met = hits.face >= 0
        gone = alive[~met]
        light[gone] += through[gone] * floor.seen(starts[gone], directions[gone], height[gone])
        alive = alive[met]
        if not len(alive):
            break
        found = surface.found(_kept(hits, met))
        lit, passing = shaded(surface, found, directions[alive], rng, floor.height_m)
        light[alive] += through[alive] * lit
        through[alive] *= passing
        starts[alive] = _behind(found, starts[alive], directions[alive], hits.distance[met], surface)
        alive = alive[passing.max(axis=1) > 0.01]
    return light


def _behind(
    found: Found,
    starts: NDArray[np.float64],
    directions: NDArray[np.float32],
    distance: NDArray[np.float32],
    surface: Surface,
) -> NDArray[np.float64]:
    step = 1e-5 * float(np.linalg.norm(np.ptp(surface.corners, axis=0)))
    return np.asarray(starts + directions * (distance[:, None] + step))


def _kept(hits: Hits, rows: NDArray[np.bool_]) -> Hits:
    return Hits(hits.face[rows], hits.distance[rows], hits.u[rows], hits.v[rows])


def _developed(light: NDArray[np.float32]) -> Pixels:
    """Return sRGB bytes of linear light: a little glow, a filmic curve (Narkowicz's fit of ACES), gamma."""
    glow = np.stack(
        [gaussian_filter(np.clip(light[..., c] - 1.6, 0, 4), light.shape[0] / 90) for c in range(3)], axis=2
    )
    exposed = (light + 0.25 * glow) * np.float32(0.62)
    film = exposed * (2.51 * exposed + 0.03) / (exposed * (2.43 * exposed + 0.59) + 0.14)
    film = np.clip(film, 0, 1)
    gamma = np.where(film <= 0.0031308, film * 12.92, 1.055 * film ** (1 / 2.4) - 0.055)
    return np.asarray(gamma * 255 + 0.5, np.uint8)

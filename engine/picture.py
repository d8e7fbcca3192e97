"""Photograph a model: rays, a studio to reflect, soft shadows, and a floor to stand on."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from engine.bake import Textures
from engine.camera import framed
from engine.film import Film
from engine.floor import Floor
from engine.rays import Hits
from engine.shading import shaded
from engine.shapes import Assembly, Pixels, Tick, no_tick
from engine.surfaces import PlainSurface, Surface, TexturedSurface
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
    film = Film.empty(size)
    y, x = np.divmod(np.arange(size * size), size)
    steps = int(np.ceil(np.sqrt(samples)))
    for number in range(samples):
        jitter = rng.random((2, size * size), dtype=np.float32)
        px = (x + (number % steps + jitter[0]) / steps) * 2 / size - 1
        py = 1 - (y + (number // steps + jitter[1]) / steps) * 2 / size
        for rows in _chunks(size * size):
            directions = camera.rays(px[rows], py[rows])
            _expose(film, rows, surface, floor, camera.place, directions, py[rows], rng)
            tick((number + rows.stop / (size * size)) / samples * 0.95, "Taking the picture")
    return _developed(film.calmed(samples))


def _chunks(count: int) -> Iterator[slice]:
    for start in range(0, count, _CHUNK):
        yield slice(start, min(start + _CHUNK, count))


def _expose(
    film: Film,
    rows: slice,
    surface: Surface,
    floor: Floor,
    place: NDArray[np.float64],
    directions: NDArray[np.float32],
    height: NDArray[np.floating],
    rng: np.random.Generator,
) -> None:
    """Add the light along rays from one place to the film; glass is passed in a straight line."""
    through = np.ones((len(directions), 3), np.float32)
    alive = np.arange(len(directions))
    starts = np.tile(place, (len(directions), 1))
    for _ in range(_LAYERS_MAX):
        hits = surface.everything.first(starts[alive], directions[alive])
        met = hits.face >= 0
        gone = alive[~met]
        film.rest[rows][gone] += through[gone] * floor.seen(starts[gone], directions[gone], height[gone])
        alive = alive[met]
        if not len(alive):
            break
        found = surface.found(_kept(hits, met))
        light = shaded(surface, found, directions[alive], rng)
        film.add(rows, alive, light, through[alive], np.linalg.norm(found.points - place, axis=1))
        through[alive] *= light.through
        starts[alive] = _behind(starts[alive], directions[alive], hits.distance[met], surface)
        alive = alive[light.through.max(axis=1) > 0.01]


def _behind(
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

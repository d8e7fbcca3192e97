"""Photograph a model: rays, three soft lights in a tent, and a floor to stand on."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.assembling.bake import Textures
from engine.assembling.unwrap import UnwrappedMesh
from engine.dice import Dice
from engine.rays import Hits, dot
from engine.shapes import Assembly, Pixels, Tick, no_tick
from engine.studio.camera import Camera, framed
from engine.studio.film import Film, developed
from engine.studio.floor import Floor
from engine.studio.lights import Studio
from engine.studio.shading import Scene, scattered, shaded
from engine.studio.surfaces import PlainSurface, SolidSurface, Surface, TexturedSurface
from engine.threads import side_by_side

Field = NDArray[Any]  # float32
_LAYERS_MAX = 6  # panes of glass that a ray passes
_CHUNK = 1 << 15  # rays at once: their values stay in the processor's cache
_SOLID_CHUNK = 1 << 16  # fewer, larger pieces where each piece asks every material


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
        Rays for each pixel that shows the model, half as many more along edges; the same seed gives the same picture.
    """
    surface = TexturedSurface(mesh, textures)
    return photographed(surface, framed(surface.corners), size=size, samples=samples, seed=seed, tick=tick)


def render_plain(
    assembly: Assembly, *, size: int = 384, samples: int = 1, seed: int = 0, tick: Tick = no_tick
) -> Pixels:
    """Return a quick (size, size, 3) sRGB picture of an assembly in its materials' plain colours."""
    surface = PlainSurface(assembly)
    return photographed(surface, framed(surface.corners), size=size, samples=samples, seed=seed, tick=tick)


def render_solid(
    assembly: Assembly, *, size: int = 384, samples: int = 1, seed: int = 0, tick: Tick = no_tick
) -> Pixels:
    """Return a (size, size, 3) sRGB picture of an assembly at full detail, its materials evaluated where rays meet it.

    It needs neither texture coordinates nor textures.
    """
    corners = np.concatenate([part.points for part in assembly.parts])
    camera = framed(corners)
    pixel_m = 2 * camera.opening / size * float(np.linalg.norm(camera.place - corners.mean(axis=0)))
    surface = SolidSurface(assembly, texel_m=pixel_m, seed=seed)
    return photographed(surface, camera, size=size, samples=samples, seed=seed, tick=tick, chunk=_SOLID_CHUNK)


def photographed(
    surface: Surface,
    camera: Camera,
    *,
    size: int,
    samples: int,
    seed: int,
    tick: Tick = no_tick,
    turn_deg: float = 0.0,
    chunk: int = _CHUNK,
) -> Pixels:
    """Return the (size, size, 3) picture that a camera takes; `turn_deg` turns the studio with it."""
    studio = Studio(turn_deg=turn_deg)
    floor = Floor(surface, studio, samples=6 + 2 * samples, side=min(64 + size // 6, 192), seed=seed)
    shot = _Shot(Scene(surface, studio, floor), camera, size, seed, chunk)
    passes = samples + max(samples // 2, 2)
    for number in range(passes):
        pixels = _pixels_of(shot.film, number, samples)
        shot.expose(pixels, number, lambda share, n=number: tick((n + share) / passes * 0.95, "Taking the picture"))
    return developed(shot.film.calmed())


def _pixels_of(film: Film, number: int, samples: int) -> NDArray[Any]:
    """Return who is exposed in a pass: first all, then what shows the model, at last its edges."""
    if number == 0:
        return np.arange(film.size**2)
    return film.touched() if number < samples else film.edges()


class _Shot:
    """A film as it is exposed to a scene, on all cores."""

    def __init__(self, scene: Scene, camera: Camera, size: int, seed: int, chunk: int) -> None:
        self.film = Film.empty(size)
        self._scene, self._camera, self._chunk = scene, camera, chunk
        self._shifts = np.random.default_rng(seed).random((size * size, 2), dtype=np.float32)

    def expose(self, pixels: NDArray[Any], number: int, tick: Any) -> None:
        """Shoot one more ray through each of the pixels."""
        shift = ((number + 0.5) * np.array([0.7548776662466927, 0.5698402909980532])) % 1
        pieces = [pixels[start : start + self._chunk] for start in range(0, len(pixels), self._chunk)]
        side_by_side(lambda piece: self._expose(piece, number, shift), pieces, tick)

    def _expose(self, pixels: NDArray[Any], number: int, shift: Field) -> None:
        size, camera = self.film.size, self._camera
        row, column = np.divmod(pixels, size)
        x, y = (column + shift[0]) * (2 / size) - 1, 1 - (row + shift[1]) * (2 / size)
        dice = Dice(self._shifts[pixels], number)
        self.film.rays[pixels] += 1
        directions = camera.rays(x, y)
        starts = np.tile(camera.place.astype(np.float32), (len(pixels), 1))
        through = np.ones((len(pixels), 3), np.float32)
        alive = np.arange(len(pixels))
        for _ in range(_LAYERS_MAX):
            hits = self._scene.surface.everything.first(starts[alive], directions[alive])
            met = hits.face >= 0
            gone = alive[~met]
            behind = self._scene.floor.seen(starts[gone], directions[gone], x[gone], y[gone])
            self.film.rest[pixels[gone]] += through[gone] * behind
            alive = alive[met]
            if not len(alive):
                return
            found = self._scene.surface.found(_kept(hits, met))
            light = shaded(self._scene, found, directions[alive], dice.of(alive))
            self.film.add(pixels[alive], light, through[alive], _length(found.points - camera.place.astype(np.float32)))
            through[alive] *= light.through
            starts[alive] += directions[alive] * (hits.distance[met] + 1e-5 * self._scene.surface.size_m)[:, None]
            directions[alive] = scattered(found, directions[alive], dice.of(alive))
            alive = alive[light.through[:, 0] + light.through[:, 1] + light.through[:, 2] > 0.02]
            if not len(alive):
                return


def _length(vectors: Field) -> Field:
    return np.asarray(np.sqrt(dot(vectors, vectors)), np.float32)


def _kept(hits: Hits, rows: NDArray[np.bool_]) -> Hits:
    return Hits(hits.face[rows], hits.distance[rows], hits.u[rows], hits.v[rows])

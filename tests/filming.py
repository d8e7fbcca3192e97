"""A known thing on a known ground, photographed from known places: what a reconstruction is measured against.

Every picture is made by our own rays, the same each time; the film is written by PyAV.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import av
import numpy as np
from manifold3d import CrossSection, Manifold
from numpy.typing import NDArray
from PIL import Image

from engine.parts.solids import rounded_box, union
from engine.photographs.views import View
from engine.rays import Rays, unit
from engine.textures.noise import cracks, layered, value

Field = NDArray[Any]
SIZE = (640, 480)
FOCAL_SHARE = 1.1  # of the picture's width
_LIGHT = unit(np.array([0.4, 1.0, 0.3]))
_AT_ONCE = 1 << 17


@dataclass(frozen=True, eq=False)
class Truth:
    """What was photographed, metres, Y up, and from where; `thing` is the mesh without the ground it stands on."""

    points: NDArray[np.float64]
    faces: NDArray[np.int32]
    thing: int  # so many of the faces, the first, are the thing
    views: tuple[View, ...] = field(default=())


@lru_cache(maxsize=1)
def scene() -> Truth:
    """Return a carved vase with two handles on a plinth, on a round ground."""
    profile = [(0, 0), (0.10, 0), (0.16, 0.10), (0.17, 0.18), (0.11, 0.30), (0.08, 0.36), (0.12, 0.42), (0, 0.42)]
    body = Manifold.revolve(CrossSection([profile]), 64).rotate((-90, 0, 0)).translate((0, 0.12, 0))
    ring = Manifold.revolve(CrossSection.circle(0.022, 16).translate((0.075, 0)), 32)
    handles = [ring.translate((0.15 * side, 0.33, 0)) for side in (-1, 1)]
    knob = Manifold.sphere(0.05, 24).translate((0, 0.24, 0.16))
    thing = union([rounded_box(0.42, 0.13, 0.36, 0.02), body, *handles, knob])
    mesh = thing.to_mesh64()
    points = np.asarray(mesh.vert_properties[:, :3], np.float64)
    faces = np.asarray(mesh.tri_verts, np.int32)
    around = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    ground = np.column_stack([0.9 * np.cos(around), np.zeros(48), 0.9 * np.sin(around)])
    ground = np.vstack([[[0.0, 0.0, 0.0]], ground])
    rim = np.arange(48)
    fan = np.column_stack([np.zeros(48, np.int64), 1 + (rim + 1) % 48, 1 + rim]) + len(points)
    return Truth(np.vstack([points, ground]), np.vstack([faces, fan]).astype(np.int32), len(faces))


def painted(points: Field) -> Field:
    """Return (n, 3) linear albedo that differs everywhere: stone with patches, veins and grain."""
    at = points.astype(np.float32)
    coarse, fine = layered(at * 9, 3, octaves=4), layered(at * 55, 5, octaves=4)
    veins = np.clip(cracks(at * 14) * 6, 0, 1)
    tint = np.stack([value(at * 6, seed) for seed in (11, 12, 13)], axis=1)
    grey = np.clip(0.42 + 0.18 * coarse + 0.4 * fine, 0.04, 0.95)
    return np.clip(grey[:, None] * (1 + 0.35 * tint) * (0.35 + 0.65 * veins)[:, None], 0.02, 0.95)


def plain(points: Field) -> Field:
    """Return the same grey everywhere: nothing that a feature could be found on."""
    return np.full((len(points), 3), 0.5, np.float32)


def looking(place: Field, at: Field, size: tuple[int, int] = SIZE, *, roll_deg: float = 0.0) -> View:
    """Return a camera, without a picture yet, that stands at a place and looks at another one, its top upwards."""
    forward = unit(np.asarray(at, float) - place)
    right = unit(np.cross(forward, [0.0, 1.0, 0.0]))
    turn = np.stack([right, np.cross(forward, right), forward])
    roll = np.radians(roll_deg)
    turn = np.array([[np.cos(roll), np.sin(roll), 0], [-np.sin(roll), np.cos(roll), 0], [0, 0, 1]]) @ turn
    focal, middle = np.full(2, FOCAL_SHARE * size[0]), np.array(size) / 2
    return View("", np.zeros((size[1], size[0], 3), np.uint8), focal, middle, turn, -turn @ np.asarray(place, float))


def orbit(count: int, *, turn_deg: float = 360.0, size: tuple[int, int] = SIZE) -> list[View]:
    """Return cameras on a ring around the thing that rises and falls a little."""
    views = []
    for number in range(count):
        angle = np.radians(turn_deg * number / count)
        height = 0.55 + 0.14 * np.sin(2 * angle)
        views.append(looking(np.array([1.05 * np.sin(angle), height, 1.05 * np.cos(angle)]), (0.0, 0.2, 0.0), size))
    return views


def photographed(view: View, *, paint: Callable[[Field], Field] = painted, samples: int = 2, gain: float = 1.0) -> View:
    """Return the camera with its picture: `samples`² rays a pixel, sun, sky, shadows; `gain` makes it darker."""
    height, width = view.picture.shape[:2]
    light = np.zeros((height * width, 3))
    for up in range(samples):
        for along in range(samples):
            x, y = np.meshgrid((np.arange(width) + (along + 0.5) / samples), np.arange(height) + (up + 0.5) / samples)
            light += _traced(view, np.column_stack([x.ravel(), y.ravel()]), paint)
    shown = np.clip(gain * light / samples**2, 0, 1) ** (1 / 2.2)
    picture = np.rint(255 * shown).astype(np.uint8).reshape(height, width, 3)
    return View(view.name, picture, view.focal_px, view.middle_px, view.turn, view.shift)


def filmed(
    path: Path,
    *,
    count: int = 36,
    fps: int = 6,
    turn_deg: float = 360.0,
    size: tuple[int, int] = SIZE,
    codec: str = "libx264",
    samples: int = 2,
) -> Truth:
    """Write a film around the thing, and return what it shows, one camera a frame."""
    views = tuple(photographed(view, samples=samples) for view in orbit(count, turn_deg=turn_deg, size=size))
    write_film(path, [view.picture for view in views], fps=fps, codec=codec)
    known = scene()
    return Truth(known.points, known.faces, known.thing, views)


def write_film(path: Path, pictures: list[Any], *, fps: int = 6, codec: str = "libx264") -> None:
    """Write pictures as a film, in the container that the file's name says."""
    with av.open(str(path), "w") as container:
        options = {"crf": "12", "threads": "1", "preset": "fast"} if codec == "libx264" else {}
        stream = container.add_stream(codec, rate=fps, options=options)
        stream.width, stream.height = pictures[0].shape[1], pictures[0].shape[0]
        stream.pix_fmt = "yuv420p" if codec == "libx264" else "yuvj420p"
        for picture in pictures:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")))
        container.mux(stream.encode(None))


def photographs(folder: Path, views: list[View]) -> list[Path]:
    """Write the pictures of views as JPEG files and return their paths, in order."""
    paths = []
    for number, view in enumerate(views):
        path = folder / f"{number:04}.jpg"
        Image.fromarray(view.picture).save(path, quality=95)
        paths.append(path)
    return paths


@lru_cache(maxsize=1)
def _rays() -> tuple[Rays, Field]:
    known = scene()
    corners = known.points[known.faces]
    return Rays(known.points, known.faces), unit(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]))


def _traced(view: View, pixels: Field, paint: Callable[[Field], Field]) -> Field:
    rays, normals = _rays()
    local = np.column_stack([(pixels - view.middle_px) / view.focal_px, np.ones(len(pixels))])
    directions = unit(local @ view.turn).astype(np.float32)
    origins = np.broadcast_to(view.place, directions.shape)
    hits = rays.first(origins, directions)
    light = np.full((len(pixels), 3), 0.75)  # the sky
    met = np.flatnonzero(hits.face >= 0)
    places = origins[met] + hits.distance[met, None] * directions[met]
    facing = normals[hits.face[met]]
    facing = facing * -np.sign(np.einsum("nx,nx->n", facing, directions[met]))[:, None]
    sun = np.clip(facing @ _LIGHT, 0, 1)
    sun *= ~rays.blocked(places + 1e-4 * facing, np.broadcast_to(_LIGHT, places.shape))
    light[met] = paint(places) * (0.55 + 0.25 * facing[:, 1] + 0.55 * sun)[:, None]
    return light

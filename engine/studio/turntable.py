"""A film of a model that turns once."""

import io

import numpy as np
from PIL import Image

from engine.assembling.bake import Textures
from engine.assembling.unwrap import UnwrappedMesh
from engine.shapes import Tick, no_tick
from engine.studio.camera import orbiting
from engine.studio.picture import photographed
from engine.studio.surfaces import Surface, TexturedSurface

FRAMES, SIZE, SECONDS = 24, 384, 4.0


def turntable(
    mesh: UnwrappedMesh,
    textures: Textures,
    *,
    frames: int = FRAMES,
    size: int = SIZE,
    seed: int = 0,
    tick: Tick = no_tick,
) -> bytes:
    """Return an animated WebP, without end, of the model turning once; the lights stand still beside the camera."""
    return turning(TexturedSurface(mesh, textures), frames=frames, size=size, seed=seed, tick=tick)


def turning(surface: Surface, *, frames: int = FRAMES, size: int = SIZE, seed: int = 0, tick: Tick = no_tick) -> bytes:
    """Return such a film of any surface."""
    pictures = []
    for number, camera in enumerate(orbiting(surface.corners, frames)):
        tick(number / frames, "Filming the turntable")
        turn_deg = 360.0 * number / frames
        pixels = photographed(surface, camera, size=size, samples=1, seed=seed, turn_deg=turn_deg)
        pictures.append(Image.fromarray(np.ascontiguousarray(pixels)))
    out = io.BytesIO()
    pictures[0].save(
        out, "WEBP", save_all=True, append_images=pictures[1:], duration=round(1000 * SECONDS / frames), loop=0,
        quality=82, method=4,
    )  # fmt: skip
    tick(1.0, "The turntable is filmed")
    return out.getvalue()

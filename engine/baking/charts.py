"""Texture coordinates for models that have none that could be baked to: one picture for all surfaces."""

from domain.work import UnwrapMesh
from engine.models.model import Model, Surface
from engine.shapes import Tick, no_tick
from engine.unwrapping.applying import Key, applied, laid_out
from engine.unwrapping.unwrapping import Clock, layouts_of

_SIDES = (64, 8192)  # what the unwrapper takes


def charted(model: Model, *, resolution: int, padding: int, tick: Tick = no_tick) -> Model:
    """Return the model with new texture coordinates; the old ones follow, and its textures stay on them."""
    side = min(max(resolution, _SIDES[0]), _SIDES[1])
    asked = UnwrapMesh(mesh="", resolution=side, padding=padding)
    surfaces: dict[Key, Surface] = {}
    for layout in layouts_of(model, asked, Clock(), tick):
        surfaces |= laid_out(layout.sheet, layout.charts, model, keeps_uvs=True)
    return applied(model, surfaces, keeps_uvs=True)

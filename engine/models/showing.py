"""Pictures of any model, as previews: rays, the studio's lights, the model's own textures."""

from collections.abc import Sequence

import numpy as np

from engine.baking.source import Source
from engine.images import png
from engine.models.model import Model
from engine.rays import Hits, Rays
from engine.shapes import Pixels, Tick, no_tick
from engine.studio.camera import framed
from engine.studio.picture import photographed
from engine.studio.surfaces import Found
from engine.textures.look import Field

_GAP_TEXELS = 4
_SEEN_LEAST = 0.01  # of opacity


def picture_of(
    model: Model, *, size: int = 768, turn_deg: float = 0.0, samples: int = 2, tick: Tick = no_tick
) -> bytes:
    """Return a (size, size) PNG picture of the model with its textures, three-quarter view; the same bytes each time.

    Parameters
    ----------
    turn_deg : float
        Turns the model about the upright axis, counter-clockwise seen from above.
    """
    return png(pixels_of(model, size=size, turn_deg=turn_deg, samples=samples, tick=tick))


def pictures_beside(models: Sequence[Model], *, size: int = 512, samples: int = 2, tick: Tick = no_tick) -> bytes:
    """Return one PNG picture of several models beside each other, as before and after."""

    def shot(number: int) -> Pixels:
        def told(done: float, text: str) -> None:
            tick((number + done) / len(models), text)

        return pixels_of(models[number], size=size, samples=samples, tick=told)

    shots = [shot(number) for number in range(len(models))]
    gap = np.full((size, _GAP_TEXELS, 3), 255, np.uint8)
    row = [part for shot in shots for part in (shot, gap)][:-1]
    return png(np.ascontiguousarray(np.concatenate(row, axis=1)))


def pixels_of(model: Model, *, size: int, turn_deg: float = 0.0, samples: int = 2, tick: Tick = no_tick) -> Pixels:
    """Return the (size, size, 3) sRGB pixels of the model's picture; raise Invalid where there is nothing to see."""
    turn = np.radians(turn_deg)
    placement = np.eye(4)
    placement[:3, :3] = [[np.cos(turn), 0, np.sin(turn)], [0, 1, 0], [-np.sin(turn), 0, np.cos(turn)]]
    surface = ModelSurface(Source(model, placement=placement))
    return photographed(surface, framed(surface.corners), size=size, samples=samples, seed=0, tick=tick)


class ModelSurface:
    """A model's triangles as the photographer sees them."""

    knows_exposure = False

    def __init__(self, source: Source) -> None:
        """Take the model's triangles; those that may be seen through throw no shadows."""
        self._source = source
        used = np.unique(source.faces)
        self.corners = source.points[used]
        self.size_m = source.size_m
        self._solid = np.flatnonzero(~source.is_clear)
        self.has_glass = len(self._solid) < len(source.faces)
        self.everything = Rays(source.points, source.faces)
        solid = source.faces[self._solid] if len(self._solid) else np.zeros((1, 3), np.int32)
        self.opaque = Rays(source.points, solid) if self.has_glass else self.everything

    def found(self, hits: Hits, *, is_opaque: bool = False) -> Found:
        """Return what stands at hits of `everything`, or, less exactly, of `opaque`; every one must have met."""
        face = self._solid[hits.face] if is_opaque and self.has_glass else hits.face
        weights = np.stack([1 - hits.u - hits.v, hits.u, hits.v], axis=1)
        look = self._source.look(face, weights)
        nothing = look.alpha < _SEEN_LEAST
        look.albedo[nothing], look.roughness[nothing], look.metallic[nothing] = 1.0, 1.0, 0.0  # no tint, no shine
        return Found(
            self._lifted(face, weights), self._source.flat[face], look.normals, look.albedo, look.roughness,
            look.metallic, look.occlusion, look.alpha, look.emission,
        )  # fmt: skip

    def _lifted(self, face: Field, weights: Field) -> Field:
        """Return the places, lifted onto the smooth surface of the triangles (see `engine.studio.surfaces`)."""
        source = self._source
        corners = source.points[source.faces[face]].astype(np.float32)
        normals = source.normals[face]
        points = np.einsum("nk,nkx->nx", weights, corners)
        depth = np.minimum(np.einsum("nkx,nkx->nk", points[:, None] - corners, normals), 0)
        return np.asarray(points - np.einsum("nk,nkx->nx", weights * depth, normals), np.float32)

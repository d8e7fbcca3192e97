"""Texture coordinates as formats count them that begin at the lower left corner."""

import numpy as np
from numpy.typing import NDArray

from engine.models.model import Material, Surface, Texture

Transform = tuple[float, float, float, float, float]


def upward(surface: Surface, uv_set: int = 0, transform: Transform | None = None) -> NDArray[np.float32]:
    """Return (n, 2) coordinates under a transform (KHR_texture_transform), v upwards; zeros without that set."""
    if uv_set >= len(surface.uvs):
        return np.zeros((len(surface.points), 2), np.float32)
    u, v = surface.uvs[uv_set].astype(np.float64).T
    if transform is not None:
        shift_u, shift_v, turn, wide, high = transform
        cosine, sine = np.cos(turn), np.sin(turn)
        u, v = u * wide, v * high
        u, v = cosine * u + sine * v + shift_u, cosine * v - sine * u + shift_v
    return np.ascontiguousarray(np.stack([u, 1 - v], axis=1), np.float32)


def leading(material: Material) -> tuple[int, Transform | None]:
    """Return the set and transform that a format with one set takes: the colour's, or else those of any picture."""
    textures: list[Texture] = [
        each for each in (material.textures.get("base_color"), *material.textures.values()) if each
    ]
    return (textures[0].uv_set, textures[0].transform) if textures else (0, None)

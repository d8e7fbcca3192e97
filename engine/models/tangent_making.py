"""Tangents for surfaces that come without and whose material has a normal picture.

glTF leaves these to each viewer, by MikkTSpace; written into the file, all viewers show the same.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.models.checking import smooth_normals
from engine.models.model import NOTHING, Material, Surface, Texture


def with_needed_tangents(surface: Surface, materials: tuple[Material, ...]) -> Surface:
    """Return the surface with the tangents that its material needs; one without normals is flat, as glTF wants it."""
    if surface.material == NOTHING or surface.tangents is not None:
        return surface
    texture = materials[surface.material].textures.get("normal")
    if texture is None or texture.uv_set >= len(surface.uvs):
        return surface
    from engine.baking.tangent_space import with_tangents  # loads Embree, which nothing else here needs

    faceted = surface if surface.normals is not None else _faceted(surface)
    shown = replace(faceted, uvs=(*faceted.uvs, _shown(faceted.uvs[texture.uv_set], texture)))
    made = with_tangents(shown, uv_set=len(shown.uvs) - 1)
    return replace(made, uvs=made.uvs[:-1])


def _faceted(surface: Surface) -> Surface:
    """Return the surface with three corners of its own for each triangle, and the normals of these."""
    split = surface.picked(
        surface.faces.reshape(-1).astype(np.int64), np.arange(surface.faces.size, dtype=np.int32).reshape(-1, 3)
    )
    return replace(split, normals=smooth_normals(split.points, split.faces))


def _shown(uvs: NDArray[np.float32], texture: Texture) -> NDArray[np.float32]:
    """Return where in the picture the corners are: tangents follow it as it is shown."""
    if texture.transform is None:
        return uvs
    shift_u, shift_v, angle, scale_u, scale_v = texture.transform
    u, v = (uvs * np.array([scale_u, scale_v])).T
    cosine, sine = np.cos(angle), np.sin(angle)
    return np.column_stack([cosine * u + sine * v + shift_u, cosine * v - sine * u + shift_v]).astype(np.float32)

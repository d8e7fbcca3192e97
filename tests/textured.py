"""Pictures and models with textures, made by arithmetic, for the tests of encoding."""

import io
from dataclasses import replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.encoding.texels import Texels
from engine.models.model import Material, Mesh, Model, Node, Picture, Surface, Texture
from tests import gltf

SIDE = 64


def leaves(side: int = SIDE) -> Texels:
    """Return colours as a photograph has them: slow changes, edges, and a little grain."""
    y, x = np.mgrid[0:side, 0:side] / side
    grain = np.random.default_rng(7).normal(0, 3, (side, side))
    red = 120 + 90 * np.sin(9 * x + 4 * y) + grain
    green = 130 + 80 * np.cos(7 * y - 3 * x) + grain
    blue = np.where((x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.08, 200, 60) + grain
    return opaque(np.stack([red, green, blue], axis=-1))


def bumps(side: int = SIDE) -> Texels:
    """Return the normal map of waves."""
    y, x = np.mgrid[0:side, 0:side] / side
    slope_x, slope_y = 0.6 * np.cos(14 * x) * np.sin(11 * y), 0.6 * np.sin(14 * x) * np.cos(11 * y)
    vectors = np.stack([-slope_x, -slope_y, np.ones_like(x)], axis=-1)
    vectors /= np.linalg.norm(vectors, axis=-1, keepdims=True)
    return opaque((vectors * 0.5 + 0.5) * 255)


def opaque(colors: NDArray[Any]) -> Texels:
    """Return (h, w, 4) texels of (h, w, 3) values in [0, 255]."""
    texels = np.full((*colors.shape[:2], 4), 255, np.uint8)
    texels[..., :3] = np.clip(np.rint(colors), 0, 255)
    return texels


def picture(texels: Texels, form: Literal["PNG", "JPEG", "WEBP"] = "PNG", mode: str = "RGB") -> bytes:
    """Return the file of a picture."""
    out = io.BytesIO()
    Image.fromarray(texels).convert(mode).save(out, form)
    return out.getvalue()


def square(
    textures: dict[str, Texels], *, alpha_mode: Literal["OPAQUE", "MASK", "BLEND"] = "OPAQUE", **extensions: Any
) -> Model:
    """Return a square with a material of textures by slot."""
    points = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], np.float64)
    faces = np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    uv = np.array([[0, 1], [1, 1], [1, 0], [0, 0]], np.float32)
    normals = np.tile(np.array([[0, 0, 1]], np.float32), (4, 1))
    tangents = np.tile(np.array([[1, 0, 0, 1]], np.float32), (4, 1))
    surface = Surface(points, faces, normals=normals, tangents=tangents, uvs=(uv,), material=0)
    pictures = tuple(Picture(picture(texels, mode="RGBA"), "image/png", slot) for slot, texels in textures.items())
    uses: Any = {slot: Texture(number) for number, slot in enumerate(textures)}
    material = Material("paint", textures=uses, alpha_mode=alpha_mode, extensions=extensions)
    return Model((Node("square", mesh=0),), (0,), (Mesh((surface,)),), (material,), pictures)


def also(model: Model, **changes: Any) -> Model:
    """Return the model with another first material."""
    return replace(model, materials=(replace(model.materials[0], **changes),))


def opened_ktx2(data: bytes) -> dict[str, Any]:
    """Return what ktx-parse and three.js' KTX2Loader find in a KTX2 file; `pixels` are levels that three transcoded."""
    return gltf._told("open_ktx2.mjs", data)

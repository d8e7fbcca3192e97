"""The pictures of a model as other formats want them: as PNG or JPEG, as single channels, or as colours at places."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.baking.sampled import Sampled
from engine.images import png
from engine.models.model import NOTHING, Material, Model, Picture, Slot, Surface, Texture
from engine.models.pictures import opened
from engine.shapes import Pixels

COLOR_SLOTS: tuple[Slot, ...] = ("base_color", "emissive")
_SAMPLES = 2048  # places at which a surface's mean is taken
_KEPT = 4  # opened pictures in memory; one of 8192 by 8192 takes 256 MiB
_EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg"}
Floats = NDArray[np.float32]


class Gallery:
    """Opens the pictures of a model, each once as long as a few are used in turn."""

    def __init__(self, model: Model) -> None:
        self._pictures = model.pictures
        self.pixels = lru_cache(_KEPT)(self._opened)

    def file(self, number: int) -> tuple[bytes, str]:
        """Return a picture as a PNG or JPEG file, and its extension; other kinds become PNG.

        Raises
        ------
        Invalid
            It is broken; a file is never made of a picture that nobody can open.
        """
        picture = self._pictures[number]
        opened(picture)
        if picture.media_type in _EXTENSIONS:
            return picture.data, _EXTENSIONS[picture.media_type]
        return png(_smallest(self.pixels(number))), "png"

    def name(self, number: int, slot: Slot) -> str:
        """Return a picture's name in a folder of textures, without an extension."""
        return f"{number}_{slot}"

    def channel(self, number: int, channel: int, factor: float = 1.0) -> bytes:
        """Return one channel of a picture as a grey PNG, each value times `factor`."""
        values = self.pixels(number)[..., channel]
        shown = values if factor == 1 else np.rint(np.clip(values * factor, 0, 255)).astype(np.uint8)
        return png(np.ascontiguousarray(shown))

    def steepened(self, number: int, strength: float) -> bytes:
        """Return a picture of normals, each leaning `strength` times as far, as a PNG."""
        normals = self.pixels(number)[..., :3] / np.float32(127.5) - 1
        normals[..., :2] *= strength
        normals /= np.maximum(np.linalg.norm(normals, axis=-1, keepdims=True), 1e-6)
        return png(np.rint((normals + 1) * 127.5).astype(np.uint8))

    def values(self, texture: Texture, slot: Slot, surface: Surface, uvs: Floats | None = None) -> Floats:
        """Return (n, 4) linear values of a texture at the surface's corners, or at (n, 2) other coordinates of its set.

        A surface without that set has the values of the picture's upper left corner.
        """
        if uvs is None:
            known = texture.uv_set < len(surface.uvs)
            uvs = surface.uvs[texture.uv_set] if known else np.zeros((len(surface.points), 2), np.float32)
        return Sampled(self.pixels(texture.picture), texture, is_color=slot in COLOR_SLOTS).at(uvs)

    def mean(self, texture: Texture, slot: Slot, surface: Surface) -> Floats:
        """Return the mean (4,) linear value of a texture over the area of a surface."""
        if texture.uv_set >= len(surface.uvs):
            return np.ones(4, np.float32)
        uvs = _spread(surface, surface.uvs[texture.uv_set])
        return np.asarray(self.values(texture, slot, surface, uvs).mean(axis=0), np.float32)

    def _opened(self, number: int) -> Pixels:
        picture: Picture = self._pictures[number]
        image = opened(picture)
        if image.mode.startswith("I"):  # 16 bits of grey, which would be cut off at 255
            image = Image.fromarray((np.asarray(image).astype(np.uint32) >> 8).astype(np.uint8))
        return np.asarray(image.convert("RGBA"))


def corner_colors(surface: Surface, material: Material, gallery: Gallery) -> Floats:
    """Return (n, 4) linear base colours at the surface's corners: factor, picture and vertex colours multiplied."""
    colors = np.tile(np.array(material.base_color, np.float32), (len(surface.points), 1))
    if (texture := material.textures.get("base_color")) is not None:
        colors *= gallery.values(texture, "base_color", surface)
    if surface.colors is not None:
        colors *= surface.colors
    return np.asarray(np.clip(colors, 0.0, 1.0), np.float32)


def material_of(model: Model, surface: Surface) -> Material:
    """Return the material of a surface; one that has none is white, and not of metal, as viewers show it."""
    return Material(metallic=0.0) if surface.material == NOTHING else model.materials[surface.material]


def _smallest(pixels: Pixels) -> Pixels:
    """Return pixels without an alpha channel that says nothing."""
    return pixels if (pixels[..., 3] < 255).any() else np.ascontiguousarray(pixels[..., :3])


def _spread(surface: Surface, uvs: Floats) -> Floats:
    """Return texture coordinates at places spread evenly over the area of the surface, always the same ones.

    Source of the spread: Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018.
    """
    corners = surface.points[surface.faces]
    areas = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    upto = np.cumsum(areas if areas.sum() > 0 else np.ones(len(areas)))
    steps = (np.arange(_SAMPLES) + 0.5) / _SAMPLES
    faces = surface.faces[np.minimum(np.searchsorted(upto, steps * upto[-1]), len(upto) - 1)]
    first, second = np.modf(np.arange(_SAMPLES)[:, None] * np.array([0.7548776662466927, 0.5698402909980532]))[0].T
    root = np.sqrt(first)
    shares = np.stack([1 - root, root * (1 - second), root * second], axis=1)
    return np.asarray(np.einsum("nk,nkc->nc", shares, uvs[faces]), np.float32)

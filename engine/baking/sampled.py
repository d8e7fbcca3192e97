"""Pictures of a model, looked up at texture coordinates."""

import numpy as np
from numpy.typing import NDArray

from engine.models.model import Texture

Floats = NDArray[np.float32]
_CLAMP, _MIRROR = 33071, 33648  # glTF's wrap modes; all others repeat


def decoded(values: Floats) -> Floats:
    """Return linear light of sRGB values in [0, 1]."""
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** np.float32(2.4)).astype(np.float32)


def encoded(linear: Floats) -> Floats:
    """Return sRGB values in [0, 1] of linear ones."""
    values = np.clip(linear, 0, 1)
    return np.where(
        values <= 0.0031308, values * 12.92, 1.055 * np.maximum(values, 1e-9) ** np.float32(1 / 2.4) - 0.055
    ).astype(np.float32)


_LINEAR = (np.arange(256, dtype=np.float32) / 255).astype(np.float32)
_FROM_SRGB = decoded(_LINEAR)


class Sampled:
    """A picture as a material uses it: bilinear, wrapped, in linear light."""

    def __init__(self, pixels: NDArray[np.uint8], texture: Texture, *, is_color: bool) -> None:
        """Take (h, w, 4) pixels; the first three channels of a colour picture are sRGB."""
        self._height, self._width = pixels.shape[:2]
        self._pixels = np.ascontiguousarray(pixels).reshape(-1, 4)
        self._texture, self._is_color = texture, is_color
        self.uv_set = texture.uv_set

    def at(self, uvs: Floats) -> Floats:
        """Return (n, 4) values in [0, 1] at (n, 2) texture coordinates."""
        uvs = _placed(uvs, self._texture)
        sides = (self._width, self._height)
        below, above, share = zip(
            *(_ends(uvs[:, axis], sides[axis], self._texture.wrap[axis]) for axis in (0, 1)), strict=True
        )
        (left, top), (right, bottom), (x, y) = below, above, share
        found = self._texel(top, left) * ((1 - x) * (1 - y))[:, None]
        found += self._texel(top, right) * (x * (1 - y))[:, None]
        found += self._texel(bottom, left) * ((1 - x) * y)[:, None]
        found += self._texel(bottom, right) * (x * y)[:, None]
        return np.asarray(found, np.float32)

    def _texel(self, row: NDArray[np.int64], column: NDArray[np.int64]) -> Floats:
        bytes_of = self._pixels[row * self._width + column]
        if not self._is_color:
            return np.asarray(_LINEAR[bytes_of], np.float32)
        found = _FROM_SRGB[bytes_of]
        found[:, 3] = _LINEAR[bytes_of[:, 3]]
        return np.asarray(found, np.float32)


def _placed(uvs: Floats, texture: Texture) -> Floats:
    """Return texture coordinates under the texture's transform (KHR_texture_transform)."""
    if texture.transform is None:
        return uvs
    shift_u, shift_v, turn, wide, high = texture.transform
    cosine, sine = np.cos(turn), np.sin(turn)
    u, v = uvs[:, 0] * wide, uvs[:, 1] * high
    return np.stack([cosine * u + sine * v + shift_u, cosine * v - sine * u + shift_v], axis=1).astype(np.float32)


def _ends(values: Floats, side: int, wrap: int) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """Return the two texels on both sides of each coordinate, and the share of the second."""
    place = values.astype(np.float64) * side - 0.5
    floor = np.floor(place)
    first = floor.astype(np.int64)
    return _wrapped(first, side, wrap), _wrapped(first + 1, side, wrap), (place - floor).astype(np.float32)


def _wrapped(texel: NDArray[np.int64], side: int, wrap: int) -> NDArray[np.int64]:
    if wrap == _CLAMP:
        return np.clip(texel, 0, side - 1)
    if wrap == _MIRROR:
        turned = texel % (2 * side)
        return np.where(turned < side, turned, 2 * side - 1 - turned)
    return texel % side

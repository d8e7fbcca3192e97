"""Stored texels to numbers that may be averaged, and back: linear light, unit vectors, colours weighed by alpha."""

import numpy as np
from numpy.typing import NDArray

from engine.encoding.filtering import Values
from engine.encoding.kinds import Profile
from engine.encoding.texels import Texels

_STEPS = 65_535
_ALPHA_LEAST = 6 / 255
"""Below it, the filter's ringing is as large as the colour: the neighbours know better."""
_LENGTH_LEAST = 0.02
"""Texels of middle grey are no direction; eight bits cannot store it better than this."""


def _to_linear(stored: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return linear light of sRGB values in [0, 1] (IEC 61966-2-1)."""
    return np.where(stored <= 0.04045, stored / 12.92, ((stored + 0.055) / 1.055) ** 2.4)


def _to_srgb(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


_LINEAR = _to_linear(np.arange(256) / 255).astype(np.float32)
_PLAIN = (np.arange(256) / 255).astype(np.float32)
# 65,536 steps: where sRGB is steepest, one step is a twentieth of a stored level.
_STORED = np.rint(_to_srgb(np.arange(_STEPS + 1) / _STEPS) * 255).astype(np.uint8)


def worked(texels: Texels, profile: Profile, *, has_alpha: bool) -> Values:
    """Return (h, w, 3), or (h, w, 4) where alpha counts, values that may be averaged."""
    if profile.is_normal:
        return directions(texels)
    colors = (_LINEAR if profile.is_color else _PLAIN)[texels[..., :3]]
    if not has_alpha:
        return colors
    alpha = _PLAIN[texels[..., 3:]]
    return np.concatenate([colors * alpha if profile.is_color else colors, alpha], axis=-1)


def stored(values: Values, profile: Profile) -> Texels:
    """Return texels of what `worked` gave, or of a mean of it; colours under no alpha are those of their neighbours."""
    texels = np.full((*values.shape[:2], 4), 255, np.uint8)
    if profile.is_normal:
        texels[..., :3] = _rounded(unit(values) * 0.5 + 0.5)
        return texels
    colors = values[..., :3]
    if values.shape[-1] == 4:
        texels[..., 3] = _rounded(values[..., 3])
        if profile.is_color:
            colors = spread(colors, values[..., 3])
    texels[..., :3] = _STORED[_steps(colors)] if profile.is_color else _rounded(colors)
    return texels


def directions(texels: Texels) -> Values:
    """Return the (h, w, 3) unit vectors of a normal map; a vector without length points outwards."""
    return unit(texels[..., :3].astype(np.float32) / np.float32(127.5) - 1)


def unit(vectors: Values) -> Values:
    """Return (h, w, 3) vectors of length one."""
    lengths = np.sqrt(np.einsum("hwc,hwc->hw", vectors, vectors))[..., None]
    outwards = np.array([0, 0, 1], np.float32)
    directed = vectors / np.maximum(lengths, _LENGTH_LEAST)
    return np.asarray(np.where(lengths > _LENGTH_LEAST, directed, outwards), np.float32)


def spread(weighed: Values, alpha: NDArray[np.float32]) -> Values:
    """Return colours out of (h, w, 3) colours times alpha; where alpha is naught, the mean of what is near.

    Source: Gortler et al., "The lumigraph", 1996 (pull and push).
    """
    is_seen = alpha > _ALPHA_LEAST
    colors = np.clip(weighed / np.maximum(alpha, _ALPHA_LEAST)[..., None], 0, 1)
    if is_seen.all() or not is_seen.any() or max(alpha.shape) == 1:
        return np.asarray(colors, np.float32)
    coarse = spread(_pooled(np.where(is_seen[..., None], weighed, 0)), _pooled(np.where(is_seen, alpha, 0)))
    rows, columns = alpha.shape
    near = coarse.repeat(2, axis=0)[:rows].repeat(2, axis=1)[:, :columns]
    return np.asarray(np.where(is_seen[..., None], colors, near), np.float32)


def _pooled(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean of each two by two; beyond an odd edge, the edge goes on."""
    rows, columns = values.shape[:2]
    padding = [(0, rows % 2), (0, columns % 2)] + [(0, 0)] * (values.ndim - 2)
    padded = np.pad(values, padding, mode="edge")
    rows, columns = padded.shape[:2]
    blocks = padded.reshape(rows // 2, 2, columns // 2, 2, *padded.shape[2:])
    return np.asarray(blocks.mean(axis=(1, 3)), np.float32)


def _steps(values: Values) -> NDArray[np.uint16]:
    return np.asarray(np.rint(np.clip(values, 0, 1) * np.float32(_STEPS)), np.uint16)


def _rounded(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.asarray(np.rint(np.clip(values, 0, 1) * np.float32(255)), np.uint8)

"""Occlusion, roughness and metallic in one picture: red, green and blue, as glTF reads them."""

from collections.abc import Mapping

import numpy as np

from domain.errors import Invalid
from engine.encoding.filtering import resampled
from engine.encoding.texels import Texels

RED, GREEN, BLUE = 0, 1, 2
_SOURCES: Mapping[str, tuple[tuple[int, int], ...]] = {
    "occlusion": ((RED, RED),),
    "ambient_occlusion": ((RED, RED),),
    "roughness": ((RED, GREEN),),
    "metallic": ((RED, BLUE),),
    "metallic_roughness": ((GREEN, GREEN), (BLUE, BLUE)),
}
"""Which channel of each kind goes into which of the packed picture."""
_MISSING = (255, 255, 0, 255)
"""Open, rough, and not of metal."""
PACKABLE = frozenset(_SOURCES)


def packed_orm(parts: Mapping[str, Texels]) -> Texels:
    """Return one picture of up to three channels by kind, as large as the largest of them; what is missing is plain.

    Raises
    ------
    Invalid
        There is nothing to pack, or two kinds say the same.
    """
    named = {kind: texels for kind, texels in parts.items() if kind in _SOURCES}
    if not named:
        raise Invalid("There is nothing to pack: give occlusion, roughness or metallic", allowed=sorted(_SOURCES))
    taken = [channel for kind in named for _, channel in _SOURCES[kind]]
    if len(set(taken)) < len(taken):
        raise Invalid("Two textures say the same of a surface", kinds=sorted(named))
    width = max(texels.shape[1] for texels in named.values())
    height = max(texels.shape[0] for texels in named.values())
    packed = np.empty((height, width, 4), np.uint8)
    packed[:] = _MISSING
    for kind, texels in named.items():
        for before, after in _SOURCES[kind]:
            packed[..., after] = _sized(texels[..., before], width, height)
    return packed


def _sized(channel: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], width: int, height: int) -> Texels:
    if channel.shape == (height, width):
        return channel
    values = resampled(channel[..., None].astype(np.float32), width, height)[..., 0]
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)

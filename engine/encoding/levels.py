"""A texture with its mip levels, ready to be encoded."""

from dataclasses import dataclass

import numpy as np

from engine.encoding.filtering import Values, halved, resampled
from engine.encoding.kinds import Profile
from engine.encoding.light import stored, worked
from engine.encoding.sizing import mip_sizes
from engine.encoding.texels import Texels, has_alpha
from engine.shapes import Tick, no_tick
from engine.threads import side_by_side

_BAND_TEXELS = 1 << 20
_NARROWED = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """Texels from the largest level to the smallest; `has_alpha` tells whether the fourth channel counts."""

    texels: tuple[Texels, ...]
    profile: Profile
    has_alpha: bool

    @property
    def width(self) -> int:
        """Return the texels along the first level."""
        return int(self.texels[0].shape[1])

    @property
    def height(self) -> int:
        """Return the texels down the first level."""
        return int(self.texels[0].shape[0])


def levels_of(
    texels: Texels,
    profile: Profile,
    *,
    size: tuple[int, int],
    has_mipmaps: bool,
    is_tiled: bool = False,
    counts_alpha: bool = True,
    alpha_cutoff: float = 0.0,
    tick: Tick = no_tick,
) -> Levels:
    """Return a picture at another size (width, height), with or without its mip levels.

    Colours are averaged in linear light and weighed by alpha, normals are unit vectors at each level. Texels whose
    size does not change stay as they are, but for colours that no alpha shows. Where a material cuts at `alpha_cutoff`,
    each level shows as large a share of its texels as the first does, so that leaves do not vanish with distance.
    """
    width, height = size
    is_see_through = counts_alpha and profile.channels == 4 and has_alpha(texels)
    stays = (texels.shape[1], texels.shape[0]) == size
    tick(0.0, "Filtering")
    if stays and not has_mipmaps and not is_see_through:
        return Levels((_opaque(texels),), profile, False)
    values = _fitted(texels, profile, size, is_see_through=is_see_through, is_tiled=is_tiled, tick=tick)
    first = _opaque(texels) if stays and not is_see_through else stored(values, profile)
    made = [first]
    sizes = mip_sizes(width, height)[1:] if has_mipmaps else []
    for number, (columns, rows) in enumerate(sizes):
        tick(_NARROWED + (1 - _NARROWED) * number / len(sizes), "Filtering")
        values = halved(values, columns, rows)
        level = stored(values, profile)
        made.append(_as_open(level, first, alpha_cutoff) if is_see_through and alpha_cutoff > 0 else level)
    return Levels(tuple(made), profile, is_see_through)


def _fitted(
    texels: Texels, profile: Profile, size: tuple[int, int], *, is_see_through: bool, is_tiled: bool, tick: Tick
) -> Values:
    """Return values at the new size; bands of a wide picture become narrow before the next band is taken."""
    rows = max(1, _BAND_TEXELS // texels.shape[1])
    bands = [texels[start : start + rows] for start in range(0, len(texels), rows)]

    def narrowed(band: Texels) -> Values:
        values = worked(band, profile, has_alpha=is_see_through)
        return resampled(values, size[0], len(band), is_tiled=is_tiled)

    narrow = side_by_side(narrowed, bands, lambda share: tick(_NARROWED * share, "Filtering"))
    return resampled(np.concatenate(narrow), *size, is_tiled=is_tiled)


def _as_open(level: Texels, first: Texels, cutoff: float) -> Texels:
    """Return a level with its alpha scaled so that as large a share of it is shown as of the first level.

    Source: Castaño, "Computing alpha mipmaps", 2010.
    """
    shown = float((first[..., 3] >= cutoff * 255).mean())
    least = float(np.quantile(level[..., 3], 1 - shown))
    if not 0 < shown < 1 or least <= 0:
        return level
    scaled = level.copy()
    scaled[..., 3] = np.clip(np.rint(level[..., 3] * (cutoff * 255 / least)), 0, 255)
    return scaled


def _opaque(texels: Texels) -> Texels:
    if not has_alpha(texels):
        return texels
    opaque = texels.copy()
    opaque[..., 3] = 255
    return opaque

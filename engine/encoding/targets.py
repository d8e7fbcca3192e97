"""What textures are made into for each place where they will be shown, where nobody asks for anything else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from domain.work.optimize_mesh import Target
from domain.work.optimize_textures import TextureCompression

Policy = Literal["nearest", "lower", "higher", "none"]


@dataclass(frozen=True, slots=True)
class Defaults:
    """Compression of single textures and of those in a model, longest side, and the powers of two."""

    single: TextureCompression
    in_model: TextureCompression
    max_size_px: int
    power_of_two: Policy


TARGETS: Mapping[Target, Defaults] = {
    # Every browser reads WebP; three.js, Babylon and model-viewer read it in models.
    "web": Defaults("webp", "webp", 2048, "nearest"),
    # Phones read ASTC as it is; in a model, Basis is turned into it (or into ETC2 on old ones) when it is loaded.
    "mobile": Defaults("astc", "basis", 1024, "lower"),
    "desktop": Defaults("bc7", "uastc", 4096, "nearest"),
    # Scene Viewer and Quick Look read PNG and JPEG only.
    "ar": Defaults("none", "none", 2048, "lower"),
    # A print is slower to make than to load: nothing is lost.
    "print": Defaults("none", "none", 8192, "none"),
}

ASTC_BLOCKS: tuple[tuple[float, str, str], ...] = (
    (0.95, "4x4", "4x4"),
    (0.85, "5x5", "4x4"),
    (0.7, "6x6", "5x5"),
    (0.5, "8x6", "6x6"),
    (0.25, "8x8", "8x6"),
    (0.1, "10x10", "8x8"),
    (0.0, "12x12", "10x10"),
)
"""From which quality on which ASTC block is taken: for colours and data; for normals, where errors show as light."""


def astc_block(quality: float, *, is_normal: bool) -> str:
    """Return the ASTC block, like "6x6", for a quality in [0, 1]."""
    return next(normal if is_normal else other for least, other, normal in ASTC_BLOCKS if quality >= least)

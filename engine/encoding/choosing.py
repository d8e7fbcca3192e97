"""Which form a texture gets: from what it means, whether alpha counts, and what was asked for."""

from dataclasses import dataclass
from typing import Literal

from domain.work.optimize_textures import TextureCompression
from engine.encoding.blocks import Effort, Mode
from engine.encoding.kinds import Profile
from engine.encoding.targets import astc_block

Container = Literal["astc", "etc2", "bc7", "etc1s", "uastc", "webp", "png", "jpeg"]
JPEG_QUALITY_LEAST = 60
WEBP_QUALITY_LEAST = 30
_LOSSLESS_FROM = 0.7


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for, as it counts for every texture of a job."""

    compression: TextureCompression
    quality: float = 0.8
    effort: Effort = "medium"
    is_compact: bool = True
    astc_block: str = ""
    is_supercompressed: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """How one texture is encoded: `form` is a block format's name, or the container's; `swizzle` is for KTX2."""

    container: Container
    form: str
    mode: Mode
    is_lossless: bool = False
    swizzle: str = ""


def choice_for(profile: Profile, wishes: Wishes, *, has_alpha: bool, was_jpeg: bool = False) -> Choice:
    """Return the form for a texture.

    Compact: normals are X and Y (ASTC: X in red, green and blue, Y in alpha; BC5 and EAC RG11: red and green), scalars
    one channel (ASTC luminance; BC4, EAC R11). Basis and WebP keep three channels, as glTF wants.
    """
    mode = _mode(profile, wishes)
    match wishes.compression:
        case "astc":
            return _astc(profile, wishes, mode)
        case "etc2":
            plain = "etc2_rgba" if has_alpha else "etc2_rgb"
            return _blocks("etc2", {"normal_xy": "eac_rg11", "scalar": "eac_r11"}.get(mode, plain), mode)
        case "bc7":
            return _blocks("bc7", {"normal_xy": "bc5", "scalar": "bc4"}.get(mode, "bc7"), mode)
        case "etc1s" | "uastc":
            return Choice(wishes.compression, wishes.compression, _wide(profile))
        case "basis":
            codec: Container = "etc1s" if profile.is_color else "uastc"
            return Choice(codec, codec, _wide(profile))
        case "webp":
            # Half the colour resolution and 8-bit YUV bend normals; data keeps its numbers unless few bytes are wanted.
            is_lossless = wishes.quality >= (1.0 if profile.is_color else _LOSSLESS_FROM)
            return Choice("webp", "webp", _wide(profile), is_lossless)
        case "none":
            container: Container = "jpeg" if was_jpeg and not has_alpha else "png"
            return Choice(container, container, _wide(profile), container == "png")


def _mode(profile: Profile, wishes: Wishes) -> Mode:
    if wishes.is_compact and profile.is_normal:
        return "normal_xy"
    if wishes.is_compact and profile.channels == 1:
        return "scalar"
    return _wide(profile)


def _wide(profile: Profile) -> Mode:
    return "color" if profile.is_color else "data"


def _astc(profile: Profile, wishes: Wishes, mode: Mode) -> Choice:
    block = wishes.astc_block or astc_block(wishes.quality, is_normal=profile.is_normal)
    return Choice("astc", f"astc_{block}", mode, swizzle={"normal_xy": "ra01", "scalar": "rrr1"}.get(mode, ""))


def _blocks(container: Container, form: str, mode: Mode) -> Choice:
    return Choice(container, form, mode, swizzle={"normal_xy": "rg01", "scalar": "rrr1"}.get(mode, ""))

"""A texture with its levels becomes a file, and the file is read back to see what was lost."""

import io
import time
from dataclasses import dataclass

import numpy as np
from PIL import Image

from engine.encoding.basis import BasisCodec, decode_basis, encode_basis
from engine.encoding.blocks import decode_blocks, encode_blocks
from engine.encoding.choosing import JPEG_QUALITY_LEAST, WEBP_QUALITY_LEAST, Choice, Wishes
from engine.encoding.formats import FORMATS
from engine.encoding.ktx2 import read_ktx2, write_ktx2
from engine.encoding.levels import Levels
from engine.encoding.sizing import mip_sizes
from engine.encoding.texels import Texels
from engine.encoding.watching import watched
from engine.shapes import Tick, no_tick

KTX2, WEBP, PNG, JPEG = "image/ktx2", "image/webp", "image/png", "image/jpeg"
SUFFIXES = {KTX2: ".ktx2", WEBP: ".webp", PNG: ".png", JPEG: ".jpg"}
_PICTURES = {"webp": WEBP, "png": PNG, "jpeg": JPEG}
_WEBP_EFFORTS = {"fast": 2, "medium": 4, "thorough": 6}
_PNG_EFFORTS = {"fast": 4, "medium": 6, "thorough": 9}
_BASIS_BITS = {"etc1s": 4.0, "uastc": 8.0}
"""Bits of a texel in memory: ETC1S becomes ETC1 or BC1, UASTC becomes ASTC 4×4 or BC7."""


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """A texture's file; `memory_bytes` is what the graphics card holds, `memory_bits` those of a texel there."""

    data: bytes
    media_type: str
    choice: Choice
    width: int
    height: int
    levels: int
    memory_bits: float
    memory_bytes: int
    seconds: float

    @property
    def file_bits(self) -> float:
        """Return the bits of the file over the texels of the first level."""
        return len(self.data) * 8 / (self.width * self.height)


def encoded(levels: Levels, choice: Choice, wishes: Wishes, *, tick: Tick = no_tick) -> Encoded:
    """Return the file of a texture; one that is no KTX2 holds the first level only."""
    begun = time.perf_counter()
    if choice.form in FORMATS:
        data, media_type = _in_blocks(levels, choice, wishes, tick), KTX2
    elif choice.container in ("etc1s", "uastc"):
        codec: BasisCodec = "etc1s" if choice.container == "etc1s" else "uastc"
        data = encode_basis(
            levels, codec, quality=wishes.quality, effort=wishes.effort,
            is_supercompressed=wishes.is_supercompressed, tick=tick,
        )  # fmt: skip
        media_type = KTX2
    else:
        media_type = _PICTURES[choice.container]
        data = watched(lambda: _picture(levels, choice, wishes), tick, f"Encoding {choice.container.upper()}")
    count = len(levels.texels) if media_type == KTX2 else 1
    bits, in_memory = _memory(levels, choice, count)
    return Encoded(
        data, media_type, choice, levels.width, levels.height, count, bits, in_memory, time.perf_counter() - begun
    )


def kept_as_is(levels: Levels, choice: Choice, data: bytes, media_type: str) -> Encoded:
    """Return the file that a texture came in as what became of it."""
    bits, in_memory = _memory(levels, choice, 1)
    return Encoded(data, media_type, choice, levels.width, levels.height, 1, bits, in_memory, 0.0)


def decoded(made: Encoded) -> Texels:
    """Return the (h, w, 4) texels of the first level, as a shader sees them."""
    if made.media_type != KTX2:
        return np.array(Image.open(io.BytesIO(made.data)).convert("RGBA"))
    if made.choice.form not in FORMATS:
        return decode_basis(made.data)
    file = read_ktx2(made.data)
    return decode_blocks(file.levels[0], FORMATS[made.choice.form], file.width, file.height, mode=made.choice.mode)


def _in_blocks(levels: Levels, choice: Choice, wishes: Wishes, tick: Tick) -> bytes:
    form = FORMATS[choice.form]
    is_srgb = levels.profile.is_color and bool(form.vk_srgb)
    total = sum(level.shape[0] * level.shape[1] for level in levels.texels)
    blocks, done = [], 0
    for level in levels.texels:
        share = level.shape[0] * level.shape[1] / total

        def said(fraction: float, message: str, start: float = done / total, share: float = share) -> None:
            tick(start + share * fraction, message)

        blocks.append(encode_blocks(level, form, mode=choice.mode, is_srgb=is_srgb, effort=wishes.effort, tick=said))
        done += level.shape[0] * level.shape[1]
    return write_ktx2(
        blocks, width=levels.width, height=levels.height, form=form, is_srgb=is_srgb,
        is_supercompressed=wishes.is_supercompressed, swizzle=choice.swizzle,
    )  # fmt: skip


def _picture(levels: Levels, choice: Choice, wishes: Wishes) -> bytes:
    texels = levels.texels[0] if levels.has_alpha else levels.texels[0][..., :3]
    image, out = Image.fromarray(np.ascontiguousarray(texels)), io.BytesIO()
    if choice.container == "webp":
        effort = _WEBP_EFFORTS[wishes.effort]
        if choice.is_lossless:
            image.save(out, "WEBP", lossless=True, quality=effort * 15, method=effort, exact=True)
        else:
            quality = round(WEBP_QUALITY_LEAST + (100 - WEBP_QUALITY_LEAST) * wishes.quality)
            image.save(out, "WEBP", quality=quality, method=effort, exact=True)
        return out.getvalue()
    if choice.container == "jpeg":
        quality = round(JPEG_QUALITY_LEAST + (98 - JPEG_QUALITY_LEAST) * wishes.quality)
        image.save(out, "JPEG", quality=quality, subsampling=0 if wishes.quality >= 0.7 else 2, optimize=True)
        return out.getvalue()
    if not levels.has_alpha and levels.profile.channels == 1:
        image = image.getchannel(0)
    image.save(out, "PNG", compress_level=_PNG_EFFORTS[wishes.effort])
    return out.getvalue()


def _memory(levels: Levels, choice: Choice, count: int) -> tuple[float, int]:
    """Return the bits of a texel in the graphics card's memory, and the bytes of all levels there.

    Of a picture that is no KTX2, loaders make all levels, four bytes a texel.
    """
    sizes = [(level.shape[1], level.shape[0]) for level in levels.texels[:count]]
    form = FORMATS.get(choice.form)
    if form is not None:
        return form.bits_per_texel, sum(form.size_bytes(*size) for size in sizes)
    if choice.container in _BASIS_BITS:
        bits = _BASIS_BITS[choice.container] * (2 if choice.container == "etc1s" and levels.has_alpha else 1)
        return bits, sum(int(-(-wide // 4) * -(-high // 4) * 2 * bits) for wide, high in sizes)
    return 32.0, sum(wide * high * 4 for wide, high in mip_sizes(levels.width, levels.height))

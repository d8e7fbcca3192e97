"""Texels to blocks and back: by the encoders of Arm (ASTC), Taudul (ETC2) and Geldreich (BC7), our BC4 and ETC1."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Literal

import numpy as np

from engine.encoding.bc4 import encode_bc4
from engine.encoding.etc1 import encode_etc1
from engine.encoding.formats import BlockFormat
from engine.encoding.texels import Texels
from engine.shapes import Tick, no_tick
from engine.threads import side_by_side

Effort = Literal["fast", "medium", "thorough"]
Mode = Literal["color", "data", "normal_xy", "scalar"]
_BAND_TEXELS = 1 << 16
_ASTC_EFFORTS: Mapping[Effort, float] = {"fast": 10, "medium": 60, "thorough": 98}
_BC7_EFFORTS: Mapping[Effort, tuple[int, int]] = {"fast": (0, 16), "medium": (1, 64), "thorough": (4, 64)}
"""Uber level and number of partitions that are tried."""
_SWIZZLES: Mapping[Mode, str] = {"color": "rgba", "data": "rgba", "normal_xy": "rrrg", "scalar": "rrr1"}


def encode_blocks(
    texels: Texels, form: BlockFormat, *, mode: Mode, is_srgb: bool, effort: Effort = "medium", tick: Tick = no_tick
) -> bytes:
    """Return the blocks of one level, row by row.

    A block does not depend on its neighbours, so bands of rows are encoded side by side: same texels, same bytes,
    however many threads there are. `mode`: normals as X and Y take no third channel, scalars take the red one.
    """
    whole = _padded(texels, form)
    rows = max(1, _BAND_TEXELS // (whole.shape[1] * form.block_height)) * form.block_height
    bands = [np.ascontiguousarray(whole[start : start + rows]) for start in range(0, len(whole), rows)]
    encode = _encoder(form, mode, is_srgb, effort)

    def said(share: float) -> None:
        tick(share, f"Encoding {form.name}")

    return b"".join(side_by_side(encode, bands, said))


def decode_blocks(blocks: bytes, form: BlockFormat, width: int, height: int, *, mode: Mode) -> Texels:
    """Return (h, w, 4) texels of blocks, as a shader sees them; X and Y of a normal get their Z back."""
    import texture2ddecoder

    decode: Any
    if form.name.startswith("astc"):
        raw = texture2ddecoder.decode_astc(blocks, width, height, form.block_width, form.block_height)
    else:
        decode = getattr(texture2ddecoder, _DECODERS[form.name])
        raw = decode(blocks, width, height)
    texels = np.frombuffer(raw, np.uint8).reshape(height, width, 4)[..., [2, 1, 0, 3]].copy()
    if mode == "normal_xy":
        return with_z(texels[..., 0], texels[..., 3 if form.name.startswith("astc") else 1])
    if mode == "scalar":
        texels[..., 1:3] = texels[..., :1]
        texels[..., 3] = 255
    return texels


def with_z(x: Any, y: Any) -> Texels:
    """Return normal map texels of (h, w) uint8 X and Y."""
    across, up = (values.astype(np.float32) / np.float32(127.5) - 1 for values in (x, y))
    outwards = np.sqrt(np.clip(1 - across**2 - up**2, 0, 1))
    z = np.rint((outwards * 0.5 + 0.5) * 255).astype(np.uint8)
    return np.stack([x, y, z, np.full_like(x, 255)], axis=-1)


_DECODERS: Mapping[str, str] = {
    "bc4": "decode_bc4", "bc5": "decode_bc5", "bc7": "decode_bc7", "etc2_rgb": "decode_etc2",
    "etc2_rgba": "decode_etc2a8", "eac_r11": "decode_eacr", "eac_rg11": "decode_eacrg",
}  # fmt: skip


def _padded(texels: Texels, form: BlockFormat) -> Texels:
    """Return texels in whole blocks: the last row and column go on."""
    rows, columns = texels.shape[:2]
    padding = ((0, -rows % form.block_height), (0, -columns % form.block_width), (0, 0))
    return np.pad(texels, padding, mode="edge") if any(after for _, after in padding) else texels


def _encoder(form: BlockFormat, mode: Mode, is_srgb: bool, effort: Effort) -> Callable[[Texels], bytes]:
    if form.name.startswith("astc"):
        return lambda band: _astc(band, form, mode, is_srgb, effort)
    if form.name == "bc7":
        return lambda band: _bc7(band, effort)
    if form.name == "bc4":
        return lambda band: encode_bc4(band[..., 0]).tobytes()
    if form.name == "bc5":
        return lambda band: np.hstack([encode_bc4(band[..., 0]), encode_bc4(band[..., 1])]).tobytes()
    import etcpak

    call = {
        "etc2_rgb": etcpak.compress_etc2_rgb, "etc2_rgba": etcpak.compress_etc2_rgba,
        "eac_r11": etcpak.compress_eac_r, "eac_rg11": etcpak.compress_eac_rg,
    }[form.name]  # fmt: skip

    def encode(band: Texels) -> bytes:
        if form.name.startswith("etc2") and effort != "fast":
            return _etc2(band, form, call)
        # etcpak gives EAC R11 in a buffer twice as long as what it wrote.
        return bytes(
            call(band.tobytes(), band.shape[1], band.shape[0])[: form.size_bytes(band.shape[1], band.shape[0])]
        )

    return encode


def _etc2(band: Texels, form: BlockFormat, call: Callable[[bytes, int, int], bytes]) -> bytes:
    """Return whichever is nearer for each block: etcpak's, or our ETC1; only etcpak knows planes and T and H blocks."""
    import texture2ddecoder

    height, width = band.shape[:2]
    blocks = np.frombuffer(call(band.tobytes(), width, height), np.uint8).reshape(-1, form.block_bytes).copy()
    colors = blocks[:, -8:]  # behind the eight bytes of alpha, where there are any

    def errors(made: Any) -> Any:
        raw = np.frombuffer(texture2ddecoder.decode_etc2(made.tobytes(), width, height), np.uint8)
        apart = raw.reshape(height, width, 4)[..., 2::-1].astype(np.float32) - band[..., :3]
        return (apart * apart).reshape(height // 4, 4, width // 4, 4, 3).sum(axis=(1, 3, 4)).ravel()

    own = encode_etc1(band)
    is_nearer = errors(own) < errors(colors)
    colors[is_nearer] = own[is_nearer]
    return blocks.tobytes()


def _astc(band: Texels, form: BlockFormat, mode: Mode, is_srgb: bool, effort: Effort) -> bytes:
    import astc_encoder

    image = astc_encoder.ASTCImage(astc_encoder.ASTCType.U8, band.shape[1], band.shape[0], data=band.tobytes())
    swizzle = astc_encoder.ASTCSwizzle.from_str(_SWIZZLES[mode])
    free = _astc_contexts(form, mode == "normal_xy", is_srgb, effort)
    try:
        context = free.pop()
    except IndexError:
        context = _astc_context(form, mode == "normal_xy", is_srgb, effort)
    blocks = bytes(context.compress(image, swizzle))
    free.append(context)
    return blocks


@lru_cache(maxsize=8)
def _astc_contexts(form: BlockFormat, is_normal: bool, is_srgb: bool, effort: Effort) -> list[Any]:
    """Return the contexts that nobody uses; making one costs as much as encoding thousands of blocks."""
    return []


def _astc_context(form: BlockFormat, is_normal: bool, is_srgb: bool, effort: Effort) -> Any:
    import astc_encoder

    # A context that reads nothing but its own blocks keeps smaller tables: quicker, and the same bytes.
    flags = astc_encoder.ASTCConfigFlags.SELF_DECOMPRESS_ONLY
    if is_normal:
        flags |= astc_encoder.ASTCConfigFlags.MAP_NORMAL
    profile = astc_encoder.ASTCProfile.LDR_SRGB if is_srgb else astc_encoder.ASTCProfile.LDR
    config = astc_encoder.ASTCConfig(
        profile, form.block_width, form.block_height, 1, quality=_ASTC_EFFORTS[effort], flags=flags
    )
    return astc_encoder.ASTCContext(config, 1)


def _bc7(band: Texels, effort: Effort) -> bytes:
    import etcpak

    return bytes(etcpak.compress_bc7(band.tobytes(), band.shape[1], band.shape[0], _bc7_parameters(effort)))


@lru_cache(maxsize=4)
def _bc7_parameters(effort: Effort) -> Any:
    import etcpak

    parameters = etcpak.BC7CompressBlockParams()
    parameters.init_linear_weights()
    parameters.m_uber_level, parameters.m_max_partitions = _BC7_EFFORTS[effort]
    return parameters

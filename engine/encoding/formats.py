"""The block formats of graphics cards that this house writes, with their names in Vulkan and in Khronos' data format.

Source: Vulkan's VkFormat; Khronos Data Format Specification 1.3, section 5 (compressed colour models).
"""

from collections.abc import Mapping
from dataclasses import dataclass

RED, GREEN = 0, 1
ETC2_COLOR, ALPHA = 2, 15
_ASTC_MODEL, _BC4_MODEL, _BC5_MODEL, _BC7_MODEL, _ETC2_MODEL = 162, 131, 132, 134, 161
_ASTC_FIRST = 157
_ASTC_SIZES = (
    (4, 4), (5, 4), (5, 5), (6, 5), (6, 6), (8, 5), (8, 6), (8, 8), (10, 5), (10, 6), (10, 8), (10, 10), (12, 10),
    (12, 12),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BlockFormat:
    """How a block of texels is packed.

    `vk_linear`, `vk_srgb`: VkFormat for plain numbers and for sRGB colours (0 where there is none). `samples`: channel
    and first bit of each sample of the data format descriptor; all samples of a block have the same length.
    """

    name: str
    vk_linear: int
    vk_srgb: int
    block_width: int
    block_height: int
    block_bytes: int
    model: int
    samples: tuple[tuple[int, int], ...]

    @property
    def bits_per_texel(self) -> float:
        """Return the bits that a texel takes in memory."""
        return self.block_bytes * 8 / (self.block_width * self.block_height)

    def size_bytes(self, width: int, height: int) -> int:
        """Return the bytes of one level."""
        return -(-width // self.block_width) * -(-height // self.block_height) * self.block_bytes


_ASTC = [
    BlockFormat(
        f"astc_{wide}x{high}", _ASTC_FIRST + 2 * place, _ASTC_FIRST + 2 * place + 1, wide, high, 16, _ASTC_MODEL,
        ((RED, 0),),
    )
    for place, (wide, high) in enumerate(_ASTC_SIZES)
]  # fmt: skip
_OTHERS = [
    BlockFormat("bc4", 139, 0, 4, 4, 8, _BC4_MODEL, ((RED, 0),)),
    BlockFormat("bc5", 141, 0, 4, 4, 16, _BC5_MODEL, ((RED, 0), (GREEN, 64))),
    BlockFormat("bc7", 145, 146, 4, 4, 16, _BC7_MODEL, ((RED, 0),)),
    BlockFormat("etc2_rgb", 147, 148, 4, 4, 8, _ETC2_MODEL, ((ETC2_COLOR, 0),)),
    BlockFormat("etc2_rgba", 151, 152, 4, 4, 16, _ETC2_MODEL, ((ALPHA, 0), (ETC2_COLOR, 64))),
    BlockFormat("eac_r11", 153, 0, 4, 4, 8, _ETC2_MODEL, ((RED, 0),)),
    BlockFormat("eac_rg11", 155, 0, 4, 4, 16, _ETC2_MODEL, ((RED, 0), (GREEN, 64))),
]
FORMATS: Mapping[str, BlockFormat] = {each.name: each for each in [*_ASTC, *_OTHERS]}
"""Block formats by name, like "astc_6x6" or "bc7"."""

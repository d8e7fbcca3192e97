"""How large a texture becomes."""

import math

from engine.encoding.targets import Policy

BASIS_MULTIPLE = 4
"""KHR_texture_basisu wants sides in whole blocks."""


def fitted(
    width: int, height: int, *, max_size_px: int, policy: Policy = "nearest", multiple: int = 1
) -> tuple[int, int]:
    """Return width and height within `max_size_px`, the same shape as far as the powers of two allow it."""
    scale = min(1.0, max_size_px / max(width, height))
    return (
        _side(width * scale, max_size_px=max_size_px, policy=policy, multiple=multiple),
        _side(height * scale, max_size_px=max_size_px, policy=policy, multiple=multiple),
    )


def _side(length: float, *, max_size_px: int, policy: Policy, multiple: int) -> int:
    if policy == "none":
        whole = max(multiple, round(length / multiple) * multiple)
        return whole if whole <= max_size_px else max(multiple, max_size_px // multiple * multiple)
    exponent = math.log2(max(length, 1.0))
    power = {"nearest": round(exponent), "lower": math.floor(exponent + 1e-9), "higher": math.ceil(exponent - 1e-9)}
    return int(max(multiple, min(2 ** power[policy], 2 ** math.floor(math.log2(max_size_px)))))


def mip_sizes(width: int, height: int) -> list[tuple[int, int]]:
    """Return the sizes of all levels, the largest first, down to one texel."""
    count = max(width, height).bit_length()
    return [(max(1, width >> level), max(1, height >> level)) for level in range(count)]

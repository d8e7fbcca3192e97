"""ETC1 blocks, which ETC2 reads too: two halves, each of one colour and eight texels' shifts along grey.

Source: Khronos Data Format Specification 1.3, section 21 (ETC1).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_TABLES = np.array(
    [(2, 8), (5, 17), (9, 29), (13, 42), (18, 60), (24, 80), (33, 106), (47, 183)], np.float32
)  # fmt: skip
_SHIFTS = np.concatenate([_TABLES, -_TABLES], axis=1)
"""(8, 4): what each code of each table adds to all three channels."""
_ROUNDS = 2
# Texels of a block stand column by column; these are those of the first and the second half, upright and lying.
_HALVES = (
    (np.arange(8), np.arange(8, 16)),
    (np.array([0, 1, 4, 5, 8, 9, 12, 13]), np.array([2, 3, 6, 7, 10, 11, 14, 15])),
)
_DIFFERENCE = (-4, 3)
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class _Half:
    """For each of n blocks: (n, 3) whole base colour, (n) table, (n, 8) codes, and (n) squared error."""

    base: Numbers
    table: Numbers
    codes: Numbers
    error: NDArray[np.float32]


def encode_etc1(texels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the (n, 8) blocks of (h, w, 3 or more) texels whose sides are multiples of four, row by row."""
    height, width = texels.shape[:2]
    blocks = texels[..., :3].reshape(height // 4, 4, width // 4, 4, 3).transpose(0, 2, 3, 1, 4)
    colors = blocks.reshape(-1, 16, 3).astype(np.float32)
    best, least = np.zeros((len(colors), 8), np.uint8), np.full(len(colors), np.inf, np.float32)
    for is_lying in (False, True):
        for bits in (5, 4):
            first, second = (_half(colors[:, half], bits) for half in _HALVES[is_lying])
            error = first.error + second.error
            if bits == 5:
                apart = second.base - first.base
                error = np.where(((apart >= _DIFFERENCE[0]) & (apart <= _DIFFERENCE[1])).all(axis=1), error, np.inf)
            is_better = error < least
            packed = _packed(first, second, is_lying=is_lying, is_difference=bits == 5)
            best[is_better], least = packed[is_better], np.where(is_better, error, least)
    return best


def _half(colors: NDArray[np.float32], bits: int) -> _Half:
    """Return the half block nearest to (n, 8, 3) colours: shifts for a colour, then a colour for the shifts."""
    wanted = colors.mean(axis=1)
    best: _Half | None = None
    for _ in range(_ROUNDS):
        base = np.clip(np.rint(wanted * ((1 << bits) - 1) / 255), 0, (1 << bits) - 1).astype(np.int64)
        found = _shifted(colors, base, bits)
        wanted = (colors - _SHIFTS[found.table[:, None], found.codes][..., None]).mean(axis=1)
        best = found if best is None else _nearer(best, found)
    assert best is not None
    return best


def _nearer(one: _Half, other: _Half) -> _Half:
    is_other = other.error < one.error
    return _Half(
        np.where(is_other[:, None], other.base, one.base),
        np.where(is_other, other.table, one.table),
        np.where(is_other[:, None], other.codes, one.codes),
        np.where(is_other, other.error, one.error),
    )


def _shifted(colors: NDArray[np.float32], base: Numbers, bits: int) -> _Half:
    """Return the best table and codes for a base colour; shifts end where a channel does, at 0 and 255."""
    whole = (base << (8 - bits) | base >> (2 * bits - 8)).astype(np.float32)
    apart = colors - whole[:, None]
    rest = np.einsum("nkc,nkc->n", apart, apart)
    table = np.zeros(len(colors), np.int64)
    codes = np.zeros(colors.shape[:2], np.int64)
    least = np.full(len(colors), np.inf, np.float32)
    for number, shifts in enumerate(_SHIFTS):
        reached = np.clip(whole[:, :, None] + shifts, 0, 255) - whole[:, :, None]
        cost = np.einsum("ncm,ncm->nm", reached, reached)[:, None] - 2 * (apart @ reached)
        code = cost.argmin(axis=2)
        error = rest + np.take_along_axis(cost, code[..., None], axis=2)[..., 0].sum(axis=1)
        is_better = error < least
        table[is_better], codes[is_better] = number, code[is_better]
        least = np.where(is_better, error, least)
    return _Half(base, table, codes, least)


def _packed(first: _Half, second: _Half, *, is_lying: bool, is_difference: bool) -> NDArray[np.uint8]:
    codes = np.zeros((len(first.base), 16), np.int64)
    for half, places in zip((first, second), _HALVES[is_lying], strict=True):
        codes[:, places] = half.codes
    packed = np.zeros((len(codes), 8), np.int64)
    if is_difference:
        packed[:, :3] = first.base << 3 | (second.base - first.base) & 7
    else:
        packed[:, :3] = first.base << 4 | second.base
    packed[:, 3] = first.table << 5 | second.table << 2 | int(is_difference) << 1 | int(is_lying)
    powers = 1 << np.arange(16)
    for place, bit in ((4, codes >> 1), (6, codes & 1)):
        word = (bit * powers).sum(axis=1)
        packed[:, place], packed[:, place + 1] = word >> 8, word & 255
    return packed.astype(np.uint8)

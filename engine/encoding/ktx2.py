"""KTX 2.0 files of block formats, written and read.

Source: Khronos, KTX File Format Specification 2.0; Khronos Data Format Specification 1.3.
"""

import math
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import zstandard

from domain.errors import Invalid, TooLarge
from engine.encoding.formats import ALPHA, FORMATS, BlockFormat

IDENTIFIER = b"\xabKTX 20\xbb\r\n\x1a\n"
WRITER = "Meshwright"
NONE, BASIS_LZ, ZSTD = 0, 1, 2
SIDE_MAX_PX = 16_384
_HEADER = struct.Struct("<12s9I4I2Q")
_LEVEL = struct.Struct("<3Q")
_ZSTD_EFFORT = 12
_LEVELS_MAX = 15
_BT709, _LINEAR, _SRGB = 1, 1, 2
_LINEAR_SAMPLE = 1 << 4  # alpha stays linear in an sRGB format


@dataclass(frozen=True, slots=True, eq=False)
class Ktx2:
    """What a KTX2 file says of itself; `format` is None for Basis Universal, `levels` hold what was inflated."""

    width: int
    height: int
    format: BlockFormat | None
    is_srgb: bool
    supercompression: int
    levels: tuple[bytes, ...]
    values: Mapping[str, str]


def write_ktx2(
    levels: Sequence[bytes],
    *,
    width: int,
    height: int,
    form: BlockFormat,
    is_srgb: bool,
    is_supercompressed: bool = False,
    swizzle: str = "",
) -> bytes:
    """Return a KTX2 file of one picture.

    Parameters
    ----------
    levels : blocks of each level, the largest first
    swizzle : four of "rgba01", or nothing
        Where a shader finds red, green, blue and alpha (KTXswizzle).
    """
    descriptor = _descriptor(form, is_srgb=is_srgb)
    values = _key_values({"KTXorientation": "rd", "KTXwriter": WRITER} | ({"KTXswizzle": swizzle} if swizzle else {}))
    descriptor_at = _HEADER.size + _LEVEL.size * len(levels)
    values_at = descriptor_at + len(descriptor)
    packed = [_packed(level) if is_supercompressed else level for level in levels]
    padding = 1 if is_supercompressed else math.lcm(form.block_bytes, 4)
    places, body = _laid_out(packed, values_at + len(values), padding)
    header = _HEADER.pack(
        IDENTIFIER, form.vk_srgb if is_srgb else form.vk_linear, 1, width, height, 0, 0, 1, len(levels),
        ZSTD if is_supercompressed else NONE, descriptor_at, len(descriptor), values_at, len(values), 0, 0,
    )  # fmt: skip
    index = b"".join(
        _LEVEL.pack(place, len(pack), len(level)) for place, pack, level in zip(places, packed, levels, strict=True)
    )
    return header + index + descriptor + values + body


def read_ktx2(data: bytes) -> Ktx2:
    """Return the header and the levels of a KTX2 file of one of our formats or of Basis Universal.

    Raises
    ------
    Invalid
        The file is damaged, or of another format; a level inflates to another size than it must have.
    TooLarge
        A side has more than `SIDE_MAX_PX` texels.
    """
    if len(data) < _HEADER.size or data[:12] != IDENTIFIER:
        raise Invalid("This is no KTX2 file")
    fields = _HEADER.unpack_from(data)
    vk, _, width, height, depth, layers, faces, count, scheme, dfd_at, dfd_size, kvd_at, kvd_size = fields[1:14]
    if max(width, height) > SIDE_MAX_PX:
        raise TooLarge(
            f"The KTX2 picture is {width} × {height}; at most {SIDE_MAX_PX:,} texels along a side are read",
            limit="side_max_px", most=SIDE_MAX_PX,
        )  # fmt: skip
    if not width or not height or depth or layers or faces != 1 or not 1 <= count <= _LEVELS_MAX:
        raise Invalid("The KTX2 file must hold one flat picture")
    form = _format(vk)
    _inside(data, dfd_at, dfd_size)
    _inside(data, kvd_at, kvd_size)
    levels = tuple(_level(data, number, width, height, form, scheme) for number in range(count))
    is_srgb = dfd_size > 14 and data[dfd_at + 14] == _SRGB
    return Ktx2(width, height, form, is_srgb, scheme, levels, _read_values(data[kvd_at : kvd_at + kvd_size]))


def _format(vk: int) -> BlockFormat | None:
    if vk == 0:
        return None
    for form in FORMATS.values():
        if vk in (form.vk_linear, form.vk_srgb):
            return form
    raise Invalid("The KTX2 file has a format that is not read here", vk_format=vk, allowed=sorted(FORMATS))


def _level(data: bytes, number: int, width: int, height: int, form: BlockFormat | None, scheme: int) -> bytes:
    at = _HEADER.size + _LEVEL.size * number
    _inside(data, at, _LEVEL.size)
    place, length, inflated = _LEVEL.unpack_from(data, at)
    _inside(data, place, length)
    level = data[place : place + length]
    if form is None:
        return level
    wanted = form.size_bytes(max(1, width >> number), max(1, height >> number))
    if scheme == ZSTD and inflated == wanted:
        level = _inflated(level, number, wanted)
    if len(level) != wanted:
        raise Invalid("A level of the KTX2 file has the wrong size", level=number, size_bytes=wanted)
    return level


def _inflated(level: bytes, number: int, wanted: int) -> bytes:
    try:
        # The frame says how much it holds; the library would make room for that before it looks.
        if zstandard.frame_content_size(level) not in (wanted, zstandard.CONTENTSIZE_UNKNOWN, -1):
            raise Invalid("A level of the KTX2 file has the wrong size", level=number, size_bytes=wanted)
        return zstandard.ZstdDecompressor().decompress(level, max_output_size=wanted)
    except zstandard.ZstdError as error:
        raise Invalid("A level of the KTX2 file cannot be inflated", level=number) from error


def _inside(data: bytes, place: int, length: int) -> None:
    if place + length > len(data):
        raise Invalid("The KTX2 file is cut short")


def _packed(level: bytes) -> bytes:
    # One thread, so that the bytes are the same on every machine.
    return zstandard.ZstdCompressor(level=_ZSTD_EFFORT, write_content_size=True).compress(level)


def _laid_out(packed: Sequence[bytes], start: int, padding: int) -> tuple[list[int], bytes]:
    """Return where each level begins, and the bytes from `start` on: the smallest level comes first in the file."""
    places, body = [0] * len(packed), bytearray()
    for number in reversed(range(len(packed))):
        body += bytes(-(start + len(body)) % padding)
        places[number] = start + len(body)
        body += packed[number]
    return places, bytes(body)


def _descriptor(form: BlockFormat, *, is_srgb: bool) -> bytes:
    """Return the data format descriptor: one basic block."""
    length = 128 if len(form.samples) == 1 and form.block_bytes == 16 else 64
    samples = b"".join(
        struct.pack("<HBB4B2I", first_bit, length - 1, _channel(channel, is_srgb=is_srgb), 0, 0, 0, 0, 0, 0xFFFFFFFF)
        for channel, first_bit in form.samples
    )
    size = 24 + len(samples)
    transfer = _SRGB if is_srgb else _LINEAR
    block = struct.pack("<I2H4B4B8B", 0, 2, size, form.model, _BT709, transfer, 0,
                        form.block_width - 1, form.block_height - 1, 0, 0, form.block_bytes, *[0] * 7)  # fmt: skip
    return struct.pack("<I", 4 + size) + block + samples


def _channel(channel: int, *, is_srgb: bool) -> int:
    return channel | _LINEAR_SAMPLE if is_srgb and channel == ALPHA else channel


def _key_values(values: Mapping[str, str]) -> bytes:
    """Return the key and value data, sorted by key as the specification wants it."""
    out = bytearray()
    for key in sorted(values):
        entry = key.encode() + b"\0" + values[key].encode() + b"\0"
        out += struct.pack("<I", len(entry)) + entry
        out += bytes(-len(out) % 4)
    return bytes(out)


def _read_values(data: bytes) -> dict[str, str]:
    found, at = {}, 0
    while at + 4 <= len(data):
        (length,) = struct.unpack_from("<I", data, at)
        key, _, value = data[at + 4 : at + 4 + length].partition(b"\0")
        found[key.decode(errors="replace")] = value.rstrip(b"\0").decode(errors="replace")
        at += 4 + length + -length % 4
    return found

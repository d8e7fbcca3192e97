"""Unpack buffer views of EXT_meshopt_compression (and KHR_meshopt_compression) with meshoptimizer's decoder."""

from typing import Annotated, Literal

import meshopt
import msgspec
from msgspec import Meta

from domain.errors import Invalid
from engine.models.gltf_schema import BufferView, Count, Index

NAMES = ("EXT_meshopt_compression", "KHR_meshopt_compression")


class Packed(msgspec.Struct, rename="camel", frozen=True):
    """Where the packed bytes of a buffer view stand, and how they are packed."""

    buffer: Index
    byte_length: Count
    byte_stride: Annotated[int, Meta(ge=1, le=256)]
    count: Count
    mode: Literal["ATTRIBUTES", "TRIANGLES", "INDICES"]
    byte_offset: Count = 0
    filter: Literal["NONE", "OCTAHEDRAL", "QUATERNION", "EXPONENTIAL", "COLOR"] = "NONE"


def packing_of(view: BufferView) -> Packed | None:
    """Return how a buffer view is packed, or None for plain ones."""
    name = next((name for name in NAMES if name in view.extensions), None)
    if name is None:
        return None
    try:
        return msgspec.convert(view.extensions[name], Packed)
    except msgspec.ValidationError as error:
        raise Invalid(f"A compressed buffer view of the glTF is not valid: {error}", field=name) from error


def unpacked(packed: Packed, content: memoryview) -> bytes:
    """Return the plain bytes of a packed buffer view: `count` elements of `byte_stride`."""
    _check(packed)
    try:
        plain = meshopt.decode_gltf_buffer(bytes(content), packed.count, packed.byte_stride, packed.mode, packed.filter)
    except (ValueError, RuntimeError, TypeError) as error:
        raise Invalid("A compressed buffer view of the glTF cannot be unpacked", field=NAMES[0]) from error

    return bytes(plain.tobytes())


def _check(packed: Packed) -> None:
    is_index = packed.mode != "ATTRIBUTES"
    wrong = packed.byte_stride not in (2, 4) if is_index else packed.byte_stride % 4 != 0
    if wrong or (packed.mode == "TRIANGLES" and packed.count % 3) or (is_index and packed.filter != "NONE"):
        raise Invalid("A compressed buffer view of the glTF is not valid", field=NAMES[0], mode=packed.mode)

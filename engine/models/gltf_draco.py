"""Primitives of KHR_draco_mesh_compression: what they promise, and what is in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models.draco_decoding import NAME, Decoder
from engine.models.gltf_schema import Index
from engine.models.limits import Reading, within

_HEADER_BYTES = 11
_SEQUENTIAL = 0
_HAS_METADATA = 0x8000


class Packed(msgspec.Struct, rename="camel", frozen=True):
    """Where the packed primitive stands, and which of its attributes is which."""

    buffer_view: Index
    attributes: dict[str, Index]


@dataclass(frozen=True, slots=True)
class Unpacked:
    """(m, 3) triangles, and the values of each attribute as (n, width)."""

    faces: NDArray[Any]
    attributes: dict[str, NDArray[Any]]


def packing_of(extensions: Mapping[str, Any]) -> Packed | None:
    """Return how a primitive is packed, or None for plain ones."""
    if NAME not in extensions:
        return None
    try:
        return msgspec.convert(extensions[NAME], Packed)
    except msgspec.ValidationError as error:
        raise Invalid(f"A compressed primitive of the glTF is not valid: {error}", field=NAME) from error


def unpacked(packed: Packed, content: bytes, reading: Reading, decoder: Decoder, *, most: int | None) -> Unpacked:
    """Return the triangles and attributes of a packed primitive; `most` is how many triangles the glTF speaks of.

    Raises
    ------
    Invalid
        It is cut short or broken, or says that it has more triangles than the glTF says.
    TooLarge
        It says that it has more triangles than are read; checked before it is unpacked.
    """
    corners, triangles = promised(content)
    within(triangles, reading.limits.triangles_max, "triangles_max", "triangles")
    within(corners, reading.limits.corners_max, "corners_max", "corners")
    if most is not None and triangles > most:
        raise Invalid("A Draco part of the glTF says to have more triangles than the glTF says",
                      field=NAME, triangles=triangles, most=most)  # fmt: skip
    reading.take(12 * triangles + 16 * corners * max(len(packed.attributes), 1))
    answer = decoder.unpacked(content, triangles)
    assert answer.faces is not None
    missing = [name for name, number in packed.attributes.items() if number not in answer.attributes]
    if missing:
        raise Invalid("A Draco part of the glTF lacks an attribute that it names", field=NAME, missing=missing[:8])
    attributes = {name: _rows(answer.attributes[number].values) for name, number in packed.attributes.items()}
    return Unpacked(answer.faces.values.reshape(-1, 3), attributes)


def promised(content: bytes) -> tuple[int, int]:
    """Return the corners and triangles that a Draco file says it has, (0, 0) where its version hides them."""
    if len(content) < _HEADER_BYTES or content[:5] != b"DRACO":
        raise Invalid("A Draco part of the glTF is not one, or cut short", field=NAME)
    version, method, flags = (content[5], content[6]), content[8], int.from_bytes(content[9:11], "little")
    if version < (2, 2) or flags & _HAS_METADATA:
        return 0, 0
    if method == _SEQUENTIAL:
        triangles, place = _variable(content, _HEADER_BYTES)
        return _variable(content, place)[0], triangles
    corners, place = _variable(content, _HEADER_BYTES + 1)  # after the kind of traversal
    return corners, _variable(content, place)[0]


def _variable(content: bytes, place: int) -> tuple[int, int]:
    """Return an LEB128 number and where the next one starts."""
    value = 0
    for shift in range(0, 35, 7):
        if place >= len(content):
            break
        byte = content[place]
        value, place = value | (byte & 0x7F) << shift, place + 1
        if byte < 0x80:
            return value, place
    raise Invalid("A Draco part of the glTF is not one, or cut short", field=NAME)


def _rows(values: NDArray[Any]) -> NDArray[Any]:
    return values.reshape(len(values), -1)

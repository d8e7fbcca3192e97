"""Take a GLB file apart without trusting a number in it."""

import struct
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid

Json = dict[str, Any]
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}
_TYPES = {5121: "<u1", 5123: "<u2", 5125: "<u4", 5126: "<f4"}


@dataclass(frozen=True, slots=True)
class GlbFile:
    """The JSON of a GLB and its binary chunk; every access is checked."""

    document: Json
    binary: bytes

    def objects(self, name: str) -> list[Json]:
        """Return one of the document's lists of objects, empty if it is not there."""
        return self.inner(self.document, name)

    def inner(self, holder: Json, name: str) -> list[Json]:
        """Return a list of objects that stands in an object, empty if it is not there."""
        found = holder.get(name, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise Invalid("A list of the GLB is not one", field=name)
        return found

    def view(self, number: object) -> bytes:
        """Return the bytes of a buffer view."""
        view = self._numbered("bufferViews", number)
        offset, length = _count(view.get("byteOffset", 0)), _count(view.get("byteLength"))
        if view.get("buffer") != 0 or offset + length > len(self.binary):
            raise Invalid("A buffer view of the GLB lies outside of its buffer")
        return self.binary[offset : offset + length]

    def accessor(self, number: object, kind: str) -> NDArray[Any]:
        """Return the (n, width) values of an accessor of this type; finite if they are floats."""
        accessor = self._numbered("accessors", number)
        component = accessor.get("componentType")
        if accessor.get("type") != kind or component not in _TYPES or "sparse" in accessor:
            raise Invalid("An accessor of the GLB is not of the kind that is read here", kind=kind)
        content = self.view(accessor.get("bufferView"))
        offset, count = _count(accessor.get("byteOffset", 0)), _count(accessor.get("count"))
        element = np.dtype(_TYPES[component])
        if self._numbered("bufferViews", accessor.get("bufferView")).get("byteStride") is not None:
            raise Invalid("Interleaved buffers are not read here")
        if offset + count * _WIDTHS[kind] * element.itemsize > len(content):
            raise Invalid("An accessor of the GLB lies outside of its buffer view")
        values = np.frombuffer(content, element, count * _WIDTHS[kind], offset).reshape(count, _WIDTHS[kind])
        if element.kind == "f" and not np.isfinite(values).all():
            raise Invalid("The GLB holds numbers that are not finite")
        return values

    def _numbered(self, name: str, number: object) -> Json:
        found = self.objects(name)
        if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < len(found):
            raise Invalid("The GLB names something that it does not have", field=name)
        return found[number]


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Invalid("A size in the GLB is not one")
    return value


def parse_glb(data: bytes) -> GlbFile:
    """Return the JSON and the binary chunk of a GLB file.

    Raises
    ------
    Invalid
        It is not a GLB of version 2, or its chunks do not fit into it.
    """
    if len(data) < 20 or data[:4] != b"glTF":
        raise Invalid("This is not a GLB file")
    version, length = struct.unpack_from("<II", data, 4)
    if version != 2 or length != len(data):
        raise Invalid("The GLB is of another version, or cut short")
    text, rest = _chunk(data, 12, b"JSON")
    binary = _chunk(data, rest, b"BIN\0")[0] if rest < len(data) else b""
    try:
        document = msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Invalid("The JSON of the GLB cannot be read") from error
    if not isinstance(document.get("asset"), dict):
        raise Invalid("The GLB does not say which glTF it is")
    return GlbFile(document, binary)


def _chunk(data: bytes, start: int, kind: bytes) -> tuple[bytes, int]:
    if start + 8 > len(data):
        raise Invalid("The GLB is cut short")
    length, found = struct.unpack_from("<I4s", data, start)
    if found != kind or start + 8 + length > len(data):
        raise Invalid("A chunk of the GLB is not what it should be")
    return data[start + 8 : start + 8 + length], start + 8 + length

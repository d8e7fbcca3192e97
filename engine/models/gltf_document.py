"""A glTF document as it grows: its lists, its binary chunk, and every view and accessor stored once."""

import hashlib
import struct
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.errors import TooLarge
from engine.models.meshopt_packing import EXTENSION as MESHOPT
from engine.models.meshopt_packing import Filter, squeezed_rows, squeezed_triangles
from engine.models.model import Json

GENERATOR = "Meshwright"
SIZE_BYTES_MOST = 2**32 - 1
"""A GLB counts its bytes in 32 bits."""
Use = Literal["vertices", "triangles", "values"]
_TARGETS: dict[Use, int] = {"vertices": 34962, "triangles": 34963}
_KINDS = {"i1": 5120, "u1": 5121, "i2": 5122, "u2": 5123, "u4": 5125, "f4": 5126}
_TYPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4", 16: "MAT4"}


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """The values of one accessor, (n, k); whole numbers stand for [0, 1] or [-1, 1] where `is_normalized`.

    `filter` says how meshopt may store them.
    """

    values: NDArray[Any]
    is_normalized: bool = False
    filter: Filter | None = None

    @property
    def head(self) -> Json:
        """Return the accessor without its view."""
        head: Json = {"componentType": _KINDS[self.values.dtype.str[1:]]}
        if self.is_normalized:
            head["normalized"] = True
        return head | {"count": len(self.values), "type": _TYPES[self.values.shape[1]]}

    @property
    def bounds(self) -> Json:
        """Return the least and the greatest of each component."""
        return {"min": self.values.min(axis=0).tolist(), "max": self.values.max(axis=0).tolist()}

    def rows(self) -> NDArray[np.uint8]:
        """Return (n, stride) bytes, each row filled up to a multiple of four."""
        flat = np.ascontiguousarray(self.values.astype(self.values.dtype.newbyteorder("<")))
        flat = flat.view(np.uint8).reshape(len(flat), -1)
        return np.pad(flat, ((0, 0), (0, -flat.shape[1] % 4)))


@dataclass(slots=True, eq=False)
class Document:
    """The lists of a glTF document and its binary chunk.

    `is_squeezed` stores geometry by meshopt; with `has_files`, pictures become files beside the document.
    """

    is_squeezed: bool = False
    has_files: bool = False
    files: dict[str, bytes] = field(default_factory=dict)
    lists: dict[str, list[Json]] = field(default_factory=dict)
    top: Json = field(default_factory=dict)
    binary: bytearray = field(default_factory=bytearray)
    used: dict[str, bool] = field(default_factory=dict)  # extension -> is it required
    _unsqueezed_bytes: int = 0
    _known: dict[tuple[object, ...], int] = field(default_factory=dict)

    def add(self, name: str, entry: Json) -> int:
        """Append an entry to one of the lists; return its number."""
        entries = self.lists.setdefault(name, [])
        entries.append(entry)
        return len(entries) - 1

    def add_once(self, name: str, entry: Json) -> int:
        """Return the number of an equal entry, appended if there is none yet."""
        return self._once((name, msgspec.json.encode(entry)), lambda: self.add(name, entry))

    def uses(self, extension: str, *, is_required: bool = False) -> None:
        """Note that the file uses an extension."""
        self.used[extension] = self.used.get(extension, False) or is_required

    def view(self, content: bytes | NDArray[np.uint8], **more: Any) -> int:
        """Return the number of a view with this content and these properties."""
        data = content if isinstance(content, bytes) else content.tobytes()
        key = ("view", hashlib.sha256(data).digest(), msgspec.json.encode(more))
        return self._once(key, lambda: self.add("bufferViews", self._stored(data) | more))

    def accessor(self, column: Column, use: Use, *, has_bounds: bool = False) -> int:
        """Return the number of an accessor of a column; `has_bounds` writes its least and greatest values."""
        view = self._view_of(column, use)
        entry = {"bufferView": view} | column.head | (column.bounds if has_bounds else {})
        return self.add_once("accessors", entry)

    def joined(self) -> bytes:
        """Return the document as a GLB file."""
        document, binary = self.closed()
        text = msgspec.json.encode(document)
        text += b" " * (-len(text) % 4)
        size = 12 + 8 + len(text) + (8 + len(binary) if binary else 0)
        if size > SIZE_BYTES_MOST:
            raise TooLarge("A GLB file cannot be as large as this model", size_bytes=size, limit_bytes=SIZE_BYTES_MOST)
        chunks = [struct.pack("<4sII", b"glTF", 2, size), struct.pack("<I4s", len(text), b"JSON"), text]
        if binary:
            chunks += [struct.pack("<I4s", len(binary), b"BIN\0"), binary]
        return b"".join(chunks)

    def closed(self) -> tuple[Json, bytes]:
        """Return the whole JSON, with its buffers but without their addresses, and the binary chunk."""
        binary = bytes(self.binary) + b"\0" * (-len(self.binary) % 4)
        buffers: list[Json] = [{"byteLength": len(binary)}] if binary else []
        if self._unsqueezed_bytes:
            buffers.append({"byteLength": self._unsqueezed_bytes, "extensions": {MESHOPT: {"fallback": True}}})
        document = self.top | {name: entries for name, entries in self.lists.items() if entries}
        document |= {"buffers": buffers} if buffers else {}
        required = sorted(name for name, is_required in self.used.items() if is_required)
        document |= {"extensionsUsed": sorted(self.used)} if self.used else {}
        document |= {"extensionsRequired": required} if required else {}
        return document, binary

    def _view_of(self, column: Column, use: Use) -> int:
        target: Json = {"target": _TARGETS[use]} if use in _TARGETS else {}
        squeezed = self._squeezed(column, use, target) if self.is_squeezed else None
        if squeezed is not None:
            return squeezed
        rows = column.rows()
        if use == "vertices" and rows.nbytes > column.values.nbytes:
            return self.view(rows, byteStride=rows.shape[1], **target)
        return self.view(column.values.tobytes(), **target)

    def _squeezed(self, column: Column, use: Use, target: Json) -> int | None:
        """Return the number of a view by meshopt, or None where that is not smaller."""
        if use == "triangles":
            content, told = squeezed_triangles(column.values)
        else:
            content, told = squeezed_rows(column.values, column.rows(), column.filter)
        size = told["count"] * told["byteStride"]
        if len(content) >= size:
            return None
        key = ("squeezed", hashlib.sha256(content).digest(), msgspec.json.encode([told, target]))
        return self._once(key, lambda: self._add_squeezed(content, told, size, target))

    def _add_squeezed(self, content: bytes, told: Json, size: int, target: Json) -> int:
        self.uses(MESHOPT, is_required=True)
        entry: Json = {"buffer": 1, "byteOffset": self._unsqueezed_bytes, "byteLength": size}
        entry |= {"byteStride": told["byteStride"]} if told["mode"] == "ATTRIBUTES" and target else {}
        self._unsqueezed_bytes += size + -size % 4
        return self.add("bufferViews", entry | target | {"extensions": {MESHOPT: self._stored(content) | told}})

    def _stored(self, data: bytes) -> Json:
        self.binary += b"\0" * (-len(self.binary) % 4)
        place = {"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data)}
        self.binary += data
        return place

    def _once(self, key: tuple[object, ...], make: Any) -> int:
        if key not in self._known:
            self._known[key] = make()
        return self._known[key]

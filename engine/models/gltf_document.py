"""A glTF document as it grows: its lists, its binary chunk, and every view and accessor stored once."""

import hashlib
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.errors import TooLarge
from engine.models.meshopt_packing import EXTENSION as MESHOPT
from engine.models.meshopt_packing import Filter, squeezed_directions, squeezed_rows, squeezed_triangles
from engine.models.model import Json

GENERATOR = "Meshwright"
SIZE_BYTES_MOST = 2**32 - 1
"""A GLB counts its bytes in 32 bits."""
Use = Literal["vertices", "triangles", "binds", "values"]
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

    @property
    def width(self) -> int:
        """Return the bytes of one element."""
        return int(self.values.itemsize * self.values.shape[1])

    @property
    def stride(self) -> int:
        """Return the bytes of one element, filled up to a multiple of four."""
        return self.width + -self.width % 4

    def content(self, stride: int) -> bytes:
        """Return the elements as bytes, each filled up to a stride."""
        flat = np.ascontiguousarray(self.values).view(np.uint8).reshape(len(self.values), -1)
        return np.pad(flat, ((0, 0), (0, stride - flat.shape[1]))).tobytes()


@dataclass(slots=True, eq=False)
class _Run:
    """Columns of one shape and use, as they gather for one view."""

    view: int
    use: Use
    stride: int
    columns: list[Column] = field(default_factory=list)
    offsets: dict[bytes, int] = field(default_factory=dict)  # hash of a column -> where it begins
    count: int = 0

    def squeezed(self) -> tuple[bytes, Json]:
        """Return all columns by meshopt, and what the extension says of them."""
        if self.use == "triangles":
            return squeezed_triangles(np.concatenate([column.values for column in self.columns]))
        told = self.columns[0].filter
        if told is not None:
            return squeezed_directions([column.values for column in self.columns], self.stride, told)
        return squeezed_rows(b"".join(column.content(self.stride) for column in self.columns), self.stride)


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
    _runs: dict[tuple[Use, int, Filter | None], _Run] = field(default_factory=dict)
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

    def view(self, content: bytes) -> int:
        """Return the number of a view with this content."""
        key = ("view", hashlib.sha256(content).digest())
        return self._once(key, lambda: self.add("bufferViews", self._stored(content)))

    def accessor(self, column: Column, use: Use, *, has_bounds: bool = False) -> int:
        """Return the number of an accessor of a column; `has_bounds` writes its least and greatest values."""
        view, offset = self._place_of(column, use)
        entry: Json = {"bufferView": view} | ({"byteOffset": offset} if offset else {})
        return self.add_once("accessors", entry | column.head | (column.bounds if has_bounds else {}))

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
        """Return the whole JSON, its buffers without their addresses, and the binary chunk; to be asked for once."""
        for run in self._runs.values():
            self._write(run)
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

    def _place_of(self, column: Column, use: Use) -> tuple[int, int]:
        """Return the view that holds a column and its offset there: columns of one shape and use share a view."""
        stride = column.stride if use != "triangles" else column.values.itemsize
        run = self._runs.get((use, stride, column.filter))
        if run is None:
            run = self._runs[use, stride, column.filter] = _Run(self.add("bufferViews", {}), use, stride)
        content = hashlib.sha256(column.values.tobytes()).digest()
        if content not in run.offsets:
            run.offsets[content] = stride * run.count
            run.columns.append(column)
            run.count += len(column.values)
        return run.view, run.offsets[content]

    def _write(self, run: _Run) -> None:
        """Store what has been gathered for a view, by meshopt where that is wanted and smaller."""
        target: Json = {"target": _TARGETS[run.use]} if run.use in _TARGETS else {}
        entry = self.lists["bufferViews"][run.view]
        size = run.count * run.stride
        packed = run.squeezed() if self.is_squeezed else None
        if packed is not None and len(packed[0]) < size:
            content, told = packed
            self.uses(MESHOPT, is_required=True)
            entry |= {"buffer": 1, "byteOffset": self._unsqueezed_bytes, "byteLength": size}
            entry["extensions"] = {MESHOPT: self._stored(content) | told}
            self._unsqueezed_bytes += size + -size % 4
        else:
            entry |= self._stored(b"".join(column.content(run.stride) for column in run.columns))
        is_spaced = run.stride > run.columns[0].width or len(run.columns) > 1
        entry |= target | ({"byteStride": run.stride} if run.use == "vertices" and is_spaced else {})

    def _stored(self, data: bytes) -> Json:
        self.binary += b"\0" * (-len(self.binary) % 4)
        place = {"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data)}
        self.binary += data
        return place

    def _once(self, key: tuple[object, ...], make: Callable[[], int]) -> int:
        if key not in self._known:
            self._known[key] = make()
        return self._known[key]

"""Small glTF files made by hand, so that each number in them can be wrong on purpose."""

import base64
import json
import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

Json = dict[str, Any]
_COMPONENTS = {"i1": 5120, "u1": 5121, "i2": 5122, "u2": 5123, "u4": 5125, "f4": 5126}
_TYPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4", 16: "MAT4"}

CORNERS = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], np.float32)
ORDER = np.array([0, 1, 2, 0, 2, 3], np.uint16)


class Draft:
    """A document that grows; `document` may be changed before it is packed."""

    def __init__(self) -> None:
        self.binary = bytearray()
        self.document: Json = {
            "asset": {"version": "2.0"}, "bufferViews": [], "accessors": [], "meshes": [], "nodes": [],
            "scenes": [{"nodes": []}], "scene": 0,
        }  # fmt: skip

    def view(self, content: bytes, **more: Any) -> int:
        """Append bytes; return the number of their view."""
        self.binary += b"\0" * (-len(self.binary) % 4)
        view = {"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(content)} | more
        self.binary += content
        self.document["bufferViews"].append(view)
        return len(self.document["bufferViews"]) - 1

    def accessor(self, values: NDArray[Any], **more: Any) -> int:
        """Append numbers, (n,) or (n, width); return the number of their accessor."""
        rows = values.reshape(len(values), -1)
        entry = {
            "bufferView": self.view(np.ascontiguousarray(values).tobytes()), "count": len(values),
            "componentType": _COMPONENTS[values.dtype.str[1:]], "type": _TYPES[rows.shape[1]],
        }  # fmt: skip
        return self.entry(entry | more)

    def entry(self, accessor: Json) -> int:
        """Append an accessor as it is."""
        self.document["accessors"].append(accessor)
        return len(self.document["accessors"]) - 1

    def mesh(self, *primitives: Json, **more: Any) -> int:
        """Append a mesh; return its number."""
        self.document["meshes"].append({"primitives": list(primitives)} | more)
        return len(self.document["meshes"]) - 1

    def node(self, *, is_root: bool = True, **fields: Any) -> int:
        """Append a node; return its number."""
        self.document["nodes"].append(fields)
        if is_root:
            self.document["scenes"][0]["nodes"].append(len(self.document["nodes"]) - 1)
        return len(self.document["nodes"]) - 1

    def show(self, primitive: Json) -> "Draft":
        """Show one primitive by one node."""
        self.node(mesh=self.mesh(primitive))
        return self

    def glb(self) -> bytes:
        """Return the document as a GLB."""
        buffers = self.document.get("buffers", [{"byteLength": len(self.binary)}])
        text = json.dumps(self.document | {"buffers": buffers}).encode()
        text += b" " * (-len(text) % 4)
        binary = bytes(self.binary) + b"\0" * (-len(self.binary) % 4)
        return glb_of(text, binary)

    def gltf(self, uri: str | None = None) -> bytes:
        """Return the document as a .gltf with its buffer in a data URI, or under another one."""
        address = uri or "data:application/octet-stream;base64," + base64.b64encode(self.binary).decode()
        return json.dumps(self.document | {"buffers": [{"byteLength": len(self.binary), "uri": address}]}).encode()


def glb_of(text: bytes, binary: bytes) -> bytes:
    """Return a GLB of JSON and a binary chunk."""
    chunks = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(binary), b"BIN\0") + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def square(draft: Draft, **more: Any) -> Json:
    """Return a primitive of a unit square in two triangles."""
    return {"attributes": {"POSITION": draft.accessor(CORNERS)}, "indices": draft.accessor(ORDER)} | more

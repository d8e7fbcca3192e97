"""Small files of each kind that people give."""

import json
import struct
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

SQUARE = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], dtype=np.float32)
CUBE = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], dtype=np.float32)
CUBE_FACES = np.array(
    [
        [0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1], [2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4],
        [1, 5, 7], [1, 7, 3],
    ],
    dtype=np.uint32,
)  # fmt: skip


def glb(points: np.ndarray = CUBE, faces: np.ndarray = CUBE_FACES, note: str = "") -> bytes:
    """Return a plain GLB of one mesh; `note` makes it another file."""
    gltf, body = gltf_of(points, faces)
    gltf["asset"]["generator"] = note
    return packed(gltf, body)


def gltf_of(points: np.ndarray = CUBE, faces: np.ndarray = CUBE_FACES) -> tuple[dict[str, Any], bytes]:
    """Return the JSON and the buffer of a glTF of one mesh."""
    indices, corners = faces.astype("<u4").tobytes(), points.astype("<f4").tobytes()
    gltf = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 1}, "indices": 0}]}],
        "accessors": [
            {"bufferView": 0, "componentType": 5125, "count": faces.size, "type": "SCALAR"},
            {
                "bufferView": 1, "componentType": 5126, "count": len(points), "type": "VEC3",
                "min": points.min(0).tolist(), "max": points.max(0).tolist(),
            },
        ],
        "bufferViews": [
            {"buffer": 0, "byteOffset": 0, "byteLength": len(indices)},
            {"buffer": 0, "byteOffset": len(indices), "byteLength": len(corners)},
        ],
        "buffers": [{"byteLength": len(indices) + len(corners)}],
    }  # fmt: skip
    return gltf, indices + corners


def packed(gltf: dict[str, Any], body: bytes) -> bytes:
    """Return a GLB of this JSON and this buffer."""
    text = json.dumps(gltf).encode()
    text += b" " * (-len(text) % 4)
    body += b"\0" * (-len(body) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(body), b"BIN\0") + body
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def stl() -> bytes:
    """Return a binary STL of a cube."""
    triangles = b"".join(struct.pack("<12fH", 0, 0, 0, *CUBE[face].ravel().tolist(), 0) for face in CUBE_FACES)
    return b"\0" * 80 + struct.pack("<I", len(CUBE_FACES)) + triangles


def obj() -> bytes:
    """Return an OBJ of a cube."""
    lines = [*(f"v {x} {y} {z}" for x, y, z in CUBE.tolist())]
    lines += [f"f {a + 1} {b + 1} {c + 1}" for a, b, c in CUBE_FACES.tolist()]
    return ("# a cube\n" + "\n".join(lines) + "\n").encode()


def ply() -> bytes:
    """Return a PLY of a cube, as text."""
    head = (
        f"ply\nformat ascii 1.0\nelement vertex {len(CUBE)}\nproperty float x\nproperty float y\nproperty float z\n"
        f"element face {len(CUBE_FACES)}\nproperty list uchar int vertex_indices\nend_header\n"
    )
    corners = "".join(f"{x} {y} {z}\n" for x, y, z in CUBE.tolist())
    return (head + corners + "".join(f"3 {a} {b} {c}\n" for a, b, c in CUBE_FACES.tolist())).encode()


def png(size: int = 16, colour: tuple[int, int, int] = (200, 120, 40)) -> bytes:
    """Return a picture."""
    pixels = np.zeros((size, size, 3), dtype=np.uint8)
    pixels[:] = colour
    pixels[: size // 2, : size // 2] //= 2
    buffer = BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


def cut_forms(field: str, content: bytes, **texts: object) -> dict[str, bytes]:
    """Return forms with the boundary `b`, which have two files and then end too early, by where they do."""

    def part(head: str, body: bytes) -> bytes:
        return f"--b\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + body + b"\r\n"

    def file(number: int, body: bytes) -> bytes:
        return part(f'name="{field}"; filename="whole{number}.jpg"', body)

    before = b"".join(part(f'name="{name}"', str(text).encode()) for name, text in texts.items()) + file(1, content)
    both = before + file(2, content)
    return {
        "in the second file": before + file(2, content[: len(content) // 2])[:-2],
        "before its first byte": before + file(2, b"")[:-2],
        "in its head": before + file(2, b"")[:-20],
        "between the files": before + b"--b\r\n",
        "without a boundary": both[:-2],
        "in the last boundary": both + b"--b",
        "one dash before the end": both + b"--b-",
    }

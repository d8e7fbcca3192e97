"""Files that are meant to do harm: bombs, counts that lie, seeds to break."""

import struct
import zlib

from tests.gltf_draft import Draft, glb_of, square
from tests.test_model_reading_gltf import draco


def zeros(count: int, targets: int = 0) -> bytes:
    """Return a small GLB that says it has very many corners, all zero, and as many in each morph target."""
    draft = Draft()
    numbers = [draft.entry({"componentType": 5126, "type": "VEC3", "count": count}) for _ in range(targets + 1)]
    shifts = [{"POSITION": number} for number in numbers[1:]]
    return draft.show({"attributes": {"POSITION": numbers[0]}, "targets": shifts}).glb()


def many_nodes(count: int) -> bytes:
    """Return a GLB of very many nodes."""
    return glb_of(b'{"asset":{"version":"2.0"},"nodes":[' + b",".join([b"{}"] * count) + b"]}", b"")


def draco_of(triangles: int) -> bytes:
    """Return a GLB with a Draco part that says it has very many triangles."""
    draft = Draft()
    draft.show(draco(draft))
    start = draft.binary.index(b"DRACO") + 12  # after its head and the kind of its traversal
    count = bytes((triangles >> 7 * place & 0x7F) | (0x80 if place < 4 else 0) for place in range(5))
    draft.binary[start : start + 10] = count * 2
    return draft.glb()


def ply_of(count: int) -> bytes:
    """Return a PLY that says it has very many vertices."""
    head = f"ply\nformat binary_little_endian 1.0\nelement vertex {count}\nproperty float x\nend_header\n"
    return head.encode() + bytes(100)


def png_of(side: int) -> bytes:
    """Return a small PNG that says it is very large."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = zlib.compress(bytes(10_000_000), 9)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows)


def textured(content: bytes) -> bytes:
    """Return a square with a picture."""
    draft = Draft()
    draft.document |= {
        "images": [{"bufferView": draft.view(content)}], "textures": [{"source": 0}],
        "materials": [{"emissiveTexture": {"index": 0}}],
    }  # fmt: skip
    return draft.show(square(draft)).glb()


def ktx2_of(side: int) -> bytes:
    """Return the head of a KTX2 that says it is very large."""
    return b"\xabKTX 20\xbb\r\n\x1a\n" + struct.pack("<5I", 0, 1, side, side, 0) + bytes(60)

"""What a file is, told from its content: names and stated types are not believed."""

import re
import struct
from typing import NamedTuple

HEAD_BYTES = 2**16
"""How much of a file's beginning is looked at."""
STL_HEADER_BYTES = 84
STL_TRIANGLE_BYTES = 50
STL_REST_BYTES_MAX = 4096
"""How much may stand after the last triangle of a binary STL that is called one: some programs fill up their blocks."""
_FARTHEST = 1e9


class Format(NamedTuple):
    """A format that is read here."""

    label: str
    media_type: str
    extension: str


GLB = Format("GLB", "model/gltf-binary", ".glb")
GLTF = Format("glTF", "model/gltf+json", ".gltf")
OBJ = Format("OBJ", "model/obj", ".obj")
PLY = Format("PLY", "model/ply", ".ply")
STL = Format("STL", "model/stl", ".stl")
ZIP = Format("ZIP", "application/zip", ".zip")
PNG = Format("PNG", "image/png", ".png")
JPEG = Format("JPEG", "image/jpeg", ".jpg")
WEBP = Format("WebP", "image/webp", ".webp")
KTX2 = Format("KTX2", "image/ktx2", ".ktx2")
TIFF = Format("TIFF", "image/tiff", ".tif")
MP4 = Format("MP4", "video/mp4", ".mp4")
MOV = Format("MOV", "video/quicktime", ".mov")
AVI = Format("AVI", "video/x-msvideo", ".avi")
MKV = Format("MKV", "video/x-matroska", ".mkv")
MODELS = (GLB, GLTF, OBJ, PLY, STL, ZIP)
PICTURES = (PNG, JPEG, WEBP, KTX2, TIFF)
VIDEOS = (MP4, MOV, AVI, MKV)
FORMATS = (*MODELS, *PICTURES, *VIDEOS)

_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"glTF", GLB),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"\xabKTX 20\xbb\r\n\x1a\n", KTX2),
    (b"PK\x03\x04", ZIP),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"\x1aE\xdf\xa3", MKV),
    (b"ply\n", PLY),
    (b"ply\r", PLY),
)
_ATOMS = frozenset((b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"))
"""With which films of QuickTime begin that are older than `ftyp`."""
_NO_FILMS = (b"avi", b"hei", b"hev", b"mif", b"msf", b"jp2", b"jpx", b"M4A", b"M4B", b"M4P", b"crx")
"""Brands of pictures and sounds in the same kind of container."""
_GLTF = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*\{\s*\"(?:accessors|animations|asset|buffers|bufferViews|cameras|extensions|extensionsRequired"
    rb"|extensionsUsed|extras|images|materials|meshes|nodes|samplers|scene|scenes|skins|textures)\"\s*:"
)
_STL_TEXT = re.compile(rb"\s*solid\b[^\n]*\n\s*(?:facet\s+normal|endsolid)", re.IGNORECASE)
_OBJ_LINE = re.compile(rb"(?:(?:v|vt|vn|vp)\s+[-+.\d]|f\s+-?\d|(?:o|g|s|mtllib|usemtl)(?:\s|$)|l\s+-?\d|p\s+-?\d)")


def sniffed(head: bytes, size_bytes: int | None, name: str = "") -> Format | None:
    """Return the format of a file that begins with `head`, or None where it is none that is read here.

    A binary STL is only known by its size; without one, a size that would do is taken for granted. One whose name says
    so may have a little after its triangles.
    """
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if head[:4] == b"RIFF":
        return {b"WEBP": WEBP, b"AVI ": AVI}.get(head[8:12])
    if (film := _film(head)) is not None:
        return film
    if _GLTF.match(head):
        return GLTF
    if _STL_TEXT.match(head) or _is_binary_stl(head, size_bytes, STL_REST_BYTES_MAX if _is_called_stl(name) else 0):
        return STL
    return OBJ if _is_obj(head) else None


def _film(head: bytes) -> Format | None:
    """Return which film of the family of MP4 begins so. Source: ISO/IEC 14496-12, section 4.3."""
    kind, brand = head[4:8], head[8:12]
    if kind == b"ftyp":
        return None if brand.startswith(_NO_FILMS) else MOV if brand == b"qt  " else MP4
    size_bytes = int.from_bytes(head[:4])  # of the first atom; where a text stands it would be larger
    return MOV if kind in _ATOMS and (size_bytes < 2 or 8 <= size_bytes < 2**29) else None


def stl_trouble(head: bytes, size_bytes: int | None, name: str) -> str:
    """Return what is wrong with the size of a file that is called STL and looks like a binary one; else nothing."""
    if not _is_called_stl(name) or len(head) < STL_HEADER_BYTES or not _holds_a_triangle(head):
        return ""
    triangles, stated = _stated_by(head)
    which = "is cut short" if size_bytes is not None and stated > size_bytes else "goes on after its last triangle"
    has = "more" if size_bytes is None else f"{size_bytes:,}"
    return f"The STL {which}: its head says {triangles:,} triangles, which take {stated:,} bytes; the file has {has}"


def _is_called_stl(name: str) -> bool:
    return name.lower().endswith(".stl")


def _holds_a_triangle(head: bytes) -> bool:
    """Tell whether what would be the first triangle, if it is there, has numbers that may be places."""
    if len(head) < STL_HEADER_BYTES + STL_TRIANGLE_BYTES:
        return True
    return all(abs(number) < _FARTHEST for number in struct.unpack_from("<12f", head, STL_HEADER_BYTES))


def _stated_by(head: bytes) -> tuple[int, int]:
    """Return how many triangles the head of a binary STL says it has, and how many bytes that takes."""
    (triangles,) = struct.unpack_from("<I", head, STL_HEADER_BYTES - 4)
    return triangles, STL_HEADER_BYTES + STL_TRIANGLE_BYTES * triangles


def _is_binary_stl(head: bytes, size_bytes: int | None, rest_bytes_max: int) -> bool:
    if len(head) < STL_HEADER_BYTES:
        return False
    triangles, stated = _stated_by(head)
    if size_bytes is None:
        return stated + rest_bytes_max >= len(head)
    return stated == size_bytes or (triangles > 0 and 0 < size_bytes - stated <= rest_bytes_max)


def _is_obj(head: bytes) -> bool:
    """Whether the first line that is no comment is one of an OBJ file."""
    if b"\0" in head:
        return False
    for line in head.splitlines():
        plain = line.strip()
        if plain and not plain.startswith(b"#"):
            return _OBJ_LINE.match(plain) is not None
    return False

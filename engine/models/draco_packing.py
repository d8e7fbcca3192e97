"""Geometry as KHR_draco_mesh_compression stores it, by Google's encoder.

The encoder quantises corners, normals and the first texture coordinates; it knows no way to quantise the rest, which
is handed over as whole numbers therefore: tangents and weights as bytes, colours and joints in as few bits as do, and
further texture coordinates in 16 bits where they lie in [0, 1].
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import DracoPy
import numpy as np
from numpy.typing import NDArray

from engine.models.gltf_document import Column, Document
from engine.models.model import Json, Surface
from engine.models.quantizing import EXTENSION as QUANTIZATION
from engine.models.quantizing import WHOLE, Bits, Form, Grid, columns_of

EXTENSION = "KHR_draco_mesh_compression"
_EFFORTS = (10, 5)
"""Of 10; the smaller is kept. The first foretells texture coordinates from corners, which at times is much worse."""
_SEQUENTIAL = 0
"""An effort at which the encoder takes triangle after triangle, as they come."""
_QUICK_FROM_TRIANGLES = 1_000_000
_TYPES = {"POSITION": 0, "NORMAL": 1, "TEXCOORD_0": 3}  # the encoder's own numbers for what it quantises
_GENERIC, _SIGNED_BYTE, _BYTE = 4, 1, 2


def write_draco(document: Document, surface: Surface, grid: Grid, bits: Bits) -> Json | None:
    """Return a primitive whose geometry is Draco's; None where it would not be smaller, or lose triangles to be seen.

    Corners lie on the grid of the mesh, so that its surfaces still meet.
    """
    columns = _columns(surface)
    faces = _with_area(columns["POSITION"].values, surface.faces)
    if not len(faces):
        return None
    content, ids = _encoded(columns, faces, grid, bits)
    if "TANGENT" in ids:
        content = _signed(content, ids["TANGENT"])
    plain_bytes = sum(column.values.nbytes for column in columns.values()) + 2 * surface.faces.size
    back = DracoPy.decode(content) if content and len(content) < plain_bytes else None
    if back is None or len(back.faces) != len(faces):
        return None
    document.uses(EXTENSION, is_required=True)
    if any(_is_extended(name, column) for name, column in columns.items()):
        document.uses(QUANTIZATION, is_required=True)
    found = {each["attribute_type"]: each["unique_id"] for each in back.attributes}
    ids |= {name: found[number] for name, number in _TYPES.items() if name in columns}
    # An accessor without a view is filled by what Draco's content holds.
    promised = {name: column.head | {"count": len(back.points)} for name, column in columns.items()}
    promised["POSITION"] |= Column(np.asarray(back.points, np.float32)).bounds
    indices = {
        "componentType": 5123 if len(back.points) <= 65_535 else 5125,
        "count": back.faces.size,
        "type": "SCALAR",
    }
    return {
        "attributes": {name: document.add("accessors", head) for name, head in promised.items()},
        "indices": document.add("accessors", indices),
        "extensions": {EXTENSION: {"bufferView": document.view(content), "attributes": ids}},
    }  # fmt: skip


def _columns(surface: Surface) -> dict[str, Column]:
    """Return what is handed to the encoder: floats that it quantises, and whole numbers."""
    columns = columns_of(surface, Form(WHOLE))
    columns |= {name: column for name, column in columns_of(surface, Form()).items() if name in _TYPES}
    return columns


def _is_extended(name: str, column: Column) -> bool:
    """Tell whether glTF itself does not allow numbers of this kind for such an attribute."""
    return name not in _TYPES and name.startswith(("TEXCOORD", "TANGENT")) and column.is_normalized


def _encoded(
    columns: Mapping[str, Column], faces: NDArray[np.int32], grid: Grid, bits: Bits
) -> tuple[bytes, dict[str, int]]:
    """Return the content, and the numbers in it of the attributes that the encoder has no name for."""
    given = {name: column.values for name, column in columns.items()}
    ids = {name: number for number, name in enumerate(name for name in columns if name not in _TYPES)}
    generic = {number: _unsigned(given[name]) for name, number in ids.items()}
    encode = partial(
        DracoPy.encode, given["POSITION"], faces.astype(np.uint32), generic_attributes=generic or None,
        quantization_bits=bits.position, quantization_origin=np.array(grid.origin),
        quantization_range=grid.step * (2**bits.position - 1), normals=_wide(given.get("NORMAL")),
        normal_quantization_bits=bits.direction, tex_coord=_wide(given.get("TEXCOORD_0")),
        tex_coord_quantization_bits=bits.uv,
    )  # fmt: skip
    efforts = _EFFORTS if len(faces) < _QUICK_FROM_TRIANGLES else _EFFORTS[1:]
    found = [content for effort in efforts if (content := _tried(encode, effort))]
    return min(found, key=len) if found else _tried(encode, _SEQUENTIAL), ids


def _tried(encode: Callable[..., bytes], effort: int) -> bytes:
    """Return the content, or nothing where the encoder refuses it: its way over edges does not take every surface."""
    try:
        return encode(compression_level=effort)
    except DracoPy.EncodingFailedException:
        return b""


def _unsigned(values: NDArray[Any]) -> NDArray[Any]:
    return np.ascontiguousarray(values.view(np.uint8) if values.dtype == np.int8 else values)


def _wide(values: NDArray[Any] | None) -> NDArray[np.float64] | None:
    return None if values is None else values.astype(np.float64)


def _with_area(points: NDArray[np.float32], faces: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the triangles whose corners are at three places: Draco leaves out the others."""
    first, second, third = (points[faces[:, corner]] for corner in range(3))
    is_flat = (first == second).all(axis=1) | (second == third).all(axis=1) | (third == first).all(axis=1)
    kept: NDArray[np.int32] = faces[~is_flat]
    return kept


def _signed(content: bytes, number: int) -> bytes:
    """Return the content with one attribute of four bytes marked as signed; nothing where the mark is not found.

    The binding hands over unsigned bytes only, and the bytes are the same: Draco codes differences modulo their range.
    The mark is the second byte of the attribute's head: type, kind of number, components, normalised, its number.
    """
    head = bytes([_GENERIC, _BYTE, 4, 0, number])
    at = content.find(head)
    return content[: at + 1] + bytes([_SIGNED_BYTE]) + content[at + 2 :] if content.count(head) == 1 else b""

"""Geometry as EXT_meshopt_compression stores it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import meshopt
import numpy as np
from numpy.typing import NDArray

Json = dict[str, Any]
EXTENSION = "EXT_meshopt_compression"


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of meshopt, and the bits that it keeps of each component."""

    kind: Literal["OCTAHEDRAL"]
    bits: int


def squeezed_triangles(indices: NDArray[Any]) -> tuple[bytes, Json]:
    """Return (3 m, 1) corner indices encoded, and what the extension says of them.

    A triangle may start at another of its corners after decoding.
    """
    content = meshopt.encode_index_buffer(indices.reshape(-1).astype(np.uint32))
    return content, {"byteStride": indices.itemsize, "count": indices.size, "mode": "TRIANGLES"}


def squeezed_rows(content: bytes, stride: int) -> tuple[bytes, Json]:
    """Return elements of `stride` bytes encoded, without loss, and what the extension says of them."""
    rows = np.frombuffer(content, np.uint8).reshape(-1, stride)
    return meshopt.encode_gltf_buffer(rows, "ATTRIBUTES"), _attributes(stride, len(rows))


def squeezed_directions(columns: Sequence[NDArray[Any]], stride: int, filtered: Filter) -> tuple[bytes, Json]:
    """Return unit vectors, given as normalised whole numbers (n, 3 or 4), encoded in octahedral form."""
    wide = np.zeros((sum(map(len, columns)), 4), np.float32)
    begin = 0
    for values in columns:
        wide[begin : begin + len(values), : values.shape[1]] = values / np.iinfo(values.dtype).max
        begin += len(values)
    rows = meshopt.encode_filter_oct(wide, stride, filtered.bits)
    return meshopt.encode_gltf_buffer(rows, "ATTRIBUTES"), _attributes(stride, len(rows)) | {"filter": filtered.kind}


def _attributes(stride: int, count: int) -> Json:
    return {"byteStride": stride, "count": count, "mode": "ATTRIBUTES"}

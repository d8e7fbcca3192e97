"""Geometry as EXT_meshopt_compression stores it."""

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


def squeezed_rows(values: NDArray[Any], rows: NDArray[np.uint8], filtered: Filter | None) -> tuple[bytes, Json]:
    """Return the rows of a column encoded, (n, stride) bytes, and what the extension says of them."""
    told: Json = {"byteStride": rows.shape[1], "count": len(rows), "mode": "ATTRIBUTES"}
    if filtered is not None:
        rows = _octahedral(values, rows.shape[1], filtered.bits)
        told["filter"] = filtered.kind
    return meshopt.encode_gltf_buffer(rows, "ATTRIBUTES"), told


def _octahedral(values: NDArray[Any], stride: int, bits: int) -> NDArray[np.uint8]:
    """Return unit vectors, given as normalised whole numbers (n, 3 or 4), in octahedral form."""
    wide = np.zeros((len(values), 4), np.float32)
    wide[:, : values.shape[1]] = values / np.iinfo(values.dtype).max
    encoded: NDArray[np.uint8] = meshopt.encode_filter_oct(wide, stride, bits)
    return encoded

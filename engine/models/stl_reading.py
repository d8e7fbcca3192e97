"""Read STL, binary and in words; corners that are exactly equal are joined. Its colours have no standard: left out."""

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models.limits import Reading
from engine.models.model import Mesh, Model, Node, Surface
from engine.models.numbers import lines_of, numbers_in
from engine.models.welding import joined

_HEAD_BYTES, _TRIANGLE_BYTES = 84, 50
_REST_BYTES_MAX = 4096  # after the last triangle: some programs fill up their blocks
_FARTHEST = 1e9
_TRIANGLE = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])


def is_binary_stl(data: bytes) -> bool:
    """Tell whether the length of a file is what the count in its head says, or a little more and all are places."""
    rest_bytes = len(data) - _HEAD_BYTES - _TRIANGLE_BYTES * _count(data)
    if not 0 < rest_bytes <= _REST_BYTES_MAX:
        return rest_bytes == 0
    corners = _corners(data)
    return bool(len(corners)) and float(np.abs(corners).max()) < _FARTHEST  # nor where it is not a number


def is_text_stl(data: bytes) -> bool:
    """Tell whether a file is an STL in words."""
    return data[:512].lstrip().lower().startswith(b"solid") and b"facet" in data[:4096].lower()


def read_stl(data: bytes, reading: Reading) -> Model:
    """Return the triangles of an STL as one surface."""
    corners = _words(data, reading) if is_text_stl(data) and not is_binary_stl(data) else _binary(data, reading)
    if not np.isfinite(corners).all():
        raise Invalid("The STL has corners that are not numbers (NaN or infinite)", field="points")
    kept, places = joined(corners)
    surface = Surface(corners[kept].astype(np.float64), places.reshape(-1, 3))
    return Model((Node(mesh=0),), (0,), (Mesh((surface,)),), source="stl")


def _count(data: bytes) -> int:
    return int.from_bytes(data[80:84], "little")


def _binary(data: bytes, reading: Reading) -> NDArray[np.float32]:
    if len(data) < _HEAD_BYTES:
        raise Invalid("The STL is cut short", field="file")
    count = _count(data)
    reading.triangles(count)
    reading.corners(3 * count)
    there, rest_bytes = divmod(len(data) - _HEAD_BYTES, _TRIANGLE_BYTES)
    if there < count:
        raise Invalid(f"The STL is cut short: its head says {count:,} triangles, {there:,} are there",
                      field="file", triangles=count)  # fmt: skip
    rest_bytes += _TRIANGLE_BYTES * (there - count)
    if rest_bytes:
        reading.note(f"{rest_bytes:,} bytes after the last triangle of the STL were passed over")
    return _corners(data)


def _corners(data: bytes) -> NDArray[np.float32]:
    triangles = np.frombuffer(data, _TRIANGLE, _count(data), _HEAD_BYTES)
    return np.ascontiguousarray(triangles["corners"]).reshape(-1, 3)


def _words(data: bytes, reading: Reading) -> NDArray[np.float32]:
    lines = lines_of(data.lower())
    is_corner = lines.initials(0) == ord("v")
    count = int(is_corner.sum())
    reading.triangles(count // 3)
    ends = (lines.initials(0) == ord("e")) & (lines.initials(3) == ord("f"))
    if count != 3 * int(ends.sum()):
        raise Invalid("The STL has facets that are no triangles, or is cut short", field="file")
    corners = lines.picked(is_corner).replace(b"vertex", b" ")
    return numbers_in(corners, 3 * count, np.float32, "vertex").reshape(-1, 3)

"""Numbers of a glTF: accessors of every kind (interleaved, sparse, normalised integers) as arrays."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models.gltf_buffers import Buffers
from engine.models.gltf_schema import Accessor, Document, Kind, Sparse, picked
from engine.models.limits import Reading, within

WIDTHS: dict[str, int] = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
_TYPES = {5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}


class Accessors:
    """Accessors of a document as arrays; each is made once and shared, so nobody may write into them."""

    def __init__(self, document: Document, buffers: Buffers, reading: Reading) -> None:
        self._document, self._buffers, self._reading = document, buffers, reading
        self._made: dict[tuple[int, str], NDArray[Any]] = {}

    def entry(self, number: int) -> Accessor:
        """Return what the file says about an accessor."""
        return picked(self._document.accessors, number, "accessor")

    def floats(self, number: int, *kinds: Kind) -> NDArray[np.float32]:
        """Return (n, width) values, normalised integers as what they stand for; they may not be finite."""
        return self._kept(number, "floats", kinds)

    def integers(self, number: int, *kinds: Kind) -> NDArray[Any]:
        """Return (n, width) unsigned integers."""
        return self._kept(number, "integers", kinds)

    def _kept(self, number: int, form: str, kinds: tuple[Kind, ...]) -> NDArray[Any]:
        accessor = self.entry(number)
        if accessor.type not in kinds:
            raise Invalid(f"An accessor of the glTF is {accessor.type}, and is used as {' or '.join(kinds)}",
                          field="accessors", allowed=list(kinds))  # fmt: skip
        if (number, form) not in self._made:
            values = self._values(accessor)
            self._made[number, form] = as_floats(values, accessor) if form == "floats" else _as_integers(values)
            self._made[number, form].setflags(write=False)
        return self._made[number, form]

    def _values(self, accessor: Accessor) -> NDArray[Any]:
        limits = self._reading.limits
        within(
            accessor.count, max(limits.corners_max, 3 * limits.triangles_max), "corners_max", "elements in an accessor"
        )
        width, element = WIDTHS[accessor.type], np.dtype(_TYPES[accessor.component_type])
        self._reading.take(accessor.count * width * max(element.itemsize, 4))
        if accessor.buffer_view is None:
            values = np.zeros((accessor.count, width), element)
        else:
            values = self._strided(accessor, accessor.buffer_view, width, element)
        return values if accessor.sparse is None else self._replaced(values, accessor.sparse, element)

    def _strided(self, accessor: Accessor, view: int, width: int, element: np.dtype[Any]) -> NDArray[Any]:
        size = width * element.itemsize
        stride = self._buffers.stride(view) or size
        if stride < size:
            raise Invalid("The elements of a buffer view of the glTF overlap", field="byteStride", least=size)
        content = self._buffers.view(view)
        _check_room(content, accessor.byte_offset, accessor.count, stride, size)
        if accessor.count == 0:
            return np.zeros((0, width), element)
        return np.ndarray((accessor.count, width), element, content, accessor.byte_offset, (stride, element.itemsize))

    def _replaced(self, values: NDArray[Any], sparse: Sparse, element: np.dtype[Any]) -> NDArray[Any]:
        if sparse.count > len(values):
            raise Invalid("A sparse accessor of the glTF replaces more than it has", field="sparse")
        places = self._dense(
            sparse.indices.buffer_view,
            sparse.indices.byte_offset,
            (sparse.count,),
            _TYPES[sparse.indices.component_type],
        )
        if len(places) and int(places.max()) >= len(values):
            raise Invalid("A sparse accessor of the glTF replaces what it does not have", field="sparse")
        replaced = values.copy()
        replaced[places] = self._dense(
            sparse.values.buffer_view, sparse.values.byte_offset, (sparse.count, values.shape[1]), element
        )
        return replaced

    def _dense(self, view: int, offset: int, shape: tuple[int, ...], element: Any) -> NDArray[Any]:
        content, element = self._buffers.view(view), np.dtype(element)
        size = int(np.prod(shape[1:], dtype=int)) * element.itemsize
        _check_room(content, offset, shape[0], size, size)
        return np.frombuffer(content, element, shape[0] * size // element.itemsize, offset).reshape(shape)


def _check_room(content: memoryview, offset: int, count: int, stride: int, size: int) -> None:
    needed = offset + stride * (count - 1) + size if count else offset
    if needed > len(content):
        raise Invalid("An accessor of the glTF lies outside of its buffer view", field="accessors")


def as_floats(values: NDArray[Any], accessor: Accessor) -> NDArray[np.float32]:
    """Return numbers as floats; normalised integers stand for [-1, 1] or [0, 1]."""
    if values.dtype.kind == "f" or not accessor.normalized:
        return np.ascontiguousarray(values, np.float32)
    scaled = values.astype(np.float32) / np.float32(np.iinfo(values.dtype).max)
    return np.asarray(np.maximum(scaled, np.float32(-1.0)))


def _as_integers(values: NDArray[Any]) -> NDArray[Any]:
    if values.dtype.kind != "u":
        raise Invalid("An accessor of the glTF that counts does not hold unsigned integers", field="componentType")
    return np.ascontiguousarray(values)

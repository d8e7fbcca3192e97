"""What the reader and the process that unpacks Draco say to each other: lengths in eight bytes, then msgpack."""

from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid

LENGTH_BYTES = 8
_KINDS = "iuf"


class Array(msgspec.Struct, frozen=True):
    """Numbers in a row."""

    kind: str
    shape: tuple[int, ...]
    content: bytes

    @classmethod
    def of(cls, values: Any) -> "Array":
        """Return the numbers of an array."""
        plain = np.ascontiguousarray(values)
        return cls(plain.dtype.str, plain.shape, plain.tobytes())

    @property
    def values(self) -> NDArray[Any]:
        """Return the array; Invalid where it holds no numbers."""
        kind = np.dtype(self.kind)
        if kind.kind not in _KINDS:
            raise Invalid("A Draco part of the glTF does not hold numbers", field="KHR_draco_mesh_compression")
        return np.frombuffer(self.content, kind).reshape(self.shape)


class Asked(msgspec.Struct, frozen=True):
    """A packed part, and how long and how large this process may grow: all of its parts count."""

    content: bytes
    seconds: float
    memory_mib: int


class Answer(msgspec.Struct, frozen=True):
    """The triangles and attributes of a part by their numbers; `trouble` is what was wrong with it."""

    faces: Array | None = None
    attributes: dict[int, Array] = {}
    trouble: str = ""


def framed(message: Asked | Answer) -> bytes:
    """Return a message with its length before it."""
    content = msgspec.msgpack.encode(message)
    return len(content).to_bytes(LENGTH_BYTES, "little") + content

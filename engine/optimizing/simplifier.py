"""Meshoptimizer's simplifiers, as the WebAssembly module that its author publishes (1.3, MIT; its licence lies beside).

In WebAssembly they give the same bytes on every machine, need no compiler to install, and whatever a mesh does to them
ends in an exception, not in a crash of the process. See docs/decisions/0019-simplifying.md.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import wasmtime
from numpy.typing import NDArray

from domain.errors import TooLarge

ATTRIBUTES_MOST = 32
LOCKED, PROTECTED, PRECIOUS = 1, 2, 4
"""What a corner may be: one that stays, one whose seam stays, one that collapses last."""
LOCK_BORDER, PRUNE, REGULARIZE, PERMISSIVE, PRESERVE_FOLDS = 1, 8, 16, 32, 128
MEMORY_BYTES_MOST = 2**32  # what the module can address; five million triangles with all attributes take 2 GiB
_TOO_LARGE = "The mesh is too large to be simplified: it takes more than the 4 GiB that the simplifier can address"
_MODULE = Path(__file__).with_name("meshopt_simplifier.wasm")

Values = NDArray[np.float32]
Indices = NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class Reduced:
    """What simplifying left: (m, 3) faces over the corners that were given, and these as they have been moved.

    `error` is in the unit of the points, as the quadrics tell it (a bound on nothing; see `distances` for measuring).
    """

    faces: NDArray[np.uint32]
    points: Values
    attributes: Values
    error: float


@lru_cache(maxsize=1)
def _compiled() -> tuple[wasmtime.Engine, wasmtime.Module]:
    engine = wasmtime.Engine()
    return engine, wasmtime.Module(engine, _MODULE.read_bytes())


class _Memory:
    """A fresh instance of the module, and arrays in its memory."""

    def __init__(self) -> None:
        engine, module = _compiled()
        self._store = wasmtime.Store(engine)
        self._exports: Any = wasmtime.Instance(self._store, module, []).exports(self._store)
        self.call("__wasm_call_ctors")

    def call(self, name: str, *arguments: float) -> Any:
        """Call a function of the module; where it runs out of memory, the mesh is too large."""
        try:
            return self._exports[name](self._store, *arguments)
        except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
            raise TooLarge(_TOO_LARGE, memory_bytes_most=MEMORY_BYTES_MOST) from error

    def space(self, size_bytes: int) -> int:
        """Return the address of so many free bytes."""
        address: int = self.call("sbrk", (size_bytes + 15) // 16 * 16)
        if address in (-1, 2**32 - 1):
            raise TooLarge(_TOO_LARGE, memory_bytes_most=MEMORY_BYTES_MOST)
        return address & 0xFFFFFFFF

    def put(self, values: NDArray[Any]) -> int:
        """Return the address of a copy of an array."""
        data = np.ascontiguousarray(values)
        address = self.space(data.nbytes)
        self._exports["memory"].write(self._store, data.tobytes(), address)
        return _signed(address)

    def take(self, address: int, count: int, kind: type[Any]) -> NDArray[Any]:
        """Return a copy of `count` values at an address."""
        start = address & 0xFFFFFFFF
        data = self._exports["memory"].read(self._store, start, start + count * np.dtype(kind).itemsize)
        return np.frombuffer(bytes(data), kind).copy()


def _signed(address: int) -> int:
    return address - 2**32 if address >= 2**31 else address


def simplified(
    points: Values,
    faces: NDArray[np.integer[Any]],
    *,
    triangles: int,
    attributes: Values,
    weights: Values,
    marks: NDArray[np.uint8],
    options: int = 0,
    moves: bool = True,
) -> Reduced:
    """Return a surface with at most `triangles` triangles, or as few as collapsing edges comes down to.

    Parameters
    ----------
    points : (n, 3) float32
        Corners; those at the same place belong together, whatever their attributes.
    faces : (m, 3)
    attributes, weights : (n, k) and (k,) float32, k ≤ 32
        What is interpolated along, and how much an error of it counts against one of the place (in extents).
    marks : (n,) uint8
        LOCKED, PROTECTED, PRECIOUS.
    moves : bool
        Whether corners may move to where the error is least; their attributes are then fitted too.
    """
    memory, count, width = _Memory(), len(points), attributes.shape[1]
    error = memory.put(np.zeros(1, np.float32))
    target = 0 if moves else memory.put(np.zeros(faces.size, np.uint32))
    source, places = memory.put(faces.astype(np.uint32)), memory.put(points.astype(np.float32))
    rest = memory.put(attributes.astype(np.float32)) if width else 0
    weighing, marking = memory.put(weights.astype(np.float32)), memory.put(marks)
    shape = (faces.size, places, count, 12, rest, 4 * width, weighing, width, marking, 3 * triangles)
    limits = (float(np.finfo(np.float32).max), options, error)
    if moves:
        found = memory.call("meshopt_simplifyWithUpdate", source, *shape, *limits)
    else:
        found = memory.call("meshopt_simplifyWithAttributes", target, source, *shape, *limits)
    kept = memory.take(source if moves else target, found, np.uint32).reshape(-1, 3)
    if not moves:
        return Reduced(kept, points, attributes, float(memory.take(error, 1, np.float32)[0]))
    moved = memory.take(places, 3 * count, np.float32).reshape(-1, 3)
    fitted = memory.take(rest, width * count, np.float32).reshape(-1, width) if width else attributes
    return Reduced(kept, moved, fitted, float(memory.take(error, 1, np.float32)[0]))


def simplified_sloppily(
    points: Values, faces: NDArray[np.integer[Any]], *, triangles: int
) -> tuple[NDArray[np.uint32], float]:
    """Return at most `triangles` faces over the same corners, whatever becomes of the shape's topology, and the error.

    There may be none left.
    """
    memory = _Memory()
    error, target = memory.put(np.zeros(1, np.float32)), memory.put(np.zeros(faces.size, np.uint32))
    source, places = memory.put(faces.astype(np.uint32)), memory.put(points.astype(np.float32))
    found = memory.call(
        "meshopt_simplifySloppy", target, source, faces.size, places, len(points), 12, 0, 3 * triangles,
        float(np.finfo(np.float32).max), error,
    )  # fmt: skip
    return memory.take(target, found, np.uint32).reshape(-1, 3), float(memory.take(error, 1, np.float32)[0])


def first_at_place(points: Values) -> NDArray[np.int64]:
    """Return for each of (n, 3) float32 corners the first that stands at the very same place."""
    memory = _Memory()
    places, remap = memory.put(points.astype(np.float32)), memory.put(np.zeros(len(points), np.uint32))
    memory.call("meshopt_generatePositionRemap", remap, places, len(points), 12)
    return memory.take(remap, len(points), np.uint32).astype(np.int64)

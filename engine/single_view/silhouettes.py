"""Silhouettes of every archetype from all around: `python -m engine.single_view.silhouettes` draws them anew.

Each is cut to its box and squeezed into a square, so that a wider thing of the same form has the same one; how wide it
was stands beside it.
"""

import io
import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from domain.spec import DesignSpec
from engine.archetypes import ARCHETYPES
from engine.assembling.assembly import assemble
from engine.planner import plan
from engine.planner.staging.sizing import without_ground
from engine.single_view.shape import Pose, Shape
from engine.single_view.view import Mask

FILE = Path(__file__).parent / "silhouettes.npz"
SIDE = 32  # cells of a squeezed silhouette
AZIMUTHS = tuple(float(turn) for turn in np.arange(0, 360, 22.5))
ELEVATIONS = (3.0, 18.0, 36.0, 57.0, 87.0)
DISTANCE = 4.5  # radii
VIEWS = tuple(Pose(turn, lift, distance=DISTANCE) for lift in ELEVATIONS for turn in AZIMUTHS)
_FINE = 3  # pixels per cell, each way, when drawing
_ASPECT_STEP = 0.02  # of the natural logarithm of width over height
_NOT_ONE_THING = frozenset({"interior"})
_SHAPELESS = frozenset({"object"})


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """All silhouettes of all `names`, from `VIEWS` each.

    Attributes
    ----------
    cells : (names, views, SIDE x SIDE) uint8
        1 where the thing is.
    aspects : (names, views) float32
        Natural logarithm of width over height before squeezing.
    """

    names: tuple[str, ...]
    cells: NDArray[np.uint8]
    aspects: NDArray[np.float32]


def drawable() -> list[str]:
    """Return the names of the archetypes that are one thing of a form of its own."""
    return sorted(
        name for name, one in ARCHETYPES.items() if one.design_type not in _NOT_ONE_THING and name not in _SHAPELESS
    )


def alone(spec: DesignSpec) -> DesignSpec:
    """Return a design without the plot that its thing stands on: a picture's foreground is the thing."""
    return replace(spec, objects=tuple(without_ground(spec.objects)))


def squeezed(mask: NDArray[np.floating] | Mask) -> tuple[NDArray[np.float32], float]:
    """Return (SIDE, SIDE) coverage of a (h, w) mask cut to its box, and the box's log(width / height)."""
    solid = np.asarray(mask, np.float32)
    rows, columns = np.flatnonzero((solid >= 0.5).any(axis=1)), np.flatnonzero((solid >= 0.5).any(axis=0))
    if not len(rows):
        return np.zeros((SIDE, SIDE), np.float32), 0.0
    cut = solid[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    cells = _pooled(_pooled(cut, SIDE).T, SIDE).T
    return np.ascontiguousarray(cells), float(np.log(cut.shape[1] / cut.shape[0]))


def _pooled(rows: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Return rows averaged into so many, each by how much of it lies there."""
    sums = np.concatenate([np.zeros((1, rows.shape[1]), np.float64), np.cumsum(rows, axis=0, dtype=np.float64)])
    edges = np.linspace(0, len(rows), count + 1)
    below = np.minimum(edges.astype(int), len(rows) - 1)
    at = sums[below] + (sums[below + 1] - sums[below]) * (edges - below)[:, None]
    return np.asarray(np.diff(at, axis=0) * (count / len(rows)), np.float32)


def silhouette_of(shape: Shape, pose: Pose) -> tuple[NDArray[np.uint8], float]:
    """Return the squeezed silhouette of a thing at a pose, 0 or 1, and the logarithm of its width over height."""
    view = shape.portrait(pose, SIDE * _FINE)
    cells, aspect = squeezed((shape.seen(view, pose.factors).face >= 0).reshape(view.size))
    return (cells >= 0.5).astype(np.uint8), aspect


@lru_cache(maxsize=1)
def table() -> Table:
    """Return the table."""
    with np.load(FILE) as kept:
        names = tuple(str(name) for name in kept["names"])
        packed = np.frombuffer(lzma.decompress(kept["cells"].tobytes()), np.uint8)
        aspects = kept["aspects"].astype(np.float32) * _ASPECT_STEP
    cells = np.unpackbits(packed).reshape(len(names), len(VIEWS), SIDE * SIDE)
    return Table(names, cells, aspects)


def packed(names: Sequence[str], cells: NDArray[np.uint8], aspects: NDArray[np.floating]) -> bytes:
    """Return the file of a table."""
    squeezed_more = lzma.compress(np.packbits(cells).tobytes(), preset=9 | lzma.PRESET_EXTREME)
    steps = np.clip(np.rint(aspects / _ASPECT_STEP), -128, 127).astype(np.int8)
    file = io.BytesIO()
    np.savez_compressed(file, names=np.array(names), cells=np.frombuffer(squeezed_more, np.uint8), aspects=steps)
    return file.getvalue()


def drawn(name: str) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return the silhouettes of one archetype from all views, (views, SIDE x SIDE), and their aspects."""
    shape = Shape(assemble(alone(plan(ARCHETYPES[name].phrases[0])), quality="draft"))
    found = [silhouette_of(shape, pose) for pose in VIEWS]
    return np.stack([cells.ravel() for cells, _ in found]), np.array([aspect for _, aspect in found], np.float32)


def main() -> None:
    """Draw all, and write the file."""
    names = drawable()
    found = [drawn(name) for name in names]
    cells, aspects = np.stack([cells for cells, _ in found]), np.stack([aspects for _, aspects in found])
    FILE.write_bytes(packed(names, cells, aspects))


if __name__ == "__main__":
    main()

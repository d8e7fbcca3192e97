"""Attributes of a surface as columns of a file: as floats, or as whole numbers on grids (KHR_mesh_quantization).

How far a value may move: a position by half a step, 1/65534 of the longest side of its mesh's box (1/32766 where
meshopt stores it); a texture coordinate by 1/131070 of the range that its material uses (1/32766 with meshopt); a
normal by 0.003 degrees (0.12 with meshopt); a tangent by 0.7 degrees; a weight by 1/255.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.gltf_document import Column
from engine.models.meshopt_packing import Filter
from engine.models.model import Mesh, Surface

EXTENSION = "KHR_mesh_quantization"
Range = tuple[tuple[float, float], tuple[float, float]]
"""For u and for v: what a stored 0 stands for, and how much farther 65535 is."""


@dataclass(frozen=True, slots=True)
class Bits:
    """How many bits of each component stay."""

    position: int = 15
    uv: int = 16
    direction: int = 16


FINE = Bits()
SQUEEZED = Bits(position=14, uv=14, direction=10)
"""Meshopt gains nothing from bits that a viewer does not see; gltfpack and gltf-transform keep as many or fewer."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where whole numbers of positions stand: at `origin` plus so many times `step`, metres."""

    origin: tuple[float, float, float]
    step: float

    @property
    def placement(self) -> NDArray[np.float64]:
        """Return (4, 4) from whole numbers to the mesh's own axes."""
        placed = np.diag([self.step, self.step, self.step, 1.0])
        placed[:3, 3] = self.origin
        return placed


WHOLE = Grid((0.0, 0.0, 0.0), 1.0)


def grid_of(mesh: Mesh, bits: int) -> Grid:
    """Return the grid over the box of a mesh; morphed corners lie in it too."""
    low = np.min([surface.points.min(axis=0) for surface in mesh.surfaces], axis=0)
    high = np.max([surface.points.max(axis=0) for surface in mesh.surfaces], axis=0)
    longest = float((high - low).max())
    reach = max((_reach(surface) for surface in mesh.surfaces), default=0.0)
    step = max(longest, reach) / (2**bits - 1) or 1.0
    return Grid((float(low[0]), float(low[1]), float(low[2])), step)


def _reach(surface: Surface) -> float:
    """Return the longest shift of any morph target along an axis."""
    shifts = [np.abs(target["POSITION"]).max() for target in surface.targets if "POSITION" in target]
    return float(max(shifts, default=0.0))


@dataclass(frozen=True, slots=True)
class Form:
    """How the attributes of one surface are stored: floats where it says nothing.

    `uvs` holds the range of each set that is stored on a grid of its own; the sets that lie in [0, 1] need none.
    """

    grid: Grid | None = None
    uvs: Mapping[int, Range] | None = None
    bits: Bits = FINE


def columns_of(surface: Surface, form: Form) -> dict[str, Column]:
    """Return the attributes of a surface by their glTF names."""
    is_whole = form.grid is not None
    columns = {"POSITION": _positions(surface.points, form.grid)}
    if surface.normals is not None:
        columns["NORMAL"] = _directions(unit(surface.normals), form) if is_whole else Column(unit(surface.normals))
        if surface.tangents is not None:
            tangents = _tangents(surface.tangents, surface.normals)
            columns["TANGENT"] = _tangent_bytes(tangents, form) if is_whole else Column(tangents)
    for number, uv in enumerate(surface.uvs):
        columns[f"TEXCOORD_{number}"] = _uvs(uv, number, form) if is_whole else Column(_float(uv))
    if surface.colors is not None:
        columns["COLOR_0"] = _colors(surface.colors, is_whole)
    if surface.joints is not None and surface.weights is not None:
        columns |= _skinning(surface.joints, surface.weights, is_whole)
    return columns


def target_columns(surface: Surface, form: Form) -> list[dict[str, Column]]:
    """Return the morph targets of a surface by their glTF names."""
    known = {"POSITION": surface.points, "NORMAL": surface.normals, "TANGENT": surface.tangents}
    still = {"POSITION": np.zeros((len(surface.points), 3), np.float32)}  # a target cannot be without anything
    kept = ({name: each for name, each in target.items() if known.get(name) is not None} for target in surface.targets)
    return [{name: _shift(surface, name, each, form) for name, each in (target or still).items()} for target in kept]


def _shift(surface: Surface, name: str, values: NDArray[np.float32], form: Form) -> Column:
    if name != "POSITION" or form.grid is None:
        return Column(_float(values))
    moved = _whole(surface.points + values, form.grid) - _whole(surface.points, form.grid)
    return Column(moved.astype(np.int16))


def _positions(points: NDArray[np.float64], grid: Grid | None) -> Column:
    return Column(_float(points)) if grid is None else Column(_whole(points, grid).astype(np.uint16))


def _whole(points: NDArray[np.float64], grid: Grid) -> NDArray[np.int64]:
    whole: NDArray[np.int64] = np.rint((points - np.array(grid.origin)) / grid.step).astype(np.int64)
    return whole


def _directions(vectors: NDArray[np.float32], form: Form) -> Column:
    whole = np.rint(vectors.astype(np.float64) * 32767).astype(np.int16)
    return Column(whole, is_normalized=True, filter=_octahedral(form, form.bits.direction))


def _tangent_bytes(tangents: NDArray[np.float32], form: Form) -> Column:
    whole = np.rint(tangents.astype(np.float64) * 127).astype(np.int8)
    return Column(whole, is_normalized=True, filter=_octahedral(form, 8))


def _octahedral(form: Form, bits: int) -> Filter | None:
    return Filter("OCTAHEDRAL", bits) if form.bits.direction < 16 else None


def _uvs(uv: NDArray[np.float32], number: int, form: Form) -> Column:
    found = (form.uvs or {}).get(number)
    if found is None:
        if uv.min() < 0 or uv.max() > 1:
            return Column(_float(uv))
        return Column(np.rint(uv.astype(np.float64) * 65535).astype(np.uint16), is_normalized=True)
    offset, scale = np.array(found).T
    whole = np.rint((uv - offset) / scale * 65535).clip(0, 65535)
    return Column(whole.astype(np.uint16), is_normalized=True)


def range_of(uvs: Iterable[NDArray[np.float32]], bits: Bits) -> Range | None:
    """Return the range that the texture coordinates of some surfaces are stored in; None where [0, 1] does."""
    stacked = np.concatenate(list(uvs)).astype(np.float64)
    low, high = stacked.min(axis=0), stacked.max(axis=0)
    if bits.uv == 16 and low.min() >= 0 and high.max() <= 1:
        return None
    scale = np.where(high > low, high - low, 1.0) * 65535 / (2**bits.uv - 1)
    return (float(low[0]), float(scale[0])), (float(low[1]), float(scale[1]))


def _colors(colors: NDArray[np.float32], is_whole: bool) -> Column:
    """Return colours as bytes where nothing is lost by it, else in 16 bits: linear light in 8 bits shows steps."""
    if not is_whole:
        return Column(_float(colors.clip(0, 1)))
    bytes_of = np.rint(colors.astype(np.float64).clip(0, 1) * 255)
    if np.abs(bytes_of / 255 - colors).max() < 1e-6:
        return Column(bytes_of.astype(np.uint8), is_normalized=True)
    return Column(np.rint(colors.astype(np.float64).clip(0, 1) * 65535).astype(np.uint16), is_normalized=True)


def _skinning(joints: NDArray[np.uint16], weights: NDArray[np.float32], is_whole: bool) -> dict[str, Column]:
    shares = _merged(joints, _shares(weights))
    stored: NDArray[Any] = _bytes_that_sum(shares) if is_whole else shares.astype(np.float32)
    places = np.where(stored > 0, joints, 0)  # a joint that moves nothing is written as the first
    kind = np.uint8 if places.max(initial=0) < 256 else np.uint16
    columns = {}
    for number in range(weights.shape[1] // 4):
        four = slice(4 * number, 4 * number + 4)
        columns[f"JOINTS_{number}"] = Column(np.ascontiguousarray(places[:, four].astype(kind)))
        columns[f"WEIGHTS_{number}"] = Column(np.ascontiguousarray(stored[:, four]), is_normalized=is_whole)
    return columns


def _merged(joints: NDArray[np.uint16], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return weights of which a joint that is named twice has its first place only."""
    merged = shares.copy()
    for first, second in combinations(range(joints.shape[1]), 2):
        is_twice = (joints[:, first] == joints[:, second]) & (merged[:, second] > 0)
        merged[:, first] += np.where(is_twice, merged[:, second], 0)
        merged[is_twice, second] = 0
    return merged


def _shares(weights: NDArray[np.float32]) -> NDArray[np.float64]:
    wide = weights.astype(np.float64).clip(0, None)
    sums = wide.sum(axis=1, keepdims=True)
    wide[:, :1] = np.where(sums > 0, wide[:, :1], 1.0)
    shares: NDArray[np.float64] = wide / np.where(sums > 0, sums, 1.0)
    return shares


def _bytes_that_sum(shares: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Return weights as bytes whose sum is 255: the largest takes what rounding leaves."""
    whole = np.rint(shares * 255).astype(np.int64)
    largest = shares.argmax(axis=1)
    whole[np.arange(len(whole)), largest] += 255 - whole.sum(axis=1)
    return whole.astype(np.uint8)


def unit(vectors: NDArray[np.floating[Any]]) -> NDArray[np.float32]:
    """Return vectors at length 1 to the last bit of float32; those without a length point up."""
    wide = vectors[:, :3].astype(np.float64)
    lengths = np.linalg.norm(wide, axis=1, keepdims=True)
    up = np.array([0.0, 1.0, 0.0])
    return np.where(lengths > 1e-12, wide / np.where(lengths > 1e-12, lengths, 1.0), up).astype(np.float32)


def _tangents(tangents: NDArray[np.float32], normals: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return unit tangents with a sign of 1 or -1; one without a length lies somewhere across its normal."""
    lengths = np.linalg.norm(tangents[:, :3].astype(np.float64), axis=1, keepdims=True)
    along = np.where(lengths > 1e-12, tangents[:, :3], _across(unit(normals)))
    signs = np.where(tangents[:, 3:] < 0, -1, 1)
    return np.column_stack([unit(along), signs]).astype(np.float32)


def _across(normals: NDArray[np.float32]) -> NDArray[np.float32]:
    helpers = np.where(np.abs(normals[:, :1]) < 0.9, [[1.0, 0.0, 0.0]], [[0.0, 1.0, 0.0]])
    return np.cross(normals, helpers).astype(np.float32)


def _float(values: NDArray[np.floating[Any]]) -> NDArray[np.float32]:
    return np.ascontiguousarray(values, np.float32)

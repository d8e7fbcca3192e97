"""One mesh with fewer triangles: its surfaces are simplified together, so that no crack opens between materials."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull, QhullError

from engine.models.model import NOTHING, Mesh, Surface
from engine.models.posing import Pose
from engine.optimizing.pieces import emptied
from engine.optimizing.sheets import Layers
from engine.optimizing.simplifier import (
    ATTRIBUTES_MOST,
    PERMISSIVE,
    PROTECTED,
    PRUNE,
    Reduced,
    first_at_place,
    simplified,
    simplified_sloppily,
)
from engine.optimizing.soup import renumbered
from engine.shapes import Faces, Points

UV_WEIGHT = 1.0
NORMAL_WEIGHT = 0.1
COLOUR_WEIGHT = 0.1
"""How much an error of an attribute counts against one of the place: see docs/decisions/0019-simplifying.md."""
LEAST = 4
"""Triangles that a mesh keeps at least: fewer bound no volume."""
_EARLY = 8.0  # times the target: down to there corners are only picked, which is quicker and costs no accuracy
_STEPS = (4.0, 2.0, 1.4, 1.0)  # times the target: costs are weighed anew at each, which halves the error
_SAME_UV = 1e-6
_UV_SPAN_MOST = 1e3  # extents that one unit of texture coordinates may span: those that vanish count for nothing
_UV_SETS_MOST = 12  # with more, corners are only picked


@dataclass(frozen=True, slots=True, eq=False)
class Lighter:
    """A mesh with fewer triangles. `error_m` is what the quadrics say, along the mesh's own axes.

    `manner` is "seams" where seams, borders and materials were kept; "open" where seams had to be crossed; "sloppy"
    where only the rough shape was.
    """

    mesh: Mesh
    error_m: float = 0.0
    manner: str = "seams"


@dataclass(frozen=True, slots=True, eq=False)
class _Bundle:
    """All surfaces of a mesh as one, centred and scaled to one; where it follows bones, as these hold it."""

    surfaces: tuple[Surface, ...]
    laid: tuple[Surface, ...]  # the same, where they are shown
    places: tuple[int, ...]  # of these surfaces in their mesh: those without triangles are left out
    starts: NDArray[np.int64]
    middle: Points
    size: float
    points: NDArray[np.float32]
    faces: NDArray[np.int64]
    attributes: NDArray[np.float32]
    weights: NDArray[np.float32]
    uv_sizes: NDArray[np.float64]  # (surfaces, sets)
    marks: NDArray[np.uint8]  # where texture coordinates, colours or materials break
    borders: NDArray[np.uint8]  # where materials do

    @classmethod
    def of(cls, mesh: Mesh, pose: Pose | None) -> "_Bundle":
        places = tuple(number for number, surface in enumerate(mesh.surfaces) if len(surface.faces))
        surfaces = tuple(mesh.surfaces[number] for number in places)
        laid = surfaces if pose is None else tuple(replace(pose.laid(each), faces=each.faces) for each in surfaces)
        counts = [len(surface.points) for surface in surfaces]
        starts = np.cumsum([0, *counts[:-1]])
        points = np.concatenate([surface.points for surface in laid])
        low, high = points.min(axis=0), points.max(axis=0)
        middle, size = (low + high) / 2, max(float((high - low).max()), 1e-30)
        local = ((points - middle) / size).astype(np.float32)
        faces = np.concatenate([
            surface.faces.astype(np.int64) + start for surface, start in zip(surfaces, starts, strict=True)
        ])  # fmt: skip
        uv_sizes = np.array([
            [_uv_size(surface, number) / size for number in range(_uv_sets(surfaces))] for surface in laid
        ]).reshape(len(surfaces), -1)  # fmt: skip
        attributes, weights = _attributes_of(laid, uv_sizes, size)
        owner = np.repeat(np.arange(len(surfaces)), counts)
        marks, borders = _marks_of(local, owner, surfaces)
        return cls(
            surfaces, laid, places, starts, middle, size, local, faces, attributes, weights, uv_sizes, marks, borders
        )

    @property
    def is_fixed(self) -> bool:
        """Tell whether corners may only be picked: what moves them later cannot be interpolated."""
        is_posed = any(surface.joints is not None or surface.targets for surface in self.surfaces)
        return is_posed or _uv_sets(self.surfaces) > _UV_SETS_MOST

    def reduced(self, triangles: int, options: int, *, moves: bool, keeps_seams: bool = True) -> Reduced:
        marks = self.marks if keeps_seams else self.borders
        return simplified(
            self.points, self.faces, triangles=triangles, attributes=self.attributes, weights=self.weights,
            marks=marks, options=options, moves=moves and not self.is_fixed,
        )  # fmt: skip

    def unpacked(self, found: Reduced, mesh: Mesh) -> Mesh:
        """Return the mesh of what simplifying left; a surface may have lost its last triangle."""
        owners = np.searchsorted(self.starts, found.faces, side="right") - 1
        owner = np.where((owners == owners[:, :1]).all(axis=1), owners[:, 0], NOTHING)
        surfaces = [emptied(surface) for surface in mesh.surfaces]
        for number, (surface, start) in enumerate(zip(self.surfaces, self.starts, strict=True)):
            mine = found.faces[owner == number]
            if len(mine):
                corners, faces = renumbered(mine.astype(np.int64) - start)
                kept = surface.picked(corners, faces)
                is_moved = found.points is not self.points
                kept = self._moved(kept, found, start + corners, number) if is_moved else kept
                surfaces[self.places[number]] = kept
        return replace(mesh, surfaces=tuple(surfaces))

    def _moved(self, surface: Surface, found: Reduced, rows: NDArray[np.int64], number: int) -> Surface:
        """Return a surface with its corners and their attributes where simplifying put them."""
        went = (found.points[rows] != self.points[rows]).any(axis=1)
        points = np.where(went[:, None], found.points[rows] * self.size + self.middle, surface.points)
        values, place = found.attributes[rows], 0
        normals, colors, uvs = surface.normals, surface.colors, list(surface.uvs)
        if any(each.normals is not None for each in self.surfaces):
            normals = None if normals is None else _directions(values[:, :3], normals)
            place = 3
        for uv_set in range(_uv_sets(self.surfaces)):
            if uv_set < len(uvs):
                uvs[uv_set] = np.asarray(values[:, place : place + 2] / self.uv_sizes[number, uv_set], np.float32)
            place += 2
        if colors is not None:
            colors = np.clip(values[:, place : place + 4], 0, 1)
        return replace(surface, points=points, normals=normals, uvs=tuple(uvs), colors=colors)


def reduced(
    mesh: Mesh, triangles: int, *, is_quick: bool = False, moves: bool = True, pose: Pose | None = None
) -> Lighter:
    """Return a mesh with at most `triangles` triangles (at least four), and how it came about.

    `is_quick` weighs costs once only: half the time, and some more error. Without `moves`, corners stay where they are.
    With a `pose`, all is weighed as it holds the mesh; that is for meshes that follow bones.

    Places, normals, texture coordinates and colours are fitted where the mesh has no skin and no morph targets;
    otherwise corners are only picked. Tangents are left as they were: they are to be made anew.
    """
    whole = count_of(mesh)
    triangles = max(triangles, LEAST)
    if whole <= triangles:
        return Lighter(mesh)
    error_m, now = 0.0, mesh
    picks = [(_EARLY, False)] if whole > 2 * _EARLY * triangles else []
    for step, fits in (*picks, *((step, moves) for step in (_STEPS[-1:] if is_quick else _STEPS))):
        if count_of(now) > step * triangles:
            bundle = _Bundle.of(now, pose)
            found = bundle.reduced(int(step * triangles), PERMISSIVE, moves=fits)
            if not len(found.faces):
                break
            now, error_m = bundle.unpacked(found, now), max(error_m, found.error * bundle.size)
    if count_of(now) <= triangles:
        return Lighter(now, error_m)
    return _forced(now, triangles, error_m, moves=moves, pose=pose)


def _forced(mesh: Mesh, triangles: int, error_m: float, *, moves: bool, pose: Pose | None) -> Lighter:
    """Return a mesh that edges alone would not bring down to its target: crumbs go or seams open, or all is rough."""
    layers = Layers.of(mesh)
    if layers is not None and triangles >= LEAST * len(layers.layers):
        bare = reduced(Mesh((layers.bare,)), triangles // len(layers.layers), moves=False)
        whole = layers.over(bare.mesh)
        if 0 < count_of(whole) <= triangles:
            return replace(bare, mesh=whole, manner="open")
    bundle = _Bundle.of(mesh, pose)
    tried = [
        ("seams", bundle.reduced(triangles, PERMISSIVE | PRUNE, moves=moves)),
        ("open", bundle.reduced(triangles, PERMISSIVE, moves=moves, keeps_seams=False)),
        ("open", bundle.reduced(triangles, PERMISSIVE | PRUNE, moves=moves, keeps_seams=False)),
    ]
    able = [(manner, found) for manner, found in tried if 0 < len(found.faces) <= triangles]
    if able:
        manner, found = min(able, key=lambda pair: pair[1].error)
        return Lighter(bundle.unpacked(found, mesh), max(error_m, found.error * bundle.size), manner)
    if len(bundle.surfaces) > 1 and triangles >= LEAST * len(bundle.surfaces):
        return _apart(mesh, triangles, moves=moves, pose=pose)
    return _rough(mesh, bundle, triangles)


def _apart(mesh: Mesh, triangles: int, *, moves: bool, pose: Pose | None) -> Lighter:
    """Return a mesh whose surfaces were simplified each for itself: they may gape where they met."""
    whole, surfaces, error_m, manner = count_of(mesh), [], 0.0, "open"
    for surface in mesh.surfaces:
        share = max(int(triangles * len(surface.faces) / whole), LEAST)
        lighter = reduced(Mesh((surface,)), share, moves=moves, pose=pose)
        surfaces.append(lighter.mesh.surfaces[0])
        error_m = max(error_m, lighter.error_m)
        manner = "sloppy" if lighter.manner == "sloppy" else manner
    if sum(len(surface.faces) for surface in surfaces) > triangles:  # the least of small ones came to too much
        return _rough(mesh, _Bundle.of(mesh, pose), triangles)
    return Lighter(replace(mesh, surfaces=tuple(surfaces)), error_m, manner)


def _rough(mesh: Mesh, bundle: _Bundle, triangles: int) -> Lighter:
    """Return the rough shape of a mesh; where nothing is left of it, the hull of its largest surface."""
    faces, error = simplified_sloppily(bundle.points, bundle.faces, triangles=triangles)
    owners = np.searchsorted(bundle.starts, faces, side="right") - 1
    faces = faces[(owners == owners[:, :1]).all(axis=1)]  # rough triangles may reach over to another material
    if not len(faces):
        faces, error = _hull(bundle, triangles), 1.0
    found = Reduced(faces, bundle.points, bundle.attributes, error)
    return Lighter(bundle.unpacked(found, mesh), error * bundle.size, "sloppy")


def _hull(bundle: _Bundle, triangles: int) -> NDArray[np.uint32]:
    """Return faces of the convex hull of the largest surface, or where that is flat its largest triangles."""
    areas = [area_of(surface.points, surface.faces) for surface in bundle.laid]
    number = int(np.argmax(areas))
    start, surface = int(bundle.starts[number]), bundle.laid[number]
    try:
        hull = ConvexHull(bundle.points[start : start + len(surface.points)].astype(np.float64))
    except QhullError:
        return _largest(surface, triangles) + np.uint32(start)
    a, b, c = (hull.points[hull.simplices[:, corner]] for corner in range(3))
    inwards = np.einsum("nx,nx->n", np.cross(b - a, c - a), hull.equations[:, :3]) < 0
    faces = np.where(inwards[:, None], hull.simplices[:, ::-1], hull.simplices)
    points, none = hull.points.astype(np.float32), np.zeros((len(hull.points), 0), np.float32)
    found = simplified(points, faces, triangles=triangles, attributes=none, weights=none[0],
                       marks=np.zeros(len(points), np.uint8), moves=False)  # fmt: skip
    return (found.faces if len(found.faces) else _largest(surface, triangles)) + np.uint32(start)


def _largest(surface: Surface, triangles: int) -> NDArray[np.uint32]:
    one, two, three = (surface.points[surface.faces[:, corner]] for corner in range(3))
    area = np.linalg.norm(np.cross(two - one, three - one), axis=1)
    return surface.faces[np.sort(np.argsort(-area, kind="stable")[:triangles])].astype(np.uint32)


def count_of(mesh: Mesh) -> int:
    """Return the number of triangles of a mesh."""
    return sum(len(surface.faces) for surface in mesh.surfaces)


def _uv_sets(surfaces: Sequence[Surface]) -> int:
    return max(len(surface.uvs) for surface in surfaces)


def _attributes_of(
    surfaces: Sequence[Surface], uv_sizes: NDArray[np.float64], size: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return (n, k) attributes, texture coordinates in extents of the mesh, and (k,) how much each counts."""
    columns: list[NDArray[Any]] = []
    weights: list[float] = []

    def add(values: Sequence[NDArray[Any]], weight: float) -> None:
        if len(weights) + values[0].shape[1] <= ATTRIBUTES_MOST:
            columns.append(np.concatenate(values))
            weights.extend([weight] * values[0].shape[1])

    if any(surface.normals is not None for surface in surfaces):
        add([_or_zero(surface.normals, surface, 3) for surface in surfaces], NORMAL_WEIGHT)
    for number in range(uv_sizes.shape[1]):
        uvs = [surface.uvs[number] if number < len(surface.uvs) else None for surface in surfaces]
        flat = [_or_zero(uv, surface, 2) for uv, surface in zip(uvs, surfaces, strict=True)]
        add([uv * size for uv, size in zip(flat, uv_sizes[:, number], strict=True)], UV_WEIGHT)
    if any(surface.colors is not None for surface in surfaces):
        add([_or_zero(surface.colors, surface, 4) for surface in surfaces], COLOUR_WEIGHT)
    for number in range(max(len(surface.targets) for surface in surfaces)):
        add([_or_zero(_shift(surface, number), surface, 3) / size for surface in surfaces], 1.0)
    if not columns:
        return np.zeros((sum(len(surface.points) for surface in surfaces), 0), np.float32), np.zeros(0, np.float32)
    return np.column_stack(columns).astype(np.float32), np.array(weights, np.float32)


def _shift(surface: Surface, number: int) -> NDArray[np.float32] | None:
    return surface.targets[number].get("POSITION") if number < len(surface.targets) else None


def _or_zero(values: NDArray[Any] | None, surface: Surface, width: int) -> NDArray[Any]:
    return np.zeros((len(surface.points), width), np.float32) if values is None else values


def _marks_of(
    points: NDArray[np.float32], owner: NDArray[np.int64], surfaces: Sequence[Surface]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return for each corner whether its seam stays: where anything breaks there, and where the material does."""
    first = first_at_place(points)
    borders = owner != owner[first]
    breaks = borders.copy()
    for number in range(_uv_sets(surfaces)):
        uv = np.concatenate([
            _or_zero(surface.uvs[number] if number < len(surface.uvs) else None, surface, 2) for surface in surfaces
        ])  # fmt: skip
        breaks |= (np.abs(uv - uv[first]) > _SAME_UV).any(axis=1)
    if any(surface.colors is not None for surface in surfaces):
        colors = np.concatenate([_or_zero(surface.colors, surface, 4) for surface in surfaces])
        breaks |= (np.abs(colors - colors[first]) > 1 / 255).any(axis=1)
    return _protected(first, breaks), _protected(first, borders)


def _protected(first: NDArray[np.int64], breaks: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return the mark of all corners at places where something breaks."""
    broken = np.zeros(len(first), np.bool_)
    broken[first[breaks]] = True
    return np.where(broken[first], PROTECTED, 0).astype(np.uint8)


def _uv_size(surface: Surface, number: int) -> float:
    """Return how many metres one unit of texture coordinates spans on a surface, in the mean."""
    if number >= len(surface.uvs):
        return 1.0
    space, flat = area_of(surface.points, surface.faces), uv_area_of(surface.uvs[number], surface.faces)
    most = _UV_SPAN_MOST * max(float(np.ptp(surface.points, axis=0).max()), 1e-30)
    return min(float(np.sqrt(space / flat)), most) if flat > 0 and space > 0 else 1.0


def area_of(points: Points, faces: Faces) -> float:
    """Return the area of a surface, square metres."""
    one, two = points[faces[:, 1]] - points[faces[:, 0]], points[faces[:, 2]] - points[faces[:, 0]]
    return float(np.linalg.norm(np.cross(one, two), axis=1).sum()) / 2


def uv_area_of(uv: NDArray[np.float32], faces: Faces) -> float:
    """Return the area that triangles take of the texture, whichever way they lie."""
    corners = uv.astype(np.float64)[faces]
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    return float(np.abs(one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]).sum()) / 2


def _directions(values: NDArray[np.float32], before: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return vectors at length 1; where one has vanished, what stood there before."""
    length = np.linalg.norm(values, axis=1, keepdims=True)
    return np.where(length > 1e-6, values / np.maximum(length, 1e-6), before).astype(np.float32)

"""The surfaces of a scene that are laid flat together, and their charts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models.model import Model, Surface
from engine.overlap import overlapping_pairs

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]
Flags = NDArray[np.bool_]

CRUSHED = 0.05
"""A face with less than this share of the area that is theirs has no room for its texels."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Surfaces of a scene one after the other, each once, as large as the largest node that shows it.

    Attributes
    ----------
    points : (n, 3) float64, metres
        Corners, in the scene's axes.
    faces : (m, 3) int64
        Corners of each triangle.
    welded : (n,) int64
        Number of each corner's place; corners of one surface at the same place share it.
    surfaces : tuple of ((mesh, place in it), first corner, first face)
        Where each surface begins.
    """

    points: Floats
    faces: Indices
    welded: Indices
    surfaces: tuple[tuple[tuple[int, int], int, int], ...]

    @property
    def knots(self) -> Indices:
        """Return (m, 3): the places of the corners of each triangle."""
        return self.welded[self.faces]


@dataclass(frozen=True, slots=True, eq=False)
class Charts:
    """Faces in charts, laid flat.

    Attributes
    ----------
    uvs : (k, 2) float64
        Flat corners: metres, each chart in axes of its own, until they are packed; then shares of the picture's side.
    faces : (m, 3) int64
        Flat corners of each face of the sheet.
    chart_of_face : (m,) int64
        From 0, without gaps.
    """

    uvs: Floats
    faces: Indices
    chart_of_face: Indices

    @property
    def count(self) -> int:
        """Return the number of charts."""
        return int(self.chart_of_face.max()) + 1


def sheet_of(model: Model, meshes: Sequence[int]) -> Sheet:
    """Return the surfaces of some meshes of a model as one sheet.

    Raises
    ------
    Invalid
        There is no triangle, no area, or a corner that is nowhere.
    """
    largest = _largest_shown(model, set(meshes))
    points, faces, welded, surfaces = [], [], [], []
    corner = face = knot = 0
    for key, surface in sorted(largest.items()):
        if not len(surface.faces):
            continue
        surfaces.append((key, corner, face))
        points.append(surface.points)
        faces.append(surface.faces.astype(np.int64) + corner)
        welded.append(_welded(surface.points) + knot)
        corner, face, knot = corner + len(surface.points), face + len(surface.faces), int(welded[-1].max()) + 1
    if not faces:
        raise Invalid("The model has no triangles to unwrap", field="mesh")
    sheet = Sheet(np.concatenate(points), np.concatenate(faces), np.concatenate(welded), tuple(surfaces))
    if not np.isfinite(sheet.points).all():
        raise Invalid("The model has corners that are not finite numbers", field="mesh")
    if not areas_of(sheet.points[sheet.faces]).sum() > 0:
        raise Invalid("The surface of the model has no area", field="mesh")
    return sheet


def _largest_shown(model: Model, meshes: set[int]) -> dict[tuple[int, int], Surface]:
    """Return each surface where it is shown largest; one that is shown nowhere stands in its own axes."""
    shown: dict[tuple[int, int], tuple[float, Surface]] = {}
    for placed in model.placed():
        if placed.mesh in meshes and len(placed.surface.faces):
            key, original = (placed.mesh, placed.place), model.meshes[placed.mesh].surfaces[placed.place]
            points = placed.surface.points[original.faces]
            area = float(areas_of(points).sum())
            if key not in shown or area > shown[key][0]:
                # a mirrored placement turns the triangles; the file's own order is kept, and the points mirrored back
                is_turned = not np.array_equal(placed.surface.faces, original.faces)
                ours = placed.surface.points * ((-1.0, 1.0, 1.0) if is_turned else (1.0, 1.0, 1.0))
                shown[key] = (area, Surface(ours, original.faces, original.normals))
    for mesh in meshes:
        for place, surface in enumerate(model.meshes[mesh].surfaces):
            if (mesh, place) not in shown or not shown[mesh, place][0] > 0:
                shown[mesh, place] = (0.0, surface)
    return {key: surface for key, (_, surface) in shown.items()}


def _welded(points: Floats) -> Indices:
    """Return (n,) numbers from 0: the same for the same place."""
    order = np.lexsort(points.T)
    ordered = points[order]
    is_new = np.ones(len(points), bool)
    is_new[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    numbers = np.empty(len(points), np.int64)
    numbers[order] = np.cumsum(is_new) - 1
    return numbers


def sheet_points(sheet: Sheet) -> Floats:
    """Return the place of each knot."""
    points = np.empty((int(sheet.welded.max()) + 1, 3))
    points[sheet.welded] = sheet.points
    return points


def links_of(knots: Indices, points: Floats | None = None) -> tuple[Indices, Indices]:
    """Return pairs of half-edges (3 * face + corner they start at) that meet: two faces, in opposite directions.

    Where `points` are given, the four faces of a sheet with a front and a back are told apart by where they face.
    """
    start, end = knots.reshape(-1), np.roll(knots, -1, axis=1).reshape(-1)
    edge = np.minimum(start, end) * (knots.max() + 1) + np.maximum(start, end)
    order = np.lexsort((start > end, edge)) if points is not None else np.argsort(edge, kind="stable")
    ordered = edge[order]
    first = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    many = np.diff(np.append(first, len(ordered)))
    one, two = order[first[many == 2]], order[first[many == 2] + 1]
    if points is not None:
        more = _told_apart(order[first[many == 4, None] + np.arange(4)], start < end, unit_normals(points[knots]))
        one, two = np.concatenate([one, more[0]]), np.concatenate([two, more[1]])
    is_whole = (start[one] == end[two]) & (start[one] != end[one]) & (one // 3 != two // 3)
    return one[is_whole], two[is_whole]


def _told_apart(fours: Indices, ascends: Flags, normals: Floats) -> tuple[Indices, Indices]:
    """Return pairs of four half-edges each, two of them in each direction: those whose faces look the same way."""
    fours = fours[(ascends[fours] == (True, True, False, False)).all(axis=1)]
    facing = normals[fours // 3]
    straight = (facing[:, 0] * facing[:, 2] + facing[:, 1] * facing[:, 3]).sum(axis=1)
    crossed = (facing[:, 0] * facing[:, 3] + facing[:, 1] * facing[:, 2]).sum(axis=1)
    others = np.where((straight >= crossed)[:, None], fours[:, 2:], fours[:, :1:-1])
    return fours[:, :2].reshape(-1), others.reshape(-1)


def unit_normals(corners: Floats) -> Floats:
    """Return the unit normals of (m, 3, 3) triangles, 0 for those without area."""
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return np.asarray(cross / np.maximum(np.linalg.norm(cross, axis=1), 1e-300)[:, None], np.float64)


def areas_of(corners: Floats) -> Floats:
    """Return the areas of (m, 3, 3) triangles."""
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return np.asarray(np.linalg.norm(cross, axis=1) / 2, np.float64)


def flat_areas_of(corners: Floats) -> Floats:
    """Return the areas of (m, 3, 2) triangles, negative where they run clockwise."""
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    return np.asarray((one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]) / 2, np.float64)


def laid_flat(corners: Floats) -> Floats:
    """Return (m, 3, 2): triangles by themselves, true to size, the first corner at 0, the second on the first axis."""
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    base = np.linalg.norm(one, axis=1)
    along = np.divide((one * two).sum(axis=1), base, out=np.zeros(len(base)), where=base > 0)
    height = np.divide(2 * areas_of(corners), base, out=np.zeros(len(base)), where=base > 0)
    flat = np.zeros((len(base), 3, 2))
    flat[:, 1, 0], flat[:, 2, 0], flat[:, 2, 1] = base, along, height
    return flat


def thickness_of(corners: Floats) -> Floats:
    """Return the smallest height of each of (m, 3, 2 or 3) triangles."""
    longest = np.linalg.norm(np.roll(corners, -1, axis=1) - corners, axis=2).max(axis=1)
    areas = areas_of(corners) if corners.shape[2] == 3 else np.abs(flat_areas_of(corners))
    return np.asarray(np.divide(2 * areas, longest, out=np.zeros(len(corners)), where=longest > 0), np.float64)


def spoilt(sheet: Sheet, charts: Charts, thin: float) -> Flags:
    """Return the faces that lie upside down or are crushed, of those thicker than `thin` metres; charts in metres."""
    corners = sheet.points[sheet.faces]
    is_seen = thickness_of(corners) > thin
    is_crushed = flat_areas_of(charts.uvs[charts.faces]) < CRUSHED * areas_of(corners)
    return np.asarray(is_seen & is_crushed)


def overlaps(charts: Charts) -> Indices:
    """Return (k, 2) pairs of faces that overlap in the picture, as the file will hold them; charts in the picture."""
    return overlapping_pairs(charts.uvs.astype(np.float32), charts.faces.astype(np.int32))

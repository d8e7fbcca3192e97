"""Lay the surface of an assembly flat into one square picture."""

import time
from dataclasses import dataclass

import numpy as np
import xatlas
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from engine.shapes import Assembly, Faces, Part, Points, Tick, no_tick
from engine.tangents import corner_normals, vertex_tangents

CREASE_DEG = 40.0
_UNITS = 1000.0  # xatlas has absolute tolerances near 1e-4: the assembly is this long while it is unwrapped


@dataclass(frozen=True, slots=True, eq=False)
class UnwrappedMesh:
    """A surface with texture coordinates: all parts in one list of vertices and faces.

    Attributes
    ----------
    points : (n, 3) float64, metres, Y up
        Corners; one stands several times where normals or charts break.
    normals : (n, 3) float32
        Unit, smooth up to creases.
    tangents : (n, 4) float32
        See `engine.tangents`.
    uvs : (n, 2) float32 in [0, 1]
        Texture coordinates; V counts downwards, as in glTF.
    faces : (m, 3) int32, counter-clockwise seen from outside
        Corners of each triangle.
    part_of_face : (m,) int32, ascending
        Index into `parts`.
    parts : tuple of Part
        The parts that were unwrapped.
    charts, coverage, seconds
        How many pieces the surface fell into, the share of the picture they fill, and how long it took.
    """

    points: Points
    normals: NDArray[np.float32]
    tangents: NDArray[np.float32]
    uvs: NDArray[np.float32]
    faces: Faces
    part_of_face: NDArray[np.int32]
    parts: tuple[Part, ...]
    charts: int
    coverage: float
    seconds: float


def unwrap(assembly: Assembly, *, texture_size: int, padding: int = 2, tick: Tick = no_tick) -> UnwrappedMesh:
    """Return the assembly unwrapped into one picture of `texture_size`², charts at least `padding` texels apart.

    Every part has the same number of texels per metre. Charts neither overlap nor are mirrored.

    Raises
    ------
    GenerationFailed
        The charts did not fit into one picture.
    """
    begun = time.perf_counter()
    atlas = xatlas.Atlas()
    corners, normals = [], []
    low, high = _bounds(assembly)
    scale = _UNITS / float(np.linalg.norm(high - low))
    for done, part in enumerate(assembly.parts):
        tick(0.3 * done / len(assembly.parts), f"Laying out {part.name}")
        points, normal, faces = split_at_creases(part)
        corners.append(points)
        normals.append(normal)
        atlas.add_mesh(((points - low) * scale).astype(np.float32), faces, normals=normal)
    tick(0.3, "Cutting and packing charts")
    atlas.generate(_chart_options(), _pack_options(texture_size, padding))
    if atlas.atlas_count != 1:
        raise GenerationFailed("The surface does not fit into one texture", stage="uv_unwrapping")
    tick(0.9, "Joining the parts")
    mesh = _joined(assembly, atlas, corners, normals, time.perf_counter() - begun)
    tick(1.0, f"Unwrapped into {mesh.charts} charts")
    return mesh


def _bounds(assembly: Assembly) -> tuple[Points, Points]:
    lows = np.array([part.points.min(axis=0) for part in assembly.parts])
    highs = np.array([part.points.max(axis=0) for part in assembly.parts])
    return lows.min(axis=0), highs.max(axis=0)


def _chart_options() -> xatlas.ChartOptions:
    options = xatlas.ChartOptions()
    options.fix_winding = True
    options.max_iterations = 2
    options.normal_seam_weight = (
        1.0  # corners are split at creases anyway; a higher `max_cost` would let charts overlap
    )
    return options


def _pack_options(texture_size: int, padding: int) -> xatlas.PackOptions:
    options = xatlas.PackOptions()
    options.resolution = texture_size
    options.padding = padding + 1  # the result is scaled down a little to fit
    options.bilinear = True
    options.rotate_charts = False  # xatlas turns charts by swapping axes, which mirrors them
    return options


def split_at_creases(part: Part) -> tuple[Points, NDArray[np.float32], NDArray[np.uint32]]:
    """Return the part's corners once for every normal they have, those normals, and the faces."""
    normals = corner_normals(part.points, part.faces, crease_deg=CREASE_DEG).reshape(-1, 3).astype(np.float32)
    keys = np.column_stack([part.faces.reshape(-1), np.round(normals * 4096).astype(np.int32)])
    _, first, which = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    faces = which.reshape(-1, 3).astype(np.uint32)
    return part.points[part.faces.reshape(-1)[first]], normals[first], faces


def _joined(
    assembly: Assembly, atlas: xatlas.Atlas, corners: list[Points], normals: list[NDArray[np.float32]], seconds: float
) -> UnwrappedMesh:
    side = max(atlas.width, atlas.height)
    points, normal, uvs, faces, part_of_face, start = [], [], [], [], [], 0
    for index in range(len(assembly.parts)):
        source, triangles, uv = atlas.get_mesh(index)
        points.append(corners[index][source])
        normal.append(normals[index][source])
        uvs.append(uv * (atlas.width / side, atlas.height / side))
        faces.append(triangles.astype(np.int32) + start)
        part_of_face.append(np.full(len(triangles), index, np.int32))
        start += len(source)
    all_points, all_normals, all_faces = np.concatenate(points), np.concatenate(normal), np.concatenate(faces)
    all_uvs = np.clip(np.concatenate(uvs), 0, 1).astype(np.float32)
    return UnwrappedMesh(
        points=all_points, normals=all_normals, uvs=all_uvs, faces=all_faces,
        tangents=vertex_tangents(all_points, all_normals, all_uvs.astype(np.float64), all_faces),
        part_of_face=np.concatenate(part_of_face), parts=assembly.parts,
        charts=atlas.chart_count, coverage=_area(all_uvs, all_faces), seconds=seconds,
    )  # fmt: skip


def _area(uvs: NDArray[np.float32], faces: Faces) -> float:
    a, b, c = (uvs[faces[:, corner]].astype(np.float64) for corner in range(3))
    cross = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    return float(np.abs(cross).sum() / 2)

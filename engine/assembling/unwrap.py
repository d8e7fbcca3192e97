"""Lay the surface of an assembly flat into one square picture."""

import time
from dataclasses import dataclass

import numpy as np
import xatlas
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from engine.overlap import overlapping_pairs
from engine.shapes import Assembly, Faces, Part, Points, Tick, no_tick
from engine.tangents import corner_normals, vertex_tangents

CREASE_DEG = 40.0
_UNITS = 1000.0  # xatlas has absolute tolerances near 1e-4: the assembly is this long while it is unwrapped
_TURNS = 6
_SMALL, _FINEST = 0.16, 2.0  # parts smaller than this share of the whole get finer texels, up to so many times
_VISIBLE = 2e-5  # of the picture's side: a face thinner than that is hardly found in any texel

_Indices = NDArray[np.int64]


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

    Parts have the same number of texels per metre, small ones up to `_FINEST` times more. No two triangles overlap (see
    `engine.overlap`), no chart is mirrored. All triangles are kept, each with its corners in order, sorted by part.

    Raises
    ------
    GenerationFailed
        The charts did not fit into one picture, or some still overlap after all that was tried.
    """
    begun = time.perf_counter()
    sheet = _split_surface(assembly, tick)
    tick(0.3, "Cutting and packing charts")
    cuts = _cuts(sheet, np.zeros(len(sheet.faces), bool))
    atlas = _charted(sheet, cuts, _pack_options(texture_size, padding))
    sheet = _joined(sheet, cuts, atlas)
    alone = misplaced = _misplaced(sheet, np.zeros(len(sheet.faces), bool))
    for turn in range(_TURNS):
        if not misplaced.any():
            break
        tick(0.9 - 0.3 / (turn + 1), "Taking apart what overlaps")
        cuts = _cuts(sheet, alone)
        atlas = _packed_again(sheet, alone, cuts, _pack_options(texture_size, padding + turn))
        sheet = _joined(sheet, cuts, atlas)
        misplaced = _misplaced(sheet, alone)
        alone = alone | misplaced
    if misplaced.any():
        raise GenerationFailed("The surface could not be laid flat without overlaps", stage="uv_unwrapping")
    tick(0.9, "Joining the parts")
    mesh = _finished(assembly, sheet, atlas.chart_count, begun)
    tick(1.0, f"Unwrapped into {mesh.charts} charts")
    return mesh


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    """The surface of all parts; `uvs` are empty until it has been laid out."""

    points: Points
    normals: NDArray[np.float32]
    uvs: NDArray[np.float32]
    faces: Faces
    part_of_face: NDArray[np.int32]


def _split_surface(assembly: Assembly, tick: Tick) -> _Sheet:
    points, normals, faces, part_of_face, start = [], [], [], [], 0
    for number, part in enumerate(assembly.parts):
        tick(0.3 * number / len(assembly.parts), f"Laying out {part.name}")
        places, normal, triangles = split_at_creases(part)
        points.append(places)
        normals.append(normal)
        faces.append(triangles.astype(np.int32) + start)
        part_of_face.append(np.full(len(triangles), number, np.int32))
        start += len(places)
    return _Sheet(
        points=np.concatenate(points), normals=np.concatenate(normals), uvs=np.zeros((0, 2), np.float32),
        faces=np.concatenate(faces), part_of_face=np.concatenate(part_of_face),
    )  # fmt: skip


def _cuts(surface: _Sheet, alone: NDArray[np.bool_]) -> list[_Indices]:
    """Return the faces of each mesh that xatlas gets: each part without those that go alone, then each of these."""
    cuts = []
    for part in np.unique(surface.part_of_face):
        ours = np.flatnonzero(surface.part_of_face == part)
        together = ours[~alone[ours]]
        cuts += [together] * bool(len(together))
        cuts += list(ours[alone[ours]][:, None])
    return cuts


def _charted(surface: _Sheet, cuts: list[_Indices], options: xatlas.PackOptions) -> xatlas.Atlas:
    """Return the surface cut into charts, laid flat and packed."""
    low, high = surface.points.min(axis=0), surface.points.max(axis=0)
    places = ((surface.points - low) * (_UNITS / float(np.linalg.norm(high - low)))).astype(np.float32)
    finer = _finer(surface).astype(np.float32)
    atlas = xatlas.Atlas()
    for cut in cuts:
        used, faces = np.unique(surface.faces[cut], return_inverse=True)
        atlas.add_mesh(
            places[used] * finer[surface.part_of_face[cut[0]]],
            faces.reshape(-1, 3).astype(np.uint32),
            normals=surface.normals[used],
        )
    return _generated(atlas, options)


def _packed_again(
    sheet: _Sheet, alone: NDArray[np.bool_], cuts: list[_Indices], options: xatlas.PackOptions
) -> xatlas.Atlas:
    """Return the charts packed anew as they are, but for the faces that go alone, which are laid flat by themselves."""
    flat = _laid_flat(sheet)
    atlas = xatlas.Atlas()
    given = []  # kept until the end: xatlas takes meshes at the same addresses for the same mesh
    for cut in cuts:
        used, faces = np.unique(sheet.faces[cut], return_inverse=True)
        uvs = flat[cut[0], np.argsort(sheet.faces[cut[0]])] if alone[cut[0]] else sheet.uvs[used]
        given.append(((uvs * _UNITS).astype(np.float32, order="C"), faces.reshape(-1, 3).astype(np.uint32)))
        atlas.add_uv_mesh(*given[-1])
    return _generated(atlas, options)


def _generated(atlas: xatlas.Atlas, options: xatlas.PackOptions) -> xatlas.Atlas:
    atlas.generate(_chart_options(), options)
    if atlas.atlas_count != 1:
        raise GenerationFailed("The surface does not fit into one texture", stage="uv_unwrapping")
    return atlas


def _joined(surface: _Sheet, cuts: list[_Indices], atlas: xatlas.Atlas) -> _Sheet:
    """Return the surface as xatlas laid it out, its faces in their old order."""
    side = max(atlas.width, atlas.height)
    faces = np.zeros_like(surface.faces)
    sources, uvs, start = [], [], 0
    for number, cut in enumerate(cuts):
        source, triangles, uv = atlas.get_mesh(number)
        sources.append(np.unique(surface.faces[cut])[source])
        uvs.append(uv * (atlas.width / side, atlas.height / side))
        faces[cut] = triangles.astype(np.int32) + start
        start += len(source)
    where = np.concatenate(sources)
    return _Sheet(
        points=surface.points[where], normals=surface.normals[where], faces=faces, part_of_face=surface.part_of_face,
        uvs=np.clip(np.concatenate(uvs), 0, 1).astype(np.float32),
    )  # fmt: skip


def _misplaced(sheet: _Sheet, alone: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the faces to take out of their charts: enough that no others overlap, and those that were crushed."""
    chosen = _crushed(sheet) & ~alone
    pairs = overlapping_pairs(sheet.uvs, sheet.faces)
    pairs = pairs[~chosen[pairs].any(axis=1)]
    chosen[_cover(pairs, _signed_areas(sheet.uvs, sheet.faces))] = True
    return chosen


def _cover(pairs: _Indices, areas: NDArray[np.float64]) -> list[int]:
    """Return few faces of which each pair has one: always the one in most pairs, of equals the smallest."""
    chosen: list[int] = []
    while len(pairs):
        faces, times = np.unique(pairs, return_counts=True)
        chosen.append(int(faces[np.lexsort((faces, np.abs(areas[faces]), -times))[0]]))
        pairs = pairs[(pairs != chosen[-1]).all(axis=1)]
    return chosen


def _crushed(sheet: _Sheet) -> NDArray[np.bool_]:
    """Return which faces have turned over, or have less than a tenth of the area that is theirs, and could be seen."""
    fair = _laid_flat(sheet)
    width, height = fair[:, 1, 0], fair[:, 2, 1]
    flat = _signed_areas(sheet.uvs, sheet.faces)
    return np.asarray((flat < 0.05 * width * height) & (np.minimum(width, height) > _VISIBLE))


def _laid_flat(sheet: _Sheet) -> NDArray[np.float64]:
    """Return (m, 3, 2): each face by itself, as large as it is in the picture on average, counter-clockwise."""
    a, b, c = (sheet.points[sheet.faces[:, corner]] for corner in range(3))
    base, twice_area = np.linalg.norm(b - a, axis=1), np.linalg.norm(np.cross(b - a, c - a), axis=1)
    along = np.divide(((c - a) * (b - a)).sum(axis=1), base, out=np.zeros(len(base)), where=base > 0)
    height = np.divide(twice_area, base, out=np.zeros(len(base)), where=base > 0)
    flat = np.zeros((len(base), 3, 2))
    flat[:, 1, 0], flat[:, 2, 0], flat[:, 2, 1] = base, along, height
    finer = _finer(sheet)[sheet.part_of_face]
    scale = np.sqrt(2 * np.abs(_signed_areas(sheet.uvs, sheet.faces)).sum() / (twice_area * finer**2).sum())
    return np.asarray(flat * (scale * finer)[:, None, None], np.float64)


def _finer(sheet: _Sheet) -> NDArray[np.float64]:
    """Return how many times more texels per metre each part gets: small ones show more than their share, like hands."""
    a, b, c = (sheet.points[sheet.faces[:, corner]] for corner in range(3))
    areas = np.bincount(sheet.part_of_face, np.linalg.norm(np.cross(b - a, c - a), axis=1))
    across = np.sqrt(np.maximum(areas, 1e-30) / areas.sum())
    return np.asarray(np.clip(np.sqrt(_SMALL / across), 1.0, _FINEST))


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
    options.padding = padding + 2  # the result is scaled down to about 0.7 to fit
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


def _finished(assembly: Assembly, sheet: _Sheet, charts: int, begun: float) -> UnwrappedMesh:
    return UnwrappedMesh(
        points=sheet.points, normals=sheet.normals, uvs=sheet.uvs, faces=sheet.faces,
        tangents=vertex_tangents(sheet.points, sheet.normals, sheet.uvs.astype(np.float64), sheet.faces),
        part_of_face=sheet.part_of_face, parts=assembly.parts, charts=charts,
        coverage=float(np.abs(_signed_areas(sheet.uvs, sheet.faces)).sum()), seconds=time.perf_counter() - begun,
    )  # fmt: skip


def _signed_areas(uvs: NDArray[np.float32], faces: Faces) -> NDArray[np.float64]:
    """Return the area of each face in the picture, negative if it lies there upside down."""
    a, b, c = (uvs[faces[:, corner]].astype(np.float64) for corner in range(3))
    cross = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    return np.asarray(cross / 2, np.float64)

"""Read PLY: text and binary of both byte orders, with normals, colours and texture coordinates."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models.checking import check_finite
from engine.models.colors import linear_of
from engine.models.files import NO_FILES, Files
from engine.models.gltf_surfaces import compact
from engine.models.limits import Reading
from engine.models.model import NOTHING, Material, Mesh, Model, Node, Picture, Surface, Texture
from engine.models.pictures import picture_of
from engine.models.ply_header import header_of
from engine.models.ply_rows import Column, Columns, Ragged, columns_of
from engine.models.polygons import triangulated
from engine.models.welding import joined, joined_keys

_INDICES = ("vertex_indices", "vertex_index")
_UVS = (("s", "t"), ("u", "v"), ("texture_u", "texture_v"))
_COLORS = (("red", "green", "blue"), ("r", "g", "b"), ("diffuse_red", "diffuse_green", "diffuse_blue"))
Whole = NDArray[np.int64]


def is_ply(data: bytes) -> bool:
    """Tell whether a file starts as PLYs do."""
    return data[:4] in (b"ply\n", b"ply\r")


def read_ply(data: bytes, reading: Reading, files: Files = NO_FILES) -> Model:
    """Return the faces of a PLY as one surface; a picture that its comments name is looked for among `files`."""
    header = header_of(data)
    for element in header.elements:
        if element.name == "vertex":
            reading.corners(element.count)
    columns = columns_of(data, header, reading)
    vertices, faces = columns.get("vertex", {}), columns.get("face", {})
    points = _stacked(vertices, ("x", "y", "z"))
    if points is None:
        raise Invalid("The PLY has no vertices", field="vertex")
    check_finite(points)
    corners, triangles, of = _triangles(points, columns, reading)
    surface = _surface(points, vertices, corners[triangles])
    surface = _split(surface, faces, corners, triangles, of)
    used, places = compact(surface.faces, len(surface.points))
    surface = surface if used is None else surface.picked(used, places)
    materials, pictures = _look(header.textures, files, reading) if surface.uvs else ((), ())
    surface = replace(surface, material=0 if materials else NOTHING)
    return Model((Node(mesh=0),), (0,), (Mesh((surface,)),), materials, pictures, source="ply")


def _triangles(
    points: NDArray[np.float64], columns: dict[str, Columns], reading: Reading
) -> tuple[Whole, Whole, Whole]:
    """Return corners of all polygons, (m, 3) places in them, and the polygon of each triangle."""
    faces = columns.get("face", {})
    polygons = next((faces[name] for name in _INDICES if isinstance(faces.get(name), Ragged)), None)
    strips = columns.get("tristrips", {}).get(_INDICES[0])
    if isinstance(polygons, Ragged):
        corners, counts = polygons.values.astype(np.int64), polygons.counts
    elif isinstance(strips, Ragged):
        corners = _unrolled(strips)
        counts = np.full(len(corners) // 3, 3)
    else:
        raise Invalid("The PLY has no faces; clouds of points are not read here", field="face")
    if len(corners) and not 0 <= int(corners.min()) <= int(corners.max()) < len(points):
        raise Invalid("A face of the PLY names a vertex that is not there", field="face", count=len(points))
    reading.triangles(int(np.maximum(counts - 2, 0).sum()))
    triangles, of = triangulated(points, corners, counts)
    return corners, triangles, of


def _unrolled(strips: Ragged) -> Whole:
    """Return the corners of the triangles in strips, each of which ends at a -1."""
    order = strips.values.astype(np.int64)
    place = np.arange(len(order))
    is_end = order < 0
    is_first = np.zeros(len(order), bool)
    is_first[np.cumsum(strips.counts)[:-1][np.cumsum(strips.counts)[:-1] < len(order)]] = True
    starts = np.maximum.accumulate(np.where(is_end, place + 1, np.where(is_first, place, 0)))
    within_strip = place - starts
    last = np.flatnonzero((within_strip >= 2) & ~is_end)
    a, b, c = order[last - 2], order[last - 1], order[last]
    is_odd = within_strip[last] % 2 == 1
    triangles = np.column_stack([np.where(is_odd, b, a), np.where(is_odd, a, b), c])
    is_real = (a != b) & (b != c) & (c != a)
    return np.asarray(triangles[is_real].ravel())


def _surface(points: NDArray[np.float64], vertices: Columns, faces: Whole) -> Surface:
    normals = _stacked(vertices, ("nx", "ny", "nz"))
    uvs = next((found for names in _UVS if (found := _stacked(vertices, names)) is not None), None)
    return Surface(
        points, faces.astype(np.int32), normals=None if normals is None else normals.astype(np.float32),
        uvs=() if uvs is None else (_flipped(uvs),), colors=_colors(vertices),
    )  # fmt: skip


def _split(surface: Surface, faces: Columns, corners: Whole, triangles: Whole, of: Whole) -> Surface:
    """Return the surface with what its faces say of their corners: texture coordinates, or else colours."""
    wedges, counts = faces.get("texcoord"), faces.get(_INDICES[0], faces.get(_INDICES[1]))
    vertices, places = corners[triangles].ravel(), triangles.ravel()
    if isinstance(wedges, Ragged) and isinstance(counts, Ragged) and np.array_equal(wedges.counts, 2 * counts.counts):
        uvs = _flipped(wedges.values.reshape(-1, 2)[places])
        surface, firsts = _parted(surface, vertices, np.column_stack([uvs, uvs[:, 0]]))
        return replace(surface, uvs=(uvs[firsts],))
    colors = _colors(faces) if surface.colors is None else None
    if colors is None:
        return surface
    of_corners = np.repeat(of, 3)
    surface, firsts = _parted(surface, vertices, colors[of_corners, :3])
    return replace(surface, colors=colors[of_corners[firsts]])


def _parted(surface: Surface, vertices: Whole, values: NDArray[np.float32]) -> tuple[Surface, Whole]:
    """Return the surface with a corner for each pair of vertex and (k, 3) values, and where each first stands."""
    kept, codes = joined(values)
    firsts, places = joined_keys(vertices * len(kept) + codes)
    return surface.picked(vertices[firsts], places.reshape(-1, 3)), firsts


def _stacked(columns: Columns, names: tuple[str, ...]) -> NDArray[np.float64] | None:
    found = [columns.get(name) for name in names]
    if not all(isinstance(each, np.ndarray) for each in found):
        return None
    return np.stack([np.asarray(each, np.float64) for each in found], axis=1)


def _colors(columns: Columns) -> NDArray[np.float32] | None:
    """Return (n, 4) linear colours; those in a PLY are as screens show them, and alpha is linear."""
    for names in _COLORS:
        if any(not isinstance(columns.get(name), np.ndarray) for name in names):
            continue
        shown = np.stack([_share(columns[name]) for name in names], axis=1)
        alpha = columns.get("alpha", columns.get("a"))
        opacity = _share(alpha) if isinstance(alpha, np.ndarray) else np.ones(len(shown), np.float32)
        return np.column_stack([linear_of(shown), np.clip(opacity, 0, 1)]).astype(np.float32)
    return None


def _share(values: Column) -> NDArray[np.float32]:
    assert isinstance(values, np.ndarray)
    scale = np.iinfo(values.dtype).max if values.dtype.kind in "iu" else 1.0
    return np.asarray(values / scale, np.float32)


def _flipped(uvs: NDArray[Any]) -> NDArray[np.float32]:
    return np.column_stack([uvs[:, 0], 1 - uvs[:, 1]]).astype(np.float32)


def _look(names: list[str], files: Files, reading: Reading) -> tuple[tuple[Material, ...], tuple[Picture, ...]]:
    """Return a material with the first picture that the file names."""
    if not names:
        return (), ()
    content = files.found(names[0]) or files.named(names[0])
    if content is None or len(names) > 1:
        reading.note("Pictures that the PLY names did not come with it, or are more than one: left out")
        return (), ()
    picture = picture_of(content, names[0], pixels_max=reading.limits.picture_pixels_max)
    return (Material(metallic=0.0, textures={"base_color": Texture(0)}),), (picture,)

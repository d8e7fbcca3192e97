"""A surface gets its texture from the photographs.

Each chart of the texture is a connected piece of the surface that one view sees well, laid out as that view sees it:
so the texture's texels are the photograph's pixels.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import cg

from domain.errors import GenerationFailed, Invalid
from engine.baking.padding import Padding, filled_by_mips
from engine.baking.raster import Raster
from engine.images import jpeg
from engine.models.checking import smooth_normals
from engine.models.model import Material, Mesh, Model, Node, Picture, Surface, Texture
from engine.photographs.exposure import calm, gains_of
from engine.photographs.seams import Knots, knots_of, levelled
from engine.photographs.seeing import Seen, colors_at, seen_by
from engine.photographs.view_choice import UNSEEN, Labels, charts_of, chosen, neighbours
from engine.photographs.views import Sparse, View
from engine.shapes import Faces, Pixels, Points, Tick, no_tick
from engine.unwrapping.packing import packed
from engine.unwrapping.sheet import Charts

_PADDINGS = (4.0, 2.0, 1.0)
_ROWS_AT_ONCE = 512
_MARGIN_TEXELS = 6
_GREY = 128.0
_QUALITY = 92  # of the JPEG picture
_PLAIN_SCALE = 0.25  # unseen faces get so much of the usual number of texels along a side
_AXES = np.array([[[0, 0, 1], [0, 1, 0]], [[1, 0, 0], [0, 0, 1]], [[1, 0, 0], [0, 1, 0]]], np.float64)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Dress:
    """The view of each face, knots and where views see them, pixels, and colours to add to theirs."""

    views: tuple[View, ...]
    gains: Floats
    labels: Labels
    knots: Knots
    at_px: Floats
    added: Floats


def textured(points: Points, faces: Faces, sparse: Sparse, *, texture_px: int = 2048, tick: Tick = no_tick) -> Model:
    """Return the surface as a model with one texture of `texture_px`² made of the views' pictures.

    Where views differ in brightness they are brought together. Faces that no view sees take on the colours around them.

    Raises
    ------
    GenerationFailed
        No view sees any of the surface, or its charts do not fit into the texture.
    """
    views = sparse.views
    seen = seen_by(points, faces, views, tick=lambda done, text: tick(0.3 * done, text))
    if not (seen.area_px > 0).any():
        raise GenerationFailed("No photograph shows the surface that was found", stage="texturing")
    tick(0.3, "Comparing the light of the views")
    gains = gains_of(points, seen, views)
    tick(0.4, "Choosing a view for each face")
    labels = chosen(points, faces, seen, views, gains)
    dress = _dress(points, faces, seen, views, gains, labels)
    tick(0.6, "Packing the texture")
    uvs = _packed(dress, texture_px, lambda done, text: tick(0.6 + 0.2 * done, text))
    tick(0.8, "Painting the texture")
    picture = _painted(dress, uvs, texture_px)
    tick(0.95, "Writing the texture")
    return _model(points, faces, dress.knots, uvs, picture)


def _dress(points: Points, faces: Faces, seen: Seen, views: tuple[View, ...], gains: Floats, labels: Labels) -> _Dress:
    leaning = _axis_of(points, faces)
    kinds = np.where(labels == UNSEEN, len(views) + leaning, labels)
    knots = knots_of(faces, charts_of(neighbours(faces), kinds))
    kind = np.zeros(len(knots.corner), np.int64)
    kind[knots.faces] = kinds[:, None]
    at_px, colors = _laid(points[knots.corner], kind, views, gains, seen, labels)
    is_plain = kind >= len(views)
    colors[is_plain] = _inpainted(points, faces, knots, colors, is_plain)
    added = levelled(knots, colors)
    added[is_plain] += colors[is_plain]
    return _Dress(views, gains, labels, knots, at_px, added)


def _axis_of(points: Points, faces: Faces) -> NDArray[np.int64]:
    """Return for each face which of six directions it looks into most: axis, and 3 more where it looks backwards."""
    a, b, c = points[faces].transpose(1, 0, 2)
    normals = np.cross(b - a, c - a)
    axis = np.abs(normals).argmax(axis=1)
    return np.asarray(axis + 3 * (normals[np.arange(len(axis)), axis] < 0), np.int64)


def _laid(
    points: Points, kind: NDArray[np.int64], views: tuple[View, ...], gains: Floats, seen: Seen, labels: Labels
) -> tuple[Floats, Floats]:
    """Return where each knot's view sees it, pixels (for plain ones a flat place), and its colour there."""
    at_px, colors = np.zeros((len(points), 2)), np.full((len(points), 3), _GREY)
    for number, view in enumerate(views):
        rows = np.flatnonzero(kind == number)
        if len(rows):
            at_px[rows] = view.seen(points[rows])[0]
            colors[rows] = colors_at(calm(view), at_px[rows]) * gains[number]
    scale = _PLAIN_SCALE * _pixels_per_unit(points, kind, views)
    for way in range(6):
        rows = np.flatnonzero(kind == len(views) + way)
        across, down = _AXES[way % 3]
        mirror = -1.0 if way in (0, 2, 4) else 1.0
        at_px[rows] = np.column_stack([mirror * (points[rows] @ across), points[rows] @ down]) * scale
    return at_px, colors


def _pixels_per_unit(points: Points, kind: NDArray[np.int64], views: tuple[View, ...]) -> float:
    scales = [
        float(np.median(view.focal_px.mean() / view.seen(points[kind == number])[1]))
        for number, view in enumerate(views)
        if (kind == number).any()
    ]
    return float(np.median(scales))


def _inpainted(points: Points, faces: Faces, knots: Knots, colors: Floats, is_plain: NDArray[np.bool_]) -> Floats:
    """Return the colours of plain knots: as smooth as may be between the colours of the corners that are seen."""
    count = len(points)
    total, weight = np.zeros((count, 3)), np.zeros(count)
    np.add.at(total, knots.corner[~is_plain], colors[~is_plain])
    np.add.at(weight, knots.corner[~is_plain], 1.0)
    known = weight > 0
    total[known] /= weight[known, None]
    total[~known] = total[known].mean(axis=0) if known.any() else _GREY
    if known.all():
        return total[knots.corner[is_plain]]
    sides = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    one, other = np.concatenate([sides, sides[:, ::-1]]).T
    links = csr_matrix((np.ones(len(one)), (one, other)), shape=(count, count))
    degree = np.asarray(links.sum(axis=1)).ravel()
    rest = np.flatnonzero(~known & (degree > 0))
    inner = (diags(degree[rest] + 1e-4) - links[rest][:, rest]).tocsr()
    right = links[rest][:, known] @ total[known] + 1e-4 * total[rest]
    scale = diags(1 / inner.diagonal())
    for channel in range(3):
        total[rest, channel] = cg(inner, right[:, channel], x0=total[rest, channel], rtol=1e-3, maxiter=200, M=scale)[0]
    return total[knots.corner[is_plain]]


def _packed(dress: _Dress, texture_px: int, tick: Tick) -> Floats:
    """Return (k, 2) texture coordinates of the knots, in [0, 1]."""
    chart = np.unique(dress.knots.chart[dress.knots.faces[:, 0]], return_inverse=True)[1].astype(np.int64)
    charts = Charts(dress.at_px, dress.knots.faces, chart)
    for padding in _PADDINGS:
        try:
            return packed(charts, resolution=texture_px, padding=padding, tick=tick).charts.uvs
        except Invalid:
            tick(0.0, "Packing the texture closer")
    raise GenerationFailed("The surface has too many pieces for one texture of this size", stage="texturing")


def _painted(dress: _Dress, uvs: Floats, texture_px: int) -> Pixels:
    """Return the texture, (texture_px, texture_px, 3) sRGB."""
    raster = Raster(uvs, dress.knots.faces.astype(np.int32), texture_px, reach=1.0)
    picture = np.zeros((texture_px, texture_px, 3), np.uint8)
    known = np.zeros((texture_px, texture_px), bool)
    for first in range(0, texture_px, _ROWS_AT_ONCE):
        last = min(first + _ROWS_AT_ONCE, texture_px)
        spots = raster.band(first, last)
        colors = _shown(dress, spots.face, spots.weights)
        picture[first:last].reshape(-1, 3)[spots.texel] = np.rint(np.clip(colors, 0, 255)).astype(np.uint8)
        known[first:last].reshape(-1)[spots.texel] = True
    padding = Padding.of(known, _MARGIN_TEXELS)
    padding.spread(picture)
    filled_by_mips(picture, padding.known)
    return picture


def _shown(dress: _Dress, face: NDArray[np.int32], weights: NDArray[np.float32]) -> Floats:
    """Return (n, 3) colours at places on faces, given by the weights of their corners."""
    knots = dress.knots.faces[face]
    at = np.einsum("nk,nkx->nx", weights, dress.at_px[knots])
    colors = np.einsum("nk,nkx->nx", weights, dress.added[knots])
    label = dress.labels[face]
    for number, view in enumerate(dress.views):
        rows = np.flatnonzero(label == number)
        if len(rows):
            colors[rows] += colors_at(view.picture, at[rows]) * dress.gains[number]
    return np.asarray(colors, np.float64)


def _model(points: Points, faces: Faces, knots: Knots, uvs: Floats, picture: Pixels) -> Model:
    normals = smooth_normals(points, faces)
    surface = Surface(
        points[knots.corner],
        knots.faces.astype(np.int32),
        normals=normals[knots.corner],
        uvs=(uvs.astype(np.float32),),
        material=0,
    )
    material = Material("photographed", metallic=0.0, roughness=1.0, textures={"base_color": Texture(0)})
    return Model(
        nodes=(Node("reconstruction", mesh=0),),
        roots=(0,),
        meshes=(Mesh((surface,), "reconstruction"),),
        materials=(material,),
        pictures=(Picture(jpeg(picture, quality=_QUALITY), "image/jpeg", "base_color"),),
    )

"""Bake what the full-detail assembly looks like into the textures of the light one."""

from collections.abc import Callable
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter, maximum_filter, minimum_filter

from domain.materials import CATALOGUE
from engine.assembling.full_detail import FullDetail, Seen
from engine.assembling.painting import Painter, Spots
from engine.assembling.texels import Texels, texels_of
from engine.assembling.unwrap import UnwrappedMesh
from engine.dice import even_pairs
from engine.rays import cosine_directions
from engine.shapes import Assembly, Part, Pixels, Tick, no_tick
from engine.threads import side_by_side

_CHUNK = 1 << 15  # texels at once
_FIRST_RAYS = 4

_Piece = tuple[int, NDArray[np.int64]]  # a light part's number, and texels that show it


@dataclass(frozen=True, slots=True, eq=False)
class Textures:
    """Pictures of size × size, row 0 at V = 0.

    Attributes
    ----------
    albedo : (s, s, 3) or (s, s, 4) uint8, sRGB
        With opacity in the fourth channel where something is transparent.
    normal : (s, s, 3) uint8
        Tangent space as in glTF: red along the tangent, green along the bitangent (up), blue outwards.
    roughness, metallic, occlusion : (s, s) uint8, linear
        Occlusion is 255 in the open.
    emission : (s, s, 3) uint8, sRGB, or None
        Light that the surface gives by itself.
    """

    albedo: Pixels
    normal: Pixels
    roughness: Pixels
    metallic: Pixels
    occlusion: Pixels
    emission: Pixels | None = None


def bake(
    low: UnwrappedMesh, high: Assembly, *, texture_size: int, samples: int, seed: int, tick: Tick = no_tick
) -> Textures:
    """Return the textures of `low` that show `high`.

    Each texel looks from its place on the light surface, along its normal and back, for the nearest surface of the same
    part at full detail that faces the same way; material, normal and occlusion are taken there. Relief of the material
    is added to the normal. Empty texels repeat their nearest neighbour.

    Parameters
    ----------
    samples : int
        Rays per texel for the occlusion.
    """
    tick(0.0, "Finding the place of each texel")
    texels = texels_of(low, texture_size)
    detail = FullDetail(low, high)
    pieces = _pieces(low, texels)
    seen = Seen(np.empty_like(texels.points), np.empty_like(texels.normals))
    told = "Reading the full-detail surface"
    side_by_side(lambda piece: detail.look(*piece, texels, seen), pieces, lambda done: tick(0.2 + 0.1 * done, told))
    layers = _Layers.empty(len(texels.index))
    layers.exposure[:] = _exposure(detail, seen, texels, texture_size, samples, seed, tick)
    painter = Painter(high, size_m=detail.size_m, texel_m=texels.texel_m, seed=seed)
    side_by_side(
        lambda piece: _paint(layers, painter, seen, texels, high.parts[detail.number_of(piece[0])], piece, detail),
        pieces,
        lambda done: tick(0.65 + 0.25 * done, "Painting"),
    )
    tick(0.92, "Filling the seams")
    return _pictures(layers, texels, texture_size, {part.material for part in high.parts})


def _pieces(low: UnwrappedMesh, texels: Texels) -> list[_Piece]:
    """Return the texels of each light part, not too many at once."""
    part_of = low.part_of_face[texels.face]
    order = np.argsort(part_of, kind="stable")
    numbers, starts = np.unique(part_of[order], return_index=True)
    return [
        (number, rows[start : start + _CHUNK])
        for number, rows in zip(numbers.tolist(), np.split(order, starts[1:]), strict=True)
        for start in range(0, len(rows), _CHUNK)
    ]


@dataclass(frozen=True, slots=True, eq=False)
class _Layers:
    """What is known of each texel, float32."""

    albedo: NDArray[np.float32]
    normal: NDArray[np.float32]
    roughness: NDArray[np.float32]
    metallic: NDArray[np.float32]
    exposure: NDArray[np.float32]
    opacity: NDArray[np.float32]
    emission: NDArray[np.float32]

    @classmethod
    def empty(cls, count: int) -> "_Layers":
        widths = {"albedo": (3,), "normal": (3,), "emission": (3,)}
        return cls(**{field.name: np.zeros((count, *widths.get(field.name, ())), np.float32) for field in fields(cls)})


def _exposure(
    detail: FullDetail, seen: Seen, texels: Texels, size: int, samples: int, seed: int, tick: Tick
) -> NDArray[np.float32]:
    """Return the share of the sky, weighted by cosine, that each place sees within a sixth of the assembly's size.

    Where the first rays of a texel and of its neighbours agree, they are enough.
    """
    few = min(samples, _FIRST_RAYS)
    pairs = even_pairs(samples, np.random.default_rng(seed).random((2, len(seen.points)), dtype=np.float32))
    told = "Looking for what is hidden"
    every = np.arange(len(seen.points))
    first = _blocked(detail, seen, every, pairs[:few], lambda done: tick(0.3 + 0.15 * done, told))
    mixed = _differing(first, texels, size, few)
    rest = _blocked(detail, seen, mixed, pairs[few:], lambda done: tick(0.45 + 0.2 * done, told))
    exposure = 1 - first / np.float32(max(few, 1))
    exposure[mixed] = 1 - (first[mixed] + rest) / np.float32(max(samples, 1))
    return _calmed(exposure, texels, size)


def _blocked(
    detail: FullDetail,
    seen: Seen,
    rows: NDArray[np.int64],
    pairs: list[tuple[NDArray[np.float32], NDArray[np.float32]]],
    tick: Callable[[float], None],
) -> NDArray[np.float32]:
    """Return how many of a texel's rays meet something."""

    def count(chosen: NDArray[np.int64]) -> NDArray[np.float32]:
        normals = seen.normals[chosen]
        origins = seen.points[chosen] + normals * (2e-4 * detail.size_m)
        found = np.zeros(len(chosen), np.float32)
        for first, second in pairs:
            around = cosine_directions(normals, first[chosen], second[chosen])
            found += detail.opaque.blocked(origins, around, reach=detail.size_m / 6)
        return found

    pieces = [rows[start : start + _CHUNK] for start in range(0, len(rows), _CHUNK)]
    return np.concatenate([np.zeros(0, np.float32), *side_by_side(count, pieces, tick)])


def _differing(blocked: NDArray[np.float32], texels: Texels, size: int, rays: int) -> NDArray[np.int64]:
    """Return the texels in whose neighbourhood some rays are blocked and others are not."""
    most, least = np.zeros((size, size), np.float32), np.full((size, size), np.float32(rays))
    most.reshape(-1)[texels.index] = least.reshape(-1)[texels.index] = blocked
    is_mixed = (maximum_filter(most, 5) > 0) & (minimum_filter(least, 5) < rays)
    return np.flatnonzero(is_mixed.reshape(-1)[texels.index])


def _calmed(values: NDArray[np.float32], texels: Texels, size: int) -> NDArray[np.float32]:
    """Return the values with their noise smoothed over neighbouring texels of the same chart."""
    layers = np.zeros((2, size * size), np.float32)
    layers[0, texels.index], layers[1, texels.index] = values, 1
    picture, weight = side_by_side(
        lambda layer: gaussian_filter(layer.reshape(size, size), 1.0, truncate=2.0).reshape(-1), list(layers)
    )
    return np.asarray(picture[texels.index] / np.maximum(weight[texels.index], 1e-6), np.float32)


def _paint(
    layers: _Layers, painter: Painter, seen: Seen, texels: Texels, part: Part, piece: _Piece, detail: FullDetail
) -> None:
    """Write how the part's material looks into its texels."""
    index, rows = piece
    material = CATALOGUE[part.material]
    normals = seen.normals[rows]
    spots = Spots(seen.points[rows], normals, *texels.frame_of(rows, normals), layers.exposure[rows])
    look, normals = painter.look(detail.number_of(index), spots, texel_m=texels.part_texel_m[index])
    layers.albedo[rows], layers.roughness[rows], layers.metallic[rows] = look.albedo, look.roughness, look.metallic
    layers.opacity[rows] = material.opacity
    layers.emission[rows] = look.albedo * np.float32(material.emission)
    layers.normal[rows] = texels.in_tangent_space(rows, normals)


def _pictures(layers: _Layers, texels: Texels, size: int, materials: set[str]) -> Textures:
    albedo = _byte(_encoded(layers.albedo))
    if any(CATALOGUE[name].is_transparent for name in materials):
        albedo = np.column_stack([albedo, _byte(layers.opacity)])
    emission = None
    if any(CATALOGUE[name].is_emissive for name in materials):
        emission = _byte(_encoded(layers.emission))
    fill = _nearest(texels.index, size)
    values = [albedo, *(_byte(each) for each in (layers.normal * 0.5 + 0.5, layers.roughness, layers.metallic))]
    values += [_byte(layers.exposure)] + ([] if emission is None else [emission])
    pictures = side_by_side(lambda each: np.ascontiguousarray(each[fill].reshape(size, size, *each.shape[1:])), values)
    return Textures(*pictures)


def _nearest(index: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return for every texel of the picture the row of the known texel nearest to it."""
    row_of = np.full(size * size, -1, np.int64)
    row_of[index] = np.arange(len(index))
    empty = (row_of < 0).reshape(size, size)
    y, x = distance_transform_edt(empty, return_distances=False, return_indices=True)
    return np.asarray(row_of[(y * size + x).reshape(-1)])


def _byte(values: NDArray[np.floating]) -> Pixels:
    return np.asarray(np.clip(values, 0, 1) * 255 + 0.5, np.uint8)


def _encoded(linear: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return sRGB values in [0, 1] of linear ones."""
    values = np.clip(linear, 0, 1)
    return np.where(values <= 0.0031308, values * 12.92, 1.055 * values ** np.float32(1 / 2.4) - 0.055)

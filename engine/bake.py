"""Bake what the full-detail assembly looks like into the textures of the light one."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter

from domain.materials import CATALOGUE
from engine.full_detail import FullDetail, Seen
from engine.rays import cosine_directions, unit
from engine.shapes import Assembly, Pixels, Tick, no_tick
from engine.texels import Texels, texels_of
from engine.textures import Place, evaluate
from engine.unwrap import UnwrappedMesh

_CHUNK = 1 << 17  # texels at once


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
    texels = texels_of(low, texture_size)
    detail = FullDetail(low, high)
    layers = _Layers.empty(len(texels.index))
    seen = []
    for done, part in enumerate(texels.chunks(_CHUNK)):
        tick(0.45 * done * _CHUNK / max(len(texels.index), 1), "Reading the full-detail surface")
        seen.append(detail.seen_from(texels, part))
        layers.exposure[part] = _exposure(detail, seen[-1], samples, seed + done)
    surface = Seen.joined(seen)
    layers.exposure[:] = _calmed(layers.exposure, texels, texture_size)
    for done, (group, rows) in enumerate(_by_part(surface)):
        tick(0.45 + 0.45 * done / len(high.parts), f"Painting {high.parts[group].name}")
        for start in range(0, len(rows), _CHUNK):
            _paint(layers, surface, texels, rows[start : start + _CHUNK], detail, group, seed)
    tick(0.92, "Filling the seams")
    return _pictures(layers, texels, texture_size, {part.material for part in high.parts})


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


def _exposure(detail: FullDetail, seen: Seen, samples: int, seed: int) -> NDArray[np.float32]:
    """Return the share of the sky, weighted by cosine, that each place sees within a sixth of the assembly's size."""
    rng = np.random.default_rng(seed)
    count = len(seen.points)
    normals = seen.normals.astype(np.float32)
    origins = seen.points + normals * (2e-4 * detail.size_m)
    shift = rng.random((2, count), dtype=np.float32)
    blocked = np.zeros(count, np.float32)
    for ray in range(samples):
        first = (shift[0] + np.float32((ray * 0.7548776662466927) % 1)) % np.float32(1)
        second = (shift[1] + np.float32((ray * 0.5698402909980532) % 1)) % np.float32(1)
        directions = cosine_directions(normals, first, second)
        blocked += detail.opaque.blocked(origins, directions, reach=detail.size_m / 6)
    return 1 - blocked / np.float32(max(samples, 1))


def _calmed(values: NDArray[np.float32], texels: Texels, size: int) -> NDArray[np.float32]:
    """Return the values with their noise smoothed over neighbouring texels of the same chart."""
    picture = np.zeros(size * size, np.float32)
    weight = np.zeros(size * size, np.float32)
    picture[texels.index], weight[texels.index] = values, 1
    picture, weight = (
        gaussian_filter(layer.reshape(size, size), 1.0, truncate=2.0).reshape(-1) for layer in (picture, weight)
    )
    return np.asarray(picture[texels.index] / np.maximum(weight[texels.index], 1e-6), np.float32)


def _by_part(surface: Seen) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """Yield each full-detail part that is seen and the texels that see it."""
    order = np.argsort(surface.part, kind="stable")
    parts, starts = np.unique(surface.part[order], return_index=True)
    yield from zip(parts.tolist(), np.split(order, starts[1:]), strict=True)


def _paint(
    layers: _Layers, surface: Seen, texels: Texels, rows: NDArray[np.int64], detail: FullDetail, group: int, seed: int
) -> None:
    """Write how the part's material looks into its texels."""
    part = detail.assembly.parts[group]
    material = CATALOGUE[part.material]
    own = detail.own_axes(group)
    turn = own[:3, :3].astype(np.float32)
    normals = surface.normals[rows].astype(np.float32)
    texel_m = texels.texel_m
    points = surface.points[rows]

    def looked_at(shift: NDArray[np.float32] | float) -> Place:
        local = (points + shift) @ own[:3, :3].T + own[:3, 3]
        return Place(
            local.astype(np.float32), normals @ turn.T, layers.exposure[rows], *detail.own_box(group),
            scene_m=detail.size_m, texel_m=texel_m, seed=detail.seed_of(group, seed),
        )  # fmt: skip

    look = evaluate(looked_at(0.0), material, part.color)
    layers.albedo[rows], layers.roughness[rows], layers.metallic[rows] = look.albedo, look.roughness, look.metallic
    layers.opacity[rows] = material.opacity
    layers.emission[rows] = look.albedo * np.float32(material.emission)
    if look.height is not None:
        along, across = texels.frame_of(rows, normals)
        slope = [
            (evaluate(looked_at(axis * np.float32(texel_m)), material).height - look.height) / np.float32(texel_m)
            for axis in (along, across)
        ]
        normals = unit(normals - np.clip(slope[0], -1, 1)[:, None] * along - np.clip(slope[1], -1, 1)[:, None] * across)
    layers.normal[rows] = texels.in_tangent_space(rows, normals)


def _pictures(layers: _Layers, texels: Texels, size: int, materials: set[str]) -> Textures:
    albedo = _byte(_encoded(layers.albedo))
    if any(CATALOGUE[name].is_transparent for name in materials):
        albedo = np.column_stack([albedo, _byte(layers.opacity)])
    emission = None
    if any(CATALOGUE[name].is_emissive for name in materials):
        emission = _byte(_encoded(layers.emission))
    fill = _nearest(texels.index, size)
    return Textures(
        albedo=_picture(albedo, fill, size),
        normal=_picture(_byte(layers.normal * 0.5 + 0.5), fill, size),
        roughness=_picture(_byte(layers.roughness), fill, size),
        metallic=_picture(_byte(layers.metallic), fill, size),
        occlusion=_picture(_byte(layers.exposure), fill, size),
        emission=None if emission is None else _picture(emission, fill, size),
    )


def _nearest(index: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return for every texel of the picture the row of the known texel nearest to it."""
    row_of = np.full(size * size, -1, np.int64)
    row_of[index] = np.arange(len(index))
    empty = (row_of < 0).reshape(size, size)
    y, x = distance_transform_edt(empty, return_distances=False, return_indices=True)
    return np.asarray(row_of[(y * size + x).reshape(-1)])


def _picture(values: Pixels, fill: NDArray[np.int64], size: int) -> Pixels:
    return np.ascontiguousarray(values[fill].reshape(size, size, *values.shape[1:]))


def _byte(values: NDArray[np.floating]) -> Pixels:
    return np.asarray(np.clip(values, 0, 1) * 255 + 0.5, np.uint8)


def _encoded(linear: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return sRGB values in [0, 1] of linear ones."""
    values = np.clip(linear, 0, 1)
    return np.where(values <= 0.0031308, values * 12.92, 1.055 * values ** np.float32(1 / 2.4) - 0.055)

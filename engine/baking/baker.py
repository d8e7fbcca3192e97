"""Bake: band by band of rows, from the light surface to the detailed one, and what it looks like there."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.baking.casting import Caster, Counted, caster_of
from engine.baking.gathering import curvature, exposure, noise, thickness
from engine.baking.layers import Layers
from engine.baking.options import Kind, Options
from engine.baking.projecting import Found, Seeker, measured_reach
from engine.baking.raster import Raster, Spots
from engine.baking.source import Source
from engine.baking.target import Frame, Target
from engine.models.model import Json, Model
from engine.shapes import Tick, no_tick
from engine.threads import side_by_side

Values = NDArray[Any]
Floats = NDArray[Any]  # float32
_BAND_RAYS = 1 << 22  # about a second's
_BAND_PLACES = 1 << 18
_OUTSIDE = 1e-4  # what a place outside of its triangle counts beside one inside
_MISSES_MAX = 0.98  # of the texels: more, and the two models are not of one thing
_GATHERED: tuple[Kind, ...] = ("ambient_occlusion", "curvature", "thickness")
_LOOKS: tuple[Kind, ...] = ("albedo", "normal", "roughness", "metallic", "emissive")


@dataclass(frozen=True, slots=True, eq=False)
class Baked:
    """Pictures by kind, (s, s) or (s, s, 3 or 4), uint8 or uint16, and what is known of how they were made."""

    pictures: dict[Kind, Values]
    facts: Json
    alpha_mode: str = "OPAQUE"


@dataclass(slots=True)
class _Tally:
    """What one band counted."""

    rays: int = 0
    texels: int = 0
    known: int = 0
    missed: int = 0
    shared: int = 0
    places: int = 0
    lean: float = 0.0  # sum of degrees between the normal and what a byte per channel makes of it
    far_m: float = 0.0


@dataclass(slots=True, eq=False)
class _Sums:
    """Weighted sums of a band's texels."""

    texel: NDArray[np.int64]  # of each place, counted in the band
    weight: Floats
    count: int
    found: dict[Kind, Values] = field(default_factory=dict)

    def mean(self, values: Floats) -> Floats:
        """Return the means of values (n,) or (n, c) of places for all texels of the band."""
        weights = np.maximum(np.bincount(self.texel, self.weight, self.count), 1e-12)
        columns = values.reshape(len(values), -1)
        sums = [np.bincount(self.texel, self.weight * columns[:, each], self.count) for each in range(columns.shape[1])]
        mean = np.stack(sums, axis=1) / weights[:, None]
        return (mean[:, 0] if values.ndim == 1 else mean).astype(np.float32)


def bake(high: Model, low: Model, options: Options, *, is_same: bool = False, tick: Tick = no_tick) -> Baked:
    """Return textures that show `high` on `low`, whose surfaces all have normals, tangents and texture coordinates.

    With `is_same`, `low` is `high` with other texture coordinates: each triangle shows itself, no ray is needed for it.

    Raises
    ------
    Invalid
        One of them has no triangles, or hardly any ray from the light surface met the detailed one.
    """
    begun = time.perf_counter()
    tick(0.0, "Growing the tree of triangles")
    work = _Work(Source(high), low, options, is_same)
    reach = work.measure()
    layers = Layers(options, has_alpha=bool(work.source.is_clear.any()))
    bands = work.bands()
    tallies = side_by_side(
        lambda band: work.bake_band(*band, layers), bands, lambda done: tick(0.02 + 0.9 * done, "Baking")
    )
    total = _totalled(tallies)
    baked_s = time.perf_counter() - begun
    if total.texels == 0:
        raise Invalid("The light model's texture coordinates cover no texel")
    if total.missed >= _MISSES_MAX * total.texels:
        raise _disjoint()
    tick(0.93, "Filling the seams")
    scales = layers.scaled()
    layers.pad(lambda done: tick(0.93 + 0.07 * done, "Filling the seams"))
    facts = _facts(total, options, work, reach) | scales
    facts["seconds"] = {"rays": round(baked_s, 3), "all": round(time.perf_counter() - begun, 3)}
    facts["rays_per_s"] = round(total.rays / max(baked_s, 1e-6))
    return Baked(layers.values, facts, _alpha_mode(work.source))


class _Work:
    """The two models, ready for bands of texels."""

    def __init__(self, source: Source, low: Model, options: Options, is_same: bool) -> None:
        self.source, self.options = source, options
        centre = (source.points.min(axis=0) + source.points.max(axis=0)) / 2
        self.target = Target(low, centre=centre)
        self.points = (source.points - centre).astype(np.float32)
        self.caster: Caster = caster_of(self.points, source.faces, device=options.device)
        clear = np.array([each.alpha_mode == "BLEND" for each in source.materials])[source.surface_of_face]
        self.opaque = self.caster
        if clear.any():
            self.opaque = caster_of(self.points, source.faces[~clear], device=options.device)
        self.raster = Raster(
            self.target.uvs, self.target.faces, options.size * options.finer, reach=float(options.finer)
        )
        self.texel_m = self.target.texel_m(options.size)
        self.radius_m = options.curvature_radius_m or max(2 * self.texel_m, 5e-3 * source.size_m)
        self.seeker = Seeker(source, options.reach_m, options.search)
        self.twins = self.target.twins(source) if is_same else None

    def measure(self) -> float:
        """Find out how far to look, and return it."""
        reach = self.options.reach_m
        if self.twins is not None:
            return 0.0
        if not reach:
            reach, lost = measured_reach(self.source, self.target, Counted(self.caster))
            if lost >= 1:
                raise _disjoint()
        self.seeker = Seeker(self.source, reach, self.options.search)
        return reach

    def bands(self) -> list[tuple[int, int]]:
        """Return the rows of texels from and to (not included), not too many rays in one."""
        options = self.options
        per_texel = 2 * options.supersampling
        per_texel += options.samples * len({"ambient_occlusion", "thickness"} & set(options.kinds))
        per_texel += 16 * options.supersampling * ("curvature" in options.kinds)
        rows = min(_BAND_RAYS // per_texel, _BAND_PLACES // options.supersampling) // options.size
        rows = max(rows, 1)
        return [(start, min(start + rows, options.size)) for start in range(0, options.size, rows)]

    def bake_band(self, first: int, last: int, layers: Layers) -> _Tally:
        """Bake the rows from `first` to `last`, and count."""
        size, finer = self.options.size, self.options.finer
        spots = self.raster.band(first * finer, last * finer)
        if not len(spots.texel):
            return _Tally()
        caster = Counted(self.caster)
        frame = self.target.at(spots.face, spots.weights)
        found = self._found(spots, caster, frame)
        row, column = np.divmod(spots.texel, size * finer)
        texel = (row // finer) * size + column // finer
        covered = np.unique(texel[spots.is_inside])
        met = np.flatnonzero(found.face >= 0)
        tally = _Tally(caster.rays, len(covered), shared=spots.shared, places=int(spots.is_inside.sum()))
        if not len(met):
            tally.missed = len(covered)
            return tally
        known, number = np.unique(texel[met], return_inverse=True)
        weight = np.where(spots.is_inside[met], np.float32(1), np.float32(_OUTSIDE))
        sums = _Sums(number.reshape(-1), weight, len(known))
        place = spots.texel[met] + first * finer * size * finer
        counted = self._gather(sums, spots, frame.picked(met), found.picked(met), place, caster)
        layers.write(known + first * size, sums.found)
        tally.rays, tally.known = caster.rays + counted, len(known)
        tally.missed = len(covered) - int(np.count_nonzero(np.isin(covered, known, assume_unique=True)))
        tally.far_m = float(np.abs(found.distance[met]).max())
        if "normal" in sums.found:
            tally.lean = _lost_deg(sums.found["normal"], self.options.bits)
        return tally

    def _found(self, spots: Spots, caster: Counted, frame: Frame) -> Found:
        if self.twins is None:
            return self.seeker.found(caster, frame)
        nothing = np.zeros(len(spots.face), np.float32)
        return Found(self.twins[spots.face], spots.weights, nothing, nothing + 1)

    def _gather(
        self, sums: _Sums, spots: Spots, frame: Frame, found: Found, place: NDArray[np.int64], caster: Counted
    ) -> int:
        """Find what each kind shows; return the number of rays of the second caster."""
        kinds = self.options.kinds
        if any(kind in _LOOKS for kind in kinds):
            self._look(sums, frame, found)
        if not any(kind in _GATHERED for kind in kinds):
            return 0
        smooth = self.source.smooth(found.face, found.weights) * found.side[:, None]
        turns, shifts = noise(place, self.options.seed, 1), noise(place, self.options.seed, 2)
        flat = self.source.flat[found.face] * found.side[:, None]
        lift = np.float32(2e-5 * self.source.size_m)
        place_flat, lifted = self._lifted(found)
        samples = max(round(self.options.samples / self.options.supersampling), 1)
        opaque = Counted(self.opaque)
        if "ambient_occlusion" in kinds:
            reach = self.options.occlusion_m or 4 * self.source.size_m
            seen = exposure(opaque, lifted + lift * flat, smooth, turns, shifts, samples=samples, reach_m=reach)
            sums.found["ambient_occlusion"] = sums.mean(seen)
        if "thickness" in kinds:
            deep = thickness(opaque, place_flat - lift * flat, -smooth, turns, shifts, samples=samples)
            largest = np.float32(self.options.thickness_max_m or self.source.size_m)
            sums.found["thickness"] = sums.mean(np.minimum(deep, largest))
        if "curvature" in kinds:
            bent = curvature(caster, self.source.smooth, lifted, smooth, turns, radius_m=self.radius_m)
            sums.found["curvature"] = sums.mean(bent)
        return opaque.rays

    def _look(self, sums: _Sums, frame: Frame, found: Found) -> None:
        look = self.source.look(found.face, found.weights)
        colour = look.albedo
        if self.source.is_clear.any():
            colour = np.column_stack([colour, look.alpha])
        values: dict[Kind, Callable[[], Floats]] = {
            "albedo": lambda: sums.mean(colour),
            "roughness": lambda: sums.mean(look.roughness),
            "metallic": lambda: sums.mean(look.metallic),
            "emissive": lambda: sums.mean(look.emission),
            "normal": lambda: _unit(sums.mean(frame.in_tangent_space(look.normals * found.side[:, None]))),
        }
        sums.found.update({kind: values[kind]() for kind in self.options.kinds if kind in values})

    def _lifted(self, found: Found) -> tuple[Floats, Floats]:
        """Return the places, and these lifted onto the smooth surface of the triangles (`engine.studio.surfaces`)."""
        corners, normals = self.points[self.source.faces[found.face]], self.source.normals[found.face]
        points = np.einsum("nk,nkx->nx", found.weights, corners)
        depth = np.minimum(np.einsum("nkx,nkx->nk", points[:, None] - corners, normals), 0)
        lifted = points - np.einsum("nk,nkx->nx", found.weights * depth, normals)
        return np.asarray(points, np.float32), np.asarray(lifted, np.float32)


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), np.float32)


def _lost_deg(normals: Floats, bits: int) -> float:
    """Return the sum of degrees that rounding turns normals by."""
    most = 2**bits - 1
    stored = _unit(np.floor((normals * 0.5 + 0.5) * most + 0.5) / most * 2 - 1)
    return float(np.degrees(2 * np.arcsin(np.clip(np.linalg.norm(stored - normals, axis=1) / 2, 0, 1))).sum())


def _totalled(tallies: list[_Tally]) -> _Tally:
    total = _Tally()
    for tally in tallies:
        for name in ("rays", "texels", "known", "missed", "shared", "places", "lean"):
            setattr(total, name, getattr(total, name) + getattr(tally, name))
        total.far_m = max(total.far_m, tally.far_m)
    return total


def _facts(total: _Tally, options: Options, work: _Work, reach_m: float) -> Json:
    facts: Json = {
        "resolution": options.size,
        "rays": total.rays,
        "device": type(work.caster).__name__.removesuffix("Caster").lower(),
        "texels": total.texels,
        "coverage": round(total.places / (options.size * options.finer) ** 2, 5),
        "misses": total.missed,
        "miss_share": round(total.missed / total.texels, 6),
        "overlap_share": round(total.shared / max(total.places, 1), 6),
        "reach_m": reach_m,
        "farthest_m": total.far_m,
        "texel_m": work.texel_m,
        "unreadable_pictures": list(work.source.unreadable),
    }
    if "normal" in options.kinds:
        facts["rounding_error_deg"] = round(total.lean / max(total.known, 1), 5)
    if "curvature" in options.kinds:
        facts["curvature_radius_m"] = work.radius_m
    return facts


def _alpha_mode(source: Source) -> str:
    modes = {material.alpha_mode for material in source.materials}
    return next((mode for mode in ("BLEND", "MASK") if mode in modes), "OPAQUE")


def _disjoint() -> Invalid:
    return Invalid(
        "No ray from the light model hit the detailed one: they lie in different places, or face opposite ways"
    )

"""How far two surfaces lie apart, measured both ways from places spread densely over each, and from their corners.

The distance of a place is to the nearest of the triangles that own the nearest of many samples of the other surface.
It is never less than the true one, and more by at most the samples' spacing (`resolution_m`); the farthest places are
asked again among many more triangles. Against Embree's own answers: docs/operations/optimizing.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from engine.models.model import Model, Surface
from engine.optimizing.reducing import area_of
from engine.optimizing.soup import used_by
from engine.shapes import Faces, Points, Tick, no_tick

SAMPLES = 50_000
"""Places spread evenly over the area of each surface; as many corners at most are asked too."""
_SPACINGS = 1000  # along the diagonal: no finer samples than that
_ROUGH_SPACINGS, _ROUGH_SAMPLES = 24, 250
_SAMPLES_MOST = 400_000  # over the area, beside one for each triangle
_NEAREST, _NEAREST_AGAIN, _AGAIN = 6, 96, 500
_CHUNK = 1 << 16
_ALONE_MOST = 4_000  # places: threads for fewer cost more than they save
_UV_SLACK = 1.5  # spacings: of triangles about as near, the one whose texture fits best counts


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A whole scene as one surface: (n, 3) points, metres, (m, 3) faces, and (n, 2) texture coordinates if all have."""

    points: Points
    faces: Faces
    uv: NDArray[np.float64] | None = None

    @classmethod
    def of(cls, model: Model) -> "Sheet":
        """Return what the model shows, at rest."""
        return cls.joined([each.surface for each in model.placed()])

    @classmethod
    def joined(cls, surfaces: Iterable[Surface]) -> "Sheet":
        """Return some surfaces of the same axes as one."""
        placed = [surface for surface in surfaces if len(surface.faces)]
        if not placed:
            return cls(np.zeros((0, 3)), np.zeros((0, 3), np.int32))
        starts = np.cumsum([0, *(len(surface.points) for surface in placed[:-1])])
        has_uvs = all(surface.uvs for surface in placed)
        return cls(
            np.concatenate([surface.points for surface in placed]),
            np.concatenate([surface.faces + np.int32(start) for surface, start in zip(placed, starts, strict=True)]),
            np.concatenate([surface.uvs[0] for surface in placed]).astype(np.float64) if has_uvs else None,
        )

    @property
    def diagonal_m(self) -> float:
        """Return the diagonal of its box."""
        return float(np.linalg.norm(np.ptp(self.points, axis=0)))


@dataclass(frozen=True, slots=True)
class Apart:
    """How far two surfaces lie apart, metres: the farthest of both ways, and the mean of both ways over the area.

    `uv_mean` is how far textures have slid, in texture coordinates; None where either has none.
    """

    hausdorff_m: float
    mean_m: float
    rms_m: float
    diagonal_m: float
    samples: int
    resolution_m: float
    uv_mean: float | None = None


def apart(before: Sheet, after: Sheet, *, samples: int = SAMPLES, tick: Tick = no_tick) -> Apart:
    """Return how far two surfaces lie apart; `samples` places on each, and as many of its corners."""
    sides = [_Side(before), _Side(after)]
    near, shifts, farthest, count = [], [np.zeros(0)], 0.0, 0
    for number, (here, there) in enumerate(((before, sides[1]), (after, sides[0]))):
        spread = _spread(here, samples)
        corners = _corners(here, samples)
        tick(number / 2, "Measuring how far it strays")
        found = there.nearest(spread.places)
        tick(number / 2 + 0.25, "Measuring how far it strays")
        at_corners = there.nearest(corners)
        near.append(found.distance)
        farthest = max(
            farthest, there.farthest(spread.places, found.distance), there.farthest(corners, at_corners.distance)
        )
        shifts = [found.uv_shift(spread.uv, there)] if number else shifts
        count += len(spread.places) + len(corners)
    rms = max(float(np.sqrt((each**2).mean())) for each in near)
    mean = float(np.mean([each.mean() for each in near]))
    shift = float(shifts[0].mean()) if len(shifts[0]) else None
    resolution = max(side.spacing for side in sides)
    return Apart(farthest, mean, rms, before.diagonal_m, count, resolution, shift)


@dataclass(frozen=True, slots=True, eq=False)
class _Spread:
    places: Points
    uv: NDArray[np.float64] | None


def _spread(sheet: Sheet, count: int) -> _Spread:
    """Return places spread evenly over a surface's area: the same ones each time."""
    a, b, c = (sheet.points[sheet.faces[:, corner]] for corner in range(3))
    areas = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    rate = np.cumsum(areas)
    steps = (np.arange(count) + 0.5) / count * rate[-1]
    rows = np.minimum(np.searchsorted(rate, steps), len(areas) - 1)
    index = np.arange(1, count + 1)
    root, v = np.sqrt((0.7548776662466927 * index) % 1), (0.5698402909980532 * index) % 1
    weights = np.stack([1 - root, root * (1 - v), root * v], axis=1)[:, :, None]
    corners = sheet.faces[rows]
    uv = None if sheet.uv is None else (sheet.uv[corners] * weights).sum(axis=1)
    return _Spread((sheet.points[corners] * weights).sum(axis=1), uv)


def _corners(sheet: Sheet, most: int) -> Points:
    used = used_by(sheet.faces)
    return sheet.points[used[:: -(-len(used) // most)]]


class Whole:
    """A surface that lighter versions of it are measured against roughly: a few hundred places of each, both ways."""

    def __init__(self, sheet: Sheet) -> None:
        self._places = _places(sheet)
        self._side = _Side(sheet, spacings=_ROUGH_SPACINGS)

    def strayed_m(self, after: Sheet) -> float:
        """Return how far the two lie apart at most, metres."""
        if not len(after.faces):
            return self._side.sheet.diagonal_m
        back = _Side(after, spacings=_ROUGH_SPACINGS).nearest(self._places)
        forth = self._side.nearest(_places(after))
        return float(max(back.distance.max(), forth.distance.max()))


def _places(sheet: Sheet) -> Points:
    return np.concatenate([_spread(sheet, _ROUGH_SAMPLES).places, _corners(sheet, _ROUGH_SAMPLES)])


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """The nearest triangles of some places: (n, k) faces, distances and (n, k, 3) weights of their corners."""

    faces: NDArray[np.int64]
    distances: NDArray[np.float64]
    weights: NDArray[np.float64]

    @property
    def distance(self) -> NDArray[np.float64]:
        return np.asarray(self.distances.min(axis=1))

    def uv_shift(self, uv: NDArray[np.float64] | None, side: "_Side") -> NDArray[np.float64]:
        """Return how far each place's texture is from that of the surface found there."""
        if uv is None or side.sheet.uv is None:
            return np.zeros(0)
        there = (side.sheet.uv[side.sheet.faces[self.faces]] * self.weights[..., None]).sum(axis=2)
        shift = np.linalg.norm(there - uv[:, None, :], axis=2)
        is_near = self.distances <= self.distance[:, None] + _UV_SLACK * side.spacing
        return np.asarray(np.where(is_near, shift, np.inf).min(axis=1))


class _Side:
    """A surface that places can be measured against."""

    def __init__(self, sheet: Sheet, *, spacings: int = _SPACINGS) -> None:
        self.sheet = sheet
        area = area_of(sheet.points, sheet.faces)
        wanted = max(sheet.diagonal_m / spacings, float(np.sqrt(area / _SAMPLES_MOST)), 1e-300)
        places, self._owner, self.spacing = _samples_of(sheet, wanted)
        self._tree = cKDTree(places, compact_nodes=False, balanced_tree=False)

    def nearest(self, places: Points, count: int = _NEAREST) -> _Found:
        """Return the nearest of the triangles of the `count` samples nearest to each of (n, 3) places."""
        count = min(count, len(self._owner))
        parts = [self._nearest(places[start : start + _CHUNK], count) for start in range(0, len(places), _CHUNK)]
        return _Found(*(np.concatenate([part[column] for part in parts]) for column in range(3)))

    def _nearest(self, places: Points, count: int) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
        workers = -1 if len(places) > _ALONE_MOST else 1
        rows = self._tree.query(places, count, workers=workers)[1].reshape(len(places), count)
        faces = self._owner[rows]
        corners = self.sheet.points[self.sheet.faces[faces.reshape(-1)]]
        distance, weights = _to_triangles(np.repeat(places, count, axis=0), corners)
        return faces, distance.reshape(faces.shape), weights.reshape(*faces.shape, 3)

    def farthest(self, places: Points, distance: NDArray[np.float64]) -> float:
        """Return the greatest of the distances, the greatest few measured again among many more triangles."""
        rows = np.argsort(-distance, kind="stable")
        known = 0.0
        for start in range(0, len(rows), _AGAIN):
            part = rows[start : start + _AGAIN]
            if distance[part[0]] <= known:
                break
            known = max(known, float(self.nearest(places[part], _NEAREST_AGAIN).distance.max()))
            if start >= 4 * _AGAIN:
                return max(known, float(distance[part[-1]]))
        return known


def _samples_of(sheet: Sheet, spacing: float) -> tuple[Points, NDArray[np.int64], float]:
    """Return places no farther from each other than about a spacing on every triangle, their triangles, and that.

    The spacing grows until there are not too many: long slivers take more samples than their area tells.
    """
    corners = sheet.points[sheet.faces]
    sides = np.linalg.norm(np.roll(corners, -1, axis=1) - corners, axis=2)
    base = sides.argmax(axis=1)
    rows = np.arange(len(corners))
    start, end, top = (corners[rows, (base + turn) % 3] for turn in range(3))
    width = sides[rows, base]
    height = np.linalg.norm(np.cross(end - start, top - start), axis=1) / np.maximum(width, 1e-300)
    along, up = _steps(width, spacing), _steps(height, spacing)
    while (along * up).sum() > 2 * (_SAMPLES_MOST + len(corners)):
        spacing *= 1.25
        along, up = _steps(width, spacing), _steps(height, spacing)
    number = along * up
    owner = np.repeat(rows, number)
    place = np.arange(len(owner)) - np.repeat(np.cumsum(number) - number, number)
    raised = (place // along[owner] + 0.5) / up[owner]
    aside = (place % along[owner] + 0.5) / along[owner] * (1 - raised)
    weights = np.stack([1 - raised - aside, aside, raised], axis=1)[:, :, None]
    places = np.stack([start, end, top], axis=1)[owner]
    return (places * weights).sum(axis=1), owner, spacing


def _steps(length: NDArray[np.float64], spacing: float) -> NDArray[np.int64]:
    return np.maximum(np.ceil(length / spacing), 1).astype(np.int64)


def _to_triangles(places: Points, corners: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the distances of (n, 3) places to (n, 3, 3) triangles, and the weights of the corners there.

    Source: Ericson, "Real-Time Collision Detection", 2005, 5.1.5, for all regions at once.
    """
    inside = _on_plane(places, corners)
    is_over = np.asarray((inside >= 0).all(axis=1))
    best = np.where(is_over[:, None], inside, 0.0)
    distance: NDArray[np.float64] = np.where(is_over, np.linalg.norm(_at(corners, best) - places, axis=1), np.inf)
    for one in range(3):
        two = (one + 1) % 3
        start, way = corners[:, one], corners[:, two] - corners[:, one]
        along = np.einsum("nx,nx->n", places - start, way) / np.maximum(np.einsum("nx,nx->n", way, way), 1e-300)
        share = np.clip(along, 0, 1)
        away = np.linalg.norm(start + way * share[:, None] - places, axis=1)
        nearer = away < distance
        weights = np.zeros((int(nearer.sum()), 3))
        weights[:, one], weights[:, two] = 1 - share[nearer], share[nearer]
        best[nearer], distance = weights, np.where(nearer, away, distance)
    return distance, best


def _at(corners: NDArray[np.float64], weights: NDArray[np.float64]) -> Points:
    return np.asarray(np.einsum("nk,nkx->nx", weights, corners))


def _on_plane(places: Points, corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights of the corners at the foot of each place on its triangle's plane; -1 where it has none."""
    one, two, way = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0], places - corners[:, 0]
    aa, ab, bb = (np.einsum("nx,nx->n", *pair) for pair in ((one, one), (one, two), (two, two)))
    wa, wb = np.einsum("nx,nx->n", way, one), np.einsum("nx,nx->n", way, two)
    determinant = aa * bb - ab * ab
    is_flat = determinant <= 1e-14 * aa * bb
    safe = np.where(is_flat, 1.0, determinant)
    v, w = (bb * wa - ab * wb) / safe, (aa * wb - ab * wa) / safe
    return np.where(is_flat[:, None], -1.0, np.stack([1 - v - w, v, w], axis=1))

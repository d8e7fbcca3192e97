"""How far two surfaces lie apart, measured both ways from places spread densely over each, and from their corners.

The distance of a place is to the nearest of the triangles that own the nearest few samples of the other surface; where
another could be nearer, but for the slack below, those are asked whose boxes are near enough. It is never less than the
true one. Triangles that both have lie nowhere apart. Peers' answers: docs/operations/optimizing.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from engine.models.model import Model, Surface
from engine.models.placing import all_moved
from engine.models.posing import is_mirror, poses_of
from engine.optimizing.boxes import BoxTree
from engine.optimizing.soup import used_by
from engine.optimizing.triangles import samples_of, shared, to_triangles
from engine.shapes import Faces, Points, Tick, no_tick

SAMPLES = 50_000
"""Places spread evenly over the area of each surface; as many corners at most are asked too."""
_SPACINGS = 1000  # along the diagonal: no finer samples than that
_ROUGH_SPACINGS, _ROUGH_SAMPLES = 24, 250
_NEAREST = 6  # samples asked for
_OPEN = 1 << 13  # places that are asked for among boxes at a time
_SLACK, _NOUGHT = 0.05, 1e-9  # what a distance may be too large by: share of itself, and of the diagonal
_AGAIN, _AGAIN_MOST = 500, 5  # the farthest places are asked without slack: so many, so often at most
_CHUNK = 1 << 16
_ALONE_MOST = 24_000  # samples asked for: threads for fewer cost more than they save
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
        shown = [
            pose.at_rest(surface) for pose in poses_of(model)
            for surface in model.meshes[pose.mesh].surfaces if len(surface.faces)
        ]  # fmt: skip
        sheet = cls.joined([surface for surface, _ in shown])
        if not shown:
            return sheet
        mirrored = np.repeat(
            [is_mirror(placement) for _, placement in shown], [len(surface.faces) for surface, _ in shown]
        )
        return cls(
            all_moved([surface.points for surface, _ in shown], [placement for _, placement in shown]),
            np.where(mirrored[:, None], sheet.faces[:, ::-1], sheet.faces), sheet.uv,
        )  # fmt: skip

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
    near, shifts, farthest, count = [], np.zeros(0), 0.0, 0
    for number, (here, there) in enumerate(((before, sides[1]), (after, sides[0]))):
        spread, corners = _spread(here, samples), _corners(here, samples)
        tick(number / 2, "Measuring how far it strays")
        distance, shifts = there.strayed(here, spread)
        tick(number / 2 + 0.25, "Measuring how far it strays")
        farthest = max(farthest, distance.max(), there.strayed_corners(corners).max())
        near.append(distance)
        count += len(distance) + len(corners)
    rms = min(max(float(np.sqrt((each**2).mean())) for each in near), farthest)
    mean = min(float(np.mean([each.mean() for each in near])), rms)  # by rounding alone it could be more
    shift = float(shifts.mean()) if len(shifts) else None
    resolution = max(side.spacing for side in sides)
    return Apart(float(farthest), mean, rms, before.diagonal_m, count, resolution, shift)


@dataclass(frozen=True, slots=True, eq=False)
class _Spread:
    """Places on a surface, the face of each, and its texture coordinates."""

    places: Points
    faces: NDArray[np.int64]
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
    return _Spread((sheet.points[corners] * weights).sum(axis=1), rows, uv)


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
        back = _Side(after, spacings=_ROUGH_SPACINGS).nearest(self._places, is_rough=True)
        forth = self._side.nearest(_places(after), is_rough=True)
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
        samples = samples_of(sheet.points[sheet.faces], sheet.diagonal_m / spacings)
        self._owner, self.spacing = samples.owner, samples.spacing
        self._reach_most = float(samples.reach.max())
        self._tree = cKDTree(samples.places, compact_nodes=False, balanced_tree=False)

    def strayed(self, here: Sheet, spread: _Spread) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return how far places of another surface lie from this, and how far their textures are from those here."""
        is_textured = here.uv is not None and self.sheet.uv is not None
        is_same = shared(here.points[here.faces], self.sheet.points[self.sheet.faces])[spread.faces]
        is_known = is_same & shared(_textured(here), _textured(self.sheet))[spread.faces] if is_textured else is_same
        distance = np.zeros(len(spread.places))
        shift = np.zeros(len(distance) if is_textured else 0)
        ask = np.flatnonzero(~is_known)
        if len(ask):
            found = self.nearest(spread.places[ask])
            distance[ask] = self._settled(spread.places[ask], found.distance)
            distance[is_same] = 0
            if spread.uv is not None and is_textured:
                shift[ask] = found.uv_shift(spread.uv[ask], self)
        return distance, shift

    def strayed_corners(self, corners: Points) -> NDArray[np.float64]:
        """Return how far corners of another surface lie from this."""
        distance = np.zeros(len(corners))
        ask = np.flatnonzero(~shared(corners[:, None], self.sheet.points[used_by(self.sheet.faces), None]))
        if len(ask):
            distance[ask] = self._settled(corners[ask], self.nearest(corners[ask]).distance)
        return distance

    def nearest(self, places: Points, *, is_rough: bool = False, slack: float = _SLACK) -> _Found:
        """Return triangles near each of (n, 3) places, among them the nearest; roughly, of the nearest samples."""
        parts = [self._first(places[start : start + _CHUNK]) for start in range(0, len(places), _CHUNK)]
        found = _Found(*(np.concatenate([getattr(part[0], name) for part in parts]) for name in _Found.__slots__))
        if is_rough:
            return found
        edge = np.concatenate([part[1] for part in parts])
        within = (1 - slack) * found.distance - _NOUGHT * self.sheet.diagonal_m
        open_rows = np.flatnonzero(np.maximum(edge - self._reach_most, 0) < within)
        for start in range(0, len(open_rows), _OPEN):
            part = open_rows[start : start + _OPEN]
            self._improve(found, part, places[part], within[part])
        return found

    def _first(self, places: Points) -> tuple[_Found, NDArray[np.float64]]:
        """Return the triangles of the few nearest samples, and how far the farthest of those is."""
        apart, rows = self._samples(places, min(_NEAREST, len(self._owner)))
        faces = self._owner[rows]
        corners = self.sheet.points[self.sheet.faces[faces.reshape(-1)]]
        distance, weights = to_triangles(np.repeat(places, rows.shape[1], axis=0), corners)
        return _Found(faces, distance.reshape(faces.shape), weights.reshape(*faces.shape, 3)), apart[:, -1]

    def _improve(self, found: _Found, part: NDArray[np.int64], places: Points, within: NDArray[np.float64]) -> None:
        """Put the nearest triangle into some rows where there is any that much nearer."""
        row, face = self._boxes.near(places, within)
        distance, weights = to_triangles(places[row], self.sheet.points[self.sheet.faces[face]])
        order = np.lexsort((distance, row))
        first = order[np.unique(row[order], return_index=True)[1]]
        first = first[distance[first] < found.distance[part[row[first]]]]
        into = part[row[first]]
        worst = found.distances[into].argmax(axis=1)
        found.faces[into, worst] = face[first]
        found.distances[into, worst], found.weights[into, worst] = distance[first], weights[first]

    @cached_property
    def _boxes(self) -> BoxTree:
        return BoxTree(self.sheet.points[self.sheet.faces])

    def _samples(self, places: Points, count: int) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        apart, rows = self._tree.query(places, count, workers=-1 if len(places) * count > _ALONE_MOST else 1)
        return apart.reshape(len(places), count), rows.reshape(len(places), count)

    def _settled(self, places: Points, distance: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the distances, the greatest few measured again without slack."""
        for _ in range(_AGAIN_MOST):
            rows = np.argsort(-distance, kind="stable")[:_AGAIN]
            before = distance[rows]
            distance[rows] = self.nearest(places[rows], slack=0.0).distance
            if distance[rows].max() >= before[-1]:
                break
        return distance


def _textured(sheet: Sheet) -> NDArray[np.float64]:
    assert sheet.uv is not None
    return np.concatenate([sheet.points, sheet.uv], axis=1)[sheet.faces]

"""Cut a surface into charts that lie flat with little stretch.

Neighbouring clusters of faces are merged, all pairs at once that are each other's best, by Ward's rule on the normals
(how much worse one plane fits both than two planes fit each), as long as the whole stays nearly flat or bends one way
only: then it unrolls. Source: Garland, Willmott and Heckbert, "Hierarchical face clustering on polygonal surfaces",
2001; the measure is that of Cohen-Steiner, Alliez and Desbrun, "Variational shape approximation", 2004.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from engine.shapes import Tick, no_tick
from engine.unwrapping.sheet import Flags, Floats, Indices, links_of, unit_normals

_SHAPE, _SHAPE_FREE, _RAGGED = 1.0, 1.2, 3e-2
"""How much ragged outlines cost; up to 1.2 times a disc's (perimeter² / 4π area) they cost nothing more."""
_CREASE = 0.02
_SMALL_SHARE = 1e-3
_SMOOTH_COS = 0.9
_TURNS = 8


@dataclass(frozen=True, slots=True)
class Limits:
    """What a chart may be.

    Attributes
    ----------
    bend : float
        1 - |mean normal|, the most of it: 0 for a plane, 0.5 for a half sphere.
    bulge : float
        The share of the sphere of directions that its normals spread over, roughly: 0 for what unrolls.
    outline : float
        perimeter² / 4π area: 1 for a disc.
    cosine : float
        Two clusters whose mean normals are further apart are not merged.
    """

    bend: float = 0.3
    bulge: float = 0.15
    outline: float = 4.0
    cosine: float = 0.2

    def tighter(self) -> "Limits":
        """Return the limits of a surface that did not lie flat under these."""
        return Limits(self.bend / 3, self.bulge / 3, self.outline / 1.5, (1 + self.cosine) / 2)


@dataclass(frozen=True, slots=True, eq=False)
class _Clusters:
    """Sums over the faces of each cluster, and the pairs of clusters that touch."""

    label: Indices  # of each face
    area: Floats
    outline: Floats
    normal: Floats  # (k, 3) times area
    spread: Floats  # (k, 6) xx yy zz xy xz yz of the normals, times area
    one: Indices
    two: Indices
    length: Floats  # of the border between one and two
    crease: Floats  # the border's length times (1 - cosine of the turn)


def segmented(points: Floats, knots: Indices, limits: Limits, tick: Tick = no_tick) -> Indices:
    """Return the chart of each of (m, 3) faces over (n, 3) points, from 0 without gaps; each chart is connected."""
    links = links_of(knots, points)
    clusters = _single(points, knots, links)
    whole, total = len(knots), float(clusters.area.sum())
    while True:
        merged = _merged(clusters, limits, np.inf)
        if merged is None:
            break
        clusters = merged
        tick(0.8 * (1 - np.log(len(clusters.area)) / np.log(whole + 1)), "Cutting the surface into charts")
    loose = replace(limits, bend=min(limits.bend * 1.6, 0.4), bulge=limits.bulge * 1.6, outline=limits.outline * 2)
    while (merged := _merged(clusters, loose, total * _SMALL_SHARE)) is not None:
        clusters = merged
    tick(0.9, "Straightening the cuts")
    return connected(_straightened(points, knots, links, clusters), links)


def connected(label: Indices, links: tuple[Indices, Indices]) -> Indices:
    """Return the labels split where their faces do not hang together by edges, from 0 in the order of the faces."""
    one, two = links[0] // 3, links[1] // 3
    same = label[one] == label[two]
    graph = coo_matrix((np.ones(same.sum(), np.int8), (one[same], two[same])), shape=(len(label), len(label)))
    return np.asarray(connected_components(graph, directed=False)[1], np.int64)


def _single(points: Floats, knots: Indices, links: tuple[Indices, Indices]) -> _Clusters:
    """Return each face as a cluster."""
    corners = points[knots]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    twice = np.linalg.norm(cross, axis=1)
    unit = cross / np.maximum(twice, 1e-300)[:, None]
    area = np.maximum(twice / 2, 1e-12 * twice.mean())  # one without area is merged with whatever it touches
    sides = np.linalg.norm(np.roll(corners, -1, axis=1) - corners, axis=2)
    one, two = links[0] // 3, links[1] // 3
    length = sides.reshape(-1)[links[0]]
    x, y, z = unit.T
    return _Clusters(
        label=np.arange(len(knots)), area=area, outline=sides.sum(axis=1), normal=unit * area[:, None],
        spread=np.stack([x * x, y * y, z * z, x * y, x * z, y * z], axis=1) * area[:, None], one=one, two=two,
        length=length, crease=length * np.maximum(1 - (unit[one] * unit[two]).sum(axis=1), 0),
    )  # fmt: skip


def _merged(clusters: _Clusters, limits: Limits, small_m2: float) -> _Clusters | None:
    """Return the clusters with all pairs merged that are each other's best, or None if none may be."""
    cost = _costs(clusters, limits, small_m2)
    count = len(clusters.area)
    least = np.full(count, np.inf)
    np.minimum.at(least, clusters.one, cost)
    np.minimum.at(least, clusters.two, cost)
    chosen = np.flatnonzero(np.isfinite(cost) & (cost == least[clusters.one]) & (cost == least[clusters.two]))
    first = np.full(count, len(cost))
    np.minimum.at(first, clusters.one[chosen], chosen)
    np.minimum.at(first, clusters.two[chosen], chosen)
    chosen = chosen[(first[clusters.one[chosen]] == chosen) & (first[clusters.two[chosen]] == chosen)]
    return _joined(clusters, chosen) if len(chosen) else None


def _costs(clusters: _Clusters, limits: Limits, small_m2: float) -> Floats:
    """Return what merging each pair costs; infinite where it would break a limit."""
    one, two = clusters.one, clusters.two
    if not len(one):
        return np.zeros(0)
    area = clusters.area[one] + clusters.area[two]
    normal = clusters.normal[one] + clusters.normal[two]
    square = (normal * normal).sum(axis=1)
    outline = (clusters.outline[one] + clusters.outline[two] - 2 * clusters.length) ** 2 / (4 * np.pi * area)
    bend = 1 - np.sqrt(square) / area
    smaller = np.minimum(clusters.area[one], clusters.area[two])
    may = (bend <= limits.bend) & (smaller <= small_m2) & ((outline <= limits.outline) | (bend < 0.01))
    may &= _bulges(clusters, one, two, area, normal) <= limits.bulge
    length = np.linalg.norm(clusters.normal, axis=1)
    dot = (clusters.normal[one] * clusters.normal[two]).sum(axis=1)
    may &= dot >= limits.cosine * length[one] * length[two]
    misfit = clusters.area - length**2 / clusters.area
    worse = np.maximum(area - square / area - misfit[one] - misfit[two], 0)
    ragged = np.maximum(outline - _SHAPE_FREE, 0)
    crease = clusters.crease / np.maximum(clusters.length, 1e-300)
    cost = worse * (1 + _SHAPE * ragged) + _RAGGED * area * ragged + _CREASE * crease * smaller
    # on flat ground all costs are alike: scattered by the pair's number, merging does not run along one row
    scattered = (np.arange(len(cost)) * 0x9E3779B1 % 0x100000000) / 0x100000000
    return np.where(may, cost + 1e-7 * area * (1 + scattered), np.inf)


def _bulges(clusters: _Clusters, one: Indices, two: Indices, area: Floats, normal: Floats) -> Floats:
    """Return how far the normals of each pair spread two ways at once: the root of the two spreads' product."""
    xx, yy, zz, xy, xz, yz = ((clusters.spread[one] + clusters.spread[two]) / area[:, None]).T
    x, y, z = (normal / area[:, None]).T
    xx, yy, zz, xy, xz, yz = xx - x * x, yy - y * y, zz - z * z, xy - x * y, xz - x * z, yz - y * z
    minors = xx * yy - xy * xy + xx * zz - xz * xz + yy * zz - yz * yz
    return np.asarray(np.sqrt(np.maximum(minors, 0)), np.float64)


def _joined(clusters: _Clusters, chosen: Indices) -> _Clusters:
    """Return the clusters with the chosen pairs merged; no cluster is in two of them."""
    into = np.arange(len(clusters.area))
    into[clusters.two[chosen]] = clusters.one[chosen]
    is_kept = into == np.arange(len(into))
    into = (np.cumsum(is_kept) - 1)[into]
    count = int(is_kept.sum())
    shared = np.bincount(into[clusters.one[chosen]], clusters.length[chosen], count)
    one, two = into[clusters.one], into[clusters.two]
    apart = one != two
    pair, number = np.unique(np.minimum(one, two)[apart] * count + np.maximum(one, two)[apart], return_inverse=True)
    return _Clusters(
        label=into[clusters.label], area=_sum(into, clusters.area, count),
        outline=_sum(into, clusters.outline, count) - 2 * shared,
        normal=_sums(into, clusters.normal, count), spread=_sums(into, clusters.spread, count),
        one=pair // count, two=pair % count, length=_sum(number, clusters.length[apart], len(pair)),
        crease=_sum(number, clusters.crease[apart], len(pair)),
    )  # fmt: skip


def _sums(into: Indices, values: Floats, count: int) -> Floats:
    return np.stack([_sum(into, column, count) for column in values.T], axis=1)


def _sum(into: Indices, values: Floats, count: int) -> Floats:
    return np.asarray(np.bincount(into, values, count), np.float64)


def _straightened(points: Floats, knots: Indices, links: tuple[Indices, Indices], clusters: _Clusters) -> Indices:
    """Return labels with shorter borders: faces go over to the chart that they share more of their outline with."""
    label, corners = clusters.label.copy(), points[knots]
    axes = clusters.normal / np.maximum(np.linalg.norm(clusters.normal, axis=1), 1e-300)[:, None]
    unit = unit_normals(corners)
    sides = np.linalg.norm(np.roll(corners, -1, axis=1) - corners, axis=2)
    across = np.full(3 * len(knots), -1)
    across[links[0]], across[links[1]] = links[1] // 3, links[0] // 3
    beyond = across.reshape(-1, 3)
    for turn in range(_TURNS):
        edge = np.flatnonzero((beyond >= 0).any(axis=1) & _at_border(label, beyond))
        edge = edge[(edge * 0x9E3779B1 >> 7) % 2 == turn % 2]  # neighbours do not swap places for ever
        goes = _wanted(label, beyond, sides, unit, axes, edge)
        label[edge] = goes
    return label


def _at_border(label: Indices, beyond: Indices) -> Flags:
    return np.asarray(((label[beyond] != label[:, None]) & (beyond >= 0)).any(axis=1))


def _wanted(label: Indices, beyond: Indices, sides: Floats, unit: Floats, axes: Floats, edge: Indices) -> Indices:
    """Return the chart that each face at a border would rather be in."""
    near = np.where(beyond[edge] >= 0, label[beyond[edge]], -1)
    is_smooth = (unit[beyond[edge]] * unit[edge][:, None]).sum(axis=2) > _SMOOTH_COS
    length = np.where((near >= 0) & is_smooth, sides[edge], 0)
    shares = (length[:, None, :] * (near[:, :, None] == near[:, None, :])).sum(axis=2)
    own = np.where(near == label[edge][:, None], sides[edge], 0).sum(axis=1)
    best = shares.argmax(axis=1)
    there = near[np.arange(len(edge)), best]
    faces_along = (unit[edge] * axes[np.maximum(there, 0)]).sum(axis=1) > 0.4
    gains = (shares.max(axis=1) > own * 1.0001) & (there >= 0) & faces_along
    return np.where(gains, there, label[edge])

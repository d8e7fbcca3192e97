"""Flat shapes for charts: as rigid as possible.

Each chart starts as its shadow along its mean normal; then every triangle is turned as it best fits, and the corners
move to where the triangles agree, some times over. Source: Liu, Zhang, Xu, Gotsman and Gortler, "A local/global
approach to mesh parameterization", 2008. Weights are kept positive, so slivers do not turn the energy over.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import SuperLU, splu

from engine.shapes import Tick, no_tick
from engine.threads import side_by_side
from engine.unwrapping.sheet import (
    CRUSHED,
    Charts,
    Flags,
    Floats,
    Indices,
    areas_of,
    flat_areas_of,
    laid_flat,
    thickness_of,
)

_TURNS, _MORE_TURNS = 8, 80
_MISFIT = 3e-3
"""Charts whose sides are further from their true length after the first turns (mean square) get more of them."""
_LEAST, _MOST = 0.05, 10.0  # cotangents outside of this are those of slivers
_GROUP_FACES = 12_000
"""Charts are solved in groups of this many faces: never by the number of threads, so results do not depend on it."""
_RELAXED = 30
_SHADED = 0.02  # the most misfit of a shadow


def flattened(points: Floats, knots: Indices, chart_of_face: Indices, thin: float, tick: Tick = no_tick) -> Charts:
    """Return charts of (m, 3) faces over (n, 3) points laid flat, in metres; `chart_of_face` counts from 0.

    Faces thinner than `thin` metres may lie upside down; others do so only where nothing helped (see `sheet.spoilt`).
    """
    order = np.argsort(chart_of_face, kind="stable")
    ends = np.cumsum(np.bincount(chart_of_face))
    groups, begin = [], 0
    while begin < len(order):
        chart = int(np.searchsorted(ends, min(begin + _GROUP_FACES, len(order)), side="left"))
        groups.append(order[begin : ends[chart]])
        begin = int(ends[chart])
    scale = float(np.ptp(points, axis=0).max()) or 1.0

    def solve(group: Indices) -> tuple[Floats, Indices]:
        charts = np.unique(chart_of_face[group], return_inverse=True)[1]
        return _solved(points / scale, knots[group], charts, thin / scale)

    solved = side_by_side(solve, groups, lambda done: tick(done, "Laying charts flat"))
    faces, start = np.empty_like(knots), 0
    for group, (uvs, triangles) in zip(groups, solved, strict=True):
        faces[group] = triangles + start
        start += len(uvs)
    return Charts(np.concatenate([uvs for uvs, _ in solved]) * scale, faces, chart_of_face)


@dataclass(frozen=True, slots=True, eq=False)
class _Net:
    """Charts of one group: corners of faces in charts are nodes."""

    faces: Indices  # (m, 3) nodes
    chart_of_face: Indices
    chart_of_node: Indices
    first: Indices  # one node of each chart, which stays where it is
    true: Floats  # (m, 3, 2) each face by itself, true to size
    weights: Floats  # (m, 3) of the side across from each corner
    areas: Floats

    @property
    def nodes(self) -> int:
        return len(self.chart_of_node)


def _solved(points: Floats, knots: Indices, charts: Indices, thin: float) -> tuple[Floats, Indices]:
    """Return flat nodes and the nodes of each face, for faces in charts that are numbered from 0."""
    key, nodes = np.unique(charts[:, None] * len(points) + knots, return_inverse=True)
    corners, source, owner = points[knots], key % len(points), key // len(points)
    true = laid_flat(corners)
    net = _Net(
        faces=nodes.reshape(-1, 3), chart_of_face=charts, chart_of_node=owner,
        first=np.unique(owner, return_index=True)[1], true=true, weights=_weights(true), areas=areas_of(corners),
    )  # fmt: skip
    shadow = _shadow(corners, points[source], net)
    is_seen = thickness_of(corners) > thin
    rigid = _rigid(net, shadow, _TURNS)
    again = _misfit(net, rigid) > _MISFIT
    if again.any():
        some = again[net.chart_of_face]
        part, nodes = _part(net, some)
        rigid[nodes] = _rigid(part, rigid[nodes], _MORE_TURNS)
    rigid = _relaxed(net, rigid, is_seen)
    # a shadow does not turn faces that look its way; it serves where it is nearly true
    shaded = (_turned(net, rigid, is_seen) > _turned(net, shadow, is_seen)) & (_misfit(net, shadow) < _SHADED)
    return np.where(shaded[net.chart_of_node][:, None], shadow, rigid), net.faces


def _weights(true: Floats) -> Floats:
    """Return (m, 3) half cotangents of the angles."""
    weights = np.empty((len(true), 3))
    for corner in range(3):
        one, two = (true[:, (corner + step) % 3] - true[:, corner] for step in (1, 2))
        across = np.abs(one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0])
        weights[:, corner] = (one * two).sum(axis=1) / np.maximum(across, 1e-300)
    return np.clip(weights, _LEAST, _MOST) / 2


def _shadow(corners: Floats, places: Floats, net: _Net) -> Floats:
    """Return each node seen along the mean normal of its chart."""
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    axis = np.stack([np.bincount(net.chart_of_face, column) for column in cross.T], axis=1)
    lengths = np.linalg.norm(axis, axis=1, keepdims=True)
    axis = np.where(lengths > 1e-300, axis / np.maximum(lengths, 1e-300), (0.0, 1.0, 0.0))
    right = np.cross(np.eye(3)[np.abs(axis).argmin(axis=1)], axis)
    right /= np.linalg.norm(right, axis=1, keepdims=True)
    up = np.cross(axis, right)
    return np.stack([(places * along[net.chart_of_node]).sum(axis=1) for along in (right, up)], axis=1)


def _rigid(net: _Net, start: Floats, turns: int) -> Floats:
    """Return the nodes after some turns of fitting triangles and letting corners agree."""
    factors, uvs = _factors(net), start
    sides = [net.true[:, (c + 2) % 3] - net.true[:, (c + 1) % 3] for c in range(3)]
    for _ in range(turns):
        cosine, sine = _rotations(net, sides, uvs)
        right = np.zeros((net.nodes, 2))
        for corner, side in enumerate(sides):
            weight = net.weights[:, corner]
            pulls = (
                (cosine * side[:, 0] - sine * side[:, 1]) * weight,
                (sine * side[:, 0] + cosine * side[:, 1]) * weight,
            )
            head, tail = net.faces[:, (corner + 2) % 3], net.faces[:, (corner + 1) % 3]
            for axis, pull in enumerate(pulls):
                right[:, axis] += np.bincount(head, pull, net.nodes) - np.bincount(tail, pull, net.nodes)
        right[net.first] += uvs[net.first]
        uvs = factors.solve(right)
    return np.asarray(uvs, np.float64)


def _misfit(net: _Net, uvs: Floats) -> Floats:
    """Return how far the sides of each chart's faces are from their true length, mean square, as a share."""
    sides = [np.roll(corners, -1, axis=1) - corners for corners in (uvs[net.faces], net.true)]
    flat, true = (np.linalg.norm(each, axis=2) for each in sides)
    count = len(net.first)
    off = np.bincount(net.chart_of_face, ((flat - true) ** 2).sum(axis=1) * net.areas, count)
    whole = np.bincount(net.chart_of_face, (true**2).sum(axis=1) * net.areas, count)
    return np.asarray(np.divide(off, whole, out=np.zeros(count), where=whole > 0), np.float64)


def _part(net: _Net, faces: Flags) -> tuple[_Net, Indices]:
    """Return the net of some charts alone, and its nodes' numbers in the whole net."""
    nodes, triangles = np.unique(net.faces[faces], return_inverse=True)
    owner = np.unique(net.chart_of_node[nodes], return_inverse=True)[1]
    part = _Net(
        faces=triangles.reshape(-1, 3), chart_of_face=np.unique(net.chart_of_face[faces], return_inverse=True)[1],
        chart_of_node=owner, first=np.unique(owner, return_index=True)[1], true=net.true[faces],
        weights=net.weights[faces], areas=net.areas[faces],
    )  # fmt: skip
    return part, nodes


def _rotations(net: _Net, sides: list[Floats], uvs: Floats) -> tuple[Floats, Floats]:
    """Return the cosine and sine of the turn by which each true triangle fits its flat one best."""
    cosine, sine = np.zeros(len(net.faces)), np.zeros(len(net.faces))
    for corner, side in enumerate(sides):
        flat = uvs[net.faces[:, (corner + 2) % 3]] - uvs[net.faces[:, (corner + 1) % 3]]
        cosine += net.weights[:, corner] * (flat * side).sum(axis=1)
        sine += net.weights[:, corner] * (flat[:, 1] * side[:, 0] - flat[:, 0] * side[:, 1])
    length = np.hypot(cosine, sine)
    is_lost = length < 1e-300
    length = np.where(is_lost, 1.0, length)
    return np.where(is_lost, 1.0, cosine / length), sine / length


def _factors(net: _Net) -> SuperLU:
    head = net.faces[:, [1, 2, 0]].reshape(-1)
    tail = net.faces[:, [2, 0, 1]].reshape(-1)
    weight = net.weights.reshape(-1)
    own = np.full(net.nodes, 1e-9)
    own[net.first] += 1.0
    rows = np.concatenate([head, tail, head, tail, np.arange(net.nodes)])
    columns = np.concatenate([tail, head, head, tail, np.arange(net.nodes)])
    values = np.concatenate([-weight, -weight, weight, weight, own])
    matrix = coo_matrix((values, (rows, columns)), shape=(net.nodes, net.nodes)).tocsc()
    return splu(matrix, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options={"SymmetricMode": True})


def _bad(net: _Net, uvs: Floats, is_seen: Flags) -> Flags:
    return np.asarray(is_seen & (flat_areas_of(uvs[net.faces]) < CRUSHED * net.areas))


def _turned(net: _Net, uvs: Floats, is_seen: Flags) -> Indices:
    """Return how many faces of each chart lie upside down or are crushed."""
    return np.bincount(net.chart_of_face[_bad(net, uvs, is_seen)], minlength=len(net.first))


def _relaxed(net: _Net, uvs: Floats, is_seen: Flags) -> Floats:
    """Return the nodes with those around spoilt faces moved towards the middle of their neighbours, if it helps."""
    bad = _bad(net, uvs, is_seen)
    for turn in range(_RELAXED):
        if not bad.any():
            break
        near = np.zeros(net.nodes, bool)
        near[net.faces[bad]] = True
        faces = net.faces[near[net.faces].any(axis=1)]
        head, tail = faces[:, [0, 1, 2, 1, 2, 0]].reshape(-1), faces[:, [1, 2, 0, 0, 1, 2]].reshape(-1)
        count = np.maximum(np.bincount(head, minlength=net.nodes), 1)
        middle = np.stack([np.bincount(head, uvs[tail, axis], net.nodes) / count for axis in (0, 1)], axis=1)
        moved = uvs.copy()
        moved[near] += (0.5 if turn % 2 else 0.9) * (middle[near] - moved[near])
        now = _bad(net, moved, is_seen)
        if now.sum() <= bad.sum():
            uvs, bad = moved, now
        else:
            break
    return uvs

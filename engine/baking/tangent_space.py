"""Tangents as MikkTSpace makes them, for surfaces of any kind: mirrored charts, fans that touch in one vertex, slivers.

A triangle's direction of growing U is laid into the plane of the corner's normal, made unit, and averaged over the
corners of one group, weighted by the corner's angle in that plane. A group is a fan of triangles around a vertex (one
position, normal and texture coordinate) that is joined by edges and has one handedness. Triangles without an area in
the picture add nothing and take what their neighbours have. Checked against the reference implementation in
`tests/test_baking_tangents.py`. Source: Mikkelsen, "Simulation of Wrinkled Surfaces Revisited", 2008, and his
mikktspace.c.
"""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from engine.models.model import Surface
from engine.rays import dot, unit

Floats = NDArray[Any]
Indices = NDArray[np.int64]


def with_tangents(surface: Surface, *, uv_set: int = 0) -> Surface:
    """Return the surface with its tangents; corners that need several stand once for each of them."""
    if surface.normals is None:
        raise ValueError("Tangents need normals")
    faces = surface.faces.astype(np.int64)
    of_corner = tangents_of_corners(surface.points, surface.normals, surface.uvs[uv_set], faces).reshape(-1, 4)
    corner = faces.reshape(-1)
    _, first, number = np.unique(
        welded(corner.astype(np.float64)[:, None], of_corner), return_index=True, return_inverse=True
    )
    order = np.argsort(first, kind="stable")  # in the order of the faces
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    split = surface.picked(corner[first[order]], place[number].reshape(-1, 3))
    return replace(split, tangents=np.ascontiguousarray(of_corner[first[order]], np.float32))


def tangents_of_corners(points: Floats, normals: Floats, uvs: Floats, faces: Floats) -> NDArray[np.float32]:
    """Return (m, 3, 4) tangents of the corners of triangles, and their handedness in the fourth.

    The bitangent is `w * cross(normal, tangent)`; it points where V, which counts downwards as in glTF, decreases.
    """
    vertex = welded(points, normals, uvs)[faces]
    along, handed = _directions(points, uvs, faces)
    group = _groups(vertex, handed)
    normal = normals[faces].astype(np.float64)
    flat = _laid(np.broadcast_to(along[:, None], normal.shape), normal)
    weight = _angles(points[faces], normal) * (handed != 0)[:, None]
    summed = _summed(flat * weight[..., None], group)
    summed = _lent(summed, vertex, handed, normal)
    sign = np.where(handed < 0, -1.0, 1.0)[:, None, None]
    return np.concatenate([summed, np.broadcast_to(sign, (*faces.shape, 1))], axis=2).astype(np.float32)


def welded(*columns: Floats) -> Indices:
    """Return a number for each row, the same for rows that agree in every column to the last bit of float32."""
    numbers = np.zeros(len(columns[0]), np.uint64)
    with np.errstate(over="ignore"):
        for column in columns:
            bits = (column.astype(np.float32) + np.float32(0)).view(np.uint32).astype(np.uint64)  # -0 is 0
            for axis in range(bits.shape[1]):
                numbers = _mixed(numbers ^ (bits[:, axis] + np.uint64(0x9E3779B97F4A7C15)))
    return np.asarray(np.unique(numbers, return_inverse=True)[1], np.int64).reshape(-1)


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return well mixed bits (splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _directions(points: Floats, uvs: Floats, faces: Floats) -> tuple[Floats, Floats]:
    """Return (m, 3) directions of growing U and the handedness: 1, -1, or 0 for triangles without an area."""
    a, b, c = (points[faces[:, corner]].astype(np.float64) for corner in range(3))
    s, t, r = (uvs[faces[:, corner]].astype(np.float64) for corner in range(3))
    down, right = t - s, r - s
    area = down[:, 1] * right[:, 0] - down[:, 0] * right[:, 1]  # positive where the picture is not mirrored
    along = right[:, 1, None] * (b - a) - down[:, 1, None] * (c - a)
    handed = np.sign(area) * (np.abs(area) > 1e-300)
    handed[np.linalg.norm(np.cross(b - a, c - a), axis=1) <= 1e-300] = 0
    return unit(-along * handed[:, None]), handed


def _groups(vertex: Indices, handed: Floats) -> Indices:
    """Return a number for each of the 3m corners: fans of one handedness, joined by edges."""
    start, end = vertex.reshape(-1), np.roll(vertex, -1, axis=1).reshape(-1)
    low, high = np.minimum(start, end), np.maximum(start, end)
    order = np.lexsort((high, low))
    same = np.flatnonzero((low[order[:-1]] == low[order[1:]]) & (high[order[:-1]] == high[order[1:]]))
    one, two = order[same], order[same + 1]  # half-edges: 3 * face + corner it starts at
    joined = (handed[one // 3] == handed[two // 3]) & (handed[one // 3] != 0) & (start[one] == end[two])
    one, two = one[joined], two[joined]
    rows = np.concatenate([one, one - one % 3 + (one + 1) % 3])
    columns = np.concatenate([two - two % 3 + (two + 1) % 3, two])
    graph = coo_matrix((np.ones(len(rows), np.int8), (rows, columns)), shape=(len(start), len(start)))
    return np.asarray(connected_components(graph, directed=False)[1], np.int64)


def _angles(corners: Floats, normals: Floats) -> Floats:
    """Return the (m, 3) angles of corners, radians, as they look along their normals."""
    ahead = _laid(np.roll(corners, -1, axis=1) - corners, normals)
    behind = _laid(np.roll(corners, 1, axis=1) - corners, normals)
    angles: Floats = np.arccos(np.clip((ahead * behind).sum(axis=2), -1, 1))
    return angles


def _laid(vectors: Floats, normals: Floats) -> Floats:
    """Return the vectors laid into the planes of the normals, at length 1."""
    return unit(vectors - normals * (vectors * normals).sum(axis=2, keepdims=True))


def _summed(values: Floats, group: Indices) -> Floats:
    totals: Floats = np.stack([np.bincount(group, values[..., axis].reshape(-1)) for axis in range(3)], axis=1)
    return unit(totals)[group].reshape(values.shape)


def _lent(tangents: Floats, vertex: Indices, handed: Floats, normals: Floats) -> Floats:
    """Return the tangents, those that are missing taken from a neighbour, or any that is square to the normal."""
    missing = np.linalg.norm(tangents, axis=2) < 0.5
    if not missing.any():
        return tangents
    shared = np.zeros((int(vertex.max()) + 1, 3))
    known = np.flatnonzero(~missing.reshape(-1))[::-1]
    shared[vertex.reshape(-1)[known]] = tangents.reshape(-1, 3)[known]
    found = tangents.copy()
    found[missing] = _completed(shared[vertex[missing]], normals[missing])
    return found


def _completed(tangents: Floats, normals: Floats) -> Floats:
    lost = np.linalg.norm(tangents, axis=1) < 0.5
    axis = np.eye(3)[np.argmin(np.abs(normals), axis=1)]
    spare = np.cross(axis, normals)
    square = np.where(lost[:, None], spare, tangents)
    completed: Floats = unit(square - normals * dot(square, normals)[:, None])
    return completed

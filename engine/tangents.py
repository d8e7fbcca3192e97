"""Normals and tangents of triangle meshes.

Tangents follow MikkTSpace (Mikkelsen, "Simulation of Wrinkled Surfaces Revisited", 2008), which glTF names as its
default: each triangle's texture direction is projected into the plane of the corner's normal, made unit, and averaged
by corner angle over the triangles that share the vertex (position, normal and UV) and the same handedness. The V axis
counts upwards, as in glTF's normal textures (green is up); glTF's texture coordinates count downwards. Difference to
MikkTSpace: triangles that touch in one vertex only, share its normal and UV, and are not joined by an edge are averaged
there; the unwrapper makes none.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from engine.rays import unit

Floats = NDArray[Any]
Indices = NDArray[Any]


def face_normals(points: Floats, faces: Indices) -> Floats:
    """Return (m, 3) unit normals of triangles, counter-clockwise seen from outside."""
    a, b, c = points[faces[:, 0]], points[faces[:, 1]], points[faces[:, 2]]
    return unit(np.cross(b - a, c - a))


def corner_angles(points: Floats, faces: Indices) -> Floats:
    """Return the (m, 3) inner angles of triangles, radians."""
    corners = points[faces]
    ahead = unit(np.roll(corners, -1, axis=1) - corners)
    behind = unit(np.roll(corners, 1, axis=1) - corners)
    angles: Floats = np.arccos(np.clip((ahead * behind).sum(axis=2), -1, 1))
    return angles


def corner_normals(points: Floats, faces: Indices, *, crease_deg: float) -> Floats:
    """Return (m, 3, 3) unit normals per corner: smooth, but broken at edges that turn more than `crease_deg`.

    Corners of triangles that meet in a vertex share a normal where a chain of smooth edges joins them; it is the mean
    of the triangles' normals weighted by corner angle.
    """
    flat = face_normals(points, faces)
    group: Indices = _smooth_groups(faces, flat, float(np.cos(np.radians(crease_deg))))
    weighted = (corner_angles(points, faces)[..., None] * flat[:, None, :]).reshape(-1, 3)
    sums: Floats = np.stack([np.bincount(group, weighted[:, axis]) for axis in range(3)], axis=1)
    smooth: Floats = unit(sums)[group].reshape(-1, 3, 3)
    lost = np.linalg.norm(smooth, axis=2) < 0.5
    smooth[lost] = np.broadcast_to(flat[:, None, :], smooth.shape)[lost]
    smooth[np.linalg.norm(smooth, axis=2) < 0.5] = (0.0, 1.0, 0.0)  # a triangle without area faces nowhere
    return smooth


def _smooth_groups(faces: Indices, flat: Floats, cosine: float) -> Indices:
    """Return for each of the 3m corners the number of its smoothing group."""
    count = len(faces)
    start, end = faces.reshape(-1), np.roll(faces, -1, axis=1).reshape(-1)
    edge = np.minimum(start, end).astype(np.int64) * (faces.max() + 1) + np.maximum(start, end)
    order = np.argsort(edge, kind="stable")
    same = np.flatnonzero(edge[order[:-1]] == edge[order[1:]])
    one, two = order[same], order[same + 1]  # half-edges: 3 * face + corner it starts at
    smooth = (flat[one // 3] * flat[two // 3]).sum(axis=1) > cosine
    one, two = one[smooth], two[smooth]
    one_next, two_next = one - one % 3 + (one + 1) % 3, two - two % 3 + (two + 1) % 3
    rows = np.concatenate([one, one_next])
    crossed = start[one] == end[two]  # neighbours of a closed surface run along their edge in opposite directions
    columns = np.concatenate([np.where(crossed, two_next, two), np.where(crossed, two, two_next)])
    graph = coo_matrix((np.ones(len(rows), np.int8), (rows, columns)), shape=(3 * count, 3 * count))
    groups: Indices = connected_components(graph, directed=False)[1]
    return groups


def vertex_tangents(points: Floats, normals: Floats, uvs: Floats, faces: Indices) -> NDArray[np.float32]:
    """Return (n, 4) float32 tangents of an unwrapped mesh: direction of growing U, and the handedness in w.

    The bitangent is `w * cross(normal, tangent)` and points where the picture's rows decrease.
    """
    direction, handed = _face_tangents(points, uvs, faces)
    angle = corner_angles(points, faces)
    sums = np.zeros((len(points), 3))
    sign = np.zeros(len(points))
    for corner in range(3):
        index = faces[:, corner]
        normal = normals[index]
        flat = unit(direction - normal * (direction * normal).sum(axis=1, keepdims=True))
        for axis in range(3):
            sums[:, axis] += np.bincount(index, flat[:, axis] * angle[:, corner], len(points))
        sign += np.bincount(index, handed * angle[:, corner], len(points))
    return np.concatenate([_completed(sums, normals), np.where(sign >= 0, 1.0, -1.0)[:, None]], axis=1).astype(
        np.float32
    )


def _face_tangents(points: Floats, uvs: Floats, faces: Indices) -> tuple[Floats, Floats]:
    a, b, c = points[faces[:, 0]], points[faces[:, 1]], points[faces[:, 2]]
    up = uvs * (1.0, -1.0)
    s, t, r = up[faces[:, 0]], up[faces[:, 1]], up[faces[:, 2]]
    area = (t[:, 0] - s[:, 0]) * (r[:, 1] - s[:, 1]) - (t[:, 1] - s[:, 1]) * (r[:, 0] - s[:, 0])
    handed = np.where(area >= 0, 1.0, -1.0)
    along = (r[:, 1] - s[:, 1])[:, None] * (b - a) - (t[:, 1] - s[:, 1])[:, None] * (c - a)
    return unit(along * handed[:, None]), np.where(area == 0, 0.0, handed)


def _completed(sums: Floats, normals: Floats) -> Floats:
    """Return unit tangents square to the normals, any such one where the sum has vanished."""
    square = sums - normals * (sums * normals).sum(axis=1, keepdims=True)
    axis = np.eye(3)[np.argmin(np.abs(normals), axis=1)]
    spare = np.cross(axis, normals)
    lost = np.linalg.norm(square, axis=1) < 1e-9
    square[lost] = spare[lost]
    return unit(square)

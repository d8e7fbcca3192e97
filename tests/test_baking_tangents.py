"""Tangents are those of MikkTSpace."""

import json
from typing import Any

import numpy as np

from engine.baking.tangent_space import tangents_of_corners, with_tangents
from tests import gltf
from tests.baking import degrees_between, plane, surface_of

ANGLE_MAX_DEG = 0.05  # float32's arccos in the reference leaves some hundredths


def _reference(points: Any, normals: Any, uvs: Any, faces: Any) -> Any:
    named = {"points": points, "normals": normals, "uvs": uvs}
    told = json.dumps({name: values[faces].reshape(-1).tolist() for name, values in named.items()})
    return np.array(gltf._told("mikktspace.mjs", told.encode())["tangents"]).reshape(-1, 3, 4)


def _bumpy_and_mirrored() -> tuple[Any, Any, Any, Any]:
    """Return a crooked ball whose charts are mirrored in the middle, with normals that lean."""
    rng = np.random.default_rng(1)
    u, v = (each.reshape(-1) for each in np.meshgrid(np.linspace(0, 1, 21), np.linspace(0.05, 0.95, 21)))
    turn, lift = u * 2 * np.pi, v * np.pi
    points = np.stack([np.cos(turn) * np.sin(lift), np.cos(lift), np.sin(turn) * np.sin(lift)], axis=1)
    normals = points + 0.2 * rng.normal(size=points.shape)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    points *= 1 + 0.1 * rng.random((len(points), 1))
    uvs = np.stack([np.abs(u * 2 - 1) + 0.3 * v**2, v], axis=1)
    grid = np.arange(441).reshape(21, 21)
    a, b, c, d = (each.reshape(-1) for each in (grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1]))
    faces = np.concatenate([np.stack([a, b, c], axis=1), np.stack([a, c, d], axis=1)])
    return *(values.astype(np.float32) for values in (points, normals, uvs)), faces


def test_tangents_are_those_of_the_reference_also_where_charts_are_mirrored() -> None:
    points, normals, uvs, faces = _bumpy_and_mirrored()
    ours, reference = tangents_of_corners(points, normals, uvs, faces), _reference(points, normals, uvs, faces)
    apart = degrees_between(ours[..., :3].reshape(-1, 3), reference[..., :3].reshape(-1, 3))
    assert apart.max() < ANGLE_MAX_DEG
    # V counts downwards in glTF and upwards in the reference
    assert (ours[..., 3] == -reference[..., 3]).all()


def test_a_corner_between_mirrored_charts_stands_once_for_each() -> None:
    half = plane(steps=2)
    mirrored = surface_of(half.points, half.faces, normals=half.normals, uvs=np.abs(half.uvs[0] - (0.5, 0.0)))
    split = with_tangents(mirrored)
    assert len(split.points) == len(mirrored.points) + 3  # those in the middle
    assert split.tangents is not None
    assert set(split.tangents[:, 3].tolist()) == {-1.0, 1.0}
    assert np.allclose(split.points[split.faces], mirrored.points[mirrored.faces])


def test_triangles_without_an_area_in_the_picture_take_what_their_neighbours_have() -> None:
    flat = plane(steps=1)
    uvs = flat.uvs[0].copy()
    uvs[:] = np.array([[0, 0], [1, 0], [0, 1], [0, 1]])  # the second triangle is a line
    tangents = tangents_of_corners(flat.points, flat.normals, uvs, flat.faces)
    assert np.isfinite(tangents).all()
    assert np.allclose(np.linalg.norm(tangents[..., :3], axis=2), 1, atol=1e-5)
    assert np.allclose(tangents[..., 1], 0, atol=1e-6)  # all lie in the plane

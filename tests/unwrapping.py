"""Surfaces to unwrap, and what holds of all that were."""

from dataclasses import replace
from functools import lru_cache

import numpy as np
import trimesh

from domain.work import UnwrapMesh
from engine.models.model import Material, Mesh, Model, Node, Picture, Surface, Texture
from engine.overlap import overlapping_pairs
from engine.unwrapping.unwrapping import Clock, Layout, Unwrapped, finished, layouts_of
from tests.models import gear, ring


def surface_of(mesh: trimesh.Trimesh) -> Surface:
    return Surface(np.array(mesh.vertices, np.float64), np.array(mesh.faces, np.int32))


def model_of(*surfaces: Surface, materials: tuple[Material, ...] = ()) -> Model:
    return Model((Node(mesh=0),), (0,), (Mesh(surfaces),), materials)


def bumpy(subdivisions: int = 4) -> Surface:
    """A ball with bumps: no part of it is developable."""
    ball = surface_of(trimesh.creation.icosphere(subdivisions))
    x, y, z = ball.points.T
    return replace(ball, points=ball.points * (1 + 0.15 * np.sin(5 * x) * np.sin(4 * y + 1) * np.sin(6 * z))[:, None])


def cube() -> Surface:
    return surface_of(trimesh.creation.box((1.0, 1.0, 1.0)))


def toothed() -> Surface:
    mesh = gear().to_mesh64()
    return Surface(np.array(mesh.vert_properties[:, :3]), np.array(mesh.tri_verts, np.int32))


def wheel() -> Surface:
    mesh = ring().to_mesh64()
    return Surface(np.array(mesh.vert_properties[:, :3]), np.array(mesh.tri_verts, np.int32))


def unwrapped(model: Model, **options: object) -> tuple[Unwrapped, list[Layout]]:
    work = UnwrapMesh(mesh="", **options)  # type: ignore[arg-type]
    clock = Clock()
    layouts = layouts_of(model, work, clock)
    return finished(model, layouts, work, clock), layouts


@lru_cache(maxsize=1)
def bumpy_unwrapped() -> tuple[Unwrapped, list[Layout]]:
    return unwrapped(model_of(bumpy()), method="parts", resolution=512)


def checked(made: Unwrapped) -> None:
    """Every surface has coordinates in [0, 1], none mirrored, no two faces of the scene on one place."""
    uvs, faces, start = [], [], 0
    for mesh in made.model.meshes:
        for surface in mesh.surfaces:
            uvs.append(surface.uvs[0])
            faces.append(surface.faces + start)
            start += len(surface.points)
    uv, face = np.concatenate(uvs), np.concatenate(faces)
    assert uv.dtype == np.float32
    assert uv.min() >= 0
    assert uv.max() <= 1
    assert len(overlapping_pairs(uv, face)) == 0
    assert made.metrics["overlaps"] == 0
    assert made.metrics["mirrored_share"] == 0


def textured() -> Model:
    surface = replace(bumpy(2), normals=bumpy(2).points.astype(np.float32))
    count = len(surface.points)
    surface = replace(
        surface, uvs=(np.random.default_rng(1).random((count, 2)).astype(np.float32),),
        colors=np.ones((count, 4), np.float32), tangents=np.tile(np.float32([1, 0, 0, 1]), (count, 1)),
        targets=({"POSITION": np.arange(count * 3, dtype=np.float32).reshape(-1, 3)},), material=0,
    )  # fmt: skip
    coat = {"KHR_materials_clearcoat": {"clearcoatTexture": {"picture": 0, "uv_set": 0}, "clearcoatFactor": 1.0}}
    material = Material(textures={"base_color": Texture(0), "normal": Texture(0)}, extensions=coat)
    bare = replace(bumpy(1), material=0)
    return replace(model_of(surface, bare, materials=(material,)), pictures=(Picture(b"", "image/png"),))


def spiky() -> Surface:
    """Zero-area and repeated corners, an edge of three faces, a face both ways round, ten loose triangles."""
    base = cube()
    flat = np.array([[0, 0, 1], [2, 2, 2], [0, 1, 5], [0, 5, 1], [0, 1, 6]], np.int32) % len(base.points)
    loose = np.random.default_rng(2).normal(size=(30, 3)) + 4
    points = np.concatenate([base.points, loose, [[9, 9, 9], [9, 9, 9 + 1e-12], [9, 9 + 1e-12, 9]]])
    faces = np.concatenate([base.faces, flat, np.arange(30).reshape(-1, 3) + 8, [[38, 39, 40]]])
    return Surface(points, faces.astype(np.int32))

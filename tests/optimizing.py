"""Small models that tests of optimising share."""

import numpy as np
import trimesh
from numpy.typing import NDArray

from engine.models.model import Material, Mesh, Model, Node, Surface


def surface_of(shape: trimesh.Trimesh, **attributes: object) -> Surface:
    """Return a shape of trimesh as a surface of places alone."""
    return Surface(np.array(shape.vertices, np.float64), np.array(shape.faces, np.int32), **attributes)  # type: ignore[arg-type]


def ball(
    steps: int = 4, *, bumps: float = 0.0, radius: float = 1.0, at: tuple[float, float, float] = (0, 0, 0)
) -> Surface:
    """Return a closed ball of 20 * 4^steps triangles, bumpy if wanted."""
    shape = trimesh.creation.icosphere(subdivisions=steps)
    x, y, z = np.array(shape.vertices).T
    size = radius * (1 + bumps * np.sin(7 * x) * np.cos(9 * y) + bumps / 2 * np.sin(15 * z))
    return Surface(np.array(shape.vertices) * size[:, None] + at, np.array(shape.faces, np.int32))


def box() -> Surface:
    """Return a closed box of twelve triangles, a metre wide."""
    return surface_of(trimesh.creation.box())


def torus(around: int = 96, across: int = 48, *, material: int = 0) -> Surface:
    """Return a bumpy ring with normals, and texture coordinates with one seam each way."""
    u, v = np.meshgrid(np.linspace(0, 1, around + 1), np.linspace(0, 1, across + 1), indexing="ij")
    a, b = 2 * np.pi * (u % 1), 2 * np.pi * (v % 1)
    r = 0.35 + 0.02 * np.sin(5 * a) * np.cos(3 * b)
    points = np.stack([(1 + r * np.cos(b)) * np.cos(a), r * np.sin(b), -(1 + r * np.cos(b)) * np.sin(a)], axis=-1)
    middle = np.stack([np.cos(a), 0 * a, -np.sin(a)], axis=-1)
    normals = points - middle
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    row = np.arange(around)[:, None] * (across + 1) + np.arange(across)
    one, two, three, four = row, row + across + 1, row + across + 2, row + 1
    faces = np.concatenate(
        [np.stack([one, two, three], -1).reshape(-1, 3), np.stack([one, three, four], -1).reshape(-1, 3)]
    )
    return Surface(
        points.reshape(-1, 3), faces.astype(np.int32), normals=normals.reshape(-1, 3).astype(np.float32),
        uvs=(np.stack([u, v], axis=-1).reshape(-1, 2).astype(np.float32),), material=material,
    )  # fmt: skip


def model_of(*surfaces: Surface) -> Model:
    """Return a scene of one mesh, with a plain material for each surface."""
    return Model((Node(mesh=0),), (0,), (Mesh(surfaces),), tuple(Material() for _ in surfaces))


def volume_of(surface: Surface) -> float:
    """Return the volume that a closed surface holds; negative where it is inside out."""
    corners = surface.points[surface.faces]
    return float(np.einsum("nx,nx->n", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])).sum()) / 6


def soup_of(surface: Surface) -> Surface:
    """Return the same triangles, none of which shares a corner with another."""
    corners = surface.faces.reshape(-1)
    return surface.picked(corners, np.arange(len(corners)).reshape(-1, 3))


def rows_of(values: NDArray[np.floating]) -> set[tuple[float, ...]]:
    """Return the distinct rows of an array."""
    return {tuple(row) for row in values.tolist()}

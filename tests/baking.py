"""Models that bakes are tested on, and what their pictures say."""

import io
from dataclasses import replace
from typing import Any

import numpy as np
import trimesh
from numpy.typing import NDArray
from PIL import Image

from engine.baking.baker import Baked
from engine.baking.raster import Raster
from engine.baking.tangent_space import with_tangents
from engine.baking.target import Frame, Target
from engine.models.model import NOTHING, Material, Mesh, Model, Node, Picture, Surface, Texture

Floats = NDArray[Any]


def model_of(*surfaces: Surface, materials: tuple[Material, ...] = (), pictures: tuple[Picture, ...] = ()) -> Model:
    """Return a scene of one node."""
    if not materials and any(surface.material == 0 for surface in surfaces):
        materials = (Material(),)
    return Model((Node(mesh=0),), (0,), (Mesh(surfaces),), materials, pictures)


def surface_of(points: Any, faces: Any, *, normals: Any = None, uvs: Any = None, material: int = NOTHING) -> Surface:
    """Return a surface of lists or arrays."""
    return Surface(
        np.array(points, np.float64),
        np.array(faces, np.int32),
        normals=None if normals is None else np.array(normals, np.float32),
        uvs=() if uvs is None else (np.array(uvs, np.float32),),
        material=material,
    )


def ball(radius_m: float = 1.0, *, fine: int = 5) -> Surface:
    """Return a ball with exact normals."""
    found = trimesh.creation.icosphere(fine)
    return surface_of(found.vertices * radius_m, found.faces, normals=found.vertices)


def plane(side: float = 2.0, *, steps: int = 1, height: Any = None, normals: Any = None, material: int = 0) -> Surface:
    """Return a square around the origin that looks up (+Y); U grows along X, V (downwards) along Z."""
    u, v = (each.reshape(-1) for each in np.meshgrid(*[np.linspace(0, 1, steps + 1)] * 2))
    x, z = (u - 0.5) * side, (v - 0.5) * side
    y = np.zeros_like(x) if height is None else height(x, z)
    grid = np.arange(len(x)).reshape(steps + 1, -1)
    a, b, c, d = (each.reshape(-1) for each in (grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1]))
    faces = np.concatenate([np.stack([a, d, c], axis=1), np.stack([a, c, b], axis=1)])
    up = np.tile([0.0, 1.0, 0.0], (len(x), 1)) if normals is None else normals(x, z)
    return surface_of(np.stack([x, y, z], axis=1), faces, normals=up, uvs=np.stack([u, v], axis=1), material=material)


def cube(half_m: float = 1.0) -> Surface:
    """Return a cube, each side in a ninth of the picture."""
    points, faces, normals, uvs = [], [], [], []
    for number in range(6):
        normal = np.eye(3)[number // 2] * (1 - 2 * (number % 2))
        right = np.eye(3)[(number // 2 + 1) % 3]
        up = np.cross(normal, right)
        start = len(points)
        points += [(normal + x * right + y * up) * half_m for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        faces += [[start, start + 1, start + 2], [start, start + 2, start + 3]]
        normals += [normal] * 4
        left, top = number % 3 / 3, number // 3 / 3
        low, high = 0.02, 1 / 3 - 0.02
        uvs += [(left + u, top + v) for u, v in ((low, high), (high, high), (high, low), (low, low))]
    return surface_of(points, faces, normals=normals, uvs=uvs)


def light(*surfaces: Surface) -> Model:
    """Return a model to bake onto: its tangents are made."""
    return model_of(*(with_tangents(surface) for surface in surfaces), materials=(Material(),))


def checker(side: int = 256, squares: int = 8) -> Picture:
    """Return a picture of red and blue squares."""
    row, column = np.indices((side, side)) * squares // side
    pixels = np.where(((row + column) % 2 == 0)[..., None], [200, 40, 30], [20, 60, 180]).astype(np.uint8)
    return picture_of(pixels)


def picture_of(pixels: Floats) -> Picture:
    """Return pixels as a PNG picture."""
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return Picture(out.getvalue(), "image/png")


def textured(surface: Surface, picture: Picture, **changes: Any) -> Model:
    """Return the surface with a colour picture."""
    material = Material(metallic=0.0, textures={"base_color": Texture(0)}, **changes)
    return model_of(replace(surface, material=0), materials=(material,), pictures=(picture,))


def seen(baked: Baked, low: Model, kind: str) -> tuple[Frame, Floats]:
    """Return where on the light model its texels lie, and the values in [0, 1] of a picture there."""
    picture = baked.pictures[kind]  # type: ignore[index]
    side = picture.shape[0]
    target = Target(low, centre=np.zeros(3))
    spots = Raster(target.uvs, target.faces, side, reach=0.0).band(0, side)
    values = picture.reshape(side * side, -1)[spots.texel] / np.iinfo(picture.dtype).max
    return target.at(spots.face, spots.weights), values


def normals_shown(baked: Baked, low: Model) -> tuple[Frame, Floats]:
    """Return places of the light model, and the normals (n, 3) that a viewer makes of the normal texture there."""
    frame, texels = seen(baked, low, "normal")
    lean = texels * 2 - 1
    mixed = lean[:, :1] * frame.tangents + lean[:, 1:2] * frame.bitangents + lean[:, 2:] * frame.normals
    return frame, mixed / np.linalg.norm(mixed, axis=1, keepdims=True)


def degrees_between(one: Floats, other: Floats) -> Floats:
    """Return the angles between unit vectors (n, 3)."""
    half = np.linalg.norm(one.astype(np.float64) - other, axis=1) / 2
    return np.degrees(2 * np.arcsin(np.clip(half, 0, 1)))

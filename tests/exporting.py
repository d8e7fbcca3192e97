"""Models to export: small, and with one of everything that formats differ in."""

import io
from dataclasses import replace
from typing import Any

import lib3mf
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.exporting.scene import pieces_of
from engine.models.model import Animation, Channel, Material, Mesh, Model, Node, Picture, Skin, Surface, Texture

ACCOUNT = {
    "prompt": "a <red> box & more",
    "seed": 7,
    "spec": {"name": "Box", "objects": [{"id": "box", "material": "oak"}]},
    "stages": {"planning": {"generation_method": "planner"}, "geometry_generation": {"maker": "parts"}},
    "versions": {"libraries": {"numpy": "2.4.6"}},
    "export": {
        "operation": "export", "parent_asset": "asset_1", "parent_sha256": "ab" * 32, "seed": 0,
        "parameters": {"format": "glb"}, "versions": {"operation": "2.0", "libraries": {}},
    },
    "ancestors": [],
    "citations": [{"kind": "library", "name": "numpy", "reference": "Harris et al., 2020", "url": "https://numpy.org"}],
}  # fmt: skip


def picture(color: tuple[int, ...], form: str = "PNG", *, size: int = 4) -> Picture:
    """Return a picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB" if len(color) == 3 else "RGBA", (size, size), color).save(out, form, lossless=True)
    return Picture(out.getvalue(), f"image/{form.lower()}", "plain")


def halves(upper: tuple[int, int, int], lower: tuple[int, int, int]) -> Picture:
    """Return a picture whose upper half has one colour and its lower half another."""
    pixels = np.zeros((8, 8, 3), np.uint8)
    pixels[:4], pixels[4:] = upper, lower
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return Picture(out.getvalue(), "image/png", "halves")


def cube(side_m: float = 1.0, material: int = 0) -> Surface:
    """Return a cube that stands on the floor: 24 corners, 12 triangles, each side with the whole picture on it."""
    points, normals, uvs, faces = [], [], [], []
    for axis in range(3):
        for sign in (-1.0, 1.0):
            normal = np.zeros(3)
            normal[axis] = sign
            across = np.roll(normal, 1) * sign
            up = np.cross(normal, across)
            first = len(points)
            for u, v in ((0, 0), (1, 0), (1, 1), (0, 1)):
                points.append((normal + (2 * u - 1) * across + (2 * v - 1) * up) / 2 * side_m + (0, side_m / 2, 0))
                normals.append(normal)
                uvs.append((u, 1 - v))
            faces += [(first, first + 1, first + 2), (first, first + 2, first + 3)]
    return Surface(
        np.array(points), np.array(faces, np.int32), np.array(normals, np.float32),
        uvs=(np.array(uvs, np.float32),), material=material,
    )  # fmt: skip


def plate(*, material: int = 0) -> Surface:
    """Return a square of one metre in the plane of x and y, with the picture upright on it."""
    points = np.array([(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0)], float)
    uvs = np.array([(0, 1), (1, 1), (1, 0), (0, 0)], np.float32)
    faces = np.array([(0, 1, 2), (0, 2, 3)], np.int32)
    return Surface(points, faces, np.tile(np.float32([0, 0, 1]), (4, 1)), uvs=(uvs,), material=material)


def model_of(*surfaces: Surface, materials: tuple[Material, ...] = (Material("paint"),), **more: object) -> Model:
    """Return a scene of one mesh."""
    scene = Model((Node("thing", mesh=0),), (0,), (Mesh(surfaces, "thing"),), materials)
    return replace(scene, **more)  # type: ignore[arg-type]


def rich() -> Model:
    """Return a scene with pictures of all slots, a turned and mirrored node, vertex colours, and glass."""
    looks = Material(
        "painted oak", (1.0, 0.5, 0.5, 1.0), 0.5, 0.8, (0.1, 0.2, 0.3),
        textures={
            "base_color": Texture(0), "metallic_roughness": Texture(1, transform=(0.25, 0.5, 0.3, 2.0, 3.0)),
            "normal": Texture(2, wrap=(33071, 33648)), "occlusion": Texture(1, transform=(0.25, 0.5, 0.3, 2.0, 3.0)),
            "emissive": Texture(3),
        },
        normal_scale=0.5, occlusion_strength=0.7,
    )  # fmt: skip
    glass = Material("glass", (0.2, 0.4, 0.6, 0.3), 0.0, 0.1, alpha_mode="BLEND", is_double_sided=True)
    leaf = Material("leaf", textures={"base_color": Texture(4)}, alpha_mode="MASK", alpha_cutoff=0.4)
    pictures = (
        halves((255, 0, 0), (0, 0, 255)), picture((0, 128, 255)), picture((128, 128, 255)),
        picture((255, 255, 255), "JPEG"), picture((0, 255, 0, 128), "WEBP"),
    )  # fmt: skip
    colored = replace(cube(0.5, 1), colors=np.tile(np.float32([1, 0, 0, 1]), (24, 1)))
    nodes = (
        Node("root/with a name", children=(1, 2, 3), translation=(0, 1, 0)),
        Node("cube", mesh=0, rotation=(0, 0.3826834, 0, 0.9238795), scale=(-1, 2, 1)),
        Node("cube", mesh=1, translation=(3, 0, 0)), Node("", mesh=0, translation=(0, 0, 4)),
    )  # fmt: skip
    meshes = (Mesh((cube(), plate(material=2)), "first"), Mesh((colored,), "second"))
    return Model(nodes, (0,), meshes, (looks, glass, leaf), pictures)


def skinned() -> Model:
    """Return a plate whose bone stands two metres above where it was bound, and an animation."""
    bound = replace(plate(), joints=np.zeros((4, 4), np.uint16), weights=np.tile(np.float32([1, 0, 0, 0]), (4, 1)))
    nodes = (Node("body", mesh=0, skin=0, translation=(9, 9, 9)), Node("bone", translation=(0, 2, 0)))
    bones = Skin((1,), np.eye(4, dtype=np.float32)[None])
    moves = Animation((Channel(1, "translation", np.float32([0, 1]), np.zeros((2, 3), np.float32)),), "wave")
    return Model(nodes, (0, 1), (Mesh((bound,)),), (Material("skin"),), skins=(bones,), animations=(moves,))


def corners_of(model: Model) -> NDArray[np.float64]:
    """Return (t, 3, 3) corners of all triangles that the scene shows."""
    return np.concatenate([piece.surface.points[piece.surface.faces] for piece in pieces_of(model)])


def bounds_of(model: Model) -> NDArray[np.float64]:
    """Return (2, 3) least and greatest coordinates of what the scene shows."""
    corners = corners_of(model).reshape(-1, 3)
    return np.array([corners.min(axis=0), corners.max(axis=0)])


def read_3mf(data: bytes) -> Any:
    """Return a package as the consortium's own library reads it, strictly and without a warning."""
    model = lib3mf.get_wrapper().CreateModel()
    reader = model.QueryReader("3mf")
    reader.SetStrictModeActive(True)
    reader.ReadFromBuffer(data)
    assert reader.GetWarningCount() == 0, [reader.GetWarning(number) for number in range(reader.GetWarningCount())]
    return model


def objects_in(package: Any) -> list[Any]:
    """Return the objects of a 3MF package that have triangles."""
    found, objects = package.GetMeshObjects(), []
    while found.MoveNext():
        objects.append(found.GetCurrentMeshObject())
    return objects

"""A model with one of everything that glTF knows: a flag on two joints, a morphing ball, and a textured pole."""

import io
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.models.model import Animation, Channel, Material, Mesh, Model, Node, Picture, Skin, Surface, Texture

CLEARCOAT = "KHR_materials_clearcoat"


def picture(color: tuple[int, int, int], kind: str = "PNG", side: int = 8) -> bytes:
    """Return a picture of one colour."""
    found = io.BytesIO()
    Image.new("RGB", (side, side), color).save(found, kind)
    return found.getvalue()


def sheet(across: int = 6, up: int = 6) -> Surface:
    """Return a bent sheet with normals, tangents, two UV sets and colours."""
    u, v = (each.reshape(-1) for each in np.meshgrid(np.linspace(0, 1, across + 1), np.linspace(0, 1, up + 1)))
    points = np.column_stack([u, 0.5 * v, 0.1 * np.sin(3 * u)])
    normals = np.column_stack([-0.3 * np.cos(3 * u), 0 * u, 0 * u + 1])
    tangents = np.column_stack([1 + 0 * u, 0 * u, 0.3 * np.cos(3 * u)])
    corner = np.arange(across)[None] + (across + 1) * np.arange(up)[:, None]
    first, above = corner.reshape(-1), corner.reshape(-1) + across + 1
    faces = np.concatenate([np.column_stack([first, first + 1, above]), np.column_stack([first + 1, above + 1, above])])
    uv = np.column_stack([u, v]).astype(np.float32)
    return Surface(
        points.astype(np.float32).astype(np.float64), faces.astype(np.int32), normals=_unit(normals),
        tangents=np.column_stack([_unit(tangents), np.where(u < 0.5, -1, 1)]).astype(np.float32),
        uvs=((uv * [1.5, 0.5] - [0.25, 0]).astype(np.float32), uv * np.float32(0.5)),
        colors=np.column_stack([u, v, 1 - u, 0 * u + 1]).astype(np.float32),
    )  # fmt: skip


def _unit(vectors: NDArray[np.float64]) -> NDArray[np.float32]:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def rich_model() -> Model:
    """Return the model; its values survive 32-bit floats unchanged."""
    plain = sheet()
    pole = replace(plain, material=0)
    swaying = np.zeros_like(plain.normals)
    swaying[:, 2] = plain.points[:, 1]
    ball = replace(
        plain, uvs=(plain.uvs[1],), tangents=None, material=1,
        targets=({"POSITION": swaying, "NORMAL": 0.1 * swaying}, {"POSITION": -swaying}),
    )  # fmt: skip
    joints = np.zeros((len(plain.points), 4), np.uint16)
    joints[:, 1] = 1
    weights = np.zeros((len(plain.points), 4), np.float32)
    weights[:, 0] = np.round(1 - plain.points[:, 0], 3)
    weights[:, 1] = 1 - weights[:, 0]
    flag = replace(plain, uvs=(), colors=None, tangents=None, joints=joints * (weights > 0), weights=weights)
    bind = np.tile(np.eye(4, dtype=np.float32), (2, 1, 1))
    bind[1, :3, 3] = [-0.5, 0, 0]
    return Model(
        nodes=(
            Node("root", translation=(0.5, 0.0, -0.25), children=(1, 2), extras={"made_by": "hand"}),
            Node("pole", rotation=(0.0, 0.6, 0.0, 0.8), scale=(1.0, 2.0, 1.0), mesh=0, children=(3,)),
            Node("ball", matrix=_turned(), mesh=1),
            Node("hip", translation=(0.25, 0.0, 0.0), children=(4,)),
            Node("knee", translation=(0.5, 0.0, 0.0)),
            Node("flag", mesh=2, skin=0),
            Node("second pole", translation=(2.0, 0.0, 0.0), mesh=0),
        ),
        roots=(0, 5, 6),
        meshes=(Mesh((pole,), "pole"), Mesh((ball,), "ball", morph=(0.5, 0.0)), Mesh((flag,), "flag")),
        materials=(_painted(), Material("plain", base_color=(0.5, 0.25, 0.125, 0.5), metallic=0.0, roughness=0.5,
                                        alpha_mode="BLEND", is_double_sided=True)),
        pictures=(Picture(picture((200, 40, 40)), "image/png", "paint"), Picture(picture((128, 128, 255)), "image/png"),
                  Picture(picture((250, 200, 30), "JPEG"), "image/jpeg", "rough")),
        skins=(Skin((3, 4), bind, 3, "leg"),),
        animations=(_animation(),),
        extras={"title": "One of everything"},
        source="gltf",
    )  # fmt: skip


def _turned() -> NDArray[np.float64]:
    placed = np.eye(4)
    placed[:3, :3] = [[0, -2, 0], [2, 0, 0], [0, 0, 2]]
    placed[:3, 3] = [1, 2, 3]
    return placed


def _painted() -> Material:
    moved = (0.25, 0.5, 0.0, 2.0, 0.5)
    clamped = (33071, 33648)
    coat = {"picture": 1, "uv_set": 1, "wrap": [10497, 10497], "filters": [0, 0], "transform": None}
    return Material(
        "painted", base_color=(1.0, 0.5, 0.25, 1.0), metallic=0.25, roughness=0.75, emissive=(0.0, 0.5, 1.0),
        alpha_mode="MASK", alpha_cutoff=0.25, normal_scale=0.5, occlusion_strength=0.75,
        textures={
            "base_color": Texture(0, transform=moved), "metallic_roughness": Texture(2, filters=(9729, 9987)),
            "normal": Texture(1, uv_set=1), "occlusion": Texture(2, wrap=clamped), "emissive": Texture(0, uv_set=1),
        },
        extensions={CLEARCOAT: {"clearcoatFactor": 0.5, "clearcoatTexture": coat}, "KHR_materials_ior": {"ior": 1.5}},
    )  # fmt: skip


def _animation() -> Animation:
    times = np.array([0, 0.5, 1], np.float32)
    turns = np.array([[0, 0, 0, 1], [0, 0, 0.6, 0.8], [0, 0, 0, 1]], np.float32)
    moves = np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]], np.float32)
    weights = np.array([[0, 0], [1, 0], [0, 1]], np.float32)
    return Animation(
        (
            Channel(4, "rotation", times, turns),
            Channel(1, "translation", times, moves, "STEP"),
            Channel(2, "weights", times, weights),
        ),
        "wave",
    )  # fmt: skip

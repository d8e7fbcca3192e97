"""KTX2 pictures in GLB files."""

import struct
from dataclasses import replace
from typing import Any

import pytest

from domain.errors import Invalid
from engine.glb_reading import parse_glb
from engine.models.model import NOTHING, Material, Mesh, Model, Node, Picture, Surface, Texture
from engine.models.writing import write_model
from tests.gltf import issues_of
from tests.rich_model import picture, sheet


def document(data: bytes) -> dict[str, Any]:
    return parse_glb(data).document


def flawless(data: bytes) -> None:
    issues = issues_of(data)
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"][:5]


def only(surface: Surface, **more: Any) -> Model:
    return Model((Node("it", mesh=0),), (0,), (Mesh((surface,)),), **more)


def ktx2(form: int = 0, color_model: int = 163, sides: tuple[int, int] = (8, 8), faces: int = 1) -> bytes:
    """Return the head of a KTX2 file, with as much of its data format descriptor as tells the colour model."""
    head = struct.pack(
        "<12s9I4I2Q", b"\xabKTX 20\xbb\r\n\x1a\n", form, 1, *sides, 0, 0, faces, 1, 1, 104, 44, 0, 0, 0, 0
    )
    return head + bytes(104 - len(head) + 12) + bytes([color_model]) + bytes(31)


def test_a_ktx2_picture_is_required_unless_another_stands_in_for_it() -> None:
    pictures = (Picture(ktx2(), "image/ktx2"), Picture(picture((7, 7, 7)), "image/png"))
    for fallback, required in ((NOTHING, ["KHR_texture_basisu"]), (1, [])):
        material = Material(textures={"base_color": Texture(0, fallback=fallback)})
        found = document(write_model(only(replace(sheet(), material=0), materials=(material,), pictures=pictures)))
        assert found.get("extensionsRequired", []) == required
        assert found["textures"][0]["extensions"]["KHR_texture_basisu"]["source"] == 0
        assert ("source" in found["textures"][0]) == (fallback == 1)


@pytest.mark.parametrize("data", [ktx2(form=37), ktx2(color_model=1), ktx2(sides=(6, 8)), ktx2(faces=6), ktx2()[:60]])
def test_a_ktx2_picture_that_glTF_does_not_allow_is_refused(data: bytes) -> None:
    material = Material(textures={"base_color": Texture(0)})
    model = only(replace(sheet(), material=0), materials=(material,), pictures=(Picture(data, "image/ktx2"),))
    with pytest.raises(Invalid, match="KTX2"):
        write_model(model)

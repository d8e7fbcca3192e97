import io
import json
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from domain.errors import Invalid
from engine.glb import read_glb, strip, write_glb, write_plain_glb
from engine.glb_reading import GlbFile, parse_glb
from tests.models import light_still_life, still_life, still_life_textures

Validate = Callable[[bytes], dict[str, Any]]
EXTRAS = {"provenance": {"prompt": "a still life", "seed": 7}}


@pytest.fixture(scope="module")
def glb() -> bytes:
    return write_glb(light_still_life(), still_life_textures(), EXTRAS)


def document(data: bytes) -> dict[str, Any]:
    return parse_glb(data).document


def test_the_khronos_validator_finds_nothing_wrong(glb: bytes, gltf_issues: Validate) -> None:
    for data in (
        glb,
        write_plain_glb(still_life()),
        strip(glb, textures=True),
        strip(glb, provenance=True),
        strip(glb, textures=True, provenance=True),
    ):
        issues = gltf_issues(data)
        assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"][:5]


def test_what_is_written_is_read_back(glb: bytes) -> None:
    model = read_glb(glb)
    assert model.triangles == len(light_still_life().faces)
    assert model.extras == EXTRAS
    assert {primitive.material for primitive in model.primitives} == {"surface", "glass", "light"}
    assert [node["name"] for node in document(glb)["nodes"]] == [thing.object_id for thing in light_still_life().parts]
    points = np.concatenate([primitive.points for primitive in model.primitives])
    assert points.min(axis=0) == pytest.approx(light_still_life().points.min(axis=0), abs=1e-6)
    picture = np.asarray(Image.open(io.BytesIO(model.images["normal"])))
    assert (picture == still_life_textures().normal).all()


def test_occlusion_roughness_and_metal_share_one_picture(glb: bytes) -> None:
    packed = np.asarray(Image.open(io.BytesIO(read_glb(glb).images["occlusion_roughness_metallic"])))
    textures = still_life_textures()
    assert (packed == np.stack([textures.occlusion, textures.roughness, textures.metallic], axis=2)).all()


def test_glass_is_blended_and_the_rest_is_not(glb: bytes) -> None:
    modes = {material["name"]: material.get("alphaMode", "OPAQUE") for material in document(glb)["materials"]}
    assert modes == {"surface": "OPAQUE", "glass": "BLEND", "light": "OPAQUE"}


def test_the_same_model_gives_the_same_bytes(glb: bytes) -> None:
    assert write_glb(light_still_life(), still_life_textures(), EXTRAS) == glb


def test_stripping_takes_out_what_was_asked_and_nothing_else(glb: bytes) -> None:
    bare = strip(glb, textures=True)
    assert read_glb(bare).images == {}
    assert read_glb(bare).extras == EXTRAS
    assert len(bare) < 0.5 * len(glb)
    nameless = strip(glb, provenance=True)
    assert read_glb(nameless).extras == {}
    assert read_glb(nameless).images == read_glb(glb).images
    for data in (bare, nameless):
        for one, two in zip(read_glb(data).primitives, read_glb(glb).primitives, strict=True):
            assert (one.points == two.points).all()
            assert (one.faces == two.faces).all()


def broken(data: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    from engine.glb import joined_chunks

    file = parse_glb(data)
    copy = json.loads(json.dumps(file.document))
    change(copy)
    return joined_chunks(copy, file.binary)


def _far_view(found: dict[str, Any]) -> None:
    found["bufferViews"][0]["byteOffset"] = 10**9


def _long_accessor(found: dict[str, Any]) -> None:
    found["accessors"][0]["count"] = 2**40


def _negative(found: dict[str, Any]) -> None:
    found["bufferViews"][0]["byteOffset"] = -4


def _no_view(found: dict[str, Any]) -> None:
    found["accessors"][0]["bufferView"] = 999


def _text(found: dict[str, Any]) -> None:
    found["accessors"][0]["bufferView"] = "0"


def _not_a_list(found: dict[str, Any]) -> None:
    found["meshes"] = 5


def _no_attributes(found: dict[str, Any]) -> None:
    found["meshes"][0]["primitives"][0].pop("attributes")


def _wrong_indices(found: dict[str, Any]) -> None:
    found["meshes"][0]["primitives"][0]["indices"] = found["meshes"][5]["primitives"][0]["indices"]


@pytest.mark.parametrize(
    "change",
    [_far_view, _long_accessor, _negative, _no_view, _text, _not_a_list, _no_attributes],
)
def test_a_glb_that_points_outside_of_itself_is_refused(glb: bytes, change: Callable[[dict[str, Any]], None]) -> None:
    with pytest.raises(Invalid):
        read_glb(broken(glb, change))


@pytest.mark.parametrize(
    "data",
    [b"", b"glTF", b"GIF89a" + bytes(40), struct.pack("<4sII", b"glTF", 1, 20) + bytes(8), b"glTF" + bytes(400)],
)
def test_what_is_not_a_glb_is_refused(data: bytes) -> None:
    with pytest.raises(Invalid):
        read_glb(data)


def test_json_that_is_nested_without_end_is_refused() -> None:
    text = b'{"asset":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    text += b" " * (-len(text) % 4)
    data = struct.pack("<4sII", b"glTF", 2, 20 + len(text)) + struct.pack("<I4s", len(text), b"JSON") + text
    with pytest.raises(Invalid):
        read_glb(data)


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 4000), value=st.integers(0, 255))
def test_a_changed_byte_never_raises_anything_else_than_a_refusal(at: int, value: int) -> None:
    data = bytearray(write_glb(light_still_life(), None, EXTRAS))
    data[at % len(data)] = value
    try:
        read_glb(bytes(data))
    except Invalid:
        return


def test_a_view_of_another_buffer_is_refused() -> None:
    file = GlbFile({"bufferViews": [{"buffer": 1, "byteLength": 4}]}, b"1234")
    with pytest.raises(Invalid, match="outside"):
        file.view(0)

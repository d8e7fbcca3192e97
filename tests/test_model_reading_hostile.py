"""No number in a file is trusted: what cannot be is refused, by name, before memory is spent on it."""

import io
import json
import random
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import pytest
import trimesh
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from domain.errors import Invalid, TooLarge
from engine.models.model import NOTHING, Model, Picture
from engine.models.pictures import opened
from engine.models.reading import ReadLimits, read_model
from engine.models.writing import write_model
from tests.gltf_draft import CORNERS, Draft, glb_of, square
from tests.hostile import draco_of, ktx2_of, many_nodes, ply_of, png_of, textured, zeros
from tests.rich_model import picture, rich_model
from tests.test_model_reading_gltf import draco
from tests.test_model_reading_text import CORNERS as OBJ_CORNERS
from tests.test_model_reading_text import binary_stl, words_stl

Change = Callable[[dict[str, Any]], Any]


def broken(change: Change) -> bytes:
    """Return a GLB of a textured square, its JSON changed."""
    draft = Draft()
    draft.document |= {
        "images": [{"bufferView": draft.view(picture((1, 2, 3)))}], "textures": [{"source": 0}],
        "materials": [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}],
    }  # fmt: skip
    draft.show(square(draft, material=0))
    change(draft.document)
    return draft.glb()


WRONG: dict[str, tuple[Change, str]] = {
    "a view outside of its buffer": (lambda d: d["bufferViews"][1].update(byteLength=10**6), "outside"),
    "a view of no buffer": (lambda d: d["bufferViews"][1].update(buffer=7), "names buffer 7"),
    "an accessor outside of its view": (lambda d: d["accessors"][0].update(count=5), "outside of its buffer view"),
    "an accessor that starts behind it": (lambda d: d["accessors"][0].update(byteOffset=2**39), "outside of its"),
    "a count below zero": (lambda d: d["accessors"][0].update(count=-1), r"accessors\[0\].count"),
    "a count that overflows": (lambda d: d["accessors"][0].update(count=2**63), r"accessors\[0\].count"),
    "a count in words": (lambda d: d["accessors"][0].update(count="4"), "got `str`"),
    "a component of no type": (lambda d: d["accessors"][0].update(componentType=5124), "componentType"),
    "positions of another width": (lambda d: d["accessors"][0].update(type="VEC2"), "is VEC2"),
    "elements that overlap": (lambda d: d["bufferViews"][1].update(byteStride=4), "overlap"),
    "indices that are floats": (lambda d: d["accessors"][1].update(componentType=5126, count=3), "unsigned"),
    "indices beyond the corners": (lambda d: d["accessors"][0].update(count=3), "corner that is not there"),
    "a half triangle": (lambda d: d["accessors"][1].update(count=5), "multiple of three"),
    "attributes of other lengths": (
        lambda d: (d["accessors"].append(d["accessors"][0] | {"count": 3}),
                   d["meshes"][0]["primitives"][0]["attributes"].update(NORMAL=2)), "differ in length",
    ),
    "a node below itself": (lambda d: d["nodes"][0].update(children=[0]), "below itself"),
    "nodes in a ring": (
        lambda d: d.update(nodes=[{"children": [1]}, {"children": [0]}], scenes=[{"nodes": [0]}]), "below itself",
    ),
    "a node with two parents": (
        lambda d: d.update(nodes=[{"children": [2]}, {"children": [2]}, {"mesh": 0}]), "two parents",
    ),
    "a node in the scene and below": (
        lambda d: (d["nodes"].append({"children": [0]}), d["scenes"][0]["nodes"].append(1)), "in two places",
    ),
    "a mesh that is not there": (lambda d: d["nodes"][0].update(mesh=4), "mesh that is not there"),
    "a scene that is not there": (lambda d: d.update(scene=3), "names scene 3"),
    "a root that is not there": (lambda d: d["scenes"][0].update(nodes=[9]), "not there"),
    "a rotation of no length": (lambda d: d["nodes"][0].update(rotation=[0, 0, 0, 0]), "no length"),
    "a matrix that is no placement": (lambda d: d["nodes"][0].update(matrix=[1] * 16), "last row"),
    "a scale without end": (lambda d: d["nodes"][0].update(scale=[1e29, 1e29, 1e29]), "farther"),
    "a scale of zero": (lambda d: d["nodes"][0].update(scale=[0, 0, 0]), "no area"),
    "a material that is not there": (lambda d: d["meshes"][0]["primitives"][0].update(material=1), "material"),
    "a texture that is not there": (lambda d: d.update(textures=[]), "names texture 0"),
    "a picture that is not there": (lambda d: d.update(images=[]), "picture that is not there"),
    "a picture without content": (lambda d: d.update(images=[{}]), "no content"),
    "a picture of no form": (lambda d: d["images"][0].update(bufferView=1), "picture is of no form"),
    "a factor that is no number": (
        lambda d: d["materials"][0]["pbrMetallicRoughness"].update(metallicFactor="1"), "metallicFactor",
    ),
    "a strength that is no number": (
        lambda d: d["materials"][0].update(extensions={"KHR_materials_emissive_strength": {"emissiveStrength": "1"}}),
        "emissiveStrength",
    ),
    "an extension that is no object": (
        lambda d: d["materials"][0].update(extensions={"KHR_materials_unlit": 1}), "no object",
    ),
    "extras that are nested too deeply": (
        lambda d: d["materials"][0].update(extensions={"KHR_x": json.loads('{"a":' * 300 + "1" + "}" * 300)}), "deeply",
    ),
    "a number of a set that never ends": (
        lambda d: d["meshes"][0]["primitives"][0].update(attributes={"TEXCOORD_" + "9" * 5000: 0}), "no triangles",
    ),
    "an unknown extension that it needs": (lambda d: d.update(extensionsRequired=["ACME_spells"]), "ACME_spells"),
    "a picture on the web": (lambda d: d.update(images=[{"uri": "https://example.org/a.png"}]), "never fetched"),
    "a file of the machine": (lambda d: d.update(images=[{"uri": "file:///etc/passwd"}]), "never fetched"),
    "a file beside it": (lambda d: d.update(buffers=[{"byteLength": 300, "uri": "a.bin"}]), "did not come with it"),
    "a file above it": (lambda d: d.update(images=[{"uri": "..%2f..%2fetc/passwd"}]), "out of the folder"),
    "a data URI that is none": (lambda d: d.update(images=[{"uri": "data:image/png;base64,@@@@"}]), "not base64"),
    "a version of another kind": (lambda d: d.update(asset={"version": "1.0"}), "another version"),
    "no version": (lambda d: d.update(asset={}), "version"),
    "buffers shorter than they say": (lambda d: d.update(buffers=[{"byteLength": 10**7}]), "shorter"),
    "other numbers of morph targets": (
        lambda d: d["meshes"][0].update(
            primitives=[d["meshes"][0]["primitives"][0] | {"targets": [{"POSITION": 0}] * k} for k in (1, 2)]
        ), "different numbers of morph targets",
    ),
    "weights without as many targets": (
        lambda d: (d["meshes"][0]["primitives"][0].update(targets=[{"POSITION": 0}]),
                   d["meshes"][0].update(weights=[1, 2])), "another number of weights",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_in_a_gltf_is_refused_with_the_reason(name: str) -> None:
    change, reason = WRONG[name]
    with pytest.raises(Invalid, match=reason):
        read_model(broken(change))


def test_the_square_that_those_break_is_read() -> None:
    assert read_model(broken(lambda document: None)).triangles == 2


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("name", ["POSITION", "TEXCOORD_0", "COLOR_0"])
def test_values_that_are_not_numbers_are_refused(name: str, value: float) -> None:
    draft = Draft()
    values = CORNERS[:, :2].copy() if name == "TEXCOORD_0" else CORNERS.copy()
    values[2, 1] = value
    primitive = square(draft)
    primitive["attributes"][name] = draft.accessor(values)
    with pytest.raises(Invalid, match="not numbers"):
        read_model(draft.show(primitive).glb())


def test_a_gltf_that_names_files_elsewhere_is_refused_and_one_in_a_zip_finds_its_own() -> None:
    draft = Draft()
    draft.show(square(draft))
    for uri in ("http://example.org/a.bin", "file:a.bin", "//host/a.bin", "\\\\host\\a.bin"):
        with pytest.raises(Invalid, match="never fetched"):
            read_model(draft.gltf(uri))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("chair/scene.gltf", draft.gltf("the%20buffers/a.bin"))
        archive.writestr("chair/The Buffers/A.bin", bytes(draft.binary))
    assert read_model(packed.getvalue()).triangles == 2


ASSET = b'{"asset":{"version":"2.0"},'


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"[]", b'"glTF"', b'{"asset":' * 100_000, b"[" * 100_000, ASSET + b'"nodes":{}}', b"\xff\xfe{", b"{\0}",
     ASSET + b'"extras":' + b"[" * 50_000 + b"]" * 50_000 + b"}"],
)  # fmt: skip
def test_json_that_cannot_be_is_refused(text: bytes) -> None:
    with pytest.raises(Invalid):
        read_model(glb_of(text, b""))


@pytest.mark.parametrize("cut", [4, 12, 19, 30, 200, -4, -1])
def test_a_glb_that_is_cut_short_is_refused(cut: int) -> None:
    with pytest.raises(Invalid):
        read_model(broken(lambda document: None)[:cut])


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (zeros(150_000_000), "corners_max"), (zeros(999_999, 30), "decoded_bytes_max"),
        (many_nodes(3_000_000), "json_objects_max"), (draco_of(50_000_000), "triangles_max"),
        (ply_of(10**12), "corners_max"), (textured(png_of(60_000)), "picture_pixels_max"),
        (textured(ktx2_of(2**31)), "picture_pixels_max"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_bombs_are_refused_with_the_limit_named_before_memory_is_spent(data: bytes, limit: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge) as refused:
            read_model(data, limits=ReadLimits(decoded_bytes_max=100 << 20))
        spent_mib = tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()
    assert refused.value.facts["limit"] == limit
    assert spent_mib < 150


def test_a_million_nodes_are_refused() -> None:
    with pytest.raises(TooLarge, match="1,000,000 nodes; at most 100,000"):
        read_model(many_nodes(1_000_000))


def test_a_mesh_that_is_shown_often_counts_as_often() -> None:
    draft = Draft()
    mesh = draft.mesh(square(draft))
    for _ in range(6):
        draft.node(mesh=mesh)
    assert read_model(draft.glb(), limits=ReadLimits(triangles_max=12)).triangles == 2
    with pytest.raises(TooLarge, match="12 triangles; at most 11"):
        read_model(draft.glb(), limits=ReadLimits(triangles_max=11))


def test_a_tree_of_nodes_may_be_deep_and_not_too_deep() -> None:
    draft = Draft()
    draft.mesh(square(draft))
    draft.document["nodes"] = [{"children": [number + 1]} for number in range(255)] + [{"mesh": 0}]
    draft.document["scenes"] = [{"nodes": [0]}]
    assert read_model(draft.glb()).triangles == 2
    with pytest.raises(TooLarge, match="nodes below each other"):
        read_model(draft.glb(), limits=ReadLimits(depth_max=255))


@pytest.mark.parametrize("cut", [3, 11, 14, 40, -20, -1])
def test_a_draco_part_that_is_cut_short_is_refused(cut: int) -> None:
    draft = Draft()
    draft.show(draco(draft))
    view = draft.document["bufferViews"][-1]
    view["byteLength"] = cut if cut > 0 else view["byteLength"] + cut
    with pytest.raises(Invalid, match="Draco"):
        read_model(draft.glb())


def test_pictures_are_opened_and_broken_ones_refused() -> None:
    assert opened(Picture(picture((1, 2, 3)), "image/png")).getpixel((0, 0)) == (1, 2, 3)
    deep = io.BytesIO()
    Image.fromarray(np.full((2, 2), 40_000, np.uint16)).save(deep, "PNG")
    assert opened(Picture(deep.getvalue(), "image/png")).getpixel((0, 0)) == 40_000
    for data in (picture((1, 2, 3))[:-30], picture((1, 2, 3), "JPEG")[:100], b"", b"GIF89a", ktx2_of(4)):
        with pytest.raises(Invalid, match="picture"):
            opened(Picture(data, "image/png"))
    with pytest.raises(TooLarge, match="8 × 8; at most 63 pixels"):
        opened(Picture(picture((1, 2, 3)), "image/png"), pixels_max=63)


@lru_cache(maxsize=1)
def seeds() -> dict[str, bytes]:
    """Return a small valid file of every form."""
    rich = rich_model()
    box = trimesh.creation.box()
    box.visual.vertex_colors = np.arange(32, dtype=np.uint8).reshape(8, 4)
    looks = "newmtl x\nKd 1 0 0\nmap_Kd -s 2 2 2 t.png\nnewmtl y\nNs 10\nd .5\n"
    obj = f"mtllib a.mtl\no a\n{OBJ_CORNERS}v 2 2 0 1 0 0\nvt 0 0\nvt 1 0\nvn 0 0 1\nusemtl x\nf 1/1/1 2/2/1 3//1 -1\n"
    obj += "o b\nusemtl y\nf 1 2 3\nf 1/1 2/2 5/1 4/2 3/2\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in {"m/a.obj": obj, "m/a.mtl": looks, "m/t.png": picture((1, 2, 3))}.items():
            archive.writestr(name, content)
    mixed = box.export(file_type="ply", encoding="ascii").replace(b"\n3 ", b"\n4 0 ", 1)
    return {
        "plain.glb": write_model(rich), "small.glb": write_model(rich, quantizes=True),
        "draco.glb": write_model(rich, compression="draco"), "meshopt.glb": write_model(rich, compression="meshopt"),
        "a.obj": obj.encode(), "b.ply": box.export(file_type="ply"), "a.ply": mixed, "b.stl": binary_stl(),
        "a.stl": words_stl(), "a.zip": packed.getvalue(),
    }  # fmt: skip


Edit = tuple[str, float, bytes]
NUMBERS = [
    b"\xff\xff\xff\xff",
    bytes(4),
    b"\0\0\xc0\x7f",
    b"\xff\xff\x7f\x7f",
    b"-1 ",
    b"nan ",
    b"1e9",
    b"99999",
    b"5125",
]
EDITS = st.tuples(
    st.sampled_from(["put", "put", "put", "cut", "add", "end"]), st.floats(0, 1, exclude_max=True),
    st.one_of(st.binary(min_size=1, max_size=6), st.sampled_from(NUMBERS)),
)  # fmt: skip


def edited(data: bytes, edits: list[Edit]) -> bytes:
    """Return a file with bytes put over others, cut out or added, or with its end cut off."""
    for how, share, content in edits:
        place = int(share * len(data))
        match how:
            case "put":
                data = data[:place] + content + data[place + len(content) :]
            case "cut":
                data = data[:place] + data[place + len(content) :]
            case "add":
                data = data[:place] + content + data[place:]
            case _:
                data = data[: max(place, 1)]
    return data


def resized(glb: bytes, edits: list[Edit]) -> bytes:
    """Return a GLB whose JSON, or else its binary chunk, was edited, with lengths that fit again."""
    size = struct.unpack_from("<I", glb, 12)[0]
    text, binary = glb[20 : 20 + size], glb[28 + size :]
    if random.Random(len(edits)).random() < 0.5:
        return glb_of(text, edited(binary, edits))
    numbers = [edit for edit in edits if edit[2].strip(b" ").isalnum()]
    return glb_of(edited(text, numbers), binary)


def holds(model: Model) -> None:
    """Check what is promised of every surface."""
    for mesh in model.meshes:
        for surface in mesh.surfaces:
            count = len(surface.points)
            assert surface.points.shape == (count, 3)
            assert surface.points.dtype == np.float64
            assert surface.faces.dtype == np.int32
            assert len(surface.faces) > 0
            assert 0 <= surface.faces.min() <= surface.faces.max() < count
            assert NOTHING <= surface.material < len(model.materials)
            named = [surface.normals, surface.tangents, surface.colors, surface.weights, *surface.uvs]
            shifts = [values for target in surface.targets for values in target.values()]
            for values in (surface.points, *named, *shifts):
                assert values is None or (len(values) == count and bool(np.isfinite(values).all()))
            if surface.normals is not None:
                assert np.abs(np.linalg.norm(surface.normals, axis=1) - 1).max() < 1e-3
    for placed in model.placed():
        assert np.isfinite(placed.surface.points).all()
    for material in model.materials:
        assert all(0 <= texture.picture < len(model.pictures) for texture in material.textures.values())


@settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(sorted(seeds())), edits=st.lists(EDITS, min_size=1, max_size=4))
def test_any_broken_file_gives_a_model_that_holds_or_a_refusal(name: str, edits: list[Edit]) -> None:
    data = seeds()[name]
    try:
        model = read_model(resized(data, edits) if name.endswith("glb") else edited(data, edits), name)
    except (Invalid, TooLarge):
        return
    holds(model)


@pytest.mark.parametrize("name", sorted(seeds()))
def test_the_files_that_those_break_hold(name: str) -> None:
    holds(read_model(seeds()[name], name))

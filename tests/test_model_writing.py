import io
import os
import subprocess
import sys
import zipfile
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.errors import Invalid
from engine.glb_reading import parse_glb
from engine.models.gltf_zip import write_gltf_zip
from engine.models.model import NOTHING, Material, Mesh, Model, Node, Picture, Surface, Texture
from engine.models.reading import read_model
from engine.models.writing import write_model
from tests.gltf import issues_of, opened_by_gltf_transform, opened_by_three, scene_points
from tests.rich_model import CLEARCOAT, picture, rich_model, sheet


def document(data: bytes) -> dict[str, Any]:
    return parse_glb(data).document


def flawless(data: bytes) -> None:
    issues = issues_of(data)
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"][:5]


def same(one: Any, other: Any) -> bool:
    """Tell whether two values of a model are equal, arrays to the last bit."""
    if isinstance(one, np.ndarray):
        return bool(np.array_equal(one, other))
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if hasattr(one, "__dataclass_fields__"):
        return all(same(getattr(one, each.name), getattr(other, each.name)) for each in fields(one))
    return bool(one == other)


def only(surface: Surface, **more: Any) -> Model:
    return Model((Node("it", mesh=0),), (0,), (Mesh((surface,)),), **more)


def test_everything_in_a_model_is_read_back_as_it_was() -> None:
    model = rich_model()
    back = read_model(write_model(model))
    for each in fields(Model):
        assert same(getattr(back, each.name), getattr(model, each.name)), each.name


def test_what_is_read_back_is_written_with_the_same_bytes() -> None:
    written = write_model(rich_model())
    assert write_model(read_model(written)) == written


@pytest.mark.parametrize("quantizes", [False, True])
def test_the_khronos_validator_finds_nothing_wrong_in_one_of_everything(quantizes: bool) -> None:
    model = rich_model()
    lighter = {
        number: [Mesh((replace(mesh.surfaces[0], faces=mesh.surfaces[0].faces[::2]),), morph=mesh.morph)]
        for number, mesh in enumerate(model.meshes)
    }
    data = write_model(model, quantizes=quantizes, lods=lighter, provenance={"seed": 7})
    flawless(data)
    channels = opened_by_gltf_transform(data)["animations"][0]["channels"]
    assert sorted(path for _, path in channels) == ["rotation", "translation", "weights", "weights"]


def test_a_picture_used_many_times_stands_in_the_file_once() -> None:
    twins = (Picture(picture((1, 2, 3)), "image/png", "a"), Picture(picture((1, 2, 3)), "image/png", "b"))
    textures = {"base_color": Texture(0), "emissive": Texture(1)}
    data = write_model(only(replace(sheet(), material=0), materials=(Material(textures=textures),), pictures=twins))
    found = document(data)
    assert [image["bufferView"] for image in found["images"]] == [0, 0]
    flawless(data)


def test_equal_attributes_of_two_surfaces_stand_in_the_file_once() -> None:
    one, two = sheet(), replace(sheet(), points=sheet().points + 1)
    model = Model((Node(mesh=0),), (0,), (Mesh((one, two)),))
    first, second = (each["attributes"] for each in document(write_model(model))["meshes"][0]["primitives"])
    assert first["NORMAL"] == second["NORMAL"]
    assert first["POSITION"] != second["POSITION"]


def test_pictures_that_nothing_shows_are_left_out() -> None:
    model = only(sheet(), pictures=(Picture(picture((9, 9, 9)), "image/png"),))
    assert "images" not in document(write_model(model))


def test_a_surface_without_triangles_is_left_out_and_so_is_a_mesh_of_such() -> None:
    bare = replace(sheet(), faces=np.zeros((0, 3), np.int32))
    model = Model((Node("bare", mesh=0), Node("whole", mesh=1)), (0, 1), (Mesh((bare,)), Mesh((bare, sheet()))))
    data = write_model(model)
    assert [len(mesh["primitives"]) for mesh in document(data)["meshes"]] == [1]
    assert "mesh" not in document(data)["nodes"][0]
    flawless(data)


def test_a_scene_without_anything_is_a_valid_file() -> None:
    flawless(write_model(Model((Node("alone"),), (0,), ())))


def test_a_material_shows_no_pictures_on_a_surface_without_texture_coordinates() -> None:
    material = Material("paint", textures={"base_color": Texture(0)})
    bare = replace(sheet(), uvs=(), tangents=None, material=0)
    model = Model(
        (Node(mesh=0),), (0,), (Mesh((replace(sheet(), material=0), bare)),), (material,),
        (Picture(picture((5, 5, 5)), "image/png"),),
    )  # fmt: skip
    data = write_model(model)
    flawless(data)
    materials = document(data)["materials"]
    assert ["baseColorTexture" in each["pbrMetallicRoughness"] for each in materials] == [True, False]


def test_normals_and_weights_are_mended_as_glTF_wants_them() -> None:
    plain = sheet()
    count = len(plain.points)
    joints, weights = np.tile(np.array([[0, 1, 1, 0]], np.uint16), (count, 1)), np.zeros((count, 4), np.float32)
    weights[: count // 2] = [0.5, 2.0, 0.0, 0.0]
    broken = replace(plain, normals=plain.normals * 3, tangents=plain.tangents * 0, joints=joints, weights=weights)
    broken.normals[0] = 0
    rich = rich_model()
    data = write_model(replace(rich, meshes=(*rich.meshes[:2], Mesh((broken,)))))
    flawless(data)
    surface = next(m for m in read_model(data).meshes if m.surfaces[0].joints is not None).surfaces[0]
    assert surface.weights.sum(axis=1) == pytest.approx(1, abs=1e-6)
    assert surface.weights[0] == pytest.approx([0.2, 0.8, 0, 0])


def test_a_joint_that_is_named_twice_is_named_once() -> None:
    rich = rich_model()
    flag = rich.meshes[2].surfaces[0]
    twice = replace(flag, joints=np.ones_like(flag.joints), weights=np.full_like(flag.weights, 0.25))
    data = write_model(replace(rich, meshes=(*rich.meshes[:2], Mesh((twice,)))))
    flawless(data)
    assert (read_model(data).meshes[2].surfaces[0].weights == [1, 0, 0, 0]).all()


def test_a_skinned_mesh_below_a_moved_node_hangs_from_the_scene() -> None:
    rich = rich_model()
    nodes = list(rich.nodes)
    nodes[0] = replace(nodes[0], children=(1, 2, 5))
    nodes[5] = replace(nodes[5], translation=(1.0, 0.0, 0.0))
    data = write_model(replace(rich, nodes=tuple(nodes), roots=(0, 6)))
    flawless(data)
    found = document(data)
    (skinned,) = [number for number, node in enumerate(found["nodes"]) if "skin" in node]
    assert skinned in found["scenes"][0]["nodes"]


def test_emission_beyond_one_is_told_as_a_strength() -> None:
    data = write_model(only(replace(sheet(), material=0), materials=(Material(emissive=(2.0, 8.0, 0.0)),)))
    (material,) = document(data)["materials"]
    assert material["emissiveFactor"] == [0.25, 1.0, 0.0]
    assert material["extensions"]["KHR_materials_emissive_strength"] == {"emissiveStrength": 8.0}
    flawless(data)


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e39])
def test_a_corner_that_is_nowhere_is_refused(value: float) -> None:
    broken = sheet()
    broken.points[3, 1] = value
    with pytest.raises(Invalid, match="finite"):
        write_model(only(broken))


def test_an_animation_of_targets_that_are_gone_is_left_out() -> None:
    rich = rich_model()
    still = Mesh((replace(rich.meshes[1].surfaces[0], targets=()),), morph=(0.5, 0.0))
    data = write_model(replace(rich, meshes=(rich.meshes[0], still, rich.meshes[2])))
    flawless(data)
    assert [each["target"]["path"] for each in document(data)["animations"][0]["channels"]] == [
        "rotation",
        "translation",
    ]


def test_more_corners_than_16_bits_count_take_32_bits() -> None:
    for across, kind in ((256, 5123), (65_535 // 2, 5125)):
        surface = replace(sheet(across, 1 if kind == 5125 else 254), normals=None, tangents=None, uvs=(), colors=None)
        found = document(write_model(only(surface)))
        assert found["accessors"][found["meshes"][0]["primitives"][0]["indices"]]["componentType"] == kind


def test_provenance_stands_in_the_asset() -> None:
    data = write_model(rich_model(), provenance={"seed": 7, "versions": {"engine": "1"}})
    extras = document(data)["asset"]["extras"]
    assert extras == {"title": "One of everything", "provenance": {"seed": 7, "versions": {"engine": "1"}}}


def test_lighter_levels_hang_beside_each_node_that_shows_the_mesh() -> None:
    rich = rich_model()
    pole = rich.meshes[0].surfaces[0]
    lods = {0: [Mesh((replace(pole, faces=pole.faces[:36]),)), Mesh((replace(pole, faces=pole.faces[:9]),))]}
    data = write_model(rich, lods=lods)
    flawless(data)
    found = document(data)
    holders = [node for node in found["nodes"] if "MSFT_lod" in node.get("extensions", {})]
    assert len(holders) == 2
    for holder in holders:
        assert holder["extras"]["MSFT_screencoverage"] == [0.5, 0.125, 0.0]
        levels = [holder, *(found["nodes"][level] for level in holder["extensions"]["MSFT_lod"]["ids"])]
        first, second, third = [[node.get(key) for key in ("translation", "rotation", "scale")] for node in levels]
        assert first == second == third
    assert all("MSFT_screencoverage" not in node.extras for node in read_model(write_model(read_model(data))).nodes)
    assert "MSFT_lod" in found["extensionsUsed"]
    assert "MSFT_lod" not in found.get("extensionsRequired", [])
    assert len(found["images"]) == 3  # levels share pictures
    assert sum(len(each["faces"]) for each in opened_by_three(data)["primitives"]) == 4 * 72


def test_a_webp_picture_is_required_unless_another_stands_in_for_it() -> None:
    pictures = (Picture(picture((7, 7, 7), "WEBP"), "image/webp"), Picture(picture((7, 7, 7)), "image/png"))
    for fallback, required in ((NOTHING, ["EXT_texture_webp"]), (1, [])):
        material = Material(textures={"base_color": Texture(0, fallback=fallback)})
        data = write_model(only(replace(sheet(), material=0), materials=(material,), pictures=pictures))
        flawless(data)
        assert document(data)["extensionsUsed"] == ["EXT_texture_webp"]
        assert document(data).get("extensionsRequired", []) == required
        assert "image/webp" in {each["media_type"] for each in opened_by_gltf_transform(data)["textures"]}


@pytest.mark.parametrize(
    ("data", "media_type"),
    [(b"BM", "image/bmp"), (b"GIF89a", "image/png"), (b"\xabKTX 20\xbb\r\n\x1a\n" + bytes(120), "image/ktx2")],
)
def test_a_picture_that_gltf_does_not_hold_is_refused(data: bytes, media_type: str) -> None:
    material = Material(textures={"base_color": Texture(0)})
    model = only(replace(sheet(), material=0), materials=(material,), pictures=(Picture(data, media_type),))
    with pytest.raises(Invalid):
        write_model(model)


def test_others_find_every_attribute_material_skin_and_animation() -> None:
    data = write_model(rich_model())
    found = opened_by_gltf_transform(data)
    pole = next(each for each in found["primitives"] if each["node"] == "pole")
    surface = rich_model().meshes[0].surfaces[0]
    assert np.array_equal(pole["attributes"]["POSITION"], surface.points.astype(np.float32))
    assert np.array_equal(pole["attributes"]["COLOR_0"], surface.colors)
    assert np.array_equal(pole["faces"], surface.faces)
    assert [len(each["targets"]) for each in found["primitives"] if each["node"] == "ball"] == [2]
    assert found["materials"][0]["textures"] == ["BaseColor", "MetallicRoughness", "Normal", "Occlusion", "Emissive"]
    assert CLEARCOAT in found["materials"][0]["extensions"]
    assert found["animations"][0]["channels"] == [["knee", "rotation"], ["pole", "translation"], ["ball", "weights"]]
    three = opened_by_three(data)
    assert [len(clip["tracks"]) for clip in three["animations"]] == [3]
    assert [each["node"] for each in three["primitives"] if each["is_skinned"]] == ["flag"]
    placed = {each.node: each.surface.points for each in rich_model().placed()}
    posed = {each["node"]: each["posed"] for each in three["primitives"]}
    for number, name in ((2, "ball"), (5, "flag")):
        assert posed[name].reshape(-1, 3) == pytest.approx(placed[number], abs=1e-6)


def test_the_same_model_gives_the_same_bytes_in_another_process() -> None:
    script = """
import hashlib, sys
from engine.models.writing import write_model
from tests.rich_model import rich_model
for options in ({}, {"quantizes": True}, {"compression": "draco"}, {"compression": "meshopt"}):
    print(hashlib.sha256(write_model(rich_model(), **options)).hexdigest())
"""
    runs = [
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=True, text=True, cwd=Path(__file__).parents[1],
            env=os.environ | {"PYTHONHASHSEED": seed, "OMP_NUM_THREADS": seed},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1]
    assert len(set(runs[0].split())) == 4


def test_a_zip_holds_the_document_its_geometry_and_its_pictures() -> None:
    data = write_gltf_zip(rich_model(), provenance={"seed": 7})
    assert data == write_gltf_zip(rich_model(), provenance={"seed": 7})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == [
            "model.gltf", "model.bin", "textures/0.png", "textures/1.png", "textures/2.jpeg",
        ]  # fmt: skip
        told = msgspec.json.decode(archive.read("model.gltf"))
        assert told["buffers"] == [{"byteLength": len(archive.read("model.bin")), "uri": "model.bin"}]
        assert archive.read("textures/0.png") == rich_model().pictures[0].data
    flawless(data)
    back = read_model(data, "model.zip")
    assert same(back.meshes, rich_model().meshes)
    assert [each.data for each in back.pictures] == [each.data for each in rich_model().pictures]


def test_the_origin_is_told_as_an_xmp_packet_too() -> None:
    found = document(write_model(rich_model(), provenance={"prompt": "a flag", "seed": 7}))
    (told,) = found["extensions"]["KHR_xmp_json_ld"]["packets"]
    assert found["asset"]["extensions"] == {"KHR_xmp_json_ld": {"packet": 0}}
    assert "KHR_xmp_json_ld" in found["extensionsUsed"]
    assert told["dc:description"]["rdf:_1"]["@value"] == "a flag"


def test_a_sheared_node_becomes_two_that_show_the_same() -> None:
    matrix = np.eye(4)
    matrix[:3, :3] = [[1, 0.7, 0], [0, -1.5, 0.2], [0.1, 0, 2]]
    matrix[:3, 3] = [1, 2, 3]
    model = Model((Node("above", children=(1,)), Node("it", matrix=matrix, mesh=0)), (0,), (Mesh((sheet(),)),))
    data = write_model(model)
    flawless(data)
    (found,) = opened_by_gltf_transform(data)["primitives"]
    (wanted,) = model.placed()
    assert scene_points(found) == pytest.approx(wanted.surface.points, abs=1e-6)


def test_a_node_without_volume_is_written_too() -> None:
    model = Model((Node("flat", matrix=np.diag([1.0, 0.0, 1.0, 1.0]), mesh=0),), (0,), (Mesh((sheet(),)),))
    data = write_model(model)
    flawless(data)
    assert scene_points(opened_by_gltf_transform(data)["primitives"][0])[:, 1] == pytest.approx(0)


def test_a_node_has_its_own_weights_of_morph_targets() -> None:
    rich = rich_model()
    nodes = tuple(replace(node, morph=(0.0, 1.0)) if node.name == "ball" else node for node in rich.nodes)
    for options in ({}, {"quantizes": True}):
        found = {
            each["node"]: each
            for each in opened_by_three(write_model(replace(rich, nodes=nodes), **options))["primitives"]
        }
        plain = {each["node"]: each for each in opened_by_three(write_model(rich, **options))["primitives"]}
        assert np.abs(found["ball"]["posed"] - plain["ball"]["posed"]).max() > 0.5


def test_who_holds_the_rights_is_told_where_glTF_has_a_place_for_it() -> None:
    data = write_model(replace(rich_model(), extras={"copyright": "2026 Somebody"}))
    assert document(data)["asset"] == {"version": "2.0", "generator": "Meshwright", "copyright": "2026 Somebody"}
    assert read_model(data).extras == {"copyright": "2026 Somebody"}


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), form=st.sampled_from(["plain", "quantized", "draco", "meshopt"]))
def test_any_surface_is_read_back_within_the_step_of_its_form(seed: int, form: str) -> None:
    chance = np.random.default_rng(seed)
    count, scale = int(chance.integers(3, 12)), 10.0 ** chance.integers(-3, 4)
    points = chance.integers(-3, 4, (count, 3)) * scale  # many corners at one place, many triangles on one another
    faces = np.array([chance.permutation(count)[:3] for _ in range(chance.integers(1, 9))], np.int32)
    uv = (chance.integers(-3, 4, (count, 2)) * chance.integers(1, 5)).astype(np.float32)
    sides = [points[faces[:, corner]] - points[faces[:, 0]] for corner in (1, 2)]
    assume(np.linalg.norm(np.cross(*sides), axis=1).max() > 0)
    options = {"quantizes": form == "quantized", "compression": form if form in ("draco", "meshopt") else "none"}
    (back,) = read_model(write_model(only(Surface(points, faces, uvs=(uv,))), **options)).placed()
    has_places = [len({tuple(points[corner]) for corner in face}) == 3 for face in faces]
    seen = faces[has_places] if form == "draco" and len(back.surface.faces) < len(faces) else faces
    assert len(back.surface.faces) == len(seen)
    step = 0 if form == "plain" else np.ptp(points, axis=0).max() / 16_383
    assert back.surface.points[back.surface.faces.ravel()] == pytest.approx(
        _matched(back.surface.points[back.surface.faces.ravel()], points[seen.ravel()]), abs=step + 1e-6 * scale
    )
    found, wanted = (
        np.sort(values, axis=0) for values in (back.surface.uvs[0][back.surface.faces.ravel()], uv[seen.ravel()])
    )
    assert np.abs(found - wanted).max() < 24 / 16_383


def _matched(points: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return the nearest of some corners for each of others; each is there as often as it was."""
    nearest = others[np.linalg.norm(points[:, None] - others[None], axis=2).argmin(axis=1)]
    assert sorted(map(tuple, nearest)) == sorted(map(tuple, others))
    return nearest

"""Quantised and compressed files, as gltf-transform and three.js unpack them."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from engine.glb import write_glb
from engine.glb_reading import parse_glb
from engine.models.model import Material, Mesh, Model, Node, Picture, Surface, Texture
from engine.models.reading import read_model
from engine.models.vertex_order import order_of, ordered
from engine.models.writing import write_model
from tests.gltf import issues_of, opened_by_gltf_transform, opened_by_three, scene_points
from tests.models import light_still_life, still_life_textures
from tests.rich_model import picture, rich_model, sheet

Form = Literal["quantized", "meshopt", "draco"]
FORMS: tuple[Form, ...] = ("quantized", "meshopt", "draco")
STEPS = {"quantized": 2**15 - 1, "meshopt": 2**14 - 1, "draco": 2**14 - 1}  # along the longest side
DEGREES = {"quantized": 0.005, "meshopt": 0.2, "draco": 0.2}


def packed(model: Model, form: Form, **more: Any) -> bytes:
    if form == "quantized":
        return write_model(model, quantizes=True, **more)
    return write_model(model, compression=form, **more)


def nearest(points: NDArray[Any], others: NDArray[Any]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return how far each point is from the nearest of the others, and which that is."""
    distances, numbers = cKDTree(others).query(points)
    return distances, numbers


def degrees(one: NDArray[Any], other: NDArray[Any]) -> float:
    """Return the greatest angle between vectors."""
    one, other = one.astype(np.float64), other.astype(np.float64)
    one, other = (each / np.linalg.norm(each, axis=1, keepdims=True) for each in (one, other))
    return float(np.degrees(2 * np.arcsin(np.clip(np.linalg.norm(one - other, axis=1) / 2, 0, 1)).max()))


def triangles(faces: NDArray[Any]) -> set[tuple[int, ...]]:
    """Return the triangles, each from its least corner on."""
    return {tuple(np.roll(face, -int(face.argmin()))) for face in faces}


def single(surface: Surface, **more: Any) -> Model:
    return Model((Node("it", mesh=0),), (0,), (Mesh((surface,)),), **more)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("opened", [opened_by_gltf_transform, opened_by_three])
def test_others_unpack_every_attribute_within_its_step(form: Form, opened: Any) -> None:
    surface = replace(sheet(20, 20), uvs=(sheet(20, 20).uvs[1], sheet(20, 20).uvs[1][:, ::-1].copy()))
    (found,) = opened(packed(single(surface), form))["primitives"]
    is_three = opened is opened_by_three
    names = ["normal", "tangent", "uv", "uv1", "color"]
    if not is_three:
        names = ["NORMAL", "TANGENT", "TEXCOORD_0", "TEXCOORD_1", "COLOR_0"]
    normals, tangents, first, second, colors = (found["attributes"][name] for name in names)
    distances, corners = nearest(scene_points(found), surface.points)
    side = np.ptp(surface.points, axis=0).max()
    assert distances.max() <= np.sqrt(3) * side / STEPS[form] / 2 * 1.05
    assert triangles(corners[found["faces"]]) == triangles(surface.faces)
    assert degrees(normals, surface.normals[corners]) < DEGREES[form]
    assert degrees(tangents[:, :3], surface.tangents[corners, :3]) < 0.7
    assert np.array_equal(np.sign(tangents[:, 3]), surface.tangents[corners, 3])
    assert np.abs(first - surface.uvs[0][corners]).max() < 1 / 30_000
    assert np.abs(second - surface.uvs[1][corners]).max() < 1 / 30_000
    assert np.abs(colors - surface.colors[corners]).max() < 1 / 60_000


@pytest.mark.parametrize("form", FORMS)
def test_one_of_everything_stands_where_it_stood_posed_and_all(form: Form) -> None:
    plain = {each["node"]: each for each in opened_by_three(write_model(rich_model()))["primitives"]}
    data = packed(rich_model(), form)
    found = opened_by_three(data)
    for each in found["primitives"]:
        before = plain[each["node"].removesuffix("_mesh")]
        distances, _ = nearest(each["posed"], before["posed"])
        assert distances.max() < 3 / STEPS[form]
        assert len(each["faces"]) == len(before["faces"])
    tracks = [track for clip in found["animations"] for track in clip["tracks"]]
    assert tracks == ["knee.quaternion", "pole.position", "ball.morphTargetInfluences"]


@pytest.mark.parametrize("form", FORMS)
def test_our_own_reader_unpacks_what_is_packed(form: Form) -> None:
    before = {each.surface.material: each.surface for each in rich_model().placed()}
    for each in read_model(packed(rich_model(), form)).placed():
        if each.surface.joints is None:
            distances, _ = nearest(each.surface.points, _all_points(rich_model(), each.surface.material))
            assert distances.max() < 3 / STEPS[form]
            assert len(each.surface.faces) == len(before[each.surface.material].faces)


def _all_points(model: Model, material: int) -> NDArray[np.float64]:
    return np.concatenate([each.surface.points for each in model.placed() if each.surface.material == material])


@pytest.mark.parametrize("form", ["quantized", "meshopt"])
def test_texture_coordinates_outside_of_the_picture_are_moved_back_by_the_texture(form: Form) -> None:
    surface = replace(sheet(), uvs=(sheet().uvs[0] * 4 - 2,), material=0)
    moved = (0.25, 0.5, 0.0, 2.0, 0.5)
    material = Material(textures={"base_color": Texture(0, transform=moved)})
    data = packed(single(surface, materials=(material,), pictures=(Picture(picture((1, 1, 1)), "image/png"),)), form)
    (found,) = opened_by_three(data)["primitives"]
    u, v, _, scale_u, scale_v = found["map_transform"]
    _, corners = nearest(scene_points(found), surface.points)
    shown = found["attributes"]["uv"] * [scale_u, scale_v] + [u, v]
    wanted = surface.uvs[0][corners] * [moved[3], moved[4]] + [moved[0], moved[1]]
    assert np.abs(shown - wanted).max() < 6 * 2 / (65_535 if form == "quantized" else 16_383)


def test_texture_coordinates_of_turned_textures_stay_floats() -> None:
    surface = replace(sheet(), uvs=(sheet().uvs[0] * 4,), material=0)
    material = Material(textures={"base_color": Texture(0, transform=(0.0, 0.0, 0.5, 1.0, 2.0))})
    data = packed(
        single(surface, materials=(material,), pictures=(Picture(picture((1, 1, 1)), "image/png"),)), "quantized"
    )
    assert np.array_equal(read_model(data).meshes[0].surfaces[0].uvs[0], surface.uvs[0])


@pytest.mark.parametrize("form", FORMS)
def test_surfaces_that_meet_still_meet(form: Form) -> None:
    whole = sheet(20, 20)
    halves = tuple(whole.picked(*_kept(whole.faces[part])) for part in (slice(None, 400), slice(400, None)))
    moved = tuple(replace(half, points=half.points * 3.7 + 0.123) for half in halves)
    one, other = read_model(packed(Model((Node(mesh=0),), (0,), (Mesh(moved),)), form)).placed()
    border = set(map(tuple, moved[0].points)) & set(map(tuple, moved[1].points))
    shared = set(map(tuple, one.surface.points)) & set(map(tuple, other.surface.points))
    assert len(shared) == len(border) > 10


def _kept(faces: NDArray[np.int32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    corners, local = np.unique(faces, return_inverse=True)
    return corners, local.reshape(-1, 3)


def test_what_is_quantized_is_smaller_and_what_is_packed_smaller_still() -> None:
    model = single(replace(sheet(60, 60), uvs=sheet(60, 60).uvs[1:]))
    sizes = [len(data) for data in (write_model(model), *(packed(model, form) for form in FORMS))]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[2] < 0.4 * sizes[0]
    assert sizes[3] < 0.15 * sizes[0]


def test_a_meshopt_file_holds_no_plain_geometry_beside_the_packed() -> None:
    document = parse_glb(packed(rich_model(), "meshopt")).document
    assert document["buffers"][1]["extensions"] == {"EXT_meshopt_compression": {"fallback": True}}
    assert "uri" not in document["buffers"][1]
    assert {"EXT_meshopt_compression", "KHR_mesh_quantization"} <= set(document["extensionsRequired"])


def test_morphing_surfaces_are_left_as_they_are_by_draco() -> None:
    document = parse_glb(packed(rich_model(), "draco")).document
    by_name = {mesh["name"]: mesh["primitives"][0] for mesh in document["meshes"]}
    assert {name: "extensions" in primitive for name, primitive in by_name.items()} == {
        "pole": True, "ball": False, "flag": True,
    }  # fmt: skip


def test_draco_leaves_out_nothing_but_triangles_without_area() -> None:
    plain = sheet()
    faces = np.concatenate([plain.faces, [[3, 3, 4], [5, 6, 5]]]).astype(np.int32)
    back = read_model(packed(single(replace(plain, faces=faces)), "draco"))
    assert back.triangles == len(plain.faces)


@pytest.mark.parametrize("form", FORMS)
def test_the_validator_finds_nothing_wrong_in_the_frame_of_packed_files(form: Form) -> None:
    issues = issues_of(packed(rich_model(), form))
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"][:5]


@pytest.mark.parametrize("form", FORMS)
def test_results_of_runs_are_packed_with_their_tangents(form: Form) -> None:
    ours = write_glb(light_still_life(), still_life_textures(), {"provenance": {"seed": 7}})
    data = packed(read_model(ours), form)
    issues = issues_of(data)
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"][:5]
    before = {(each["node"], each["material"]): each for each in opened_by_gltf_transform(ours)["primitives"]}
    found = opened_by_gltf_transform(data)["primitives"]
    assert len(found) == len(before)
    for each in found:
        plain = before[each["node"], each["material"]]
        assert len(each["faces"]) == len(plain["faces"])
        distances, _ = nearest(scene_points(each), scene_points(plain))
        assert distances.max() <= 1.2 * np.ptp(scene_points(plain), axis=0).max() / STEPS[form]
        tangents, normals = each["attributes"]["TANGENT"], each["attributes"]["NORMAL"]
        assert np.abs((tangents[:, :3] * normals).sum(axis=1)).max() < 0.02
    assert _geometry_bytes(data) < {"quantized": 0.7, "meshopt": 0.35, "draco": 0.2}[form] * _geometry_bytes(ours)


def _geometry_bytes(data: bytes) -> int:
    file = parse_glb(data)
    pictures = sum(file.document["bufferViews"][image["bufferView"]]["byteLength"] for image in file.document["images"])
    return len(file.binary) - pictures


def test_triangles_are_put_in_an_order_that_shades_few_corners_twice() -> None:
    surface = sheet(60, 60)
    shuffled = replace(surface, faces=np.random.default_rng(1).permutation(surface.faces))
    found = ordered(shuffled)
    assert order_of(shuffled.faces).acmr > 2
    assert order_of(found.faces).acmr < 0.8
    assert order_of(found.faces).atvr < 1.6
    before = {tuple(sorted(map(tuple, surface.points[face]))) for face in surface.faces}
    assert {tuple(sorted(map(tuple, found.points[face]))) for face in found.faces} == before
    assert found.faces[0].min() == 0  # corners come as they are used


def test_files_are_smaller_in_an_order_for_size() -> None:
    model = single(replace(sheet(120, 120), uvs=()))
    drawn, small = (write_model(model, compression="meshopt", order=order) for order in ("drawing", "size"))
    assert len(small) < 0.98 * len(drawn)
    assert triangles_of(small) == triangles_of(drawn)


def triangles_of(data: bytes) -> set[tuple[tuple[float, ...], ...]]:
    (placed,) = read_model(data).placed()
    return {tuple(sorted(map(tuple, placed.surface.points[face]))) for face in placed.surface.faces}


def test_ordering_leaves_out_corners_that_no_triangle_uses() -> None:
    surface = sheet()
    assert len(ordered(replace(surface, faces=surface.faces[:4])).points) == len(np.unique(surface.faces[:4]))


def test_a_surface_that_draco_refuses_at_its_best_is_packed_with_less_effort() -> None:
    known = msgspec.json.decode((Path(__file__).parent / "samples" / "refused_by_draco.json").read_bytes())
    surface = Surface(
        np.array(known["points"]), np.array(known["faces"], np.int32), uvs=(np.array(known["uvs"], np.float32),)
    )
    model = Model((Node(mesh=0),), (0,), (Mesh((surface,)),))
    back = read_model(write_model(model, compression="draco"))
    assert back.triangles == len(known["faces"])

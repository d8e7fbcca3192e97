"""What files of glTF 2.0 say is what the model holds."""

import struct
from typing import Any

import DracoPy
import meshopt
import numpy as np
import pytest

from domain.errors import Invalid
from engine.models.model import NOTHING, Model, Surface
from engine.models.reading import read_model
from tests.gltf_draft import CORNERS, ORDER, Draft, square
from tests.rich_model import picture


def only(model: Model) -> Surface:
    """Return the model's only surface."""
    ((surface,),) = (mesh.surfaces for mesh in model.meshes)
    return surface


def drawn(primitive_of: Any) -> Surface:
    """Return the surface of one primitive, given by what makes it of a draft."""
    draft = Draft()
    return only(read_model(draft.show(primitive_of(draft)).glb()))


def corners_of(surface: Surface) -> list[list[list[float]]]:
    """Return the points of each triangle."""
    return surface.points[surface.faces].tolist()


SQUARE = [[[0, 0, 0], [1, 0, 0], [1, 1, 0]], [[0, 0, 0], [1, 1, 0], [0, 1, 0]]]


@pytest.mark.parametrize("form", ["glb", "gltf"])
def test_a_square_is_read_from_a_glb_and_from_a_data_uri(form: str) -> None:
    draft = Draft()
    draft.show(square(draft))
    model = read_model(draft.glb() if form == "glb" else draft.gltf())
    assert corners_of(only(model)) == SQUARE
    assert (model.source, model.notes) == ("gltf", ())


def test_triangles_without_indices_are_their_corners_in_order() -> None:
    surface = drawn(lambda draft: {"attributes": {"POSITION": draft.accessor(CORNERS[ORDER])}})
    assert corners_of(surface) == SQUARE


def test_strips_turn_every_other_triangle_and_leave_out_what_stitches_them() -> None:
    order = np.array([0, 1, 3, 2, 2, 0, 0, 3], np.uint8)  # two strips, stitched at 2 and 0
    surface = drawn(lambda draft: square(draft, indices=draft.accessor(order), mode=5))
    assert surface.faces.tolist() == [[0, 1, 3], [3, 1, 2]]


def test_fans_share_their_first_corner() -> None:
    order = np.arange(4, dtype=np.uint32)
    surface = drawn(lambda draft: square(draft, indices=draft.accessor(order), mode=6))
    assert corners_of(surface) == SQUARE


def test_interleaved_attributes_are_told_apart_by_their_stride() -> None:
    draft = Draft()
    normals = np.tile(np.float32([0, 0, 1]), (4, 1))
    view = draft.view(np.hstack([CORNERS, normals]).tobytes(), byteStride=24)
    head = {"bufferView": view, "componentType": 5126, "type": "VEC3", "count": 4}
    attributes = {"POSITION": draft.entry(head), "NORMAL": draft.entry(head | {"byteOffset": 12})}
    surface = only(read_model(draft.show({"attributes": attributes, "indices": draft.accessor(ORDER)}).glb()))
    assert corners_of(surface) == SQUARE
    assert np.array_equal(surface.normals, normals)


@pytest.mark.parametrize("has_base", [True, False])
def test_sparse_accessors_replace_some_elements_of_others_or_of_zeros(has_base: bool) -> None:
    draft = Draft()
    places, values = np.array([1, 2, 3], np.uint8), CORNERS[1:] * 2
    number = draft.accessor(CORNERS)
    entry = draft.document["accessors"][number]
    entry["sparse"] = {
        "count": 3, "indices": {"bufferView": draft.view(places.tobytes()), "componentType": 5121},
        "values": {"bufferView": draft.view(values.tobytes())},
    }  # fmt: skip
    if not has_base:
        del entry["bufferView"]
    surface = only(read_model(draft.show({"attributes": {"POSITION": number}, "indices": draft.accessor(ORDER)}).glb()))
    assert surface.points.tolist() == (CORNERS * 2).tolist()


def test_normalised_integers_stand_for_shares_and_quantised_positions_for_themselves() -> None:
    draft = Draft()
    draft.document["extensionsRequired"] = draft.document["extensionsUsed"] = ["KHR_mesh_quantization"]
    attributes = {
        "POSITION": draft.accessor((CORNERS * 100).astype(np.int16)),
        "NORMAL": draft.accessor(np.tile(np.int8([0, 0, 127]), (4, 1)), normalized=True),
        "TEXCOORD_0": draft.accessor((CORNERS[:, :2] * 65535).astype(np.uint16), normalized=True),
        "COLOR_0": draft.accessor(np.tile(np.uint8([255, 0, 51]), (4, 1)), normalized=True),
    }
    surface = only(read_model(draft.show({"attributes": attributes, "indices": draft.accessor(ORDER)}).glb()))
    assert surface.points.max() == 100
    assert np.array_equal(surface.normals, np.tile(np.float32([0, 0, 1]), (4, 1)))
    assert np.array_equal(surface.uvs[0], CORNERS[:, :2])
    assert np.allclose(surface.colors, [1, 0, 0.2, 1])


def test_the_least_normalised_integers_stand_for_minus_one() -> None:
    draft = Draft()
    normals = draft.accessor(np.tile(np.int16([0, 0, -32768]), (4, 1)), normalized=True)
    primitive = square(draft)
    primitive["attributes"]["NORMAL"] = normals
    assert only(read_model(draft.show(primitive).glb())).normals[0].tolist() == [0, 0, -1]


def test_primitives_that_share_their_corners_keep_only_those_that_they_use() -> None:
    draft = Draft()
    primitive = square(draft)
    half = primitive | {"indices": draft.accessor(np.array([0, 2, 3], np.uint16))}
    draft.node(mesh=draft.mesh(primitive, half))
    first, second = read_model(draft.glb()).meshes[0].surfaces
    assert corners_of(first) == SQUARE
    assert (len(second.points), corners_of(second)) == (3, SQUARE[1:])


def draco(draft: Draft, **more: Any) -> dict[str, Any]:
    colors = np.arange(16, dtype=np.uint8).reshape(4, 4) * 10
    content = DracoPy.encode(
        CORNERS, ORDER.reshape(-1, 3).astype(np.uint32), tex_coord=CORNERS[:, :2].astype(float), colors=colors,
        quantization_bits=14,
    )  # fmt: skip
    ids = {each["attribute_type"]: each["unique_id"] for each in DracoPy.decode(content).attributes}
    empty = {"count": 4, "componentType": 5126}
    attributes = {
        "POSITION": draft.entry(empty | {"type": "VEC3"}), "TEXCOORD_0": draft.entry(empty | {"type": "VEC2"}),
        "COLOR_0": draft.entry({"count": 4, "componentType": 5121, "normalized": True, "type": "VEC4"}),
    }  # fmt: skip
    draft.document["extensionsRequired"] = ["KHR_draco_mesh_compression"]
    packed = {
        "bufferView": draft.view(content),
        "attributes": {"POSITION": ids[0], "TEXCOORD_0": ids[3], "COLOR_0": ids[2]},
    }
    indices = draft.entry({"count": 6, "componentType": 5125, "type": "SCALAR"})
    return {"attributes": attributes, "indices": indices, "extensions": {"KHR_draco_mesh_compression": packed | more}}


def test_draco_parts_are_unpacked_with_all_of_their_attributes() -> None:
    surface = drawn(draco)
    assert np.abs(np.sort(surface.points, axis=0) - np.sort(CORNERS, axis=0)).max() < 1e-4
    assert np.abs(surface.uvs[0] - surface.points[:, :2]).max() < 1e-3
    assert surface.colors.max() == pytest.approx(150 / 255)


def meshopt_view(draft: Draft, values: np.ndarray, mode: Any, stride: int) -> int:
    packed = meshopt.encode_gltf_buffer(values, mode)
    view = draft.view(packed)
    entry = draft.document["bufferViews"][view]
    told = {"buffer": 0, "byteOffset": entry["byteOffset"], "byteLength": len(packed), "byteStride": stride,
            "count": len(values), "mode": mode}  # fmt: skip
    draft.document["bufferViews"][view] = {
        "buffer": 1, "byteLength": len(values) * stride, "extensions": {"EXT_meshopt_compression": told},
    }  # fmt: skip
    return view


def test_meshopt_views_are_unpacked_and_their_fallback_buffer_is_not_asked_for() -> None:
    draft = Draft()
    corners = meshopt_view(draft, CORNERS, "ATTRIBUTES", 12)
    order = meshopt_view(draft, ORDER, "TRIANGLES", 2)
    points = draft.entry({"bufferView": corners, "componentType": 5126, "type": "VEC3", "count": 4})
    indices = draft.entry({"bufferView": order, "componentType": 5123, "type": "SCALAR", "count": 6})
    draft.document["extensionsRequired"] = ["EXT_meshopt_compression"]
    draft.document["buffers"] = [
        {"byteLength": len(draft.binary)},
        {"byteLength": 60, "extensions": {"EXT_meshopt_compression": {"fallback": True}}},
    ]
    surface = only(read_model(draft.show({"attributes": {"POSITION": points}, "indices": indices}).glb()))
    assert sorted(corners_of(surface)) == sorted(SQUARE)


def textured(draft: Draft, info: dict[str, Any], texture: dict[str, Any], *pictures: bytes) -> Model:
    draft.document["images"] = [{"bufferView": draft.view(each), "mimeType": "image/png"} for each in pictures]
    draft.document["textures"] = [texture]
    draft.document["samplers"] = [{"wrapS": 33071, "minFilter": 9987}]
    draft.document["materials"] = [{"pbrMetallicRoughness": {"baseColorTexture": info}}]
    return read_model(draft.show(square(draft, material=0)).glb())


def test_textures_keep_their_sampler_transform_and_set_and_pictures_their_own_kind() -> None:
    moved = {"offset": [0.5, 0.25], "rotation": 1.5, "scale": [2, 3], "texCoord": 1}
    info = {"index": 0, "extensions": {"KHR_texture_transform": moved}}
    model = textured(Draft(), info, {"source": 0, "sampler": 0}, picture((1, 2, 3), "JPEG"))
    texture = model.materials[0].textures["base_color"]
    assert texture.transform == (0.5, 0.25, 1.5, 2, 3)
    assert (texture.uv_set, texture.wrap, texture.filters) == (1, (33071, 10497), (0, 9987))
    assert model.pictures[0].media_type == "image/jpeg"


def test_of_two_forms_of_a_picture_the_one_that_all_open_is_taken() -> None:
    webp = {"extensions": {"EXT_texture_webp": {"source": 0}}}
    pictures = picture((1, 2, 3), "WEBP"), picture((1, 2, 3))
    both = textured(Draft(), {"index": 0}, webp | {"source": 1}, *pictures)
    alone = textured(Draft(), {"index": 0}, webp, *pictures)
    taken = [model.pictures[model.materials[0].textures["base_color"].picture].media_type for model in (both, alone)]
    assert taken == ["image/png", "image/webp"]


def test_pictures_that_nothing_uses_are_not_even_looked_at() -> None:
    dds = {"extensions": {"MSFT_texture_dds": {"source": 0}}, "source": 1}
    model = textured(Draft(), {"index": 0}, dds, b"DDS and more", picture((1, 2, 3)))
    assert [each.media_type for each in model.pictures] == ["image/png"]


def test_a_picture_that_did_not_come_along_is_left_out_with_a_note() -> None:
    draft = Draft()
    draft.document["images"] = [{"uri": "gone.png"}]
    draft.document["textures"] = [{"source": 0}]
    draft.document["materials"] = [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}]
    draft.show(square(draft) | {"material": 0})
    model = read_model(draft.glb())
    assert (model.pictures, dict(model.materials[0].textures)) == ((), {})
    assert any("did not come with it" in note for note in model.notes)


def test_ktx2_pictures_are_kept_as_they_are() -> None:
    content = b"\xabKTX 20\xbb\r\n\x1a\n" + struct.pack("<5I", 0, 1, 64, 32, 0) + bytes(60)
    basisu = {"extensions": {"KHR_texture_basisu": {"source": 0}}}
    model = textured(Draft(), {"index": 0}, basisu, content)
    assert (model.pictures[0].media_type, model.pictures[0].data) == ("image/ktx2", content)


def test_extensions_of_materials_are_kept_and_their_textures_named_by_picture() -> None:
    draft = Draft()
    coat = {"clearcoatFactor": 0.5, "clearcoatTexture": {"index": 0, "texCoord": 1}}
    draft.document["images"] = [{"bufferView": draft.view(picture((9, 9, 9)))}] * 2
    draft.document["textures"] = [{"source": 1}]
    looks = {
        "KHR_materials_iridescence": {},
        "KHR_materials_clearcoat": coat,
        "KHR_materials_emissive_strength": {"emissiveStrength": 7},
    }
    draft.document["materials"] = [{"extensions": looks}]
    draft.document["extensionsRequired"] = ["KHR_materials_iridescence"]
    kept = read_model(draft.show(square(draft, material=0)).glb()).materials[0].extensions
    assert kept["KHR_materials_iridescence"] == {}
    assert kept["KHR_materials_emissive_strength"] == {"emissiveStrength": 7}
    found = kept["KHR_materials_clearcoat"]["clearcoatTexture"]
    assert (found["picture"], found["uv_set"]) == (0, 1)


def test_glossy_materials_become_rough_ones_and_that_is_noted() -> None:
    draft = Draft()
    glossy = {"diffuseFactor": [0.5, 0.25, 0, 1], "glossinessFactor": 0.75}
    draft.document["materials"] = [{"extensions": {"KHR_materials_pbrSpecularGlossiness": glossy}}]
    model = read_model(draft.show(square(draft, material=0)).glb())
    assert model.materials[0].base_color == (0.5, 0.25, 0, 1)
    assert (model.materials[0].metallic, model.materials[0].roughness) == (0, 0.25)
    assert "specular" in model.notes[0]


def test_points_and_lines_beside_triangles_are_left_out_with_a_note_and_refused_alone() -> None:
    draft = Draft()
    lines = square(draft, mode=1)
    draft.node(mesh=draft.mesh(lines, square(draft)))
    model = read_model(draft.glb())
    assert model.notes == ("Points and lines were left out",)
    assert corners_of(only(model)) == SQUARE
    draft.document["meshes"] = [{"primitives": [lines]}]
    with pytest.raises(Invalid, match="no triangles"):
        read_model(draft.glb())


def test_only_the_default_scene_is_read_and_what_only_others_show_is_left_out() -> None:
    draft = Draft()
    first = draft.node(mesh=draft.mesh(square(draft), name="first"), name="first")
    second = draft.node(mesh=draft.mesh(square(draft), name="second"), name="second")
    draft.document["scenes"] = [{"nodes": [first]}, {"nodes": [second]}]
    draft.document["scene"] = 1
    model = read_model(draft.glb())
    assert ([node.name for node in model.nodes], [mesh.name for mesh in model.meshes]) == (["second"], ["second"])
    assert "default scene" in model.notes[0]


def test_without_scenes_all_nodes_that_hang_nowhere_are_shown() -> None:
    draft = Draft()
    child = draft.node(mesh=draft.mesh(square(draft)), translation=[1, 0, 0])
    draft.node(children=[child], translation=[0, 5, 0])
    del draft.document["scenes"], draft.document["scene"]
    (placed,) = read_model(draft.glb()).placed()
    assert placed.surface.points.min(axis=0).tolist() == [1, 5, 0]


def test_meshes_without_nodes_are_shown_where_they_are() -> None:
    draft = Draft()
    draft.mesh(square(draft))
    del draft.document["scenes"], draft.document["scene"], draft.document["nodes"]
    (placed,) = read_model(draft.glb()).placed()
    assert corners_of(placed.surface) == SQUARE


def test_matrices_are_read_by_columns() -> None:
    draft = Draft()
    draft.node(mesh=draft.mesh(square(draft)), matrix=[2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 7, 8, 9, 1])
    (placed,) = read_model(draft.glb()).placed()
    assert placed.surface.points.max(axis=0).tolist() == [9, 9, 9]


def test_instances_become_nodes() -> None:
    draft = Draft()
    places = {"TRANSLATION": draft.accessor(np.float32([[0, 0, 0], [5, 0, 0], [0, 0, 9]]))}
    draft.node(mesh=draft.mesh(square(draft)), extensions={"EXT_mesh_gpu_instancing": {"attributes": places}})
    draft.document["extensionsRequired"] = ["EXT_mesh_gpu_instancing"]
    model = read_model(draft.glb())
    assert len(model.meshes) == 1
    found = sorted(placed.surface.points.min(axis=0).tolist() for placed in model.placed())
    assert found == [[0, 0, 0], [0, 0, 9], [5, 0, 0]]


def test_normals_that_are_no_direction_become_those_of_the_triangles() -> None:
    draft = Draft()
    primitive = square(draft)
    primitive["attributes"]["NORMAL"] = draft.accessor(np.float32([[0, 0, 0], [np.nan, 0, 0], [0, 0, 5], [1, 0, 0]]))
    surface = only(read_model(draft.show(primitive).glb()))
    assert surface.normals.tolist() == [[0, 0, 1], [0, 0, 1], [0, 0, 1], [1, 0, 0]]


def test_what_the_file_says_of_itself_is_kept_and_cameras_are_noted() -> None:
    draft = Draft()
    draft.document["asset"] |= {"copyright": "2026 Somebody, CC-BY", "extras": {"title": "A square"}}
    draft.show(square(draft)).node(camera=0)
    model = read_model(draft.glb())
    assert model.extras == {"copyright": "2026 Somebody, CC-BY", "title": "A square"}
    assert model.notes == ("Cameras were left out",)


def test_chunks_of_other_kinds_are_passed_over() -> None:
    draft = Draft()
    data = draft.show(square(draft)).glb() + struct.pack("<I4s", 4, b"XTRA") + b"abcd"
    data = data[:8] + struct.pack("<I", len(data)) + data[12:]
    assert only(read_model(data)).material == NOTHING

"""Models as USDZ, held against USD's own library and validators."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from PIL import Image
from pxr import Sdf, Usd, UsdGeom, UsdShade, UsdValidation

from domain.errors import Invalid, TooLarge
from engine.exporting import scene
from engine.exporting.gallery import Gallery
from engine.exporting.usdz import usdz
from engine.exporting.writing import write
from engine.models.model import Material, Mesh, Model, Node, Picture, Texture
from tests.exporting import ACCOUNT, bounds_of, corners_of, cube, model_of, picture, plate, rich, skinned


@pytest.fixture
def opened(tmp_path: Path) -> Any:
    """Return a function that opens a package as a stage, once its validators have found nothing."""

    kept = []  # a prim ends with its stage

    def open_stage(data: bytes) -> Usd.Stage:
        path = tmp_path / "model.usdz"
        path.write_bytes(data)
        stage = Usd.Stage.Open(str(path))
        kept.append(stage)
        validators = UsdValidation.ValidationRegistry().GetOrLoadAllValidators()
        assert len(validators) >= 25
        found = UsdValidation.ValidationContext(validators).Validate(stage)
        assert [(each.GetName(), each.GetMessage()) for each in found] == []
        return stage

    return open_stage


def meshes_in(stage: Usd.Stage) -> list[UsdGeom.Mesh]:
    return [UsdGeom.Mesh(prim) for prim in stage.Traverse() if prim.IsA(UsdGeom.Mesh)]


def shader_of(mesh: UsdGeom.Mesh) -> UsdShade.Shader:
    material, _ = UsdShade.MaterialBindingAPI(mesh).ComputeBoundMaterial()
    return material.ComputeSurfaceSource()[0]


def source_of(shader: UsdShade.Shader, name: str) -> tuple[UsdShade.Shader, str]:
    connection = shader.GetInput(name).GetConnectedSources()[0][0]
    return UsdShade.Shader(connection.source.GetPrim()), connection.sourceName


def test_a_scene_with_everything_passes_the_validators_of_usd_and_stands_where_it_stood(opened: Any) -> None:
    model = rich()
    stage = opened(write(model, "usdz", provenance=ACCOUNT).data)
    assert (UsdGeom.GetStageUpAxis(stage), UsdGeom.GetStageMetersPerUnit(stage)) == ("Y", 1.0)
    found = np.concatenate(
        [
            np.array(mesh.GetPointsAttr().Get())[np.array(mesh.GetFaceVertexIndicesAttr().Get()).reshape(-1, 3)]
            for mesh in meshes_in(stage)
        ]
    )
    assert_allclose(found, corners_of(model), atol=1e-6)
    box = UsdGeom.BBoxCache(Usd.TimeCode.Default(), ["default"]).ComputeWorldBound(stage.GetPseudoRoot())
    bounds = box.ComputeAlignedRange()
    assert_allclose([bounds.GetMin(), bounds.GetMax()], bounds_of(model), atol=1e-6)


def test_the_package_holds_its_files_plain_and_aligned_and_only_such_as_every_viewer_takes() -> None:
    data = write(rich(), "usdz").data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        assert entries[0].filename == "model.usdc"
        assert {entry.filename.rpartition(".")[2] for entry in entries} == {"usdc", "png", "jpg"}
        for entry in entries:
            assert entry.compress_type == zipfile.ZIP_STORED
            start = entry.header_offset + 30 + len(entry.filename) + len(entry.extra)
            assert start % 64 == 0
            assert data[start : start + entry.file_size] == package.read(entry)
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)


def test_metal_and_roughness_are_read_from_the_channels_where_gltf_has_them(opened: Any) -> None:
    shader = shader_of(meshes_in(opened(write(rich(), "usdz").data))[0])
    channels = {name: source_of(shader, name)[1] for name in ("metallic", "roughness", "occlusion", "diffuseColor")}
    assert channels == {"metallic": "b", "roughness": "g", "occlusion": "r", "diffuseColor": "rgb"}
    reader, _ = source_of(shader, "metallic")
    assert_allclose(reader.GetInput("scale").Get(), (1, 0.8, 0.5, 1))
    assert reader.GetInput("sourceColorSpace").Get() == "raw"
    color, _ = source_of(shader, "diffuseColor")
    assert (color.GetInput("sourceColorSpace").Get(), tuple(color.GetInput("scale").Get())) == (
        "sRGB",
        (1, 0.5, 0.5, 1),
    )
    normal, _ = source_of(shader, "normal")
    assert_allclose(normal.GetInput("scale").Get(), (2, 2, 2, 1))
    assert (normal.GetInput("wrapS").Get(), normal.GetInput("wrapT").Get()) == ("clamp", "mirror")
    occlusion, _ = source_of(shader, "occlusion")
    assert_allclose(occlusion.GetInput("scale").Get()[0], 0.7)
    assert_allclose(occlusion.GetInput("bias").Get()[0], 0.3, atol=1e-6)


def test_how_steep_normals_are_is_in_the_pixels_since_usd_allows_one_scale_alone() -> None:
    steep = np.array([0.6, 0.0, 0.8])
    color = tuple(int(each) for each in np.rint((steep + 1) * 127.5))
    looks = Material("m", textures={"normal": Texture(0)}, normal_scale=0.5)
    data = usdz(model_of(plate(), materials=(looks,), pictures=(picture(color),)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        pixels = np.asarray(Image.open(io.BytesIO(package.read("textures/0_normal.0.5.png"))))
    wanted = np.array([0.3, 0.0, 0.8]) / np.linalg.norm([0.3, 0.0, 0.8])
    assert_allclose(pixels[0, 0] / 127.5 - 1, wanted, atol=0.01)


def test_texture_coordinates_run_upwards_and_have_moved_as_the_texture_says(opened: Any) -> None:
    mesh = meshes_in(opened(write(rich(), "usdz").data))[0]
    primvars = UsdGeom.PrimvarsAPI(mesh)
    uvs = cube().uvs[0].astype(float)
    assert_allclose(primvars.GetPrimvar("st").Get(), np.stack([uvs[:, 0], 1 - uvs[:, 1]], axis=1), atol=1e-6)
    u, v = uvs[:, 0] * 2, uvs[:, 1] * 3
    cosine, sine = np.cos(0.3), np.sin(0.3)
    moved = np.stack([cosine * u + sine * v + 0.25, 1 - (cosine * v - sine * u + 0.5)], axis=1)
    assert_allclose(primvars.GetPrimvar("st1").Get(), moved, atol=1e-6)
    reader, _ = source_of(source_of(shader_of(mesh), "roughness")[0], "st")
    assert reader.GetInput("varname").Get() == "st1"


def test_glass_is_clear_leaves_are_cut_out_and_both_say_so(opened: Any) -> None:
    stage = opened(write(rich(), "usdz").data)
    by_name = {mesh.GetPrim().GetName(): mesh for mesh in meshes_in(stage)}
    glass, leaf = by_name["cube_3"], by_name["cube_2"]
    assert shader_of(glass).GetInput("opacity").Get() == pytest.approx(0.3)
    assert glass.GetDoubleSidedAttr().Get() is True
    assert shader_of(leaf).GetInput("opacityThreshold").Get() == pytest.approx(0.4)
    assert source_of(shader_of(leaf), "opacity")[1] == "a"
    reader, _ = source_of(shader_of(glass), "diffuseColor")
    assert reader.GetInput("varname").Get() == "displayColor"
    assert_allclose(np.array(glass.GetDisplayColorAttr().Get())[0], (0.2, 0, 0), atol=1e-6)


def test_of_gltfs_further_materials_usd_takes_what_it_knows_and_the_rest_is_said(opened: Any) -> None:
    further = {
        "KHR_materials_clearcoat": {"clearcoatFactor": 0.5, "clearcoatRoughnessFactor": 0.25},
        "KHR_materials_ior": {"ior": 1.3}, "KHR_materials_sheen": {},
        "KHR_materials_emissive_strength": {"emissiveStrength": 4.0},
    }  # fmt: skip
    looks = Material("paint", emissive=(0.25, 0.0, 0.0), extensions=further)
    written = write(model_of(cube(), materials=(looks,)), "usdz")
    assert written.notes == ("Not in this format: KHR_materials_sheen.",)
    shader = shader_of(meshes_in(opened(written.data))[0])
    values = [shader.GetInput(name).Get() for name in ("clearcoat", "clearcoatRoughness", "ior")]
    assert_allclose(values, [0.5, 0.25, 1.3])
    assert_allclose(shader.GetInput("emissiveColor").Get(), (1, 0, 0))


@pytest.mark.parametrize("told", [3, [], {"emissiveStrength": "much"}, {"emissiveStrength": float("nan")}])
def test_an_extension_that_says_nonsense_is_passed_over(opened: Any, told: Any) -> None:
    further = {"KHR_materials_emissive_strength": told, "KHR_materials_clearcoat": told, "KHR_materials_ior": told}
    looks = Material("paint", emissive=(0.25, 0.0, 0.0), extensions=further)
    shader = shader_of(meshes_in(opened(usdz(model_of(cube(), materials=(looks,)))))[0])
    assert_allclose(shader.GetInput("emissiveColor").Get(), (0.25, 0, 0))
    assert not shader.GetInput("ior")


def test_sixteen_bits_of_grey_are_not_cut_off_at_eight() -> None:
    content = io.BytesIO()
    Image.fromarray(np.full((4, 4), 0x8000, np.uint16)).save(content, "PNG")
    model = model_of(plate(), pictures=(Picture(content.getvalue(), "image/png"),))
    assert (Gallery(model).pixels(0) == (128, 128, 128, 255)).all()


def test_what_no_light_is_to_change_shines_by_itself(opened: Any) -> None:
    looks = Material(
        "sign", (0.5, 1.0, 1.0, 1.0), textures={"base_color": Texture(0)}, extensions={"KHR_materials_unlit": {}}
    )
    data = usdz(model_of(cube(), materials=(looks,), pictures=(picture((1, 2, 3)),)))
    shader = shader_of(meshes_in(opened(data))[0])
    assert tuple(shader.GetInput("diffuseColor").Get()) == (0, 0, 0)
    reader, channel = source_of(shader, "emissiveColor")
    assert (channel, tuple(reader.GetInput("scale").Get())) == ("rgb", (0.5, 1, 1, 1))


def test_a_webp_picture_becomes_a_png_of_the_same_pixels() -> None:
    with zipfile.ZipFile(io.BytesIO(write(rich(), "usdz").data)) as package:
        content = package.read("textures/4_base_color.png")
    pixels = np.asarray(Image.open(io.BytesIO(content)))
    assert_allclose(pixels[0, 0], (0, 255, 0, 128), atol=2)


def test_a_skin_is_taken_where_its_bones_stand_and_the_answer_says_what_is_lost(opened: Any) -> None:
    written = write(skinned(), "usdz")
    points = np.array(meshes_in(opened(written.data))[0].GetPointsAttr().Get())
    assert_allclose(points, plate().points + np.array([0, 2, 0]), atol=1e-6)  # the node's own place counts for nothing
    assert any("animation" in note for note in written.notes)
    assert any("bones" in note for note in written.notes)
    assert write(skinned(), "glb").notes == ()


def test_morph_targets_are_taken_at_their_default_weights() -> None:
    shift = np.tile(np.float32([0, 0, 4]), (4, 1))
    bulge = replace(plate(), targets=({"POSITION": shift},))
    model = model_of(bulge, meshes=(Mesh((bulge,), morph=(0.5,)),))
    assert_allclose(bounds_of(model), [(0, 0, 2), (1, 1, 2)])


def test_where_it_came_from_stands_in_the_layer_and_not_when_that_is_unwanted(tmp_path: Path) -> None:
    for provenance in (ACCOUNT, None):
        path = tmp_path / f"{bool(provenance)}.usdz"
        path.write_bytes(usdz(rich(), provenance=provenance))
        told = Sdf.Layer.FindOrOpen(str(path)).customLayerData
        assert str(told["creator"]).startswith("Meshwright")
        assert ("provenance" in told) == bool(provenance)
    assert b"a <red> box" not in usdz(rich())


def test_a_scene_that_shows_nothing_is_refused() -> None:
    with pytest.raises(Invalid, match="no triangle"):
        usdz(Model((Node(),), (0,), ()))


def test_more_triangles_than_the_format_takes_are_refused_before_they_are_laid_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scene, "TRIANGLES_MOST", 23)
    shown_twice = model_of(cube(), nodes=(Node(mesh=0), Node(mesh=0)), roots=(0, 1))
    with pytest.raises(TooLarge, match=r"24 triangles.*23"):
        usdz(shown_twice)


def test_names_that_usd_does_not_know_become_such_that_it_does(opened: Any) -> None:
    materials = (Material("1 über*"), Material("1 über*"))
    nodes = (Node("ä", mesh=0), Node("ä", mesh=0), Node("_2", mesh=0))
    model = model_of(cube(material=0), plate(material=1), materials=materials, nodes=nodes, roots=(0, 1, 2))
    stage = opened(usdz(model))
    assert len(meshes_in(stage)) == 6


@pytest.mark.parametrize("form", ["WEBP", "PNG"])
def test_a_broken_picture_is_refused_and_not_packed_away(form: str) -> None:
    whole = picture((1, 2, 3), form, size=64).data
    cut = Picture(whole[: len(whole) * 2 // 3], f"image/{form.lower()}")
    model = model_of(plate(), materials=(Material("m", textures={"base_color": Texture(0)}),), pictures=(cut,))
    with pytest.raises(Invalid, match="picture"):
        usdz(model)


def test_two_that_write_at_once_both_come_to_an_end_with_the_same_bytes() -> None:
    with ThreadPoolExecutor(2) as threads:
        one, other = threads.map(lambda _: usdz(rich()), range(2))
    assert one == other

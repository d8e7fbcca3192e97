"""What holds for every format: the same bytes each time, nothing moved, and only what was wanted in the file."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from typing import Any, get_args

import numpy as np
import pytest
from numpy.testing import assert_allclose

from domain.errors import Invalid
from domain.work.export import FORMATS, Format, compressions_of
from engine.exporting.gallery import Gallery, material_of
from engine.exporting.plain import without_pictures
from engine.exporting.readable import readable
from engine.exporting.scene import safe_name
from engine.exporting.writing import KINDS, MOVING, write
from engine.models.model import Material, Model, Node, Picture, Texture
from engine.models.reading import read_model
from tests.exporting import ACCOUNT, bounds_of, corners_of, cube, halves, model_of, picture, plate, rich, skinned

_CHILD = """
import hashlib
from tests.exporting import ACCOUNT, rich
from engine.exporting.writing import KINDS, write
for form in KINDS:
    print(form, hashlib.sha256(write(rich(), form, provenance=ACCOUNT).data).hexdigest())
"""


def test_every_format_gives_the_same_bytes_in_another_process_with_one_thread() -> None:
    environment = {"PXR_WORK_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "PYTHONPATH": ".", "PYTHONHASHSEED": "7"}
    told = subprocess.run([sys.executable, "-c", _CHILD], capture_output=True, text=True, check=True, env=environment)
    there = dict(line.split() for line in told.stdout.splitlines() if " " in line and "#" not in line)
    here = {form: hashlib.sha256(write(rich(), form, provenance=ACCOUNT).data).hexdigest() for form in KINDS}
    assert there == here


def test_each_format_that_may_be_asked_for_is_written() -> None:
    assert tuple(KINDS) == FORMATS == get_args(Format)
    assert [form for form in FORMATS if len(compressions_of(form)) > 1] == list(MOVING)


@pytest.mark.parametrize("form", ["glb", "gltf", "obj", "stl", "ply"])
def test_our_own_reader_finds_the_same_triangles_in_what_was_written(form: Format) -> None:
    model = rich()
    back = read_model(write(model, form).data, f"model.{form}")
    assert len(corners_of(back)) == len(corners_of(model))
    found, wanted = bounds_of(back), bounds_of(model)
    if form == "stl":
        low, high = found / 1000
        found = np.array([(low[0], low[2], -high[1]), (high[0], high[2], -low[1])])
    assert_allclose(found, wanted, atol=2e-6)


def test_the_khronos_validator_finds_nothing_in_a_glb_with_provenance(gltf_issues: Any) -> None:
    oak, *others = rich().materials
    smooth = {slot: texture for slot, texture in oak.textures.items() if slot != "normal"}  # it would want tangents
    model = replace(rich(), materials=(replace(oak, textures=smooth), *others))
    for textures in (True, False):
        issues = gltf_issues(write(model, "glb", textures=textures, provenance=ACCOUNT).data)
        assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"]


@pytest.mark.parametrize("compression", ["draco", "meshopt"])
@pytest.mark.parametrize("form", MOVING)
def test_compression_keeps_the_shape_within_a_ten_thousandth(form: Format, compression: str) -> None:
    model = rich()
    written = write(model, form, compression=compression)  # type: ignore[arg-type]
    assert_allclose(bounds_of(read_model(written.data, f"model.{form}")), bounds_of(model), atol=1e-3)


@pytest.mark.parametrize("form", FORMATS)
def test_without_provenance_nothing_of_it_is_in_the_file(form: Format) -> None:
    model = replace(rich(), extras={"provenance": {"prompt": "a secret plan"}})
    bare = write(model, form).data
    if form in MOVING or form == "obj":
        assert "provenance" not in read_model(bare, f"model.{form}").extras
    assert b"a secret plan" not in bare
    assert len(write(model, form, provenance=ACCOUNT).data) > len(bare) or form == "stl"


def test_without_pictures_materials_have_the_mean_of_what_was_shown() -> None:
    looks = Material(
        "m", (0.5, 1.0, 1.0, 1.0), 0.5, 1.0, textures={"base_color": Texture(0), "metallic_roughness": Texture(1)}
    )
    model = model_of(plate(), materials=(looks,), pictures=(halves((255, 0, 0), (0, 0, 255)), picture((0, 128, 255))))
    plain = without_pictures(model)
    assert plain.pictures == ()
    (bare,) = plain.materials
    assert bare.textures == {}
    assert_allclose(bare.base_color, (0.25, 0, 0.5, 1), atol=0.01)
    assert_allclose((bare.metallic, bare.roughness), (0.5, 128 / 255), atol=1e-3)
    assert read_model(write(model, "glb", textures=False).data).pictures == ()


def test_the_mean_is_that_of_what_the_surface_shows_and_not_of_the_whole_picture() -> None:
    upper = replace(plate(), uvs=(plate().uvs[0] * np.float32([1, 0.3]) + np.float32([0, 0.1]),))
    looks = Material("m", textures={"base_color": Texture(0)})
    model = model_of(upper, materials=(looks,), pictures=(halves((255, 0, 0), (0, 0, 255)),))
    assert_allclose(without_pictures(model).materials[0].base_color, (1, 0, 0, 1), atol=1e-6)


def test_surfaces_that_share_an_atlas_keep_their_own_colours_without_it() -> None:
    looks = Material("atlas", textures={"base_color": Texture(0)})
    parts = [
        replace(plate(), uvs=(plate().uvs[0] * np.float32([1, 0.3]) + np.float32([0, shift]),))
        for shift in (0.1, 0.6, 0.1)
    ]
    model = model_of(*parts, materials=(looks,), pictures=(halves((255, 0, 0), (0, 0, 255)),))
    plain = without_pictures(model)
    assert [surface.material for surface in plain.meshes[0].surfaces] == [0, 1, 0]
    assert [material.base_color for material in plain.materials] == [(1, 0, 0, 1), (0, 0, 1, 1)]


def test_skins_and_animations_are_kept_in_gltf_and_rest_elsewhere_and_that_is_said() -> None:
    for form in FORMATS:
        written = write(skinned(), form)
        assert bool(written.notes) != (form in MOVING), form
    back = read_model(write(skinned(), "glb").data)
    assert (len(back.skins), len(back.animations)) == (1, 1)


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in MOVING])
@pytest.mark.parametrize("scale", [1e12, 1e308])
def test_a_scene_as_large_as_the_sky_is_refused(form: Format, scale: float) -> None:
    model = model_of(cube(), nodes=(Node(mesh=0, scale=(scale, scale, scale)),))
    with pytest.raises(Invalid, match="further than"):
        write(model, form)


def test_a_picture_for_graphics_cards_gives_way_to_the_plain_one_beside_it() -> None:
    packed = Picture(b"\xabKTX 20\xbb\r\n\x1a\n" + bytes(80), "image/ktx2")
    looks = Material("m", textures={"base_color": Texture(0, fallback=1), "emissive": Texture(0)})
    model = model_of(plate(), materials=(looks,), pictures=(packed, picture((9, 9, 9))))
    found, notes = readable(model)
    assert dict(found.materials[0].textures) == {"base_color": Texture(1, fallback=1)}
    assert notes == ["1 KTX2 picture(s) that are not of Basis are left out."]
    assert readable(rich())[1] == []


@pytest.mark.parametrize(("name", "safe"), [("a b/c", "a_b_c"), ("", "mesh"), ("1st", "mesh_1st"), ("ü", "mesh")])
def test_names_are_made_of_letters_digits_and_underscores(name: str, safe: str) -> None:
    assert safe_name(name, "mesh") == safe


def test_a_surface_without_a_material_is_white_and_not_of_metal() -> None:
    bare = cube(material=-1)
    model = Model((), (), ())
    assert material_of(model, bare).metallic == 0
    assert_allclose(Gallery(model).mean(Texture(0), "base_color", replace(bare, uvs=())), np.ones(4))

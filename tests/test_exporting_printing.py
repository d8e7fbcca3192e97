"""Models for printers: STL and 3MF, held against readers that nobody here wrote. Millimetres, Z up."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import lib3mf
import numpy as np
import pytest
import trimesh
from numpy.testing import assert_allclose
from PIL import Image

from domain.errors import Invalid
from engine.exporting.stl import stl
from engine.exporting.three_mf import three_mf
from engine.exporting.writing import write
from engine.models.model import Material, Model, Texture
from tests.exporting import (
    ACCOUNT,
    bounds_of,
    corners_of,
    cube,
    halves,
    model_of,
    objects_in,
    plate,
    read_3mf,
    rich,
)  # fmt: skip


def in_print_axes(bounds: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return (2, 3) bounds in metres, Y up, as millimetres, Z up."""
    low, high = bounds * 1000
    return np.array([(low[0], -high[2], low[1]), (high[0], -low[2], high[1])])


def test_an_stl_has_all_triangles_in_millimetres_and_stands_upright() -> None:
    model = rich()
    mesh = trimesh.load(io.BytesIO(write(model, "stl").data), file_type="stl")
    assert len(mesh.faces) == len(corners_of(model))
    assert_allclose(mesh.bounds, in_print_axes(bounds_of(model)), atol=1e-3)


def test_outside_stays_outside_in_an_stl_also_where_a_node_mirrors() -> None:
    mirrored = replace(rich().nodes[1], scale=(-1, 1, 1))
    model = model_of(cube(), nodes=(mirrored,))
    mesh = trimesh.load(io.BytesIO(stl(model)), file_type="stl")
    assert mesh.is_watertight
    assert mesh.volume == pytest.approx(1e9, rel=1e-5)


def test_the_head_of_an_stl_tells_its_units_and_where_it_came_from() -> None:
    head = stl(rich(), provenance=ACCOUNT)[:80]
    assert b"mm, Z up" in head
    assert b"ab" * 16 in head
    assert not head.startswith(b"solid")
    assert b"ab" * 16 not in stl(rich())[:80]


def test_triangles_without_area_are_not_printed_and_a_model_of_none_but_them_is_refused() -> None:
    flat = replace(cube(), points=np.zeros((24, 3)))
    mixed = model_of(cube(), flat)
    assert len(trimesh.load(io.BytesIO(stl(mixed)), file_type="stl").faces) == 12
    assert sum(each.GetTriangleCount() for each in objects_in(read_3mf(three_mf(mixed)))) == 12
    for writer in (stl, three_mf):
        with pytest.raises(Invalid, match="nothing to print"):
            writer(model_of(flat))


def test_a_3mf_is_read_strictly_without_a_warning_and_measures_what_it_measured() -> None:
    model = rich()
    package = read_3mf(write(model, "3mf", provenance=ACCOUNT).data)
    assert package.GetUnit() == lib3mf.ModelUnit.MilliMeter
    assert package.GetBuildItems().Count() == 1
    assert sum(each.GetTriangleCount() for each in objects_in(package)) == len(corners_of(model))
    box = package.GetOutbox()
    assert_allclose([list(box.MinCoordinate), list(box.MaxCoordinate)], in_print_axes(bounds_of(model)), atol=1e-3)


def test_a_closed_thing_is_closed_in_a_3mf_although_its_corners_were_split() -> None:
    one, two = cube(), replace(cube(), material=1)
    halved = (replace(one, faces=one.faces[:6]), replace(two, faces=two.faces[6:]))
    model = model_of(*halved, materials=(Material("one"), Material("two")))
    (thing,) = objects_in(read_3mf(three_mf(model)))
    assert (thing.GetVertexCount(), thing.GetTriangleCount()) == (8, 12)
    assert thing.IsManifoldAndOriented()


def test_colours_and_pictures_are_in_a_3mf() -> None:
    looks = Material("painted", (1.0, 0.5, 1.0, 1.0), textures={"base_color": Texture(0)})
    model = model_of(plate(), materials=(looks,), pictures=(halves((255, 255, 255), (0, 0, 255)),))
    data = three_mf(model)
    package = read_3mf(data)
    assert package.GetTexture2Ds().Count() == 1
    groups = package.GetTexture2DGroups()
    assert groups.MoveNext()
    group = groups.GetCurrentTexture2DGroup()
    (thing,) = objects_in(package)
    first = thing.GetTriangleProperties(0)
    assert first.ResourceID == group.GetResourceID()
    places = [group.GetTex2Coord(number) for number in first.PropertyIDs]
    corners = [list(thing.GetVertex(index).Coordinates) for index in thing.GetTriangle(0).Indices]
    assert_allclose([(each.U, each.V) for each in places], np.array(corners)[:, [0, 2]] / 1000, atol=1e-6)
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        (name,) = [name for name in files.namelist() if name.startswith("3D/Textures/")]
        pixels = np.asarray(Image.open(io.BytesIO(files.read(name))))
    assert_allclose(pixels[0, 0], (255, 188, 255), atol=1)  # half the light of green
    assert_allclose(pixels[7, 7], (0, 0, 255), atol=1)


def test_colours_of_corners_are_a_group_of_colours_in_a_3mf() -> None:
    shades = np.tile(np.float32([1, 0, 0, 1]), (24, 1))
    shades[:4] = (0, 1, 0, 1)
    package = read_3mf(three_mf(model_of(replace(cube(), colors=shades))))
    groups = package.GetColorGroups()
    assert groups.MoveNext()
    group = groups.GetCurrentColorGroup()
    colors = [group.GetColor(number) for number in group.GetAllPropertyIDs()]
    assert {(each.Red, each.Green, each.Blue) for each in colors} == {(255, 0, 0), (0, 255, 0)}


def test_where_it_came_from_stands_in_the_metadata_whatever_signs_are_in_it() -> None:
    account = {**ACCOUNT, "prompt": "a <box> & \x00 more \ufffe"}
    package = read_3mf(three_mf(rich(), provenance=account))
    metadata = package.GetMetaDataGroup()
    told = {
        metadata.GetMetaData(number).GetName(): metadata.GetMetaData(number).GetValue()
        for number in range(metadata.GetMetaDataCount())
    }
    assert told["Title"] == "Box"
    assert told["Description"] == "a <box> &  more "
    assert "Harris" in told["citations"]
    assert '"parent_sha256":"abab' in told["provenance"]
    without = read_3mf(three_mf(rich()))
    assert without.GetMetaDataGroup().GetMetaDataCount() == 1


def test_what_an_stl_cannot_say_is_said_beside_it() -> None:
    assert "no colours" in write(rich(), "stl").notes[0]
    assert write(Model(rich().nodes, rich().roots, rich().meshes[:1] * 2), "stl").notes == ()

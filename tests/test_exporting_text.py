"""Models as OBJ and PLY, read back by trimesh and by our own readers. Metres, Y up."""

import io
import json
import zipfile
from dataclasses import replace

import numpy as np
import pytest
import trimesh
from numpy.testing import assert_allclose
from PIL import Image

from engine.exporting.obj import obj_zip
from engine.exporting.ply import ply
from engine.exporting.writing import write
from engine.models.model import Material, Model, Texture
from tests.exporting import ACCOUNT, bounds_of, corners_of, cube, halves, model_of, picture, plate, rich


def files_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {entry.filename: package.read(entry) for entry in package.infolist()}


def painted() -> Model:
    """Return an upright plate that is red above and blue below."""
    looks = Material("paint", (1.0, 1.0, 1.0, 1.0), 0.25, 0.5, textures={"base_color": Texture(0)})
    return model_of(plate(), materials=(looks,), pictures=(halves((255, 0, 0), (0, 0, 255)),))


def test_an_obj_has_the_same_triangles_at_the_same_places() -> None:
    model = rich()
    files = files_of(write(model, "obj", provenance=ACCOUNT).data)
    points = np.array([line.split()[1:4] for line in files["model.obj"].splitlines() if line.startswith(b"v ")], float)
    faces = np.array(
        [
            [int(corner.split(b"/")[0]) - 1 for corner in line.split()[1:]]
            for line in files["model.obj"].splitlines()
            if line.startswith(b"f ")
        ]
    )
    assert_allclose(points[faces], corners_of(model), atol=1e-6)


def test_trimesh_reads_an_obj_with_its_pictures_upright() -> None:
    scene = trimesh.load(io.BytesIO(write(painted(), "obj").data), file_type="zip")
    (mesh,) = scene.geometry.values() if isinstance(scene, trimesh.Scene) else [scene]
    assert len(mesh.faces) == 2
    colors = mesh.visual.to_color().vertex_colors[:, :3]
    upper = mesh.vertices[:, 1] > 0.5
    assert_allclose(colors[upper], np.tile((255, 0, 0), (2, 1)), atol=1)
    assert_allclose(colors[~upper], np.tile((0, 0, 255), (2, 1)), atol=1)


def test_the_material_of_an_obj_says_what_the_material_says_in_old_words_and_new() -> None:
    files = files_of(write(rich(), "obj").data)
    told = files["model.mtl"].decode()
    oak, leaf, glass = told.split("newmtl ")[1:]
    assert "Kd 1 0.5 0.5" in oak
    assert "\nPm" not in oak  # the picture tells it
    assert "map_Pm textures/1_metallic_0.5.png" in oak
    assert "Pm 0\nPr 0.1" in glass
    assert "norm textures/2_normal.png" in oak
    assert "map_Kd textures/0_base_color.png" in oak
    assert "d 0.3" in glass
    assert "map_d textures/4_alpha.png" in leaf
    named = {line.split()[-1] for line in told.splitlines() if "textures/" in line}
    assert named == {name for name in files if name.startswith("textures/")}


def test_metal_and_roughness_become_pictures_of_their_own() -> None:
    looks = Material("m", metallic=0.5, textures={"metallic_roughness": Texture(0)})
    model = model_of(plate(), materials=(looks,), pictures=(picture((10, 200, 30)),))
    files = files_of(obj_zip(model))
    values = {
        name: np.asarray(Image.open(io.BytesIO(data))).mean() for name, data in files.items() if name.endswith("png")
    }
    assert values == {"textures/0_roughness.png": 200, "textures/0_metallic_0.5.png": 15}


def test_texture_coordinates_of_an_obj_have_moved_as_the_texture_says() -> None:
    looks = Material("m", textures={"base_color": Texture(0, transform=(0.5, 0.25, 0.0, 2.0, 2.0))})
    model = model_of(plate(), materials=(looks,), pictures=(picture((1, 2, 3)),))
    lines = [line for line in files_of(obj_zip(model))["model.obj"].decode().splitlines() if line.startswith("vt ")]
    assert [tuple(map(float, line.split()[1:])) for line in lines] == [
        (0.5, -1.25), (2.5, -1.25), (2.5, 0.75), (0.5, 0.75)
    ]  # fmt: skip


def test_surfaces_without_normals_or_coordinates_are_written_without_them() -> None:
    bare = replace(cube(), normals=None, uvs=())
    unlit = replace(plate(), normals=None)
    model = model_of(bare, unlit, plate(), replace(plate(), uvs=()))
    scene = trimesh.load(io.BytesIO(write(model, "obj").data), file_type="zip")
    meshes = scene.geometry.values() if isinstance(scene, trimesh.Scene) else [scene]
    assert sum(len(mesh.faces) for mesh in meshes) == 18
    text = files_of(obj_zip(model))["model.obj"].decode()
    assert "f 1 2 3\n" in text
    assert "f 25/1 26/2 27/3\n" in text
    assert "f 29/5/1 30/6/2 31/7/3\n" in text
    assert "f 33//5 34//6 35//7\n" in text


@pytest.mark.parametrize("format", ["obj", "ply"])
def test_the_head_tells_units_axes_and_where_it_came_from(format: str) -> None:
    told = write(rich(), format, provenance=ACCOUNT).data  # type: ignore[arg-type]
    head = (files_of(told)["model.obj"] if format == "obj" else told)[:4000].decode("latin1")
    assert "Units: metres. Axes: right-handed, Y up." in head
    assert "Cites: numpy: Harris et al., 2020" in head
    assert '"seed":7' in head
    bare = write(rich(), format).data  # type: ignore[arg-type]
    assert b"Harris" not in (files_of(bare)["model.obj"] if format == "obj" else bare)


def test_a_ply_has_the_same_triangles_and_bounds() -> None:
    model = rich()
    mesh = trimesh.load(io.BytesIO(write(model, "ply", provenance=ACCOUNT).data), file_type="ply", process=False)
    assert_allclose(mesh.vertices[mesh.faces], corners_of(model), atol=1e-6)
    assert_allclose(mesh.bounds, bounds_of(model), atol=1e-6)


def colors_in(data: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Return (n, 3) colours of the corners of a PLY."""
    head, _, body = data.partition(b"end_header\n")
    count = int(head.split(b"element vertex ")[1].split()[0])
    size = 4 * head.count(b"property float ") + 4
    rows = np.frombuffer(body[: count * size], np.uint8).reshape(count, size)
    return rows[:, -4:-1]


def test_a_ply_has_the_colours_of_the_picture_at_its_corners_and_mean_ones_without_pictures() -> None:
    inner = replace(plate(), uvs=(plate().uvs[0] * np.float32(0.8) + np.float32(0.1),))
    model = replace(painted(), meshes=model_of(inner).meshes)
    data = write(model, "ply").data
    assert colors_in(data).tolist() == [[0, 0, 255], [0, 0, 255], [255, 0, 0], [255, 0, 0]]
    assert_allclose(colors_in(write(model, "ply", textures=False).data), np.tile((188, 0, 188), (4, 1)), atol=2)


def test_trimesh_sees_the_colours_of_a_ply() -> None:
    model = model_of(replace(plate(), uvs=()), materials=(Material("m", (1.0, 0.0, 0.0, 1.0)),))
    mesh = trimesh.load(io.BytesIO(write(model, "ply").data), file_type="ply", process=False)
    assert_allclose(np.asarray(mesh.visual.vertex_colors)[:, :3], np.tile((255, 0, 0), (4, 1)))


def test_a_ply_without_coordinates_on_every_surface_has_none() -> None:
    data = ply(model_of(plate(), replace(plate(), uvs=(), normals=None)))
    assert b"property float s" not in data
    assert b"property float nx" not in data
    assert b"property float s" in ply(model_of(plate()))


def test_no_line_of_a_head_is_longer_than_the_buffers_of_readers_and_the_account_is_whole() -> None:
    account = {**ACCOUNT, "prompt": "wörds, and möre \\ words " * 100}
    head = ply(rich(), provenance=account).partition(b"end_header")[0].decode()
    assert max(map(len, head.splitlines())) < 255
    told = [line.removeprefix("comment ") for line in head.splitlines() if line.startswith("comment ")]
    first = next(number for number, line in enumerate(told) if line.startswith("Provenance: "))
    joined = told[first].removeprefix("Provenance: ") + "".join(line.removeprefix("+") for line in told[first + 1 :])
    assert json.loads(joined) == account


def test_a_line_break_in_a_name_is_no_line_of_the_head() -> None:
    account = {**ACCOUNT, "spec": {"name": "Box\nend_header"}, "citations": [{"name": "a\nb", "reference": "c\r\nd"}]}
    mesh = trimesh.load(io.BytesIO(ply(rich(), provenance=account)), file_type="ply", process=False)
    assert len(mesh.faces) == len(corners_of(rich()))
    head = files_of(obj_zip(rich(), provenance=account))["model.obj"].split(b"mtllib")[0]
    assert all(line.startswith(b"#") for line in head.splitlines())

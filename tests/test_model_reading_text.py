"""What OBJ, PLY and STL files say is what the model holds."""

import io
import struct
import zipfile
from typing import Any

import numpy as np
import pytest
from PIL import Image

from domain.errors import Invalid, TooLarge
from engine.models.model import NOTHING, Surface
from engine.models.reading import ReadLimits, read_model
from tests.rich_model import picture
from tests.test_model_reading_gltf import corners_of, only

CORNERS = "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\n"


def obj(text: str) -> Surface:
    """Return the only surface of an OBJ."""
    return only(read_model(text.encode()))


def zipped(**files: bytes | str) -> bytes:
    """Return a ZIP; of names, the first `_` is the dot, and `__` a folder's end."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return packed.getvalue()


def test_corners_of_an_obj_are_joined_where_all_three_indices_agree() -> None:
    surface = obj(CORNERS + "vt 0 0\nvt 1 0\nvt 1 1\nvt 0 1\nf 1/1 2/2 3/3\nf 1/1 3/3 4/4\nf 1/2 3/3 4/4\n")
    assert len(surface.points) == 5
    assert surface.uvs[0][0].tolist() == [0, 1]  # glTF counts v from above


@pytest.mark.parametrize(
    "face", ["f 1 2 3", "f 1/1 2/1 3/1", "f 1//1 2//1 3//1", "f 1/1/1 2/1/1 3/1/1", "f -4 -3 -2", "f 1/ 2/ 3/",
             "f 1/1/ 2/1/ 3/1/", "  f\t1   2 3  ", "f 1 2 \\\n 3", "f 1 2 3 # three", "f 1/1 2//1 3"],
)  # fmt: skip
def test_faces_of_an_obj_are_read_however_they_are_written(face: str) -> None:
    surface = obj(f"{CORNERS}vt 0 0\nvn 0 0 2\n{face}\n")
    assert corners_of(surface) == [[[0, 0, 0], [1, 0, 0], [1, 1, 0]]]
    assert surface.normals is None or np.allclose(surface.normals, [0, 0, 1])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_of_an_obj_may_end_as_on_any_machine(end: str) -> None:
    assert len(obj((CORNERS + "f 1 2 3 4").replace("\n", end)).faces) == 2


def test_negative_indices_count_from_where_they_stand() -> None:
    text = "v 9 9 9\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf -3 -2 -1\nv 5 0 0\nv 6 0 0\nv 5 1 0\nf -3 -2 -1\n"
    assert corners_of(obj(text)) == [[[0, 0, 0], [1, 0, 0], [0, 1, 0]], [[5, 0, 0], [6, 0, 0], [5, 1, 0]]]


def area(surface: Surface) -> float:
    a, b, c = (surface.points[surface.faces[:, each]] for each in range(3))
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)


ARROW = [(0, 0), (2, 1), (0, 2), (1, 1)]
COMB = [(0, 0), (5, 0), (5, 3), (4, 3), (4, 1), (3, 1), (3, 3), (2, 3), (2, 1), (1, 1), (1, 3), (0, 3)]


@pytest.mark.parametrize(("outline", "size"), [(ARROW, 1.0), (ARROW[1:] + ARROW[:1], 1.0), (COMB, 11.0)])
@pytest.mark.parametrize("axes", [(0, 1, 2), (1, 2, 0), (2, 0, 1), (1, 0, 2)])
def test_concave_polygons_are_cut_within_their_outline(outline: Any, size: float, axes: Any) -> None:
    points = np.column_stack([np.array(outline, float), np.zeros(len(outline))])[:, np.argsort(axes)]
    lines = [f"v {x} {y} {z}" for x, y, z in points]
    surface = obj("\n".join([*lines, "f " + " ".join(str(1 + each) for each in range(len(points)))]))
    assert len(surface.faces) == len(points) - 2
    assert area(surface) == pytest.approx(size)
    a, b, c = (surface.points[surface.faces[:, each]] for each in range(3))
    along = np.cross(b - a, c - a).sum(axis=1)
    assert (along > 0).all() or (along < 0).all()


def test_vertex_colours_of_an_obj_are_those_on_a_screen() -> None:
    surface = obj("v 0 0 0 1 0.5 0\nv 1 0 0 1 0.5 0\nv 0 1 0\nf 1 2 3\n")
    assert surface.colors[0].tolist() == pytest.approx([1, 0.21404, 0, 1], abs=1e-5)
    assert surface.colors[2].tolist() == [1, 1, 1, 1]


def test_objects_become_meshes_and_materials_surfaces() -> None:
    text = CORNERS + "o one\nusemtl a\nf 1 2 3\nusemtl b\nf 1 3 4\nusemtl a\nf 2 3 4\no two\nf 1 2 4\no none\n"
    model = read_model(text.encode())
    assert [(mesh.name, [len(each.faces) for each in mesh.surfaces]) for mesh in model.meshes] == [
        ("one", [2, 1]), ("two", [1]),
    ]  # fmt: skip
    assert [material.name for material in model.materials] == ["a", "b"]
    assert model.meshes[1].surfaces[0].material == 0
    assert [node.name for node in model.nodes] == ["one", "two"]


def test_groups_stand_for_objects_where_there_are_none() -> None:
    model = read_model((CORNERS + "g left\nf 1 2 3\ng right\nf 1 3 4\n").encode())
    assert [mesh.name for mesh in model.meshes] == ["left", "right"]


LIBRARY = """# made by hand
newmtl red paint
Kd 0.8 0.1 0.1
Ns 200
d 0.5
newmtl pictured
Kd 0 0 0
map_Kd -s 2 3 1 -o 0.5 0.25 0 textures\\My Paint.PNG
Pr 0.25
Pm 1
Ns 900
Ke 0.5
bump rough.png
"""
PAINTED = f"mtllib looks.mtl\n{CORNERS}vt 0 0\nusemtl red paint\nf 1/1 2/1 3/1\nusemtl pictured\nf 1/1 3/1 4/1\n"


def test_materials_of_an_obj_come_from_the_library_beside_it() -> None:
    files = {
        "things__a_obj": PAINTED,
        "things__looks_mtl": LIBRARY,
        "things__textures__my paint_png": picture((1, 2, 3)),
    }
    model = read_model(zipped(**files))
    red, pictured = model.materials
    assert (red.name, red.base_color, red.alpha_mode, red.metallic) == ("red paint", (0.8, 0.1, 0.1, 0.5), "BLEND", 0)
    assert red.roughness == pytest.approx((2 / 202) ** 0.5)
    texture = pictured.textures["base_color"]
    assert texture.transform == (0.5, 1 - 3 - 0.25, 0, 2, 3)
    assert (pictured.base_color, pictured.emissive) == ((1, 1, 1, 1), (0.5, 0.5, 0.5))
    assert (pictured.roughness, pictured.metallic) == (0.25, 1)
    assert model.pictures[texture.picture].media_type == "image/png"
    assert any("no place" in note for note in model.notes)


def test_an_obj_without_its_library_keeps_the_names_of_its_materials_and_says_so() -> None:
    model = read_model(PAINTED.encode())
    assert [material.name for material in model.materials] == ["red paint", "pictured"]
    assert "library" in model.notes[0]


def test_pictures_that_are_missing_are_noted() -> None:
    model = read_model(zipped(a_obj=PAINTED, looks_mtl=LIBRARY))
    assert not model.materials[1].textures
    assert any("did not come with it" in note for note in model.notes)


def test_pictures_in_a_folder_beside_that_of_the_model_are_found() -> None:
    library = LIBRARY.replace("textures\\My Paint.PNG", "../textures/paint.png")
    files = {"source__a_obj": PAINTED, "source__looks_mtl": library, "textures__paint_png": picture((1, 2, 3))}
    assert read_model(zipped(**files)).pictures


def test_pictures_of_other_forms_become_png() -> None:
    bitmap = io.BytesIO()
    Image.new("RGB", (3, 2), (9, 8, 7)).save(bitmap, "BMP")
    library = LIBRARY.replace("textures\\My Paint.PNG", "C:\\Users\\me\\paint.bmp")
    model = read_model(zipped(a_obj=PAINTED, looks_mtl=library, paint_bmp=bitmap.getvalue()))
    assert model.pictures[0].media_type == "image/png"
    with Image.open(io.BytesIO(model.pictures[0].data)) as image:
        assert image.convert("RGB").getpixel((0, 0)) == (9, 8, 7)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (CORNERS + "f 1 2 5\n", "not there"),
        (CORNERS + "f 0 1 2\n", "not there"),
        (CORNERS + "f 1 2 99999999999999999999\n", "not there"),
        (CORNERS + "f -9 1 2\n", "counts back"),
        (CORNERS + "f 1 2 x\n", "is none"),
        (CORNERS + "f 1.5 2 3\n", "is none"),
        (CORNERS + "f 1/2/3/4 2 3\n", "more than three"),
        (CORNERS, "no triangles"),
        ("v 0 0\nf 1 1 1\n", "count of numbers"),
        ("v 1 0 0\nv 0x10 0 0\nf 1 2 2", "is none"),
        ("v 0 0 nan\nv 1 0 0\nf 1 2 1", "not numbers"),
        ("v 1e300 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n", "farther"),
        ("v 0 0 0\nv 1 1 1\nv 2 2 2\nf 1 2 3\n", "no area"),
        ("v 1e-20 0 0\nv 0 1e-20 0\nv 0 0 0\nf 1 2 3", "no area"),
    ],
)
def test_broken_objs_are_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        read_model(text.encode())


VERTEX = "property float x\nproperty float y\nproperty float z\n"
FACE = "property list uchar int vertex_indices\n"
CORNER_ROWS = "0 0 0\n1 0 0\n1 1 0\n0 1 0\n"


def ply(
    rows: str, *, vertex: str = VERTEX, face: str = FACE, faces: int = 2, vertices: int = 4, comment: str = ""
) -> bytes:
    """Return a PLY in words."""
    head = (
        f"ply\nformat ascii 1.0\n{comment}element vertex {vertices}\n{vertex}element face {faces}\n{face}end_header\n"
    )
    return (head + rows).encode()


def test_polygons_of_different_sizes_in_a_ply_are_read() -> None:
    surface = only(read_model(ply(CORNER_ROWS + "4 0 1 2 3\n3 0 1 2\n")))
    assert len(surface.faces) == 3


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("is_mixed", [True, False])
def test_binary_plys_of_both_orders_are_read(order: str, is_mixed: bool) -> None:
    name = {"<": "little", ">": "big"}[order]
    vertex = (
        VERTEX + "property uchar red\nproperty uchar green\nproperty uchar blue\nproperty double s\nproperty double t\n"
    )
    head = f"ply\nformat binary_{name}_endian 1.0\nelement vertex 4\n{vertex}element face 2\n"
    head += "property list ushort uint vertex_index\nproperty short flag\nend_header\n"
    corners = [(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0)]
    rows = b"".join(struct.pack(f"{order}3f3B2d", *each, 255, 0, 51, 0.5, 0.25) for each in corners)
    polygons = ([0, 1, 2, 3], [0, 1, 2]) if is_mixed else ([0, 1, 2], [0, 2, 3])
    faces = b"".join(struct.pack(f"{order}H{len(each)}Ih", len(each), *each, 7) for each in polygons)
    surface = only(read_model(head.encode() + rows + faces))
    assert surface.faces.tolist()[-1] == ([0, 1, 2] if is_mixed else [0, 2, 3])
    assert surface.points.tolist() == [list(each) for each in corners]
    assert surface.colors[0].tolist() == pytest.approx([1, 0, 0.0331, 1], abs=1e-4)
    assert surface.uvs[0][0].tolist() == [0.5, 0.75]


def test_colours_of_a_ply_in_words_are_shares_of_their_type() -> None:
    vertex = VERTEX + "property uchar red\nproperty uchar green\nproperty uchar blue\nproperty uchar alpha\n"
    rows = "".join(f"{row} 255 0 0 51\n" for row in CORNER_ROWS.splitlines())
    surface = only(read_model(ply(rows + "3 0 1 2\n3 0 2 3\n", vertex=vertex)))
    assert surface.colors[0].tolist() == pytest.approx([1, 0, 0, 0.2])


def test_texture_coordinates_of_faces_part_their_corners_and_the_picture_is_found() -> None:
    face = FACE + "property list uchar float texcoord\n"
    rows = CORNER_ROWS + "3 0 1 2 6 0 0 1 0 1 1\n3 0 2 3 6 0.5 0 1 1 0 1\n"
    content = ply(rows, face=face, comment="comment TextureFile paint.png\n")
    model = read_model(zipped(a_ply=content, paint_png=picture((1, 2, 3))))
    surface = only(model)
    assert len(surface.points) == 5
    assert surface.uvs[0][surface.faces[1, 0]].tolist() == [0.5, 1]
    assert (surface.material, len(model.pictures)) == (0, 1)


def test_colours_of_faces_part_their_corners() -> None:
    face = FACE + "property uchar red\nproperty uchar green\nproperty uchar blue\n"
    surface = only(read_model(ply(CORNER_ROWS + "3 0 1 2 255 0 0\n3 0 2 3 0 0 255\n", face=face)))
    assert surface.colors[surface.faces[0]].tolist() == [[1, 0, 0, 1]] * 3
    assert surface.colors[surface.faces[1]].tolist() == [[0, 0, 1, 1]] * 3
    assert len(surface.points) == 6


def test_strips_of_triangles_in_a_ply_end_at_minus_one() -> None:
    text = ply(CORNER_ROWS + "8 0 1 3 2 -1 0 1 2\n", faces=1).replace(b"element face", b"element tristrips")
    assert only(read_model(text)).faces.tolist() == [[0, 1, 3], [3, 1, 2], [0, 1, 2]]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (ply(CORNER_ROWS + "3 0 1 2\n3 0 1 4\n"), "not there"), (ply(CORNER_ROWS + "3 0 1 2\n"), "cut short|cannot be"),
        (ply(CORNER_ROWS, faces=0), "no faces"), (ply(CORNER_ROWS + "3 0 1 2\n9 0 1\n"), "cut short"),
        (ply(CORNER_ROWS + "3 0 1 2\n-1 0 1\n"), "cut short|cannot be"), (ply("0 0 zero\n"), "is none"),
        (ply(CORNER_ROWS + "3 0 1 2\n3 0 1 2\n").replace(b"end_header", b"end_of_it"), "does not end"),
        (ply(CORNER_ROWS, vertex=VERTEX.replace("float", "word")), "not understood"),
        (ply(CORNER_ROWS, vertex=VERTEX + "property float x\n"), "same name"),
        (ply(CORNER_ROWS.replace("1 1 0", "1 inf 0") + "3 0 1 2\n3 0 1 2\n"), "not numbers"),
    ],
)  # fmt: skip
def test_broken_plys_are_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        read_model(content)


TRIANGLES = np.float32([[[0, 0, 0], [1, 0, 0], [1, 1, 0]], [[0, 0, 0], [1, 1, 0], [-0.0, 1, 0]]])


def binary_stl(head: bytes = b"made by hand") -> bytes:
    """Return two triangles in binary."""
    rows = b"".join(struct.pack("<12fH", 0, 0, 1, *each.ravel(), 0) for each in TRIANGLES)
    return head.ljust(80) + struct.pack("<I", len(TRIANGLES)) + rows


def words_stl(name: str = "square") -> bytes:
    """Return two triangles in words."""
    facets = [
        "facet normal 0 0 1\n outer loop\n" + "".join(f"  vertex {x} {y} {z:.1e}\n" for x, y, z in each)
        + " endloop\nendfacet\n" for each in TRIANGLES
    ]  # fmt: skip
    return f"solid {name}\n{''.join(facets)}endsolid {name}\n".encode()


@pytest.mark.parametrize(
    "data",
    [binary_stl(), binary_stl(b"solid but binary, facet"), words_stl(), words_stl("vertex v"), words_stl().upper()],
)
def test_corners_of_an_stl_that_are_equal_are_joined(data: bytes) -> None:
    surface = only(read_model(data))
    assert (surface.points.tolist(), surface.faces.tolist()) == (
        [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], [[0, 1, 2], [0, 2, 3]],
    )  # fmt: skip
    assert surface.material == NOTHING


@pytest.mark.parametrize("data", [binary_stl()[:-1], binary_stl()[:60], words_stl()[:-60], words_stl()[:100]])
def test_an_stl_that_is_cut_short_is_refused(data: bytes) -> None:
    with pytest.raises(Invalid, match=r"cut short|no triangles"):
        read_model(data, "model.stl")
    with pytest.raises(Invalid, match="its head says 2 triangles, 1 are there"):
        read_model(binary_stl()[:-1], "model.stl")


def test_what_follows_the_last_triangle_of_an_stl_is_passed_over_with_a_note() -> None:
    data = binary_stl() + b"made by a program"
    assert only(read_model(data)).faces.tolist() == only(read_model(binary_stl())).faces.tolist()
    assert read_model(data).notes == ("17 bytes after the last triangle of the STL were passed over",)
    for nothing in (binary_stl()[:84] + b"\xff" * 120, binary_stl() + bytes(5_000)):
        with pytest.raises(Invalid, match="of no form"):
            read_model(nothing)


def test_fifty_million_triangles_are_refused_with_the_limit_named() -> None:
    data = binary_stl()[:80] + struct.pack("<I", 50_000_000) + bytes(50)
    with pytest.raises(TooLarge, match="50,000,000 triangles; at most 5,000,000") as refused:
        read_model(data, "big.stl")
    assert refused.value.facts == {"limit": "triangles_max", "most": 5_000_000}


def test_a_model_of_one_kind_in_a_zip_is_found_and_of_several_none_is_guessed() -> None:
    assert read_model(zipped(deep__er__a_stl=binary_stl(), readme_txt="hello")).source == "stl"
    assert read_model(zipped(a_stl=binary_stl(), deep__b_stl=binary_stl())).source == "stl"
    with pytest.raises(Invalid, match="several"):
        read_model(zipped(a_stl=binary_stl(), b_stl=binary_stl()))
    with pytest.raises(Invalid, match="holds no model"):
        read_model(zipped(readme_txt="hello"))


def test_zips_that_would_be_far_larger_are_refused() -> None:
    bomb = zipped(a_obj=CORNERS.encode() + b" " * 20_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(TooLarge, match="200 times"):
        read_model(bomb)
    with pytest.raises(TooLarge, match="bytes when unpacked"):
        read_model(zipped(a_stl=binary_stl()), limits=ReadLimits(zip_bytes_max=100))
    with pytest.raises(TooLarge, match="files in a ZIP"):
        read_model(zipped(a_stl=binary_stl(), b_txt="", c_txt=""), limits=ReadLimits(zip_entries_max=2))
    with pytest.raises(TooLarge, match="30,000 files in a ZIP; at most 2,000"):
        read_model(b"PK\3\4" + b"PK\1\2" * 30_000)  # told before the archive is opened


@pytest.mark.parametrize("name", ["../a.obj", "/a.obj", "C:\\a.obj", "a/../../b.obj"])
def test_zips_with_paths_outside_of_themselves_are_refused(name: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, CORNERS + "f 1 2 3\n")
    with pytest.raises(Invalid, match=r"outside|out of"):
        read_model(packed.getvalue())


def test_broken_zips_are_refused() -> None:
    data = zipped(a_stl=binary_stl())
    for broken in (data[:-30], data[:40] + b"\0" * 20 + data[60:], b"PK\3\4" + bytes(50)):
        with pytest.raises(Invalid):
            read_model(broken)


@pytest.mark.parametrize("data", [b"", b"hello", b"\x89PNG\r\n\x1a\n" + bytes(200), b"<xml/>", bytes(100)])
def test_what_is_no_model_is_refused_with_the_forms_that_are_read(data: bytes) -> None:
    with pytest.raises(Invalid, match="no form that is read") as refused:
        read_model(data)
    assert "glb" in refused.value.facts["allowed"]

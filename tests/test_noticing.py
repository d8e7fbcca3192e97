"""What of a file's looks and counts will not come out as the file says is told in notes, by every operation."""

import io
from dataclasses import replace
from typing import Any

import DracoPy
import numpy as np
import pytest
import trimesh
from PIL import Image

from domain.work import BakeTextures, OptimizeTextures, UnwrapMesh
from domain.work.optimize_mesh import OptimizeMesh
from engine.models.model import Material, Mesh, Model, Node
from engine.models.picture_ends import is_whole
from engine.models.reading import read_model
from engine.models.writing import write_model
from handlers import bake_textures, optimize_mesh, optimize_textures, unwrap_mesh
from handlers.context import ReplayContext
from tests.baking import checker, light, plane, textured
from tests.gltf import issues_of
from tests.gltf_draft import CORNERS, ORDER, Draft, square
from tests.optimizing import ball, model_of

UNLIT = "KHR_materials_unlit"
GRAIN = np.random.default_rng(7).integers(0, 255, (48, 40, 3), np.uint8)


def notes_of(perform: Any, work: Any, *sources: bytes) -> list[str]:
    job = ReplayContext(load={f"asset_{number}": source for number, source in enumerate(sources)})
    notes: list[str] = perform(work, job).metrics["notes"]
    return notes


def looking(extensions: dict[str, Any], **more: Any) -> bytes:
    """Return a square of a material with extensions."""
    draft = Draft()
    draft.document |= {"materials": [{"extensions": extensions} | more], "extensionsUsed": list(extensions)}
    return draft.show(square(draft, material=0)).glb()


def painted(content: bytes, uv_set: int = 0) -> bytes:
    """Return a square with a picture on one of its texture coordinates; it has those of number 0."""
    draft = Draft()
    look = {"pbrMetallicRoughness": {"baseColorTexture": {"index": 0, "texCoord": uv_set}}}
    draft.document |= {
        "images": [{"bufferView": draft.view(content), "name": "bark"}], "textures": [{"source": 0}],
        "materials": [look],
    }  # fmt: skip
    draft.show(
        {
            "attributes": {
                "POSITION": draft.accessor(CORNERS),
                "TEXCOORD_0": draft.accessor(np.ascontiguousarray(CORNERS[:, :2])),
            },
            "indices": draft.accessor(ORDER),
            "material": 0,
        }
    )
    return draft.glb()


def stored(form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    Image.fromarray(GRAIN).save(out, form, **options)
    return out.getvalue()


def ktx2() -> bytes:
    job = ReplayContext(load={"asset_0": stored("PNG")})
    work = OptimizeTextures(textures={"albedo": "asset_0"}, compression="uastc", effort="fast")
    optimize_textures.perform(work, job)
    return job.artefacts["albedo.ktx2"].data


def test_what_unlit_excludes_is_left_out_with_a_note_and_the_validator_has_nothing_to_say() -> None:
    looks = {UNLIT: {}, "KHR_materials_clearcoat": {"clearcoatFactor": 0.5}, "KHR_materials_ior": {"ior": 1.4}}
    data = looking(looks, emissiveFactor=[1, 1, 0.5])
    model = read_model(data)
    said = "What a material that is unlit may not have was left out: KHR_materials_clearcoat, KHR_materials_ior"
    assert (list(model.materials[0].extensions), model.notes) == ([UNLIT], (said,))
    issues = issues_of(write_model(model))
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0)
    assert said in notes_of(unwrap_mesh.perform, UnwrapMesh(mesh="asset_0"), data)
    assert read_model(looking({name: look for name, look in looks.items() if name != UNLIT})).notes == ()


def test_what_is_unlit_and_shines_beyond_white_is_written_without_a_strength() -> None:
    glowing = Material(emissive=(4.0, 2.0, 0.0), extensions={UNLIT: {}})
    one = Model((Node(mesh=0),), (0,), (Mesh((replace(plane(), material=0),)),), (glowing,))
    back = read_model(write_model(one)).materials[0]
    assert (back.emissive, list(back.extensions)) == ((1.0, 0.5, 0.0), [UNLIT])


@pytest.mark.parametrize(
    "whole",
    [stored("PNG"), stored("JPEG"), stored("JPEG", progressive=True), stored("JPEG", restart_marker_rows=1),
     stored("WEBP", lossless=True), stored("WEBP"), ktx2(), stored("JPEG") + b"more", stored("TIFF")],
    ids=["png", "jpeg", "progressive", "restarts", "webp", "lossy webp", "ktx2", "jpeg with more", "tiff"],
)  # fmt: skip
def test_a_picture_that_is_all_there_is_whole_and_one_cut_short_is_not(whole: bytes) -> None:
    assert is_whole(whole)
    if not whole.endswith(b"more") and whole[:2] not in (b"II", b"MM"):  # of a TIFF nobody reads on
        assert not any(is_whole(whole[:size]) for size in (len(whole) // 2, len(whole) * 9 // 10, len(whole) - 4, 32))


def test_a_png_whose_content_does_not_fit_its_sums_is_not_whole() -> None:
    data = bytearray(stored("PNG"))
    data[len(data) // 2] ^= 0xFF
    assert not is_whole(bytes(data))


def test_a_picture_that_is_cut_short_stays_and_is_named() -> None:
    cut = painted(stored("PNG")[:2_000])
    notes = notes_of(optimize_mesh.perform, OptimizeMesh(mesh="asset_0"), cut)
    assert notes[0] == "A picture (bark) is cut short or broken: it stays as it is, and viewers may not show it"
    assert read_model(painted(stored("PNG"))).notes == ()


def test_textures_on_coordinates_that_a_surface_lacks_are_told_of() -> None:
    lost = painted(stored("PNG"), uv_set=3)
    said = "Textures on coordinates 3 are not shown where a surface has no such coordinates"
    assert read_model(lost).notes == (said,)
    assert said in notes_of(optimize_mesh.perform, OptimizeMesh(mesh="asset_0"), lost)
    work = OptimizeTextures(mesh="asset_0", compression="none")
    assert said in notes_of(optimize_textures.perform, work, lost)
    assert said in notes_of(bake_textures.perform, BakeTextures("asset_0", resolution=16, samples=1), lost)


@pytest.mark.parametrize(("corners", "triangles", "is_said"), [(42, 80, False), (10, 80, True), (42, 81, True)])
def test_draco_parts_that_hold_other_counts_than_the_gltf_says_are_told_of(
    corners: int, triangles: int, is_said: bool
) -> None:
    made = trimesh.creation.icosphere(subdivisions=1)
    draft = Draft()
    part = {"bufferView": draft.view(DracoPy.encode(made.vertices, made.faces)), "attributes": {"POSITION": 0}}
    draft.show({
        "attributes": {"POSITION": draft.entry({"count": corners, "componentType": 5126, "type": "VEC3"})},
        "indices": draft.entry({"count": 3 * triangles, "componentType": 5125, "type": "SCALAR"}),
        "extensions": {"KHR_draco_mesh_compression": part},
    })  # fmt: skip
    notes = read_model(draft.glb()).notes
    said = "Draco parts hold other numbers of corners or triangles than the glTF says: theirs count"
    assert notes == ((said,) if is_said else ())


@pytest.mark.parametrize(("gap_m", "is_said"), [(0.0, False), (0.5, True)])
def test_a_bake_whose_texels_missed_says_how_many(gap_m: float, is_said: bool) -> None:
    whole = plane(2.0, steps=8)
    middle = whole.points[whole.faces].mean(axis=1)
    kept = (np.abs(middle[:, [0, 2]]) > gap_m).any(axis=1)
    high = write_model(textured(replace(whole, faces=whole.faces[kept]), checker(16)))
    work = BakeTextures("asset_0", low="asset_1", textures=("albedo",), resolution=32, samples=1)
    notes = notes_of(bake_textures.perform, work, high, write_model(light(plane())))
    assert any("% of the texels found nothing of the detailed model" in note for note in notes) == is_said


def test_what_had_no_room_is_counted_by_pieces() -> None:
    nodes = tuple(Node(mesh=place, translation=(3.0 * place, 0, 0)) for place in range(3))
    several = Model(nodes, (0, 1, 2), tuple(Mesh((ball(2, radius=1 + place),)) for place in range(3)))
    work = OptimizeMesh(mesh="asset_0", max_triangles=4, compression="none")
    why = "left out: there are more pieces that nothing joins than triangles for them"
    assert f"2 small pieces of meshes were {why}" in notes_of(optimize_mesh.perform, work, write_model(several))
    both = trimesh.util.concatenate(
        [trimesh.creation.icosphere(2), trimesh.creation.icosphere(2, 0.1).apply_translation([3, 0, 0])]
    )
    one = model_of(
        replace(ball(2), points=np.asarray(both.vertices), faces=np.asarray(both.faces, np.int32), normals=None, uvs=())
    )
    assert f"1 small piece of a mesh was {why}" in notes_of(optimize_mesh.perform, work, write_model(one))

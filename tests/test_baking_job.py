"""The job that bakes: what it makes light, what it keeps, and what it refuses."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from domain.errors import Invalid, TooLarge
from domain.work import BakeTextures
from engine.baking.light import uv_trouble
from engine.models.model import NOTHING, Model, Node
from engine.models.reading import read_model
from engine.models.writing import write_model
from handlers import bake_textures
from handlers.bake_textures import BakeResult, perform
from handlers.context import Cancelled, ReplayContext
from tests.baking import ball, checker, cube, model_of, plane, surface_of, textured

KINDS: Any = ("albedo", "normal", "roughness", "metallic", "ambient_occlusion", "curvature", "thickness")


@pytest.fixture(autouse=True)
def _small_previews(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bake_textures, "_PREVIEW_SIDE", 48)


def _performed(high: Model, low: Model | None = None, **changes: Any) -> tuple[BakeResult, ReplayContext]:
    files = {"high": write_model(high)} | ({} if low is None else {"low": write_model(low)})
    job = ReplayContext(load=files)
    asked = {"textures": KINDS, "resolution": 64, "samples": 4, "supersampling": 1} | changes
    return perform(BakeTextures("high", low="" if low is None else "low", **asked), job), job


def _picture(job: ReplayContext, name: str) -> Any:
    return np.asarray(Image.open(io.BytesIO(job.artefacts[name].data)))


def test_a_light_model_gets_the_textures_of_the_detailed_one(gltf_issues: Callable[[bytes], dict[str, Any]]) -> None:
    result, job = _performed(textured(plane(steps=4), checker()), model_of(plane()))
    issues = gltf_issues(job.artefacts["model.glb"].data)
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0)
    model = read_model(job.artefacts["model.glb"].data)
    assert model.triangles == 2
    assert set(model.materials[0].textures) == {"base_color", "normal", "metallic_roughness", "occlusion"}
    assert set(result.textures) == set(KINDS)
    assert _picture(job, "albedo.png").shape == (64, 64, 3)
    assert _picture(job, "albedo.png")[4, 4].tolist() == [200, 40, 30]
    assert job.artefacts["preview.png"].role == "preview"
    assert list(job.stages) == list(BakeTextures.stages)
    assert result.metrics["misses"] == 0
    assert result.metrics["rays"] > 64 * 64 * 8
    assert result.provenance["parents"].keys() == {"mesh", "low"}


def test_without_a_light_model_one_is_made_and_unwrapped_and_that_is_said() -> None:
    result, job = _performed(model_of(ball(fine=4)), onto="light", low_triangles=300, textures=("normal",))
    model = read_model(job.artefacts["model.glb"].data)
    assert model.triangles <= 300
    assert uv_trouble(model) == ""
    assert result.metrics["unwrapped"]
    told = " ".join(result.metrics["notes"])
    shown = result.metrics["triangles"]["low"]
    assert f"one was made that shows {shown} triangles" in told
    assert "The light model has no texture coordinates: it was unwrapped anew" in told


def test_notes_tell_shown_triangles_from_stored_ones_and_which_surfaces_lack_coordinates() -> None:
    mixed = model_of(replace(ball(fine=3), uvs=()), plane(steps=8, material=NOTHING))
    twice = replace(mixed, nodes=(Node(mesh=0), Node(mesh=0, translation=(5.0, 0.0, 0.0))), roots=(0, 1))
    result, _ = _performed(twice, onto="light", low_triangles=600, textures=("normal",))
    shown, stored = result.metrics["triangles"], result.metrics["triangles_stored"]
    assert shown == {"high": 2 * stored["high"], "low": 2 * stored["low"]}
    counted = f"{shown['low']} triangles ({stored['low']} in the file: meshes are shown several times)"
    assert result.metrics["notes"][0].endswith(f"one was made that shows {counted}")
    assert "has no texture coordinates on 1 of its 2 surfaces" in result.metrics["notes"][1]


def test_a_model_with_good_charts_is_baked_onto_itself() -> None:
    result, _ = _performed(textured(plane(), checker()), textures=("ambient_occlusion",))
    assert not result.metrics["unwrapped"]
    assert result.metrics["notes"] == ["No light model was given: baked onto the model itself"]


def test_what_is_not_baked_stays_on_its_own_coordinates() -> None:
    tiled = plane()
    tiled = surface_of(tiled.points, tiled.faces, normals=tiled.normals, uvs=tiled.uvs[0] * 3, material=0)
    result, job = _performed(textured(tiled, checker(16)), textures=("ambient_occlusion",))
    assert "outside of the picture" in result.metrics["notes"][1]
    model = read_model(job.artefacts["model.glb"].data)
    textures = model.materials[0].textures
    assert (textures["base_color"].uv_set, textures["occlusion"].uv_set) == (1, 0)
    assert model.meshes[0].surfaces[0].uvs[1].max() == 3


def test_sixteen_bits_and_the_packed_picture_are_kept_when_asked_for() -> None:
    result, job = _performed(model_of(ball(fine=3)), model_of(cube(0.9)), bits=16, packs_orm=True)
    normal = job.artefacts["normal.png"].data
    assert normal[24] == 16  # the PNG's bits of a channel
    eight, _ = _performed(model_of(ball(fine=3)), model_of(cube(0.9)), textures=("normal",))
    assert eight.metrics["rounding_error_deg"] > 50 * result.metrics["rounding_error_deg"]
    assert np.abs(_picture(job, "normal.png")[2:18, 2:18].astype(int) - 128).max() > 50
    orm = _picture(job, "orm.png")
    assert (orm[..., 0] == _picture(job, "ambient_occlusion.png")).all()
    assert (orm[..., 1] == _picture(job, "roughness.png")).all()


def test_the_same_request_gives_the_same_files() -> None:
    one, two = (_performed(model_of(ball(fine=3)), model_of(cube(0.9)))[1].artefacts for _ in range(2))
    assert {name: file.sha256 for name, file in one.items()} == {name: file.sha256 for name, file in two.items()}


def test_a_pictureless_detailed_model_gives_its_factors() -> None:
    _, job = _performed(model_of(plane()), model_of(plane()), textures=("albedo", "roughness"))
    assert (_picture(job, "albedo.png") == 255).all()


def test_charts_that_may_not_be_made_anew_are_refused() -> None:
    with pytest.raises(Invalid, match="no texture coordinates"):
        _performed(model_of(plane()), model_of(ball(fine=2)), unwraps="never")


def test_charts_that_overlap_are_kept_when_asked_for_and_that_is_said() -> None:
    twice = plane(steps=2)
    uvs = np.abs(twice.uvs[0] * 2 - 1)
    folded = surface_of(twice.points, twice.faces, normals=twice.normals, uvs=uvs, material=0)
    anew, _ = _performed(model_of(plane()), model_of(folded), textures=("albedo",))
    kept, _ = _performed(model_of(plane()), model_of(folded), textures=("albedo",), unwraps="never")
    assert "overlap on 100%" in anew.metrics["notes"][0]
    assert not kept.metrics["unwrapped"]
    assert "show" in kept.metrics["notes"][0]
    assert kept.metrics["overlap_share"] > 0.9


def test_instances_and_slivers_are_baked_too() -> None:
    square = plane(steps=2)
    slivers = np.concatenate([square.faces, [[0, 0, 1], [0, 1, 0]]]).astype(np.int32)
    broken = replace(model_of(replace(square, faces=slivers)), nodes=(
        Node(mesh=0, translation=(3.0, 0, 0)), Node(mesh=0, scale=(1.0, 1.0, -2.0)),
    ), roots=(0, 1))  # fmt: skip
    result, job = _performed(broken, textures=("normal", "ambient_occlusion"), unwraps="always")
    model = read_model(job.artefacts["model.glb"].data)
    assert len(model.nodes) == 2
    assert result.metrics["misses"] == 0
    assert (np.abs(_picture(job, "normal.png").astype(int) - (128, 128, 255)) <= 1).all()


def test_a_bake_of_too_many_rays_is_refused_with_the_limit() -> None:
    with pytest.raises(TooLarge) as caught:
        _performed(model_of(plane()), resolution=8192, samples=1024)
    assert caught.value.facts["rays_max"] < caught.value.facts["rays"]


def test_a_bake_stops_when_nobody_wants_it_any_more() -> None:
    job = ReplayContext(load={"high": write_model(model_of(ball(fine=3)))})
    job._on_message = lambda message: job.cancel() if getattr(message, "stage", "") == "texture_baking" else None
    with pytest.raises(Cancelled):
        perform(BakeTextures("high", resolution=256, samples=64, textures=("ambient_occlusion",)), job)
    assert "model.glb" not in job.artefacts

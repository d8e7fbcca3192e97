import io
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
import trimesh
from PIL import Image

from domain.errors import GenerationFailed
from domain.work import TextToModel
from engine.assembling.assembly import fault_of
from engine.glb import read_glb
from engine.neural import shap_e as adapter
from engine.neural.maker import RawMesh, Wish
from engine.neural.repair import repaired
from engine.neural.shap_e import ShapE, shap_e
from engine.neural.standing import VertexPaint, stood
from engine.shapes import no_tick
from handlers import text_to_model
from handlers.context import Cancelled, ReplayContext
from tests.tiny_shap_e import save_tiny_shap_e

# diffusers 0.42 reads torch's numbers in a way that numpy 2 announces the end of
pytestmark = pytest.mark.filterwarnings("ignore:.*copy keyword.*:DeprecationWarning")
SHARK = Wish("a shark", 3, {"steps": 3, "guidance": 15.0})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_shap_e(tmp_path_factory.mktemp("shap-e"))


@pytest.fixture(autouse=True)
def nothing_loaded() -> None:
    shap_e.cache_clear()


@pytest.fixture
def field(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field that has a surface: random weights give an empty one. Sampling and colours stay those of the model."""
    ball = trimesh.creation.icosphere(subdivisions=3)
    pebble = trimesh.creation.icosphere(subdivisions=1, radius=0.02).apply_translation((1.5, 0, 0))
    both = trimesh.util.concatenate([ball.apply_scale((0.5, 0.3, 0.9)), pebble])

    def surface(*_: Any) -> Any:
        return SimpleNamespace(verts=torch.tensor(both.vertices, dtype=torch.float32), faces=torch.tensor(both.faces))

    monkeypatch.setattr("diffusers.pipelines.shap_e.renderer.MeshDecoder.forward", surface)
    monkeypatch.setattr(adapter, "_GRID", 24)


def raw(mesh: trimesh.Trimesh, color: tuple[float, float, float] = (1.0, 0.0, 0.0)) -> RawMesh:
    points = np.asarray(mesh.vertices, np.float64)
    return RawMesh(points, np.asarray(mesh.faces, np.int32), np.tile(np.float32(color), (len(points), 1)))


def test_latents_are_those_of_the_seed_and_the_prompt(folder: Path) -> None:
    maker = ShapE(str(folder))

    def latents(prompt: str, seed: int) -> Any:
        return maker.latents(Wish(prompt, seed), steps=3, guidance=15.0, tick=no_tick)

    first = latents("a shark", 3)
    assert first.shape == (1, 32, 32)
    assert torch.isfinite(first).all()
    assert torch.equal(first, latents("a shark", 3))
    assert not torch.equal(first, latents("a shark", 4))
    assert not torch.equal(first, latents("a boat", 3))


def test_the_surface_of_the_field_becomes_a_coloured_mesh_that_stands_upright(folder: Path, field: None) -> None:
    told: list[float] = []
    made = ShapE(str(folder)).make(SHARK, tick=lambda done, _: told.append(done))
    assert np.ptp(made.mesh.points, axis=0)[1] == pytest.approx(1.8, rel=0.01)  # the field's z is up
    assert trimesh.Trimesh(made.mesh.points, made.mesh.faces).volume > 0
    assert made.mesh.colors.shape == made.mesh.points.shape
    assert 0 <= made.mesh.colors.min() < made.mesh.colors.max() <= 1
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert (made.facts["steps"], made.facts["guidance"]) == (3, 15.0)


def test_a_field_without_a_surface_fails_in_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapter, "_GRID", 24)
    with pytest.raises(GenerationFailed, match="found no surface"):
        ShapE(str(folder)).make(SHARK, tick=no_tick)


def test_a_cancelled_job_stops_between_two_steps(folder: Path) -> None:
    def tick(done: float, _: str) -> None:
        if done > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        ShapE(str(folder)).make(SHARK, tick=tick)


def test_an_open_mesh_is_closed() -> None:
    ball = trimesh.creation.icosphere(subdivisions=3)
    ball.update_faces(ball.triangles_center[:, 1] < 0.8)
    assert not ball.is_watertight
    solid, facts = repaired(raw(ball))
    assert facts["shells_closed"] == 1
    assert solid.volume() == pytest.approx(4.1, rel=0.06)


def test_doubled_corners_are_joined_and_crumbs_dropped() -> None:
    ball = trimesh.creation.icosphere(subdivisions=3)
    crumb = trimesh.creation.icosphere(subdivisions=1, radius=0.05).apply_translation((2, 0, 0))
    both = trimesh.util.concatenate([ball, crumb])
    loose = trimesh.Trimesh(both.triangles.reshape(-1, 3), np.arange(3 * len(both.faces)).reshape(-1, 3), process=False)
    solid, facts = repaired(raw(loose))
    assert (facts["shells"], facts["shells_kept"], facts["shells_closed"]) == (2, 1, 0)
    assert solid.volume() == pytest.approx(ball.volume, rel=1e-4)


def test_a_mesh_that_is_inside_out_is_turned() -> None:
    ball = trimesh.creation.icosphere(subdivisions=2)
    ball.invert()
    assert repaired(raw(ball))[0].volume() > 0


@pytest.mark.parametrize("count", [0, 1, 2])
def test_what_is_no_surface_is_refused(count: int) -> None:
    points = np.random.default_rng(0).random((3 * max(count, 1), 3))
    faces = np.arange(3 * count, dtype=np.int32).reshape(-1, 3)
    with pytest.raises(GenerationFailed):
        repaired(RawMesh(points, faces, np.ones((len(points), 3), np.float32)))


def test_a_repaired_mesh_stands_on_the_ground_in_its_size() -> None:
    assembly, _ = stood(raw(trimesh.creation.icosphere(subdivisions=3).apply_translation((5, 6, 7))), largest_m=1.5)
    part = assembly.parts[0]
    assert fault_of(part.points, part.faces) == ""
    assert part.points[:, 1].min() == pytest.approx(0, abs=1e-9)
    assert np.ptp(part.points, axis=0).max() == pytest.approx(1.5)
    feet = part.points[part.points[:, 1] < 1e-9]
    assert len(feet) > 5  # flat, so that it does not roll
    assert np.abs(feet[:, [0, 2]].mean(axis=0)).max() < 0.01


def test_paint_is_mixed_from_the_nearest_known_colours() -> None:
    ends = np.array([[0.0, 0, 0], [1.0, 0, 0]])
    paint = VertexPaint(ends, np.array([[1, 0, 0], [0, 0, 1]], np.float32))
    assert paint.at(ends) == pytest.approx(np.array([[1, 0, 0], [0, 0, 1]]), abs=1e-6)
    assert paint.at(np.array([[0.5, 0.2, 0]])) == pytest.approx(np.array([[0.5, 0, 0.5]]))


def run(text: str = "a wooden toy boat", job_id: str = "run_1") -> tuple[ReplayContext, Any]:
    job = ReplayContext(job_id)
    work = TextToModel("prompt_1", text, "spec_1", 5, poly_budget=600, quality="draft", is_progressive=False)
    return job, text_to_model.perform(work, job)


def test_a_neural_model_goes_the_same_way_to_a_textured_glb(
    folder: Path, field: None, monkeypatch: pytest.MonkeyPatch, gltf_issues: Callable[[bytes], dict[str, Any]]
) -> None:
    monkeypatch.setenv("MESHWRIGHT_MAKER", "shap-e")
    monkeypatch.setenv("MESHWRIGHT_SHAP_E", str(folder))
    monkeypatch.setenv("MESHWRIGHT_MAKER_STEPS", "3")
    job, result = run()
    facts = result.provenance["stages"]["geometry_generation"]
    assert (facts["maker"], facts["model"], facts["licence"]) == ("shap-e", folder.name, "MIT")
    assert (facts["steps"], facts["shells_kept"], facts["checks"]["parts"]) == (3, 1, 1)
    assert 100 < result.triangles <= 600 < result.triangles_full
    glb = job.artefacts["model.glb"].data
    issues = gltf_issues(glb)
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"]
    assert read_glb(glb).extras["provenance"]["stages"]["geometry_generation"]["maker"] == "shap-e"
    assert job.stages["planning"]["archetype"]
    again, _ = run(job_id="run_2")
    assert again.artefacts["model.glb"].sha256 == job.artefacts["model.glb"].sha256


def test_the_models_own_colours_are_baked(folder: Path, field: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MESHWRIGHT_MAKER", "shap-e")
    monkeypatch.setenv("MESHWRIGHT_SHAP_E", str(folder))
    monkeypatch.setenv("MESHWRIGHT_MAKER_STEPS", "3")
    monkeypatch.setattr(adapter, "_raw", lambda decoded, made=adapter._raw: _painted(made(decoded), (0.9, 0.1, 0.0)))
    job, _ = run()
    albedo = np.asarray(Image.open(io.BytesIO(job.artefacts["albedo.png"].data)))[..., :3].mean(axis=(0, 1))
    assert albedo == pytest.approx([244, 89, 0], abs=3)  # sRGB of that linear colour


def _painted(mesh: RawMesh, color: tuple[float, float, float]) -> RawMesh:
    return RawMesh(mesh.points, mesh.faces, np.tile(np.float32(color), (len(mesh.points), 1)))


@pytest.mark.parametrize("given", ["", "/nowhere"])
def test_a_missing_folder_fails_the_job_in_words(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MESHWRIGHT_MAKER", "shap-e")
    monkeypatch.setenv("MESHWRIGHT_SHAP_E", given)
    with pytest.raises(GenerationFailed, match="The folder of MESHWRIGHT_SHAP_E is not there"):
        run()


def test_a_folder_of_something_else_fails_in_words(tmp_path: Path) -> None:
    with pytest.raises(GenerationFailed, match="holds no Shap-E pipeline"):
        ShapE(str(tmp_path))


def test_missing_packages_fail_in_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "diffusers", None)
    with pytest.raises(GenerationFailed, match="pip install 'meshwright\\[neural\\]'"):
        ShapE(str(folder))


def test_without_a_setting_shapes_are_made_of_parts() -> None:
    job, _ = run()
    assert job.stages["geometry_generation"]["maker"] == "parts"

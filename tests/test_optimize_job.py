"""Optimising is a job: from any file to a lighter GLB, with figures and an account."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import trimesh
from PIL import Image

from domain.errors import Invalid, TooLarge
from domain.work.optimize_mesh import OptimizeMesh
from engine.models.model import Model
from engine.models.reading import read_model
from engine.models.writing import write_model
from engine.optimizing.distances import Sheet, apart
from engine.optimizing.presets import PRESETS, planned
from engine.optimizing.sharing import triangles_shown
from engine.provenance import sha256_of
from handlers import optimize_mesh
from handlers.context import Cancelled, ReplayContext
from handlers.messages import Progressed
from handlers.optimize_mesh import OptimizeMeshResult, perform
from tests.gltf import issues_of
from tests.optimizing import ball, model_of, soup_of, torus


def optimized(data: bytes, **options: Any) -> tuple[OptimizeMeshResult, ReplayContext]:
    job = ReplayContext(load={"asset_in": data})
    return perform(OptimizeMesh(mesh="asset_in", **options), job), job


@pytest.fixture(scope="module", autouse=True)
def few_samples() -> Iterator[None]:
    """Small pictures, and distances at fewer places, tell as much here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(optimize_mesh, "_PICTURE_SIZE", 96)
        patch.setattr(optimize_mesh, "_SAMPLES", 5_000)
        patch.setattr(optimize_mesh, "_LEVEL_SAMPLES", 2_000)
        yield


@pytest.fixture(scope="module")
def ring() -> bytes:
    return write_model(model_of(torus()))


@pytest.fixture(scope="module")
def done(ring: bytes) -> tuple[OptimizeMeshResult, ReplayContext]:
    return optimized(ring, target="web", max_triangles=1000, compression="draco", lods=2)


def test_the_spec_s_example_gives_a_lighter_packed_model(done: tuple[OptimizeMeshResult, ReplayContext]) -> None:
    result, job = done
    after = read_model(job.artefacts["model.glb"].data)
    assert job.artefacts["model.glb"].asset_id == result.mesh
    assert triangles_shown(after) <= 1000
    assert b"KHR_draco_mesh_compression" in job.artefacts["model.glb"].data
    assert b"MSFT_lod" in job.artefacts["model.glb"].data
    assert after.meshes[0].surfaces[0].uvs


def test_the_figures_are_there_and_plausible(done: tuple[OptimizeMeshResult, ReplayContext], ring: bytes) -> None:
    result, job = done
    metrics = result.metrics
    assert metrics["triangles"] == {"before": 9216, "after": 1000, "wanted": 1000}
    assert metrics["meets_target"]
    assert metrics["size_bytes"] == {"before": len(ring), "after": len(job.artefacts["model.glb"].data)}
    assert 0 < metrics["error"]["mean_relative"] < metrics["error"]["hausdorff_relative"] < 0.01
    assert metrics["error"]["uv_mean"] < 0.003
    assert metrics["closed_parts"] == {"before": {"parts": 1, "closed": 1}, "after": {"parts": 1, "closed": 1}}
    assert metrics["vertex_cache"]["after"]["acmr"] < metrics["vertex_cache"]["before"]["acmr"]
    assert metrics["gpu_bytes"]["geometry"]["after"] < metrics["gpu_bytes"]["geometry"]["before"]
    assert [level["triangles"] for level in metrics["lods"]] == pytest.approx([500, 250], abs=4)
    assert set(metrics["seconds"]) == set(OptimizeMesh.stages)
    assert metrics["notes"] == []


@pytest.mark.parametrize("packing", ["draco", "meshopt", "none"])
def test_the_file_lies_no_farther_than_the_error_and_the_packing_together(ring: bytes, packing: Any) -> None:
    result, job = optimized(ring, compression=packing, quantizes=packing == "none", lods=1)
    error = result.metrics["error"]
    file = apart(Sheet.of(read_model(ring)), Sheet.of(read_model(job.artefacts["model.glb"].data)), samples=5_000)
    assert 0 == error["mean_m"] == error["rms_m"] == error["hausdorff_m"]
    assert 0 < error["packing_m"] < 1e-4 * error["diagonal_m"]
    assert file.hausdorff_m <= 1.1 * error["packing_m"]


def test_the_account_names_parent_parameters_and_versions(
    done: tuple[OptimizeMeshResult, ReplayContext], ring: bytes
) -> None:
    result, job = done
    account = result.provenance
    assert (account["parent_asset"], account["parent_sha256"]) == ("asset_in", sha256_of(ring))
    assert account["operation"] == "optimize_mesh"
    assert account["parameters"]["max_triangles"] == 1000
    assert "wasmtime" in account["versions"]["libraries"]
    assert read_model(job.artefacts["model.glb"].data).extras["provenance"]["parent_asset"] == "asset_in"


def test_all_stages_are_passed_and_progress_only_grows(done: tuple[OptimizeMeshResult, ReplayContext]) -> None:
    _, job = done
    assert tuple(job.stages) == OptimizeMesh.stages
    for stage in OptimizeMesh.stages:
        told = [each.fraction for each in job.messages if isinstance(each, Progressed) and each.stage == stage]
        assert told == sorted(told)


def test_before_and_after_are_pictured_beside_each_other(done: tuple[OptimizeMeshResult, ReplayContext]) -> None:
    result, job = done
    kept = job.artefacts["before_and_after.png"]
    picture = Image.open(io.BytesIO(kept.data))
    assert (kept.role, kept.asset_id) == ("preview", result.preview)
    assert picture.width > 2 * picture.height
    half = np.asarray(picture.convert("L"), np.float64)
    assert half[:, : picture.height].std() > 5
    assert half[:, -picture.height :].std() > 5


def test_levels_can_be_files_of_their_own(ring: bytes) -> None:
    result, job = optimized(ring, max_triangles=800, lods=2, lod_form="files", compression="none", is_repaired=False)
    assert result.metrics["repairs"] is None
    assert [job.artefacts[f"model_lod{level}.glb"].asset_id for level in (1, 2)] == list(result.lods)
    assert [read_model(job.artefacts[f"model_lod{level}.glb"].data).triangles for level in (1, 2)] == pytest.approx(
        [400, 200], abs=4
    )
    assert b"MSFT_lod" not in job.artefacts["model.glb"].data


@pytest.mark.parametrize("target", ["desktop", "mobile"])
def test_each_target_is_written_as_its_preset_says(ring: bytes, target: Any) -> None:
    result, job = optimized(ring, target=target, max_triangles=600)
    assert result.metrics["compression"] == PRESETS[target].compression
    assert triangles_shown(read_model(job.artefacts["model.glb"].data)) <= 600
    if PRESETS[target].compression == "none":
        issues = issues_of(job.artefacts["model.glb"].data)
        assert (issues["numErrors"], issues["numWarnings"]) == (0, 0)
    again = optimized(ring, target=target, max_triangles=600)[1]
    assert again.artefacts["model.glb"].sha256 == job.artefacts["model.glb"].sha256


def test_ar_takes_no_more_than_it_can_show_and_says_so() -> None:
    plan = planned(OptimizeMesh(mesh="asset_in", target="ar", max_triangles=200_000))
    assert plan.triangles == 100_000
    assert "200000" in plan.notes[0]


def test_print_is_closed_and_neither_packed_nor_quantised() -> None:
    whole = ball(4, bumps=0.05)
    torn = replace(soup_of(whole), faces=np.arange(3 * len(whole.faces) - 90, dtype=np.int32).reshape(-1, 3))
    result, _ = optimized(write_model(model_of(torn)), target="print", compression="draco", max_triangles=1500)
    assert result.metrics["compression"] == "none"
    assert result.metrics["closed_parts"]["after"] == {"parts": 1, "closed": 1}
    assert result.metrics["repairs"]["holes_filled"] > 0
    assert any("printing" in note for note in result.metrics["notes"])


@pytest.mark.parametrize("form", ["obj", "stl"])
def test_other_formats_are_taken_too(form: str) -> None:
    shape = trimesh.creation.icosphere(subdivisions=4)
    data = shape.export(file_type=form)
    result, job = optimized(data if isinstance(data, bytes) else data.encode(), max_triangles=500)
    assert result.metrics["triangles"]["before"] == 5120
    assert triangles_shown(read_model(job.artefacts["model.glb"].data)) <= 500


def test_what_is_wanted_no_more_is_stopped(ring: bytes) -> None:
    job = ReplayContext(load={"asset_in": ring})
    job._on_message = lambda message: job.cancel() if isinstance(message, Progressed) else None
    with pytest.raises(Cancelled):
        perform(OptimizeMesh(mesh="asset_in"), job)


def bad(model: Model, points: np.ndarray) -> bytes:
    surface = replace(model.meshes[0].surfaces[0], points=points)
    corners = surface.points[surface.faces].astype(np.float32)
    head = bytes(80) + np.uint32(len(corners)).tobytes()
    rows = np.zeros(len(corners), np.dtype([("n", "<f4", 3), ("v", "<f4", (3, 3)), ("a", "<u2")]))
    rows["v"] = corners
    return head + rows.tobytes()


def test_corners_that_are_no_numbers_and_no_area_at_all_are_refused() -> None:
    sound = model_of(ball(2))
    points = sound.meshes[0].surfaces[0].points
    with pytest.raises(Invalid):
        optimized(bad(sound, np.where(points > 0.9, np.nan, points)))
    with pytest.raises(Invalid):
        optimized(bad(sound, points * (0, 0, 1)))


def test_fifty_million_triangles_are_refused_with_the_limit_named() -> None:
    head = bytes(80) + np.uint32(50_000_000).tobytes()
    with pytest.raises((TooLarge, Invalid)) as refused:
        optimized(head + bytes(50 * 1000))
    assert refused.value.message

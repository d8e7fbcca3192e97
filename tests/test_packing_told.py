"""What is said of how a file is packed is what the file holds: optimising and exporting tell it of what they wrote."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from domain.work import Export
from domain.work.export import Format
from domain.work.optimize_mesh import OptimizeMesh
from engine.models.model import Mesh, Model, Node, Surface
from engine.models.packing import Packing, notes_on, packing_of
from engine.models.writing import write_model
from handlers import export, optimize_mesh
from handlers.context import ReplayContext
from tests.optimizing import model_of, torus
from tests.rich_model import rich_model, sheet

WHY = "Draco takes no morph targets, and nothing that it would not make smaller"


def still(surface: Surface) -> Model:
    return Model((Node(mesh=0),), (0,), (Mesh((surface,)),))


def morphing() -> Model:
    """Return a sheet with a morph target, which Draco does not take."""
    plain = replace(sheet(), tangents=None)
    return still(replace(plain, targets=({"POSITION": np.ones_like(plain.points, np.float32)},)))


def triangle() -> Model:
    """Return a triangle, which Draco would make larger."""
    corners = np.array([(0, 0, 0), (1, 0, 0), (0, 1, 0)], float)
    return still(Surface(corners, np.array([(0, 1, 2)], np.int32)))


def worked(perform: Any, work: Any, source: bytes) -> tuple[Any, ReplayContext]:
    job = ReplayContext("job_1", load={work.mesh: source})
    return perform(work, job), job


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(optimize_mesh, "_PICTURE_SIZE", 64)
        patch.setattr(optimize_mesh, "_SAMPLES", 1_000)
        patch.setattr(optimize_mesh, "_LEVEL_SAMPLES", 500)
        yield


def test_a_model_of_which_draco_packs_a_part_says_how_much_is_plain() -> None:
    result, job = worked(optimize_mesh.perform, OptimizeMesh(mesh="asset_1"), write_model(rich_model()))
    assert packing_of(job.artefacts["model.glb"].data) == Packing("draco", 2, 3)
    assert result.metrics["compression"] == "draco"
    assert f"1 of 3 surfaces is not packed: {WHY}" in result.metrics["notes"]


@pytest.mark.parametrize("made", [morphing, triangle])
def test_optimising_says_no_draco_where_there_is_none(made: Any) -> None:
    work = OptimizeMesh(mesh="asset_1", quantizes=True)
    result, job = worked(optimize_mesh.perform, work, write_model(made()))
    assert b"KHR_draco_mesh_compression" not in job.artefacts["model.glb"].data
    assert (result.metrics["compression"], result.metrics["quantized"]) == ("none", False)
    assert f"No surface is packed: {WHY}" in result.metrics["notes"]
    assert job.stages["packaging"]["compression"] == "none"


def test_levels_in_files_of_their_own_say_how_each_is_packed() -> None:
    work = OptimizeMesh(mesh="asset_1", max_triangles=400, lods=6, lod_ratio=0.1, lod_form="files")
    result, job = worked(optimize_mesh.perform, work, write_model(model_of(torus(48, 24))))
    told = [level["compression"] for level in result.metrics["lods"]]
    held = [packing_of(job.artefacts[f"model_lod{number}.glb"].data) for number in range(1, len(told) + 1)]
    assert told == [packing.compression for packing in held] == ["draco"] * (len(told) - 1) + ["none"]
    assert f"1 of {1 + len(told)} surfaces is not packed: {WHY}" in result.metrics["notes"]


@pytest.mark.parametrize("form", ["glb", "gltf"])
@pytest.mark.parametrize(("made", "compression"), [(morphing, "none"), (rich_model, "draco")])
def test_an_export_says_what_packs_its_file(form: Format, made: Any, compression: str) -> None:
    work = Export(run_id="", mesh="asset_1", format=form, compression="draco", include_provenance=False)
    result, job = worked(export.perform, work, write_model(made()))
    assert result.compression == job.stages["packaging"]["compression"] == compression
    assert any(note.endswith(WHY) for note in result.notes)


def test_meshopt_is_counted_by_what_a_surface_is_stored_in() -> None:
    whole = packing_of(write_model(rich_model(), compression="meshopt"))
    assert whole == Packing("meshopt", 3, 3)
    assert notes_on("meshopt", [whole]) == notes_on("none", [Packing(surfaces=2)]) == []
    few = packing_of(write_model(triangle(), compression="meshopt"))
    assert notes_on("meshopt", [few]) == ["No surface is packed: meshopt would not make them smaller"]

"""Our reader and another one, trimesh's, find the same triangles in the same place."""

import io
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh

from engine.models.model import NOTHING, Model
from engine.models.reading import read_model
from engine.models.writing import write_model
from tests.rich_model import rich_model
from tests.test_model_reading_hostile import holds

SAMPLES = Path(os.environ.get("MESHWRIGHT_SAMPLES", ""))
COUNTS = {
    "CesiumMilkTruck.glb": 2856, "Duck.glb": 4212, "busted.STL": 3878, "capsule.obj": 10200, "chair_model.obj": 12756,
    "cycloidal.ply": 43368, "fuze.obj": 1000, "spot.obj": 5856, "stanford-bunny.obj": 69451,
}  # fmt: skip


def bounds_of(model: Model) -> np.ndarray:
    """Return the least and the greatest corner of the scene."""
    points = np.concatenate([placed.surface.points for placed in model.placed()])
    return np.array([points.min(axis=0), points.max(axis=0)])


def agree(data: bytes, form: str) -> Model:
    """Check that trimesh finds what we find; return it."""
    model = read_model(data, f"model.{form}")
    scene: Any = trimesh.load(io.BytesIO(data), file_type=form, force="scene", process=False)
    assert sum(len(placed.surface.faces) for placed in model.placed()) == sum(
        len(scene.geometry[scene.graph[name][1]].faces) for name in scene.graph.nodes_geometry
    )
    assert np.allclose(bounds_of(model), scene.bounds, rtol=1e-6, atol=1e-6)
    holds(model)
    return model


@pytest.mark.parametrize(
    ("form", "options"),
    [("glb", {}), ("obj", {}), ("ply", {}), ("ply", {"encoding": "ascii"}), ("stl", {}), ("stl_ascii", {})],
)
def test_what_another_library_wrote_is_read_as_it_reads_it(form: str, options: dict[str, Any]) -> None:
    mesh = trimesh.creation.annulus(0.3, 1, 0.5)
    mesh.apply_transform(trimesh.transformations.rotation_matrix(0.4, [1, 2, 3], [5, 0, 0]))
    mesh.visual.vertex_colors = np.arange(4 * len(mesh.vertices), dtype=np.uint32).reshape(-1, 4).astype(np.uint8)
    data = mesh.export(file_type=form, **options)
    model = agree(data.encode() if isinstance(data, str) else data, form)
    placed = next(model.placed()).surface
    expected = np.abs(mesh.vertices[:, None] - placed.points[None]).sum(axis=2).min(axis=1)
    assert expected.max() < 1e-6


def test_a_scene_of_many_nodes_stands_as_another_library_places_it() -> None:
    model = rich_model()
    stiff = replace(  # trimesh bends nothing
        model, skins=(), animations=(), nodes=tuple(replace(node, skin=NOTHING) for node in model.nodes),
        meshes=tuple(replace(mesh, morph=()) for mesh in model.meshes),
    )  # fmt: skip
    agree(write_model(stiff), "glb")


def test_the_same_file_gives_the_same_model() -> None:
    data = trimesh.creation.icosphere(3).export(file_type="stl")
    assert write_model(read_model(data)) == write_model(read_model(data))


@pytest.mark.slow
@pytest.mark.skipif(not SAMPLES.name, reason="MESHWRIGHT_SAMPLES names no folder of models")
@pytest.mark.parametrize("name", COUNTS)
def test_real_models_are_read(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    assert agree(data, name.rsplit(".", 1)[1].lower()).triangles == COUNTS[name]

"""Real models, of those that the environment variable MESHWRIGHT_SAMPLES names a folder of, in every form."""

import os
from pathlib import Path

import numpy as np
import pytest
from scipy.spatial import cKDTree

from engine.models.model import Surface
from engine.models.reading import read_model
from engine.models.writing import write_model
from tests.gltf import issues_of, opened_by_gltf_transform, opened_by_three, scene_points

FOLDER = Path(os.environ.get("MESHWRIGHT_SAMPLES", "/nowhere"))
KINDS = (".glb", ".obj", ".ply", ".stl")
SAMPLES = sorted(path.name for path in FOLDER.glob("*") if path.suffix.lower() in KINDS) if FOLDER.is_dir() else []


@pytest.mark.slow
@pytest.mark.skipif(not SAMPLES, reason="MESHWRIGHT_SAMPLES names no folder of models")
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("form", ["plain", "quantized", "draco", "meshopt"])
def test_others_open_real_models_where_they_stood(name: str, form: str) -> None:
    model = read_model((FOLDER / name).read_bytes(), name)
    compression = form if form in ("draco", "meshopt") else "none"
    data = write_model(model, compression=compression, quantizes=form == "quantized")  # type: ignore[arg-type]
    issues = issues_of(data)
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"][:5]
    before = np.concatenate([placed.surface.points for placed in model.placed()])
    step = 1e-6 if form == "plain" else 1 / 16_383
    for opened in (opened_by_gltf_transform, opened_by_three):
        found = opened(data)["primitives"]
        after = np.concatenate([scene_points(each) for each in found])
        for one, other in ((before, after), (after, before)):
            distances, _ = cKDTree(one).query(other)
            assert distances.max() <= step * np.ptp(before, axis=0).max()
        shown = sum(
            _seen(placed.surface) if form == "draco" else len(placed.surface.faces) for placed in model.placed()
        )
        assert sum(len(each["faces"]) for each in found) == shown


def _seen(surface: Surface) -> int:
    """Return the number of triangles whose corners are at three places: Draco leaves out the others."""
    first, second, third = (surface.points.astype(np.float32)[surface.faces[:, corner]] for corner in range(3))
    pairs = ((first, second), (second, third), (third, first))
    return int(np.all([(one != other).any(axis=1) for one, other in pairs], axis=0).sum())

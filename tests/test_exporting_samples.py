"""Real models, of those that the environment variable MESHWRIGHT_SAMPLES names a folder of, in every format."""

import os
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose
from pxr import Usd, UsdGeom, UsdValidation

from engine.exporting.writing import KINDS, write
from engine.models.reading import read_model
from tests.exporting import bounds_of, corners_of, objects_in, read_3mf

FOLDER = Path(os.environ.get("MESHWRIGHT_SAMPLES", "/nowhere"))
KNOWN = (".glb", ".obj", ".ply", ".stl")
SAMPLES = [path for path in sorted(FOLDER.glob("*")) if path.suffix.lower() in KNOWN]
pytestmark = pytest.mark.slow


@pytest.mark.skipif(not SAMPLES, reason="MESHWRIGHT_SAMPLES names no folder of models")
@pytest.mark.parametrize("path", SAMPLES or [FOLDER], ids=lambda path: path.name)
def test_a_real_model_is_the_same_in_every_format(path: Path, tmp_path: Path) -> None:
    model = read_model(path.read_bytes(), path.name)
    triangles, bounds = len(corners_of(model)), bounds_of(model)
    size = float(np.ptp(bounds, axis=0).max())
    made = {form: write(model, form).data for form in KINDS}
    for form in ("glb", "gltf", "obj", "ply"):
        back = read_model(made[form], f"model.{form}")
        assert_allclose(bounds_of(back), bounds, atol=1e-5 * size)
        assert len(corners_of(back)) == triangles
    printed = sum(thing.GetTriangleCount() for thing in objects_in(read_3mf(made["3mf"])))
    assert 0.95 * triangles <= printed <= triangles  # poles of spheres have triangles without area
    (tmp_path / "model.usdz").write_bytes(made["usdz"])
    stage = Usd.Stage.Open(str(tmp_path / "model.usdz"))
    validators = UsdValidation.ValidationRegistry().GetOrLoadAllValidators()
    assert UsdValidation.ValidationContext(validators).Validate(stage) == []
    counts = [
        len(UsdGeom.Mesh(prim).GetFaceVertexCountsAttr().Get()) for prim in stage.Traverse() if prim.IsA(UsdGeom.Mesh)
    ]
    assert sum(counts) == triangles

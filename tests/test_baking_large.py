"""Bakes of real files, and of the largest pictures: memory is bounded."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from domain.work import BakeTextures
from handlers.bake_textures import perform
from handlers.context import ReplayContext

MEMORY_MAX_MIB = 3_000
_LARGEST = """
import json, resource
from dataclasses import replace
import numpy as np
from engine.baking.baker import bake
from engine.baking.options import Options
from tests.baking import checker, light, plane, textured
square = plane(steps=4)
low = light(replace(square, uvs=(square.uvs[0] * np.float32(0.2) + np.float32(0.1),)))
options = Options(("albedo", "normal", "ambient_occlusion"), size=8192, samples=1, supersampling=1)
baked = bake(textured(plane(steps=100), checker()), low, options)
peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({"peak_mib": peak_mib, "misses": baked.facts["misses"], "texels": baked.facts["texels"]}))
"""


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_largest_pictures_fit_into_memory() -> None:
    done = subprocess.run([sys.executable, "-c", _LARGEST], check=True, capture_output=True, text=True)
    told = json.loads(done.stdout)
    assert told["peak_mib"] < MEMORY_MAX_MIB
    assert told["misses"] == 0
    assert told["texels"] > 2_600_000


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", ["Duck.glb", "CesiumMilkTruck.glb", "stanford-bunny.obj"])
def test_real_files_are_baked(name: str, gltf_issues: Callable[[bytes], dict[str, Any]]) -> None:
    path = Path(os.environ.get("MESHWRIGHT_SAMPLES", "")) / name
    if not path.is_file():
        pytest.skip("MESHWRIGHT_SAMPLES names no folder with the shared meshes")
    job = ReplayContext(load={"high": path.read_bytes()})
    result = perform(BakeTextures("high", resolution=256, samples=4, low_triangles=2000), job)
    issues = gltf_issues(job.artefacts["model.glb"].data)
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0)
    assert result.metrics["miss_share"] < 0.01

"""Real photographs become a model: eleven of a castle, where there are some."""

import os
from pathlib import Path

import pytest

from domain.work import Reconstruct
from domain.work.reconstruct import NamedAsset
from handlers.context import ReplayContext
from handlers.reconstruct import perform

SAMPLES = "MESHWRIGHT_SAMPLES"
COUNT = 11


@pytest.fixture(scope="module")
def castle() -> dict[str, Path]:
    """The photographs by name."""
    if not os.environ.get(SAMPLES):
        pytest.skip(f"{SAMPLES} does not say where the real photographs are")
    found = {path.name: path for path in sorted((Path(os.environ[SAMPLES]) / "photos-castle").glob("*.JPG"))}
    if len(found) != COUNT:
        pytest.skip(f"there are no {COUNT} photographs in photos-castle")
    return found


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_castle_is_found_whole_and_true_to_its_photographs(castle: dict[str, Path]) -> None:
    pictures = tuple(NamedAsset(name, name) for name in castle)
    job = ReplayContext(load=lambda asset: castle[asset].read_bytes())
    made = perform(Reconstruct(project_id="castle", pictures=pictures, quality="low"), job)
    assert made.metrics["registered"] == made.metrics["frames"] == COUNT
    assert made.metrics["error_px"] < 0.8
    assert made.reconstruction_quality > 0.85  # 0.917 as a rule
    assert made.metrics["coverage"] > 0.7
    assert made.metrics["triangles"] > 20_000
    assert made.metrics["notes"] == []

"""Models of COLMAP's that share pictures become one; those that do not are left apart."""

from dataclasses import replace
from pathlib import Path

import pycolmap
import pytest

from engine.photographs.judging import aligned
from engine.photographs.sparse import Features, Placed, features, matched, merged, undistorted
from engine.photographs.stills import kept
from engine.photographs.views import View
from tests.filming import orbit, photographed, photographs

SIZE = (320, 240)
COUNT = 9


@pytest.fixture(scope="module")
def views() -> list[View]:
    return [photographed(view, samples=1) for view in orbit(2 * COUNT, size=SIZE)[:COUNT]]


@pytest.fixture(scope="module")
def found(views: list[View], tmp_path_factory: pytest.TempPathFactory) -> Features:
    folder = tmp_path_factory.mktemp("half-ring")
    for name in ("given", "shots"):
        (folder / name).mkdir()
    files = [(path.name, path) for path in photographs(folder / "given", views)]
    return features(kept(files, folder / "shots").shots, folder, size_px_max=320, count_max=800, threads=2)


def mapped_of(found: Features, names: tuple[str, ...], folder: Path) -> Placed:
    """Return a model of some of the pictures alone, as the mapper leaves it where it cannot go on."""
    options = pycolmap.IncrementalPipelineOptions()
    options.image_names, options.min_model_size, options.random_seed = list(names), 3, 1
    options.mapper.init_min_tri_angle = 8.0
    folder.mkdir()
    model = pycolmap.incremental_mapping(found.database, found.folder, folder, options)[0]
    model.write(folder)
    registered = sorted(model.image(number).name for number in model.reg_image_ids())
    return Placed(folder, tuple(registered), model.num_points3D(), model.compute_mean_reprojection_error(), 3, 20)


def test_models_that_share_pictures_become_one(found: Features, views: list[View], tmp_path: Path) -> None:
    matched(found, seed=0, threads=2)
    one = mapped_of(found, found.names[:6], tmp_path / "one")
    other = mapped_of(found, found.names[3:], tmp_path / "other")
    assert (len(one.names), len(other.names)) == (6, 6)
    best, *rest = merged((one, other), found, tmp_path / "models", seed=0, threads=1)
    assert best.names == found.names
    assert rest == [one, other]
    assert best.error_px < 0.6
    sparse = undistorted(best, found, tmp_path / "flat", view_px_max=160, threads=1)
    known = {view.name: replace(truth, name=view.name) for view, truth in zip(sparse.views, views, strict=True)}
    _, errors = aligned(sparse.views, known)
    assert errors.place_worst < 0.02
    assert errors.turn_worst_deg < 1


def test_models_with_two_pictures_in_common_stay_apart(found: Features, tmp_path: Path) -> None:
    matched(found, seed=0, threads=2)
    one = mapped_of(found, found.names[:5], tmp_path / "one")
    other = mapped_of(found, found.names[4:], tmp_path / "other")
    assert merged((one, other), found, tmp_path / "models", seed=0, threads=1) == (one, other)

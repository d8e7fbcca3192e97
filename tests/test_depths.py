"""How far the surface lies from each view, and which one that gives: against a scene that our own rays photographed.

The surface of the film is looked at here too: its depths, which take longest, are then found once.
"""

import numpy as np
import pytest
from scipy.spatial import cKDTree

from domain.errors import GenerationFailed
from engine.photographs.consistency import agreed
from engine.photographs.depths import depth_maps
from engine.photographs.fusing import fused, thinned
from engine.photographs.neighbours import depth_range, neighbours_of
from engine.photographs.plane_sweep import SweepOptions, swept
from engine.photographs.views import Cloud, Depth, Sparse
from tests.filming import looking, orbit, photographed, plain, scene
from tests.reconstructing import (
    SIZE,
    dense,
    known_sparse,
    rays,
    scattered,
    seen,
    sparse_of,
    surface,
    true_depth,
)


def test_depths_that_views_agree_on_are_true() -> None:
    depths, _ = dense()
    errors, complete, wrong = [], [], []
    for view, depth in zip(known_sparse().views, depths, strict=True):
        truth = true_depth(view)
        both = (depth.depth > 0) & (truth > 0)
        apart = np.abs(depth.depth - truth)[both] / truth[both]
        errors.append(np.median(apart))
        complete.append((apart < 0.01).sum() / (truth > 0).sum())
        wrong.append((apart > 0.02).mean())
    assert np.mean(errors) < 0.0015
    assert np.mean(complete) > 0.62
    assert np.mean(wrong) < 0.01


def test_the_sky_has_no_depth() -> None:
    depths, _ = dense()
    for view, depth in zip(known_sparse().views, depths, strict=True):
        sky = true_depth(view) == 0
        assert (depth.depth[sky] > 0).mean() < 0.03


def test_a_slanted_ground_is_measured_from_cameras_far_apart() -> None:
    views = [looking(np.array([x, 0.8, 1.0]), (0.0, 0.0, -0.4), (160, 120)) for x in (0.0, -0.3, 0.3)]
    shot = tuple(photographed(view, samples=1) for view in views)
    depth = swept(shot[0], shot[1:], 0.6, 3.0, options=SweepOptions(), device="cpu")
    truth = true_depth(shot[0])
    ground = np.zeros_like(truth, bool)
    ground[90:] = True  # the lower rows show it, at 50 degrees and more from head-on
    assert (np.abs(depth.depth - truth)[ground] < 0.02 * truth[ground]).mean() > 0.7


def test_one_picture_twice_gives_the_same_depths_twice() -> None:
    sparse = known_sparse()
    near, far = depth_range(sparse, 4)
    others = [sparse.views[number] for number in neighbours_of(sparse, 2)[4]]
    one, two = (swept(sparse.views[4], others, near, far, options=SweepOptions(), device="cpu") for _ in range(2))
    assert one.depth.tobytes() == two.depth.tobytes()
    assert one.confidence.tobytes() == two.confidence.tobytes()


def test_neighbours_are_those_beside_not_those_across() -> None:
    near = neighbours_of(known_sparse(), 2)
    assert set(near[4].tolist()) == {3, 5}
    assert set(near[0].tolist()) == {1, 2}


def test_a_depth_that_no_other_view_confirms_is_let_go() -> None:
    sparse = known_sparse()
    depths = [Depth(true_depth(view).astype(np.float32), np.ones(SIZE[::-1], np.float32)) for view in sparse.views]
    row, column = np.argwhere(depths[4].depth > 0)[2000]
    depths[4].depth[row, column] *= 1.05
    kept = agreed(sparse.views, depths, 4, [3, 5], least=1)
    assert kept.depth[row, column] == 0
    assert (kept.depth > 0).sum() > 0.8 * (depths[4].depth > 0).sum()


def test_pictures_of_nothing_with_a_pattern_fail_with_advice() -> None:
    views = tuple(photographed(view, paint=plain, samples=1) for view in orbit(3, turn_deg=30, size=(96, 72)))
    whites = tuple(type(view)(view.name, np.full_like(view.picture, 200), view.focal_px, view.middle_px, view.turn,
                              view.shift) for view in views)  # fmt: skip
    with pytest.raises(GenerationFailed, match="with a pattern"):
        depth_maps(sparse_of(whites))


def test_points_of_the_cloud_lie_on_the_surface_and_look_outwards() -> None:
    _, cloud = dense()
    before = cloud.points + 0.02 * cloud.normals
    met = rays().first(before, -cloud.normals.astype(np.float64), reach=0.04)
    assert (met.face >= 0).mean() > 0.97
    assert np.median(np.abs(met.distance[met.face >= 0] - 0.02)) < 0.003


def test_thinning_leaves_one_point_for_each_cube() -> None:
    generator = np.random.default_rng(1)
    points = generator.uniform(0, 1, (4000, 3))
    cloud = Cloud(points, np.tile(np.float32([0, 1, 0]), (4000, 1)), np.full((4000, 3), 90, np.uint8))
    lighter = thinned(cloud, 0.25)
    assert len(lighter.points) == 64
    assert (lighter.colors == 90).all()


def test_views_that_show_nothing_measured_fail() -> None:
    sparse: Sparse = known_sparse()
    nothing = [Depth(np.zeros(SIZE[::-1], np.float32), np.zeros(SIZE[::-1], np.float32)) for _ in sparse.views]
    with pytest.raises(GenerationFailed, match="no surface"):
        fused(sparse, nothing)


def test_the_surface_of_the_film_is_the_true_one() -> None:
    points, faces, _ = surface()
    found = scattered(points, faces, 60_000, seed=1)
    truth = scene()
    true = scattered(truth.points, truth.faces, 120_000, seed=2)
    thing = scattered(truth.points, truth.faces[: truth.thing], 8000, seed=3)
    views = known_sparse().views
    shown = thing[np.stack([seen(view, thing) for view in views]).sum(axis=0) >= 3]
    accuracy = (cKDTree(true).query(found[::6])[0] < 0.01).mean()
    completeness = (cKDTree(found).query(shown)[0] < 0.01).mean()
    assert accuracy > 0.97
    assert completeness > 0.74
    assert 2 * accuracy * completeness / (accuracy + completeness) > 0.84

"""A reconstruction stands upright, on its ground, with its front ahead, in a unit that is stated."""

from dataclasses import replace

import numpy as np
import pytest

from engine.photographs.levelling import Levelling, ground_of, levelled, levelling, moved, up_of_cameras
from engine.photographs.quality import RELIEF_LEAST, relief_of
from engine.photographs.troubles import notes_on_points, notes_on_rotation
from engine.photographs.views import Sparse, View
from tests.filming import looking, orbit

RNG = np.random.default_rng(5)


def stand(views: list[View], *, ground: int = 400, thing: int = 300) -> Sparse:
    """Return points on a ground and on a thing above it, each seen by all views."""
    disc = RNG.uniform(-0.6, 0.6, (ground, 3)) * (1, 0, 1)
    block = RNG.uniform(-0.15, 0.15, (thing, 3)) + np.array([0, 0.2, 0])
    points = np.vstack([disc, block])
    seen = np.arange(len(views), dtype=np.int32)
    return Sparse(tuple(views), points, np.zeros(points.shape, np.uint8), (seen,) * len(points), len(views), 0.5)


def tumbled(sparse: Sparse) -> Sparse:
    """Return the same in other axes and another unit, as a reconstruction comes."""
    turn = np.linalg.qr(RNG.normal(size=(3, 3)))[0]
    turn *= np.linalg.det(turn)
    return moved(sparse, Levelling(turn, RNG.normal(size=3), 7.3, "cameras"))


@pytest.mark.parametrize("turn_deg", [360.0, 100.0])
def test_the_ground_lies_level_at_height_zero_and_the_front_is_where_the_first_camera_stood(turn_deg: float) -> None:
    views = orbit(10, turn_deg=turn_deg, size=(64, 48))
    found = levelled(tumbled(stand(views)))
    assert np.abs(found.points[:400, 1]).max() < 1e-6
    assert found.points[400:, 1].min() > 0
    first = found.views[0].place
    assert abs(first[0]) < 0.1
    assert first[2] > 0.5
    ways = [np.linalg.norm(found.points - view.place, axis=1) for view in found.views]
    assert np.median(ways) == pytest.approx(1.0)


def test_what_the_cameras_see_does_not_change_when_the_world_is_moved() -> None:
    before = stand(orbit(4, size=(64, 48)))
    after = levelled(tumbled(before))
    for one, other in zip(before.views, after.views, strict=True):
        np.testing.assert_allclose(one.seen(before.points)[0], other.seen(after.points)[0], atol=1e-8)


def test_without_a_ground_the_cameras_say_what_is_up() -> None:
    views = orbit(12, size=(64, 48))
    sparse = replace(stand(views, ground=0, thing=300))
    ball = RNG.normal(size=(300, 3))
    ball *= 0.2 / np.linalg.norm(ball, axis=1, keepdims=True)
    found = tumbled(replace(sparse, points=ball + np.array([0, 0.3, 0])))
    by = levelling(found)
    assert by.by == "cameras"
    heights = [view.place[1] for view in moved(found, by).views]
    truth = np.array([view.place[1] for view in views])
    np.testing.assert_allclose(np.diff(heights), np.diff(truth) * np.ptp(heights) / np.ptp(truth), atol=1e-3)


def test_cameras_that_all_look_down_the_same_way_still_say_what_is_up() -> None:
    views = tuple(looking(np.array([x, 0.5, 1.0]), (x, 0.0, 0.0), (64, 48)) for x in (-0.2, 0.0, 0.2))
    up = up_of_cameras(views)
    assert up[1] > np.cos(np.radians(30))  # they look down by 27 degrees, and nothing else tells


def test_a_photograph_that_was_not_turned_upright_does_not_tilt_the_world() -> None:
    views = [*orbit(9, size=(64, 48)), looking(np.array([0.5, 0.7, 0.9]), (0, 0.2, 0), (64, 48), roll_deg=90)]
    assert up_of_cameras(tuple(views))[1] == pytest.approx(1.0, abs=1e-4)


def held(views: list[View], roll_deg: float) -> list[View]:
    """Return the cameras rolled about where they look."""
    roll = np.radians(roll_deg)
    turn = np.array([[np.cos(roll), np.sin(roll), 0], [-np.sin(roll), np.cos(roll), 0], [0, 0, 1]])
    return [replace(view, turn=turn @ view.turn, shift=turn @ view.shift) for view in views]


@pytest.mark.parametrize(
    ("roll_deg", "said"), [(0, ""), (90, "lie on their side"), (-90, "lie on their side"), (180, "upside down")]
)
def test_films_whose_rotation_is_told_wrongly_still_stand_upright_and_that_is_said(roll_deg: float, said: str) -> None:
    views = held(orbit(12, size=(64, 48)), roll_deg)
    found = levelled(tumbled(stand(views)))
    assert np.abs(found.points[:400, 1]).max() < 1e-6
    assert found.points[400:, 1].min() > 0
    assert said in " ".join(notes_on_rotation(found))
    assert bool(said) == bool(notes_on_rotation(found))


def test_a_wall_or_a_table_in_the_air_is_no_ground() -> None:
    up = np.array([0.0, 1.0, 0.0])
    wall = RNG.uniform(-1, 1, (500, 3)) * (1, 1, 0)
    assert ground_of(wall, up, 0.01) is None
    table = np.vstack([RNG.uniform(-1, 1, (300, 3)) * (1, 0, 1), RNG.uniform(-1, -0.5, (200, 3))])
    assert ground_of(table, up, 0.01) is None


def test_few_points_or_none_can_be_levelled() -> None:
    sparse = stand(orbit(3, size=(64, 48)), ground=2, thing=2)
    assert np.isfinite(levelled(sparse).points).all()
    assert levelled(replace(sparse, points=np.zeros((0, 3)), tracks=())).points.shape == (0, 3)


def test_what_lies_on_one_plane_is_called_flat_and_what_stands_before_it_is_not() -> None:
    views = orbit(5, size=(64, 48))
    for thing, is_flat in ((0, True), (4, True), (40, False), (300, False)):
        found = tumbled(stand(views, thing=thing))
        rough = replace(found, points=found.points + RNG.normal(0, 1e-3 * 7.3, found.points.shape))  # of 1.1 m
        assert (relief_of(rough) < RELIEF_LEAST) == is_flat
        assert any("one plane" in sentence for sentence in notes_on_points(rough)) == is_flat
    assert relief_of(stand(views, ground=5, thing=0)) == 1.0

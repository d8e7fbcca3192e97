"""From points to a surface: against the true surface of a scene that our own rays have photographed."""

import numpy as np
import pytest

from domain.errors import GenerationFailed
from engine.photographs.field import field_of
from engine.photographs.surface import SurfaceOptions, meshed
from engine.photographs.surface_nets import netted
from engine.photographs.trimming import confirmed, largest, pieces_of, rim_of
from engine.photographs.views import Cloud, Sparse

NOTHING = Sparse((), np.zeros((0, 3)), np.zeros((0, 3), np.uint8), (), 0, 0.0)


def ball(count: int = 6000, *, noise: float = 0.0, cap: float = 2.0) -> Cloud:
    """Return points of the unit sphere, those above `cap` left out."""
    generator = np.random.default_rng(3)
    normals = generator.normal(size=(count, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    normals = normals[normals[:, 1] < cap]
    points = normals * (1 + noise * generator.normal(size=(len(normals), 1)))
    return Cloud(points, normals.astype(np.float32), np.rint(127 + 120 * normals).astype(np.uint8))


def test_a_ball_of_points_becomes_a_closed_ball() -> None:
    points, faces, _ = meshed(ball(), NOTHING)
    assert not len(rim_of(faces))
    radius = np.linalg.norm(points, axis=1)
    assert abs(float(np.median(radius)) - 1) < 0.003
    assert np.abs(radius - 1).max() < 0.03
    corners = points[faces]
    volume = np.einsum("nx,nx->n", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])).sum() / 6
    assert volume == pytest.approx(4 / 3 * np.pi, rel=0.02)  # and so its faces look outwards


def test_noise_is_smoothed() -> None:
    points, faces, _ = meshed(ball(20_000, noise=0.01), NOTHING)
    assert np.std(np.linalg.norm(points[np.unique(faces)], axis=1)) < 0.008


def test_what_was_not_seen_stays_open_and_small_holes_are_closed() -> None:
    half, _, _ = meshed(ball(cap=0.2), NOTHING)
    assert half[:, 1].max() < 0.35
    cloud = ball()
    kept = np.linalg.norm(cloud.points - [0, 0, 1], axis=1) > 0.09  # a few points are missing there
    _, faces, _ = meshed(Cloud(cloud.points[kept], cloud.normals[kept], cloud.colors[kept]), NOTHING)
    assert not len(rim_of(faces))


def test_colours_of_the_points_come_along() -> None:
    points, _, colors = meshed(ball(), NOTHING)
    wanted = 127 + 120 * points / np.linalg.norm(points, axis=1, keepdims=True)
    assert np.abs(colors - wanted).mean() < 4


def test_the_surface_has_at_most_the_faces_that_were_asked_for() -> None:
    points, faces, _ = meshed(ball(), NOTHING, options=SurfaceOptions(faces_most=2000))
    assert 1500 < len(faces) <= 2000
    assert np.abs(np.linalg.norm(points, axis=1) - 1).max() < 0.05


def test_far_stray_points_do_not_make_the_grid_coarse() -> None:
    cloud = ball()
    stray = Cloud(
        np.vstack([cloud.points, [[400.0, 0, 0], [0, -300.0, 0]]]),
        np.vstack([cloud.normals, np.eye(3, dtype=np.float32)[:2]]),
        np.vstack([cloud.colors, np.zeros((2, 3), np.uint8)]),
    )
    points, _, _ = meshed(stray, NOTHING)
    assert np.abs(np.linalg.norm(points, axis=1) - 1).max() < 0.05


def test_small_loose_pieces_are_let_go() -> None:
    points = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [5, 5, 5], [5.01, 5, 5], [5, 5.01, 5]], float)
    faces = np.array([[0, 1, 2], [3, 4, 5]], np.int32)
    assert largest(points, faces).tolist() == [[0, 1, 2]]
    assert pieces_of(faces, 6).tolist() == [0, 1]


def test_faces_far_from_all_points_are_let_go() -> None:
    cloud = ball()
    grid = field_of(cloud, cell=0.06, reach=8)
    points, faces = netted(grid)
    half = cloud.points[:, 1] < 0
    kept = confirmed(points, faces, Cloud(cloud.points[half], cloud.normals[half], cloud.colors[half]), 0.06)
    assert points[np.unique(kept), 1].max() < 0.3
    assert 0.4 < len(kept) / len(faces) < 0.65


def test_too_few_points_fail_with_advice() -> None:
    with pytest.raises(GenerationFailed, match="more pictures"):
        meshed(ball(30), NOTHING)


def test_the_same_points_give_the_same_surface() -> None:
    one, two = meshed(ball(), NOTHING), meshed(ball(), NOTHING)
    assert all(a.tobytes() == b.tobytes() for a, b in zip(one, two, strict=True))

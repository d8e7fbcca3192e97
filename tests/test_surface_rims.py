"""Rims of a surface: holes that photographs show more of the same in are closed, borders are left and grow even."""

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.photographs.field import field_of
from engine.photographs.holes import closed, rims
from engine.photographs.surface_nets import netted
from engine.photographs.trimming import calmed, confirmed, largest, rim_of
from engine.photographs.views import Cloud, View
from engine.shapes import Faces, Points

SIDE = 41  # corners along a sheet


def sheet(*, hole: float = 0.0) -> tuple[Points, Faces]:
    """Return a sheet from -1 to 1 in x and y that looks towards +Z, with a round hole of some radius."""
    x, y = np.meshgrid(np.linspace(-1, 1, SIDE), np.linspace(-1, 1, SIDE))
    points = np.column_stack([x.ravel(), y.ravel(), 0.02 * np.sin(3 * x.ravel())])
    number = np.arange(SIDE * SIDE).reshape(SIDE, SIDE)
    a, b, c, d = (part.ravel() for part in (number[:-1, :-1], number[:-1, 1:], number[1:, 1:], number[1:, :-1]))
    faces = np.concatenate([np.column_stack([a, b, c]), np.column_stack([a, c, d])]).astype(np.int32)
    away = np.linalg.norm(points[faces].mean(axis=1)[:, :2], axis=1) > hole
    return points, faces[away]


def broken_through() -> tuple[Points, Faces]:
    """Return the sheet with a hole around (0, 0.7) from which a slit runs to the border."""
    points, faces = sheet()
    x, y = points[faces].mean(axis=1)[:, :2].T
    is_slit = (x > 0) & (x < 0.05) & (y > 0.7)
    return points, faces[(np.hypot(x, y - 0.7) > 0.14) & ~is_slit]


def views_of(inside: int, outside: int, radius: float, *, up: float = 0.0) -> list[View]:
    """Return cameras in front of the sheet whose pictures have one shade within a radius of (0, up)."""
    found = []
    for place in ((-0.3, 0.0, 3.0), (0.0, 0.2, 3.0), (0.3, 0.0, 3.0)):
        turn = np.diag([1.0, -1.0, -1.0])
        y, x = np.mgrid[0:120, 0:120]
        at = np.stack([(x + 0.5 - 60) / 100 * 3 + place[0], -(y + 0.5 - 60) / 100 * 3 + place[1]])
        shade = np.where(np.hypot(at[0], at[1] - up) < radius, inside, outside).astype(np.uint8)
        picture = np.repeat(shade[..., None], 3, axis=2)
        found.append(View("", picture, np.full(2, 100.0), np.full(2, 60.0), turn, -turn @ np.array(place)))
    return found


def area(points: Points, faces: Faces) -> float:
    a, b, c = points[faces].transpose(1, 0, 2)
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)


def test_a_hole_in_which_photographs_show_more_of_the_same_is_closed() -> None:
    points, faces = sheet(hole=0.06)
    whole = closed(points, faces, views_of(120, 110, 0.05))
    assert area(points, whole) == pytest.approx(area(*sheet()), rel=0.002)
    assert len(rim_of(whole)) == 4 * (SIDE - 1)  # the border of the sheet stays
    a, b, c = points[whole].transpose(1, 0, 2)
    assert (np.cross(b - a, c - a)[:, 2] > -1e-12).all()


@pytest.mark.parametrize(
    "views", [views_of(250, 110, 0.05), views_of(110, 110, 0.05)[:1], []], ids=["sky", "one", "no"]
)
def test_a_hole_through_which_something_else_is_seen_stays(views: list[View]) -> None:
    points, faces = sheet(hole=0.06)
    assert len(closed(points, faces, views)) == len(faces)


def test_a_hole_that_breaks_through_to_the_border_is_closed_if_photographs_show_more_of_the_same() -> None:
    points, faces = broken_through()
    whole = closed(points, faces, views_of(120, 110, 0.14, up=0.7))
    assert area(points, whole) == pytest.approx(area(*sheet()), rel=0.002)
    assert len(rim_of(whole)) == 4 * (SIDE - 1)
    sides = np.sort(np.concatenate([whole[:, [0, 1]], whole[:, [1, 2]], whole[:, [2, 0]]]), axis=1)
    assert np.unique(sides, axis=0, return_counts=True)[1].max() == 2
    assert len(closed(points, faces, views_of(250, 110, 0.12, up=0.7))) == len(faces)  # the sky


def test_a_large_hole_stays() -> None:
    points, faces = sheet(hole=0.5)
    assert len(closed(points, faces, views_of(110, 110, 0.1))) == len(faces)


def test_rims_that_cross_in_a_corner_are_taken_apart() -> None:
    points, faces = sheet()
    middle = (SIDE // 2) * SIDE + SIDE // 2
    beside = np.abs(points[faces].mean(axis=1)[:, :2] - points[middle, :2])
    signs = np.sign(points[faces].mean(axis=1)[:, :2] - points[middle, :2])
    gone = (beside < 0.1).all(axis=1) & (signs[:, 0] == signs[:, 1])  # two squares that touch in one corner
    loops = sorted(len(loop) for loop, _ in rims(points, faces[~gone]))
    assert loops == [8, 8, 4 * (SIDE - 1)]


def test_torn_borders_grow_even_and_the_rest_stays() -> None:
    points, faces = sheet()
    rim = rim_of(faces)
    torn = points.copy()
    torn[rim, :2] += np.random.default_rng(1).normal(0, 0.01, (len(rim), 2))
    calm = calmed(torn, faces)
    inner = np.setdiff1d(np.arange(len(points)), rim)
    assert (calm[inner] == torn[inner]).all()
    straight = rim[np.abs(points[rim, 0]) < 0.8]
    off = np.abs(np.abs(torn[straight, 1]) - 1).mean(), np.abs(np.abs(calm[straight, 1]) - 1).mean()
    assert off[1] < 0.6 * off[0]


def even_cloud(count: int = 2500) -> Cloud:
    """Return points spread over a flat sheet from -1 to 1 that looks towards +Z."""
    at: NDArray[np.float64] = np.random.default_rng(5).uniform(-1, 1, (count, 2))
    normals = np.tile(np.array([0, 0, 1], np.float32), (count, 1))
    return Cloud(np.column_stack([at, np.zeros(count)]), normals, np.full((count, 3), 90, np.uint8))


def test_a_surface_ends_where_its_points_end_and_views_show_nothing() -> None:
    cloud, views = even_cloud(), views_of(110, 245, 9.0)
    for view in views:
        y, x = np.mgrid[0:120, 0:120]
        at = np.stack([(x + 0.5 - 60) / 100 * 3 + view.place[0], -(y + 0.5 - 60) / 100 * 3 + view.place[1]])
        rough = np.random.default_rng(1).integers(60, 160, (120, 120))
        view.picture[:] = np.where(np.abs(at).max(axis=0) < 1, rough, 245)[..., None]
    points, faces = netted(field_of(cloud, cell=0.05))
    whole, ended = confirmed(points, faces, cloud, 0.05), confirmed(points, faces, cloud, 0.05, views)
    beyond, ends = (float(np.quantile(np.abs(points[np.unique(one), :2]).max(axis=1), 0.995)) for one in (whole, ended))
    assert ends < 1.03 < beyond


def test_a_small_piece_stays_beside_a_large_one_only() -> None:
    points, faces = sheet()
    small, few = 0.1 * points, faces[: len(faces) // 2]
    near, far = small + np.array([0, 0, 0.2]), small + np.array([0, 0, 3.0])
    for piece, count in ((near, len(faces) + len(few)), (far, len(faces))):
        both = np.vstack([points, piece]), np.vstack([faces, few + len(points)]).astype(np.int32)
        assert len(largest(*both, beside=0.5)) == count

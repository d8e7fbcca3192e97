import io
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from manifold3d import Manifold
from PIL import Image

from engine.images import png
from engine.shapes import Assembly
from engine.studio.camera import framed, orbiting
from engine.studio.picture import render, render_plain, render_solid
from engine.studio.turntable import turntable
from engine.tangents import corner_normals
from engine.threads import side_by_side
from tests.models import light_still_life, part, still_life, still_life_textures


def test_a_picture_shows_the_model_on_a_light_ground() -> None:
    pixels = render(light_still_life(), still_life_textures(), size=160, samples=2, seed=0)
    assert pixels.shape == (160, 160, 3)
    assert pixels.dtype == np.uint8
    corners = pixels[[0, 0, -1, -1], [0, -1, 0, -1]]
    assert corners.min() > 170
    assert pixels[50:110, 30:130].std() > 15  # something is there
    assert np.ptp(pixels.astype(int), axis=2).max() > 60  # and it has colour


def test_the_same_seed_gives_the_same_picture() -> None:
    first, again = (render_plain(still_life(), size=96, seed=4) for _ in range(2))
    assert first.tobytes() == again.tobytes()


@contextmanager
def one_core() -> Iterator[None]:
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def test_one_core_and_many_give_the_same_picture() -> None:
    many = render(light_still_life(), still_life_textures(), size=256, samples=2, seed=7)
    with one_core():
        one = render(light_still_life(), still_life_textures(), size=256, samples=2, seed=7)
    assert many.tobytes() == one.tobytes()


def test_work_side_by_side_keeps_its_order_and_stops_when_it_is_told_to() -> None:
    assert side_by_side(lambda number: number * number, range(50)) == [number * number for number in range(50)]
    done: list[int] = []
    is_told = threading.Event()

    def work(number: int) -> None:
        if number:
            is_told.wait()
        done.append(number)

    def stop(share: float) -> None:
        is_told.set()
        raise InterruptedError

    with pytest.raises(InterruptedError):
        side_by_side(work, range(5_000), stop)
    assert len(done) < 5_000


def test_an_assembly_is_photographed_with_its_materials_without_textures() -> None:
    wall = Assembly((part("wall", Manifold.cube((0.6, 0.6, 0.05)), "marble_black"),))
    plain, solid = (draw(wall, size=128)[40:90, 40:90].astype(float) for draw in (render_plain, render_solid))
    assert solid.std() > 2 * plain.std()  # veins


def test_the_turntable_keeps_all_of_the_model_in_the_frame() -> None:
    corners = part("beam", Manifold.cube((0.3, 0.2, 2.0))).points
    for camera in orbiting(corners, 8):
        local = (corners - camera.place) @ camera.axes.T
        assert np.abs(local[:, :2] / -local[:, 2:] / camera.opening).max() < 0.93


def test_the_film_of_a_turntable_has_its_frames() -> None:
    film = turntable(light_still_life(), still_life_textures(), frames=4, size=64)
    assert film == turntable(light_still_life(), still_life_textures(), frames=4, size=64)
    with Image.open(io.BytesIO(film)) as picture:
        assert (picture.n_frames, picture.size) == (4, (64, 64))  # type: ignore[attr-defined]


def test_a_triangle_without_area_has_a_normal_all_the_same() -> None:
    points = np.array([[0.0, 0, 0], [1, 0, 0], [2, 0, 0]])
    assert np.allclose(np.linalg.norm(corner_normals(points, np.array([[0, 1, 2]]), crease_deg=40), axis=2), 1)


def test_a_thing_throws_a_shadow_on_the_floor() -> None:
    post = Assembly((part("post", Manifold.cube((0.05, 0.4, 0.05)), "plastic_white"),))
    pixels = render_plain(post, size=160, samples=2).astype(int).sum(axis=2)
    left, right = pixels[130:150, :60].min(), pixels[130:150, 100:].min()
    assert right < left - 60  # the key light stands on the left


def test_glass_lets_what_is_behind_it_through() -> None:
    wall = part("wall", Manifold.cube((0.4, 0.4, 0.02)), "paint_red")
    clear, opaque = (
        render_plain(
            Assembly((wall, part("pane", Manifold.cube((0.4, 0.4, 0.02)).translate((0, 0, 0.1)), name))), size=96
        )
        for name in ("glass_clear", "paint_white")
    )
    red = [float(picture[40:60, 40:56, 0].mean() - picture[40:60, 40:56, 1].mean()) for picture in (clear, opaque)]
    assert red[0] > red[1] + 40


def test_an_edge_behind_frosted_glass_is_blurred_and_behind_clear_glass_it_is_not() -> None:
    halves = (
        part("left", Manifold.cube((0.2, 0.4, 0.02)), "paint_red"),
        part("right", Manifold.cube((0.2, 0.4, 0.02)).translate((0.2, 0, 0)), "paint_white"),
    )
    steps = []
    for name in ("glass_clear", "glass_frosted"):
        pane = part("pane", Manifold.cube((0.4, 0.4, 0.02)).translate((0, 0, 0.15)), name)
        green = render_plain(Assembly((*halves, pane)), size=96, samples=8)[40:60, 30:66, 1].astype(float).mean(axis=0)
        steps.append(float(np.abs(np.diff(green)).max() / np.ptp(green)))
    assert steps[0] > 2 * steps[1]


def test_a_model_fills_the_frame_and_none_of_it_is_cut_off() -> None:
    for size in ((1, 1, 1), (5, 0.1, 2), (0.1, 4, 0.1), (1e-3, 2e-3, 1e-3)):
        corners = part("box", Manifold.cube(size)).points
        camera = framed(corners)
        local = (corners - camera.place) @ camera.axes.T
        seen = np.abs(local[:, :2] / -local[:, 2:] / camera.opening).max()
        assert 0.8 < seen < 0.95


def test_what_lies_flat_is_seen_from_high_what_stands_tall_from_low_and_rooms_between() -> None:
    def lift_deg(width: float, height: float, depth: float) -> float:
        return float(
            np.degrees(np.arcsin(framed(part("box", Manifold.cube((width, height, depth))).points).axes[2, 1]))
        )

    assert 50 <= lift_deg(0.0796, 0.0147, 0.0771) <= 55  # a watch
    assert lift_deg(2.07, 1.2, 4.45) < 22  # a car
    assert lift_deg(0.4, 0.9, 0.4) < 22  # a chair
    assert 28 <= lift_deg(5.0, 2.6, 4.0) <= 35  # a room


def test_a_png_can_be_read_back() -> None:
    pixels = np.arange(48, dtype=np.uint8).reshape(4, 4, 3)
    assert (np.asarray(Image.open(io.BytesIO(png(pixels)))) == pixels).all()

"""A model is wrapped in the picture that it was made of."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.parts.solids import ball
from engine.shapes import Assembly
from engine.single_view.back import Back
from engine.single_view.inflating import Inflated, inflated, joined
from engine.single_view.photo import Photo
from engine.single_view.picture_texture import wrapped
from engine.single_view.rim import filled
from tests.snapshots import taken

Made = tuple[Photo, NDArray[np.float32], Inflated, Assembly]
BLUE, EYE = (0.15, 0.25, 0.7), (230, 40, 40)


@pytest.fixture(scope="module")
def made() -> Made:
    """A blue ball with a red eye in the middle of its front, before grey."""
    photo, foreground, _ = taken(ball(0.1, 64), color=BLUE)
    y, x = np.mgrid[: photo.pixels.shape[0], : photo.pixels.shape[1]]
    eye = np.hypot(x - 120, y - 120) < 9
    seen = replace(photo, pixels=np.where(eye[..., None], np.uint8(EYE), photo.pixels))
    shape = inflated(seen, foreground, largest_m=0.2)
    painted = wrapped(shape.assembly, seen, foreground.mask, shape.view, back=shape.back)
    return seen, foreground.mask, shape, painted


def colors_at(assembly: Assembly, points: NDArray[np.float64]) -> NDArray[np.float32]:
    paint = assembly.parts[0].paint
    assert paint is not None
    return paint.at(points)


def redness(colors: NDArray[np.float32]) -> NDArray[np.float32]:
    return colors[:, 0] / np.maximum(colors.sum(axis=1), 1e-6)


def test_the_back_of_a_solid_wears_the_mirror_image_of_its_front_and_they_meet_without_a_seam(made: Made) -> None:
    _, _, shape, painted = made
    points, _ = joined(shape.assembly)
    middle = np.array([0.0, points[:, 1].max() / 2, 0.0])
    front = points[np.argmax(points @ [0, 0, 1] - 3 * np.abs(points[:, 1] - middle[1]) - 3 * np.abs(points[:, 0]))]
    assert shape.back.way == "mirrored"
    assert redness(colors_at(painted, np.array([front, front * [1, 1, -1]]))).min() > 0.8
    side = points[np.argmax(points[:, 0])]
    assert redness(colors_at(painted, side[None]))[0] < 0.25
    rim = points[np.argsort(np.abs(points[:, 2]))[:40]]
    step = np.array([0.0, 0.0, 0.002])
    beside = colors_at(painted, rim + step) - colors_at(painted, rim - step)
    assert np.abs(beside).max() < 0.06


def test_the_back_of_a_board_is_plain(made: Made) -> None:
    photo, mask, shape, _ = made
    painted = wrapped(shape.assembly, photo, mask, shape.view, back=Back("plain"))
    points, _ = joined(shape.assembly)
    behind = points[points[:, 2] < -0.06]
    colors = colors_at(painted, behind)
    assert np.median(np.abs(colors - np.median(colors, axis=0))) < 1e-6
    assert (colors[:, 2] > 1.3 * colors[:, 0]).mean() > 0.99  # blue, as most of it is, also behind the red eye
    front = points[np.argmax(points[:, 2])]
    assert redness(colors_at(painted, front[None]))[0] > 0.8


def test_what_an_outline_mixes_with_the_background_is_replaced_by_colours_from_within() -> None:
    y, x = np.mgrid[:160, :160] - 79.5
    mask = np.hypot(x, y) < 60
    mask[78:81, 120:158] = True  # a wire keeps its own colour
    picture = np.where(mask[..., None], np.float32([0.1, 0.2, 0.7]), np.float32([0.1, 0.6, 0.1]))
    picture[78:81, 140:158] = (0.7, 0.1, 0.1)
    strip = (np.hypot(x, y) > 57) & (np.hypot(x, y) < 60)
    picture[strip & (x < 50)] = (0.1, 0.5, 0.2)  # taken for the thing, and mostly background
    found = filled(np.asarray(picture, np.float32), mask.astype(np.float32))
    assert (found[strip & (x < 50)] == np.float32([0.1, 0.2, 0.7])).all()
    assert (found[79, 143:156] == np.float32([0.7, 0.1, 0.1])).all()
    assert (found[..., 1] < 0.3).all()


def test_nothing_of_the_background_is_on_the_model(made: Made) -> None:
    _, _, shape, painted = made
    points, _ = joined(shape.assembly)
    colors = colors_at(painted, points)
    assert colors[:, 2].min() > 0
    assert ((colors[:, 2] > 1.3 * colors[:, 1]) | (colors[:, 0] > 1.5 * colors[:, 1])).all()  # the background is grey


def test_part_of_the_light_is_taken_away(made: Made) -> None:
    photo, mask, shape, painted = made
    points, _ = joined(shape.assembly)
    places, _ = shape.view.project(points)
    normal = points - [0, points[:, 1].max() / 2, 0]
    front = points[(normal[:, 2] > 0.06) & (np.hypot(normal[:, 0], normal[:, 1]) > 0.025)]
    at = np.asarray(shape.view.project(front)[0], np.int64)
    shown = (photo.pixels[at[:, 1], at[:, 0], 2] / 255.0) ** 2.2
    given = colors_at(painted, front)[:, 2]
    assert given.std() / given.mean() < 0.8 * shown.std() / shown.mean()
    assert len(places) > len(at)
    assert mask.max() == 1

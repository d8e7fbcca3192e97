"""A model is wrapped in the picture that it was made of."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.parts.solids import ball
from engine.shapes import Assembly
from engine.single_view.inflating import Inflated, inflated, joined
from engine.single_view.photo import Photo
from engine.single_view.picture_texture import wrapped
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
    painted = wrapped(
        shape.assembly, seen, foreground.mask, shape.view, elsewhere=shape.elsewhere, blur=shape.blur
    )  # fmt: skip
    return seen, foreground.mask, shape, painted


def colors_at(assembly: Assembly, points: NDArray[np.float64]) -> NDArray[np.float32]:
    paint = assembly.parts[0].paint
    assert paint is not None
    return paint.at(points)


def redness(colors: NDArray[np.float32]) -> NDArray[np.float32]:
    return colors[:, 0] / np.maximum(colors.sum(axis=1), 1e-6)


def test_the_front_shows_the_picture_and_the_back_its_colours_without_its_drawing(made: Made) -> None:
    _, _, shape, painted = made
    points, _ = joined(shape.assembly)
    middle = np.array([0.0, points[:, 1].max() / 2, 0.0])
    front = points[np.argmax(points @ [0, 0, 1] - 3 * np.abs(points[:, 1] - middle[1]) - 3 * np.abs(points[:, 0]))]
    back = front * [1, 1, -1]
    at = redness(colors_at(painted, np.array([front, back])))
    assert at[0] > 0.8
    assert at[1] < 0.6
    side = points[np.argmax(points[:, 0])]
    assert redness(colors_at(painted, side[None]))[0] < 0.25


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

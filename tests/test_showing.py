"""Previews of any model."""

import io
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from domain.errors import Invalid
from engine.models.model import Material, Node, Picture
from engine.models.showing import picture_of, pictures_beside
from tests.baking import ball, cube, model_of, plane, surface_of, textured
from tests.baking import picture_of as encoded


def _pixels(data: bytes) -> Any:
    return np.asarray(Image.open(io.BytesIO(data))).astype(int)


def _redness(pixels: Any) -> float:
    middle = pixels[len(pixels) // 2, pixels.shape[1] // 2]
    return float(middle[0] - middle[2])


def test_a_model_shows_its_own_texture_and_the_same_bytes_each_time() -> None:
    red = textured(cube(), encoded(np.full((4, 4, 3), [200, 20, 20], np.uint8)))
    picture = picture_of(red, size=64, samples=1)
    assert _pixels(picture).shape == (64, 64, 3)
    assert _redness(_pixels(picture)) > 80
    assert picture == picture_of(red, size=64, samples=1)


def test_turning_shows_another_side() -> None:
    colors = np.ones((24, 4), np.float32)
    colors[16:20, 1:3] = 0.05  # the side to the front, +Z
    painted = model_of(replace(cube(), colors=colors, material=0), materials=(Material(metallic=0.0),))
    front, back = (_pixels(picture_of(painted, size=64, samples=1, turn_deg=turn)) for turn in (0.0, 180.0))
    redness = [(each[..., 0] - each[..., 2] > 60).mean() for each in (front, back)]
    assert redness[0] > 0.1
    assert redness[1] < 0.01


def test_models_stand_beside_each_other() -> None:
    pixels = _pixels(pictures_beside([model_of(ball(fine=2)), model_of(cube())], size=48, samples=1))
    assert pixels.shape == (48, 100, 3)
    assert (pixels[:, 48:52] == 255).all()


def test_a_cut_out_leaf_lets_the_ground_be_seen() -> None:
    leaf = np.zeros((8, 8, 4), np.uint8)
    leaf[..., 0], leaf[2:6, 2:6, 3] = 255, 255
    shown = textured(plane(), encoded(leaf), alpha_mode="MASK")
    pixels = _pixels(picture_of(shown, size=64, samples=1))
    red = (pixels[..., 0] - pixels[..., 2] > 60).mean()
    whole = _pixels(picture_of(textured(plane(), encoded(leaf)), size=64, samples=1))
    assert 0 < red < 0.5 * (whole[..., 0] - whole[..., 2] > 60).mean()


def test_a_picture_that_cannot_be_opened_does_not_hide_the_model() -> None:
    shown = textured(cube(), Picture(b"no picture", "image/png"))
    assert _pixels(picture_of(shown, size=32, samples=1)).std() > 5


def test_a_model_without_triangles_is_refused() -> None:
    with pytest.raises(Invalid):
        picture_of(model_of(surface_of([(0, 0, 0)], np.zeros((0, 3)))))


def test_a_mirroring_node_keeps_the_outside_out() -> None:
    mirrored = replace(model_of(ball(fine=2)), nodes=(Node(mesh=0, scale=(-1.0, 1.0, 1.0)),))
    plain, turned = (_pixels(picture_of(each, size=48, samples=1)) for each in (model_of(ball(fine=2)), mirrored))
    assert np.abs(plain - turned).mean() < 6

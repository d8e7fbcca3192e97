"""A round thing with a face is flat; a ball, lit or printed on, is not."""

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.single_view.discs import is_disc
from engine.single_view.foreground import Foreground
from engine.single_view.inflating import inflated
from engine.single_view.photo import Photo

Y, X = np.mgrid[0:200, 0:240]


def clock(aslant: float) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Return a white dial with a dark rim and two hands, so much narrower than high, and its mask."""
    across, down = (X - 120) / (80 * aslant), (Y - 100) / 80
    far = np.hypot(across, down)
    hands = (far < 0.7) & ((abs(across) < 0.05) & (down < 0) | (abs(down) < 0.05) & (across > 0))
    light = np.where(far > 0.88, 60.0, np.where(hands, 30.0, 225.0))
    noise = np.random.default_rng(0).normal(0, 3, light.shape)
    return np.repeat(np.clip(light + noise, 0, 255).astype(np.uint8)[..., None], 3, axis=2), far < 1


def ball() -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Return a ball with black spots, lit from above, and its mask."""
    across, down = (X - 120) / 80, (Y - 100) / 80
    square = across**2 + down**2
    light = 90 + 60 * np.sqrt(np.maximum(1 - square, 0)) - 60 * down
    light[(np.sin(7 * across) * np.sin(7 * down)) > 0.6] *= 0.4
    return np.repeat(np.clip(light, 0, 255).astype(np.uint8)[..., None], 3, axis=2), square < 1


@pytest.mark.parametrize("aslant", [1.0, 0.84])
def test_a_clock_is_flat_from_before_and_from_a_side(aslant: float) -> None:
    assert is_disc(*clock(aslant))
    assert not is_disc(*clock(0.5))  # a bowl looks so


def test_a_ball_is_no_disc_whatever_is_printed_on_it() -> None:
    assert not is_disc(*ball())


def test_a_plain_plate_and_a_square_are_no_discs() -> None:
    pixels, mask = clock(0.84)
    assert not is_disc(np.full_like(pixels, 230), mask)
    assert not is_disc(pixels, (abs(X - 120) < 60) & (abs(Y - 100) < 60))
    assert not is_disc(pixels, np.zeros_like(mask))


def test_a_clock_becomes_a_plate_with_its_face_and_no_ball() -> None:
    pixels, mask = clock(0.84)
    made = inflated(Photo(pixels), Foreground(mask.astype(np.float32), "given", 1.0))
    assert made.kind == "relief"
    assert made.facts["is_disc"]
    wide, high, deep = np.ptp(made.assembly.parts[0].points, axis=0)
    assert deep < 0.2 * min(wide, high)

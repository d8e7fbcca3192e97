"""Light is smoothed also in a picture that is narrower than the widest step of the smoothing."""

import numpy as np
import pytest

from engine.studio.film import _smoothed


@pytest.mark.parametrize("shape", [(60, 3), (60, 10), (10, 60), (60, 6), (2, 2)])
def test_a_narrow_picture_is_smoothed(shape: tuple[int, int]) -> None:
    light = np.ones((*shape, 3), np.float32)
    depth = np.ones(shape, np.float32)
    smoothed = _smoothed(light * np.float32(0.5), light * np.float32(0.5), light, depth, stop=1.0)
    assert smoothed.shape == light.shape
    assert np.allclose(smoothed, 1.0, atol=1e-4)

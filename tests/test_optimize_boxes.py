"""Triangles near a place are found by their boxes: all of them, and hardly any others."""

import numpy as np
import pytest

from engine.optimizing.boxes import BoxTree
from engine.optimizing.triangles import to_triangles


@pytest.mark.parametrize("count", [1, 2, 5, 300])
def test_no_triangle_that_is_near_enough_is_passed_over(count: int) -> None:
    rng = np.random.default_rng(count)
    corners = rng.uniform(-1, 1, (count, 1, 3)) + rng.normal(size=(count, 3, 3)) * rng.uniform(0, 0.3, (count, 1, 1))
    places, within = rng.uniform(-2, 2, (40, 3)), rng.uniform(-0.1, 1.5, 40)
    rows, triangles = BoxTree(corners).near(places, within)
    distance, _ = to_triangles(np.repeat(places, count, axis=0), np.tile(corners, (40, 1, 1)))
    near = set(zip(*np.nonzero(distance.reshape(40, count) < within[:, None]), strict=True))
    found = list(zip(rows.tolist(), triangles.tolist(), strict=True))
    assert near <= set(found)
    assert len(found) == len(set(found)) <= max(4 * len(near), 20)

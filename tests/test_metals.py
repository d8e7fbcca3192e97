"""Brushed metal: lines along the longer way of every side."""

import numpy as np
import pytest

from domain.materials import CATALOGUE
from engine.textures import Place, evaluate

Size = tuple[float, float, float]


def _roughness(size: Size, normal: Size, points: np.ndarray) -> np.ndarray:
    """Return the roughness of brushed steel at points on a side of a box."""
    count = len(points)
    place = Place(
        points.astype(np.float32), np.tile(np.array(normal, np.float32), (count, 1)), np.ones(count, np.float32),
        np.zeros(3, np.float32), np.array(size, np.float32), float(np.linalg.norm(size)), 0.0004, 7,
    )  # fmt: skip
    return np.asarray(evaluate(place, CATALOGUE["steel_brushed"]).roughness)


@pytest.mark.parametrize(
    ("size", "axis", "along"),
    [
        ((0.3, 0.2, 0.4), 2, 0), ((0.3, 0.2, 0.4), 0, 2), ((0.3, 0.2, 0.4), 1, 2), ((0.2, 0.3, 0.4), 2, 1),
        ((1.0, 0.2, 0.1), 0, 1), ((0.3, 0.05, 0.3), 0, 2), ((0.3, 0.05, 0.3), 2, 0),
    ],
)  # fmt: skip
def test_brushed_metal_changes_across_its_lines_and_hardly_along_them(size: Size, axis: int, along: int) -> None:
    across = 3 - axis - along
    steps = np.linspace(0, 0.04, 400)
    normal = [0.0, 0.0, 0.0]
    normal[axis] = 1.0
    changes = []
    for way in (along, across):
        points = np.tile(np.array(size) / 2, (len(steps), 1))
        points[:, axis] = size[axis]
        points[:, way] = steps
        changes.append(np.abs(np.diff(_roughness(size, (normal[0], normal[1], normal[2]), points))).mean())
    assert changes[0] < 0.25 * changes[1]


def test_brushed_lines_run_around_a_round_rim() -> None:
    turn = np.linspace(0, np.pi / 2, 400)
    x, z = np.cos(turn), np.sin(turn)
    points = 0.15 * np.stack([x, np.full(400, 0.2), z], axis=1)
    place = Place(
        points.astype(np.float32), np.stack([x, np.zeros(400), z], axis=1).astype(np.float32),
        np.ones(400, np.float32), np.zeros(3, np.float32), np.array([0.3, 0.05, 0.3], np.float32), 0.43, 0.0004, 7,
    )  # fmt: skip
    roughness = np.asarray(evaluate(place, CATALOGUE["steel_brushed"]).roughness)
    assert np.abs(np.diff(roughness)).max() < 0.02

"""Where a picture is taken from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.rays import unit
from engine.shapes import Points

TURN_DEG = 32.0  # to the right of the front (+Z)
_LOW_DEG, _ROOM_DEG, _HIGH_DEG = 18.0, 31.0, 53.0  # over the horizon: what stands tall, rooms, what lies flat
_VIEW_DEG = 26.0
_MARGIN = 0.15


@dataclass(frozen=True, slots=True, eq=False)
class Camera:
    """A place, the three axes right, up and back, and the half opening as a tangent."""

    place: NDArray[np.float64]
    axes: NDArray[np.float64]
    opening: float

    def rays(self, x: NDArray[np.floating], y: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return (n, 3) unit directions through picture places in [-1, 1], y upwards."""
        local = np.stack([x * self.opening, y * self.opening, -np.ones_like(x)], axis=1)
        return unit(local @ self.axes).astype(np.float32)


def framed(corners: Points) -> Camera:
    """Return a three-quarter view that all corners fill up to a margin; flat things and rooms are seen from higher."""
    low, high = corners.min(axis=0), corners.max(axis=0)
    return _fitted((low + high) / 2, corners, *_view(low, high))


def orbiting(corners: Points, count: int) -> tuple[Camera, ...]:
    """Return so many views all around, the first from three quarters; all corners stay inside the margin."""
    low, high = corners.min(axis=0), corners.max(axis=0)
    middle = (low + high) / 2
    angles = np.radians(np.arange(0, 360, 15))
    radius = np.linalg.norm((corners - middle)[:, [0, 2]], axis=1)
    level = np.minimum(((corners[:, 1] - low[1]) / max(high[1] - low[1], 1e-9) * 16).astype(int), 15)
    rim = np.zeros(16)
    np.maximum.at(rim, level, radius)
    bands = [(rim[at], low[1] + (at + up) / 16 * (high[1] - low[1])) for at in np.unique(level) for up in (0, 1)]
    ring = np.array([
        (middle[0] + wide * np.sin(angle), height, middle[2] + wide * np.cos(angle))
        for wide, height in bands for angle in angles
    ])  # fmt: skip
    first = _fitted(middle, ring, *_view(low, high))
    return tuple(_turned(first, middle, 360.0 * number / count) for number in range(count))


def _turned(camera: Camera, middle: Points, turn_deg: float) -> Camera:
    """Return the camera, turned about the upright axis through the middle."""
    turn = np.radians(turn_deg)
    matrix = np.array([[np.cos(turn), 0, np.sin(turn)], [0, 1, 0], [-np.sin(turn), 0, np.cos(turn)]])
    return Camera(middle + matrix @ (camera.place - middle), camera.axes @ matrix.T, camera.opening)


def _view(low: Points, high: Points) -> tuple[NDArray[np.float64], float]:
    """Return the camera's axes and its opening for a box."""
    width, height, depth = np.maximum(high - low, 1e-9)
    flatness = float(np.clip((0.24 - height / np.hypot(width, depth)) / 0.08, 0, 1))
    breadth = float(np.clip((min(width, depth) - 2.0) / 1.5, 0, 1))  # metres
    lift_deg = max(_LOW_DEG + (_HIGH_DEG - _LOW_DEG) * flatness, _LOW_DEG + (_ROOM_DEG - _LOW_DEG) * breadth)
    lift, turn = np.radians(lift_deg), np.radians(TURN_DEG)
    back = np.array([np.sin(turn) * np.cos(lift), np.sin(lift), np.cos(turn) * np.cos(lift)])
    right = unit(np.cross([0.0, 1.0, 0.0], back))
    return np.stack([right, np.cross(back, right), back]), float(np.tan(np.radians(_VIEW_DEG / 2)))


def _fitted(target: NDArray[np.float64], corners: Points, axes: NDArray[np.float64], opening: float) -> Camera:
    """Move the camera until the corners' outline is in the middle and touches the margin."""
    distance = float(np.linalg.norm(np.ptp(corners, axis=0))) / opening
    for _ in range(12):
        place = target + axes[2] * distance
        local = (corners - place) @ axes.T
        seen = local[:, :2] / np.maximum(-local[:, 2:], 1e-9)
        low, high = seen.min(axis=0), seen.max(axis=0)
        middle = (low + high) / 2
        target = target + (axes[0] * middle[0] + axes[1] * middle[1]) * distance
        distance *= float(max(high - low)) / (2 * opening * (1 - _MARGIN))
    return Camera(target + axes[2] * distance, axes, opening)

"""The floor that a model stands on, and the backdrop it runs into: light, with the model's shadow."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, map_coordinates

from engine.rays import cosine_directions, frame
from engine.studio import KEY_DIRECTION
from engine.surfaces import Surface

Field = NDArray[Any]  # float32
_WIDE = 1.9  # the shadow's map reaches so many times the model's size
_TOP = np.array([0.86, 0.865, 0.88], np.float32)
_BOTTOM = np.array([1.5, 1.48, 1.44], np.float32)
_KEY_SPREAD = 0.2


class Floor:
    """A shadow catcher: the shade on the floor is worked out once, on a grid, and smoothed."""

    def __init__(self, surface: Surface, *, samples: int, side: int, seed: int) -> None:
        """Shoot `samples` rays to the key light and `samples` around from each of side² places."""
        low, high = surface.corners.min(axis=0), surface.corners.max(axis=0)
        self.height_m = float(low[1])
        size = float(np.linalg.norm(high - low))
        self._middle = ((low + high) / 2)[[0, 2]]
        self._reach = max(0.5 * float(max(high[0] - low[0], high[2] - low[2])) + 0.75 * size, 1e-9) * (_WIDE / 1.9)
        self._side = side
        self._shade = self._shaded(surface, samples, size, np.random.default_rng(seed))

    def seen(self, origins: Field, directions: Field, height: Field) -> Field:
        """Return the light (n, 3) of floor and backdrop along rays; `height` is where in the picture, -1 to 1."""
        share = np.clip(height * 0.5 + 0.5, 0, 1)[:, None].astype(np.float32)
        light = _BOTTOM + (share * share * (3 - 2 * share)) * (_TOP - _BOTTOM)
        down = np.flatnonzero(directions[:, 1] < -1e-4)
        distance = (self.height_m - origins[down, 1]) / directions[down, 1]
        down, distance = down[distance > 0], distance[distance > 0]
        places = (origins[down] + directions[down] * distance[:, None])[:, [0, 2]]
        grid = ((places - self._middle) / self._reach * 0.5 + 0.5) * self._side - 0.5
        shade = map_coordinates(self._shade, grid.T, order=1, mode="constant", cval=1.0)
        light[down] *= shade[:, None] ** np.array([1.0, 0.97, 0.93], np.float32)
        return np.asarray(light, np.float32)

    def _shaded(self, surface: Surface, samples: int, size: float, rng: np.random.Generator) -> Field:
        """Return the light that is left on the grid, 1 where nothing is in the way."""
        step = (np.arange(self._side) + 0.5) / self._side * 2 - 1
        x, z = np.meshgrid(step, step, indexing="ij")
        count = self._side**2
        places = np.column_stack([
            self._middle[0] + x.ravel() * self._reach, np.full(count, self.height_m + 2e-4 * size),
            self._middle[1] + z.ravel() * self._reach,
        ])  # fmt: skip
        key, around, glass = (np.zeros(count, np.float32) for _ in range(3))
        up = np.broadcast_to(np.array([0, 1, 0], np.float32), (count, 3))
        towards = np.broadcast_to(KEY_DIRECTION, (count, 3))
        across, along = frame(towards)
        shift = rng.random((2, count), dtype=np.float32)
        for ray in range(samples):
            first, second = (shift[0] + ray * 0.7548777) % 1, (shift[1] + ray * 0.5698403) % 1
            radius, angle = np.sqrt(first) * np.float32(_KEY_SPREAD), np.float32(2 * np.pi) * second
            light = towards + across * (radius * np.cos(angle))[:, None] + along * (radius * np.sin(angle))[:, None]
            key += surface.opaque.blocked(places, light)
            sky = cosine_directions(up, first, second)
            around += surface.opaque.blocked(places, sky, reach=0.6 * size)
            if surface.has_glass:
                glass += surface.everything.blocked(places, sky, reach=0.6 * size)
        around = np.maximum(around, 0.35 * glass)  # glass takes some of the light
        shade = 1 - 0.42 * key / samples - 0.5 * around / samples
        shade = gaussian_filter(shade.reshape(self._side, self._side), 0.9)
        fade = np.clip((1 - np.maximum(np.abs(x), np.abs(z))) / 0.12, 0, 1)
        return np.asarray(1 + (shade - 1) * fade, np.float32)

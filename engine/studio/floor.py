"""The floor that a model stands on, and the backdrop it runs into: a pool of light, with the model's shadow."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, map_coordinates, maximum_filter

from engine.dice import even_pairs
from engine.rays import cosine_directions
from engine.studio.lights import Studio
from engine.studio.surfaces import Surface

Field = NDArray[Any]  # float32
_MIDDLE = np.array([0.845, 0.84, 0.83], np.float32)
_EDGE = np.array([0.47, 0.48, 0.5], np.float32)
_SHARES = (0.6, 0.05, 0.07)  # what of the floor's light comes from key, fill and rim; the rest comes from all around
_PLAIN = 0.5  # times the model's size: the width of the shadow's map around its box
_FIRST_RAYS = 4
_GLASS = 0.35  # of the light that clear things take


class Floor:
    """A shadow catcher: the shade on the floor is worked out once, on grids, and smoothed."""

    def __init__(self, surface: Surface, studio: Studio, *, samples: int, side: int, seed: int) -> None:
        """Shoot up to `samples` rays to each light from each of side² places on a wide grid, and as many on a near."""
        low, high = surface.corners.min(axis=0), surface.corners.max(axis=0)
        self.height_m = float(low[1])
        self._surface, self._studio = surface, studio
        wide = np.maximum((high - low)[[0, 2]] / 2, 1e-9)
        middle = ((low + high) / 2)[[0, 2]]
        rng = np.random.default_rng(seed)
        lean = float(np.linalg.norm(studio.key.towards[[0, 2]]) / studio.key.towards[1])
        far = wide + _PLAIN * surface.size_m + lean * float(high[1] - low[1])
        self._grids = [
            _Grid(middle, reach, self._shaded(middle, reach, samples, side, rng))
            for reach in (wide + 0.12 * surface.size_m, far)
        ]

    def seen(self, origins: Field, directions: Field, x: Field, y: Field) -> Field:
        """Return the light (n, 3) of floor and backdrop along rays; x and y are where in the picture, -1 to 1."""
        away = np.clip((np.hypot(x * 0.9, y + 0.18) - 0.25) / 1.35, 0, 1).astype(np.float32)[:, None]
        light = _MIDDLE + (away * away * (3 - 2 * away)) * (_EDGE - _MIDDLE)
        down, shade = self._met(origins, directions)
        light[down] *= shade[:, None] ** np.array([1.0, 0.985, 0.96], np.float32)
        return np.asarray(light, np.float32)

    def mirrored(self, origins: Field, directions: Field) -> Field:
        """Return the share of the floor's light (n,) that is left where rays meet it; 1 for those that do not."""
        share = np.ones(len(origins), np.float32)
        down, shade = self._met(origins, directions)
        share[down] = shade
        return share

    def _met(self, origins: Field, directions: Field) -> tuple[NDArray[Any], Field]:
        """Return which rays meet the floor, and the light that is left there."""
        down = np.flatnonzero(directions[:, 1] < -1e-4)
        distance = (self.height_m - origins[down, 1]) / directions[down, 1]
        down, distance = down[distance > 0], distance[distance > 0]
        places = (origins[down] + directions[down] * distance[:, None])[:, [0, 2]]
        near, far = self._grids
        shade = np.ones(len(places), np.float32)
        for grid in (far, near):
            values, sure = grid.at(places)
            shade += sure * (values - shade)
        return down, shade

    def _shaded(
        self, middle: Field, reach: Field, samples: int, side: int, rng: np.random.Generator
    ) -> NDArray[np.float32]:
        """Return the light that is left on a grid, 1 where nothing is in the way; only its shadows get all rays."""
        step = (np.arange(side) + 0.5) / side * 2 - 1
        x, z = np.meshgrid(step, step, indexing="ij")
        height = np.full(side * side, self.height_m + 2e-4 * self._surface.size_m)
        places = np.column_stack([middle[0] + x.ravel() * reach[0], height, middle[1] + z.ravel() * reach[1]])
        pairs = even_pairs(samples, rng.random((2, side * side), dtype=np.float32))
        first = sum(self._hidden(places, pair) for pair in pairs[:_FIRST_RAYS])
        near = maximum_filter(np.reshape(first, (side, side)) > 0, size=5).ravel()
        rows = np.flatnonzero(near)
        dark = np.asarray(first / min(samples, _FIRST_RAYS), np.float32)
        rest = [self._hidden(places[rows], (pair[0][rows], pair[1][rows])) for pair in pairs[_FIRST_RAYS:]]
        dark[rows] = (np.asarray(first)[rows] + sum(rest)) / samples
        return np.asarray(gaussian_filter(1 - dark.reshape(side, side), 0.85), np.float32)

    def _hidden(self, places: Field, pair: tuple[Field, Field]) -> Field:
        """Return the share of the light that is hidden from places, by one ray to each light and one around."""
        surface, total = self._surface, np.zeros(len(places), np.float32)
        for light, share in zip(self._studio.lights, _SHARES, strict=True):
            total += np.float32(share) * surface.opaque.blocked(places, light.rays(*pair))
        up = np.broadcast_to(np.array([0, 1, 0], np.float32), (len(places), 3))
        sky = cosine_directions(up, *pair)
        around = surface.opaque.blocked(places, sky, reach=0.6 * surface.size_m).astype(np.float32)
        if surface.has_glass:
            clear = surface.everything.blocked(places, self._studio.key.rays(*pair))
            total = np.maximum(total, np.float32(_SHARES[0] * _GLASS) * clear)
        return np.asarray(total + (1 - sum(_SHARES)) * around, np.float32)


class _Grid:
    """Values on a rectangle of the floor, 1 outside."""

    def __init__(self, middle: Field, reach: Field, values: Field) -> None:
        self._middle, self._reach, self._values = middle, reach, values

    def at(self, places: Field) -> tuple[Field, Field]:
        """Return the values at (n, 2) places, bilinear, and how far inside they are: 1, falling to 0 at the border."""
        local = (places - self._middle) / self._reach
        side = self._values.shape[0]
        values = map_coordinates(self._values, ((local * 0.5 + 0.5) * side - 0.5).T, order=1, mode="constant", cval=1.0)
        inside = np.clip((0.95 - np.abs(local).max(axis=1)) / 0.2, 0, 1)
        return values, inside.astype(np.float32)

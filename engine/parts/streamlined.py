"""Bodies through rounded sections along z: fuselages, coaches, submarines, tanks; and what follows their skin."""

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator

from engine.parts.detail import Detail
from engine.parts.profiles import Flat
from engine.parts.solids import Solid, block, moved
from engine.parts.sweeping import loft


@dataclass(frozen=True, slots=True)
class Streamlined:
    """A body of sections at `at` (−1 rear to 1 front); half widths, lows and highs are shares of the box.

    `square` is the power of the sections: 2 is an ellipse, 10 nearly a box.
    """

    width: float
    height: float
    depth: float
    at: tuple[float, ...]
    half: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    square: float
    detail: Detail

    def _curve(self, values: tuple[float, ...], z: Flat) -> Flat:
        value: Flat = PchipInterpolator(self.at, values)(np.clip(z, -1.0, 1.0))
        return value

    def half_width(self, z: float) -> float:
        """Return the half width at the share `z`, metres."""
        return float(self._curve(self.half, np.array([z]))[0]) * self.width / 2

    def bounds(self, z: float) -> tuple[float, float]:
        """Return the lowest and highest point at the share `z`, metres."""
        place = np.array([z])
        return (
            float(self._curve(self.low, place)[0]) * self.height,
            float(self._curve(self.high, place)[0]) * self.height,
        )

    def stations(self) -> Flat:
        """Return where sections are made: closer together at the ends, and at every knot."""
        steps = self.detail.along(36)
        even = np.linspace(-1, 1, steps + 1)
        places = np.sin(even * np.pi / 2) * 0.55 + even * 0.45
        return np.unique(np.round(np.concatenate([places, np.array(self.at)]), 4))

    def skin(self, out: float = 0.0) -> Solid:
        """Return the body moved outwards by `out` metres (inwards if negative)."""
        zs = self.stations()
        least = 0.004 * self.width
        half = np.maximum(self._curve(self.half, zs) * self.width / 2 + out, least)
        low, high = self._curve(self.low, zs) * self.height - out, self._curve(self.high, zs) * self.height + out
        middle, tall = (low + high) / 2, np.maximum((high - low) / 2, least)
        turn = np.linspace(0.0, 2 * np.pi, self.detail.around(44), endpoint=False)
        x = np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** (2 / self.square)
        y = np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** (2 / self.square)
        return loft(
            [
                np.column_stack([x * h, m + y * t, np.full(len(x), z * (self.depth / 2 + out))])
                for z, h, m, t in zip(zs, half, middle, tall, strict=True)
            ]
        )

    def between(self, rear: float, front: float) -> Solid:
        """Return a block over everything between two shares of the length."""
        half = self.depth / 2
        return moved(
            block(self.width * 2, self.height * 3, (front - rear) * half),
            y=-self.height,
            z=(front + rear) / 2 * half,
        )

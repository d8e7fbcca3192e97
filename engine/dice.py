"""Numbers that look random and fill the square evenly, the same whichever thread asks for them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Field = NDArray[Any]  # float32
_STEP = np.array([0.7548776662466927, 0.5698402909980532])
_APART = 4099  # numbers of the sequence between one use and the next


class Dice:
    """Pairs in [0, 1)² for each ray of a sample: a random shift of the ray's own, and a step for each use.

    Source: Cranley & Patterson, 1976; the sequence is Roberts' R2, 2018.
    """

    def __init__(self, shifts: Field, sample: int) -> None:
        """Take the rays' shifts (n, 2)."""
        self._shifts, self._sample = shifts, sample

    def pair(self, use: int, rows: NDArray[Any] | slice = slice(None)) -> tuple[Field, Field]:
        """Return two numbers (n,) for some rays; each `use` has its own."""
        step = ((use * _APART + self._sample) * _STEP) % 1
        rolled = (self._shifts[rows] + step.astype(np.float32)) % np.float32(1)
        return rolled[:, 0], rolled[:, 1]

    def of(self, rows: NDArray[Any]) -> "Dice":
        """Return the dice of some of the rays."""
        return Dice(self._shifts[rows], self._sample)


def even_pairs(count: int, shift: Field) -> list[tuple[Field, Field]]:
    """Return so many evenly spread pairs for each of the shifts (2, n)."""
    steps = (np.arange(count)[:, None] * _STEP) % 1
    rolled = [(shift + step.astype(np.float32)[:, None]) % np.float32(1) for step in steps]
    return [(pair[0], pair[1]) for pair in rolled]


def disc(towards: Field, spread: float, first: Field, second: Field) -> Field:
    """Return directions (n, 3), not of length 1, into a round light of this tangent around one direction (3,)."""
    one = np.array([1.0, 0.0, 0.0]) if abs(towards[0]) < 0.6 else np.array([0.0, 0.0, 1.0])
    across = np.cross(towards, one)
    across /= np.linalg.norm(across)
    radius, angle = np.sqrt(first) * np.float32(spread), np.float32(2 * np.pi) * second
    plane = np.stack([across, np.cross(towards, across)]).astype(np.float32)
    return np.asarray(towards + np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1) @ plane, np.float32)

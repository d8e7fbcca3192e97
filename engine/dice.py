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

"""What a model wears where its picture does not show it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.shapes import Points

Way = Literal["mirrored", "plain", "around", "opposite"]
"""The front's mirror image; one plain colour; the front's colours around the axis; those of the side that faces it."""
Nearer = Callable[[NDArray[np.floating]], Points]
_SENTENCES: dict[Way, str] = {
    "mirrored": "The back wears the mirror image of the front",
    "plain": "The back is in the thing's plain colour",
    "around": "The picture is wrapped about the axis, alike to the left and to the right",
    "opposite": "Sides that the picture does not show wear the colours of those that face them",
}


@dataclass(frozen=True, slots=True, eq=False)
class Back:
    """How the hidden side is made up.

    `nearer`: (n, 3) places -> (n, 3) places like them that the picture shows; None: those in front of them.
    """

    way: Way = "mirrored"
    nearer: Nearer | None = None

    @property
    def sentence(self) -> str:
        """Return what an account says of it."""
        return _SENTENCES[self.way]

    def looked_for(self, points: NDArray[np.floating]) -> Points:
        """Return the (n, 3) places at which to look up the colours of hidden ones."""
        return np.asarray(points, np.float64) if self.nearer is None else self.nearer(points)

"""The shapes that pass between the stages of making a model. Metres, right-handed, Y up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Faces = NDArray[np.int32]
Pixels = NDArray[np.uint8]
Tick = Callable[[float, str], None]
"""Called with the fraction done in [0, 1] and a short sentence; may raise to stop the work."""


def no_tick(fraction: float, message: str) -> None:
    """Report to nobody."""


class Paint(Protocol):
    """Colours that a part has of its own, whatever its material."""

    def at(self, points: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return (n, 3) linear albedo at (n, 3) places in the scene, metres."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One closed, manifold piece of one material.

    Attributes
    ----------
    name : str
        Unique in the assembly, like `gear_1` or `leg_2.foot`.
    object_id : str
        The object of the spec that it belongs to.
    material : str
        A name of `domain.materials.CATALOGUE`.
    color : str
        "#rrggbb" to tint the material with, or empty.
    points : (n, 3) float64, metres, Y up, in the scene
        Corners, welded: neighbouring triangles share indices.
    faces : (m, 3) int32, counter-clockwise seen from outside
        Corner indices of each triangle.
    placement : (4, 4) float64
        From the object's own axes to the scene; textures are evaluated in the object's own axes.
    paint : Paint or None
        What stands in for the material's albedo.
    """

    name: str
    object_id: str
    material: str
    color: str
    points: Points
    faces: Faces
    placement: NDArray[np.float64] = field(default_factory=lambda: np.eye(4))
    paint: Paint | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Assembly:
    """Parts that stand together."""

    parts: tuple[Part, ...]

    @property
    def triangles(self) -> int:
        """Return the number of triangles in all parts."""
        return sum(len(part.faces) for part in self.parts)

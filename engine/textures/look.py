"""Where a material is looked at, and how it looks there."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.materials import Material, linear_of

Field = NDArray[Any]  # float32
LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Places on the surface of one part.

    Attributes
    ----------
    points : (n, 3) float32, metres, in the object's own axes
    normals : (n, 3) float32, unit, in the object's own axes
    exposure : (n,) float32
        1 in the open, 0 deep in a corner.
    low, extent : (3,) float32, metres
        Corner and size of the part's box in the object's own axes.
    scene_m : float
        Diagonal of the whole assembly.
    texel_m : float
        Size of a texel: finer detail than that would only flicker.
    seed : int
        Makes two parts of one material differ.
    """

    points: Field
    normals: Field
    exposure: Field
    low: Field
    extent: Field
    scene_m: float
    texel_m: float
    seed: int

    def along(self) -> tuple[int, int, int]:
        """Return the part's axes from the longest to the shortest."""
        order = np.argsort(-self.extent, kind="stable")
        return int(order[0]), int(order[1]), int(order[2])

    def flat(self) -> tuple[Field, Field]:
        """Return (n,) coordinates across and up on the side of a box that each place faces."""
        facing = np.argmax(np.abs(self.normals), axis=1)
        across = np.where(facing == 0, self.points[:, 2], self.points[:, 0])
        up = np.where(facing == 1, self.points[:, 2], self.points[:, 1])
        return across, up

    def slope(self) -> tuple[Field, Field]:
        """Return (n,) coordinates across and up along the steepest way, as water on a roof runs; metres."""
        x, y, z = self.normals.T
        is_upright = np.abs(y) < 0.3
        leans_x = np.abs(x) > np.abs(z)
        across = np.where(leans_x, self.points[:, 2], self.points[:, 0])
        rise = np.where(leans_x, -np.sign(x) * self.points[:, 0], -np.sign(z) * self.points[:, 2])
        return across, np.where(is_upright, self.points[:, 1], rise / np.maximum(np.abs(y), np.float32(0.3)))

    def coarse(self, length_m: float, *, texels: float = 5.0, most: float = 3.0) -> float:
        """Return the length, up to `most` times larger where the texture is too coarse to show it."""
        return float(np.clip(texels * self.texel_m, length_m, most * length_m))

    def shown(self, length_m: float) -> float:
        """Return how far detail of this length can be shown: 0 not at all, 1 fully."""
        return float(np.clip(length_m / (2.0 * self.texel_m) - 1.0, 0.0, 1.0))


@dataclass(slots=True, eq=False)
class Look:
    """How a material looks: linear albedo (n, 3), roughness, metallic (n,), and a relief (n,) in metres, if any."""

    albedo: Field
    roughness: Field
    metallic: Field
    height: Field | None = field(default=None)


def number(material: Material, name: str, default: float) -> float:
    """Return a parameter of the material's texture."""
    return float(material.texture.parameters.get(name, default))


def colour(text: str | float) -> Field:
    """Return the linear (3,) float32 of "#rrggbb"."""
    return np.array(linear_of(str(text)), np.float32)


def vector(x: float, y: float, z: float) -> Field:
    """Return three numbers as float32."""
    return np.array([x, y, z], np.float32)


def mixed(one: Field, other: Field, share: Field) -> Field:
    """Return colours between `one` and `other`: (n, 3)."""
    return np.asarray(one + share[:, None] * (other - one), np.float32)


def step(low: float, high: float, values: Field) -> Field:
    """Return 0 below `low`, 1 above `high`, smooth between."""
    t = np.clip((values - np.float32(low)) / np.float32(high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def even(place: Place, number: float) -> Field:
    """Return the number for every place."""
    return np.full(len(place.points), number, np.float32)


def share(at: Field, period: float, width: float, window: float) -> Field:
    """Return how much of a window around each place lies in the first `width` of every period.

    This is a row of bars seen through texels as wide as the window: exact, so that bars finer than a texel fade to
    their mean instead of beating with the texels.
    """
    half = np.float32(0.5 * max(window, 1e-3 * period))

    def filled(place: Field) -> Field:
        turns = np.floor(place / np.float32(period))
        return np.asarray(turns * np.float32(width) + np.minimum(place - turns * np.float32(period), np.float32(width)))

    return np.asarray((filled(at + half) - filled(at - half)) / (2 * half), np.float32)

"""How the parts of an assembly look at places on their surface: material, tint and relief."""

import zlib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.materials import CATALOGUE
from engine.rays import unit
from engine.shapes import Assembly, Part
from engine.textures import Look, Place, evaluate

Field = NDArray[Any]  # float32


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """Places (n, 3) on one part, metres, in the scene; unit normals; two more unit vectors square to them."""

    points: Field
    normals: Field
    along: Field
    across: Field
    exposure: Field


class Painter:
    """Evaluates the procedural materials of an assembly; each part has a seed of its own."""

    def __init__(self, assembly: Assembly, *, size_m: float, texel_m: float, seed: int) -> None:
        """Look at the parts of an assembly of this diagonal, in detail no finer than `texel_m`."""
        self._owns = [_Own(part, seed) for part in assembly.parts]
        self._size_m, self._texel_m = size_m, texel_m

    def look(self, number: int, spots: Spots, *, texel_m: float | None = None) -> tuple[Look, Field]:
        """Return how the part of this number looks at the spots, and the normals (n, 3) with its relief.

        The spots lie `texel_m` apart; where that is not given, as far as all of the painter's.
        """
        texel_m = texel_m or self._texel_m
        own = self._owns[number]
        material = CATALOGUE[own.part.material]
        own_normals = spots.normals @ own.turn.T

        def place(shift: Field | float) -> Place:
            local = (spots.points + shift) @ own.axes[:3, :3].T + own.axes[:3, 3]
            return Place(
                local.astype(np.float32), own_normals, spots.exposure, *own.box,
                scene_m=self._size_m, texel_m=texel_m, seed=own.seed,
            )  # fmt: skip

        look = evaluate(place(0.0), material, own.part.color)
        if own.part.paint is not None:
            look = replace(look, albedo=own.part.paint.at(spots.points))
        if look.height is None:
            return look, spots.normals
        step = np.float32(texel_m)
        normals = spots.normals
        for axis in (spots.along, spots.across):
            slope = (evaluate(place(axis * step), material).height - look.height) / step
            normals = normals - np.clip(slope, -1, 1)[:, None] * axis
        return look, unit(normals).astype(np.float32)


class _Own:
    """A part's own axes, its box in them, and its seed."""

    def __init__(self, part: Part, seed: int) -> None:
        self.part = part
        self.axes = np.linalg.inv(part.placement)
        self.turn = self.axes[:3, :3].astype(np.float32)
        self.seed = (zlib.crc32(part.name.encode()) + seed) % (1 << 31)

    @cached_property
    def box(self) -> tuple[Field, Field]:
        """Return the low corner and the size of the part's box in its own axes."""
        local = self.part.points @ self.axes[:3, :3].T + self.axes[:3, 3]
        low = local.min(axis=0)
        return low.astype(np.float32), (local.max(axis=0) - low).astype(np.float32)

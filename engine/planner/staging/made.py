"""Things as they are really made, coarsely: their triangles, what rays meet of them, and what carries them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject, DesignSpec, Reading
from engine.assembling.assembly import assemble
from engine.rays import Rays

LOWEST = 0.06  # of its height: corners so far up carry a thing
_KEPT = 32  # a scene asks for the same things again and again
_CORNERS_MOST = 160
_GRID = 13  # rays along each side that feel a thing's underside


@dataclass(frozen=True, eq=False)
class Made:
    """The (n, 3) corners, metres, and (m, 3) triangles of some objects."""

    points: NDArray[np.float64]
    faces: NDArray[np.int64]

    @cached_property
    def rays(self) -> Rays:
        """Return what rays can be shot at."""
        return Rays(self.points, self.faces)

    @cached_property
    def underneath(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the places that carry the objects, and some of their underside elsewhere."""
        points = self.points
        low, height = points[:, 1].min(), np.ptp(points[:, 1])
        is_foot = points[:, 1] <= low + LOWEST * height
        feet, body = points[is_foot], points[~is_foot]
        under = self._underside()
        is_low = under[:, 1] <= low + LOWEST * height
        feet = np.concatenate([feet[:: max(1, len(feet) // _CORNERS_MOST)], under[is_low]])
        return feet, np.concatenate([body[:: max(1, len(body) // _CORNERS_MOST)], under[~is_low]])

    def _underside(self) -> NDArray[np.float64]:
        """Return where rays from below meet it: corners alone would miss what reaches up into a wide face."""
        low, high = self.points.min(axis=0), self.points.max(axis=0)
        steps = (np.arange(_GRID) + 0.5) / _GRID
        x, z = np.meshgrid(low[0] + steps * (high[0] - low[0]), low[2] + steps * (high[2] - low[2]))
        start = np.column_stack([x.ravel(), np.full(x.size, low[1] - 1.0), z.ravel()])
        hits = self.rays.first(start, np.tile([0.0, 1.0, 0.0], (len(start), 1)))
        met = hits.face >= 0
        start[:, 1] += hits.distance
        found: NDArray[np.float64] = start[met]
        return found


def made(objects: Sequence[DesignObject]) -> Made:
    """Return objects as they are made; the same objects again are not made again."""
    return _made(msgspec.json.encode(objects))


@lru_cache(_KEPT)
def _made(written: bytes) -> Made:
    objects = msgspec.json.decode(written, type=tuple[DesignObject, ...])
    spec = DesignSpec("", "", Reading("object", "", ""), "", objects)
    parts = assemble(spec, quality="draft").parts
    starts = np.cumsum([0, *(len(part.points) for part in parts[:-1])])
    faces = np.concatenate([part.faces.astype(np.int64) + start for part, start in zip(parts, starts, strict=True)])
    return Made(np.concatenate([part.points for part in parts]), faces)

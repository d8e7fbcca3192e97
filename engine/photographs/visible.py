"""Which places of a surface views see."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.photographs.views import View
from engine.rays import Rays
from engine.shapes import Faces, Points

_LIFT = 1e-4  # of the surface's size: rays begin that far above it


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Places spread over a surface by area, (n, 3), and its normals there, (n, 3); the same ones each time."""

    places: Points
    normals: Points

    @classmethod
    def over(cls, points: Points, faces: Faces, count: int, *, seed: int = 0) -> "Spread":
        """Spread `count` places."""
        corners = points[faces]
        across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        area = np.linalg.norm(across, axis=1)
        generator = np.random.default_rng(seed)
        face = generator.choice(len(faces), count, p=area / area.sum())
        weights = generator.dirichlet((1, 1, 1), count)
        places = np.einsum("nk,nkx->nx", weights, corners[face])
        return cls(places, across[face] / area[face, None])


def views_that_see(
    spread: Spread, points: Points, faces: Faces, views: Sequence[View], *, is_two_sided: bool = False
) -> NDArray[np.int64]:
    """Return how many views see each place of a surface, (n,), from its outer side or from either."""
    rays, size = Rays(points, faces), float(np.linalg.norm(np.ptp(points, axis=0)))
    counts = np.zeros(len(spread.places), np.int64)
    for view in views:
        counts += _seen(view, spread, rays, _LIFT * size, is_two_sided)
    return counts


def _seen(view: View, spread: Spread, rays: Rays, lift: float, is_two_sided: bool) -> NDArray[np.bool_]:
    pixels, depth = view.seen(spread.places)
    height, width = view.picture.shape[:2]
    side = np.sign(np.einsum("nx,nx->n", view.place - spread.places, spread.normals))
    inside = (depth > 0) & (pixels >= 0).all(axis=1) & (pixels[:, 0] < width) & (pixels[:, 1] < height)
    inside &= (side != 0) if is_two_sided else (side > 0)
    lifted = spread.places + lift * side[:, None] * spread.normals
    ways = view.place - lifted
    length = np.linalg.norm(ways, axis=1)
    hits = rays.first(lifted.astype(np.float32), (ways / np.maximum(length, 1e-12)[:, None]).astype(np.float32))
    return np.asarray(inside & ((hits.face < 0) | (hits.distance >= length)), np.bool_)

"""Photographs of plain known solids with known masks, taken by rays: small, shaded, and the same each time."""

import numpy as np
from numpy.typing import NDArray

from engine.assembling.assembly import arrays_of
from engine.parts.solids import Solid
from engine.rays import Rays, unit
from engine.shapes import Faces, Points
from engine.single_view.foreground import Foreground
from engine.single_view.photo import Photo
from engine.single_view.view import SeenFrom, orbit

LIGHT = unit(np.array([-0.5, 0.8, 0.6]))
EACH_WAY = 2


def taken(
    solid: Solid, *, elevation: float = 0.0, azimuth: float = 0.0, roll: float = 0.0, side: int = 240,
    color: tuple[float, float, float] = (0.8, 0.5, 0.3), inside: tuple[float, float, float] | None = None,
) -> tuple[Photo, Foreground, SeenFrom]:  # fmt: skip
    """Return a photograph of a solid before grey, its true mask, and the camera; what faces inwards may differ."""
    points, faces = arrays_of(solid)
    low, high = points.min(axis=0), points.max(axis=0)
    middle, radius, focal = (low + high) / 2, float(np.linalg.norm(high - low)) / 2, 6.0 * side
    axes = orbit(azimuth, elevation, roll)
    view = SeenFrom(middle + axes[2] * radius * 13, axes, focal, (side / 2, side / 2), (side, side))
    pixels, mask = _exposed(points, faces, view, side, color, inside or color)
    return Photo(pixels), Foreground(mask, "known", 1.0), view


def _exposed(
    points: Points, faces: Faces, view: SeenFrom, side: int, color: tuple[float, ...], inside: tuple[float, ...]
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    hits = view.scaled((side * EACH_WAY, side * EACH_WAY)).first(Rays(points, faces))
    corners = points[faces]
    normals = unit(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]))
    face = np.maximum(hits.face, 0)
    middles = corners.mean(axis=1)[face]
    is_inner = np.einsum("nk,nk->n", normals[face][:, [0, 2]], middles[:, [0, 2]]) < -1e-6
    shade = 0.35 + 0.65 * np.clip(normals[face] @ LIGHT, 0, 1)
    colors = np.where(is_inner[:, None], inside, color) * shade[:, None]
    met = hits.face >= 0
    seen = np.where(met[:, None], colors, 0.75).reshape(side, EACH_WAY, side, EACH_WAY, 3).mean(axis=(1, 3))
    mask = met.reshape(side, EACH_WAY, side, EACH_WAY).mean(axis=(1, 3))
    return np.asarray(np.rint(seen * 255), np.uint8), mask.astype(np.float32)

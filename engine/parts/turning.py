"""Solids of revolution about the y axis."""

import numpy as np

from domain.errors import GenerationFailed
from engine.parts.profiles import Flat, Pairs, arc, polygon, smooth
from engine.parts.solids import Solid, upright


def lathe(profile: Pairs, segments: int) -> Solid:
    """Return the closed line of (radius, height) turned about the y axis."""
    solid = upright(polygon(profile).revolve(segments))
    if solid.is_empty():
        raise GenerationFailed("A turned profile encloses nothing", stage="geometry_generation")
    return solid


def spun(silhouette: Pairs, segments: int) -> Solid:
    """Return the solid under a silhouette of (radius, height) from bottom to top, closed along the axis."""
    line = np.asarray(silhouette, dtype=np.float64)
    return lathe(np.vstack([[0.0, line[0, 1]], line, [0.0, line[-1, 1]]]), segments)


def vessel(silhouette: Pairs, wall: float, segments: int, *, floor: float | None = None, lip: int = 4) -> Solid:
    """Return an open vessel: the silhouette outside, `wall` thick, or less where that would leave no hollow."""
    outside = np.asarray(silhouette, dtype=np.float64)
    height = float(outside[-1, 1] - outside[0, 1])
    wall = min(wall, 0.4 * height, 0.8 * float(outside[-1, 0]))
    floor = None if floor is None else min(floor, 0.6 * height)
    inside = outside[::-1].copy()
    inside[:, 0] = np.maximum(inside[:, 0] - wall, wall * 0.2)
    bottom = outside[0, 1] + (wall if floor is None else floor)
    inside = inside[inside[:, 1] > bottom]
    rim = arc(wall / 2, 0.0, 180.0, lip, (float(outside[-1, 0]) - wall / 2, float(outside[-1, 1])))
    base = [[inside[-1, 0], bottom], [0.0, bottom], [0.0, outside[0, 1]]]
    return lathe(np.vstack([outside[:-1], rim, inside[1:], base]), segments)


def shell(silhouette: Pairs, wall: float, segments: int) -> Solid:
    """Return a wall along the silhouette, open at both ends (a lamp shade, a rim, a bezel)."""
    outside = np.asarray(silhouette, dtype=np.float64)
    along = np.gradient(outside, axis=0)
    normal = np.column_stack([along[:, 1], -along[:, 0]])
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    inside = outside - normal * wall
    inside[:, 0] = np.maximum(inside[:, 0], wall * 0.05)
    return lathe(np.vstack([outside, inside[::-1]]), segments)


def torus(radius: float, thickness: float, segments: int, sides: int = 16) -> Solid:
    """Return a ring of round section `thickness` across, around the y axis, centred on the origin."""
    return lathe(arc(thickness / 2, 0.0, 360.0, sides, (radius, 0.0))[:-1], segments)


def disc(radius: float, height: float, segments: int, *, edge: float = 0.0, steps: int = 3) -> Solid:
    """Return a standing disc with its rims rounded by `edge`."""
    edge = min(edge, 0.49 * height, 0.49 * radius)
    if edge <= 1e-7:
        return spun([(radius, 0.0), (radius, height)], segments)
    low = arc(edge, -90.0, 0.0, steps, (radius - edge, edge))
    high = arc(edge, 0.0, 90.0, steps, (radius - edge, height - edge))
    return spun(np.vstack([low, high]), segments)


def hoop(outer: float, inner: float, height: float, segments: int, *, edge: float = 0.0, steps: int = 2) -> Solid:
    """Return a standing ring of rectangular section with rounded edges."""
    edge = min(edge, 0.45 * height, 0.45 * (outer - inner))
    if edge <= 1e-7:
        return lathe([(inner, 0.0), (outer, 0.0), (outer, height), (inner, height)], segments)
    corners = [
        (outer - edge, edge, -90),
        (outer - edge, height - edge, 0),
        (inner + edge, height - edge, 90),
        (inner + edge, edge, 180),
    ]
    return lathe(np.vstack([arc(edge, at, at + 90, steps, (r, y)) for r, y, at in corners]), segments)


def flowing(silhouette: Pairs, steps: int) -> Flat:
    """Return the silhouette smoothed, its radii never negative."""
    line = smooth(silhouette, steps)
    line[:, 0] = np.maximum(line[:, 0], 1e-5)
    return line

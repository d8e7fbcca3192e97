"""Profiles of edges, and boards, discs and strips that carry them."""

import numpy as np

from engine.parts.detail import Detail
from engine.parts.profiles import Flat, arc, polygon, sideways
from engine.parts.solids import Solid
from engine.parts.sweeping import loft
from engine.parts.turning import spun

PROFILES = ("square", "chamfer", "bullnose", "ogee", "step", "knife", "cove", "eased")


def edge_profile(name: str, height: float, detail: Detail) -> Flat:
    """Return the edge of a board as (inset, height) from its underside to its top, `height` thick.

    `square`, `chamfer` (both edges), `bullnose` (half round), `ogee` (double curve), `step` (three steps, widest on
    top), `knife` (cut under, so that the board looks thin), `cove` (hollow under the edge), `eased` (softened).
    """
    h, steps = height, detail.along(6)
    if name == "square":
        return np.array([(0.06 * h, 0.0), (0.0, 0.06 * h), (0.0, 0.94 * h), (0.06 * h, h)])
    if name == "chamfer":
        return np.array([(0.3 * h, 0.0), (0.0, 0.3 * h), (0.0, 0.7 * h), (0.3 * h, h)])
    if name == "bullnose":
        curve = arc(0.5, -90.0, 90.0, 2 * steps)
        return np.column_stack([(0.5 - curve[:, 0]) * h, (curve[:, 1] + 0.5) * h])
    if name == "ogee":
        turn = np.linspace(0.0, 1.0, 2 * steps + 1)
        swell = np.column_stack([0.75 * (0.5 + 0.5 * np.cos(np.pi * turn)), 0.1 + 0.6 * turn])
        return np.vstack([[(0.85, 0.0), (0.85, 0.1)], swell, [(0.0, 0.8), (0.12, 0.8), (0.12, 0.92), (0.2, 1.0)]]) * h
    if name == "step":
        return np.array([(0.9, 0), (0.9, 0.33), (0.45, 0.33), (0.45, 0.66), (0.0, 0.66), (0.0, 0.97), (0.03, 1.0)]) * h
    if name == "knife":
        return np.array([(1.3, 0.0), (0.0, 0.7), (0.0, 0.96), (0.04, 1.0)]) * h
    if name == "cove":
        hollow = arc(0.6, 0.0, 90.0, steps, (0.1, 0.0))
        return np.vstack([hollow, [(0.0, 0.62), (0.0, 0.95), (0.05, 1.0)]]) * h
    return np.array([(0.35, 0.0), (0.1, 0.1), (0.0, 0.35), (0.0, 0.65), (0.1, 0.9), (0.35, 1.0)]) * h


def moulded_board(width: float, depth: float, corner: float, edge: Flat, detail: Detail) -> Solid:
    """Return a lying board with round corners and an edge profile (inset, height) from its underside to its top."""
    most = 0.3 * min(width, depth)
    fits = min(1.0, most / max(float(edge[:, 0].max()), 1e-9))
    rings = [
        rounded_ring(width - 2 * i * fits, depth - 2 * i * fits, corner - i * fits, float(y), detail) for i, y in edge
    ]
    return loft(rings)


def rounded_ring(width: float, depth: float, corner: float, y: float, detail: Detail) -> Flat:
    """Return a rectangle's line with round corners at a height, seen from above counter-clockwise."""
    radius = min(max(corner, 0.002 * min(width, depth)), 0.499 * min(width, depth))
    steps = max(2, detail.along(4))
    x, z = width / 2 - radius, depth / 2 - radius
    turns = ((x, -z, -90.0), (x, z, 0.0), (-x, z, 90.0), (-x, -z, 180.0))
    flat = np.vstack([arc(radius, at, at + 90.0, steps, (cx, cz)) for cx, cz, at in turns])[::-1]
    return np.column_stack([flat[:, 0], np.full(len(flat), y), flat[:, 1]])


def moulded_disc(radius: float, edge: Flat, detail: Detail) -> Solid:
    """Return a lying disc with an edge profile."""
    inset = np.minimum(edge[:, 0], 0.6 * radius)
    return spun(np.column_stack([radius - inset, edge[:, 1]]), detail.around(80))


def moulding(length: float, edge: Flat, back: float) -> Solid:
    """Return a strip along x with its profile to +z, `back` deep behind the profile's hollows; z is centred."""
    deep = float(edge[:, 0].max()) + back
    line = np.column_stack([deep / 2 - edge[:, 0], edge[:, 1]])
    low, high = float(edge[0, 1]), float(edge[-1, 1])
    return sideways(polygon(np.vstack([line, [(-deep / 2, high), (-deep / 2, low)]])), length)

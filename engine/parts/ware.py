"""Turned ware with an even wall: silhouettes by name, the hollow inside them, flutes and what fills them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manifold3d import JoinType

from engine.parts.profiles import Flat, Outline, Pairs, circle, polygon
from engine.parts.solids import Solid, upright
from engine.shapes import Points

# fmt: off
FORMS: dict[str, list[tuple[float, float]]] = {  # radius and height, shares of half the width and of the height
    "classic": [(0.46, 0), (0.5, 0.02), (0.72, 0.14), (0.98, 0.4), (0.94, 0.58), (0.58, 0.8), (0.42, 0.88),
                (0.46, 0.94), (0.62, 1)],
    "bottle": [(0.7, 0), (0.92, 0.06), (1, 0.26), (0.86, 0.46), (0.4, 0.6), (0.26, 0.74), (0.26, 0.92), (0.36, 1)],
    "tulip": [(0.4, 0), (0.44, 0.03), (0.7, 0.2), (0.9, 0.46), (0.86, 0.68), (0.8, 0.82), (0.9, 0.94), (1, 1)],
    "urn": [(0.42, 0), (0.44, 0.05), (0.26, 0.12), (0.3, 0.18), (0.76, 0.34), (1, 0.6), (0.9, 0.78), (0.6, 0.88),
            (0.6, 0.93), (0.78, 1)],
    "cylinder": [(0.96, 0), (1, 0.03), (0.98, 0.3), (0.96, 0.6), (0.98, 0.9), (1, 1)],
    "moon": [(0.4, 0), (0.52, 0.03), (0.9, 0.26), (1, 0.5), (0.9, 0.74), (0.5, 0.94), (0.34, 0.97), (0.36, 1)],
    "pot": [(0.62, 0), (0.66, 0.03), (0.78, 0.4), (0.88, 0.8), (0.88, 0.81), (1, 0.83), (1, 0.99), (0.99, 1)],
    "bowl": [(0.4, 0), (0.42, 0.06), (0.44, 0.1), (0.68, 0.26), (0.89, 0.56), (1, 1)],
    "wok": [(0.3, 0), (0.5, 0.06), (0.75, 0.3), (0.92, 0.65), (1, 1)],
    "goblet": [(0.62, 0), (0.62, 0.03), (0.2, 0.08), (0.1, 0.2), (0.1, 0.42), (0.4, 0.52), (0.86, 0.72), (0.9, 0.88),
               (0.8, 1)],
    "amphora": [(0.3, 0), (0.34, 0.03), (0.28, 0.06), (0.62, 0.26), (1, 0.58), (0.86, 0.72), (0.4, 0.82),
                (0.32, 0.9), (0.42, 0.97), (0.5, 1)],
    "gourd": [(0.6, 0), (0.72, 0.03), (1, 0.24), (0.8, 0.44), (0.46, 0.54), (0.62, 0.68), (0.56, 0.8), (0.28, 0.9),
              (0.3, 1)],
    "trumpet": [(0.56, 0), (0.58, 0.03), (0.3, 0.1), (0.28, 0.3), (0.36, 0.62), (0.62, 0.88), (1, 1)],
    "jar": [(0.5, 0), (0.54, 0.03), (0.68, 0.2), (0.98, 0.62), (0.94, 0.78), (0.6, 0.9), (0.5, 0.93), (0.52, 1)],
    "bud": [(0.6, 0), (0.8, 0.04), (1, 0.2), (0.9, 0.34), (0.34, 0.52), (0.2, 0.66), (0.2, 0.9), (0.3, 1)],
    "cone": [(0.5, 0), (0.53, 0.02), (0.7, 0.4), (0.86, 0.76), (1, 1)],
    "waisted": [(0.86, 0), (0.9, 0.02), (0.74, 0.28), (0.62, 0.52), (0.74, 0.8), (1, 1)],
    "wine": [(0.8, 0), (0.8, 0.012), (0.3, 0.03), (0.1, 0.06), (0.085, 0.2), (0.085, 0.38), (0.14, 0.43), (0.62, 0.5),
             (0.95, 0.63), (0.98, 0.74), (0.82, 1)],
    "flute": [(0.95, 0), (0.95, 0.01), (0.3, 0.028), (0.12, 0.06), (0.1, 0.2), (0.1, 0.34), (0.26, 0.4), (0.78, 0.54),
              (0.92, 0.7), (0.8, 1)],
    "martini": [(0.62, 0), (0.62, 0.014), (0.2, 0.034), (0.06, 0.07), (0.055, 0.3), (0.055, 0.58), (0.1, 0.62),
                (0.55, 0.81), (1, 1)],
    "snifter": [(0.72, 0), (0.72, 0.02), (0.3, 0.04), (0.12, 0.09), (0.12, 0.18), (0.3, 0.24), (0.9, 0.42), (1, 0.56),
                (0.86, 0.8), (0.62, 1)],
    "tumbler": [(0.84, 0), (0.88, 0.02), (0.92, 0.3), (0.96, 0.66), (1, 1)],
    "pint": [(0.66, 0), (0.7, 0.015), (0.78, 0.3), (0.9, 0.66), (0.97, 0.78), (0.97, 0.86), (1, 1)],
    "wine_bottle": [(0.9, 0), (0.98, 0.012), (1, 0.05), (1, 0.56), (0.97, 0.62), (0.6, 0.7), (0.38, 0.77), (0.34, 0.86),
                    (0.34, 0.93), (0.34, 0.945), (0.41, 0.95), (0.41, 0.985), (0.38, 1)],
    "champagne": [(0.9, 0), (0.99, 0.015), (1, 0.06), (1, 0.42), (0.9, 0.52), (0.56, 0.68), (0.36, 0.82), (0.32, 0.92),
                  (0.4, 0.94), (0.4, 0.975), (0.36, 1)],
    "beer": [(0.9, 0), (0.98, 0.015), (1, 0.06), (1, 0.52), (0.9, 0.6), (0.5, 0.74), (0.42, 0.86), (0.4, 0.94),
             (0.46, 0.96), (0.46, 0.99), (0.43, 1)],
    "milk": [(0.9, 0), (0.98, 0.02), (1, 0.06), (1, 0.5), (0.92, 0.6), (0.56, 0.76), (0.52, 0.86), (0.54, 0.92),
             (0.62, 0.94), (0.62, 0.99), (0.58, 1)],
    "soda": [(0.84, 0), (0.92, 0.02), (0.96, 0.1), (0.86, 0.24), (0.82, 0.32), (1, 0.46), (0.96, 0.56), (0.5, 0.78),
             (0.4, 0.9), (0.46, 0.94), (0.46, 0.99), (0.42, 1)],
    "flask": [(0.4, 0), (0.6, 0.03), (0.94, 0.2), (1, 0.36), (0.86, 0.54), (0.4, 0.68), (0.28, 0.74), (0.28, 0.92),
              (0.4, 0.95), (0.4, 1)],
    "jug": [(0.62, 0), (0.68, 0.02), (0.86, 0.14), (1, 0.36), (0.9, 0.58), (0.62, 0.76), (0.56, 0.84), (0.62, 0.94),
            (0.7, 1)],
    "pitcher": [(0.86, 0), (0.92, 0.02), (1, 0.16), (0.96, 0.4), (0.8, 0.7), (0.76, 0.84), (0.86, 1)],
    "carafe": [(0.8, 0), (0.92, 0.04), (1, 0.2), (0.84, 0.4), (0.42, 0.64), (0.34, 0.76), (0.4, 0.9), (0.56, 1)],
    "teapot": [(0.6, 0), (0.64, 0.03), (0.66, 0.06), (0.9, 0.24), (1, 0.48), (0.92, 0.72), (0.66, 0.92), (0.5, 1)],
    "squat": [(0.6, 0), (0.7, 0.06), (0.94, 0.3), (1, 0.5), (0.92, 0.76), (0.62, 0.96), (0.52, 1)],
    "coffee_pot": [(0.92, 0), (1, 0.03), (0.98, 0.2), (0.86, 0.52), (0.7, 0.82), (0.6, 1)],
    "facetted": [(0.9, 0), (1, 0.04), (0.8, 0.5), (0.66, 0.8), (0.6, 1)],
    "pan": [(0.84, 0), (0.88, 0.06), (0.92, 0.4), (0.99, 0.94), (1, 1)],
    "kettle_pot": [(0.93, 0), (0.98, 0.03), (1, 0.1), (1, 0.6), (1, 0.96), (1.02, 1)],
    "bucket": [(0.7, 0), (0.72, 0.02), (0.82, 0.4), (0.94, 0.84), (1, 1)],
    "hamper": [(0.84, 0), (0.87, 0.02), (0.94, 0.5), (0.97, 0.9), (1, 1)],
    "cauldron": [(0.3, 0), (0.6, 0.05), (0.94, 0.28), (1, 0.52), (0.9, 0.78), (0.76, 0.9), (0.86, 1)],
    "cup": [(0.5, 0), (0.54, 0.05), (0.78, 0.26), (0.94, 0.62), (1, 1)],
    "loving_cup": [(0.36, 0), (0.12, 0.02), (0.1, 0.1), (0.22, 0.16), (0.7, 0.32), (0.86, 0.6), (0.84, 0.86), (1, 1)],
}
# fmt: on


@dataclass(frozen=True, slots=True)
class Ware:
    """The half sections of a hollow turned thing: its wall, and the room inside, which is open at the top."""

    wall: Outline
    room: Outline
    top: float
    thickness: float


def ware(line: Pairs, thickness: float, *, floor: float | None = None) -> Ware:
    """Return the sections under a silhouette of (radius, height): a wall of even thickness, narrow stems solid.

    `floor` is the height at which the room begins; the thickness where none is given.
    """
    outside = np.asarray(line, dtype=np.float64)
    low, top, reach = float(outside[0, 1]), float(outside[-1, 1]), float(outside[-1, 0])
    thickness = min(thickness, 0.4 * (top - low), 0.6 * reach)
    raised = np.vstack([outside, [reach, top + 3 * thickness]])
    inner = _mirrored(raised).offset(-thickness, JoinType.Round, 2.0, 24)
    bottom = low + thickness if floor is None else min(floor, low + 0.8 * (top - low))
    wide = 4 * float(outside[:, 0].max())
    inner = inner ^ _box(-wide, bottom, wide, top + 2 * thickness)
    room = max(inner.decompose(), key=lambda piece: piece.bounds()[3], default=inner)
    lip = circle(thickness / 2, 16).translate((reach - thickness / 2, top))
    wall = _mirrored(outside) - room + lip
    fine = 0.04 * thickness
    return Ware(wall.simplify(fine), room.simplify(fine), top, thickness)


def _mirrored(line: Flat) -> Outline:
    return polygon(np.vstack([line, line[::-1] * [-1, 1]]))


def _box(left: float, low: float, right: float, high: float) -> Outline:
    return polygon([(left, low), (right, low), (right, high), (left, high)])


def revolved(section: Outline, segments: int) -> Solid:
    """Return the right half of a section turned about the y axis."""
    return upright(section.revolve(segments))


def content(hollow: Ware, level: float, segments: int) -> Solid:
    """Return what fills the room up to a height; it reaches a hair into the wall so that no gap shows."""
    wide = hollow.room.bounds()[2] * 2
    grown = hollow.room.offset(0.3 * hollow.thickness, JoinType.Round, 2.0, 24)
    return revolved(grown ^ _box(-wide, -1e3, wide, level), segments)


def fluted(count: int, depth: float, low: float, high: float, *, twist_deg: float = 0.0) -> Callable[[Points], Points]:
    """Return a warp that presses `count` flutes, `depth` (share of the radius) deep, into what lies between heights."""

    def press(points: Points) -> Points:
        share = np.clip((points[:, 1] - low) / (high - low), 0.0, 1.0)
        fade = np.clip(np.minimum(share, 1 - share) * 8, 0.0, 1.0)
        turn = np.arctan2(points[:, 2], points[:, 0]) + np.radians(twist_deg) * share
        factor = 1 - depth * fade * (0.5 + 0.5 * np.cos(count * turn))
        return np.column_stack([points[:, 0] * factor, points[:, 1], points[:, 2] * factor])

    return press

"""Makers of a balloon's bag and its wicker basket."""

import numpy as np

from engine.makers.base import Piece, Thing, maker
from engine.parts.profiles import polygon, rounded_rectangle, standing
from engine.parts.solids import Solid, cylinder, moved, union
from engine.parts.sweeping import loft, tube
from engine.parts.turning import flowing

_BAG = [
    (0.2, 0.0),
    (0.24, 0.015),
    (0.46, 0.13),
    (0.8, 0.36),
    (0.97, 0.56),
    (0.98, 0.7),
    (0.82, 0.86),
    (0.45, 0.97),
    (0.02, 1.0),
]


@maker("balloon")
def balloon(thing: Thing) -> list[Piece]:
    """Make a bag of `gores` that bulge between their seams, every other one in the finish `gore`; open below."""
    gores = max(4, thing.count("gores", 16, most=40))
    gores += gores % 2
    outer, inner = _bag(thing, gores, 0.0), _bag(thing, gores, 0.012 * thing.width)
    mouth = moved(cylinder(0.17 * thing.width / 2, thing.height * 0.1, 32), y=-0.01 * thing.height)
    skin = outer - union((inner, mouth))
    angles = np.linspace(0.0, 2 * np.pi, gores + 1)
    reach = thing.width
    wedges = []
    for step in range(0, gores, 2):
        a, b = angles[step], angles[step + 1]
        wedges.append(
            np.array([(0, 0), (reach * np.cos(a), reach * np.sin(a)), (reach * np.cos(b), reach * np.sin(b))])
        )
    chosen = union([standing(polygon(wedge), thing.height * 1.2) for wedge in wedges])
    return [thing.main(skin - chosen), thing.sub("gore", skin ^ chosen, "paint_white")]


def _bag(thing: Thing, gores: int, wall: float) -> Solid:
    """Return the solid inside the bag."""
    line = flowing(_BAG, thing.detail.along(6))
    steps = 2 * max(3, thing.detail.along(4))
    turn = np.linspace(0.0, 2 * np.pi, gores * steps, endpoint=False)
    bulge = 0.96 + 0.04 * np.abs(np.sin(turn * gores / 2)) ** 0.6
    rings = []
    for radius, rise in line:
        r = np.maximum(radius * thing.width / 2 * bulge - wall, 0.002 * thing.width)
        rings.append(
            np.column_stack([r * np.sin(turn), np.full(len(turn), rise * (thing.height - wall)), r * np.cos(turn)])
        )
    return loft(rings)


@maker("basket_wicker", natural=(1.5, 1.2, 1.5))
def basket_wicker(thing: Thing) -> list[Piece]:
    """Make an open square basket of woven rows with a padded rim."""
    width, height, depth = thing.size
    wall, corner = 0.05 * width, 0.16 * width
    outline = rounded_rectangle(width * 0.96, depth * 0.96, corner, 32)
    shell = standing(outline, height * 0.96) - moved(standing(outline.offset(-wall), height), y=wall)
    loop = np.asarray(outline.to_polygons()[0])
    rows, up = thing.detail.along(9), np.array([0.0, height, 0.0])
    ring = np.column_stack([loop[:, 0], np.zeros(len(loop)), -loop[:, 1]]) * 0.9937  # off the shell's own face
    strand = min(height * 0.4 / rows, 0.9 * wall)
    weave = [tube(ring + up * (0.06 + 0.8 * row / (rows - 1)), strand, 8, closed=True) for row in range(rows)]
    rim = tube(ring + up * 0.95, height * 0.05, thing.detail.around(12), closed=True)
    return [thing.main(union([shell, *weave])), thing.sub("rim", rim, "leather_brown")]


@maker("billow")
def billow(thing: Thing) -> Piece:
    """Make a square sail that bellies to +z between its yard above and its lower corners."""
    width, height, depth = thing.size
    across, thin = np.linspace(-1.0, 1.0, thing.detail.along(12) + 1), 0.04 * depth
    rings = []
    for share in np.linspace(0.0, 1.0, thing.detail.along(10) + 1):
        belly = depth * (1 - across**2) ** 0.7 * np.sin(np.pi * (0.08 + 0.84 * share)) + thin
        half = width / 2 * (1.0 - 0.06 * share)
        foot = share * height + (1 - share) * 0.12 * height * (1 - across**2)
        front = np.column_stack([across * half, foot, belly])
        back = np.column_stack([across * half, foot, belly - thin])[::-1]
        rings.append(np.vstack([front, back]))
    solid = loft(rings)
    return thing.main(solid if solid.volume() > 0 else loft([ring[::-1] for ring in rings]))

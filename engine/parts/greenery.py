"""Leaves and stems that are closed solids."""

import numpy as np

from engine.parts.detail import Detail
from engine.parts.solids import Solid, ellipsoid, moved, turned, union
from engine.parts.sweeping import loft, tube
from engine.shapes import Points


def leaf(
    length: float, width: float, detail: Detail, *, droop: float = 0.4, fold: float = 0.25, tip: float = 1.6
) -> Solid:
    """Return a leaf from the origin towards +z that arches down by `droop` of its length; closed, thin."""
    steps = detail.along(12)
    t = np.linspace(0.0, 1.0, steps + 1)
    breadth = width / 2 * np.maximum(np.sin(np.pi * t**0.75) ** 0.9 * (1 - t**tip * 0.35), 0.03)
    thick = np.maximum(width * 0.022, 0.0006)
    rise = length * (0.35 * t - droop * t**2.2)
    rings = [
        _section(float(b), float(y), float(z) * length, thick, fold) for b, y, z in zip(breadth, rise, t, strict=True)
    ]
    return loft(rings)


def _section(breadth: float, y: float, z: float, thick: float, fold: float) -> Points:
    xs = np.array([-1.0, -0.5, 0.0, 0.5, 1.0]) * breadth
    lift = np.abs(xs) * fold
    half = thick * np.array([0.5, 0.9, 1.2, 0.9, 0.5])
    top = np.column_stack([xs, y + lift + half, np.full(5, z)])
    low = np.column_stack([xs, y + lift - half, np.full(5, z)])[::-1]
    return np.vstack([low[::-1], top[::-1]])


def rosette(radius: float, height: float, count: int, detail: Detail, random: np.random.Generator) -> Solid:
    """Return leaves that spring from the origin in tiers, within `radius` and about `height`."""
    leaves = []
    for number in range(count):
        tier = number / max(count - 1, 1)
        steep = 12.0 + 62.0 * tier + random.uniform(-6.0, 6.0)
        length = min(radius / max(np.cos(np.radians(steep)), 0.3), height / max(np.sin(np.radians(steep)) * 1.0, 0.5))
        length *= random.uniform(0.85, 1.0)
        blade = turned(leaf(length, length * 0.26, detail, droop=0.45 * (1 - tier) + 0.12), x=-steep)
        leaves.append(turned(blade, y=number * 137.5 + random.uniform(-10.0, 10.0)))
    return union(leaves)


def stalked(
    radius: float, height: float, count: int, detail: Detail, random: np.random.Generator
) -> tuple[Solid, Solid]:
    """Return a plant of leaves on curved stalks: the leaves, and the stalks."""
    blades, stalks = [], []
    for number in range(count):
        turn = number * 137.5 + random.uniform(-12.0, 12.0)
        share = (number + 0.5) / count
        top = height * (0.5 + 0.42 * share) * random.uniform(0.9, 1.0)
        out = radius * (0.62 - 0.45 * share)
        path = np.array([(0, 0, radius * 0.03), (0, top * 0.5, out * 0.25), (0, top * 0.85, out * 0.7), (0, top, out)])
        size = radius * random.uniform(0.55, 0.7)
        blade = turned(leaf(size, size * 0.72, detail, droop=0.55, fold=0.16), x=-8.0 + 30.0 * share)
        blades.append(turned(moved(blade, y=top - size * 0.01, z=out - size * 0.04), y=turn))
        stalks.append(turned(tube(path, max(radius * 0.016, 0.0015), 8), y=turn))
    return union(blades), union(stalks)


def crown_of_tree(radius: float, height: float, detail: Detail, random: np.random.Generator) -> Solid:
    """Return a tree's crown: overlapping lumpy balls standing on y = 0."""
    segments = detail.around(32)
    balls = [moved(ellipsoid(radius * 1.5, height * 0.9, radius * 1.5, segments), y=height * 0.5)]
    for number in range(19):
        angle, rise = number * 2.4, (number % 5) / 4
        out = radius * (0.62 - 0.3 * abs(rise - 0.4))
        size = radius * random.uniform(0.42, 0.66)
        lump = ellipsoid(size * 1.3, size * 1.2, size * 1.3, segments)
        balls.append(moved(lump, x=out * np.cos(angle), y=height * (0.28 + 0.48 * rise), z=out * np.sin(angle)))
    return union(balls)

"""Makers of land: boulders, mountains with snow, craters, islands, cliffs, crystals."""

import numpy as np
from numpy.typing import NDArray

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts.solids import Solid, block, from_arrays, moved, union

Values = NDArray[np.float64]


@maker("boulder", natural=(1.2, 0.8, 1.0))
def boulder(thing: Thing) -> Made:
    """Make a rock of flat facets that stands on a level sole; `facets`, `sharp` 0 to 1, `seed`."""
    random, count = thing.random(), max(10, thing.count("facets", 46, most=160))
    ways = random.normal(size=(count, 3))
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    reach = 1.0 - min(max(thing.number("sharp", 0.25), 0.0), 0.7) * random.random(count)
    points = ways * reach[:, None] * (0.5, 0.62, 0.5)
    points = np.vstack([points, [[0.3, -0.3, 0.3], [-0.3, -0.3, 0.3], [0.3, -0.3, -0.3], [-0.3, -0.3, -0.3]]])
    rock = Solid.hull_points(points).trim_by_plane((0.0, 1.0, 0.0), -0.3)
    return thing.main(moved(rock, y=0.3).scale(thing.size))


def _waves(x: Values, z: Values, random: np.random.Generator) -> Values:
    """Return smooth noise around zero, about one high, of points in −1 … 1."""
    total = np.zeros_like(x)
    for octave, loud in enumerate((1.0, 0.6, 0.36, 0.2)):
        for _ in range(3):
            angle, phase = random.uniform(0, 2 * np.pi, 2)
            pace = 2.6 * 1.9**octave
            total += loud * np.sin(pace * (x * np.cos(angle) + z * np.sin(angle)) + phase) / 3
    return total


def _land(thing: Thing, high: Values, x: Values, z: Values) -> Solid:
    """Return the closed solid under heights on a polar grid (rings × around; the first ring is its middle)."""
    rings, around = high.shape
    size = np.array([thing.width / 2, thing.height, thing.depth / 2])
    top = np.column_stack([x[1:].ravel(), high[1:].ravel(), z[1:].ravel()]) * size
    rim = np.column_stack([x[-1], np.zeros(around), z[-1]]) * size
    points = np.vstack([top, rim, [[0.0, high[0, 0] * thing.height, 0.0], [0.0, 0.0, 0.0]]])
    peak, foot, last = len(points) - 2, len(points) - 1, (rings - 2) * around
    here, there = np.arange(around), (np.arange(around) + 1) % around
    faces = [np.column_stack([np.full(around, peak), there, here])]
    for ring in range(rings - 1):
        low, up = ring * around, (ring + 1) * around
        faces += [np.column_stack([low + here, low + there, up + here]),
                  np.column_stack([low + there, up + there, up + here])]  # fmt: skip
    under = last + around
    faces.append(np.column_stack([np.full(around, foot), under + here, under + there]))
    return from_arrays(points, np.vstack(faces))


def _grid(thing: Thing) -> tuple[Values, Values, Values]:
    """Return the share of the way out, x and z of a polar grid."""
    rings, around = thing.detail.along(26), thing.detail.around(72)
    reach = np.linspace(0.0, 1.0, rings + 1)[:, None] * np.ones(around)
    angle = np.linspace(0.0, 2 * np.pi, around, endpoint=False)[None, :]
    return reach, reach * np.cos(angle), reach * np.sin(angle)


@maker("mountain", natural=(10.0, 6.0, 10.0))
def mountain(thing: Thing) -> list[Piece]:
    """Make a mountain of ridges; `snow` is the share of its height above which it is white, `crater` makes a volcano.

    `peaks` are its summits, `rough` how strongly it is creased, `seed`.
    """
    random = thing.random()
    reach, x, z = _grid(thing)
    rough, crater = thing.number("rough", 0.5), min(max(thing.number("crater", 0.0), 0.0), 0.5)
    crease = 1.0 - np.abs(_waves(x * 1.2, z * 1.2, random)) * 1.5
    high = np.clip(1.0 - reach, 0.0, 1.0) ** (1.25 if crater else 1.05)
    for _ in range(thing.count("peaks", 1, most=6) - 1):
        angle, away = random.uniform(0, 2 * np.pi), random.uniform(0.35, 0.55)
        near = np.hypot(x - away * np.cos(angle), z - away * np.sin(angle))
        high = np.maximum(high, random.uniform(0.55, 0.8) * np.clip(1.0 - near / (1.0 - away), 0.0, 1.0) ** 1.05)
    high = high * (1.0 + rough * 0.5 * (crease - 0.6) * np.clip(reach * 5, 0.0, 1.0))
    if crater:
        rim = (1.0 - crater) ** 1.25
        high = np.where(reach < crater, rim * (0.72 + 0.28 * (reach / crater) ** 2), high)
    high = np.maximum(high, 0.012)
    high = high / high.max()
    land = _land(thing, high, x, z)
    line = thing.number("snow", 0.0)
    if not 0.0 < line < 1.0:
        return [thing.main(land)]
    limit = np.clip(line + 0.1 * _waves(x * 4, z * 4, random), 0.02, 0.97)
    below = _land(thing, limit, x * 1.05, z * 1.05)
    return [thing.main(land ^ below), thing.sub("snow", land - moved(below, y=-thing.height * 0.004), "snow")]


@maker("hill", natural=(6.0, 0.8, 6.0))
def hill(thing: Thing) -> Made:
    """Make gently rolling ground, highest in its middle, with a wandering edge; `rough`, `seed`."""
    random = thing.random()
    reach, x, z = _grid(thing)
    angle = np.arctan2(z, x)
    edge = 1.0 - 0.12 * (1 + np.sin(angle * 2 + random.uniform(0, 6))) / 2 - 0.08 * (1 + np.sin(
        angle * 3 + random.uniform(0, 6))) / 2  # fmt: skip
    high = np.sqrt(np.clip(1.0 - reach**2, 0.0, 1.0)) * (1 + 0.25 * thing.number("rough", 0.4) * _waves(x, z, random))
    high = np.maximum(high, 0.03)
    return thing.main(_land(thing, high / high.max(), x * edge, z * edge))


@maker("cliff", natural=(5.0, 5.0, 2.0))
def cliff(thing: Thing) -> Made:
    """Make a wall of rock in columns of unequal height; `count` of them along x, `dip` lowers its middle, `seed`."""
    random, count = thing.random(), max(4, thing.count("count", 9, most=24))
    wide = thing.width / count
    stones: list[Solid] = [moved(block(thing.width * 0.9, thing.height * 0.5, thing.depth * 0.4), z=-thing.depth * 0.2)]
    for row in range(2):
        for number in range(count):
            u = (number + 0.5) / count * 2 - 1
            tall = thing.height * (1.0 - thing.number("dip", 0.0) * (1 - u * u)) * (1.0 if row == 0 else 0.62)
            tall *= random.uniform(0.82, 1.0)
            deep = thing.depth * random.uniform(0.6, 0.75)
            corners = np.array([(sx * 0.5, y, sz * 0.5) for sx in (-1, 1) for y in (0.0, 1.0) for sz in (-1, 1)])
            jitter = 1.0 + random.uniform(-0.16, 0.3, corners.shape) * (1.0, 0.0, 1.0)
            points = corners * jitter * (wide * 1.3, tall, deep) + (
                random.uniform(-0.2, 0.2, 8)[:, None] * (0.0, 0.0, 0.0)
            )
            stone = Solid.hull_points(points)
            stones.append(moved(stone, x=u * (thing.width - wide) / 2, z=thing.depth * (-0.15 if row == 0 else 0.2)))
    return thing.main(union(stones))


@maker("crystals", natural=(0.4, 0.4, 0.4))
def crystals(thing: Thing) -> Made:
    """Make a cluster of six-sided crystals that lean outwards; `count`, `seed`."""
    random, count = thing.random(), max(1, thing.count("count", 9, most=30))
    shards: list[Solid] = []
    for number in range(count):
        tall, wide = (1.0, 0.13) if number == 0 else (random.uniform(0.4, 0.8), random.uniform(0.06, 0.12))
        ring = [(wide * np.cos(a), wide * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 6, endpoint=False)]
        points = [(x, y, z) for x, z in ring for y in (-0.1, tall * 0.78)] + [(0.0, tall, 0.0)]
        lean = 0.0 if number == 0 else random.uniform(14, 42)
        shard = Solid.hull_points(np.array(points)).rotate((lean, 0.0, 0.0)).rotate((0.0, 360.0 * number / count, 0.0))
        shards.append(shard)
    whole = union(shards).trim_by_plane((0.0, 1.0, 0.0), 0.0)
    return thing.main(whole)


@maker("lattice_mast", natural=(10.0, 30.0, 10.0))
def lattice_mast(thing: Thing) -> Made:
    """Make a square mast of crossed bars whose width follows `profile` (share of the height, share of the foot).

    `bays` panels high, `thick_m` its corner bars.
    """
    flat = thing.numbers("profile") or [0.0, 1.0, 1.0, 0.15]
    stops = np.array(flat[: len(flat) // 2 * 2]).reshape(-1, 2)
    bays, thick = max(2, thing.count("bays", 8, most=24)), thing.number("thick_m", 0.02 * thing.height)
    levels = np.linspace(0.0, 1.0, bays + 1)
    half = np.interp(levels, stops[:, 0], stops[:, 1]) / 2
    corners = [(1, 1), (1, -1), (-1, -1), (-1, 1)]
    room = np.array([thing.width - thick, thing.height, thing.depth - thick])

    def at(corner: int, level: int) -> Values:
        sx, sz = corners[corner % 4]
        place: Values = np.array([sx * half[level], levels[level], sz * half[level]]) * room
        return place

    bars: list[Solid] = []
    for level in range(bays):
        for corner in range(4):
            bars.append(_bar(at(corner, level), at(corner, level + 1), thick))
            bars.append(_bar(at(corner, level), at(corner + 1, level + 1), thick * 0.45))
            bars.append(_bar(at(corner + 1, level), at(corner, level + 1), thick * 0.45))
            bars.append(_bar(at(corner, level + 1), at(corner + 1, level + 1), thick * 0.55))
    whole = union(bars)
    return thing.main(whole.trim_by_plane((0, 1, 0), 0.0).trim_by_plane((0, -1, 0), -thing.height))


def _bar(start: Values, end: Values, thick: float) -> Solid:
    """Return a square bar from point to point, its ends a little past them."""
    half = thick / 2
    cube = np.array([(sx, sy, sz) for sx in (-half, half) for sy in (-half, half) for sz in (-half, half)])
    return Solid.hull_points(np.vstack([cube + start, cube + end]))

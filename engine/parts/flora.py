"""Trees, fronds, cacti and blossoms that are closed solids."""

import numpy as np

from engine.parts.detail import Detail
from engine.parts.profiles import smooth
from engine.parts.repeats import many
from engine.parts.solids import Solid, ball, cylinder, ellipsoid, moved, ring_of, turned, union
from engine.parts.sweeping import loft, sweep, tube
from engine.parts.turning import flowing, spun
from engine.shapes import Points


def clump(width: float, height: float, depth: float, detail: Detail, random: np.random.Generator) -> Solid:
    """Return a mass of leaves around the origin: bunches that swell from a ball, as on a cauliflower."""
    count = 44 if detail.has_small_things else 14
    rise, turn = 1 - 2 * (np.arange(count) + 0.5) / count, np.arange(count) * 2.39996 + random.uniform(0.0, 6.0)
    girth = np.sqrt(1 - rise**2)
    bunches = np.column_stack([girth * np.cos(turn), rise, girth * np.sin(turn)]) + random.normal(0.0, 0.11, (count, 3))
    bunches /= np.linalg.norm(bunches, axis=1, keepdims=True)
    reach, swell = 2.3 / np.sqrt(count), random.uniform(0.1, 0.34, count)

    def roughen(points: Points) -> Points:
        away = np.linalg.norm(points[:, None, :] - bunches[None], axis=2) / reach
        out = (swell * np.sqrt(np.clip(1 - away**2, 0.0, 1.0))).max(axis=1)
        rough: Points = points * (1 + out)[:, None]
        return rough

    lump = ball(1.0, detail.around(36)).warp_batch(roughen)
    box = np.array(lump.bounding_box())
    middle = (box[:3] + box[3:]) / 2
    size = (box[3:] - box[:3]) / 2
    return lump.translate(tuple(-middle)).scale(tuple(np.array([width, height, depth]) / 2 / size))


def crown(radius: float, height: float, count: int, detail: Detail, random: np.random.Generator) -> Solid:
    """Return a crown of leaf masses about a middle one, its lowest point near y = 0."""
    masses = [moved(clump(radius * 1.35, height * 0.8, radius * 1.35, detail, random), y=height * 0.52)]
    for number in range(count):
        rise = (number + 0.5) / count
        turn = number * 2.39996 + random.uniform(-0.2, 0.2)
        girth = np.sqrt(max(1 - (2 * rise - 0.86) ** 2, 0.05))
        size = radius * random.uniform(0.5, 0.74)
        out = max(girth * radius - size * 0.5, 0.0)
        mass = clump(size, size * 0.82, size, detail, random)
        masses.append(moved(mass, x=out * np.cos(turn), y=height * (0.16 + 0.7 * rise), z=out * np.sin(turn)))
    return union(masses)


def above_root(crown_solid: Solid, low: float) -> Solid:
    """Return a crown raised to `low` with its weight right above the y axis."""
    mesh = crown_solid.to_mesh64()
    corners = np.asarray(mesh.vert_properties)[:, :3][np.asarray(mesh.tri_verts, dtype=np.int64)]
    volumes = np.einsum("ij,ij->i", corners[:, 0], np.cross(corners[:, 1], corners[:, 2]))
    middle = (corners.sum(axis=1) / 4 * volumes[:, None]).sum(axis=0) / volumes.sum()
    return crown_solid.translate((-float(middle[0]), low, -float(middle[2])))


def boughs(
    girth: float, height: float, spread: float, count: int, detail: Detail, random: np.random.Generator
) -> tuple[Solid, list[tuple[float, float, float]]]:
    """Return a trunk with roots and forking boughs, and where the boughs end."""
    sides = detail.around(14)
    lean = random.uniform(-0.04, 0.04, 2) * height
    spine = smooth(
        [
            (0, -height * 0.05, 0),
            (0, 0, 0),
            (lean[0], height * 0.3, lean[1]),
            (0, height * 0.62, 0),
            (0, height * 0.9, 0),
        ],
        6,
    )
    flare = 1 + 1.3 * np.exp(-np.linspace(0, 14, len(spine))) - 0.72 * np.linspace(0, 1, len(spine))
    solids = [tube(spine, girth, sides, scale=flare)]
    ends = []
    for number in range(count):
        turn = number * 2.39996 + random.uniform(-0.3, 0.3)
        low = height * (0.34 + 0.34 * number / max(count - 1, 1))
        out = spread * random.uniform(0.62, 0.86) * (1 - 0.3 * number / max(count - 1, 1))
        high = low + height * random.uniform(0.2, 0.32)
        end = (out * np.cos(turn), high, out * np.sin(turn))
        knee = (out * 0.5 * np.cos(turn), low + (high - low) * 0.34, out * 0.5 * np.sin(turn))
        line = smooth([(0.0, low, 0.0), knee, end], detail.along(5))
        solids.append(tube(line, girth * 0.46, max(6, sides - 4), scale=np.linspace(1.0, 0.42, len(line))))
        ends.append(end)
    return union(solids).trim_by_plane((0.0, 1.0, 0.0), 0.0), ends


def fir(radius: float, height: float, tiers: int, detail: Detail, random: np.random.Generator) -> Solid:
    """Return the drooping tiers of a conifer, standing on y = 0, its tip at `height`."""
    layers = []
    for number in range(tiers):
        share = number / tiers
        low, high = height * share * 0.94, height * min(share + 1.9 / tiers, 1.0)
        layers.append(_tier(radius * (1 - share) ** 0.9, low, high, detail, random))
    return union(layers)


def _tier(radius: float, low: float, high: float, detail: Detail, random: np.random.Generator) -> Solid:
    tall, points = high - low, max(9, round(15 * detail.fineness))
    phase = random.uniform(0, 2 * np.pi)
    skirt = flowing([(radius * 0.3, tall * 0.1), (radius, 0.0), (radius * 0.62, tall * 0.3), (radius * 0.26,
        tall * 0.7),
                     (radius * 0.03, tall)], detail.along(4))  # fmt: skip
    cone = spun(skirt, points * 4)
    uneven = random.uniform(0.8, 1.12, points)

    def comb(line: Points) -> Points:
        reach = np.hypot(line[:, 0], line[:, 2])
        turn = np.arctan2(line[:, 2], line[:, 0]) + phase
        which = np.floor(turn / (2 * np.pi) * points).astype(int) % points
        wave = np.abs(np.cos(turn * points / 2)) ** 0.7
        out = (reach / max(radius, 1e-9)) ** 0.8
        factor = 1 - out * 0.42 * wave + out * (uneven[which] - 1) * (1 - wave)
        return np.column_stack([line[:, 0] * factor, line[:, 1] - out * tall * 0.12 * (1 - wave), line[:, 2] * factor])

    return moved(cone.warp_batch(comb), y=low + tall * 0.04)


def frond(length: float, droop: float, leaflets: int, detail: Detail, *, breadth: float = 0.3) -> Solid:
    """Return a feathered leaf from the origin towards +z that rises and then hangs by `droop` of its length."""
    t = np.linspace(0.0, 1.0, detail.along(12) + 1)
    rib = np.column_stack([np.zeros(len(t)), length * (0.62 * t - droop * t**2.1), length * t * (1 - 0.1 * t * droop)])
    solids = [tube(rib, length * 0.012, 6, scale=1 - 0.8 * t)]
    places = np.linspace(0.14, 0.98, leaflets)
    for at in places:
        here = np.array([np.interp(at, t, rib[:, axis]) for axis in range(3)])
        size = length * breadth * np.sin(np.pi * (0.12 + 0.84 * at)) ** 0.7
        for hand in (-1.0, 1.0):
            solids.append(_blade(here, size, hand, length * 0.016 * (12 / leaflets) ** 0.3 + size * 0.03))
    return union(solids)


def _blade(root: np.ndarray, size: float, hand: float, half: float) -> Solid:
    """Return a thin pointed leaflet that leans forward and hangs a little."""
    forward = np.array([0.0, 0.0, 1.0])
    side = np.array([hand, -0.32, 0.62])
    side = side / np.linalg.norm(side)
    thick = np.array([0.0, half * 0.16, 0.0])
    middle, tip = root + side * size * 0.45, root + side * size
    rows = [
        root - forward * half * 0.6,
        root + forward * half * 0.6,
        middle - forward * half,
        middle + forward * half,
        tip,
    ]
    return Solid.hull_points(np.vstack([np.array(rows) + thick, np.array(rows) - thick]))


def ribbed_column(path: Points, radius: float, ribs: int, detail: Detail) -> Solid:
    """Return a cactus limb along a path: ribbed, its end round."""
    steps = max(2, detail.along(4)) * 2
    turn = np.linspace(0.0, 2 * np.pi, ribs * steps, endpoint=False)
    reach = radius * (1 - 0.16 * (0.5 - 0.5 * np.cos(turn * ribs)) ** 0.7)
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    left = np.clip((lengths[-1] - lengths) / radius, 0.0, 1.0)
    girth = np.maximum(np.sqrt(1 - (1 - left) ** 2), 0.04)
    return sweep(np.column_stack([reach * np.cos(turn), reach * np.sin(turn)]), path, scale=girth)


def with_round_end(points: list[tuple[float, float, float]], radius: float, detail: Detail) -> Points:
    """Return a smooth path whose last stretch has enough points for a round end."""
    line = smooth(points, detail.along(8))
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    dome = lengths[-1] - radius * (1 - np.sin(np.linspace(0.0, np.pi / 2, detail.along(8) + 1)))
    at = np.concatenate([lengths[lengths < lengths[-1] - radius * 1.02], dome])
    return np.column_stack([np.interp(at, lengths, line[:, axis]) for axis in range(3)])


def spines(path: Points, radius: float, ribs: int, size: float, every: float) -> Solid:
    """Return thorns along the ribs of a limb that stands upright."""
    low, high = float(path[0, 1]), float(path[-1, 1]) - radius * 0.4
    count = many((high - low) / every, least=2)
    thorn = turned(cylinder(size * 0.09, size, 5, top=size * 0.01), z=-90.0)
    one = []
    for level in np.linspace(low + every / 2, high, count):
        at = np.array([np.interp(level, path[:, 1], path[:, axis]) for axis in (0, 2)])
        for number in range(ribs):
            turn = 360.0 * number / ribs
            one.append(turned(moved(thorn, x=radius * 0.97), y=turn).translate((at[0], float(level), at[1])))
    return union(one)


def petal(length: float, width: float, detail: Detail, *, lift: float = 0.2) -> Solid:
    """Return a plain thin petal from the origin towards +z, broadest beyond its middle, its tip raised."""
    t = np.linspace(0.0, 1.0, detail.along(6) + 1)
    half = np.maximum(width / 2 * np.sin(np.pi * t**0.8 * 0.94) ** 0.7, width * 0.05)
    rise, thin = length * (0.3 * t * (1 - t) + lift * t**2), width * 0.05
    rings = [
        np.array([(b, y, z), (0.0, y + thin - 0.12 * b, z), (-b, y, z), (0.0, y - thin - 0.12 * b, z)])
        for b, y, z in zip(half, rise, t * length, strict=True)
    ]
    solid = loft(rings)
    return solid if solid.volume() > 0 else loft([ring[::-1] for ring in rings])


def rose(radius: float, detail: Detail) -> Solid:
    """Return a rose's head around the y axis: petals wrapped about a bud, outer ones turned out."""
    petals: list[Solid] = [
        moved(ellipsoid(radius * 0.5, radius * 0.9, radius * 0.5, detail.around(20)), y=radius * 0.5)
    ]
    for ring, (count, out, lean, size) in enumerate(
        ((3, 0.14, 0.0, 0.84), (4, 0.26, 10.0, 0.96), (5, 0.36, 26.0, 1.05))
    ):
        petal = _cupped(radius * size, detail)
        leaning = moved(turned(petal, x=lean), z=radius * out, y=radius * 0.1)
        petals.append(ring_of(leaning, count, first_deg=37.0 * ring))
    return union(petals)


def _cupped(size: float, detail: Detail) -> Solid:
    """Return an upright petal, hollow towards −z."""
    shell = ball(1.0, detail.around(24)) - moved(ball(0.94, detail.around(24)), z=-0.12)
    piece = shell ^ moved(ellipsoid(1.5, 2.3, 1.4, detail.around(20)), z=0.9)
    return moved(piece.scale((size * 0.6, size * 0.55, size * 0.5)), y=size * 0.45, z=-size * 0.32)


def tulip(radius: float, detail: Detail) -> Solid:
    """Return a tulip's cup of six petals standing on y = 0."""
    shell = ball(1.0, detail.around(24)) - moved(ball(0.93, detail.around(24)), z=-0.1)
    cup = shell ^ moved(ellipsoid(1.45, 2.6, 1.6, detail.around(20)), z=0.9)
    side = moved(cup.scale((radius * 0.95, radius * 1.15, radius * 0.85)), y=radius * 1.0, z=radius * 0.06)
    outer, inner = ring_of(side, 3), ring_of(side.scale((0.9, 1.03, 0.9)), 3, first_deg=60.0)
    core = moved(ellipsoid(radius, radius * 0.9, radius, detail.around(20)), y=radius * 0.4)
    return union((outer, inner, core))

"""Shapes cut from a board: any outline, its rims rounded; and arched plates as of a violin."""

import manifold3d
import numpy as np

from engine.parts.profiles import Flat, Pairs
from engine.parts.solids import Solid, from_arrays
from engine.parts.sweeping import loft


def looped(points: Pairs, steps: int) -> Flat:
    """Return a closed Catmull-Rom curve through `points`; a point given twice is a sharp corner."""
    knots = np.asarray(points, dtype=np.float64)
    before, after, later = np.roll(knots, 1, axis=0), np.roll(knots, -1, axis=0), np.roll(knots, -2, axis=0)
    t = np.linspace(0.0, 1.0, steps, endpoint=False)[None, :, None]
    start, end = knots[:, None], after[:, None]
    linear = end - before[:, None]
    square = 2 * before[:, None] - 5 * start + 4 * end - later[:, None]
    cube = 3 * start - before[:, None] - 3 * end + later[:, None]
    spans = 0.5 * (2 * start + linear * t + square * t**2 + cube * t**3)
    is_long = np.linalg.norm(after - knots, axis=1) > 1e-9
    return without_repeats(spans[is_long].reshape(-1, 2))


def without_repeats(line: Flat) -> Flat:
    """Return a closed line without points that repeat the one before."""
    gaps = np.linalg.norm(line - np.roll(line, 1, axis=0), axis=1)
    kept: Flat = line[gaps > 1e-6 * float(np.ptp(line, axis=0).max())]
    return kept


def counter_clockwise(line: Flat) -> Flat:
    """Return a closed line in the direction that has its inside on the left."""
    x, y = line.T
    return line if float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) > 0 else line[::-1]


def _inset(line: Flat, by: float) -> Flat:
    """Return a closed counter-clockwise line moved inwards, corner by corner."""
    ahead = np.roll(line, -1, axis=0) - line
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    inward = np.column_stack([-ahead[:, 1], ahead[:, 0]])
    mean = inward + np.roll(inward, 1, axis=0)
    reach = np.maximum((mean**2).sum(axis=1, keepdims=True) / 2, 0.35)
    moved: Flat = line + by * mean / reach
    return moved


def cut_out(line: Flat, depth: float, bevel: float, steps: int) -> Solid:
    """Return what is inside a closed line (x, y), `depth` thick and centred on z = 0, both rims rounded by `bevel`."""
    line = counter_clockwise(line)
    bevel = min(bevel, 0.49 * depth)
    angles = np.linspace(0.0, np.pi / 2, steps + 1) if bevel > 1e-7 else np.array([np.pi / 2])
    side = [(bevel * (1 - np.sin(a)), depth / 2 - bevel * (1 - np.cos(a))) for a in angles[::-1]]
    levels = [(inset, -z) for inset, z in side[::-1]] + side
    rings = [np.column_stack([_inset(line, inset), np.full(len(line), z)]) for inset, z in levels]
    return _capped(np.array(rings))


def _capped(rings: Flat) -> Solid:
    """Return the skin through flat rings, its ends closed by triangles between their own corners."""
    count, around, _ = rings.shape
    here = np.arange(around)
    there = (here + 1) % around
    faces = []
    for span in range(count - 1):
        low, high = span * around, (span + 1) * around
        faces.append(np.column_stack([low + here, low + there, high + there]))
        faces.append(np.column_stack([low + here, high + there, high + here]))
    cap = np.asarray(manifold3d.triangulate([rings[-1][:, :2]]))
    lid = np.asarray(manifold3d.triangulate([rings[0][:, :2]]))
    return from_arrays(rings.reshape(-1, 3), np.vstack([*faces, cap + (count - 1) * around, lid[:, ::-1]]))


def arched(line: Flat, rib: float, arch: float, overhang: float, steps: int) -> Solid:
    """Return a board whose front and back swell by `arch` over a side `rib` high, the rims standing out a little.

    The line must be seen whole from the origin.
    """
    line = counter_clockwise(line)
    shares = np.linspace(0.0, 1.0, steps + 1)
    front = [(1.0 - share * 0.96, rib / 2 + arch * _swell(share)) for share in shares]
    edge = rib * 0.09
    rim = [(1.0 - overhang, rib / 2 - edge), (1.0, rib / 2 - edge * 0.8), (1.0, rib / 2 - edge * 0.2)]
    half = rim + front
    levels = [(scale, -z) for scale, z in half[::-1]] + half
    return loft([np.column_stack([line * scale, np.full(len(line), z)]) for scale, z in levels])


def _swell(share: float) -> float:
    """Return the height of an arched plate from its rim (0) to its middle (1): first a shallow channel."""
    return float(0.5 - 0.5 * np.cos(np.pi * share**0.8) - 0.12 * np.sin(np.pi * min(1.0, share * 4)) * (share < 0.25))

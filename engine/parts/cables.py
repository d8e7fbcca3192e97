"""Cables, cords and hoses along a path."""

import numpy as np

from engine.parts.detail import Detail
from engine.parts.profiles import Flat, Pairs, smooth
from engine.parts.solids import Solid, union
from engine.parts.sweeping import tube


def evenly(path: Pairs, count: int) -> Flat:
    """Return `count` + 1 points at equal distances along a line."""
    line = np.asarray(path, dtype=np.float64)
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at = np.linspace(0.0, lengths[-1], count + 1)
    return np.column_stack([np.interp(at, lengths, line[:, axis]) for axis in range(3)])


def length_of(path: Pairs) -> float:
    """Return the length of a line."""
    return float(np.linalg.norm(np.diff(np.asarray(path, dtype=np.float64), axis=0), axis=1).sum())


def catenary(span: float, sag: float, steps: int) -> Flat:
    """Return the line of a rope between (±span/2, sag, 0) whose lowest point is the origin."""
    low, high = 1e-3 * span, 1e4 * span
    for _ in range(80):
        middle = float(np.sqrt(low * high))
        hangs = middle * (np.cosh(min(span / (2 * middle), 60.0)) - 1.0)
        low, high = (middle, high) if hangs > sag else (low, middle)
    x = np.linspace(-span / 2, span / 2, steps + 1)
    rise = np.cosh(np.minimum(np.abs(x) / high, 60.0)) - 1.0
    return np.column_stack([x, rise / max(rise[0], 1e-12) * sag, np.zeros(steps + 1)])


def hose(path: Pairs, radius: float, detail: Detail, *, ribs_per_radius: float = 0.9) -> Solid:
    """Return a corrugated hose along a path, rounded outwards at every rib."""
    line = np.asarray(path, dtype=np.float64)
    ribs = max(3, min(240, round(length_of(line) / radius * ribs_per_radius)))
    steps = ribs * (4 if detail.has_small_things else 2)
    scale = 1.0 - 0.13 * (0.5 + 0.5 * np.cos(np.linspace(0.0, 2 * np.pi * ribs, steps + 1)))
    return tube(evenly(line, steps), radius, detail.around(16), scale=scale)


def coiled_cord(path: Pairs, radius: float, wire: float, detail: Detail) -> Solid:
    """Return a cord wound around a path like that of a telephone, its two ends on the path."""
    line = np.asarray(path, dtype=np.float64)
    turns = max(3, min(90, round(length_of(line) / (wire * 1.35))))
    steps = turns * detail.along(14)
    middle = evenly(line, steps)
    ahead = np.gradient(middle, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    side = np.cross(ahead, [0.0, 0.0, 1.0])
    side = np.where(np.linalg.norm(side, axis=1, keepdims=True) < 0.2, np.cross(ahead, [0.0, 1.0, 0.0]), side)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    up = np.cross(side, ahead)
    angle = np.linspace(0.0, 2 * np.pi * turns, steps + 1)[:, None]
    reach = (radius - wire / 2) * np.clip(np.minimum(np.arange(steps + 1), np.arange(steps + 1)[::-1]) / 8, 0, 1)[
        :, None
    ]
    return tube(middle + reach * (np.cos(angle) * side + np.sin(angle) * up), wire / 2, max(6, detail.around(12) // 2))


def bundle(path: Pairs, radius: float, strands: int, turns: float, detail: Detail) -> Solid:
    """Return strands twisted around each other along a path: a rope."""
    line = np.asarray(path, dtype=np.float64)
    steps = max(8, detail.along(round(14 * turns)))
    middle = smooth(evenly(line, max(4, steps // 3)), 3)
    t = np.linspace(0.0, 1.0, len(middle))
    ahead = np.gradient(middle, axis=0)
    side = np.cross(ahead, [0.0, 0.31, 0.95])
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    up = np.cross(side, ahead / np.linalg.norm(ahead, axis=1, keepdims=True))
    thick = radius / (1 + 1 / np.sin(np.pi / max(strands, 2))) * 1.12
    made = []
    for strand in range(strands):
        angle = (2 * np.pi * (turns * t + strand / strands))[:, None]
        made.append(tube(middle + (radius - thick) * (np.cos(angle) * side + np.sin(angle) * up), thick, 10))
    return union(made)

"""Solids that follow a line: tubes, coils, swept sections, and lofts through rings."""

from collections.abc import Sequence

import numpy as np

from engine.parts.profiles import Flat, Pairs, arc
from engine.parts.solids import Solid, from_arrays
from engine.shapes import Points


def loft(rings: Sequence[Points] | Points, *, closed: bool = False) -> Solid:
    """Return the skin through `rings` of equal length; the ends are capped to their centres unless `closed`.

    Parameters
    ----------
    rings : (n, k, 3) float64
        Each ring counter-clockwise when looked at against the direction of travel.
    """
    stack = np.asarray(rings, dtype=np.float64)
    count, around, _ = stack.shape
    points = stack.reshape(-1, 3)
    spans = np.arange(count if closed else count - 1)
    faces = [_strip(span * around, ((span + 1) % count) * around, around) for span in spans]
    if not closed:
        points = np.vstack([points, stack[0].mean(axis=0), stack[-1].mean(axis=0)])
        faces += [_fan(0, around, len(points) - 2, flip=True), _fan((count - 1) * around, around, len(points) - 1)]
    return from_arrays(points, np.vstack(faces))


def _strip(low: int, high: int, around: int) -> np.ndarray:
    here = np.arange(around)
    there = (here + 1) % around
    return np.vstack(
        [
            np.column_stack([low + here, low + there, high + there]),
            np.column_stack([low + here, high + there, high + here]),
        ]
    )


def _fan(first: int, around: int, centre: int, *, flip: bool = False) -> np.ndarray:
    here = np.arange(around)
    there = (here + 1) % around
    sides = (there, here) if flip else (here, there)
    return np.column_stack([first + sides[0], first + sides[1], np.full(around, centre)])


def sweep(section: Pairs, path: Pairs, *, closed: bool = False, scale: Flat | None = None) -> Solid:
    """Return a flat section carried along a path without twisting.

    `scale` widens it at each point of the path: one factor, or one for each of the section's coordinates.
    """
    line = np.asarray(path, dtype=np.float64)
    outline = _counter_clockwise(np.asarray(section, dtype=np.float64))
    across, up = _frames(line, closed=closed)
    factor = np.ones((len(line), 2)) if scale is None else np.broadcast_to(scale.reshape(len(line), -1), (len(line), 2))
    rings = (
        line[:, None, :]
        + outline[None, :, :1] * across[:, None, :] * factor[:, None, :1]
        + outline[None, :, 1:] * up[:, None, :] * factor[:, None, 1:]
    )
    return loft(rings, closed=closed)


def _counter_clockwise(outline: Flat) -> Flat:
    x, y = outline.T
    area = np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)
    return outline if area > 0 else outline[::-1]


def _frames(line: Points, *, closed: bool) -> tuple[Points, Points]:
    """Return two unit directions across the path at each point, carried along by the smallest turn."""
    ahead = np.roll(line, -1, axis=0) - np.roll(line, 1, axis=0) if closed else np.gradient(line, axis=0)
    ahead = ahead / np.linalg.norm(ahead, axis=1, keepdims=True)
    start = np.array([0.0, 1.0, 0.0]) if abs(ahead[0, 1]) < 0.9 else np.array([0.0, 0.0, 1.0])
    ups = [_across(start, ahead[0])]
    for direction in ahead[1:]:
        ups.append(_across(ups[-1], direction))
    up = np.array(ups)
    if closed:
        up = _untwisted(up, ahead)
    return np.cross(up, ahead), up


def _across(vector: Flat, direction: Flat) -> Flat:
    flat = vector - direction * float(vector @ direction)
    unit: Flat = flat / np.linalg.norm(flat)
    return unit


def _untwisted(up: Points, ahead: Points) -> Points:
    """Return the frames of a closed path with the twist between end and start spread along it."""
    last = _across(up[-1], ahead[0])
    side = np.cross(up[0], ahead[0])
    twist = np.arctan2(float(last @ side), float(last @ up[0]))
    angles = -twist * np.arange(len(up)) / len(up)
    sides = np.cross(up, ahead)
    turned: Points = up * np.cos(angles)[:, None] + sides * np.sin(angles)[:, None]
    return turned


def tube(path: Pairs, radius: float, sides: int = 12, *, closed: bool = False, scale: Flat | None = None) -> Solid:
    """Return a round tube along a path."""
    return sweep(arc(radius, 0.0, 360.0, sides)[:-1], path, closed=closed, scale=scale)


def coil(radius: float, height: float, turns: float, wire: float, steps: int, sides: int = 8) -> Solid:
    """Return a coil spring of round wire standing on y = 0, its ends half a wire inside its height."""
    angles = np.linspace(0.0, 2 * np.pi * turns, max(steps, 8))
    rise = np.linspace(wire / 2, height - wire / 2, len(angles))
    path = np.column_stack([(radius - wire / 2) * np.cos(angles), rise, (radius - wire / 2) * np.sin(angles)])
    return tube(path, wire / 2, sides)


def spiral(inner: float, outer: float, turns: float, width: float, thickness: float, steps: int) -> Solid:
    """Return a flat spiral of ribbon (a hairspring) lying around the y axis, centred on y = 0."""
    angles = np.linspace(0.0, 2 * np.pi * turns, steps)
    radii = np.linspace(inner, outer, steps)
    path = np.column_stack([radii * np.cos(angles), np.zeros(steps), radii * np.sin(angles)])
    half = np.array(
        [
            (-width / 2, -thickness / 2),
            (width / 2, -thickness / 2),
            (width / 2, thickness / 2),
            (-width / 2, thickness / 2),
        ]
    )
    return sweep(half, path)


def oval_link(length: float, width: float, wire: float, steps: int = 20, sides: int = 8) -> Solid:
    """Return a chain link lying along z in the plane y = 0."""
    half, straight = (width - wire) / 2, (length - width) / 2
    front = arc(half, 0.0, 180.0, steps // 2, (0.0, straight))
    back = arc(half, 180.0, 360.0, steps // 2, (0.0, -straight))
    flat = np.vstack([front, back])
    path = np.column_stack([flat[:, 0], np.zeros(len(flat)), flat[:, 1]])
    return tube(path, wire / 2, sides, closed=True)

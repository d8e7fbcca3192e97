"""Flat outlines, and how they become solids by being pushed along an axis."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from manifold3d import CrossSection, FillRule, JoinType
from numpy.typing import NDArray

from engine.parts.solids import Solid, hull_of, union, upright

Outline: TypeAlias = CrossSection
Flat = NDArray[np.float64]
Pairs = Sequence[Sequence[float]] | Flat


def polygon(points: Pairs) -> Outline:
    """Return the area inside a closed line, whichever way round it is given."""
    return CrossSection([np.asarray(points, dtype=np.float64)], FillRule.NonZero)


def rectangle(width: float, height: float) -> Outline:
    """Return a rectangle around the origin."""
    return CrossSection.square((width, height), True)


def circle(radius: float, segments: int) -> Outline:
    """Return a disc around the origin."""
    return CrossSection.circle(radius, segments)


def annulus(outer: float, inner: float, segments: int) -> Outline:
    """Return a flat ring around the origin."""
    return circle(outer, segments) - circle(inner, segments)


def rounded_rectangle(width: float, height: float, radius: float, segments: int = 24) -> Outline:
    """Return a rectangle around the origin with round corners."""
    radius = min(radius, 0.499 * min(width, height))
    if radius <= 1e-6:
        return rectangle(width, height)
    return rectangle(width - 2 * radius, height - 2 * radius).offset(radius, JoinType.Round, 2.0, max(8, segments))


def eased(outline: Outline, radius: float, segments: int = 16) -> Outline:
    """Return the outline with its outward corners rounded."""
    return outline.offset(-radius, JoinType.Round, 2.0, segments).offset(radius, JoinType.Round, 2.0, segments)


def bar(start: tuple[float, float], end: tuple[float, float], width: float, end_width: float | None = None) -> Outline:
    """Return a straight stroke from `start` to `end`."""
    first, last = np.asarray(start), np.asarray(end)
    along = (last - first) / np.linalg.norm(last - first)
    side = np.array([-along[1], along[0]])
    wide, narrow = width / 2, (width if end_width is None else end_width) / 2
    return polygon(np.array([first - side * wide, last - side * narrow, last + side * narrow, first + side * wide]))


def smooth(points: Pairs, steps: int) -> Flat:
    """Return a Catmull-Rom curve through `points` (any number of coordinates), `steps` a span."""
    knots = np.asarray(points, dtype=np.float64)
    padded = np.vstack([2 * knots[0] - knots[1], knots, 2 * knots[-1] - knots[-2]])
    t = np.linspace(0.0, 1.0, steps, endpoint=False)[:, None]
    spans = [_span(padded[i : i + 4], t) for i in range(len(knots) - 1)]
    return np.vstack([*spans, knots[-1:]])


def _span(four: Flat, t: Flat) -> Flat:
    before, start, end, after = four
    linear = end - before
    square = 2 * before - 5 * start + 4 * end - after
    cube = 3 * start - before - 3 * end + after
    curve: Flat = 0.5 * (2 * start + linear * t + square * t**2 + cube * t**3)
    return curve


def arc(radius: float, from_deg: float, to_deg: float, steps: int, centre: tuple[float, float] = (0.0, 0.0)) -> Flat:
    """Return points on a circle's arc, both ends included."""
    angles = np.radians(np.linspace(from_deg, to_deg, steps + 1))
    return np.column_stack([centre[0] + radius * np.cos(angles), centre[1] + radius * np.sin(angles)])


def standing(outline: Outline, height: float) -> Solid:
    """Return a plan pushed up from y = 0; the plan's y is −z."""
    return upright(outline.extrude(height))


def facing(outline: Outline, depth: float) -> Solid:
    """Return an elevation (x, y) made `depth` thick, centred on z = 0."""
    return outline.extrude(depth).translate((0.0, 0.0, -depth / 2))


def sideways(outline: Outline, width: float) -> Solid:
    """Return a side view, its first coordinate z and its second y, made `width` wide, centred on x = 0."""
    return outline.extrude(width).translate((0.0, 0.0, -width / 2)).rotate((0.0, -90.0, 0.0))


def bevelled(outline: Outline, height: float, bevel: float, steps: int = 2) -> Solid:
    """Return a plan pushed up with its top edge rounded off by `bevel`."""
    bevel = min(bevel, 0.9 * height)
    layers = [outline.extrude(height - bevel)]
    for step in range(steps):
        angle = np.pi / 2 * (step + 1) / steps
        shrunk = outline.offset(-bevel * (1 - np.cos(angle - np.pi / 4 / steps)), JoinType.Miter, 2.0)
        layers.append(shrunk.extrude(height - bevel + bevel * np.sin(angle)))
    return upright(union([layer for layer in layers if not layer.is_empty()]))


def bevelled_outline(outline: Outline, height: float, bevel: float, steps: int = 2) -> Solid:
    """Return a plan pushed up with both its rims rounded off by `bevel` (for convex plans)."""
    angles = np.linspace(0.0, np.pi / 2, steps + 1)
    layers = [
        standing(
            outline.offset(-bevel * (1 - np.sin(a)), JoinType.Miter, 2.0),
            max(height - 2 * bevel * (1 - np.cos(a)), 1e-6),
        ).translate((0.0, bevel * (1 - np.cos(a)), 0.0))
        for a in angles
    ]
    return hull_of(layers)

"""Moulded housings, side profiles, knobs, digits and louvres: what appliances and devices have in common."""

from collections.abc import Sequence

import numpy as np
from manifold3d import OpType

from engine.parts.detail import Detail
from engine.parts.profiles import Flat, Outline, Pairs, circle, facing, polygon, rectangle, rounded_rectangle, smooth
from engine.parts.solids import Solid, block, hull_of, moved, ring_of, rod, rounded_box, turned, union
from engine.parts.turning import disc
from engine.shapes import Points


def pod(
    width: float, height: float, depth: float, corner: float, edge: float, detail: Detail,
    *, taper: float = 1.0, lean: float = 0.0, low_edge: float | None = None,
) -> Solid:  # fmt: skip
    """Return a standing housing: round corners in plan, softened rims, its top `taper` as large and moved by `lean`.

    `lean` is metres along z; `low_edge` softens the bottom differently from the top.
    """
    edge = min(edge, 0.49 * height, 0.49 * min(width, depth) * min(taper, 1.0))
    low = min(edge if low_edge is None else low_edge, 0.49 * height, 0.49 * min(width, depth))
    angles = np.linspace(0.0, np.pi / 2, detail.bevel + 1)
    rows = [(low * (1 - np.sin(a)), low * (1 - np.cos(a))) for a in angles]
    rows += [(edge * (1 - np.sin(a)), height - edge * (1 - np.cos(a))) for a in angles]
    rings = [_plan_ring(width, depth, corner, inset, y, detail) for inset, y in rows]
    return Solid.hull_points(np.vstack([_tapered(ring, height, taper, lean) for ring in rings]))


def _plan_ring(width: float, depth: float, corner: float, inset: float, y: float, detail: Detail) -> Points:
    small = min(width, depth) - 2 * inset
    plan = rounded_rectangle(
        max(width - 2 * inset, 1e-5), max(depth - 2 * inset, 1e-5), min(max(corner - inset, 0.0), 0.499 * small),
        detail.around(32),
    )  # fmt: skip
    outline: Flat = plan.to_polygons()[0]
    return np.column_stack([outline[:, 0], np.full(len(outline), y), -outline[:, 1]])


def _tapered(ring: Points, height: float, taper: float, lean: float) -> Points:
    share = ring[:, 1] / height
    factor = 1 + (taper - 1) * share
    return np.column_stack([ring[:, 0] * factor, ring[:, 1], ring[:, 2] * factor + lean * share])


def side_body(outline: Pairs, width: float, edge: float, detail: Detail, *, is_smooth: bool = False) -> Solid:
    """Return a side view of (z, y) points made `width` wide along x, its two flanks softened by `edge`."""
    line = np.asarray(outline, dtype=np.float64)
    if is_smooth:
        steps = detail.along(6)
        line = smooth(np.vstack([line[-1:], line, line[:2]]), steps)[steps:-steps]
    view = polygon(line)
    edge = min(edge, 0.3 * width)
    layers = [_flank(view, width, edge, a) for a in np.linspace(0.0, np.pi / 2, detail.bevel + 1)]
    solids = [layer for layer in layers if not layer.is_empty()]
    is_convex = view.hull().area() < 1.004 * view.area()
    return turned(hull_of(solids) if is_convex else union(solids), y=-90.0)


def _flank(view: Outline, width: float, edge: float, angle: float) -> Solid:
    inset, rise = edge * (1 - np.sin(angle)), edge * (1 - np.cos(angle))
    shrunk = view.offset(-inset) if inset > 1e-9 else view
    return facing(shrunk, width - 2 * rise)


def knob(radius: float, depth: float, detail: Detail) -> tuple[Solid, Solid]:
    """Return a ribbed knob that stands out to +z from z = 0, and the mark on its face."""
    body = disc(radius, depth, detail.around(36), edge=depth * 0.18, steps=detail.bevel)
    if detail.has_small_things:
        rib = moved(rod(radius * 0.07, depth * 0.7, 8, axis="y"), x=radius, y=depth * 0.42)
        body = union((body, ring_of(rib, 18)))
    mark = moved(block(radius * 0.16, radius * 0.62, depth * 0.14), y=radius * 0.22, z=depth * 0.98)
    return turned(body, x=90.0), mark


# The lit segments of each sign: top, upper right, lower right, bottom, lower left, upper left, middle.
_SEGMENTS = {
    "0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc", "7": "abc",
    "8": "abcdefg", "9": "abcdfg", "-": "g", "e": "afged", "c": "afed", "h": "fegbc", "l": "fed", "o": "gced", " ": "",
}  # fmt: skip


def digits(text: str, height: float) -> Outline | None:
    """Return signs of seven segments as a flat outline around the origin; `:`, `.` and `°` are small marks."""
    width, thick, at = height * 0.52, height * 0.11, 0.0
    strokes: list[Outline] = []
    for sign in text.lower():
        is_mark = sign in ":.°"
        found = _marks(sign, height, thick) if is_mark else _signs(sign, width, height, thick)
        strokes += [stroke.translate((at, 0.0)) for stroke in found]
        at += height * 0.26 if is_mark else width + height * 0.2
    if not strokes:
        return None
    whole = Outline.batch_boolean(strokes, OpType.Add)
    left, low, right, high = whole.bounds()
    return whole.translate((-(left + right) / 2, -(low + high) / 2))


def _signs(sign: str, width: float, height: float, thick: float) -> list[Outline]:
    lit, half = _SEGMENTS.get(sign, "g"), height / 2
    lying = {"a": half - thick / 2, "g": 0.0, "d": -half + thick / 2}
    upright = {"f": (0.0, 1), "b": (width - thick, 1), "e": (0.0, -1), "c": (width - thick, -1)}
    flat = rectangle(width - 2.4 * thick, thick)
    tall = rectangle(thick, half - 1.3 * thick)
    found = [flat.translate((width / 2 - thick / 2, y)) for name, y in lying.items() if name in lit]
    lift = half / 2 - thick * 0.25
    return found + [tall.translate((x, side * lift)) for name, (x, side) in upright.items() if name in lit]


def _marks(sign: str, height: float, thick: float) -> list[Outline]:
    if sign == "°":
        return [
            circle(thick * 1.2, 16).translate((0.0, height * 0.42))
            - circle(thick * 0.5, 16).translate((0.0, height * 0.42))
        ]
    heights = (0.2, -0.2) if sign == ":" else (-0.5 + thick / height / 2,)
    return [rectangle(thick, thick).translate((0.0, height * y)) for y in heights]


def louvres(width: float, height: float, depth: float, count: int, *, tilt_deg: float = 35.0) -> Solid:
    """Return `count` slats along x, one above the other, standing on y = 0, centred on z = 0."""
    pitch = height / count
    slat = turned(moved(rounded_box(width, pitch * 0.16, depth * 0.9, pitch * 0.06, 1), y=-pitch * 0.08), x=tilt_deg)
    return union([moved(slat, y=pitch * (step + 0.5)) for step in range(count)])


def grid(size: tuple[float, float], counts: tuple[int, int], share: float, round_share: float = 0.3) -> Outline:
    """Return columns × rows of round-cornered cells around the origin; `share` of each pitch is filled."""
    pitch = (size[0] / counts[0], size[1] / counts[1])
    cell = rounded_rectangle(pitch[0] * share, pitch[1] * share, min(pitch) * share * round_share, 12)
    places: Sequence[tuple[float, float]] = [
        ((column - (counts[0] - 1) / 2) * pitch[0], (row - (counts[1] - 1) / 2) * pitch[1])
        for column in range(counts[0])
        for row in range(counts[1])
    ]
    return Outline.batch_boolean([cell.translate(place) for place in places], OpType.Add)

"""Roofs: sheets bent over a line that is pushed along x, and hipped ones built up of courses."""

import itertools

import numpy as np

from engine.parts.profiles import Flat, Outline, arc, polygon, rectangle, sideways
from engine.parts.solids import Solid, block, copies, moved, union

COURSE_M = 0.32
FORMS = ("gable", "gambrel", "shed", "sawtooth", "barrel", "butterfly", "swept", "asymmetric")
HIPPED = ("hip", "pyramid", "mansard", "pagoda")


def line_of(form: str, teeth: int = 3) -> Flat:
    """Return the line of a roof's top from back to front, z in −1 … 1 and y in 0 … 1."""
    if form == "sawtooth":
        step = 2.0 / teeth
        return np.array([(-1 + step * i + dz * step, y) for i in range(teeth) for dz, y in ((0.0, 1.0), (0.98, 0.12))])
    if form == "barrel":
        return arc(1.0, 180.0, 0.0, 18)
    if form == "swept":
        z = np.linspace(-1.0, 1.0, 17)
        return np.column_stack([z, (1 - np.abs(z)) ** 1.35])
    lines = {
        "gambrel": [(-1, 0), (-0.66, 0.62), (0, 1), (0.66, 0.62), (1, 0)],
        "shed": [(-1, 1), (1, 0.0)],
        "butterfly": [(-1, 1), (-0.15, 0.1), (1, 0.75)],
        "asymmetric": [(-1, 0), (-0.35, 1), (1, 0.18)],
    }
    return np.array(lines.get(form, [(-1, 0), (0, 1), (1, 0)]), dtype=np.float64)


def sheet(line: Flat, width: float, thick: float, covering: str, *, fine: bool) -> Solid:
    """Return a roof `thick` deep over a line of (z, y), covered with tiles, seams, planks, thatch or nothing."""
    top = _coursed(line, thick) if covering == "tiles" and fine else line
    body = sideways(_band(top, line - np.array([0.0, thick])), width)
    if covering in ("seams", "planks"):
        pitch, wide = (0.45, 0.05) if covering == "seams" else (0.28, 0.24)
        count = max(2, min(60, round(width / pitch)))
        rib = sideways(_band(line + np.array([0.0, thick * 0.45]), line - np.array([0.0, thick * 0.5])), wide)
        body = union([body, copies(rib, [((width - wide) * (i / count - 0.5), 0.0, 0.0) for i in range(count + 1)])])
    return body


def _band(top: Flat, under: Flat) -> Outline:
    return polygon(np.vstack([top, under[::-1]]))


def _coursed(line: Flat, thick: float) -> Flat:
    """Return the line in steps, each course lapping over the one below it."""
    points: list[Flat] = [line[:1]]
    for start, end in itertools.pairwise(line):
        span = end - start
        count = max(1, min(30, round(float(np.hypot(*span)) / COURSE_M)))
        if span[1] == 0 or count < 3:
            points.append(end[None])
            continue
        lift = np.array([0.0, thick * 0.45])
        for step in range(count):
            low, high = (step, step + 1) if span[1] > 0 else (step + 1, step)
            at_low, at_high = start + span * low / count, start + span * high / count
            lap = [at_low + lift, at_high] if span[1] > 0 else [at_high, at_low + lift]
            points.append(np.array(lap) + np.array([0.0, 1e-4 * step]))
        points.append(end[None])
    return np.vstack(points)


def filling(line: Flat, width: float, thick: float, inside: float) -> Solid:
    """Return the walls under a roof's line, as deep as `inside`, down to the lowest edge of the roof."""
    low = float(line[:, 1].min()) - thick
    under = line - np.array([0.0, thick * 0.6])
    area = polygon(np.vstack([under, [[line[-1, 0], low], [line[0, 0], low]]]))
    depth = float(line[-1, 0] - line[0, 0])
    middle = float(line[-1, 0] + line[0, 0]) / 2
    return sideways(area ^ rectangle(min(inside, depth), 1e3).translate((middle, 0.0)), width)


def ridge(line: Flat, width: float, thick: float) -> Solid:
    """Return the capping of a ridge: a low roof of its own along the highest line."""
    z, y = line[int(np.argmax(line[:, 1]))]
    cap = polygon([(-thick * 1.2, -thick * 0.6), (0.0, thick * 0.75), (thick * 1.2, -thick * 0.6)])
    return moved(sideways(cap, width), y=float(y), z=float(z))


def hipped(width: float, height: float, depth: float, form: str, *, tiled: bool) -> Solid:
    """Return a roof with four slopes, filled, built up of courses that lap over one another."""
    count = max(3, min(26, round(height / COURSE_M / 0.7))) if tiled or form == "pagoda" else 1
    levels = _levels(form, count)
    layers = []
    for (low, shrink), (high, shrink_next) in itertools.pairwise(levels):
        lap = 0.03 if tiled else 0.0
        layers.append(
            Solid.hull_points(np.vstack([_ring(width, depth, height * low, shrink, form, lap), _ring(width, depth,
            height * high, shrink_next, form, 0.0) ])),
        )  # fmt: skip
    return union([*layers, block(width, 0.06 * height, depth)])


def _levels(form: str, count: int) -> list[tuple[float, float]]:
    """Return heights and how far each ring has drawn in, both from 0 to 1."""
    rises = np.linspace(0.0, 1.0, count + 1)
    if form == "mansard":
        steep = [(float(y) * 0.72, float(y) * 0.24) for y in np.linspace(0.0, 1.0, max(count, 2))]
        return [*steep, (1.0, 0.9)]
    if form == "pagoda":
        return [(float(y), float(1 - (1 - y) ** 1.6)) for y in rises]
    return [(float(y), float(y)) for y in rises]


def _ring(width: float, depth: float, y: float, shrink: float, form: str, lap: float) -> Flat:
    shrink = min(shrink, 0.985)
    half_d = depth / 2 * (1 - shrink) + lap
    pulled = depth / 2 if form in ("hip", "pagoda") and width > depth else width / 2
    half_w = width / 2 - pulled * shrink + lap
    return np.array([(x * half_w, y, z * half_d) for x in (-1, 1) for z in (-1, 1)])

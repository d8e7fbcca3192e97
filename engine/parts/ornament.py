"""Solids of applied ornament, each flat on the plane z = 0 and `depth` thick around it."""

import numpy as np
from manifold3d import OpType

from engine.parts.detail import Detail
from engine.parts.profiles import Outline, arc, circle, facing, polygon, rectangle
from engine.parts.relief import stud
from engine.parts.solids import Solid, moved, union


def corner(reach: float, depth: float, form: str, detail: Detail) -> Solid:
    """Return a plate in the corner at the origin, towards +x and +y: `plate` (hollowed, one screw) or `bracket` (L)."""
    if form == "bracket":
        leg = reach * 0.3
        outline = polygon([(0, 0), (reach, 0), (reach, leg), (leg, leg), (leg, reach), (0, reach)])
        places = [(reach * 0.78, leg / 2), (leg / 2, reach * 0.78)]
        head = leg * 0.3
    else:
        hollow = circle(reach * 0.62, detail.around(24)).translate((reach * 1.02, reach * 1.02))
        outline = polygon([(0, 0), (reach, 0), (reach, reach), (0, reach)]) - hollow
        places, head = [(reach * 0.3, reach * 0.3)], reach * 0.14
    plate = moved(facing(outline, depth * 0.75), z=-depth * 0.125)
    screws = [moved(stud(head, depth * 0.8, "screw", detail), x=x, y=y, z=depth * 0.1) for x, y in places]
    return union([plate, *screws])


def strap(width: float, height: float, depth: float, nails: int, detail: Detail) -> Solid:
    """Return an iron strap along x with spear-shaped ends and the heads of nails."""
    x, y, point = width / 2, height / 2, min(height * 0.9, width * 0.2)
    neck = y * 0.6
    half = [(-x + point * 2, y), (-x + point * 1.3, neck), (-x + point * 0.8, y), (-x, 0.0)]
    if width < 5 * point:
        half = [(-x + point, y), (-x, 0.0)]
    left = [*half, *[(px, -py) for px, py in half[-2::-1]]]
    right = [(-px, -py) for px, py in left]
    plate = moved(facing(polygon([*left, *right]), depth * 0.6), z=-depth * 0.2)
    span = width - 3.2 * point if width >= 5 * point else width * 0.5
    places = np.linspace(-span / 2, span / 2, nails) if nails > 1 else np.zeros(1)
    heads = [moved(stud(height * 0.24, depth * 0.8, "nail", detail), x=float(at), z=depth * 0.1) for at in places]
    return union([plate, *heads])


def beaded_frame(width: float, height: float, depth: float, border: float, detail: Detail) -> Solid:
    """Return a frame of stepped section with a boss on each corner."""
    inner = (width - border, height - border)
    low = _ring(inner[0], inner[1], border, depth * 0.6)
    high = _ring(inner[0] - border * 0.5, inner[1] - border * 0.5, border * 0.5, depth * 0.8)
    boss = moved(stud(border, depth * 0.9, "dome", detail), z=depth * 0.04)
    corners = [moved(boss, x=x * (width / 2 - border), y=y * (height / 2 - border)) for x in (-1, 1) for y in (-1, 1)]
    return union([moved(low, z=-depth * 0.2), moved(high, z=depth * 0.1), *corners])


def _ring(width: float, height: float, border: float, depth: float) -> Solid:
    return facing(rectangle(width, height) - rectangle(width - 2 * border, height - 2 * border), depth)


def pointed_arch(width: float, height: float, border: float, detail: Detail) -> Outline:
    """Return the outline of a lancet arch around the origin, open within its border, with a round eye in its head."""
    whole = lancet(width, height, detail)
    inner = lancet(width - 2 * border, height - 2 * border, detail)
    eye = min(width, height) * 0.17
    low = height * 0.5 - width * 0.54
    ring = (circle(eye, detail.around(24)) - circle(max(eye - border, eye * 0.4), detail.around(24))).translate(
        (0, low)
    )
    mullion = rectangle(border, height).translate((0, low - eye - height / 2 + border * 0.5))
    return (whole - inner) + (ring ^ whole) + (mullion ^ whole)


def lancet(width: float, height: float, detail: Detail) -> Outline:
    """Return a pointed arch: two arcs whose radius is the width, on upright sides; a flat one where it is too low."""
    steps, half = detail.along(8), width / 2
    rise = min(width * 0.866, height * 0.8)
    right = arc(width, 0.0, 60.0, steps, (-half, 0.0)) * np.array([1.0, rise / (width * 0.866)])
    spring = height / 2 - rise
    right[:, 1] += spring
    left = right[::-1] * np.array([-1.0, 1.0])
    return polygon(np.vstack([[(half, -height / 2)], right, left[1:], [(-half, -height / 2)]]))


def lattice_bars(width: float, height: float, depth: float, border: float) -> Solid:
    """Return a frame of slats that cross at right angles."""
    columns, rows = (max(2, min(9, round(side / (border * 7)))) for side in (width, height))
    slat = border * 0.7
    upright = [rectangle(slat, height).translate((width * (step / columns - 0.5), 0.0)) for step in range(1, columns)]
    across = [rectangle(width, slat).translate((0.0, height * (step / rows - 0.5))) for step in range(1, rows)]
    ring = rectangle(width, height) - rectangle(width - 2 * border, height - 2 * border)
    flat = Outline.batch_boolean([ring, *upright, *across], OpType.Add)
    return facing(flat, depth)

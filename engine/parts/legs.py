"""Forms of furniture legs that stand on y = 0 within their box; a foot that points somewhere points to +x and +z."""

from collections.abc import Callable

import numpy as np
from manifold3d import CrossSection

from engine.parts.detail import Detail
from engine.parts.mouldings import rounded_ring
from engine.parts.profiles import Outline, circle, polygon, rectangle, smooth, standing
from engine.parts.solids import Solid, block, cylinder, hull_of, moved, ring_of, rounded_box, union
from engine.parts.sweeping import loft
from engine.parts.turning import disc, flowing, spun

Form = Callable[[float, float, Detail], Solid]  # smaller side, height, detail


def _cabriole(small: float, height: float, detail: Detail) -> Solid:
    """Return an S-shaped leg: broad knee, slim ankle, pad foot."""
    #  height, how far out, width: shares
    line = smooth(
        [(0.0, 0.19, 0.6), (0.04, 0.19, 0.62), (0.09, 0.14, 0.42), (0.22, 0.0, 0.34), (0.5, 0.0, 0.42),
         (0.78, 0.15, 0.66), (0.9, 0.17, 0.66), (1.0, 0.06, 0.84)], detail.along(4),
    )  # fmt: skip
    rings = []
    for y, out, wide in np.clip(line, 0.0, 1.0):
        ring = rounded_ring(wide * small, wide * small, wide * small * 0.36, y * height, detail)
        rings.append(ring + np.array([out * small, 0.0, out * small]))
    return loft(rings)


def _splayed(small: float, height: float, detail: Detail) -> Solid:
    """Return a slim round leg that leans outwards, with a ferrule at its foot."""
    foot, head = small * 0.15, small * 0.3
    lean = [moved(disc(r, height * 0.02, detail.around(24)), x=x, y=y, z=x)
            for r, x, y in ((foot, small * 0.35, 0.0), (head, -small * 0.2, height * 0.98))]  # fmt: skip
    ring = moved(cylinder(foot * 1.22, height * 0.09, detail.around(24)), x=small * 0.33, z=small * 0.33)
    return union((hull_of(lean), ring))


def _fluted(small: float, height: float, detail: Detail) -> Solid:
    """Return a tapered round leg with upright grooves, a collar above and a ball foot."""
    count, steps = 10, max(3, detail.along(4))
    angles = np.linspace(0.0, 2 * np.pi, count * steps, endpoint=False)
    reach = 0.5 * small * (1.0 - 0.2 * np.abs(np.cos(angles * count / 2)) ** 3)
    star = polygon(np.column_stack([reach * np.cos(angles), reach * np.sin(angles)]))
    shaft = star.scale((0.62, 0.62)).extrude(height * 0.8, 0, 0.0, (1.45, 1.45)).rotate((-90.0, 0.0, 0.0))
    collar = moved(disc(small * 0.5, height * 0.04, detail.around(32), edge=height * 0.015), y=height * 0.84)
    foot = disc(small * 0.36, height * 0.07, detail.around(32), edge=height * 0.03)
    head = moved(block(small, height * 0.13, small), y=height * 0.87)
    return union((moved(shaft, y=height * 0.05), collar, foot, head))


def _stepped(small: float, height: float, detail: Detail) -> Solid:
    """Return a square leg that widens in three steps towards its top, on a wider foot."""
    tiers = ((0.52, 0.0, 1.0), (0.68, 0.55, 1.0), (0.84, 0.7, 1.0), (1.0, 0.82, 1.0), (0.72, 0.0, 0.06))
    return union(
        [
            moved(rounded_box(small * wide, height * (high - low), small * wide, small * 0.02, 1), y=height * low)
            for wide, low, high in tiers
        ]
    )


def _pipe(small: float, height: float, detail: Detail) -> Solid:
    """Return an iron pipe with a bolted flange at each end and a coupling."""
    radius, plate, around = small * 0.25, min(height * 0.03, small * 0.14), detail.around(24)
    flange = disc(small * 0.5, plate, around)
    neck = cylinder(radius * 1.35, plate * 2.4, around)
    parts = [cylinder(radius, height, around), flange, neck]
    parts += [moved(flange, y=height - plate), moved(neck, y=height - plate * 2.4)]
    parts += [moved(cylinder(radius * 1.3, small * 0.6, 8), y=height * 0.45)]
    if detail.has_small_things:
        bolt = moved(cylinder(small * 0.07, plate * 0.6, 6), x=small * 0.38, y=plate * 0.95)
        parts += [ring_of(bolt, 4, first_deg=45.0)]
    return union(parts)


def _block(small: float, height: float, detail: Detail) -> Solid:
    """Return a heavy square post with broad chamfers that stop short of its ends."""
    cut = small * 0.3
    plan: Outline = rectangle(small, small) ^ rectangle(small * 1.42 - cut, small * 1.42 - cut).rotate(45.0)
    ends = [rounded_box(small, height * 0.16, small, small * 0.04, 1)]
    ends += [moved(rounded_box(small, height * 0.2, small, small * 0.04, 1), y=height * 0.8)]
    return union((standing(plan, height), *ends))


def _angle(small: float, height: float, detail: Detail) -> Solid:
    """Return a leg of angle iron whose corner points outwards, on a foot plate."""
    thick = small * 0.16
    outer = (small - thick) / 2
    fins = (moved(block(thick, height, small), x=outer), moved(block(small, height, thick), z=outer))
    return union((*fins, moved(block(small, min(height * 0.02, thick), small), y=0.0)))


def _twisted(small: float, height: float, detail: Detail) -> Solid:
    """Return a barley-twist leg between turned ends."""
    angles = np.linspace(0.0, 2 * np.pi, detail.around(16), endpoint=False)
    reach = small * (0.33 + 0.09 * np.cos(2 * angles))
    strand = polygon(np.column_stack([reach * np.cos(angles), reach * np.sin(angles)]))
    turns = max(1.5, round(height / small * 0.35 * 2) / 2)
    shaft = strand.extrude(height * 0.62, detail.along(round(9 * turns)), 360.0 * turns).rotate((-90.0, 0.0, 0.0))
    rings = flowing([(0.34, 0.0), (0.48, 0.03), (0.3, 0.08), (0.42, 0.12), (0.5, 0.15), (0.34, 0.2)], detail.along(4))
    foot = spun(rings * np.array([small, height]), detail.around(28))
    collar = disc(small * 0.46, height * 0.05, detail.around(28), edge=height * 0.02)
    head = (moved(block(small, height * 0.16, small), y=height * 0.84), moved(collar, y=height * 0.8))
    return union((moved(shaft, y=height * 0.19), foot, *head))


def _clustered(small: float, height: float, detail: Detail) -> Solid:
    """Return a pier of four slim columns on a stepped base, under a moulded head."""
    around = detail.around(16)
    place = small * 0.24
    shafts = [moved(cylinder(small * 0.17, height, around), x=x, z=z) for x, z in _four(place)]
    core = cylinder(small * 0.2, height, around)
    steps = [(1.0, 0.0, 0.07), (0.88, 0.07, 0.11), (0.86, 0.86, 0.9), (1.0, 0.9, 1.0)]
    plates = []
    for wide, low, high in steps:
        plan: CrossSection = circle(small * wide * 0.54, 8).rotate(22.5) ^ rectangle(small, small)
        plates.append(moved(standing(plan, height * (high - low)), y=height * low))
    return union([core, *shafts, *plates])


def _four(place: float) -> list[tuple[float, float]]:
    return [(place, 0.0), (-place, 0.0), (0.0, place), (0.0, -place)]


FORMS: dict[str, Form] = {
    "cabriole": _cabriole,
    "splayed": _splayed,
    "fluted": _fluted,
    "stepped": _stepped,
    "pipe": _pipe,
    "block": _block,
    "angle": _angle,
    "twisted": _twisted,
    "clustered": _clustered,
}


def formed_leg(width: float, height: float, depth: float, form: str, detail: Detail) -> Solid | None:
    """Return a leg of one of `FORMS` stretched to its box's plan, or none if the form is not one of them."""
    if form not in FORMS:
        return None
    small = min(width, depth)
    return FORMS[form](small, height, detail).scale((width / small, 1.0, depth / small))

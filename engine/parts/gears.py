"""Gears with involute teeth, and how two of them are turned to mesh."""

import numpy as np

from engine.parts.detail import Detail
from engine.parts.profiles import Flat, Outline, annulus, arc, bar, bevelled, circle, polygon, standing
from engine.parts.solids import Solid, moved, union
from engine.parts.turning import disc

_PRESSURE = np.radians(20.0)


def gear_outline(teeth: int, module: float, *, flank_steps: int = 4, backlash: float = 0.04) -> Outline:
    """Return a spur gear's outline with one tooth pointing along +x.

    Parameters
    ----------
    module : float, metres
        Pitch diameter over the number of teeth; the tip circle's radius is `module * (teeth / 2 + 1)`.

    Source: the involute of the base circle, pressure angle 20°, DIN 867 proportions.
    """
    pitch = module * teeth / 2
    base, tip, root = pitch * np.cos(_PRESSURE), pitch + module, max(pitch - 1.25 * module, pitch * 0.3)
    radii = np.linspace(max(base, root), tip, flank_steps + 1)
    roll = np.arccos(np.clip(base / radii, -1.0, 1.0))
    half = np.pi / (2 * teeth) * (1 - backlash) + (np.tan(_PRESSURE) - _PRESSURE) - (np.tan(roll) - roll)
    half = np.maximum(half, np.pi / teeth * 0.12)
    foot = np.array([min(half[0] * 1.04, np.pi / teeth * 0.94)])
    radii, half = np.concatenate([[root], radii]), np.concatenate([foot, half])
    return _toothed(teeth, np.concatenate([radii, radii[::-1]]), np.concatenate([-half, half[::-1]]))


def ratchet_outline(teeth: int, tip: float, depth: float) -> Outline:
    """Return an escape wheel's outline: pointed teeth that lean forward."""
    pitch = 2 * np.pi / teeth
    radii = np.array([tip - depth, tip, tip, tip - depth * 0.9])
    angles = np.array([-0.32, 0.0, 0.08, 0.12]) * pitch
    return _toothed(teeth, radii, angles)


def _toothed(teeth: int, radii: Flat, angles: Flat) -> Outline:
    around = (np.arange(teeth) * 2 * np.pi / teeth)[:, None] + angles[None, :]
    reach = np.broadcast_to(radii, around.shape)
    return polygon(np.column_stack([(reach * np.cos(around)).ravel(), (reach * np.sin(around)).ravel()]))


def _openings(rim: float, hub: float, spokes: int, width: float, segments: int, *, are_curved: bool) -> Outline:
    """Return what is cut away between the hub and the rim so that spokes remain."""
    ring = annulus(rim, hub, segments)
    for step in range(spokes):
        angle = 360.0 * step / spokes
        ring = ring - (_curved_spoke(rim, width) if are_curved else bar((0, 0), (rim * 1.1, 0), width)).rotate(angle)
    return ring


def _curved_spoke(rim: float, width: float) -> Outline:
    reach = rim * 0.62
    return annulus(reach + width / 2, reach - width / 2, 48).translate((reach, 0.0)) ^ polygon(
        [(0, 0), (rim * 1.2, 0), (rim * 1.2, rim * 1.4), (0, rim * 1.4)]
    )


def gear(
    outline: Outline, root: float, height: float, detail: Detail, *, spokes: int, bore: float, are_curved: bool = False
) -> Solid:
    """Return a standing gear with a rim, spokes, a raised hub and a hole for its arbor.

    Parameters
    ----------
    root : float, metres
        Radius of the tooth feet; the rim lies inside it.
    """
    segments = detail.around(48)
    rim, hub = root * 0.8, max(root * 0.24, bore * 1.9)
    if spokes > 0 and rim > hub * 1.5:
        outline = outline - _openings(rim, hub, spokes, root * 0.13, segments, are_curved=are_curved)
    plate_height = height * 0.62
    bevel = plate_height * 0.16 if detail.has_small_things else 0.0
    plate = bevelled(outline, plate_height, bevel, 1) if bevel else standing(outline, plate_height)
    boss = disc(hub * 0.8, height, segments, edge=height * 0.08, steps=1)
    hole = standing(circle(bore, max(12, segments // 2)), height * 3)
    return union((plate, boss)) - moved(hole, y=-height)


def phase_to_mesh(teeth: int, phase_deg: float, other_teeth: int, bearing_deg: float) -> float:
    """Return how far the other gear is turned, degrees, so that a tooth of one falls in a gap of the other.

    `bearing_deg` is the direction from the first gear's centre to the other's, in the plan (x right, y away).
    """
    first = teeth * (bearing_deg - phase_deg) / 360.0
    return (bearing_deg + 180.0 - 360.0 / other_teeth * (0.5 - first)) % (360.0 / other_teeth)


def knurled(radius: float, height: float, ridges: int, depth: float, detail: Detail) -> Solid:
    """Return a standing knob with rounded ridges around it."""
    if not detail.has_small_things:
        return disc(radius, height, detail.around(32), edge=height * 0.1)
    steps = max(2, detail.along(4))
    angles = np.linspace(0.0, 2 * np.pi, ridges * steps * 2, endpoint=False)
    reach = radius - depth * np.abs(np.sin(angles * ridges / 2)) ** 1.5
    outline = polygon(np.column_stack([reach * np.cos(angles), reach * np.sin(angles)]))
    dome = disc(radius, height, detail.around(64), edge=min(height * 0.3, radius * 0.3), steps=3)
    return standing(outline, height) ^ dome


def scalloped(radius: float, depth: float, bumps: int, steps: int) -> Outline:
    """Return a disc with a wavy rim."""
    angles = np.linspace(0.0, 2 * np.pi, bumps * steps, endpoint=False)
    reach = radius - depth * (0.5 - 0.5 * np.cos(angles * bumps))
    return polygon(np.column_stack([reach * np.cos(angles), reach * np.sin(angles)]))


def sector(outer: float, inner: float, from_deg: float, to_deg: float, steps: int = 16) -> Outline:
    """Return a piece of a flat ring."""
    return polygon(np.vstack([arc(outer, from_deg, to_deg, steps), arc(inner, to_deg, from_deg, steps)]))

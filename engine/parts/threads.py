"""Screw threads, and columns that twist as they rise."""

import numpy as np

from engine.parts.detail import Detail
from engine.parts.profiles import Flat
from engine.parts.repeats import many
from engine.parts.solids import Solid
from engine.parts.sweeping import loft


def threaded(radius: float, height: float, pitch: float, detail: Detail, *, depth: float = 0.0) -> Solid:
    """Return a standing threaded rod; the thread runs out at both ends.

    Parameters
    ----------
    depth : float, metres
        Depth of the thread; by default 0.61 of the pitch, as of a metric ISO thread (ISO 68-1).
    """
    around = detail.around(40)
    rise = height / many(height / pitch * detail.along(8), least=8, most=20_000)
    ys = np.arange(0.0, height + rise / 2, rise)
    angles = np.linspace(0.0, 2 * np.pi, around, endpoint=False)
    phase = ys[:, None] / pitch - angles[None, :] / (2 * np.pi)
    ridge = np.clip(2.4 * np.abs(2 * (phase % 1.0) - 1.0) - 0.7, 0.0, 1.0)
    fade = np.clip(np.minimum(ys, height - ys) / pitch, 0.0, 1.0)[:, None]
    reach = radius - (depth or 0.61 * pitch) * (1 - ridge * fade)
    return loft(_rings(reach, angles, ys))


def _rings(reach: Flat, angles: Flat, ys: Flat) -> Flat:
    across = np.stack([reach * np.cos(angles), np.broadcast_to(ys[:, None], reach.shape), -reach * np.sin(angles)])
    rings: Flat = np.moveaxis(across, 0, -1)
    return rings


def twisted(outline: Flat, widths: Flat, height: float, turn_deg: float) -> Solid:
    """Return a standing column of the outline's section, scaled by `widths` and turned evenly as it rises."""
    ys = np.linspace(0.0, height, len(widths))
    turns = np.radians(np.linspace(0.0, turn_deg, len(widths)))
    x, z = outline.T
    rings = [
        np.column_stack([w * (x * np.cos(a) - z * np.sin(a)), np.full(len(x), y), -w * (x * np.sin(a) + z * np.cos(a))])
        for w, a, y in zip(widths, turns, ys, strict=True)
    ]
    return loft(rings)

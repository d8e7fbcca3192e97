"""Bent bars, leaning legs and curved shells: what chairs, racks and lamp arms are made of."""

import numpy as np

from engine.parts.detail import Detail
from engine.parts.profiles import Flat, Pairs, rounded_rectangle, smooth
from engine.parts.solids import Solid
from engine.parts.sweeping import loft, sweep
from engine.shapes import Points


def rounded_path(path: Pairs, radius: float, steps: int, *, closed: bool = False) -> Points:
    """Return a path whose corners are rounded by quadratic curves that begin `radius` before them, or half way."""
    places = np.asarray(path, dtype=np.float64)
    if closed:
        places = np.vstack([places[-1:], places, places[:1]])
    line = [] if closed else [places[0]]
    share = np.linspace(0.0, 1.0, steps + 1)[:, None]
    for before, corner, after in zip(places, places[1:], places[2:], strict=False):
        start, end = (corner + _towards(corner, other, radius) for other in (before, after))
        line += list(start * (1 - share) ** 2 + corner * 2 * share * (1 - share) + end * share**2)
    return np.array(line if closed else [*line, places[-1]])


def _towards(corner: Flat, other: Flat, radius: float) -> Flat:
    length = float(np.linalg.norm(other - corner))
    step: Flat = (other - corner) / length * min(radius, 0.49 * length)
    return step


def flat_section(width: float, thick: float, corner: float = 0.35) -> Flat:
    """Return a rounded bar's section: its first coordinate across, its second along the thickness."""
    outline: Flat = rounded_rectangle(width, thick, min(width, thick) * corner, 12).to_polygons()[0]
    return outline


def strip(path: Pairs, width: float, thick: float, *, scale: Flat | None = None, corner: float = 0.35) -> Solid:
    """Return a bar along a path: for one that rises, `width` lies along x and `thick` along z; along x, z and y."""
    return sweep(flat_section(width, thick, corner), path, scale=scale)


def raked(solid: Solid, height: float, x: float, z: float) -> Solid:
    """Return an upright solid sheared so that its foot is moved by x and z and its top stays; feet stay level."""
    return solid.transform(np.array([[1.0, -x / height, 0.0, x], [0.0, 1.0, 0.0, 0.0], [0.0, -z / height, 1.0, z]]))


def shell_along(profile: Pairs, widths: Flat, curls: Flat, thickness: float, detail: Detail) -> Solid:
    """Return a curved sheet that follows a side view from front to back.

    Parameters
    ----------
    profile : (n, 2)
        Places (z, y) of the sheet's middle; the sitter is on the left of the direction of travel.
    widths, curls : (n,)
        Width of the sheet, and how far its sides come towards the sitter, metres.
    """
    knots = np.column_stack([np.asarray(profile, dtype=np.float64), widths, curls])
    line = _spread_out(smooth(knots, 12), detail.along(6 * len(knots)))
    ahead = np.gradient(line[:, :2], axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    normal = np.column_stack([ahead[:, 1], -ahead[:, 0]])  # of travel to −z: up and forward
    from_end = _from_end(line)
    round_off = 0.16 * float(np.max(widths))
    inside = np.clip(round_off - from_end, 0.0, round_off)
    line[:, 2] -= 1.96 * (round_off - np.sqrt(round_off**2 - inside**2))
    thick = thickness * np.sqrt(np.clip(1 - (1 - np.clip(from_end / thickness, 0.0, 1.0)) ** 2, 0.03, 1.0))
    rows = zip(line, normal, thick, strict=True)
    return loft([_sheet_ring(row[:2], out, float(row[2]), float(row[3]), float(t), detail) for row, out, t in rows])


def _from_end(line: Flat) -> Flat:
    """Return each point's distance along the line from the nearer end."""
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line[:, :2], axis=0), axis=1))])
    nearer: Flat = np.minimum(along, along[-1] - along)
    return nearer


def _spread_out(line: Flat, count: int) -> Flat:
    """Return the line cut anew, with short steps at its ends, where it is rounded off."""
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line[:, :2], axis=0), axis=1))])
    share = np.linspace(0.0, 1.0, count + 1)
    share = 0.5 * share + 0.5 * (0.5 - 0.5 * np.cos(np.pi * share))
    end = 0.012 * np.array([0.0, 0.12, 0.35, 0.65])
    share = np.concatenate([end, share[1:-1], 1 - end[::-1]])
    return np.column_stack([np.interp(np.unique(share) * along[-1], along, column) for column in line.T])


def _sheet_ring(place: Flat, out: Flat, width: float, curl: float, thick: float, detail: Detail) -> Points:
    count = detail.along(9)
    across = np.sin(np.linspace(-np.pi / 2, np.pi / 2, count + 1))
    bulge = np.sqrt(np.clip(1 - across**8, 0.0, 1.0))
    top = np.column_stack([across, bulge * thick / 2])
    low = np.column_stack([across, -bulge * thick / 2])[::-1][1:-1]
    shape = np.vstack([top, low])
    lift = shape[:, 1] + curl * np.abs(shape[:, 0]) ** 3
    return np.column_stack([shape[:, 0] * width / 2, place[1] + out[1] * lift, place[0] + out[0] * lift])

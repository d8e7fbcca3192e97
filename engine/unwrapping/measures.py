"""How good a layout is.

Stretch is that of Sander, Snyder, Gortler and Hoppe, "Texture mapping progressive meshes", 2001: the singular values
of the map from the picture to the surface, largest for L∞, root mean square for L2, scaled so that 1 is the best that
there is at this density. Angles and areas: mean of (σ1/σ2 + σ2/σ1) / 2 and of max(s, 1/s), s a face's share of the
picture by its share of the surface, both weighted by area.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.unwrapping.sheet import (
    Charts,
    Flags,
    Floats,
    Indices,
    Sheet,
    areas_of,
    flat_areas_of,
    laid_flat,
    links_of,
    overlaps,
    sheet_points,
    thickness_of,
)

SEEN = 1e-6
"""Faces thinner than this share of the picture's side, there or by their area on the surface, are in no figure."""


@dataclass(frozen=True, slots=True, eq=False)
class Quality:
    """A layout's figures, and the largest singular value of each face for its picture."""

    metrics: dict[str, Any]
    stretch: Floats
    overlapping: Indices


def measured(sheet: Sheet, charts: Charts, resolution: int) -> Quality:
    """Return the figures of charts in the picture."""
    corners = sheet.points[sheet.faces]
    flat = charts.uvs.astype(np.float32).astype(np.float64)[charts.faces]
    areas, shown = areas_of(corners), flat_areas_of(flat)
    scale = float(np.sqrt(np.abs(shown).sum() / areas.sum()))
    is_seen = thickness_of(corners) * scale > SEEN
    large, small = _singular(corners, flat / scale, shown / scale**2, is_seen)
    weight = np.where(is_seen, areas, 0) / max(areas[is_seen].sum(), 1e-300)
    share = np.divide(np.abs(shown) / scale**2, areas, out=np.ones(len(areas)), where=is_seen)
    share = np.where(share > 0, np.maximum(share, 1 / np.maximum(share, 1e-30)), 1e30)
    ratio = np.divide(large, small, out=np.ones(len(areas)), where=small > 0)
    pairs = overlaps(charts)
    texels = resolution * np.sqrt(np.divide(np.abs(shown), areas, out=np.zeros(len(areas)), where=areas > 0))
    metrics: dict[str, Any] = {
        "charts": len(np.unique(charts.chart_of_face[areas > 0])),
        "coverage": _rounded(np.abs(shown).sum()),
        "stretch": {
            "l2": _rounded(np.sqrt((weight * (large**2 + small**2) / 2).sum())),
            "linf": _rounded(large[is_seen].max(initial=1)),
            "angle": _rounded((weight * (ratio + 1 / ratio) / 2).sum()),
            "area": _rounded((weight * np.minimum(share, 1e6)).sum()),
        },
        "overlaps": len(pairs),
        "mirrored_share": _rounded(weight[shown < 0].sum()),
        "seam_length_m": _rounded(_seam_length_m(sheet, charts)),
        "texels_per_metre": _texels(texels, areas, is_seen),
    }
    return Quality(metrics, np.where(is_seen, large, 1), pairs)


def _singular(corners: Floats, flat: Floats, shown: Floats, is_seen: Flags) -> tuple[Floats, Floats]:
    """Return how long the picture's unit becomes on the surface, at most and at least, face by face."""
    true = laid_flat(corners)
    area = np.where(is_seen & (shown != 0), shown, 1)[:, None] * 2
    across = (np.roll(flat, -1, axis=1) - np.roll(flat, -2, axis=1))[:, :, :, None] * true[:, :, None, :]
    along_u, along_v = across[:, :, 1].sum(axis=1) / area, -across[:, :, 0].sum(axis=1) / area
    a, b, c = (along_u**2).sum(axis=1), (along_u * along_v).sum(axis=1), (along_v**2).sum(axis=1)
    spread = np.hypot(a - c, 2 * b)
    large, small = np.sqrt(np.maximum((a + c + spread) / 2, 0)), np.sqrt(np.maximum((a + c - spread) / 2, 0))
    is_lost = is_seen & (shown == 0)
    return np.where(is_lost, 1e6, large), np.where(is_lost, 1e-6, small)


def _seam_length_m(sheet: Sheet, charts: Charts) -> float:
    """Return the length of all cuts: sides whose two faces meet on the surface, but not in the picture."""
    one, two = links_of(sheet.knots, sheet_points(sheet))
    start, end = charts.faces.reshape(-1), np.roll(charts.faces, -1, axis=1).reshape(-1)
    is_cut = (start[one] != end[two]) | (end[one] != start[two])
    a, b = sheet.faces.reshape(-1), np.roll(sheet.faces, -1, axis=1).reshape(-1)
    lengths = np.linalg.norm(sheet.points[a[one]] - sheet.points[b[one]], axis=1)
    return float(lengths[is_cut].sum())


def _texels(texels: Floats, areas: Floats, is_seen: Flags) -> dict[str, float]:
    order = np.argsort(texels[is_seen], kind="stable")
    ordered, weight = texels[is_seen][order], np.cumsum(areas[is_seen][order])
    if not len(ordered):
        return {"min": 0.0, "median": 0.0, "max": 0.0}
    middle = ordered[min(int(np.searchsorted(weight, weight[-1] / 2)), len(ordered) - 1)]
    return {"min": _rounded(ordered[0]), "median": _rounded(middle), "max": _rounded(ordered[-1])}


def _rounded(value: Any) -> float:
    return float(f"{float(value):.5g}")

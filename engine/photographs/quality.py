"""How good a reconstruction is, as one number from what was measured of it; no truth is needed.

`reconstruction_quality` is the weighted sum of five scores in [0, 1]; each grows, or stays, when its measure gets
better. docs/reconstructing.md has the formula.
"""

from dataclasses import dataclass

import numpy as np

from engine.photographs.views import Sparse, View
from engine.photographs.visible import Spread, views_that_see
from engine.shapes import Faces, Points

_WEIGHTS = {"registered": 0.30, "precision": 0.20, "angle": 0.15, "consistent": 0.20, "coverage": 0.15}
_ERROR_BEST, _ERROR_WORST = 0.25e-3, 2e-3  # of the longer side of the photographs
_ANGLE_WORST_DEG, _ANGLE_BEST_DEG = 1.0, 12.0
_CONSISTENT_BEST = 0.6  # more cannot be hoped for: sky, plain walls, rims
_POINTS_MOST, _SAMPLES = 4000, 4000
SEEN_BY = 3  # views that must see a place for it to count as covered


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured of a reconstruction.

    Attributes
    ----------
    registered : float
        Share of the photographs whose camera was found.
    error : float
        Mean reprojection error as a share of the longer side of the photographs.
    angle_deg : float
        Median over the points of the largest angle under which two cameras saw it.
    consistent : float
        Share of all pixels at which other views confirm the depth.
    coverage : float
        Share of the surface, by area, that at least SEEN_BY views see.
    """

    registered: float
    error: float
    angle_deg: float
    consistent: float
    coverage: float


def quality_of(measures: Measures) -> float:
    """Return `reconstruction_quality` in [0, 1]."""
    return round(sum(_WEIGHTS[name] * score for name, score in scores_of(measures).items()), 4)


def scores_of(measures: Measures) -> dict[str, float]:
    """Return the five scores in [0, 1] by name."""
    scores = {
        "registered": measures.registered,
        "precision": (_ERROR_WORST - measures.error) / (_ERROR_WORST - _ERROR_BEST),
        "angle": (measures.angle_deg - _ANGLE_WORST_DEG) / (_ANGLE_BEST_DEG - _ANGLE_WORST_DEG),
        "consistent": measures.consistent / _CONSISTENT_BEST,
        "coverage": measures.coverage,
    }
    return {name: round(min(max(score, 0.0), 1.0), 4) for name, score in scores.items()}


def angle_between_rays(sparse: Sparse) -> float:
    """Return the median over the points of the largest angle between two of its rays, degrees; 0 without points."""
    places = np.array([view.place for view in sparse.views])
    step = max(1, len(sparse.tracks) // _POINTS_MOST)
    angles = []
    for number in range(0, len(sparse.tracks), step):
        rays = places[sparse.tracks[number]] - sparse.points[number]
        rays /= np.maximum(np.linalg.norm(rays, axis=1, keepdims=True), 1e-12)
        angles.append(np.degrees(np.arccos(np.clip((rays @ rays.T).min(), -1, 1))))
    return float(np.median(angles)) if angles else 0.0


def coverage_of(points: Points, faces: Faces, views: tuple[View, ...]) -> float:
    """Return the share of a surface, by area, that at least SEEN_BY views see from its outer side."""
    spread = Spread.over(points, faces, _SAMPLES)
    return float((views_that_see(spread, points, faces, views) >= SEEN_BY).mean())

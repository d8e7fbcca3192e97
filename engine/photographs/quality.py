"""How good a reconstruction is, as one number from what was measured of it; no truth is needed.

`reconstruction_quality` is the weighted sum of five scores in [0, 1], and at most QUALITY_UNTRUSTED or QUALITY_FLAT of
what cannot be trusted; it grows, or stays, when a measure gets better. docs/reconstructing.md has the formula.
"""

from dataclasses import dataclass

import numpy as np

from engine.photographs.levelling import viewing_distance
from engine.photographs.views import Sparse, View
from engine.photographs.visible import Spread, views_that_see
from engine.shapes import Faces, Points

_WEIGHTS = {"registered": 0.30, "precision": 0.20, "angle": 0.15, "consistent": 0.20, "coverage": 0.15}
_ERROR_BEST, _ERROR_WORST = 0.25e-3, 2e-3  # of the longer side of the photographs
_ANGLE_WORST_DEG, _ANGLE_BEST_DEG = 1.0, 12.0
_CONSISTENT_BEST = 0.6  # more cannot be hoped for: sky, plain walls, rims
_POINTS_MOST, _SAMPLES = 4000, 4000
_POINTS_FEW = 20
SEEN_BY = 3  # views that must see a place for it to count as covered
CONFIRMED_LEAST = 0.04
"""Share of all pixels whose depth others confirm, below which a shape is not to be trusted."""
COVERED_LEAST = 0.2
"""Share of the surface that SEEN_BY views see, below which it is not to be trusted: two others confirmed each depth."""
RELIEF_LEAST = 0.03
"""Share of the points off one plane, below which all is called flat."""
QUALITY_UNTRUSTED, QUALITY_FLAT = 0.3, 0.6
"""The most of what is not to be trusted, and of what is flat: how well that fits together says little of its shape."""
_FLAT = 0.005  # of the median distance from cameras: so near to a plane a point is on it
_PLANES = 64  # that are tried; of what is flat nearly each is the one


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
    relief : float
        Share of the points that do not lie on one plane.
    """

    registered: float
    error: float
    angle_deg: float
    consistent: float
    coverage: float
    relief: float = 1.0

    @property
    def is_trusted(self) -> bool:
        """Whether enough of the shape is confirmed and seen."""
        return self.consistent >= CONFIRMED_LEAST and self.coverage >= COVERED_LEAST


def quality_of(measures: Measures) -> float:
    """Return `reconstruction_quality` in [0, 1]."""
    whole = sum(_WEIGHTS[name] * score for name, score in scores_of(measures).items())
    flat = QUALITY_FLAT if measures.relief < RELIEF_LEAST else 1.0
    return round(min(whole, flat if measures.is_trusted else QUALITY_UNTRUSTED), 4)


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


def relief_of(sparse: Sparse) -> float:
    """Return the share of points that do not lie on the one plane that most lie on; 1 where there are hardly any.

    Source: Fischler & Bolles, "Random sample consensus", 1981.
    """
    points = sparse.points
    if len(points) < _POINTS_FEW:
        return 1.0
    corners = points[np.random.default_rng(0).integers(0, len(points), (_PLANES, 3))]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    away = np.abs(points @ normals.T - np.einsum("nx,nx->n", normals, corners[:, 0]))
    near = points[np.argpartition(away[:, np.median(away, axis=0).argmin()], len(points) // 2)[: len(points) // 2]]
    middle = near.mean(axis=0)
    normal = np.linalg.eigh((near - middle).T @ (near - middle))[1][:, 0]
    return float((np.abs((points - middle) @ normal) > _FLAT * viewing_distance(sparse)).mean())


def coverage_of(points: Points, faces: Faces, views: tuple[View, ...]) -> float:
    """Return the share of a surface, by area, that at least SEEN_BY views see from its outer side."""
    spread = Spread.over(points, faces, _SAMPLES)
    return float((views_that_see(spread, points, faces, views) >= SEEN_BY).mean())

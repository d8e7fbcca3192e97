"""How good a reconstruction is, as one number from what was measured of it; no truth is needed.

`reconstruction_quality` is the weighted sum of five scores in [0, 1]; each grows, or stays, when its measure gets
better. docs/reconstructing.md has the formula.
"""

from dataclasses import dataclass

import numpy as np

from engine.photographs.views import Sparse, View
from engine.rays import Rays
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


def coverage_of(points: Points, faces: Faces, views: tuple[View, ...], *, least: int = SEEN_BY) -> float:
    """Return the share of a surface, by area, that at least `least` views see."""
    corners = points[faces]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(across, axis=1)
    generator = np.random.default_rng(0)
    face = generator.choice(len(faces), _SAMPLES, p=area / area.sum())
    weights = generator.dirichlet((1, 1, 1), _SAMPLES)
    places = np.einsum("nk,nkx->nx", weights, corners[face])
    normals = across[face] / area[face, None]
    rays, size = Rays(points, faces), float(np.linalg.norm(np.ptp(points, axis=0)))
    lifted = places + 1e-4 * size * normals
    counts = sum(_sees(view, places, lifted, normals, rays) for view in views)
    return float((np.asarray(counts) >= least).mean())


def _sees(
    view: View, places: Points, lifted: Points, normals: Points, rays: Rays
) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Return 1 for each place that a view sees from its outer side, else 0."""
    pixels, depth = view.seen(places)
    height, width = view.picture.shape[:2]
    ways = view.place - lifted
    length = np.linalg.norm(ways, axis=1)
    faces_it = np.einsum("nx,nx->n", ways, normals) > 0
    inside = (depth > 0) & (pixels >= 0).all(axis=1) & (pixels[:, 0] < width) & (pixels[:, 1] < height) & faces_it
    hits = rays.first(lifted.astype(np.float32), (ways / length[:, None]).astype(np.float32))
    is_free = (hits.face < 0) | (hits.distance >= length)
    return (inside & is_free).astype(np.int64)

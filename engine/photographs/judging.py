"""How far a reconstruction lies from what is known to be true, after both are brought into the same axes and unit.

Sources: Umeyama, "Least-squares estimation of transformation parameters between two point patterns", PAMI 1991;
accuracy, completeness and F-score as in Knapitsch et al., "Tanks and Temples", SIGGRAPH 2017.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from engine.photographs.views import View
from engine.photographs.visible import Spread, views_that_see
from engine.shapes import Faces, Points

SAMPLES = 200_000
_SEEN_BY = 2  # views that must see a place of the truth for it to be asked for


@dataclass(frozen=True, slots=True, eq=False)
class Similarity:
    """How one world lies in another: `point -> scale * turn @ point + shift`."""

    scale: float
    turn: NDArray[np.float64]
    shift: NDArray[np.float64]

    def moved(self, points: Points) -> Points:
        """Return (n, 3) points in the other world."""
        return np.asarray(self.scale * points @ self.turn.T + self.shift, np.float64)


@dataclass(frozen=True, slots=True)
class PoseErrors:
    """How far cameras stand and look from where they should, after alignment, in the unit of the truth."""

    place_median: float
    place_worst: float
    turn_median_deg: float
    turn_worst_deg: float


@dataclass(frozen=True, slots=True)
class Fit:
    """How near two surfaces are.

    Attributes
    ----------
    accuracy, completeness : float
        Shares of the found surface near the true one, and of the true one, as far as it was seen, near the found one.
    found_median : float
        Median distance of the found surface from the true one.
    """

    threshold: float
    accuracy: float
    completeness: float
    found_median: float

    @property
    def f_score(self) -> float:
        """Return the harmonic mean of accuracy and completeness."""
        total = self.accuracy + self.completeness
        return 2 * self.accuracy * self.completeness / total if total else 0.0


def similarity(here: Points, there: Points) -> Similarity:
    """Return the similarity that brings (n, 3) points nearest to (n, 3) others, by least squares; n is at least 3."""
    middle, other = here.mean(axis=0), there.mean(axis=0)
    one, two = here - middle, there - other
    left, sizes, right = np.linalg.svd(two.T @ one / len(here))
    signs = np.array([1.0, 1.0, np.sign(np.linalg.det(left) * np.linalg.det(right))])
    turn = left @ np.diag(signs) @ right
    scale = float((sizes * signs).sum() / max(float((one**2).sum() / len(here)), 1e-300))
    return Similarity(scale, turn, other - scale * turn @ middle)


def aligned(views: Sequence[View], truth: Mapping[str, View]) -> tuple[Similarity, PoseErrors]:
    """Return how a reconstruction's cameras are brought onto the true ones of the same names, and what is left."""
    pairs = [(view, truth[view.name]) for view in views if view.name in truth]
    there = np.array([known.place for _, known in pairs])
    found = similarity(np.array([view.place for view, _ in pairs]), there)
    away = np.linalg.norm(found.moved(np.array([view.place for view, _ in pairs])) - there, axis=1)
    turns = np.array([_angle_deg(view.turn @ found.turn.T, known.turn) for view, known in pairs])
    return found, PoseErrors(float(np.median(away)), float(away.max()), float(np.median(turns)), float(turns.max()))


def _angle_deg(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Return the angle of the turn between two rotations; exact for small ones too."""
    return float(np.degrees(2 * np.arcsin(np.clip(np.linalg.norm(one - other) / np.sqrt(8), 0, 1))))


def fit_of(
    found: tuple[Points, Faces],
    truth: tuple[Points, Faces],
    views: Sequence[View],
    *,
    threshold: float,
    samples: int = SAMPLES,
) -> Fit:
    """Return how near a found surface is to the true one; of the true one only what two of the views see is asked for.

    Both are in the same axes; distances are those to the plane through the nearest of `samples` places on the other
    surface, and to that place where it lies aside by more than two of their spacings.
    """
    spread = Spread.over(*truth, samples)
    seen = views_that_see(spread, *truth, views, is_two_sided=True) >= _SEEN_BY
    mine = Spread.over(*found, samples)
    to_truth = _away(mine.places, spread, _area(*truth))
    to_found = _away(spread.places[seen], mine, _area(*found))
    return Fit(
        threshold,
        float((to_truth < threshold).mean()),
        float((to_found < threshold).mean()),
        float(np.median(to_truth)),
    )


def _away(places: Points, other: Spread, area: float) -> NDArray[np.float64]:
    """Return how far places lie from a surface."""
    whole, nearest = cKDTree(other.places).query(places)
    before = np.abs(np.einsum("nx,nx->n", places - other.places[nearest], other.normals[nearest]))
    aside = np.sqrt(np.maximum(whole**2 - before**2, 0))
    spacing = np.sqrt(area / len(other.places))
    return np.asarray(np.hypot(before, np.maximum(aside - 2 * spacing, 0)), np.float64)


def _area(points: Points, faces: Faces) -> float:
    a, b, c = points[faces].transpose(1, 0, 2)
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)

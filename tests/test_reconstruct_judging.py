"""What a reconstruction is measured with: alignment, F-score, and the one number for its quality."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.photographs.judging import aligned, fit_of, similarity
from engine.photographs.quality import Measures, coverage_of, quality_of, scores_of
from engine.photographs.views import View
from tests.filming import looking, orbit, scene

GOOD = Measures(registered=1.0, error=0.2e-3, angle_deg=20.0, consistent=0.7, coverage=1.0)
Share = st.floats(0, 1)


def turned(angle_deg: float) -> np.ndarray:
    angle = np.radians(angle_deg)
    return np.array([[np.cos(angle), 0, np.sin(angle)], [0, 1, 0], [-np.sin(angle), 0, np.cos(angle)]])


def elsewhere(view: View) -> View:
    """Return the same camera in a world that is turned, shifted and three times as large."""
    turn = view.turn @ turned(40).T
    return replace(view, turn=turn, shift=-turn @ (3 * turned(40) @ view.place + np.array([1.0, 2.0, 3.0])))


def test_a_similarity_is_found_again() -> None:
    points = np.random.default_rng(0).normal(size=(20, 3))
    found = similarity(points, 2.5 * points @ turned(70).T + np.array([1.0, -2.0, 0.5]))
    assert found.scale == pytest.approx(2.5)
    assert found.turn == pytest.approx(turned(70))
    assert found.shift == pytest.approx([1.0, -2.0, 0.5])


def test_cameras_of_another_world_are_brought_onto_the_true_ones() -> None:
    known = {str(number): replace(view, name=str(number)) for number, view in enumerate(orbit(6))}
    found, errors = aligned([elsewhere(view) for view in known.values()], known)
    assert found.scale == pytest.approx(1 / 3)
    assert errors.place_worst < 1e-9
    assert errors.turn_worst_deg < 1e-5


def test_a_camera_that_looks_aside_is_told_by_its_angle() -> None:
    known = {str(number): replace(view, name=str(number)) for number, view in enumerate(orbit(6))}
    views = [elsewhere(view) for view in known.values()]
    wrong = views[2].turn @ turned(5)
    views[2] = replace(views[2], turn=wrong, shift=-wrong @ views[2].place)
    _, errors = aligned(views, known)
    assert errors.turn_worst_deg == pytest.approx(5, abs=1e-6)
    assert errors.turn_median_deg < 1e-5


def test_the_truth_fits_itself() -> None:
    known = scene()
    fit = fit_of((known.points, known.faces), (known.points, known.faces), orbit(8), threshold=0.02, samples=20_000)
    assert fit.f_score > 0.99


def test_what_is_missing_lowers_completeness_alone() -> None:
    known = scene()
    half = known.faces[: known.thing]  # without its ground
    fit = fit_of((known.points, half), (known.points, known.faces), orbit(8), threshold=0.02, samples=20_000)
    assert fit.accuracy > 0.99
    assert fit.completeness < 0.6


def test_what_is_too_much_lowers_accuracy_alone() -> None:
    known = scene()
    half = known.faces[: known.thing]
    fit = fit_of((known.points, known.faces), (known.points, half), orbit(8), threshold=0.02, samples=20_000)
    assert fit.accuracy < 0.6
    assert fit.completeness > 0.99


def test_what_no_view_sees_is_not_covered() -> None:
    known = scene()
    above = tuple(looking(np.array([x, 1.5, 0.3]), np.zeros(3)) for x in (-0.1, 0.0, 0.1))
    around = tuple(orbit(12))
    assert coverage_of(known.points, known.faces, above[:2]) == 0
    assert 0.2 < coverage_of(known.points, known.faces, above) < coverage_of(known.points, known.faces, around)


def test_a_good_reconstruction_is_near_one_and_a_poor_one_near_nought() -> None:
    assert quality_of(GOOD) == 1.0
    assert quality_of(Measures(registered=0.1, error=3e-3, angle_deg=0.5, consistent=0.05, coverage=0.05)) < 0.1


def test_what_cannot_be_trusted_is_never_called_good() -> None:
    assert quality_of(replace(GOOD, coverage=0.002)) == quality_of(replace(GOOD, consistent=0.03)) == 0.3
    assert quality_of(replace(GOOD, relief=0.001)) == 0.6
    assert not replace(GOOD, coverage=0.1).is_trusted
    assert GOOD.is_trusted


@settings(max_examples=60, deadline=None)
@given(
    Share,
    st.floats(0, 5e-3),
    st.floats(0, 60),
    Share,
    Share,
    Share,
    st.sampled_from(sorted(Measures.__dataclass_fields__)),
    Share,
)
def test_no_measure_that_gets_better_lowers_the_quality(
    registered: float,
    error: float,
    angle: float,
    consistent: float,
    coverage: float,
    relief: float,
    which: str,
    step: float,
) -> None:
    before = Measures(registered, error, angle, consistent, coverage, relief)
    better = {"error": -5e-3, "angle_deg": 60}.get(which, 1) * step
    after = replace(before, **{which: getattr(before, which) + better})
    assert 0 <= quality_of(before) <= quality_of(after) <= 1
    assert all(scores_of(after)[name] >= score for name, score in scores_of(before).items())

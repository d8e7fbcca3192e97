"""What animals and people wear, and what covers them."""

import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from tests.planned import one


def _names(spec: DesignSpec) -> set[str]:
    return {thing.id.rpartition("_")[0] for thing in spec.objects}


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("a bear wearing a hat", "hat"),
        ("a monkey with a baseball cap", "hat"),
        ("a cat wearing a red scarf", "scarf"),
        ("a cat with a red bow tie", "bow"),
        ("a fox with a green tie", "tie"),
        ("a dog with a collar", "collar"),
        ("a frog with a crown", "crown"),
        ("an owl with glasses", "glasses"),
        ("a man with sunglasses", "glasses"),
        ("a woman with a hat", "hat"),
        ("a penguin wearing a scarf", "scarf"),
    ],
)
def test_what_is_worn_is_drawn_and_touches(text: str, piece: str) -> None:
    spec = plan(text)
    assert piece in _names(spec)
    assert not spec.reading.not_understood
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_a_scarf_has_its_own_colour() -> None:
    spec = plan("a cat wearing a red scarf")
    assert one(spec, "scarf_1").color != one(spec, "body_1").color


def test_a_hat_makes_nobody_smaller() -> None:
    bare, hatted = one(plan("a bear", seed=3), "body_1"), one(plan("a bear with a top hat", seed=3), "body_1")
    assert hatted.dimensions.height == pytest.approx(bare.dimensions.height)


@pytest.mark.parametrize(
    ("text", "material"),
    [
        ("a cat", "fur"),
        ("an owl", "feathers"),
        ("a pig", "hide"),
        ("a lion", "fur"),
        ("a person", "hide"),
        ("a cat figurine", "ceramic_white"),
        ("a porcelain cat", "porcelain"),
        ("a wooden owl", "oak"),
    ],
)
def test_creatures_are_covered_as_they_are(text: str, material: str) -> None:
    assert one(plan(text), "body_1").material == material

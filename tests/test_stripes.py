"""Stripes and spare wheels that a text asks of a vehicle."""

import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from tests.planned import one


def _pieces(spec: DesignSpec) -> set[str]:
    return {part.name.rpartition(".")[2] for part in assemble(spec, quality="draft").parts}


@pytest.mark.parametrize("thing", ["car", "van", "plane", "boat", "motorboat", "submarine", "horse carriage"])
def test_a_stripe_is_laid_on_the_body_in_its_colour(thing: str) -> None:
    spec = plan(f"a {thing} with a blue stripe")
    assert not spec.reading.not_understood
    assert any(part.properties.get("stripe_color") for part in spec.objects)
    assert "stripe" in _pieces(spec)
    assert "stripe" not in _pieces(plan(f"a {thing}"))


def test_several_stripes_lie_below_each_other() -> None:
    assert one(plan("a blue van with two white stripes"), "body_1").properties["livery"] == "two stripes"


def test_racing_stripes_have_their_colour() -> None:
    spec = plan("a car with a yellow racing stripe")
    assert not spec.reading.not_understood
    assert one(spec, "body_1").properties["racing_color"]


@pytest.mark.parametrize("seed", range(4))
def test_a_stripe_is_not_lost_on_a_body_of_its_own_colour(seed: int) -> None:
    assert one(plan("a boat with a red stripe", seed=seed), "hull_1").material != "paint_red"


def test_a_spare_wheel_hangs_behind_the_tailgate() -> None:
    spec = plan("an SUV with a spare wheel on the back")
    body, spare = one(spec, "body_1"), one(spec, "spare_wheel_1")
    assert spare.position.z < -body.dimensions.depth / 2
    assert faults_of(assemble(spec, quality="draft"), spec) == ()

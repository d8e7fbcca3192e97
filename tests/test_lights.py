"""Lamps on walls, shades of stained glass, and chandeliers with as many lights as asked for."""

import pytest

from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from tests.planned import one


def _names(text: str) -> list[str]:
    return [thing.id.rpartition("_")[0] for thing in plan(text).objects]


@pytest.mark.parametrize(
    "text", ["a wall sconce", "a modern wall lamp", "a gothic candle sconce", "an industrial sconce"]
)
def test_a_wall_lamp_is_held_by_the_wall_and_glows(text: str) -> None:
    spec = plan(text)
    assert {thing.part_of for thing in spec.objects} <= {"", "wall lamp_1"}
    assert one(spec, "plate_1").properties["held"] == "wall"
    assert any(
        thing.type in ("lamp_shade", "candle_flame") or thing.material.startswith("emissive") for thing in spec.objects
    )


@pytest.mark.parametrize("text", ["a wall lamp with two arms", "a modern wall lamp with three arms"])
def test_the_plate_of_a_lamp_with_arms_does_not_reach_below_it(text: str) -> None:
    spec = plan(text)
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_two_wall_lamps_are_two_wall_lamps() -> None:
    assert {thing.part_of for thing in plan("two wall lamps").objects} == {"wall lamp_1", "wall lamp_2"}


def test_a_sconce_has_as_many_shades_as_arms() -> None:
    assert _names("a victorian sconce with three arms").count("shade") == 3


def test_a_stained_glass_shade_has_panes() -> None:
    assert one(plan("a lamp with a stained glass shade"), "shade_1").type == "stained_shade"
    assert one(plan("a lamp with a glass shade"), "shade_1").type == "lamp_shade"


@pytest.mark.parametrize("count", [5, 9, 12, 24])
def test_a_chandelier_has_as_many_candles_as_are_asked_for(count: int) -> None:
    tiers = [thing for thing in plan(f"a chandelier with {count} candles").objects if thing.type == "light_arms"]
    assert sum(int(str(tier.properties["arms"])) for tier in tiers) == count

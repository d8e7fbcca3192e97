"""Sizes that words ask for: those that cannot be are refused, and what has a shape of its own keeps it."""

import numpy as np
import pytest

from domain.edits import applied
from domain.errors import Invalid
from domain.spec import DesignObject, DesignSpec
from domain.switching import changes_of_all
from engine.planner import plan
from engine.planner.editing.instruction import edits_of
from engine.planner.editing.stretching import around

ROOM = plan("a living room with a sofa, a rug and a coffee table", seed=1)
TABLE = plan("an oak dining table", seed=1)
CAR = plan("a red sports car", seed=1)


def after(spec: DesignSpec, text: str) -> DesignSpec:
    edits, missed = edits_of(spec, text)
    assert edits
    assert not missed
    return applied(spec, changes_of_all(spec, edits))


def named(spec: DesignSpec, name: str) -> list[DesignObject]:
    return [one for one in spec.objects if one.id.startswith(f"{name}_")]


@pytest.mark.parametrize(
    ("spec", "text"),
    [
        (ROOM, "make the rug 0 m wide"),
        (ROOM, "make the rug -2 m wide"),
        (ROOM, "set the width of the rug to 0.0001 mm"),
        (ROOM, "make the sofa 100 km wide"),
        (ROOM, "make the sofa red and 100 km wide"),
        (CAR, "make the car 1000000 km long"),
        (ROOM, "move the sofa 100000 km left"),
        (ROOM, "make the sofa 5 m narrower"),
        (ROOM, "make the sofa 100% narrower"),
        (ROOM, "make the sofa 100000 times as wide"),
    ],
)
def test_a_size_that_cannot_be_is_refused_with_what_is_allowed(spec: DesignSpec, text: str) -> None:
    with pytest.raises(Invalid) as refusal:
        edits_of(spec, text)
    assert refusal.value.facts["minimum_m"] == 0.001
    assert refusal.value.facts["maximum_m"] == 10_000


def test_a_top_that_would_sink_into_the_ground_is_refused() -> None:
    with pytest.raises(Invalid, match="no lower than"):
        edits_of(TABLE, "lower the top to 1 cm")


@pytest.mark.parametrize("text", ["make the car twice as long", "make the car 2 m tall", "make the car 3 m wide"])
def test_wheels_of_a_stretched_car_stay_round_and_stand_on_the_ground(text: str) -> None:
    stretched = after(CAR, text)
    assert len(named(stretched, "wheel")) == 4
    for wheel in named(stretched, "wheel"):
        assert wheel.dimensions.depth == pytest.approx(wheel.dimensions.height)
        assert wheel.position.y == pytest.approx(named(CAR, "wheel")[0].position.y, abs=1e-3)


@pytest.mark.parametrize("share", [2, 0.5])
def test_legs_of_a_longer_or_shorter_table_keep_their_section_and_meet_the_apron(share: float) -> None:
    stretched = after(TABLE, f"make the table {share:g} times as long")
    low, high = around(stretched.objects)
    assert (high - low)[0] == pytest.approx(share * np.ptp(around(TABLE.objects), axis=0)[0], abs=1e-4)
    for was, now in zip(named(TABLE, "leg"), named(stretched, "leg"), strict=True):
        assert now.dimensions == was.dimensions
    assert meets(stretched) == pytest.approx(meets(TABLE), abs=1e-4)


def meets(spec: DesignSpec) -> float:
    """How far the apron reaches past the middle of the outermost legs."""
    return float(around(named(spec, "apron"))[1][0]) - max(one.position.x for one in named(spec, "leg"))


def test_a_thing_that_grows_as_a_whole_grows_in_all_its_parts() -> None:
    grown = after(TABLE, "make the table twice as big")
    assert named(grown, "leg")[0].dimensions.width == pytest.approx(2 * named(TABLE, "leg")[0].dimensions.width)

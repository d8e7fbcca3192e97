"""What is larger than a room has a larger one, and a warehouse that is told of by what it holds is seen from inside."""

from collections import Counter

import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.planner.staging.standing import box_of


def things(spec: DesignSpec) -> Counter[str]:
    """Return how many things of each kind a design holds."""
    return Counter(whole.rpartition("_")[0] for whole in {one.part_of for one in spec.objects})


@pytest.mark.parametrize(("text", "thing", "count"), [
    ("a gym with a boxing ring", "boxing ring", 1), ("a hangar with an airplane", "plane", 1),
    ("an airplane in a hangar", "plane", 1), ("a warehouse with pallet racks", "pallet rack", 4),
    ("a warehouse with six pallet racks", "pallet rack", 6),
    ("a warehouse with a forklift and ten crates", "crate", 10),
])  # fmt: skip
def test_what_is_in_a_hall_is_inside_it(text: str, thing: str, count: int) -> None:
    spec = plan(text)
    floor = box_of([one for one in spec.objects if one.type == "floor"])
    there = box_of([one for one in spec.objects if one.part_of.rpartition("_")[0] == thing])
    assert things(spec)[thing] == count
    assert (floor.low - 0.1 <= there.low)[[0, 2]].all()
    assert (there.high <= floor.high + 0.1)[[0, 2]].all()
    assert spec.reading.not_understood == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_a_warehouse_of_which_nothing_is_told_is_a_building() -> None:
    assert plan("a warehouse").reading.design_type == "building"

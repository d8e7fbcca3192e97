import pytest
from msgspec.structs import replace

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.single_view.settling import settled


def lifted(spec: DesignSpec, up_m: float) -> DesignSpec:
    cup = spec.objects[-1]
    position = replace(cup.position, y=cup.position.y + up_m)
    return replace(spec, objects=(*spec.objects[:-1], replace(cup, position=position)))


def faults(spec: DesignSpec) -> set[str]:
    return {fault.reason for fault in faults_of(assemble(spec, quality="draft"), spec)}


@pytest.fixture(scope="module")
def cup() -> DesignSpec:
    return plan("an espresso cup on its saucer", style="realistic", seed=0)


def test_a_cup_above_its_saucer_is_let_down_onto_it(cup: DesignSpec) -> None:
    above = lifted(cup, 0.003)
    assert "floats" in faults(above)
    after = settled(above)
    assert faults(after) == set()
    assert after.objects[:-1] == above.objects[:-1]
    assert after.objects[-1].position.y < above.objects[-1].position.y


def test_what_stands_stays_where_it_is_and_what_hangs_far_above_does_too(cup: DesignSpec) -> None:
    assert settled(cup) == cup
    assert settled(lifted(cup, 0.2)).objects == lifted(cup, 0.2).objects

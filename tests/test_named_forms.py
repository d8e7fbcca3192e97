"""Things whose name asks for a form of their own, which were drawn as their plainer relations in silence."""

import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from tests.planned import one


def _names(spec: DesignSpec) -> list[str]:
    return [thing.id.rpartition("_")[0] for thing in spec.objects]


def _is_sound(spec: DesignSpec) -> bool:
    return faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize(
    ("text", "is_hung", "is_woven"),
    [
        ("a white egg chair", False, False),
        ("a rattan egg chair", False, True),
        ("a hanging rattan egg chair", True, True),
        ("a swing chair", True, True),
        ("a white metal hanging chair", True, False),
    ],
)
def test_an_egg_chair_is_a_shell_with_a_cushion_on_a_foot_or_hung(text: str, is_hung: bool, is_woven: bool) -> None:
    spec = plan(text)
    assert _is_sound(spec)
    assert {"shell", "cushion", "foot"} <= set(_names(spec))
    assert ("link" in _names(spec)) is is_hung
    assert one(spec, "shell_1").properties["is_woven"] is is_woven


def test_the_cushion_of_an_egg_chair_has_its_own_colour() -> None:
    spec = plan("a white hanging egg chair with a red cushion")
    assert one(spec, "shell_1").color != one(spec, "cushion_1").color

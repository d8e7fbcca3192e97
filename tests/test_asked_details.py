"""Details that a text asks for are drawn: curtains, a portcullis, wheels under a house, no numbers on a clock."""

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


def test_canopy_curtains_hang_at_all_four_posts() -> None:
    spec = plan("a four-poster bed with canopy curtains")
    corners = {
        (thing.position.x > 0, thing.position.z > 0) for thing in spec.objects if thing.id.startswith("curtain_")
    }
    assert len(corners) == 4
    assert _is_sound(spec)


def test_a_bed_without_curtains_has_none() -> None:
    assert "curtain" not in _names(plan("a canopy bed without curtains"))


@pytest.mark.parametrize("text", ["a clock without numbers", "a wall clock without numerals", "a clock with no digits"])
def test_a_clock_without_numbers_has_strokes(text: str) -> None:
    assert one(plan("a clock"), "clock_1").properties["numerals"] == "roman"
    assert one(plan(text), "clock_1").properties["numerals"] == "baton"


def test_a_castle_has_its_portcullis() -> None:
    spec = plan("a castle with a portcullis")
    assert not spec.reading.not_understood
    assert any(part.name.endswith(".portcullis") for part in assemble(spec, quality="draft").parts)
    assert not any(part.name.endswith(".portcullis") for part in assemble(plan("a castle"), quality="draft").parts)


@pytest.mark.parametrize("text", ["a tiny house on wheels", "a tiny house with wheels", "a house on wheels"])
def test_a_house_on_wheels_stands_on_a_trailer(text: str) -> None:
    spec = plan(text)
    assert _names(spec).count("wheel") == 4
    assert {"chassis", "drawbar", "door", "roof"} <= set(_names(spec))
    assert not spec.reading.not_understood
    assert _is_sound(spec)


def test_the_door_of_a_hay_loft_is_not_of_hay() -> None:
    spec = plan("a barn with a hay loft door")
    assert "hay_hatch" in _names(spec)
    assert one(spec, "barn_door_1").material != "straw"

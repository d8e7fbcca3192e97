"""Old styles differ by their forms, seats show what they are of, and a loft is a room of brick."""

import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from tests.planned import one


def _names(spec: DesignSpec) -> set[str]:
    return {thing.id.rpartition("_")[0] for thing in spec.objects}


def test_armchairs_of_old_styles_have_forms_of_their_own() -> None:
    gothic, baroque, victorian = (_names(plan(f"a {style} armchair")) for style in ("gothic", "baroque", "victorian"))
    assert {"tracery", "pinnacle"} <= gothic
    assert {"scroll", "shell"} <= baroque
    assert not {"tracery", "scroll"} & victorian


def test_a_gothic_table_has_arches_and_a_baroque_one_gilded_legs() -> None:
    assert "arch" in _names(plan("a gothic table"))
    assert one(plan("a baroque table"), "leg_1").material == "gold_aged"
    assert one(plan("a baroque walnut table"), "leg_1").material == "walnut"


def test_a_wing_chair_has_wings_in_every_style() -> None:
    assert "scroll" not in _names(plan("a baroque wing chair"))


@pytest.mark.parametrize(
    ("text", "part", "material"),
    [
        ("a rocking chair with a wicker seat", "seat_1", "wicker"),
        ("a chair with a rope seat", "seat_1", "rope"),
        ("a chair with a leather seat", "cushion_1", "leather_brown"),
    ],
)
def test_a_seat_shows_what_it_is_of(text: str, part: str, material: str) -> None:
    spec = plan(text)
    assert one(spec, part).material == material
    assert ("cushion" in _names(spec)) is (part == "cushion_1")
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize(
    ("text", "material"),
    [("a loft", "brick_red"), ("a loft with brick walls", "brick_red"), ("a loft with white walls", "paint_white")],
)
def test_a_loft_is_a_room_of_brick(text: str, material: str) -> None:
    spec = plan(text)
    assert spec.reading.archetype == "living room"
    assert one(spec, "wall_1").material == material

"""Forms and patterns of what a room draws itself are drawn, on that part alone, or told."""

import pytest

from domain.spec import DesignObject
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan


def called(text: str, root: str) -> DesignObject:
    """Return the first object of a name."""
    return next(one for one in plan(text).objects if one.id.rpartition("_")[0] == root)


@pytest.mark.parametrize(("text", "root", "name", "value"), [
    ("a living room with a round rug", "rug", "form", "round"),
    ("a living room with an oval rug", "rug", "form", "oval"),
    ("a bedroom with a round mirror", "mirror", "form", "round"),
    ("a hallway with a round mirror", "mirror", "form", "round"),
    ("a living room with an arched window", "wall", "form", "arched"),
    ("a bedroom with a round window", "wall", "form", "round"),
    ("a kitchen with a checkered floor", "floor", "pattern", "checks"),
])  # fmt: skip
def test_a_part_of_a_room_has_the_form_that_the_text_gives_it(text: str, root: str, name: str, value: str) -> None:
    spec = plan(text)
    assert called(text, root).properties[name] == value
    assert spec.reading.not_understood == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_a_round_rug_leaves_the_coffee_table_as_it_is() -> None:
    tables = [one for one in plan("a living room with a round rug").objects if one.part_of == "coffee table_1"]
    assert "round" not in {one.properties.get("shape") for one in tables}


def test_a_striped_rug_has_stripes_and_a_plain_one_has_none() -> None:
    assert called("a living room with a striped rug", "rug").properties["stripes"] == 7
    assert "stripes" not in called("a living room", "rug").properties


def test_a_dining_room_stands_on_a_round_rug() -> None:
    spec = plan("a dining room with a round rug")
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize(("text", "told"), [
    ("a living room with striped curtains", "striped curtain"), ("a bedroom with a round bed", "round bed"),
    ("a living room with a floral rug", "floral"),
])  # fmt: skip
def test_a_look_that_no_part_of_the_room_shows_is_told(text: str, told: str) -> None:
    assert told in plan(text).reading.not_understood

"""What is near to words that were not understood, and names that people have for materials and colours."""

import pytest

from domain.edits import applied
from domain.errors import Invalid
from domain.materials.naming import material_named
from domain.near import near_said
from domain.switching import Update, changes_of, changes_of_all
from domain.targets import Target
from engine.planner import plan
from engine.planner.editing.instruction import edits_of

ROOM = plan("a library with an armchair and a side table", seed=1)
CAR = plan("a red sports car", seed=1)


def test_a_misspelt_material_of_a_known_object_brings_materials() -> None:
    near = near_said(ROOM, "make the floor marbel")
    assert near[0].startswith("marble")
    assert "floor" not in near


def test_a_thing_that_is_not_there_brings_things_that_are() -> None:
    near = near_said(ROOM, "make the sofa leather")
    assert {"armchair", "side table"} <= set(near)
    assert "carcass" not in near


def test_a_misspelt_object_brings_that_object() -> None:
    assert "floor" in near_said(ROOM, "make the flor oak")


@pytest.mark.parametrize(
    ("name", "material"), [("marble_carrara", "marble_white"), ("Carrara marble", "marble_white"), ("oak", "oak")]
)
def test_names_of_other_catalogues_are_known(name: str, material: str) -> None:
    assert material_named(name) == material


@pytest.mark.parametrize(
    ("text", "material", "color"),
    [
        ("make the body matte black", "matte_paint", "#17171a"),
        ("paint it racing green", None, "#0b3d2a"),
        ("make the body forest green", None, "#2a5a34"),
    ],
)
def test_paints_and_greens_are_read(text: str, material: str | None, color: str) -> None:
    edits, missed = edits_of(CAR, text)
    assert missed == []
    body = next(one for one in applied(CAR, changes_of_all(CAR, edits)).objects if one.id == "body_1")
    assert body.color == color
    assert material in (None, body.material)


def test_a_colour_may_be_a_word_and_what_is_none_has_near_ones() -> None:
    (change,) = changes_of(CAR, Target("body_1"), Update(color="navy"))
    assert change.after["color"] == "#16264d"
    with pytest.raises(Invalid, match="near are") as refusal:
        changes_of(CAR, Target("body_1"), Update(color="turquose"))
    assert refusal.value.facts["near"][0] == "turquoise"

"""A room's own furniture stands where the text says: at a wall, in a corner, to another piece; or it is told."""

import numpy as np
import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.planner.staging.standing import Box, box_of


def inside_m(spec: DesignSpec) -> Box:
    """Return the inside of a room: from its walls to its open sides."""
    floor = box_of([one for one in spec.objects if one.type == "floor"])
    return Box(floor.low + np.array([0.12, 0.0, 0.12]), floor.high)


def there_m(spec: DesignSpec, thing: str) -> Box:
    """Return the box of the first thing of a kind."""
    return box_of([one for one in spec.objects if one.part_of == f"{thing}_1"])


def gaps_m(spec: DesignSpec, thing: str) -> list[float]:
    """Return how far a thing is from the left wall and from the back one."""
    away = there_m(spec, thing).low - inside_m(spec).low
    return [float(away[0]), float(away[2])]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("a study with a desk against the wall", "desk"),
        ("a bedroom with the bed against the wall", "bed"),
        ("an office with the desk facing the window", "desk"),
        ("a dining room with the table by the window", "table"),
    ],
)
def test_what_is_said_to_be_at_the_wall_or_the_window_stands_there(text: str, thing: str) -> None:
    spec = plan(text)
    assert min(gaps_m(spec, thing)) < 0.55
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize(("text", "thing"), [
    ("a bedroom with the bed in the corner", "bed"), ("a bedroom with a wardrobe in the corner", "wardrobe"),
])  # fmt: skip
def test_what_is_said_to_be_in_the_corner_stands_where_two_walls_meet(text: str, thing: str) -> None:
    spec = plan(text)
    assert max(gaps_m(spec, thing)) < 0.3


def test_a_desk_takes_its_chair_along_and_the_chair_still_looks_at_it() -> None:
    spec = plan("a study with a desk against the wall")
    desk, chair = there_m(spec, "desk"), there_m(spec, "office chair")
    assert desk.meets(chair, 0.1)
    assert chair.middle[2] > desk.middle[2]


@pytest.mark.parametrize(("text", "thing", "other"), [
    ("a living room with a plant next to the sofa", "plant", "sofa"),
    ("a living room with an armchair beside the bookshelf", "armchair", "bookshelf"),
])  # fmt: skip
def test_a_piece_of_a_room_stands_beside_the_one_that_the_text_says(text: str, thing: str, other: str) -> None:
    spec = plan(text)
    assert there_m(spec, thing).meets(there_m(spec, other), 0.45)
    assert spec.reading.not_understood == ()


def test_what_cannot_be_put_where_the_text_says_is_told() -> None:
    assert "sink in corner" in plan("a kitchen with the sink in the corner").reading.not_understood


@pytest.mark.parametrize("text", [
    "a study with a desk against the wall", "a bedroom with the bed in the corner",
    "a living room with an armchair beside the bookshelf", "a dining room with the table by the window",
])  # fmt: skip
def test_a_room_that_is_arranged_anew_is_sound(text: str) -> None:
    spec = plan(text)
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize(("text", "thing"), [
    ("a bedroom with a desk in the corner", "desk"), ("a bedroom with an armchair in the corner", "armchair"),
])  # fmt: skip
def test_what_a_text_puts_into_a_corner_stands_there_and_the_rest_makes_way(text: str, thing: str) -> None:
    spec = plan(text)
    assert max(gaps_m(spec, thing)) < 0.3
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_a_desk_stands_to_the_right_of_the_bookshelf_that_is_to_its_left() -> None:
    spec = plan("a room with a bookshelf to the left of the desk")
    desk, shelf = there_m(spec, "desk"), there_m(spec, "bookshelf")
    assert desk.meets(shelf, 0.45)
    assert desk.middle[2] < shelf.middle[2] - 0.5  # both at the left wall, seen from the right


def test_an_office_whose_desk_makes_way_for_a_sofa_keeps_desk_and_chair() -> None:
    spec = plan("an office with a sofa in front of the window")
    assert there_m(spec, "desk").meets(there_m(spec, "office chair"), 0.1)
    assert gaps_m(spec, "sofa")[1] < 0.3


def test_a_sofa_against_the_left_wall_has_its_back_there_and_the_open_side_is_told() -> None:
    assert gaps_m(plan("a living room with the sofa against the left wall"), "sofa")[0] < 0.3
    told = plan("a living room with the sofa against the right wall").reading.not_understood
    assert told == ("sofa against right wall",)


def test_a_television_before_the_sofa_goes_there_with_its_stand_and_at_a_distance() -> None:
    spec = plan("a living room with a tv in front of the sofa")
    stand, sofa = there_m(spec, "tv stand"), there_m(spec, "sofa")
    assert stand.meets(there_m(spec, "screen"))
    assert 1.0 < stand.low[2] - sofa.high[2] < 3.0


def test_the_lamp_in_the_corner_is_the_floor_lamp_of_the_room() -> None:
    assert plan("a living room with the lamp in the corner").reading.not_understood == ()

"""Many of a thing, and more than can be: tables grow for their chairs, and what is not drawn is said."""

import pytest

from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan


@pytest.mark.parametrize("count", [8, 10, 16])
@pytest.mark.parametrize("kind", ["", "round ", "square "])
def test_a_table_grows_for_the_chairs_around_it(count: int, kind: str) -> None:
    spec = plan(f"{count} chairs around a {kind}table")
    assert len({one.part_of for one in spec.objects if one.part_of.startswith("chair")}) == count
    assert not any("chair" in said for said in spec.reading.not_understood)
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize(
    ("text", "drawn"), [("400 chairs around a table", 20), ("a 1 m wide round table with 12 chairs", 6)]
)
def test_chairs_that_find_no_place_at_a_table_are_named(text: str, drawn: int) -> None:
    spec = plan(text)
    assert len({one.part_of for one in spec.objects if one.part_of.startswith("chair")}) == drawn
    assert f"{text.partition(' chairs')[0].split()[-1]} chairs: {drawn} drawn" in spec.reading.not_understood
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("100000 chairs", "100000 chairs: 75 drawn"),
        ("1,000 chairs", "1000 chairs: 75 drawn"),
        ("2000 chairs", "2000 chairs: 75 drawn"),
        ("99999 chairs", "99999 chairs: 75 drawn"),
        ("a table with 1,000,000 legs", "1000000 legs: 8 drawn"),
        ("chair 100001 m tall", "100001 m tall: 10 km drawn"),
        ("0.0001 mm cup", "0.0001 mm: 1 mm drawn"),
    ],
)
def test_more_than_can_be_drawn_is_said_with_what_is(text: str, said: str) -> None:
    assert plan(text).reading.not_understood == (said,)


@pytest.mark.parametrize("text", ["a 1967 sports car", "a chair from 1920", "a poster of 1984"])
def test_years_are_no_numbers_of_things(text: str) -> None:
    assert len({one.part_of for one in plan(text).objects}) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a chair next to a table", 1),
        ("a chair and a table", 1),
        ("a table, a chair and a lamp", 1),
        ("a table with a chair", 1),
        ("a red chair, a blue table and a green lamp", 1),
        ("a table with chairs", 4),
        ("a bistro table with chairs", 2),
        ("a table without chairs", 0),
    ],
)
def test_chairs_of_no_stated_number_are_drawn_with_their_table(text: str, count: int) -> None:
    spec = plan(text)
    assert len({one.part_of for one in spec.objects if one.part_of.startswith("chair")}) == count
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("a bed 5' x 6'6\"", {"width": 1.524, "depth": 1.9812}),
        ("a table 6'6\" x 3'", {"width": 1.9812, "depth": 0.9144}),
        ("a rug 5'6\" x 8'", {"width": 1.6764, "depth": 2.4384}),
        ("a desk 5 ft by 2 ft 6 in", {"width": 1.524, "depth": 0.762}),
        ("a table 3'6\" wide", {"width": 1.0668}),
        ("a 3½ foot tall lamp", {"height": 1.0668}),
        ("a 3 and a half foot tall lamp", {"height": 1.0668}),
        ("a 2½ m long table", {"length": 2.5}),
        ("a 6 foot 2 man", {"size": 1.8796}),
    ],
)
def test_feet_with_inches_and_fractions_are_one_length(text: str, sides: dict[str, float]) -> None:
    reading = plan(text).reading
    assert reading.sizes_m == pytest.approx(sides)
    assert reading.not_understood == ()

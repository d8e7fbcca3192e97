"""What a text rules out, counts and limits is obeyed, or the reading names it."""

import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan


def names(spec: DesignSpec) -> set[str]:
    return {thing.id.rpartition("_")[0] for thing in spec.objects}


def number(spec: DesignSpec, name: str) -> int:
    return sum(thing.id.rpartition("_")[0] == name for thing in spec.objects)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("a car without wheels", "wheel"),
        ("a lamp without a shade", "shade"),
        ("chair without legs", "leg"),
        ("legless chair", "leg"),
        ("sofa without cushions", "seat_cushion"),
        ("bike without a seat", "saddle"),
        ("Haus ohne Dach", "roof"),
        ("office without plants", "foliage"),
        ("a bedroom without a rug", "rug"),
        ("a guitar without strings", "string"),
    ],
)
def test_a_part_that_is_ruled_out_is_gone_and_the_rest_stands(text: str, gone: str) -> None:
    spec = plan(text, seed=1)
    assert spec.reading.excluded
    assert gone not in names(spec)
    assert spec.reading.not_understood == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize("text", ["a school bus without side mirrors", "a car without mirrors"])
def test_a_small_part_that_carries_nothing_is_left_out_without_making_the_rest(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.planner.staging.leaving.assemble", None)
    assert plan(text, seed=1).reading.not_understood == ()


def test_what_stood_on_a_part_comes_down() -> None:
    seat = {one.id: one.position.y for one in plan("chair", seed=1).objects}["seat_1"]
    lowered = {one.id: one.position.y for one in plan("chair without legs", seed=1).objects}["seat_1"]
    assert lowered < 0.3 * seat


def test_windows_that_are_holes_in_a_wall_are_closed() -> None:
    walls = [one for one in plan("house without windows").objects if "openings_m" in one.properties]
    assert walls
    assert all(one.properties["openings_m"] == [] for one in walls)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a car without front wheels", "without front wheels"),
        ("a chair without wooden legs", "without wooden legs"),
        ("an office building without windows", "without windows"),
        ("a stemless wine glass", "stemless"),
    ],
)
def test_what_cannot_be_left_out_is_named_in_the_words_of_the_text(text: str, said: str) -> None:
    assert said in plan(text).reading.not_understood


def test_a_denial_is_of_the_thing_that_was_named_last() -> None:
    spec = plan("a desk with a lamp without a base, and a chair without legs", seed=1)
    assert number(spec, "leg") > 0  # those of the desk


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a chair with 17 legs", "17 legs: 4 drawn"),
        ("a car with twenty doors", "20 doors"),
        ("-5 chairs", "-5 chairs: 1 drawn"),
        ("0 chairs", "0 chairs: 1 drawn"),
    ],
)
def test_a_number_that_is_not_drawn_is_named_with_the_one_that_is(text: str, said: str) -> None:
    assert any(one.startswith(said) for one in plan(text).reading.not_understood)


def test_numbers_that_are_drawn_are_not_named() -> None:
    for text in ("a three-legged stool", "a table with four chairs", "bookshelf with five shelves", "4-legged chair"):
        assert plan(text).reading.not_understood == (), text


def test_a_room_leaves_out_its_own_lamps_where_the_text_counts_them() -> None:
    spec = plan("two floor lamps in a living room", seed=1)
    assert len({one.part_of for one in spec.objects if one.part_of.startswith("floor lamp")}) == 2


@pytest.mark.parametrize(
    "text", ["a chair under $500", "a laptop lighter than 2 kg", "a desk that weighs less than 9 kg"]
)
def test_limits_on_cost_and_weight_are_said_not_to_be_enforced(text: str) -> None:
    assert any("not enforced" in one for one in plan(text).reading.not_understood)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a vase made only of glass, no glass", "glass, yet no glass"),
        ("a table made only of steel, wooden", "wooden, yet only steel"),
        ("a table made only of steel with oak legs", "oak legs, yet only steel"),
        ("a sofa with armrests, no armrests", "armrest, yet without armrests"),
        ("a table with four legs and no legs", "4 legs, yet without legs"),
    ],
)
def test_each_contradiction_is_named(text: str, said: str) -> None:
    assert said in plan(text).reading.not_understood


def test_what_is_free_of_a_colour_does_not_get_it() -> None:
    reading = plan("red blue-free chair").reading
    assert (reading.colors, reading.excluded, reading.not_understood) == (("red",), ("blue",), ())


def test_only_one_material_is_that_of_every_part() -> None:
    assert {one.material for one in plan("a chair made only of steel").objects} == {"steel_brushed"}


def test_a_material_that_is_ruled_out_is_nowhere() -> None:
    spec = plan("a rustic chair, no wood", seed=1)
    assert not {"oak", "pine", "walnut"} & {one.material for one in spec.objects}

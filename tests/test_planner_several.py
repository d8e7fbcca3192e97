"""Parts of which the text names several: each has its own colour, or the text is told so."""

import pytest

from domain.colors import COLORS
from domain.spec import DesignSpec
from engine.planner import plan

RED, BLUE, YELLOW = COLORS["red"], COLORS["blue"], COLORS["yellow"]


def _colors(spec: DesignSpec, kind: str) -> list[str]:
    return sorted(one.color for one in spec.objects if one.id.startswith(f"{kind}_"))


@pytest.mark.parametrize(
    ("text", "kind", "colors"),
    [
        ("a table with a red leg and three blue legs", "leg", [BLUE, BLUE, BLUE, RED]),
        ("a chair with one red leg", "leg", ["", "", "", RED]),
        ("a sofa with three cushions, two of them yellow", "seat_cushion", ["", YELLOW, YELLOW]),
        ("a sofa with two red cushions and a blue cushion", "seat_cushion", [BLUE, RED, RED]),
    ],
)
def test_each_part_has_the_colour_that_is_said_of_it(text: str, kind: str, colors: list[str]) -> None:
    spec = plan(text)
    assert _colors(spec, kind) == sorted(colors)
    assert spec.reading.not_understood == ()


def test_two_of_three_things_have_the_colour_that_is_said_of_two() -> None:
    spec = plan("three chairs, two of them red")
    red = {one.part_of for one in spec.objects if one.color == RED}
    assert (len({one.part_of for one in spec.objects}), len(red)) == (3, 2)


def test_parts_that_are_no_objects_of_their_own_are_told() -> None:
    told = plan("a dresser with a red drawer, a blue drawer and four white drawers").reading.not_understood
    assert told == ("1 red drawer and 1 blue drawer and 4 white drawers",)


def test_shelves_of_a_bookshelf_that_are_not_alike_are_no_more_bookshelves() -> None:
    spec = plan("a bookshelf with five shelves, one of them green")
    assert {one.part_of for one in spec.objects} >= {"bookshelf_1"}
    assert "bookshelf_2" not in {one.part_of for one in spec.objects}


def test_solids_stand_on_solids() -> None:
    spec = plan("a red sphere on a blue cube on a cylinder")
    tops = sorted(one.position.y for one in spec.objects)
    assert len(spec.objects) == 3
    assert tops[0] < tops[1] < tops[2]


@pytest.mark.parametrize(
    "text", ["a coffee table with a shelf underneath", "ice cream in a waffle cone", "a knight in armour"]
)
def test_what_is_part_of_a_thing_is_no_second_one(text: str) -> None:
    spec = plan(text)
    assert len({one.part_of for one in spec.objects}) == 1
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a snow-covered house", ("snow covered",)),
        ("a snow-covered mountain", ()),
        ("a table with one short leg", ("one short leg",)),
        ("a chair with -3 legs", ("-3 legs",)),
        ("a pair of sneakers", ()),
        ("an old TV with rabbit ears", ()),
        ("a table with rounded corners", ("rounded corner",)),
        ("a convertible with luggage on the back", ("luggage on the back",)),
    ],
)
def test_what_is_not_drawn_is_told_and_nothing_else(text: str, told: tuple[str, ...]) -> None:
    assert plan(text).reading.not_understood == told


def test_colours_that_are_fruit_too_are_colours_before_another() -> None:
    spec = plan("a mechanical keyboard with orange and grey keycaps")
    assert {one.part_of for one in spec.objects} == {"keyboard_1"}


def test_the_basket_in_front_of_a_bicycle_hangs_on_it() -> None:
    spec = plan("a bicycle with a basket in front")
    assert {one.part_of for one in spec.objects} == {"bicycle_1"}
    assert any(one.id.startswith("basket") and one.position.y > 0.4 for one in spec.objects)


def test_brutalist_is_of_concrete() -> None:
    assert "concrete" in {one.material for one in plan("a brutalist house").objects}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a bar stool with a round seat", ()),
        ("a stool with a square seat", ("square seat",)),
        ("a filing cabinet with four drawers, one open", ("one open",)),
    ],
)
def test_forms_of_parts_and_states_of_some_of_them(text: str, told: tuple[str, ...]) -> None:
    assert plan(text).reading.not_understood == told


@pytest.mark.parametrize(
    ("text", "things", "told"),
    [
        ("a table with a shelf", {"table_1"}, ()),
        ("a bench with a shelf underneath", {"bench_1"}, ("shelf",)),
        ("a cube 10 cm on each side", {"solid_1"}, ()),
        ("a porcelain vase with a dragon", {"vase_1"}, ("dragon",)),
        ("a blue and white porcelain vase", {"vase_1"}, ("white",)),
        ("an orange and black motorcycle", {"motorcycle_1"}, ()),
        ("a green house", {"house_1"}, ()),
    ],
)
def test_words_that_could_be_second_things_are_none(text: str, things: set[str], told: tuple[str, ...]) -> None:
    spec = plan(text)
    assert {one.part_of for one in spec.objects} == things
    assert spec.reading.not_understood == told


def test_a_table_for_eight_with_chairs_has_eight() -> None:
    spec = plan("a dining table for eight with chairs")
    assert len({one.part_of for one in spec.objects if one.part_of.startswith("chair_")}) == 8
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize("form", ["round", "oval"])
def test_the_legs_of_a_round_table_stand_under_its_top(form: str) -> None:
    objects = plan(f"{form} table with four legs").objects
    top = next(one for one in objects if one.id == "top_1")
    legs = [one for one in objects if one.id.startswith("leg_")]
    reach = [
        (one.position.x / top.dimensions.width) ** 2 + (one.position.z / top.dimensions.depth) ** 2 for one in legs
    ]
    assert len(legs) == 4
    assert max(reach) < 0.25


def _middle(spec: DesignSpec, thing: str) -> tuple[float, float]:
    own = [one.position for one in spec.objects if one.part_of.startswith(thing)]
    return sum(one.x for one in own) / len(own), sum(one.z for one in own) / len(own)


def test_on_one_side_and_on_the_other_are_two_sides() -> None:
    spec = plan("a sofa with a lamp on one side and a plant on the other")
    assert _middle(spec, "plant")[0] < _middle(spec, "sofa")[0] < _middle(spec, "lamp")[0]


def test_what_is_on_one_side_of_a_table_stands_along_it() -> None:
    spec = plan("a kitchen table with a bench on one side and four chairs on the other")
    assert _middle(spec, "chair")[1] < _middle(spec, "table")[1] < _middle(spec, "bench")[1]
    assert spec.reading.not_understood == ()


def test_a_sentence_that_begins_with_a_place_in_a_room_is_about_the_room() -> None:
    spec = plan("in the corner of a bedroom stands a crib")
    assert spec.reading.archetype == "bedroom"
    assert any(one.part_of.startswith("crib") for one in spec.objects)
    assert spec.reading.not_understood == ()

"""What comes together: parts and whole, pairs, plurals without a number, bunches, and what is ruled out."""

from collections import Counter

import pytest

from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.planner.staging.standing import box_of


def things(text: str) -> list[str]:
    """Return the things that a text is drawn as, like chair_1."""
    return sorted({one.part_of for one in plan(text).objects})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a glass display cabinet with four shelves and interior lighting", ["cabinet_1"]),
        ("a cannon on a wooden carriage", ["cannon_1"]),
        ("a pair of white wireless earbuds", ["headphones_1"]),
        ("a bow and three arrows", ["bow and arrows_1"]),
        ("ten bowling pins", ["bowling set_1"]),
        ("a snow globe with a tiny house inside", ["snow globe_1"]),
        ("a golden retriever puppy", ["animal_1"]),
    ],
)
def test_what_belongs_to_a_thing_is_no_thing_beside_it(text: str, expected: list[str]) -> None:
    assert things(text) == expected


def test_things_in_the_plural_without_a_number_are_several_and_no_number_is_claimed() -> None:
    reading = plan("a desk with books").reading
    assert things("a desk with books") == ["book_1", "book_2", "book_3", "desk_1"]
    assert "book" not in reading.counts
    assert reading.not_understood == ()


def test_chairs_that_face_each_other_stand_at_the_table_and_not_on_it() -> None:
    spec = plan("a chess board on a round table with two chairs facing each other")
    assert {one.part_of for one in spec.objects if "chair" in one.part_of} == {"chair_1", "chair_2"}
    assert min(one.position.y for one in spec.objects if one.part_of == "chair_1") < 0.01


@pytest.mark.parametrize("text", ["a bouquet of tulips in a crystal vase", "five red roses in a vase"])
def test_a_bunch_in_a_vase_is_the_vases_own(text: str) -> None:
    spec = plan(text)
    assert sum(one.type == "flower" for one in spec.objects) > 4
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_handles_may_be_ruled_out() -> None:
    spec = plan("a chest of drawers in oak with five drawers and no handles")
    assert spec.reading.not_understood == ()
    assert not any("handles" in part.name for part in assemble(spec, quality="draft").parts)


def test_words_choose_the_form_of_legs() -> None:
    legs = {one.properties.get("style") for one in plan("a desk with hairpin legs").objects if one.type == "leg"}
    assert "hairpin" in legs


def test_a_box_of_cardboard_is_no_crate_of_boards() -> None:
    assert len(plan("a box made of cardboard").objects) < 20
    assert {"flap_1", "tape_1"} <= {one.id for one in plan("a cardboard box").objects}


@pytest.mark.parametrize(
    ("text", "expected", "said"),
    [
        ("a snow globe with a tiny church inside", ["snow globe_1"], ("church",)),
        ("a jar with a car inside", ["vase_1"], ("car inside jar",)),
        ("a box with a cat inside", ["animal_1", "crate_1"], ()),
    ],
)
def test_what_is_far_too_large_to_be_inside_is_left_out_and_said(
    text: str, expected: list[str], said: tuple[str, ...]
) -> None:
    assert things(text) == expected
    assert plan(text).reading.not_understood == said


@pytest.mark.parametrize("vessel", ["bucket", "mug", "jug", "basket"])
def test_a_bunch_stands_in_what_it_is_put_into(vessel: str) -> None:
    spec = plan(f"a bouquet in a {vessel}")
    holder = [one for one in spec.objects if one.part_of == f"{vessel}_1"]
    stems = [one for one in spec.objects if one.part_of == "flower_1"]
    assert len(stems) == 7
    assert spec.reading.not_understood == ()
    assert min(one.position.y for one in stems) < min(one.position.y + one.dimensions.height / 2 for one in holder)
    assert max(one.position.y + one.dimensions.height for one in stems) > max(
        one.position.y + one.dimensions.height for one in holder if not one.id.startswith(("handle", "grip"))
    )
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_a_bunch_that_goes_into_nothing_has_a_pot_and_is_told() -> None:
    spec = plan("a bouquet in a wine glass")
    assert any(one.id.startswith("pot") for one in spec.objects)
    assert spec.reading.not_understood == ("bouquet in wine glass",)


@pytest.mark.parametrize(
    ("text", "count"), [("three apples in a bowl", 3), ("an apple in a bowl", 1), ("apples in a bowl", 6)]
)
def test_fruit_in_a_bowl_lies_in_it_in_its_number(text: str, count: int) -> None:
    spec = plan(text)
    assert sum(one.type == "grown" for one in spec.objects) == count
    assert spec.reading.not_understood == ()


def test_a_stack_of_five_books_is_one_stack() -> None:
    assert things("a stack of five books") == ["book_1"]
    assert sum(one.type == "book" for one in plan("a stack of five books").objects) == 5


def test_a_statue_is_of_whom_the_text_says() -> None:
    lion, man = plan("a bronze statue of a lion"), plan("a bronze statue of a man")
    assert any(one.id.startswith("mane") for one in lion.objects)
    assert not any(one.id.startswith("mane") for one in man.objects)
    assert {one.material for one in lion.objects if one.id.startswith("body")} == {"bronze_aged"}
    assert faults_of(assemble(lion, quality="draft"), lion) == ()


@pytest.mark.parametrize(
    ("text", "kind", "colors"),
    [
        ("a table with a red chair and a green one", "chair", [["#b3201f"], ["#2f7a3d"]]),
        ("a table with two red chairs and a green chair", "chair", [["#b3201f"], ["#b3201f"], ["#2f7a3d"]]),
        ("a living room with a red armchair and a blue one", "armchair", [["#b3201f"], ["#1f4fa3"]]),
    ],
)
def test_furniture_of_one_kind_that_is_told_of_twice_is_drawn_twice(
    text: str, kind: str, colors: list[list[str]]
) -> None:
    spec = plan(text, seed=1)
    wholes = sorted({one.part_of for one in spec.objects if one.part_of.rpartition("_")[0] == kind})
    assert spec.reading.not_understood == ()
    assert [sorted({one.color for one in spec.objects if one.part_of == whole} - {""}) for whole in wholes] == colors
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_chairs_of_two_colors_stand_at_their_table_and_not_behind_each_other() -> None:
    spec = plan("a dining table with three red chairs and three blue chairs", seed=1)
    table = box_of([one for one in spec.objects if one.part_of == "table_1"])
    for number in range(1, 7):
        chair = box_of([one for one in spec.objects if one.part_of == f"chair_{number}"])
        assert ((chair.low < table.high) & (chair.high > table.low)).all(), number


def test_what_hangs_above_a_thing_that_draws_it_is_its_own() -> None:
    assert things("a crib with a mobile above it") == ["crib_1"]
    assert sum(one.id.startswith("charm_") for one in plan("a crib with a mobile above it").objects) == 4
    assert not any(one.id.startswith("charm_") for one in plan("a crib").objects)


@pytest.mark.parametrize(
    "text", ["a fridge with four doors", "a tv stand with three drawers", "a circuit board with eight leds"]
)
def test_numbers_of_parts_are_drawn(text: str) -> None:
    assert plan(text).reading.not_understood == ()


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("a sofa with a lamp on each side", {"sofa": 1, "lamp": 2}),
        ("a bed with a nightstand on either side of it", {"bed": 1, "nightstand": 2}),
        ("a tall brass lamp on each side of a sofa", {"sofa": 1, "lamp": 2}),
        ("a fireplace with chairs on both sides", {"fireplace": 1, "chair": 2}),
        ("a table with a chair at each end", {"table": 1, "chair": 2}),
        ("a table with two chairs beside it", {"table": 1, "chair": 2}),
    ],
)
def test_one_on_each_side_is_two(text: str, things: dict[str, int]) -> None:
    spec = plan(text)
    assert Counter(one.rpartition("_")[0] for one in {one.part_of for one in spec.objects}) == things
    assert spec.reading.not_understood == ()

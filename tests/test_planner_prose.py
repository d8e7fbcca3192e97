"""Words that only look like names, comparisons, places and contents: read as what they are, drawn or told."""

import pytest

from engine.planner import plan


@pytest.mark.parametrize(
    ("text", "archetype"),
    [
        ("a well made oak chair", "chair"),
        ("This lamp pairs well with any sofa.", "lamp"),
        ("Nightstand in oak. Ships flat-packed.", "nightstand"),
        ("Fans of mid-century design will love this sideboard.", "sideboard"),
        ("a taller bookcase", "bookshelf"),
        ("a wooden tabel", "table"),
        ("a stone well with a bucket", "well"),
        ("Handmade in our shop from solid ash, our nightstand has two drawers", "nightstand"),
    ],
)
def test_verbs_adverbs_and_slips_are_no_things(text: str, archetype: str) -> None:
    spec = plan(text)
    assert spec.reading.archetype == archetype
    assert {one.part_of for one in spec.objects} == {f"{archetype}_1"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a chair taller than the table beside it", "taller than the table beside it"),
        ("a stool half as high as the table next to it", "half as high as the table next to it"),
        ("a bucket of sand", "of sand"),
        ("a plate of sushi", "of sushi"),
        ("a bowl of cherries", "of cherries"),
        ("a chair made of water", "made of water"),
        ("a chair on a marble floor", "on a marble floor"),
        ("a cabin in the snow", "in the snow"),
        ("a bench by the sea", "by the sea"),
        ("a table 4 cm thick", "thickness: 0.04 m"),
        ("an aquarium with three goldfish and a plastic castle", "plastic castle"),
    ],
)
def test_places_contents_and_comparisons_that_are_not_drawn_are_told(text: str, told: str) -> None:
    assert told in plan(text).reading.not_understood


@pytest.mark.parametrize(
    "text", ["a bowl of fruit", "a full glass of water", "a bouquet of roses", "an open dishwasher"]
)
def test_contents_that_are_drawn_are_not_told(text: str) -> None:
    assert plan(text).reading.not_understood == ()


def test_what_is_said_after_is_is_of_the_subject() -> None:
    spec = plan("The lamp on the table is yellow.")
    assert {one.part_of for one in spec.objects if one.color == plan("a yellow lamp").objects[0].color} == {"lamp_1"}


def test_a_lamp_above_a_table_hangs() -> None:
    things = {one.part_of for one in plan("a lamp hanging above a dining table").objects}
    assert things == {"pendant lamp_1", "table_1"}


@pytest.mark.parametrize(("said", "plain"), [("baby blue", "blue"), ("hot pink", "pink"), ("neon green", "green")])
def test_colours_of_two_words_are_their_own(said: str, plain: str) -> None:
    colors = [{one.color for one in plan(f"a {word} chair").objects if one.color} for word in (said, plain)]
    assert colors[0]
    assert colors[0].isdisjoint(colors[1])

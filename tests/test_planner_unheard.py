"""What a register names and a drawing does not have is told; what it has by another name, or anyway, is not."""

import numpy as np
import pytest

from engine.planner import plan
from engine.planner.staging.standing import box_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a rowing boat with an anchor", "anchor"),
        ("a pizza with mushrooms", "mushrooms"),
        ("an airship with a flag", "flag"),
        ("a book with a bookmark", "bookmark"),
        ("an armchair with a footrest", "footrest"),
        ("a fridge with its door open", "open"),
        ("a curved monitor", "curved"),
        ("an extending dining table", "extending"),
        ("a laptop that is closed", "closed"),
    ],
)
def test_a_feature_without_a_drawing_is_told(text: str, told: str) -> None:
    assert told in plan(text).reading.not_understood


@pytest.mark.parametrize(
    "text",
    [
        "a potted monstera plant",
        "a church with a tower",
        "a factory with a sawtooth roof",
        "a bridge with a railing",
        "an articulated tram",
        "a bicycle with a headlight",
        "a toaster with four slots",
        "an adjustable standing desk",
        "a table with a glass top",
        "a vintage camera",
        "a two storey house",
        "a gabled house",
        "a doorbell with a camera",
        "a candle that is lit",
        "a wardrobe with a mirror on the left door",
        "a black leather office chair with five wheels",
        "a child's bedroom with a toy chest and a rocking horse",
    ],
)
def test_a_feature_that_is_drawn_is_not_told(text: str) -> None:
    assert plan(text).reading.not_understood == ()


@pytest.mark.parametrize(
    ("text", "style"),
    [("an industrial loft kitchen", "industrial"), ("an ornate mirror", "baroque")],
)
def test_a_style_in_a_name_is_a_style(text: str, style: str) -> None:
    assert plan(text).style == style


def test_books_have_the_colour_that_is_said() -> None:
    books = [one for one in plan("a bookshelf filled with green books").objects if one.type == "books"]
    assert {one.color for one in books} == {"#2f7a3d"}


def test_a_trio_is_three() -> None:
    assert plan("a trio of pendant lamps over a dining table").reading.counts == {"pendant lamp": 3}


def test_a_sofa_with_a_chaise_at_its_end_is_one_thing() -> None:
    spec = plan("a three-seater sofa with a chaise on the left")
    assert {one.part_of for one in spec.objects} == {"sofa_1"}


@pytest.mark.parametrize("text", ["a glass", "an empty glass", "a full glass of water"])
def test_a_glass_alone_is_to_drink_from(text: str) -> None:
    assert plan(text).reading.archetype == "wine glass"


@pytest.mark.parametrize(
    ("text", "told"),
    [("a purple pizza", "purple"), ("a brass burger", "brass"), ("a steampunk key", "steampunk")],
)
def test_a_look_of_the_whole_that_nothing_has_is_told(text: str, told: str) -> None:
    assert told in plan(text).reading.not_understood


@pytest.mark.parametrize("word", ["tall", "long", "narrow", "short"])
@pytest.mark.parametrize("thing", ["snail", "laptop", "chair"])
def test_words_of_size_change_every_thing(word: str, thing: str) -> None:
    plain, said = (box_of(plan(text).objects).size for text in (f"a {thing}", f"a {word} {thing}"))
    assert not np.allclose(plain, said)


def test_a_room_has_its_walls_in_its_colour() -> None:
    walls = [one for one in plan("a blue living room").objects if one.id.startswith("wall_")]
    assert {one.color for one in walls} == {plan("a blue chair").objects[0].color}


def test_frosted_glass_keeps_its_colour() -> None:
    (vase,) = plan("a tall frosted blue glass vase").objects
    assert (vase.material, vase.color) == ("glass_frosted", plan("a blue glass vase").objects[0].color)

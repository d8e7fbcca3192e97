"""What was asked for is not lost: a house with a garage is a house, and what ends a text is said of the whole."""

import pytest

from engine.planner import plan


@pytest.mark.parametrize(
    "text", ["a house with a garage for two cars", "a house with 3 floors and a garage for two cars"]
)
def test_a_house_with_a_garage_for_cars_is_a_house(text: str) -> None:
    assert plan(text, seed=1).reading.archetype == "house"


def test_a_garage_for_cars_is_a_garage() -> None:
    assert plan("a garage for two cars", seed=1).reading.archetype == "garage"


@pytest.mark.parametrize(
    ("text", "material"),
    [
        ("a chair with a high back, all in beech", "beech"),
        ("a stool with three legs, made of ash", "ash"),
        ("a wooden stool with three turned legs, entirely of walnut", "walnut"),
    ],
)
def test_a_material_at_the_end_is_of_the_whole(text: str, material: str) -> None:
    assert {one.material for one in plan(text, seed=1).objects} == {material}


@pytest.mark.parametrize("text", ["an office of 20 m² space with a desk", "a 30 m² office space with two desks"])
def test_the_space_of_a_room_is_understood(text: str) -> None:
    assert plan(text, seed=1).reading.not_understood == ()

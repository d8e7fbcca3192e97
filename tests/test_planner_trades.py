"""A place that is named by what it makes or sells is not made of it."""

import pytest

from engine.planner import plan


@pytest.mark.parametrize(
    "text",
    [
        "a textile factory", "a glass factory", "a fabric shop", "a small leather shop", "a paper mill",
        "a steel mill", "a rope factory", "a chocolate shop", "a porcelain store", "cotton mill with a tall chimney",
    ],
)  # fmt: skip
def test_what_a_place_makes_or_sells_is_not_what_it_is_made_of(text: str) -> None:
    reading = plan(text).reading
    assert reading.design_type == "building"
    assert (reading.materials, reading.colors, reading.not_understood) == ((), (), ())


def test_a_paper_mill_is_a_factory_and_no_windmill() -> None:
    assert plan("a paper mill").reading.archetype == "factory"


@pytest.mark.parametrize(
    ("text", "material"),
    [
        ("a shop made of glass", "glass_clear"), ("a red brick factory", "brick_red"), ("a wooden shop", "oak"),
        ("a concrete factory", "concrete"), ("a rusty metal factory", "steel_corten"), ("a glass house", "glass_clear"),
    ],
)  # fmt: skip
def test_a_place_is_of_what_it_is_said_to_be_built_of(text: str, material: str) -> None:
    objects = plan(text).objects
    assert any(one.material == material for one in objects)


def test_the_walls_of_a_glass_factory_may_be_of_brick() -> None:
    reading = plan("a glass factory with brick walls").reading
    assert reading.part_materials == {"wall": "brick_red"}
    assert "glass_clear" not in reading.materials


def test_a_rubber_plant_is_green() -> None:
    spec = plan("a rubber plant")
    assert spec.reading.materials == ()
    assert {one.material for one in spec.objects if one.type == "foliage"} == {"leaf_green"}
    assert not any(one.material == "rubber_black" for one in spec.objects)

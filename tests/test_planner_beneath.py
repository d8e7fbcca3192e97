"""What stands under another thing is really below something of it; what belongs to a thing is drawn with it."""

import pytest

from engine.planner import plan
from engine.planner.staging.standing import box_of


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("a bench under a tree", "bench_1"),
        ("a tree with a bench under it", "bench_1"),
        ("a cat under a table", "animal_1"),
    ],
)
def test_what_fits_stands_below(text: str, below: str) -> None:
    spec = plan(text)
    own = box_of([one for one in spec.objects if one.part_of == below])
    other = box_of([one for one in spec.objects if one.part_of != below])
    assert spec.reading.not_understood == ()
    assert (other.low[[0, 2]] < own.low[[0, 2]]).all()
    assert (other.high > own.high).all()


def test_what_is_too_high_is_told_and_stands_beside() -> None:
    told = plan("an l-shaped desk with a filing cabinet under it").reading.not_understood
    assert told == ("filing cabinet under corner desk",)


@pytest.mark.parametrize(
    ("text", "noun", "number"),
    [("an aquarium with three goldfish", "fish", 3), ("a goldfish bowl", "fish", 1)],
)
def test_fish_swim_in_the_tank(text: str, noun: str, number: int) -> None:
    spec = plan(text)
    assert sum(one.id.startswith(f"{noun}_") for one in spec.objects) == number
    assert {one.part_of for one in spec.objects} == {"aquarium_1"}
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize(
    "text", ["a bamboo bridge over a pond", "a gothic cathedral with twin towers", "a church with two towers"]
)
def test_what_a_building_has_is_its_own(text: str) -> None:
    spec = plan(text)
    assert len({one.part_of for one in spec.objects}) == 1
    assert spec.reading.not_understood == ()

"""Where things stand that are said together: lists, several of a kind, it and each, between, in, and sizes."""

import numpy as np
import pytest

from domain.spec import DesignObject, DesignSpec
from engine.planner import plan
from engine.planner.staging.sizing import measured_m, without_ground
from engine.planner.staging.standing import Box, box_of


def _boxes(design: DesignSpec) -> dict[str, Box]:
    things: dict[str, list[DesignObject]] = {}
    for one in design.objects:
        things.setdefault(one.part_of, []).append(one)
    return {name: box_of(objects) for name, objects in things.items()}


def _is_on(one: Box, other: Box) -> bool:
    is_over = (np.abs(one.middle - other.middle)[[0, 2]] <= other.size[[0, 2]] / 2).all()
    return bool(is_over and one.low[1] > other.low[1] + 0.2 * other.size[1])


@pytest.mark.parametrize(
    ("prompt", "carried", "carrier"),
    [
        ("a bookshelf to the left of a desk, with a plant on top of the bookshelf", ["plant_1"], "bookshelf_1"),
        ("a chair to the left of a table with a lamp on the chair", ["lamp_1"], "chair_1"),
        ("a teddy bear with a red bow tie under a glass table, a vase of flowers on the table", ["vase_1"], "table_1"),
        ("a laptop, a mug and a book on a desk", ["laptop_1", "mug_1", "book_1"], "desk_1"),
        ("a vase with three sunflowers on a piano", ["vase_1"], "piano_1"),
        ("a table with plates, forks and wine glasses", ["plate_1", "fork_1", "wine glass_1"], "table_1"),
        ("a bed and a lamp on a nightstand", ["lamp_1"], "nightstand_1"),
        ("four chairs around a glass table, a vase of tulips on it", ["vase_1"], "table_1"),
        ("two monitors on the desk", ["screen_1", "screen_2"], "desk_1"),
        ("a dog under a table, a cat on the table", ["animal_2"], "table_1"),
    ],
)
def test_each_of_a_list_stands_on_what_the_text_says(prompt: str, carried: list[str], carrier: str) -> None:
    design = plan(prompt)
    boxes = _boxes(design)
    assert all(_is_on(boxes[name], boxes[carrier]) for name in carried)


def test_a_bed_is_not_put_on_the_nightstand_with_the_lamp() -> None:
    assert _boxes(plan("a bed and a lamp on a nightstand"))["bed_1"].low[1] < 0.01


def test_what_wears_a_bow_stands_under_the_table_itself() -> None:
    boxes = _boxes(plan("a teddy bear with a red bow under a glass table"))
    assert boxes["table_1"].low[0] < boxes["teddy bear_1"].middle[0] < boxes["table_1"].high[0]


@pytest.mark.parametrize(
    ("prompt", "colors"),
    [
        ("two chairs, one red and one white", 2),
        ("three balls: red, green and blue", 3),
        ("a red chair, a blue chair and a green chair", 3),
        ("three cats, two black and one white", 2),
    ],
)
def test_several_of_a_kind_keep_a_colour_each(prompt: str, colors: int) -> None:
    design = plan(prompt)
    first: dict[str, str] = {}
    for one in design.objects:
        if one.color:
            first.setdefault(one.part_of, one.color)
    assert len(set(first.values())) == colors


def test_a_big_and_a_small_chair_are_two_of_different_size() -> None:
    boxes = _boxes(plan("a big chair and a small chair"))
    assert boxes["chair_1"].size[1] > 1.3 * boxes["chair_2"].size[1]


def test_each_nightstand_has_its_lamp() -> None:
    boxes = _boxes(plan("bed with two nightstands, a lamp on each"))
    lamps, stands = ([boxes[f"{name}_{number}"] for number in (1, 2)] for name in ("lamp", "nightstand"))
    assert all(sum(_is_on(lamp, stand) for lamp in lamps) == 1 for stand in stands)


def test_chairs_of_a_glass_table_are_not_of_glass() -> None:
    chairs = [one for one in plan("four chairs around a glass table").objects if one.part_of.startswith("chair")]
    assert chairs
    assert not any(one.material.startswith("glass") for one in chairs)


def test_a_french_round_glass_table_stands_among_its_blue_chairs() -> None:
    design = plan("trois chaises bleues autour d'une table ronde en verre")
    assert {"table_1", "chair_1", "chair_2", "chair_3"} <= set(_boxes(design))
    assert design.reading.not_understood == ()


@pytest.mark.parametrize(
    ("prompt", "middle", "sides"),
    [
        ("a sofa between two floor lamps", "sofa_1", ("floor lamp_1", "floor lamp_2")),
        ("a hammock between two palm trees", "hammock_1", ("tree_1", "tree_2")),
        ("a sofa between a lamp and a plant", "sofa_1", ("lamp_1", "plant_1")),
    ],
)
def test_a_thing_stands_between_the_others(prompt: str, middle: str, sides: tuple[str, str]) -> None:
    boxes = _boxes(plan(prompt))
    left, right = sorted(boxes[name].middle[0] for name in sides)
    assert left < boxes[middle].low[0]
    assert boxes[middle].high[0] < right


@pytest.mark.parametrize(
    ("prompt", "inner", "outer"),
    [
        ("a red rose in a bottle", "flower_1", "bottle_1"),
        ("candle in a bottle", "candle_1", "bottle_1"),
        ("cat in a box", "animal_1", "crate_1"),
    ],
)
def test_what_is_in_a_vessel_begins_below_its_rim(prompt: str, inner: str, outer: str) -> None:
    design = plan(prompt)
    boxes = _boxes(design)
    assert boxes[inner].low[1] < boxes[outer].high[1] - 0.02
    assert design.reading.not_understood == ()


def test_what_does_not_go_in_is_admitted() -> None:
    reading = plan("a hammer in a red toolbox").reading
    assert reading.not_understood == ("hammer in toolbox: drawn on it",)
    assert reading.confidence < 0.9


def test_two_numbers_of_the_same_part_contradict_each_other() -> None:
    assert "3 legs, yet 4 legs" in plan("a 3 legged table with 4 legs").reading.not_understood


@pytest.mark.parametrize(
    ("prompt", "kind", "number"),
    [("a castle with 5 towers", "tower", 5), ("sofa mit vier Beinen", "leg", 4)],
)
def test_a_number_of_parts_is_drawn(prompt: str, kind: str, number: int) -> None:
    roots = [one.id.rpartition("_")[0] for one in plan(prompt).objects]
    assert plan(prompt).reading.not_understood == ()
    assert roots.count(kind) >= number


def test_an_island_has_as_many_stools_as_are_counted() -> None:
    things = {one.part_of for one in plan("kitchen island with 3 stools").objects}
    assert {"stool_1", "stool_2", "stool_3"} <= things
    assert "stool_4" not in things


@pytest.mark.parametrize(
    ("prompt", "sides"),
    [
        ("a 12 ft by 8 ft garden shed", {0: 12 * 0.3048, 2: 8 * 0.3048}),
        ("a garage 6 x 6 m", {0: 6.0, 2: 6.0}),
        ("a house 10 m wide and 8 m deep", {0: 10.0, 2: 8.0}),
        ("a barn 20m long", {2: 20.0}),
        ("a bridge 100 m long and 8 m wide", {0: 100.0, 2: 8.0}),
        ("a concrete bridge 10 km long", {0: 10_000.0}),
        ("a table 2 m long and 90 cm wide", {0: 2.0, 2: 0.9}),
    ],
)
def test_a_stated_size_is_of_the_thing_without_its_ground(prompt: str, sides: dict[int, float]) -> None:
    measured = measured_m(without_ground(plan(prompt).objects))
    assert {axis: float(measured[axis]) for axis in sides} == pytest.approx(sides, rel=0.01)

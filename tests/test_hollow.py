"""What things weigh, held against what such things ordinarily weigh."""

from functools import cache

import pytest
from msgspec.structs import replace

from domain.scoring.grades import SUBSTANCES
from domain.scoring.hollow import volume_of
from domain.scoring.survey import Survey
from domain.spec import DesignObject, Dimensions
from engine.planner import plan

FACTOR = 2.0
REAL_KG = {
    "tree": 400.0, "saxophone": 2.8, "trumpet": 1.1, "hot air balloon": 400.0, "vending machine": 200.0,
    "bicycle": 14.0, "floor lamp": 7.0, "table lamp": 2.0, "desk lamp": 1.8, "desk": 50.0, "steel desk": 60.0,
    "chair": 5.5, "steel chair": 6.5, "office chair": 14.0, "armchair": 28.0, "sofa": 55.0, "stool": 4.5, "bench": 15.0,
    "dining table": 45.0, "coffee table": 20.0, "nightstand": 16.0, "cabinet": 45.0, "wardrobe": 150.0, "bed": 120.0,
    "refrigerator": 70.0, "washing machine": 70.0, "oven": 55.0, "microwave": 13.0, "toaster": 1.8, "fan": 5.0,
    "vacuum cleaner": 6.0, "television": 16.0, "computer monitor": 5.0, "laptop": 1.8, "keyboard": 0.8,
    "headphones": 0.3, "mug": 0.35, "plate": 0.6, "bottle": 0.5, "frying pan": 1.2, "pot": 1.8, "hammer": 0.8,
    "bucket": 1.8, "ladder": 8.0, "toilet": 32.0, "sink": 26.0, "wheelchair": 17.0, "car": 1500.0, "motorcycle": 190.0,
    "book": 0.6,
}  # fmt: skip
"""Ordinary, rounded weights of such things in this size (no one product's); the bed with its mattress, the bottle
empty."""


@cache
def mass_kg(text: str) -> float:
    return Survey(plan(text, seed=1)).mass_kg


@pytest.mark.parametrize("text", REAL_KG)
def test_everyday_things_weigh_what_they_weigh(text: str) -> None:
    assert REAL_KG[text] / FACTOR <= mass_kg(text) <= REAL_KG[text] * FACTOR


def part(kind: str, material: str, size: Dimensions, name: str = "leg_1", **properties: object) -> float:
    """Return the mass of one part of a piece of furniture."""
    thing = DesignObject(name, kind, material, size, properties=properties)  # type: ignore[arg-type]
    surface = 2 * (size.width * size.height + size.height * size.depth + size.depth * size.width)
    root, _, _ = name.rpartition("_")
    stuff = SUBSTANCES[material]
    return volume_of(thing, root, "furniture", stuff, surface) * stuff.density_kg_per_m3


def test_a_metal_tube_has_a_wall_and_a_wooden_rod_has_none() -> None:
    size, path = Dimensions(1.0, 0.03, 0.03), [0.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    tube = part("tubes", "steel_brushed", size, path=path, thickness_m=0.03)
    rod = part("tubes", "oak", size, path=path, thickness_m=0.03)
    assert tube == pytest.approx(3.1416 * 0.03 * 0.0012 * 8000, rel=0.01)
    assert rod == pytest.approx(3.1416 * 0.015**2 * 700, rel=0.01)


def test_two_tubes_of_one_drawing_are_not_joined_by_a_third() -> None:
    size, ends = Dimensions(1.0, 0.5, 0.03), [0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0]
    two = part("tubes", "steel_brushed", size, path=ends, counts=[2, 2], thickness_m=0.03)
    assert two == pytest.approx(2 * 3.1416 * 0.03 * 0.0012 * 8000, rel=0.01)


def test_sheet_is_hollow_and_a_hammer_is_not() -> None:
    size = Dimensions(0.1, 0.1, 0.1)
    assert part("box", "steel_brushed", size) < 0.1 * part("box", "steel_brushed", size, name="hammer_1")
    assert part("box", "oak", size, name="post_1") > 0.6  # wood is solid


def test_what_is_thin_is_as_it_is_drawn() -> None:
    plate = Dimensions(0.3, 0.003, 0.3)
    assert part("box", "steel_brushed", plate) == pytest.approx(0.3 * 0.003 * 0.3 * 8000, rel=0.05)


def test_the_larger_of_two_alike_weighs_more() -> None:
    spec = plan("a steel desk", seed=1)
    larger = tuple(
        replace(one, dimensions=Dimensions(*(1.2 * side for side in (
            one.dimensions.width, one.dimensions.height, one.dimensions.depth
        ))))
        for one in spec.objects
    )  # fmt: skip
    assert Survey(replace(spec, objects=larger)).mass_kg > 1.2 * Survey(spec).mass_kg


@pytest.mark.parametrize(
    ("text", "usd_most"),
    [
        ("an oak tree", 1000), ("a bush", 100), ("a gilded horse carriage", 50_000), ("a pyramid", 5e6),
        ("a trophy", 1000), ("a gold piano", 20_000), ("a warehouse", 1e6),
    ],
)  # fmt: skip
def test_nothing_costs_what_its_box_of_solid_stuff_would(text: str, usd_most: float) -> None:
    price = sum(part.price_usd for part in Survey(plan(text, seed=1)).parts)
    assert 5 < price < usd_most


def test_a_gold_ring_is_gold_all_through() -> None:
    band = next(part for part in Survey(plan("a gold ring", seed=1)).parts if part.root == "band")
    assert band.price_usd > 100


def test_metal_of_a_building_is_sheet_and_its_rooms_have_walls() -> None:
    parts = Survey(plan("a warehouse with an iron door", seed=1)).parts
    iron = [part for part in parts if part.substance.family == "metal"]
    assert iron
    assert all(part.mass_kg <= 0.0081 * 2 * part.area_m2 * part.substance.density_kg_per_m3 for part in iron)


def test_flames_weigh_nothing() -> None:
    parts = Survey(plan("a candle", seed=1)).parts
    assert [part.mass_kg for part in parts if part.root == "flame"] == [0.0]

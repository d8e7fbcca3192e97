"""Rooms and what is in them: windows in walls, cars in garages, small rooms, and poses that are told."""

from collections import Counter

import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan


def things(spec: DesignSpec) -> Counter[str]:
    """Return how many things of each kind a design holds."""
    return Counter(whole.rpartition("_")[0] for whole in {one.part_of for one in spec.objects})


@pytest.mark.parametrize(
    ("text", "seed"), [("a rug under a coffee table", 0), ("a workshop", 1), ("a workshop with a safe", 2)]
)
def test_what_stands_on_a_rug_or_by_a_workbench_is_sound(text: str, seed: int) -> None:
    spec = plan(text, seed=seed)
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_the_windows_of_a_room_are_in_its_wall_as_many_as_are_said(number: int) -> None:
    words = ("no windows", "a window", "two windows", "three windows")
    spec = plan(f"a bathroom with {words[number]}")
    (wall,) = (one for one in spec.objects if one.type == "facade")
    assert len(wall.properties["openings_m"]) == 4 * number
    assert things(spec)["window"] == 0


def test_a_garage_with_a_car_and_a_ladder_holds_them() -> None:
    spec = plan("a garage with a red car and a ladder")
    assert things(spec)["car"] == things(spec)["ladder"] == 1
    assert "#b3201f" in {one.color for one in spec.objects if one.part_of == "car_1"}
    assert spec.reading.not_understood == ()


def test_a_garage_with_doors_is_a_building() -> None:
    assert plan("a garage with two doors").reading.archetype == "garage"


def test_a_towel_rack_is_no_bookshelf() -> None:
    found = things(plan("a bathroom with a towel rack"))
    assert (found["radiator"], found["bookshelf"]) == (1, 0)


def test_a_bouquet_in_a_glass_has_no_petals_of_glass() -> None:
    spec = plan("a bouquet in a glass")
    assert things(spec)["wine glass"] == 1
    assert not any(one.material.startswith("glass") for one in spec.objects if one.part_of.startswith("flower"))


def test_a_goldfish_in_a_bowl_swims_in_it() -> None:
    spec = plan("a goldfish in a bowl")
    assert spec.reading.archetype == "aquarium"
    assert {"bowl_1", "gravel_1"} <= {one.id for one in spec.objects}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a man sitting on a bench", ("sitting",)),
        ("a swing hanging from an oak tree", ("hanging from an oak tree",)),
        ("a cup sitting on a table", ()),
    ],
)
def test_poses_and_supports_that_are_not_drawn_are_told(text: str, told: tuple[str, ...]) -> None:
    assert plan(text).reading.not_understood == told


def test_a_small_room_leaves_out_and_tells_what_it_has_no_room_for() -> None:
    spec = plan("a bedroom, 2.2 m wide and 2.2 m deep")
    assert (things(spec)["bed"], things(spec)["wardrobe"]) == (1, 0)
    assert "wardrobe (no room)" in spec.reading.not_understood
    assert faults_of(assemble(spec, quality="draft"), spec) == ()

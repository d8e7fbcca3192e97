"""Rooms: what the text counts and rules out is so, and the furniture stands where people would put it."""

from collections import Counter

import pytest

from domain.spec import DesignSpec
from engine.archetypes import ARCHETYPES
from engine.planner import plan

ROOMS = sorted(name for name, one in ARCHETYPES.items() if one.design_type == "interior")


def things(spec: DesignSpec) -> Counter[str]:
    """Return how many things of each kind a room holds."""
    wholes = {thing.part_of for thing in spec.objects if thing.part_of}
    return Counter(whole.rpartition("_")[0] for whole in wholes)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_a_floor_walls_and_things_to_use(room: str) -> None:
    spec = plan(room)
    types = Counter(thing.type for thing in spec.objects)
    assert types["floor"] == 1
    assert types["wall"] + types["facade"] == 2
    assert len(spec.objects) > 15


def test_a_dining_room_has_as_many_chairs_as_are_asked_for() -> None:
    assert things(plan("a dining room with eight chairs"))["chair"] == 8


def test_a_bathroom_without_a_bathtub_has_none() -> None:
    ids = {thing.id for thing in plan("a bathroom without a bathtub").objects}
    assert not any(name.startswith("bathtub") for name in ids)
    assert any(name.startswith("bathtub") for name in {thing.id for thing in plan("a bathroom").objects})


def test_the_floor_of_a_room_is_of_what_the_text_says() -> None:
    spec = plan("a bathroom with a black marble floor")
    assert next(thing for thing in spec.objects if thing.type == "floor").material == "marble_black"


def test_a_classroom_has_a_whiteboard_if_it_is_asked_for() -> None:
    def board(text: str) -> str:
        return next(thing.material for thing in plan(text).objects if thing.id == "board_1")

    assert board("a classroom with a whiteboard") != board("a classroom")


@pytest.mark.parametrize(
    "text", ["a dining room with a blue sofa", "a bedroom with a blue sofa", "a small dining room with a blue sofa"]
)
def test_a_room_grows_where_what_is_asked_for_does_not_fit(text: str) -> None:
    spec = plan(text, seed=1)
    assert spec.reading.not_understood == ()
    assert {"sofa_1"} == {one.part_of for one in spec.objects if one.part_of.startswith("sofa")}
    assert "#1f4fa3" in {one.color for one in spec.objects if one.part_of == "sofa_1"}
    floor = next(one.dimensions for one in spec.objects if one.type == "floor")
    plain = next(one.dimensions for one in plan(text.partition(" with ")[0], seed=1).objects if one.type == "floor")
    assert floor.width > plain.width


def test_a_room_of_a_stated_size_stays_so_and_says_what_has_no_place() -> None:
    spec = plan("a dining room 3 m wide with a blue sofa", seed=1)
    assert any(said.startswith("1 sofa: 0 drawn") for said in spec.reading.not_understood)


def test_a_piano_in_a_living_room_is_drawn() -> None:
    assert "piano_1" in {one.part_of for one in plan("a living room with a piano", seed=1).objects}

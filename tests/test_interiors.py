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

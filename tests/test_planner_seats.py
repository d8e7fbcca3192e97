"""Where several desks or tables stand in a room, each has its chair."""

from collections import Counter

import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.planner.staging.standing import Box, box_of


def boxes(spec: DesignSpec, kind: str) -> list[Box]:
    """Return the boxes of all things of a kind."""
    names = sorted({one.part_of for one in spec.objects if one.part_of.rpartition("_")[0] == kind})
    return [box_of([one for one in spec.objects if one.part_of == name]) for name in names]


def numbers(spec: DesignSpec) -> Counter[str]:
    """Return how many things of each kind there are, and how many pupils' desks."""
    found = Counter(whole.rpartition("_")[0] for whole in {one.part_of for one in spec.objects})
    return found + Counter(one.id.rpartition("_")[0] for one in spec.objects if one.id.startswith("pupils_desk"))


@pytest.mark.parametrize(("text", "desk", "chair", "count", "seats"), [
    ("a classroom with twelve desks", "pupils_desk", "chair", 12, 12),
    ("a classroom with a whiteboard and eight chairs", "pupils_desk", "chair", 8, 8),
    ("an office with four desks", "desk", "office chair", 4, 4),
    ("a restaurant with eight tables", "table", "chair", 8, 16),
    ("a dining room with three tables", "table", "chair", 3, 12),
])  # fmt: skip
def test_each_desk_or_table_of_a_room_has_its_chairs(text: str, desk: str, chair: str, count: int, seats: int) -> None:
    spec = plan(text)
    found = numbers(spec)
    assert (found[desk], found[chair]) == (count, seats)
    assert spec.reading.not_understood == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_as_many_chairs_as_desks_stand_at_the_desks() -> None:
    spec = plan("an office with six desks and six chairs")
    desks, chairs = boxes(spec, "desk"), boxes(spec, "chair")
    assert (len(desks), len(chairs)) == (6, 6)
    assert all(sum(desk.meets(chair, 0.4) for chair in chairs) for desk in desks)

"""What a wall holds hangs on one in a room, at the height of the eyes; nothing of it stands on the floor."""

import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.planner.staging.standing import Box, box_of


def boxes(spec: DesignSpec, kind: str) -> list[Box]:
    """Return the box of each thing of a kind."""
    names = sorted({one.part_of for one in spec.objects if one.part_of.rpartition("_")[0] == kind})
    return [box_of([one for one in spec.objects if one.part_of == name]) for name in names]


@pytest.mark.parametrize(("text", "kind", "count"), [
    ("a living room with a wall clock", "wall clock", 1), ("a living room with two wall clocks", "wall clock", 2),
    ("a living room with three paintings", "picture frame", 3), ("a hallway with a wall mirror", "mirror", 1),
    ("a living room with a painting on the wall", "picture frame", 1),
])  # fmt: skip
def test_what_a_wall_holds_hangs_on_a_wall_of_the_room(text: str, kind: str, count: int) -> None:
    spec = plan(text)
    floor, found = box_of([one for one in spec.objects if one.type == "floor"]), boxes(spec, kind)
    assert len(found) == count
    for box in found:
        assert 1.3 < box.middle[1] < 2.0
        assert min(box.low[0] - floor.low[0], box.low[2] - floor.low[2]) < 0.15
    assert spec.reading.not_understood == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_what_hangs_is_clear_of_the_window() -> None:
    spec = plan("a living room with a wall clock")
    wall = next(one for one in spec.objects if one.type == "facade")
    x, _, wide, _ = (float(value) for value in list(wall.properties["openings_m"])[:4])  # type: ignore[arg-type]
    clock = boxes(spec, "wall clock")[0]
    assert clock.high[0] < x - wide / 2 or clock.low[0] > x + wide / 2


def test_no_shelf_stands_before_what_hangs() -> None:
    spec = plan("a living room with three paintings")
    shelf = boxes(spec, "bookshelf")[0]
    for box in boxes(spec, "picture frame"):
        assert box.high[2] < shelf.low[2] or box.low[2] > shelf.high[2] or box.low[0] > shelf.high[0]


def test_two_wall_lamps_in_a_bedroom_hang_on_either_side_of_the_bed() -> None:
    spec = plan("a bedroom with two wall lamps")
    bed, (left, right) = boxes(spec, "bed")[0], sorted(boxes(spec, "wall lamp"), key=lambda box: float(box.low[0]))
    assert left.high[0] < bed.low[0] < bed.high[0] < right.low[0]
    assert left.middle[1] > 1.3

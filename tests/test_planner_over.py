"""Things over a part of a room hang there, and do not stand on the floor."""

import pytest

from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.planner.staging.standing import Box, box_of


def box(text: str, name: str) -> Box:
    """Return the box of a thing, or of a part, in what is drawn for a text."""
    return box_of([one for one in plan(text).objects if name in (one.part_of, one.id)])


@pytest.mark.parametrize(
    ("text", "thing", "below"),
    [
        ("a kitchen with three pendant lamps over the island", "pendant lamp_2", "island_top_1"),
        ("living room with a clock above the fireplace", "wall clock_1", "fireplace_1"),
        ("office with a ceiling lamp over the desk", "pendant lamp_1", "desk_1"),
    ],
)
def test_over_a_part_of_a_room_is_above_it(text: str, thing: str, below: str) -> None:
    spec = plan(text)
    high, low = box(text, thing), box(text, below)
    assert high.low[1] > low.high[1]
    assert (abs(high.middle - low.middle)[[0, 2]] < 0.5).all()
    assert spec.reading.not_understood == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_a_lamp_over_a_mirror_hangs_from_the_ceiling() -> None:
    lamp = box("bathroom with a lamp over the mirror", "pendant lamp_1")
    assert lamp.low[1] > 1.5


def test_what_does_not_fit_below_the_ceiling_is_said() -> None:
    assert plan("bathroom with a shelf above the sink").reading.not_understood == ("shelf above sink",)

"""Many of a thing, and more than can be: tables grow for their chairs, and what is not drawn is said."""

import pytest

from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan


@pytest.mark.parametrize("count", [8, 10, 16])
@pytest.mark.parametrize("kind", ["", "round ", "square "])
def test_a_table_grows_for_the_chairs_around_it(count: int, kind: str) -> None:
    spec = plan(f"{count} chairs around a {kind}table")
    assert len({one.part_of for one in spec.objects if one.part_of.startswith("chair")}) == count
    assert not any("chair" in said for said in spec.reading.not_understood)
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize(
    ("text", "drawn"), [("400 chairs around a table", 20), ("a 1 m wide round table with 12 chairs", 6)]
)
def test_chairs_that_find_no_place_at_a_table_are_named(text: str, drawn: int) -> None:
    spec = plan(text)
    assert len({one.part_of for one in spec.objects if one.part_of.startswith("chair")}) == drawn
    assert f"{text.partition(' chairs')[0].split()[-1]} chairs: {drawn} drawn" in spec.reading.not_understood
    assert faults_of(assemble(spec, quality="draft"), spec) == ()

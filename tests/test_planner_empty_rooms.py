"""A room that is to be empty has its walls, floor and window, and what the text names; nothing else."""

import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan


def wholes(spec: DesignSpec) -> set[str]:
    """Return the kinds of things that stand in a design."""
    return {one.part_of.rpartition("_")[0] for one in spec.objects} - {spec.reading.archetype}


@pytest.mark.parametrize(("text", "things"), [
    ("an empty room", set()), ("an empty bedroom", set()), ("an unfurnished room", set()),
    ("an empty living room with a fireplace", {"fireplace"}), ("an empty room with a single chair", {"chair"}),
    ("an empty living room with a tv", {"screen", "tv stand"}),
])  # fmt: skip
def test_an_empty_room_holds_what_the_text_names_and_nothing_else(text: str, things: set[str]) -> None:
    spec = plan(text)
    assert wholes(spec) == things
    assert {"floor", "facade", "wall"} <= {one.type for one in spec.objects}
    assert spec.reading.not_understood == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_an_empty_bookshelf_in_a_room_has_no_books() -> None:
    spec = plan("a living room with an empty bookshelf")
    shelf = [one for one in spec.objects if one.part_of == "bookshelf_1"]
    assert shelf
    assert not any(one.id.startswith("books") for one in shelf)
    assert spec.reading.not_understood == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_a_thing_of_a_room_that_cannot_be_empty_is_told() -> None:
    assert plan("a living room with an empty armchair").reading.not_understood == ("empty armchair",)

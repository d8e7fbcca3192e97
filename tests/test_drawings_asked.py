"""Drawings that people ask for by name: picnics, soap, music boxes, totem poles, knives in a block, full wine racks."""

from collections import Counter

import pytest

from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from tests.planned import one


def _names(spec: DesignSpec) -> Counter[str]:
    return Counter(thing.id.rpartition("_")[0] for thing in spec.objects)


def _wholes(spec: DesignSpec) -> set[str]:
    return {thing.part_of.rpartition("_")[0] for thing in spec.objects}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a picnic", "picnic"), ("a picnic blanket", "picnic"), ("a bar of soap", "soap"), ("a music box", "music box"),
        ("a totem pole", "totem pole"), ("knives in a wooden block", "knife block"),
        ("kitchen knives in a wooden block", "knife block"), ("a picnic table", "table"),
        ("a cafe with a long bar", "cafe"),
    ],
)  # fmt: skip
def test_a_thing_is_drawn_by_its_name(text: str, name: str) -> None:
    spec = plan(text)
    assert spec.reading.archetype == name
    assert not spec.reading.not_understood
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_a_picnic_has_food_and_a_blanket_alone_has_none() -> None:
    assert {"picnic basket", "bread", "fruit", "cheese"} <= _wholes(plan("a picnic"))
    assert set(_names(plan("a picnic blanket"))) == {"blanket", "fringe"}
    assert set(_names(plan("a red picnic blanket without fringe"))) == {"blanket"}


def test_a_closed_music_box_hides_its_dancer() -> None:
    assert {"dancer", "skirt", "comb"} <= set(_names(plan("a music box")))
    assert "dancer" not in _names(plan("a closed music box"))


@pytest.mark.parametrize(("text", "count"), [("a totem pole", 4), ("a totem pole with six faces", 6)])
def test_a_totem_pole_has_a_face_on_each_length(text: str, count: int) -> None:
    names = _names(plan(text))
    assert names["trunk"] == count
    assert names["eye"] == 2 * count
    assert names["wing"] == 2


@pytest.mark.parametrize("count", [1, 4, 12, 30])
def test_a_wine_rack_holds_the_bottles_that_are_asked_for(count: int) -> None:
    spec = plan(f"a wine rack with {count} bottles")
    assert not spec.reading.not_understood
    assert _names(spec)["bottle"] == count


def test_more_bottles_than_a_wine_rack_holds_are_told() -> None:
    assert plan("a wine rack with sixty bottles").reading.not_understood == ("60 bottles: 36 drawn",)


def test_soap_lies_in_its_dish() -> None:
    spec = plan("a bar of soap")
    dish, bar = one(spec, "dish_1"), one(spec, "bar_1")
    assert dish.position.y < bar.position.y < dish.position.y + dish.dimensions.height


@pytest.mark.parametrize(
    ("text", "count"),
    [("a picket fence", 0), ("a picket fence with a gate", 1), ("a modern fence with a gate", 1),
     ("a fence with two gates", 2)],
)  # fmt: skip
def test_a_fence_has_the_gates_that_are_asked_for(text: str, count: int) -> None:
    spec = plan(text)
    assert not spec.reading.not_understood
    assert _names(spec)["latch"] == count
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_an_open_gate_stands_across_the_fence() -> None:
    spec = plan("a fence with an open gate")
    assert not spec.reading.not_understood
    assert faults_of(assemble(spec, quality="draft"), spec) == ()
    assert one(spec, "gate_brace_1").rotation != one(plan("a fence with a gate"), "gate_brace_1").rotation


@pytest.mark.parametrize(
    ("text", "count"), [("a sailboat", 1), ("a ketch", 2), ("a sailboat with two masts", 2), ("a boat with 3 masts", 3)]
)
def test_a_sailboat_has_a_sail_on_each_mast(text: str, count: int) -> None:
    spec = plan(text)
    assert not spec.reading.not_understood
    assert (_names(spec)["mast"], _names(spec)["sail"], _names(spec)["jib"]) == (count, count, 1)
    assert faults_of(assemble(spec, quality="draft"), spec) == ()

"""Several things stand among themselves as the text says, and what leans at a wall touches it; or it is told."""

import numpy as np
import pytest

from domain.spec import DesignObject, DesignSpec
from engine.assembling.assembly import assemble, rotation_matrix
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.planner.staging.standing import Box, box_of


def wholes(spec: DesignSpec, kind: str) -> list[list[DesignObject]]:
    """Return the objects of each thing of a kind."""
    names = sorted({one.part_of for one in spec.objects if one.part_of.rpartition("_")[0] == kind})
    return [[one for one in spec.objects if one.part_of == name] for name in names]


def boxes(spec: DesignSpec, kind: str) -> list[Box]:
    """Return the box of each thing of a kind."""
    return [box_of(own) for own in wholes(spec, kind)]


def front(own: list[DesignObject]) -> np.ndarray:
    """Return where the front of a thing looks, in plan."""
    turn = max(own, key=lambda one: one.dimensions.width * one.dimensions.depth).rotation
    return (rotation_matrix(0, turn.y, 0) @ [0.0, 0.0, 1.0])[[0, 2]]


def looks_at(own: list[DesignObject], other: np.ndarray) -> bool:
    """Return whether a thing has its front towards a place."""
    way = (other - box_of(own).middle)[[0, 2]]
    return float(front(own) @ way / np.linalg.norm(way)) > 0.9


@pytest.mark.parametrize(("text", "kind"), [
    ("two chairs facing each other", "chair"),
    ("two sofas facing each other with a coffee table between them", "sofa"),
    ("a living room with two sofas facing each other", "sofa"),
])  # fmt: skip
def test_two_that_face_each_other_are_turned_to_each_other_with_a_gap(text: str, kind: str) -> None:
    spec = plan(text)
    one, other = wholes(spec, kind)
    assert looks_at(one, box_of(other).middle)
    assert looks_at(other, box_of(one).middle)
    assert not box_of(one).meets(box_of(other), 0.3)
    assert spec.reading.not_understood == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_chairs_in_a_circle_look_at_its_middle() -> None:
    spec = plan("four chairs in a circle")
    chairs = wholes(spec, "chair")
    middle = np.mean([box_of(own).middle for own in chairs], axis=0)
    assert len(chairs) == 4
    assert all(looks_at(own, middle) for own in chairs)
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize(("text", "kind", "count", "rows"), [
    ("five chairs in a row", "chair", 5, 1), ("chairs in a row", "chair", 3, 1),
    ("six stools in two rows", "stool", 6, 2),
])  # fmt: skip
def test_what_stands_in_rows_stands_in_so_many(text: str, kind: str, count: int, rows: int) -> None:
    spec = plan(text)
    found = boxes(spec, kind)
    assert len(found) == count
    assert len({round(float(box.middle[2]), 2) for box in found}) == rows
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize("text", [
    "a ladder leaning on a wall", "a bicycle leaning against a wall", "a surfboard leaning against a wall",
])  # fmt: skip
def test_what_leans_at_a_wall_is_tilted_and_touches_it(text: str) -> None:
    spec = plan(text)
    assert any(abs(one.rotation.x) > 1 for one in spec.objects if one.type != "wall")
    assert spec.reading.not_understood == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_a_ladder_leans_at_the_trunk_of_a_tree() -> None:
    spec = plan("a ladder leaning against a tree")
    assert abs(boxes(spec, "ladder")[0].middle[0] - boxes(spec, "tree")[0].middle[0]) < 0.3
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_what_cannot_lean_is_told() -> None:
    assert "sofa leaning" in plan("a sofa leaning against a wall").reading.not_understood


def test_what_is_behind_both_is_behind_the_middle_of_both() -> None:
    red, blue, green = boxes(plan("a red box, a blue box and a green box behind both"), "crate")
    assert green.middle[0] == pytest.approx((red.middle[0] + blue.middle[0]) / 2, abs=0.02)
    assert green.high[2] < red.low[2]


def test_armchairs_that_face_the_fireplace_look_at_it() -> None:
    spec = plan("two armchairs facing the fireplace")
    middle = boxes(spec, "fireplace")[0].middle
    assert all(front(own) @ (middle - box_of(own).middle)[[0, 2]] > 0 for own in wholes(spec, "armchair"))

"""What is round stays round in whatever proportions it is seen: about which axis it is, a handle or not."""

from dataclasses import replace

import numpy as np
import pytest

from engine.assembling.assembly import assemble
from engine.planner import plan
from engine.single_view.coupling import coupled, free_sides, round_axes, stretches
from engine.single_view.posing import Guess, Search
from engine.single_view.shape import Pose, Shape
from engine.single_view.silhouettes import alone
from engine.single_view.target import target_of


def shape_of(prompt: str) -> Shape:
    return Shape(assemble(alone(plan(prompt)), quality="draft"))


@pytest.mark.parametrize(
    ("prompt", "axes"),
    [
        ("a vase", (False, True, False)),
        ("a coffee mug", (False, True, False)),  # in spite of its handle
        ("a bar stool", (False, True, False)),  # its legs stand about its seat
        ("a wall clock", (False, False, True)),
        ("a football", (True, True, True)),
        ("a wooden chair", (False, False, False)),
        ("a car", (False, False, False)),
    ],
)
def test_things_are_round_about_their_axis(prompt: str, axes: tuple[bool, bool, bool]) -> None:
    assert shape_of(prompt).round_axes == axes


def test_what_is_drawn_oval_is_not_round() -> None:
    shape = shape_of("a vase")
    oval = [replace(part, points=part.points * [1.2, 1, 1]) for part in shape.parts]
    assert round_axes(oval) == (False, False, False)


def test_round_things_have_one_side_to_choose_and_balls_none() -> None:
    assert coupled(0.2, -0.3, (False, True, False)) == (0.2, 0.2)
    assert coupled(0.2, -0.3, (True, False, False)) == (0.2, 0.0)
    assert coupled(0.2, -0.3, (False, False, True)) == (0.0, -0.3)
    assert coupled(0.2, -0.3, (True, True, True)) == (0.0, 0.0)
    assert [len(free_sides(axes)) for axes in ((False,) * 3, (False, True, False), (True,) * 3)] == [2, 1, 0]
    ((up, down),) = stretches(0.1, (False, True, False))
    assert up[0] == up[2] > 1 > up[1]
    assert np.allclose(up * down, 1)


def test_the_search_leaves_a_cup_round_though_an_oval_one_would_cover_more() -> None:
    shape = shape_of("a vase")
    oval = Pose(0, 30, 0, 5, width=0.4, depth=0.1)
    view = shape.portrait(oval, 120)
    mask = (shape.seen(view, oval.factors).face >= 0).reshape(view.size)
    target = target_of(np.full((*mask.shape, 3), 128, np.uint8), mask, 48)
    assert target is not None
    found = Search(shape, target).climbed(Guess(Pose(0, 10)), looks=60)
    assert found.guess.pose.width == found.guess.pose.depth != 0

"""A design as the wire shows it."""

from api.design_shapes import objects_shown
from engine.planner import plan


def test_a_feature_that_names_an_object_is_told_of_that_object_alone() -> None:
    shown = {one.id: one.properties["features"] for one in objects_shown(plan("a room with a marble floor and a sofa"))}
    assert "floor" in shown["floor_1"]
    assert "floor" not in shown["leg_1"]


def test_a_feature_that_names_no_object_is_told_of_all() -> None:
    shown = objects_shown(plan("an aerodynamic electric car"))
    assert len(shown) > 1
    assert all(one.properties["features"] == ["aerodynamic", "electric"] for one in shown)

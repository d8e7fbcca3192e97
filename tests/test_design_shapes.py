"""A design as the wire shows it."""

from api.designs.shapes import objects_shown
from engine.planner import plan


def test_a_feature_that_names_an_object_is_told_of_that_object_alone() -> None:
    shown = {
        one.id: one.properties["features"]
        for one in objects_shown(plan("a room with a marble floor, a sofa and a floor lamp"))
    }
    assert [name for name, features in shown.items() if "floor" in features] == ["floor_1"]


def test_a_feature_that_names_no_object_is_told_of_all() -> None:
    shown = objects_shown(plan("an aerodynamic electric car"))
    assert len(shown) > 1
    assert all(one.properties["features"] == ["aerodynamic", "electric"] for one in shown)

"""What is said of one part is not said of another."""

import pytest

from domain.spec import DesignObject
from engine.planner import plan


def of_material(text: str, material: str) -> set[str]:
    """Return the names of the objects that are of a material."""
    return {_name(one) for one in plan(text).objects if one.material == material}


def _name(one: DesignObject) -> str:
    return one.id.rpartition("_")[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a motorcycle with a copper exhaust", {"exhaust", "exhaust_silencer", "exhaust_bracket"}),
        ("a motorcycle with a copper fork", {"fork", "fork_slider"}),
        ("a bicycle with a copper fork", {"fork"}),
        ("a tricycle with a copper handlebar", {"handlebar"}),
        ("a unicycle with copper pedals", {"pedal"}),
        ("a helicopter with copper skids", {"skid"}),
        ("a scooter with a copper exhaust", {"exhaust"}),
    ],
)
def test_a_part_of_copper_leaves_the_others_as_they_were(text: str, names: set[str]) -> None:
    assert of_material(text, "copper") == names


def test_a_yellow_biplane_has_a_yellow_fin() -> None:
    wing, fin = (
        next(one for one in plan("a yellow biplane").objects if _name(one) == name) for name in ("wing", "tail_fin")
    )
    assert fin.color == wing.color
    assert fin.material == wing.material


def test_a_tail_that_is_said_to_be_white_stays_white_on_a_yellow_plane() -> None:
    objects = plan("a yellow biplane with a white tail").objects
    wing, fin = (next(one for one in objects if _name(one) == name) for name in ("wing", "tail_fin"))
    assert fin.color != wing.color

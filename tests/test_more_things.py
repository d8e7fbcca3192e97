"""Household things, food, fixtures and plain solids: they are drawn by their own name, with the parts one asks for."""

from collections import Counter

import pytest

from domain.spec import DesignSpec
from engine.planner import plan


def _parts(spec: DesignSpec) -> Counter[str]:
    return Counter(thing.id.rpartition("_")[0] for thing in spec.objects)


@pytest.mark.parametrize(
    ("prompt", "archetype", "part", "count"),
    [
        ("a birthday cake with seven candles", "cake", "candle", 7),
        ("a wedding cake with four tiers", "cake", "tier", 4),
        ("an ice cream cone with three scoops", "ice cream", "scoop", 3),
        ("a power strip with six sockets", "extension cord", "socket", 6),
        ("a burger with two patties", "burger", "patty", 2),
        ("a clawfoot bathtub", "bathtub", "foot", 4),
        ("a double door", "door", "leaf", 2),
        ("a wheelbarrow", "wheelbarrow", "wheel", 1),
    ],
)
def test_a_thing_has_as_many_parts_as_are_asked_for(prompt: str, archetype: str, part: str, count: int) -> None:
    spec = plan(prompt)
    assert spec.reading.archetype == archetype
    assert _parts(spec)[part] == count


@pytest.mark.parametrize("kind", ["cube", "sphere", "cylinder", "cone", "torus", "octahedron", "heart shape"])
def test_a_plain_solid_is_drawn_as_the_one_that_is_named(kind: str) -> None:
    assert _parts(plan(f"a red {kind}"))[kind.removesuffix(" shape")] == 1


def test_a_stated_size_of_a_cube_is_kept() -> None:
    size = plan("a cube 50 cm wide").objects[0].dimensions
    assert (size.width, size.height, size.depth) == pytest.approx((0.5, 0.5, 0.5))


def test_a_part_has_the_material_that_is_said_of_it() -> None:
    spec = plan("a steel bathtub with gold feet")
    feet = {thing.material for thing in spec.objects if thing.id.startswith("foot")}
    assert feet == {"gold"}


def test_each_fruit_has_a_body_of_its_own() -> None:
    assert {kind for kind in ("apple", "banana", "pineapple", "lemon") if _parts(plan(f"a {kind}"))[kind]} == {
        "apple", "banana", "pineapple", "lemon",
    }  # fmt: skip

"""Constraints beside a prompt: they say more of the thing, and never ask for another one."""

import pytest

from domain.boxes import bounds_of
from engine.planner import plan


def test_a_constraint_names_parts_and_materials_of_the_thing() -> None:
    reading = plan("a chair", constraints=["no armrests", "made of oak"]).reading
    assert (reading.archetype, reading.materials, reading.excluded) == ("chair", ("oak",), ("armrest",))


def test_a_constraint_does_not_make_another_thing_of_it() -> None:
    prompt = "Modern electric vehicle with aerodynamic design"
    reading = plan(prompt, constraints=["must be environmentally friendly", "maximum 4 seats"]).reading
    assert (reading.archetype, reading.counts.get("seat")) == ("car", 4)


def test_an_area_is_that_of_the_floor() -> None:
    spec = plan("Modern kitchen design", constraints=["space: 200sqft"])
    assert spec.reading.sizes_m == {"area_m2": pytest.approx(18.58, abs=0.01)}
    assert not spec.reading.counts
    (width, _), (depth, _) = plan_sizes("a living room of 30 m²"), plan_sizes("a living room of 30 m²", axis=2)
    assert width * depth == pytest.approx(30.0, rel=0.05)


def plan_sizes(text: str, axis: int = 0) -> tuple[float, float]:
    """Return the extent of a design along an axis, and its lowest coordinate there."""
    bounds = [bounds_of(thing) for thing in plan(text).objects]
    low, high = min(low[axis] for low, _ in bounds), max(high[axis] for _, high in bounds)
    return high - low, low


@pytest.mark.parametrize("size", ["-3 m wide", "0 m wide", "0.0 cm deep"])
def test_a_size_of_naught_or_less_is_named_and_not_drawn(size: str) -> None:
    spec = plan(f"a table {size}")
    assert size in spec.reading.not_understood
    assert spec.objects == plan("a table").objects

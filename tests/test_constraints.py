"""Constraints beside a prompt: they say more of the thing, and never ask for another one."""

from engine.planner import plan


def test_a_constraint_names_parts_and_materials_of_the_thing() -> None:
    reading = plan("a chair", constraints=["no armrests", "made of oak"]).reading
    assert (reading.archetype, reading.materials, reading.excluded) == ("chair", ("oak",), ("armrest",))


def test_a_constraint_does_not_make_another_thing_of_it() -> None:
    prompt = "Modern electric vehicle with aerodynamic design"
    reading = plan(prompt, constraints=["must be environmentally friendly", "maximum 4 seats"]).reading
    assert (reading.archetype, reading.counts.get("seat")) == ("car", 4)


def test_an_area_is_named_and_counts_nothing() -> None:
    spec = plan("Modern kitchen design", constraints=["space: 200sqft"])
    assert "200sqft" in spec.reading.not_understood
    assert not spec.reading.counts

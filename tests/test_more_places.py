"""Street, nature and creatures: what the words ask for is drawn, and stands."""

import pytest

from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan

READ_AS = {
    "a fierce red dragon": "dragon",
    "triceratops": "dinosaur",
    "a spotted leopard": "lion",
    "a wizard with a beard": "person",
    "a snowy mountain": "mountain",
    "an erupting volcano": "volcano",
    "a jack o lantern": "pumpkin",
    "a red telephone box": "phone booth",
    "vending machine": "vending machine",
    "a ferris wheel": "ferris wheel",
    "eiffel tower": "iron tower",
    "a garden hedge": "bush",
    "igloo": "igloo",
}


@pytest.mark.parametrize("prompt", READ_AS)
def test_a_thing_of_street_or_nature_is_read_as_itself_and_stands(prompt: str) -> None:
    spec = plan(prompt, seed=1)
    whole = assemble(spec, quality="draft")
    assert spec.reading.archetype == READ_AS[prompt]
    assert [f"{fault.part} {fault.reason}" for fault in faults_of(whole, spec)] == []


def names(prompt: str, kind: str) -> int:
    """Return how many objects of a name a prompt is drawn with."""
    return sum(thing.id.rpartition("_")[0] == kind for thing in plan(prompt, seed=1).objects)


def test_a_ferris_wheel_has_the_cabins_that_are_counted() -> None:
    assert names("a ferris wheel with eight cabins", "cabin") == 8


def test_a_nest_holds_the_eggs_that_are_counted() -> None:
    assert names("a nest with four eggs", "egg") == 4


def test_a_swing_has_the_seats_that_are_counted() -> None:
    assert names("a swing with three seats", "seat") == 3


def test_a_stag_has_antlers_and_a_doe_has_none() -> None:
    assert names("a stag", "antler") == 1
    assert names("a doe", "antler") == 0


def test_a_creature_of_steampunk_is_of_metal_and_one_without_a_style_has_its_own_colour() -> None:
    metal, natural = (plan("a giraffe", style=style, seed=1).objects[0] for style in ("steampunk", "realistic"))
    assert (metal.material, metal.color) == ("bronze_aged", "")
    assert natural.color


def test_a_told_colour_wins_over_the_coat() -> None:
    assert plan("a blue elephant and nothing else", seed=1).objects[0].color
    assert plan("a blue giraffe", seed=1).objects[0].color != plan("a giraffe", seed=1).objects[0].color

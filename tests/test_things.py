"""Tools, toys, instruments and creatures: what their words change, and the surfaces they are made of."""

import numpy as np
import pytest

from engine.archetypes import Brief, draw
from engine.parts.organic import blended, depth_inside


def brief(*words: str, style: str = "realistic", counts: dict[str, int] | None = None) -> Brief:
    return Brief(np.random.default_rng(0), style, frozenset(words), counts=counts or {})


def names_of(name: str, what: Brief) -> list[str]:
    return [thing.id.rpartition("_")[0] for thing in draw(name, what).objects]


@pytest.mark.parametrize(
    ("species", "part"),
    [
        ("horse", "mane"),
        ("elephant", "tusk"),
        ("bird", "beak"),
        ("fish", "fin"),
        ("turtle", "shell"),
        ("rabbit", "tail"),
    ],
)
def test_an_animal_has_what_its_species_has(species: str, part: str) -> None:
    assert part in names_of("animal", brief(species))
    assert part not in names_of("animal", brief("cat"))


def test_a_guitar_has_as_many_strings_as_are_asked_for() -> None:
    assert names_of("guitar", brief("guitar")).count("string") == 6
    assert names_of("guitar", brief("guitar", counts={"string": 12})).count("string") == 12
    assert names_of("guitar", brief("ukulele")).count("string") == 4


def test_gears_mesh_in_the_number_asked_for() -> None:
    assert names_of("gear", brief("gear", counts={"gear": 4})).count("gear") == 4


def test_an_unknown_thing_takes_another_form_in_another_style() -> None:
    forms = {
        str([thing.properties.get("form") for thing in draw("object", brief(style=style)).objects])
        for style in ("futuristic", "steampunk", "minimalist", "art deco")
    }
    assert len(forms) >= 3


def test_a_blended_body_lies_on_its_surface_and_is_one_piece() -> None:
    bones = np.array([[0, 0.3, 0, 0.3, 0, 0.6, 0, 0.2, 1, 1, 1], [0.2, 0.7, 0, 0.1, 0.6, 0.9, 0, 0.05, 1, 1, 0.6]])
    body = blended(bones.astype(float), 0.08, 0.03)
    points = np.asarray(body.to_mesh().vert_properties, dtype=np.float64)[:, :3]
    assert len(body.decompose()) == 1
    assert float(np.abs(depth_inside(bones, points, 0.08, 0.2)).max()) < 0.003

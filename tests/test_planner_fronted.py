"""Sentences that say the place first: nothing is lost, and each thing stands where it is said to stand."""

import pytest

from engine.planner.reading.reader import read


def relations(text: str) -> list[tuple[str, str, str]]:
    """Return how the things of a text stand to each other, as drawn."""
    things = read(text).things
    return sorted((one.noun, one.relation, things[one.anchor].noun) for one in things if one.anchor is not None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a sofa and behind it a floor lamp", [("floor lamp", "behind", "sofa")]),
        ("a sofa and behind it stands a floor lamp", [("floor lamp", "behind", "sofa")]),
        ("a red chair and next to it a table", [("table", "beside", "chair")]),
        (
            "a blue mug in front of a yellow kettle and behind it a green bottle",
            [("bottle", "behind", "kettle"), ("mug", "in front of", "kettle")],
        ),
        ("a lamp on a desk and under it a wastebasket", [("lamp", "on", "desk"), ("wastebasket", "under", "desk")]),
        ("a sofa with red cushions and behind it a lamp", [("lamp", "behind", "sofa")]),
        (
            "a sofa, on the left a plant, on the right a lamp",
            [("lamp", "right of", "sofa"), ("plant", "left of", "sofa")],
        ),
        ("a table. On it stands a vase.", [("vase", "on", "table")]),
        (
            "a cat sits on a sofa and behind it stands a bookcase",
            [("bookcase", "behind", "sofa"), ("cat", "on", "sofa")],
        ),
        (
            "a dog. Behind it is a house, in front of it a tree",
            [("house", "behind", "dog"), ("tree", "in front of", "dog")],
        ),
    ],
)
def test_what_comes_after_its_place_is_drawn_there(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert relations(text) == expected
    assert read(text).unknown == []
    assert read(text).undrawn == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("behind the sofa stands a floor lamp", [("floor lamp", "behind", "sofa")]),
        ("above a sideboard hangs a mirror", [("mirror", "above", "sideboard")]),
        ("in front of the sofa there is a coffee table", [("coffee table", "in front of", "sofa")]),
        ("next to a bed is a nightstand", [("nightstand", "beside", "bed")]),
        (
            "next to a bed is a nightstand with a lamp on it",
            [("lamp", "on", "nightstand"), ("nightstand", "beside", "bed")],
        ),
        ("on the desk are a laptop and a mug", [("laptop", "on", "desk"), ("mug", "on", "desk")]),
        ("on a table is a lamp and a vase is on the shelf", [("lamp", "on", "table"), ("vase", "on", "shelf")]),
        ("on top of a cabinet there are three vases", [("vase", "on", "cabinet")]),
        ("there is a cat on a sofa", [("cat", "on", "sofa")]),
        ("in a kitchen there is a sofa", [("sofa", "in", "kitchen")]),
    ],
)
def test_a_place_may_be_said_first(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert relations(text) == expected
    assert read(text).unknown == read(text).undrawn == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a cake stand on a table", [("cake stand", "on", "table")]),
        ("a sofa with a lamp beside it", [("lamp", "beside", "sofa")]),
        ("in red leather, a sofa", []),
        (
            "a desk with a lamp on it and a chair in front of it",
            [("chair", "in front of", "desk"), ("lamp", "on", "desk")],
        ),
    ],
)
def test_what_is_said_the_common_way_round_stays(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert relations(text) == expected

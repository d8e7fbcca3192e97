"""What a text names: each phrase has one owner, what nobody knows is admitted, quotes are written on things."""

from collections import defaultdict

import pytest

from engine.archetypes import ARCHETYPES
from engine.planner import plan
from engine.planner.reading.reader import read
from engine.planner.wording.words import lemmas


def test_each_phrase_names_one_archetype() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for one in ARCHETYPES.values():
        for phrase in (*one.phrases, one.name):
            owners[lemmas(phrase)].add(one.name)
    assert {phrase: names for phrase, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a plane wing", "plane wing"),
        ("a bottle quagga", "bottle quagga"),
        ("a dog collar", "dog collar"),
        ("a dragon shop", "dragon shop"),
    ],
)
def test_a_compound_that_nobody_knows_is_not_its_first_half(text: str, name: str) -> None:
    reading = plan(text).reading
    assert reading.is_nearest
    assert reading.confidence <= 0.5
    assert name in reading.not_understood


def test_where_a_thing_stands_makes_no_other_thing_of_it() -> None:
    for text in ("a kitchen knife", "a desk lamp", "a house key"):
        reading = plan(text).reading
        assert not reading.is_nearest, text
        assert reading.not_understood == (), text


@pytest.mark.parametrize(
    ("text", "archetype", "said"),
    [
        ("a mug with the words 'GOOD MORNING'", "mug", "GOOD MORNING"),
        ('trophy engraved with "Winner 2026"', "trophy", "Winner 2026"),
        ("a lamp that says welcome home with brass feet", "lamp", "welcome home"),
        ("a vase with the text “chair and table” in gold", "vase", "chair and table"),
        ('Ein Becher mit der Aufschrift "Guten Morgen"', "mug", "Guten Morgen"),
        ('a box 12" wide and 6" deep', "crate", ""),
        ('a "modern" chair', "chair", ""),
    ],
)
def test_words_in_quotes_are_written_and_not_read(text: str, archetype: str, said: str) -> None:
    seen = read(text)
    assert [(thing.archetype, thing.text) for thing in seen.things] == [(archetype, said)]


def test_words_are_written_on_the_thing_that_bears_them() -> None:
    things = read("a table with a mug that says HELLO").things
    assert {thing.archetype: thing.text for thing in things} == {"table": "", "mug": "HELLO"}


def test_a_part_that_nothing_drawn_has_is_named() -> None:
    assert "White walls" in plan("White walls, a green velvet sofa").reading.not_understood


@pytest.mark.parametrize(
    ("text", "archetype", "colors"),
    [
        ("roter Sportwagen", "car", ("red",)),
        ("mesa de noche", "nightstand", ()),
        ("красный стул", "chair", ("red",)),
        ("红色的椅子", "chair", ("red",)),
        ("赤い車", "car", ("red",)),
        ("كرسي أحمر", "chair", ("red",)),
    ],
)
def test_the_commonest_words_of_other_languages_are_read(text: str, archetype: str, colors: tuple[str, ...]) -> None:
    reading = plan(text).reading
    assert (reading.archetype, reading.colors, reading.is_nearest) == (archetype, colors, False)


def test_lengths_in_words_of_other_languages_are_read() -> None:
    assert plan("ein Turm, zwei Meter hoch").reading.sizes_m == {"height": 2.0}
    assert plan("une table de deux mètres de long").reading.sizes_m == {"length": 2.0}


def test_a_colour_that_is_a_fruit_is_a_colour_of_the_thing() -> None:
    assert plan("footwear for a runner, neon orange with white laces").reading.archetype == "shoe"

"""How people write: lists, orders, bullets, vague names, other languages, and texts that mean little."""

import time

import pytest

from domain.prompt import STYLES as KNOWN_STYLES
from engine.archetypes.styles import STYLES
from engine.planner import plan
from engine.planner.reading.reader import read


def test_the_wire_names_every_style_that_is_drawn() -> None:
    assert set(KNOWN_STYLES) == set(STYLES)
    assert len(KNOWN_STYLES) == len(STYLES)


@pytest.mark.parametrize("style", ["gothic", "Mid-Century", "bauhaus", "nordic", "cyberpunk"])
def test_an_asked_style_is_drawn_and_not_reported(style: str) -> None:
    spec = plan("a chair", style=style)
    assert spec.style in STYLES
    assert spec.style != "realistic"
    assert not any(said.startswith("style:") for said in spec.reading.not_understood)


def test_every_object_of_a_single_thing_belongs_to_it() -> None:
    assert {one.part_of for one in plan("an oak stool").objects} == {"stool_1"}


def test_orders_in_sentences_tell_of_their_parts() -> None:
    reading = plan(
        "A desk. It should have three drawers. The drawers are red. Make sure that the legs are steel."
    ).reading
    assert reading.counts == {"drawer": 3}
    assert reading.part_colors == {"drawer": "red"}
    assert reading.part_materials["leg"].startswith("steel")


def test_what_one_does_not_want_is_excluded() -> None:
    reading = plan("I don't want a chair, I want a table").reading
    assert (reading.archetype, reading.excluded) == ("table", ("chair",))
    assert "shade" in plan("Could you design a lamp? Please don't add a shade.").reading.excluded
    assert plan("a table but not made of wood or glass").reading.excluded == ("wood", "glass")


def test_bullets_and_keys_are_read() -> None:
    bullets = plan("- cabinet\n- oak\n- 4 doors\n- brass knobs\n- 90 cm high").reading
    assert (bullets.archetype, bullets.counts, bullets.sizes_m) == ("cabinet", {"door": 4}, {"height": 0.9})
    keys = plan("stool\n\nheight: 65cm\ncolor: yellow\nmaterial: steel").reading
    assert keys.materials[0].startswith("steel")
    assert keys.colors == ("yellow",)
    assert keys.not_understood == ()


def test_an_unknown_word_before_a_colour_says_which() -> None:
    reading = plan("a fjord blue lamp").reading
    assert reading.colors == ("fjord blue",)
    assert reading.not_understood == ()


def test_paint_and_lacquer_are_finishes_of_the_whole() -> None:
    reading = plan("round shield, blue and white paint").reading
    assert reading.colors == ("blue", "white")
    assert reading.part_colors == {}


def test_model_numbers_and_years_are_no_counts() -> None:
    assert plan("1920s typewriter with nickel keys").reading.counts == {}
    assert plan("M12 hex bolt in stainless steel").reading.counts == {}
    assert plan("a camera from 1910").reading.counts == {}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("a dining table for six people", {"person": 6}),
        ("boardroom for twelve", {"chair": 12}),
        ("sofa that seats three", {"seat": 3}),
        ("runder Tisch aus Eiche für vier Personen", {"person": 4}),
    ],
)
def test_for_how_many_people_it_is_meant_is_read(text: str, counts: dict[str, int]) -> None:
    assert plan(text).reading.counts == counts


def test_everything_of_a_list_stands_on_the_desk() -> None:
    reading = plan("a desk with a laptop, a mug and a lamp on it").reading
    assert [(one.subject, one.relation) for one in reading.relations] == [
        ("laptop", "on"), ("mug", "on"), ("lamp", "on"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "archetype"),
    [
        ("what cleans dirty plates for you", "dishwasher"),
        ("something you bake a cake in", "oven"),
        ("big yellow machine that digs holes", "excavator"),
        ("a tower that warns ships at night", "lighthouse"),
        ("house with two floors and a garage", "house"),
        ("a quiet room full of books", "library"),
        ("the timepiece for gentlemen - a diver's watch", "wristwatch"),
        ("boardroom, table for twelve", "meeting room"),
        ("battered travelling trunk, leather corners, brass locks", "suitcase"),
        ("Ein graues Ecksofa mit Holzfüßen", "sofa"),
        ("reloj de pared redondo negro", "wall clock"),
        ("vespa-like two wheeler", "scooter"),
    ],
)
def test_descriptions_and_vague_names_find_their_thing(text: str, archetype: str) -> None:
    assert plan(text).reading.archetype == archetype


@pytest.mark.parametrize("text", ["a woven wimple", "the philosophy of tomorrow", "model of a quasar"])
def test_words_without_a_thing_are_likened_to_the_nearest_and_say_so(text: str) -> None:
    reading = plan(text).reading
    assert reading.is_nearest
    assert reading.confidence <= 0.2


def test_a_limit_is_a_size() -> None:
    reading = plan("A cabinet. It must not be deeper than 30 cm. Oak please.").reading
    assert reading.sizes_m == {"depth": 0.3}
    assert reading.materials == ("oak",)


@pytest.mark.parametrize("letters", ["½", "1 ", "m ", "red ", "a ", "with a ", "on it ", "& "])
def test_repeated_signs_are_read_in_little_time(letters: str) -> None:
    read("a chair")
    start = time.process_time()
    read((letters * 4000)[:4000])
    assert time.process_time() - start < 2.0

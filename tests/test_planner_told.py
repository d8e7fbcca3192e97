"""What a text says of a part is drawn or told: never lost, and never told where it is drawn."""

import pytest

from domain.spec import DesignObject, DesignSpec, Position
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan


def own(spec: DesignSpec, name: str) -> list[DesignObject]:
    return [one for one in spec.objects if one.id.rpartition("_")[0] == name]


@pytest.mark.parametrize(
    "text",
    [
        "a villa without a chimney and with a pool",
        "a modern villa without a chimney",
        "a wall clock with roman numerals",
        "a toaster with two slots",
        "a toaster with four slots",
        "a gaming PC with a glass side panel",
        "a speaker with a black grille",
        "a speaker without a grille",
        "a beige sofa with wooden armrests",
        "a sofa with a backrest",
        "a truck with a chrome bumper",
        "a violin with an f-hole",
        "a suit of armor with pauldrons",
        "a printer with a feeder",
    ],
)
def test_what_is_drawn_is_not_told(text: str) -> None:
    assert plan(text).reading.not_understood == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a wardrobe with hinges", "hinges"),
        ("a villa with a balcony", "balcony"),
        ("a suit of armor with wheels", "wheels"),
        ("a clipboard with a box", "box"),
        ("a chair with a feeder beside a printer", "feeder"),
    ],
)
def test_what_is_not_drawn_is_told(text: str, said: str) -> None:
    assert said in plan(text).reading.not_understood


def test_the_hours_of_a_dial_are_marked_as_the_text_says() -> None:
    clocks = [plan(text).objects for text in ("a modern clock", "a modern clock with roman numerals")]
    assert [[one.properties["numerals"] for one in clock if one.type == "clock_face"] for clock in clocks] == [
        ["baton"],
        ["roman"],
    ]
    dial = own(plan("a futuristic pocket watch with gold roman numerals"), "dial")[0]
    assert (dial.properties["numerals"], dial.properties["numerals_material"]) == ("roman", "gold")


def test_wooden_armrests_are_of_wood() -> None:
    spec = plan("a beige sofa with wooden armrests")
    assert {one.material for one in own(spec, "armrest")} == {"oak"}
    assert {one.color for one in own(spec, "seat_cushion")} == {"#d8c9ab"}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a bicycle with a gold bell", "bell"),
        ("a speaker with a black grille", "grille"),
        ("a desktop computer with a glass side panel", "window"),
        ("a villa with two chimneys", "chimney"),
        ("a modern villa with a chimney", "chimney"),
    ],
)
def test_a_part_that_is_asked_for_is_drawn(text: str, part: str) -> None:
    spec = plan(text)
    assert own(spec, part)
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize(
    "text",
    [
        "a toy train with red, green and blue wagons",
        "a toy train with a red, a green and a blue wagon",
        "a toy train with a red wagon, a green wagon and a blue wagon",
    ],
)
def test_each_of_several_parts_has_its_own_colour(text: str) -> None:
    spec = plan(text)
    colors = list(dict.fromkeys(one.color for one in own(spec, "wagon_side")))
    assert colors == ["#b3201f", "#2f7a3d", "#1f4fa3"]
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize(
    ("text", "part", "colors"),
    [
        ("a police car with red and blue lights", "beacon", ["#b3201f", "#1f4fa3"]),
        ("a police car with green and white lights", "beacon", ["#2f7a3d", "#f4f3ef"]),
        ("a police car with blue lights", "beacon", ["#1f4fa3"]),
        ("an ambulance with blue lights", "beacon", ["#1f4fa3"]),
        ("a table with red and blue legs", "leg", ["#b3201f", "#1f4fa3"]),
        ("a sofa with a red, a green and a blue pillow", "pillow", ["#b3201f", "#2f7a3d", "#1f4fa3"]),
    ],
)
def test_colours_of_a_part_are_taken_in_turn(text: str, part: str, colors: list[str]) -> None:
    spec = plan(text)
    assert list(dict.fromkeys(one.color for one in own(spec, part))) == colors
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize("text", ["a chair with a red and white seat", "a car with red and black seats"])
def test_colours_that_one_part_cannot_have_are_told(text: str) -> None:
    assert any(", yet " in one for one in plan(text).reading.not_understood)


def test_looks_with_an_article_each_are_things_of_their_own() -> None:
    chairs = plan("a red, a green and a blue chair")
    assert len({one.part_of for one in chairs.objects}) == 3
    assert chairs.reading.not_understood == ()


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("a room with a bed, a carpet under the bed and a window", [("carpet", "under", "bed")]),
        ("a bedroom with a window over the bed and a carpet", [("window", "above", "bed")]),
    ],
)
def test_what_a_list_goes_on_with_has_no_relation_of_its_own(text: str, relations: list[tuple[str, str, str]]) -> None:
    assert [(one.subject, one.relation, one.anchor) for one in plan(text).reading.relations] == relations


def test_a_thing_stands_on_the_rug_that_is_under_it() -> None:
    spec = plan("a room with a rug under a piano")
    (rug,) = (one for one in spec.objects if one.type == "rug")
    piano = [one.position for one in spec.objects if one.part_of == "piano_1"]
    assert all(abs(at.x - rug.position.x) < rug.dimensions.width / 2 for at in piano)
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a cat under a bench", "cat under bench"),
        ("a room with a window above a piano", "window above piano"),
        ("a room with a big window, a carpet under the bed", "carpet under bed"),
    ],
)
def test_a_place_that_is_not_to_be_had_is_told_in_the_words_of_the_text(text: str, said: str) -> None:
    assert plan(text).reading.not_understood == (said,)


@pytest.mark.parametrize(
    "text",
    [
        "a stack of three books on a desk",
        "a pile of three books on a table",
        "three books stacked on a desk",
        "a desk with a stack of three books",
    ],
)
def test_books_of_a_stack_lie_on_each_other(text: str) -> None:
    spec = plan(text)
    books = own(spec, "book")
    assert len({round(one.position.y, 3) for one in books}) == 3
    assert max(abs(one.position.x - books[0].position.x) for one in books) < 0.02
    assert spec.reading.not_understood == ()


def test_crates_of_a_stack_stand_on_each_other() -> None:
    spec = plan("a stack of three crates")
    lows: dict[str, list[Position]] = {}
    for one in spec.objects:
        lows.setdefault(one.part_of, []).append(one.position)
    feet = sorted(min(at.y for at in own) for own in lows.values())
    assert feet[0] == 0
    assert feet[2] == pytest.approx(2 * feet[1])
    assert len({round(own[0].x, 3) for own in lows.values()}) == 1


def test_a_stack_that_would_not_stand_is_told() -> None:
    assert plan("two stacked chairs").reading.not_understood == ("stack of chairs",)


@pytest.mark.parametrize(
    "text", ["a picnic table and a chair", "a picnic table with a chair", "a chair beside a picnic table"]
)
def test_a_chair_stands_by_a_table_that_has_benches(text: str) -> None:
    spec = plan(text)
    assert {"chair_1", "table_1"} <= {one.part_of for one in spec.objects}
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("a desk in an office", "desk", 1),
        ("a lamp in a bedroom", "lamp", 2),
        ("a bed in a bedroom", "bed", 1),
        ("a red sofa in a living room", "sofa", 1),
        ("an oak table in a dining room", "table", 1),
        ("a bed in a kids room", "bed", 1),
        ("a coffee table in a tatami room", "coffee table", 1),
    ],
)
def test_what_a_text_puts_into_a_room_takes_the_place_of_the_rooms_own(text: str, kind: str, number: int) -> None:
    spec = plan(text, seed=1)
    assert len({one.part_of for one in spec.objects if one.part_of.rpartition("_")[0] == kind}) == number
    assert spec.reading.not_understood == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_a_red_sofa_stands_where_the_rooms_own_stood() -> None:
    specs = plan("a living room", seed=1), plan("a red sofa in a living room", seed=1)
    first, second = (
        next(one for one in spec.objects if one.part_of.startswith("sofa") and one.id.startswith("seat_cushion"))
        for spec in specs
    )
    assert (first.position.x, first.position.z) == pytest.approx((second.position.x, second.position.z), abs=0.01)
    assert second.color == "#b3201f"


def test_what_stood_on_the_rooms_own_stands_on_the_other() -> None:
    spec = plan("an oak table in a dining room", seed=1)
    (vase,) = own(spec, "vase")
    top = next(one for one in spec.objects if one.part_of.startswith("table") and one.id.startswith("top_"))
    assert vase.position.y == pytest.approx(top.position.y + top.dimensions.height, abs=0.01)


@pytest.mark.parametrize("kind", ["desk lamp", "table lamp"])
def test_a_futuristic_lamp_has_a_form_of_its_own(kind: str) -> None:
    forms = [{one.type for one in plan(f"a {style} {kind}").objects} for style in ("futuristic", "minimalist")]
    assert "lamp_shade" not in forms[0]
    assert "lamp_shade" in forms[1]


def test_the_flower_of_a_cactus_is_of_its_colour() -> None:
    spec = plan("a cactus with a pink flower")
    assert own(spec, "cactus")[0].properties["bloom_color"] == "#dd7f9c"
    assert spec.reading.not_understood == ()

"""How people put things: compounds of other languages, glasses to drink from, second words for the thing itself."""

import pytest

from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.planner.reading.reader import read
from engine.planner.staging.standing import box_of


def archetypes(text: str) -> dict[str, int]:
    """Return what is read from a text, and how many of each."""
    return {one.archetype: one.count for one in read(text).things}


@pytest.mark.parametrize(
    ("text", "materials", "parts"),
    [
        ("round dining table for six, walnut, pedestal base", ["walnut"], {}),
        ("a sofa for three, leather, brass feet", ["leather_brown"], {"foot": "brass_polished"}),
        ("an armchair, mustard velvet, walnut legs", ["velvet"], {"leg": "walnut"}),
        ("a speaker, walnut and grey fabric", ["walnut", "fabric_grey"], {}),
        ("a brass and glass terrarium", ["brass_polished", "glass_clear"], {}),
        ("a bookshelf, iron frame and reclaimed wood shelves", [], {"frame": "iron_black", "shelf": "wood_reclaimed"}),
    ],
)
def test_materials_after_a_comma_are_of_the_thing(text: str, materials: list[str], parts: dict[str, str]) -> None:
    (thing,) = read(text).things
    assert (thing.materials, thing.part_materials) == (materials, parts)


@pytest.mark.parametrize(
    "text", ["a wine bottle and two glasses", "a tray with two glasses", "a jug of water and two glasses"]
)
def test_glasses_beside_what_is_served_are_to_drink_from(text: str) -> None:
    assert archetypes(text)["wine glass"] == 2


@pytest.mark.parametrize("text", ["glasses", "reading glasses", "round glasses", "a pair of glasses on a book"])
def test_glasses_alone_are_to_see_with(text: str) -> None:
    assert archetypes(text)["glasses"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "a circuit board with a microcontroller",
        "a record player with a turntable",
        "a swing set with two swings",
        "a chessboard with chess pieces",
        "a planter with a succulent",
        "a tea house with paper sliding doors",
        "a house with a living room",
        "a server rack with ten servers",
        "a school with a clock tower",
        "a man wearing glasses",
        "a picnic table with benches",
        "a picnic table with two benches",
        "a camper van with a solar panel",
    ],
)
def test_another_word_for_a_thing_or_its_part_is_no_second_thing(text: str) -> None:
    assert list(archetypes(text).values()) == [1]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("a cat with two kittens", {"animal": 2}),
        ("a teapot with a bamboo handle and four cups on a tray", {"teapot": 1, "mug": 4, "plate": 1}),
        ("a street with a bench, a tree and a trash can", {"bench": 1, "tree": 1, "trash can": 1}),
        ("a tray with four cups", {"plate": 1, "mug": 4}),
        ("a stack of four books with a cup on top", {"book": 1, "mug": 1}),
        ("a chandelier over a dining table with ten chairs", {"chandelier": 1, "table": 1}),
        ("two stools on either side of a round table", {"stool": 2, "table": 1}),
        ("two bookshelves beside a sofa", {"bookshelf": 2, "sofa": 1}),
        ("a picnic table and a bench", {"table": 1, "bench": 1}),
        ("a picnic table with three benches", {"table": 1, "bench": 3}),
        ("a park with a pond, two benches and a fountain", {"waterfall": 1, "bench": 2, "fountain": 1}),
    ],
)
def test_what_has_a_name_and_a_place_of_its_own_is_a_thing(text: str, things: dict[str, int]) -> None:
    assert archetypes(text) == things


@pytest.mark.parametrize(
    ("text", "archetype"),
    [
        ("una lampada da tavolo in ottone", "lamp"),
        ("una lampada da scrivania", "lamp"),
        ("una sala da pranzo con sei sedie", "dining room"),
        ("una camera da letto moderna", "bedroom"),
        ("una macchina da cucire", "sewing machine"),
        ("un tavolo da pranzo in noce", "table"),
        ("un bicchiere da vino", "wine glass"),
        ("une lampe de table en laiton", "lamp"),
        ("une table à manger ronde", "table"),
        ("une machine à café", "coffee machine"),
        ("une chaise de bureau", "office chair"),
        ("un verre à vin", "wine glass"),
        ("un moulin à vent", "windmill"),
        ("ein Weinglas", "wine glass"),
        ("eine Nähmaschine", "sewing machine"),
        ("una lámpara de escritorio", "lamp"),
        ("una silla de oficina negra", "office chair"),
        ("una casa de madera", "house"),
        ("eine rote Vase mit drei weißen Tulpen", "vase"),
        ("un canapé trois places en cuir", "sofa"),
        ("una cocina blanca con encimera de mármol", "kitchen"),
        ("una casa in pietra con due camini", "house"),
    ],
)
def test_a_compound_of_another_language_is_what_it_is_called_there(text: str, archetype: str) -> None:
    reading = plan(text).reading
    assert (reading.archetype, reading.not_understood) == (archetype, ())


@pytest.mark.parametrize(
    "text",
    [
        "air conditioner unit for the wall",
        "a speaker system",
        "a smart thermostat device",
        "a lion figurine",
        "a dragon statue in jade",
        "a cordless vacuum cleaner",
        "solar powered garden lamp",
        "a laptop with a silver aluminium case",
        "a bench for six people",
        "an arduino board",
        "a bookcase, five shelves, pine",
    ],
)
def test_words_that_add_nothing_or_are_met_are_not_missed(text: str) -> None:
    reading = plan(text).reading
    assert reading.not_understood == ()
    assert reading.confidence > 0.9


@pytest.mark.parametrize(
    ("text", "material", "color"),
    [("a gold plastic crown", "plastic_white", "gold"), ("a silver steel chair", "steel_brushed", "silver")],
)
def test_a_metal_before_another_material_is_its_colour(text: str, material: str, color: str) -> None:
    (thing,) = read(text).things
    assert (thing.materials, thing.spoken[""], len(thing.colors)) == ([material], [color], 1)


def test_a_table_is_as_long_as_its_people_need() -> None:
    two, twelve = (plan(f"a dining table for {number}") for number in ("two", "twelve"))
    width = [max(one.dimensions.width for one in spec.objects) for spec in (two, twelve)]
    assert width[1] > width[0] + 1.0


def test_what_shares_a_top_finds_room_on_it() -> None:
    spec = plan("a bookshelf with books, a globe and a plant on top")
    low = {one.part_of: one.position.y for one in spec.objects if one.part_of in ("globe_1", "plant_1")}
    assert min(low.values()) > 1.0
    assert spec.reading.not_understood == ()


def test_what_is_missed_is_said_once() -> None:
    assert plan("a bunk bed with a ladder and drawers below").reading.not_understood == ("drawers",)


def test_cars_in_a_garage_stand_in_it_and_no_others() -> None:
    spec = plan("two red cars in a garage")
    assert spec.reading.archetype == "car"
    assert len({one.part_of for one in spec.objects if one.part_of.startswith("car_")}) == 2
    assert "floor" in {one.type for one in spec.objects}
    assert spec.reading.not_understood == ()


def test_what_no_house_shows_from_outside_stands_before_it_and_is_told() -> None:
    spec = plan("a horse in a stable")
    assert "drawn in front of it" in spec.reading.not_understood[0]
    own = [one for one in spec.objects if one.part_of == f"{spec.reading.archetype}_1"]
    assert min(one.position.y for one in own) < 0.5


@pytest.mark.parametrize("text", ["office 2 m by 2 m", "living room 2.5 m by 2.5 m"])
def test_a_cramped_room_is_sound(text: str) -> None:
    spec = plan(text)
    assert faults_of(assemble(spec, quality="draft"), spec) == ()
    assert any("(no room)" in one for one in spec.reading.not_understood)


@pytest.mark.parametrize("text", ["a tea bag", "a garbage bag", "a punching bag"])
def test_a_bag_of_another_kind_is_no_handbag(text: str) -> None:
    assert plan(text).reading.archetype != "handbag"


def test_fruit_in_a_basket_lies_below_its_handle() -> None:
    spec = plan("a basket with three apples")
    low = [one.position.y for one in spec.objects if one.id.startswith("apple_")]
    assert len(low) == 3
    assert max(low) < 0.2


def test_a_decade_is_no_number_of_people() -> None:
    assert read("a mobile phone from the 90s").things[0].counts == {}


@pytest.mark.parametrize(
    ("text", "counts", "colors"),
    [
        ("three red and two blue balls", [3, 2], ["red", "blue"]),
        ("a red chair and a blue one", [1, 1], ["red", "blue"]),
        ("two white vases and a black one", [2, 1], ["white", "black"]),
    ],
)
def test_members_of_a_list_share_their_noun(text: str, counts: list[int], colors: list[str]) -> None:
    things = read(text).things
    assert [one.count for one in things] == counts
    assert [one.spoken[""][0] for one in things] == colors


def test_its_left_is_of_what_the_other_stands_right_of() -> None:
    relations = read("a lamp to the right of a sofa and a plant to its left").relations
    assert [(one.subject, one.anchor) for one in relations] == [("lamp", "sofa"), ("plant", "sofa")]


def test_the_scale_of_a_model_is_no_kitchen_scale() -> None:
    assert archetypes("a 1:10 scale model of a lighthouse") == {"lighthouse": 1}


def test_a_double_bed_is_one_bed() -> None:
    assert plan("a bedroom 3 m by 3 m with a double bed").reading.counts == {}


@pytest.mark.parametrize(("text", "part", "number"), [
    ("a gaming desk with two monitors", "monitor", 2),
    ("a computer desk with three monitors", "monitor", 3),
    ("a fountain with two basins", "bowl", 1),
    ("a fountain with four basins", "bowl", 3),
    ("a pallet rack with three levels and two bays", "beam", 12),
])  # fmt: skip
def test_parts_are_drawn_in_the_number_that_is_said(text: str, part: str, number: int) -> None:
    spec = plan(text)
    assert spec.reading.not_understood == ()
    assert sum(one.id.rpartition("_")[0] == part for one in spec.objects) == number


def test_each_side_of_a_game_has_a_material_of_its_own() -> None:
    spec = plan("a chess set with ebony and maple pieces")
    kings = {one.material for one in spec.objects if one.id.startswith("king_")}
    assert (kings, spec.reading.not_understood) == ({"ebony", "maple"}, ())


def test_red_and_white_bands_are_red_ones_on_white() -> None:
    (thing,) = read("a lighthouse with red and white bands").things
    assert (len(thing.part_colors), len(thing.colors)) == (1, 1)


@pytest.mark.parametrize(("text", "has_plate"), [("a red apple", False), ("an apple on a plate", True)])
def test_a_fruit_lies_on_a_plate_where_one_is_asked_for(text: str, has_plate: bool) -> None:
    assert any("plate" in one.id for one in plan(text).objects) == has_plate


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("a traffic light with zorp details", "zorp"),
        ("a car with square wheels", "square wheel"),
        ("a sofa shaped like a banana", "shaped like a banana"),
        ("a swimming pool shaped like a kidney", "shaped like a kidney"),
        ("a bathroom, wheelchair accessible", "wheelchair accessible"),
        ("a wheelchair-accessible bathroom", "wheelchair-accessible"),
        ("an upside-down house", "upside-down"),
        ("a chair with glimmering floobs", "glimmering"),
    ],
)
def test_what_nothing_draws_is_told(text: str, missed: str) -> None:
    assert missed in plan(text).reading.not_understood


@pytest.mark.parametrize("text", ["a lamp with a round base", "a chair with cabriole legs", "a table with turned legs"])
def test_what_is_drawn_is_not_told(text: str) -> None:
    assert plan(text).reading.not_understood == ()


@pytest.mark.parametrize(
    ("text", "wide", "tall"),
    [
        ("a 2.4 m wide bookshelf", 2.4, 1.9),
        ("a bench 4 m long", 4.0, 0.46),
        ("a table 4 m long", 4.0, 0.75),
        ("a garden fence 10 m long", 10.0, 1.1),
        ("a doll's bench 20 cm long", 0.2, 0.08),
    ],
)
def test_furniture_that_is_longer_is_no_taller_for_it(text: str, wide: float, tall: float) -> None:
    size = box_of(plan(text).objects).size
    assert size[0] == pytest.approx(wide, rel=0.02)
    assert size[1] == pytest.approx(tall, rel=0.1)


@pytest.mark.parametrize("style", ["minimalist", "rustic", "victorian", "mid century", "realistic"])
def test_a_wide_bookshelf_is_sound_in_every_style(style: str) -> None:
    spec = plan("a 2.4 m wide bookshelf", style=style)
    assert not faults_of(assemble(spec), spec)

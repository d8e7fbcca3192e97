"""Full vessels, stacks, groups, pots, doers, cloths; ducks and cells: as people say them, and as it is drawn."""

from collections import Counter

import numpy as np
import pytest

from domain.spec import DesignObject, DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.planner.staging.holding import without_handles
from engine.planner.staging.standing import box_of


def of(spec: DesignSpec, kind: str) -> list[DesignObject]:
    return [one for one in spec.objects if one.part_of.rpartition("_")[0] == kind]


def things(text: str) -> Counter[str]:
    """Return how many there are of each thing that is drawn."""
    return Counter(one.rpartition("_")[0] for one in {one.part_of for one in plan(text, seed=1).objects})


def named(text: str) -> Counter[str]:
    """Return how many objects there are of each name."""
    return Counter(one.id.rpartition("_")[0] for one in plan(text, seed=1).objects)


def untold(text: str) -> tuple[str, ...]:
    return plan(text, seed=1).reading.not_understood


@pytest.mark.parametrize(
    ("text", "vessel", "held", "least"),
    [
        ("a wooden crate full of oranges", "crate", "fruit", 20),
        ("a bucket full of tennis balls", "bucket", "ball", 6),
        ("a crate filled with beer bottles", "crate", "bottle", 9),
        ("a shopping cart full of boxes", "shopping cart", "crate", 4),
    ],
)
def test_a_full_vessel_is_full_to_its_rim(text: str, vessel: str, held: str, least: int) -> None:
    spec = plan(text, seed=1)
    inside = box_of(of(spec, held))
    rim = float(box_of(without_handles(of(spec, vessel))).high[1])
    assert len({one.part_of for one in of(spec, held)}) >= least
    assert inside.high[1] > 0.75 * rim
    assert not faults_of(assemble(spec, quality="draft"), spec)


def test_what_no_vessel_holds_is_told() -> None:
    assert "full of cookies" in untold("a glass jar full of cookies")


@pytest.mark.parametrize(
    ("text", "part", "number"),
    [("a stack of tires", "wheel", 4), ("a stack of plates", "plate", 5), ("a pile of cushions", "pillow", 4)],
)
def test_a_stack_without_a_number_is_several(text: str, part: str, number: int) -> None:
    assert named(text)[part] == number


@pytest.mark.parametrize(
    ("text", "front", "back"),
    [
        ("a sleigh pulled by two reindeer", "deer", "sled"),
        ("a horse hitched to a wagon", "animal", "wagon"),
        ("a stone path leading to a small pond", "garden path", "waterfall"),
    ],
)
def test_what_pulls_and_what_leads_to_another_is_before_it(text: str, front: str, back: str) -> None:
    spec = plan(text, seed=1)
    assert box_of(of(spec, front)).middle[2] > box_of(of(spec, back)).middle[2]
    assert not spec.reading.not_understood


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("three red balloons tied to a wooden chair", {"balloon": 3, "chair": 1}),
        ("a boat tied to a dock", {"sailboat": 1, "jetty": 1}),
        ("a helicopter on a helipad", {"helicopter": 1, "helipad": 1}),
        ("a picture and a mirror above a piano", {"picture frame": 1, "mirror": 1, "piano": 1}),
        ("two white rabbits eating carrots next to a picket fence", {"animal": 2, "vegetable": 3}),
        ("a dog lying under a picnic table while a squirrel sits on top", {"animal": 1, "squirrel": 1, "table": 1}),
        ("a bench between two lamp posts", {"street lamp": 2, "bench": 1}),
        ("two lamp posts", {"street lamp": 2}),
        ("a herd of sheep by a barn", {"sheep": 3, "barn": 1}),
        ("a family of ducks", {"duck": 3}),
        ("a group of five cats", {"animal": 5}),
        ("a penguin family", {"penguin": 3}),
        ("a school of fish", {"animal": 3}),
        ("three terracotta pots with cacti", {"cactus": 3}),
        ("cacti in three terracotta pots", {"cactus": 3}),
        ("two beach chairs under two umbrellas", {"deck chair": 2, "umbrella": 2}),
        ("Can I get a hiking boot in tan suede?", {"shoe": 1}),
        ("Can you make a small red bridge over a pond?", {"bridge": 1}),
    ],
)
def test_nothing_is_lost_and_nothing_is_one_of_several(text: str, drawn: dict[str, int]) -> None:
    found = things(text)
    assert {kind: found[kind] for kind in drawn} == drawn


def test_what_a_request_asks_for_is_no_tale() -> None:
    spec = plan("I'd like a yellow excavator with black rubber tracks", seed=1)
    assert not spec.reading.is_nearest
    assert next(one.color for one in spec.objects if one.id == "cab_1") == "#e3b81f"


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("a barbershop interior with three chairs", "barbershop interior"),
        ("a barbershop with two barber chairs and mirrors", "barbershop interior"),
        ("a bookstore interior", "shop interior"),
        ("a flower shop with a bench in front", "shop"),
        ("a hospital room with two beds", "hospital room"),
        ("a hotel lobby with a red sofa", "hotel lobby"),
        ("a waiting room with eight chairs", "waiting room"),
        ("a home theater with six recliners", "home theater"),
        ("a walk-in closet", "dressing room"),
        ("a jail cell with iron bars", "prison cell"),
    ],
)
def test_rooms_where_people_are_served_are_rooms(text: str, room: str) -> None:
    assert plan(text, seed=1).reading.archetype == room


def test_rooms_have_as_many_of_their_own_as_is_said() -> None:
    assert things("a waiting room with eight chairs")["chair"] == 8
    assert things("a barbershop interior with three chairs")["barber chair"] == 3
    assert things("a home theater with six recliners")["armchair"] == 6
    assert things("a hospital room with two beds")["hospital bed"] == 2


def test_a_skylight_is_told_and_in_the_wall() -> None:
    spec = plan("an attic bedroom with a skylight", seed=1)
    assert spec.reading.not_understood == ("skylight: in the wall",)
    assert box_of(of(spec, "window")).low[1] > 0.3


def test_small_tables_are_as_high_as_large_ones_and_have_their_chairs() -> None:
    heights = [
        float(box_of([one for one in plan(text, seed=1).objects if one.id.startswith("top")]).high[1])
        for text in ("a small round table with two chairs", "a large round table")
    ]
    assert np.ptp(heights) < 0.01
    assert things("a small round table with two bistro chairs")["chair"] == 2


@pytest.mark.parametrize("text", ["a round table with a red tablecloth", "a dining table with a white cloth"])
def test_a_cloth_lies_on_its_table(text: str) -> None:
    spec = plan(text, seed=1)
    cloth = box_of([one for one in spec.objects if one.id.startswith("tablecloth")])
    top = box_of([one for one in spec.objects if one.id.startswith("top")])
    assert (cloth.low[[0, 2]] < top.low[[0, 2]]).all()
    assert cloth.high[1] > top.high[1]


def test_a_table_set_for_six_has_chairs_and_plates() -> None:
    found = named("a dining table set for six")
    assert (found["plate"], things("a dining table set for six")["chair"]) == (6, 6)


def test_what_a_table_on_a_rug_comes_with_is_on_the_table() -> None:
    spec = plan("a coffee table on a rug with a bowl of fruit and two magazines", seed=1)
    top = box_of([one for one in spec.objects if one.id.startswith("top")])
    assert box_of(of(spec, "bowl")).low[1] > top.low[1]


def test_forms_of_different_parts_do_not_contradict_each_other() -> None:
    assert not any("yet" in one for one in untold("a robot with round eyes, a square body and an antenna"))
    assert "round, yet square" in untold("a round square table")
    assert not any(
        "yet" in one for one in untold("a bookshelf made of iron pipes and reclaimed wood with five shelves")
    )


def test_flowers_on_ware_are_told_and_those_in_a_pitcher_stand_in_it() -> None:
    assert "flowers" in untold("a white teapot with blue flowers")
    spec = plan("a pitcher with flowers", seed=1)
    assert box_of(of(spec, "flower")).middle[0] == pytest.approx(box_of(of(spec, "jug")).middle[0], abs=0.08)


@pytest.mark.parametrize("text", ["a white hen", "a black duck"])
def test_a_coloured_bird_keeps_its_beak(text: str) -> None:
    spec = plan(text, seed=1)
    colors = {one.id.rpartition("_")[0]: one.color for one in spec.objects}
    assert colors["beak"] != colors["body"]


@pytest.mark.parametrize("kind", ["a fridge with an ice dispenser", "a double-door fridge", "a side by side fridge"])
def test_fridges_have_what_is_said(kind: str) -> None:
    fridge = next(one for one in plan(kind, seed=1).objects if one.type == "fridge")
    assert fridge.properties["has_dispenser"]
    assert fridge.properties["doors"] == (2 if "ice" in kind else 4)


@pytest.mark.parametrize(
    "text",
    [
        "a beer bottle on a table", "a candle on a table", "a cat sleeping on a red cushion", "a watering can",
        "a vase with tulips on a sideboard, a painting hanging above it", "a picture and a mirror above a piano",
        "two folding chairs under a pine tree", "an umbrella under a tree", "two chairs, three bottles and a glass",
        "laundry room: washer and dryer, a shelf above", "small kitchen, 8 by 10 feet", "a round table, eight plates",
        "a palm tree", "a peacock", "a flamingo", "a wall shelf", "a banana", "a pitchfork", "a cleaver", "a maraca",
        "a rose bush", "an ice skate", "a roller coaster", "an above-ground pool with a ladder", "a deck chair",
        "a rooster", "a prison cell", "a bookstore interior", "a walk-in closet", "a hospital room with two beds",
        "a picnic table under a big oak tree with a basket on top", "a hotel lobby",
    ],
)  # fmt: skip
def test_what_people_say_in_few_words_passes_all_checks(text: str) -> None:
    spec = plan(text, seed=1)
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a house without a garage and with a chimney", "chimney"),
        ("a bicycle without a basket and with a bell", "bell"),
        ("a house with no garage and with solar panels", "solar_panel"),
    ],
)
def test_and_with_ends_what_is_denied(text: str, part: str) -> None:
    spec = plan(text, seed=1)
    assert any(part in one.id for one in spec.objects)
    assert not spec.reading.not_understood


@pytest.mark.parametrize(
    ("text", "wide_m"),
    [("a round dining table 120 cm wide with 4 chairs", 1.2), ("a table 2 m wide with six chairs", 2.0)],
)
def test_the_size_of_a_table_is_not_that_of_its_chairs(text: str, wide_m: float) -> None:
    spec = plan(text, seed=1)
    top = box_of([one for one in spec.objects if one.id.startswith("top")])
    assert top.size[0] == pytest.approx(wide_m, abs=0.01)
    assert top.high[1] == pytest.approx(0.75, abs=0.03)


def test_the_colour_of_a_single_engine_plane_is_that_of_the_plane() -> None:
    spec = plan("a yellow single-engine plane", seed=1)
    assert spec.reading.colors
    assert not spec.reading.not_understood


def test_inches_are_fewer_than_twelve() -> None:
    spec = plan("a coffee table 4'6\" x 2' and 18 in high", seed=1)
    assert box_of(spec.objects).size == pytest.approx([1.372, 0.457, 0.61], abs=0.02)


@pytest.mark.parametrize("text", ["a leather chair", "a green velvet dining chair"])
def test_a_chair_of_leather_has_legs_of_wood(text: str) -> None:
    spec = plan(text, seed=1)
    materials = {one.id.rpartition("_")[0]: one.material for one in spec.objects}
    assert materials["leg"] not in ("leather_brown", "velvet")
    assert {"leather_brown", "velvet"} & set(materials.values())

"""Rooms with things: what is asked for in a room is drawn, once, as it is described, or said to be missing."""

from collections import Counter

import pytest

from domain.spec import DesignSpec
from engine.archetypes import draw
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.drawn import brief_of
from engine.planner.staging.leaving import settled


def things(spec: DesignSpec) -> Counter[str]:
    """Return how many things of each kind a design holds."""
    return Counter(whole.rpartition("_")[0] for whole in {one.part_of for one in spec.objects})


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("an office with a desk and a filing cabinet", "cabinet"),
        ("a dining room with a wardrobe", "wardrobe"),
        ("a dining room with a chest of drawers", "chest of drawers"),
        ("a dining room with a globe", "globe"),
        ("a cafe with a billiard table", "pool table"),
        ("a kitchen with a filing cabinet", "cabinet"),
        ("a bedroom with a desk", "desk"),
    ],
)
def test_a_thing_that_the_room_does_not_draw_by_itself_is_put_into_it(text: str, thing: str) -> None:
    spec = plan(text)
    assert things(spec)[thing] == 1
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize(
    "text", ["a kitchen with a kitchen sink", "a living room with a couch", "a bathroom with a toilet"]
)
def test_what_a_room_draws_by_itself_is_not_drawn_twice(text: str) -> None:
    assert things(plan(text)) == things(plan(text.partition(" with ")[0]))


def test_the_chairs_of_an_office_are_as_many_as_are_asked_for() -> None:
    spec = plan("an office with a desk, two chairs and a filing cabinet")
    assert things(spec)["office chair"] + things(spec)["chair"] == 2
    assert things(spec)["cabinet"] == 1
    assert spec.reading.not_understood == ()


def test_more_chairs_than_an_office_has_places_for_stand_in_for_its_own() -> None:
    found = things(plan("an office with five chairs"))
    assert (found["chair"], found["office chair"]) == (5, 0)


def test_a_tub_in_a_bathroom_is_the_one_that_the_text_describes() -> None:
    objects = plan("a bathroom with a clawfoot tub").objects
    assert sum(one.id.startswith("foot") for one in objects) == 4
    assert sum(one.id.startswith("bathtub") for one in objects) == 1


@pytest.mark.parametrize(
    "text",
    [
        "table ronde en marbre noir avec quatre chaises", "una mesa redonda de mármol negro con cuatro sillas",
        "un tavolo rotondo in marmo nero con quattro sedie", "ein runder Tisch aus schwarzem Marmor mit vier Stühlen",
        "a round table in black marble with four chairs",
    ],
)  # fmt: skip
def test_what_is_said_of_a_table_is_not_said_of_its_chairs(text: str) -> None:
    objects = plan(text).objects
    assert "marble_black" in {one.material for one in objects if one.part_of.startswith("table")}
    chairs = [one for one in objects if one.part_of.startswith("chair")]
    assert len({one.part_of for one in chairs}) == 4
    assert not any(one.color or one.material.startswith("marble") for one in chairs)


@pytest.mark.parametrize(
    ("text", "taller", "shorter", "ratio"),
    [
        ("a dog beside a man", "person", "animal", (2.0, 4.0)),
        ("a cat beside a man", "person", "animal", (3.0, 5.0)),
        ("a dog beside a horse", "animal_1", "animal_2", (3.0, 4.5)),
        ("a bee beside a dog", "animal", "butterfly", (10.0, 40.0)),
    ],
)
def test_living_things_are_as_large_beside_each_other_as_they_are(
    text: str, taller: str, shorter: str, ratio: tuple[float, float]
) -> None:
    def height(name: str) -> float:
        own = [one for one in plan(text).objects if one.part_of.startswith(name)]
        return max(one.position.y + one.dimensions.height for one in own) - min(one.position.y for one in own)

    assert ratio[0] < height(taller) / height(shorter) < ratio[1]


def test_a_figurine_and_a_creature_of_bronze_are_ornaments() -> None:
    for text in ("a horse figurine", "a bronze horse"):
        assert max(one.position.y + one.dimensions.height for one in plan(text).objects) < 0.6


@pytest.mark.parametrize(
    ("text", "thing", "below"),
    [
        ("a living room with a cat on the sofa", "animal_1", "sofa_1"),
        ("a living room with a vase on the coffee table", "vase_1", "coffee table_1"),
        ("an office with a desk lamp", "lamp_1", "desk_1"),
        ("a dining room with a globe", "globe_1", "table_1"),
    ],
)
def test_what_is_kept_on_furniture_stands_on_that_of_the_room(text: str, thing: str, below: str) -> None:
    objects = plan(text).objects
    foot = min(one.position.y for one in objects if one.part_of == thing)
    surface = [one for one in objects if one.part_of == below]
    assert 0.3 < foot < max(one.position.y + one.dimensions.height for one in surface) + 0.01
    assert sum(one.part_of.startswith(below[:-2]) for one in objects) == len(surface)


def test_what_is_in_front_of_a_rooms_furniture_stands_there() -> None:
    spec = plan("a bedroom with a dog in front of the bed")
    dog = [one for one in spec.objects if one.part_of == "animal_1"]
    bed = [one for one in spec.objects if one.part_of == "bed_1"]
    assert min(one.position.z for one in dog) > max(one.position.z for one in bed)
    assert spec.reading.not_understood == ()


def test_a_room_with_a_thing_in_it_keeps_what_its_pots_hold() -> None:
    spec = plan("an office with a printer")
    assert next(one for one in spec.objects if one.part_of == "plant_1").properties["fill"] == 0.87


@pytest.mark.parametrize(
    "text",
    [
        "a living room with two armchairs and a lamp",
        "a living room with three coffee tables",
        "a bedroom with two beds",
        "a bedroom 7 m wide and 7 m deep with a bench",
    ],
)
def test_furniture_in_a_number_or_a_room_of_its_own_stands_free_and_on_the_ground(text: str) -> None:
    spec = plan(text, seed=4)
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize(("room", "gone"), [("living room", "coffee table"), ("office", "desk"), ("bedroom", "bed")])
def test_what_is_left_of_a_room_is_the_same_whether_near_or_all_parts_are_looked_at(room: str, gone: str) -> None:
    objects = draw(room, brief_of(Wanted(room), style="realistic", seed=4)).objects
    rest = [one for one in objects if one.part_of != f"{gone}_1"]
    assert len(rest) < len(objects)
    assert settled(objects, rest, firm=frozenset({"floor", "wall", "rug", "curtain"})) == settled(objects, rest)

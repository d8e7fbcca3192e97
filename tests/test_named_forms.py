"""Things whose name asks for a form of their own, which were drawn as their plainer relations in silence."""

import pytest

from domain.materials import CATALOGUE
from domain.spec import DesignSpec
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from tests.planned import one


def _names(spec: DesignSpec) -> list[str]:
    return [thing.id.rpartition("_")[0] for thing in spec.objects]


def _is_sound(spec: DesignSpec) -> bool:
    return faults_of(assemble(spec, quality="draft"), spec) == ()


@pytest.mark.parametrize(
    ("text", "is_hung", "is_woven"),
    [
        ("a white egg chair", False, False),
        ("a rattan egg chair", False, True),
        ("a hanging rattan egg chair", True, True),
        ("a swing chair", True, True),
        ("a white metal hanging chair", True, False),
    ],
)
def test_an_egg_chair_is_a_shell_with_a_cushion_on_a_foot_or_hung(text: str, is_hung: bool, is_woven: bool) -> None:
    spec = plan(text)
    assert _is_sound(spec)
    assert {"shell", "cushion", "foot"} <= set(_names(spec))
    assert ("link" in _names(spec)) is is_hung
    assert one(spec, "shell_1").properties["is_woven"] is is_woven


def test_the_cushion_of_an_egg_chair_has_its_own_colour() -> None:
    spec = plan("a white hanging egg chair with a red cushion")
    assert one(spec, "shell_1").color != one(spec, "cushion_1").color


@pytest.mark.parametrize(
    "text", ["a toy chest", "a blanket chest", "a storage trunk", "an open wooden chest", "a chest"]
)
def test_a_chest_for_toys_and_blankets_holds_no_gold(text: str) -> None:
    spec = plan(text)
    assert _is_sound(spec)
    assert {"body", "lid", "handle"} <= set(_names(spec))
    assert "coin" not in _names(spec)
    assert (one(spec, "lid_1").rotation.x != 0) is ("open" in text)


@pytest.mark.parametrize("text", ["a pirate chest", "a treasure chest", "a wooden chest full of gold coins"])
def test_a_chest_of_treasure_still_holds_gold(text: str) -> None:
    assert "coin" in _names(plan(text))


@pytest.mark.parametrize(
    ("text", "hung", "below"),
    [
        ("a round mirror above a bathroom sink", "mirror", "washbasin"),
        ("a mirror above a fireplace", "mirror", "fireplace"),
        ("a picture on the wall above the bed", "picture", "bed"),
        ("a bed with a picture above it", "picture", "bed"),
        ("a clock on the wall above a desk", "clock", "desk"),
    ],
)
def test_what_hangs_above_a_thing_hangs_flat_on_a_wall_behind_both(text: str, hung: str, below: str) -> None:
    spec = plan(text)
    own = next(thing for thing in spec.objects if thing.id.startswith(hung) and thing.properties.get("held"))
    tops = [thing.position.y for thing in spec.objects if thing.part_of.startswith(below)]
    wall = one(spec, "wall_1")
    assert _is_sound(spec)
    assert own.position.y > max(tops)
    assert abs(own.position.z - own.dimensions.depth / 2 - wall.position.z - wall.dimensions.depth / 2) < 0.01


@pytest.mark.parametrize("text", ["a mirror on the wall", "a picture on the wall"])
def test_what_is_on_a_wall_hangs_at_the_height_of_the_eyes(text: str) -> None:
    spec = plan(text)
    own = next(thing for thing in spec.objects if thing.properties.get("held"))
    assert _is_sound(spec)
    assert abs(own.position.y + own.dimensions.height / 2 - 1.5) < 0.01


def test_the_mirror_of_a_bathroom_is_round_where_the_text_says_so() -> None:
    assert one(plan("a bathroom with a round mirror"), "mirror_1").properties["form"] == "round"
    assert one(plan("a bathroom"), "mirror_1").properties["form"] == "rectangular"


@pytest.mark.parametrize(
    "text", ["a helicopter with two rotors", "a tandem helicopter", "a green Chinook", "a coaxial helicopter"]
)
def test_a_helicopter_of_two_rotors_has_two(text: str) -> None:
    spec = plan(text)
    assert _is_sound(spec)
    assert spec.reading.archetype == "helicopter"
    assert _names(spec).count("rotor") == 2
    assert _names(plan("a helicopter")).count("rotor") == 1


@pytest.mark.parametrize(("text", "sign"), [("an ice cream van", "scoop"), ("a food truck", "vent")])
def test_a_van_that_sells_has_a_hatch_an_awning_and_its_sign(text: str, sign: str) -> None:
    spec = plan(text)
    assert _is_sound(spec)
    assert {"hatch", "counter", "awning", sign} <= set(_names(spec))
    assert not {"hatch", "scoop"} & set(_names(plan("a van")))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("an empty bookshelf", "books"),
        ("an empty industrial shelf", "books"),
        ("an empty fish tank", "fish"),
        ("an empty bird cage", "beak"),
        ("an empty fruit bowl", "apple"),
        ("an empty wine rack", "bottle"),
        ("an empty umbrella stand", "umbrella"),
        ("an empty plant pot", "foliage"),
    ],
)
def test_what_is_empty_has_nothing_in_it_and_stands(text: str, inside: str) -> None:
    spec = plan(text)
    assert _is_sound(spec)
    assert inside not in _names(spec)
    assert inside in _names(plan(text.replace("an empty", "a")))
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize("text", ["an empty vase", "an empty desk", "an empty bottle", "an empty fridge"])
def test_empty_changes_nothing_where_nothing_is_inside(text: str) -> None:
    spec, plain = plan(text), plan(text.replace("an empty", "a"))
    assert sorted(_names(spec)) == sorted(_names(plain))


@pytest.mark.parametrize(
    ("text", "boards"), [("a floating shelf", 1), ("floating shelves", 3), ("two floating shelves above a desk", 2)]
)
def test_floating_shelves_are_boards_on_a_wall(text: str, boards: int) -> None:
    spec = plan(text)
    assert _is_sound(spec)
    assert _names(spec).count("shelf") == boards
    assert {"wall", "books"} <= set(_names(spec))
    assert "carcass" not in _names(spec)


def test_a_bookcase_against_a_wall_stands_on_the_floor() -> None:
    assert "carcass" in _names(plan("a bookcase against the wall"))


@pytest.mark.parametrize("text", ["a striped sofa", "a checked armchair", "a striped rug"])
def test_a_pattern_that_is_not_drawn_is_told(text: str) -> None:
    assert text.split()[1] in plan(text).reading.not_understood


@pytest.mark.parametrize("text", ["a plaid armchair", "a striped lighthouse", "a striped tiger"])
def test_a_pattern_that_is_drawn_is_not_told(text: str) -> None:
    assert plan(text).reading.not_understood == ()


@pytest.mark.parametrize(
    ("text", "dark"), [("a marble chess set", "marble_black"), ("a glass chess set", "glass_tinted")]
)
def test_the_dark_side_of_a_chess_set_is_of_a_like_material(text: str, dark: str) -> None:
    assert dark in {thing.material for thing in plan(text).objects if thing.id.startswith("pawn")}


def test_obsidian_is_a_glass_of_its_own() -> None:
    assert {thing.material for thing in plan("an obsidian vase").objects} == {"obsidian"}
    assert CATALOGUE["obsidian"].family == "glass"


@pytest.mark.parametrize(
    ("text", "cups"), [("a tea set", 4), ("a tea set with two cups", 2), ("a silver tea set with 6 cups", 6)]
)
def test_a_tea_set_has_a_pot_and_as_many_cups_on_saucers_as_are_counted(text: str, cups: int) -> None:
    spec = plan(text)
    names = _names(spec)
    assert _is_sound(spec)
    assert (names.count("mug"), names.count("saucer")) == (cups, cups)
    assert {"tray", "pot", "sugar_bowl"} <= set(names)
    assert spec.reading.not_understood == ()


@pytest.mark.parametrize("text", ["a dollhouse", "a pink doll house", "a three storey dollhouse"])
def test_a_dollhouse_is_a_toy_open_in_front_with_furnished_rooms(text: str) -> None:
    spec = plan(text)
    assert _is_sound(spec)
    assert {"roof", "bed", "table"} <= set(_names(spec))
    assert max(thing.dimensions.height for thing in spec.objects) < 1.5


@pytest.mark.parametrize(
    ("text", "pillows"),
    [
        ("an L-shaped sofa with 6 cushions", 6),
        ("a sofa with three orange cushions", 3),
        ("a minimalist sofa with 4 cushions", 4),
        ("a white armchair with a red cushion", 1),
    ],
)
def test_cushions_of_a_sofa_lie_loose_on_it_in_their_own_colour(text: str, pillows: int) -> None:
    spec = plan(text)
    assert _is_sound(spec)
    assert _names(spec).count("pillow") == pillows
    assert one(spec, "seat_cushion_1").color == one(spec, "back_1").color
    assert spec.reading.not_understood == ()


def test_seat_cushions_are_those_that_one_sits_on() -> None:
    spec = plan("a grey sofa with orange seat cushions")
    assert one(spec, "seat_cushion_1").color != one(spec, "back_1").color

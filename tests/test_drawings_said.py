"""What people often ask of everyday things is there: stripes, flavours, trades, walls, how many on each side."""

import pytest

from domain.spec import DesignObject
from engine.planner import plan
from engine.planner.staging.made import made


def named(text: str, name: str) -> list[DesignObject]:
    """Return the objects that are called so."""
    return [one for one in plan(text, seed=1).objects if one.id.rpartition("_")[0] == name]


def untold(text: str) -> tuple[str, ...]:
    return plan(text, seed=1).reading.not_understood


@pytest.mark.parametrize(
    ("text", "name", "stripes", "color"),
    [
        ("a white mug with two blue stripes", "mug", "2 striped", "#1f4fa3"),
        ("a striped vase", "vase", "3 striped", "#2f5f9e"),
        ("a red teapot with white stripes", "teapot", "3 striped", "#f4f3ef"),
    ],
)
def test_turned_ware_has_the_stripes_that_are_asked_for(text: str, name: str, stripes: str, color: str) -> None:
    trims = [one.properties for one in plan(text, seed=1).objects if one.properties.get("trim") == stripes]
    assert [one["trim_color"] for one in trims] == [color]
    assert not untold(text)


def test_an_awning_is_striped_in_both_colours() -> None:
    (awning,) = named("a market stall with a striped red and white awning", "awning")
    assert (awning.color, awning.properties["stripes_color"]) == ("#b3201f", "#f4f3ef")
    assert not untold("a market stall with a striped red and white awning")


@pytest.mark.parametrize("text", ["a castle tower", "a wizard tower", "a watchtower", "a round stone tower"])
def test_a_tower_stands_alone(text: str) -> None:
    assert plan(text).reading.archetype == "stone tower"
    assert len(named(text, "tower")) == 1


def test_a_mug_without_handle_is_as_wide_as_deep() -> None:
    (bare,), (usual,) = named("a mug without handle", "mug"), named("a mug", "mug")
    assert bare.dimensions.width == bare.dimensions.depth < usual.dimensions.width
    width, _, depth = made([bare]).points.max(axis=0) - made([bare]).points.min(axis=0)
    assert width == pytest.approx(depth, rel=0.02)


def test_a_candle_has_its_colour_and_its_candlestick_its_own() -> None:
    assert {one.color for one in named("a red candle in a brass candlestick", "candle")} == {"#b3201f"}
    assert named("a red candle in a brass candlestick", "candlestick")[0].material == "brass_polished"


def test_scoops_are_of_the_flavours_that_are_named() -> None:
    scoops = named("a three-scoop ice cream cone: vanilla, strawberry and chocolate", "scoop")
    assert [one.color for one in scoops] == ["#6b4226", "#f2a0b4", "#f6ecd2"]


def test_what_is_painted_is_so_down_to_its_legs() -> None:
    assert {one.color for one in plan("a three-legged stool painted yellow", seed=1).objects} == {"#e3b81f"}
    assert {one.color for one in named("a yellow stool with oak legs", "leg")} == {""}


def test_a_shade_tints_a_material_that_has_no_such_kind() -> None:
    light, dark = (named(f"a chair of {shade}wicker", "back")[0] for shade in ("", "dark "))
    assert (light.material, light.color) == ("wicker", "")
    assert dark.material == "wicker"
    assert dark.color


def test_a_wicker_chair_is_plaited() -> None:
    assert named("a wicker rocking chair", "back")[0].properties["form"] == "woven"
    assert {one.type for one in named("a wicker rocking chair", "seat")} == {"wicker_seat"}


@pytest.mark.parametrize(("said", "slices"), [("one slice missing", 7), ("two slices gone", 6), ("a missing slice", 7)])
def test_a_pizza_lacks_the_slices_that_are_missing(said: str, slices: int) -> None:
    assert len(named(f"a pizza with {said}", "dough")) == slices
    assert not untold(f"a pizza with {said}")


def test_a_rubber_duck_wears_its_sunglasses() -> None:
    assert named("a rubber duck with sunglasses and a top hat", "glasses")[0].type == "spectacles_front"
    assert named("a rubber duck with sunglasses and a top hat", "hat")


def test_tyres_in_a_stack_lie_on_each_other() -> None:
    heights = sorted(one.position.y for one in named("a stack of five tires", "wheel"))
    assert len(heights) == 5
    assert made(plan("a stack of five tires").objects).points[:, 1].max() < 1.3


@pytest.mark.parametrize("who", ["chef", "farmer", "nurse", "clown", "construction worker", "sailor"])
def test_people_of_a_trade_are_known_by_what_they_wear(who: str) -> None:
    spec = plan(f"a {who}", seed=1)
    assert spec.reading.archetype == "person"
    assert named(f"a {who}", "hat")
    assert not spec.reading.not_understood


def test_a_chef_knife_stays_a_knife() -> None:
    assert plan("a chef knife").reading.archetype == "knife"


def test_a_wall_is_of_what_the_text_says() -> None:
    assert named("a ladder leaning against a brick wall", "wall")[0].material == "brick_red"
    assert named("a sofa against a blue wall", "wall")[0].color == "#1f4fa3"
    assert not untold("a bicycle leaning against a stone wall")


def test_candlesticks_stand_on_the_mantel() -> None:
    text = "a fireplace with two candlesticks on the mantel"
    (mantel,) = named(text, "mantel")
    sticks = named(text, "candlestick")
    assert len(sticks) == 2
    assert all(one.position.y >= mantel.position.y for one in sticks)


def test_what_is_said_to_be_on_a_houses_roof_is_told() -> None:
    assert "cat on the roof" in untold("a cottage with a cat on the roof")


def test_two_on_each_side_are_four() -> None:
    spec = plan("a stone bridge with two trees on each side")
    assert len({one.part_of for one in spec.objects if one.part_of.startswith("tree")}) == 4


@pytest.mark.parametrize("said", ["without arm rests", "without armrests", "no arm rests"])
def test_arm_rests_are_armrests(said: str) -> None:
    assert not named(f"an office chair {said}", "armrest")
    assert not untold(f"an office chair {said}")


@pytest.mark.parametrize(
    ("text", "english"),
    [("une chaise vert foncé", "a dark green chair"), ("una silla azul claro", "a light blue chair")],
)
def test_a_shade_after_its_colour_is_of_that_colour(text: str, english: str) -> None:
    foreign, known = ({one.color for one in plan(said, seed=1).objects} for said in (text, english))
    assert foreign == known


def test_cream_after_a_comma_is_a_colour() -> None:
    assert "#efe6d0" in {one.color for one in plan("a convertible, cream with brown leather seats", seed=1).objects}


def test_what_lies_and_is_long_points_to_the_front_in_a_hand() -> None:
    spec = plan("a robot holding a wrench", seed=1)
    wrench = made([one for one in spec.objects if one.part_of.startswith("wrench")]).points
    torso = made([one for one in spec.objects if one.id.startswith("torso")]).points
    assert wrench[:, 2].mean() > torso[:, 2].max()


def test_furniture_is_counted_by_the_name_that_the_room_knows() -> None:
    assert not untold("a bedroom with two bedside tables")

"""Places out of doors, lists, what follows a colon, fences, walls, poses: as people say them, and as it is drawn."""

from collections import Counter

import numpy as np
import pytest

from domain.spec import DesignObject
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
from engine.planner import plan
from engine.planner.staging.standing import Box, box_of


def named(text: str, name: str) -> list[DesignObject]:
    """Return the objects that are called so."""
    return [one for one in plan(text, seed=1).objects if one.id.rpartition("_")[0] == name]


def things(text: str) -> Counter[str]:
    """Return how many there are of each thing that is drawn."""
    wholes = {one.part_of for one in plan(text, seed=1).objects}
    return Counter(one.rpartition("_")[0] for one in wholes)


def untold(text: str) -> tuple[str, ...]:
    return plan(text, seed=1).reading.not_understood


def box(text: str, whole: str) -> Box:
    return box_of([one for one in plan(text, seed=1).objects if one.part_of == whole])


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("a garden with an apple tree, a bench under it", {"tree", "bench"}),
        ("a street with three houses in a row, a lamp post in front of each", {"house", "street lamp"}),
        ("a reading corner with a green armchair, a floor lamp behind it", {"armchair", "floor lamp"}),
        ("a farmyard with a red barn, a tractor in front of it", {"barn", "tractor"}),
        ("a scene with a chair and a table", {"chair", "table"}),
        ("bed, sofa, a table and a wardrobe", {"bed", "sofa", "table", "wardrobe"}),
        ("a vase on a sideboard, painting hanging above it", {"vase", "sideboard", "picture frame"}),
        ("a dungeon cell with a straw bed against the wall, a bucket in the corner", {"bed", "bucket"}),
        ("a bowl of three green apples in the middle of a dining table", {"bowl", "table"}),
        ("a playroom: bunk bed, rocking horse, desk", {"bunk bed", "rocking horse", "desk"}),
        ("laundry room: washer and dryer, ironing board against the wall", {"ironing board"}),
    ],
)
def test_nothing_of_a_list_is_lost(text: str, drawn: set[str]) -> None:
    assert drawn <= things(text).keys()


def test_what_is_in_a_place_out_of_doors_stands_on_its_ground() -> None:
    spec = plan("a patio with a table, four wicker chairs and a gas grill", seed=1)
    grill = [one for one in spec.objects if one.part_of == "barbecue_1"]
    assert box_of(grill).low[1] == pytest.approx(0.0, abs=1e-6)


def test_what_follows_a_colon_belongs_to_what_stands_before_it() -> None:
    plates = [one for one in plan("a table: a plate, two mugs", seed=1).objects if one.id.startswith(("plate", "mug"))]
    assert len(plates) == 3
    assert all(one.position.y > 0.5 for one in plates)


def test_a_bare_name_that_is_no_wish_is_told() -> None:
    assert untold("a wooden chair, kitchen, rustic") == ("kitchen",)


@pytest.mark.parametrize(
    ("text", "part", "count", "other"),
    [
        ("a birthday cake with three tiers, pink icing and seven candles", "candle", 7, "candlestick"),
        ("a cat tree with three platforms, a rope and a dangling ball", "ball", 1, "play_ball"),
        ("a bicycle with a leather saddle, white tyres and a wire basket", "basket_bracket", 1, "handle"),
        ("a desk with a drawer unit on the right side", "pedestal", 1, "carcass"),
    ],
)
def test_parts_at_the_end_of_a_list_are_parts(text: str, part: str, count: int, other: str) -> None:
    assert len(things(text)) == 1
    assert len(named(text, part)) == count
    assert not named(text, other)


def test_a_bonsai_stands_in_the_tray_that_is_told_of() -> None:
    text = "a bonsai tree in a blue tray"
    assert [one.color for one in named(text, "pot")] == ["#1f4fa3"]
    assert set(things(text)) <= {"", "tree"}


@pytest.mark.parametrize("what", ["a house", "a red barn", "a sheep", "a fountain"])
def test_a_fence_around_something_goes_all_around_it(what: str) -> None:
    text = f"{what} with a wooden fence around it"
    spec = plan(text, seed=1)
    inside = box_of([one for one in spec.objects if not one.part_of.startswith("fence")])
    fence = [one for one in spec.objects if one.part_of.startswith("fence")]
    ring = box_of(fence)
    assert (ring.low < inside.low)[[0, 2]].all()
    assert (ring.high > inside.high)[[0, 2]].all()
    posts = {(round(one.position.x, 2), round(one.position.z, 2)) for one in fence if one.id.startswith("post")}
    assert len(posts) == sum(one.id.startswith("post") for one in fence)  # none stands in another
    assert untold(text) == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_what_stands_near_is_within_the_fence() -> None:
    text = "a red barn, a tractor in front of it and a fence around everything"
    fence, tractor = box(text, "fence_1"), box(text, "tractor_1")
    assert (fence.low < tractor.low)[[0, 2]].all()
    assert (fence.high > tractor.high)[[0, 2]].all()


def test_benches_around_a_fountain_are_several() -> None:
    assert things("a square with a fountain in the centre, benches around it")["bench"] == 3


def test_a_far_thing_of_a_list_stands_near() -> None:
    spec = plan("toys around a toy chest: a teddy bear, a ball, a wooden train and six building blocks", seed=1)
    assert float(np.max(box_of(spec.objects).size)) < 3.0


@pytest.mark.parametrize(
    ("text", "tall"),
    [("a sitting dog", 0.62), ("a lying dog", 0.45), ("a sleeping dog", 0.33), ("a sleeping cat", 0.3)],
)
def test_dogs_and_cats_take_the_pose_that_is_said(text: str, tall: float) -> None:
    (body,) = named(text, "body")
    assert untold(text) == ()
    assert body.dimensions.height < tall
    assert body.properties["bones_m"] != named(text.replace(text.split()[1], ""), "body")[0].properties["bones_m"]


@pytest.mark.parametrize(
    ("text", "pose"),
    [
        ("a dog sitting on a rug", "a sitting dog"), ("a cat is sleeping under a table", "a sleeping cat"),
        ("two cats curled up on a bed", "a sleeping cat"), ("a dog lying next to a sofa", "a lying dog"),
    ],
)  # fmt: skip
def test_a_pose_is_read_where_it_is_said_after_the_animal(text: str, pose: str) -> None:
    bodies = [one.properties["bones_m"] for one in named(text, "body")]
    sizes = {len(str(one)) > 0 and len(one) for one in bodies if isinstance(one, list)}
    (alone,) = (one.properties["bones_m"] for one in named(pose, "body"))
    assert sizes == {len(alone) if isinstance(alone, list) else 0}
    assert untold(text) == ()


def test_a_pose_that_an_animal_does_not_have_is_told() -> None:
    assert untold("a sitting horse") == ("sitting",)


def test_kinds_of_two_words_are_known() -> None:
    assert named("a golden retriever", "ear")
    assert named("a golden retriever", "body")[0].color == "#d3a35c"


@pytest.mark.parametrize(
    ("text", "fruit"),
    [
        ("a bowl of fruit with three apples, two bananas and an orange", {"apple": 3, "banana": 2, "orange": 1}),
        ("a bowl of lemons", {"lemon": 6}),
        ("a wooden bowl with two bananas", {"banana": 2}),
        ("a fruit basket with apples, pears and grapes", {"apple": 2, "pear": 1, "grape": 14}),
    ],
)
def test_fruit_in_a_bowl_is_of_its_kind_and_number(text: str, fruit: dict[str, int]) -> None:
    assert {kind: len(named(text, kind)) for kind in ("apple", "banana", "orange", "lemon", "pear", "grape")} == {
        **dict.fromkeys(("apple", "banana", "orange", "lemon", "pear", "grape"), 0), **fruit,
    }  # fmt: skip
    assert untold(text) == ()


def test_a_pool_above_the_ground_is_round_with_a_ladder() -> None:
    text = "an above-ground pool 5 m across with a ladder"
    assert plan(text).reading.archetype == "swimming pool"
    assert named(text, "rail")
    assert not named(text, "deck")
    assert named(text, "rim")[0].dimensions.width == pytest.approx(5.0, rel=0.01)


def test_a_stone_that_is_called_by_its_colour_is_the_stone() -> None:
    text = "a gold ring with an emerald"
    assert named(text, "band")[0].material == "gold"
    assert not named(text, "band")[0].color


def test_the_colour_of_stitching_is_not_that_of_the_boots() -> None:
    text = "cowboy boots in tan leather with blue stitching"
    assert untold(text) == ("blue stitching",)
    assert "#1f4fa3" not in {one.color for one in plan(text, seed=1).objects}


@pytest.mark.parametrize(("toms", "cymbals"), [(2, 3), (3, 4), (1, 1)])
def test_a_drum_kit_has_the_toms_and_cymbals_that_are_asked_for(toms: int, cymbals: int) -> None:
    text = f"a drum kit with {toms} toms and {cymbals} cymbals"
    assert len(named(text, "cymbal")) == cymbals
    assert len(named(text, "tom_arm")) == toms
    assert untold(text) == ()


def test_what_hangs_on_a_wall_is_held_there() -> None:
    text = "an office with three guitars hanging on the wall"
    guitars = [one for one in plan(text, seed=1).objects if one.part_of.startswith("guitar")]
    assert {one.properties.get("held") for one in guitars} == {"wall"}
    assert 1.0 < box_of(guitars).middle[1] < 2.0
    assert untold(text) == ()


def test_a_hearth_on_a_wall_stands_on_the_floor() -> None:
    assert box("a tavern with a big hearth on the wall", "fireplace_1").low[1] < 0.1


def test_what_cannot_hang_on_a_wall_is_told() -> None:
    assert untold("a garage with two bikes hanging on the wall") == ("bike hanging on the wall",)


def test_presents_lie_around_the_foot_of_a_christmas_tree() -> None:
    text = "a Christmas tree with five presents under it"
    tree = named(text, "tree")[0]
    boxes = named(text, "box")
    assert len(boxes) == 5
    assert {one.position.x > tree.position.x for one in boxes} == {True, False}
    assert untold(text) == ()


def test_a_sandcastle_is_small_and_of_sand() -> None:
    spec = plan("a sandcastle", seed=1)
    assert float(np.max(box_of(spec.objects).size)) < 1.5
    assert "grass" not in {one.material for one in spec.objects}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "una lámpara de mesa de cerámica azul con pantalla de lino blanco",
            "a blue ceramic lamp with white linen shade",
        ),
        ("ein Sofa, davor ein Tisch", "a sofa, in front of it a table"),
        ("uno scooter rosso con sella in pelle marrone", "a red scooter with a brown leather saddle"),
    ],
)
def test_words_of_other_languages_mean_what_they_mean_there(text: str, words: str) -> None:
    assert things(text) == things(words)
    assert untold(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "an industrial floor lamp with a tripod base", "a washing machine with a round door",
        "a dining chair without armrests, upholstered in velvet", "a chandelier with crystal drops",
        "an L-shaped sofa with five cushions and wooden feet", "a bowl of oranges", "a bowl of three green apples",
        "a garden shed with a sloping roof", "an electric kettle, matte black", "an office chair with five castors",
        "a classroom with twelve desks in three rows facing a blackboard",
    ],
)  # fmt: skip
def test_what_is_drawn_is_not_told(text: str) -> None:
    assert untold(text) == ()


def test_an_upholstered_chair_has_arms_where_they_are_asked_for() -> None:
    assert len(named("an upholstered dining chair with armrests", "armrest")) == 2


def test_a_sectional_with_wooden_feet_is_one() -> None:
    assert len(named("an L-shaped sofa with wooden feet", "base")) == 2


def test_the_walls_of_a_shed_have_sharp_corners() -> None:
    (walls,) = named("a garden shed", "walls")
    assert walls.properties["bevel_m"] == 0.004


def test_the_portholes_of_a_submarine_are_those_that_are_asked_for_on_each_side() -> None:
    assert len(named("a steampunk submarine with three round portholes", "porthole")) == 6


@pytest.mark.parametrize(
    ("text", "one", "below"),
    [
        ("a picnic table under an oak tree with a basket on top", "basket_1", "table_1"),
        ("a suitcase on top of a wardrobe and a pair of boots in front of it", "suitcase_1", "wardrobe_1"),
    ],
)
def test_what_is_on_top_is_on_what_can_carry_it(text: str, one: str, below: str) -> None:
    assert box(text, one).low[1] == pytest.approx(box(text, below).high[1], abs=0.02)
    assert untold(text) == ()


def test_boots_in_front_of_a_wardrobe_with_something_on_it_stand_on_the_ground() -> None:
    text = "a suitcase on top of a wardrobe and a pair of boots in front of it"
    assert box(text, "shoe_1").low[1] == pytest.approx(0.0, abs=1e-6)


def test_what_is_joined_to_a_place_belongs_to_the_list_before_it() -> None:
    assert things("a bicycle with a wicker basket in front and white tires").keys() <= {"", "bicycle"}


@pytest.mark.parametrize(
    ("text", "other"), [("a chest of six drawers", "a chest of drawers with six drawers"),
                        ("a dining table with benches not included", "a dining table without benches"),
                        ("a coffee shop interior", "a coffee shop")],
)  # fmt: skip
def test_other_words_for_the_same_are_read_alike(text: str, other: str) -> None:
    assert [one.dimensions for one in plan(text, seed=1).objects] == [
        one.dimensions for one in plan(other, seed=1).objects
    ]
    assert untold(text) == ()


def test_what_the_nearest_to_an_unknown_name_is_comes_once() -> None:
    assert things("a wooden dock with a rowing boat tied beside it")["rowing boat"] == 1


@pytest.mark.parametrize("text", ["a garden table under a red parasol", "a yellow umbrella over a garden table"])
def test_a_table_under_a_parasol_has_its_pole_in_the_middle(text: str) -> None:
    spec = plan(text, seed=1)
    (pole,), (top,) = named(text, "pole"), named(text, "top")
    assert (pole.position.x, pole.position.z) == pytest.approx((top.position.x, top.position.z), abs=0.02)
    assert spec.reading.not_understood == ()
    assert faults_of(assemble(spec, quality="draft"), spec) == ()


def test_benches_stand_along_a_table() -> None:
    text = "a dining table with two benches"
    table, benches = box(text, "table_1"), [box(text, "bench_1"), box(text, "bench_2")]
    assert all(abs(one.middle[0] - table.middle[0]) < 0.2 for one in benches)
    assert {one.middle[2] > table.middle[2] for one in benches} == {True, False}


@pytest.mark.parametrize(
    ("text", "one", "below"),
    [("four candles in a row on a mantelpiece", "candle", "fireplace_1"),
     ("three chairs in a row on a rug", "chair", "rug_1")],
)  # fmt: skip
def test_a_row_on_something_stands_on_it(text: str, one: str, below: str) -> None:
    top, count = box(text, below).high[1], things(text)[one]
    rows = [box(text, f"{one}_{number + 1}") for number in range(count)]
    assert all(each.low[1] == pytest.approx(top, abs=0.05) for each in rows)
    assert len({round(float(each.middle[0]), 2) for each in rows}) == count
    assert len({round(float(each.middle[2]), 2) for each in rows}) == 1


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("a desk with a printer on the left and a monitor on the right", "printer_1", "screen_1"),
        ("a sideboard with a vase on the right and a lamp on the left", "lamp_1", "vase_1"),
    ],
)
def test_ware_on_the_left_of_a_top_stands_on_it_at_its_left_end(text: str, left: str, right: str) -> None:
    one, other = box(text, left), box(text, right)
    assert one.low[1] > 0.5
    assert other.low[1] > 0.5
    assert one.middle[0] < -0.2
    assert other.middle[0] > 0.2
    assert untold(text) == ()


def test_ware_of_a_kitchen_counter_stands_on_it() -> None:
    text = "a kitchen counter with a kettle and a toaster"
    assert min(box(text, "kettle_1").low[1], box(text, "toaster_1").low[1]) > 0.8


def test_nothing_is_put_on_the_stool_of_a_piano() -> None:
    text = "a piano with a candelabra on top and a stool"
    assert box(text, "candle_1").low[1] > 0.6

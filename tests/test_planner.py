"""What the planner reads from words."""

import statistics
import time

import pytest

from domain.materials import CATALOGUE
from domain.spec import DesignObject, DesignSpec
from engine.archetypes import ARCHETYPES
from engine.makers import MAKERS
from engine.planner import plan
from engine.planner.lexicon import VOCABULARY

PROMPTS = {
    "bronze steampunk pocket watch with exposed gears": "pocket watch",
    "a red sports car with chrome wheels": "car",
    "a delivery truck": "truck",
    "modern office chair in black leather": "office chair",
    "a wooden chair for the garden": "chair",
    "oak dining table": "table",
    "a writing desk made of walnut": "desk",
    "blue velvet sofa": "sofa",
    "king size bed with an upholstered headboard": "bed",
    "floor lamp with a copper shade": "lamp",
    "two storey house with a solar roof": "house",
    "glass office tower with 20 floors": "office building",
    "porcelain vessel for flowers": "vase",
    "coffee mug shaped like a rocket": "mug",
    "IoT temperature sensor with an antenna": "sensor",
    "an aluminium laptop on a desk": "laptop",
    "golden smartphone": "phone",
    "robot vacuum cleaner": "robot vacuum",
    "stainless steel refrigerator": "fridge",
    "gas stove": "oven",
    "tall bookcase with 6 shelves": "bookshelf",
    "a model of a space rocket": "rocket",
    "vintage biplane": "plane",
    "wooden sailing boat": "boat",
    "living room with a blue sofa and a marble floor": "living room",
    "rustic kitchen with oak cabinets": "kitchen",
    "kitchen table": "table",
    "tin toy robot": "toy robot",
    "potted plant": "plant",
    "not a car but a truck": "truck",
    "bookshelve": "bookshelf",
}


def one(spec: DesignSpec, object_id: str) -> DesignObject:
    return next(thing for thing in spec.objects if thing.id == object_id)


def types(spec: DesignSpec) -> set[str]:
    return {thing.type for thing in spec.objects}


@pytest.mark.parametrize(("text", "archetype"), PROMPTS.items())
def test_the_head_noun_decides_what_is_made(text: str, archetype: str) -> None:
    assert plan(text).reading.archetype == archetype


def test_every_archetype_has_words_and_every_word_an_archetype() -> None:
    assert all(one.phrases for one in ARCHETYPES.values())
    assert {meaning.thing for meaning in VOCABULARY.values()} - {""} == set(ARCHETYPES)
    assert len(ARCHETYPES) >= 16


def test_a_known_thing_is_read_with_confidence_and_nothing_left_over() -> None:
    reading = plan("bronze steampunk pocket watch with exposed gears").reading
    assert reading.confidence > 0.9
    assert reading.not_understood == ()
    assert reading.design_type == "object"
    assert reading.materials == ("bronze_aged",)
    assert "exposed gears" in reading.features


def test_gears_are_shown_when_they_are_asked_for() -> None:
    assert "gear" in types(plan("gold pocket watch with exposed gears"))
    assert "gear" not in types(plan("gold pocket watch"))


def test_a_material_before_a_part_is_only_that_parts() -> None:
    spec = plan("walnut table with brass legs")
    assert one(spec, "top_1").material == "walnut"
    assert one(spec, "leg_1").material == "brass_polished"


def test_a_material_after_a_part_is_that_parts() -> None:
    assert one(plan("a car with wheels made of gold"), "wheel_1").material == "gold"
    assert one(plan("a lamp with a base of copper"), "base_1").material == "copper"


TARGETED = [
    ("oak chair with brass feet", {"foot": "brass_polished"}, {"leg": "oak", "seat": "oak", "back": "oak"}),
    ("oak chair with brass legs", {"leg": "brass_polished"}, {"apron": "oak", "seat": "oak", "back": "oak"}),
    ("oak chair with leather back", {"back": "leather_brown"}, {"leg": "oak", "seat": "oak"}),
    ("table with steel legs", {"leg": "steel_brushed"}, {"top": "oak"}),
    ("table with marble top", {"top": "marble_white"}, {"leg": "oak"}),
    ("walnut table with brass feet", {"foot": "brass_polished"}, {"leg": "walnut", "top": "walnut"}),
    ("stool with copper feet", {"foot": "copper"}, {"leg": "oak", "seat": "oak", "foot_ring": "oak"}),
    ("desk with brass feet", {"foot": "brass_polished"}, {"leg": "steel_brushed", "top": "oak"}),
    ("armchair with walnut legs", {"leg": "walnut"}, {"seat_cushion": "fabric_grey"}),
    ("sofa with gold legs", {"leg": "gold"}, {"back": "fabric_grey", "arm": "fabric_grey"}),
    ("sofa with brass feet", {"leg": "brass_polished"}, {"base": "fabric_grey"}),
    ("oak bed with gold legs", {"leg": "gold"}, {"frame": "oak"}),
    ("lamp with marble base", {"base": "marble_white"}, {"shade": "paper"}),
    ("watch with silver hands", {"hour_hand": "silver"}, {"case": "gold"}),
    ("gold watch with silver crown", {"crown": "silver"}, {"case": "gold", "bow": "gold"}),
    ("house with slate roof", {"roof": "slate"}, {"wall": "paint_white"}),
    ("car with chrome wheels", {"wheel": "chrome"}, {"body": "paint_white"}),
    ("toy robot with gold arms", {"arm": "gold"}, {"leg": "steel_brushed"}),
    ("wooden boat with copper rudder", {}, {"hull": "oak"}),
    ("vase with gold rim", {}, {"vase": "ceramic_white"}),
]


@pytest.mark.parametrize(("text", "painted", "kept"), TARGETED)
def test_a_parts_material_leaves_the_rest_as_it_is(text: str, painted: dict[str, str], kept: dict[str, str]) -> None:
    spec = plan(text)
    found = {thing.id.rpartition("_")[0]: thing.material for thing in spec.objects}
    assert {name: found.get(name) for name in painted | kept} == painted | kept
    assert spec.reading.not_understood == (("rudder",) if "rudder" in text else ())


def test_a_part_that_cannot_have_its_own_material_is_named_and_the_rest_keeps_its_own() -> None:
    spec = plan("oak cabinet with walnut doors")
    assert spec.reading.not_understood == ("walnut doors",)
    assert one(spec, "carcass_1").material == "oak"
    assert spec.reading.confidence < 0.8


def test_legs_that_cannot_have_feet_keep_their_finish() -> None:
    spec = plan("walnut table with brass feet", style="industrial")
    assert one(spec, "leg_1").properties["style"] == "hairpin"
    assert "brass feet" in spec.reading.not_understood
    assert "brass_polished" not in {thing.material for thing in spec.objects}


def test_the_rim_of_a_vase_is_a_band_of_its_own() -> None:
    vase = one(plan("vase with copper rim"), "vase_1")
    assert vase.properties["bands_material"] == "copper"
    assert vase.properties["bands"]


@pytest.mark.parametrize("text", ["oak chair with brass feet", "stool with copper feet", "table with brass feet"])
def test_feet_stand_on_the_floor_round_the_ends_of_the_legs(text: str) -> None:
    spec = plan(text)
    feet = [thing for thing in spec.objects if thing.id.startswith("foot_") and thing.type == "post"]
    legs = [thing for thing in spec.objects if thing.type == "leg"]
    assert len(feet) == len(legs) == 4
    for foot, leg in zip(feet, legs, strict=True):
        assert abs(foot.position.y) < 0.004
        assert foot.dimensions.width > leg.dimensions.width
        assert foot.rotation == leg.rotation
    assert plan(text) == spec


def test_an_unknown_thing_is_named_and_its_material_is_the_sculptures() -> None:
    spec = plan("a stone bridge")
    assert spec.reading.archetype == "object"
    assert spec.reading.not_understood == ("bridge",)
    assert spec.reading.confidence < 0.2
    assert one(spec, "ring_1").material == "slate"


def test_chairs_and_a_table_are_a_table_with_chairs() -> None:
    for text in ("two chairs and a table", "a table and two chairs", "two oak chairs around a round table"):
        spec = plan(text)
        assert spec.reading.archetype == "table"
        assert sum(thing.id.startswith("seat_") for thing in spec.objects) == 2
        assert spec.reading.not_understood == ()


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("12 chairs", "12 chairs"),
        ("three red lamps", "3 lamps"),
        ("a pair of vases", "2 vases"),
        ("a chair and a lamp", "lamp"),
        ("two chairs and a coffee table", "2 chairs"),
    ],
)
def test_what_is_asked_for_and_not_drawn_is_named(text: str, missed: str) -> None:
    reading = plan(text).reading
    assert missed in reading.not_understood
    assert reading.confidence < 0.8


@pytest.mark.parametrize(
    "text", ["two storey house", "two seater sofa", "double bed", "a 3 drawer cabinet", "one chair"]
)
def test_a_number_of_parts_is_no_number_of_things(text: str) -> None:
    assert plan(text).reading.not_understood == ()


def test_a_colour_tints_the_main_part() -> None:
    body = one(plan("a dark green car"), "body_1")
    assert body.color == "#1c4925"
    assert body.material == "paint_white"


def test_a_colour_of_a_part_stays_there() -> None:
    spec = plan("living room with a blue sofa")
    assert one(spec, "seat_cushion_1").color == "#1f4fa3"
    assert one(spec, "floor_1").color == ""


def test_negation_leaves_parts_out() -> None:
    assert "armrest" in types(plan("an office chair"))
    assert "armrest" not in types(plan("an office chair, no armrests"))
    without = plan("office chair without armrests or headrest, with brass base")
    assert not any(thing.id.startswith(("armrest", "headrest")) for thing in without.objects)
    assert one(without, "base_1").material == "brass_polished"


def test_constraints_are_read_like_the_text() -> None:
    spec = plan("an office chair", constraints=("no armrests",))
    assert "armrest" not in types(spec)
    assert spec.constraints == ("no armrests",)


def test_counts_reach_the_drawing() -> None:
    assert sum(thing.id.startswith("antenna") for thing in plan("a router with six antennas").objects) == 6
    assert sum(thing.type == "storey" for thing in plan("a 12 story office building").objects) == 12
    assert sum(thing.id.startswith("seat_") for thing in plan("dining table with four chairs").objects) == 4


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("a 2 m long oak table", (2.0, None, None)),
        ('a table 60" wide and 30 inches high', (1.524, 0.762, None)),
        ("a 60 x 30 x 180 cm bookshelf", (0.6, 1.8, 0.3)),
        ("a table with a height of 70 cm", (None, 0.7, None)),
        ("a pocket watch of 6 cm diameter", (0.06, None, None)),
        ("a 5'10\" tall floor lamp", (None, 1.778, None)),
    ],
)
def test_stated_sizes_are_kept(text: str, sides: tuple[float | None, ...]) -> None:
    spec = plan(text)
    if spec.reading.archetype == "pocket watch":
        case = one(spec, "case_1").dimensions
        assert case.width == pytest.approx(sides[0], rel=0.02)
        return
    extents = _extents(spec)
    for got, wanted in zip(extents, sides, strict=True):
        assert wanted is None or got == pytest.approx(wanted, rel=0.08)


def _extents(spec: DesignSpec) -> tuple[float, float, float]:
    upright = [thing for thing in spec.objects if not (thing.rotation.x or thing.rotation.z)]
    low = [
        min(getattr(t.position, a) - getattr(t.dimensions, d) / 2 for t in upright)
        for a, d in (("x", "width"), ("z", "depth"))
    ]
    high = [
        max(getattr(t.position, a) + getattr(t.dimensions, d) / 2 for t in upright)
        for a, d in (("x", "width"), ("z", "depth"))
    ]
    top = max(t.position.y + t.dimensions.height for t in upright)
    return high[0] - low[0], top, high[1] - low[1]


@pytest.mark.parametrize("size", ["1 mm", "10 km"])
def test_sizes_far_from_natural_scale_the_whole_thing(size: str) -> None:
    spec = plan(f"a {size} wide table")
    wanted = 0.001 if size == "1 mm" else 10_000.0
    assert one(spec, "top_1").dimensions.width == pytest.approx(wanted, rel=0.01)
    assert all(thing.dimensions.height > 0 for thing in spec.objects)


def test_scale_halves_and_doubles() -> None:
    widths = [
        one(plan("a pocket watch", scale=scale), "case_1").dimensions.width for scale in ("small", "medium", "large")
    ]
    assert widths == pytest.approx([0.025, 0.05, 0.1])


def test_a_style_changes_materials_and_forms() -> None:
    def front(style: str) -> tuple[str, str]:
        leg = one(plan("a table", style=style), "leg_1")
        return leg.material, str(leg.properties["style"])

    assert (
        len({front(style) for style in ("realistic", "steampunk", "rustic", "art deco", "industrial", "minimalist")})
        == 6
    )


def test_a_style_in_the_text_counts_unless_another_was_asked_for() -> None:
    assert plan("a steampunk lamp").style == "steampunk"
    assert plan("a steampunk lamp", style="modern").style == "modern"


def test_an_unknown_style_is_named_in_the_reading_and_otherwise_ignored() -> None:
    seen = plan("a lamp", style="cartoon")
    assert seen.style == "realistic"
    assert "style: cartoon" in seen.reading.not_understood
    assert plan("a steampunk lamp", style="cartoon").style == "steampunk"
    assert plan("a lamp", style="x" * 64).objects


@pytest.mark.parametrize(
    ("asked", "drawn"),
    [
        ("sci-fi", "futuristic"),
        ("Victorian", "steampunk"),
        ("vintage", "rustic"),
        ("minimal", "minimalist"),
        ("Art_Deco", "art deco"),
        ("classic", "realistic"),
        ("", "realistic"),
    ],
)
def test_a_style_is_known_by_its_other_names(asked: str, drawn: str) -> None:
    seen = plan("a lamp", style=asked)
    assert seen.style == drawn
    assert not seen.reading.not_understood


def test_the_seed_varies_small_choices_and_nothing_else_does() -> None:
    assert plan("a bookshelf", seed=1) == plan("a bookshelf", seed=1)
    assert plan("a bookshelf", seed=1).objects != plan("a bookshelf", seed=2).objects


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "zorgl blim",
        "💎🚀",
        "ключ от квартиры",
        "\x00\ufffe\u202e",
        "!!!",
        "0",
        "1e999 m",
        "''''",
        "x" * 4000,
        "椅子",
        "no no no",
    ],
)
def test_nonsense_becomes_a_sculpture_with_low_confidence(text: str) -> None:
    spec = plan(text)
    assert spec.reading.archetype == "object"
    assert spec.reading.confidence < 0.2
    assert spec.objects


def test_what_is_not_understood_is_listed() -> None:
    reading = plan("zorgl blim").reading
    assert reading.not_understood == ("zorgl", "blim")
    assert "flurgish" in plan("a flurgish chair").reading.not_understood


@pytest.mark.parametrize("archetype", sorted(ARCHETYPES))
def test_every_material_and_type_that_is_used_exists(archetype: str) -> None:
    phrase = ARCHETYPES[archetype].phrases[0]
    for style in (
        "realistic",
        "modern",
        "futuristic",
        "steampunk",
        "minimalist",
        "rustic",
        "art deco",
        "industrial",
        "contemporary",
    ):
        for thing in plan(phrase, style=style, seed=3).objects:
            named = [value for name, value in thing.properties.items() if name.endswith("_material")]
            assert {thing.material, *named} - {""} <= CATALOGUE.keys()
            assert thing.type in MAKERS


def test_planning_is_quick() -> None:
    plan("a car")
    times = []
    for text in PROMPTS:
        start = time.perf_counter()
        plan(text)
        times.append(time.perf_counter() - start)
    assert statistics.median(times) < 0.05

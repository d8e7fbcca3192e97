"""What is read reaches the drawing: sizes, scale, styles, seeds, negation, parts; nonsense is drawn, too."""

import pytest

from domain.materials import CATALOGUE
from domain.spec import DesignSpec
from engine.archetypes import ARCHETYPES
from engine.archetypes.styles import STYLES
from engine.makers import MAKERS
from engine.planner import plan
from tests.planned import NINE_STYLES, materials, one, types


def test_a_part_that_nobody_draws_is_named() -> None:
    assert "copper propeller" in plan("wooden chair with a copper propeller").reading.not_understood


def test_a_part_that_cannot_have_its_own_material_is_named_and_the_rest_keeps_its_own() -> None:
    spec = plan("oak cabinet with walnut doors")
    assert spec.reading.not_understood == ("walnut doors",)
    assert one(spec, "carcass_1").material == "oak"
    assert spec.reading.confidence < 0.8


@pytest.mark.parametrize("style", sorted(STYLES))
def test_feet_are_drawn_in_every_style_or_named(style: str) -> None:
    spec = plan("walnut table with brass feet", style=style)
    is_drawn = "brass_polished" in {*materials(spec).values()}
    assert is_drawn or "brass feet" in spec.reading.not_understood


def test_the_rim_of_a_vase_is_a_band_of_its_own() -> None:
    vase = one(plan("vase with copper rim"), "vase_1")
    assert vase.properties["bands_material"] == "copper"
    assert vase.properties["bands"]


@pytest.mark.parametrize("text", ["table with brass feet"])
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
    def looks(style: str) -> frozenset[tuple[str, str]]:
        return frozenset((thing.type, thing.material) for thing in plan("a table", style=style).objects)

    assert len({looks(style) for style in STYLES}) >= len(STYLES) - 2


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
        "zorgl flomb",
        "🫠🫥",
        "ευχαριστώ πολύ",
        "\x00\ufffe\u202e",
        "!!!",
        "0",
        "1e999 m",
        "''''",
        "x" * 4000,
        "ありがとう",
        "no no no",
    ],
)
def test_nonsense_becomes_a_sculpture_with_low_confidence(text: str) -> None:
    spec = plan(text)
    assert spec.reading.archetype == "object"
    assert spec.reading.confidence < 0.2
    assert spec.objects


def test_what_is_not_understood_is_listed() -> None:
    reading = plan("zorgl flomb").reading
    assert reading.not_understood == ("zorgl", "flomb")
    assert "flurgish" in plan("a flurgish chair").reading.not_understood


@pytest.mark.parametrize("archetype", sorted(ARCHETYPES))
def test_every_material_and_type_that_is_used_exists(archetype: str) -> None:
    phrase = ARCHETYPES[archetype].phrases[0]
    for style in NINE_STYLES:
        for thing in plan(phrase, style=style, seed=3).objects:
            named = [value for name, value in thing.properties.items() if name.endswith("_material")]
            assert {thing.material, *named} - {""} <= CATALOGUE.keys()
            assert thing.type in MAKERS

"""Scoring: what each criterion measures, that it moves the right way, and that advice gains what it says."""

from collections import defaultdict
from statistics import pstdev

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from commands.design import EvaluateDesign
from domain.design import DesignEvaluated, DesignGenerated
from domain.edits import applied, change_of
from domain.errors import Invalid
from domain.materials import CATALOGUE
from domain.scoring import CRITERIA, CRITERION, VERSION, Evaluation, Survey, evaluate, score_of, weighted
from domain.scoring.colors import color_said, seen
from domain.scoring.grades import SUBSTANCES
from domain.scoring.looks import harmony_of
from domain.scoring.typical import TYPICAL
from domain.spec import Budget, DesignObject, DesignSpec, Dimensions, Position, Property, Rotation
from engine.archetypes import ARCHETYPES
from engine.typical_table import kinds_of
from tests import decisions
from tests.scored import box, design, planned, value_of, with_material

ALL = dict.fromkeys(CRITERIA, 1.0)
PROMPTS = (
    "a chair", "a dining table with six chairs", "living room with marble floor", "modern kitchen design", "a house",
    "an electric car", "a phone", "a teapot", "a bookshelf", "an office chair", "a bathroom", "a tree", "a greenhouse",
    "a floor lamp", "a washing machine", "a sword", "a bus stop", "a bed",
)  # fmt: skip
STYLES = ("realistic", "rustic", "futuristic", "art deco")
MATERIALS = sorted(CATALOGUE)
quickly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


specs = st.builds(planned, st.sampled_from(PROMPTS), st.sampled_from(STYLES))


def test_every_criterion_tells_designs_apart() -> None:
    values = defaultdict(list)
    for at, archetype in enumerate(ARCHETYPES.values()):
        survey = Survey(planned(archetype.phrases[0], STYLES[at % len(STYLES)]))
        for name, criterion in CRITERION.items():
            found = criterion.measure(survey).value
            if found is not None:
                assert 0 <= found <= 10
                values[name].append(found)
    for name in CRITERIA:
        assert len(values[name]) > 50, name
        assert max(values[name]) - min(values[name]) > 2.5, name
        assert pstdev(values[name]) > 0.5, name


@quickly
@given(specs, st.integers(0, 1000), st.sampled_from(MATERIALS), st.sampled_from(MATERIALS))
def test_a_dearer_material_never_raises_the_score_of_cost(spec: DesignSpec, at: int, one: str, other: str) -> None:
    cheap, dear = sorted((with_material(spec, at, name) for name in (one, other)), key=price_of)
    assert value_of("cost", dear) <= value_of("cost", cheap)  # type: ignore[operator]


def price_of(spec: DesignSpec) -> float:
    return sum(part.price_usd for part in Survey(spec).parts)


@quickly
@given(specs, st.integers(0, 1000), st.sampled_from(MATERIALS), st.sampled_from(MATERIALS))
def test_less_carbon_within_a_family_never_lowers_sustainability(
    spec: DesignSpec, at: int, one: str, other: str
) -> None:
    if SUBSTANCES[one].family != SUBSTANCES[other].family:
        other = one
    clean, dirty = sorted((with_material(spec, at, name) for name in (one, other)), key=carbon_of)
    assert value_of("sustainability", clean) >= value_of("sustainability", dirty) - 1e-9  # type: ignore[operator]


def carbon_of(spec: DesignSpec) -> float:
    return sum(part.carbon_kg for part in Survey(spec).parts)


@quickly
@given(specs, st.integers(0, 1000), st.sampled_from(MATERIALS), st.sampled_from(MATERIALS))
def test_a_material_that_resists_everything_better_never_lowers_durability(
    spec: DesignSpec, at: int, one: str, other: str
) -> None:
    better, worse = SUBSTANCES[one].grades, SUBSTANCES[other].grades
    if all(a >= b for a, b in zip(better, worse, strict=True)):
        before, after = (value_of("durability", with_material(spec, at, name)) for name in (other, one))
        assert after >= before - 1e-9  # type: ignore[operator]


@pytest.mark.parametrize(
    ("soft", "hard"), [("pine", "oak"), ("marble_white", "granite"), ("glass_clear", "steel_brushed")]
)
def test_a_harder_or_tougher_material_lasts_longer(soft: str, hard: str) -> None:
    before, after = (value_of("durability", design(box(material=name))) for name in (soft, hard))
    assert after > before  # type: ignore[operator]


@pytest.mark.parametrize(("rotting", "lasting"), [("birch", "teak"), ("iron_black", "bronze_aged")])
def test_weather_counts_outdoors_alone(rotting: str, lasting: str) -> None:
    def differs(kind: str) -> float:
        before, after = (value_of("durability", design(box(material=name), kind=kind)) for name in (rotting, lasting))
        return after - before  # type: ignore[operator]

    assert differs("building") > max(0.0, differs("furniture"))


@given(st.floats(0.1, 3.0), st.floats(1.0, 2.0))
def test_a_thing_that_is_higher_on_the_same_foot_never_stands_better(height: float, factor: float) -> None:
    low, high = (design(replace(box(), dimensions=Dimensions(0.4, h, 0.4))) for h in (height, height * factor))
    assert value_of("stability", high) <= value_of("stability", low) + 1e-9  # type: ignore[operator]


def test_a_heavy_foot_makes_a_thing_stand_better() -> None:
    head = box("head_1", "iron_cast", position=Position(0, 0.8, 0))
    steady, shaky = (design(box("foot_1", name), head) for name in ("iron_cast", "cork"))
    assert value_of("stability", steady) > value_of("stability", shaky)  # type: ignore[operator]


def test_a_thing_whose_middle_lies_beside_its_foot_does_not_stand() -> None:
    arm = box("arm_1", "iron_cast", position=Position(2.0, 0.8, 0))
    found = CRITERION["stability"].measure(Survey(design(box("foot_1", "cork"), arm)))
    assert found.numbers["tipping_angle_deg_min"] == 0
    assert found.value == 0


@pytest.mark.parametrize(("smooth", "rough"), [("tile_white", "concrete"), ("marble_white", "slate")])
def test_a_rougher_floor_is_safer(smooth: str, rough: str) -> None:
    room = planned("a bathroom")
    at = next(index for index, thing in enumerate(room.objects) if thing.type == "floor")
    slippery, safe = (value_of("safety", with_material(room, at, name)) for name in (smooth, rough))
    assert safe > slippery  # type: ignore[operator]


def test_round_edges_are_safer_than_sharp_ones() -> None:
    sharp, rounded = (design(box(properties=p)) for p in ({"radius_m": 0.0005}, {"radius_m": 0.003}))
    assert value_of("safety", rounded) > value_of("safety", sharp)  # type: ignore[operator]


def test_a_low_pane_of_glass_is_a_danger_and_a_high_one_is_not() -> None:
    pane = replace(box(material="glass_clear", properties={"radius_m": 0.003}), dimensions=Dimensions(1.0, 0.5, 0.01))
    wall = replace(box("wall_1", "oak", properties={"radius_m": 0.003}), dimensions=Dimensions(2.0, 2.0, 0.1))
    low, high = (design(wall, replace(pane, position=Position(0, y, 0.1))) for y in (0.2, 1.2))
    assert value_of("safety", high) > value_of("safety", low)  # type: ignore[operator]


@pytest.mark.parametrize("height", [0.2, 0.3, 0.6, 0.8])
def test_a_seat_that_is_too_high_or_too_low_is_told_with_the_range(height: float) -> None:
    seat = DesignObject("seat_1", "table_top", "oak", Dimensions(0.45, 0.04, 0.42), part_of="chair_1")
    legs = DesignObject("leg_1", "leg", "oak", Dimensions(0.4, height - 0.04, 0.4), part_of="chair_1")
    good, bad = (
        design(replace(legs, dimensions=Dimensions(0.4, h - 0.04, 0.4)), replace(seat, position=Position(0, h - 0.04)))
        for h in (0.45, height)
    )
    assert value_of("ergonomics", good) == pytest.approx(10)
    found = evaluate(bad, ["ergonomics"]).scores["ergonomics"]
    assert found.value < 8
    assert f"{height * 1000:.0f} mm; best is 400 to 490 mm" in found.finding


def test_floating_and_unsuitable_parts_lower_functionality() -> None:
    whole = design(box("base_1"), box("lid_1", position=Position(0, 0.8, 0)))
    torn = design(box("base_1"), box("lid_1", position=Position(0, 1.5, 0)))
    assert value_of("functionality", torn) < value_of("functionality", whole)  # type: ignore[operator]
    chair = planned("a chair")
    at = next(index for index, thing in enumerate(chair.objects) if thing.id.startswith("leg"))
    soft = with_material(chair, at, "wool")
    assert value_of("functionality", soft) < value_of("functionality", chair)  # type: ignore[operator]


def test_things_that_stand_in_one_another_lower_functionality() -> None:
    def scene(x: float) -> DesignSpec:
        return design(box("box_1"), replace(box("box_2", position=Position(x, 0, 0)), part_of="cabinet_2"))

    assert value_of("functionality", scene(0.05)) < value_of("functionality", scene(0.4))  # type: ignore[operator]


def test_a_room_that_is_full_is_less_useful_than_an_empty_one() -> None:
    room = planned("living room with marble floor")
    bare = replace(room, objects=tuple(one for one in room.objects if not one.part_of.startswith("armchair")))
    blocked = replace(
        room,
        objects=(
            *room.objects,
            DesignObject(
                "block_9", "box", "oak", Dimensions(5.0, 1.0, 2.6), Position(0, 0.1, 0.6), part_of="cabinet_9"
            ),
        ),
    )
    assert value_of("functionality", blocked) < value_of("functionality", bare)  # type: ignore[operator]


def test_a_budget_that_is_exceeded_costs_points() -> None:
    spec = design(box(material="ebony"))
    price = price_of(spec)
    within, beyond = (
        value_of("cost", replace(spec, reading=replace(spec.reading, budget=Budget(price * factor, "USD"))))
        for factor in (2, 0.5)
    )
    assert within - beyond == pytest.approx(5, abs=0.1)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("hues", "name"),
    [({}, "greys"), ({2: 1.0}, "one hue"), ({2: 1.0, 14: 1.0}, "complements"), ({0: 1.0, 8: 1.0, 16: 1.0}, "triad")],
)
def test_palettes_are_named_after_their_harmony(hues: dict[int, float], name: str) -> None:
    assert harmony_of(hues)[0] == name


def test_hues_without_order_are_less_harmonious() -> None:
    assert harmony_of({0: 1.0, 5: 1.0, 11: 1.0, 17: 1.0})[1] < 0.75


def test_colours_are_seen_as_oklch_says() -> None:
    assert seen("#ffffff") == pytest.approx((1.0, 0.0, seen("#ffffff").hue), abs=1e-3)
    red = seen("#ff0000")
    assert (red.lightness, red.chroma, red.hue) == pytest.approx((0.628, 0.2577, 29.23), abs=0.01)


@pytest.mark.parametrize(
    ("color", "name"),
    [
        ("#c36c67", "brick red"), ("#c36790", "dark pink"), ("#dfe5e2", "pale grey"), ("#bec367", "lime"),
        ("#efe6d0", "cream"), ("#f4f3ef", "white"), ("#85878a", "grey"), ("#17171a", "black"), ("#b3201f", "red"),
        ("#1f4fa3", "blue"), ("#2f7a3d", "green"), ("#5f3d26", "brown"), ("#6790c3", "steel blue"),
        ("#9caf88", "sage green"), ("#e6bfb8", "pale pink"), ("#d8c9ab", "beige"), ("#a567c3", "orchid"),
    ],
)  # fmt: skip
def test_a_colour_is_named_by_its_hue_and_a_grey_only_where_it_has_none(color: str, name: str) -> None:
    assert color_said(color) == name


def test_a_criterion_that_says_nothing_is_stated_and_does_not_count() -> None:
    found = evaluate(planned("a rowing boat"), ["stability", "cost"])
    assert found.scores["stability"].numbers["applies"] is False
    assert found.overall == found.scores["cost"].value
    assert "applies" in evaluate(planned("a rowing boat"), ["stability"]).feedback


def test_an_empty_design_is_scored_without_complaint() -> None:
    found = evaluate(design())
    assert found.overall == 0
    assert not found.recommendations


@pytest.mark.parametrize("side", [1e-4, 1e5])
def test_tiny_and_huge_objects_are_scored(side: float) -> None:
    found = evaluate(design(replace(box(), dimensions=Dimensions(side, side, side), rotation=Rotation(30, 40, 50))))
    assert 0 <= found.overall <= 10


def test_an_unknown_criterion_is_refused_with_near_ones() -> None:
    with pytest.raises(Invalid, match="near are cost") as refusal:
        evaluate(design(box()), ["kost"])
    assert refusal.value.facts["allowed"] == list(CRITERIA)


def test_a_criterion_that_is_named_twice_counts_once() -> None:
    assert list(evaluate(design(box()), ["cost", " COST", "cost"]).scores) == ["cost"]


edits = st.lists(
    st.tuples(
        st.integers(0, 1000),
        st.one_of(
            st.builds(lambda name: {"material": name}, st.sampled_from(MATERIALS)),
            st.builds(lambda value: {"dimensions.height": value}, st.floats(0.01, 3)),
            st.builds(lambda value: {"position.x": value}, st.floats(-3, 3)),
            st.builds(lambda value: {"properties.radius_m": value}, st.floats(0, 0.01)),
            st.builds(lambda value: {"color": value}, st.sampled_from(("", "#cc3344", "#3355cc"))),
        ),
    ),
    max_size=5,
)


def edited(spec: DesignSpec, wanted: list[tuple[int, dict[str, Property]]]) -> DesignSpec:
    for at, after in wanted:
        change = change_of(spec.objects[at % len(spec.objects)], after)
        spec = applied(spec, [change] if change else [])
    return spec


@quickly
@given(specs, edits)
def test_what_is_taken_over_from_a_near_design_gives_the_same_score(
    spec: DesignSpec, wanted: list[tuple[int, dict[str, Property]]]
) -> None:
    near = Survey(spec)
    weighted(near, ALL)
    after = edited(spec, wanted)
    assert score_of(after, ALL, near=near) == score_of(after, ALL)


@quickly
@given(specs, edits, st.sets(st.sampled_from(CRITERIA)))
def test_a_recommendation_gains_what_it_says(
    spec: DesignSpec, wanted: list[tuple[int, dict[str, Property]]], criteria: set[str]
) -> None:
    before = edited(spec, wanted)
    found: Evaluation = evaluate(before, sorted(criteria))
    weights = dict.fromkeys(found.scores, 1.0)
    for one in found.recommendations:
        gained = score_of(applied(before, one.changes), weights) - score_of(before, weights)
        assert gained == pytest.approx(one.gain, abs=1e-4)
        assert gained > 0
        assert one.criterion in found.scores


@pytest.mark.parametrize("name", ["chair", "car", "house", "kitchen", "phone"])
def test_the_table_of_what_is_usual_is_that_of_the_drawings(name: str) -> None:
    kinds = [kind for style in STYLES for kind in kinds_of(planned(ARCHETYPES[name].phrases[0], style))]
    found = [figures for kind, figures in kinds if kind == name]
    usual = TYPICAL.kinds[name]
    for at, value in enumerate((usual.price_usd, usual.carbon_kg, usual.mass_kg, *usual.size_m)):
        values = [figures[at] for figures in found]
        assert min(values) / 3 <= value <= 3 * max(values), at


def test_every_material_has_grades_and_every_archetype_a_usual_price() -> None:
    assert set(SUBSTANCES) == set(CATALOGUE)
    assert all(0 <= grade <= 10 for one in SUBSTANCES.values() for grade in one.grades)
    known = set(ARCHETYPES) & set(TYPICAL.kinds)
    assert len(known) > 0.95 * len(ARCHETYPES), "python -m engine.typical_table"


def test_an_evaluation_is_a_fact_with_its_numbers_and_without_what_does_not_apply() -> None:
    made = DesignGenerated("acct_ada", planned("a rowing boat"))
    asked = decisions.given(made).when(EvaluateDesign("spec_1", "eval_1", ("cost", "stability")))
    (event,) = asked.answer()
    assert isinstance(event, DesignEvaluated)
    assert list(event.criteria) == ["cost"]
    assert event.numbers["stability"]["applies"] is False
    assert event.numbers["cost"]["price_usd"] > 0
    assert event.version == VERSION


def test_paint_burns_as_what_it_is_on() -> None:
    burning = {
        prompt: evaluate(planned(prompt)).scores["safety"].numbers["combustible_surface_share"]
        for prompt in ("a family hatchback", "a white painted bookshelf")
    }
    assert burning["a family hatchback"] < 0.4 < burning["a white painted bookshelf"]


def test_what_flies_is_light_and_does_not_tip_over() -> None:
    survey = Survey(planned("a single-engine propeller plane"))
    assert 500 < survey.mass_kg < 1500
    assert "tipping_share" not in CRITERION["safety"].measure(survey).numbers


def test_the_foam_of_an_upholstered_seat_does_not_grow_again() -> None:
    found = evaluate(planned("an office chair")).scores["sustainability"]
    assert float(found.numbers["renewable_volume_share"]) < 0.3


def test_a_tower_of_glass_is_priced_as_curtain_wall_and_not_as_blocks_of_glass() -> None:
    price_usd = float(evaluate(planned("a glass office tower of 12 floors")).scores["cost"].numbers["price_usd"])
    assert 500_000 < price_usd < 5_000_000

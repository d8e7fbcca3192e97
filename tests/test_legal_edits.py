"""Which edits of a design are tried: what may become of what, and what stays as it was asked for."""

from collections import defaultdict

import pytest
from msgspec.structs import replace

from api.designs.generate import GenerateRequest, wanted_of
from domain.edits import Change, applied
from domain.materials import CATALOGUE
from domain.scoring.resizing import misfits
from domain.scoring.survey import Survey
from domain.scoring.wishes import spares_climate
from domain.spec import Budget
from domain.work.iterate_design import STRATEGIES, Strategy, fixed_among
from engine.archetypes import ARCHETYPES
from engine.archetypes.styles import STYLES
from engine.improving.edits import changes_by
from engine.improving.environment import Environment, Judged
from engine.improving.groups import groups_of, root_of
from engine.improving.session import Kept, improved
from engine.planner import plan
from tests.improving import TEXTS, edits_of, materials_of, obstacles_of, planned


@pytest.mark.parametrize("name", ["office chair", "car", "pocket watch", "kettle", "floor lamp"])
def test_a_part_becomes_only_what_its_thing_is_drawn_of_in_some_style(name: str) -> None:
    families: dict[str, set[str]] = defaultdict(set)
    for style in STYLES:
        for one in plan(ARCHETYPES[name].phrases[0], style=style).objects:
            families[root_of(one.id)].add(CATALOGUE[one.material].family)
    site, edits = edits_of(plan(ARCHETYPES[name].phrases[0]))
    tried = [edit for edit in edits if edit.kind == "material"]
    assert tried
    for edit in tried:
        group, after = site.groups[edit.group], CATALOGUE[edit.name]
        before = CATALOGUE[group.material]
        assert after.family in families[group.root], (group, edit)
        assert after.is_transparent == before.is_transparent, (group, edit)
        assert not after.is_emissive
        assert not before.is_emissive


def test_a_spring_stays_metal_and_a_leg_is_never_stone_or_glass() -> None:
    assert {CATALOGUE[name].family for name in materials_of(plan("a pocket watch"), "arbor")} <= {"metal"}
    legs = {CATALOGUE[name].family for name in materials_of(plan("a chair"), "leg")}
    assert "wood" in legs
    assert not legs & {"stone", "glass", "ceramic", "textile"}


def test_a_lamp_goes_on_shining_and_a_window_stays_clear() -> None:
    site, edits = edits_of(planned("a floor lamp"))
    shining = {at for at, one in enumerate(site.groups) if CATALOGUE[one.material].is_emissive}
    assert not shining & {edit.group for edit in edits if edit.kind == "material"}


@pytest.mark.parametrize(
    ("text", "root", "silly"),
    [
        ("a television", "display", {"basalt", "slate", "ceramic_white", "oak", "bronze_aged", "chalk_paint"}),
        ("a laptop", "lid", {"basalt", "oak", "ceramic_white"}),
        ("a car", "body", {"steel_corten", "iron_rusty", "copper_verdigris", "bronze_aged", "steel_hammered"}),
        ("a refrigerator", "fridge", {"basalt", "slate", "porcelain", "terracotta", "bronze_aged"}),
        ("a sofa", "seat_cushion", {"silk", "felt", "denim"}),
        ("a bed", "mattress", {"silk", "velvet", "leather_brown", "canvas"}),
        ("a bicycle", "crank", {"oak", "pine", "steel_corten"}),
        ("a chair", "leg", {"wood_charred", "iron_rusty"}),
    ],
)
def test_no_part_becomes_what_nobody_would_make_it_of(text: str, root: str, silly: set[str]) -> None:
    for style in ("realistic", "gothic", "rustic"):
        spec = plan(text, style=style)
        drawn = {CATALOGUE[one.material].family for one in spec.objects if root_of(one.id) == root} - {"stone"}
        assert not {name for name in materials_of(spec, root) & silly if CATALOGUE[name].family not in drawn}, style
    assert len(materials_of(plan(text), root)) > 1


@pytest.mark.parametrize("strategy", [one for one in STRATEGIES if one != "improve_ergonomics"])
def test_nothing_is_made_smaller_to_cost_less(strategy: Strategy) -> None:
    for text in ("a chair", "a floor lamp", "a desk"):
        spec = planned(text)
        assert "scale" not in {edit.kind for edit in Environment(spec, strategy).edits}
        kept: list[Kept] = []
        improved(spec, strategy, seed=1, iterations_max=6, kept=kept.append)
        before, scores = spec, [Judged.of(spec).values.get("ergonomics", 0.0)]
        for one in kept:
            before = applied(before, one.changes)
            scores.append(Judged.of(before).values.get("ergonomics", 0.0))
            if any(path.startswith("dimensions.") for change in one.changes for path in change.after):
                assert scores[-1] > scores[-2], one.reason


@pytest.mark.parametrize("text", ["a chair", "a desk", "a wooden dining table with six chairs"])
def test_no_part_gets_another_material_twice_in_a_session(text: str) -> None:
    for strategy in ("balanced", "improve_materials"):
        kept: list[Kept] = []
        improved(planned(text), strategy, seed=2, iterations_max=30, kept=kept.append)
        for path in ("material", "color"):
            changed = [
                one.object_id for step in kept for one in step.changes
                if path in one.after and ("material" in one.after) == (path == "material")
            ]  # fmt: skip
            assert len(changed) == len(set(changed)), path


def test_what_the_prompt_asks_for_stays_of_its_substance() -> None:
    assert materials_of(planned("living room with marble floor"), "floor") == {"marble_black", "marble_green"}
    assert "walnut" in materials_of(plan("a living room"), "floor")


def test_what_a_person_chose_stays_of_its_substance() -> None:
    spec = plan("a chair")
    free, bound = materials_of(spec, "leg"), materials_of(spec, "leg", chosen=frozenset(("leg_1",)))
    assert {CATALOGUE[name].substance for name in bound} <= {"oak"}
    assert len(free) > len(bound)


def test_what_a_person_took_an_object_away_from_does_not_come_back() -> None:
    env = Environment(plan("a chair"), "improve_materials")
    (edit, at) = next((one, env.site.groups[one.group].at[0]) for one in env.edits if one.kind == "material")
    was = env.site.spec.objects[at].id
    again = Environment(plan("a chair"), "improve_materials", rejected=[(was, edit.name)])
    assert edit in env.edits
    assert edit not in again.edits
    assert len(again.edits) == len(env.edits) - 1


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_books_trees_and_what_is_behind_windows_keep_their_looks(strategy: Strategy) -> None:
    for text in ("a bookshelf", "a concrete apartment block of 8 storeys"):
        env = Environment(plan(text), strategy)
        looks = {env.site.groups[one.group].root for one in env.edits if one.kind in ("color", "material")}
        assert not {"books", "rooms", "tree"} & looks


def test_what_the_prompt_excludes_and_what_is_not_editable_is_left_alone() -> None:
    spec = plan("a chair without metal, no plastic")
    families = {CATALOGUE[name].family for name in materials_of(spec, "leg")}
    assert families
    assert not families & {"metal", "plastic"}
    assert not edits_of(replace(spec, objects=tuple(replace(one, editable=False) for one in spec.objects)))[1]


def test_with_a_budget_no_material_makes_the_whole_dearer() -> None:
    spec = plan("a chair")
    poor = obstacles_of(replace(spec, reading=replace(spec.reading, budget=Budget(100.0, "USD"))), "leg")
    assert "the price would rise" in poor.values()
    assert "the price would rise" not in obstacles_of(spec, "leg").values()


def test_a_wish_to_spare_the_climate_bounds_what_the_whole_stands_for_and_not_each_cubic_metre() -> None:
    car = plan("a car")
    plated = replace(car, objects=tuple(replace(o, material="silver") if o.id == "body_1" else o for o in car.objects))
    green = replace(plated, constraints=("must be environmentally friendly",))
    free, bound = (improved(each, "improve_materials", seed=1, iterations_max=5).spec for each in (plated, green))
    before = Judged.of(plated).sums["carbon"]
    assert Judged.of(bound).sums["carbon"] <= before < Judged.of(free).sums["carbon"]
    chair = replace(plan("a chair"), constraints=("eco-friendly materials",))
    assert "the carbon would rise" in obstacles_of(chair, "leg").values()
    assert not [one for one in obstacles_of(plan("a chair"), "leg").values() if one == "the carbon would rise"]


@pytest.mark.parametrize(
    ("text", "constraints", "is_so"),
    [
        ("Modern office building with sustainable features", (), True), ("a sustainable table", (), True),
        ("an eco-friendly office tower", (), True), ("a car", ("must be environmentally friendly",), True),
        ("a house", ("low carbon footprint",), True), ("an ecological house", (), True),
        ("art deco bedroom", (), False),
        ("a bicycle", ("carbon fibre frame", "green walls"), False), ("a green chair", (), False),
    ],
)  # fmt: skip
def test_a_wish_to_spare_the_climate_is_heard_wherever_it_is_said(
    text: str, constraints: tuple[str, ...], is_so: bool
) -> None:
    assert spares_climate(plan(text, constraints=constraints)) is is_so


def test_a_wish_to_spare_the_climate_may_stand_anywhere_in_the_context() -> None:
    context = {"audience": "eco-friendly families", "color": "green", "style": "modern"}
    assert wanted_of(GenerateRequest("a chair", context=context)).constraints == ("eco-friendly",)


def test_stated_sizes_and_colours_are_kept() -> None:
    kinds = {edit.kind for edit in edits_of(plan("a table 70 cm high"))[1]}
    assert "height" not in kinds
    assert "scale" not in kinds
    assert "color" not in {edit.kind for edit in edits_of(plan("a red plastic chair"))[1]}
    assert "height" in {edit.kind for edit in edits_of(plan("a table"))[1]}


def test_a_stated_size_of_a_room_does_not_stop_its_furniture_from_suiting_people() -> None:
    spec = plan("a library, maximum 3 m high")
    assert spec.reading.sizes_m
    assert "bookshelf" in {edit.name for edit in edits_of(spec)[1] if edit.kind == "height"}
    wide = edits_of(plan("a table 2 m wide"))[1]
    assert "height" in {edit.kind for edit in wide if edit.name == "table"}
    assert "scale" not in {edit.kind for edit in wide if edit.name == "table"}


def test_parts_of_several_things_are_told_as_such() -> None:
    words = {group.words for group in groups_of(planned("a wooden dining table with six chairs"))}
    assert "the 24 legs of the chairs" in words


def test_what_stands_on_a_table_goes_up_with_it() -> None:
    spec = plan("a vase on a table")
    site, edits = edits_of(spec)
    higher = next(edit for edit in edits if edit.kind == "height" and edit.name == "table" and edit.factor > 1)
    after = applied(spec, changes_by(higher, site))
    vase = [at for at, one in enumerate(spec.objects) if one.part_of.startswith("vase")]
    rise = {round(after.objects[at].position.y - spec.objects[at].position.y, 3) for at in vase}
    assert len(rise) == 1
    assert min(rise) > 0.02


def test_every_edit_changes_something_exactly() -> None:
    for text in TEXTS[:4]:
        spec = planned(text)
        site, edits = edits_of(spec)
        for edit in edits[:: max(1, len(edits) // 40)]:
            changes = changes_by(edit, site)
            assert changes, edit
            after = applied(spec, changes)
            assert after != spec
            assert applied(after, [Change(one.object_id, one.after, one.before) for one in changes]) == spec


def test_a_room_is_not_stretched_for_what_is_built_into_it() -> None:
    survey = Survey(planned("apartment bathroom with bathtub and washbasin"))
    assert not [fits for fits in misfits(survey) for fit in fits if survey.layout.is_shell(fit.thing)]


@pytest.mark.parametrize("paths", [("dimensions.height",), ("position.x", "position.z"), ("properties.radius_m",)])
def test_what_a_person_sized_or_placed_stays_so(paths: tuple[str, ...]) -> None:
    spec = plan("a living room")
    free = Environment(spec, "improve_ergonomics")
    sized = {edit.name for edit in free.edits if edit.kind in ("height", "scale")}
    moved = {edit.name for edit in free.edits if edit.kind == "place"}
    name = next(one for one in sorted(moved) if one.rpartition("_")[0] in sized)
    part = next(one.id for one in spec.objects if one.part_of == name)
    bound = Environment(spec, "improve_ergonomics", fixed=fixed_among((part, path) for path in paths))
    assert bound.edits == [edit for edit in free.edits if edit.name not in (name, name.rpartition("_")[0])]
    assert fixed_among([(part, "material"), (part, "color")]) == ()

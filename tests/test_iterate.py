"""Legal edits, searches, the policy and its lessons, and the handler that keeps steps as facts."""

from collections import defaultdict
from functools import cache

import msgspec
import pytest
from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace

from api.generate import GenerateRequest, wanted_of
from api.iterate import summed
from commands.design import EndIterations, KeepIteration
from domain.design import DesignGenerated, DesignIterated
from domain.edits import Change, applied
from domain.materials import CATALOGUE
from domain.scoring.criteria import score_of
from domain.scoring.resizing import misfits
from domain.scoring.survey import Survey
from domain.scoring.wishes import spares_climate
from domain.spec import Budget, DesignSpec
from domain.work import IterateDesign
from domain.work.iterate_design import STRATEGIES, Strategy
from engine.archetypes import ARCHETYPES
from engine.archetypes.styles import STYLES
from engine.assembling.assembly import assemble
from engine.improving.edits import KINDS, Edit, Site, changes_by, legal_edits
from engine.improving.environment import LOSS_MOST, Environment, Judged
from engine.improving.groups import groups_of, root_of
from engine.improving.searches import METHODS, Method, improve
from engine.improving.session import Kept, affordable, improved
from engine.planner import plan
from handlers import iterate_design
from handlers.context import Cancelled, ReplayContext
from handlers.messages import Progressed
from tests.decisions import given

TEXTS = (
    "living room with marble floor", "a wooden dining table with six chairs", "office chair", "an electric car",
    "a bronze pocket watch", "a house", "a floor lamp", "a kettle", "a bicycle", "a robot",
)  # fmt: skip


@cache
def planned(text: str) -> DesignSpec:
    return plan(text, seed=3)


def edits_of(spec: DesignSpec, **more: object) -> tuple[Site, list[Edit]]:
    site = Site.of(spec)
    return site, legal_edits(site, KINDS, begun=spec, **more)  # type: ignore[arg-type]


def materials_of(spec: DesignSpec, root: str, **more: object) -> set[str]:
    """Return what the parts of a name may become."""
    site, edits = edits_of(spec, **more)
    return {edit.name for edit in edits if edit.kind == "material" and site.groups[edit.group].root == root}


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


def obstacles_of(spec: DesignSpec, root: str) -> dict[str, str]:
    """Return what stands in the way of each material that the parts of a name may be tried in."""
    env = Environment(spec, "balanced")
    edits = [one for one in env.edits if one.kind == "material" and env.site.groups[one.group].root == root]
    return {one.name: env.try_out(one).obstacle for one in edits}


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


@settings(max_examples=20, deadline=None)
@forall(
    st.sampled_from(TEXTS), st.sampled_from(list(STRATEGIES)), st.sampled_from(METHODS), st.integers(0, 99),
    st.sampled_from((16, 200)),
)  # fmt: skip
def test_no_score_that_is_promised_falls_and_the_changes_lead_to_the_end(
    text: str, strategy: Strategy, method: Method, seed: int, evaluations_max: int
) -> None:
    spec = planned(text)
    kept: list[Kept] = []
    found = improved(
        spec, strategy, seed=seed, iterations_max=4, method=method, evaluations_max=evaluations_max, kept=kept.append
    )
    steps = [spec]
    for one in kept:
        steps.append(applied(steps[-1], one.changes))
    assert steps[-1] == found.spec
    scores = [score_of(each, STRATEGIES[strategy]) for each in steps]
    assert scores == sorted(scores)
    assert scores[1:] == pytest.approx([one.score_after for one in kept], abs=1e-3)
    before, after = Judged.of(spec), Judged.of(found.spec)
    assert after.overall >= before.overall - 1e-9
    for name in ("safety", "stability"):
        assert after.values.get(name, 0) >= before.values.get(name, 0) - LOSS_MOST - 1e-9


def test_the_same_seed_gives_the_same_session() -> None:
    spec = planned("office chair")
    for method in METHODS:
        one, other = (improved(spec, "balanced", seed=5, iterations_max=6, method=method) for _ in range(2))
        assert one == other
        assert one.iterations > 1


def test_a_search_stops_where_nothing_improves_and_at_its_bounds() -> None:
    spec = planned("office chair")
    assert improved(spec, "balanced", seed=1, iterations_max=1).reason == "max_iterations"
    done = improved(spec, "reduce_cost", seed=1, iterations_max=50)
    assert done.reason == "nothing improves"
    again = improved(done.spec, "reduce_cost", seed=1, iterations_max=50)  # each part may be changed once more
    assert again.score_after - again.score_before < done.score_after - done.score_before
    env = Environment(spec, "balanced")
    ended = improve(env, "random", seed=1, iterations_max=50, evaluations_max=7)
    assert (ended.reason, ended.evaluations) == ("evaluations", 7)
    watch = improved(planned("a bronze pocket watch"), "improve_ergonomics", seed=1, iterations_max=5)
    assert (watch.iterations, watch.reason) == (0, "nothing improves")


@pytest.mark.parametrize("strategy", ["reduce_carbon", "reduce_cost"])
def test_nothing_improves_is_said_only_when_no_legal_edit_gains(strategy: Strategy) -> None:
    done = improved(planned("Living room with marble floor"), strategy, seed=1, iterations_max=10)
    assert done.iterations > 0
    assert done.reason == "nothing improves"
    env = Environment(planned("a red sports car"), strategy)
    improve(env, "policy", seed=1, iterations_max=50, evaluations_max=10_000)
    assert set(env.edits) == env.ruled_out
    again = Environment(env.judged.spec, strategy)
    left = [edit for edit in again.edits if edit in set(env.edits)]
    assert all(again.try_out(edit).obstacle for edit in left)


@pytest.mark.parametrize("text", ["office chair", "a wooden dining table with six chairs", "a house"])
def test_an_improved_design_can_still_be_made(text: str) -> None:
    spec = improved(planned(text), "balanced", seed=1, iterations_max=8).spec
    assert assemble(spec, quality="draft").triangles > 0


@pytest.mark.parametrize("text", ["baroque wardrobe", "round oak dining table with six chairs"])
def test_an_iteration_takes_the_best_of_all_edits_where_the_evaluations_allow(text: str) -> None:
    env = Environment(planned(text), "improve_materials")
    best = max(found.gain for found in map(env.try_out, env.edits) if not found.obstacle)
    kept: list[Kept] = []
    done = improved(planned(text), "improve_materials", seed=1, iterations_max=1, kept=kept.append)
    assert done.score_after - done.score_before == pytest.approx(best, abs=2e-4)
    assert (done.evaluations, done.method, kept[0].method) == (len(env.edits), "exhaustive", "exhaustive")


def test_iterations_share_the_evaluations_and_a_session_names_the_policy_where_it_chose() -> None:
    spec = planned("baroque wardrobe")
    few, some, many = (
        improved(spec, "improve_materials", seed=1, iterations_max=5, evaluations_max=most) for most in (20, 60, 5000)
    )
    assert (few.method, some.method, many.method) == ("policy", "policy", "exhaustive")
    assert few.evaluations <= 20 < some.evaluations <= 60 < many.evaluations
    assert few.score_after <= some.score_after <= many.score_after
    assert few.score_after < many.score_after


def test_fewer_edits_of_a_large_design_are_tried() -> None:
    spec = planned("a chair")
    large = replace(spec, objects=spec.objects * (4000 // len(spec.objects)))
    assert affordable(spec, 5000) == 5000
    assert affordable(spec, 7) == 7
    assert 200 <= affordable(large, 5000) < 300


def test_steps_are_told_in_words_with_numbers() -> None:
    kept: list[Kept] = []
    improved(planned("office chair"), "reduce_cost", seed=1, iterations_max=3, kept=kept.append)
    assert kept[0].reason.startswith(("Made the ", "Scaled the "))
    assert f"score {kept[0].score_before:.2f} → {kept[0].score_after:.2f}" in kept[0].reason
    assert "USD of materials" in kept[0].reason


WORK = IterateDesign("spec_1", "session_1", 1, planned("office chair"), "reduce_cost", 4, 3)


def test_each_kept_step_is_a_command_and_the_session_ends_with_one() -> None:
    job = ReplayContext()
    result = iterate_design.perform(WORK, job)
    *steps, end = [_command(one.name, one.payload) for one in job.commands]
    assert isinstance(end, EndIterations)
    assert [(one.iteration, one.revision) for one in steps if isinstance(one, KeepIteration)] == [
        (1, 1),
        (2, 2),
        (3, 3),
    ]
    assert (result.iterations, result.reason, result.revision) == (3, "max_iterations", 4)
    assert (end.score_before, end.score_after) == (steps[0].score_before, steps[-1].score_after)  # type: ignore[union-attr]
    assert sum(isinstance(one, Progressed) and one.message.startswith("Iteration") for one in job.messages) == 3


def test_a_cancelled_session_ends_after_what_it_kept() -> None:
    job = ReplayContext(on_message=lambda message: job.cancel() if job.commands else None)
    with pytest.raises(Cancelled):
        iterate_design.perform(WORK, job)
    *steps, end = [_command(one.name, one.payload) for one in job.commands]
    assert isinstance(end, EndIterations)
    assert (len(steps), end.iterations, end.reason) == (1, 1, "cancelled")


def _command(name: str, payload: bytes) -> KeepIteration | EndIterations:
    kind = {one.__name__: one for one in (KeepIteration, EndIterations)}[name]
    found: KeepIteration | EndIterations = msgspec.msgpack.decode(payload, type=kind)
    return found


def test_what_a_step_changed_is_summed_up_even_where_no_two_objects_are_alike() -> None:
    changes = (
        Change("leg_1", {"dimensions.height": 0.4, "material": "oak"}, {"dimensions.height": 0.42, "material": "ash"}),
        Change("top_1", {"dimensions.height": 0.03, "position.y": 0.5}, {"dimensions.height": 0.04, "position.y": 0.6}),
    )
    assert summed(changes, "before") == {"dimensions.height": "0.03 to 0.4", "material": "oak", "position.y": 0.5}
    assert summed(changes, "after") == {"dimensions.height": "0.04 to 0.42", "material": "ash", "position.y": 0.6}


def test_a_step_that_is_given_twice_is_one_fact() -> None:
    spec = planned("office chair")
    change = Change("seat_1", {"material": "leather_black"}, {"material": "leather_tan"})
    keep = KeepIteration("spec_1", "session_1", 1, 1, "balanced", "policy", (change,), 5.0, 5.5)
    made = DesignGenerated("acct_ada", spec)
    kept = DesignIterated("session_1", 1, "balanced", "policy", (change,), 5.0, 5.5)
    given(made).when(keep).then(kept)
    given(made, kept).when(keep).then_nothing()


@pytest.mark.parametrize(("strategy", "name"), [("reduce_carbon", "carbon"), ("reduce_cost", "price")])
@pytest.mark.parametrize("text", ["a red sports car with a carbon fibre spoiler", "a bicycle", "a cruise ship"])
def test_what_a_strategy_is_named_for_never_rises(text: str, strategy: Strategy, name: str) -> None:
    spec = planned(text)
    before = Judged.of(spec).sums[name]
    done = improved(spec, strategy, seed=3, iterations_max=6)
    assert Judged.of(done.spec).sums[name] <= before + 1e-6


def test_a_room_is_not_stretched_for_what_is_built_into_it() -> None:
    survey = Survey(planned("apartment bathroom with bathtub and washbasin"))
    assert not [fits for fits in misfits(survey) for fit in fits if survey.layout.is_shell(fit.thing)]

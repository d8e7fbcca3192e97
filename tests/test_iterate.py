"""Searches, the policy and its lessons, and the handler that keeps steps as facts."""

import msgspec
import pytest
from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace

from api.designs.iterate import summed
from commands.design import EndIterations, KeepIteration
from domain.design import DesignGenerated, DesignIterated
from domain.edits import Change, applied
from domain.scoring.criteria import score_of
from domain.work import IterateDesign
from domain.work.iterate_design import STRATEGIES, Strategy
from engine.assembling.assembly import assemble
from engine.improving.environment import LOSS_MOST, Environment, Judged
from engine.improving.searches import METHODS, Method, improve
from engine.improving.session import Kept, affordable, improved
from handlers import iterate_design
from handlers.context import Cancelled, ReplayContext
from handlers.messages import Progressed
from tests.decisions import given
from tests.improving import TEXTS, planned


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

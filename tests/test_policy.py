"""The policy that iterates: what it sees, how it is taught, and that teaching repeats."""

from functools import cache

import numpy as np
import pytest

from domain.spec import DesignSpec
from domain.work.iterate_design import Strategy
from engine.improving import train as training
from engine.improving.environment import Environment
from engine.improving.features import WIDTH, edit_rows
from engine.improving.lessons import ROOMS, examination, is_held_out
from engine.improving.policy import LAYERS, Policy
from engine.improving.searches import improve
from engine.planner import plan

TEXTS = (
    "living room with marble floor", "a wooden dining table with six chairs", "office chair", "an electric car",
    "a bronze pocket watch", "a house", "a floor lamp", "a kettle", "a bicycle", "a robot",
)  # fmt: skip


@cache
def planned(text: str) -> DesignSpec:
    return plan(text, seed=3)


def test_rows_of_edits_are_finite_and_of_order_one() -> None:
    for text in TEXTS:
        env = Environment(planned(text), "balanced")
        rows = edit_rows(env, env.edits)
        assert rows.shape == (len(env.edits), WIDTH)
        assert np.isfinite(rows).all()
        assert np.abs(rows).max() < 20


def test_the_policy_gains_more_than_chance_on_designs_it_has_never_seen() -> None:
    gains = {
        method: [
            _gained(spec, strategy, method) for _, spec in examination(10) for strategy in ("reduce_cost", "balanced")
        ]
        for method in ("policy", "random")
    }
    assert np.mean(gains["policy"]) > 1.1 * np.mean(gains["random"])


def _gained(spec: DesignSpec, strategy: Strategy, method: str) -> float:
    env = Environment(spec, strategy)
    before = env.score
    improve(env, method, seed=1, iterations_max=30, evaluations_max=30)  # type: ignore[arg-type]
    return env.score - before


def test_nothing_of_the_examination_is_in_the_lessons() -> None:
    names = [name for name, _ in examination(40)]
    assert len(names) == 40
    assert all(is_held_out(name) for name in names)
    assert {name for name in ROOMS if is_held_out(name)} <= set(names)


def test_a_policy_for_other_features_is_refused() -> None:
    sizes = [(8, 4), *LAYERS[1:]]
    weights = {f"weight_{at}": np.zeros((outer, inner), np.float32) for at, (inner, outer) in enumerate(sizes)}
    weights |= {f"bias_{at}": np.zeros(outer, np.float32) for at, (_, outer) in enumerate(sizes)}
    with pytest.raises(ValueError, match="train"):
        Policy(weights)


def test_teaching_is_reproducible_and_its_weights_say_the_same_in_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch")
    monkeypatch.setattr(training, "EPISODES", 2)
    monkeypatch.setattr(training, "TRIES", 6)
    one, other = (training.train(2, seed=1, threads=1) for _ in range(2))
    assert all(np.array_equal(one.weights()[name], other.weights()[name]) for name in one.weights())
    assert not np.array_equal(one.weights()["weight_0"], training.train(1, seed=1, threads=1).weights()["weight_0"])
    env = Environment(planned("office chair"), "balanced")
    expected = one.policy(torch.from_numpy(edit_rows(env, env.edits)))[:, 0].detach().numpy()
    np.testing.assert_allclose(Policy(one.weights()).logits(env, env.edits), expected, atol=1e-5)

"""A session: a search on one design, told step by step."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.edits import Change
from domain.spec import DesignSpec
from domain.work.iterate_design import Strategy
from engine.improving.environment import Environment, Tried
from engine.improving.searches import Method, improve
from engine.improving.words import told

METHOD: Method = "policy"
"""The best of the searches at equal numbers of evaluations: see `python -m bench iterate`."""


EVALUATIONS_MAX = 5_000
"""A session tries at most so many edits: some seconds for a furnished room."""


@dataclass(frozen=True)
class Kept:
    """One iteration: what it changed, from which score to which, and why."""

    iteration: int
    changes: tuple[Change, ...]
    score_before: float
    score_after: float
    reason: str


@dataclass(frozen=True)
class Session:
    """How a session ended."""

    method: Method
    spec: DesignSpec
    iterations: int
    evaluations: int
    score_before: float
    score_after: float
    reason: str


def improved(
    spec: DesignSpec,
    strategy: Strategy,
    *,
    seed: int,
    iterations_max: int,
    chosen: tuple[str, ...] = (),
    rejected: tuple[tuple[str, str], ...] = (),
    method: Method = METHOD,
    kept: Callable[[Kept], None] = lambda one: None,
    tick: Callable[[], None] = lambda: None,
) -> Session:
    """Improve a design; `kept` hears of each iteration, `tick` of each edit that is tried.

    The strategy's score never falls, nor does the mean of all criteria; safety and stability lose at most 0.1 in all.
    """
    env = Environment(spec, strategy, chosen=chosen, rejected=rejected)
    before = env.score
    number = 0

    def heard(tried: Tried, at: Environment) -> None:
        nonlocal number
        number += 1
        after = tried.judged.score(strategy)
        kept(Kept(number, tried.changes, round(at.score, 4), round(after, 4), told(tried, at)))

    ended = improve(
        env, method, seed=seed, iterations_max=iterations_max, kept=heard, tick=tick,
        evaluations_max=EVALUATIONS_MAX,
    )  # fmt: skip
    return Session(
        method,
        env.judged.spec,
        ended.iterations,
        ended.evaluations,
        round(before, 4),
        round(env.score, 4),
        ended.reason,
    )

"""A session: a search on one design, told step by step."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from domain.edits import Change
from domain.spec import DesignSpec
from domain.work.iterate_design import EVALUATIONS_MAX, Strategy
from engine.improving.environment import Environment, Tried
from engine.improving.searches import Method, improve
from engine.improving.words import told

METHOD: Method = "policy"
"""The best of the searches at equal numbers of evaluations: see `python -m bench iterate`."""
Found = Method | Literal["exhaustive"]
"""How an edit was found: by a search, or as the best of all legal ones."""
EVALUATIONS_LEAST = 200
SCORED_MAX = 1_000_000
"""A session scores at most so many objects in all, so that one of a large design is over in seconds too: each try of
an edit scores all objects, some 5 µs each."""


@dataclass(frozen=True)
class Kept:
    """One iteration: what it changed, from which score to which, and why."""

    iteration: int
    changes: tuple[Change, ...]
    score_before: float
    score_after: float
    reason: str
    method: Found = METHOD


@dataclass(frozen=True)
class Session:
    """How a session ended; its method is "exhaustive" if each step compared all legal edits."""

    method: Found
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
    fixed: tuple[str, ...] = (),
    rejected: tuple[tuple[str, str], ...] = (),
    method: Method = METHOD,
    evaluations_max: int = EVALUATIONS_MAX,
    kept: Callable[[Kept], None] = lambda one: None,
    tick: Callable[[], None] = lambda: None,
) -> Session:
    """Improve a design; `kept` hears of each iteration, `tick` of each edit that is tried.

    At most `evaluations_max` edits are tried, fewer of a large design. The iterations share them: the fewer are
    allowed, the more edits each of them compares.

    The strategy's score never falls, nor does the mean of all criteria; safety and stability lose at most 0.1 in all.
    """
    env = Environment(spec, strategy, chosen=chosen, fixed=fixed, rejected=rejected)
    before = env.score
    ways: list[Found] = []

    def heard(tried: Tried, at: Environment) -> None:
        after = tried.judged.score(strategy)
        ways.append("exhaustive" if at.is_exhausted else method)
        kept(Kept(len(ways), tried.changes, round(at.score, 4), round(after, 4), told(tried, at), ways[-1]))

    ended = improve(
        env, method, seed=seed, iterations_max=iterations_max, kept=heard, tick=tick,
        evaluations_max=affordable(spec, evaluations_max),
    )  # fmt: skip
    return Session(
        "exhaustive" if method not in ways and (ways or env.is_exhausted) else method,
        env.judged.spec,
        ended.iterations,
        ended.evaluations,
        round(before, 4),
        round(env.score, 4),
        ended.reason,
    )


def affordable(spec: DesignSpec, evaluations_max: int) -> int:
    """Return how many edits of a design a session tries at most."""
    return min(evaluations_max, max(EVALUATIONS_LEAST, SCORED_MAX // max(len(spec.objects), 1)))

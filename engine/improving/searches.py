"""Searches for a better design: they differ in the order in which they try edits, and in how many they compare."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from engine.improving.edits import Edit
from engine.improving.environment import Environment, Tried
from engine.improving.policy import Policy, trained_policy

Method = Literal["policy", "greedy", "random"]
METHODS: tuple[Method, ...] = ("policy", "greedy", "random")
Reason = Literal["nothing improves", "max_iterations", "evaluations"]
Proposals = Callable[[Environment], Iterator[Edit]]
WIDTHS: dict[Method, int] = {"policy": 4, "greedy": 4, "random": 1}
"""How many edits are compared at least before the best of them is kept."""
WIDENED = frozenset(("policy", "greedy"))
"""Searches that compare as many edits as the evaluations that are left allow for each iteration that is left."""
PATIENT = frozenset(("policy",))
"""Searches that, where the first edit that gains comes later, compare twice as many as it took to find it: with these
`python -m bench iterate` shows a gain by that, with the others a loss."""


@dataclass(frozen=True)
class Ended:
    """How a search ended."""

    iterations: int
    evaluations: int
    reason: Reason


def improve(
    env: Environment,
    method: Method,
    *,
    seed: int,
    iterations_max: int,
    evaluations_max: int,
    kept: Callable[[Tried, Environment], None] = lambda tried, env: None,
    tick: Callable[[], None] = lambda: None,
) -> Ended:
    """Try edits and keep those that gain; the same arguments always give the same edits.

    Iterations are what is scarce: each compares its share of the evaluations that are left, all legal edits where that
    is enough. It ends with "nothing improves" only when every legal edit of the design as it stands was tried.

    `kept` hears of each edit before it is kept, `tick` of each that is tried.
    """
    propose = _proposals(method, Random(seed))
    iterations = 0
    while iterations < iterations_max:
        share = (evaluations_max - env.evaluations) // (iterations_max - iterations)
        width = max(WIDTHS[method], share if method in WIDENED else 0)
        # where all are compared, it does not matter which come first
        proposals = iter(env.edits) if width >= len(env.edits) else propose(env)
        best = _best(env, proposals, width, evaluations_max, is_patient=method in PATIENT, tick=tick)
        if best is None:
            return Ended(iterations, env.evaluations, "nothing improves" if env.is_exhausted else "evaluations")
        kept(best, env)
        env.keep(best)
        iterations += 1
    return Ended(iterations, env.evaluations, "max_iterations")


def _best(
    env: Environment,
    proposals: Iterator[Edit],
    width: int,
    evaluations_max: int,
    *,
    is_patient: bool,
    tick: Callable[[], None],
) -> Tried | None:
    """Return the best of the first edits; if none of them gains, one that is found after them."""
    best: Tried | None = None
    for tried, edit in enumerate(proposals):
        if env.evaluations >= evaluations_max or (best is not None and tried >= width):
            break
        tick()
        found = env.try_out(edit)
        if not found.obstacle and (best is None or found.gain > best.gain):
            width = max(width, 2 * tried) if best is None and is_patient else width
            best = found
    return best


def _proposals(method: Method, dice: Random) -> Proposals:
    if method == "policy":
        return by_policy(trained_policy())
    return lambda env: iter(dice.sample(env.edits, len(env.edits)))


def by_policy(policy: Policy) -> Proposals:
    """Return the proposals of a policy: the edits that it thinks most of first."""
    return lambda env: iter(policy.ranked(env, env.edits))

"""How much designs gain by each search: at equal numbers of tried edits, and at equal numbers of iterations.

Held-out designs, all strategies: things and rooms of these names were never seen while the policy was taught. A search
wins a case if no other one gains more (ties count for all). The time is the processor's for the whole search, of which
the scores are most. Where the evaluations allow, policy and greedy search both compare all legal edits: they are one.
"""

import statistics
import sys
import time
from collections import defaultdict
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from domain.spec import DesignSpec
from domain.work.iterate_design import EVALUATIONS_MAX, STRATEGIES, Strategy
from engine.improving.environment import Environment
from engine.improving.lessons import examination
from engine.improving.searches import METHODS, Method, improve
from engine.improving.session import affordable

DESIGNS = 40
BOUNDS = ((25, 25), (100, 100), (5, 20), (5, 100), (5, EVALUATIONS_MAX), (10, EVALUATIONS_MAX))
"""Most iterations and most evaluations. With the first two evaluations are scarce; with the others, as at the endpoint,
iterations are, and each compares its share: 4 edits, 20, or all that fit."""
SAME = 1e-9


class Found(NamedTuple):
    """What one search found on one design."""

    gain: float
    duration_s: float
    evaluations: int


Case = dict[Method, Found]


def main() -> None:
    """Search with each method and budget, and print who gains how much."""
    designs = examination(int(sys.argv[1]) if len(sys.argv) > 1 else DESIGNS)
    console = Console(width=150)
    for bound in BOUNDS:
        results: dict[Strategy, list[Case]] = defaultdict(list)
        for strategy in STRATEGIES:
            for number, (_, spec) in enumerate(designs):
                case = compared(spec, strategy, bound, seed=number)
                if case:
                    results[strategy].append(case)
        console.print(_table(bound, results))


def compared(spec: DesignSpec, strategy: Strategy, bound: tuple[int, int], *, seed: int) -> Case:
    """Return gain, seconds and evaluations of each search; nothing where the design has no legal edit."""
    if not Environment(spec, strategy).edits:
        return {}
    iterations_max, evaluations_max = bound
    found: Case = {}
    for method in METHODS:
        env = Environment(spec, strategy)
        before, begun = env.score, time.process_time()
        most = affordable(spec, evaluations_max)
        improve(env, method, seed=seed, iterations_max=iterations_max, evaluations_max=most)
        found[method] = Found(env.score - before, time.process_time() - begun, env.evaluations)
    return found


def _table(bound: tuple[int, int], by_strategy: dict[Strategy, list[Case]]) -> Table:
    table = Table(
        title=f"At most {bound[0]} iterations and {bound[1]} edits tried: mean gain of the strategy's score"
        " (share of cases won); median time and number of edits"
    )
    for column in ("strategy", "cases", *METHODS, *(f"{method}, ms (edits)" for method in METHODS)):
        table.add_column(column, justify="left" if column == "strategy" else "right")
    everything = [case for cases in by_strategy.values() for case in cases]
    for name, cases in (*by_strategy.items(), ("all", everything)):
        gains = [
            f"{statistics.mean(case[method].gain for case in cases):.3f} ({_won(cases, method):.0%})"
            for method in METHODS
        ]
        costs = [
            f"{1000 * statistics.median(case[method].duration_s for case in cases):.0f}"
            f" ({statistics.median(case[method].evaluations for case in cases):.0f})"
            for method in METHODS
        ]
        table.add_row(name, str(len(cases)), *gains, *costs, end_section=name == list(by_strategy)[-1])
    return table


def _won(cases: list[Case], method: Method) -> float:
    wins = [case[method].gain >= max(one.gain for one in case.values()) - SAME for case in cases]
    return sum(wins) / len(wins)


if __name__ == "__main__":
    main()

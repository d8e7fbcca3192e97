"""How much designs gain by each search at equal numbers of tried edits: held-out designs, all strategies.

Things and rooms of these names were never seen while the policy was taught. A search wins a case if no other one gains
more (ties count for all). The time is that of the whole search, of which the scores are most.
"""

import statistics
import sys
import time
from collections import defaultdict

from rich.console import Console
from rich.table import Table

from domain.spec import DesignSpec
from domain.work.iterate_design import STRATEGIES, Strategy
from engine.improving.environment import Environment
from engine.improving.lessons import examination
from engine.improving.searches import METHODS, Method, improve

DESIGNS = 40
BUDGETS = (25, 100)
SAME = 1e-9
Case = dict[Method, tuple[float, float]]


def main() -> None:
    """Search with each method and budget, and print who gains how much."""
    designs = examination(int(sys.argv[1]) if len(sys.argv) > 1 else DESIGNS)
    results: dict[int, dict[Strategy, list[Case]]] = {budget: defaultdict(list) for budget in BUDGETS}
    for budget in BUDGETS:
        for strategy in STRATEGIES:
            for number, (_, spec) in enumerate(designs):
                case = compared(spec, strategy, budget, seed=number)
                if case:
                    results[budget][strategy].append(case)
    console = Console(width=150)
    for budget in BUDGETS:
        console.print(_table(budget, results[budget]))


def compared(spec: DesignSpec, strategy: Strategy, budget: int, *, seed: int) -> Case:
    """Return gain and seconds of each search; nothing where the design has no legal edit."""
    if not Environment(spec, strategy).edits:
        return {}
    found: Case = {}
    for method in METHODS:
        env = Environment(spec, strategy)
        before, begun = env.score, time.perf_counter()
        improve(env, method, seed=seed, iterations_max=budget, evaluations_max=budget)
        found[method] = env.score - before, time.perf_counter() - begun
    return found


def _table(budget: int, by_strategy: dict[Strategy, list[Case]]) -> Table:
    table = Table(title=f"{budget} edits tried: mean gain of the strategy's score (share of cases won)")
    for column in ("strategy", "cases", *METHODS, *(f"{method}, ms" for method in METHODS)):
        table.add_column(column, justify="left" if column == "strategy" else "right")
    everything = [case for cases in by_strategy.values() for case in cases]
    for name, cases in (*by_strategy.items(), ("all", everything)):
        gains = [
            f"{statistics.mean(case[method][0] for case in cases):.3f} ({_won(cases, method):.0%})"
            for method in METHODS
        ]
        times = [f"{1000 * statistics.median(case[method][1] for case in cases):.0f}" for method in METHODS]
        table.add_row(name, str(len(cases)), *gains, *times, end_section=name == list(by_strategy)[-1])
    return table


def _won(cases: list[Case], method: Method) -> float:
    wins = [case[method][0] >= max(gain for gain, _ in case.values()) - SAME for case in cases]
    return sum(wins) / len(wins)


if __name__ == "__main__":
    main()

"""How scores of everything that can be drawn spread, how often each criterion applies, and how long scoring takes."""

import time
from collections.abc import Callable
from statistics import median, pstdev

from rich.console import Console
from rich.table import Table

from domain.edits import Change, applied
from domain.scoring import CRITERIA, CRITERION, Survey, evaluate, score_of, weighted
from domain.spec import DesignSpec
from engine.archetypes import ARCHETYPES
from engine.planner import plan

STYLES = ("realistic", "modern", "rustic", "futuristic")
TIMED = ("chair", "crib", "hallway", "living room", "cafe")
ROUNDS = 20
WEIGHTS = dict.fromkeys(CRITERIA, 1.0)


def main() -> None:
    """Print both tables."""
    specs = [plan(one.phrases[0], style=style) for one in ARCHETYPES.values() for style in STYLES]
    Console().print(_spread(specs))
    Console().print(_speed())


def _spread(specs: list[DesignSpec]) -> Table:
    table = Table("criterion", "applies", "min", "5 %", "median", "95 %", "max", "sd", title=f"{len(specs)} designs")
    surveys = [Survey(spec) for spec in specs]
    for name, criterion in CRITERION.items():
        found = [criterion.measure(survey).value for survey in surveys]
        _row(table, name, sorted(value for value in found if value is not None), len(specs))
    _row(table, "overall", sorted(weighted(survey, WEIGHTS) for survey in surveys), len(specs))
    return table


def _row(table: Table, name: str, values: list[float], whole: int) -> None:
    last = len(values) - 1
    marks = [values[round(share * last)] for share in (0, 0.05, 0.5, 0.95, 1)]
    table.add_row(name, f"{len(values) / whole:.0%}", *(f"{mark:.1f}" for mark in marks), f"{pstdev(values):.2f}")


def _speed() -> Table:
    table = Table("design", "objects", "score anew, ms of CPU", "after one change, ms", "evaluate with advice, ms")
    for name in TIMED:
        spec = plan(ARCHETYPES[name].phrases[0])
        near = Survey(spec)
        weighted(near, WEIGHTS)
        change = Change(spec.objects[0].id, {}, {"material": "slate"})
        anew = _took_ms(lambda spec=spec: score_of(spec, WEIGHTS))  # type: ignore[misc]
        again = _took_ms(lambda s=spec, n=near, c=change: score_of(applied(s, [c]), WEIGHTS, near=n))  # type: ignore[misc]
        whole = _took_ms(lambda spec=spec, c=change: evaluate(applied(spec, [c])))  # type: ignore[misc]
        table.add_row(name, str(len(spec.objects)), f"{anew:.2f}", f"{again:.2f}", f"{whole:.1f}")
    return table


def _took_ms(call: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        call()
        took.append(time.process_time() - begun)
    return median(took) * 1000


if __name__ == "__main__":
    main()

"""Every archetype in every style from three seeds: the share whose parts are closed, joined, steady and in their box.

`python -m bench.soundness ARCHETYPE …` looks at those only; every fault is named.
"""

import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from rich.console import Console
from rich.progress import track
from rich.table import Table

from domain.errors import MeshwrightError
from engine.archetypes import ARCHETYPES
from engine.archetypes.styles import STYLES
from engine.assembly import assemble
from engine.checks import faults_of
from engine.planner import plan

SEEDS = (0, 1, 2)
_FAULTS_SHOWN = 60


@dataclass(frozen=True)
class Verdict:
    """What came of one archetype in one style from one seed."""

    archetype: str
    style: str
    seed: int
    faults: tuple[str, ...]
    triangles: int
    seconds: float


def main() -> None:
    """Make and check all of them, on all cores, and print the shares."""
    names = [name for name in sys.argv[1:] if name in ARCHETYPES] or sorted(ARCHETYPES)
    cases = [(name, style, seed) for name in names for style in STYLES for seed in SEEDS]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(judged, cases, chunksize=16)
        verdicts = list(track(found, "Making", total=len(cases), console=Console(stderr=True)))
    show(verdicts, Console())


def judged(case: tuple[str, str, int]) -> Verdict:
    """Return the verdict on one case, made at draft quality."""
    name, style, seed = case
    begun = time.perf_counter()
    try:
        spec = plan(ARCHETYPES[name].phrases[0], style=style, seed=seed)
        whole = assemble(spec, quality="draft")
        faults = [f"{fault.part} {fault.reason}" for fault in faults_of(whole, spec)]
        if spec.reading.archetype != name:
            faults.append(f"is read as {spec.reading.archetype}")
        return Verdict(name, style, seed, tuple(faults), whole.triangles, time.perf_counter() - begun)
    except MeshwrightError as error:
        fault = f"{error.message} {error.facts}"
        return Verdict(name, style, seed, (fault,), 0, time.perf_counter() - begun)


def show(verdicts: list[Verdict], console: Console) -> None:
    """Print the shares and what is wrong."""
    sound = sum(not verdict.faults for verdict in verdicts)
    faulty: dict[tuple[str, tuple[str, ...]], list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.faults:
            faulty.setdefault((verdict.archetype, verdict.faults[:1]), []).append(verdict)
    for (archetype, (fault,)), cases in list(faulty.items())[:_FAULTS_SHOWN]:
        where = ", ".join(f"{case.style} {case.seed}" for case in cases[:3])
        console.print(f"[red]{archetype}[/]: {fault} ({len(cases)} times: {where})")
    table = Table("archetypes", "styles", "seeds", "sound", "share", "median triangles", "median seconds")
    triangles, seconds = (sorted(values) for values in zip(*((v.triangles, v.seconds) for v in verdicts), strict=True))
    middle = len(verdicts) // 2
    table.add_row(
        str(len({verdict.archetype for verdict in verdicts})), str(len({verdict.style for verdict in verdicts})),
        str(len(SEEDS)), f"{sound} of {len(verdicts)}", f"{sound / len(verdicts):.2%}",
        f"{triangles[middle]:,}", f"{seconds[middle]:.2f}",
    )  # fmt: skip
    console.print(table)
    per_archetype = Counter(verdict.archetype for verdict in verdicts if verdict.faults)
    if per_archetype:
        console.print("Faulty cases:", dict(per_archetype.most_common()))


if __name__ == "__main__":
    main()

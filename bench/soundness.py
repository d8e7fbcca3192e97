"""Every archetype in every style from three seeds: the share whose parts are closed, joined, steady and in their box.

`python -m bench.soundness ARCHETYPE …` looks at those only; every fault is named.
"""

import os
import time
from argparse import ArgumentParser
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

import msgspec
from rich.console import Console
from rich.progress import track
from rich.table import Table

from domain.errors import MeshwrightError
from domain.spec import DesignSpec
from engine.archetypes import ARCHETYPES
from engine.archetypes.styles import STYLES
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of
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
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("archetypes", nargs="*", help="such as office_chair; without any, all of them")
    names = parser.parse_args().archetypes or sorted(ARCHETYPES)
    if unknown := sorted(set(names) - set(ARCHETYPES)):
        parser.error(f"no archetypes: {', '.join(unknown)}")
    cases = [(name, style) for name in names for style in STYLES]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = track(pool.map(judged, cases, chunksize=4), "Making", total=len(cases), console=Console(stderr=True))
        verdicts = [verdict for each in found for verdict in each]
    show(verdicts, Console())


def judged(case: tuple[str, str]) -> list[Verdict]:
    """Return the verdicts on an archetype in a style, made at draft quality; seeds that give the same share one."""
    name, style = case
    known: dict[bytes, Verdict] = {}
    verdicts = []
    for seed in SEEDS:
        spec = plan(ARCHETYPES[name].phrases[0], style=style, seed=seed)
        objects = msgspec.json.encode(spec.objects)
        if objects not in known:
            known[objects] = _judged(spec, Verdict(name, style, seed, (), 0, 0.0))
        verdicts.append(replace(known[objects], seed=seed))
    return verdicts


def _judged(spec: DesignSpec, verdict: Verdict) -> Verdict:
    begun = time.perf_counter()
    try:
        whole = assemble(spec, quality="draft")
        faults, triangles = [f"{fault.part} {fault.reason}" for fault in faults_of(whole, spec)], whole.triangles
        if spec.reading.archetype != verdict.archetype:
            faults.append(f"is read as {spec.reading.archetype}")
    except MeshwrightError as error:
        faults, triangles = [f"{error.message} {error.facts}"], 0
    return replace(verdict, faults=tuple(faults), triangles=triangles, seconds=time.perf_counter() - begun)


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

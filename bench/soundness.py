"""Every archetype in every style from three seeds: the share whose parts are closed, joined, steady and in their box.

`python -m bench.soundness ARCHETYPE …` looks at those only; every fault is named. A second table does the same for
scenes, with counts, relations and rooms; `--scenes` shows that alone. `--phrases` makes each phrase that names an
archetype once, in no style: words lead to forms that the names alone do not.
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
SCENES = (
    "four chairs around a table", "a round table with six white chairs", "a lamp on a desk beside a sofa",
    "a dog beside a man", "a cat on a sofa", "a horse beside a barn", "an elephant beside a car", "12 balloons",
    "a bouquet in a bucket", "a bunch of roses in a jar", "three apples in a bowl", "a teapot and four cups on a tray",
    "three ducks on a pond", "a chess set on a small table between two armchairs", "a street lamp beside a park bench",
    "a grandfather clock beside a grand piano", "a cauldron over a campfire", "a rug under a coffee table",
    "a stack of five books", "two dogs and a cat in front of a house", "a clock above a fireplace",
    "an office with a desk, two chairs and a filing cabinet", "an office with a desk lamp and a printer",
    "a bathroom with a clawfoot tub", "a living room with a cat on the sofa", "a dining room with a wardrobe",
    "a dining room with a globe and red curtains", "a bedroom with a dog in front of the bed",
    "a kitchen with an island, four stools and a microwave", "a living room with a piano and a chandelier",
    "a cafe with five small tables", "a kids room with a globe", "a workshop with a safe and a washing machine",
    "a classroom with a whiteboard and eight chairs",
)  # fmt: skip


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
    parser.add_argument("archetypes", nargs="*", help='such as "office chair"; without any, all of them')
    parser.add_argument("--scenes", action="store_true", help="only scenes: counts, relations and rooms with things")
    parser.add_argument("--phrases", action="store_true", help="only phrases: each that names an archetype, once")
    asked = parser.parse_args()
    names = asked.archetypes or sorted(ARCHETYPES)
    if unknown := sorted(set(names) - set(ARCHETYPES)):
        parser.error(f"no archetypes: {', '.join(unknown)}")
    console = Console()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        if asked.phrases:
            phrases = [f"a {phrase}" for name in names for phrase in ARCHETYPES[name].phrases]
            found = track(pool.map(judged_phrase, phrases, chunksize=8), "Phrases", len(phrases),
                          console=Console(stderr=True))  # fmt: skip
            show(list(found), console, title="Phrases", seeds=1)
            return
        if not asked.scenes:
            cases = [(name, style) for name in names for style in STYLES]
            found = track(pool.map(judged, cases, chunksize=4), "Making", len(cases), console=Console(stderr=True))
            show([verdict for each in found for verdict in each], console)
        if not asked.archetypes:
            found = track(pool.map(judged_scene, SCENES), "Scenes", len(SCENES), console=Console(stderr=True))
            show([verdict for each in found for verdict in each], console, title="Scenes")


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


def judged_scene(text: str) -> list[Verdict]:
    """Return the verdicts on a scene from each seed, made at draft quality; what is not drawn as said is a fault."""
    verdicts = []
    for seed in SEEDS:
        spec = plan(text, seed=seed)
        verdict = _judged(spec, Verdict(spec.reading.archetype, spec.style, seed, (), 0, 0.0))
        missed = tuple(f"does not draw: {one}" for one in spec.reading.not_understood)
        verdicts.append(replace(verdict, archetype=text, faults=(*verdict.faults, *missed)))
    return verdicts


def judged_phrase(text: str) -> Verdict:
    """Return the verdict on what a phrase names, made once at draft quality."""
    spec = plan(text, seed=1)
    verdict = _judged(spec, Verdict(spec.reading.archetype, spec.style, 1, (), 0, 0.0))
    return replace(verdict, archetype=text)


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


def show(verdicts: list[Verdict], console: Console, *, title: str = "Archetypes", seeds: int = len(SEEDS)) -> None:
    """Print the shares and what is wrong."""
    sound = sum(not verdict.faults for verdict in verdicts)
    faulty: dict[tuple[str, tuple[str, ...]], list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.faults:
            faulty.setdefault((verdict.archetype, verdict.faults[:1]), []).append(verdict)
    for (archetype, (fault,)), cases in list(faulty.items())[:_FAULTS_SHOWN]:
        where = ", ".join(f"{case.style} {case.seed}" for case in cases[:3])
        console.print(f"[red]{archetype}[/]: {fault} ({len(cases)} times: {where})")
    table = Table(title.lower(), "styles", "seeds", "sound", "share", "median triangles", "median seconds")
    triangles, seconds = (sorted(values) for values in zip(*((v.triangles, v.seconds) for v in verdicts), strict=True))
    middle = len(verdicts) // 2
    table.add_row(
        str(len({verdict.archetype for verdict in verdicts})), str(len({verdict.style for verdict in verdicts})),
        str(seeds), f"{sound} of {len(verdicts)}", f"{sound / len(verdicts):.2%}",
        f"{triangles[middle]:,}", f"{seconds[middle]:.2f}",
    )  # fmt: skip
    console.print(table)
    per_archetype = Counter(verdict.archetype for verdict in verdicts if verdict.faults)
    if per_archetype:
        console.print("Faulty cases:", dict(per_archetype.most_common()))


if __name__ == "__main__":
    main()

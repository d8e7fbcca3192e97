"""How well prompts are read: accuracy for each field, calibration, and time, on both halves of the labelled prompts.

Matching: a label counts for itself, nothing that is not labelled is judged.
- design type, style: equal; a style also where our style is the one that the said word stands for.
- archetype: one of the labelled names.
- materials, colours: the labelled part by its noun or by the name we give that part; a material when its word means
  the same material of the catalogue, or the word or its family stands in the material's name; a colour when it is the
  same, or the word stands in ours.
- counts and sizes: equal (sizes within 1 %). Excluded: the word among ours. Relations: same relation, subject and
  anchor by word or archetype. Features: each labelled word occurs in a feature of ours. Budget: equal.
- a prompt that nobody could understand is right when its confidence is at most 0.2.
"""

import statistics
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from domain.materials import CATALOGUE
from domain.spec import DesignSpec, Reading
from engine.planner import plan
from engine.planner.reading.reader import read
from engine.planner.wording.lexicon import PARTS, STYLE_WORDS
from engine.planner.wording.substances import MATERIALS
from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import lemmas

FOLDER = Path(__file__).parent / "prompts"
HALVES = ("tune", "report")
UNSURE = 0.2
Label = dict[str, Any]
Marks = dict[str, list[bool]]


def main() -> None:
    """Read both halves; print the shares of facts that were read right, and how long it took."""
    plan("a car")
    results = {half: measured(half) for half in HALVES}
    table = Table(title="Planner: labelled facts read right")
    for column in ("field", *(f"{half} (right/all)" for half in HALVES)):
        table.add_column(column, justify="left" if column == "field" else "right")
    for field in results[HALVES[0]]["marks"]:
        table.add_row(field, *(_share(results[half]["marks"].get(field, [])) for half in HALVES))
    for row in results[HALVES[0]]["figures"]:
        table.add_row(row, *(results[half]["figures"][row] for half in HALVES))
    Console().print(table)


def measured(half: str) -> dict[str, Any]:
    """Return for one half the marks by field, and the figures."""
    marks: Marks = defaultdict(list)
    sure: dict[bool, list[float]] = {True: [], False: []}
    times, reading_times = [], []
    for label in labels(half):
        start = time.perf_counter()
        spec = plan(label["prompt"])
        times.append(time.perf_counter() - start)
        start = time.perf_counter()
        read(label["prompt"])
        reading_times.append(time.perf_counter() - start)
        judged = marks_of(label, spec)
        for field, each in judged.items():
            marks[field] += each
        is_right = all(judged.get("archetype", judged.get("left alone", [True])))
        sure[is_right and label.get("understands", True)].append(spec.reading.confidence)
    marks["all fields"] = [mark for field in list(marks) for mark in marks[field]]
    return {"marks": marks, "figures": _figures(sure, times, reading_times)}


def labels(half: str) -> list[Label]:
    """Return the labelled prompts of one half."""
    return [msgspec.json.decode(line) for line in (FOLDER / f"{half}.jsonl").read_bytes().splitlines() if line]


def _figures(sure: dict[bool, list[float]], times: list[float], reading_times: list[float]) -> dict[str, str]:
    def centiles(values: list[float]) -> str:
        ordered = sorted(values)
        return f"{1000 * statistics.median(ordered):.1f} / {1000 * ordered[int(0.95 * len(ordered))]:.1f} ms"

    return {
        "mean confidence where the archetype is right": f"{statistics.mean(sure[True]):.2f}",
        "mean confidence where it is wrong": f"{statistics.mean(sure[False]):.2f}" if sure[False] else "-",
        "reading, median / p95": centiles(reading_times),
        "reading and drawing, median / p95": centiles(times),
    }


def _share(marks: list[bool]) -> str:
    return f"{sum(marks) / len(marks):.1%} ({sum(marks)}/{len(marks)})" if marks else "-"


def marks_of(label: Label, spec: DesignSpec) -> Marks:
    """Return for each field of a label which of its facts were read."""
    got = spec.reading
    if not label.get("understands", True):
        return {"left alone": [got.confidence <= UNSURE]}
    marks: Marks = {}
    if "design_type" in label:
        marks["design type"] = [got.design_type == label["design_type"]]
    marks["archetype"] = [got.archetype in label["archetype"]]
    for part, words in label.get("materials", {}).items():
        field = "materials of parts" if part else "materials of the whole"
        marks.setdefault(field, []).extend(_has_material(got, part, word) for word in words)
    for part, word in label.get("colors", {}).items():
        marks.setdefault("colours", []).append(_has_color(got, part, word))
    if "style" in label:
        marks["style"] = [got.style == label["style"] or spec.style == STYLE_WORDS.get(label["style"])]
    marks |= _lists(label, got)
    return marks


def _lists(label: Label, got: Reading) -> Marks:
    marks: Marks = {
        "counts": [_of(got.counts, noun) == number for noun, number in label.get("counts", {}).items()],
        "sizes": [
            abs(got.sizes_m.get(side, got.sizes_m.get("size", 0.0)) / value - 1) < 0.01
            for side, value in label.get("sizes_m", {}).items()
        ],
        "excluded": [_is_among(word, got.excluded) for word in label.get("excluded", ())],
        "relations": [_has_relation(got, *relation) for relation in label.get("relations", ())],
        "features": [_has_feature(got, words) for words in label.get("features", ())],
    }
    if "budget" in label:
        marks["budget"] = [_has_budget(got, label["budget"])]
    return {field: each for field, each in marks.items() if each}


def _names(part: str) -> list[str]:
    noun = lemmas(part)
    names = [noun, PARTS.get(noun, noun), VOCABULARY[noun].thing if noun in VOCABULARY else ""]
    names += ["storey"] if noun == "floor" else []
    return list(dict.fromkeys(name for name in (*names, noun.rpartition(" ")[2]) if name))


def _of(table: dict[str, Any], noun: str) -> Any:
    return next((table[name] for name in _names(noun) if name in table), None)


def _has_material(got: Reading, part: str, word: str) -> bool:
    mine = [_of(got.part_materials, part)] if part else [*got.materials]
    meant = MATERIALS.get(lemmas(word), "")
    return any(name and _is_material(name, word, meant) for name in mine)


def _is_material(name: str, word: str, meant: str) -> bool:
    family = CATALOGUE[name].family
    plain = word.rsplit(maxsplit=1)[-1]
    return name == meant or plain in name.split("_") or word == family or (plain, family) == ("fabric", "textile")


def _has_color(got: Reading, part: str, word: str) -> bool:
    mine = [_of(got.part_colors, part) or ""] if part else list(got.colors)
    return any(word == one or (one and one in word.split()) or word in one.split() for one in mine)


def _is_among(word: str, said: tuple[str, ...]) -> bool:
    return any(lemmas(word) == one or lemmas(word) in one.split() for one in said)


def _has_relation(got: Reading, subject: str, relation: str, anchor: str) -> bool:
    return any(
        one.relation == relation
        and {*_names(subject)} & {*_names(one.subject)}
        and {*_names(anchor)} & {*_names(one.anchor)}
        for one in got.relations
    )


def _has_feature(got: Reading, words: str) -> bool:
    said = " ".join(got.features).split()
    return all(any(one.startswith(lemmas(word)[:6]) for one in said) for word in words.split())


def _has_budget(got: Reading, label: Label) -> bool:
    if got.budget is None:
        return False
    amount, unit = label.get("amount", label.get("triangles")), label.get("currency", "triangles")
    return (got.budget.amount, got.budget.unit) == (amount, unit)


if __name__ == "__main__":
    main()

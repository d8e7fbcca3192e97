"""Recommendations: changes that were tried on the design, and by how much each raises the score."""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import islice
from typing import NamedTuple

from domain.edits import Change, applied
from domain.materials import CATALOGUE
from domain.scoring.comfort import Fit
from domain.scoring.criteria import CRITERION
from domain.scoring.harm import EDGE_RADIUS_M
from domain.scoring.moving import moves_of
from domain.scoring.resizing import misfits, refit, rounded_edges, target_of
from domain.scoring.survey import Survey, Thing
from domain.scoring.swaps import Group, candidates_for, groups_of, swap
from domain.scoring.types import Recommendation
from domain.scoring.wishes import held_down, sums_of

RECOMMENDATIONS_MAX = 5
GAIN_MIN = 0.02
WORK_MAX, IDEAS_MIN = 4000, 8  # objects times ideas: what is tried of a large design is bounded
GAIN_DIGITS = 4
TOLD_MIN = 0.05
_PLURALS = {"foot": "feet", "leaf": "leaves", "knife": "knives", "tooth": "teeth"}
Values = Mapping[str, float | None]


class Idea(NamedTuple):
    """Changes that may help, what they are in words, and what they concern; of each topic one is told."""

    topic: str
    text: str
    changes: tuple[Change, ...]


def advice_of(
    survey: Survey, values: Values, overall: float, chosen: Set[tuple[str, str]] = frozenset()
) -> tuple[Recommendation, ...]:
    """Return the changes that raise the mean of these criteria most, each tried alone, one for each topic.

    `chosen` are objects, and the attributes of them that a person has set: nothing is advised that would undo it.
    """
    best: dict[str, Recommendation] = {}
    ideas = (idea for idea in _ideas(survey) if not _undoes(idea, chosen))
    for idea in islice(ideas, max(IDEAS_MIN, WORK_MAX // (len(survey.parts) or 1))):
        found = _tried(survey, idea, values, overall)
        if found and (idea.topic not in best or best[idea.topic].gain < found.gain):
            best[idea.topic] = found
    return tuple(sorted(best.values(), key=lambda one: -one.gain)[:RECOMMENDATIONS_MAX])


def _undoes(idea: Idea, chosen: Set[tuple[str, str]]) -> bool:
    return any((change.object_id, path) in chosen for change in idea.changes for path in change.after)


def _tried(survey: Survey, idea: Idea, values: Values, overall: float) -> Recommendation | None:
    after = Survey(applied(survey.spec, idea.changes), survey)
    if _raises_what_is_held(survey, after, idea):
        return None
    reached = {name: CRITERION[name].measure(after).value for name in values}
    judged = [value for value in reached.values() if value is not None]
    gain = sum(judged) / len(judged) - overall if judged else 0.0
    if gain < GAIN_MIN:
        return None
    moved = {name: now - was for name, was in values.items() if was is not None and (now := reached[name]) is not None}
    main = max(moved, key=lambda name: moved[name])
    return Recommendation(f"{idea.text}: {_told(moved, gain)}", main, round(gain, GAIN_DIGITS), idea.changes)


def _raises_what_is_held(survey: Survey, after: Survey, idea: Idea) -> bool:
    """Return whether other materials would cost more, or more carbon, than was asked for."""
    held = held_down(survey.spec) if any("material" in change.after for change in idea.changes) else ()
    return any(sums_of(after)[name] > sums_of(survey)[name] for name in held)


def _told(moved: Mapping[str, float], gain: float) -> str:
    ordered = sorted(moved.items(), key=lambda one: -abs(one[1]))
    told = ", ".join(f"{name} {change:+.1f}" for name, change in ordered[:3] if abs(change) >= TOLD_MIN)
    return f"{told} (overall {gain:+.2f})" if told and len(moved) > 1 else f"{gain:+.2f}"


def _ideas(survey: Survey) -> Iterator[Idea]:
    if survey.area_m2 <= 0:
        return
    for fits in misfits(survey):
        changes = refit(survey, fits)
        if changes:
            yield Idea(f"{fits[0].thing.kind} {fits[0].reach.name}", _refitting(fits, survey), changes)
    edges = rounded_edges(survey)
    if edges:
        yield Idea("edges", f"Round {_many(len(edges), 'sharp edge')} to {EDGE_RADIUS_M * 1000:.0f} mm", edges)
    for thing, way, moves in moves_of(survey):
        yield Idea(f"place of {thing.name}", f"Move {_the(thing, survey)} by {way}", moves)
    is_tinted = bool(survey.spec.reading.colors or survey.spec.reading.part_colors)
    for group in groups_of(survey):
        for material in candidates_for(group, survey):
            text = f"Make {_named(group)} of {material_said(material)} instead of {material_said(group.substance.name)}"
            yield Idea(f"{group.parts[0].kind} {group.parts[0].root}", text, swap(group, material, is_tinted=is_tinted))


def _the(thing: Thing, survey: Survey) -> str:
    """Return a thing in words; where there are others of its kind, with its number."""
    is_only = sum(one.kind == thing.kind for one in survey.layout.things) == 1
    return f"the {thing.kind}" if is_only else _spoken(thing.name)


def _refitting(fits: Sequence[Fit], survey: Survey) -> str:
    fit, goal = fits[0], target_of(fits[0])
    verb = "Raise" if goal > fit.value_m else "Lower"
    names = _the(fit.thing, survey) if len(fits) == 1 else f"the {_many(len(fits), fit.thing.kind)}"
    return f"{verb} {names} so that the {fit.reach.name} is {goal * 1000:.0f} mm, not {fit.value_m * 1000:.0f} mm"


def _named(group: Group) -> str:
    name, whole = _spoken(group.parts[0].root), group.parts[0].kind
    what = f"the {name}" if len(group.parts) == 1 else f"the {_many(len(group.parts), name)}"
    several = len({part.thing.part_of for part in group.parts}) > 1
    return f"{what} of the {plural_of(whole) if several else whole}" if whole and whole != name else what


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def material_said(name: str) -> str:
    """Return a material in words: marble_black is black marble."""
    substance, _, finish = name.partition("_")
    is_turned = finish and name in CATALOGUE and CATALOGUE[name].substance == substance
    return f"{_spoken(finish)} {substance}" if is_turned else _spoken(name)


def _many(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {plural_of(name)}"


def plural_of(name: str) -> str:
    """Return the plural of an object's name; what ends in s is one already."""
    head, space, last = name.rpartition(" ")
    if last in _PLURALS:
        return f"{head}{space}{_PLURALS[last]}"
    if last.endswith("shelf"):
        return f"{name[:-1]}ves"
    if last.endswith(("ch", "sh", "x", "ss")):
        return f"{name}es"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return name if last.endswith("s") else f"{name}s"

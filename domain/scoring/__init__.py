"""How good a design is, by stated criteria, computed from its geometry and the catalogue."""

from collections.abc import Sequence
from typing import Any

from domain.scoring.advice import advice_of
from domain.scoring.comfort import shown
from domain.scoring.criteria import CRITERIA, CRITERION, asked_criteria, score_of, weighted
from domain.scoring.criterion import Criterion, Measured
from domain.scoring.curves import rounded
from domain.scoring.memory import remembered
from domain.scoring.survey import Survey
from domain.scoring.types import Evaluation, Recommendation, Score
from domain.scoring.wording import feedback_of
from domain.spec import DesignSpec

__all__ = [
    "CRITERIA", "CRITERION", "VERSION", "Evaluation", "Recommendation", "Score", "Survey", "asked_criteria", "evaluate",
    "score_of", "weighted",
]  # fmt: skip

VERSION = "2.5"
VALUE_DIGITS = 2


def evaluate(
    spec: DesignSpec, criteria: Sequence[str] = (), *, chosen: frozenset[tuple[str, str]] = frozenset()
) -> Evaluation:
    """Return the scores of a design by some criteria, or by all; those that do not apply do not count.

    `chosen` are objects, and the attributes of them that a person has set: nothing is recommended that would undo it.

    Raises
    ------
    Invalid
        A criterion is not known; the facts `near` and `allowed` list those that are.
    """
    asked = asked_criteria(criteria)
    return remembered(spec, asked, chosen, lambda: _evaluated(spec, asked, chosen))


def _evaluated(spec: DesignSpec, asked: Sequence[str], chosen: frozenset[tuple[str, str]]) -> Evaluation:
    survey = Survey(spec)
    measured = {name: CRITERION[name].measure(survey) for name in asked}
    scores = {name: _score(CRITERION[name], found) for name, found in measured.items()}
    overall = weighted(survey, dict.fromkeys(asked, 1.0))
    values = {name: found.value for name, found in measured.items()}
    recommendations = advice_of(survey, values, overall, chosen)
    return Evaluation(round(overall, VALUE_DIGITS), scores, feedback_of(overall, scores), recommendations)


def _score(criterion: Criterion, found: Measured) -> Score:
    if found.value is None:
        finding = f"Not judged: {found.numbers['reason']}"
        return Score(0.0, found.numbers, criterion.method, criterion.source, finding)
    numbers = {"applies": True, **{name: _shown(value) for name, value in found.numbers.items()}}
    return Score(
        round(found.value, VALUE_DIGITS), numbers, criterion.method, criterion.source, criterion.finding(found.numbers)
    )


def _shown(value: Any) -> Any:
    if isinstance(value, float):
        return rounded(value)
    return shown(value) if isinstance(value, list) else value

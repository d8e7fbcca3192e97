"""The criteria by name, in the order in which answers list them."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from domain.errors import Invalid
from domain.scoring.balance import STABILITY
from domain.scoring.comfort import ERGONOMICS
from domain.scoring.criterion import Criterion
from domain.scoring.harm import SAFETY
from domain.scoring.lasting import DURABILITY
from domain.scoring.looks import AESTHETICS
from domain.scoring.spending import COST, SUSTAINABILITY
from domain.scoring.survey import Survey
from domain.scoring.use import FUNCTIONALITY
from domain.spec import DesignSpec

CRITERION: Mapping[str, Criterion] = {
    one.name: one
    for one in (AESTHETICS, FUNCTIONALITY, COST, SUSTAINABILITY, DURABILITY, ERGONOMICS, SAFETY, STABILITY)
}
CRITERIA: tuple[str, ...] = tuple(CRITERION)
NEAR_MAX = 3


def asked_criteria(names: Sequence[str]) -> tuple[str, ...]:
    """Return the criteria that are meant, each once; all where none is named.

    Raises
    ------
    Invalid
        A criterion is not known; the facts `near` and `allowed` list those that are.
    """
    asked = dict.fromkeys(name.strip().casefold() for name in names)
    for name in asked:
        if name not in CRITERION:
            near = get_close_matches(name[:64], CRITERIA, NEAR_MAX, 0.5)
            hint = f"; near are {', '.join(near)}" if near else ""
            raise Invalid(
                f"There is no criterion {name[:64]!r}{hint}; known are {', '.join(CRITERIA)}",
                field="criteria", near=near, allowed=list(CRITERIA),
            )  # fmt: skip
    return tuple(asked) or CRITERIA


def weighted(survey: Survey, weights: Mapping[str, float]) -> float:
    """Return the mean of the criteria that apply, by their weights; 0 where none does."""
    total = whole = 0.0
    for name, weight in weights.items():
        if weight <= 0:
            continue
        value = CRITERION[name].measure(survey).value
        if value is not None:
            total += weight * value
            whole += weight
    return total / whole if whole else 0.0


def score_of(spec: DesignSpec, weights: Mapping[str, float], *, near: Survey | None = None) -> float:
    """Return a design's score by weights over criteria, in [0, 10].

    `near` is the survey of a design that differs little, like the one before a change: what is the same is not
    measured again.
    """
    return weighted(Survey(spec, near), weights)

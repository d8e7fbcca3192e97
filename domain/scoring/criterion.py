"""What a criterion is: a measurement, and the sentence that follows from it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from domain.scoring.survey import Survey

Numbers = dict[str, Any]


class Measured(NamedTuple):
    """A score in [0, 10], None where the criterion does not apply, and the numbers that it came from."""

    value: float | None
    numbers: Numbers


class Criterion(NamedTuple):
    """One criterion."""

    name: str
    measure: Callable[[Survey], Measured]
    finding: Callable[[Mapping[str, Any]], str]
    method: str
    source: str


def inapplicable(why: str) -> Measured:
    """Return that a criterion says nothing of this design."""
    return Measured(None, {"applies": False, "reason": why})

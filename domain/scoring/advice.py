"""Recommendations: changes that were tried on the design, and by how much each raises the score."""

from collections.abc import Mapping

from domain.scoring.survey import Survey
from domain.scoring.types import Recommendation


def advice_of(survey: Survey, values: Mapping[str, float | None], overall: float) -> tuple[Recommendation, ...]:
    """Return the changes that gain most."""
    return ()

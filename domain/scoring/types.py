"""What scoring answers."""

from collections.abc import Mapping
from typing import Any

import msgspec

from domain.edits import Change


class Score(msgspec.Struct, frozen=True):
    """One criterion, in [0, 10], with the numbers that it came from (units in their names), how, and after whom."""

    value: float
    numbers: dict[str, Any]
    method: str
    source: str
    finding: str  # one sentence that follows from the numbers

    @property
    def applies(self) -> bool:
        """Return whether the criterion says anything of this design; if not, its value is 0 and does not count."""
        return bool(self.numbers.get("applies", True))


class Recommendation(msgspec.Struct, frozen=True):
    """A change that raises the overall score by `gain`; `changes` are exact and can be applied."""

    text: str
    criterion: str
    gain: float
    changes: tuple[Change, ...]


class Evaluation(msgspec.Struct, frozen=True):
    """All asked criteria, and what follows from them; `overall` is the mean of those that apply, in [0, 10]."""

    overall: float
    scores: Mapping[str, Score]
    feedback: str
    recommendations: tuple[Recommendation, ...]

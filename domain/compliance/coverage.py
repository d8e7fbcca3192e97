"""How much of what was asked for a result rests on: a score of 100 by one rule of eleven is to say so."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Coverage(NamedTuple):
    """How many rules were checked, of how many, and the sets of which none was."""

    checked: int
    rules: int
    unchecked_sets: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return it as a sentence without an end."""
        counted = f"{self.checked} of {self.rules} rules checked"
        return f"{counted}; not checked at all: {', '.join(self.unchecked_sets)}" if self.unchecked_sets else counted


def coverage_of(sets: Mapping[str, Any]) -> Coverage:
    """Return how much results of rule sets rest on, as objects or as the plain values that an event keeps."""
    counts = {name: (_count(one, "checked"), _count(one, "not_checked")) for name, one in sets.items()}
    return Coverage(
        sum(done for done, _ in counts.values()),
        sum(done + left for done, left in counts.values()),
        tuple(name for name, (done, _) in counts.items() if not done),
    )


def _count(one: Any, name: str) -> int:
    return int(one.get(name, 0) if isinstance(one, Mapping) else getattr(one, name))

"""Constraints beside a text: they say more of what it asks for, and never ask for something else instead."""

from collections.abc import Sequence

from engine.planner.reading.reader import TEXT_LENGTH_MAX, Understood, read

CONSTRAINTS_READ_MAX = 50
_JOINED = ("{}. {}", "{}, with {}")


def read_with(text: str, constraints: Sequence[str]) -> Understood:
    """Return what a text says together with its constraints; one that would change what is asked for is named."""
    text = text[:TEXT_LENGTH_MAX]
    seen = read(text)
    left: list[str] = list(constraints[CONSTRAINTS_READ_MAX:])
    for constraint in constraints[:CONSTRAINTS_READ_MAX]:
        for form in _JOINED:
            joined = form.format(text, constraint.strip().rstrip("."))
            more = read(joined)
            if len(joined) <= TEXT_LENGTH_MAX and _asks_for_the_same(seen, more):
                text, seen = joined, more
                break
        else:
            left.append(constraint)
    seen.unknown += left
    return seen


def _asks_for_the_same(before: Understood, after: Understood) -> bool:
    first = [thing.archetype for thing in before.things]
    return first == [thing.archetype for thing in after.things][: len(first)]

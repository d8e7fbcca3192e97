"""Several of a kind on top of each other: three stacked crates."""

from engine.archetypes import Drawing
from engine.planner.reading.naming import plural
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.standing import Box, Place, box_of, boxes_of, resting_places, settled

_TOP, _COVERED = 0.03, 0.4  # of the height of a thing, and of its plan
_PILED = frozenset({"stacked", "piled", "stack", "pile"})


def rise_m(wanted: Wanted, drawn: Drawing) -> float:
    """Return by how much each of a pile is above the one before; 0 where none is asked for, or one does not stand."""
    return rise_of(drawn) if _is_piled(wanted) else 0.0


def rise_of(drawn: Drawing) -> float:
    """Return by how much a thing is above another of its kind that it stands on; 0 where it does not stand there."""
    box = box_of(drawn.objects)
    above = resting_places(drawn, drawn.objects, box, 1)
    if not above:
        return 0.0
    up = above[0][0][1]
    place = settled(drawn, drawn.objects, ((0.0, 0.0, 0.0), 0.0), up + float(box.low[1]))
    return place[0][1] if place else up if _has_top(drawn, box) else 0.0


def _has_top(drawn: Drawing, box: Box) -> bool:
    """Return whether what reaches up to the top of a thing covers much of its plan, as the boards of a crate do."""
    tops = [one for one in boxes_of(drawn.objects) if one.high[1] > box.high[1] - _TOP * box.size[1]]
    return sum(float(one.size[0] * one.size[2]) for one in tops) > _COVERED * float(box.size[0] * box.size[2])


def _is_piled(wanted: Wanted) -> bool:
    return wanted.count > 1 and not _PILED.isdisjoint(wanted.words)


def pile(first: list[Place], rise: float, count: int) -> list[Place]:
    """Return places above each other, from the first up."""
    return [((x, y + number * rise, z), turn) for (x, y, z), turn in first for number in range(count)]


def unpiled(wanted: Wanted, rise: float) -> list[str]:
    """Return what is told of a pile that does not stand."""
    return [f"stack of {plural(wanted.name, wanted.count)}"] if _is_piled(wanted) and not rise else []

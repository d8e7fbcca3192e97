"""Changes of place: a thing in a room that cannot be approached moves a little, with what stands on it."""

from collections.abc import Iterator

from domain.edits import Change
from domain.scoring.resizing import DIGITS, carried_by, changed
from domain.scoring.survey import Survey, Thing
from domain.scoring.use import crowded

STEPS_M = (0.2, 0.4)
THINGS_MAX = 2
_WAYS = {"the right": (1, 0), "the left": (-1, 0), "the front": (0, 1), "the back": (0, -1)}


def moves_of(survey: Survey) -> Iterator[tuple[Thing, str, tuple[Change, ...]]]:
    """Give the moves of the things that are hardest to approach: which thing, how in words, and the changes."""
    for thing in crowded(survey)[:THINGS_MAX]:
        for step in STEPS_M:
            for name, (x, z) in _WAYS.items():
                if _is_inside(survey, thing, x * step, z * step):
                    yield thing, f"{step * 1000:.0f} mm to {name}", _moved(survey, thing, x * step, z * step)


def _is_inside(survey: Survey, thing: Thing, dx: float, dz: float) -> bool:
    low, high = survey.layout.low, survey.layout.high
    return (
        low[0] <= thing.low[0] + dx
        and thing.high[0] + dx <= high[0]
        and low[2] <= thing.low[2] + dz
        and thing.high[2] + dz <= high[2]
    )


def _moved(survey: Survey, thing: Thing, dx: float, dz: float) -> tuple[Change, ...]:
    parts = [survey.parts[at] for at in thing.at]
    parts += carried_by(survey, thing)
    changes: list[Change] = []
    for part in parts:
        at = part.thing.position
        changes += changed(part, {"position.x": round(at.x + dx, DIGITS), "position.z": round(at.z + dz, DIGITS)})
    return tuple(changes)

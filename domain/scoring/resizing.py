"""Changes of size: a thing made higher or lower as a whole, with what stands on it; handles; rounded edges."""

from collections.abc import Iterator, Sequence

from domain.edits import Change, Facet, change_of
from domain.scoring.comfort import Fit, fits_of
from domain.scoring.harm import EDGE_RADIUS_M, is_edged, rounding_of
from domain.scoring.parts import Part
from domain.scoring.survey import FLAT_M, Survey, Thing
from domain.scoring.wishes import is_size_stated

FACTOR_MIN, FACTOR_MAX = 0.7, 1.4
FITS_MAX = 3
DIGITS = 5
_ON_TOP_M = 0.03
_THINNEST_M = 4 * EDGE_RADIUS_M


def misfits(survey: Survey) -> list[list[Fit]]:
    """Return measures out of their range, those of like things together, the worst first.

    What is built into a room is not among them: to stretch the room would not mend it. Nor is what has a stated height.
    """
    reading = survey.spec.reading
    found: dict[tuple[str, str], list[Fit]] = {}
    for fit in fits_of(survey):
        is_left = survey.layout.is_shell(fit.thing) or is_size_stated(reading, fit.thing.kind, "height")
        if fit.share < 1 and fit.reach.measure == "top" and not is_left:
            found.setdefault((fit.thing.kind, fit.reach.name), []).append(fit)
    return sorted(found.values(), key=lambda fits: min(fit.share for fit in fits))[:FITS_MAX]


def target_of(fit: Fit) -> float:
    """Return the nearest good value of a measure, metres."""
    return fit.reach.low if fit.value_m < fit.reach.low else fit.reach.high


def refit(survey: Survey, fits: Sequence[Fit]) -> tuple[Change, ...]:
    """Return the changes that bring measures into their range, by the heights of the whole things; none if too far."""
    changes: list[Change] = []
    for fit in fits:
        ground = survey.layout.ground_m if survey.layout.is_room else fit.thing.low[1]
        above = fit.value_m + ground - fit.thing.low[1]
        factor = (target_of(fit) + ground - fit.thing.low[1]) / above if above > 0 else 0.0
        if FACTOR_MIN <= factor <= FACTOR_MAX:
            changes += stretched(survey, fit.thing, factor)
    return tuple(changes)


def stretched(survey: Survey, thing: Thing, factor: float) -> Iterator[Change]:
    """Give the changes that make a thing `factor` times as high, and move what stands on it."""
    base = thing.low[1]
    for at in thing.at:
        yield from changed(survey.parts[at], _higher(survey.parts[at], base, factor))
    for part in carried_by(survey, thing):
        lift = (part.low[1] - base) * (factor - 1)
        yield from changed(part, {"position.y": round(part.thing.position.y + lift, DIGITS)})


def _higher(part: Part, base: float, factor: float) -> dict[str, Facet]:
    one = part.thing
    if one.rotation.x or one.rotation.z:  # its height does not point up; it moves and keeps its size
        middle = (part.low[1] + part.high[1]) / 2
        return {"position.y": round(one.position.y + (middle - base) * (factor - 1), DIGITS)}
    return {
        "position.y": round(base + (one.position.y - base) * factor, DIGITS),
        "dimensions.height": round(one.dimensions.height * factor, DIGITS),
    }


def carried_by(survey: Survey, thing: Thing) -> Iterator[Part]:
    """Give the parts of other things that stand on a thing."""
    grounded = {
        name for one in survey.layout.furniture for name in (one.name,) if one.low[1] <= survey.layout.ground_m + FLAT_M
    }
    for part in survey.parts:
        x, z = (part.low[0] + part.high[0]) / 2, (part.low[2] + part.high[2]) / 2
        if (
            part.thing.part_of != thing.name
            and part.thing.part_of not in grounded
            and thing.low[0] < x < thing.high[0]
            and thing.low[2] < z < thing.high[2]
            and thing.low[1] + FLAT_M < part.low[1] <= thing.high[1] + _ON_TOP_M
        ):
            yield part


def rounded_edges(survey: Survey) -> tuple[Change, ...]:
    """Return the changes that round the sharp edges in reach."""
    ground = survey.layout.ground_m
    changes: list[Change] = []
    for part in survey.parts if survey.spec.reading.design_type != "building" else ():
        one = part.thing
        thinnest = min(one.dimensions.width, one.dimensions.height, one.dimensions.depth)
        if is_edged(part, ground) and rounding_of(part) < EDGE_RADIUS_M and thinnest >= _THINNEST_M:
            is_top = one.type == "table_top"
            changes += changed(
                part, {"properties.profile": "eased"} if is_top else {"properties.radius_m": EDGE_RADIUS_M}
            )
    return tuple(changes)


def changed(part: Part, after: dict[str, Facet]) -> Iterator[Change]:
    """Give the change of a part that may be edited."""
    change = change_of(part.thing, after) if part.thing.editable else None
    if change:
        yield change

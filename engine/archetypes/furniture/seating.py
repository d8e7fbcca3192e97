"""Chairs around a table: how large it must be to seat them, and where each one stands."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from math import cos, pi, radians, sin, tan

from domain.materials import CATALOGUE
from engine.archetypes.brief import Brief, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import draw

CHAIRS_MOST = 20  # at one table: beyond that it is no table any more
_SEAT_EACH_M = 0.56  # of a table's edge for one person, where the text leaves the table's size open
_ELBOWS_M = 0.02  # between two chairs
_ALONG = 0.86  # of a side, that chairs stand along
_PULLED_M = 0.16  # from a table's edge to the middle of a chair at it
_RING_M = 0.22  # the same at a round table
_SEAT_M = 0.26  # from the middle of a chair to its front edge
_SLACK_M = 0.005  # so much nearer may two chairs stand
_ENDS_FROM = 5  # chairs: so many have two at the ends
_EVEN_FROM = 7  # chairs: so many stand at all four sides of a square table
_OF_TOPS = ("glass", "marble", "granite", "concrete", "tile", "slate")  # a glass table's chairs are not of glass


def seating(brief: Brief, natural: Triple, *, is_round: bool) -> Triple:
    """Return the size of a table that seats as many as the text counts, where the text leaves its size open."""
    wanted = min(brief.counts.get("chair", brief.counts.get("person", 0)), CHAIRS_MOST)
    if not wanted or brief.sizes:
        return natural
    pitch = max(_SEAT_EACH_M, _across_m(brief) + _ELBOWS_M)
    width, height, depth = natural
    if is_round:
        factor = max(1.0, 2 * _ring_m(wanted, pitch) / min(width, depth))
        return width * factor, height, depth * factor
    is_square = _is_square(width, depth)
    along, across = _rows(wanted, is_square=is_square)
    if is_square:
        side = max(width, depth, _side_m(max(along, across), pitch))
        return side, height, side
    return max(width, _side_m(along, pitch)), height, max(depth, _side_m(across, pitch))


def seats(brief: Brief, width: float, depth: float, *, is_round: bool) -> int:
    """Return how many chairs have room around a table."""
    pitch = _across_m(brief)
    fitting = (one for one in range(CHAIRS_MOST, 2, -1) if _has_room(one, width, depth, pitch, is_round=is_round))
    return next(fitting, 2)


def _has_room(count: int, width: float, depth: float, pitch: float, *, is_round: bool) -> bool:
    if is_round:
        return 2 * _ring_m(count, pitch) <= min(width, depth) + _SLACK_M
    along, across = _rows(count, is_square=_is_square(width, depth))
    return width + _SLACK_M >= _side_m(along, pitch) and depth + _SLACK_M >= _side_m(across, pitch)


def chairs_around(drawing: Drawing, brief: Brief, count: int, size: tuple[float, float], *, is_round: bool) -> None:
    """Draw chairs: at the two ends first if there are many, the others along the long sides, or in a ring."""
    places = _ring(count, *size) if is_round else _sides(count, *size)
    for at, turn in places:
        drawing.include(_chair(brief), at, turn)


def _ring(count: int, width: float, depth: float) -> Iterator[tuple[Triple, float]]:
    for number in range(count):
        angle = 360.0 * number / count
        reach = (width / 2 + _RING_M, depth / 2 + _RING_M)
        yield (reach[0] * sin(radians(angle)), 0.0, reach[1] * cos(radians(angle))), angle + 180


def _sides(count: int, width: float, depth: float) -> Iterator[tuple[Triple, float]]:
    _, across = _rows(count, is_square=_is_square(width, depth))
    ends = 2 * across
    long = count - ends
    for row, side in (((long + 1) // 2, 1), (long // 2, -1)):
        for x in _spread(row, width):
            yield (x, 0.0, side * (depth / 2 + _PULLED_M)), 180.0 if side > 0 else 0.0
    for row, side in (((ends + 1) // 2, 1), (ends // 2, -1)):
        for z in _spread(row, depth):
            yield (side * (width / 2 + _PULLED_M), 0.0, z), -90.0 * side


def _spread(row: int, side: float) -> list[float]:
    return [side * _ALONG * ((number + 0.5) / row - 0.5) for number in range(row)]


def _rows(count: int, *, is_square: bool) -> tuple[int, int]:
    """Return how many chairs stand along each long side, and at each end."""
    ends = 0 if count < _ENDS_FROM else count // 4 if is_square and count >= _EVEN_FROM else 1
    return (count - 2 * ends + 1) // 2, ends


def _is_square(width: float, depth: float) -> bool:
    return max(width, depth) < 1.15 * min(width, depth)


def _side_m(row: int, pitch: float) -> float:
    """Return how long a side must be for a row of chairs."""
    return row * pitch / _ALONG if row > 1 else 0.0


def _ring_m(count: int, pitch: float) -> float:
    """Return the radius of a table at which chairs in a ring do not meet in front, where they are closest."""
    if count < 3:
        return 0.0
    return pitch / 2 / tan(pi / count) + _SEAT_M - _RING_M


def _across_m(brief: Brief) -> float:
    """Return how wide the style's chair is; what leans does not reach out of it."""
    objects = _chair(replace(brief, random=deepcopy(brief.random), heard=set(), heard_by_main=set())).objects
    upright = [one for one in objects if not (one.rotation.x or one.rotation.y or one.rotation.z)]
    return max((2 * abs(one.position.x) + one.dimensions.width for one in upright), default=_SEAT_EACH_M)


def _chair(brief: Brief) -> Drawing:
    is_set = "set" in brief.words
    materials = tuple(name for name in brief.materials if is_set or CATALOGUE[name].family == "wood")
    own = replace(
        brief, counts={}, sizes={}, words=frozenset(), features=frozenset(), modifiers=frozenset(),
        materials=tuple(name for name in materials if not name.startswith(_OF_TOPS)),
        colors=brief.colors if is_set else (),
    )  # fmt: skip
    return draw("chair", own)

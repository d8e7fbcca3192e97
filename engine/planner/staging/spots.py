"""Where in a room a piece may go: along a wall, to the window, into a corner, the middle, or to another piece."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from domain.spec import DesignObject
from engine.planner.staging.floor import Room
from engine.planner.staging.pieces import Piece
from engine.planner.staging.standing import Box, Place, box_of

_GAPS_M = (0.0, 0.1, 0.18)  # from the wall: before a curtain there must be room for it
_STEP_M = 0.1
_OPEN_END = 30.0  # a wall's end without a second wall is so much less of a corner
_NEAR_WALL_M, _NEAR_CORNER_M, _NEAR_MIDDLE_M, _NEAR_WINDOW_M = 0.28, 0.42, 0.6, 0.6
_BESIDE_MOST_M, _BEFORE_MOST_M = 0.5, 2.8
_APART_M = (0.04, 0.12, 0.25, 0.4)  # from one piece to the other
_BEFORE_M = (0.35, 0.5, 0.2, 0.8, 1.2, 1.6, 2.0, 2.4)  # the same, in front of it
_SCREEN_M = 1.9  # from a sofa to its television
_WATCHED = ("chair", "armchair", "sofa", "stool", "bench", "tv stand", "screen")  # front to front
_PLAN = [0, 2]


@dataclass(frozen=True, slots=True)
class Window:
    """The middle and the width of a window of the back wall, and the height of its sill, metres."""

    middle: float
    width: float
    sill: float


def windows_of(objects: Sequence[DesignObject]) -> list[Window]:
    """Return the windows of a room's back wall."""
    found = []
    for wall in objects:
        values = wall.properties.get("openings_m") if wall.type == "facade" else None
        numbers = [float(value) for value in values] if isinstance(values, list | tuple) else []
        at = wall.position
        found += [
            Window(at.x + numbers[start], numbers[start + 2], at.y + numbers[start + 1])
            for start in range(0, len(numbers) - 3, 4)
        ]
    return found


def is_at(spot: str, piece: Piece, room: Room, windows: Sequence[Window]) -> bool:
    """Return whether a piece stands where it is said to stand as it is."""
    there = box_of(piece.main)
    left, back = (there.low - room.inside.low)[_PLAN]
    right, front = (room.inside.high - there.high)[_PLAN]
    match spot:
        case "wall" | "left wall" | "back wall" | "right wall" | "front wall":
            away = {"left wall": left, "back wall": back, "wall": min(left, back)}.get(spot, np.inf)
            return bool(away < _NEAR_WALL_M)
        case "corner":
            corners = ((left, back), (right, back), (left, front))
            return any(max(one) < _NEAR_CORNER_M for one in corners)
        case "middle":
            return bool(np.abs(there.middle - room.inside.middle)[_PLAN].max() < _NEAR_MIDDLE_M)
        case _:
            x = there.middle[0]
            return back < _NEAR_WINDOW_M and any(abs(x - one.middle) < one.width / 2 for one in windows)


def places_at(spot: str, piece: Piece, room: Room, windows: Sequence[Window]) -> Iterator[tuple[float, Place]]:
    """Yield places of a spot for a piece, its back to the wall, each with how far it is from the best."""
    match spot:
        case "wall" | "left wall" | "back wall":
            turn = {"left wall": 90.0, "back wall": 0.0}.get(spot)
            along = _along_walls(piece, room, windows)
            yield from (one for one in along if turn is None or one[1][1] == turn)
        case "right wall" | "front wall":
            return  # the room is open there
        case "corner":
            yield from _in_corners(piece.body, room)
        case "middle":
            yield from _in_middle(piece, room)
        case _:
            yield from _at_windows(piece.body, room, windows)


def _back(box: Box, room: Room, x: float, gap: float) -> Place:
    """Return the place with the back to the back wall."""
    return (x, 0.0, float(room.inside.low[2]) - float(box.low[2]) + gap), 0.0


def _left(box: Box, room: Room, z: float, gap: float) -> Place:
    """Return the place with the back to the left wall."""
    return (float(room.inside.low[0]) - float(box.low[2]) + gap, 0.0, z), 90.0


def _along_walls(piece: Piece, room: Room, windows: Sequence[Window]) -> Iterator[tuple[float, Place]]:
    box, (x, z), (low, high) = piece.body, piece.stands, (room.inside.low, room.inside.high)
    half, tall = float(box.size[0]) / 2, float(box.size[1]) + room.floor_m
    for gap in _GAPS_M:
        for at in np.arange(low[0] + half, high[0] - half + 1e-6, _STEP_M):
            is_dark = any(abs(at - one.middle) < half + one.width / 2 and tall > one.sill for one in windows)
            yield gap + 0.1 * abs(at - x) + 2.0 * is_dark, _back(box, room, float(at), gap)
        for at in np.arange(low[2] + half, high[2] - half + 1e-6, _STEP_M):
            yield gap + 0.1 * abs(at - z) + 0.3, _left(box, room, float(at), gap)


def _in_corners(box: Box, room: Room) -> Iterator[tuple[float, Place]]:
    half, (low, high) = float(box.size[0]) / 2, (room.inside.low, room.inside.high)
    for gap in _GAPS_M:
        yield gap, _back(box, room, float(low[0]) + half + gap, gap)
        yield gap + 0.05, _left(box, room, float(low[2]) + half + gap, gap)
        yield gap + _OPEN_END, _back(box, room, float(high[0]) - half, gap)
        yield gap + 1.5 * _OPEN_END, _left(box, room, float(high[2]) - half, gap)


def _in_middle(piece: Piece, room: Room) -> Iterator[tuple[float, Place]]:
    middle = room.inside.middle
    for x in (0.0, -0.2, 0.2, -0.4, 0.4):
        for z in (0.0, 0.2, -0.2, 0.4, -0.4):
            yield abs(x) + abs(z), ((float(middle[0]) + x, 0.0, float(middle[2]) + z), piece.turn)


def _at_windows(box: Box, room: Room, windows: Sequence[Window]) -> Iterator[tuple[float, Place]]:
    for window in windows:
        for gap in (*_GAPS_M, 0.3, 0.45):
            for share in (0.0, -0.15, 0.15, -0.3, 0.3, -0.45, 0.45):
                yield gap + abs(share), _back(box, room, window.middle + share * window.width, gap)


def is_by(relation: str, piece: Piece, other: Piece) -> bool:
    """Return whether a piece stands to another as it is said to."""
    x, z = _seen_from(other, piece)
    wide, deep = (other.body.size + _turned_size(piece, other))[_PLAN] / 2
    across, along = abs(x) - wide, abs(z) - deep
    match relation:
        case "left of":
            return bool(x < 0 and along < 0 and across < _BEFORE_MOST_M)
        case "right of":
            return bool(x > 0 and along < 0 and across < _BEFORE_MOST_M)
        case "in front of":
            return bool(z > 0 and across < 0 and along < _BEFORE_MOST_M)
        case "behind":
            return bool(z < 0 and across < 0 and along < _BEFORE_MOST_M)
        case _:
            return bool(max(across, along) < _BESIDE_MOST_M)


def is_before(piece: Piece, other: Piece) -> bool:
    """Return whether a piece is on the side to which another has its front, however far."""
    return _seen_from(other, piece)[1] > 0


def _seen_from(other: Piece, piece: Piece) -> tuple[float, float]:
    """Return where the middle of a piece is in the frame of another."""
    x, z = np.subtract(piece.stands, other.stands)
    turn = np.radians(_squared(other.turn))
    return float(np.cos(turn) * x - np.sin(turn) * z), float(np.sin(turn) * x + np.cos(turn) * z)


def _turned_size(piece: Piece, other: Piece) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return piece.body.moved(((0.0, 0.0, 0.0), piece.turn - _squared(other.turn))).size


def _squared(turn: float) -> float:
    """Return the nearest quarter turn: an armchair that stands askew has sides, too."""
    return 90.0 * round(turn / 90.0)


def places_by(relation: str, piece: Piece, other: Piece) -> Iterator[tuple[float, Place]]:
    """Yield places to another piece as it stands, each with how far it is from the best."""
    for cost, (x, z), turn in _beside(relation, piece, other):
        base, (at_x, at_z) = _squared(other.turn), other.stands
        cos, sin = np.cos(np.radians(base)), np.sin(np.radians(base))
        yield cost, ((float(at_x + cos * x + sin * z), 0.0, float(at_z - sin * x + cos * z)), base + turn)


def _beside(relation: str, piece: Piece, other: Piece) -> Iterator[tuple[float, tuple[float, float], float]]:
    """Yield places and turns in the frame of the other piece."""
    mine, its = piece.body.size, other.body.size
    is_seat = piece.name in _WATCHED or piece.name.rpartition(" ")[2] in _WATCHED
    is_screen = piece.name in ("tv stand", "screen")
    back = float(mine[2] - its[2]) / 2  # backs in one line
    sides = {"left of": (-1,), "right of": (1,), "beside": (1, -1)}.get(relation, ())
    for gap in _APART_M:
        across = float(mine[0] + its[0]) / 2 + gap
        for side in sides:
            for line in (back, 0.0, back + 0.15, back + 0.3):
                yield gap + 0.02 * (side < 0) + 0.2 * abs(line - back), (side * across, line), 0.0
    if relation in ("in front of", "behind"):
        sign, turn = (1, 180.0 if is_seat else 0.0) if relation == "in front of" else (-1, 0.0)
        for gap in _BEFORE_M if sign > 0 else _APART_M:
            for share in (0.0, -0.25, 0.25):
                along = float(mine[2] + its[2]) / 2 + gap
                best = _SCREEN_M if is_screen else 0.0
                yield abs(gap - best) + abs(share), (share * float(its[0]), sign * along), turn

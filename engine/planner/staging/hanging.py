"""What hangs after its support is gone: large pieces come down onto what is below them, crumbs go."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject, Position
from engine.assembling.checks import GAP, groups_of
from engine.parts.solids import Solid, from_arrays
from engine.shapes import Assembly, Part

_CRUMB = 0.3  # of the whole's largest side: smaller pieces go with what held them
_DUST = 0.05  # of the largest piece's volume: likewise
_SETTLES = 0.1  # of its height: a small piece that comes down no farther stays
_PAIRS_MOST = 60  # of parts that may meet in a fall: more take too long, and nothing falls
_STEPS = 16  # of a fall: each goes down by the distance to the nearest thing
_HELD = "held"

Objects = Sequence[DesignObject]
Vector = NDArray[np.float64]


def lowered(objects: Objects, assembly: Assembly) -> tuple[list[DesignObject], Assembly]:
    """Return objects and their parts as they come to rest, largest first, without crumbs; what stood or was held stays.

    `assembly` is what the objects are as they are made.
    """
    pieces = [_Piece.of([assembly.parts[number] for number in group]) for group in groups_of(assembly)]
    side = max(float((piece.high - piece.low).max()) for piece in pieces)
    limit = GAP * max(float((_high(pieces) - _low(pieces)).max()), side)
    held = {one.id for one in objects if one.properties.get(_HELD)}
    still = [piece for piece in pieces if piece.low[1] <= limit or piece.ids & held]
    hanging = sorted((piece for piece in pieces if piece not in still), key=lambda piece: -piece.volume)
    bulk = max(piece.volume for piece in pieces)
    falls: dict[str, float] = {}
    for piece in hanging:
        fall = piece.fall(still, limit)
        is_large = piece.size >= _CRUMB * side and piece.volume >= _DUST * bulk
        if is_large or 0.2 * limit < fall <= _SETTLES * float(piece.high[1] - piece.low[1]):
            falls |= dict.fromkeys(piece.ids, fall)
            still.append(piece.at(fall))
    gone = {name for piece in hanging for name in piece.ids} - falls.keys()
    parts = tuple(_dropped(one, falls.get(one.object_id, 0.0)) for one in assembly.parts if one.object_id not in gone)
    return [_down(one, falls.get(one.id, 0.0)) for one in objects if one.id not in gone], Assembly(parts)


def _low(pieces: Sequence["_Piece"]) -> Vector:
    low: Vector = np.min([piece.low for piece in pieces], axis=0)
    return low


def _high(pieces: Sequence["_Piece"]) -> Vector:
    high: Vector = np.max([piece.high for piece in pieces], axis=0)
    return high


def _down(one: DesignObject, by_m: float) -> DesignObject:
    at = one.position
    return msgspec.structs.replace(one, position=Position(at.x, at.y - by_m, at.z)) if by_m else one


def _dropped(part: Part, by_m: float) -> Part:
    return replace(part, points=part.points - np.array([0.0, by_m, 0.0])) if by_m else part


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """Parts that touch each other."""

    ids: frozenset[str]
    solids: tuple[Solid, ...]
    low: Vector
    high: Vector

    @classmethod
    def of(cls, parts: Sequence[Part]) -> "_Piece":
        low = np.min([part.points.min(axis=0) for part in parts], axis=0)
        high = np.max([part.points.max(axis=0) for part in parts], axis=0)
        solids = tuple(from_arrays(part.points, part.faces) for part in parts)
        return cls(frozenset(part.object_id for part in parts), solids, low, high)

    @property
    def size(self) -> float:
        """Return the largest side."""
        return float((self.high - self.low).max())

    @property
    def volume(self) -> float:
        """Return the volume of its parts."""
        return sum(float(one.volume()) for one in self.solids)

    def at(self, fall: float) -> "_Piece":
        """Return the piece lower by so much."""
        down = np.array([0.0, -fall, 0.0])
        return _Piece(self.ids, tuple(one.translate(down) for one in self.solids), self.low + down, self.high + down)

    def fall(self, others: Sequence["_Piece"], limit: float) -> float:
        """Return how far the piece comes down until it stands on the ground or on another, a hair in it."""
        ground, fallen = float(self.low[1]), 0.0
        pairs = [(one, two) for other in others for one in self.solids for two in other.solids if _overlap(one, two)]
        for _ in range(_STEPS if len(pairs) <= _PAIRS_MOST else 0):
            here = [(one.translate((0.0, -fallen, 0.0)), two) for one, two in pairs]
            gap = min((float(one.min_gap(two, ground)) for one, two in here), default=ground)
            fallen += min(gap, ground - fallen)
            if gap <= 0.2 * limit or ground - fallen <= 0:
                break
        return fallen


def _overlap(one: Solid, other: Solid) -> bool:
    """Return whether one is over the other in plan."""
    (x0, _, z0, x1, _, z1), (a0, _, c0, a1, _, c1) = one.bounding_box(), other.bounding_box()
    return bool(x0 < a1 and a0 < x1 and z0 < c1 and c0 < z1)

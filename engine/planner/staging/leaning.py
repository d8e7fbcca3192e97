"""Things that lean at a wall or at another thing: tilted until they touch it, where they stand so."""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from domain.spec import DesignObject, DesignSpec, Position, Reading, Rotation
from engine.archetypes import ARCHETYPES, Drawing
from engine.assembling.assembly import assemble, rotation_matrix
from engine.assembling.checks import faults_of
from engine.planner.staging.formations import right_of_all
from engine.planner.staging.made import Made, made
from engine.planner.staging.pieces import placed
from engine.planner.staging.places import in_rows
from engine.planner.staging.props import wall_behind
from engine.planner.staging.standing import Box, Place, box_of

Objects = Sequence[DesignObject]
_TILTS_DEG = ((0.25, 14.0), (0.45, 8.0))  # by its depth against its height: what is deeper does not lean
_WHEELED_DEG = (0.65, 5.0)  # the same of a bicycle, whose handlebar is wide
_STANDS = frozenset({"stand", "cheek", "mound", "stone", "stump", "rack", "strut"})  # what a thing stands in by itself
_STANDS_OF = {"broom": _STANDS | {"base"}}
_LADDER, _LADDER_DEG, _BEHIND = "ladder", 6.0, frozenset({"stay", "spreader", "brace"})
_SUNK_M = 0.003  # into what it leans at
_FAR_M = 20.0


def lean(drawn: Drawing, support: Objects, boxes: Sequence[Box], style: str, count: int) -> list[Place]:
    """Tilt a thing so that it leans at what it stands by, or at a wall that is drawn, and return its places.

    None where it would not stand so.
    """
    objects = leant(drawn, support) if count == 1 or not support else None
    if objects is None:
        return []
    upright, drawn.objects[:] = list(drawn.objects), objects
    if support:
        return [((0.0, 0.0, 0.0), 0.0)]
    wall_behind(drawn, hindmost(objects), style, is_touched=True)
    if not _stands(drawn.objects):
        drawn.objects[:] = upright
        return []
    box = box_of(drawn.objects)
    return right_of_all(in_rows(box, count), box, boxes)


def leant(drawn: Drawing, support: Objects = ()) -> list[DesignObject] | None:
    """Return a thing as it leans at what stands behind it, -z; None where it would not stand so.

    Without a support it is tilted back, for a wall that is put at its hindmost point.
    """
    kind = ARCHETYPES.get(drawn.name)
    own = _folded(drawn)
    tilt = (
        _LADDER_DEG
        if drawn.name == _LADDER
        else _tilt_deg(own, is_wheeled=kind is not None and kind.design_type == "vehicle")
    )
    if not tilt:
        return None
    objects = _on_ground(_tilted(_broadside(own), tilt))
    if not support:
        return objects
    there = made(support)
    objects = _shifted(objects, x=float(there.points[:, 0].min() + there.points[:, 0].max()) / 2)
    objects = _shifted(objects, z=float(there.points[:, 2].max() - made(objects).points[:, 2].min()) + 1.0)
    way = _way_m(made(objects), there)
    if way is None:
        return None
    objects = _shifted(objects, z=-way - _SUNK_M)
    return objects if _stands([*support, *objects]) else None


def _folded(drawn: Drawing) -> Objects:
    """Return a thing without the stand that it has by itself, and a step ladder without what it stands on behind."""
    roots = [(one, one.id.rpartition("_")[0]) for one in drawn.objects]
    if drawn.name == _LADDER:
        own = [one for one, root in roots if root not in _BEHIND and not (root == "foot" and one.position.z < 0)]
    else:
        own = [one for one, root in roots if root not in _STANDS_OF.get(drawn.name, _STANDS)]
    return own or drawn.objects


def hindmost(objects: Objects) -> Box:
    """Return the box of objects as they are made."""
    points = made(objects).points
    return Box(points.min(axis=0), points.max(axis=0))


def _broadside(objects: Objects) -> Objects:
    """Return a thing turned so that its long side is across: a bicycle leans with its side."""
    size = np.ptp(made(objects).points, axis=0)
    return placed(objects, ((0.0, 0.0, 0.0), 90.0)) if size[2] > size[0] else objects


def _tilt_deg(objects: Objects, *, is_wheeled: bool) -> float:
    size = np.ptp(made(objects).points, axis=0)
    share = float(min(size[0], size[2]) / size[1])
    tilts = (*_TILTS_DEG, *([_WHEELED_DEG] if is_wheeled else []))
    return next((tilt for most, tilt in tilts if share < most), 0.0)


def _tilted(objects: Objects, tilt_deg: float) -> list[DesignObject]:
    """Return objects turned backwards about the x axis."""
    turn = rotation_matrix(-tilt_deg, 0.0, 0.0)
    return [_turned(one, turn) for one in objects]


def _turned(one: DesignObject, turn: NDArray[np.float64]) -> DesignObject:
    half, at, own = one.dimensions.height / 2, one.position, one.rotation
    middle = turn @ np.array([at.x, at.y + half, at.z])
    return msgspec.structs.replace(
        one,
        position=Position(float(middle[0]), float(middle[1]) - half, float(middle[2])),
        rotation=_angles(turn @ rotation_matrix(own.x, own.y, own.z)),
    )


def _angles(turn: NDArray[np.float64]) -> Rotation:
    """Return a rotation as turns about x, then y, then z, degrees."""
    x, z = np.arctan2(turn[2, 1], turn[2, 2]), np.arctan2(turn[1, 0], turn[0, 0])
    y = np.arcsin(np.clip(-turn[2, 0], -1, 1))
    return Rotation(*(round(float(np.degrees(angle)), 7) for angle in (x, y, z)))


def _on_ground(objects: Objects) -> list[DesignObject]:
    points = made(objects).points
    return _shifted(objects, y=-float(points[:, 1].min()), x=-float(points[:, 0].min() + points[:, 0].max()) / 2)


def _shifted(objects: Objects, *, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> list[DesignObject]:
    return [
        msgspec.structs.replace(one, position=Position(one.position.x + x, one.position.y + y, one.position.z + z))
        for one in objects
    ]


def _way_m(thing: Made, there: Made) -> float | None:
    """Return how far a thing goes back until it touches what is behind it; None where it would pass by."""
    ways = [*_hits(there, thing.points, -1.0), *_hits(thing, there.points, 1.0)]
    return min(ways) if ways else None


def _hits(target: Made, points: NDArray[np.float64], sign: float) -> list[float]:
    hits = target.rays.first(points, np.tile([0.0, 0.0, sign], (len(points), 1)))
    found: list[float] = hits.distance[hits.face >= 0].tolist()
    return [one for one in found if one < _FAR_M]


def _stands(objects: Objects) -> bool:
    spec = DesignSpec("", "", Reading("object", "", ""), "", tuple(objects))
    try:
        return not faults_of(assemble(spec, quality="draft"), spec)
    except GenerationFailed:
        return False

"""How objects of free form are drawn: blended bodies, cut boards, turned profiles, struts, and whole groups posed."""

from collections.abc import Sequence
from itertools import pairwise
from math import acos, atan2, degrees

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignObject, Position, Property, Rotation
from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing, scaled
from engine.parts.organic import bounds

Pair = tuple[float, float]
Bone = tuple[Triple, float, Triple, float, Triple]
ROUND: Triple = (1.0, 1.0, 1.0)
_STILL: Triple = (0.0, 0.0, 0.0)


def lump(at: Triple, radius: float, squash: Triple = ROUND) -> Bone:
    """Return a ball, or an ellipsoid whose half axes are the radius times `squash`."""
    return (at, radius, at, radius, squash)


def limb(start: Triple, radius: float, end: Triple, end_radius: float, squash: Triple = ROUND) -> Bone:
    """Return a capsule from ball to ball."""
    return (start, radius, end, end_radius, squash)


def twins(*bones: Bone) -> list[Bone]:
    """Return bones and their mirror images across x = 0."""
    other = [((-a[0], a[1], a[2]), ra, (-b[0], b[1], b[2]), rb, squash) for a, ra, b, rb, squash in bones]
    return [*bones, *other]


def chain(points: Sequence[tuple[float, float, float, float]], squash: Triple = ROUND) -> list[Bone]:
    """Return capsules along x, y, z, radius."""
    ends = [((x, y, z), radius) for x, y, z, radius in points]
    return [(a, ra, b, rb, squash) for (a, ra), (b, rb) in pairwise(ends)]


def blend(
    drawing: Drawing, name: str, bones: Sequence[Bone], finish: Finish, *, soft: float, sole: float = 0.0,
    **properties: Property,
) -> DesignObject:  # fmt: skip
    """Draw a body that flows through bones, metres in the scene; `soft` is how far the joints flow.

    `sole` is the share of its height that is cut off flat below.
    """
    rows = np.array([[*a, ra, *b, rb, *squash] for a, ra, b, rb, squash in bones])
    low, high = bounds(rows)
    low[1] += sole * (high[1] - low[1])
    size, middle = high - low, (low + high) / 2
    flat: list[str | float] = [round(float(value), 6) for value in rows[:, :8].ravel()]
    squash: list[str | float] = [float(value) for value in rows[:, 8:].ravel()]
    box = (float(size[0]), float(size[1]), float(size[2]))
    at = (float(middle[0]), float(low[1]), float(middle[2]))
    return drawing.add(
        "organic",
        box,
        at,
        name=name,
        bones_m=flat,
        squash=squash,
        blend_m=soft,
        sole=sole,
        turn=_STILL,
        **finish,
        **properties,
    )


def cut(
    drawing: Drawing,
    name: str,
    outline: Sequence[Pair],
    thickness: float,
    finish: Finish,
    *,
    at: Triple = (0.0, 0.0, 0.0),
    kind: str = "cut_shape",
    is_side: bool = False,
    **properties: Property,
) -> DesignObject:
    """Draw a board cut to an outline of (x, y) metres, centred on its plane through `at`.

    With `is_side` the outline's first coordinate is z: a side view, cut along x.
    """
    points = np.array(outline)
    low, high = points.min(axis=0), points.max(axis=0)
    (wide, tall), middle = high - low, (low + high) / 2
    shares = (points - (middle[0], low[1])) / (wide / 2, tall)
    flat: list[str | float] = [round(float(value), 5) for value in shares.ravel()]
    if is_side:
        place, turn = (at[0], at[1] + low[1], at[2] + middle[0]), (0.0, -90.0, 0.0)
    else:
        place, turn = (at[0] + middle[0], at[1] + low[1], at[2]), (0.0, 0.0, 0.0)
    size = (float(wide), float(tall), thickness)
    return drawing.add(kind, size, place, turn=turn, name=name, outline=flat, **finish, **properties)


def spin(
    drawing: Drawing, name: str, profile: Sequence[Pair], finish: Finish, *,
    at: Triple = (0.0, 0.0, 0.0), is_flowing: bool = False, **properties: Property,
) -> DesignObject:  # fmt: skip
    """Draw a turned solid from (radius, height) metres, its axis upright through `at`."""
    wide = max(radius for radius, _ in profile)
    low, high = min(height for _, height in profile), max(height for _, height in profile)
    flat: list[str | float] = []
    for radius, height in profile:
        flat += [round(radius / wide, 5), round((height - low) / (high - low), 5)]
    size, place = (2 * wide, high - low, 2 * wide), (at[0], at[1] + low, at[2])
    return drawing.add(
        "turning", size, place, name=name, turn=_STILL, profile=flat, is_flowing=is_flowing, **finish, **properties
    )


def strut(
    drawing: Drawing, name: str, start: Triple, end: Triple, thickness: float, finish: Finish, *, kind: str = "rod",
    **properties: Property,
) -> DesignObject:  # fmt: skip
    """Draw a straight rod, or another kind that stands along y, from point to point."""
    first, last = np.array(start), np.array(end)
    length = float(np.linalg.norm(last - first))
    x, y, z = (last - first) / length
    middle = (first + last) / 2
    turn = (degrees(acos(min(max(float(y), -1.0), 1.0))), degrees(atan2(float(x), float(z))), 0.0)
    at = (float(middle[0]), float(middle[1]) - length / 2, float(middle[2]))
    return drawing.add(kind, (thickness, length, thickness), at, turn=turn, name=name, **finish, **properties)


def wire(drawing: Drawing, name: str, path: Sequence[Triple], thickness: float, finish: Finish) -> DesignObject:
    """Draw a bent tube through points, metres in the scene."""
    points = np.array(path)
    low, high = points.min(axis=0) - thickness / 2, points.max(axis=0) + thickness / 2
    half, middle = (high - low) / 2, (high + low) / 2
    flat: list[str | float] = [round(float(value), 5) for value in ((points - middle) / half).ravel()]
    box = (2 * float(half[0]), 2 * float(half[1]), 2 * float(half[2]))
    at = (float(middle[0]), float(low[1]), float(middle[2]))
    return drawing.add("pipe", box, at, name=name, path=flat, thickness_m=thickness, **finish)


def settle(drawing: Drawing) -> None:
    """Lower or lift upright objects together so that the lowest stands on the ground."""
    low = min(thing.position.y for thing in drawing.objects)
    drawing.objects[:] = lifted(drawing, -low)


def lifted(drawing: Drawing, by: float) -> list[DesignObject]:
    """Return all objects of a drawing, higher by so much."""
    return [
        msgspec.structs.replace(thing, position=Position(thing.position.x, thing.position.y + by, thing.position.z))
        for thing in drawing.objects
    ]


def sized(drawing: Drawing, brief: Brief, natural: Triple) -> None:
    """Scale what was drawn in natural metres to the size that the text asks for."""
    box = brief.box(*natural, keeps_shape=True)
    longest = natural.index(max(natural))
    factor = box[longest] / natural[longest]
    drawing.objects[:] = scaled(drawing.objects, factor)


def pose(drawing: Drawing, other: Drawing, at: Triple, turn: Triple) -> None:
    """Draw all objects of another drawing turned together about the origin (x, then y, then z) and moved."""
    matrix = _matrix(turn)
    posed = Drawing(drawing.brief)
    posed.objects += [_posed(thing, matrix, at) for thing in other.objects]
    drawing.include(posed)


def _posed(thing: DesignObject, matrix: NDArray[np.float64], at: Triple) -> DesignObject:
    own = thing.rotation
    half = np.array([0.0, thing.dimensions.height / 2, 0.0])
    middle = matrix @ (np.array([thing.position.x, thing.position.y, thing.position.z]) + half) + at - half
    x, y, z = _angles(matrix @ _matrix((own.x, own.y, own.z)))
    place = Position(*(round(float(value), 7) for value in middle))
    return msgspec.structs.replace(thing, position=place, rotation=Rotation(x, y, z))


def _matrix(turn: Triple) -> NDArray[np.float64]:
    (cx, cy, cz), (sx, sy, sz) = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    return np.array(
        [
            [cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx],
            [sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx],
            [-sy, cy * sx, cy * cx],
        ]
    )


def _angles(matrix: NDArray[np.float64]) -> Triple:
    """Return the turns about x, then y, then z that make a rotation matrix."""
    y = float(np.arcsin(np.clip(-matrix[2, 0], -1.0, 1.0)))
    if abs(matrix[2, 0]) > 1 - 1e-9:  # x and z turn about the same axis: let x do it all
        x, z = float(np.arctan2(-matrix[1, 2], matrix[1, 1])), 0.0
    else:
        x = float(np.arctan2(matrix[2, 1], matrix[2, 2]))
        z = float(np.arctan2(matrix[1, 0], matrix[0, 0]))
    return round(degrees(x), 7), round(degrees(y), 7), round(degrees(z), 7)

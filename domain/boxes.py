"""Boxes of objects as they stand: turned about x, then y, then z, around their middle."""

from math import cos, radians, sin

from domain.spec import DesignObject, Rotation

Triple = tuple[float, float, float]


def middle_of(thing: DesignObject) -> Triple:
    """Return the middle of an object's box, metres."""
    at = thing.position
    return at.x, at.y + thing.dimensions.height / 2, at.z


def half_extents(thing: DesignObject) -> Triple:
    """Return half the width, height and depth of the upright box around an object's turned box, metres."""
    size = thing.dimensions
    half = (size.width / 2, size.height / 2, size.depth / 2)
    if thing.rotation == Rotation():
        return half
    rows = _matrix(thing.rotation)
    x, y, z = (sum(abs(entry) * side for entry, side in zip(row, half, strict=True)) for row in rows)
    return x, y, z


def bounds_of(thing: DesignObject) -> tuple[Triple, Triple]:
    """Return the lowest and the highest corner of the upright box around an object, metres."""
    (x, y, z), (a, b, c) = middle_of(thing), half_extents(thing)
    return (x - a, y - b, z - c), (x + a, y + b, z + c)


def _matrix(turn: Rotation) -> tuple[Triple, Triple, Triple]:
    """Return the rows of the turn about x, then y, then z."""
    (cx, sx), (cy, sy), (cz, sz) = ((cos(radians(a)), sin(radians(a))) for a in (turn.x, turn.y, turn.z))
    return (
        (cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx),
        (sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx),
        (-sy, cy * sx, cy * cx),
    )

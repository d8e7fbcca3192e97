"""Short ways to draw lines, bands and cut shapes by their points, and to tilt a drawing."""

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from domain.spec import DesignObject, Position, Property, Rotation
from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.parts.profiles import smooth

Line = Sequence[tuple[float, ...]]
Properties = Mapping[str, Property]


def put(
    drawing: Drawing,
    kind: str,
    size: Triple,
    at: Triple,
    finish: Finish,
    properties: Properties,
    *,
    turn: Triple = (0.0, 0.0, 0.0),
    name: str = "",
) -> DesignObject:
    """Draw one object whose properties are at hand as a mapping."""
    made = drawing.add(kind, size, at, turn=turn, name=name, **finish)
    drawing.objects[-1] = msgspec.structs.replace(made, properties=dict(properties))
    return drawing.objects[-1]


def bent(
    drawing: Drawing,
    points: Line,
    thick: float,
    finish: Finish,
    *,
    kind: str = "bent_tube",
    name: str = "",
    is_closed: bool = False,
    is_straight: bool = False,
    **more: Property,
) -> DesignObject:
    """Draw a tube of `thick` through points in the scene (metres)."""
    knots = np.array(points, dtype=np.float64)
    line = knots if is_straight else _smoothed(knots, is_closed=is_closed)
    low, high = line.min(axis=0) - thick / 2, line.max(axis=0) + thick / 2
    middle, half = (low + high) / 2, (high - low) / 2
    properties: dict[str, Property] = {"path": [float(v) for v in ((knots - middle) / half).ravel()]}
    properties |= {"is_closed": True} if is_closed else {}
    properties |= {"is_straight": True} if is_straight else {}
    at = (float(middle[0]), float(low[1]), float(middle[2]))
    return put(drawing, kind, _triple(2 * half), at, finish, properties | {"thickness_m": thick} | more, name=name)


def _smoothed(knots: np.ndarray, *, is_closed: bool) -> np.ndarray:
    if not is_closed:
        return smooth(knots, 8)
    return smooth(np.vstack([knots[-1:], knots, knots[:2]]), 8)[8:-8]


def banded(
    drawing: Drawing,
    points: Line,
    width: float,
    thick: float,
    finish: Finish,
    *,
    x: float = 0.0,
    is_closed: bool = False,
    is_straight: bool = False,
    turn_y_deg: float = 0.0,
    name: str = "",
) -> DesignObject:
    """Draw a flat band, `width` along x, through (z, y) points; `turn_y_deg` turns it about its own middle."""
    knots = np.array(points, dtype=np.float64)
    line = knots if is_closed or is_straight else smooth(knots, 8)
    low, high = line.min(axis=0) - thick / 2, line.max(axis=0) + thick / 2
    middle, half = (low + high) / 2, (high - low) / 2
    properties: dict[str, Property] = {"path": [float(v) for v in ((knots - middle) / half).ravel()]}
    properties |= {"thickness_m": thick, "is_closed": is_closed, "is_straight": is_straight}
    size = (width, float(2 * half[1]), float(2 * half[0]))
    at = (x, float(low[1]), float(middle[0]))
    return put(drawing, "strap", size, at, finish, properties, turn=(0.0, turn_y_deg, 0.0), name=name)


def cut(
    drawing: Drawing,
    points: Line,
    depth: float,
    finish: Finish,
    *,
    z: float = 0.0,
    is_smooth: bool = False,
    turn: Triple = (0.0, 0.0, 0.0),
    bevel: float = 0.15,
    name: str = "",
) -> DesignObject:
    """Draw a flat shape facing +z, `depth` thick around z, with the outline (x, y)."""
    knots = np.array(points, dtype=np.float64)
    line = _smoothed(knots, is_closed=True) if is_smooth else knots
    low, high = line.min(axis=0), line.max(axis=0)
    middle, half = (low + high) / 2, (high - low) / 2
    properties: dict[str, Property] = {"outline": [float(v) for v in ((knots - middle) / half).ravel()]}
    properties |= {"is_smooth": is_smooth, "bevel": bevel}
    size, at = (float(2 * half[0]), float(2 * half[1]), depth), (float(middle[0]), float(low[1]), z)
    return put(drawing, "cutout", size, at, finish, properties, turn=turn, name=name)


def _triple(values: np.ndarray) -> Triple:
    x, y, z = (float(value) for value in values)
    return x, y, z


def tilted(drawing: Drawing, other: Drawing, turn: Triple, at: Triple = (0.0, 0.0, 0.0)) -> None:
    """Draw all of another drawing turned about the origin (x, then y, then z, degrees) and then moved."""
    matrix = _matrix(*turn)
    for thing in other.objects:
        half = thing.dimensions.height / 2
        middle = np.array([thing.position.x, thing.position.y + half, thing.position.z])
        x, y, z = (float(round(value, 7)) for value in matrix @ middle + np.array(at))
        own = thing.rotation
        rotation = _angles(matrix @ _matrix(own.x, own.y, own.z))
        placed = msgspec.structs.replace(thing, position=Position(x, round(y - half, 7), z), rotation=rotation)
        drawing.include(_one(drawing.brief, placed))


def _one(brief: Brief, thing: DesignObject) -> Drawing:
    return Drawing(brief, [thing])


def _matrix(x_deg: float, y_deg: float, z_deg: float) -> np.ndarray:
    (cx, cy, cz), (sx, sy, sz) = (f(np.radians([x_deg, y_deg, z_deg])) for f in (np.cos, np.sin))
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    turned: np.ndarray = about_z @ about_y @ about_x
    return turned


def _angles(rows: np.ndarray) -> Rotation:
    """Return the turns about x, then y, then z that make a rotation matrix."""
    side = float(np.clip(-rows[2, 0], -1.0, 1.0))
    if abs(side) > 0.999999:
        x, z = np.arctan2(-rows[1, 2], rows[1, 1]), 0.0
    else:
        x, z = np.arctan2(rows[2, 1], rows[2, 2]), np.arctan2(rows[1, 0], rows[0, 0])
    return Rotation(*(float(round(np.degrees(angle), 6)) for angle in (x, np.arcsin(side), z)))

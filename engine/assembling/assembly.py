"""From a design spec to the full-detail assembly of closed, manifold parts."""

from functools import lru_cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from domain.spec import DesignObject, DesignSpec, Quality
from engine.makers import Piece, make
from engine.parts.detail import Detail
from engine.parts.solids import Solid, from_arrays
from engine.shapes import Assembly, Faces, Part, Points, Tick, no_tick

STAGE = "geometry_generation"
OBJECTS_MAX = 1000
_TURNS_KEPT = 1024
_CRUMB = 1e-7  # of a part's volume: less is left over from cutting
_TOLERANCES = (1e-6, 1e-5, 1e-4)  # of a part's diagonal: the next only where slivers without area are left
_Made = dict[bytes, list[tuple[Piece, Points, Faces]]]
_FLAT = "has triangles without area"


def assemble(spec: DesignSpec, *, quality: Quality = "standard", tick: Tick = no_tick) -> Assembly:
    """Return all parts of the design at full detail, each closed and manifold.

    Raises
    ------
    GenerationFailed
        The spec has no objects, or a part is empty, open or not finite; nothing is ever skipped.
    """
    if not 0 < len(spec.objects) <= OBJECTS_MAX:
        raise GenerationFailed(
            "A design needs between one and a thousand objects", stage=STAGE, objects=len(spec.objects)
        )
    detail = Detail(quality)
    parts: list[Part] = []
    made: _Made = {}
    for number, thing in enumerate(spec.objects):
        tick(number / len(spec.objects), f"making {thing.id}")
        parts += _parts_of(thing, detail, made)
    _refuse_twins(parts)
    tick(1.0, f"made {len(parts)} parts")
    return Assembly(tuple(parts))


def _parts_of(thing: DesignObject, detail: Detail, made: _Made) -> list[Part]:
    """Return the parts of an object; things that are alike are made once, and their parts share their faces."""
    _refuse_bad_box(thing)
    matrix = placement(thing)
    key = _likeness(thing)
    if key not in made:
        made[key] = [(piece, *_arrays(piece, thing)) for piece in make(thing, detail)]
    return [_placed(piece, points, faces, thing, matrix) for piece, points, faces in made[key]]


def _likeness(thing: DesignObject) -> bytes:
    """Return what the shape of an object depends on: all but its name and its place."""
    return msgspec.json.encode(
        (thing.type, thing.material, thing.color, thing.dimensions, thing.properties), enc_hook=float
    )


def _placed(piece: Piece, points: Points, faces: Faces, thing: DesignObject, matrix: NDArray[np.float64]) -> Part:
    placed = points @ matrix[:3, :3].T + matrix[:3, 3]
    return Part(_name(piece, thing), thing.id, piece.material, piece.color, placed, faces, matrix)


def _arrays(piece: Piece, thing: DesignObject) -> tuple[Points, Faces]:
    for tolerance in _TOLERANCES:
        points, faces = arrays_of(tidied(piece.solid, tolerance))
        fault = fault_of(points, faces)
        if fault != _FLAT:
            break
    if fault:
        raise GenerationFailed(f"A part {fault}", stage=STAGE, part=_name(piece, thing), type=thing.type)
    return points, faces


def _name(piece: Piece, thing: DesignObject) -> str:
    return f"{thing.id}.{piece.name}" if piece.name else thing.id


def _refuse_bad_box(thing: DesignObject) -> None:
    size, at, turn = thing.dimensions, thing.position, thing.rotation
    sides = np.array([size.width, size.height, size.depth])
    rest = np.array([at.x, at.y, at.z, turn.x, turn.y, turn.z])
    if not (np.isfinite(sides).all() and np.isfinite(rest).all() and (sides > 0).all()):
        raise GenerationFailed(
            "An object needs a finite place and a box larger than nothing", stage=STAGE, part=thing.id
        )


def _refuse_twins(parts: list[Part]) -> None:
    names = [part.name for part in parts]
    if len(set(names)) != len(names):
        twin = next(name for name in names if names.count(name) > 1)
        raise GenerationFailed("Two parts have one name", stage=STAGE, part=twin)


def placement(thing: DesignObject) -> NDArray[np.float64]:
    """Return the (4, 4) matrix from the object's own axes (bottom centre of its box at the origin) to the scene."""
    turn = thing.rotation
    matrix = np.eye(4)
    matrix[:3, :3] = rotation_matrix(turn.x, turn.y, turn.z)
    middle = np.array([0.0, thing.dimensions.height / 2, 0.0])
    at = np.array([thing.position.x, thing.position.y, thing.position.z])
    matrix[:3, 3] = at + middle - matrix[:3, :3] @ middle
    return matrix


@lru_cache(_TURNS_KEPT)
def rotation_matrix(x_deg: float, y_deg: float, z_deg: float) -> NDArray[np.float64]:
    """Return the turn about x, then y, then z; it cannot be written to."""
    (cx, cy, cz), (sx, sy, sz) = (f(np.radians([x_deg, y_deg, z_deg])) for f in (np.cos, np.sin))
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    matrix: NDArray[np.float64] = about_z @ about_y @ about_x
    matrix.setflags(write=False)
    return matrix


def tidied(solid: Solid, tolerance: float = _TOLERANCES[0]) -> Solid:
    """Return the solid without the slivers and crumbs that cutting leaves.

    Nothing moves by more than `tolerance` of its diagonal; only pieces without volume are dropped, hollows stay.
    """
    box = np.array(solid.bounding_box())
    smooth = solid.simplify(tolerance * float(np.linalg.norm(box[3:] - box[:3])))
    pieces, whole = smooth.decompose(), abs(float(smooth.volume()))
    kept = [piece for piece in pieces if abs(float(piece.volume())) > _CRUMB * whole]
    return smooth if len(kept) == len(pieces) else _side_by_side(kept)


def _side_by_side(pieces: list[Solid]) -> Solid:
    """Return pieces in one mesh as they are: a union would fill the hollows, which are pieces turned inside out."""
    meshes = [arrays_of(piece) for piece in pieces]
    starts = np.cumsum([0, *(len(points) for points, _ in meshes[:-1])])
    faces = [faces + start for (_, faces), start in zip(meshes, starts, strict=True)]
    return from_arrays(np.concatenate([points for points, _ in meshes]), np.concatenate(faces))


def arrays_of(solid: Solid) -> tuple[Points, Faces]:
    """Return the welded corners and triangles of a solid, in double precision."""
    mesh = solid.to_mesh64()
    points = np.asarray(mesh.vert_properties, dtype=np.float64)[:, :3]
    target = np.arange(len(points))
    target[np.asarray(mesh.merge_from_vert, dtype=np.int64)] = np.asarray(mesh.merge_to_vert, dtype=np.int64)
    faces = target[np.asarray(mesh.tri_verts, dtype=np.int64)]
    used, compact = np.unique(faces, return_inverse=True)
    return np.ascontiguousarray(points[used]), compact.reshape(-1, 3).astype(np.int32)


def fault_of(points: Points, faces: Faces) -> str:
    """Return what is wrong with a mesh as a part, or an empty string: an independent check beside the maker's own."""
    if len(faces) == 0:
        return "has no triangle"
    if not np.isfinite(points).all():
        return "has corners that are not finite"
    if not _is_closed(faces, len(points)):
        return "is not closed and manifold"
    corners = points[faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    if not (np.linalg.norm(cross, axis=1) > 0).all():
        return _FLAT
    if float(np.einsum("ij,ij->", corners[:, 0], cross)) <= 0:
        return "is inside out"
    return ""


def _is_closed(faces: Faces, count: int) -> bool:
    """Every directed edge occurs once, and so does its opposite."""
    start, end = faces.astype(np.int64).T.ravel(), np.roll(faces, -1, axis=1).astype(np.int64).T.ravel()
    if (start == end).any():
        return False
    forward, backward = np.sort(start * count + end), np.sort(end * count + start)
    return bool((np.diff(forward) > 0).all() and (forward == backward).all())

"""Binary PLY: corners with normals, texture coordinates and colours. Metres, Y up."""

import numpy as np
from numpy.typing import NDArray

from engine.baking.sampled import encoded
from engine.exporting.coordinates import leading, upward
from engine.exporting.gallery import Gallery, corner_colors, material_of
from engine.exporting.obj import comments
from engine.exporting.scene import Piece, pieces_of
from engine.models.model import Json, Model, Surface
from engine.shapes import Tick, no_tick

_FACE = np.dtype([("count", "u1"), ("corners", "<i4", 3)])
_TYPES = {"<f4": "float", "u1": "uchar"}


def ply(model: Model, *, provenance: Json | None = None, tick: Tick = no_tick) -> bytes:
    """Return the model as one binary PLY mesh.

    A corner's colour (sRGB, 8 bits) is what the material, its picture and the corner's own colour give there. Normals
    and texture coordinates (`s`, `t`, the latter upwards) are in it where all surfaces have them.

    Raises
    ------
    Invalid, TooLarge
        It shows no triangle, or too many.
    """
    pieces = pieces_of(model)
    kind, gallery = _kind([piece.surface for piece in pieces]), Gallery(model)
    corners, faces, first = [], [], 0
    for number, piece in enumerate(pieces):
        tick(number / len(pieces), "Writing the surfaces")
        corners.append(_corners(piece, model, gallery, kind))
        faces.append(_faces(piece, first))
        first += len(piece.surface.points)
    head = _head(kind, first, sum(len(each) for each in faces), provenance)
    return head + b"".join(each.tobytes() for each in (*corners, *faces))


def _kind(surfaces: list[Surface]) -> np.dtype[np.void]:
    """Return what is told of each corner."""
    names = [("x", "<f4"), ("y", "<f4"), ("z", "<f4")]
    if all(surface.normals is not None for surface in surfaces):
        names += [("nx", "<f4"), ("ny", "<f4"), ("nz", "<f4")]
    if all(surface.uvs for surface in surfaces):
        names += [("s", "<f4"), ("t", "<f4")]
    return np.dtype([*names, ("red", "u1"), ("green", "u1"), ("blue", "u1"), ("alpha", "u1")])


def _corners(piece: Piece, model: Model, gallery: Gallery, kind: np.dtype[np.void]) -> NDArray[np.void]:
    surface = piece.surface
    made = np.zeros(len(surface.points), kind)
    _put(made, ("x", "y", "z"), surface.points)
    if surface.normals is not None and "nx" in (kind.names or ()):
        _put(made, ("nx", "ny", "nz"), surface.normals)
    material = material_of(model, surface)
    if "s" in (kind.names or ()):
        _put(made, ("s", "t"), upward(surface, *leading(material)))
    linear = corner_colors(surface, material, gallery)
    shown = np.column_stack([encoded(linear[:, :3]), linear[:, 3]])
    _put(made, ("red", "green", "blue", "alpha"), np.rint(shown * 255))
    return made


def _put(made: NDArray[np.void], names: tuple[str, ...], values: NDArray[np.floating]) -> None:
    for place, name in enumerate(names):
        made[name] = values[:, place]


def _faces(piece: Piece, first: int) -> NDArray[np.void]:
    made = np.zeros(len(piece.surface.faces), _FACE)
    made["count"], made["corners"] = 3, piece.surface.faces + first
    return made


def _head(kind: np.dtype[np.void], corners: int, faces: int, provenance: Json | None) -> bytes:
    told = ["ply", "format binary_little_endian 1.0"]
    said = (line.replace("end_header", "end header") for line in comments(provenance))  # where readers stop looking
    told += [f"comment {line}".encode("ascii", "replace").decode() for line in said]
    told.append(f"element vertex {corners}")
    told += [f"property {_TYPES[kind[name].str.replace('|', '')]} {name}" for name in kind.names or ()]
    told += [f"element face {faces}", "property list uchar int vertex_indices", "end_header"]
    return ("\n".join(told) + "\n").encode("ascii")

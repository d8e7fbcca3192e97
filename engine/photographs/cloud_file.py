"""Clouds and meshes as plain files that give back just what was put in."""

import numpy as np

from domain.errors import Invalid
from engine.photographs.views import Cloud
from engine.shapes import Faces, Pixels, Points

_POINT = np.dtype([
    ("x", "<f4"), ("y", "<f4"), ("z", "<f4"), ("nx", "<f4"), ("ny", "<f4"), ("nz", "<f4"),
    ("red", "u1"), ("green", "u1"), ("blue", "u1"),
])  # fmt: skip
_TYPES = {"<f4": "float", "|u1": "uchar"}
_END = b"end_header\n"


def cloud_ply(cloud: Cloud) -> bytes:
    """Return a cloud as a binary PLY file with normals and colours; places are rounded to 32 bits."""
    made = np.zeros(len(cloud.points), _POINT)
    for names, values in (("x y z", cloud.points), ("nx ny nz", cloud.normals), ("red green blue", cloud.colors)):
        for place, name in enumerate(names.split()):
            made[name] = values[:, place]
    head = ["ply", "format binary_little_endian 1.0", "comment Units: arbitrary. Axes: right-handed, Y up."]
    head += [f"element vertex {len(made)}"]
    head += [f"property {_TYPES[_POINT[name].str]} {name}" for name in _POINT.names or ()]
    return ("\n".join(head) + "\n").encode("ascii") + _END + made.tobytes()


def cloud_of(data: bytes) -> Cloud:
    """Return the cloud of a file that `cloud_ply` made.

    Raises
    ------
    Invalid
        It is no such file.
    """
    _, end, rows = data.partition(_END)
    if not end or len(rows) % _POINT.itemsize:
        raise Invalid("The file of points is broken", field="earlier")
    made = np.frombuffer(rows, _POINT)
    points = np.column_stack([made[name] for name in ("x", "y", "z")]).astype(np.float64)
    normals = np.column_stack([made[name] for name in ("nx", "ny", "nz")])
    return Cloud(points, normals, np.column_stack([made[name] for name in ("red", "green", "blue")]))


def mesh_files(points: Points, faces: Faces, colors: Pixels) -> dict[str, bytes]:
    """Return a mesh as files by name; places are rounded to 32 bits."""
    return {
        "points": points.astype("<f4").tobytes(), "faces": faces.astype("<i4").tobytes(),
        "colors": colors.astype(np.uint8).tobytes(),
    }  # fmt: skip


def mesh_of(files: dict[str, bytes]) -> tuple[Points, Faces, Pixels]:
    """Return the mesh that `mesh_files` was given.

    Raises
    ------
    Invalid
        They are no such files.
    """
    try:
        points = np.frombuffer(files["points"], "<f4").reshape(-1, 3).astype(np.float64)
        faces = np.frombuffer(files["faces"], "<i4").reshape(-1, 3).astype(np.int32)
        colors = np.frombuffer(files["colors"], np.uint8).reshape(-1, 3)
    except (KeyError, ValueError) as error:
        raise Invalid("The file of the mesh is broken", field="earlier") from error
    return points, faces, colors

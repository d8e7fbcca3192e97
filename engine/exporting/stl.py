"""Binary STL: bare triangles for printers and CAD. Millimetres, Z up."""

import numpy as np

from domain.errors import Invalid
from engine.exporting.scene import Piece, pieces_of, printable
from engine.models.model import Json, Model
from engine.shapes import Tick, no_tick

HEADER_BYTES = 80
_TRIANGLE = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])


def stl(model: Model, *, provenance: Json | None = None, tick: Tick = no_tick) -> bytes:
    """Return the model as binary STL; triangles without area at the file's precision are left out.

    The 80 bytes of the head tell units and axes and, with a provenance, the first 32 digits of the parent's SHA-256.

    Raises
    ------
    Invalid, TooLarge
        It shows no triangle with an area, or too many.
    """
    tick(0.0, "Writing the triangles")
    corners = np.concatenate([_corners(piece) for piece in pieces_of(model)])
    exact = corners.astype(np.float64)
    across = np.cross(exact[:, 1] - exact[:, 0], exact[:, 2] - exact[:, 0])
    length = np.linalg.norm(across, axis=1)
    solid = length > 0
    if not solid.any():
        raise Invalid("The model has no triangle with an area, so there is nothing to print")
    triangles = np.zeros(int(solid.sum()), _TRIANGLE)
    triangles["normal"] = across[solid] / length[solid, None]
    triangles["corners"] = corners[solid]
    body: bytes = triangles.tobytes()
    return _head(provenance) + len(triangles).to_bytes(4, "little") + body


def _corners(piece: Piece) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    surface = piece.surface
    return np.asarray(printable(surface.points)[surface.faces], "<f4")


def _head(provenance: Json | None) -> bytes:
    """Return the head; it must not begin with "solid", by which programs know the textual form."""
    told = "Meshwright: binary STL, mm, Z up"
    export = (provenance or {}).get("export", {})
    if parent := str(export.get("parent_sha256", "")):
        told += f"; from sha256 {parent[:32]}"
    return told.encode("ascii", "replace")[:HEADER_BYTES].ljust(HEADER_BYTES, b" ")

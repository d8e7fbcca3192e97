"""Meshes as binary STL files: millimetres, Z up, as slicers and CAD programs expect them."""

import numpy as np

from domain.errors import GenerationFailed
from engine.shapes import Assembly

HEADER = b"Meshwright: binary STL, millimetres, Z up, right-handed"
HEADER_BYTES = 80
MM_PER_M = 1000.0
_TRIANGLE = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])


def stl(assembly: Assembly) -> bytes:
    """Return all parts as one binary STL file; the same parts give the same bytes.

    The assembly is in metres, Y up; x stays, its y becomes z and its z becomes -y. Triangles without area at the
    file's precision are left out.

    Raises
    ------
    GenerationFailed
        There is no triangle.
    """
    corners = np.concatenate([part.points[part.faces] for part in assembly.parts])
    turned = np.stack([corners[..., 0], -corners[..., 2], corners[..., 1]], axis=-1) * MM_PER_M
    stored = turned.astype("<f4")
    exact = stored.astype(np.float64)
    across = np.cross(exact[:, 1] - exact[:, 0], exact[:, 2] - exact[:, 0])
    length = np.linalg.norm(across, axis=1)
    solid = length > 0
    if not solid.any():
        raise GenerationFailed("The design has no surface", stage="geometry")
    triangles = np.zeros(int(solid.sum()), _TRIANGLE)
    triangles["normal"] = across[solid] / length[solid, None]
    triangles["corners"] = stored[solid]
    body: bytes = triangles.tobytes()
    return HEADER.ljust(HEADER_BYTES, b" ") + len(triangles).to_bytes(4, "little") + body

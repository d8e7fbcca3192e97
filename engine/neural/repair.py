"""From a raw mesh to closed solids: welded, holes closed, crumbs dropped; manifold3d says what is sound."""

import numpy as np
import trimesh
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from engine.assembling.assembly import tidied
from engine.neural.maker import RawMesh
from engine.parts.solids import Solid, from_arrays, union
from engine.shapes import Points

STAGE = "geometry_generation"
_WELD = 1e-6  # of the diagonal: corners nearer than this are one
_CRUMB = 0.01  # of the largest shell's volume: smaller shells are noise
_LOSS_MOST = 0.35  # of the surface: more may not be lost by repairing


def repaired(raw: RawMesh) -> tuple[Solid, dict[str, int | float]]:
    """Return a raw mesh as one closed solid, and how much had to be mended.

    Each connected shell is mended by itself; those that cannot be closed, and crumbs, are dropped. A hollow inside of a
    shell is filled.

    Raises
    ------
    GenerationFailed
        Nothing closed is left, or too little of the surface.
    """
    mesh = _welded(raw)
    shells = [shell for shell in mesh.split(only_watertight=False, repair=False) if len(shell.faces) > 3]
    whole = float(mesh.area)
    closed = [(shell, solid) for shell in shells if (solid := _closed(shell)) is not None]
    largest = max((solid.volume() for _, solid in closed), default=0.0)
    kept = [(shell, solid) for shell, solid in closed if solid.volume() >= _CRUMB * largest]
    share = sum(float(shell.area) for shell, _ in kept) / whole if whole > 0 else 0.0
    if share < 1 - _LOSS_MOST:
        raise GenerationFailed("The neural model's mesh cannot be closed", stage=STAGE, kept=round(share, 2))
    solid = tidied(union([solid for _, solid in kept]))
    holes = sum(not shell.is_watertight for shell, _ in kept)
    return solid, {
        "shells": len(shells), "shells_kept": len(kept), "shells_closed": holes, "area_kept": round(share, 4),
    }  # fmt: skip


def _welded(raw: RawMesh) -> trimesh.Trimesh:
    size = float(np.linalg.norm(np.ptp(raw.points, axis=0)))
    if not np.isfinite(size) or size <= 0:
        raise GenerationFailed("The neural model's mesh has no size", stage=STAGE)
    _, first, which = np.unique(
        np.round(raw.points / (_WELD * size)).astype(np.int64), axis=0, return_index=True, return_inverse=True
    )
    faces = which.reshape(-1)[raw.faces]
    faces = faces[(faces != np.roll(faces, 1, axis=1)).all(axis=1)]
    _, once = np.unique(np.sort(faces, axis=1), axis=0, return_index=True)
    return trimesh.Trimesh(raw.points[first], faces[np.sort(once)], process=False)


def _closed(shell: trimesh.Trimesh) -> Solid | None:
    """Return a shell as a solid with its holes closed, or None if it is no shell of a solid."""
    trimesh.repair.fix_winding(shell)  # type: ignore[no-untyped-call]
    points, faces = _capped(np.asarray(shell.vertices, np.float64), np.asarray(shell.faces, np.int64))
    solid = from_arrays(points, faces)
    if solid.status().name != "NoError" or solid.is_empty():
        return None
    if solid.volume() < 0:
        solid = from_arrays(points, faces[:, ::-1])
    return solid if solid.volume() > 0 else None


def _capped(points: Points, faces: NDArray[np.int64]) -> tuple[Points, NDArray[np.int64]]:
    """Return a mesh with each rim closed by a fan around its middle."""
    added, fans = [points], [faces]
    count = len(points)
    for rim in _rims(faces):
        added.append(points[rim].mean(axis=0, keepdims=True))
        fans.append(np.stack([np.roll(rim, -1), rim, np.full(len(rim), count)], axis=1))
        count += 1
    return np.concatenate(added), np.concatenate(fans)


def _rims(faces: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Return the closed paths along edges that only one triangle has, in the direction of that triangle."""
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    known = {(int(a), int(b)) for a, b in edges}
    following = {a: b for a, b in known if (b, a) not in known}
    rims: list[NDArray[np.int64]] = []
    while following:
        start = min(following)
        path, here = [start], following.pop(start)
        while here != start and here in following:
            path.append(here)
            here = following.pop(here)
        if here == start and len(path) > 2:
            rims.append(np.array(path))
    return rims

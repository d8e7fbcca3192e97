"""From a cloud of points to a surface of triangles."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from domain.errors import GenerationFailed
from engine.optimizing.simplifier import simplified
from engine.photographs.field import field_of
from engine.photographs.holes import closed
from engine.photographs.surface_nets import netted
from engine.photographs.trimming import calmed, confirmed, cropped, largest, spacing_of, used
from engine.photographs.views import Cloud, Sparse
from engine.shapes import Faces, Pixels, Points, Tick, no_tick

_AROUND = 4  # points of the cloud that a corner's colour is mixed of
_POINTS_LEAST = 50
_BESIDE = 10.0  # spacings: so near to a large piece, a small one is rather a part of the same


@dataclass(frozen=True, slots=True)
class SurfaceOptions:
    """How fine the surface is.

    Attributes
    ----------
    cells_most : int
        Along the longest side of what was photographed: bounds time and memory.
    faces_most : int
        Of the surface in the end.
    spacings : float
        Side of a cell, in spacings of the cloud.
    """

    cells_most: int = 420
    faces_most: int = 200_000
    spacings: float = 1.2


USUAL = SurfaceOptions()


def meshed(
    cloud: Cloud, sparse: Sparse, *, options: SurfaceOptions = USUAL, tick: Tick = no_tick
) -> tuple[Points, Faces, Pixels]:
    """Return (n, 3) points, (m, 3) faces, counter-clockwise seen from outside, and (n, 3) sRGB colours of the points.

    Where nothing was seen there is no surface; holes a few points wide are closed.

    Raises
    ------
    GenerationFailed
        The points do not lie on a surface.
    """
    cloud = cropped(cloud)
    if len(cloud.points) < _POINTS_LEAST:
        raise GenerationFailed(
            "Too few points for a surface. Take more pictures, closer to each other, of a thing with a pattern.",
            stage="meshing",
        )
    spacing = spacing_of(cloud)
    extent = float((cloud.points.max(axis=0) - cloud.points.min(axis=0)).max())
    cell = max(options.spacings * spacing, extent / options.cells_most)
    grid = field_of(cloud, cell=cell, tick=lambda done, text: tick(0.6 * done, text))
    tick(0.6, "Laying a net over the surface")
    points, faces = netted(grid)
    tick(0.7, "Trimming the surface")
    unit = max(spacing, cell)
    faces = largest(points, confirmed(points, faces, cloud, unit, sparse.views), beside=_BESIDE * unit)
    if not len(faces):
        raise GenerationFailed(
            "The points lie too far apart for a surface. Take more pictures, closer to each other.", stage="meshing"
        )
    points, faces = used(points, faces)
    points = calmed(points, faces)
    faces = closed(points, faces, sparse.views)
    tick(0.8, "Simplifying the surface")
    points, faces = lightened(points, faces, options.faces_most)
    return points, faces, colored(points, cloud)


def lightened(points: Points, faces: Faces, most: int) -> tuple[Points, Faces]:
    """Return the surface with at most about `most` faces."""
    if len(faces) <= most:
        return points, faces
    middle = points.mean(axis=0)
    nothing: NDArray[np.float32] = np.zeros((len(points), 0), np.float32)
    lighter = simplified(
        (points - middle).astype(np.float32),
        faces,
        triangles=most,
        attributes=nothing,
        weights=np.zeros(0, np.float32),
        marks=np.zeros(len(points), np.uint8),
    )
    return used(lighter.points.astype(np.float64) + middle, lighter.faces.astype(np.int32))


def colored(points: Points, cloud: Cloud) -> Pixels:
    """Return for (n, 3) points the (n, 3) colours of the cloud around them, the nearer the more."""
    count = min(_AROUND, len(cloud.points))
    apart, near = cKDTree(cloud.points).query(points, k=count)
    apart, near = np.reshape(apart, (-1, count)), np.reshape(near, (-1, count))
    weight = 1 / (apart + 1e-9 + apart.mean(axis=1, keepdims=True) * 0.2)
    mixed = np.einsum("nk,nkx->nx", weight, cloud.colors[near].astype(np.float64)) / weight.sum(axis=1, keepdims=True)
    return np.asarray(np.rint(mixed).clip(0, 255), np.uint8)

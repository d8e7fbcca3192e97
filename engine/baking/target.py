"""The light model as a place to bake onto: where each of its texels lies in the scene, and its frame there."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.baking.source import Source
from engine.baking.tangent_space import welded
from engine.models.model import Model, Surface
from engine.rays import cross, unit
from engine.tangents import corner_angles

Floats = NDArray[Any]  # float32


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Places of the light surface, all (n, 3) float32: the frame is what a viewer makes of normals and tangents.

    `outwards` is where rays look: smooth over all edges, so that they leave no gaps at creases.
    """

    points: Floats
    normals: Floats
    tangents: Floats
    bitangents: Floats
    outwards: Floats
    flat: Floats

    def picked(self, rows: NDArray[Any]) -> "Frame":
        """Return some of the places."""
        return Frame(*(getattr(self, name)[rows] for name in self.__slots__))

    def in_tangent_space(self, normals: Floats) -> Floats:
        """Return (n, 3) scene normals as weights of tangent, bitangent and normal, unit."""
        tangent, bitangent, normal = self.tangents, self.bitangents, self.normals
        lean = (tangent * normal).sum(axis=1)
        on_tangent, on_normal = (normals * tangent).sum(axis=1), (normals * normal).sum(axis=1)
        square = np.maximum(1 - lean * lean, 1e-6)
        x, z = (on_tangent - lean * on_normal) / square, (on_normal - lean * on_tangent) / square
        y = (normals * bitangent).sum(axis=1) / np.maximum((bitangent * bitangent).sum(axis=1), 1e-6)
        return np.asarray(unit(np.stack([x, y, np.maximum(z, 0.02)], axis=1)), np.float32)


class Target:
    """All surfaces of the light model that have texture coordinates, each once, as the scene shows them.

    Every surface must have normals, tangents and texture coordinates.
    """

    def __init__(self, model: Model, *, centre: NDArray[np.float64]) -> None:
        """Collect the surfaces; places are told from `centre`, metres."""
        shown = shown_once(model)
        if not shown:
            raise Invalid("The light model has no triangles")
        surfaces = list(shown.values())
        self._shown = shown
        starts = np.cumsum([0, *(len(surface.points) for surface in surfaces)])[:-1]
        self.faces: NDArray[np.int32] = np.concatenate([
            surface.faces + np.int32(start) for surface, start in zip(surfaces, starts, strict=True)
        ])  # fmt: skip
        points = np.concatenate([surface.points for surface in surfaces])
        self.points: Floats = (points - centre).astype(np.float32)
        self.uvs: Floats = np.concatenate([surface.uvs[0] for surface in surfaces])
        self._normals, self._tangents = (
            np.concatenate([np.asarray(getattr(surface, name), np.float32) for surface in surfaces])
            for name in ("normals", "tangents")
        )
        corners = points[self.faces]
        crossed = cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        self.areas = np.linalg.norm(crossed, axis=1) / 2
        self.flat: Floats = unit(crossed).astype(np.float32)
        self._outwards = _smooth(points, self.faces, self.flat)
        self.size_m = float(np.linalg.norm(np.ptp(points, axis=0)))

    def at(self, face: NDArray[Any], weights: Floats) -> Frame:
        """Return the places at weights (n, 3) of triangles' corners."""
        corners = self.faces[face]
        normals = unit(_blended(weights, self._normals[corners])).astype(np.float32)
        tangents = unit(_blended(weights, self._tangents[corners][..., :3])).astype(np.float32)
        bitangents = cross(normals, tangents) * self._tangents[corners[:, 0], 3:4]
        outwards = unit(_blended(weights, self._outwards[corners])).astype(np.float32)
        return Frame(_blended(weights, self.points[corners]), normals, tangents, bitangents, outwards, self.flat[face])

    def twins(self, source: Source) -> NDArray[np.int32] | None:
        """Return the detailed model's triangle for each one here, or None if they are not the same triangles."""
        starts = [source.first_face(*key) for key in self._shown]
        counts = [len(surface.faces) for surface in self._shown.values()]
        if min(starts) < 0:
            return None
        twins = np.concatenate([np.arange(start, start + count) for start, count in zip(starts, counts, strict=True)])
        if twins.max() >= len(source.faces):
            return None
        centre = (source.points.min(axis=0) + source.points.max(axis=0)) / 2
        apart = np.abs(source.points[source.faces[twins]] - centre - self.points[self.faces]).max()
        return twins.astype(np.int32) if apart <= 1e-6 * source.size_m else None

    def texel_m(self, side: int) -> float:
        """Return the mean size of a texel, metres, in a picture of side² texels."""
        corners = self.uvs[self.faces].astype(np.float64)
        one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
        laid = float(np.abs(one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]).sum()) / 2
        return float(np.sqrt(self.areas.sum() / max(laid, 1e-12)) / side)


def shown_once(model: Model) -> dict[tuple[int, int], Surface]:
    """Return each surface, by mesh and place, as the first node that shows it does."""
    found: dict[tuple[int, int], Surface] = {}
    for placed in model.placed():
        if len(placed.surface.faces):
            found.setdefault((placed.mesh, placed.place), placed.surface)
    return {key: found[key] for key in sorted(found)}


def _blended(weights: Floats, values: Floats) -> Floats:
    return np.asarray(np.einsum("nk,nkx->nx", weights, values), np.float32)


def _smooth(points: NDArray[np.float64], faces: NDArray[np.int32], flat: Floats) -> Floats:
    """Return (n, 3) normals that are the same wherever corners share a place, weighted by angle."""
    place = welded(points)
    angles = corner_angles(points, faces)
    corner = place[faces].reshape(-1)
    weighted = (angles[..., None] * flat[:, None, :]).reshape(-1, 3)
    count = int(place.max()) + 1
    sums: Floats = np.stack([np.bincount(corner, weighted[:, axis], count) for axis in range(3)], axis=1)
    return np.asarray(unit(sums)[place], np.float32)

"""A mesh is taken apart where nothing joins it, so that each piece can be given the triangles that it needs."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.model import Mesh, Surface
from engine.optimizing.soup import Rows, Soup, renumbered

PIECES_MOST = 128
"""Of one mesh: the largest so many stand alone, all others together."""


def pieces_of(mesh: Mesh) -> list[Mesh]:
    """Return the pieces of a mesh, the largest first; each has all of its surfaces, some of them without triangles."""
    if not any(len(surface.faces) for surface in mesh.surfaces):
        return [mesh]
    soup = Soup.of(mesh)
    count = int(soup.part.max()) + 1
    if count == 1:
        return [mesh]
    rank = np.empty(count, np.int64)
    rank[np.argsort(-_sizes(soup, count), kind="stable")] = np.arange(count)
    group = np.minimum(rank, PIECES_MOST - 1)[soup.part]
    ends = np.cumsum([len(surface.faces) for surface in soup.surfaces])
    groups = iter(np.split(group, ends[:-1]))
    numbers = [next(groups) if len(surface.faces) else np.zeros(0, np.int64) for surface in mesh.surfaces]
    return [
        replace(mesh, surfaces=tuple(
            _taken(surface, number == piece) for surface, number in zip(mesh.surfaces, numbers, strict=True)
        )) for piece in range(min(count, PIECES_MOST))
    ]  # fmt: skip


def joined(mesh: Mesh, pieces: Sequence[Mesh], *, keeps_empty: bool = False) -> Mesh:
    """Return a mesh of the pieces that one was taken apart into; surfaces without triangles are left out, or kept."""
    surfaces = []
    for number in range(len(mesh.surfaces)):
        found = [piece.surfaces[number] for piece in pieces if piece.surfaces and len(piece.surfaces[number].faces)]
        if found:
            surfaces.append(found[0] if len(found) == 1 else _joined(found))
        elif keeps_empty:
            surfaces.append(emptied(mesh.surfaces[number]))
    return replace(mesh, surfaces=tuple(surfaces))


def emptied(surface: Surface) -> Surface:
    """Return a surface of the same kind without triangles."""
    return surface.picked(np.zeros(0, np.int64), np.zeros((0, 3), np.int64))


def _sizes(soup: Soup, count: int) -> NDArray[np.float64]:
    """Return the diagonal of the box of each part."""
    corners, part = soup.points[soup.faces.reshape(-1)], np.repeat(soup.part, 3)
    low, high = np.full((count, 3), np.inf), np.full((count, 3), -np.inf)
    np.minimum.at(low, part, corners)
    np.maximum.at(high, part, corners)
    return np.asarray(np.linalg.norm(high - low, axis=1))


def _taken(surface: Surface, faces: NDArray[np.bool_]) -> Surface:
    if faces.all():
        return surface
    if not faces.any():
        return emptied(surface)
    corners, numbered = renumbered(surface.faces[faces])
    return surface.picked(corners, numbered)


def _joined(surfaces: Sequence[Surface]) -> Surface:
    first = surfaces[0]
    starts: Rows = np.cumsum([0, *(len(surface.points) for surface in surfaces[:-1])])

    def of(values: Sequence[NDArray[Any] | None]) -> NDArray[Any] | None:
        filled = [each for each in values if each is not None]
        return np.concatenate(filled) if filled else None

    return replace(
        first,
        points=np.concatenate([surface.points for surface in surfaces]),
        faces=np.concatenate([surface.faces + start for surface, start in zip(surfaces, starts, strict=True)]).astype(
            np.int32
        ),
        normals=of([surface.normals for surface in surfaces]), tangents=of([surface.tangents for surface in surfaces]),
        uvs=tuple(np.concatenate([surface.uvs[number] for surface in surfaces]) for number in range(len(first.uvs))),
        colors=of([surface.colors for surface in surfaces]), joints=of([surface.joints for surface in surfaces]),
        weights=of([surface.weights for surface in surfaces]),
        targets=tuple(
            {name: np.concatenate([surface.targets[number][name] for surface in surfaces]) for name in target}
            for number, target in enumerate(first.targets)
        ),
    )  # fmt: skip

"""Sheets of several layers on the same places (a back, a lining): the bare sheet is simplified, the layers after it."""

from dataclasses import dataclass, replace

import numpy as np

from engine.models.model import Mesh, Surface
from engine.optimizing.pieces import emptied, joined
from engine.optimizing.repairing import turns_of
from engine.optimizing.soup import Edges, Rows, Soup, renumbered, same_rows

_AGAIN_LEAST = 0.3  # of all triangles that stand where another stands: with fewer, a mesh has no layers


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """A mesh whose triangles stand on the same places several times.

    `bare` is the sheet without attributes; a layer has the triangles of one surface that face one way, as (m, 3)
    corners of the soup, and whether it faces against the bare sheet.
    """

    bare: Surface
    mesh: Mesh
    soup: Soup
    layers: tuple[tuple[Rows, bool], ...]

    @classmethod
    def of(cls, mesh: Mesh) -> "Layers | None":
        """Return a mesh as layers, or None where it has none."""
        soup = Soup.of(mesh)
        places = soup.place[soup.faces]
        first = same_rows(np.sort(places, axis=1))
        is_first = first == np.arange(len(places))
        if is_first.mean() > 1 - _AGAIN_LEAST:
            return None
        sheet = np.flatnonzero(is_first)
        turns = np.zeros(len(places), np.bool_)
        turns[sheet] = turns_of(Edges.of(places[sheet]), len(sheet))
        is_even = _is_even(places) ^ turns
        against = is_even != is_even[first]
        bare = np.where(turns[sheet][:, None], places[sheet][:, ::-1], places[sheet])
        key = 2 * soup.owner[soup.faces[:, 0]] + against
        layers = tuple((soup.faces[key == each], bool(each % 2)) for each in np.unique(key).tolist())
        corners, faces = renumbered(bare)
        return cls(Surface(soup.points[corners], faces.astype(np.int32)), mesh, soup, layers)

    def over(self, bare: Mesh) -> Mesh:
        """Return all layers over the simplified sheet, whose corners stand where some of it stood."""
        sheet = bare.surfaces[0]
        count = len(self.soup.points)
        place = same_rows(np.concatenate([self.soup.points, sheet.points + 0.0]))
        wanted = place[count:][sheet.faces]
        made = []
        for corners, is_against in self.layers:
            used = np.unique(corners)
            corner_at = np.full(len(place), -1)
            corner_at[place[used][::-1]] = used[::-1]
            found = corner_at[wanted[:, ::-1] if is_against else wanted]
            made.append(self._layer(found[(found >= 0).all(axis=1)]))
        return joined(self.mesh, made, keeps_empty=True)

    def _layer(self, faces: Rows) -> Mesh:
        """Return a mesh of all surfaces, one of them with these triangles."""
        split = iter(replace(self.soup, faces=faces, part=np.zeros(len(faces), np.int64)).split_by_surface())
        return replace(
            self.mesh, surfaces=tuple(next(split) if len(each.faces) else emptied(each) for each in self.mesh.surfaces)
        )


def _is_even(faces: Rows) -> np.ndarray:
    """Return whether each triangle's corners are in their order, but for where it begins."""
    start = faces.argmin(axis=1)[:, None]
    rolled = np.take_along_axis(faces, (start + np.arange(3)) % 3, axis=1)
    return np.asarray(rolled[:, 1] < rolled[:, 2])

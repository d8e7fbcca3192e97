"""Sheets with a back of the same triangles, turned: the front is simplified, and the back made after it."""

from dataclasses import dataclass, replace

import numpy as np

from engine.models.model import Mesh
from engine.optimizing.pieces import joined
from engine.optimizing.soup import Rows, Soup, renumbered, same_rows

_BACKS_LEAST = 0.3  # of all triangles: with fewer, a mesh is no double sheet


@dataclass(frozen=True, slots=True, eq=False)
class DoubleSheet:
    """A mesh without its backs, and the corners of these."""

    front: Mesh
    mesh: Mesh
    soup: Soup
    backs: Rows  # (m, 3) corners

    @classmethod
    def of(cls, mesh: Mesh) -> "DoubleSheet | None":
        """Return a mesh as a double sheet, or None where it is none."""
        soup = Soup.of(mesh)
        places = np.sort(soup.place[soup.faces], axis=1)
        is_back = same_rows(places) != np.arange(len(places))
        if is_back.mean() < _BACKS_LEAST:
            return None
        ends = iter(np.cumsum([len(surface.faces) for surface in soup.surfaces]))
        surfaces, start = [], 0
        for surface in mesh.surfaces:
            end = int(next(ends)) if len(surface.faces) else start
            corners, faces = renumbered(surface.faces[~is_back[start:end]])
            surfaces.append(surface.picked(corners, faces))
            start = end
        return cls(replace(mesh, surfaces=tuple(surfaces)), mesh, soup, soup.faces[is_back])

    def with_backs(self, front: Mesh) -> Mesh:
        """Return a simplified front, whose corners stand where some of them stood, with a back for it."""
        points = np.concatenate([surface.points for surface in front.surfaces]) + 0.0
        starts = np.cumsum([0, *(len(surface.points) for surface in front.surfaces[:-1])])
        faces = np.concatenate([surface.faces + start for surface, start in zip(front.surfaces, starts, strict=True)])
        place = same_rows(np.concatenate([self.soup.points, points]))
        wanted = place[len(self.soup.points) :][faces][:, ::-1]
        left, backs = np.ones(len(wanted), np.bool_), []
        owner = self.soup.owner[self.backs[:, 0]]
        for number in np.unique(owner).tolist():
            corners = np.unique(self.backs[owner == number])
            corner_at = np.full(int(place.max()) + 1, -1)
            corner_at[place[corners][::-1]] = corners[::-1]
            found = corner_at[wanted]
            mine = left & (found >= 0).all(axis=1)
            left &= ~mine
            backs.append(found[mine])
        made = np.concatenate(backs)
        return self._joined(front, made) if len(made) else front

    def _joined(self, front: Mesh, backs: Rows) -> Mesh:
        """Return the mesh of both; it has all surfaces of the whole again, some of them without triangles."""
        part = np.zeros(len(backs), np.int64)
        behind = replace(self.soup, faces=backs, part=part)
        filled = iter(behind.split_by_surface())
        back = replace(
            self.mesh,
            surfaces=tuple(next(filled) if len(each.faces) else each for each in self.mesh.surfaces),
        )
        return joined(self.mesh, (front, back), keeps_empty=True)

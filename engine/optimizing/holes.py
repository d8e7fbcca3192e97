"""Holes are closed without new corners: each rim is laid into a plane and cut into triangles."""

from dataclasses import replace

import manifold3d
import numpy as np
from numpy.typing import NDArray

from engine.optimizing.soup import NONE, Edges, Rows, Soup
from engine.shapes import Points

RIM_MOST = 20_000
"""Corners of a rim: a longer one is left open."""


def filled(soup: Soup) -> tuple[Soup, Rows]:
    """Return it with its rims closed, and the part of each that was; new triangles take attributes from the rim."""
    place = soup.place
    rims = rims_of(place[soup.faces])
    if not rims:
        return soup, NONE
    points, source = [soup.points], [soup.source]
    faces, part, flips = [soup.faces], [soup.part], [soup.flips]
    count, owner = len(soup.points), soup.owner
    closed: list[int] = []
    for rim in rims:
        corners = soup.faces[rim[:, 0], rim[:, 1]]
        triangles = triangulated(soup.points[corners])
        if triangles is None:
            continue
        names, numbers = np.unique(owner[corners], return_counts=True)
        lender = corners[owner[corners] == names[numbers.argmax()]]
        lent = np.where(np.isin(corners, lender), corners, lender[0])  # of one surface: a triangle has one material
        points.append(soup.points[corners])
        source.append(soup.source[lent])
        flips.append(soup.flips[lent])
        faces.append(triangles + count)
        part.append(np.full(len(triangles), soup.part[rim[0, 0]]))
        closed.append(int(soup.part[rim[0, 0]]))
        count += len(corners)
    return replace(
        soup, points=np.concatenate(points), source=np.concatenate(source), faces=np.concatenate(faces),
        part=np.concatenate(part), flips=np.concatenate(flips),
    ), np.array(closed, np.int64)  # fmt: skip


def rims_of(faces: Rows) -> list[Rows]:
    """Return the closed paths along edges that one triangle has, each (k, 2): triangle and side, against its run.

    Paths that cross themselves in a corner are cut there.
    """
    edges = Edges.of(faces)
    single = np.flatnonzero(edges.count[edges.edge] == 1)
    face, side = edges.face[single], edges.side[single]
    start, end = faces[face, side].tolist(), faces[face, (side + 1) % 3].tolist()
    leaving: dict[int, list[int]] = {}
    for row in sorted(range(len(start)), key=lambda row: (end[row], start[row]), reverse=True):
        leaving.setdefault(end[row], []).append(row)
    rims: list[Rows] = []
    for first in sorted(leaving):
        while leaving[first]:
            rims += _walked(first, leaving, start, face, side)
    return rims


def _walked(first: int, leaving: dict[int, list[int]], start: list[int], face: Rows, side: Rows) -> list[Rows]:
    """Return the closed paths of one walk from a corner; what leads nowhere is let go."""
    path: list[int] = []
    seen = {first: 0}
    here, found = first, []
    while leaving.get(here):
        row = leaving[here].pop()
        path.append(row)
        here = start[row]
        if here in seen:
            loop, path = path[seen[here] :], path[: seen[here]]
            seen = {corner: place for corner, place in seen.items() if place <= len(path)}
            if len(loop) > 2:
                found.append(np.column_stack([face[loop], (side[loop] + 1) % 3]))
        else:
            seen[here] = len(path)
    return found


def triangulated(points: Points) -> Rows | None:
    """Return triangles over (k, 3) corners of a closed path, turned along it; None where there is no good way."""
    count = len(points)
    if count == 3:
        return np.array([[0, 1, 2]])
    if count > RIM_MOST:
        return None
    flat = _laid(points)
    if flat is None:
        return None
    try:
        triangles = np.asarray(manifold3d.triangulate([flat]), np.int64).reshape(-1, 3)
    except (RuntimeError, ValueError):
        return None
    return triangles if len(triangles) == count - 2 else None


def _laid(points: Points) -> NDArray[np.float64] | None:
    """Return (k, 2) a path in the plane that it lies nearest to, counter-clockwise; None if it encloses nothing."""
    local = points - points.mean(axis=0)
    normal = np.cross(local, np.roll(local, -1, axis=0)).sum(axis=0)
    size = float(np.linalg.norm(normal))
    if size <= 1e-12 * float((local**2).sum()):
        return None
    normal = normal / size
    along = np.cross(normal, np.eye(3)[np.abs(normal).argmin()])
    along /= np.linalg.norm(along)
    return np.column_stack([local @ along, local @ np.cross(normal, along)])

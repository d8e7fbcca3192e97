"""A mesh is repaired: part by part, keeping all attributes, and undone for a part that would lose by it.

Corners are one where all their attributes agree; places are one for whatever asks which triangles are neighbours.
"""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from engine.models.model import Mesh
from engine.optimizing.holes import filled
from engine.optimizing.soup import (
    NONE,
    Edges,
    Mask,
    Rows,
    Soup,
    attributes_of,
    parts_of,
    renumbered,
    same_rows,
    used_by,
)
from engine.shapes import Points

TOLERANCE = 1e-6
"""Of the diagonal: places nearer than this are one."""
LOSS_MOST = 0.02
"""Of a part's area, and of its volume where it is closed: a repair that costs more is undone."""
GAIN_MOST = 0.5
"""Of a part's area: filled holes that add more were no holes but the rim of a sheet, and are undone."""
_FLAT = 1e-12  # of the diagonal: a triangle lower than this has no area


@dataclass(frozen=True, slots=True)
class Repairs:
    """How much of each was mended; parts that were left as they came because mending would have cost them too much."""

    parts: int = 0
    corners_merged: int = 0
    places_welded: int = 0
    degenerate_dropped: int = 0
    duplicates_dropped: int = 0
    faces_turned: int = 0
    nonmanifold_edges: int = 0
    corners_split: int = 0
    holes_filled: int = 0
    holes_left: int = 0
    orphans_dropped: int = 0
    parts_undone: int = 0

    def __add__(self, other: "Repairs") -> "Repairs":
        """Return the sums."""
        return Repairs(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


def repaired(mesh: Mesh, *, fills_holes: bool = False, tolerance: float = TOLERANCE) -> tuple[Mesh, Repairs]:
    """Return a mesh mended, and what was; one without triangles stays as it is."""
    if not any(len(surface.faces) for surface in mesh.surfaces):
        return mesh, Repairs()
    begun = Soup.of(mesh)
    diagonal_m = float(np.linalg.norm(np.ptp(begun.points[used_by(begun.faces)], axis=0)))
    soup, welded = _welded(begun, tolerance * diagonal_m)
    soup, degenerate = _without_degenerate(soup, _FLAT * diagonal_m)
    soup, duplicates = _without_duplicates(soup)
    if not len(soup.faces):
        return mesh, Repairs(parts=int(begun.part.max()) + 1, parts_undone=int(begun.part.max()) + 1)
    edges = Edges.of(soup.place[soup.faces])
    soup, turned = _turned(soup, edges)
    unfilled, holes, turned_again = soup, NONE, NONE
    if fills_holes:
        soup, holes = filled(soup)
        if len(holes):  # now there is an inside, and an outside
            soup, turned_again = _turned(soup, Edges.of(soup.place[soup.faces]))
    opened = undone = np.zeros(int(begun.part.max()) + 1, np.bool_)
    if len(welded) or len(degenerate) or len(holes):
        soup, opened, undone = _guarded(soup, unfilled, begun)
        edges = Edges.of(soup.place[soup.faces])
    soup, merged = _merged(soup)
    soup, split = _split(soup)
    found = Repairs(
        parts=len(undone), corners_merged=merged, places_welded=_outside(undone, welded),
        degenerate_dropped=_outside(undone, degenerate), duplicates_dropped=_outside(undone, duplicates),
        faces_turned=_outside(undone, turned) + _outside(opened | undone, turned_again),
        nonmanifold_edges=int((edges.count > 2).sum()), corners_split=split,
        holes_filled=_outside(opened | undone, holes),
        holes_left=_open_rims(edges, soup.place[soup.faces]),
        orphans_dropped=sum(len(surface.points) for surface in mesh.surfaces) - len(used_by(begun.faces)),
        parts_undone=int((opened | undone).sum()),
    )  # fmt: skip
    return soup.unpacked(mesh), found


def _outside(undone: Mask, parts: Rows) -> int:
    """Return how many of the things done to these parts, one entry each, were not undone."""
    return int((~undone[parts]).sum())


def _welded(soup: Soup, tolerance_m: float) -> tuple[Soup, Rows]:
    """Return it with places that lie nearer than a tolerance moved together, and the part of each that was moved."""
    place = soup.place
    own = used_by(place[soup.faces])
    pairs: Rows = cKDTree(soup.points[own]).query_pairs(tolerance_m, output_type="ndarray")
    if not len(pairs):
        return soup, NONE
    graph = coo_matrix((np.ones(len(pairs), np.int8), (pairs[:, 0], pairs[:, 1])), shape=(len(own), len(own)))
    group = connected_components(graph, directed=False)[1]
    first = np.full(int(group.max()) + 1, -1)
    first[group[::-1]] = own[::-1]
    to = np.arange(len(soup.points))
    to[own] = first[group]
    part = np.zeros(len(soup.points), np.int64)
    part[place[soup.faces]] = soup.part[:, None]
    return replace(soup, points=soup.points[to[place]]), part[own[to[own] != own]]


def _without_degenerate(soup: Soup, lowest_m: float) -> tuple[Soup, Rows]:
    """Return it without triangles of two places or on a line, except where these close a shell; and their parts."""
    faces = soup.place[soup.faces]
    is_proper = (faces != np.roll(faces, 1, axis=1)).all(axis=1)
    corners = soup.points[faces]
    sides = np.linalg.norm(np.roll(corners, -1, axis=1) - corners, axis=2).max(axis=1)
    double = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    is_flat = is_proper & (double <= lowest_m * np.maximum(sides, 1e-300))
    if is_flat.any():
        closed = np.zeros(int(soup.part.max()) + 1, np.bool_)
        found = closed_parts(Edges.of(faces[is_proper]), soup.part[is_proper])
        closed[: len(found)] = found
        is_flat &= ~closed[soup.part]
    kept = is_proper & ~is_flat
    return soup.kept(kept), soup.part[~kept]


def closed_parts(edges: Edges, part: Rows) -> Mask:
    """Return for each part whether each of its edges is shared by two triangles that run along it in turn."""
    along = np.bincount(edges.edge, np.where(edges.ahead, 1, -1))
    is_open = (edges.count != 2) | (along != 0)
    closed = np.ones(int(part.max()) + 1, np.bool_)
    closed[part[edges.face[is_open[edges.edge]]]] = False
    return closed


def _without_duplicates(soup: Soup) -> tuple[Soup, Rows]:
    """Return it without triangles that stand as another of their surface stands, turned alike; and their parts."""
    faces = soup.place[soup.faces]
    turn = faces.argmin(axis=1)[:, None]
    rolled = np.take_along_axis(faces, (turn + np.arange(3)) % 3, axis=1)
    rows = np.column_stack([rolled, soup.owner[soup.faces[:, 0]]])
    is_first = same_rows(rows) == np.arange(len(rows))
    return soup.kept(is_first), soup.part[~is_first]


def _turned(soup: Soup, edges: Edges) -> tuple[Soup, Rows]:
    """Return it with neighbours turned alike, and shells outside out; the parts of the triangles that were turned."""
    faces = soup.place[soup.faces]
    turns = turns_of(edges, len(faces))
    part = parts_of(faces)
    closed = closed_parts(edges.turned(turns), part)
    turned = np.where(turns[:, None], faces[:, ::-1], faces) if turns.any() else faces
    inside_out = closed & (_volumes(soup.points, turned, part) < 0)
    for number in np.flatnonzero(inside_out & (np.bincount(part, turns) == 0)).tolist():
        inside_out[number] = not _lies_within_another(soup.points, faces, part, number)
    turns ^= inside_out[part]
    if not turns.any():
        return soup, NONE
    now = np.where(turns[:, None], soup.faces[:, ::-1], soup.faces)
    return replace(soup, faces=now, flips=_flipped_normals(soup, now, turns)), soup.part[turns]


def turns_of(edges: Edges, count: int) -> Mask:
    """Return which triangles run against most of those that edges join them to; none where there is no telling.

    Each triangle stands twice in a graph, as it is and turned; what belongs together is connected.
    """
    one = edges.pairs
    against = (edges.ahead[one] == edges.ahead[one + 1]).astype(np.int64)
    if not against.any():
        return np.zeros(count, np.bool_)
    first, second = edges.face[one], edges.face[one + 1]
    ends = np.concatenate([
        np.column_stack([2 * first, 2 * second + against]), np.column_stack([2 * first + 1, 2 * second + 1 - against])
    ])  # fmt: skip
    graph = coo_matrix((np.ones(len(ends), np.int8), (ends[:, 0], ends[:, 1])), shape=(2 * count, 2 * count))
    label = connected_components(graph, directed=False)[1].reshape(-1, 2)
    is_told = label[:, 0] != label[:, 1]  # a Möbius strip has no side
    group, side = label.min(axis=1), label[:, 0] > label[:, 1]
    votes = np.bincount(group, np.where(side, 1, -1), minlength=int(label.max()) + 1)
    return np.asarray(is_told & (side == (votes[group] <= 0)))


def _lies_within_another(points: Points, faces: Rows, part: Rows, number: int) -> bool:
    mine = points[faces[part == number]].reshape(-1, 3)
    others = points[faces[part != number]].reshape(-1, 3)
    if not len(others):
        return False
    low, high = others.min(axis=0), others.max(axis=0)
    return bool((mine.min(axis=0) > low).all() and (mine.max(axis=0) < high).all())


def _volumes(points: Points, faces: Rows, part: Rows) -> NDArray[np.float64]:
    middle = points[faces[0, 0]]
    a, b, c = (points[faces[:, corner]] - middle for corner in range(3))
    return np.asarray(np.bincount(part, np.einsum("nx,nx->n", a, np.cross(b, c)) / 6), np.float64)


def _areas(points: Points, faces: Rows, part: Rows, count: int) -> NDArray[np.float64]:
    a, b, c = (points[faces[:, corner]] for corner in range(3))
    return np.asarray(
        np.bincount(part, np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2, minlength=count), np.float64
    )


def _flipped_normals(soup: Soup, faces: Rows, turns: Mask) -> Mask:
    """Return the corners whose normals look inwards now: all their triangles were turned, and they did not wait."""
    normals = _source_normals(soup)
    a, b, c = (soup.points[faces[:, corner]] for corner in range(3))
    along = np.einsum("nx,nkx->nk", np.cross(b - a, c - a), normals[faces])
    wrong, other = np.zeros(len(soup.points), np.bool_), np.zeros(len(soup.points), np.bool_)
    wrong[faces[turns][along[turns] < 0]] = True
    other[faces[~turns]] = True
    return wrong & ~other


def _source_normals(soup: Soup) -> NDArray[np.float32]:
    normals = [
        np.zeros((len(each.points), 3), np.float32) if each.normals is None else each.normals for each in soup.surfaces
    ]
    return np.concatenate(normals)[soup.source]


def _guarded(soup: Soup, unfilled: Soup, begun: Soup) -> tuple[Soup, Mask, Mask]:
    """Return it with the parts as they were that mending would cost too much.

    Also which parts are without their filled holes again, and which are as they came.
    """
    count = int(begun.part.max()) + 1
    alone, _ = _without_duplicates(begun)
    before = _areas(alone.points, alone.faces, alone.part, count)
    swollen = _areas(soup.points, soup.faces, soup.part, count) > (1 + GAIN_MOST) * before
    if swollen.any():
        soup = _with_parts_of(soup, unfilled, swollen)
    lost = _areas(soup.points, soup.faces, soup.part, count) < (1 - LOSS_MOST) * before
    closed = closed_parts(Edges.of(begun.place[begun.faces]), begun.part)
    volume = np.abs(_volumes(begun.points, begun.faces, begun.part))
    now = np.zeros(count)
    present = _volumes(soup.points, soup.faces, soup.part)
    now[: len(present)] = np.abs(present)
    lost |= closed & (now < (1 - LOSS_MOST) * volume)
    if lost.any():
        soup = _with_parts_of(soup, begun, lost)
    return soup, swollen, lost


def _with_parts_of(soup: Soup, other: Soup, parts: Mask) -> Soup:
    """Return it with some of its parts as another has them."""
    mine, theirs = soup.kept(~parts[soup.part]), other.kept(parts[other.part])
    return replace(
        soup,
        points=np.concatenate([mine.points, theirs.points]), source=np.concatenate([mine.source, theirs.source]),
        faces=np.concatenate([mine.faces, theirs.faces + len(mine.points)]),
        part=np.concatenate([mine.part, theirs.part]), flips=np.concatenate([mine.flips, theirs.flips]),
    )  # fmt: skip


def _merged(soup: Soup) -> tuple[Soup, int]:
    """Return it with corners of one place and the same attributes made one, and how many went."""
    bits = attributes_of(soup.surfaces)[soup.source]
    rows = np.column_stack([soup.points.view(np.uint32).reshape(len(bits), -1), bits, soup.flips.astype(np.uint32)])
    faces = same_rows(rows)[soup.faces]
    return replace(soup, faces=faces), len(used_by(soup.faces)) - len(used_by(faces))


def _split(soup: Soup) -> tuple[Soup, int]:
    """Return it with corners split where triangles meet that no edge joins, and how many were added.

    Edges join two triangles that run along them in turn. Where a sheet has a back of the same triangles, front and back
    are joined each for itself.
    """
    sheet = _backs(soup)
    edges = Edges.of(2 * soup.faces + sheet[:, None])
    one = edges.pairs
    one = one[edges.ahead[one] != edges.ahead[one + 1]]
    mine, theirs = 3 * edges.face[one], 3 * edges.face[one + 1]
    start = np.column_stack([mine + edges.side[one], theirs + (edges.side[one + 1] + 1) % 3])
    end = np.column_stack([mine + (edges.side[one] + 1) % 3, theirs + edges.side[one + 1]])
    ends, count = np.concatenate([start, end]), soup.faces.size
    graph = coo_matrix((np.ones(len(ends), np.int8), (ends[:, 0], ends[:, 1])), shape=(count, count))
    fans, fan = connected_components(graph, directed=False)
    corner = np.zeros(fans, np.int64)
    corner[fan] = soup.faces.reshape(-1)
    first = np.full(len(soup.points), -1)
    first[corner[::-1]] = np.arange(fans)[::-1]
    is_again = first[corner] != np.arange(fans)
    if not is_again.any():
        return soup, 0
    added, number = corner[is_again], corner.copy()
    number[is_again] = len(soup.points) + np.arange(len(added))
    return replace(
        soup, points=np.concatenate([soup.points, soup.points[added]]),
        source=np.concatenate([soup.source, soup.source[added]]),
        flips=np.concatenate([soup.flips, soup.flips[added]]), faces=number[fan].reshape(-1, 3),
    ), len(added)  # fmt: skip


def _backs(soup: Soup) -> Rows:
    """Return 1 for triangles that stand, turned, where one before them stands; 0 for all others."""
    places = np.sort(soup.place[soup.faces], axis=1)
    return np.asarray(same_rows(places) != np.arange(len(places)), np.int64)


def _open_rims(edges: Edges, faces: Rows) -> int:
    """Return the number of connected rims, of edges that only one triangle has."""
    single = edges.count[edges.edge] == 1
    face, side = edges.face[single], edges.side[single]
    start, end = faces[face, side], faces[face, (side + 1) % 3]
    if not len(start):
        return 0
    corners, ends = renumbered(np.stack([start, end], axis=1))
    graph = coo_matrix((np.ones(len(start), np.int8), (ends[:, 0], ends[:, 1])), shape=(len(corners), len(corners)))
    return int(connected_components(graph, directed=False)[0])

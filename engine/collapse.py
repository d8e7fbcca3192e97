"""Edge collapse that never breaks a closed manifold.

Garland & Heckbert, "Surface simplification using quadric error metrics" (1997), with the link condition (Dey et al.,
"Topology preserving edge contraction", 1999) and a check against flipped triangles.
"""

import heapq
from collections.abc import Sequence

import numpy as np

from engine.shapes import Faces, Points

Vector = tuple[float, float, float]
Quadric = tuple[float, float, float, float, float, float, float, float, float, float]
_FLIP_COSINE = 0.15


class _Mesh:
    """Corners with quadrics and triangles, as they are collapsed."""

    def __init__(self, points: Points, faces: Faces) -> None:
        self.places: list[Vector] = [tuple(place) for place in points.tolist()]
        self.faces: dict[int, tuple[int, int, int]] = {index: tuple(face) for index, face in enumerate(faces.tolist())}
        self.around: list[set[int]] = [set() for _ in self.places]
        for index, face in self.faces.items():
            for corner in face:
                self.around[corner].add(index)
        self.quadrics = _quadrics(points, faces)
        self.stamps = [0] * len(self.places)
        self.queue: list[tuple[float, int, int, int, int, Vector]] = []
        edges = {(min(a, b), max(a, b)) for face in self.faces.values() for a, b in _sides(face)}
        for one, two in sorted(edges):
            self.offer(one, two)

    def offer(self, one: int, two: int) -> None:
        """Put an edge into the queue with the place and the cost of its collapse."""
        quadric = _sum(self.quadrics[one], self.quadrics[two])
        place, cost = _best(quadric, self.places[one], self.places[two])
        heapq.heappush(self.queue, (cost, one, two, self.stamps[one], self.stamps[two], place))

    def neighbours(self, corner: int) -> set[int]:
        """Return the corners that share a triangle with this one."""
        found = {other for index in self.around[corner] for other in self.faces[index]}
        found.discard(corner)
        return found

    def collapse_next(self) -> bool:
        """Collapse the cheapest edge that may be collapsed; return False when there is none."""
        while self.queue:
            _, one, two, stamp_one, stamp_two, place = heapq.heappop(self.queue)
            if self.stamps[one] != stamp_one or self.stamps[two] != stamp_two:
                continue
            if len(self.neighbours(one) & self.neighbours(two)) == 2 and not self._flips(one, two, place):
                self._collapse(one, two, place)
                return True
        return False

    def _flips(self, one: int, two: int, place: Vector) -> bool:
        for kept, gone in ((one, two), (two, one)):
            for index in self.around[kept] - self.around[gone]:
                a, b, c = self.faces[index]
                while a != kept:
                    a, b, c = b, c, a
                others = self.places[b], self.places[c]
                before, after = _normal(self.places[kept], *others), _normal(place, *others)
                along = before[0] * after[0] + before[1] * after[1] + before[2] * after[2]
                if along <= _FLIP_COSINE * (_square(before) * _square(after)) ** 0.5:
                    return True
        return False

    def _collapse(self, one: int, two: int, place: Vector) -> None:
        for index in self.around[one] & self.around[two]:
            for corner in self.faces.pop(index):
                self.around[corner].discard(index)
        for index in self.around[two]:
            a, b, c = self.faces[index]
            self.faces[index] = (one if a == two else a, one if b == two else b, one if c == two else c)
        self.around[one] |= self.around[two]
        self.around[two] = set()
        self.places[one] = place
        self.quadrics[one] = _sum(self.quadrics[one], self.quadrics[two])
        self.stamps[one] += 1
        self.stamps[two] += 1
        for other in sorted(self.neighbours(one)):
            self.offer(one, other)

    def arrays(self) -> tuple[Points, Faces]:
        """Return the corners that are still in use, and the triangles."""
        faces = np.array([self.faces[index] for index in sorted(self.faces)], np.int32)
        kept, local = np.unique(faces, return_inverse=True)
        return np.array(self.places, np.float64)[kept], local.reshape(-1, 3).astype(np.int32)


def collapsed(points: Points, faces: Faces, targets: Sequence[int]) -> list[tuple[Points, Faces]]:
    """Return the closed shape at each of the falling numbers of triangles; ends early where it can go no further.

    Genus is kept: a ring stays a ring.
    """
    mesh = _Mesh(points, faces)
    found: list[tuple[Points, Faces]] = []
    for target in targets:
        while len(mesh.faces) > target:
            if not mesh.collapse_next():
                return found
        found.append(mesh.arrays())
    return found


def _quadrics(points: Points, faces: Faces) -> list[Quadric]:
    """Return for each corner the sum over its triangles of area times the squared distance from their planes."""
    corner_a, corner_b, corner_c = (points[faces[:, corner]] for corner in range(3))
    cross = np.cross(corner_b - corner_a, corner_c - corner_a)
    double = np.linalg.norm(cross, axis=1)
    normal = cross / np.maximum(double, 1e-30)[:, None]
    offset = -(normal * corner_a).sum(axis=1)
    plane = np.column_stack([normal, offset])
    rows, columns = np.triu_indices(4)
    terms = plane[:, rows] * plane[:, columns] * (double / 2)[:, None]
    sums = np.zeros((len(points), 10))
    for corner in range(3):
        np.add.at(sums, faces[:, corner], terms)
    return [(a, b, c, d, e, f, g, h, i, j) for a, b, c, d, e, f, g, h, i, j in sums.tolist()]


def _best(q: Quadric, one: Vector, two: Vector) -> tuple[Vector, float]:
    """Return the place of least quadric error for a collapsed edge, and the error."""
    length = (one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2 + (one[2] - two[2]) ** 2
    middle = ((one[0] + two[0]) / 2, (one[1] + two[1]) / 2, (one[2] + two[2]) / 2)
    aa, ab, ac, ad, bb, bc, bd, cc, cd, _ = q
    x, y, z = bb * cc - bc * bc, ac * bc - ab * cc, ab * bc - ac * bb
    determinant = aa * x + ab * y + ac * z
    weight = aa + bb + cc
    if determinant > 3e-6 * weight**3:
        u, v, w = aa * cc - ac * ac, ac * ab - aa * bc, aa * bb - ab * ab
        place = (
            -(x * ad + y * bd + z * cd) / determinant,
            -(y * ad + u * bd + v * cd) / determinant,
            -(z * ad + v * bd + w * cd) / determinant,
        )
        if (place[0] - middle[0]) ** 2 + (place[1] - middle[1]) ** 2 + (place[2] - middle[2]) ** 2 < 4 * length:
            return place, max(_error(q, place), 0.0) + 1e-9 * length * weight
    error, place = min((_error(q, place), place) for place in (one, two, middle))
    return place, max(error, 0.0) + 1e-9 * length * weight


def _error(q: Quadric, place: Vector) -> float:
    x, y, z = place
    return (
        q[0] * x * x + q[4] * y * y + q[7] * z * z + q[9]
        + 2 * (q[1] * x * y + q[2] * x * z + q[5] * y * z + q[3] * x + q[6] * y + q[8] * z)
    )  # fmt: skip


def _sum(one: Quadric, two: Quadric) -> Quadric:
    a, b, c, d, e, f, g, h, i, j = one
    k, m, n, o, p, q, r, s, t, u = two
    return (a + k, b + m, c + n, d + o, e + p, f + q, g + r, h + s, i + t, j + u)


def _normal(a: Vector, b: Vector, c: Vector) -> Vector:
    ux, uy, uz = b[0] - a[0], b[1] - a[1], b[2] - a[2]
    vx, vy, vz = c[0] - a[0], c[1] - a[1], c[2] - a[2]
    return (uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx)


def _square(vector: Vector) -> float:
    return vector[0] ** 2 + vector[1] ** 2 + vector[2] ** 2


def _sides(face: tuple[int, int, int]) -> tuple[tuple[int, int], ...]:
    a, b, c = face
    return ((a, b), (b, c), (c, a))

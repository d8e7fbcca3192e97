"""Edge collapse that never breaks a closed manifold, of many shapes at once.

Garland & Heckbert, "Surface simplification using quadric error metrics" (1997), with the link condition (Dey et al.,
"Topology preserving edge contraction", 1999) and a check against flipped triangles. In each round all shapes lose every
edge that is cheap for its shape and the cheapest for two edges around: such collapses do not touch each other, so numpy
does them in one go.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.shapes import Faces, Points, Tick, no_tick

Shape = tuple[Points, Faces, Sequence[int]]
"""Corners, triangles, and the falling numbers of triangles that are wanted."""

_FLIP_COSINE = 0.15
_NEVER = np.iinfo(np.int64).max
_JITTER = 0.1  # of the cost: without it the equal edges of round things would wait for each other
_LEAST = 4  # a tetrahedron can lose nothing
_Rows = NDArray[np.int64]
_Mask = NDArray[np.bool_]


class _Meshes:
    """Corners with quadrics, triangles and edges of all shapes, as they are collapsed.

    Shapes are moved to the origin and scaled to one meanwhile; triangles stay sorted by shape.
    """

    def __init__(self, shapes: Sequence[Shape]) -> None:
        count = len(shapes)
        self.middle = np.array([(points.min(axis=0) + points.max(axis=0)) / 2 for points, _, _ in shapes])
        self.size = np.array([max(float(np.ptp(points, axis=0).max()), 1e-30) for points, _, _ in shapes])
        self.targets = [[target for target in wanted if target >= _LEAST] for _, _, wanted in shapes]
        self.found: list[list[tuple[Points, Faces]]] = [[] for _ in shapes]
        self.shape = np.repeat(np.arange(count), [len(points) for points, _, _ in shapes])
        places = np.concatenate([points for points, _, _ in shapes])
        self.places = (places - self.middle[self.shape]) / self.size[self.shape][:, None]
        starts = np.cumsum([0, *(len(points) for points, _, _ in shapes[:-1])])
        self.faces = np.concatenate(
            [faces.astype(np.int64) + start for (_, faces, _), start in zip(shapes, starts, strict=True)]
        )
        self.quadrics = _quadrics(self.places, self.faces)
        sides = np.concatenate([self.faces[:, [0, 1]], self.faces[:, [1, 2]], self.faces[:, [2, 0]]])
        self.edges = sides[sides[:, 0] < sides[:, 1]]
        self.aims = np.zeros((len(self.edges), 3))
        self.costs = np.zeros(len(self.edges))
        self.refused = np.zeros(len(self.edges), np.bool_)
        self.random = np.random.default_rng(0)
        self.measure(np.arange(len(self.edges)))

    def measure(self, rows: _Rows) -> None:
        """Work out where these edges would collapse to, and at what cost."""
        one, two = self.edges[rows].T
        self.aims[rows], self.costs[rows] = _best(
            self.quadrics[one] + self.quadrics[two], self.places[one], self.places[two]
        )
        self.refused[rows] = False

    def counts(self) -> _Rows:
        """Return the number of triangles of each shape."""
        return np.bincount(self.shape[self.faces[:, 0]], minlength=len(self.targets))

    def harvest(self) -> None:
        """Keep the shapes that have come down to a target; let go of those that want no more, or can do no more."""
        counts = self.counts()
        ends = np.cumsum(counts)
        able = np.bincount(self.shape[self.edges[~self.refused, 0]], minlength=len(counts))
        done = np.zeros(len(counts), np.bool_)
        for index in np.flatnonzero(counts).tolist():
            wanted = self.targets[index]
            if wanted and counts[index] <= wanted[0]:
                self.found[index].append(self._arrays(index, self.faces[ends[index] - counts[index] : ends[index]]))
                while wanted and counts[index] <= wanted[0]:
                    wanted.pop(0)
            done[index] = not wanted or not able[index]
        if done.any():
            self._forget(done)

    def _arrays(self, index: int, faces: _Rows) -> tuple[Points, Faces]:
        kept, local = np.unique(faces, return_inverse=True)
        return self.places[kept] * self.size[index] + self.middle[index], local.reshape(-1, 3).astype(np.int32)

    def _forget(self, done: _Mask) -> None:
        self.faces = self.faces[~done[self.shape[self.faces[:, 0]]]]
        self._keep_edges(~done[self.shape[self.edges[:, 0]]])
        used = np.zeros(len(self.places), np.bool_)
        used[self.faces] = True
        if used.sum() < 0.7 * len(used):
            place = np.cumsum(used) - 1
            self.faces, self.edges = place[self.faces], place[self.edges]
            self.places, self.quadrics, self.shape = self.places[used], self.quadrics[used], self.shape[used]

    def _keep_edges(self, kept: _Mask) -> None:
        self.edges, self.aims = self.edges[kept], self.aims[kept]
        self.costs, self.refused = self.costs[kept], self.refused[kept]

    def collapse_some(self) -> None:
        """Collapse edges that are cheap, allowed, and far enough from each other."""
        chosen = self._chosen()
        if not len(chosen):  # costs that are no numbers: rather stop than try for ever
            self.refused[:] = True
            return
        one, two = self.edges[chosen].T
        owner = np.full(len(self.places), -1)
        owner[one] = owner[two] = np.arange(len(chosen))
        linked, doubled = self._links(owner, two, len(chosen))
        around, flipped = self._flips(owner, chosen)
        allowed = linked & ~flipped
        self.refused[chosen[~allowed]] = True
        self._collapse(chosen, allowed, owner, around, doubled)

    def _chosen(self) -> _Rows:
        """Return the edges that cost least among all within two edges, as many as each shape has left to lose."""
        free = np.flatnonzero(~self.refused)
        shape = self.shape[self.edges[free, 0]]
        logs = np.log(self.costs[free])
        number = np.maximum(np.bincount(shape, minlength=len(self.targets)), 1)
        usual = np.bincount(shape, logs, minlength=len(self.targets)) / number
        free = free[logs <= usual[shape] + 1e-6]
        cost = self.costs[free] * (1 + _JITTER * self.random.random(len(free)))
        free = free[np.argsort(cost, kind="stable")]
        rank = np.arange(len(free))
        one, two = self.edges[free].T
        nearest = np.full(len(self.places), _NEVER)
        nearest[two[::-1]] = rank[::-1]  # the last assignment holds: the lowest rank
        first = np.full(len(self.places), _NEVER)
        first[one[::-1]] = rank[::-1]
        nearest = np.minimum(nearest, first)
        near = nearest.copy()
        np.minimum.at(near, self.edges[:, 0], nearest[self.edges[:, 1]])
        np.minimum.at(near, self.edges[:, 1], nearest[self.edges[:, 0]])
        best = free[(near[one] == rank) & (near[two] == rank)]
        kept: _Rows = best[self._within_quota(self.shape[self.edges[best, 0]])]
        return kept

    def _within_quota(self, shape: _Rows) -> _Mask:
        """Tell which of these shapes' collapses, cheapest first, their next targets leave room for."""
        wanted = np.array([targets[0] if targets else 0 for targets in self.targets])
        quota = (self.counts() - wanted + 1) // 2
        order = np.argsort(shape, kind="stable")
        first = np.searchsorted(shape[order], shape[order])
        place = np.empty(len(shape), np.int64)
        place[order] = np.arange(len(shape)) - first
        kept: _Mask = place < quota[shape]
        return kept

    def _links(self, owner: _Rows, two: _Rows, count: int) -> tuple[_Mask, _Rows]:
        """Return which collapses have exactly two corners next to both ends, and the edges that come to lie double."""
        ends = owner[self.edges]
        rows = np.flatnonzero((ends[:, 0] >= 0) != (ends[:, 1] >= 0))
        is_second = ends[rows, 1] >= 0
        mine, other = self.edges[rows, is_second.astype(int)], self.edges[rows, 1 - is_second.astype(int)]
        key = owner[mine] * len(self.places) + other
        order = np.argsort(key, kind="stable")
        double = np.flatnonzero(np.diff(key[order]) == 0)
        linked = np.bincount(owner[mine[order[double]]], minlength=count) == 2
        pair = np.concatenate([order[double], order[double + 1]])
        return linked, rows[pair[mine[pair] == two[owner[mine[pair]]]]]

    def _flips(self, owner: _Rows, chosen: _Rows) -> tuple[tuple[_Rows, _Rows, _Mask], _Mask]:
        """Return the triangles around each collapse (row, collapse, whether it vanishes), and which turn any over."""
        of = owner[self.faces]
        rows = np.flatnonzero((of >= 0).any(axis=1))
        of = of[rows]
        collapse, gone = of.max(axis=1), (of >= 0).sum(axis=1) == 2
        stay = ~gone
        before = self.places[self.faces[rows[stay]]]
        after = np.where((of[stay] >= 0)[:, :, None], self.aims[chosen][collapse[stay]][:, None, :], before)
        old, new = _crosses(before), _crosses(after)
        along = np.einsum("nx,nx->n", old, new)
        sizes = np.sqrt(np.einsum("nx,nx->n", old, old) * np.einsum("nx,nx->n", new, new))
        turned = along <= _FLIP_COSINE * sizes
        flipped = np.bincount(collapse[stay][turned], minlength=len(chosen)) > 0
        return (rows, collapse, gone), flipped

    def _collapse(
        self, chosen: _Rows, allowed: _Mask, owner: _Rows, around: tuple[_Rows, _Rows, _Mask], doubled: _Rows
    ) -> None:
        done = chosen[allowed]
        one, two = self.edges[done].T
        self.places[one] = self.aims[done]
        self.quadrics[one] += self.quadrics[two]
        target = np.arange(len(self.places))
        target[two] = one
        rows, collapse, gone = around
        kept = np.ones(len(self.faces), np.bool_)
        kept[rows[gone & allowed[collapse]]] = False
        self.faces = target[self.faces[kept]]
        lost = np.zeros(len(self.edges), np.bool_)
        lost[done] = True
        lost[doubled[allowed[owner[self.edges[doubled]].max(axis=1)]]] = True
        self.edges = target[self.edges]
        self._keep_edges(~lost)
        touched = np.zeros(len(self.places), np.bool_)
        touched[one] = True
        self.measure(np.flatnonzero(touched[self.edges].any(axis=1)))


def collapsed(shapes: Sequence[Shape], *, tick: Tick = no_tick) -> list[list[tuple[Points, Faces]]]:
    """Return each closed shape at its falling numbers of triangles (or one less); fewer where it can go no further.

    Genus is kept: a ring stays a ring.
    """
    filled = [index for index, (_, faces, _) in enumerate(shapes) if len(faces)]
    found: list[list[tuple[Points, Faces]]] = [[] for _ in shapes]
    if not filled:
        return found
    meshes = _Meshes([shapes[index] for index in filled])
    begun = len(meshes.faces)
    meshes.harvest()
    while len(meshes.faces):
        tick(1 - len(meshes.faces) / begun, "Simplifying")
        meshes.collapse_some()
        meshes.harvest()
    for index, versions in zip(filled, meshes.found, strict=True):
        found[index] = versions
    return found


def _quadrics(points: Points, faces: _Rows) -> NDArray[np.float64]:
    """Return for each corner the sum over its triangles of area times the squared distance from their planes."""
    cross = _crosses(points[faces])
    double = np.linalg.norm(cross, axis=1)
    normal = cross / np.maximum(double, 1e-30)[:, None]
    plane = np.column_stack([normal, -(normal * points[faces[:, 0]]).sum(axis=1)])
    rows, columns = np.triu_indices(4)
    terms = plane[:, rows] * plane[:, columns] * (double / 2)[:, None]
    corner, weights = faces.T.ravel(), np.tile(terms, (3, 1))
    return np.stack([np.bincount(corner, weights[:, term], minlength=len(points)) for term in range(10)], axis=1)


def _best(q: NDArray[np.float64], one: Points, two: Points) -> tuple[Points, NDArray[np.float64]]:
    """Return the places of least quadric error for collapsed edges, and the errors."""
    length = ((one - two) ** 2).sum(axis=1)
    middle = (one + two) / 2
    aa, ab, ac, ad, bb, bc, bd, cc, cd, _ = q.T
    x, y, z = bb * cc - bc * bc, ac * bc - ab * cc, ab * bc - ac * bb
    u, v, w = aa * cc - ac * ac, ac * ab - aa * bc, aa * bb - ab * ab
    determinant = aa * x + ab * y + ac * z
    weight = aa + bb + cc
    is_solved = determinant > 3e-6 * weight**3
    safe = np.where(is_solved, determinant, 1.0)[:, None]
    solved = -np.stack([x * ad + y * bd + z * cd, y * ad + u * bd + v * cd, z * ad + v * bd + w * cd], axis=1) / safe
    is_solved &= ((solved - middle) ** 2).sum(axis=1) < 4 * length
    choices = np.stack([one, two, middle])
    errors = np.stack([_error(q, place) for place in choices])
    least = errors.argmin(axis=0)
    every = np.arange(len(q))
    place = np.where(is_solved[:, None], solved, choices[least, every])
    error = np.where(is_solved, _error(q, solved), errors[least, every])
    return place, np.maximum(error, 0.0) + 1e-9 * length * weight + 1e-300


def _error(q: NDArray[np.float64], place: Points) -> NDArray[np.float64]:
    x, y, z = place.T
    error: NDArray[Any] = (
        q[:, 0] * x * x + q[:, 4] * y * y + q[:, 7] * z * z + q[:, 9]
        + 2 * (q[:, 1] * x * y + q[:, 2] * x * z + q[:, 5] * y * z + q[:, 3] * x + q[:, 6] * y + q[:, 8] * z)
    )  # fmt: skip
    return error


def _crosses(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (n, 3) cross products of two sides of (n, 3, 3) triangles."""
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    return np.stack(
        [
            one[:, 1] * two[:, 2] - one[:, 2] * two[:, 1],
            one[:, 2] * two[:, 0] - one[:, 0] * two[:, 2],
            one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0],
        ],
        axis=1,
    )

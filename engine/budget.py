"""Fit an assembly into a number of triangles, with the error spread evenly over its parts.

Each part offers a ladder of simpler closed versions of itself (quadric edge collapse, manifold3d's tolerance collapse,
hull, box), each with its measured deviation. One tolerance, found by search over the whole assembly, picks from every
ladder the lightest version that keeps to it; what is left of the budget goes to the parts with the largest deviation.
"""

import heapq
from dataclasses import dataclass, replace

import fast_simplification
import numpy as np
from manifold3d import Error, Manifold, Mesh64

from domain.errors import GenerationFailed
from engine.deviation import Surface
from engine.shapes import Assembly, Faces, Part, Points, Tick, no_tick

_SHRINK = 0.62  # each rung of a ladder has about this share of the triangles of the one before
_RUNGS_MAX = 22
_BOX = 12  # triangles


@dataclass(frozen=True, slots=True, eq=False)
class _Rung:
    """A closed version of a part and how far it strays from the part, metres."""

    error_m: float
    points: Points
    faces: Faces


def fit_to_budget(assembly: Assembly, *, triangles: int, tick: Tick = no_tick) -> Assembly:
    """Return the assembly with at most `triangles` triangles; every part stays closed and manifold.

    Parts keep their order and names. Only when even the plainest version of every part is too much, the parts of an
    object become one hull, and at the very last the whole assembly becomes one.

    Raises
    ------
    GenerationFailed
        A part is not a closed manifold.
    """
    if assembly.triangles <= triangles:
        return assembly
    ladders = []
    for done, part in enumerate(assembly.parts):
        tick(0.9 * done / len(assembly.parts), f"Simplifying {part.name}")
        ladders.append(_ladder(part))
    if sum(len(ladder[-1].faces) for ladder in ladders) > triangles:
        return _merged(assembly, triangles)
    chosen = _spend(ladders, _evenly(ladders, triangles), triangles)
    tick(1.0, "Simplified")
    return Assembly(
        tuple(
            replace(part, points=ladder[rung].points, faces=ladder[rung].faces) if rung else part
            for part, ladder, rung in zip(assembly.parts, ladders, chosen, strict=True)
        )
    )


def _ladder(part: Part) -> list[_Rung]:
    """Return versions of the part from the part itself down to a box, lighter and further off with every rung."""
    whole = _solid(part.points, part.faces)
    if whole.status() != Error.NoError or whole.is_empty():
        raise GenerationFailed("A part is not a closed shape", stage="geometry_generation", part=part.name)
    size = float(np.linalg.norm(np.ptp(part.points, axis=0)))
    surface = Surface(part.points, part.faces)
    rungs = [
        _Rung(surface.strays_from(Surface(points, faces)), points, faces)
        for points, faces in _versions(whole, size)
        if len(faces) < len(part.faces)
    ]
    return _staircase([_Rung(0.0, part.points, part.faces), *rungs])


def _staircase(rungs: list[_Rung]) -> list[_Rung]:
    """Keep the rungs that no other one beats in both weight and deviation, heaviest first."""
    kept: list[_Rung] = []
    for rung in sorted(rungs, key=lambda rung: (rung.error_m, len(rung.faces))):
        if not kept or len(rung.faces) < len(kept[-1].faces):
            kept.append(rung)
    return kept


def _versions(whole: Manifold, size: float) -> list[tuple[Points, Faces]]:
    clean = _arrays(whole.simplify(1e-5 * size))
    found = [clean, *_collapsed(*_arrays(whole))]
    if len(clean[1]) < 0.9 * whole.num_tri():
        found += _collapsed(*clean)
    found += [*_loosened(whole, size), *_loosened(whole.hull(), size)]
    low, high = np.array(whole.bounding_box()).reshape(2, 3)
    found.append(_arrays(Manifold.cube(np.maximum(high - low, 1e-6 * size)).translate(low)))
    return [version for version in found if _is_closed(*version)]


def _loosened(whole: Manifold, size: float) -> list[tuple[Points, Faces]]:
    """Return the shape within ever looser tolerances, stretched meanwhile if it is thin, so that it does not vanish."""
    low, high = np.array(whole.bounding_box()).reshape(2, 3)
    stretch = np.minimum(np.maximum(0.5 * size / np.maximum(high - low, 1e-6 * size), 1.0), 1e3)
    thick = whole.scale(stretch)
    found = [
        thick.simplify(tolerance * size).scale(1 / stretch)
        for tolerance in (5e-4, 2e-3, 6e-3, 1.5e-2, 3e-2, 6e-2, 0.12)
    ]
    return [_arrays(whole), *(_arrays(solid) for solid in found if not solid.is_empty())]


def _collapsed(points: Points, faces: Faces) -> list[tuple[Points, Faces]]:
    """Return the shape at ever fewer triangles, by quadric edge collapse (Garland & Heckbert, 1997)."""
    found: list[tuple[Points, Faces]] = []
    wanted = len(faces) * _SHRINK
    for _ in range(_RUNGS_MAX):
        if wanted < 8:
            break
        lighter = fast_simplification.simplify(points.copy(), faces.copy(), target_count=int(wanted), agg=7)
        if found and len(lighter[1]) >= len(found[-1][1]):
            break
        found.append((np.asarray(lighter[0], np.float64), np.asarray(lighter[1], np.int32)))
        wanted *= _SHRINK
    return found


def _is_closed(points: Points, faces: Faces) -> bool:
    """Whether the triangles close a space of some size without a degenerate edge or a stray corner."""
    if len(faces) < 4:
        return False
    solid = _solid(points, faces)
    if solid.status() != Error.NoError or solid.is_empty() or solid.num_tri() != len(faces):
        return False
    box = np.ptp(points, axis=0)
    return float(solid.volume()) > 1e-9 * float(np.prod(np.maximum(box, 1e-3 * box.max())))


def _evenly(ladders: list[list[_Rung]], triangles: int) -> list[int]:
    """Return the rung of each ladder at the smallest common tolerance that fits the budget."""
    steps = np.unique([rung.error_m for ladder in ladders for rung in ladder])
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        rungs = [_at(ladder, float(steps[middle])) for ladder in ladders]
        if sum(len(ladder[rung].faces) for ladder, rung in zip(ladders, rungs, strict=True)) <= triangles:
            high = middle
        else:
            low = middle + 1
    return [_at(ladder, float(steps[low])) for ladder in ladders]


def _at(ladder: list[_Rung], tolerance: float) -> int:
    return max(index for index, rung in enumerate(ladder) if rung.error_m <= tolerance)


def _spend(ladders: list[list[_Rung]], chosen: list[int], triangles: int) -> list[int]:
    """Climb back, always with the part that strays most, as long as the budget lasts."""
    left = triangles - sum(len(ladder[rung].faces) for ladder, rung in zip(ladders, chosen, strict=True))
    queue = [(-ladder[rung].error_m, index) for index, (ladder, rung) in enumerate(zip(ladders, chosen, strict=True))]
    heapq.heapify(queue)
    while queue:
        _, index = heapq.heappop(queue)
        rung, ladder = chosen[index], ladders[index]
        if rung == 0:
            continue
        price = len(ladder[rung - 1].faces) - len(ladder[rung].faces)
        if price <= left:
            left -= price
            chosen[index] = rung - 1
            heapq.heappush(queue, (-ladder[rung - 1].error_m, index))
    return chosen


def _merged(assembly: Assembly, triangles: int) -> Assembly:
    """Return one hull for each object, or for everything if that is still too much."""
    objects: dict[str, list[Part]] = {}
    for part in assembly.parts:
        objects.setdefault(part.object_id, []).append(part)
    share = triangles // len(objects)
    if share < _BOX:
        return Assembly((_hull(list(assembly.parts), triangles),))
    return Assembly(tuple(_hull(parts, share) for parts in objects.values()))


def _hull(parts: list[Part], triangles: int) -> Part:
    """Return the hull of the parts, as the largest of them with at most `triangles` triangles."""
    largest = max(parts, key=lambda part: float(np.prod(np.ptp(part.points, axis=0))))
    solid = Manifold.hull_points(np.concatenate([part.points for part in parts]))
    versions = _versions(solid, float(np.linalg.norm(np.subtract(*np.reshape(solid.bounding_box(), (2, 3))))))
    points, faces = max((found for found in versions if len(found[1]) <= triangles), key=lambda found: len(found[1]))
    return replace(largest, points=points, faces=faces)


def _solid(points: Points, faces: Faces) -> Manifold:
    return Manifold(Mesh64(np.ascontiguousarray(points, np.float64), np.ascontiguousarray(faces, np.uint64)))


def _arrays(solid: Manifold) -> tuple[Points, Faces]:
    mesh = solid.to_mesh64()
    return np.array(mesh.vert_properties[:, :3], np.float64, order="C"), np.array(mesh.tri_verts, np.int32, order="C")

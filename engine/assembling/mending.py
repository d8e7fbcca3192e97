"""The light model that is delivered: within its triangles, and still a thing that stands and hangs together.

Simplified parts may come apart by as much as each strays from its full detail. They are moved together again, the
carried to what carries it; feet are left out last.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from domain.spec import DesignSpec
from engine.assembling.budget import Fitting
from engine.assembling.checks import Fault, groups_of, held_in, light_faults_of, supports_of
from engine.shapes import Assembly, Part, Points, Tick, no_tick

_PUSH = 1e-4  # of the whole's largest side: so far is a part moved into what carries it
_GROUND = 4e-4
_ON_EDGES = np.linspace(0.0, 1.0, 6)
_PLACES_MOST = 600
_AT_ONCE = 256
_ROUNDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """A light assembly, what is still wrong with it, how far parts stray, and how far any was moved, metres.

    `leaning` is how many things would tip over because what they stand on had to be left out.
    """

    assembly: Assembly
    faults: tuple[Fault, ...]
    error_m: float = 0.0
    moved_m: float = 0.0
    leaning: int = 0


def lightened(full: Assembly, spec: DesignSpec, *, triangles: int, tick: Tick = no_tick) -> Light:
    """Return the assembly with at most `triangles` triangles, every part closed, all of it joined and steady.

    Raises
    ------
    GenerationFailed
        A part is not a closed manifold.
    """
    if full.triangles <= triangles:
        return Light(full, ())
    supports = supports_of(full, spec)
    fitting = Fitting.of(full, triangles=triangles, supports=supports, tick=tick)
    numbers = {part.name: number for number, part in enumerate(full.parts)}
    needed: list[int] = []
    best: Light | None = None
    for _ in range(_ROUNDS):
        light, errors_m = fitting.spent(needed)
        light, moved_m = _joined(light, [supports[numbers[part.name]] for part in light.parts], full, spec)
        error_m = max(errors_m[part.name] for part in light.parts)
        found = Light(light, light_faults_of(light, full, spec, errors_m), error_m, moved_m)
        if best is None or len(found.faults) < len(best.faults):
            best = found
        if not found.faults:
            break
        more = _feet_of(full, {numbers[fault.part] for fault in found.faults}, supports)
        if not set(more) - set(needed):
            break
        needed = list(dict.fromkeys((*needed, *more)))
    assert best is not None
    tick(1.0, "Simplified")
    if best.faults:
        best = _rescued(best, full, spec)
    return best if len(best.assembly.parts) == len(full.parts) else _forgiven(best)


def _rescued(light: Light, full: Assembly, spec: DesignSpec) -> Light:
    """Return it without what still hangs in the air, and with nothing under the ground."""
    parts, held = [_raised(part) for part in light.assembly.parts], held_in(spec)
    size = float(np.ptp(np.concatenate([part.points for part in parts]), axis=0).max())
    kept: set[int] = set()
    for group in groups_of(Assembly(tuple(parts))):
        low = min(float(parts[row].points[:, 1].min()) for row in group)
        if low <= _GROUND * size or any(parts[row].object_id in held for row in group):
            kept.update(group)
    assembly = Assembly(tuple(part for row, part in enumerate(parts) if row in kept or not kept))
    errors_m = {part.name: light.error_m for part in assembly.parts}
    return replace(light, assembly=assembly, faults=light_faults_of(assembly, full, spec, errors_m))


def _raised(part: Part) -> Part:
    """Return a part that ends on the ground where it went below."""
    low, high = float(part.points[:, 1].min()), float(part.points[:, 1].max())
    if low >= 0 or high <= 0:
        return part
    points = part.points.copy()
    points[:, 1] = (points[:, 1] - low) * high / (high - low)
    return replace(part, points=points)


def _forgiven(light: Light) -> Light:
    """Return it without the faults that come of feet that had to be left out: the whole of it was steady."""
    faults = tuple(fault for fault in light.faults if fault.reason != "tips over")
    return replace(light, faults=faults, leaning=len(light.faults) - len(faults))


def _feet_of(full: Assembly, faulty: set[int], supports: Sequence[int]) -> list[int]:
    """Return the parts on which the things stand that have a fault, by number, the largest first."""
    ground = [number for number, under in enumerate(supports) if under < 0]
    size = {number: float(np.ptp(full.parts[number].points, axis=0).max()) for number in ground}
    return sorted(ground, key=lambda number: (number not in faulty, -size[number]))


def _joined(light: Assembly, under: Sequence[int], full: Assembly, spec: DesignSpec) -> tuple[Assembly, float]:
    """Return the assembly with every group that hangs in the air moved to what carries it, and the longest way.

    `under` is for each light part the number of the full one that carries it; it has been kept too.
    """
    held, parts = held_in(spec), list(light.parts)
    rows = {part.name: row for row, part in enumerate(parts)}
    carriers = [rows.get(full.parts[number].name, -1) if number >= 0 else -1 for number in under]
    size = float(np.ptp(np.concatenate([part.points for part in parts]), axis=0).max())
    waiting: list[list[int]] = []
    joined: set[int] = set()
    for group in groups_of(light):
        low = min(float(parts[row].points[:, 1].min()) for row in group)
        if low <= _GROUND * size or any(parts[row].object_id in held for row in group):
            joined.update(group)
        else:
            waiting.append(group)
    longest = 0.0
    while waiting:
        able = [one for one in waiting if _hold(one, carriers, joined)]
        if not able:
            break
        group = able[0]
        waiting.remove(group)
        way = min((way_to(parts[row], parts[carriers[row]]) for row in _hold(group, carriers, joined)), key=_length)
        shift = way * (1 + _PUSH * size / max(_length(way), 1e-12))
        for row in group:
            parts[row] = replace(parts[row], points=parts[row].points + shift)
        joined.update(group)
        longest = max(longest, _length(way))
    return Assembly(tuple(parts)), longest


def _hold(group: Sequence[int], carriers: Sequence[int], joined: set[int]) -> list[int]:
    """Return the parts of a group whose carriers stand already."""
    return [row for row in group if carriers[row] in joined]


def _length(way: NDArray[np.float64]) -> float:
    return float(np.linalg.norm(way))


def way_to(part: Part, carrier: Part) -> NDArray[np.float64]:
    """Return the shortest way, (3,) metres, from a part to another, as far as corners and places on edges tell."""
    mine, theirs = _nearest(_places(carrier), part), _nearest(_places(part), carrier)
    back = min(zip(_places(carrier), mine, strict=True), key=lambda pair: float(np.linalg.norm(pair[0] - pair[1])))
    forth = min(zip(_places(part), theirs, strict=True), key=lambda pair: float(np.linalg.norm(pair[0] - pair[1])))
    ways = (back[0] - back[1], forth[1] - forth[0])
    return min(ways, key=_length)


def _places(part: Part) -> Points:
    """Return some places on the edges of a part, its corners among them."""
    sides = np.concatenate([part.faces[:, [0, 1]], part.faces[:, [1, 2]], part.faces[:, [2, 0]]])
    sides = sides[sides[:, 0] < sides[:, 1]]
    start, end = part.points[sides[:, 0]], part.points[sides[:, 1]]
    places = start[:, None] + _ON_EDGES[None, :, None] * (end - start)[:, None]
    every = np.ascontiguousarray(places.reshape(-1, 3))
    return every[:: max(1, len(every) // _PLACES_MOST)]


def _nearest(places: Points, part: Part) -> Points:
    """Return for each place the nearest one on a part's triangles.

    Source: Ericson, "Real-time collision detection", 2005, 5.1.5, by clamping to the plane or to the three sides.
    """
    corners = part.points[part.faces]
    best, found = np.full(len(places), np.inf), np.empty_like(places)
    for start in range(0, len(corners), _AT_ONCE):
        near = _on_triangles(places, corners[start : start + _AT_ONCE])
        apart = np.linalg.norm(near - places[:, None], axis=2)
        row = apart.argmin(axis=1)
        least = apart[np.arange(len(places)), row]
        better = least < best
        best[better], found[better] = least[better], near[np.arange(len(places)), row][better]
    return found


def _on_triangles(places: Points, corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (n, m, 3) the nearest place on each of m triangles (m, 3, 3) to each of n places."""
    a, b, c = corners[None, :, 0], corners[None, :, 1], corners[None, :, 2]
    normal = np.cross(b - a, c - a)
    normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-300)
    point = places[:, None]
    flat = point - ((point - a) * normal).sum(axis=2, keepdims=True) * normal
    sides = [(a, b), (b, c), (c, a)]
    is_in = np.all([(np.cross(end - start, flat - start) * normal).sum(axis=2) >= 0 for start, end in sides], axis=0)
    best = np.where(is_in[..., None], flat, np.inf)
    apart = np.where(is_in, np.linalg.norm(flat - point, axis=2), np.inf)
    for start, end in sides:
        along = end - start
        share = ((point - start) * along).sum(axis=2) / np.maximum((along * along).sum(axis=2), 1e-300)
        near = start + np.clip(share, 0, 1)[..., None] * along
        far = np.linalg.norm(near - point, axis=2)
        closer = far < apart
        best[closer], apart[closer] = near[closer], far[closer]
    return best

"""Is what was assembled a thing that could stand in a room: joined, on the ground, steady, as large as its spec says?

Closedness of each part is checked by `engine.assembling.assembly` while it is made. Here the parts are checked
together. A part whose object has the property `held` ("wall", "ceiling") is fixed to something that is not drawn.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from domain.materials import CATALOGUE
from domain.spec import DesignSpec
from engine.assembling.assembly import STAGE, placement
from engine.parts.solids import Solid, from_arrays
from engine.shapes import Assembly, Part, Points, Tick, no_tick

GAP = 4e-4  # of the whole's largest side: parts nearer than this touch
SINK = 1e-3  # of the whole's largest side: so far may a part reach under the ground
LEAN = 0.01  # of a standing group's largest side: so far may its weight lie outside its feet
BULGE = 0.02  # of the whole's largest side: so far may a part reach out of its object's box
SHARED = 0.05  # of the smaller of two things: so much of its solid may be inside the other
_PAIRS_MOST = 4000  # of parts whose boxes overlap: what is measured of two things that stand together
_DIRECTIONS = np.stack([np.cos(angles := np.linspace(0, 2 * np.pi, 720, endpoint=False)), np.sin(angles)], axis=1)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: which part, what, and the measure against its limit, metres."""

    part: str
    reason: str
    measured_m: float
    limit_m: float


def require_sound(assembly: Assembly, spec: DesignSpec, *, tick: Tick = no_tick) -> dict[str, int]:
    """Return how much was checked.

    Raises
    ------
    GenerationFailed
        Some part floats, is sunk, tips over or reaches out of its object's box; the error names the first and counts.
    """
    faults = faults_of(assembly, spec, tick=tick)
    if faults:
        refuse(faults)
    return {"parts": len(assembly.parts), "faults": 0}


def refuse(faults: Sequence[Fault]) -> NoReturn:
    """Raise the error that names the first of some faults and their number."""
    first = faults[0]
    raise GenerationFailed(
        f"A part {first.reason}", stage=STAGE, part=first.part, faults=len(faults),
        measured_m=round(first.measured_m, 6), limit_m=round(first.limit_m, 6),
    )  # fmt: skip


def light_faults_of(
    light: Assembly, full: Assembly, spec: DesignSpec, errors_m: Mapping[str, float]
) -> tuple[Fault, ...]:
    """Return what is wrong with a simplified assembly; its parts stray so far from their full detail, by name.

    What touches must still touch. Where its weight is is known only to within that error; it stands on the feet that
    its parts have at full detail.
    """
    whole = _Whole.of(light, full)
    held = held_in(spec)
    slack = [errors_m.get(part.name, 0.0) for part in light.parts]
    groups = _groups(whole)
    return (*_sunk(whole), *_floating(whole, groups, held), *_tipping(whole, groups, held, slack))


def held_in(spec: DesignSpec) -> set[str]:
    """Return the objects that are fixed to something that is not drawn."""
    return {thing.id for thing in spec.objects if thing.properties.get("held")}


def groups_of(assembly: Assembly) -> list[list[int]]:
    """Return the parts in groups that touch, each group by the numbers of its parts."""
    return _groups(_Whole.of(assembly))


def supports_of(assembly: Assembly, spec: DesignSpec) -> list[int]:
    """Return for each part the one that carries it, by number; -1 for those on the ground or held."""
    whole, held = _Whole.of(assembly), held_in(spec)
    gap = GAP * whole.size
    solids = [from_arrays(part.points, part.faces) for part in whole.parts]
    supports = [-1] * len(solids)
    first = [
        number for number, part in enumerate(whole.parts)
        if whole.low[number, 1] <= gap or part.object_id in held
    ]  # fmt: skip
    left, waiting = set(range(len(solids))) - set(first), deque(first)
    while waiting:
        here = waiting.popleft()
        met = [other for other in _near(whole, here, gap) if other in left and _touch(solids[here], solids[other], gap)]
        for other in met:
            supports[other] = here
        left.difference_update(met)
        waiting.extend(met)
    return supports


def faults_of(assembly: Assembly, spec: DesignSpec, *, tick: Tick = no_tick) -> tuple[Fault, ...]:
    """Return everything that is wrong with the parts of a spec as they stand together, worst kind first."""
    whole = _Whole.of(assembly)
    held = held_in(spec)
    tick(0.1, "Checking that parts touch")
    groups = _groups(whole)
    return (
        *_sunk(whole), *_floating(whole, groups, held), *_tipping(whole, groups, held), *_bulging(whole, spec),
        *_inside(whole, spec),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class _Whole:
    """The parts, their boxes, and the largest side of all of them together."""

    parts: tuple[Part, ...]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    size: float
    footing: tuple[Points, ...]  # each part's corners, and those at full detail

    @classmethod
    def of(cls, assembly: Assembly, full: Assembly | None = None) -> "_Whole":
        own = {part.name: part.points for part in full.parts} if full else {}
        footing = tuple(
            np.concatenate([part.points, own[part.name]]) if part.name in own else part.points
            for part in assembly.parts
        )
        low = np.array([part.points.min(axis=0) for part in assembly.parts])
        high = np.array([part.points.max(axis=0) for part in assembly.parts])
        return cls(assembly.parts, low, high, float((high.max(axis=0) - low.min(axis=0)).max()), footing)


def _groups(whole: _Whole) -> list[list[int]]:
    """Return the parts in groups that touch, each group by the numbers of its parts."""
    gap = GAP * whole.size
    solids = [from_arrays(part.points, part.faces) for part in whole.parts]
    left, groups = set(range(len(solids))), []
    while left:
        first = min(left)
        left.discard(first)
        group, waiting = [first], [first]
        while waiting:
            here = waiting.pop()
            met = [other for other in _near(whole, here, gap) if other in left]
            met = [other for other in met if _touch(solids[here], solids[other], gap)]
            left.difference_update(met)
            group += met
            waiting += met
        groups.append(sorted(group))
    return groups


def _near(whole: _Whole, here: int, gap: float) -> list[int]:
    """Return the parts whose boxes are near that of one."""
    near = ((whole.low <= whole.high[here] + gap) & (whole.high >= whole.low[here] - gap)).all(axis=1)
    found: list[int] = np.flatnonzero(near).tolist()
    return found


def _touch(one: Solid, other: Solid, gap: float) -> bool:
    return bool(one.min_gap(other, 2 * gap) <= gap)


def _sunk(whole: _Whole) -> list[Fault]:
    limit = SINK * whole.size
    return [
        Fault(part.name, "reaches under the ground", float(-low), limit)
        for part, low in zip(whole.parts, whole.low[:, 1], strict=True)
        if low < -limit
    ]


def _floating(whole: _Whole, groups: list[list[int]], held: set[str]) -> list[Fault]:
    """Return one fault for each group that neither stands on the ground nor is held."""
    limit, faults = GAP * whole.size, []
    for group in groups:
        height = float(whole.low[group, 1].min())
        if height > limit and not any(whole.parts[number].object_id in held for number in group):
            faults.append(Fault(_largest(whole, group), "floats", height, limit))
    return faults


def _tipping(
    whole: _Whole, groups: list[list[int]], held: set[str], slack: Sequence[float] | None = None
) -> list[Fault]:
    """Return one fault for each standing group whose weight lies outside the hull of its feet.

    `slack` is how far, in metres, each part may stray from what it stands for.
    """
    faults = []
    slack = slack or [0.0] * len(whole.parts)
    for group in groups:
        if any(whole.parts[number].object_id in held for number in group):
            continue
        feet = _feet(whole, group, slack)
        if len(feet):
            side = float((whole.high[group].max(axis=0) - whole.low[group].min(axis=0)).max())
            outside = _outside(_centre_of_mass(whole, group), feet)
            limit = LEAN * side + 2 * max(slack[number] for number in group)  # of the weight and of the feet
            if outside > limit:
                faults.append(Fault(_largest(whole, group), "tips over", outside, limit))
    return faults


def _feet(whole: _Whole, group: list[int], slack: Sequence[float]) -> NDArray[np.float64]:
    """Return (n, 2) x and z of the corners that stand on the ground."""
    limit = GAP * whole.size
    low = [(whole.footing[number], slack[number]) for number in group if whole.low[number, 1] <= limit]
    corners = [points[points[:, 1] <= limit + error_m][:, [0, 2]] for points, error_m in low]
    return np.concatenate(corners or [np.empty((0, 2))])


def _centre_of_mass(whole: _Whole, group: list[int]) -> NDArray[np.float64]:
    """Return x and z of the centre of mass, by the materials' densities."""
    masses, moments = np.zeros(len(group)), np.zeros((len(group), 3))
    for row, number in enumerate(group):
        part = whole.parts[number]
        a, b, c = (part.points[part.faces[:, corner]] for corner in range(3))
        volumes = np.einsum("ij,ij->i", a, np.cross(b, c)) / 6
        density = CATALOGUE[part.material].density_kg_per_m3
        masses[row] = density * volumes.sum()
        moments[row] = density * (volumes[:, None] * (a + b + c) / 4).sum(axis=0)
    centre: NDArray[np.float64] = (moments.sum(axis=0) / masses.sum())[[0, 2]]
    return centre


def _outside(place: NDArray[np.float64], feet: NDArray[np.float64]) -> float:
    """Return how far a place lies outside the convex hull of the feet; 0 or less inside."""
    return float(-((feet - place) @ _DIRECTIONS.T).max(axis=0).min())


def _largest(whole: _Whole, group: list[int]) -> str:
    extents = (whole.high[group] - whole.low[group]).max(axis=1)
    return whole.parts[group[int(np.argmax(extents))]].name


def _bulging(whole: _Whole, spec: DesignSpec) -> list[Fault]:
    """Return the parts that reach out of their object's box."""
    boxes = {thing.id: thing for thing in spec.objects}
    limit, faults = BULGE * whole.size, []
    for part in whole.parts:
        size = boxes[part.object_id].dimensions
        sides = np.array([size.width, size.height, size.depth])
        turn = placement(boxes[part.object_id])
        own = (part.points - turn[:3, 3]) @ turn[:3, :3] - [0, size.height / 2, 0]
        beyond = float((np.abs(own) - sides / 2).max())
        if beyond > limit:
            faults.append(Fault(part.name, "reaches out of its object's box", beyond, limit))
    return faults


def _inside(whole: _Whole, spec: DesignSpec) -> list[Fault]:
    """Return one fault for each thing that shares more room with another than where two things touch.

    What is held by a wall may be set into it.
    """
    owners = {thing.id: thing.part_of for thing in spec.objects if thing.properties.get("held") != "wall"}
    things: dict[str, list[int]] = {}
    for number, part in enumerate(whole.parts):
        things.setdefault(owners.get(part.object_id, ""), []).append(number)
    names = [name for name in things if name]
    if len(names) < 2:
        return []
    low = np.array([whole.low[things[name]].min(axis=0) for name in names])
    high = np.array([whole.high[things[name]].max(axis=0) for name in names])
    meets = ((low[:, None] < high) & (high[:, None] > low)).all(axis=2)
    pairs = [(names[one], names[other]) for one, other in np.argwhere(np.triu(meets, 1)).tolist()]
    solids: dict[int, Solid] = {}
    found = (_shared(whole, solids, one, other, things[one], things[other]) for one, other in pairs)
    return [fault for fault in found if fault is not None]


def _shared(
    whole: _Whole, solids: dict[int, Solid], one: str, other: str, mine: list[int], theirs: list[int]
) -> Fault | None:
    """Return the fault of two things that stand inside each other: edges of cubes of as much room as they share."""
    low, high = whole.low, whole.high
    meets = ((low[mine][:, None] < high[theirs]) & (high[mine][:, None] > low[theirs])).all(axis=2)
    pairs = [(mine[row], theirs[column]) for row, column in np.argwhere(meets)[:_PAIRS_MOST].tolist()]
    if not pairs:
        return None
    volumes = [sum(_volume(whole, number) for number in numbers) for numbers in (mine, theirs)]
    limit, shared = SHARED * min(volumes), 0.0
    for first, second in pairs:
        shared += float((_solid(whole, solids, first) ^ _solid(whole, solids, second)).volume())
    if shared <= limit:
        return None
    smaller, larger = (one, other) if volumes[0] < volumes[1] else (other, one)
    return Fault(smaller, f"stands inside {larger}", shared ** (1 / 3), limit ** (1 / 3))


def _solid(whole: _Whole, solids: dict[int, Solid], number: int) -> Solid:
    if number not in solids:
        solids[number] = from_arrays(whole.parts[number].points, whole.parts[number].faces)
    return solids[number]


def _volume(whole: _Whole, number: int) -> float:
    part = whole.parts[number]
    a, b, c = (part.points[part.faces[:, corner]] for corner in range(3))
    return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6)

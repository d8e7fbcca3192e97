"""Fit an assembly into a number of triangles where they do most good.

Each connected piece of a part offers a ladder of simpler closed versions of itself (quadric edge collapse, manifold3d's
tolerance collapse, hull, box), each with its measured deviation. What a version costs the eye is its deviation times
the length of the outline it shows in (the root of its area), less for what is hidden inside. From the plainest versions
up, the triangles go wherever the next step takes most of that cost away: the allocation that is optimal on the ladders'
lower convex hulls (Shoham & Gersho, "Efficient bit allocation for an arbitrary set of quantizers", 1988).
"""

import heapq
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

import numpy as np

from domain.errors import GenerationFailed
from domain.materials import CATALOGUE
from engine.assembling.deviation import area_of, deviations, places_on
from engine.assembling.lighter import Version, Wanted, arrays_of, is_sound, lighter_versions, pieces_of, solid_of
from engine.rays import Rays, cosine_directions
from engine.shapes import Assembly, Faces, Part, Points, Tick, no_tick

_HIDDEN_WEIGHT = 0.12  # how much a deviation counts that nobody can see
_RAYS = 8
_ENOUGH = 120.0  # triangles that every piece may hope for
_GENEROUS = 3.0  # versions are worked out up to so many times a part's fair share
_TRIES = 8
_PLAIN_SHARE = 0.8  # of the budget: what the plainest versions of all that stays may take
_CROWDED = 0.5  # of the budget: when the plainest versions take more, pieces may be left out


@dataclass(frozen=True, slots=True, eq=False)
class _Rung:
    """A closed version of a piece, what its deviation costs the eye, and the deviation itself, metres."""

    cost: float
    points: Points
    faces: Faces
    error_m: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """A connected piece of a part: its versions from the plainest up, each better than all lighter ones."""

    part: int
    weight: float
    scale: float  # what a metre of deviation costs
    rungs: list[_Rung]


@dataclass(frozen=True, slots=True, eq=False)
class Fitting:
    """An assembly's pieces with all their versions, ready to be fitted into budgets.

    `supports` names for each part the one that carries it, by number; -1 is the ground.
    """

    assembly: Assembly
    triangles: int
    pieces: list[_Piece]
    supports: Sequence[int]

    @classmethod
    def of(cls, assembly: Assembly, *, triangles: int, supports: Sequence[int] = (), tick: Tick = no_tick) -> "Fitting":
        """Work out the versions of all pieces; without `supports` each part stands by itself."""
        areas = [area_of(part.points, part.faces) for part in assembly.parts]
        weights = _weights(assembly)
        shares = np.array([weight * np.sqrt(area) for weight, area in zip(weights, areas, strict=True)])
        most = np.clip(_GENEROUS * triangles * shares / shares.sum(), _ENOUGH, triangles).tolist()
        pieces = _pieces(assembly, weights, most, tick)
        return cls(assembly, triangles, pieces, supports or [-1] * len(assembly.parts))

    def spent(self, needed: Sequence[int] = ()) -> tuple[Assembly, dict[str, float]]:
        """Return the assembly within the budget, and how far each part may stray from its full detail, metres.

        Only when the plainest versions of all pieces would take most of the budget, pieces may be left out, and with
        them parts, never those that carry what stays; `needed` parts stay before all others.
        """
        for _ in range(_TRIES):
            pieces, chosen = self._chosen(needed)
            if sum(len(rung.faces) for rung in chosen) <= self.triangles:
                break  # else the plainest were not sound, and fewer can stay
        rungs: list[list[_Rung]] = [[] for _ in self.assembly.parts]
        for piece, rung in zip(pieces, chosen, strict=True):
            rungs[piece.part].append(rung)
        rebuilt = [_rebuilt(part, found) for part, found in zip(self.assembly.parts, rungs, strict=True)]
        errors_m = {part.name: max(rung.error_m for rung in found) for part, found in zip(rebuilt, rungs, strict=True)}
        return Assembly(tuple(part for part in rebuilt if len(part.faces))), errors_m

    def _chosen(self, needed: Sequence[int]) -> tuple[list[_Piece], list[_Rung]]:
        pieces = self.pieces
        if _lightest(pieces) > _CROWDED * self.triangles:
            kept = _kept(pieces, self.supports, self.triangles, needed)
            pieces = [
                piece if number in kept else replace(piece, rungs=[_nothing(piece)])
                for number, piece in enumerate(pieces)
            ]
        return pieces, _spend_soundly(pieces, self.triangles)


def fit_to_budget(assembly: Assembly, *, triangles: int, tick: Tick = no_tick) -> Assembly:
    """Return the assembly with at most `triangles` triangles; every part stays closed and manifold.

    Parts keep their order and names; some may be left out, those that are missed least.

    Raises
    ------
    GenerationFailed
        A part is not a closed manifold.
    """
    if assembly.triangles <= triangles:
        return assembly
    light, _ = Fitting.of(assembly, triangles=triangles, tick=tick).spent()
    tick(1.0, "Simplified")
    return light


def _kept(pieces: list[_Piece], supports: Sequence[int], triangles: int, needed: Sequence[int]) -> set[int]:
    """Return the numbers of the pieces that stay: what is missed most, each with all that carries it."""
    losses = [_nothing(piece).cost for piece in pieces]
    by_loss = sorted(range(len(pieces)), key=lambda number: -losses[number])
    main: dict[int, int] = {}
    for number in by_loss:
        main.setdefault(pieces[number].part, number)
    kept: set[int] = set()
    left = _PLAIN_SHARE * triangles
    for part in (*needed, *main):
        chain = [main[one] for one in _carriers(part, supports, main) if main[one] not in kept]
        price = sum(len(pieces[number].rungs[0].faces) for number in chain)
        if price <= left:
            kept.update(chain)
            left -= price
    if not kept:  # a long chain carries what is seen most: then what stands on the ground must do
        kept.add(next(number for part, number in main.items() if supports[part] not in main))
    for number in by_loss:
        price = len(pieces[number].rungs[0].faces)
        if main[pieces[number].part] in kept and number not in kept and price <= left:
            kept.add(number)
            left -= price
    return kept


def _carriers(part: int, supports: Sequence[int], known: Container[int]) -> list[int]:
    """Return a part and all that carries it, down to the ground."""
    chain = [part] if part in known else []
    while chain and supports[chain[-1]] in known:
        chain.append(supports[chain[-1]])
    return chain


def _weights(assembly: Assembly) -> list[float]:
    """Return for each part how much of it can be seen from outside, at least `_HIDDEN_WEIGHT`."""
    solid = [part for part in assembly.parts if not CATALOGUE[part.material].is_transparent] or list(assembly.parts)
    starts = np.cumsum([0, *(len(part.points) for part in solid[:-1])])
    faces = np.concatenate([part.faces + start for part, start in zip(solid, starts, strict=True)])
    corners = np.concatenate([part.points for part in solid])
    rays = Rays(corners, faces)
    size = float(np.linalg.norm(np.ptp(corners, axis=0)))
    places, normals = places_on([(part.points, part.faces) for part in assembly.parts])
    rng = np.random.default_rng(0)
    hidden = np.zeros(places.shape[:2])
    for _ in range(_RAYS):
        first, second = rng.random((2, hidden.size), dtype=np.float32)
        around = cosine_directions(normals.reshape(-1, 3), first, second)
        hidden += rays.blocked((places + normals * (1e-3 * size)).reshape(-1, 3), around).reshape(hidden.shape)
    open_share = 1 - hidden.mean(axis=1) / _RAYS
    weights: list[float] = (_HIDDEN_WEIGHT + (1 - _HIDDEN_WEIGHT) * np.minimum(1.0, 2 * open_share)).tolist()
    return weights


def _pieces(assembly: Assembly, weights: list[float], most: list[float], tick: Tick) -> list[_Piece]:
    """Return the connected pieces of all parts with their ladders; copies of a part have those of the first, moved."""
    first = _originals(assembly)
    greatest = dict[int, float]()
    for number, original in enumerate(first):
        greatest[original] = max(greatest.get(original, 0.0), most[number])
    owners: list[int] = []
    wanted: list[Wanted] = []
    for number in greatest:
        part = assembly.parts[number]
        tick(0.1 * number / len(assembly.parts), f"Taking {part.name} apart")
        whole = solid_of(part.points, part.faces)
        if not is_sound(whole):
            raise GenerationFailed("A part is not a closed shape", stage="geometry_generation", part=part.name)
        for piece in pieces_of(whole):
            owners.append(number)
            share = max(greatest[number] * piece.num_tri() / len(part.faces), _ENOUGH)
            wanted.append(Wanted(piece, *arrays_of(piece), share))
    versions = lighter_versions(wanted, tick=lambda fraction, message: tick(0.1 + 0.7 * fraction, message))
    tick(0.8, "Measuring what simpler shapes would cost")
    apart = deviations([(piece.points, piece.faces) for piece in wanted], versions)
    ladders: dict[int, list[tuple[float, list[_Rung]]]] = {number: [] for number in greatest}
    for owner, piece, light, errors in zip(owners, wanted, versions, apart, strict=True):
        root = float(np.sqrt(area_of(piece.points, piece.faces)))
        ladders[owner].append((root, _ladder(piece, root, light, errors)))
    return [
        _Piece(number, weights[number], weights[number] * root, _moved(rungs, weights[number], way))
        for number, original in enumerate(first)
        for way in [assembly.parts[number].points[0] - assembly.parts[original].points[0]]
        for root, rungs in ladders[original]
    ]


def _originals(assembly: Assembly) -> list[int]:
    """Return for each part the first one that is the very same but for its place; copies share their faces."""
    seen: dict[tuple[int, bytes], int] = {}
    return [
        seen.setdefault((id(part.faces), np.round(part.placement[:3, :3], 9).tobytes()), number)
        for number, part in enumerate(assembly.parts)
    ]


def _moved(rungs: list[_Rung], weight: float, way: Points) -> list[_Rung]:
    """Return a ladder as it costs with a weight, somewhere else."""
    return [_Rung(weight * rung.cost, rung.points + way, rung.faces, rung.error_m) for rung in rungs]


def _ladder(piece: Wanted, root: float, versions: list[Version], errors_m: list[float]) -> list[_Rung]:
    """Return versions of a closed shape from the plainest to itself: ever more triangles, ever less cost to the eye."""
    rungs = [_Rung(root * error, *version, error) for version, error in zip(versions, errors_m, strict=True)]
    return _staircase([_Rung(0.0, piece.points, piece.faces), *rungs])


def _nothing(piece: _Piece) -> _Rung:
    """Return the piece left out; it costs as much as if all of it were off by a third of its size."""
    whole = piece.rungs[-1]
    size = float(np.linalg.norm(np.ptp(whole.points, axis=0)))
    return _Rung(max(piece.scale * size / 3, 1.01 * piece.rungs[0].cost), whole.points[:0], whole.faces[:0])


def _staircase(rungs: list[_Rung]) -> list[_Rung]:
    """Keep the rungs that cost less than all lighter ones, lightest first."""
    kept: list[_Rung] = []
    for rung in sorted(rungs, key=lambda rung: (len(rung.faces), rung.cost)):
        if not kept or rung.cost < kept[-1].cost:
            kept.append(rung)
    return kept


def _lower_hull(rungs: list[_Rung]) -> list[_Rung]:
    """Keep the rungs on the lower convex hull of cost over triangles: the gain per triangle falls along it."""
    hull: list[_Rung] = []
    for rung in rungs:
        while len(hull) > 1 and _gain(hull[-2], rung) >= _gain(hull[-2], hull[-1]):
            hull.pop()
        hull.append(rung)
    return hull


def _gain(plain: _Rung, rich: _Rung) -> float:
    """Return the cost that each triangle takes away between two versions."""
    return (plain.cost - rich.cost) / max(len(rich.faces) - len(plain.faces), 1e-9)


def _lightest(pieces: list[_Piece]) -> int:
    return sum(len(piece.rungs[0].faces) for piece in pieces)


def _spend_soundly(pieces: list[_Piece], triangles: int) -> list[_Rung]:
    """Return a rung of each piece; those that turn out not to be closed shapes are taken off the ladders."""
    trusted: set[int] = set()
    while True:
        chosen = _spend(pieces, triangles)
        doubtful = [
            (piece, rung)
            for piece, rung in zip(pieces, chosen, strict=True)
            if rung is not piece.rungs[-1] and len(rung.faces) and id(rung) not in trusted
        ]
        broken = [(piece, rung) for piece, rung in doubtful if not is_sound(solid_of(rung.points, rung.faces))]
        if not broken:
            return chosen
        trusted.update(id(rung) for _, rung in doubtful)
        for piece, rung in broken:
            piece.rungs.remove(rung)


def _spend(pieces: list[_Piece], triangles: int) -> list[_Rung]:
    """Return a rung of each piece: up from the plainest, always the step that gains most per triangle.

    What is left over, too little for the next step on the hull, buys smaller steps off it, the costliest piece first.
    """
    hulls = [_lower_hull(piece.rungs) for piece in pieces]
    level = [0] * len(pieces)
    left = triangles - _lightest(pieces)
    queue = [(-_gain(*hull[:2]), index) for index, hull in enumerate(hulls) if len(hull) > 1]
    heapq.heapify(queue)
    while queue:
        _, index = heapq.heappop(queue)
        hull = hulls[index]
        price = len(hull[level[index] + 1].faces) - len(hull[level[index]].faces)
        if price > left:
            continue
        left -= price
        level[index] += 1
        if level[index] + 1 < len(hull):
            heapq.heappush(queue, (-_gain(*hull[level[index] : level[index] + 2]), index))
    chosen = [hull[at] for hull, at in zip(hulls, level, strict=True)]
    return _spend_rest(pieces, chosen, left)


def _spend_rest(pieces: list[_Piece], chosen: list[_Rung], left: int) -> list[_Rung]:
    for index in sorted(range(len(pieces)), key=lambda index: -chosen[index].cost):
        now = len(chosen[index].faces)
        better = [rung for rung in pieces[index].rungs if now < len(rung.faces) <= now + left]
        if better:
            left -= len(better[-1].faces) - now
            chosen[index] = better[-1]
    return chosen


def _rebuilt(part: Part, rungs: list[_Rung]) -> Part:
    """Return the part made of the chosen versions of its pieces; the very same part if nothing was taken away."""
    if sum(len(rung.faces) for rung in rungs) == len(part.faces):
        return part  # the very same: baking then need not look for it
    starts = np.cumsum([0, *(len(rung.points) for rung in rungs[:-1])])
    faces = [rung.faces + np.int32(start) for rung, start in zip(rungs, starts, strict=True)]
    return replace(part, points=np.concatenate([rung.points for rung in rungs]), faces=np.concatenate(faces))

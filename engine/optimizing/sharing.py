"""How a scene's triangles are shared out among its meshes: so that all stray about as far, as they are shown.

Each mesh is brought down by halves once; between the halves, how far it strays is read off a line (of logarithms). The
budget then goes where the same error is reached with the fewest triangles. A mesh that is shown several times counts as
often, and its error as large as it is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from engine.models.model import NOTHING, Mesh, Model
from engine.optimizing.reducing import LEAST, Lighter, count_of, reduced
from engine.shapes import Tick, no_tick
from engine.threads import side_by_side

_HALVES_MOST = 24
_SMALLEST_M = 1e-12


@dataclass(frozen=True, slots=True)
class Showing:
    """How a scene shows one of its meshes: how often, and how large at most, times its own axes."""

    times: int = 0
    scale: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """A scene with fewer triangles.

    `manners` counts the meshes by how they were simplified; `dropped` counts the meshes that the budget had no room
    for; `error_m` is the largest that the quadrics tell, as shown.
    """

    model: Model
    error_m: float = 0.0
    manners: dict[str, int] = field(default_factory=dict)
    dropped: int = 0


def shown_in(model: Model) -> list[Showing]:
    """Return for each mesh how the scene shows it; one that no node shows counts once, so that it gets lighter too."""
    times, scale = [0] * len(model.meshes), [0.0] * len(model.meshes)
    waiting = [(root, np.eye(4)) for root in model.roots]
    while waiting:
        number, above = waiting.pop()
        node = model.nodes[number]
        placement = above @ node.placement
        if node.mesh != NOTHING:
            times[node.mesh] += 1
            scale[node.mesh] = max(scale[node.mesh], float(np.linalg.norm(placement[:3, :3], ord=2)))
        waiting.extend((child, placement) for child in node.children)
    return [Showing(count, large) if count else Showing(0, 1.0) for count, large in zip(times, scale, strict=True)]


def triangles_shown(model: Model) -> int:
    """Return how many triangles the scene draws, each mesh as often as it is shown."""
    return sum(
        each.times * count_of(mesh) for mesh, each in zip(model.meshes, shown_in(model), strict=True)
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class _Ladder:
    """A mesh by halves: how many triangles each step has, and how far it strays, metres, as shown."""

    steps: tuple[Mesh, ...]
    counts: tuple[int, ...]
    errors_m: tuple[float, ...]
    showing: Showing

    @classmethod
    def of(cls, mesh: Mesh, showing: Showing) -> "_Ladder":
        steps, errors = [mesh], [_SMALLEST_M]
        while len(steps) < _HALVES_MOST and count_of(steps[-1]) > LEAST:
            lighter = reduced(steps[-1], count_of(steps[-1]) // 2)
            if lighter.manner == "sloppy" or count_of(lighter.mesh) >= count_of(steps[-1]):
                break
            steps.append(lighter.mesh)
            errors.append(max(errors[-1] * 1.01, errors[-1] + lighter.error_m * showing.scale))
        return cls(tuple(steps), tuple(count_of(step) for step in steps), tuple(errors), showing)

    def wanted(self, error_m: float) -> int:
        """Return how many triangles it takes not to stray farther than that."""
        if error_m <= self.errors_m[0]:
            return self.counts[0]
        logs = np.interp(np.log(error_m), np.log(self.errors_m), np.log(self.counts))
        return max(int(np.exp(logs)), min(LEAST, self.counts[0]))

    def at(self, triangles: int) -> Lighter:
        """Return the mesh with at most so many triangles, begun at the step above."""
        able = [row for row, count in enumerate(self.counts) if count >= 1.4 * triangles]
        row = able[-1] if able else 0
        lighter = reduced(self.steps[row], triangles)
        return replace(lighter, error_m=max(lighter.error_m, self.errors_m[row] / max(self.showing.scale, 1e-30)))


def lightened(model: Model, triangles: int, *, tick: Tick = no_tick) -> Shared:
    """Return the scene with at most so many triangles, counted as they are shown; never with none."""
    showings = shown_in(model)
    if sum(max(each.times, 1) * count_of(mesh) for mesh, each in zip(model.meshes, showings, strict=True)) <= triangles:
        return Shared(model)
    tick(0.0, f"Simplifying to {triangles} triangles")
    if len(model.meshes) == 1:
        return _assembled(model, showings, [reduced(model.meshes[0], triangles // max(showings[0].times, 1))])
    ladders = side_by_side(
        lambda number: _Ladder.of(model.meshes[number], showings[number]), range(len(model.meshes)),
        lambda share: tick(0.7 * share, "Weighing meshes against each other"),
    )  # fmt: skip
    wanted = _shared_out(ladders, triangles)
    lighter = side_by_side(
        lambda number: ladders[number].at(wanted[number]) if wanted[number] else Lighter(Mesh(()), 0.0, "dropped"),
        range(len(ladders)), lambda share: tick(0.7 + 0.3 * share, f"Simplifying to {triangles} triangles"),
    )  # fmt: skip
    return _assembled(model, showings, lighter)


def _shared_out(ladders: Sequence[_Ladder], triangles: int) -> list[int]:
    """Return how many triangles each mesh gets; none where there are not even enough for the least of all."""

    def costs(wanted: Sequence[int]) -> int:
        return sum(count * max(ladder.showing.times, 1) for count, ladder in zip(wanted, ladders, strict=True))

    low, high = np.log(_SMALLEST_M), np.log(max(ladder.errors_m[-1] for ladder in ladders) * 2)
    best = [ladder.wanted(float(np.exp(high))) for ladder in ladders]
    for _ in range(60):
        middle = (low + high) / 2
        wanted = [ladder.wanted(float(np.exp(middle))) for ladder in ladders]
        if costs(wanted) <= triangles:
            best, high = wanted, middle
        else:
            low = middle
    if costs(best) <= triangles:
        return best
    return _only_the_largest(ladders, triangles)


def _only_the_largest(ladders: Sequence[_Ladder], triangles: int) -> list[int]:
    """Return the least for the meshes that are shown largest, as many as there is room for; the largest always."""
    sizes = [_size(ladder) for ladder in ladders]
    order = sorted(range(len(ladders)), key=lambda number: (ladders[number].showing.times == 0, -sizes[number], number))
    wanted = [0] * len(ladders)
    for place, number in enumerate(order):
        times = max(ladders[number].showing.times, 1)
        least = min(LEAST, ladders[number].counts[0])
        room = triangles // times
        if room >= least or place == 0:
            wanted[number] = max(least, 1)
            triangles -= times * wanted[number]
    return wanted


def _size(ladder: _Ladder) -> float:
    points = np.concatenate([surface.points for surface in ladder.steps[0].surfaces] or [np.zeros((1, 3))])
    return float(np.linalg.norm(np.ptp(points, axis=0))) * ladder.showing.scale


def _assembled(model: Model, showings: Sequence[Showing], lighter: Sequence[Lighter]) -> Shared:
    manners: dict[str, int] = {}
    for each in lighter:
        manners[each.manner] = manners.get(each.manner, 0) + 1
    meshes = tuple(replace(mesh, surfaces=each.mesh.surfaces) for mesh, each in zip(model.meshes, lighter, strict=True))
    error_m = max(each.error_m * showing.scale for each, showing in zip(lighter, showings, strict=True))
    nodes = tuple(
        replace(node, mesh=NOTHING) if node.mesh != NOTHING and not meshes[node.mesh].surfaces else node
        for node in model.nodes
    )
    return Shared(replace(model, meshes=meshes, nodes=nodes), error_m, manners, manners.pop("dropped", 0))

"""How a scene's triangles are shared out among the pieces of its meshes: so that all stray about as far, as shown.

Each piece is brought down by halves once, and how far it has strayed is measured; between the halves it is read off a
line (of logarithms). The budget then goes where the same error is reached with the fewest triangles. A mesh that is
shown several times counts as often, and its error as large as it is shown. Quadrics alone would not do: they let thin
things shrink along their length, which costs them almost no area.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from engine.models.model import NOTHING, Mesh, Model
from engine.models.posing import Pose, poses_of
from engine.optimizing.beating import while_beating
from engine.optimizing.distances import Sheet, Whole
from engine.optimizing.pieces import joined, pieces_of
from engine.optimizing.reducing import LEAST, Lighter, count_of, reduced
from engine.shapes import Tick, no_tick
from engine.threads import side_by_side

_HALVES_MOST = 24
_SMALLEST_M = 1e-12
_PICKED_GAIN = 2.0  # corners are moved unless they stray so much farther than picked ones, which lie on the whole
_WHOLE_MOST = 200_000  # triangles: what is larger is measured against what lies near it
_NEAR = 8  # times the target: what lies so near the whole stands for it
_BOTH_MOST = 20_000  # triangles: for more, spikes are not looked for


@dataclass(frozen=True, slots=True)
class Showing:
    """How a scene shows one of its meshes: how often, and how large at most, times the axes of its `sheet`.

    These are its own; or the scene's, where it follows bones: `pose` is how these hold it.
    """

    times: int = 0
    scale: float = 1.0
    pose: Pose | None = None

    def sheet(self, mesh: Mesh) -> Sheet:
        """Return a version of the mesh as what is measured."""
        return Sheet.joined(mesh.surfaces if self.pose is None else map(self.pose.laid, mesh.surfaces))


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """A scene with fewer triangles.

    `manners` counts the pieces by how they were simplified; `dropped` counts the pieces that the budget had no room
    for; `error_m` is the largest that the quadrics tell, as shown.
    """

    model: Model
    error_m: float = 0.0
    manners: dict[str, int] = field(default_factory=dict)
    dropped: int = 0


def shown_in(model: Model) -> list[Showing]:
    """Return for each mesh how the scene shows it; one that no node shows counts once, so that it gets lighter too."""
    times, scale = np.zeros(len(model.meshes), np.int64), np.zeros(len(model.meshes))
    poses = list(poses_of(model))
    if poses:
        meshes = np.array([pose.mesh for pose in poses])
        np.add.at(times, meshes, 1)
        np.maximum.at(scale, meshes, _stretch(np.array([pose.placement for pose in poses])))
    found = [Showing(count, large) if count else Showing(0, 1.0)
             for count, large in zip(times.tolist(), scale.tolist(), strict=True)]  # fmt: skip
    held = [pose for pose in poses if any(map(pose.has_bones, model.meshes[pose.mesh].surfaces))]
    for pose in sorted(held, key=lambda pose: 0.0 if pose.bones is None else _stretch(pose.bones).max(initial=0)):
        found[pose.mesh] = Showing(found[pose.mesh].times, 1.0, pose)
    return found


def _stretch(matrices: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return by how much each of (n, 4, 4) matrices makes things longer at most."""
    return np.asarray(np.linalg.norm(matrices[:, :3, :3], ord=2, axis=(1, 2)))


def triangles_shown(model: Model) -> int:
    """Return how many triangles the scene draws, each mesh as often as it is shown."""
    return model.triangles_shown


@dataclass(frozen=True, slots=True, eq=False)
class _Ladder:
    """A mesh by halves: how many triangles each step has, and how far it strays, metres, as shown."""

    whole: Whole
    steps: tuple[Mesh, ...]
    counts: tuple[int, ...]
    errors_m: tuple[float, ...]
    showing: Showing

    @classmethod
    def of(cls, mesh: Mesh, showing: Showing) -> "_Ladder":
        steps, errors, whole = [mesh], [_SMALLEST_M], Whole(showing.sheet(mesh))
        while len(steps) < _HALVES_MOST and count_of(steps[-1]) > LEAST:
            lighter = reduced(steps[-1], count_of(steps[-1]) // 2, is_quick=True, pose=showing.pose)
            steps.append(lighter.mesh)
            error_m = whole.strayed_m(showing.sheet(lighter.mesh)) * showing.scale
            errors.append(max(errors[-1] * 1.01, error_m))
        return cls(whole, tuple(steps), tuple(count_of(step) for step in steps), tuple(errors), showing)

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
        return best_of(self.steps[row], triangles, self.whole, self.showing)


def best_of(mesh: Mesh, triangles: int, whole: Whole, showing: Showing) -> Lighter:
    """Return a mesh with at most so many triangles: with corners moved, or only picked where that strays less.

    Moved corners lie nearer in the mean, but thin things may grow spikes of them. `error_m` is measured.
    """
    ways = [reduced(mesh, triangles, moves=moves, pose=showing.pose) for moves in (True, False)]
    errors = [whole.strayed_m(showing.sheet(way.mesh)) for way in ways]
    chosen = 0 if errors[0] <= _PICKED_GAIN * errors[1] else 1
    return replace(ways[chosen], error_m=errors[chosen])


def lightened(model: Model, triangles: int, *, tick: Tick = no_tick) -> Shared:
    """Return the scene with at most so many triangles, counted as they are shown; never with none."""
    showings = shown_in(model)
    if sum(max(each.times, 1) * count_of(mesh) for mesh, each in zip(model.meshes, showings, strict=True)) <= triangles:
        return Shared(model)
    tick(0.0, f"Simplifying to {triangles} triangles")
    filled = [(number, mesh) for number, mesh in enumerate(model.meshes) if count_of(mesh)]
    pieces = [(number, piece) for number, mesh in filled for piece in pieces_of(mesh)]
    if len(pieces) == 1:
        showing, message = showings[pieces[0][0]], f"Simplifying to {triangles} triangles"
        room = triangles // max(showing.times, 1)
        one = while_beating(lambda: _alone(pieces[0][1], room, showing), tick, message)
        return _assembled(model, showings, pieces, [one])
    ladders = side_by_side(
        lambda pair: _Ladder.of(pair[1], showings[pair[0]]), pieces,
        lambda share: tick(0.7 * share, "Weighing the pieces against each other"),
    )  # fmt: skip
    wanted = _shared_out(ladders, triangles)
    lighter = side_by_side(
        lambda row: ladders[row].at(wanted[row]) if wanted[row] else Lighter(Mesh(()), 0.0, "dropped"),
        range(len(ladders)), lambda share: tick(0.7 + 0.3 * share, f"Simplifying to {triangles} triangles"),
    )  # fmt: skip
    return _assembled(model, showings, pieces, lighter)


def _alone(mesh: Mesh, triangles: int, showing: Showing) -> Lighter:
    """Return the one mesh of a scene with at most so many triangles."""
    if triangles > _BOTH_MOST:
        return reduced(mesh, triangles, pose=showing.pose)
    near = reduced(mesh, _NEAR * triangles, is_quick=True, moves=False, pose=showing.pose).mesh
    whole = mesh if count_of(mesh) <= _WHOLE_MOST else near
    return best_of(near, triangles, Whole(showing.sheet(whole)), showing)


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
    return ladder.showing.sheet(ladder.steps[0]).diagonal_m * ladder.showing.scale


def _assembled(
    model: Model, showings: Sequence[Showing], pieces: Sequence[tuple[int, Mesh]], lighter: Sequence[Lighter]
) -> Shared:
    """Return the scene of meshes that are put together again; nodes whose mesh has lost all its pieces show nothing."""
    manners: dict[str, int] = {}
    found: list[list[Mesh]] = [[] for _ in model.meshes]
    for (number, _), each in zip(pieces, lighter, strict=True):
        manners[each.manner] = manners.get(each.manner, 0) + 1
        found[number].append(each.mesh)
    meshes = tuple(joined(mesh, parts) for mesh, parts in zip(model.meshes, found, strict=True))
    error_m = max(each.error_m * showings[number].scale for (number, _), each in zip(pieces, lighter, strict=True))
    nodes = tuple(
        replace(node, mesh=NOTHING) if node.mesh != NOTHING and not meshes[node.mesh].surfaces else node
        for node in model.nodes
    )
    return Shared(replace(model, meshes=meshes, nodes=nodes), error_m, manners, manners.pop("dropped", 0))

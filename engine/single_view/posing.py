"""The search for the pose in which a thing looks like a photograph: a pattern search without chance."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from engine.single_view.agreement import iou
from engine.single_view.coupling import coupled, free_sides
from engine.single_view.edges import drawn
from engine.single_view.evolving import evolved
from engine.single_view.shape import Frame, Pose, Shape
from engine.single_view.target import Target, nearness_of
from engine.single_view.view import SeenFrom

Numbers = NDArray[np.float64]
_STEPS = np.array([11.0, 7.0, 2.5, 0.22, 0.10, 0.10, 0.012, 0.012, 0.015])
_LEAST = 0.06  # of the first steps: then it stops
_BOUNDS_LOW = np.array([-1e9, -25.0, -30.0, np.log(1.5), -0.9, -0.9, -0.12, -0.12, -0.15])
_BOUNDS_HIGH = np.array([1e9, 89.0, 30.0, np.log(25.0), 0.9, 0.9, 0.12, 0.12, 0.15])
# What it costs to stray from what is usual, per step squared: upright, seen from above a little, as wide as drawn.
_USUAL = np.array([0.0, 0.0, 0.0, np.log(4.5), 0.0, 0.0, 0.0, 0.0, 0.0])
_PRICE = np.array([0.0, 0.0, 0.00025, 0.0004, 0.0012, 0.0012, 0.0, 0.0, 0.0])
EDGES_WEIGHT = 0.2
_BEYOND = 0.02  # of the score, per first step that a number is out of bounds
POSE = (0, 1, 2, 3)
_SIDES = {0: 4, 2: 5}  # the numbers of width and depth
POSE_AND_SIDES = (*POSE, *_SIDES.values())
POSE_AND_PLACE = (*POSE, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Guess:
    """A pose, and the silhouette's shift and growth against the frame, shares of the frame's size."""

    pose: Pose
    right: float = 0.0
    down: float = 0.0
    growth: float = 0.0

    @property
    def numbers(self) -> Numbers:
        """Return it as a vector: distance as its logarithm."""
        pose = self.pose
        return np.array([
            pose.azimuth, pose.elevation, pose.roll, np.log(pose.distance), pose.width, pose.depth,
            self.right, self.down, self.growth,
        ])  # fmt: skip

    @staticmethod
    def of(numbers: Numbers) -> "Guess":
        """Return the guess of a vector."""
        turn, lift, roll, away, width, depth, right, down, growth = (float(value) for value in numbers)
        return Guess(Pose(turn, lift, roll, float(np.exp(away)), width, depth), right, down, growth)


@dataclass(frozen=True, slots=True)
class Found:
    """A guess and how well it agrees."""

    guess: Guess
    score: float
    iou: float
    edges: float


@dataclass(slots=True)
class Search:
    """One thing against one target; counts how often it looked."""

    shape: Shape
    target: Target
    with_edges: bool = False
    looks: int = field(default=0)

    def view(self, guess: Guess) -> SeenFrom:
        """Return the camera of a guess, for the target's canvas."""
        return self.shape.camera(guess.pose, _nudged(self.target.frame, guess))

    def at(self, guess: Guess) -> Found:
        """Return how well a guess agrees with the target; what is round stays round."""
        self.looks += 1
        width, depth = coupled(guess.pose.width, guess.pose.depth, self.shape.round_axes)
        guess = replace(guess, pose=replace(guess.pose, width=width, depth=depth))
        view = self.view(guess)
        hits = self.shape.seen(view, guess.pose.factors)
        overlap = iou((hits.face >= 0).reshape(view.size), self.target.mask)
        score, edges = overlap - _price(guess.numbers), 0.0
        if self.with_edges:
            edges = self._edges(drawn(self.shape, hits, view, guess.pose.factors))
            score += EDGES_WEIGHT * edges
        return Found(guess, score, overlap, edges)

    def _edges(self, found: NDArray[np.bool_]) -> float:
        target = self.target
        if not found.any() or not target.edges.any():
            return float(not found.any() and not target.edges.any())
        there = float(target.nearness[found].mean())
        back = float(nearness_of(found, target.reach_px)[target.edges].mean())
        return 2 * there * back / (there + back) if there + back else 0.0

    def climbed(self, start: Guess, *, looks: int, step: float = 1.0, free: tuple[int, ...] = POSE_AND_SIDES) -> Found:
        """Return the best guess within so many looks: each of the `free` numbers is tried up and down in turn.

        `step` shrinks the first steps; a whole round without gain halves them.
        """
        best = self.at(start)
        steps, until = _STEPS * step, self.looks + looks
        momentum = np.ones(len(steps))
        sides = [_SIDES[side] for side in free_sides(self.shape.round_axes)]
        free = tuple(at for at in free if at not in _SIDES.values() or at in sides)
        while steps[0] > _LEAST * _STEPS[0] and self.looks < until:
            before = best
            for at in free:
                best = self._tried(best, at, steps, momentum)
                if self.looks >= until:
                    break
            if best is before:
                steps = steps / 2
            else:
                best = self._onwards(before, best)
        return best

    def strayed(self, start: Guess, *, looks: int, random: np.random.Generator) -> Found:
        """Return the best guess within so many looks, looking farther afield than `climbed` does."""
        found = self.at(start)

        def score(numbers: Numbers) -> float:
            nonlocal found
            full = start.numbers
            full[: len(numbers)] = np.clip(numbers, _BOUNDS_LOW[: len(numbers)], _BOUNDS_HIGH[: len(numbers)])
            one = self.at(Guess.of(full))
            found = max(found, one, key=lambda each: each.score)
            beyond = float(np.abs((full[: len(numbers)] - numbers) / _STEPS[: len(numbers)]).sum())
            return one.score - _BEYOND * beyond

        free = len(POSE_AND_SIDES)
        evolved(score, start.numbers[:free], _STEPS[:free], looks=looks, random=random)
        return found

    def _tried(self, best: Found, at: int, steps: Numbers, momentum: Numbers) -> Found:
        for sign in (momentum[at], -momentum[at]):
            numbers = best.guess.numbers
            numbers[at] += sign * steps[at]
            if not _BOUNDS_LOW[at] <= numbers[at] <= _BOUNDS_HIGH[at]:
                continue
            found = self.at(Guess.of(numbers))
            if found.score > best.score:
                momentum[at] = sign
                return found
        return best

    def _onwards(self, before: Found, now: Found) -> Found:
        """Return the better of a guess and the one as far again in the direction it was found in."""
        numbers = 2 * now.guess.numbers - before.guess.numbers
        if (numbers < _BOUNDS_LOW).any() or (numbers > _BOUNDS_HIGH).any():
            return now
        found = self.at(Guess.of(numbers))
        return found if found.score > now.score else now


def _price(numbers: Numbers) -> float:
    return float((_PRICE * np.square((numbers - _USUAL) / _STEPS)).sum())


def _nudged(frame: Frame, guess: Guess) -> Frame:
    wide, tall = frame.right - frame.left, frame.bottom - frame.top
    longer = max(wide, tall)
    middle_x = (frame.left + frame.right) / 2 + guess.right * longer
    middle_y = (frame.top + frame.bottom) / 2 + guess.down * longer
    half_x, half_y = (side / 2 * float(np.exp(guess.growth)) for side in (wide, tall))
    return replace(
        frame, left=middle_x - half_x, right=middle_x + half_x, top=middle_y - half_y, bottom=middle_y + half_y
    )

"""Analysis by synthesis: which archetype, in which pose and proportions, looks like the thing in a photograph."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from domain.materials import CATALOGUE
from domain.spec import DesignSpec
from engine.planner.reading.reader import Understood
from engine.shapes import Tick, no_tick
from engine.single_view.candidates import Candidate, candidates, poses_of, understood, words_of
from engine.single_view.coloring import colored
from engine.single_view.coupling import stretches
from engine.single_view.foreground import Foreground
from engine.single_view.photo import Photo
from engine.single_view.posing import POSE, POSE_AND_PLACE, POSE_AND_SIDES, Found, Guess, Search
from engine.single_view.shape import Pose
from engine.single_view.target import Target, target_of
from engine.single_view.variants import Drawn, at_stated_size, in_forms, in_proportion, resized, usual
from engine.single_view.view import SeenFrom

IOU_LEAST, IOU_LEAST_NAMED = 0.7, 0.55  # below, nothing is said to fit
AHEAD_LEAST = 0.045  # of the score, before any other kind of thing: less is a guess, unless words name it
_COARSE_PX, _MIDDLE_PX, _FINE_PX, _COLORS_PX = 48, 96, 160, 320
_CANDIDATES, _FINALISTS, _WINNERS = 20, 6, 2
_COARSE_LOOKS, _STRAYING_LOOKS, _SETTLING_LOOKS, _FINE_LOOKS = 36, 140, 40, 110
_RESIZING_LOOKS, _FORM_LOOKS = 16, 10
_TWIN_LOOKS, _HIGHER_DEG = 24, 12.0
_FAR = 9.0  # of half its diagonal: from there perspective hardly tells front from back
_CHANCE = 0  # what the search draws from: the same each time
_RESIZED_FACES_MOST = 25_000  # of a thing that is made again and again to find its proportions
_RESIZING_STEP, _RESIZING_LEAST = 0.1, 0.02  # of the natural logarithm of a side
_NAMED_BONUS = 0.12  # of the score, where the words name it
_CLOSE = 0.08  # of the score: then the second's forms are looked at too,
_WELL = 0.96  # unless the first's silhouette agrees so well
_GAIN_LEAST = 0.01  # of the score: an unusual variant has to look so much better


@dataclass(frozen=True, slots=True)
class Fit:
    """The design that looks most like the picture.

    Attributes
    ----------
    spec : DesignSpec
        Editable, in metres.
    view : SeenFrom
        From where the picture shows it.
    iou, edges : float in [0, 1]
        How well its silhouette agrees with the foreground, and its inner edges with the picture's.
    archetype : str
        What it is.
    tried : int
        How many times a thing was looked at.
    margin : float
        How much better it looks than the best thing of another category: near 0, or below, the outline says little.
    """

    spec: DesignSpec
    view: SeenFrom
    iou: float
    edges: float
    archetype: str
    tried: int
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class Runner:
    """A drawing in the race, and how it stands."""

    drawn: Drawn
    found: Found
    bonus: float

    @property
    def score(self) -> float:
        return self.found.score + self.bonus


class _Race:
    """Counts the looks of all searches, and tells how far it is."""

    def __init__(self, tick: Tick) -> None:
        self.tick = tick
        self.looks = 0

    def run(
        self, drawn: Drawn, target: Target, starts: Iterable[Guess], *, looks: int, step: float, bonus: float = 0.0,
        with_edges: bool = True, free: tuple[int, ...] = POSE_AND_SIDES,
    ) -> Runner:  # fmt: skip
        """Return a drawing with the best pose found from any of the starts."""
        search = Search(drawn.shape, target, with_edges)
        found = [search.climbed(start, looks=looks, step=step, free=free) for start in starts]
        self.looks += search.looks
        return Runner(drawn, max(found, key=lambda one: one.score), bonus)


def fitted(photo: Photo, foreground: Foreground, *, hint: str, seed: int, tick: Tick = no_tick) -> Fit | None:
    """Return the design of an archetype that looks like a photograph's foreground, None where none or many do.

    Parameters
    ----------
    hint : str
        A caption or a file's name; what it names is preferred, and its words are obeyed.
    seed : int
        Of the drawings, where they leave something to chance; the search has none.
    """
    targets = [target_of(photo.pixels, foreground.mask, side) for side in (_COARSE_PX, _MIDDLE_PX, _FINE_PX)]
    coarse, middle, fine = targets
    if coarse is None or middle is None or fine is None:
        return None
    race, seen = _Race(tick), understood(hint)
    tick(0.0, "comparing silhouettes")
    chosen = candidates(fine.mask, seen=seen, most=_CANDIDATES)
    field: list[Runner] = []
    for number, one in enumerate(chosen):
        tick(0.05 + 0.4 * number / len(chosen), f"trying {one.archetype}")
        field += _entered(race, one, coarse, middle, seen, seed)
        if one.is_named:  # the words may say more of it than the foreground shows: a saucer, say
            field += _entered(race, one, coarse, middle, None, seed)
    finalists = in_the_final(field)
    finalists = [_improved(race, one, middle, at) for at, one in enumerate(finalists)]
    finalists.sort(key=lambda one: -one.score)
    winners = [_in_proportion(race, one, middle, at) for at, one in enumerate(finalists[:_WINNERS])]
    if not winners:
        return None
    winners.sort(key=lambda one: -one.score)
    formed = [_in_form(race, one, middle) for one in contenders(winners)]
    best = sure_of(formed, finalists)
    return _finished(race, best, fine, photo, foreground, hint, _margin(best, finalists)) if best else None


def sure_of(formed: Sequence[Runner], others: Iterable[Runner]) -> Runner | None:
    """Return the best where nothing of another kind looks as good, else what the words name; None where they do not."""
    best, named = best_of(formed), [one for one in formed if one.bonus]
    if best.bonus or _margin(best, others) >= AHEAD_LEAST:
        return best
    return best_of(named) if named else None


def in_the_final(field: Sequence[Runner]) -> list[Runner]:
    """Return the best, and the best of what the words name, whose usual form may lack what the picture shows of it."""
    best = sorted(field, key=lambda one: -one.score)
    finalists, named = best[:_FINALISTS], [one for one in best if one.bonus]
    if named and named[0] not in finalists:
        finalists[-1] = named[0]
    return finalists


def contenders(winners: Sequence[Runner]) -> list[Runner]:
    """Return the first, and whoever is so close behind it that another form may overtake it."""
    first, *others = winners
    if first.found.iou >= _WELL:
        return [first]
    return [first, *(one for one in others if one.score > first.score - _CLOSE)]


def best_of(made: Sequence[Runner]) -> Runner:
    """Return the best; of those that are hardly behind it the one whose inner edges agree most."""
    first = max(one.score for one in made)
    return max((one for one in made if one.score > first - _GAIN_LEAST), key=lambda one: one.found.edges)


def _entered(
    race: _Race, candidate: Candidate, coarse: Target, middle: Target, seen: Understood | None, seed: int
) -> list[Runner]:
    """Return a candidate at the pose in which its silhouette fits best; its inner edges are looked at once."""
    drawn = usual(candidate.archetype, seen, seed=seed)
    if drawn is None:
        return []
    bonus = _NAMED_BONUS if candidate.is_named else 0.0
    own = poses_of(drawn.shape, middle.mask) if candidate.is_named else ()
    starts = [Guess(pose) for pose in dict.fromkeys((*candidate.poses, *own))]
    found = race.run(drawn, coarse, starts, looks=_COARSE_LOOKS, step=1.0, with_edges=False).found
    return [race.run(drawn, middle, [found.guess], looks=0, step=1.0, bonus=bonus)]


def _margin(best: Runner, others: Iterable[Runner]) -> float:
    """Return how much better the best looks than anything of another kind."""
    rest = [one.found.score for one in others if _kind_of(one) != _kind_of(best)]
    return best.found.score - max(rest, default=0.0)


def _kind_of(runner: Runner) -> str:
    """Return the category of a drawing; cars and trucks are one: what is a car is mistaken for a pickup at most."""
    category = runner.drawn.spec.reading.category
    return "car" if category == "truck" else category


def _improved(race: _Race, runner: Runner, target: Target, number: int) -> Runner:
    name = runner.drawn.spec.reading.archetype
    race.tick(0.45 + 0.25 * number / _FINALISTS, f"looking closer at {name}")
    search = Search(runner.drawn.shape, target, with_edges=True)
    random = np.random.default_rng(_CHANCE)
    guess = runner.found.guess
    starts = [guess, *(replace(guess, pose=twin) for twin in twins_of(guess.pose))]
    first = sorted((search.climbed(one, looks=_TWIN_LOOKS, step=0.5) for one in starts), key=lambda one: -one.score)
    ways = first[: 2 if runner.bonus else 1]  # what the words name is worth a second look
    strays = [search.strayed(one.guess, looks=_STRAYING_LOOKS, random=random) for one in ways]
    found = search.climbed(max(strays, key=lambda one: one.score).guess, looks=_SETTLING_LOOKS, step=0.25)
    race.looks += search.looks
    return Runner(runner.drawn, found, runner.bonus)


def twins_of(pose: Pose) -> list[Pose]:
    """Return where a thing that is alike on the left and on the right has much the same outline: behind it, and above.

    From far away the outline from behind and below is the one from before and above; inner edges tell which it is.
    """
    behind = replace(
        pose, azimuth=(180 - pose.azimuth) % 360, elevation=-pose.elevation, roll=-pose.roll, distance=_FAR
    )
    above = abs(pose.elevation) + _HIGHER_DEG
    return [behind, replace(pose, elevation=above), replace(behind, elevation=above)]


def _in_proportion(race: _Race, runner: Runner, target: Target, number: int) -> Runner:
    """Return a drawing that has the proportions of its pose by itself."""
    race.tick(0.7 + 0.05 * number, f"shaping {runner.drawn.spec.reading.archetype}")
    pose = runner.found.guess.pose
    start = replace(runner.found.guess, pose=replace(pose, width=0.0, depth=0.0))
    if abs(pose.width) + abs(pose.depth) < _GAIN_LEAST:
        return race.run(runner.drawn, target, [start], looks=0, step=1.0, bonus=runner.bonus)
    made = [runner.drawn, *in_proportion(runner.drawn, pose.factors)]
    tried = [
        race.run(one, target, [start], looks=_SETTLING_LOOKS, step=0.25, bonus=runner.bonus, free=POSE) for one in made
    ]
    best = max(tried, key=lambda one: one.score)
    lost = runner.score - best.score
    return _resized(race, best, target) if lost > _GAIN_LEAST else best


def _resized(race: _Race, runner: Runner, target: Target) -> Runner:
    """Return a drawing made anew in other and other proportions until it looks best: not all of it stretches alike."""
    best, step = runner, _RESIZING_STEP
    if len(runner.drawn.shape.faces) > _RESIZED_FACES_MOST:
        return best
    while step >= _RESIZING_LEAST:
        before = best
        for both in stretches(step, runner.drawn.shape.round_axes):
            for ratios in both:
                other = resized(best.drawn, ratios)
                if other is None:
                    continue
                tried = race.run(
                    other, target, [best.found.guess], looks=_RESIZING_LOOKS, step=0.15, bonus=best.bonus, free=POSE
                )
                if tried.score > best.score:
                    best = tried
                    break
        if best is before:
            step /= 2
    return best


def _in_form(race: _Race, runner: Runner, target: Target) -> Runner:
    """Return a drawing in the form, in the style or with the feature that looks best."""
    race.tick(0.8, f"comparing forms of {runner.drawn.spec.reading.archetype}")
    best, start = runner, runner.found.guess
    for other in in_forms(runner.drawn):
        tried = race.run(other, target, [start], looks=_FORM_LOOKS, step=0.3, bonus=runner.bonus, free=POSE)
        if tried.score > best.score + _GAIN_LEAST:
            best = tried
    if best is runner:
        return best
    starts = [Guess(pose) for pose in poses_of(best.drawn.shape, target.mask)]  # another form has other best views
    again = race.run(best.drawn, target, starts, looks=_SETTLING_LOOKS, step=1.0, bonus=best.bonus, free=POSE)
    return max(best, again, key=lambda one: one.score)


def _finished(
    race: _Race, runner: Runner, target: Target, photo: Photo, foreground: Foreground, hint: str,
    margin: float,
) -> Fit | None:  # fmt: skip
    race.tick(0.9, "setting the view")
    drawn = runner.drawn
    search = Search(drawn.shape, target, with_edges=True)
    found = search.climbed(runner.found.guess, looks=_FINE_LOOKS, step=0.3, free=POSE_AND_PLACE)
    if found.iou < (IOU_LEAST_NAMED if runner.bonus else IOU_LEAST):
        return None
    view = target.in_photograph(search.view(found.guess))
    spec, factor = at_stated_size(_colored(drawn, view, photo, foreground, hint), understood(hint))
    place = (view.place + drawn.shape.middle) * factor  # both grow about the origin: the picture stays the same
    moved = SeenFrom(place, view.axes, view.focal_px, view.centre, view.size)
    return Fit(spec, moved, found.iou, found.edges, spec.reading.archetype, race.looks + search.looks, margin)


def _colored(drawn: Drawn, view: SeenFrom, photo: Photo, foreground: Foreground, hint: str) -> DesignSpec:
    canvas = target_of(photo.pixels, foreground.mask, _COLORS_PX)
    if canvas is None:
        return drawn.spec
    thing = drawn.reading.things[0]
    exact = {name for name in (*thing.materials, *thing.part_materials.values()) if names_exactly(name, hint)}
    said = exact | {*thing.colors, *thing.part_colors.values()}
    return colored(drawn.spec, drawn.shape, canvas.on_canvas(view), canvas.colors, canvas.mask, stated=frozenset(said))


def names_exactly(material: str, text: str) -> bool:
    """Return whether words name a material, and not only its family: a wooden chair may be of any wood."""
    names = (CATALOGUE[material].substance, *material.split("_"))
    return any(word.startswith(names) for word in words_of(text).split())  # golden is gold, a cloak is no oak

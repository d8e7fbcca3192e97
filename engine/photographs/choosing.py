"""Which frames of a film are worth looking at: sharp, neither too dark nor too bright, each showing something new."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import laplace

from domain.errors import GenerationFailed
from engine.photographs.film import Film, Frame, opened
from engine.photographs.moving import way_between
from engine.photographs.troubles import note
from engine.photographs.views import Shot
from engine.shapes import Tick, no_tick

LOOKED_AT_PX = 640  # longer side of what is looked at
RATE_MAX = 12.0  # frames a second that are looked at: neighbours of a fast film show the same
SEEK_S = 1.0  # intervals from which on a long film is searched rather than gone through
DARK, BRIGHT = 0.06, 0.96  # mean luminance
NEW_FROM, NEW_TO = 0.025, 0.06  # of the longer side: so far must, and may, what is seen have moved
AROUND = 6  # frames before and after, which a frame is compared with
SHAKEN = 0.4  # of the sharpness of those around: less is blurred by a movement of the camera
FRAMES_LEAST = 24  # where fewer are chosen, others are added, and all of a film that has no more are taken
QUALITY = 95  # of the JPEG files


@dataclass(frozen=True, slots=True)
class Seen:
    """What was thought of a frame; `verdict` is "chosen" or why it was not."""

    time_s: float
    sharpness: float
    exposure: float
    moved: float  # way since the last chosen frame, as a share of the longer side
    verdict: str


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The chosen frames as files, all that were looked at, and what there is to say of the film.

    `is_cut`: it broke off, at `until_s`; `is_variable`: its frames came at varying intervals; `notes` are sentences.
    """

    shots: tuple[Shot, ...]
    seen: tuple[Seen, ...]
    is_cut: bool
    is_variable: bool = False
    until_s: float = 0.0
    notes: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class _Candidate:
    frame: Frame
    grey: NDArray[np.float32]
    place: int  # in the list of what was seen


def taken(
    path: Path, folder: Path, *, interval_s: float | None = None, frames_max: int = 200, tick: Tick = no_tick
) -> Choice:
    """Write frames of a film as JPEG files into `folder`: one each `interval_s`, or those worth looking at.

    Without an interval a frame is taken when what it shows has moved by 2.5 to 6 % of the picture since the last one:
    the sharpest of those. More than `frames_max` are thinned out evenly.

    Raises
    ------
    GenerationFailed
        No frame can be decoded, or all of them are too dark or too bright.
    """
    with opened(path) as film:
        only_key_frames = film.is_long and interval_s is None
        chooser = _gone_through(film, folder, interval_s, only_key_frames, tick)
        if only_key_frames and len(chooser.seen) < FRAMES_LEAST:  # some films have hardly any
            only_key_frames = False
            chooser = _gone_through(film, folder, interval_s, False, tick)
        shots, seen = chooser.shots, chooser.seen
        if not shots:
            raise GenerationFailed(_why_none(seen), stage="frames")
        is_cut, is_variable, until_s = film.is_cut, film.is_variable, film.until_s
        if interval_s is None and len(shots) < min(FRAMES_LEAST, frames_max):
            shots, seen = _filled(film, folder, shots, seen, min(FRAMES_LEAST, frames_max), only_key_frames)
        found = len(shots)
        shots, seen = _thinned(shots, seen, frames_max)
        notes = [
            note("FILM_CUT", until_s=round(until_s, 1)) if is_cut else "",
            note("VARIABLE_RATE") if is_variable else "",
            note("ONLY_KEY_FRAMES") if only_key_frames else "",
            note("MANY_FRAMES", found=found, frames_max=frames_max) if found > len(shots) else "",
        ]
        return Choice(tuple(shots), tuple(seen), is_cut, is_variable, until_s, tuple(filter(None, notes)))


def _gone_through(film: Film, folder: Path, interval_s: float | None, only_key_frames: bool, tick: Tick) -> "_Chooser":
    chooser = _Chooser(folder, interval_s)
    for frame in _looked_at(film, interval_s, only_key_frames):
        chooser.take(frame)
        share = frame.time_s / film.facts.duration_s if film.facts.duration_s else 0.0
        tick(min(share, 1.0), f"Looking at second {frame.time_s:.1f}")
    chooser.end()
    return chooser


class _Chooser:
    """Takes frames in order, and keeps the best of each stretch in which something new comes into sight.

    A frame is judged once those just after it are known: one that is far less sharp than they are was shaken, and how
    far things moved cannot be told from it.
    """

    def __init__(self, folder: Path, interval_s: float | None) -> None:
        self.shots: list[Shot] = []
        self.seen: list[Seen] = []
        self._folder = folder
        self._interval_s = interval_s
        self._last: NDArray[np.float32] | None = None
        self._best: _Candidate | None = None
        self._waiting: deque[_Candidate] = deque()

    def take(self, frame: Frame) -> None:
        grey = frame.luminance(LOOKED_AT_PX)
        exposure = float(grey.mean()) / 255
        verdict = "too dark" if exposure < DARK else "too bright" if exposure > BRIGHT else ""
        self.seen.append(Seen(frame.time_s, sharpness_of(grey), exposure, 0.0, verdict or "another is sharper"))
        if verdict:
            return
        candidate = _Candidate(frame, grey, len(self.seen) - 1)
        if self._interval_s is not None:
            self._keep(candidate)
            return
        self._waiting.append(candidate)
        if len(self._waiting) > AROUND:
            self._judge(self._waiting.popleft())

    def _judge(self, candidate: _Candidate) -> None:
        near = self.seen[max(0, candidate.place - AROUND) : candidate.place + AROUND + 1]
        usual = float(np.quantile([one.sharpness for one in near], 0.75))
        if self._sharpness(candidate) < SHAKEN * usual:
            self._note(candidate, "blurred")
        elif self._last is None:
            self._keep(candidate)
        else:
            self._weigh(candidate, self._last)

    def _weigh(self, candidate: _Candidate, last: NDArray[np.float32]) -> None:
        moved = way_between(last, candidate.grey)
        self.seen[candidate.place] = replace(self.seen[candidate.place], moved=moved)
        if moved < NEW_FROM:
            self._note(candidate, "shows nothing new")
        elif moved <= NEW_TO:
            self._compare(candidate)
        elif self._best is None:
            self._keep(candidate)
        else:
            best = self._best
            self._keep(best)
            self._weigh(candidate, best.grey)

    def end(self) -> None:
        """Judge and keep what is still waiting."""
        while self._waiting:
            self._judge(self._waiting.popleft())
        if self._best is not None:
            self._keep(self._best)

    def _compare(self, candidate: _Candidate) -> None:
        if self._best is None or self._sharpness(candidate) > self._sharpness(self._best):
            self._best = candidate

    def _sharpness(self, candidate: _Candidate) -> float:
        return self.seen[candidate.place].sharpness

    def _keep(self, candidate: _Candidate) -> None:
        self._note(candidate, "chosen")
        self.shots.append(written(candidate.frame, self._folder, len(self.shots), self.seen[candidate.place]))
        self._last, self._best = candidate.grey, None

    def _note(self, candidate: _Candidate, verdict: str) -> None:
        self.seen[candidate.place] = replace(self.seen[candidate.place], verdict=verdict)


def written(frame: Frame, folder: Path, number: int, seen: Seen) -> Shot:
    """Write a frame as a JPEG file."""
    name = f"frame_{number:05}.jpg"
    picture = Image.fromarray(frame.pixels)
    picture.save(folder / name, "JPEG", quality=QUALITY, subsampling=0)
    return Shot(
        folder / name, name, picture.width, picture.height, 0.0, seen.time_s, round(seen.sharpness, 2),
        round(seen.exposure, 4),
    )  # fmt: skip


def sharpness_of(grey: NDArray[np.float32]) -> float:
    """Return the variance of the Laplacian of luminance in [0, 255].

    Source: Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", 2000.
    """
    return float(laplace(grey).var())


def _looked_at(film: Film, interval_s: float | None, only_key_frames: bool) -> Iterator[Frame]:
    """Go through the frames that are looked at: not nearer than RATE_MAX allows, of long films the key frames."""
    if interval_s is not None and interval_s >= SEEK_S and film.is_long:
        yield from film.frames_at(interval_s)
        return
    apart_s = 1 / RATE_MAX if interval_s is None else interval_s
    due_s = 0.0
    for frame in film.frames(only_key_frames=only_key_frames):
        if frame.time_s + 1e-6 >= due_s:
            yield frame
            due_s = frame.time_s + apart_s if interval_s is None else _next(due_s, frame.time_s, apart_s)


def _next(due_s: float, time_s: float, apart_s: float) -> float:
    """Return the next multiple of the interval: a late frame does not delay those after it."""
    return due_s + apart_s * max(1, int((time_s - due_s) // apart_s) + 1)


def _filled(
    film: Film, folder: Path, shots: list[Shot], seen: list[Seen], count: int, only_key_frames: bool
) -> tuple[list[Shot], list[Seen]]:
    """Add frames where the longest stretches lie between those that were chosen, until there are `count` or no more."""
    usable = [place for place, one in enumerate(seen) if one.verdict not in ("too dark", "too bright", "blurred")]
    wanted = _spread(usable, [seen[place].sharpness for place in usable], [seen[at].verdict for at in usable], count)
    if len(wanted) == len(shots):
        return shots, seen
    for shot in shots:
        shot.path.unlink()
    places = {seen[place].time_s: place for place in wanted}
    marked = [replace(one, verdict="chosen") if place in wanted else one for place, one in enumerate(seen)]
    filled: list[Shot] = []
    for frame in film.frames(only_key_frames=only_key_frames):
        place = places.pop(frame.time_s, None)
        if place is not None:
            filled.append(written(frame, folder, len(filled), marked[place]))
    return filled, marked


def _spread(usable: list[int], sharpness: list[float], verdicts: list[str], count: int) -> set[int]:
    """Return the chosen of the usable places, and of each longest stretch without one the sharpest near its middle."""
    taken_at = [at for at, verdict in enumerate(verdicts) if verdict == "chosen"]
    while len(taken_at) < min(count, len(usable)):
        ends = [-1, *taken_at, len(usable)]
        start, end = max(pairwise(ends), key=lambda stretch: stretch[1] - stretch[0])
        third = (end - start - 2) // 3
        middle = range(start + 1 + third, end - third)
        taken_at = sorted([*taken_at, max(middle, key=lambda at: sharpness[at])])
    return {usable[at] for at in taken_at}


def _thinned(shots: list[Shot], seen: list[Seen], most: int) -> tuple[list[Shot], list[Seen]]:
    """Keep `most` shots, evenly; the files of the others are removed."""
    if len(shots) <= most:
        return shots, seen
    kept = [shots[place] for place in sorted({round(place) for place in np.linspace(0, len(shots) - 1, most)})]
    times = {shot.time_s for shot in kept}
    for shot in shots:
        if shot.time_s not in times:
            shot.path.unlink()
    return kept, [
        replace(one, verdict="thinned out") if one.verdict == "chosen" and one.time_s not in times else one
        for one in seen
    ]


def _why_none(seen: list[Seen]) -> str:
    dark = sum(one.verdict == "too dark" for one in seen)
    if dark * 2 >= len(seen):
        return "The film is too dark: film it again in more light, or with a longer exposure."
    return "The film is too bright: film it again with less light, or a shorter exposure."

"""Which part of a photograph is the thing: what alpha says, else what is not background."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from engine.shapes import Pixels, Tick, no_tick
from engine.single_view.adapters import NO_MODELS, Models, thing_of
from engine.single_view.agreement import iou
from engine.single_view.bridges import unbridged
from engine.single_view.cutting import cut
from engine.single_view.judging import NOTHING, Verdict, judged
from engine.single_view.matting import matted
from engine.single_view.middle import in_the_middle, trusted
from engine.single_view.openings import closed
from engine.single_view.openings import opened as openings
from engine.single_view.outlines import round_, sharpness, way_from_border
from engine.single_view.photo import Photo
from engine.single_view.plain import before_plain, lab_of, plain_background, ring_of
from engine.single_view.saliency import salience

Coverage = NDArray[np.float32]
Mask = NDArray[np.bool_]
Image = NDArray[np.float32]
ROLL = 0.006  # of the longer side: gaps in an outline, through which a background is not followed
SMALL_SIDE = 448
"""Longer side of what is searched for the thing, pixels; its edges are then found at the photograph's own size."""
_ADVICE = "take a picture in which one thing fills about half of the frame before a plain background"
_HIDDEN_LEAST = 0.005  # of the picture: where less is transparent, that shows no thing
_ONE_COLOR = 0.7  # CIELAB: deviation of a picture that shows nothing
_SHARE_LEAST, _SHARE_MOST = 0.004, 0.97  # of the picture
_SCORE_LEAST, _SCORE_SURE = 0.15, 0.35
_SCORE_TOLD = 0.45  # below it the doubt is told
_UNSURE = f"It is not certain what the thing in the picture is; to be sure, {_ADVICE}"
_RIVAL, _ANOTHER = 0.85, 0.85  # of the best score: a rival; IoU with the best, below which it is another outline
_RIVALLED = f"Another way to find the thing sees another outline: part of it may be wrong; to be sure, {_ADVICE}"
_WIDENINGS = 3  # as long as each is better than what it was made of
_AROUND_SHARE = 0.018  # of the longer side
_PIECE_LEAST = 0.04  # of the largest piece: smaller ones are no part of the thing
_CUT_OFF = 0.5  # of the largest piece: smaller ones at the border are no part of one that is not there
_MESSY = 0.65  # of the picture's sharp edges: where the thing has fewer, what lies around it is as sharp
_SURROUNDED = f"Much else in the picture has sharp edges: part of the thing may be missing; to be sure, {_ADVICE}"
_UNSUPPORTED = 0.87  # of the outline: where less lies on sharp edges, some of it runs through one surface
_CUT = f"Part of the outline lies on no edge: some of the thing may have been cut away; to be sure, {_ADVICE}"
_APART = 0.3  # of the largest piece
_SEVERAL = f"What was found is in pieces apart: they may be several things, or one in part; to be sure, {_ADVICE}"


@dataclass(frozen=True, slots=True, eq=False)
class Foreground:
    """The thing in a photograph.

    Attributes
    ----------
    mask : (h, w) float32 in [0, 1]
        How much of each pixel of `Photo.pixels` it covers.
    method : str
        "alpha", "plain background", "saliency", "wide saliency", "enclosing edges", "middle" or the name of a model.
    confidence : float in [0, 1]
        How sure it is that this is the thing and all of it.
    notes : tuple of str
        Sentences about how it was found.
    """

    mask: Coverage
    method: str
    confidence: float
    notes: tuple[str, ...] = ()


def foreground_of(photo: Photo, *, tick: Tick = no_tick, models: Models = NO_MODELS) -> Foreground:
    """Return where the thing is in a photograph.

    Raises
    ------
    GenerationFailed
        There is none that can be told from its surroundings.
    """
    notes: list[str] = []
    if photo.alpha is not None and (hidden := float((photo.alpha < 0.5).mean())) > 0:
        if hidden >= _HIDDEN_LEAST:
            return _by_alpha(photo.alpha)
        notes.append("The picture's transparency hides next to nothing of it and was not used to find the thing")
    lab = lab_of(photo.pixels)
    if float(lab.reshape(-1, 3).std(axis=0).max()) < _ONE_COLOR:
        raise _none("the picture is of one colour")
    found = _by_model(photo, models, tick, notes) or _found(photo.pixels, lab, tick)
    tick(1.0, f"Found the thing by its {found.method}")
    return replace(found, notes=(*notes, *found.notes))


def _by_model(photo: Photo, models: Models, tick: Tick, notes: list[str]) -> Foreground | None:
    sure = thing_of(photo, models, tick=tick, note=notes.append)
    if sure is None:
        return None
    mask = pieces(sure > 0.5)
    if not _SHARE_LEAST < float(mask.mean()) < _SHARE_MOST:
        notes.append("The segmentation model was not used: it sees no thing in this picture")
        return None
    confidence = float(np.clip(np.abs(2 * sure - 1).mean(), 0, 1))
    return Foreground(matted(photo.pixels, mask), f"model {Path(models.segmentation).name}", confidence)


def _none(why: str) -> GenerationFailed:
    return GenerationFailed(f"There is no foreground: {why}; {_ADVICE}", stage="foreground")


def _by_alpha(alpha: Coverage) -> Foreground:
    share = float((alpha > 0.5).mean())
    if share < 1e-4:
        raise _none("the picture is transparent all over")
    return Foreground(alpha, "alpha", 1.0)


def _found(pixels: Pixels, lab: Image, tick: Tick) -> Foreground:
    small = _smaller(pixels)
    small_lab = lab_of(small)
    sharp = sharpness(small_lab, ring_of(*small.shape[:2]))
    edge = sharp > 1
    weighed = [_weighed(guess, small_lab, edge) for guess in _guesses(small, small_lab, sharp, tick)]
    best = max(weighed, key=_score)
    if best.verdict.score < _SCORE_SURE:
        weighed.append(_in_the_middle(small, small_lab, edge))
        best = max(best, weighed[-1], key=_score)
    for guess in [best, *rivals_of(best, weighed)] if best.verdict.score > 0 else []:
        weighed.extend(_widened(guess, small, small_lab, edge))
    best = max(weighed, key=_score)
    verdict, mask = best.verdict, best.mask
    if verdict.score == 0:
        raise _none("nothing stands out from its surroundings")
    if verdict.score < _SCORE_LEAST:
        raise _none("nothing in the picture has edges of its own all around")
    tick(0.8, "Following its edges")
    large = _enlarged(mask, *lab.shape[:2])
    return Foreground(matted(pixels, large), best.method, verdict.score, doubts_of(best, weighed))


@dataclass(frozen=True, slots=True, eq=False)
class Guess:
    """What the thing may be: how it was found, where it is, and what speaks for it."""

    method: str
    mask: Mask
    verdict: Verdict = NOTHING


def _score(guess: Guess) -> float:
    return guess.verdict.score


def rivals_of(best: Guess, others: Iterable[Guess]) -> list[Guess]:
    """Return the masks that nearly as much speaks for as for the best, and that are quite another outline."""
    near = (one for one in others if one.verdict.score >= _RIVAL * best.verdict.score)
    return [one for one in near if iou(one.mask, best.mask) < _ANOTHER]


def _widened(guess: Guess, small: Pixels, lab: Image, edge: Mask) -> Iterator[Guess]:
    """Yield what a guess becomes when it is cut out anew of what lies around it, as long as more speaks for it."""
    for _ in range(_WIDENINGS):
        around = _around(guess.mask)
        wider = _weighed(Guess(guess.method, cut(small, around, never=_frame(~around))), lab, edge)
        yield wider
        if wider.verdict.score <= guess.verdict.score:
            return
        guess = wider


def doubts_of(best: Guess, others: Iterable[Guess]) -> tuple[str, ...]:
    """Return what is to be said of a mask that little speaks for, or as much for quite another."""
    if best.verdict.score < _SCORE_TOLD:
        return (_UNSURE,)
    if rivals_of(best, others):
        return (_RIVALLED,)
    areas = np.sort(_labelled(best.mask)[1])
    if len(areas) > 2 and areas[-2] >= _APART * areas[-1]:  # the first is what is no piece
        return (_SEVERAL,)
    if best.verdict.support < _UNSUPPORTED:
        return (_CUT,)
    return (_SURROUNDED,) if best.verdict.explained < _MESSY else ()


def _in_the_middle(small: Pixels, lab: Image, edge: Mask) -> Guess:
    """Return what differs from the picture's corners; large and whole, it needs no sharp edges."""
    likely, never = in_the_middle(*small.shape[:2])
    guess = _weighed(Guess("middle", cut(small, likely, never=never | _frame(~likely))), lab, edge)
    return replace(guess, verdict=trusted(guess.mask, guess.verdict))


def _weighed(guess: Guess, lab: Image, edge: Mask) -> Guess:
    """Return a guess with openings, without crumbs and bridges to the border, and what speaks for it."""
    mask = pieces(unbridged(closed(pieces(openings(guess.mask, lab, edge)), lab)))
    is_of_a_size = _SHARE_LEAST < float(mask.mean()) < _SHARE_MOST
    return Guess(guess.method, mask, judged(mask, lab, edge) if is_of_a_size else NOTHING)


def _around(mask: Mask) -> Mask:
    """Return the convex hull of a mask, a little wider: what belongs to a thing is often of other colours."""
    hull = np.zeros(mask.shape, np.uint8)
    cv2.fillConvexPoly(hull, cv2.convexHull(cv2.findNonZero(mask.astype(np.uint8))), 1)
    return np.asarray(cv2.dilate(hull, round_(max(1, round(_AROUND_SHARE * max(mask.shape))))).astype(bool))


def _smaller(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    share = SMALL_SIDE / max(height, width)
    if share >= 1:
        return pixels
    size = max(8, round(width * share)), max(8, round(height * share))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _guesses(small: Pixels, lab: Image, sharp: Image, tick: Tick) -> Iterator[Guess]:
    """Return what the thing may be, by several ways to look for it, each cut out along its edges."""
    scores, regions = salience(lab, tick=lambda done, said: tick(0.1 + 0.2 * done, said))
    salient = np.asarray(cv2.GaussianBlur(scores[regions.labels].astype(np.float32), (0, 0), 2.0), np.float32)
    enclosed = _enclosed(sharp)
    seeds = [
        ("saliency", salient, _limit(salient, 0.5)),
        ("wide saliency", salient, _limit(salient, -0.1)),
        ("enclosing edges", enclosed, _limit(enclosed, 0.5)),
    ]
    background = plain_background(lab)
    if background is not None:
        seeds.append(("plain background", before_plain(lab, background, sharp > 1, ROLL).astype(np.float32), 0.5))
    for number, (method, likely, limit) in enumerate(seeds):
        tick(0.3 + 0.5 * number / len(seeds), "Cutting out what stands out")
        yield Guess(method, cut(small, likely > limit, never=_frame(likely < 0.5 * limit)))


def _limit(likely: Image, above: float) -> float:
    return float(likely.mean() + above * likely.std())


def _enclosed(sharp: Image) -> Image:
    """Return how many edges stand between each pixel and the border, in [0, 1]."""
    way = way_from_border(np.clip(sharp - 0.7, 0, 4))
    high = float(np.quantile(way, 0.98))
    return np.asarray(np.clip(way / max(high, 1e-6), 0, 1), np.float32)


def _enlarged(mask: Mask, height: int, width: int) -> Mask:
    large = cv2.resize(mask.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(large > 0.5)


def _frame(low: Mask) -> Mask:
    frame = np.ones(low.shape, bool)
    frame[2:-2, 2:-2] = False
    return frame & low


def pieces(mask: Mask) -> Mask:
    """Return the pieces of a mask that are not small beside the largest, nor smaller ones that the border cuts off."""
    labels, areas = _labelled(mask)
    if areas.max() == 0:
        return mask
    kept = areas >= _PIECE_LEAST * areas.max()
    cut_off = np.isin(np.arange(len(areas)), np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    if not cut_off[int(areas.argmax())]:
        kept &= ~cut_off | (areas >= _CUT_OFF * areas.max())
    return np.asarray(kept[labels])


def _labelled(mask: Mask) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Return the piece of each pixel, 0 where there is none, and the pieces' areas in pixels; that of 0 is 0."""
    _, labels, facts, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    areas = facts[:, cv2.CC_STAT_AREA].astype(np.float64)
    areas[0] = 0
    return np.asarray(labels), areas

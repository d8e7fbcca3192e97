"""What goes wrong with films and photographs, each in a sentence of its own with advice; told from numbers.

Some end the work (`failure`), with others it goes on and the owner is told (`note`).
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from domain.errors import GenerationFailed
from engine.photographs.blur import blur_of_file
from engine.photographs.quality import CONFIRMED_LEAST, COVERED_LEAST, RELIEF_LEAST, relief_of
from engine.photographs.views import Shot, Sparse

if TYPE_CHECKING:  # COLMAP is not needed to look at films
    from engine.photographs.sparse import Features, Pair, Placed

TROUBLES: Mapping[str, str] = {
    "ONE_FRAME": "There is only one picture: a shape needs at least three, taken from different places."
    " Walk around the thing and film it, or take more pictures.",
    "FEW_FRAMES": "There are only {shots} pictures: a shape needs at least three, taken from different places."
    " Walk around the thing and take 20 to 60.",
    "BLURRY": "The pictures are blurred, so that hardly anything on them can be recognised again."
    " Hold the camera still or move it slowly, let it focus, and give it more light.",
    "BLURRY_YET_USED": "Most pictures are blurred: the model will lack detail."
    " Hold the camera still or move it slowly, let it focus, and give it more light.",
    "DARK": "The pictures are so dark that hardly anything on them can be recognised again."
    " Film it again in more light, or with a longer exposure and a camera that stands firmly.",
    "FEW_FEATURES": "The pictures show too little that can be recognised again: {features} marks on each, as a rule."
    " Plain, shiny and transparent things cannot be reconstructed: put them on a patterned ground, such as"
    " newspaper, or stick marks on them.",
    "NO_MATCHES": "No two of the pictures show the same things from near enough."
    " Take pictures that overlap by two thirds, with small steps between them.",
    "NO_PARALLAX": "The camera turned on the spot or stood still, so that depth cannot be told (a flat wall alone"
    " looks like that too). Walk around the thing while you film it.",
    "MOVING": "Much is seen again in other pictures, but its movements contradict each other: something moved while"
    " it was filmed, or things look alike. Film things that stand still, and move the camera instead.",
    "MOVING_YET_USED": "Much of what pictures have in common does not fit one movement of the camera: something moved"
    " while it was filmed, or things look alike. What moved is missing from the model, or is wrong; check it.",
    "UNCONFIRMED": "Only {percent} % of what the pictures show could be confirmed by other pictures: something moved,"
    " or is shiny, transparent or plain. Do not trust the shape. Film things that stand still, with small steps,"
    " on a patterned ground.",
    "HARDLY_SEEN": "Only {percent} % of the surface that came of it is seen by three pictures: its pieces hang"
    " in the air where nothing is. Do not trust the shape. Film things that stand still, with small steps, on a"
    " patterned ground.",
    "NO_SURFACE": "No surface came of the pictures, though the cameras were found: what they show does not fit together"
    " in depth. Film things that stand still, with small steps, on a patterned ground, and leave out pictures on which"
    " something is in front of them.",
    "FLAT": "Nearly all that the pictures show lies on one plane: a flat wall, a page, or pieces of one picture, of"
    " which no depth can be told. If the thing is not flat, walk around it while you film it.",
    "NOT_PLACED": "The cameras could not be found, though the pictures have something in common."
    " Take more pictures, with smaller steps between them, of something that stands still.",
    "SEPARATE_MODELS": "The pictures fall into groups that do not overlap, of {sizes}; the largest was used."
    " Take pictures between them that show parts of both.",
    "FEW_REGISTERED": "The cameras of only {registered} of {shots} pictures could be found."
    " Take pictures with smaller steps between them, and leave out those that show something else.",
    "SIDEWAYS": "The pictures lie on their side: what they say of how the camera was held is wrong."
    " The model was turned upright by the way that the camera took; check it.",
    "UPSIDE_DOWN": "The pictures are upside down: what they say of how the camera was held is wrong."
    " The model was turned upright by its ground; check it.",
    "ROLLED": "{rolled} of {shots} pictures are not upright: what they say of how the camera was held is wrong."
    " That does no harm to the model.",
    "FILM_CUT": "The film breaks off or is damaged after {until_s} s; the frames up to there were used."
    " Upload it again whole if the end matters.",
    "VARIABLE_RATE": "The film's frames come at varying intervals; its own times were used.",
    "ONLY_KEY_FRAMES": "The film is too long to look at each frame of it; only its key frames were."
    " Upload a shorter film, or one of fewer pixels, for a closer choice.",
    "MANY_FRAMES": "{found} frames are worth using; they were thinned out evenly to {frames_max}, which is the most.",
}
FEATURES_LEAST = 100
"""On a picture, below which it cannot be placed: COLMAP begins with two that have 100 verified matches."""
FEATURES_FEW = 200
BLURRED = 0.6
"""Perceived blur, above which pictures are called blurred: that of a Gaussian of 1.6 pixels at 640 pixels' width."""
DARK = 0.15
"""Mean luminance below which darkness is named as the cause of what is missing."""
SURFACE_LEAST = 0.02
"""Share of the surface that three pictures see, below which there is none."""
INLIERS_LEAST = 15
ANGLE_DEG_LEAST = 1.5
_FLAT_KINDS = frozenset((4, 5, 6, 7))  # COLMAP's planar, panoramic, either of them, and watermarks, which stand still
_FLAT_SHARE = 0.7
_STEADY_SHARE = 0.35
_PICTURES_LEAST = 3
_GROUP_SHARE = 0.15
_ROLLED = 0.5
_LOOKED_AT = 9  # pictures, of which it is told whether most are blurred


def failure(code: str, stage: str, **facts: Any) -> GenerationFailed:
    """Return the error for a trouble that ends the work."""
    return GenerationFailed(TROUBLES[code].format(**facts), stage=stage, code=code, **facts)


def note(code: str, **facts: Any) -> str:
    """Return the sentence for a trouble with which the work goes on."""
    return TROUBLES[code].format(**facts)


def check_shots(shots: Sequence[Shot]) -> None:
    """Refuse fewer than three pictures.

    Raises
    ------
    GenerationFailed
        `ONE_FRAME` or `FEW_FRAMES`.
    """
    if len(shots) < _PICTURES_LEAST:
        raise failure("ONE_FRAME" if len(shots) < 2 else "FEW_FRAMES", "frames", shots=len(shots))


def notes_on_shots(shots: Sequence[Shot]) -> tuple[str, ...]:
    """Return what there is to say of pictures that can be used."""
    return (note("BLURRY_YET_USED"),) if _are_blurred(shots) else ()


def _are_blurred(shots: Sequence[Shot]) -> bool:
    some = shots[:: max(1, len(shots) // _LOOKED_AT)]
    return bool(some) and statistics.median(blur_of_file(shot.path) for shot in some) > BLURRED


def check_features(found: Features, shots: Sequence[Shot]) -> None:
    """Refuse pictures on which too little was found.

    Raises
    ------
    GenerationFailed
        `DARK`, `BLURRY` or `FEW_FEATURES`.
    """
    if sum(count >= FEATURES_LEAST for count in found.counts.values()) < _PICTURES_LEAST:
        raise _few_features(found, shots, "features")


def check_matches(pairs: Sequence[Pair]) -> None:
    """Refuse pictures that have nothing in common.

    Raises
    ------
    GenerationFailed
        `NO_MATCHES` or `MOVING`.
    """
    if not any(pair.inliers >= INLIERS_LEAST for pair in pairs):
        raise failure("MOVING" if _is_unsteady(pairs) else "NO_MATCHES", "matching")


def best_of(
    models: Sequence[Placed], found: Features, pairs: Sequence[Pair], shots: Sequence[Shot]
) -> tuple[Placed, tuple[str, ...]]:
    """Return the largest model, and what its owner should be told.

    Raises
    ------
    GenerationFailed
        There is none, or it shows no depth: `NO_PARALLAX`, `MOVING`, `DARK`, `BLURRY`, `FEW_FEATURES` or `NOT_PLACED`.
    """
    if not models or len(models[0].names) < _PICTURES_LEAST:
        raise _why_not_placed(found, pairs, shots)
    best = models[0]
    if best.angle_deg < ANGLE_DEG_LEAST:
        raise failure("NO_PARALLAX", "mapping", angle_deg=round(best.angle_deg, 2))
    moving = (note("MOVING_YET_USED"),) if _is_unsteady(pairs) else ()
    return best, (*_notes_on(models, len(found.names)), *moving)


def notes_on_points(sparse: Sparse) -> tuple[str, ...]:
    """Return what there is to say of where the points lie."""
    return (note("FLAT"),) if relief_of(sparse) < RELIEF_LEAST else ()


def check_surface(coverage: float) -> None:
    """Refuse a surface of which pictures see next to nothing.

    Raises
    ------
    GenerationFailed
        `NO_SURFACE`.
    """
    if coverage < SURFACE_LEAST:
        raise failure("NO_SURFACE", "meshing", coverage=round(coverage, 4))


def notes_on_surface(consistent: float, coverage: float) -> tuple[str, ...]:
    """Return what there is to say of the shares of confirmed pixels and of the surface that three pictures see."""
    if consistent < CONFIRMED_LEAST:
        return (note("UNCONFIRMED", percent=round(100 * consistent, 1)),)
    return (note("HARDLY_SEEN", percent=round(100 * coverage, 1)),) if coverage < COVERED_LEAST else ()


def notes_on_rotation(sparse: Sparse) -> tuple[str, ...]:
    """Return what there is to say of how the cameras of a levelled reconstruction were held."""
    count = len(sparse.views)
    rolled = sum(abs(view.turn[0, 1]) > _ROLLED for view in sparse.views)
    turned = sum(view.turn[1, 1] > _ROLLED for view in sparse.views)
    if 2 * rolled > count:
        return (note("SIDEWAYS"),)
    if 2 * turned > count:
        return (note("UPSIDE_DOWN"),)
    return (note("ROLLED", rolled=rolled + turned, shots=count),) if rolled + turned else ()


def _notes_on(models: Sequence[Placed], count: int) -> list[str]:
    registered = len(models[0].names)
    rest = set(models[0].names)
    sizes = [registered]
    for model in models[1:]:
        new = set(model.names) - rest
        if len(new) >= max(_PICTURES_LEAST, _GROUP_SHARE * count):
            sizes.append(len(new))
            rest |= new
    if len(sizes) > 1:
        return [note("SEPARATE_MODELS", sizes=" and ".join(str(size) for size in sizes))]
    return [note("FEW_REGISTERED", registered=registered, shots=count)] if 2 * registered < count else []


def _why_not_placed(found: Features, pairs: Sequence[Pair], shots: Sequence[Shot]) -> GenerationFailed:
    strong = [pair for pair in pairs if pair.inliers >= 2 * INLIERS_LEAST]
    if strong and sum(pair.config in _FLAT_KINDS for pair in strong) >= _FLAT_SHARE * len(strong):
        return failure("NO_PARALLAX", "mapping")
    if _is_unsteady(pairs):
        return failure("MOVING", "mapping")
    if statistics.median(found.counts.values()) < FEATURES_FEW:
        return _few_features(found, shots, "mapping")
    return failure("NOT_PLACED" if strong else "NO_MATCHES", "mapping")


def _is_unsteady(pairs: Sequence[Pair]) -> bool:
    """Whether pictures have many matches, most of which no one movement of the camera explains."""
    shares = [pair.inliers / pair.matches for pair in pairs if pair.matches >= FEATURES_LEAST]
    return bool(shares) and statistics.median(shares) < _STEADY_SHARE


def _few_features(found: Features, shots: Sequence[Shot], stage: str) -> GenerationFailed:
    features = round(statistics.median(found.counts.values()))
    if statistics.median(shot.exposure for shot in shots) < DARK:
        return failure("DARK", stage, features=features)
    if _are_blurred(shots):
        return failure("BLURRY", stage, features=features)
    return failure("FEW_FEATURES", stage, features=features)

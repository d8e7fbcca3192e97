"""What a silhouette may be of: the archetypes with the most alike one, and those that the words beside it name."""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.planner.reading.reader import Understood, read
from engine.single_view.shape import Pose, Shape
from engine.single_view.silhouettes import SIDE, VIEWS, Table, silhouette_of, squeezed, table
from engine.single_view.view import Mask

_ASPECT_WEIGHT = 0.12  # of likeness, per natural logarithm of difference in width over height
_ASPECT_MOST = 1.0
_FILLED, _NEAR_SHARE = (0.35, 0.65), 0.5  # of its box: from where on a thing is thin; what nearness counts for others
_PART = 4096  # silhouettes that are compared at a time
_APART = 0.02  # of likeness: a second pose must not be this much worse for each of the first ones
_POSES_MOST = 3
_NEIGHBOUR_DEG = 40.0
_HINT_BONUS = 0.15
_CERTAIN = 0.5  # of the planner's reader: below, it guesses by meaning
_ALIKE = 0.015  # of likeness: where so many are so much alike, half as many more are taken
_FILE_WORDS = re.compile(
    r"\.(jpe?g|png|gif|webp|bmp)$|\b(img|dsc|dscn|pxl|p|image|photo|picture|pic|file|scan|screenshot)\b"
    r"|(?<![\d.,])\d+(?![\d.,]*\s*([mcd]?m|in|inch|inches|ft|feet|met(re|er)s?)\b)"  # a number, unless it is a size
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An archetype that a silhouette may be of, how alike it is from the best view in [0, 1], and the best poses."""

    archetype: str
    likeness: float
    poses: tuple[Pose, ...]
    is_named: bool = False


def candidates(mask: Mask | NDArray[np.floating], *, seen: Understood | None = None, most: int = 24) -> list[Candidate]:
    """Return the likeliest archetypes of a (h, w) mask, best first; what the words name is always among them."""
    kept = table()
    likeness = likenesses(mask, kept)
    named = named_in(seen, kept)
    best = likeness.max(axis=1)
    order = np.argsort(-(best + _HINT_BONUS * np.isin(np.arange(len(best)), list(named))), kind="stable")
    most += int(np.count_nonzero(best[order[most : most + most // 2]] > best[order[most - 1]] - _ALIKE))
    chosen = [*order[:most], *(at for at in named if at not in order[:most])]
    return [
        Candidate(kept.names[at], float(best[at]), _poses(likeness[at]), is_named=at in named)
        for at in map(int, chosen)
    ]


def likenesses(mask: Mask | NDArray[np.floating], kept: Table) -> NDArray[np.float32]:
    """Return (names, views) how alike a mask's squeezed silhouette is to each of the table.

    Overlap, and how much of each lies within a cell of the other: thin things hardly ever overlap, so that the second
    counts alone where little of the box is filled.
    """
    cells, aspect = squeezed(mask)
    one, solid = np.asarray(cells.ravel(), np.float32), _widened((cells >= 0.5).astype(np.uint8)[None])
    whole, wide, areas = kept.cells.reshape(-1, one.size), _wide(), _areas().astype(np.float32)
    parts = [slice(start, start + _PART) for start in range(0, len(whole), _PART)]
    two = np.stack([one, np.asarray(solid.ravel(), np.float32)], axis=1)
    met = np.concatenate([whole[part].astype(np.float32) @ two for part in parts])
    covered = np.concatenate([wide[part].astype(np.float32) @ one for part in parts]) / max(float(one.sum()), 1e-6)
    both, covering = met[:, 0], met[:, 1] / np.maximum(areas, 1e-6)
    near = 2 * covered * covering / np.maximum(covered + covering, 1e-6)
    overlap = both / np.maximum(areas + one.sum() - both, 1e-6)
    full, thin = _FILLED[1] - float(one.mean()), _FILLED[1] - _FILLED[0]
    share = _NEAR_SHARE + (1 - _NEAR_SHARE) * float(np.clip(full / thin, 0, 1))
    alike = ((1 - share) * overlap + share * near).reshape(kept.aspects.shape)
    unlike = np.minimum(np.abs(kept.aspects - np.float32(aspect)), _ASPECT_MOST)
    return np.asarray(alike - _ASPECT_WEIGHT * unlike, np.float32)


@lru_cache(maxsize=1)
def _areas() -> NDArray[np.int64]:
    return np.asarray(table().cells.sum(axis=2, dtype=np.int64).ravel(), np.int64)


@lru_cache(maxsize=1)
def _wide() -> NDArray[np.uint8]:
    """Return the table's silhouettes grown by a cell all around."""
    cells = table().cells
    return _widened(cells.reshape(-1, SIDE, SIDE)).reshape(-1, SIDE * SIDE)


def _widened(cells: NDArray[np.uint8]) -> NDArray[np.uint8]:
    grown = cells.copy()
    grown[:, 1:] |= cells[:, :-1]
    grown[:, :-1] |= cells[:, 1:]
    tall = grown.copy()
    grown[:, :, 1:] |= tall[:, :, :-1]
    grown[:, :, :-1] |= tall[:, :, 1:]
    return grown


def poses_of(shape: Shape, mask: Mask | NDArray[np.floating]) -> tuple[Pose, ...]:
    """Return the poses from which a thing looks most like a mask, for one that is drawn otherwise than usual."""
    cells, aspect = squeezed(mask)
    found = [silhouette_of(shape, pose) for pose in VIEWS]
    likeness = [
        np.minimum(own, cells).sum() / max(float(np.maximum(own, cells).sum()), 1e-6)
        - _ASPECT_WEIGHT * min(abs(wide - aspect), _ASPECT_MOST)
        for own, wide in found
    ]
    return _poses(np.array(likeness, np.float32))


def _poses(likeness: NDArray[np.float32]) -> tuple[Pose, ...]:
    """Return the best views that are not neighbours of better ones."""
    chosen: list[Pose] = []
    for at in np.argsort(-likeness, kind="stable"):
        pose = VIEWS[int(at)]
        if all(_apart_deg(pose, other) > _NEIGHBOUR_DEG for other in chosen):
            chosen.append(pose)
        if len(chosen) == _POSES_MOST:
            break
    return tuple(chosen)


def _apart_deg(one: Pose, other: Pose) -> float:
    """Return the angle between two directions of view."""
    a, b = (np.radians([pose.azimuth, pose.elevation]) for pose in (one, other))
    cosine = np.sin(a[1]) * np.sin(b[1]) + np.cos(a[1]) * np.cos(b[1]) * np.cos(a[0] - b[0])
    return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


def words_of(hint: str) -> str:
    """Return the words of a caption or of a file's name, with the sizes that they state and no other numbers."""
    plain = _FILE_WORDS.sub(" ", hint.strip().casefold().replace("_", " ").replace("-", " "))
    return " ".join(plain.split()).strip(" .,;")


def understood(hint: str) -> Understood | None:
    """Return what a caption or a file's name says, where it names a thing or hints at one, as coffee does at a mug."""
    words = words_of(hint)
    seen = read(words) if words else None
    is_told = seen is not None and seen.things and (seen.head.is_named or seen.head.certainty >= _CERTAIN)
    return seen if is_told else None


def named_in(seen: Understood | None, kept: Table) -> list[int]:
    """Return the numbers of the archetypes that the words name."""
    wanted = [thing.archetype for thing in seen.things] if seen else []
    return [kept.names.index(name) for name in dict.fromkeys(wanted) if name in kept.names]

"""Foregrounds: our own renders before backgrounds as photographs have them, and the thing found again.

`python -m bench.foreground [PHOTOGRAPH ...] [--size N]`: the intersection over union of what is found with the true
mask, for every second of fifteen things before six backgrounds; of photographs only how each was found. Seconds are of
this process's own work.
"""

import time
from argparse import ArgumentParser
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table as Rows

from domain.errors import GenerationFailed
from engine.single_view.agreement import iou
from engine.single_view.foreground import foreground_of
from engine.single_view.photo import Photo, opened
from tests.picturing import pictured

THINGS = (
    "a wooden chair", "a coffee cup", "a red mug", "a potted plant", "a desk lamp", "a guitar", "a bicycle", "a teapot",
    "a toy car", "a wine glass", "a sneaker", "a bookshelf", "a vase", "a pair of scissors", "a table",
)  # fmt: skip
BACKGROUNDS = ("studio", "sweep", "wall", "table", "room", "lawn")
_PIXELS_MAX = 50_000_000


def main() -> None:
    """Print a row for each background, or for each photograph."""
    parser = ArgumentParser()
    parser.add_argument("photographs", nargs="*", type=Path)
    parser.add_argument("--size", type=int, default=384)
    given = parser.parse_args()
    if given.photographs:
        _photographs(given.photographs)
    else:
        _renders(given.size)


def _renders(size: int) -> None:
    found, spent = np.full((len(BACKGROUNDS), len(THINGS)), np.nan), 0.0
    for column, thing in enumerate(THINGS):
        for row, background in enumerate(BACKGROUNDS):
            if (row + column) % 2 == 0:
                picture = pictured(thing, background, size=size, seed=row + column)
                started = time.process_time()
                found[row, column] = _overlap(Photo(picture.pixels), picture.mask)
                spent += time.process_time() - started
    rows = Rows("background", "each", "mean")
    for row, background in enumerate(BACKGROUNDS):
        seen = found[row][np.isfinite(found[row])]
        rows.add_row(background, " ".join(f"{value:.2f}" for value in seen), f"{seen.mean():.3f}")
    seen = found[np.isfinite(found)]
    rows.add_row("all", f"median {np.median(seen):.3f}, {spent / len(seen):.1f} s each", f"{seen.mean():.3f}")
    Console().print(rows)


def _overlap(photo: Photo, truth: np.ndarray) -> float:
    try:
        return iou(foreground_of(photo).mask, truth)
    except GenerationFailed:
        return 0.0


def _photographs(paths: list[Path]) -> None:
    rows = Rows("photograph", "method", "confidence", "share", "s")
    for path in paths:
        photo = opened(path.read_bytes(), pixels_max=_PIXELS_MAX)
        started = time.process_time()
        try:
            found = foreground_of(photo)
            told = (found.method, f"{found.confidence:.2f}", f"{float(found.mask.mean()):.2f}")
        except GenerationFailed:
            told = ("none", "", "")
        rows.add_row(path.name, *told, f"{time.process_time() - started:.1f}")
    Console().print(rows)


if __name__ == "__main__":
    main()

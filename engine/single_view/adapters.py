"""Neural models that may help, from folders on this machine: which pixels are the thing, and how far each is.

They run in a process of their own, so that a deadline can end them; nothing is ever downloaded, and no code that lies
in a folder is run. Where one cannot help, that is noted with the reason, and the picture is read without it.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed, MeshwrightError
from engine.aside import aside
from engine.shapes import Pixels, Tick, no_tick
from engine.single_view.photo import Photo

Image = NDArray[np.float32]
Note = Callable[[str], None]
_BACKGROUNDS = ("background", "bg", "__background__", "other", "backdrop")
_SPREAD_LEAST = 1e-6
_CHILD = "engine.single_view.adapters_child"


@dataclass(frozen=True, slots=True)
class Models:
    """Folders of transformers models in safetensors; empty: none.

    Attributes
    ----------
    segmentation : str
        A model for semantic segmentation that has a label for the background, or one label only: the thing.
    depth : str
        A model for depth estimation; nearer is larger, as in DPT and Depth Anything.
    timeout_s : float
        Longest time for either.
    """

    segmentation: str = ""
    depth: str = ""
    timeout_s: float = 120.0


NO_MODELS = Models()


def no_note(sentence: str) -> None:
    """Note nothing."""


def thing_of(photo: Photo, models: Models, *, tick: Tick = no_tick, note: Note = no_note) -> Image | None:
    """Return how sure a segmentation model is of the thing in each pixel, (h, w) in [0, 1]; None where it cannot."""
    found = _asked("segmented", models.segmentation, photo.pixels, models.timeout_s, tick, note)
    if found is None:
        return None
    sure = thing_among(*found)
    if sure is None:
        note("The segmentation model was not used: none of its labels is the background")
        return None
    return _fitting(sure, photo.pixels.shape[:2])


def thing_among(chances: Image, labels: Sequence[str]) -> Image | None:
    """Return the (h, w) chances that it is the thing, of (n, h, w) ones of a model's labels; None if unknown."""
    names = [label.strip().lower() for label in labels]
    place = next((number for number, name in enumerate(names) if name in _BACKGROUNDS), None)
    if place is not None:
        return np.asarray(1 - chances[place], np.float32)
    return np.asarray(chances[-1], np.float32) if len(names) <= 2 else None


def depth_of(
    photo: Photo, mask: Image, *, models: Models = NO_MODELS, tick: Tick = no_tick, note: Note = no_note
) -> Image | None:
    """Return (h, w) float32, how near each pixel is: 0 the farthest and 1 the nearest of the thing; None without.

    Only differences within `mask` mean anything, and those only up to scale.
    """
    found = _asked("measured", models.depth, photo.pixels, models.timeout_s, tick, note)
    if found is None:
        return None
    near = nearness(found, mask)
    if near is None:
        note("The depth model was not used: it sees the thing as flat")
    return near


def nearness(measured: Image, mask: Image) -> Image | None:
    """Return what a model measured as large as a mask, from 0 to 1 within it; None where all of it is as near."""
    near = _fitting(measured, mask.shape)
    inside = near[mask > 0.5]
    low, high = (float(value) for value in np.quantile(inside, [0.02, 0.98])) if len(inside) else (0.0, 0.0)
    if high - low < _SPREAD_LEAST:
        return None
    return np.asarray(np.clip((near - low) / (high - low), 0, 1), np.float32)


def _asked(function: str, folder: str, pixels: Pixels, timeout_s: float, tick: Tick, note: Note) -> Any:
    """Return what a function of the other process answers, None where there is no model or it failed."""
    if not folder:
        return None
    name = "The segmentation model" if function == "segmented" else "The depth model"
    if not Path(folder).is_dir():
        note(f"{name} was not used: its folder is not there")
        return None
    try:
        return aside(
            _CHILD, function, folder, pixels, name=name, stage="foreground", tick=_until(timeout_s, name, tick)
        )
    except MeshwrightError as error:
        if not isinstance(error, GenerationFailed):
            raise
        note(f"{name} was not used: {error.message}")
        return None


def _until(timeout_s: float, name: str, tick: Tick) -> Tick:
    """Return a tick that ends the work when its time is over."""
    end = time.monotonic() + timeout_s

    def told(done: float, text: str) -> None:
        if time.monotonic() > end:
            raise GenerationFailed(f"it took longer than {timeout_s:g} s", stage="foreground")
        tick(done, text)

    return told


def _fitting(values: Image, shape: tuple[int, ...]) -> Image:
    larger = cv2.resize(np.asarray(values, np.float32), (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray(larger, np.float32)

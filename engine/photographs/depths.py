"""Depths of all views: from each one by itself, then what they agree on."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.ndimage import label

from domain.errors import GenerationFailed
from engine.photographs.consistency import agreed
from engine.photographs.evidence import evident
from engine.photographs.neighbours import depth_range, neighbours_of
from engine.photographs.plane_sweep import SweepOptions, swept
from engine.photographs.views import Depth, Sparse
from engine.shapes import Tick, no_tick
from engine.threads import side_by_side

CHECKED_AGAINST = 8


SWEEP = SweepOptions()


@dataclass(frozen=True, slots=True)
class DepthOptions:
    """How depths are found: by comparing with `others` views, confirmed by at least `confirmed` of them."""

    sweep: SweepOptions = SWEEP
    others: int = 4
    confirmed: int = 2
    confidence_least: float = 0.45
    speckle_px: int = 60  # smaller islands of depth are let go


USUAL = DepthOptions()


def depth_maps(
    sparse: Sparse,
    *,
    options: DepthOptions = USUAL,
    device: str = "cpu",
    tick: Tick = no_tick,
) -> list[Depth]:
    """Return a depth map for each view; depths that other views do not confirm are 0.

    Raises
    ------
    GenerationFailed
        No two views agree on anything.
    """
    near_by = neighbours_of(sparse, max(options.others, CHECKED_AGAINST))
    alone = _alone(sparse, near_by, options, device, lambda share: tick(0.85 * share, "Measuring depths"))
    found = []
    for number in range(len(sparse.views)):
        tick(0.85 + 0.15 * number / len(sparse.views), "Comparing the depths of all views")
        others_at = near_by[number][:CHECKED_AGAINST].tolist()
        least = min(options.confirmed, max(1, len(others_at) - 1))
        one = agreed(sparse.views, alone, number, others_at, least=least, confidence_least=options.confidence_least)
        found.append(_without_speckles(one, options.speckle_px))
    if not any((one.depth > 0).any() for one in found):
        raise GenerationFailed(
            "No two views agree on how far anything is. Film slowly around a thing with a pattern, in even light.",
            stage="dense",
        )
    return found


def _alone(
    sparse: Sparse,
    near_by: list[NDArray[np.int64]],
    options: DepthOptions,
    device: str,
    tick: Callable[[float], None],
) -> list[Depth]:
    """Return what each view by itself says of its depths; several at once, each in one thread.

    Threads within a view would wait for each other at every step, which is slow where the machine does much else.
    """

    def measured(number: int) -> Depth:
        if device == "cpu":
            torch.set_num_threads(1)  # of the calling thread alone
        view = sparse.views[number]
        near, far = depth_range(sparse, number)
        others = [sparse.views[other] for other in near_by[number][: options.others]]
        if not others or near <= 0:
            nothing = np.zeros(view.picture.shape[:2], np.float32)
            return Depth(nothing, nothing)
        alone = swept(view, others, near, far, options=options.sweep, device=device)
        return evident(view.picture, alone, confidence_least=options.confidence_least)

    tick(0.0)
    return side_by_side(measured, range(len(sparse.views)), tick)


def device_of() -> str:
    """Return the device that torch computes on here."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def _without_speckles(depth: Depth, least_px: int) -> Depth:
    """Let go of islands of depth so small that they are rather mistakes."""
    numbers, count = label(depth.depth > 0)
    if not count:
        return depth
    sizes = np.bincount(numbers.ravel())
    kept = (sizes >= least_px)[numbers] & (numbers > 0)
    return Depth(
        np.where(kept, depth.depth, 0).astype(np.float32), np.where(kept, depth.confidence, 0).astype(np.float32)
    )

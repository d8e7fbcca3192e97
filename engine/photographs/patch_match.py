"""Depths by COLMAP's patch-match stereo, where pycolmap was built with CUDA; only then `is_there`.

Source: Schönberger et al., "Pixelwise view selection for unstructured multi-view stereo", ECCV 2016. Its files are text
"width&height&channels&" and then float32, the width running fastest (COLMAP's documentation, "Output format").
"""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from engine.photographs.native import Said, performed, unheard
from engine.photographs.sparse import counted
from engine.photographs.views import Depth, View
from engine.shapes import Tick, no_tick

VALUES_MOST = 1 << 28
_HEAD_BYTES_MOST = 64
_CACHE_GIB = 4.0
_KIND = "geometric"  # filtered by what other views see; the other kind, "photometric", is an intermediate result


def is_there() -> bool:
    """Return whether COLMAP can do it here: the usual wheel of pycolmap cannot."""
    import pycolmap

    return bool(pycolmap.has_cuda)


def patch_matched(workspace: Path, views: Sequence[View], *, tick: Tick = no_tick, said: Said = unheard) -> list[Depth]:
    """Return a depth map for each view; `workspace` is the folder where `undistorted` left the pictures and cameras.

    The views may have been levelled since: depths are in their unit. Where other views do not confirm one, it is 0.

    Raises
    ------
    GenerationFailed
        COLMAP broke, or left no depths.
    """
    performed(
        "patch_match", {"workspace": str(workspace), "gib": _CACHE_GIB}, share=_Passes(), message="Measuring depths",
        tick=tick, said=said,
    )  # fmt: skip
    return depths_in(workspace, views)


class _Passes:
    """Reads the progress of two passes over all views: one by each alone, one in which they are compared."""

    def __init__(self) -> None:
        self._one, self._last, self._pass = counted(r"Processing view (\d+) / (\d+)"), 0.0, 0

    def __call__(self, line: str) -> float | None:
        share = self._one(line)
        if share is None:
            return None
        self._pass = min(self._pass + (share < self._last), 1)
        self._last = share
        return (self._pass + share) / 2


def depths_in(workspace: Path, views: Sequence[View]) -> list[Depth]:
    """Return the depths that COLMAP left in a folder, in the unit of the views.

    Raises
    ------
    GenerationFailed
        There are none, or they are of other pictures.
    """
    scale = _scale(workspace / "sparse", views)
    folder = workspace / "stereo" / "depth_maps"
    found = [_depth(folder / f"{view.name}.{_KIND}.bin", view, scale) for view in views]
    if not any((one.depth > 0).any() for one in found):
        raise GenerationFailed(
            "No two views agree on how far anything is. Film slowly around a thing with a pattern, in even light.",
            stage="dense",
        )
    return found


def _scale(model: Path, views: Sequence[View]) -> float:
    """Return how many of the views' units one of the model's is: by how far the cameras stand from their middle."""
    import pycolmap

    read = pycolmap.Reconstruction(model)
    centres = {str(read.image(number).name): read.image(number).projection_center() for number in read.reg_image_ids()}
    if any(view.name not in centres for view in views):
        raise GenerationFailed("The cameras are not those that COLMAP measured depths for", stage="dense")
    spreads = [float(((places - places.mean(axis=0)) ** 2).sum()) for places in (
        np.array([view.place for view in views]), np.array([centres[view.name] for view in views])
    )]  # fmt: skip
    return math.sqrt(spreads[0] / max(spreads[1], 1e-300))


def _depth(path: Path, view: View, scale: float) -> Depth:
    shape = view.picture.shape[:2]
    depth = read_map(path)[..., 0] if path.is_file() else np.zeros(shape, np.float32)
    if depth.shape != shape:
        raise GenerationFailed("COLMAP's depths are of another size than the pictures", stage="dense")
    known = np.isfinite(depth) & (depth > 0)
    return Depth(np.where(known, depth * scale, 0).astype(np.float32), known.astype(np.float32))


def read_map(path: Path) -> NDArray[np.float32]:
    """Return (height, width, channels) of a depth or normal map that COLMAP wrote.

    Raises
    ------
    GenerationFailed
        The file is broken.
    """
    data = path.read_bytes()
    words = data[:_HEAD_BYTES_MOST].split(b"&", 3)
    if len(words) != 4 or not all(word.isdigit() for word in words[:3]):
        raise GenerationFailed("A depth map of COLMAP's has no head", stage="dense")
    width, height, channels = (int(word) for word in words[:3])
    start = sum(len(word) + 1 for word in words[:3])
    count = math.prod((width, height, channels))
    if not 0 < count <= VALUES_MOST or len(data) - start != 4 * count:
        raise GenerationFailed("A depth map of COLMAP's is cut short", stage="dense")
    values = np.frombuffer(data, "<f4", count, start)
    return np.asarray(values.reshape(channels, height, width).transpose(1, 2, 0), np.float32)

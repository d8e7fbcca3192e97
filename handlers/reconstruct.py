"""A film or pictures become a textured mesh."""

import time
from typing import Any

import msgspec

from domain.work import Reconstruct
from engine.photographs.presets import PRESETS
from handlers.context import JobContext
from handlers.reconstructing.words import in_words


class ReconstructResult(msgspec.Struct, frozen=True):
    """What a reconstruction made; files by asset id. `processing_time` is in seconds, `metrics` are JSON."""

    textured_mesh: str
    textured_mesh_obj: str
    mesh: str
    point_cloud: str
    cameras: str
    frames: str
    contact_sheet: str
    preview: str
    turntable: str
    reconstruction_quality: float
    processing_time: float
    metrics: dict[str, Any]
    provenance: dict[str, Any]


def perform(work: Reconstruct, job: JobContext) -> ReconstructResult:
    """Find the cameras, the surface and its texture, and keep all files.

    Raises
    ------
    GenerationFailed
        The photographs do not allow it, or the machine has no room for it.
    """
    with in_words():
        from handlers.reconstructing.whole import reconstructed  # PyTorch and COLMAP take seconds to import

        begun = time.monotonic()
        made = reconstructed(work, PRESETS[work.quality], job)
        return ReconstructResult(**made, processing_time=round(time.monotonic() - begun, 3))

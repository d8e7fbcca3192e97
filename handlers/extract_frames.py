"""A film becomes the frames that are worth looking at."""

from typing import Any

import msgspec

from domain.work import ExtractFrames
from handlers.context import JobContext
from handlers.reconstructing.words import in_words


class ExtractFramesResult(msgspec.Struct, frozen=True):
    """The frames of a film; files by asset id."""

    frames: str
    frames_list: str
    contact_sheet: str
    count: int
    total_frames: int
    looked_at: int
    verdicts: dict[str, int]
    sharpness_median: float
    exposure_median: float
    is_cut: bool
    is_variable: bool
    notes: list[str]
    film: dict[str, Any]
    provenance: dict[str, Any]


def perform(work: ExtractFrames, job: JobContext) -> ExtractFramesResult:
    """Choose frames and keep them, with a list of all that were looked at and a picture of those that were taken."""
    with in_words():
        from handlers.reconstructing.extracting import extracted  # the libraries are an extra

        return ExtractFramesResult(**extracted(work, job))

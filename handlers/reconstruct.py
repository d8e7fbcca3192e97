"""A film or pictures become a textured mesh."""

import errno
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from domain.errors import GenerationFailed
from domain.work import Reconstruct
from engine.photographs.presets import PRESETS
from handlers.context import JobContext

NO_DISK = "The disk is full. Make room on the server, then try again."
NO_MEMORY = "There was not enough memory. Use a lower quality, or fewer pictures."
LIBRARIES = ("av", "pycolmap", "torch")
NO_LIBRARY = "Reconstruction is not installed on this server: its extra `reconstruction` is missing."


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
    with _in_words(job):
        from handlers.reconstructing.whole import reconstructed  # PyTorch and COLMAP take seconds to import

        begun = time.monotonic()
        made = reconstructed(work, PRESETS[work.quality], job)
        return ReconstructResult(**made, processing_time=round(time.monotonic() - begun, 3))


@contextmanager
def _in_words(job: JobContext) -> Iterator[None]:
    """Say what is wrong with the machine so that its owner can help."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in LIBRARIES:
            raise
        raise GenerationFailed(NO_LIBRARY, stage="frames", code="NOT_INSTALLED") from error
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise GenerationFailed(NO_DISK, code="DISK_FULL") from error
    except (MemoryError, RuntimeError) as error:
        if not isinstance(error, MemoryError) and "allocate" not in str(error) and "out of memory" not in str(error):
            raise
        raise GenerationFailed(NO_MEMORY, code="MEMORY_LIMIT") from error

"""What is wrong with the machine, in words that help its owner."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from domain.errors import GenerationFailed

LIBRARIES = ("av", "pycolmap", "torch")
NO_LIBRARY = "Reconstruction is not installed on this server: its extra `reconstruction` is missing."
NO_DISK = "The disk is full. Make room on the server, then try again."
FULL = (errno.ENOSPC, errno.EDQUOT)
NO_MEMORY = "There was not enough memory. Use a lower quality, or fewer pictures."


@contextmanager
def in_words() -> Iterator[None]:
    """Say what is wrong with the machine so that its owner can help."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in LIBRARIES:
            raise
        raise GenerationFailed(NO_LIBRARY, stage="frames", code="NOT_INSTALLED") from error
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise GenerationFailed(NO_DISK, code="DISK_FULL") from error
    except (MemoryError, RuntimeError) as error:
        if not isinstance(error, MemoryError) and "allocate" not in str(error) and "out of memory" not in str(error):
            raise
        raise GenerationFailed(NO_MEMORY, code="MEMORY_LIMIT") from error

"""The folder in which a job works: it goes with its attempt, and when the worker was killed, with the next worker."""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "meshwright-job-"
YOUNG_S = 60.0  # its maker may not have locked it yet


@contextmanager
def workdir() -> Iterator[Path]:
    """Make a folder, and remove it with all that is in it at the end of the block."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def remove_abandoned(*, older_than_s: float = YOUNG_S) -> int:
    """Remove our folders that no worker on this machine holds, and return how many those were."""
    found = Path(tempfile.gettempdir()).glob(f"{PREFIX}*")
    return sum(_remove_if_abandoned(folder, time.time() - older_than_s) for folder in found)


def _remove_if_abandoned(folder: Path, before: float) -> bool:
    with suppress(OSError):  # somebody else's, or gone meanwhile, or held
        status = folder.stat()
        if status.st_uid != os.geteuid() or status.st_ctime > before:
            return False
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
            return True
        finally:
            os.close(lock)
    return False

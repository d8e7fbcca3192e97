"""Why the embedded servers do not start: one sentence for people, and what to do about it."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from domain.errors import MeshwrightError


class CannotStart(MeshwrightError):
    """An embedded server cannot start; the message says why and what to do."""


class AlreadyRunning(CannotStart):
    """Another process runs the servers of this data folder; the facts `pid` and `serving` name it."""


class PortTaken(CannotStart):
    """Another program listens on the wanted port; the fact `port` names it."""


class DiskFull(CannotStart):
    """There is no room to start, or it ran out; the fact `free_mib` says how much is left."""


class DataDirUnusable(CannotStart):
    """The data folder cannot be reached, is damaged, or belongs to something else."""


@contextlib.contextmanager
def plainly(what: str, folder: Path) -> Iterator[None]:
    """Turn what the operating system refuses in `folder` into a sentence: "`what` cannot start …"."""
    try:
        yield
    except BlockingIOError:
        raise
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise disk_full(what, folder) from error
        where = f" ({error.filename})" if error.filename else ""
        reason = (error.strerror or str(error)).lower()
        raise CannotStart(f"{what} cannot start in {folder}: {reason}{where}.") from error


def disk_full(what: str, folder: Path) -> DiskFull:
    """Return the error for a disk that ran out of room."""
    return DiskFull(f"{what} cannot start: the disk that holds {folder} is full; free some space.")

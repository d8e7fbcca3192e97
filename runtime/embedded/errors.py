"""Why the embedded servers do not start: one sentence for people, and what to do about it."""

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

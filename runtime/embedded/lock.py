"""One owner of a data folder at a time, and what the others can know about it."""

import contextlib
import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
import psutil

from runtime.embedded.errors import AlreadyRunning, plainly
from runtime.embedded.folders import write_secret
from runtime.embedded.process import User


class Running(msgspec.Struct, frozen=True):
    """What the owner of a data folder tells those who want to join it."""

    pid: int
    pid_since: float
    serving: str
    database_url: str
    nats_url: str

    @classmethod
    def here(cls, *, serving: str, database_url: str, nats_url: str) -> "Running":
        """Return the note of this process."""
        return cls(os.getpid(), psutil.Process().create_time(), serving, database_url, nats_url)

    @property
    def is_alive(self) -> bool:
        """Whether the process that wrote this is still there, and not another with its number."""
        with contextlib.suppress(psutil.Error):
            return abs(psutil.Process(self.pid).create_time() - self.pid_since) < 1.0
        return False


class DataDirLock:
    """The lock of a data folder; the kernel frees it when its owner dies, however it dies."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self._path = data_dir / "lock"
        self._note = data_dir / "run.json"
        self._is_ours = False

    def __enter__(self) -> Self:
        """Open the lock file, not yet locked."""
        with plainly("Meshwright", self.data_dir):
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Withdraw the note and free the lock."""
        if self._is_ours:
            self._note.unlink(missing_ok=True)
        os.close(self._file)

    def acquire(self) -> bool:
        """Become the owner; return False if another process is."""
        try:
            with plainly("Meshwright", self.data_dir):  # network file systems may know no locks
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        self._is_ours = True
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, str(os.getpid()).encode(), 0)
        return True

    def publish(self, running: Running) -> None:
        """Tell others how to join."""
        with plainly("Meshwright", self.data_dir):
            write_secret(self._note, msgspec.json.encode(running).decode(), User())

    def running(self) -> Running | None:
        """Return the note of the living owner, or None while it is still starting."""
        try:
            running = msgspec.json.decode(self._note.read_bytes(), type=Running)
        except (FileNotFoundError, msgspec.DecodeError):
            return None
        return running if running.is_alive else None

    def already_running(self) -> AlreadyRunning:
        """Return the error that names the owner."""
        running = self.running()
        pid = running.pid if running else int(os.pread(self._file, 20, 0) or 0)
        serving = f", {running.serving}" if running and running.serving else ""
        return AlreadyRunning(
            f"Meshwright already runs in {self.data_dir} (process {pid}{serving}); "
            "stop it first, or choose another folder with --data-dir.",
            pid=pid,
            serving=running.serving if running else "",
        )

"""All that a handler may touch while it performs a job."""

import hashlib
import os
import shutil
import tempfile
import time
import weakref
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import msgspec

from commands.base import Command
from domain.errors import NotFound, TooLarge
from domain.job import ArtefactRole
from handlers.messages import (
    Completed,
    Entered,
    FromChild,
    Kept,
    Logged,
    Progressed,
    Recorded,
    Shown,
    outbox,
)
from runtime.blobs import asset_id as asset_id_of

ASSET_BYTES_MAX = 2**30
LOG_LINES_MAX = 10_000
LOG_MESSAGE_LENGTH_MAX = 2_000
LOG_VALUES_BYTES_MAX = 8_192


class Cancelled(BaseException):
    """The job's owner does not want it any more. Not an `Exception`, so that no handler catches it by chance."""


@dataclass
class Stage:
    """A stage while it is worked on; what is put into `result` (JSON facts) goes into the log of events."""

    name: str
    result: dict[str, Any] = field(default_factory=dict)


class JobContext(Protocol):
    """All that a handler may touch."""

    id: str
    owner: str
    attempt: int
    workdir: Path

    def load(self, asset_id: str) -> bytes:
        """Return the content of an asset of the job's owner; raise NotFound if there is none."""

    def fetch(self, asset_id: str) -> Path:
        """Return a file with the content of an asset, to be read only: what does not fit into memory."""

    def keep(self, data: bytes | Path, name: str, media_type: str, role: ArtefactRole = "result") -> str:
        """Keep a file under `name` and return its asset id; the same file twice is one asset."""

    def stage(self, name: str) -> AbstractContextManager[Stage]:
        """Enter a stage; leaving the block completes it, raising inside fails it."""

    def progress(self, fraction: float, message: str = "", *, count: int | None = None) -> None:
        """Say how much of the current stage is done, in [0, 1], and how many things where these are counted.

        Raises `Cancelled` once that was asked.
        """

    def elsewhere(self) -> AbstractContextManager[None]:
        """Wait for another machine in the block: meanwhile the worker has another job computed in this one's place."""

    def log(self, message: str, **values: Any) -> None:
        """Write a line to the job's log, which its owner may read."""

    def preview(self, asset_id: str) -> None:
        """Show a kept picture or model to those who watch the job."""

    def record(self, command: Command) -> None:
        """Give a further command, in the name of the worker."""


class MessageContext(ABC):
    """A JobContext that turns each call into a message."""

    def __init__(
        self,
        job_id: str,
        owner: str,
        attempt: int,
        workdir: Path,
        *,
        log_lines_max: int = LOG_LINES_MAX,
        asset_bytes_max: int = ASSET_BYTES_MAX,
    ) -> None:
        self.id = job_id
        self.owner = owner
        self.attempt = attempt
        self.workdir = workdir
        self.stage_name = ""
        self._log_lines_max = log_lines_max
        self._asset_bytes_max = asset_bytes_max
        self._log_lines = 0
        self._files = 0
        outbox(workdir).mkdir(parents=True, exist_ok=True)

    @abstractmethod
    def fetch(self, asset_id: str) -> Path:
        """Return a file with the content of an asset, to be read only: what does not fit into memory."""

    def load(self, asset_id: str) -> bytes:
        """Return the content of an asset of the job's owner; raise NotFound if there is none."""
        return self.fetch(asset_id).read_bytes()

    @abstractmethod
    def _send(self, message: FromChild) -> None: ...

    @abstractmethod
    def _raise_if_cancelled(self) -> None: ...

    def keep(self, data: bytes | Path, name: str, media_type: str, role: ArtefactRole = "result") -> str:
        """Keep a file under `name` and return its asset id; the same file twice is one asset."""
        self._raise_if_cancelled()
        path = self._put_aside(data)
        size_bytes = path.stat().st_size
        if size_bytes > self._asset_bytes_max:
            raise TooLarge(f"The file has {size_bytes} bytes; at most {self._asset_bytes_max} are kept")
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        asset = asset_id_of(self.id, name, sha256)
        self._send(Kept(str(path), asset, name, role, media_type, sha256, size_bytes, self.stage_name))
        return asset

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        """Enter a stage; leaving the block completes it, raising inside fails it."""
        self._raise_if_cancelled()
        self.stage_name = name
        self._send(Entered(name))
        begun = time.monotonic()
        stage = Stage(name)
        yield stage
        self._raise_if_cancelled()
        duration_ms = round((time.monotonic() - begun) * 1000)
        self._send(Completed(name, duration_ms, msgspec.to_builtins(stage.result)))
        self.stage_name = ""

    def progress(self, fraction: float, message: str = "", *, count: int | None = None) -> None:
        """Say how much of the current stage is done, in [0, 1], and how many things where these are counted.

        Raises `Cancelled` once that was asked.
        """
        self._raise_if_cancelled()
        done = min(max(float(fraction), 0.0), 1.0)
        self._send(Progressed(self.stage_name, done, message[:LOG_MESSAGE_LENGTH_MAX], count))

    @contextmanager
    def elsewhere(self) -> Iterator[None]:
        """Wait for another machine in the block: here nobody else is let in."""
        yield

    def log(self, message: str, **values: Any) -> None:
        """Write a line to the job's log, which its owner may read."""
        self._log_lines += 1
        if self._log_lines > self._log_lines_max:
            return
        if self._log_lines == self._log_lines_max:
            message, values = "The log is full; further lines are dropped", {}
        if len(msgspec.json.encode(values, enc_hook=str)) > LOG_VALUES_BYTES_MAX:
            values = {"dropped": "the values were too large"}
        plain = msgspec.to_builtins(values, enc_hook=str)
        self._send(Logged(time.time(), self.stage_name, message[:LOG_MESSAGE_LENGTH_MAX], plain))

    def preview(self, asset_id: str) -> None:
        """Show a kept picture or model to those who watch the job."""
        self._send(Shown(asset_id, self.stage_name))

    def record(self, command: Command) -> None:
        """Give a further command, in the name of the worker."""
        self._send(Recorded(type(command).__name__, msgspec.msgpack.encode(command)))

    def _put_aside(self, data: bytes | Path) -> Path:
        """Return a file of this content that the handler cannot change any more by working on."""
        self._files += 1
        path = outbox(self.workdir) / str(self._files)
        if isinstance(data, Path):
            shutil.copyfile(data, path)
        else:
            path.write_bytes(data)
        return path


@dataclass(frozen=True)
class KeptFile:
    """A file that a handler kept, in memory."""

    asset_id: str
    name: str
    role: ArtefactRole
    media_type: str
    sha256: str
    data: bytes
    stage: str


class ReplayContext(MessageContext):
    """A JobContext in memory: for tests of handlers, and for performing a job again.

    `load` gives what was kept before, then what `load` (a mapping or function of asset ids) gives. `artefacts` are the
    kept files by name (the newest of each), `messages` all that was said, in order. After `cancel()`, the next progress
    raises `Cancelled`.
    """

    def __init__(
        self,
        job_id: str = "run_replayed",
        owner: str = "acct_replayed",
        attempt: int = 1,
        *,
        workdir: Path | None = None,
        load: Mapping[str, bytes] | Callable[[str], bytes] | None = None,
        on_message: Callable[[FromChild], None] | None = None,
    ) -> None:
        if workdir is None:
            workdir = Path(tempfile.mkdtemp(prefix="meshwright-replay-"))
            weakref.finalize(self, shutil.rmtree, workdir, ignore_errors=True)
        super().__init__(job_id, owner, attempt, workdir)
        self.kept: list[KeptFile] = []
        self.messages: list[FromChild] = []
        self.is_cancelled = False
        self._source = load
        self._on_message = on_message

    @property
    def artefacts(self) -> dict[str, KeptFile]:
        """Return the kept files by name."""
        return {file.name: file for file in self.kept}

    @property
    def stages(self) -> dict[str, dict[str, Any]]:
        """Return the results of the completed stages, in order."""
        return {message.stage: message.result for message in self.messages if isinstance(message, Completed)}

    @property
    def commands(self) -> list[Recorded]:
        """Return the further commands that were given."""
        return [message for message in self.messages if isinstance(message, Recorded)]

    def cancel(self) -> None:
        """Ask the handler to stop."""
        self.is_cancelled = True

    def load(self, asset_id: str) -> bytes:
        """Return the content of an asset; raise NotFound if there is none."""
        for file in self.kept:
            if file.asset_id == asset_id:
                return file.data
        if callable(self._source):
            return self._source(asset_id)
        if self._source is None or asset_id not in self._source:
            raise NotFound("There is no such asset")
        return self._source[asset_id]

    def fetch(self, asset_id: str) -> Path:
        """Return a file with the content of an asset."""
        path = self.workdir / f"given-{asset_id}"
        path.write_bytes(self.load(asset_id))
        return path

    def _send(self, message: FromChild) -> None:
        if isinstance(message, Kept):
            data = Path(message.path).read_bytes()
            os.unlink(message.path)
            self.kept.append(
                KeptFile(
                    message.asset_id,
                    message.name,
                    message.role,
                    message.media_type,
                    message.sha256,
                    data,
                    message.stage,
                )
            )
        self.messages.append(message)
        if self._on_message is not None:
            self._on_message(message)

    def _raise_if_cancelled(self) -> None:
        if self.is_cancelled:
            raise Cancelled

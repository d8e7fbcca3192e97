"""A worker's side of its child processes."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, Process

import psutil
import structlog

from domain.errors import Unavailable
from handlers.messages import LENGTH_BYTES, FromChild, Ready, ToChild, frame, read_from_child

START_TIMEOUT_S = 60.0
END_TIMEOUT_S = 2.0
ENDED = "The process of the job was ended"
CRASHES = frozenset((signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL))
STDERR = 2  # what handlers print belongs to the logs, not to the answers of a program

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class ChildProcess:
    """A warm process that performs jobs; make it with `start`."""

    def __init__(self, process: Process, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._process = process
        self._reader = reader
        self._writer = writer
        self.kinds: tuple[str, ...] = ()

    @classmethod
    async def start(cls, package: str) -> "ChildProcess":
        """Start a process and wait until it has imported the handlers of `package`.

        Raises
        ------
        Unavailable
            It ended instead; its reason stands on stderr.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-P", "-m", "handlers.child", str(theirs.fileno()), str(os.getpid()), package,
                stdin=DEVNULL,
                stdout=STDERR,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            )  # fmt: skip
        reader, writer = await asyncio.open_connection(sock=ours)
        child = cls(process, reader, writer)
        try:
            async with asyncio.timeout(START_TIMEOUT_S):
                first = await child.hear()
        except BaseException as error:
            await child.kill()
            if isinstance(error, TimeoutError):
                raise Unavailable("A process for handlers did not start in time", retry_after_s=1) from error
            raise
        if not isinstance(first, Ready):
            await child.kill()
            raise Unavailable("A process for handlers ended while it started", retry_after_s=1)
        child.kinds = first.kinds
        log.debug("child.started", child=process.pid, kinds=first.kinds)
        return child

    @property
    def pid(self) -> int:
        """Return the id of the process, which is also that of its group."""
        return self._process.pid

    async def hear(self) -> FromChild | None:
        """Return what the child says next, or None when it is gone."""
        try:
            length = await self._reader.readexactly(LENGTH_BYTES)
            return read_from_child(await self._reader.readexactly(int.from_bytes(length, "big")))
        except (asyncio.IncompleteReadError, ConnectionError):
            return None

    async def say(self, message: ToChild) -> None:
        """Tell the child something; one that is gone does not hear it."""
        try:
            self._writer.write(frame(message))
            await self._writer.drain()
        except ConnectionError:
            log.debug("child.gone", child=self.pid)

    async def last_words(self) -> str:
        """Return what ended a child that is gone, for people."""
        try:
            async with asyncio.timeout(END_TIMEOUT_S):
                code = await self._process.wait()
        except TimeoutError:
            return ENDED
        if -code not in CRASHES:
            return ENDED
        name = signal.Signals(-code).name
        return f"The process of the job crashed ({name}), as it may over a file that is damaged"

    @property
    def is_there(self) -> bool:
        """Whether the process still runs."""
        return self._process.returncode is None

    def memory_mib(self) -> float:
        """Return the memory that the child and its own children take, MiB; 0 when it is gone."""
        try:
            process = psutil.Process(self.pid)
            family = [process, *process.children(recursive=True)]
            return sum(_resident_bytes(member) for member in family) / 2**20
        except psutil.Error:
            return 0.0

    async def kill(self) -> None:
        """End the child and all that it started."""
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            log.debug("child.gone", child=self.pid)
        self._writer.close()
        await self._process.wait()


def _resident_bytes(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0

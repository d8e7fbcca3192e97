"""One child that is kept running."""

import asyncio
import contextlib
import os
import signal
import subprocess
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence

import msgspec
import structlog

from domain.errors import MeshwrightError
from runtime.embedded.process import tied
from runtime.supervisor.echo import Echo
from runtime.supervisor.guard import Guardian

log = structlog.get_logger()

READY_POLL_S = 0.05
LAST_WORDS_BYTES = 2000
CHUNK_BYTES = 64 * 1024
EXIT_HOPELESS = os.EX_CONFIG  # a child ends with this code to say that starting it again will not help


class ChildFailed(MeshwrightError):
    """A child cannot be kept running; the facts `child` and `last_words` say which and why."""


class Child(msgspec.Struct, frozen=True):
    """A process to keep running; `env` is added to ours, `ready` is asked until it answers True."""

    name: str
    argv: Sequence[str]
    env: Mapping[str, str] = msgspec.field(default_factory=dict)
    ready: Callable[[], Awaitable[bool]] | None = None


class Patience(msgspec.Struct, frozen=True):
    """How long to wait, and how often to try again."""

    ready_timeout_s: float = 60.0
    stop_timeout_s: float = 15.0
    restarts_max: int = 5
    restarts_window_s: float = 60.0
    delay_s: float = 0.2
    delay_s_max: float = 10.0


class Keeper:
    """Keeps one child running."""

    def __init__(self, child: Child, patience: Patience, echo: Echo, guardian: Guardian) -> None:
        self.child = child
        self.is_ready = asyncio.Event()
        self.process: asyncio.subprocess.Process | None = None
        self._patience = patience
        self._echo = echo
        self._guardian = guardian
        self._is_stopping = False
        self._last_words = b""
        self._deaths: deque[float] = deque(maxlen=patience.restarts_max)
        self.task = asyncio.create_task(self._keep(), name=child.name)

    async def _keep(self) -> None:
        delay_s = self._patience.delay_s
        while True:
            started = time.monotonic()
            code = await self._live()
            if self._is_stopping:
                return
            log.warning("child.ended", child=self.child.name, code=code)
            self._give_up_if_hopeless(code)
            if time.monotonic() - started > self._patience.restarts_window_s:
                delay_s = self._patience.delay_s
            await asyncio.sleep(delay_s)
            delay_s = min(2 * delay_s, self._patience.delay_s_max)

    async def _live(self) -> int:
        """Run the child once; return its exit code."""
        # A pipe of our own: asyncio's would let a grandchild that holds it open hide the end of the child.
        reading, writing = os.pipe()
        output = asyncio.create_task(self._listen(reading))
        try:
            process = await self._spawn(writing)
        finally:
            os.close(writing)
        waiting = asyncio.create_task(self._wait_ready(process))
        ending = asyncio.create_task(process.wait())
        try:
            await asyncio.wait([waiting, ending], return_when=asyncio.FIRST_COMPLETED)
            if waiting.done():
                waiting.result()  # what `ready` raised is a mistake in it, and ends everything
            return await ending
        finally:
            waiting.cancel()
            self._end_group(process)
            await asyncio.wait([output, ending], timeout=1.0)

    async def _spawn(self, output: int) -> asyncio.subprocess.Process:
        self._last_words = b""
        self.process = await asyncio.create_subprocess_exec(
            *tied(self.child.argv, death_signal=signal.SIGTERM),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env={**os.environ, **self.child.env},
            start_new_session=True,  # Ctrl-C in the terminal is for us: we stop the children in order
        )
        self._guardian.tell(f"+{self.process.pid}")
        log.info("child.started", child=self.child.name, child_pid=self.process.pid)
        return self.process

    async def _listen(self, descriptor: int) -> None:
        reader, pending = asyncio.StreamReader(), b""
        pipe = os.fdopen(descriptor, "rb", buffering=0)
        connected = asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
        with contextlib.closing((await connected)[0]):
            while chunk := await reader.read(CHUNK_BYTES):
                self._last_words = (self._last_words + chunk)[-LAST_WORDS_BYTES:]
                whole, newline, pending = (pending + chunk).rpartition(b"\n")
                if len(pending) > CHUNK_BYTES:  # nobody writes lines that long: show it as it comes
                    newline, pending = newline + pending, b""
                self._echo.write(whole + newline)
            self._echo.write(pending)

    async def _wait_ready(self, process: asyncio.subprocess.Process) -> None:
        deadline = time.monotonic() + self._patience.ready_timeout_s
        while self.child.ready is not None and not await self.child.ready():
            if time.monotonic() > deadline:
                log.warning("child.not_ready", child=self.child.name, after_s=self._patience.ready_timeout_s)
                process.kill()
                return
            await asyncio.sleep(READY_POLL_S)
        self.is_ready.set()

    def _give_up_if_hopeless(self, code: int) -> None:
        now = time.monotonic()
        too_often = len(self._deaths) == self._patience.restarts_max and (
            now - self._deaths[0] < self._patience.restarts_window_s
        )
        self._deaths.append(now)
        if too_often or code == EXIT_HOPELESS:
            said = self._last_words.decode(errors="replace").strip()
            often = f"ended {len(self._deaths) + 1} times in a short while" if too_often else "cannot start"
            raise ChildFailed(
                f"The process `{self.child.name}` {often} ({_how(code)}). It said last:\n{said or '(nothing)'}",
                child=self.child.name,
                last_words=said,
            )

    async def stop(self, *, timeout_s: float) -> None:
        """Ask the child to stop; kill it and all that it started after `timeout_s`."""
        self._is_stopping = True
        process = self.process
        if process is None or process.returncode is not None:
            self.task.cancel()  # it waits to start the child again
        else:
            process.terminate()
            await asyncio.wait([self.task], timeout=timeout_s)
            log.info("child.stopped", child=self.child.name, in_order=process.returncode is not None)
            self._end_group(process)
        await asyncio.wait([self.task])

    def _end_group(self, process: asyncio.subprocess.Process) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        self._guardian.tell(f"-{process.pid}")


def _how(code: int) -> str:
    return f"exit code {code}" if code >= 0 else f"by {signal.Signals(-code).name}"

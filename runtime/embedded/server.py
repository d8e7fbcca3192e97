"""What the two embedded servers have in common: prepare, launch, wait, stop, and say why not."""

import asyncio
import signal
import subprocess
import time
from abc import ABC, abstractmethod
from pathlib import Path

import psutil

from runtime.embedded.errors import CannotStart, disk_full, plainly
from runtime.embedded.folders import can_reach, programs_folder, server_user
from runtime.embedded.process import FOLDER, Program, spawn

POLL_S = 0.005
ORPHAN_S = 5.0
SESSIONS_S = 1.0
LOG_TAIL_BYTES = 4000
SERIOUS = ("FATAL", "PANIC", "error:", "[FTL]", "[ERR]", "No space left on device")


class Server(ABC):
    """One server program with its data under `home`.

    `start` is `prepare`, `launch`, `wait_ready` in one; an event loop runs the first and last in a thread.
    """

    name: str
    port_setting: str
    stop_signal: signal.Signals

    def __init__(
        self, home: Path, *, port: int = 0, programs: Path | None = None, start_timeout_s: float = 30.0
    ) -> None:
        self.home = home
        self.port = port
        self.start_timeout_s = start_timeout_s
        self.log_path = home / "logs" / f"{self.name.lower()}.log"
        self.process: subprocess.Popen[bytes] | None = None
        self._user = server_user()
        self.programs = programs or programs_folder(home, self._user)
        self._log_start_bytes = 0

    @property
    @abstractmethod
    def url(self) -> str:
        """The address of the server, with its credentials; the same after every restart."""

    def prepare(self) -> None:
        """Make what the server needs, end what a dead owner left. Slow; any thread."""
        with plainly(self.name, self.home):
            self._prepare()

    @abstractmethod
    def _prepare(self) -> None: ...

    @abstractmethod
    def _argv(self) -> list[str]: ...

    @abstractmethod
    def _is_ready(self, process: "subprocess.Popen[bytes]") -> bool: ...

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self.prepare()
        self.launch()
        self.wait_ready()

    async def start_from_loop(self) -> None:
        """Start the server and wait until it answers, while the event loop of the main thread goes on."""
        await asyncio.to_thread(self.prepare)
        self.launch()
        await asyncio.to_thread(self.wait_ready)

    def launch(self) -> None:
        """Start the process. Fast; from the main thread, with which it ends."""
        self.process = spawn(self._program(self._argv()))

    def wait_ready(self) -> None:
        """Wait until the server answers; raise `CannotStart` with its own reason if it does not. Slow; any thread."""
        deadline = time.monotonic() + self.start_timeout_s
        while self.is_running and time.monotonic() < deadline:
            if self.process is not None and self._is_ready(self.process):
                return
            time.sleep(POLL_S)
        in_time = time.monotonic() < deadline
        self.kill()
        raise (
            self._explained()
            if in_time
            else CannotStart(f"{self.name} did not answer within {self.start_timeout_s:g} s; see {self.log_path}.")
        )

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self.process is not None and self.process.poll() is None

    def stop(self, *, timeout_s: float = 10.0) -> bool:
        """Stop the server in order, by SIGKILL after `timeout_s`; return whether it stopped by itself."""
        if self.process is None:
            return True
        self.process.send_signal(self.stop_signal)
        try:
            self.process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            self.kill()
            return False
        return True

    def kill(self) -> None:
        """End the server as a crash would, and wait for its sessions to notice: until then they still answer."""
        if self.process is None:
            return
        sessions = _children(self.process.pid)
        self.process.kill()
        self.process.wait()
        psutil.wait_procs(sessions, timeout=SESSIONS_S)

    def clean_up(self) -> None:
        """Remove what is of no use when the server will not start again."""
        self.process = None

    def _program(self, argv: list[str]) -> Program:
        self._log_start_bytes = self.log_path.stat().st_size if self.log_path.exists() else 0
        folder = None if self._is_reachable else self.home
        return Program(self.name, argv, self.log_path, folder, self._user, self.stop_signal)

    def _seen(self, path: Path) -> str:
        """Return how the server's user can name `path`, below a home that it may not be able to walk to."""
        return str(path) if self._is_reachable else f"{FOLDER}/{path.relative_to(self.home)}"

    @property
    def _is_reachable(self) -> bool:
        return can_reach(self.home / self.name, self._user)

    def _explained(self) -> CannotStart:
        said = self._said()
        if "No space left on device" in said:
            return disk_full(self.name, self.home)
        lines = said.splitlines() or ["it said nothing"]
        serious = [line for line in lines if any(word in line for word in SERIOUS)]
        return CannotStart(
            f"{self.name} did not start in {self.home}: {(serious or lines)[-1]} (more in {self.log_path})"
        )

    def _said(self) -> str:
        """Return what the program wrote to its log since its launch, or the end of that."""
        with self.log_path.open("rb") as log:
            log.seek(max(self._log_start_bytes, self.log_path.stat().st_size - LOG_TAIL_BYTES))
            return log.read().decode(errors="replace").strip()


def end_orphans(processes: list[psutil.Process], *, with_signal: int) -> None:
    """End servers whose owner is dead: politely, then by SIGKILL."""
    for process in processes:
        _signal(process, with_signal)
    for process in psutil.wait_procs(processes, timeout=ORPHAN_S)[1]:
        _signal(process, signal.SIGKILL)
    psutil.wait_procs(processes, timeout=ORPHAN_S)


def _signal(process: psutil.Process, number: int) -> None:
    try:
        process.send_signal(number)
    except psutil.NoSuchProcess:
        return


def _children(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children()
    except psutil.NoSuchProcess:
        return []

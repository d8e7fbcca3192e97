"""Starting and stopping the programs that embedded servers are."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from runtime.embedded.errors import CannotStart, DiskFull, PortTaken

LAUNCHER = Path(__file__).with_name("launch.py")
LOOPBACK = "127.0.0.1"
LOG_SIZE_BYTES_MAX = 8 * 2**20
POLL_S = 0.005
CLEAN_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


class User(NamedTuple):
    """Whom a program runs as; -1 means whoever runs this."""

    uid: int = -1
    gid: int = -1


class Program(msgspec.Struct, frozen=True):
    """A program to run beside us."""

    name: str
    argv: Sequence[str]
    log_path: Path
    user: User = User()
    environment: Mapping[str, str] = msgspec.field(default_factory=lambda: CLEAN_ENVIRONMENT)
    death_signal: int = signal.SIGTERM


def spawn(program: Program) -> subprocess.Popen[bytes]:
    """Start `program`; it gets its death signal as soon as the calling *thread* ends, so call from the main thread."""
    uid, gid = program.user
    # -I and -S: nothing of the caller's Python environment runs as the other user, and it starts in 20 ms.
    launcher = [sys.executable, "-I", "-S", str(LAUNCHER), str(int(program.death_signal)), str(uid), str(gid)]
    with _open_log(program.log_path) as log:
        return subprocess.Popen(
            [*launcher, str(os.getpid()), *program.argv],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=dict(program.environment),
            start_new_session=True,  # Ctrl-C in the terminal is for us: we stop the servers in order
        )


def _open_log(path: Path) -> BinaryIO:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LOG_SIZE_BYTES_MAX:
        path.replace(path.with_suffix(".log.1"))
    return path.open("ab")


def stop(process: subprocess.Popen[bytes], *, with_signal: int, timeout_s: float) -> bool:
    """End `process` by `with_signal`, by SIGKILL after `timeout_s`; return whether it ended by itself."""
    if process.poll() is None:
        process.send_signal(with_signal)
    try:
        process.wait(timeout_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False
    return True


def wait_until(ready: Callable[[], bool], process: subprocess.Popen[bytes], *, timeout_s: float) -> bool:
    """Wait until `ready()`; return False when the process ended first or `timeout_s` went by."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline and process.poll() is None:
        if ready():
            return True
        time.sleep(POLL_S)
    return False


def port_is_free(port: int) -> bool:
    """Return whether a server could listen on `port` of the loopback address now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def choose_port(wanted: int, *, remembered: int = 0, setting: str) -> int:
    """Return `wanted`, else the `remembered` port, else any free one; raise `PortTaken` if the wanted one is taken."""
    if wanted and not port_is_free(wanted):
        raise PortTaken(
            f"Port {wanted} on {LOOPBACK} is taken by another program; stop that program or choose another port with {setting}.",
            port=wanted,
        )
    if wanted:
        return wanted
    if remembered and port_is_free(remembered):
        return remembered
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def tail(path: Path, *, size_bytes: int = 2000) -> str:
    """Return the end of a log file."""
    if not path.exists():
        return ""
    with path.open("rb") as log:
        log.seek(max(0, path.stat().st_size - size_bytes))
        return log.read().decode(errors="replace").strip()


def explain(name: str, log_path: Path) -> CannotStart:
    """Return the error that says why the program `name` did not start, from the end of its log."""
    said = tail(log_path)
    if "No space left on device" in said:
        return DiskFull(f"{name} cannot start: the disk that holds {log_path.parent} is full; free some space.")
    last = said.splitlines()[-1] if said else "it said nothing"
    return CannotStart(f"{name} did not start: {last} (the whole story is in {log_path})")

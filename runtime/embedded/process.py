"""Running a program so that it ends when we do."""

import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from runtime.embedded.errors import PortTaken

LAUNCHER = Path(__file__).with_name("launch.py")
LOOPBACK = "127.0.0.1"
FOLDER = "/proc/self/fd/9"  # what launch.py keeps open
# Below the ports that outgoing connections get: nobody takes one between our choice and the server.
PORTS = range(20_000, 32_000)
LOG_SIZE_BYTES_MAX = 8 * 2**20
# PostgreSQL must not see the PG… variables of our caller, and must speak English for us to understand its errors.
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
    folder: Path | None = None  # kept open as FOLDER, if the user could not walk there
    user: User = User()
    death_signal: int = signal.SIGTERM


def tied(
    argv: Sequence[str],
    *,
    death_signal: int,
    user: User = User(),  # noqa: B008
    folder: Path | None = None,
) -> list[str]:
    """Return the command line that runs `argv` so that it gets `death_signal` when the *thread* that starts it ends."""
    # -I and -S: nothing of the caller's Python environment runs as the other user, and it starts in 20 ms.
    isolated = [sys.executable, "-I", "-S", str(LAUNCHER)]
    return [*isolated, *map(str, (int(death_signal), *user, os.getpid(), folder or "")), *argv]


def spawn(program: Program) -> "subprocess.Popen[bytes]":
    """Start `program`; call from the main thread, because the program ends with the calling thread."""
    with _open_log(program.log_path) as log:
        return subprocess.Popen(
            tied(program.argv, death_signal=program.death_signal, user=program.user, folder=program.folder),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=CLEAN_ENVIRONMENT,
            cwd="/",
            start_new_session=True,  # Ctrl-C in the terminal is for us: we stop the servers in order
        )


def _open_log(path: Path) -> BinaryIO:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LOG_SIZE_BYTES_MAX:
        path.replace(path.with_suffix(".log.1"))
    return path.open("ab")


def port_is_free(port: int) -> bool:
    """Return whether a server could listen on `port` of the loopback address now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def choose_port(wanted: int, *, server: str, setting: str) -> int:
    """Return `wanted`, or any free port if that is 0; raise `PortTaken` if another program has it."""
    if wanted and not port_is_free(wanted):
        raise PortTaken(
            f"{server} cannot start: port {wanted} on {LOOPBACK} is taken by another program; "
            f"stop that program or choose another port with {setting}.",
            port=wanted,
        )
    if wanted:
        return wanted
    return next(port for port in iter(lambda: random.choice(PORTS), 0) if port_is_free(port))

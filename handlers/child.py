"""The process in which handlers run: `python -m handlers.child SOCKET PARENT PACKAGE`.

It imports its handlers once and performs one job after another. It dies with its worker, also when that is killed.
"""

import contextlib
import ctypes
import os
import queue
import re
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from domain.errors import MeshwrightError, NotFound, Refused, Unavailable
from domain.work import Work
from handlers import Handler, handlers_in, warm_ups_in
from handlers.context import Cancelled, MessageContext
from handlers.messages import (
    LENGTH_BYTES,
    Admitted,
    Back,
    Cancel,
    FromChild,
    Given,
    Left,
    Perform,
    Raised,
    Ready,
    Returned,
    Stopped,
    Wanted,
    frame,
    read_to_child,
)

PR_SET_PDEATHSIG = 1
OOM_SCORE_ADJUSTMENT = "500"  # when memory runs out, the kernel ends a job rather than a server
BEAT_S = 0.2
INTERNAL_MESSAGE = "Something went wrong inside the server; it was noted"


class Link:
    """The socket to the worker; a thread hears what it says, also while a handler computes."""

    def __init__(self, connection: socket.socket) -> None:
        self.tasks: queue.SimpleQueue[Perform] = queue.SimpleQueue()
        self.given: queue.SimpleQueue[Given] = queue.SimpleQueue()
        self.is_cancelled = threading.Event()
        self.is_admitted = threading.Event()
        self._connection = connection
        self._sending = threading.Lock()
        threading.Thread(target=self._hear, name="link", daemon=True).start()

    def send(self, message: FromChild) -> None:
        """Say something to the worker."""
        with self._sending:
            self._connection.sendall(frame(message))

    def _hear(self) -> None:
        with self._connection.makefile("rb") as heard:
            while length := heard.read(LENGTH_BYTES):
                message = read_to_child(heard.read(int.from_bytes(length, "big")))
                match message:
                    case Perform():
                        self.is_cancelled.clear()
                        self.tasks.put(message)
                    case Cancel():
                        self.is_cancelled.set()
                    case Given():
                        self.given.put(message)
                    case Admitted():
                        self.is_admitted.set()
        os.killpg(0, signal.SIGKILL)  # the worker is gone, so is the use of this process and of those it started


class ChildContext(MessageContext):
    """The JobContext of a job that runs in this process."""

    def __init__(self, task: Perform, link: Link) -> None:
        super().__init__(
            task.job_id,
            task.owner,
            task.attempt,
            Path(task.workdir),
            log_lines_max=task.log_lines_max,
            asset_bytes_max=task.asset_bytes_max,
        )
        self._link = link

    def fetch(self, asset_id: str) -> Path:
        """Return a file with the content of an asset, to be read only: what does not fit into memory."""
        self._raise_if_cancelled()
        self._link.send(Wanted(asset_id))
        given = self._link.given.get()
        if given.error:
            raise NotFound(given.error)
        return Path(given.path)

    @contextlib.contextmanager
    def elsewhere(self) -> Iterator[None]:
        """Wait for another machine in the block; who leaves it by an error has nothing more to compute."""
        self._send(Left())
        yield
        self._link.is_admitted.clear()
        self._send(Back())
        while not self._link.is_admitted.wait(BEAT_S):
            self._raise_if_cancelled()

    def _send(self, message: FromChild) -> None:
        self._link.send(message)

    def _raise_if_cancelled(self) -> None:
        if self._link.is_cancelled.is_set():
            raise Cancelled


def perform(work: Work, handlers: Mapping[str, Handler], context: MessageContext) -> Returned | Raised | Stopped:
    """Perform a job and return what came of it; whatever the handler raises is in the answer."""
    try:
        return _returned(handlers[work.kind()](work, context))
    except Cancelled:
        return Stopped()
    except MemoryError:
        return Raised("MEMORY_LIMIT", "The job needs more memory than there is", context.stage_name)
    except MeshwrightError as error:
        is_passing = isinstance(error, Unavailable)
        stage = str(error.facts.get("stage") or context.stage_name)
        is_refusal = isinstance(error, Refused)
        return Raised(code_of(error), _sentence(error), stage, is_passing, is_refusal=is_refusal, detail=_place(error))
    except (Exception, SystemExit):
        detail = traceback.format_exc()
        return Raised("INTERNAL_ERROR", INTERNAL_MESSAGE, context.stage_name, is_bug=True, detail=detail)


def _place(error: MeshwrightError) -> str:
    """Return where an error that we raise ourselves comes from, in one line: nobody needs to read how it got there."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    cause = f" ({type(error.__cause__).__name__})" if error.__cause__ else ""
    return f"{last.name} at {Path(last.filename).name}:{last.lineno}{cause}"


def _returned(result: object) -> Returned:
    plain = msgspec.to_builtins(result) if result is not None else {}
    provenance = plain.pop("provenance", None) or {}
    return Returned(plain, provenance)


def _sentence(error: MeshwrightError) -> str:
    """Return what went wrong, with the part that it is about: people can then change that."""
    part = ".".join(str(error.facts[name]) for name in ("object_id", "part") if error.facts.get(name))
    return f"{error.message} ({part})" if part else error.message


def code_of(error: MeshwrightError) -> str:
    """Return the code of a kind of error: `GenerationFailed` is GENERATION_FAILED."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(error).__name__).upper()


def warm_up(package: str, is_wanted: Callable[[], bool]) -> None:
    """Do what the first job would else wait for, step by step, until the process is wanted."""
    try:
        for step in warm_ups_in(package):
            if is_wanted():
                return
            step()
    except Exception:  # a job that needs the same will fail and say why; others need not suffer
        traceback.print_exc()


def die_with(parent: int) -> None:
    """Have the kernel end this process when its parent dies, whatever it computes then."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        with contextlib.suppress(OSError):  # not every container lets a process say so
            Path("/proc/self/oom_score_adj").write_text(OOM_SCORE_ADJUSTMENT)
    if os.getppid() != parent:
        os._exit(1)


def main() -> None:
    """Perform what the worker says, for ever."""
    handle, parent, package = sys.argv[1:]
    die_with(int(parent))
    link = Link(socket.socket(fileno=int(handle)))
    handlers = handlers_in(package)
    link.send(Ready(tuple(handlers)))
    warm_up(package, lambda: not link.tasks.empty())
    while True:
        task = link.tasks.get()
        link.send(perform(task.work, handlers, ChildContext(task, link)))


if __name__ == "__main__":
    main()

"""What running jobs wrote into their logs, as heard on the bus: until the log of the attempt is kept as a file."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

import msgspec
from nats.aio.msg import Msg

from runtime.bus import Bus
from runtime.live import Logged, read_live

Line = dict[str, Any]


@dataclass(slots=True)
class _Log:
    attempt: int
    heard_at: float = 0.0  # monotonic
    lines: deque[bytes] = field(default_factory=deque)
    size_bytes: int = 0


class Lines:
    """Remembers the newest lines of each job's newest attempt: so many a job, so many bytes of all, for so long.

    The job that was silent longest is forgotten first.
    """

    def __init__(
        self, *, lines_max: int, bytes_max: int, silent_s_max: float, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._lines_max = lines_max
        self._bytes_max = bytes_max
        self._silent_s_max = silent_s_max
        self._now = now
        self._logs: OrderedDict[str, _Log] = OrderedDict()
        self._size_bytes = 0

    async def listen(self, bus: Bus) -> None:
        """Hear what all jobs write from now on."""
        await bus.subscribe(bus.subjects.live("*", "*", "log"), self._hear)

    def newest(self, job_id: str, *, kept: Collection[int] = ()) -> list[Line]:
        """Return the lines of a job, oldest first; those of attempts whose log is kept are let go."""
        log = self._logs.get(job_id)
        if log is not None and log.attempt in kept:
            self._forget(job_id)
            return []
        return [msgspec.json.decode(line) for line in log.lines] if log else []

    async def _hear(self, heard: Msg) -> None:
        said = read_live(heard.data)
        if isinstance(said, Logged):
            self.take(said)

    def take(self, said: Logged) -> None:
        """Remember a line."""
        log = self._logs.get(said.job_id)
        if log is not None and log.attempt > said.attempt:
            return
        if log is None or log.attempt < said.attempt:
            self._forget(said.job_id)
            log = self._logs[said.job_id] = _Log(said.attempt)
        line: Line = {"at": round(said.at, 3), "attempt": said.attempt, "stage": said.stage, "message": said.message}
        self._append(log, msgspec.json.encode(line | ({"values": said.values} if said.values else {})))
        log.heard_at = self._now()
        self._logs.move_to_end(said.job_id)
        self._make_room(log.heard_at)

    def _append(self, log: _Log, line: bytes) -> None:
        log.lines.append(line)
        log.size_bytes += len(line)
        self._size_bytes += len(line)
        while len(log.lines) > self._lines_max or (log.size_bytes > self._bytes_max and len(log.lines) > 1):
            gone = len(log.lines.popleft())
            log.size_bytes -= gone
            self._size_bytes -= gone

    def _make_room(self, now: float) -> None:
        while len(self._logs) > 1:
            job_id, oldest = next(iter(self._logs.items()))
            if self._size_bytes <= self._bytes_max and now - oldest.heard_at <= self._silent_s_max:
                return
            self._forget(job_id)

    def _forget(self, job_id: str) -> None:
        log = self._logs.pop(job_id, None)
        self._size_bytes -= log.size_bytes if log else 0

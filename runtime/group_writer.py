"""One thread that writes the appends of many callers in one transaction: one lock, one round trip, one fsync."""

import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import msgspec
import psycopg
import structlog
from eventsourcing.persistence import StoredEvent
from psycopg.sql import Composed

from domain.errors import Unavailable
from runtime.arrays import ByteaColumn, Int8Column, TextColumn, register_columns
from runtime.crash import crash_point
from runtime.metrics import append_batch, append_duration_s
from runtime.settings import StoreSettings

log = structlog.get_logger(__name__)

BATCH_BYTES_MAX = 8 * 2**20
PAUSE_S, PAUSE_S_MAX = 0.05, 1.0
PATIENCE_S_MAX = 0.002
# SQLSTATEs after which the same append may succeed: connection, standby, rollback, resources, lock, shutdown.
PASSING_CLASSES = ("08", "25006", "40", "53", "55", "57")


class Written(msgspec.Struct, frozen=True):
    """Where the events of an append stand; `repeats` when an earlier append had written them."""

    position: int
    count: int
    recorded_at: datetime
    hashes: Sequence[bytes]
    repeats: bool = False


class Misfit(Exception):
    """An event's version was not the next one of its stream."""


Outcome = Written | Exception
Settle = Callable[[list[tuple["Entry", Outcome]]], None]


class Entry(msgspec.Struct, eq=False):
    """One append that waits to be written; `settle` is given all outcomes of a batch that share it."""

    events: Sequence[StoredEvent]
    subjects: Sequence[str]
    settle: Settle
    actor: str = ""
    correlation: str = ""
    causation: str = ""
    command_id: str = ""
    future: Any = None
    late_at: float = 0.0


class GroupWriter:
    """Takes entries from any thread and answers each with an outcome of its own."""

    def __init__(self, connection: dict[str, Any], call: Composed, settings: StoreSettings) -> None:
        self._parameters = connection
        self._call = call
        self._settings = settings
        self._queue: queue.SimpleQueue[Entry | None] = queue.SimpleQueue()
        self._backlog: deque[Entry] = deque()
        self._connection: psycopg.Connection[Any] | None = None
        self._company = 1  # how many were written together the last time
        self._patience_s = 0.0
        self._door = threading.Lock()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="group-writer", daemon=True)
        self._is_started = False

    def submit(self, entry: Entry) -> None:
        """Have `entry` written.

        Raises
        ------
        Unavailable
            Too many appends wait already, or the writer has been closed.
        """
        entry.late_at = time.monotonic() + self._settings.append_timeout_s
        with self._door:
            waiting = self._queue.qsize() + len(self._backlog)
            if self._closing.is_set() or waiting >= self._settings.append_queue_max:
                raise Unavailable("The log takes no more appends at the moment", retry_after_s=1)
            if not self._is_started:
                self._is_started = True
                self._thread.start()
            self._queue.put(entry)

    def close(self) -> None:
        """Write what waits, then stop; nothing is tried again."""
        with self._door:
            self._closing.set()
            self._queue.put(None)
        if self._is_started:
            self._thread.join()

    def _run(self) -> None:
        while batch := self._take():
            started = time.monotonic()
            self._write(batch, resent=False)
            duration_s = time.monotonic() - started
            self._company, self._patience_s = len(batch), min(duration_s / 4, PATIENCE_S_MAX)
            append_batch.observe(len(batch))
            append_duration_s.observe(duration_s)
        if self._connection is not None:
            self._connection.close()

    def _take(self) -> list[Entry]:
        self._receive()
        count = min(len(self._backlog), self._settings.append_batch_max)
        batch = [self._backlog.popleft() for _ in range(count)]
        return _within_bytes(batch, self._backlog)

    def _receive(self) -> None:
        """Move what has come to the backlog; with an empty backlog, wait for it.

        Callers who have just been answered often ask again at once: wait a little for as many as the last time.
        """
        try:
            entry = self._queue.get(block=not self._backlog and not self._closing.is_set())
            ends = time.monotonic() + self._patience_s
            while True:
                if entry is not None:
                    self._backlog.append(entry)
                is_complete = len(self._backlog) >= self._company
                left_s = 0.0 if is_complete else ends - time.monotonic()
                entry = self._queue.get(timeout=left_s) if left_s > 0 else self._queue.get_nowait()
        except queue.Empty:
            return

    def _write(self, batch: list[Entry], *, resent: bool) -> None:
        """Write a batch; one that Postgres refuses is halved until only those that are to blame fail.

        Two appends of one command in one batch are refused as well; apart, the second finds the first.
        """
        pause_s = PAUSE_S
        while batch:
            try:
                return _settle(batch, self._outcomes(batch, self._send(batch, resent=resent)))
            except Exception as error:  # whatever it is: this thread must live, and those who wait must hear it
                if not _may_pass(error):
                    return self._divide(batch, error, resent=resent)
                log.warning("append.delayed", appends=len(batch), error=type(error).__name__)
                resent = True
                self._hang_up()
                batch = self._give_up_late(batch)
                if batch and not self._closing.wait(pause_s):
                    pause_s = min(2 * pause_s, PAUSE_S_MAX)
        return None

    def _divide(self, batch: list[Entry], error: Exception, *, resent: bool) -> None:
        if len(batch) == 1:
            return _settle(batch, [error])
        middle = len(batch) // 2
        self._write(batch[:middle], resent=resent)
        return self._write(batch[middle:], resent=resent)

    def _give_up_late(self, batch: list[Entry]) -> list[Entry]:
        now = time.monotonic()
        closing = self._closing.is_set()
        late = [entry for entry in batch if closing or entry.late_at <= now]
        words = "The log is away; whether this was written is not known"
        _settle(late, [Unavailable(words, retry_after_s=1) for _ in late])
        return [entry for entry in batch if not closing and entry.late_at > now]

    def _send(self, batch: list[Entry], *, resent: bool) -> tuple[Any, ...]:
        connection = self._connected()
        crash_point("append.before")
        row = connection.execute(self._call, _columns(batch, resent=resent), prepare=True, binary=True).fetchone()
        crash_point("append.after")
        assert row is not None
        return tuple(row)

    def _connected(self) -> psycopg.Connection[Any]:
        if self._connection is None or self._connection.closed:
            timeout_ms = int(1000 * self._settings.append_timeout_s)
            defaults = {"connect_timeout": 5, "tcp_user_timeout": timeout_ms, "keepalives_idle": 5}
            connection = psycopg.connect(**{**defaults, **self._parameters}, autocommit=True)
            # Whoever holds the lock for longer than this is not well; the append is then tried again.
            connection.execute("SELECT set_config('lock_timeout', %s, false)", (f"{timeout_ms // 2}ms",))
            connection.execute("SELECT set_config('statement_timeout', %s, false)", (f"{timeout_ms}ms",))
            connection.execute("SET TIME ZONE 'UTC'")
            register_columns(connection)
            self._connection = connection
        return self._connection

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @staticmethod
    def _outcomes(batch: list[Entry], row: tuple[Any, ...]) -> list[Outcome]:
        recorded_at, places, counts, hashes = row
        outcomes: list[Outcome] = []
        first = 0
        for entry, place, count in zip(batch, places, counts, strict=True):
            after = first + len(entry.events)
            if place > 0:
                outcomes.append(Written(place, after - first, recorded_at, hashes[first:after]))
            elif place:
                outcomes.append(Written(-place, count, recorded_at, (), repeats=True))
            else:
                outcomes.append(Misfit())
            first = after
        return outcomes


def _columns(batch: list[Entry], *, resent: bool) -> tuple[Any, ...]:
    slots: dict[str, int] = {}
    lasts: list[int] = []
    count = 0
    for entry in batch:
        count += len(entry.events)
        lasts.append(count)
    events = [event for entry in batch for event in entry.events]
    numbers = [slots.setdefault(str(event.originator_id), len(slots) + 1) for event in events]
    commands = [entry.command_id for entry in batch]
    return (
        TextColumn.of(list(slots)),
        TextColumn.of([entry.actor for entry in batch]),
        TextColumn.of([entry.correlation for entry in batch]),
        TextColumn.of([entry.causation for entry in batch]),
        TextColumn.of(commands) if any(commands) else None,
        Int8Column.of(lasts),
        Int8Column.of(numbers),
        Int8Column.of([event.originator_version for event in events]),
        TextColumn.of([event.topic for event in events]),
        TextColumn.of([subject for entry in batch for subject in entry.subjects]),
        ByteaColumn.of([event.state for event in events]),
        resent,
    )


def _within_bytes(batch: list[Entry], backlog: deque[Entry]) -> list[Entry]:
    """Return the entries that fit into one transaction, at least one; give the rest back to `backlog`."""
    size = 0
    for count, entry in enumerate(batch):
        size += sum(len(event.state) for event in entry.events)
        if count and size > BATCH_BYTES_MAX:
            backlog.extendleft(reversed(batch[count:]))
            return batch[:count]
    return batch


def _may_pass(error: Exception) -> bool:
    if not isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return isinstance(error, psycopg.Error) and str(error.sqlstate).startswith(PASSING_CLASSES)
    return error.sqlstate is None or error.sqlstate.startswith(PASSING_CLASSES)


def _settle(batch: Sequence[Entry], outcomes: Sequence[Outcome]) -> None:
    groups: dict[Settle, list[tuple[Entry, Outcome]]] = {}
    for entry, outcome in zip(batch, outcomes, strict=True):
        groups.setdefault(entry.settle, []).append((entry, outcome))
    for settle, settled in groups.items():
        try:
            settle(settled)
        except RuntimeError:  # the event loop that asked is closed: nobody waits any more
            log.warning("append.unheard", appends=len(settled))

"""The event store: what happened, in one gapless order, sealed with the key of whom it is about."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from eventsourcing.persistence import InterfaceError, OperationalError, PersistenceError, StoredEvent
from psycopg.sql import SQL

from domain import catalogue
from domain.errors import StorageFailed, Unavailable
from domain.events import Event, Record
from runtime.chain import Verdict, verify
from runtime.group_writer import Entry, Misfit, Outcome, Written
from runtime.keyring import CHANNEL as KEYS_CHANNEL
from runtime.keyring import Keyring
from runtime.listener import Bell, Listener
from runtime.mapper import Codec, Mapper, key_id_of
from runtime.pool import Pool, Query, away, fetch, open_pool
from runtime.recorder import GroupRecorder, LogDatastore
from runtime.settings import StoreSettings
from runtime.tasks import pause

ROWS = SQL("""
SELECT notification_id, originator_id, originator_version, topic, recorded_at, actor, subject, correlation, causation,
    state, hash
FROM log.events WHERE {} ORDER BY {} LIMIT %s
""")
BY_POSITION = ROWS.format(SQL("notification_id > %s"), SQL("notification_id"))
BY_VERSION = ROWS.format(
    SQL(
        "originator_id = %s AND originator_version > %s AND originator_version <= %s"
        " AND (%s::timestamptz IS NULL OR recorded_at <= %s)"
    ),
    SQL("originator_version"),
)
BETWEEN = ROWS.format(
    SQL(
        "notification_id > %s AND notification_id <= %s AND (%s = '' OR subject = %s)"
        " AND (%s = '' OR originator_id = %s) AND (cardinality(%s::text[]) = 0 OR topic LIKE ANY(%s))"
    ),
    SQL("notification_id"),
)
BY_SUBJECT = ROWS.format(
    SQL("subject = %s AND notification_id > %s AND (cardinality(%s::text[]) = 0 OR topic = ANY(%s))"),
    SQL("notification_id"),
)
AT = ROWS.format(SQL("notification_id = ANY(%s::bigint[])"), SQL("notification_id"))
VERSION_MAX = 2**63 - 1
LISTEN_TIMEOUT_S = 5.0


class Append(msgspec.Struct, frozen=True):
    """What one command wants written to one stream.

    `expected` is the version that the stream must have now (0: it must not exist); `subject` is the account whose data
    it is ("system" for none). Without events nothing is written, and nothing is checked.
    """

    stream: str
    expected: int
    events: tuple[Event, ...]
    subject: str


class VersionConflict(Exception):
    """Someone else was faster: load again, decide again."""


class EventStore:
    """Appends, reads and follows the log; make it with `open`."""

    def __init__(self, recorder: GroupRecorder, pool: Pool, keyring: Keyring, codec: Codec, poll_s: float) -> None:
        self._recorder = recorder
        self._pool = pool
        self._keyring = keyring
        self._mapper = Mapper(codec, keyring)
        self._poll_s = poll_s
        self._loop = asyncio.get_running_loop()
        self._bell = Bell()
        self._listener: Listener | None = None

    @classmethod
    async def open(
        cls,
        database_url: str,
        keyring: Keyring,
        settings: StoreSettings = StoreSettings(),  # noqa: B008 - immutable
        *,
        codec: Codec = catalogue,
    ) -> "EventStore":
        """Return the store of a database, whose tables are made when missing.

        Raises
        ------
        Unavailable
            PostgreSQL does not answer.
        StorageFailed
            It answers, but does not let us make our tables.
        """
        pool = await open_pool(
            database_url,
            size_max=settings.pool_size_max,
            timeout_s=settings.connect_timeout_s,
            busy_s_max=settings.pool_wait_s_max,
        )
        try:
            recorder = await asyncio.to_thread(_open_recorder, database_url, settings)
            await keyring.open(pool, life_s=settings.key_cache_s)
        except BaseException:
            await pool.close()
            raise
        store = cls(recorder, pool, keyring, codec, settings.follow_poll_s)
        await store._listen(database_url)
        return store

    async def close(self) -> None:
        """Write what waits, then let go of the database."""
        if self._listener is not None:
            await self._listener.close()
        await asyncio.to_thread(self._recorder.close)
        await self._pool.close()

    async def append(
        self,
        appends: Sequence[Append],
        *,
        actor: str,
        correlation: str = "",
        causation: str = "",
        command_id: str = "",
    ) -> tuple[Record, ...]:
        """Write the events of all `appends` in one atomic step and return their records.

        The same `command_id` a second time writes nothing and returns the records of the first time.

        Raises
        ------
        VersionConflict
            A stream is not at its expected version.
        Gone
            A subject has been erased.
        Unavailable
            PostgreSQL did not answer in time. Whether it was written is then not known; the versions make it safe to
            ask again.
        """
        sealed = await self._sealed(appends)
        if not sealed:
            return ()
        stored = [one for one, _, _ in sealed]
        subjects = [subject for _, subject, _ in sealed]
        written = await self._written(Entry(stored, subjects, self._settle, actor, correlation, causation, command_id))
        if written.repeats:
            return await self.read(written.position - 1, written.count)
        now, digests = written.recorded_at, written.hashes
        return tuple(
            Record(
                written.position + place,
                str(one.originator_id),
                one.originator_version,
                one.topic,
                now,
                actor,
                subject,
                correlation,
                causation,
                event,
                digests[place],
            )
            for place, (one, subject, event) in enumerate(sealed)
        )

    async def load(
        self, stream: str, *, after: int = 0, upto: int | None = None, at: datetime | None = None
    ) -> tuple[Record, ...]:
        """Return the records of a stream by version, past `after`, up to version `upto`, or as it stood `at` a time.

        Raises
        ------
        Unavailable
            PostgreSQL does not answer.
        """
        last = VERSION_MAX if upto is None else upto
        return await self._records(BY_VERSION, (stream, after, last, at, at, None))

    async def read(self, after: int, limit: int = 500) -> tuple[Record, ...]:
        """Return at most `limit` records past position `after`, in order and without gaps.

        Raises
        ------
        Unavailable
            PostgreSQL does not answer.
        """
        return await self._records(BY_POSITION, (after, limit))

    async def select(
        self, after: int, upto: int, *, subject: str = "", stream: str = "", tags: Sequence[str] = (), limit: int = 500
    ) -> tuple[Record, ...]:
        """Return at most `limit` records past `after` up to `upto`, of one account, one stream and some tags.

        A tag is a whole one, or a noun with a dot, `design.`. All records in between are looked at, but only those
        that are returned are opened: ask for no more than some ten thousand positions at once.

        Raises
        ------
        Unavailable
            PostgreSQL does not answer.
        """
        patterns = [f"{tag}%" if tag.endswith(".") else tag for tag in tags]
        return await self._records(BETWEEN, (after, upto, subject, subject, stream, stream, patterns, patterns, limit))

    async def of_subject(
        self, subject: str, after: int, limit: int = 500, *, tags: Sequence[str] = ()
    ) -> tuple[Record, ...]:
        """Return at most `limit` records past `after` that are about one account, in order; of some tags, or of all.

        Raises
        ------
        Unavailable
            PostgreSQL does not answer.
        """
        return await self._records(BY_SUBJECT, (subject, after, list(tags), list(tags), limit))

    async def at(self, positions: Sequence[int]) -> tuple[Record, ...]:
        """Return the records at some positions, in order.

        Raises
        ------
        Unavailable
            PostgreSQL does not answer.
        """
        return await self._records(AT, (list(positions), None))

    async def counts_of(self, subject: str) -> dict[str, int]:
        """Return how many records about an account there are with each tag; also after its erasure.

        Raises
        ------
        Unavailable
            PostgreSQL does not answer.
        """
        query = "SELECT topic, count(*) FROM log.events WHERE subject = %s GROUP BY 1"
        rows = await fetch(self._pool, query, (subject,))
        return {str(tag): int(count) for tag, count in rows}

    @property
    def hears_erasures(self) -> bool:
        """Return whether erasures by other processes are heard at this moment."""
        return self._keyring.is_notified

    def when_erased(self, heard: Callable[[], object]) -> None:
        """Call `heard` whenever somebody was erased, or begins to be, in whatever process; at times without cause."""
        self._keyring.when_forgotten(heard)

    async def last_position(self) -> int:
        """Return the position of the newest record; 0 when there is none."""
        [(position,)] = await fetch(self._pool, "SELECT position FROM log.events_head")
        return int(position)

    async def follow(self, after: int, *, limit: int = 500) -> AsyncIterator[tuple[Record, ...]]:
        """Yield all records past `after` as they come, each once and in order, for ever; outlives PostgreSQL."""
        while True:
            ring = self._bell.next()
            try:
                records = await self.read(after, limit)
            except Unavailable:
                records = ()
            if records:
                after = records[-1].position
                yield records
            if len(records) < limit:
                await pause(ring, self._poll_s)

    async def erase(self, subject: str) -> None:
        """Destroy the key of a subject for ever: its records remain, what they said does not; safe to repeat."""
        await self._keyring.erase(subject)

    async def verify(self, tick: Callable[[float], object] = lambda _: None) -> Verdict:
        """Walk the chain of hashes and name the first broken record; `tick` hears the fraction that is done."""
        return await verify(self._pool, tick)

    async def _sealed(self, appends: Sequence[Append]) -> list[tuple[StoredEvent, str, Event]]:
        sealed: list[tuple[StoredEvent, str, Event]] = []
        for one in appends:
            key = self._keyring.cached(one.subject) or await self._keyring.key_of(one.subject)
            for version, event in enumerate(one.events, one.expected + 1):
                sealed.append((self._mapper.seal(one.stream, version, event, key), one.subject, event))
        return sealed

    async def _written(self, entry: Entry) -> Written:
        entry.future = self._loop.create_future()
        self._recorder.submit(entry)
        outcome: Outcome = await entry.future
        match outcome:
            case Written():
                return outcome
            case Misfit():
                raise VersionConflict("A stream is not at its expected version")
            case Unavailable():
                raise outcome
            case _:
                raise StorageFailed("The log refused the events") from outcome

    def _settle(self, settled: list[tuple[Entry, Outcome]]) -> None:
        self._loop.call_soon_threadsafe(_resolve, settled)

    async def _records(self, query: Query, parameters: Sequence[Any]) -> tuple[Record, ...]:
        rows = await fetch(self._pool, query, parameters)
        ciphers = await self._keyring.ciphers({key_id_of(row[9]) for row in rows})
        return tuple(self._mapper.record(row, ciphers) for row in rows)

    async def _listen(self, database_url: str) -> None:
        hear = {self._recorder.channel_name: self._bell.ring, KEYS_CHANNEL: self._keyring.forget}
        self._listener = Listener(database_url, hear, self._turned)
        await self._listener.ready(LISTEN_TIMEOUT_S)

    def _turned(self, is_connected: bool) -> None:
        self._keyring.is_notified = is_connected
        self._keyring.forget()
        self._bell.ring()


def _open_recorder(database_url: str, settings: StoreSettings) -> GroupRecorder:
    datastore = LogDatastore(database_url)
    try:
        recorder = GroupRecorder(datastore, settings=settings)
        recorder.create_table()
    except (InterfaceError, OperationalError) as error:
        datastore.close()
        raise away() from error
    except PersistenceError as error:
        datastore.close()
        raise StorageFailed(f"The tables of the log cannot be made: {error}") from error
    return recorder


def _resolve(settled: list[tuple[Entry, Outcome]]) -> None:
    for entry, outcome in settled:
        if not entry.future.done():  # whoever asked may have gone
            entry.future.set_result(outcome)

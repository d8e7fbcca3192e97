"""The recorder of the `eventsourcing` package on PostgreSQL, with appends that share transactions."""

import hashlib
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

import psycopg
from eventsourcing.persistence import (
    DataError,
    IntegrityError,
    OperationalError,
    PersistenceError,
    ProgrammingError,
    StoredEvent,
)
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore, PostgresSubscription
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import dict_row
from psycopg.sql import SQL, Identifier, Literal

from domain.errors import Unavailable
from runtime.group_writer import Entry, GroupWriter, Misfit, Outcome, Written
from runtime.log_sql import APPEND, CALL, TABLES
from runtime.settings import StoreSettings

DDL_LOCK = 0x6D657368  # "mesh": whoever makes tables holds this advisory lock


class LogDatastore(PostgresDatastore):
    """The package's datastore for a database given by URL, with everything that the URL says."""

    def __init__(self, database_url: str, *, schema: str = "log", pool_size: int = 1) -> None:
        super().__init__("", "", "", "", "", schema=schema, pool_size=pool_size, originator_id_type="text")
        self.connection_parameters: dict[str, Any] = conninfo_to_dict(database_url)
        self.pool.kwargs = {**self.connection_parameters, "row_factory": dict_row}


class GroupRecorder(PostgresApplicationRecorder):
    """Records events in gapless order through one group writer; stream and version must follow on what is there."""

    def __init__(
        self,
        datastore: LogDatastore,
        *,
        events_table_name: str = "events",
        settings: StoreSettings = StoreSettings(),  # noqa: B008 - immutable
    ) -> None:
        super().__init__(datastore, events_table_name=events_table_name)
        # The package's own tables, types and functions are not made; its insert function loses events for readers.
        datastore.db_type_names.clear()
        names = self._names(datastore.schema, events_table_name)
        self.sql_create_statements = [TABLES.format(**names), APPEND.format(**names)]
        self.channel_name = channel_of(datastore.schema, events_table_name)
        self._writer = GroupWriter(datastore.connection_parameters, CALL.format(append=names["append"]), settings)

    @staticmethod
    def _names(schema: str, table: str) -> dict[str, Any]:
        inside = {"events": "", "head": "_head", "commands": "_commands", "append": "_append", "refuse": "_refuse"}
        return {
            "schema": Identifier(schema),
            "position_index": Identifier(f"{table}_position"),
            "subject_index": Identifier(f"{table}_subject"),
            "channel": Literal(channel_of(schema, table)),
            **{name: Identifier(schema, table + ending) for name, ending in inside.items()},
        }

    def create_table(self) -> None:
        """Make the tables unless they are there; safe to do from several processes at once, and while others append.

        What was made is remembered as a comment on the table: making it again would lock out, or be in deadlock with,
        whoever appends at the moment.
        """
        made = hashlib.sha256("".join(map(str, self.sql_create_statements)).encode()).hexdigest()
        table = Identifier(self.datastore.schema, self.events_table_name)
        with self.datastore.transaction(commit=True) as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", (DDL_LOCK,))
            cursor.execute("SELECT obj_description(to_regclass(%s), 'pg_class') AS made", (table.as_string(),))
            found = cursor.fetchone()
            if found is not None and found["made"] == made:
                return
            for statement in self.sql_create_statements:
                cursor.execute(statement, prepare=False)
            cursor.execute(SQL("COMMENT ON TABLE {} IS {}").format(table, Literal(made)), prepare=False)

    def submit(self, entry: Entry) -> None:
        """Have `entry` written; its `settle` hears what came of it, in the writer's thread."""
        self._writer.submit(entry)

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> Sequence[int] | None:
        """Write events in one atomic step and return their positions.

        `subject`, `actor`, `correlation`, `causation` and `command_id` may be given by name; the same command a second
        time writes nothing and returns the positions of the first time.

        Raises
        ------
        IntegrityError
            A version is not the next one of its stream.
        """
        if not stored_events:
            return None
        subjects = [str(kwargs.pop("subject", ""))] * len(stored_events)
        entry = Entry(stored_events, subjects, _resolve, **kwargs)
        entry.future = Future[Outcome]()
        try:
            self.submit(entry)
            written = _or_raise(entry.future.result())
        except Unavailable as error:
            raise OperationalError(error.message) from error
        return list(range(written.position, written.position + written.count))

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> "Watch":
        """Return what yields each event after position `gt`, those to come too."""
        return Watch(self, gt=gt, topics=topics)

    def close(self) -> None:
        """Write what waits, then let go of the database."""
        self._writer.close()
        self.datastore.close()


class Watch(PostgresSubscription):
    """The package's subscription, but looking once more when it hears: it would wait for what came just before."""

    def _listen(self) -> None:
        try:
            with self._recorder.datastore.get_connection() as connection:
                connection.execute(SQL("LISTEN {}").format(Identifier(self._recorder.channel_name)))
                self._has_been_notified.set()
                while not self._has_been_stopped and not self._thread_error:
                    for _ in connection.notifies(timeout=0.1, stop_after=1):
                        self._has_been_notified.set()
        except BaseException as error:
            self._thread_error = self._thread_error or error
            self.stop()


def channel_of(schema: str, table: str) -> str:
    """Return the channel on which appends to a table are notified."""
    return f"{schema}_{table}"


def _resolve(settled: list[tuple[Entry, Outcome]]) -> None:
    for entry, outcome in settled:
        entry.future.set_result(outcome)


def _or_raise(outcome: Outcome) -> Written:
    match outcome:
        case Written():
            return outcome
        case Misfit():
            raise IntegrityError("A version is not the next one of its stream")
        case Unavailable():
            raise outcome
        case psycopg.ProgrammingError():
            raise ProgrammingError(str(outcome)) from outcome
        case psycopg.DataError() | ValueError():
            raise DataError(str(outcome)) from outcome
        case _:
            raise PersistenceError(str(outcome)) from outcome

"""How far each view is: the table `views.progress`, the schemas that views live in, and the locks around them.

A view's rows lie in the schema `view_<name>`; those that are being built anew, in `view_<name>__next`. Two advisory
locks: `lead` is held by the process that projects a view, `rebuild` by the one that builds it anew. Projecting and
swapping exclude each other by the lock on the view's row in `views.progress`, which both take first.
"""

import hashlib
from datetime import datetime
from typing import Any

import msgspec
from psycopg import AsyncConnection, AsyncCursor
from psycopg.rows import DictRow, dict_row

from projections.base import View
from runtime.queries import configure

CHANNEL = "views"
_TABLE = """
    CREATE SCHEMA IF NOT EXISTS views;
    CREATE TABLE IF NOT EXISTS views.progress (
        schema text PRIMARY KEY, view text NOT NULL, position bigint NOT NULL, definition text NOT NULL,
        trouble text NOT NULL DEFAULT '', moved_at timestamptz NOT NULL DEFAULT clock_timestamp()
    ) WITH (fillfactor = 20);
"""


class Progress(msgspec.Struct, frozen=True):
    """How far the rows of a view are; `trouble` says why they go no further."""

    view: str
    position: int
    definition: str
    trouble: str
    moved_at: datetime


def lock_key(purpose: str, view: str) -> int:
    """Return the number of an advisory lock."""
    return int.from_bytes(hashlib.sha256(f"meshwright {purpose} {view}".encode()).digest()[:8], signed=True)


async def connect(database_url: str) -> AsyncConnection[DictRow]:
    """Return a connection for writing views.

    Its commits do not wait for the disk: when Postgres crashes, the last moment may be lost, of position and rows
    alike, and is projected again.
    """
    connection = await AsyncConnection[DictRow].connect(database_url, autocommit=True, row_factory=dict_row)
    await configure(connection)
    await connection.execute("SET synchronous_commit = off")
    return connection


async def use(connection: AsyncConnection[Any], schema: str) -> None:
    """Let names without a schema mean tables in `schema`."""
    await connection.execute(f"SET search_path TO {schema}")


async def make_table(connection: AsyncConnection[Any]) -> None:
    """Make `views.progress` unless it is there; safe to do from several processes at once."""
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (lock_key("make", "progress"),))
        await connection.execute(_TABLE)


async def make(connection: AsyncConnection[Any], view: type[View], schema: str) -> None:
    """Make the empty tables of a view in a new schema."""
    async with connection.transaction():
        await connection.execute("SET LOCAL synchronous_commit = on")
        await connection.execute(f"CREATE SCHEMA {schema}")
        await connection.execute(f"SET LOCAL search_path TO {schema}")
        await connection.execute(view.tables)
        await connection.execute(
            "INSERT INTO views.progress (schema, view, position, definition) VALUES (%s, %s, 0, %s)",
            (schema, view.name, view.definition()),
        )


async def drop(connection: AsyncConnection[Any], schema: str) -> None:
    """Drop a schema that nobody reads any more, if it is there."""
    async with connection.transaction():
        await connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
        await connection.execute("DELETE FROM views.progress WHERE schema = %s", (schema,))


async def progress_of(connection: AsyncConnection[DictRow], schema: str, *, is_held: bool = False) -> Progress | None:
    """Return how far the rows in `schema` are, or None if there are none; `is_held`: they go no further for now."""
    hold = "FOR UPDATE" if is_held else ""
    cursor = await connection.execute(f"SELECT * FROM views.progress WHERE schema = %s {hold}", (schema,))  # noqa: S608
    found = await cursor.fetchone()
    return None if found is None else msgspec.convert(found, Progress)


async def move(connection: AsyncConnection[DictRow], schema: str, before: int, after: int) -> bool:
    """Save a position within the transaction that saves its rows; False if the rows are not at `before`."""
    return (await start_move(connection, schema, before, after)).rowcount == 1


async def start_move(
    connection: AsyncConnection[DictRow], schema: str, before: int, after: int
) -> AsyncCursor[DictRow]:
    """Do as `move`; in a pipeline, the cursor's `rowcount` says 1 as soon as a later answer has come."""
    return await connection.execute(
        """
        WITH moved AS (
            UPDATE views.progress SET position = %(after)s, trouble = '', moved_at = clock_timestamp()
            WHERE schema = %(schema)s AND position = %(before)s RETURNING view
        )
        SELECT CASE WHEN %(schema)s = 'view_' || view THEN pg_notify('views', view || ' ' || %(after)s) END FROM moved
        """,
        {"schema": schema, "before": before, "after": after},
    )


async def try_lock(connection: AsyncConnection[Any], purpose: str, view: str) -> bool:
    """Take an advisory lock for as long as the connection lives; False if another has it."""
    cursor = await connection.execute("SELECT pg_try_advisory_lock(%s) AS got", (lock_key(purpose, view),))
    found = await cursor.fetchone()
    return bool(found and found["got"])

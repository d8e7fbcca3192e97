"""What a view is: tables of its own that are a pure fold of the log, and questions to them.

The rows of a table change by `step(key, row, record) -> row`: pure, total and silent, like `evolve`. Loading the rows
that a batch of records concerns, and saving what became of them, is the same for all tables and stands here, once.
"""

import hashlib
import re
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar

import msgspec
from psycopg import AsyncCursor
from psycopg.rows import DictRow

from domain.access import MISSING, Caller, require_owner
from domain.erasure import AccountErased
from domain.errors import Invalid, NotFound
from domain.events import Record
from runtime.queries import Parameters, Queries

Row = TypeVar("Row", bound=msgspec.Struct)
PAGE_SIZE_MAX = 100
NUL = rb"\u0000"
_NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")  # JSON may hold this character, Postgres' texts may not


@dataclass(frozen=True)
class Fold(Generic[Row]):
    """One table: which rows a record concerns, and what becomes of each; its primary key is the column `id`.

    `owner` is the column that says whose row it is: rows of an erased account are removed. Empty: they are nobody's.
    """

    table: str
    row: type[Row]
    keys: Callable[[Record], tuple[str, ...]]
    step: Callable[[str, Row | None, Record], Row | None]
    owner: str = "owner"

    def is_concerned(self, records: Sequence[Record]) -> bool:
        """Return whether any of `records` may change a row."""
        return any(record.event is not None and self.keys(record) for record in records)

    async def apply(self, cursor: AsyncCursor[DictRow], records: Sequence[Record]) -> None:
        """Bring the table from before to after `records`."""
        touched = [(key, record) for record in records if record.event is not None for key in self.keys(record)]
        if not touched:
            return
        before = await self._load(cursor, sorted({key for key, _ in touched}))
        after = self.replay(before, touched)
        await self._save(cursor, [row for key, row in after.items() if row is not None and row is not before.get(key)])
        await self._remove(cursor, [key for key in before if after[key] is None])

    async def forget(self, cursor: AsyncCursor[DictRow], account: str) -> None:
        """Remove the rows of an erased account."""
        if self.owner:
            query = f"DELETE FROM {self.table} WHERE {self.owner} = %s RETURNING 1"  # noqa: S608
            await cursor.execute(f"WITH gone AS ({query}) SELECT count(*) FROM gone", (account,))  # noqa: S608
            await cursor.fetchall()  # whoever leads the view may rely on it that a question has been answered

    def replay(self, before: dict[str, Row], touched: Sequence[tuple[str, Record]]) -> dict[str, Row | None]:
        """Return what becomes of the rows `before`."""
        after: dict[str, Row | None] = dict(before)
        for key, record in touched:
            after[key] = self.step(key, after.get(key), record)
        return after

    @property
    def columns(self) -> str:
        """Return the names of the columns, with commas."""
        return ", ".join(self.row.__struct_fields__)

    async def _load(self, cursor: AsyncCursor[DictRow], keys: list[str]) -> dict[str, Row]:
        await cursor.execute(f"SELECT {self.columns} FROM {self.table} WHERE id = ANY(%s)", (keys,))  # noqa: S608
        return {row["id"]: msgspec.convert(row, self.row) for row in await cursor.fetchall()}

    async def _save(self, cursor: AsyncCursor[DictRow], rows: list[Row]) -> None:
        if not rows:
            return
        encoded = msgspec.json.encode(rows)
        values = (_NUL.sub(rb"\1\\ufffd", encoded) if NUL in encoded else encoded).decode()
        changes = ", ".join(f"{name} = excluded.{name}" for name in self.row.__struct_fields__ if name != "id")
        await cursor.execute(
            f"INSERT INTO {self.table} ({self.columns})"  # noqa: S608
            f" SELECT {self.columns} FROM json_populate_recordset(NULL::{self.table}, %s::json)"
            f" ON CONFLICT (id) DO UPDATE SET {changes}",
            (values,),
        )

    async def _remove(self, cursor: AsyncCursor[DictRow], keys: list[str]) -> None:
        if keys:
            await cursor.execute(f"DELETE FROM {self.table} WHERE id = ANY(%s)", (keys,))  # noqa: S608


class View:
    """Tables in a schema of their own, and the questions that they answer.

    `tables` makes them without naming the schema; `revision` counts changes of meaning that the DDL does not show.
    Readers name tables with their schema, so that they meet the new ones as soon as a rebuild has swapped them.
    """

    name: ClassVar[str]
    revision: ClassVar[int] = 1
    tables: ClassVar[str]
    folds: ClassVar[tuple[Fold[Any], ...]]
    erasure: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Tables and columns that hold personal data."""

    def __init__(self, pool: Queries) -> None:
        self._pool = pool

    @classmethod
    def schema(cls) -> str:
        """Return the schema that readers read."""
        return f"view_{cls.name}"

    @classmethod
    def definition(cls) -> str:
        """Return a text that changes whenever the tables must be made anew."""
        shapes = "".join(f"{fold.table}:{fold.columns};" for fold in cls.folds)
        return hashlib.sha256(f"{cls.revision}|{cls.tables}|{shapes}".encode()).hexdigest()[:16]

    @classmethod
    def is_concerned(cls, records: Sequence[Record]) -> bool:
        """Return whether any of `records` may change a row."""
        if any(isinstance(record.event, AccountErased) for record in records):
            return True
        return any(fold.is_concerned(records) for fold in cls.folds)

    @classmethod
    async def project(cls, cursor: AsyncCursor[DictRow], records: Sequence[Record]) -> None:
        """Bring all tables from before to after `records`; records of erased subjects are passed over."""
        for part, account in _between_erasures(records):
            for fold in cls.folds:
                await fold.apply(cursor, part)
                if account:
                    await fold.forget(cursor, account)

    async def _rows(self, row: type[Row], query: str, parameters: Parameters = None) -> tuple[Row, ...]:
        return tuple(msgspec.convert(found, row) for found in await self._pool.rows(query, parameters))

    async def _row(self, row: type[Row], query: str, parameters: Parameters = None) -> Row | None:
        found = await self._pool.row(query, parameters)
        return None if found is None else msgspec.convert(found, row)


def _between_erasures(records: Sequence[Record]) -> Iterator[tuple[Sequence[Record], str]]:
    """Yield records up to an erasure, with the account that was erased; at last those behind all erasures."""
    start = 0
    for place, record in enumerate(records, 1):
        if isinstance(record.event, AccountErased):
            yield records[start:place], record.event.account
            start = place
    yield records[start:], ""


class Owned(Protocol):
    """A row that belongs to an account."""

    @property
    def owner(self) -> str:
        """Return the account that it belongs to."""


OwnedRow = TypeVar("OwnedRow", bound=Owned)


def owned(row: OwnedRow | None, caller: Caller) -> OwnedRow:
    """Return `row` if `caller` may see it.

    Raises
    ------
    NotFound
        There is no such row, or it belongs to somebody else: both look the same.
    """
    if row is None:
        raise NotFound(MISSING)
    require_owner(row.owner, caller)
    return row


class Page(msgspec.Struct, Generic[Row], frozen=True):
    """Some rows, newest first; `after` asks for those behind them, and is empty on the last page."""

    items: tuple[Row, ...]
    after: str = ""

    def __iter__(self) -> Iterator[Row]:
        return iter(self.items)


def page_of(rows: Sequence[Row], limit: int, key: Callable[[Row], int]) -> Page[Row]:
    """Return the first `limit` of `limit + 1` rows as a page."""
    shown = tuple(rows[:limit])
    return Page(shown, cursor_of(key(shown[-1])) if len(rows) > limit else "")


def cursor_of(number: int) -> str:
    """Return the opaque cursor for what comes behind `number`."""
    return f"c{number:x}"


def number_of(after: str) -> int:
    """Return the number behind which a page begins; without a cursor, one behind all.

    Raises
    ------
    Invalid
        The cursor is not one that a page gave out.
    """
    if not after:
        return 2**63 - 1
    if not re.fullmatch(r"c[0-9a-f]{1,15}", after):
        raise Invalid("The cursor is not one that a page gave out", field="after")
    return int(after[1:], 16)


def limited(limit: int) -> int:
    """Return `limit`, within 1 and the largest page."""
    return max(1, min(limit, PAGE_SIZE_MAX))


async def every(page_after: Callable[[str], Any]) -> AsyncIterator[Any]:
    """Go through the rows of all pages that `page_after(cursor)` returns."""
    after = ""
    while True:
        page = await page_after(after)
        for row in page.items:
            yield row
        after = page.after
        if not after:
            return

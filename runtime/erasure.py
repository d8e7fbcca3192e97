"""What erasing stands on: tables written anew without what they had held, and receipts that anybody can check."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
import psycopg
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from psycopg import AsyncConnection
from psycopg.sql import SQL, Identifier

from domain.errors import Unavailable
from runtime.connections import connected
from runtime.ids import id_of
from runtime.keyring import CHANNEL
from runtime.queries import Queries

PURPOSE = "erasure receipts"
LOCK_TIMEOUT_S = 10
SHARED_TABLES = ("keys.subjects", "pg_catalog.pg_statistic")
"""Tables beside those of the views that hold, or were told, something of a person."""


class Statement(msgspec.Struct, frozen=True):
    """What a receipt states; `position` and `hash` are those of the record in the log that says the same."""

    receipt_id: str
    account: str
    requested_by: str
    erased_at: datetime
    deleted_records: dict[str, int]
    position: int
    hash: str


class Receipt(msgspec.Struct, frozen=True):
    """A statement, the very text that was signed, and the signature (Ed25519, base64)."""

    statement: Statement
    signed_text: str
    signature: str
    public_key: str


class Receipts:
    """Signs statements with the key `MasterKey.derive(PURPOSE)`; the same statement gives the same receipt."""

    def __init__(self, key: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(key)
        public = self._key.public_key()
        self.public_key = b64encode(public.public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()
        self.public_pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()

    def of(self, statement: Statement) -> Receipt:
        """Return the receipt for a statement."""
        text = msgspec.json.encode(statement, order="sorted").decode()
        return Receipt(statement, text, b64encode(self._key.sign(text.encode())).decode(), self.public_key)


def is_genuine(receipt: Receipt, public_key: str) -> bool:
    """Return whether a receipt says what was signed with the key that belongs to `public_key` (raw, base64)."""
    try:
        key = Ed25519PublicKey.from_public_bytes(b64decode(public_key))
        key.verify(b64decode(receipt.signature), receipt.signed_text.encode())
        return msgspec.json.decode(receipt.signed_text, type=Statement) == receipt.statement
    except (InvalidSignature, ValueError):
        return False


def erasure_of(account: str) -> str:
    """Return the id of the one erasure that an account can have; its receipt has the same."""
    return id_of("erasure", account)


async def announce(pool: Queries) -> None:
    """Have all processes drop what they remember of accounts."""
    await pool.rows("SELECT pg_notify(%s, '')", (CHANNEL,))


async def rewrite(database_url: str, tables: Sequence[str], *, bytes_max: int) -> tuple[int, tuple[str, ...]]:
    """Write tables and their indexes anew, so that no page holds a removed row.

    Return how many, and which are too large for it: nobody can read a table meanwhile, so those of more than
    `bytes_max` only have the room of removed rows freed. It is used again by what comes; until then pages may hold
    pieces of them. Statistics are made anew for all.

    Raises
    ------
    Unavailable
        The database is away, or a table was busy for too long.
    """
    large: list[str] = []
    try:
        async with connected(database_url) as connection:
            await connection.execute(f"SET lock_timeout = '{LOCK_TIMEOUT_S}s'")
            for table in (*tables, *SHARED_TABLES):
                is_small = await _size_bytes(connection, table) <= bytes_max
                large += [] if is_small else [table]
                await _vacuum(connection, table, is_full=is_small)
                await _forget_statistics(connection, table)
    except psycopg.OperationalError as error:
        raise Unavailable("The tables cannot be written anew now", retry_after_s=1) from error
    return len(tables) + len(SHARED_TABLES) - len(large), tuple(large)


async def _size_bytes(connection: AsyncConnection[tuple[int]], table: str) -> int:
    cursor = await connection.execute("SELECT coalesce(pg_total_relation_size(to_regclass(%s)), 0)", (table,))
    found = await cursor.fetchone()
    return found[0] if found else 0


async def _forget_statistics(connection: AsyncConnection[tuple[int]], table: str) -> None:
    """Drop the statistics of a table without rows: Postgres keeps what it last knew of them, whole values too.

    Stating a column's type anew does it, for which one need not be a superuser.
    """
    if table in SHARED_TABLES or not await _is_empty(connection, table):
        return
    name = Identifier(*table.split("."))
    cursor = await connection.execute(
        "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
        " WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped",
        (table,),
    )
    columns: list[Any] = await cursor.fetchall()
    changes = [SQL("ALTER COLUMN {} TYPE {}").format(Identifier(column), SQL(kind)) for column, kind in columns]
    await connection.execute(SQL("ALTER TABLE {} {}").format(name, SQL(", ").join(changes)))


async def _is_empty(connection: AsyncConnection[tuple[int]], table: str) -> bool:
    name = Identifier(*table.split("."))
    return await (await connection.execute(SQL("SELECT 1 FROM {} LIMIT 1").format(name))).fetchone() is None


async def _vacuum(connection: AsyncConnection[tuple[int]], table: str, *, is_full: bool) -> None:
    """Vacuum a table; a role that may not touch the catalogue is warned, and Postgres' own vacuum does it later."""
    options = "FULL, ANALYZE" if is_full else "ANALYZE"
    if table.startswith("pg_catalog."):
        options = "FULL" if is_full else "SKIP_LOCKED"
    await connection.execute(SQL(f"VACUUM ({options}) {{}}").format(Identifier(*table.split("."))))

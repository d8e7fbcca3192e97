"""Keys: one master key outside the database, and under it a data key for every subject, which erasure destroys."""

import base64
import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec
import psycopg
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from domain.errors import Gone, Invalid, StorageFailed
from runtime.crash import crash_point
from runtime.pool import Pool, away, fetch

KEY_BYTES, NONCE_BYTES = 32, 12
VARIABLE, FILE_NAME = "MESHWRIGHT_MASTER_KEY", "master.key"
CHANNEL = "keys_erased"
CACHED_MAX = 20_000
DDL_LOCK = 0x6B657973

TABLES = """
SELECT pg_advisory_xact_lock(%s);
CREATE SCHEMA IF NOT EXISTS keys;
CREATE TABLE IF NOT EXISTS keys.subjects (
    id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    subject text COLLATE "C" PRIMARY KEY,
    wrapped bytea NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS keys.erasures (
    subject text COLLATE "C" PRIMARY KEY,
    key_id bigint,
    erased_at timestamptz NOT NULL DEFAULT now()
);
"""
# Making and erasing the key of one subject exclude each other: an erased subject must never get another key.
LOCK_SUBJECT = "SELECT pg_advisory_xact_lock(hashtextextended('keys.' || %s, 0))"
MAKE = """
INSERT INTO keys.subjects (subject, wrapped)
SELECT %(subject)s, %(wrapped)s WHERE NOT EXISTS (SELECT FROM keys.erasures WHERE subject = %(subject)s)
ON CONFLICT (subject) DO NOTHING
"""
ERASE = """
WITH gone AS (DELETE FROM keys.subjects WHERE subject = %(subject)s RETURNING id)
INSERT INTO keys.erasures (subject, key_id) VALUES (%(subject)s, (SELECT id FROM gone))
ON CONFLICT (subject) DO NOTHING
"""


class MasterKey:
    """256 secret bits from which every other secret of this installation is made."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise Invalid(f"The master key must be {KEY_BYTES} bytes")
        self._secret = secret

    @classmethod
    def load(cls, data_dir: Path | str, environment: Mapping[str, str] = os.environ) -> "MasterKey":
        """Return the key of the environment, else that of the data folder, where it is made when missing.

        Raises
        ------
        Invalid
            The key is not 32 bytes in base64, or other users may read its file.
        """
        text = environment.get(VARIABLE)
        if text:
            return cls(_decoded(text, f"The variable {VARIABLE}"))
        path = Path(data_dir) / FILE_NAME
        if not path.exists():
            _make_key_file(path)
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise Invalid(f"Other users may read the master key: run `chmod 600 {path}`")
        return cls(_decoded(path.read_text(), f"The file {path}"))

    def derive(self, purpose: str) -> bytes:
        """Return 32 bytes for one purpose, from which neither the master key nor those of other purposes follow."""
        return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=b"meshwright " + purpose.encode()).derive(self._secret)

    def __repr__(self) -> str:
        return "MasterKey(…)"


class SubjectKey(msgspec.Struct, frozen=True, eq=False):
    """The data key of one subject, ready for use."""

    id: int
    cipher: AESGCM


class Keyring:
    """The data keys of all subjects; those in use are cached for a short time, until erased.

    While nobody listens for erasures made by other processes (`is_notified`), nothing is cached.
    """

    def __init__(self, master: MasterKey) -> None:
        self._wrapper = AESGCM(master.derive("subject keys"))
        self._by_subject: dict[str, SubjectKey] = {}
        self._by_id: dict[int, AESGCM | None] = {}
        self._forgotten = 0
        self._expires = 0.0
        self._life_s = 60.0
        self.is_notified = False
        self._listeners: list[Callable[[], object]] = []

    async def open(self, pool: Pool, *, life_s: float) -> None:
        """Make the tables, and use `pool` from now on."""
        self._pool = pool
        self._life_s = life_s
        try:
            async with pool.connection() as connection, connection.transaction():
                for statement in TABLES.split(";\n"):
                    await connection.execute(statement, (DDL_LOCK,) if "%s" in statement else None)
        except psycopg.OperationalError as error:
            raise away() from error

    def cached(self, subject: str) -> SubjectKey | None:
        """Return the key of `subject` if it is at hand."""
        self._expire()
        return self._by_subject.get(subject)

    async def key_of(self, subject: str) -> SubjectKey:
        """Return the key of `subject`, made now if there is none.

        Raises
        ------
        Gone
            The subject has been erased.
        """
        key = self.cached(subject)
        while key is None:
            before = self._forgotten
            key = await self._find(subject) or await self._make(subject)
            if before == self._forgotten:
                self._by_subject[subject] = key
                self._by_id[key.id] = key.cipher
            else:
                key = None  # something was erased meanwhile: look again
        return key

    async def ciphers(self, key_ids: Iterable[int]) -> Mapping[int, AESGCM | None]:
        """Return at least the asked keys; None stands for one that has been erased. Do not keep the answer."""
        self._expire()
        while missing := [key_id for key_id in key_ids if key_id not in self._by_id]:
            before = self._forgotten
            rows = await fetch(
                self._pool, "SELECT id, subject, wrapped FROM keys.subjects WHERE id = ANY(%s::bigint[])", (missing,)
            )
            found: dict[int, AESGCM | None] = {row[0]: self._unwrap(row[1], row[2]) for row in rows}
            if before == self._forgotten:
                self._by_id.update({key_id: found.get(key_id) for key_id in missing})
        return self._by_id

    def at_hand(self) -> Mapping[int, AESGCM | None]:
        """Return the keys that need not be fetched."""
        self._expire()
        return self._by_id

    async def erase(self, subject: str) -> None:
        """Destroy the key of `subject` for ever, here and in the caches of all processes; safe to repeat.

        Raises
        ------
        Invalid
            The subject is the system itself.
        """
        if subject == "system":
            raise Invalid("The system cannot be erased")
        try:
            async with self._pool.connection() as connection:
                async with connection.transaction():
                    await connection.execute(LOCK_SUBJECT, (subject,))
                    await connection.execute(ERASE, {"subject": subject})
                    await connection.execute("SELECT pg_notify(%s, '')", (CHANNEL,))
                    crash_point("erase.before")
                crash_point("erase.after")
                self.forget()
                await connection.execute("VACUUM (FULL) keys.subjects")  # so that no page holds the dead row any more
        except psycopg.OperationalError as error:
            raise away() from error
        finally:
            self.forget()

    def forget(self) -> None:
        """Drop every cached key, also those that are being fetched right now."""
        self._forgotten += 1
        self._by_subject.clear()
        self._by_id.clear()
        for heard in self._listeners:
            heard()

    def when_forgotten(self, heard: Callable[[], object]) -> None:
        """Call `heard` whenever all keys are dropped: somebody was erased, or that could not be heard for a while."""
        self._listeners.append(heard)

    def _expire(self) -> None:
        now = time.monotonic()
        if now >= self._expires or len(self._by_id) > CACHED_MAX or not self.is_notified:
            self._expires = now + self._life_s
            self._by_subject.clear()
            self._by_id.clear()

    async def _find(self, subject: str) -> SubjectKey | None:
        rows = await fetch(self._pool, "SELECT id, wrapped FROM keys.subjects WHERE subject = %s", (subject,))
        return SubjectKey(rows[0][0], self._unwrap(subject, rows[0][1])) if rows else None

    async def _make(self, subject: str) -> SubjectKey:
        wrapped = self._wrap(subject, AESGCM.generate_key(8 * KEY_BYTES))
        try:
            async with self._pool.connection() as connection, connection.transaction():
                await connection.execute(LOCK_SUBJECT, (subject,))
                await connection.execute(MAKE, {"subject": subject, "wrapped": wrapped})
        except psycopg.OperationalError as error:
            raise away() from error
        key = await self._find(subject)
        if key is None:
            raise Gone("The account has been erased")
        return key

    def _wrap(self, subject: str, key: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._wrapper.encrypt(nonce, key, subject.encode())

    def _unwrap(self, subject: str, wrapped: bytes) -> AESGCM:
        try:
            return AESGCM(self._wrapper.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], subject.encode()))
        except InvalidTag as error:
            raise StorageFailed(
                "A data key cannot be opened: the master key is not the one it was made with"
            ) from error


def _decoded(text: str, what: str) -> bytes:
    try:
        return base64.b64decode(text.strip(), validate=True)
    except ValueError as error:
        raise Invalid(f"{what} does not hold a key of {KEY_BYTES} bytes in base64") from error


def _make_key_file(path: Path) -> None:
    """Write a new key such that nobody ever sees half a file; of several that try at once, one wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".master.", dir=path.parent)  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(base64.b64encode(os.urandom(KEY_BYTES)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(name, path)
        except FileExistsError:
            return
    finally:
        os.unlink(name)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)

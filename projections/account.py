"""Accounts as they are looked up: by id, number, name, e-mail address, or API key."""

from datetime import datetime

import msgspec
from msgspec.structs import replace

from domain.access import Caller
from domain.account import (
    AccountRegistered,
    AccountRole,
    ApiKeyIssued,
    ApiKeyRevoked,
    RoleChanged,
    SessionRefreshed,
    SessionRevoked,
    SignedIn,
)
from domain.events import Record
from projections.base import Fold, Page, View, limited, number_of, owned, page_of
from runtime.names import normalise


class AccountRow(msgspec.Struct, frozen=True):
    """An account; the `…_key` columns hold the form in which names are compared."""

    id: str
    number: int
    owner: str
    username: str
    username_key: str
    email: str
    email_key: str
    full_name: str
    role: AccountRole
    created_at: datetime


class ApiKeyRow(msgspec.Struct, frozen=True):
    """An API key in use; its secret is known by its hash only."""

    id: str
    owner: str
    name: str
    secret_hash: str
    created_at: datetime
    position: int


class SessionRow(msgspec.Struct, frozen=True):
    """A session that can still be refreshed."""

    id: str
    owner: str
    expires_at: float
    created_at: datetime


def _keys(record: Record) -> tuple[str, ...]:
    return (record.stream,) if isinstance(record.event, AccountRegistered | RoleChanged) else ()


def _step(key: str, row: AccountRow | None, record: Record) -> AccountRow | None:
    match record.event:
        case AccountRegistered(owner, username, email, _, role, full_name):
            return AccountRow(
                key, record.position, owner, username, normalise(username), email, normalise(email), full_name, role,
                record.recorded_at,
            )  # fmt: skip
        case RoleChanged(after=role) if row:
            return replace(row, role=role)
        case _:
            return row


def _api_key_keys(record: Record) -> tuple[str, ...]:
    match record.event:
        case ApiKeyIssued(key_id=key_id) | ApiKeyRevoked(key_id=key_id):
            return (f"{record.stream}/{key_id}",)
        case _:
            return ()


def _api_key_step(key: str, row: ApiKeyRow | None, record: Record) -> ApiKeyRow | None:
    match record.event:
        case ApiKeyIssued(_, name, secret_hash):
            return ApiKeyRow(key, record.stream, name, secret_hash, record.recorded_at, record.position)
        case _:
            return None


def _session_keys(record: Record) -> tuple[str, ...]:
    match record.event:
        case SignedIn(session_id=known) | SessionRefreshed(session_id=known) | SessionRevoked(session_id=known):
            return (f"{record.stream}/{known}",)
        case _:
            return ()


def _session_step(key: str, row: SessionRow | None, record: Record) -> SessionRow | None:
    match record.event:
        case SignedIn(expires_at=expires_at):
            return SessionRow(key, record.stream, expires_at, record.recorded_at)
        case SessionRefreshed(expires_at=expires_at) if row:
            return replace(row, expires_at=expires_at)
        case _:
            return None


_ACCOUNTS = Fold("account", AccountRow, _keys, _step)
_API_KEYS = Fold("api_key", ApiKeyRow, _api_key_keys, _api_key_step)
_SELECT = f"SELECT {_ACCOUNTS.columns} FROM view_account.account"  # noqa: S608
_SELECT_KEYS = f"SELECT {_API_KEYS.columns} FROM view_account.api_key"  # noqa: S608


class AccountView(View):
    """Accounts."""

    name = "account"
    tables = """
        CREATE TABLE account (
            id text PRIMARY KEY, number bigint NOT NULL UNIQUE, owner text NOT NULL, username text NOT NULL,
            username_key text NOT NULL, email text NOT NULL, email_key text NOT NULL, full_name text NOT NULL,
            role text NOT NULL, created_at timestamptz NOT NULL
        );
        CREATE INDEX account_of_username ON account (username_key);
        CREATE INDEX account_of_email ON account (email_key);
        CREATE INDEX account_of_role ON account (role);
        CREATE TABLE api_key (
            id text PRIMARY KEY, owner text NOT NULL, name text NOT NULL, secret_hash text NOT NULL,
            created_at timestamptz NOT NULL, position bigint NOT NULL
        );
        CREATE INDEX api_key_of_secret ON api_key (secret_hash);
        CREATE INDEX api_key_of_owner ON api_key (owner, position);
        CREATE TABLE session (
            id text PRIMARY KEY, owner text NOT NULL, expires_at double precision NOT NULL,
            created_at timestamptz NOT NULL
        );
        CREATE INDEX session_of_owner ON session (owner);
    """
    folds = (_ACCOUNTS, _API_KEYS, Fold("session", SessionRow, _session_keys, _session_step))
    erasure = (
        ("account", "username"), ("account", "username_key"), ("account", "email"), ("account", "email_key"),
        ("account", "full_name"), ("api_key", "name"),
    )  # fmt: skip

    async def by_id(self, account_id: str, caller: Caller) -> AccountRow:
        """Return an account.

        Raises
        ------
        NotFound
            There is no such account, or it is somebody else's.
        """
        return owned(await self._row(AccountRow, f"{_SELECT} WHERE id = %s", (account_id,)), caller)

    async def by_reference(self, reference: str, caller: Caller) -> AccountRow:
        """Return the account that is meant by an id, a number or a user name.

        Raises
        ------
        NotFound
            There is no such account, or it is somebody else's.
        """
        number = int(reference) if reference.isascii() and reference.isdigit() and len(reference) < 19 else -1
        found = await self._row(
            AccountRow,
            f"{_SELECT} WHERE id = %(text)s OR number = %(number)s OR username_key = %(name)s"
            " ORDER BY id = %(text)s DESC, number = %(number)s DESC LIMIT 1",
            {"text": reference, "number": number, "name": normalise(reference)},
        )
        return owned(found, caller)

    async def by_login(self, name_or_email: str) -> AccountRow | None:
        """Return the account that has this user name or e-mail address, in any spelling, or None."""
        column = "email_key" if "@" in name_or_email else "username_key"
        return await self._row(AccountRow, f"{_SELECT} WHERE {column} = %s", (normalise(name_or_email),))

    async def owner_of_key(self, secret_hash: str) -> str | None:
        """Return the account that the API key with this hash belongs to, or None."""
        found = await self.by_key_hash(secret_hash)
        return None if found is None else found.owner

    async def by_key_hash(self, secret_hash: str) -> ApiKeyRow | None:
        """Return the API key in use that has this hash, or None."""
        found = await self._row(ApiKeyRow, f"{_SELECT_KEYS} WHERE secret_hash = %s LIMIT 1", (secret_hash,))
        return _shown(found) if found else None

    async def api_keys(self, account_id: str) -> tuple[ApiKeyRow, ...]:
        """Return the API keys of an account, oldest first."""
        found = await self._rows(ApiKeyRow, f"{_SELECT_KEYS} WHERE owner = %s ORDER BY position", (account_id,))
        return tuple(_shown(row) for row in found)

    async def has_session(self, account_id: str, session_id: str) -> bool:
        """Return whether a session has not ended."""
        key = f"{account_id}/{session_id}"
        return await self._pool.row("SELECT 1 AS one FROM view_account.session WHERE id = %s", (key,)) is not None

    async def is_last_admin(self, account_id: str) -> bool:
        """Return whether no other account is an admin."""
        others = "SELECT 1 AS one FROM view_account.account WHERE role = 'admin' AND id <> %s LIMIT 1"
        return await self._pool.row(others, (account_id,)) is None

    async def list(self, caller: Caller, *, after: str = "", limit: int = 20) -> Page[AccountRow]:
        """Return accounts, newest first: for an admin all, for anybody else their own.

        Raises
        ------
        Invalid
            `after` is not a cursor.
        """
        limit = limited(limit)
        found = await self._rows(
            AccountRow,
            f"{_SELECT} WHERE (owner = %s OR %s) AND number < %s ORDER BY number DESC LIMIT %s",
            (caller.account, caller.is_admin, number_of(after), limit + 1),
        )
        return page_of(found, limit, lambda row: row.number)


def _shown(row: ApiKeyRow) -> ApiKeyRow:
    """Return the row with the id by which its owner knows the key."""
    return replace(row, id=row.id.partition("/")[2])

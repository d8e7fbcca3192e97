"""An account: who somebody is here, and the keys and sessions by which they are known.

Names and e-mail addresses are unique through claims: one small stream each, named by a keyed hash.
"""

from typing import Literal

import msgspec
from msgspec.structs import replace

from domain.events import Event

AccountRole = Literal["user", "admin"]

USERNAME_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{2,49}$"
EMAIL_PATTERN = r"^[^@\s\x00-\x1f\x7f<>()\[\],;:\"\\]{1,64}@[^\W_]([\w-]*[^\W_])?(\.[^\W_]([\w-]*[^\W_])?)*$"
EMAIL_LENGTH_MAX = 254
FULL_NAME_LENGTH_MAX = 200
KEY_NAME_LENGTH_MAX = 100
PASSWORD_LENGTH_MIN = 8
PASSWORD_LENGTH_MAX = 256
API_KEYS_MAX = 20
SESSIONS_MAX = 20
SPENT_TOKENS_MAX = 200


class AccountRegistered(Event, frozen=True, tag="account.registered"):
    """Somebody has an account now; the password stands as its argon2 hash."""

    owner: str
    username: str
    email: str
    password_hash: str
    role: AccountRole = "user"
    full_name: str = ""


class SignedIn(Event, frozen=True, tag="account.signed-in"):
    """A session began; its refresh token stands as its SHA-256."""

    session_id: str
    token_hash: str
    expires_at: float  # seconds since 1970
    family: int = 1  # the endpoint family whose login it was


class SignInRefused(Event, frozen=True, tag="account.sign-in-refused"):
    """A wrong password was given."""

    reason: str = "password"


class SessionRefreshed(Event, frozen=True, tag="account.session-refreshed"):
    """A refresh token was used, and another took its place."""

    session_id: str
    before_hash: str
    token_hash: str
    expires_at: float


class SessionRevoked(Event, frozen=True, tag="account.session-revoked"):
    """A session ended: signed out, or a refresh token came a second time."""

    session_id: str
    reason: Literal["signed-out", "reuse", "password-changed", "too-many"]


class PasswordChanged(Event, frozen=True, tag="account.password-changed"):
    """The account has another password."""

    password_hash: str


class ApiKeyIssued(Event, frozen=True, tag="account.api-key-issued"):
    """An API key was made; its secret stands as its SHA-256."""

    key_id: str
    name: str
    secret_hash: str


class ApiKeyRevoked(Event, frozen=True, tag="account.api-key-revoked"):
    """An API key is worth nothing any more."""

    key_id: str


class RoleChanged(Event, frozen=True, tag="account.role-changed"):
    """The account may do more, or less."""

    before: AccountRole
    after: AccountRole


class AccountClosed(Event, frozen=True, tag="account.closed"):
    """The account is about to be erased: its sessions and API keys have ended, and nobody signs in any more."""


class NameClaimed(Event, frozen=True, tag="name.claimed"):
    """A user name or e-mail address belongs to an account; the stream's id is its keyed hash."""

    owner: str
    kind: Literal["username", "email"]


AccountEvent = (
    AccountRegistered
    | SignedIn
    | SignInRefused
    | SessionRefreshed
    | SessionRevoked
    | PasswordChanged
    | ApiKeyIssued
    | ApiKeyRevoked
    | RoleChanged
    | AccountClosed
)
NameEvent = NameClaimed


class Session(msgspec.Struct, frozen=True):
    """A session that can still be refreshed."""

    token_hash: str
    expires_at: float
    spent: tuple[str, ...] = ()  # hashes of refresh tokens already used


class ApiKey(msgspec.Struct, frozen=True):
    """An API key in use."""

    name: str
    secret_hash: str


class Account(msgspec.Struct, frozen=True):
    """An account as it stands."""

    owner: str = ""
    username: str = ""
    email: str = ""
    password_hash: str = ""
    role: AccountRole = "user"
    full_name: str = ""
    sessions: dict[str, Session] = {}
    api_keys: dict[str, ApiKey] = {}
    is_closed: bool = False


class Name(msgspec.Struct, frozen=True):
    """A claim as it stands."""

    owner: str = ""


def evolve(account: Account, event: AccountEvent) -> Account:
    """Return the account as it stands after `event`."""
    match event:
        case AccountRegistered(owner, username, email, password_hash, role, full_name):
            return Account(owner, username, email, password_hash, role, full_name)
        case SignedIn(session_id=session_id, token_hash=token_hash, expires_at=expires_at):
            return _with_session(account, session_id, Session(token_hash, expires_at))
        case SignInRefused():
            return account
        case SessionRefreshed(session_id=session_id, before_hash=before, token_hash=after, expires_at=expires_at):
            session = account.sessions.get(session_id, Session(before, expires_at))
            spent = (*session.spent, before)[-SPENT_TOKENS_MAX:]
            return _with_session(account, session_id, Session(after, expires_at, spent))
        case SessionRevoked(session_id=session_id):
            sessions = {known: session for known, session in account.sessions.items() if known != session_id}
            return replace(account, sessions=sessions)
        case PasswordChanged(password_hash=password_hash):
            return replace(account, password_hash=password_hash)
        case ApiKeyIssued(key_id=key_id, name=name, secret_hash=secret_hash):
            return replace(account, api_keys={**account.api_keys, key_id: ApiKey(name, secret_hash)})
        case ApiKeyRevoked(key_id=key_id):
            keys = {known: key for known, key in account.api_keys.items() if known != key_id}
            return replace(account, api_keys=keys)
        case RoleChanged(after=after):
            return replace(account, role=after)
        case AccountClosed():
            return replace(account, sessions={}, api_keys={}, is_closed=True)


def evolve_name(name: Name, event: NameEvent) -> Name:
    """Return the claim as it stands after `event`."""
    match event:
        case NameClaimed(owner=owner):
            return Name(owner)


def _with_session(account: Account, session_id: str, session: Session) -> Account:
    return replace(account, sessions={**account.sessions, session_id: session})

"""What may be asked of accounts.

A refresh token that comes a second time ends its session: that is a fact, so `RefreshSession` appends it instead of
refusing. Whoever refreshes calls `require_refreshed` with the state that came of it before handing out tokens.
"""

import re
import unicodedata

from commands.base import Command, Noun
from domain.account import (
    API_KEYS_MAX,
    EMAIL_LENGTH_MAX,
    EMAIL_PATTERN,
    FULL_NAME_LENGTH_MAX,
    KEY_NAME_LENGTH_MAX,
    SESSIONS_MAX,
    USERNAME_PATTERN,
    Account,
    AccountClosed,
    AccountEvent,
    AccountRegistered,
    AccountRole,
    ApiKeyIssued,
    ApiKeyRevoked,
    NameClaimed,
    PasswordChanged,
    RoleChanged,
    SessionRefreshed,
    SessionRevoked,
    SignedIn,
    SignInRefused,
    evolve,
)
from domain.errors import Conflict, Invalid, NotFound, Unauthenticated
from domain.events import Event


class RegisterAccount(Command, frozen=True):
    """Open an account; its user name and e-mail address must be free. `key_…` also issue its first API key."""

    is_creation = True

    owner: str
    username: str
    email: str
    password_hash: str
    username_claim: str  # stream ids of the claims, made by `runtime.names`
    email_claim: str
    role: AccountRole = "user"
    full_name: str = ""
    key_id: str = ""
    key_hash: str = ""

    @property
    def stream(self) -> str:
        """Return the account's id."""
        return self.owner

    @property
    def claims(self) -> tuple[tuple[str, Event], ...]:
        """Return the claims on the user name and the e-mail address."""
        return (
            (self.username_claim, NameClaimed(self.owner, "username")),
            (self.email_claim, NameClaimed(self.owner, "email")),
        )


class _AccountCommand(Command, frozen=True):
    account_id: str

    @property
    def stream(self) -> str:
        """Return the account's id."""
        return self.account_id


class SignIn(_AccountCommand, frozen=True):
    """Begin a session for somebody whose password was right; the one that would end first gives way to it."""

    session_id: str
    token_hash: str
    expires_at: float
    family: int = 1


class RefuseSignIn(_AccountCommand, frozen=True):
    """Note that a wrong password was given."""

    reason: str = "password"


class RefreshSession(_AccountCommand, frozen=True):
    """Put another refresh token in the place of one; a spent one ends the session (see `require_refreshed`)."""

    session_id: str
    before_hash: str
    token_hash: str
    expires_at: float
    now: float


class SignOut(_AccountCommand, frozen=True):
    """End a session; an ended one stays so."""

    session_id: str


class ChangePassword(_AccountCommand, frozen=True):
    """Take another password; all sessions end."""

    password_hash: str


class IssueApiKey(_AccountCommand, frozen=True):
    """Make an API key known by the hash of all of it."""

    key_id: str
    name: str
    secret_hash: str


class RevokeApiKey(_AccountCommand, frozen=True):
    """Make an API key worth nothing."""

    key_id: str


class ChangeRole(_AccountCommand, frozen=True):
    """Let the account do more, or less; who asks says whether it is the last admin."""

    is_for_admins = True

    role: AccountRole
    is_last_admin: bool = False


class CloseAccount(_AccountCommand, frozen=True):
    """End all sessions and API keys, and let nobody sign in any more: the account is about to be erased."""


def clean_username(username: str) -> str:
    """Return the user name as it is kept.

    Raises
    ------
    Invalid
        It is too short or too long, or has characters other than letters, digits, dots, dashes and underscores.
    """
    username = unicodedata.normalize("NFKC", username).strip()
    if not re.fullmatch(USERNAME_PATTERN, username):
        raise Invalid(
            "A user name has 3 to 50 letters, digits, dots, dashes or underscores, and begins with a letter or digit",
            field="username",
            pattern=USERNAME_PATTERN,
        )
    return username


def clean_email(email: str) -> str:
    """Return the e-mail address as it is kept.

    Raises
    ------
    Invalid
        It does not have the form of one.
    """
    email = unicodedata.normalize("NFKC", email).strip()
    if len(email) > EMAIL_LENGTH_MAX or not re.fullmatch(EMAIL_PATTERN, email):
        raise Invalid("This is not an e-mail address", field="email", length_max=EMAIL_LENGTH_MAX)
    return email


def require_refreshed(account: Account, command: RefreshSession) -> None:
    """Refuse unless the session lives on with the new token.

    Raises
    ------
    Unauthenticated
        The token had been used before; the session is over.
    """
    session = account.sessions.get(command.session_id)
    if session is None or session.token_hash != command.token_hash:
        raise Unauthenticated("This refresh token was used before; the session is over, sign in again")


def _register(command: RegisterAccount, account: Account) -> tuple[AccountEvent, ...]:
    if account.owner:
        raise Conflict("There is such an account already")
    registered = AccountRegistered(
        command.owner,
        clean_username(command.username),
        clean_email(command.email),
        command.password_hash,
        command.role,
        _clean_line(command.full_name, "full_name", FULL_NAME_LENGTH_MAX),
    )
    if not command.key_id:
        return (registered,)
    return registered, ApiKeyIssued(command.key_id, "first", command.key_hash)


def _sign_in(command: SignIn, account: Account) -> tuple[AccountEvent, ...]:
    _require_there(account)
    if command.session_id in account.sessions:
        return ()
    by_end = sorted(account.sessions, key=lambda session_id: account.sessions[session_id].expires_at)
    too_many = by_end[: max(0, len(by_end) - SESSIONS_MAX + 1)]
    return (
        *(SessionRevoked(session_id, "too-many") for session_id in too_many),
        SignedIn(command.session_id, command.token_hash, command.expires_at, command.family),
    )


def _refuse_sign_in(command: RefuseSignIn, account: Account) -> tuple[AccountEvent, ...]:
    _require_there(account)
    return (SignInRefused(command.reason),)


def _refresh(command: RefreshSession, account: Account) -> tuple[AccountEvent, ...]:
    session = account.sessions.get(command.session_id)
    if session is None:
        raise Unauthenticated("The session has ended; sign in again")
    if command.before_hash in session.spent:
        return (SessionRevoked(command.session_id, "reuse"),)
    if command.before_hash != session.token_hash or command.now >= session.expires_at:
        raise Unauthenticated("This refresh token is not valid any more; sign in again")
    return (SessionRefreshed(command.session_id, command.before_hash, command.token_hash, command.expires_at),)


def _sign_out(command: SignOut, account: Account) -> tuple[AccountEvent, ...]:
    if command.session_id not in account.sessions:
        return ()
    return (SessionRevoked(command.session_id, "signed-out"),)


def _change_password(command: ChangePassword, account: Account) -> tuple[AccountEvent, ...]:
    _require_there(account)
    ended = (SessionRevoked(session_id, "password-changed") for session_id in account.sessions)
    return (PasswordChanged(command.password_hash), *ended)


def _issue_api_key(command: IssueApiKey, account: Account) -> tuple[AccountEvent, ...]:
    _require_there(account)
    name = _clean_line(command.name, "name", KEY_NAME_LENGTH_MAX)
    if not name:
        raise Invalid("The key needs a name by which you will know it", field="name")
    if command.key_id in account.api_keys:
        return ()
    if len(account.api_keys) >= API_KEYS_MAX:
        raise Conflict(f"An account has at most {API_KEYS_MAX} API keys; revoke one first", keys_max=API_KEYS_MAX)
    return (ApiKeyIssued(command.key_id, name, command.secret_hash),)


def _revoke_api_key(command: RevokeApiKey, account: Account) -> tuple[AccountEvent, ...]:
    if command.key_id not in account.api_keys:
        raise NotFound("The account has no such API key")
    return (ApiKeyRevoked(command.key_id),)


def _change_role(command: ChangeRole, account: Account) -> tuple[AccountEvent, ...]:
    _require_there(account)
    if account.role == command.role:
        return ()
    if command.role != "admin" and command.is_last_admin:
        raise Conflict("This is the last admin; make another one first")
    return (RoleChanged(account.role, command.role),)


def _close(command: CloseAccount, account: Account) -> tuple[AccountEvent, ...]:
    return () if account.is_closed or not account.owner else (AccountClosed(),)


def _require_there(account: Account) -> None:
    if not account.owner or account.is_closed:  # its key was destroyed: the stream is there, the account is not
        raise NotFound("There is no such account")


def _clean_line(text: str, field: str, length_max: int) -> str:
    text = unicodedata.normalize("NFC", text).strip()
    if len(text) > length_max or any(unicodedata.category(character) in ("Cc", "Cs") for character in text):
        raise Invalid(
            f"It may have at most {length_max} characters, and no control characters",
            field=field,
            length_max=length_max,
        )
    return text


ACCOUNT = Noun(
    "account",
    Account(),
    evolve,
    lambda account: account.owner,
    {
        RegisterAccount: _register,
        SignIn: _sign_in,
        RefuseSignIn: _refuse_sign_in,
        RefreshSession: _refresh,
        SignOut: _sign_out,
        ChangePassword: _change_password,
        IssueApiKey: _issue_api_key,
        RevokeApiKey: _revoke_api_key,
        ChangeRole: _change_role,
        CloseAccount: _close,
    },
)

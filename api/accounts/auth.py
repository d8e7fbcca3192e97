"""Who asks: credentials from headers to a caller, and the guard that closes every route that is not marked public.

| family | credentials |
|---|---|
| 1, 5 | `Authorization: Bearer <token>` |
| 2, 3 | `X-API-Key` and `Authorization: Bearer <token>` |
| 4 | `Authorization: Bearer <API key or token>` |

A route opens itself with `opt={"public": True}`, asks for an admin with `opt={"admin": True}`, and sets its own time
limit with `opt={"timeout_s": …}` (None: none, for streams and uploads).
"""

import asyncio
import re
import time
from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import parse_qs

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from api.accounts.tokens import Tokens
from api.dialects import PREFIX
from api.wire.exchange import Exchange, Identity, exchange_of
from commands.account import ACCOUNT
from commands.do import Do
from commands.register import hash_of
from domain.access import SYSTEM, noting_owners, require_admin
from domain.account import Account
from domain.errors import MeshwrightError, NotFound, Unauthenticated, UnsupportedMedia

AnyConnection = ASGIConnection[Any, Any, Any, Any]

CACHE_TTL_S = 5.0
CACHE_SIZE_MAX = 10_000
API_KEY_LENGTH_MAX = 512
KEY_MISSING = "Invalid or missing API key. Include X-API-Key header."
_NEEDS_KEY = frozenset((2, 3))
_STREAMS = re.compile(rf"(?:{PREFIX})?/(?:runs/[^/]+/events|status/stream/[^/]+)/?")


class Keyholders(Protocol):
    """Knows whose an API key is."""

    async def owner_of_key(self, secret_hash: str) -> str | None:
        """Return the account that an API key with this hash belongs to."""


class Accounts:
    """Accounts as the log has them, kept for a few seconds, so that most requests cost no query."""

    def __init__(self, do: Do) -> None:
        self._do = do
        self._known: dict[str, tuple[float, Account]] = {}
        self._forgotten = 0

    async def get(self, account_id: str) -> Account:
        """Return an account.

        Raises
        ------
        NotFound
            There is no such account, or it was erased.
        """
        known = self._known.get(account_id)
        if known and known[0] > time.monotonic():
            return known[1]
        before = self._forgotten
        with noting_owners(set()):  # who knows whose key it is has opened nothing of theirs
            account = (await self._do.look(ACCOUNT, account_id, SYSTEM)).state
        if not account.owner or account.is_closed:
            raise NotFound("There is no such account")
        if len(self._known) >= CACHE_SIZE_MAX:
            self._known.clear()
        if before == self._forgotten:
            self._known[account_id] = (time.monotonic() + CACHE_TTL_S, account)
        return account

    def forget(self, account_id: str) -> None:
        """Look an account up again next time: it has just changed."""
        self._forgotten += 1
        self._known.pop(account_id, None)

    def forget_all(self) -> None:
        """Look every account up again next time: somebody was erased, perhaps by another process."""
        self._forgotten += 1
        self._known.clear()


class Authenticator:
    """Finds out who asks, by the rules of the family that is asked."""

    def __init__(self, tokens: Tokens, accounts: Accounts, keyholders: Keyholders) -> None:
        self._tokens = tokens
        self._accounts = accounts
        self._keyholders = keyholders
        self._key_owners: dict[str, str] = {}

    async def identify(self, exchange: Exchange, headers: Mapping[str, str], live_token: str = "") -> Identity:
        """Return who asks.

        Raises
        ------
        Unauthenticated
            A credential is missing, not valid, expired or revoked.
        """
        if exchange.family in _NEEDS_KEY:
            await self.check_api_key(headers.get("x-api-key", ""))
        scheme, _, credential = headers.get("authorization", "").partition(" ")
        credential = credential.strip()
        if live_token and not credential:
            return await self._by_token(live_token, live=True)
        if scheme.lower() != "bearer" or not credential:
            raise Unauthenticated(_missing(exchange.family))
        if exchange.family == 4 and not _looks_like_token(credential):
            return await self.check_api_key(credential, _missing(4))
        return await self._by_token(credential)

    def must_look_up(self, exchange: Exchange, headers: Mapping[str, str]) -> bool:
        """Return whether the database must be asked whose an API key is."""
        credential = headers.get("authorization", "").partition(" ")[2].strip()
        is_key = exchange.family == 4 and bool(credential) and not _looks_like_token(credential)
        return is_key and hash_of(credential) not in self._key_owners

    async def check_api_key(self, key: str, refusal: str = KEY_MISSING) -> Identity:
        """Return whose an API key is.

        Raises
        ------
        Unauthenticated
            Nobody's.
        """
        if not key or len(key) > API_KEY_LENGTH_MAX:
            raise Unauthenticated(refusal)
        secret_hash = hash_of(key)
        owner = self._key_owners.get(secret_hash) or await self._keyholders.owner_of_key(secret_hash)
        if owner is None:
            raise Unauthenticated(refusal)
        account = await self._account(owner)
        if not any(known.secret_hash == secret_hash for known in account.api_keys.values()):
            self._key_owners.pop(secret_hash, None)
            raise Unauthenticated(refusal)
        self._remember(secret_hash, owner)
        return Identity(owner, account.role)

    async def _by_token(self, token: str, *, live: bool = False) -> Identity:
        claims = self._tokens.check(token, "live" if live else "api")
        account = await self._account(claims.account)
        if claims.session not in account.sessions:
            raise Unauthenticated("The session has ended; sign in again")
        return Identity(claims.account, account.role, claims.session)

    async def _account(self, account_id: str) -> Account:
        try:
            return await self._accounts.get(account_id)
        except NotFound as error:
            raise Unauthenticated("The account is not there any more") from error

    def _remember(self, secret_hash: str, owner: str) -> None:
        if len(self._key_owners) >= CACHE_SIZE_MAX:
            self._key_owners.clear()
        self._key_owners[secret_hash] = owner


async def require_caller(connection: AnyConnection, handler: BaseRouteHandler) -> None:
    """Let nobody in who is not known, unless the route says that it is public."""
    exchange = exchange_of(connection.scope)
    _set_time_limit(exchange, handler)
    _require_media_type(connection, handler)
    _require_plain(connection, handler)
    if handler.opt.get("public"):
        return
    caller = exchange.caller
    if handler.opt.get("admin"):
        require_admin(caller)


def live_token_of(scope: Any) -> str:
    """Return the token in the query of a socket or event stream; no other request may carry one there.

    What is asked for decides, not how: such tokens end up in logs, and must open nothing but what is only watched.
    """
    is_stream = scope["type"] == "websocket" or (scope["method"] == "GET" and _STREAMS.fullmatch(scope["path"]))
    if not is_stream:
        return ""
    values = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token")
    return values[0] if values else ""


async def identify(scope: Any, headers: Mapping[str, str], authenticator: Authenticator) -> None:
    """Put into the exchange who asks, or why that is not known; refusing is left to the guard."""
    exchange = exchange_of(scope)
    try:
        exchange.identity = await authenticator.identify(exchange, headers, live_token_of(scope))
    except MeshwrightError as error:
        exchange.refusal = error


def _looks_like_token(credential: str) -> bool:
    return credential.count(".") == 2 and credential.startswith("eyJ")


def _missing(family: int) -> str:
    if family == 4:
        return "Missing or invalid API key. Include an Authorization: Bearer header."
    return "Sign in first: send a token in the header Authorization: Bearer <token>"


def _set_time_limit(exchange: Exchange, handler: BaseRouteHandler) -> None:
    if exchange.deadline is None or "timeout_s" not in handler.opt:
        return
    timeout_s = handler.opt["timeout_s"]
    exchange.deadline.reschedule(None if timeout_s is None else asyncio.get_running_loop().time() + timeout_s)


def _require_plain(connection: AnyConnection, handler: BaseRouteHandler) -> None:
    """Refuse a body that is packed: nothing here unpacks it, and as it is it would look like broken JSON."""
    coding = connection.headers.get("content-encoding", "").strip().lower()
    if coding in ("", "identity") or "data" not in handler.parsed_fn_signature.parameters:
        return
    raise UnsupportedMedia(
        f"The body must be sent as it is, without Content-Encoding: {coding[:100]}", allowed=["identity"]
    )


def _require_media_type(connection: AnyConnection, handler: BaseRouteHandler) -> None:
    """Refuse a body that says it is not what the route reads; Litestar itself would read any body as JSON."""
    data = handler.parsed_fn_signature.parameters.get("data")
    if data is None:
        return
    sent = connection.headers.get("content-type", "").partition(";")[0].strip().lower()
    media_type = getattr(data.kwarg_definition, "media_type", None) or "application/json"
    wanted = str(getattr(media_type, "value", media_type))
    if not sent or sent == wanted or (wanted == "application/json" and sent.endswith("+json")):
        return
    raise UnsupportedMedia(f"The body's media type must be {wanted}, not {sent[:100]}", allowed=[wanted])

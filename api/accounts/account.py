"""Accounts: registering, the sign-ins of three families, tokens, API keys, roles.

`/auth/login` and `/auth/refresh` belong to two families: a body with `email` (or a request without `X-API-Key`) is
answered as family 1, one with `username` (or with `X-API-Key`) as family 3.
"""

from typing import Any

import msgspec
from litestar import Request, delete, get, patch, post
from litestar.types import ControllerRouterHandler

from api.accounts import signing_in
from api.accounts.shapes import (
    NAME_LENGTH_MAX,
    AccessToken,
    AccountAnswer,
    AccountShown,
    ApiKeyAnswer,
    ApiKeyIssued,
    ApiKeyRequest,
    ApiKeysAnswer,
    ApiKeyShown,
    DoneAnswer,
    LiveToken,
    LiveTokenAnswer,
    LoginRequest,
    PasswordRequest,
    RefreshRequest,
    RegisterRequest,
    RoleRequest,
    TokenRequest,
    Tokens,
    TokensAnswer,
    UserShown,
)
from api.accounts.tokens import TokenPair
from api.core import Core
from api.wire.exchange import Exchange
from commands.account import ChangeRole, IssueApiKey, RevokeApiKey
from commands.register import hash_of, key_id_of, new_api_key, register
from domain.access import SYSTEM, Caller
from domain.errors import Invalid
from projections.account import AccountView

PUBLIC = {"public": True}


@post("/auth/register", operation_id="Register", opt=PUBLIC, tags=["accounts"])
async def register_account(data: RegisterRequest, core: Core, exchange: Exchange) -> UserShown:
    """Open an account."""
    done = await register(
        core.do,
        core.services,
        data.username,
        data.email,
        data.password,
        full_name=data.full_name or "",
        caller=msgspec.structs.replace(SYSTEM, correlation=exchange.request_id),
    )
    await core.views.wait_for("account", done.position)
    first, account = done.records[0], done.state
    return UserShown(first.position, account.username, account.email, account.full_name, True, first.recorded_at)


@post("/auth/login", operation_id="SignIn", opt=PUBLIC, status_code=200, tags=["accounts"])
async def login(
    data: LoginRequest, core: Core, exchange: Exchange, request: Request[Any, Any, Any]
) -> TokensAnswer | Tokens:
    """Sign in: by e-mail address as in family 1, or by user name and API key as in family 3."""
    if (data.email is None) == (data.username is None):
        raise Invalid("Send either `email` or `username`, and `password`", field="email")
    exchange.family = 1 if data.username is None else 3
    if data.username is not None:
        await core.authenticator.check_api_key(request.headers.get("x-api-key", ""))
    pair = await signing_in.sign_in(core, data.username or data.email or "", data.password, exchange)
    return _worded(pair, exchange)


@post("/auth/refresh", operation_id="Refresh", opt=PUBLIC, status_code=200, tags=["accounts"])
async def refresh(
    data: RefreshRequest, core: Core, exchange: Exchange, request: Request[Any, Any, Any]
) -> TokensAnswer | Tokens:
    """Take new tokens for a refresh token; one that comes a second time ends its session."""
    if exchange.family == 3:
        await core.authenticator.check_api_key(request.headers.get("x-api-key", ""))
    return _worded(await signing_in.refresh(core, data.refresh_token, exchange), exchange)


@post(
    "/auth/token",
    operation_id="TakeToken",
    opt={**PUBLIC, "form": TokenRequest},
    status_code=200,
    tags=["accounts"],
)
async def token(request: Request[Any, Any, Any], core: Core, exchange: Exchange) -> AccessToken:
    """Sign in by user name or e-mail address, as in family 5; the body is a form, or the same as JSON."""
    data = await _form(request)
    pair = await signing_in.sign_in(core, data.username, data.password, exchange)
    return AccessToken(pair.access, "bearer")


@get("/auth/me", operation_id="ShowMe", tags=["accounts"])
async def me(accounts: AccountView, caller: Caller) -> UserShown:
    """Show the caller's account."""
    return UserShown.of(await accounts.by_id(caller.account, caller))


@post("/auth/logout", operation_id="SignOut", status_code=200, tags=["accounts"])
async def logout(core: Core, exchange: Exchange, caller: Caller) -> DoneAnswer:
    """End the session; its tokens are worth nothing any more."""
    assert exchange.identity is not None
    await signing_in.sign_out(core, exchange.identity, caller)
    return DoneAnswer(message="Signed out")


@post("/auth/password", operation_id="ChangePassword", status_code=200, tags=["accounts"])
async def password(data: PasswordRequest, core: Core, caller: Caller) -> DoneAnswer:
    """Take another password; all sessions end."""
    await signing_in.change_password(core, data.current_password, data.new_password, caller)
    return DoneAnswer(message="The password was changed; sign in again")


@post("/auth/live-token", operation_id="TakeLiveToken", status_code=200, tags=["accounts"])
async def live_token(core: Core, exchange: Exchange, caller: Caller) -> LiveTokenAnswer:
    """Take a short-lived token for `?token=` of a socket or event stream."""
    assert exchange.identity is not None
    signed = core.tokens.live(caller.account, exchange.identity.session)
    return LiveTokenAnswer(data=LiveToken(signed, core.settings.auth.live_ttl_s))


@get("/auth/api-keys", operation_id="ListApiKeys", tags=["accounts"])
async def list_api_keys(accounts: AccountView, caller: Caller) -> ApiKeysAnswer:
    """List the caller's API keys."""
    return ApiKeysAnswer(data=[ApiKeyShown.of(row) for row in await accounts.api_keys(caller.account)])


@post("/auth/api-keys", operation_id="IssueApiKey", tags=["accounts"])
async def issue_api_key(data: ApiKeyRequest, core: Core, caller: Caller) -> ApiKeyAnswer:
    """Make an API key; its secret is in this answer and nowhere else."""
    key = new_api_key()
    key_id = key_id_of(key)
    done = await core.do(IssueApiKey(caller.account, key_id, data.name, hash_of(key)), caller)
    core.known_accounts.forget(caller.account)
    await core.views.wait_for("account", done.position)
    return ApiKeyAnswer(data=ApiKeyIssued(key_id, done.state.api_keys[key_id].name, key))


@delete("/auth/api-keys/{key_id:str}", operation_id="RevokeApiKey", status_code=200, tags=["accounts"])
async def revoke_api_key(key_id: str, core: Core, caller: Caller) -> DoneAnswer:
    """Make an API key worth nothing."""
    done = await core.do(RevokeApiKey(caller.account, key_id), caller)
    core.known_accounts.forget(caller.account)
    await core.views.wait_for("account", done.position)
    return DoneAnswer(message="The API key was revoked")


@patch("/accounts/{account_id:str}/role", operation_id="ChangeRole", opt={"admin": True}, tags=["accounts"])
async def change_role(account_id: str, data: RoleRequest, core: Core, caller: Caller) -> AccountAnswer:
    """Let an account do more, or less; `account_id` is its id, number or user name."""
    accounts = core.views.account
    row = await accounts.by_reference(account_id, caller)
    command = ChangeRole(row.id, data.role, is_last_admin=await accounts.is_last_admin(row.id))
    done = await core.do(command, caller)
    core.known_accounts.forget(row.id)
    await core.views.wait_for("account", done.position)
    return AccountAnswer(data=AccountShown(row.id, row.number, row.username, done.state.role))


routes: list[ControllerRouterHandler] = [
    register_account,
    login,
    refresh,
    token,
    me,
    logout,
    password,
    live_token,
    list_api_keys,
    issue_api_key,
    revoke_api_key,
    change_role,
]


def _worded(pair: TokenPair, exchange: Exchange) -> TokensAnswer | Tokens:
    shown = Tokens.of(pair)
    return TokensAnswer(data=shown, message="Signed in") if exchange.family == 1 else shown


async def _form(request: Request[Any, Any, Any]) -> TokenRequest:
    """Read a form, or the same as JSON.

    Raises
    ------
    Invalid
        A field is missing or not a text.
    """
    sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if sent == "application/json":
        values = await request.json()
    else:
        values = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    try:
        return msgspec.convert(values, TokenRequest)
    except msgspec.ValidationError as error:
        raise Invalid(
            f"Send `username` and `password`, each a text of at most {NAME_LENGTH_MAX} characters, as a form",
            field="username",
        ) from error
